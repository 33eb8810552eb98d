"""A request's words are cut wherever a question may begin or end, and nowhere within a phrase."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.intake.learned import words


def cut(text: str, *at: int) -> list[str]:
    return [text[word.start : word.end] for word in words.cut(text, at)]


@pytest.mark.parametrize(
    ("run", "parts"),
    [
        ("potholes", ["potholes"]),
        ("2.The", ["2.", "The"]),
        ("(a)How", ["(a)", "How"]),
        ("•How", ["•", "How"]),
        ("held?Who", ["held?", "Who"]),
        ("budget).5.", ["budget).", "5."]),
        ("“Please", ["“", "Please"]),
        ("for.”", ["for.", "”"]),
        ("e.g.", ["e.g."]),
        ("01/02/2024.", ["01/02/2024."]),
    ],
)
def test_a_run_is_cut_where_something_else_begins_inside_it(run: str, parts: list[str]):
    assert cut(run) == parts


def test_a_word_is_cut_where_another_reading_begins():
    assert cut("spend)on lights", 6) == ["spend)", "on", "lights"]


def test_each_word_knows_its_line_and_whether_it_stands_in():
    found = words.cut("Please send:\n  a list\r\n\r\nThank you")
    laid_out = [(word.above, word.indented) for word in found]
    assert laid_out == [(2, False), (0, False), (1, True), (0, False), (2, False), (0, False)]


@given(st.text(max_size=300), st.sets(st.integers(0, 300), max_size=5))
def test_every_sign_that_is_no_white_space_is_in_one_word(text: str, at: set[int]):
    found = words.cut(text, at)
    assert "".join(text[word.start : word.end] for word in found) == "".join(text.split())
    assert all(one.end <= below.start for one, below in pairwise(found))


def test_a_question_may_begin_after_a_stop_or_a_mark_and_never_within_a_phrase():
    text = "We have asked. How many 1. lights"
    edges = dict(zip(cut(text), words.edges(text, words.cut(text)), strict=True))
    assert edges == {
        "We": True,
        "have": False,
        "asked.": False,
        "How": True,
        "many": False,
        "1.": True,
        "lights": True,
    }


def test_a_question_may_begin_wherever_another_reading_has_one_begin():
    text = "the cost and also who paid"
    also = text.index("also")
    found = words.cut(text, [also])
    assert [
        text[w.start : w.end] for w, edge in zip(found, words.edges(text, found, [also]), strict=True) if edge
    ] == [
        "the",
        "also",
    ]
