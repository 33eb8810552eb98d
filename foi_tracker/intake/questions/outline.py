"""The marked items of a text as a tree, by the sequence of their marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from foi_tracker.intake.questions import asks, boilerplate, leadins, values
from foi_tracker.intake.questions.lines import Line, wraps
from foi_tracker.intake.questions.markers import Mark, Step
from foi_tracker.intake.questions.trailing import (
    before_tail,
    breaks,
    goes_on,
    loosen,
    release,
    sandwich,
    tail,
)
from foi_tracker.intake.questions.tree import SECTIONS, Block, Group, Item, joined, number_of, scales

Marked = tuple[Line, tuple[Mark, ...]]
_DEEPEST = 6
"""Levels a list may have: senders use four at most."""
_FAR = 3
"""Numbers a sender may have skipped within one series."""


def build(marked: Iterable[Marked], width: int) -> list[Block]:
    """The text's top level: unmarked lines and lists, each list's items holding what is under them."""
    entries = list(marked)
    rounds = sum(bool(marks) and marks[0].weak and marks[0].bullet for _line, marks in entries)
    bullets = Counter(marks[0].style for _line, marks in entries if marks and marks[0].bullet)
    builder = _Builder(width, _later(entries), rounds, bullets)
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


def _asked_anew(item: Item) -> bool:
    """Whether a sentence goes on after an item with what is asked: "please provide details of:"."""
    last = item.blocks[-1] if item.blocks else None
    return isinstance(last, Line) and last.text[:1].islower() and leadins.awaits_object(last.text)


class _Builder:
    """The open lists, outermost first; each line is put under the deepest item that it can belong to."""

    def __init__(
        self, width: int, later: dict[tuple[str, str, int], int], rounds: int, bullets: Counter[str]
    ) -> None:
        self.top: list[Block] = []
        self.open: list[Group] = []
        self.width = width
        self.later = later
        self.rounds = rounds
        self.bullets = bullets
        self.ended: dict[tuple[str, str], int] = {}
        self.broken = False
        self.place = 0

    def add(self, line: Line, marks: tuple[Mark, ...], place: int) -> None:
        """Take the next line: a marked item where its mark fits a series, else more of the item above."""
        self.place = place
        placed = 0
        for mark in marks:
            if not (self._stack(line, mark) if placed else self._mark(line, self._in_full(mark))):
                break
            placed += 1
            self.broken = False
        if placed:
            return
        if self.open:
            self.open[-1].items[-1].blocks.append(line)
            self.broken = self.broken or (breaks(line) and not self._wrapped(line))
        else:
            self.top.append(line)

    def _wrapped(self, line: Line) -> bool:
        """Whether a line, the last taken, goes on with the line above it."""
        item = self.open[-1].items[-1]
        above = item.blocks[-2] if len(item.blocks) > 1 else item.body
        return isinstance(above, Line) and above.text != "" and wraps(above, line, self.width)

    def _stack(self, line: Line, mark: Mark) -> bool:
        """A mark on the line of the one above it ("1. a)"): the words are its alone."""
        scale, value = scales(mark.steps[-1])[0]
        outer = self.open[-1]
        if scale == outer.scale:
            return False
        outer.items[-1].body = line.piece(mark.start, mark.start)
        return self._open(line, mark, scale, value)

    def close(self, depth: int, begins: bool = False) -> None:
        """End the lists from `depth` down; the lines after the last item that are not its go one level up."""
        while len(self.open) > depth:
            ended = self.open.pop()
            rest = release(ended, self.width, begins)
            self._under().extend(rest)

    def _in_full(self, mark: Mark) -> Mark:
        """The mark with the number that it leaves out: "b." after "1a."."""
        step = mark.steps[0] if len(mark.steps) == 1 else None
        if step is None or step.digit or step.upper:
            return mark
        for group in reversed(self.open):
            *number, letter = group.items[-1].path
            if any(scale == group.scale and value == group.last + 1 for scale, value in scales(step)):
                return mark
            lower = group.scale == "1" and bool(number)
            if lower and any((scale, value - 1) in scales(Step(letter)) for scale, value in scales(step)):
                return replace(mark, steps=(*map(Step, number), step))
        return mark

    def _under(self) -> list[Block]:
        return self.open[-1].items[-1].blocks if self.open else self.top

    def _mark(self, line: Line, mark: Mark) -> bool:
        if mark.bullet:
            return self._bullet(line, mark)
        if len(mark.steps) > 1:
            return self._compound(line, mark)
        step = mark.steps[0]
        for exact in (True, False, None):
            for depth in range(len(self.open) - 1, -1, -1):
                group = self.open[depth]
                for scale, value in scales(step):
                    alike = scale == group.scale if exact is not None else scale.lower() == group.scale
                    same = alike and (group.style == mark.style or not (exact or mark.weak))
                    bare = mark.style == " " and scale == group.scale and self._bare_go_on(group, value)
                    if (same or bare) and value == group.last + 1:
                        return self._continue(depth, line, mark, value)
        whole = step.digit and not mark.weak and self._whole(line, mark)
        return whole or self._start(line, mark) or self._slip(line, mark)

    def _whole(self, line: Line, mark: Mark) -> bool:
        """Take a number that follows the lower levels of the one before it: "2." after "1.2"."""
        for depth in range(len(self.open) - 1, -1, -1):
            group = self.open[depth]
            above = group.items[-1].path
            lower = group.scale == "1" and len(above) > 1 and above[0].isdecimal()
            if lower and mark.steps[0].value == int(above[0]) + 1:
                return self._continue(depth, line, mark, mark.steps[0].value)
        return False

    def _bare_go_on(self, group: Group, value: int) -> bool:
        """Whether a bare number goes on with a list: one was before it, or the next stands further on."""
        styles = (group.style, " ")
        follows = any(self.later.get((group.scale, style, value + 1), -1) > self.place for style in styles)
        return follows or group.items[-1].mark.style == " "

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
                ) and (group.last <= value <= group.last + _FAR or value == len(group.items) + 1):
                    return self._continue(depth, line, mark, value)
        scale, value = scales(mark.steps[0])[0]
        known = any(group.scale == scale for group in self.open)
        follows = self.later.get((scale, mark.style, value + 1), -1) > self.place
        if self.open and self.open[-1].scale in SECTIONS and self.ended.get((scale, mark.style)) == value - 1:
            return self._open(line, mark, scale, value)
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
                self.close(depth, begins=True)
                return self._open(line, mark, scale, 1)
        self.close(self._depth_for(scale, line))
        return self._open(line, mark, scale, 1)

    def _depth_for(self, scale: str, line: Line) -> int:
        """Under which open list a new one belongs."""
        if self.broken or self._ended():
            return 0
        depth = min(len(self.open), _DEEPEST)
        while depth:
            above = self.open[depth - 1]
            last = above.items[-1]
            leads = last.body.text.endswith(":") and not last.blocks
            options = leads or values.is_value(line.text.partition(" ")[2])
            bullet = above.scale.startswith("bullet") and not scale.startswith("bullet") and not options
            digit = scale == "1" and above.scale in ("a", "i") and not last.last_line().text.endswith(":")
            digit = digit or (scale == "1" and above.scale in ("a", "i") and _asked_anew(last))
            if not (bullet or digit) or line.indent > above.indent + 1:
                break
            depth -= 1
        return depth

    def _ended(self) -> bool:
        """Whether no more of the open lists follows, and the words since their last item are not theirs."""
        if not self.open:
            return False
        outer = self.open[0]
        if self.later.get((outer.scale, outer.style, outer.last + 1), -1) > self.place:
            return False
        blocks, first = tail(self.open[-1])
        lines = blocks[first:]
        if not lines or not isinstance(lines[-1], Line) or leadins.is_breakdown(lines[-1].text):
            return False
        above = before_tail(self.open[-1], blocks, first)
        for line in lines:
            assert isinstance(line, Line)
            if above.text and not goes_on(above, line, self.width, False, False):
                return True
            above = line
        return False

    def _leads_on(self) -> bool:
        """Whether the item above ends as a lead-in does."""
        return self.open[-1].items[-1].last_line().text.endswith((":", ",", "-")) if self.open else False

    def _bullet(self, line: Line, mark: Mark) -> bool:
        if mark.weak and not self._round(line, mark):
            return False
        for alike in (True,) if self._leads_on() else (True, False):
            for depth in range(len(self.open) - 1, -1, -1):
                group = self.open[depth]
                level = group.scale == mark.style and abs(group.indent - line.indent) <= 1
                alike_here = group.items[-1].mark.tight == mark.tight or not alike
                if (
                    level
                    and alike_here
                    and (self._after_options(depth, line, mark) or not self._new_bullets(depth))
                ):
                    return self._continue(depth, line, mark, group.last + 1)
                if level and alike and self._led_anew(depth):
                    self.close(0 if self.broken else depth, begins=True)
                    return self._open(line, mark, mark.style, 1)
        other = self._odd_one(line, mark)
        if other is not None:
            return self._continue(other, line, mark, self.open[other].last + 1)
        self.close(self._depth_for(mark.style, line))
        return self._open(line, mark, mark.style, 1)

    def _odd_one(self, line: Line, mark: Mark) -> int | None:
        """The list that a bullet goes on with whose sign no other line has: it stands as the others do."""
        depth = len(self.open) - 1
        group = self.open[depth] if self.open else None
        if group is None or self.bullets[mark.style] > 1 or self._leads_on() or self.broken:
            return None
        level = group.scale.startswith("bullet") and len(group.items) > 1 and group.indent == line.indent
        return depth if level and not group.items[-1].blocks else None

    def _round(self, line: Line, mark: Mark) -> bool:
        """Whether a weak bullet is one: others begin so, and an "o" is set in, led to or before a capital."""
        if mark.tight:
            return self.rounds > 1
        first = line.text[mark.end : mark.end + 1]
        return self.rounds > 1 and (line.indent > 0 or first.isupper() or self._leads_on())

    def _led_anew(self, depth: int) -> bool:
        """Whether a sentence of its own after the last bullet asks, and leads to the bullets that follow."""
        last = self.open[depth].items[-1].blocks[-1:]
        line = last[0] if last and isinstance(last[0], Line) else None
        asks_more = line is not None and asks.shape(line.text) >= asks.Ask.DIRECTIVE
        asks_more = asks_more or (line is not None and line.gap > 0 and not leadins.divides(line.text))
        return line is not None and asks_more and line.text.endswith(":") and line.text[0].isupper()

    def _after_options(self, depth: int, line: Line, mark: Mark) -> bool:
        """Whether a bullet that asks comes after the years or options of one that asked."""
        item = self.open[depth].items[-1]
        options = [block for block in item.blocks if isinstance(block, Line)]
        led = item.body.text.endswith((":", "?")) and len(options) == len(item.blocks) > 0
        asked = asks.shape(item.body.text) >= asks.Ask.DIRECTIVE <= asks.shape(line.text[mark.end :])
        return (
            led
            and asked
            and all(
                values.is_value(each.text) or (len(each.text.split()) <= 5 and each.text[-1] not in ".?:")
                for each in options
            )
        )

    def _new_bullets(self, depth: int) -> bool:
        """Whether words between the bullets lead to a list of their own."""
        lines = [block for block in self.open[depth].items[-1].blocks if isinstance(block, Line)]
        asked = any(asks.shape(line.text) is asks.Ask.OPEN for line in lines)
        if not lines:
            return False
        leads = lines[-1].text.endswith(":") or boilerplate.awaits(lines[-1].text)
        return self.broken or asked or leads or lines[-1].gap > 0

    def _compound(self, line: Line, mark: Mark) -> bool:
        """2a, 1.1: under the item it names, else beside its like."""
        path = tuple(step.raw for step in mark.steps)
        scale, value = scales(mark.steps[-1])[0]
        for depth in range(len(self.open) - 1, -1, -1):
            group = self.open[depth]
            latest = group.items[-1].path
            if (latest[:-1] if latest[-1] == "0" else latest) == path[:-1] and path[-1] != "0":
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
            above = group.items[-1].path
            last = scales(Step(above[0]))[0][1] if len(above) > 1 and group.scale == "1" else group.last
            if group.scale == first[0] and last <= first[1] <= last + _FAR:
                return self._continue(depth, line, mark, first[1])
        if path[-1].lower() not in ("1", "a", "i") or (self.open and mark.style == " "):
            return False
        if mark.weak and self.later.get((*scales(mark.steps[-1])[0][:1], mark.style, 2), -1) <= self.place:
            return False
        self.close(0)
        return self._open(line, mark, *first)

    def _continue(self, depth: int, line: Line, mark: Mark, value: int) -> bool:
        while len(self.open) > depth + 1:
            ended = self.open.pop()
            self.ended[ended.scale, ended.style] = ended.last
            self._under().extend(sandwich(ended))
        group = self.open[depth]
        group.items[-1].loose = loosen(group, self.width)
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
            name = "".join(own) if mark.style == "code" else number_of(own, self.open[depth].scale)
            return Item(line, mark, body, own, name)
        name = own[0]
        if above is not None and above.scale not in SECTIONS and above.items[-1].number:
            own = above.items[-1].path + own
            name = joined(above.items[-1].number, name, self.open[depth].scale)
        return Item(line, mark, body, own, name)
