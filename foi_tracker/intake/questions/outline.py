"""The marked items of a text as a tree, by the sequence of their marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from foi_tracker.intake.questions import asks, boilerplate
from foi_tracker.intake.questions.lines import Line, wraps
from foi_tracker.intake.questions.markers import Mark, Step

Marked = tuple[Line, tuple[Mark, ...]]
SECTIONS = ("A", "I", "part")
_FAR = 3
"""Numbers a sender may have skipped within one series."""


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


def build(marked: Iterable[Marked], width: int) -> list[Block]:
    """The text's top level: unmarked lines and lists, each list's items holding what is under them."""
    entries = list(marked)
    builder = _Builder(width, _later(entries))
    for place, (line, marks) in enumerate(entries):
        builder.add(line, marks, place)
    builder.close(0)
    return builder.top


def _later(entries: Sequence[Marked]) -> dict[tuple[str, str, int], int]:
    """The last line on which each mark stands, so that a series can be known to go on."""
    found: dict[tuple[str, str, int], int] = {}
    for place, (_line, marks) in enumerate(entries):
        if marks and not marks[0].bullet:
            for scale, value in scales(marks[0].steps[-1]):
                found[scale, marks[0].style, value] = place
    return found


def scales(step: Step) -> list[tuple[str, int]]:
    """The scales a step can be read on, the likelier as a series' first before the other."""
    if step.digit:
        return [("1", step.value)]
    names = ("A", "I") if step.upper else ("a", "i")
    readings = [(names[0], step.value), (names[1], step.roman)]
    if step.raw.lower() == "i":
        readings.reverse()
    return [(name, value) for name, value in readings if value]


class _Builder:
    """The open lists, outermost first; each line is put under the deepest item that it can belong to."""

    def __init__(self, width: int, later: dict[tuple[str, str, int], int]) -> None:
        self.top: list[Block] = []
        self.open: list[Group] = []
        self.width = width
        self.later = later
        self.broken = False
        self.place = 0

    def add(self, line: Line, marks: tuple[Mark, ...], place: int) -> None:
        """Take the next line: a marked item where its mark fits a series, else more of the item above."""
        self.place = place
        placed = 0
        for mark in marks:
            if not self._mark(line, mark):
                break
            placed += 1
        if placed:
            self.broken = False
        elif self.open:
            self.open[-1].items[-1].blocks.append(line)
            self.broken = self.broken or _breaks(line)
        else:
            self.top.append(line)

    def close(self, depth: int) -> None:
        """End the lists from `depth` down; the lines after the last item that are not its go one level up."""
        while len(self.open) > depth:
            ended = self.open.pop()
            rest = _release(ended, self.width)
            self._under().extend(rest)

    def _under(self) -> list[Block]:
        return self.open[-1].items[-1].blocks if self.open else self.top

    def _mark(self, line: Line, mark: Mark) -> bool:
        if mark.bullet:
            return self._bullet(line, mark)
        if len(mark.steps) > 1:
            return self._compound(line, mark)
        step = mark.steps[0]
        for exact in (True, False):
            for depth in range(len(self.open) - 1, -1, -1):
                group = self.open[depth]
                for scale, value in scales(step):
                    same = scale == group.scale and (group.style == mark.style or not (exact or mark.weak))
                    if same and value == group.last + 1:
                        return self._continue(depth, line, mark, value)
        return self._start(line, mark) or self._slip(line, mark)

    def _slip(self, line: Line, mark: Mark) -> bool:
        """A number used twice or skipped, as senders do; or a series whose beginning is not here."""
        if mark.weak:
            return False
        for depth in range(len(self.open) - 1, -1, -1):
            group = self.open[depth]
            for scale, value in scales(mark.steps[0]):
                if (scale, mark.style) == (
                    group.scale,
                    group.style,
                ) and group.last <= value <= group.last + _FAR:
                    return self._continue(depth, line, mark, value)
        scale, value = scales(mark.steps[0])[0]
        known = any(group.scale == scale for group in self.open)
        follows = self.later.get((scale, mark.style, value + 1), -1) > self.place
        if mark.style == "Q" or (not known and follows and scale == "1" and value < 100):
            self.close(0)
            return self._open(line, mark, scale, value)
        return False

    def _start(self, line: Line, mark: Mark) -> bool:
        """The first of a series: a list under the item above, or a new one beside the last."""
        scale, value = scales(mark.steps[0])[0]
        if value != 1 or (mark.weak and self.later.get((scale, mark.style, 2), -1) <= self.place):
            return False
        for depth in range(len(self.open) - 1, -1, -1):
            group = self.open[depth]
            if group.scale == scale and (group.style == mark.style or not self._leads_on()):
                if group.last == 1 and group.style == mark.style and depth == len(self.open) - 1:
                    return self._continue(depth, line, mark, 1)
                self.close(depth)
                return self._open(line, mark, scale, 1)
        self.close(self._depth_for(scale, line))
        return self._open(line, mark, scale, 1)

    def _depth_for(self, scale: str, line: Line) -> int:
        """Under which open list a new one belongs."""
        if self.broken:
            return 0
        depth = len(self.open)
        while depth:
            above = self.open[depth - 1]
            bullet = above.scale.startswith("bullet") and not scale.startswith("bullet")
            digit = scale == "1" and above.scale in ("a", "i") and not self._leads_on()
            if not (bullet or digit) or line.indent > above.indent + 1:
                break
            depth -= 1
        return depth

    def _leads_on(self) -> bool:
        """Whether the item above ends as a lead-in does."""
        return self.open[-1].items[-1].last_line().text.endswith((":", ",", "-")) if self.open else False

    def _bullet(self, line: Line, mark: Mark) -> bool:
        for depth in range(len(self.open) - 1, -1, -1):
            group = self.open[depth]
            if (
                group.scale == mark.style
                and abs(group.indent - line.indent) <= 1
                and not self._new_bullets(depth)
            ):
                return self._continue(depth, line, mark, group.last + 1)
        self.close(self._depth_for(mark.style, line))
        return self._open(line, mark, mark.style, 1)

    def _new_bullets(self, depth: int) -> bool:
        """Whether words between the bullets lead to a list of their own."""
        lines = [block for block in self.open[depth].items[-1].blocks if isinstance(block, Line)]
        return bool(lines) and (self.broken or lines[-1].text.endswith((":", "?")) or lines[-1].gap > 0)

    def _compound(self, line: Line, mark: Mark) -> bool:
        """2a, 1.1: under the item it names, else beside its like."""
        path = tuple(step.raw for step in mark.steps)
        scale, value = scales(mark.steps[-1])[0]
        for depth in range(len(self.open) - 1, -1, -1):
            group = self.open[depth]
            latest = group.items[-1].path
            if latest == path[:-1]:
                below = self.open[depth + 1] if depth + 1 < len(self.open) else None
                if below is not None and below.items[-1].path[:-1] == path[:-1]:
                    return self._continue(depth + 1, line, mark, value)
                self.close(depth + 1)
                return self._open(line, mark, scale, value)
            if latest[:-1] == path[:-1] and len(latest) == len(path):
                return self._continue(depth, line, mark, value)
        return self._new_compound(line, mark, path)

    def _new_compound(self, line: Line, mark: Mark, path: tuple[str, ...]) -> bool:
        first = scales(mark.steps[0])[0]
        for depth, group in enumerate(self.open):
            if group.scale == first[0] and group.last <= first[1] <= group.last + _FAR:
                return self._continue(depth, line, mark, first[1])
        if path[-1].lower() not in ("1", "a", "i") or (self.open and mark.style == " "):
            return False
        self.close(0)
        return self._open(line, mark, *first)

    def _continue(self, depth: int, line: Line, mark: Mark, value: int) -> bool:
        while len(self.open) > depth + 1:
            ended = self.open.pop()
            self._under().extend(_sandwich(ended))
        group = self.open[depth]
        group.items[-1].loose = _loosen(group, self.width)
        group.last = value
        group.items.append(self._item(line, mark, depth))
        return True

    def _open(self, line: Line, mark: Mark, scale: str, value: int) -> bool:
        group = Group(scale, mark.style, line.indent, value)
        self._under().append(group)
        self.open.append(group)
        group.items.append(self._item(line, mark, len(self.open) - 1))
        return True

    def _item(self, line: Line, mark: Mark, depth: int) -> Item:
        own = tuple(step.raw for step in mark.steps)
        body = line.piece(mark.end, len(line.text))
        if mark.bullet:
            return Item(line, mark, body, ("",))
        above = self.open[depth - 1] if depth else None
        if len(own) > 1:
            return Item(line, mark, body, own, _number(own, self.open[depth].scale))
        name = own[0]
        if above is not None and above.scale not in SECTIONS and above.items[-1].number:
            own = above.items[-1].path + own
            name = _joined(above.items[-1].number, name, self.open[depth].scale)
        return Item(line, mark, body, own, name)


def _number(path: tuple[str, ...], scale: str) -> str:
    """A mark of several levels as one number: 2a, 1.1, 3b.iv."""
    name = path[0]
    for place, step in enumerate(path[1:], start=2):
        likely = scales(Step(step))[0][0] if place < len(path) or scale == "1" else scale
        name = _joined(name, step, likely)
    return name


def _joined(above: str, step: str, scale: str) -> str:
    """A letter straight after its number; a numeral, or a letter under a letter, after a point."""
    return above + step if scale in ("a", "A") and above[-1:].isdecimal() else f"{above}.{step}"


def _breaks(line: Line) -> bool:
    """Words after which a new list is no part of the item above them."""
    words = line.text
    return boilerplate.is_sign_off(words) or boilerplate.is_process(words) or boilerplate.is_format(words)


def _tail(group: Group) -> tuple[list[Block], int]:
    """Where the lines after the group's last item lie, and at which of them they begin."""
    blocks = group.items[-1].blocks
    while blocks and isinstance(blocks[-1], Group):
        blocks = blocks[-1].items[-1].blocks
    first = len(blocks)
    while first and isinstance(blocks[first - 1], Line):
        first -= 1
    return blocks, first


def _sandwich(group: Group) -> list[Block]:
    """Words after the last of a nested list that finish the sentence its lead-in began."""
    blocks, first = _tail(group)
    lines = blocks[first:]
    if lines and isinstance(lines[0], Line) and lines[0].text[0].islower() and len(group.items) > 1:
        above = group.items[-1].body.text
        if not wraps(group.items[-1].body, lines[0], 0) or len(above.split()) < 8:
            del blocks[first:]
            return lines
    return []


def _loosen(group: Group, width: int) -> list[Line]:
    """A heading, or an unmarked line that asks, that stands alone before the series goes on."""
    item = group.items[-1]
    blocks, first = _tail(group)
    if first >= len(blocks):
        return []
    line = blocks[-1]
    assert isinstance(line, Line)
    before = blocks[-2] if len(blocks) - first > 1 else None
    above = before if isinstance(before, Line) else (item.body if item.body.text else None)
    if above is None or wraps(above, line, width):
        return []
    alone = len(blocks) - first == 1 or line.gap > 0 or above.text[-1] in ".?!;"
    if (
        alone
        and above.text[-1] not in ":,"
        and heading_shaped(line.text)
        and asks.shape(line.text) != asks.Ask.DIRECTIVE
    ):
        blocks.pop()
        return [line]
    return []


def heading_shaped(words: str) -> bool:
    """A short line that begins with a capital and does not end as a sentence."""
    return (
        len(words.split()) <= 12
        and words[:1].isupper()
        and words[-1] not in ".?;,"
        and not asks.is_value(words)
        and "\t" not in words
    )


def _release(group: Group, width: int) -> list[Block]:
    """The lines after a list's last item that are not part of it."""
    blocks, first = _tail(group)
    kept = first
    above = _before_tail(group, blocks, first)
    spaced = sum(1 for each in group.items[1:] if each.line.gap) * 2 >= max(1, len(group.items) - 1)
    options = False
    while kept < len(blocks):
        line = blocks[kept]
        assert isinstance(line, Line)
        if above.text and not _goes_on(above, line, width, spaced, options):
            break
        options = options or above.text.endswith(":")
        above = line
        kept += 1
    rest = blocks[kept:]
    del blocks[kept:]
    return rest


def _before_tail(group: Group, blocks: list[Block], first: int) -> Line:
    """The line above the first of a list's trailing lines."""
    if first:
        over = blocks[first - 1]
        assert isinstance(over, Group)
        return over.items[-1].last_line()
    item = group.items[-1]
    while item.blocks is not blocks:
        inner = item.blocks[-1]
        assert isinstance(inner, Group)
        item = inner.items[-1]
    return item.body


def _goes_on(above: Line, line: Line, width: int, spaced: bool, options: bool) -> bool:
    """Whether a line after the last item of a list is still part of that item."""
    words = line.text
    if boilerplate.is_sign_off(words):
        return False
    if wraps(above, line, width) or asks.is_value(words) or "\t" in words:
        return True
    if boilerplate.is_process(words) or boilerplate.is_format(words) or boilerplate.is_scope(words):
        return False
    if above.text.endswith(":") and line.gap == 0:
        return True
    if options and line.gap == 0 and len(words.split()) <= 8 and words[-1] not in ".?:":
        return True
    if words.startswith("(") and line.gap == 0:
        return True
    return spaced and line.gap == 0 and not boilerplate.is_fallback(words)
