"""The work of reading a letter grows with its length and no faster, counted in calls and not in seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from benchmarks.check import SHAPES
from foi_tracker.intake.questions import asks, markers, roles
from foi_tracker.intake.reading import check_letter


def calls(text: str) -> int:
    """How many functions, Python's own among them, are called to check a letter that was not met before."""
    asks.shape.cache_clear()
    roles.asking.cache_clear()
    markers.clear_cache()
    counted = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        check_letter(text, request=text[: len(text) // 10])
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_letter_is_no_more_than_twice_the_work(shape: str):
    words = SHAPES[shape]
    once = (words * (4_000 // len(words) + 1))[:4_000]
    check_letter(once)  # what is made once for all letters
    few, many = calls(once), calls(once + once)
    assert many <= 2.2 * few + 1000
