"""The unmarked lines after a marked item: whose they are."""

from __future__ import annotations

from foi_tracker.intake.questions import asks, boilerplate, leadins, values
from foi_tracker.intake.questions.lines import Line, wraps
from foi_tracker.intake.questions.tree import Block, Group

_JOINERS = (
    *(
        "and",
        "or",
        "also",
        "and also",
        "a",
        "ac",
        "plus",
        "firstly",
        "secondly",
        "thirdly",
        "lastly",
        "finally",
    ),
    *("then", "next", "additionally", "in addition", "furthermore"),
)


def breaks(line: Line) -> bool:
    """Words after which a new list is no part of the item above them."""
    words = line.text
    anew = words[:21].lower() == "for each of the above" or (line.gap > 0 and leadins.divides(words))
    return (
        anew
        or boilerplate.is_sign_off(words)
        or boilerplate.is_process(words)
        or boilerplate.is_format(words)
    )


def tail(group: Group) -> tuple[list[Block], int]:
    """Where the lines after the group's last item lie, and at which of them they begin."""
    blocks = group.items[-1].blocks
    while blocks and isinstance(blocks[-1], Group):
        blocks = blocks[-1].items[-1].blocks
    first = len(blocks)
    while first and isinstance(blocks[first - 1], Line):
        first -= 1
    return blocks, first


def sandwich(group: Group) -> list[Block]:
    """Words after the last of a nested list that finish the sentence its lead-in began."""
    blocks, first = tail(group)
    lines = blocks[first:]
    if lines and isinstance(lines[0], Line) and lines[0].text[0].islower() and len(group.items) > 1:
        above = group.items[-1].body.text
        brief = len(above.split()) < 8 and asks.shape(above) < asks.Ask.DIRECTIVE
        if brief or not wraps(group.items[-1].body, lines[0], 0):
            del blocks[first:]
            return lines
    return []


def loosen(group: Group, width: int) -> list[Line]:
    """A heading, or an unmarked line that asks, that stands alone before the series goes on."""
    blocks, first = tail(group)
    taken: list[Line] = []
    while first < len(blocks) and len(taken) < 4:
        line = blocks[-1]
        assert isinstance(line, Line)
        before = blocks[-2] if len(blocks) - first > 1 else None
        over = before if isinstance(before, Line) else before_tail(group, blocks, first)
        above = over if over.text else None
        footer = boilerplate.is_footer(line.text)
        if not footer and not _stands_alone(line, above, len(blocks) - first, width):
            break
        taken.insert(0, line)
        blocks.pop()
        if not footer:
            break
    return taken


def _stands_alone(line: Line, above: Line | None, lines: int, width: int) -> bool:
    """Whether a line before the next of a series is a heading or a lead-in, and no part of the item above."""
    if above is not None and is_joiner(line.text):
        return True
    if above is None or wraps(above, line, width) or _title_over(above, line) or above.text[-1] in ":,":
        return False
    if line.text.endswith(":") and (
        leadins.is_lead_in(line.text)
        or asks.shape(line.text) >= asks.Ask.DIRECTIVE
        or "please" in line.text.lower()
    ):
        return True
    if (
        boilerplate.holds_for_all(line.text)
        or boilerplate.limits(line.text)
        or boilerplate.explains(line.text)
        or (line.gap > 0 and boilerplate.is_note(line.text))
    ):
        return True
    alone = lines == 1 or line.gap > 0 or above.text[-1] in ".?!;"
    return alone and heading_shaped(line.text) and asks.shape(line.text) != asks.Ask.DIRECTIVE


def release(group: Group, width: int, begins: bool = False) -> list[Block]:
    """The lines after a list's last item that are not part of it; `begins` where another list comes next."""
    blocks, first = tail(group)
    kept = first
    above = before_tail(group, blocks, first)
    spaced = sum(1 for each in group.items[1:] if each.line.gap) * 2 >= max(1, len(group.items) - 1)
    options = False
    followed = sum(any(isinstance(block, Line) for block in each.blocks) for each in group.items[:-1])
    titled = len(group.items) == 1 or followed > 0
    spaced = spaced or (followed > 0 and followed == len(group.items) - 1 and bool(group.items[-1].body.text))
    waits = _only_divides(group.items[-1].body.text)
    while kept < len(blocks):
        line = blocks[kept]
        assert isinstance(line, Line)
        if waits and line.gap == 0:
            waits = asks.shape(line.text) < asks.Ask.DIRECTIVE
            above, kept = line, kept + 1
            continue
        if kept == first and not titled and not above.text.endswith(":") and _title_over(above, line):
            break
        if above.text and not goes_on(above, line, width, spaced, options, kept > first):
            break
        options = options or above.text.endswith(":")
        above = line
        kept += 1
    if begins and kept == len(blocks) and _heads_next(blocks, first, group):
        kept -= 1
    rest = blocks[kept:]
    del blocks[kept:]
    return rest


def _only_divides(words: str) -> bool:
    """Whether an item's first line only says by what its question is to be divided: "For each year:"."""
    return words.endswith(":") and leadins.is_breakdown(words) and asks.shape(words) is asks.Ask.NO


def _heads_next(blocks: list[Block], first: int, group: Group) -> bool:
    """Whether a single year or date after a list's last item is the heading of the list that follows."""
    if len(blocks) - first != 1:
        return False
    line, above = blocks[first], before_tail(group, blocks, first)
    return isinstance(line, Line) and values.is_value(line.text) and above.text[-1:] not in ":,"


def before_tail(group: Group, blocks: list[Block], first: int) -> Line:
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


def goes_on(above: Line, line: Line, width: int, spaced: bool, options: bool, further: bool = False) -> bool:
    """Whether a line after the last item of a list is still part of that item."""
    words = line.text
    if boilerplate.is_sign_off(words):
        return False
    if wraps(above, line, width) or "\t" in words:
        return True
    if values.is_value(words):
        return line.gap == 0 or spaced or above.text.endswith(":") or values.is_value(above.text)
    if boilerplate.is_process(words) or boilerplate.is_format(words) or boilerplate.is_scope(words):
        return False
    if line.gap and boilerplate.is_note(words):
        return False
    if _title_over(above, line) or (above.text.endswith(":") and line.gap == 0):
        return True
    if options and line.gap == 0 and len(words.split()) <= 8 and words[-1] not in ".?:":
        return True
    if words.startswith("(") and line.gap == 0:
        return not boilerplate.is_fallback(words[1:])
    if line.gap and leadins.divides(words):
        return False
    if further and leadins.is_breakdown(words):
        return True
    if heading_shaped(words) and words.endswith(":"):
        return False
    return spaced and line.gap == 0 and not boilerplate.is_fallback(words)


def _title_over(above: Line, line: Line) -> bool:
    """Whether a marked item's own line is only a title, with what it asks on the next."""
    return line.gap == 0 and heading_shaped(above.text) and not asks.shape(above.text)


def is_joiner(words: str) -> bool:
    """An "and" on a line of its own."""
    return words.strip(" ,;:").lower() in _JOINERS


def emphasised(words: str) -> bool:
    """Whether a whole line is in bold, as a title is."""
    return len(words) > 4 and words[:2] == words[-2:] and words[:2] in ("**", "__")


def heading_shaped(words: str) -> bool:
    """A short line that begins with a capital and does not end as a sentence."""
    words = words.strip("*_# ")
    return (
        0 < len(words.split()) <= 12
        and words[:1].isupper()
        and words[-1] not in ".?;,"
        and not values.is_value(words)
        and "\t" not in words
    )
