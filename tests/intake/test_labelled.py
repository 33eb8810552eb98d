"""Labelled requests are written and read again as they were; one that is wrong is refused in words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.intake.labelled import (
    LabelledQuestion,
    LabelledRequest,
    NotLabelled,
    dumps,
    from_split,
    loads,
)
from foi_tracker.intake.questions import split
from tests import shared_data

WORDS = (
    "Dear Council\nPonds\n1. For each pond:\na) how deep is it?\nb) who owns it?\n2. Who feeds the ducks?\n"
)


def test_a_split_is_written_and_read_again_with_its_stems_and_numbers():
    request = from_split("7", WORDS, split(WORDS).questions, received="2026-01-05")
    again = loads(dumps(request))
    assert again == request
    assert [(each.number, each.parent, each.stem) for each in again.questions] == [
        ("1a", "1", "For each pond:"), ("1b", "1", "For each pond:"), ("2", "", ""),
    ]  # fmt: skip
    assert again.counts == (3,)


def test_what_is_written_has_the_fields_of_the_corpus():
    data = json.loads(dumps(from_split("7", WORDS, split(WORDS).questions)))
    assert data["question_count"] == 3
    assert data["alt_counts"] == [3]
    start, end = data["questions"][1]["span"]
    assert data["request_text"][start:end] == data["questions"][1]["text"] == "who owns it?"
    assert "stem" not in data["questions"][2]


def test_a_question_without_a_place_is_found_by_its_words():
    read = loads(json.dumps({"id": 1, "request_text": WORDS, "questions": [{"text": "who owns it?"}]}))
    assert WORDS[slice(*read.questions[0].span)] == "who owns it?"


@pytest.mark.parametrize(
    "words",
    [
        "[]",
        "not JSON",
        "{}",
        json.dumps({"id": 1, "request_text": 5, "questions": []}),
        json.dumps({"id": 1, "request_text": WORDS, "questions": [{"text": "How many swans?"}]}),
        json.dumps({"id": 1, "request_text": WORDS, "questions": [{"text": "Ponds", "span": [0, 5]}]}),
        json.dumps({"id": 1, "request_text": WORDS, "questions": [{"text": " ", "span": [4, 5]}]}),
    ],
)
def test_what_is_no_labelled_request_is_refused(words: str):
    with pytest.raises(NotLabelled):
        loads(words)


def test_a_question_reworded_by_an_officer_cannot_be_written_at_a_place():
    with pytest.raises(NotLabelled, match="Question 1 does not stand"):
        dumps(LabelledRequest("7", WORDS, (LabelledQuestion(None, "Who owns the ponds?", (0, 5)),)))


@given(st.text(min_size=1, max_size=80))
def test_any_words_are_the_same_after_writing_and_reading(text: str):
    request = from_split("a", text, split(text).questions)
    assert loads(dumps(request)) == request


@pytest.mark.shared
def test_the_corpus_is_read_and_what_is_read_can_be_written():
    for file in sorted(shared_data.path("corpus").glob("*.json")):
        request = loads(file.read_text(encoding="utf-8"))
        assert loads(dumps(request)) == request
