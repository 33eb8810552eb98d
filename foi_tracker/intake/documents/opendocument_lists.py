"""The numbers that OpenDocument prints before the items of a list; the text itself does not hold them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from foi_tracker.intake.documents.paragraphs import BULLET, letters, roman

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"

FORMATS: Mapping[str, Callable[[int], str]] = {
    "1": str,
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}

DEEPEST = 10


def whole(text: str | None, default: int) -> int:
    """A small whole number of the file, or the default where it is none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else default


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered, ODF 1.3 part 3, 16.31."""

    format: str = ""  # "" prints no number
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shows: int = 1  # how many levels its number shows: 2 gives "1.1"
    bullet: bool = False

    @classmethod
    def of(cls, element: Any) -> Level:
        """The level that an element of a list style describes."""
        return cls(
            element.get(f"{STYLE}num-format", ""),
            element.get(f"{STYLE}num-prefix", ""),
            element.get(f"{STYLE}num-suffix", ""),
            whole(element.get(f"{TEXT}start-value"), 1),
            whole(element.get(f"{TEXT}display-levels"), 1),
            element.tag == f"{TEXT}list-level-style-bullet",
        )


@dataclass
class Counted:
    """One list under way: how it is numbered and how far it has counted, level by level."""

    levels: Mapping[int, Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int, start: int | None = None) -> str:
        """The number before the next item at this depth, as it is printed."""
        level = self.levels.get(depth, Level())
        before = self.counts.get(depth, level.start - 1)
        self.counts[depth] = before + 1 if start is None else start
        for deeper in [at for at in self.counts if at > depth]:
            del self.counts[deeper]
        if level.bullet:
            return BULLET
        if level.format not in FORMATS:
            return ""
        shown = range(max(1, depth - level.shows + 1), depth + 1)
        return level.prefix + ".".join(map(self._figure, shown)) + level.suffix

    def _figure(self, depth: int) -> str:
        level = self.levels.get(depth, Level())
        return FORMATS.get(level.format, str)(self.counts.get(depth, level.start))


def list_styles(*roots: Any) -> dict[str, dict[int, Level]]:
    """The levels of every list style that the roots describe, by name."""
    return {
        style.get(f"{STYLE}name", ""): {
            whole(level.get(f"{TEXT}level"), 1): Level.of(level)
            for level in style
            if level.tag in (f"{TEXT}list-level-style-number", f"{TEXT}list-level-style-bullet")
        }
        for root in roots
        for style in root.iter(f"{TEXT}list-style")
    }
