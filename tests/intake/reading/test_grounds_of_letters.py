"""What the grounds of a letter lack is found, and what they have in other words is not asked for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from foi_tracker.intake.reading import check_letter

FRAMES = tomllib.loads(Path(__file__).with_name("grounds.toml").read_text("utf-8"))["frame"]
HEAD = "Dear Ms Reed\n\nThank you for your request of 4 May about the matters below.\n\n"
TAIL = (
    "\n\nIf you are unhappy you may ask for an internal review, and then complain to the Information "
    "Commissioner.\n\nYours sincerely\n\nA Clerk"
)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame["name"])
def test_what_a_ground_lacks(frame: dict[str, str]):
    found = check_letter(HEAD + frame["text"] + TAIL).findings
    assert [each.level for each in found if each.code == frame["code"]] == [frame["level"]] * bool(
        frame["level"]
    )
