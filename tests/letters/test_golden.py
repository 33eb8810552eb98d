"""What each letter says, in full, kept as text: a change of wording shows as a change of these files.

After reading the difference: `python -m tests.letters.test_golden` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from foi_tracker.letters.render import plain_text
from tests.letters.texts import TEXTS

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", TEXTS)
def test_the_letter_says_what_it_said_before(name: str) -> None:
    assert plain_text(TEXTS[name], whole=True) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_every_golden_text_has_its_letter() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(TEXTS)


if __name__ == "__main__":
    for name, facts in TEXTS.items():
        (GOLDEN / f"{name}.txt").write_text(plain_text(facts, whole=True), "utf-8")
