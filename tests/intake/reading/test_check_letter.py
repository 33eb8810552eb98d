"""Letters of authorities that do not exist, and what a careful reader finds missing in each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from foi_tracker.intake.reading import CheckedLetter, check_letter

LETTERS = Path(__file__).with_name("letters")


def letters() -> list[Any]:
    """Every letter of the files beside this one, each with the name of its file and its own."""
    found = []
    for file in sorted(LETTERS.glob("*.toml")):
        for letter in tomllib.loads(file.read_text("utf-8"))["letter"]:
            found.append(pytest.param(letter, id=f"{file.stem}: {letter['name']}"))
    return found


def checked(letter: dict[str, Any]) -> CheckedLetter:
    return check_letter(
        letter["text"],
        received=letter.get("received"),
        issued=letter.get("issued"),
        request=letter.get("request", ""),
        regime=letter.get("regime", ""),
    )


@pytest.mark.parametrize("letter", letters())
def test_a_careful_reader_finds_the_same(letter: dict[str, Any]):
    found = checked(letter)
    musts = {finding.code for finding in found.findings if finding.level == "must"}
    shoulds = {finding.code for finding in found.findings if finding.level == "should"}
    assert (found.kind, sorted(musts)) == (letter["kind"], sorted(letter["must"]))
    assert set(letter.get("should", ())) <= shoulds
    assert not set(letter.get("never", ())) & (musts | shoulds)
    relied = [ground.code for ground in found.grounds if ground.relied_on]
    assert relied == letter.get("grounds", relied)
    where = {finding.where for finding in found.findings if finding.level == "must" and finding.where}
    assert where >= set(letter.get("where", ()))
