"""The work of reading a letter grows with its length and no faster, counted in calls and not in seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from benchmarks.check import SHAPES
from foi_tracker.intake.questions import asks, markers, roles
from foi_tracker.intake.reading import check_letter, grounds, reasons
from foi_tracker.intake.reading.sentences import LONGEST, read


def asking(words: str) -> str:
    """The words as numbered questions: twice the words are twice the questions."""
    parts = [" ".join(words[place : place + 50].split()) for place in range(0, len(words), 50)]
    return "\n".join(f"{number}. How many {part} are there?" for number, part in enumerate(parts, start=1))


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
        check_letter(text, request=asking(text[: len(text) // 10]))
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


def test_a_sentence_is_judged_once_however_many_provisions_it_names(monkeypatch: pytest.MonkeyPatch):
    judged: list[str] = []
    stance_of = grounds.stance_of
    monkeypatch.setattr(
        grounds, "stance_of", lambda each, below="": judged.append(each.text) or stance_of(each, below)
    )
    uses = grounds.uses_in(read("section 31(1)(a) and section 43(2), " * 40))
    assert len(uses) > 70
    assert len(judged) == 1


def test_of_a_sentence_without_end_only_so_much_is_searched():
    assert max(len(each.text) for each in read("we withhold section 31 " * 9000)) <= LONGEST + 1


def test_reasons_are_looked_for_once_for_a_section_and_not_for_each_limb(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    reasoned = reasons.reasoned
    monkeypatch.setattr(
        reasons, "reasoned", lambda number, *rest: asked.append(number) or reasoned(number, *rest)
    )
    limbs = [f"We rely on section 31({number})({letter}).\n\n" for number in "123456" for letter in "abcdefg"]
    check_letter("".join(limbs))
    assert asked == ["s.31"]
