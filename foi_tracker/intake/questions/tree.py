"""The marked items of a text and the lists they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field

from foi_tracker.intake.questions.lines import Line
from foi_tracker.intake.questions.markers import Mark, Step

SECTIONS = ("A", "I", "part")
"""Scales whose items, where numbers stand under them, head a section and are no part of the number."""


@dataclass(slots=True)
class Item:
    """A marked item: its first line, its mark, what is under it, and what follows but is not its."""

    line: Line
    mark: Mark
    body: Line
    path: tuple[str, ...]
    number: str | None = None
    blocks: list[Line | Group] = field(default_factory=list)
    loose: list[Line] = field(default_factory=list)

    def groups(self) -> list[Group]:
        """The lists under this item."""
        return [block for block in self.blocks if isinstance(block, Group)]

    def last_line(self) -> Line:
        """The last line of the item and all under it."""
        if not self.blocks:
            return self.body if self.body.text else self.line
        last = self.blocks[-1]
        return last.items[-1].last_line() if isinstance(last, Group) else last


@dataclass(slots=True)
class Group:
    """Items of one series, in order."""

    scale: str
    style: str
    indent: int
    last: int
    items: list[Item] = field(default_factory=list)


Block = Line | Group


def scales(step: Step) -> list[tuple[str, int]]:
    """The scales a step can be read on, the likelier as a series' first before the other."""
    if step.digit:
        return [("1", step.value)]
    names = ("A", "I") if step.upper else ("a", "i")
    readings = [(names[0], step.value), (names[1], step.roman)]
    if step.raw.lower() == "i":
        readings.reverse()
    return [(name, value) for name, value in readings if value]


def number_of(path: tuple[str, ...], scale: str) -> str:
    """A mark of several levels as one number: 2a, 1.1, 3b.iv."""
    name = path[0]
    for place, step in enumerate(path[1:], start=2):
        likely = scales(Step(step))[0][0] if place < len(path) or scale == "1" else scale
        name = joined(name, step, likely)
    return name


def joined(above: str, step: str, scale: str) -> str:
    """A letter straight after its number; a numeral, or a letter under a letter, after a point."""
    return above + step if scale in ("a", "A") and above[-1:].isdecimal() else f"{above}.{step}"
