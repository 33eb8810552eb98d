"""What an answer lacks, in the many ways in which authorities write: a file for each thing that may lack.

The answers are invented and were written without sight of the check. Those that it still gets wrong are not
here; `docs/benchmarks.md` counts them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from foi_tracker.intake.reading import check_letter

HEAD = "Dear Ms Reed\n\nThank you for your request of 4 May.\n\n"
TAIL = (
    "\n\nIf you are unhappy you may ask for an internal review, and then complain to the Information "
    "Commissioner.\n\nYours sincerely\n\nInformation Governance Officer"
)
FILES = sorted((Path(__file__).parent / "answers").glob("*.toml"))
FRAMES = [
    pytest.param(path.stem, frame, id=f"{path.stem}: {frame['name']}")
    for path in FILES
    for frame in tomllib.loads(path.read_text("utf-8"))["frame"]
]


@pytest.mark.parametrize(("code", "frame"), FRAMES)
def test_what_is_missing_is_said_and_nothing_else_of_its_kind(code: str, frame: dict[str, Any]):
    text = HEAD + frame["text"] + TAIL
    checked = check_letter(text, request=frame.get("request", ""), regime=frame["regime"])
    musts = {finding.code for finding in checked.findings if finding.level == "must"}
    assert (code in musts) == (frame["level"] == "must")
