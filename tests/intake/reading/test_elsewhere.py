"""A letter that only sends its reader elsewhere answers nothing: s.1(1)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from foi_tracker.intake.reading import check_letter

FRAMES = tomllib.loads(Path(__file__).with_name("elsewhere.toml").read_text("utf-8"))["frame"]
ASKED = "1. How many ambulances were sent to the fire at the mill?\n2. When did they arrive?"


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame["name"])
def test_a_letter_that_only_sends_elsewhere_is_no_answer(frame: dict[str, str]):
    found = check_letter(frame["text"], request=ASKED).findings
    levels = {each.level for each in found if each.code == "question_unanswered"}
    assert levels == ({frame["level"]} if frame["level"] else set())


def test_what_was_asked_must_be_known():
    assert not [
        each
        for each in check_letter(FRAMES[0]["text"]).findings
        if each.code == "question_unanswered" and each.level == "must"
    ]
