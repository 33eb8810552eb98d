"""The numbers that Word prints before the paragraphs of a list; the text itself does not hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from foi_tracker.intake.documents.paragraphs import BULLET, letters, roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

FORMATS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "none": lambda number: "",
}
"""Every other format is given in plain figures."""

DEEPEST = 9
"""Levels of a list in Word, ECMA-376 17.9.6."""


def value(element: Any, path: str, default: str = "") -> str:
    """The `val` attribute of the first element at the path (prefixes without their braces: "w:numFmt")."""
    found = None if element is None else element.find(path.replace("w:", W))
    return default if found is None else str(found.get(f"{W}val", default))


def whole(text: str, default: int) -> int:
    """A small whole number of the file, or the default where it is none."""
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else default


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = ""  # "%1.%2"
    start: int = 1
    legal: bool = False  # every number in plain figures

    @classmethod
    def of(cls, element: Any) -> Level:
        """The level that a w:lvl describes."""
        return cls(
            value(element, "w:numFmt", "decimal"),
            value(element, "w:lvlText"),
            whole(value(element, "w:start", "1"), 1),
            element.find(f"{W}isLgl") is not None,
        )


@dataclass
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by list, then by level
    shares: dict[str, str] = field(default_factory=dict)  # the count that a list goes on with
    starts: dict[str, dict[int, int]] = field(default_factory=dict)  # where a list begins anew
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: Any) -> Numbering:
        """The lists that numbering.xml describes; none without it."""
        made = cls()
        if root is None:
            return made
        abstract = {each.get(f"{W}abstractNumId"): each for each in root.findall(f"{W}abstractNum")}
        for number in root.findall(f"{W}num"):
            name, kind = number.get(f"{W}numId", ""), value(number, "w:abstractNumId")
            levels = _levels(abstract.get(kind))
            for override in number.findall(f"{W}lvlOverride"):
                depth = whole(override.get(f"{W}ilvl", "0"), 0)
                if (changed := override.find(f"{W}lvl")) is not None:
                    levels[depth] = Level.of(changed)
                if start := value(override, "w:startOverride"):
                    made.starts.setdefault(name, {})[depth] = whole(start, 1)
            made.levels[name], made.shares[name] = levels, kind
        return made

    def next(self, name: str, depth: int) -> str:
        """The number before the next paragraph of this list at this depth, as it is printed."""
        levels = self.levels.get(name)
        if levels is None or not 0 <= depth < DEEPEST or depth not in levels:
            return ""
        counts = self.counts.setdefault(self.shares[name], {})
        if name not in self.begun:
            self.begun.add(name)
            for at, start in self.starts.get(name, {}).items():
                counts[at] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        return _printed(levels, depth, counts)


def _levels(abstract: Any) -> dict[int, Level]:
    if abstract is None:
        return {}
    return {whole(each.get(f"{W}ilvl", "0"), 0): Level.of(each) for each in abstract.findall(f"{W}lvl")}


def _printed(levels: Mapping[int, Level], depth: int, counts: Mapping[int, int]) -> str:
    level = levels[depth]
    if level.format == "bullet":
        return BULLET

    def figure(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        shown = levels.get(at, Level())
        number = counts.get(at, shown.start)
        plain = level.legal and shown.format != "none"
        return str(number) if plain else FORMATS.get(shown.format, str)(number)

    return re.sub(r"%([1-9])", figure, level.text).strip()
