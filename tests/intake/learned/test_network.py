"""The network gives chances, the same for the same words, in a long request as in a short one."""

from __future__ import annotations

import numpy as np
import pytest

from foi_tracker.intake.learned import network, wordpieces, words

ASKED = "Dear Sir,\n\n1. How many potholes were mended in 2023?\n2. What did that cost?\n\nYours faithfully\n"


def read(text: str) -> network.Figures:
    numbers, looks, _ = wordpieces.encode(text, words.cut(text))
    return network.chances(numbers, looks)


def test_for_each_piece_the_three_chances_make_one():
    assert np.exp(read(ASKED)).sum(axis=-1) == pytest.approx(1, abs=1e-4)


def test_the_same_words_are_always_read_the_same():
    assert np.array_equal(read(ASKED), read(ASKED))


def test_how_a_request_begins_is_read_by_what_stands_near_it():
    long = ASKED + "The lights in our street have been out since March. " * 60
    near = len(wordpieces.encode(ASKED, words.cut(ASKED))[0])
    assert read(long).shape[0] > 600
    assert (read(long)[:near].argmax(-1) == read(ASKED).argmax(-1)).mean() > 0.9


def test_nothing_is_read_of_nothing():
    assert network.chances([], []).shape == (0, 3)
