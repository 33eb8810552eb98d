"""What a sentence of a reply does is told by its words and by those around it, the same each time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from foi_tracker.intake.learned import letters


@dataclass(frozen=True)
class Sentence:
    text: str
    theirs: bool = False
    opens: bool = True


REPLY = [
    Sentence("Dear Ms Reed"),
    Sentence("How much did the Council pay the contractor, and at what hourly rate?", theirs=True),
    Sentence("The Council paid the contractor £41,200 in the year."),
    Sentence("We have withheld the hourly rate under section 43(2) of the Act."),
    Sentence("The contract is let again in March, and rivals who knew it would be likely to bid just below."),
    Sentence("Residents have an interest in how their money is spent, and this speaks for release."),
    Sentence("We do not hold a list of the sites."),
]


def likely(sentences: list[Sentence]) -> np.ndarray:
    found = letters.chances(sentences)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("place", "does"),
    [
        (2, letters.GIVES),
        (3, letters.KEEPS_BACK),
        (4, letters.REASON),
        (4, letters.WOULD),
        (5, letters.WEIGHS),
        (6, letters.NOT_HELD),
    ],
)
def test_a_plain_reply_is_understood(place: int, does: int):
    found = likely(REPLY)
    assert found[place, does] > 0.5
    assert found[0].max() < 0.5


def test_the_same_letter_is_always_read_the_same():
    assert np.array_equal(likely(REPLY), likely(REPLY))


def test_every_sentence_of_a_long_letter_is_read_once_with_what_stands_around_it():
    many = REPLY * 12
    found = likely(many)
    assert found.shape == (len(many), letters.NAMES_REGULATOR + 1)
    assert (found[3 :: len(REPLY), letters.KEEPS_BACK] > 0.5).all()


def test_a_letter_beyond_what_can_be_waited_for_is_not_read():
    assert letters.chances([Sentence("word " * (letters.MOST_WORDS + 1))]) is None


def test_a_sentence_without_a_word_that_is_known_does_nothing():
    assert likely([Sentence("\u2063\u2063")]).shape == (1, letters.NAMES_REGULATOR + 1)
    assert likely([]).shape == (0, letters.NAMES_REGULATOR + 1)
