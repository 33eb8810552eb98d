"""What marks an item at the start of a line, or within one: 1. (a) iv) Q3: 2b) 1.1 and bullets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from foi_tracker.intake.questions.lines import Line

BULLETS = (
    "•·●○▪■□◦‣⁃∙➢➤►▶✓✔❖◆❑"
    "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06c\uf06e\uf0a8\uf071\uf02d\uf0de\x95"  # Word's own
)
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_DRESS = re.compile(rf"[{_UNSEEN}]{{0,20}}+(?:#{{1,6}} )?+(?:\*\*|__)?+")
_BULLET = re.compile(
    rf"[{re.escape(BULLETS)}]++\s*+|[-–—*+>](?:\s++(?=\S)|(?<=[-–—])(?=[A-Za-z(“\"£]))"
    r"|o(?:\t| {2,})\s*+(?=\S)"
)
_WORD = re.compile(
    r"(?P<word>question|qu|qn|q|query|request|item|point|part|cwestiwn|cais)\s?[.#]?\s?(?:no\.? ?)?",
    re.IGNORECASE,
)
_COUNTED = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_DIGITS = re.compile(r"\d{1,3}+(?!\d)")
_ALPHA = re.compile(r"(?:[ivx]{1,6}|[IVX]{1,6}|[a-z]|[A-Z])(?![A-Za-z])")
_END = re.compile(r"\s?(?:[.:)\]]{1,2}\s?[-–—]?|[-–—/])(?=[\s\"“‘'*]|$)|[.:)\]]{1,2}(?=[A-Za-z(\[£“‘\"'*])")
_MONTH = re.compile(
    r"(?:st |nd |rd |th )?\s*(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\b",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a mark: a number, or letters that may be Roman."""

    raw: str

    @property
    def digit(self) -> bool:
        return self.raw.isdecimal()

    @property
    def upper(self) -> bool:
        return self.raw.isupper()

    @property
    def value(self) -> int:
        """Its place counted as a number, or in the alphabet; 0 when it is Roman only."""
        if self.digit:
            return int(self.raw)
        return ord(self.raw.lower()) - 96 if len(self.raw) == 1 else 0

    @property
    def roman(self) -> int:
        """Its value as a Roman numeral, or 0."""
        total = before = 0
        for letter in reversed(self.raw.lower()):
            worth = _ROMAN.get(letter, 0)
            if not worth:
                return 0
            total += worth if worth >= before else -worth
            before = max(before, worth)
        return total


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker found in a line: its levels (2a is two), how it is written, and where in the line it lies.

    `weak` marks are taken for markers only where a series bears them out.
    """

    steps: tuple[Step, ...]
    style: str
    start: int
    end: int
    weak: bool = False

    @property
    def bullet(self) -> bool:
        return not self.steps


def at_start(line: Line) -> tuple[Mark, ...]:
    """The marks a line begins with, outermost first: usually none or one, for "1. a)" two."""
    found: list[Mark] = []
    place = 0
    for _ in range(3):
        mark = _scan(line.text, place, inner=bool(found))
        if mark is None:
            break
        if found and found[-1].bullet and not mark.bullet:
            found.pop()
        found.append(mark)
        place = mark.end
    return tuple(found)


def _scan(text: str, place: int, inner: bool = False) -> Mark | None:
    dress = _DRESS.match(text, place)
    at = dress.end() if dress else place
    if not inner:
        bullet = _BULLET.match(text, at)
        if bullet:
            return Mark((), "bullet" + text[at], place, bullet.end())
        worded = _worded(text, place, at)
        if worded:
            return worded
    mark = _plain(text, place, at)
    if mark is None or (inner and (mark.weak or mark.style not in (".", ")", "()"))):
        return None
    return mark


def _worded(text: str, place: int, at: int) -> Mark | None:
    """Question 3, Q3a:, Request two."""
    word = _WORD.match(text, at)
    if not word:
        return None
    name = word["word"].lower()
    number = _DIGITS.match(text, word.end())
    if number:
        steps, end = _below([Step(number[0])], text, number.end())
    else:
        spelt = re.compile(r"[a-z]{3,6}\b", re.IGNORECASE).match(text, word.end())
        if not spelt or spelt[0].lower() not in _COUNTED or name in ("qu", "qn", "q"):
            return None
        steps, end = [Step(str(_COUNTED.index(spelt[0].lower()) + 1))], spelt.end()
    close = _END.match(text, end)
    if (
        not close
        and text[end:].strip("* ")
        and not (name.startswith("q") and len(name) < 3 and text[end].isspace())
    ):
        return None
    end = _skip(text, close.end() if close else end)
    return Mark(tuple(steps), "part" if name == "part" else "Q", place, end)


def _plain(text: str, place: int, at: int) -> Mark | None:
    """1. 1) (1) 1 - 1: a) (iv) 2a) 1.1 1.a. and, weakly, a bare number."""
    opened = text[at : at + 1] in ("(", "[")
    at += opened
    first = _DIGITS.match(text, at) or _ALPHA.match(text, at)
    if not first:
        return None
    steps, end = _below([Step(first[0])], text, first.end())
    close = _END.match(text, end)
    if close is None:
        return None if opened else _bare(steps, text, place, end)
    if opened and close[0].strip()[:1] not in (")", "]"):
        return None
    after = text[close.end() : close.end() + 24]
    if _not_a_mark(steps, close[0], after):
        return None
    sign = close[0].strip()
    style = "()" if opened else ("-" if sign[:1] in ("-", "–", "—", "/") else sign[0])
    return Mark(tuple(steps), style, place, _skip(text, close.end()))


def _not_a_mark(steps: list[Step], sign: str, after: str) -> bool:
    """e.g. and U.K.; 1 - October; a dash after a letter or an I, which words also do."""
    joined = bool(after) and not after[0].isspace()
    if joined and "." in sign and (after[1:2] == "." or (after[0].islower() and not steps[0].digit)):
        return True
    if sign.strip()[:1] in ("-", "–", "—", "/"):
        return _MONTH.match(after) is not None or (not steps[0].digit and not steps[0].upper)
    return False


def _bare(steps: list[Step], text: str, place: int, end: int) -> Mark | None:
    """A number with only white space after it: sure before a tab or a wide space, else weak."""
    space = end
    while space < len(text) and text[space].isspace():
        space += 1
    if space == end or space == len(text):
        return None
    wide = space - end > 1 or text[end] == "\t"
    if _MONTH.match(text, space) or (not steps[0].digit and not wide) or not (wide or text[space].isalpha()):
        return None
    return Mark(tuple(steps), " ", place, space, weak=not (wide and steps[0].digit) and len(steps) < 2)


def _below(steps: list[Step], text: str, end: int) -> tuple[list[Step], int]:
    """The lower levels written straight after the first: the a of 2a, 2(a), 2.a. and the 1 of 2.1."""
    while len(steps) < 4:
        dot = text[end : end + 1] == "."
        opened = text[end + dot : end + dot + 1] == "("
        at = end + dot + opened
        found = (
            _ALPHA.match(text, at)
            if not (steps[-1].digit and dot)
            else _DIGITS.match(text, at) or _ALPHA.match(text, at)
        )
        if not found or (found[0].isupper() and not dot and not opened and steps[-1].upper):
            break
        if not steps[-1].digit and not opened and not (dot and found[0].isdecimal()):
            break
        after = text[found.end() : found.end() + 1]
        if opened and after != ")":
            break
        if (
            not found[0].isdecimal()
            and not opened
            and after not in (".", ")", ":", "]", "\t", "")
            and (dot or after != " ")
        ):
            break
        if dot and found[0].isdecimal() and after and after not in ".):] \t":
            break
        steps = [*steps, Step(found[0])]
        end = found.end() + opened
    return steps, end


def _skip(text: str, place: int) -> int:
    while place < len(text) and (text[place].isspace() or text[place] in _UNSEEN):
        place += 1
    return place


_WITHIN = re.compile(
    r"(?<!\S)(?:(?P<q>[Qq])\s?(?P<qn>\d{1,2})[.:)]?|(?P<open>[(\[])?(?P<raw>\d{1,2}|[ivx]{1,5}"
    r"|[a-zA-Z])(?P<sign>[.)\]]{1,2}))(?=\s+\S)"
)
_JOINER = re.compile(r"[,;]?\s(?:and|or|&)\s*$", re.IGNORECASE)


def cut_within(line: Line, marks: Sequence[Mark]) -> list[tuple[Line, tuple[Mark, ...]]]:
    """A line cut at the series of marks inside it ("1. … 2. … 3. …"); the line alone when there is none.

    A marked item is cut only where its own series goes on; letters inside a numbered item stay one question.
    """
    whole = [(line, tuple(marks))]
    if len(line.text) < 12 or (marks and marks[-1].bullet):
        return whole
    found = _series_within(line.text, marks)
    if len(found) < (1 if marks else 2):
        return whole
    cuts = [0, *(mark.start for mark in found), len(line.text)]
    pieces: list[tuple[Line, tuple[Mark, ...]]] = []
    for place, (start, end) in enumerate(itertools.pairwise(cuts)):
        if start == end:
            continue
        joiner = _JOINER.search(line.text, max(start, end - 12), end) if end < len(line.text) else None
        piece = line.piece(start, joiner.start() if joiner else end)
        if place == 0:
            pieces.append((piece, tuple(marks)))
        else:
            mark = found[place - 1]
            pieces.append((piece, (Mark(mark.steps, mark.style, 0, mark.end - start),)))
    return [piece for piece in pieces if piece[0].text]


def _series_within(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Marks inside a line that follow each other from the first of a series, or from the line's own mark."""
    wanted: dict[tuple[str, str], list[Mark]] = {}
    own = marks[-1] if marks else None
    for match in _WITHIN.finditer(text, own.end if own else 0):
        step = Step(match["qn"] or match["raw"])
        style = "Q" if match["q"] else ("()" if match["open"] else match["sign"][0])
        kind = "1" if step.digit else ("A" if step.upper else "a")
        if style == "." and kind == "a":
            continue
        mark = Mark((step,), style, match.start(), _skip(text, match.end()))
        for scale in (kind,) if step.digit or not step.roman else (kind, kind + "roman"):
            series = wanted.setdefault((scale, style), [])
            last = _worth(series[-1].steps[0], scale) if series else _before(own, scale, style)
            if last is not None and _worth(step, scale) == last + 1 and _may_cut(text, mark):
                series.append(mark)
    best = max(wanted.values(), key=len, default=[])
    return best if len(best) >= 2 or own else []


def _worth(step: Step, scale: str) -> int:
    return step.roman if scale.endswith("roman") else step.value


def _before(own: Mark | None, scale: str, style: str) -> int | None:
    """What the series must follow: nothing in an unmarked line, the line's own mark in a marked one."""
    if own is None:
        return 0
    step = own.steps[-1]
    if own.style != style or step.digit != (scale == "1"):
        return None
    return _worth(step, scale)


def _may_cut(text: str, mark: Mark) -> bool:
    """A new item follows punctuation, "and", or the start of the line; or begins with a capital."""
    before = text[max(0, mark.start - 8) : mark.start].rstrip()
    if mark.style == "()" and mark.steps[0].value == 1:
        return True
    ready = not before or before[-1] in '.?!;:,)”"…-–' or before.lower().endswith((" and", " or", " &"))
    return ready or text[mark.end : mark.end + 1].isupper()
