"""What is withheld without a ground is found, however it is said, and nothing else is: s.17(1)(b)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from foi_tracker.intake.reading import check_letter

FRAMES = tomllib.loads(Path(__file__).with_name("withheld.toml").read_text("utf-8"))["frame"]
HEADS = ("", "Dear Ms Reed\n\nThank you for your request of 4 May about the matters below.\n\n")
TAIL = (
    "\n\nIf you are unhappy you may ask for an internal review, and then complain to the Information "
    "Commissioner.\n\nYours sincerely\n\nA Clerk"
)


def findings(words: str, request: str = "") -> set[tuple[str, str]]:
    found = check_letter(words, request=request).findings
    return {(each.level, each.code) for each in found}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame["name"])
def test_something_withheld_without_a_ground_is_told_from_what_looks_like_it(
    frame: dict[str, str], head: str
):
    found = findings(head + frame["text"] + TAIL, frame.get("request", ""))
    expected = {"ground_missing"} if frame["level"] == "must" else set()
    assert {code for level, code in found if level == "must"} == expected


def test_one_small_number_may_be_all_that_is_known():
    assert ("should", "ground_missing") in findings("Dismissals in 2021: fewer than 5" + TAIL)
    assert ("must", "ground_missing") in findings("2020: fewer than 5\n2021: fewer than 5" + TAIL)


def test_a_small_number_with_its_ground_lacks_none():
    words = "2020: <5\n2021: <5\nUnder section 40(2) we do not give these, as patients could be recognised."
    assert "ground_missing" not in {code for _, code in findings(words + TAIL)}
