"""Letters laid out in many ways, in the tests' own words, with their questions marked ⟦so⟧."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "letters"


def names() -> list[str]:
    """The letters there are, those of a batch as "batch/name"."""
    return sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.txt"))


def batches() -> dict[str, list[str]]:
    """The letters that were written before the splitter was tried on them, by batch."""
    found: dict[str, list[str]] = {}
    for name in names():
        if "/" in name:
            found.setdefault(name.split("/")[0], []).append(name)
    return found


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
