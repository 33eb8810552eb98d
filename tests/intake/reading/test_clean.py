"""Letters that give all that was asked for in words that refusals use too: nothing in them must be mended."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from foi_tracker.intake.reading import check_letter

FRAMES = tomllib.loads(Path(__file__).with_name("clean.toml").read_text("utf-8"))["frame"]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame["name"])
def test_nothing_must_be_mended(frame: dict[str, str]):
    checked = check_letter(frame["text"], request=frame.get("request", ""), regime=frame.get("regime", ""))
    assert [each for each in checked.findings if each.level == "must"] == []
