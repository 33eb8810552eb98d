"""A text as lines that hold words, each knowing its place; wrapped lines known as one paragraph."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace

from foi_tracker.intake.questions import asks
from foi_tracker.intake.questions.wording import pattern

MOST_LINES = 5000
"""A hundred pages. What is after that many lines is kept as closing words and not read for questions."""
_EDGE = re.compile(r"(?<=[.?!])[\"”’')\]]{0,3}\s++(?=[\"“‘'(\[]{0,2}[A-Z0-9£•]|\((?:the|this|these|there) )")
_LOWER_EDGE = re.compile(r"(?<=[.?!])[\"”’')\]]{0,3}\s++(?=[\"“‘'(\[]{0,2}[a-z0-9£•])")
"""Between sentences where nothing is written in capitals."""
_GLUED = re.compile(
    r"(?:(?<=[a-z][.:?!;])|(?<=\d\d\d\.)|(?<=[A-Za-z0-9)\]][)\]][.:?!;]))(?=[A-Z][a-z])"  # …held.The number
    r"|(?<=[a-z)\].:?!;,])(?=\d{1,2}[.)]\s{0,3}[A-Z])"  # …this?2. Of these
    r"|(?<=[a-z).?!;])(?=[•●·▪])"
)
"""Where a page that lost its line breaks runs one line on into the next without a space."""
_SHORT = 20
"""Characters: what is shorter at the start of a line is a mark or a name."""
_BRIEF = 45
"""Characters: what is shorter was not broken for its length."""
_WIDEST = 120
"""Characters: what is longer is a paragraph."""
_OPEN_END = pattern(
    r"""\s(?:and|or|the|of|a|an|which|your|their|our|my|to|from|by|with|than|into|between|regarding|including|any|all
    |each|every|not|be|been|being|has|have|had|will|would|can|may|its|his|her|as|if|whose|these|those|this|such|via
    |against)\Z"""
)
"""Words no line ends with unless it wraps."""
_SHORTENED = re.compile(
    r"(?:mr|mrs|ms|miss|dr|prof|st|nos?|e\.?g|i\.?e|etc|vs|approx|inc|incl|ltd|dept|ref|tel|ext|fig|pp?|ss?|art|reg"
    r"|cllr|rev|hon|sgt|insp|col|gen|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|para|sch|min|max|avg|est)\Z"
)
"""Words that a full stop shortens, after which a sentence goes on."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line's words: text[start:end] of the original, without the white space at either end.

    `indent` columns of white space before it, `gap` blank lines above it.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    gap: int = 0

    def piece(self, start: int, end: int) -> Line:
        """A part of this line, by places within it, trimmed of white space."""
        words = self.text[start:end]
        lead = len(words) - len(words.lstrip())
        words = words.strip()
        at = self.start + start + lead
        return Line(at, at + len(words), words, self.indent, self.gap if start == 0 else 0)


def read(text: str) -> list[Line]:
    """Every line that holds anything but white space, up to MOST_LINES."""
    lines: list[Line] = []
    place = gap = 0
    for raw in text.splitlines(keepends=True):
        if len(lines) == MOST_LINES:
            break
        words = raw.strip()
        if words:
            lead = len(raw) - len(raw.lstrip())
            indent = sum(4 if c == "\t" else 1 for c in raw[:lead])
            whole = Line(place + lead, place + lead + len(words), words, indent, gap)
            lines += _unglued(whole)
            gap = 0
        else:
            gap += 1
        place += len(raw)
    return _closed_up(lines)


def _closed_up(lines: list[Line]) -> list[Line]:
    """The lines; without the blank line that a program put after every one, where the words run on."""
    if any(line.gap != 1 for line in lines[1:]):
        return lines
    pairs = list(itertools.pairwise(lines))
    broken = [len(above.text) for above, below in pairs if _runs_over(above, below, 0)]
    if len(broken) < 2:
        return lines
    runs = [False, *(_runs_over(above, below, max(broken)) for above, below in pairs)]
    return [replace(line, gap=0) if on else line for line, on in zip(lines, runs, strict=True)]


def _runs_over(above: Line, below: Line, width: int) -> bool:
    """Whether a line breaks off, for its length where a `width` is known, and the one below goes on."""
    breaks = above.text[-1] not in ".?!:;" and _BRIEF < len(above.text) <= _WIDEST
    full = width and len(above.text) + 1 + len(below.text.split(maxsplit=1)[0]) > width - 8
    return breaks and (below.text[0].islower() or bool(full and below.text[0].isalpha()))


def _unglued(line: Line) -> list[Line]:
    """The line; or its lines, where more than one of them, or a number, was run on into the next."""
    edges = [match.start() for match in _GLUED.finditer(line.text) if match.start() > _SHORT]
    if len(edges) < 2 and not any(line.text[edge].isdecimal() for edge in edges):
        return [line]
    return [line.piece(a, b) for a, b in itertools.pairwise([0, *edges, len(line.text)])]


def wrap_width(lines: list[Line]) -> int:
    """The column a mail program broke the lines at, or 0: then no line is a continuation by its length."""
    long = Counter(len(line.text) // 4 for line in lines if 50 <= len(line.text) <= 100)
    widest = max((len(line.text) for line in lines), default=0)
    if sum(long.values()) < 4 or widest > 110 or _none_wraps(lines):
        return 0
    return widest


def _none_wraps(lines: list[Line]) -> bool:
    """Whether there are long lines without an end, and the one under each begins with a capital."""
    below = [
        line.text[0]
        for above, line in itertools.pairwise(lines)
        if len(above.text) > 45 and above.text[-1] not in ".?!:;," and line.gap == 0
    ]
    return bool(below) and all(sign.isupper() for sign in below)


def wraps(above: Line, below: Line, width: int) -> bool:
    """Whether `below` goes on with the sentence of `above`."""
    if below.gap:
        return False
    runs_on = below.text[0].islower() or re.match(r"\(\w{4,}", below.text) is not None
    if runs_on and above.text[-1] not in ".?!:;":
        return True
    if _OPEN_END.search(above.text[-12:]) and len(above.text) > 50:
        return True
    if _breaks_off(above, below):
        return True
    if not width or above.text[-1] in ".?!:":
        return False
    first = below.text.split(maxsplit=1)[0]
    return len(above.text) + 1 + len(first) > width - 8 and len(above.text) > 45


def _breaks_off(above: Line, below: Line) -> bool:
    """Whether a long line that asks has no end, and what follows ends it and could not stand alone."""
    whole = below.text[-1] in ".?" and below.text[0].isupper() and len(below.text.split()) > 2
    if not whole or not 55 <= len(above.text) <= 100 or not above.text[-1].isalpha():
        return False
    asks_on = asks.shape(below.text) > asks.Ask.NO or asks.begins_with_article(below.text)
    asked = asks.shape(above.text) >= asks.Ask.DIRECTIVE or above.text[0].islower()
    return asked and not asks_on


def sentences(line: Line) -> list[Line]:
    """The sentences of a line or of a joined paragraph, in order."""
    cuts = [0]
    lower = line.text.islower()
    for edge in (_LOWER_EDGE if lower else _EDGE).finditer(line.text):
        if line.text[edge.start() - 1] != ".":
            cuts.append(edge.end())
            continue
        before = line.text[max(0, edge.start() - 12) : edge.start()].rstrip(".?!")
        word = before.replace("(", " ").replace("[", " ").rpartition(" ")[2].lower().strip()
        shortened = _SHORTENED.match(word) or (len(word) == 1 and word.isalpha() and word != "i")
        if not shortened:
            cuts.append(edge.end())
    cuts.append(len(line.text))
    return [line.piece(a, b) for a, b in itertools.pairwise(cuts) if line.text[a:b].strip()]


def adjacent(text: str, above: Line, below: Line) -> bool:
    """Whether nothing but white space lies between two lines."""
    return not text[above.end : below.start].strip()


def join(text: str, lines: list[Line]) -> Line:
    """Neighbouring lines as one stretch of the original text."""
    first, last = lines[0], lines[-1]
    return Line(first.start, last.end, text[first.start : last.end], first.indent, first.gap)
