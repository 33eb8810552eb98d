"""The standard paragraphs of every letter are in short sentences (measured by benchmarks.words)."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.words import LONGEST, MOST_WORDS, TYPED, Reading, readings, standard_sentences
from foi_tracker.letters.kinds import KIND_LABELS
from tests.factories import letters

every_kind = pytest.mark.parametrize("kind", [*KIND_LABELS.values(), "all"])
measured = cache(readings)  # not before it is asked for: every test process reads this file


@every_kind
def test_a_sentence_has_under_twenty_words_on_average(kind: str) -> None:
    assert measured()[kind].words < MOST_WORDS


@every_kind
def test_no_sentence_is_too_long_to_say_in_one_breath(kind: str) -> None:
    assert len(measured()[kind].longest.split()) <= LONGEST


def test_what_people_typed_is_not_measured() -> None:
    sentences = standard_sentences([letters.response(), letters.late()])
    assert "We say who may hold the answer to question 10." in sentences
    assert not any(TYPED in sentence or "Solid Ground" in sentence for sentence in sentences)
    assert not any("provider" in sentence for sentence in sentences)


def test_a_long_sentence_would_be_noticed() -> None:
    long = "It has been determined that " + "the " * 40 + "exemption is engaged."
    assert Reading((long,)).words > LONGEST
