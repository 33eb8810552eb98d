"""The lines without a mark as paragraphs: which go on with the line above them, and which begin anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from foi_tracker.intake.questions import asks
from foi_tracker.intake.questions.lines import Line, adjacent, join, wraps


@dataclass(slots=True)
class Unit:
    """A paragraph without a mark; `fragment` if it was a marked line that is only part of another."""

    line: Line
    fragment: bool = False
    parts: list[Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The unit's words."""
        return self.line.text


def units(text: str, lines: Sequence[tuple[Line, bool]], width: int) -> list[Unit]:
    """Lines as paragraphs: a line that goes on with the one above is joined to it."""
    found: list[Unit] = []
    last: Line | None = None
    apart = _alike([line for line, _ in lines])
    for line, fragment in lines:
        if (
            last is not None
            and found
            and not fragment
            and not found[-1].fragment
            and line.start not in apart
            and wraps(last, line, width)
            and adjacent(text, last, line)
        ):
            found[-1].line = join(text, [found[-1].line, line])
        else:
            found.append(Unit(line, fragment))
        last = line
    return found


def _alike(lines: Sequence[Line]) -> set[int]:
    """Where lines straight under a lead-in begin, if all of them begin as items do: then none wraps."""
    found: set[int] = set()
    run: list[Line] = []
    led = False
    for line in lines:
        small = line.gap == 0 and line.text[0].islower()
        brief = len(line.text.split()) <= 6 and line.text[-1] not in ".?!,;" and small
        item = asks.begins_item(line.text) and (led or run or asks.opens(line.text))
        if (item and (small or not run)) or (brief and (led or run)):
            run.append(line)
        else:
            found |= {each.start for each in run if not small or len(run) > 2}
            run = []
        led = line.text.endswith(":")
    return found | {each.start for each in run if len(run) > 2}
