"""Letters laid out in many ways, in the tests' own words, with their questions marked ⟦so⟧."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "letters"


def names() -> list[str]:
    """The letters there are."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def letter(name: str) -> tuple[str, list[str]]:
    """One letter as its sender wrote it, and its questions."""
    words: list[str] = []
    questions: list[str] = []
    for place, part in enumerate(
        (FOLDER / f"{name}.txt").read_text(encoding="utf-8").replace("⟧", "⟦").split("⟦")
    ):
        words.append(part)
        if place % 2:
            questions.append(part)
    return "".join(words), questions
