"""The work of splitting grows with a text's length and no faster, counted in calls and not in seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from benchmarks.split import SHAPES
from foi_tracker.intake.questions import asks, markers, roles, split


def calls(text: str) -> int:
    """How many functions, Python's own among them, are called to split a text that was not met before."""
    asks.shape.cache_clear()
    roles.asking.cache_clear()
    markers.clear_cache()
    counted = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        split(text)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_no_more_than_twice_the_work(shape: str):
    words = SHAPES[shape]
    once = (words * (8000 // len(words) + 1))[:8000]
    few, many = calls(once), calls(once + once)
    assert many <= 2.2 * few + 500


def test_a_hundred_pages_of_lines_are_read_and_what_follows_is_kept_as_closing_words():
    text = "1. How many ducks?\n" * 5000 + "1. How many geese?\n" * 3
    found = split(text)
    assert len(found.questions) == 5000
    assert {text[slice(*each.span)] for each in found.other if each.kind == "closing"} == {
        "1. How many geese?"
    }
