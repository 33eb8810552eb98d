"""What marks an item at the start of a line, or within one: 1. (a) iv) Q3: 2b) 1.1 and bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from foi_tracker.intake.questions import boilerplate
from foi_tracker.intake.questions.lines import Line

BULLETS = (
    "•·●○▪■□◦‣⁃∙➢➤►▶✓✔❖◆❑"
    "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06c\uf06e\uf0a8\uf071\uf02d\uf0de\x95"  # Word's own
)
_DOTS = "•·∙●"
"""Dots that one list mixes, as programs copy them."""
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_DRESS = re.compile(rf"[{_UNSEEN}]{{0,20}}+(?:#{{1,6}} )?+(?:\*\*|__|[‘“](?=Q?\d))?+")
_BULLET = re.compile(
    rf"[{re.escape(BULLETS)}]++\s*+|:?[-–—*+>](?:\s++(?=\S)|(?<=[-–—])(?=[A-Za-z(“\"£]))"
    r"|o(?:\t|  |\r?\n)\s*+(?=\S)"
)
_TIGHT_STAR = re.compile(r"\*(?=[A-Za-z(“\"£][^*]*+$)")
"""A star before a word and no other after it, as emphasis has: a bullet only where more lines have it."""
_ROUND = re.compile(r"o (?=[\w(“\"£])")
"""Word's hollow bullet copied as a letter; a word of Welsh too, so a bullet only where more lines have it."""
_WORD = re.compile(
    r"(?:foi )?(?P<word>question|qu|qn|q|query|request|item|issue|point|part|cwestiwn|cais"
    r"|no(?=\. ?\d)|#(?=\d))"
    r"\s?[.,#]?\s?(?:no\.? ?|number ?)?",
    re.IGNORECASE,
)
_COUNTED = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_DIGITS = re.compile(r"\d{1,3}+(?!\d)")
_ALPHA = re.compile(r"(?:[ivx]{1,6}|[IVX]{1,6}|[a-z]|[A-Z])(?![A-Za-z])")
_END = re.compile(
    r"\s?(?:[.:)\]]{1,2}\s?[-–—]?|[-–—/]|,(?=\s++[A-Za-z]))(?=[\s\"“‘'*]|$)|[.:)\]]{1,2}(?=[A-Za-z(\[£“‘\"'*])|/(?=[A-Z][a-z])"
)
_TIGHT = re.compile(r"\d{1,2}(?=[A-Z][a-z]{1,20}+ )")
"""3What is: a number whose stop and space were lost counts where a series bears it out."""
_CODE = re.compile(r"(?P<letter>[A-HJ-P])(?P<number>\d{1,2})(?P<lower>[a-h])?(?:[.:)](?=\s)|(?=\s))")
"""A1, B2, B3a: a mark only in a series, as roads are named so too."""
_LOWER = re.compile(r"([b-hj-n]|a(?= [A-Z]))[.)]?\s++(?=[A-Z])")
"""The lower level of a number that stands apart: 3 a Treatment, 3 b Care."""
_AGAIN = re.compile(r"(?P<number>\d{1,2})(?P<letter>[a-h])[.)]?\s++(?=\S)")
_MONTH = re.compile(
    r"(?:st |nd |rd |th )?\s*+(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\b",
    re.IGNORECASE,
)
DASHES = ("-", "–", "—", "/")
_LONGEST = 200
"""Characters in which a line's marks must have been written."""
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a mark: a number, or letters that may be Roman."""

    raw: str

    @property
    def digit(self) -> bool:
        """Whether it is a number."""
        return self.raw.isdecimal()

    @property
    def upper(self) -> bool:
        """Whether it is a capital."""
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

    `weak` marks count only where a series bears them out; a `tight` bullet has no space after.
    """

    steps: tuple[Step, ...]
    style: str
    start: int
    end: int
    weak: bool = False
    tight: bool = False

    @property
    def bullet(self) -> bool:
        """Whether it is a bullet, which has no place in a series."""
        return not self.steps


def at_start(line: Line) -> tuple[Mark, ...]:
    """The marks a line begins with, outermost first: usually none or one, for "1. a)" two."""
    return () if boilerplate.is_footer(line.text) else _marks(line.text[:_LONGEST])


def is_torn(line: Line) -> bool:
    """Whether a line is no more than a bullet, whose words a program put below it."""
    return len(line.text) == 1 and (line.text in BULLETS or line.text in "-–—*+o")


def clear_cache() -> None:
    """Forget the lines met before, as a measure of the work needs."""
    _marks.cache_clear()


@lru_cache(maxsize=4096)
def _marks(text: str) -> tuple[Mark, ...]:
    found: list[Mark] = []
    place = 0
    for _ in range(3):
        mark = _scan(text, place, inner=bool(found))
        mark = mark or _lower_of(found, text, place) or _number_after_bullet(found, text, place)
        if mark is None:
            break
        said_again = bool(found) and bool(mark.steps) and found[-1].steps == mark.steps
        if said_again:
            mark = replace(mark, start=found[-1].start)
        if found and ((found[-1].bullet and not mark.bullet) or said_again):
            found.pop()
        found.append(mark)
        place = mark.end
    return tuple(found)


def _lower_of(found: list[Mark], text: str, place: int) -> Mark | None:
    """The a of "1. 1a How many": the number said again with its first letter."""
    steps = found[-1].steps if found else ()
    again = _AGAIN.match(text, place)
    if len(steps) != 1 or not again or again["number"] != steps[0].raw:
        return None
    return Mark((Step(again["letter"]),), " ", place, again.end())


def _number_after_bullet(found: list[Mark], text: str, place: int) -> Mark | None:
    """The bare number of "- 1 Where": it counts where a series bears it out."""
    number = _DIGITS.match(text, place) if found and found[-1].bullet else None
    return _bare([Step(number[0])], text, place, number.end()) if number else None


def _scan(text: str, place: int, inner: bool = False) -> Mark | None:
    dress = _DRESS.match(text, place)
    at = dress.end() if dress else place
    if not inner:
        bullet = _BULLET.match(text, at)
        if bullet:
            sign = bullet[0].lstrip(":")[0]
            sign = "-" if sign in DASHES else "•" if sign in _DOTS else sign
            return Mark((), "bullet" + sign, place, bullet.end(), tight=not bullet[0][-1].isspace())
        if _TIGHT_STAR.match(text, at):
            return Mark((), "bullet*", place, at + 1, weak=True, tight=True)
        if _ROUND.match(text, at):
            return Mark((), "bulleto", place, at + 2, weak=True)
        code = _CODE.match(text, at)
        if code:
            steps = tuple(Step(each) for each in code.groups() if each)
            return Mark(steps, "code", place, skip(text, code.end()), weak=True)
        worded = _worded(text, place, at)
        if worded:
            return worded
    mark = _plain(text, place, at)
    if mark is None or (inner and (mark.weak or mark.style not in (".", ")", "()"))):
        return None
    return mark


def _worded(text: str, place: int, at: int) -> Mark | None:
    """Question 3, Q3a:, Request two, No. 4, #5."""
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
        and not (name[0] in "q#n" and len(name) < 3 and text[end].isspace())
    ):
        return None
    end = skip(text, close.end() if close else end)
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
    if close is None and not opened and _TIGHT.match(text, at) and len(steps) == 1:
        return Mark(tuple(steps), " ", place, end, weak=True)
    if close is None:
        return None if opened else _bare(steps, text, place, end)
    if opened and close[0].strip()[:1] not in (")", "]"):
        return None
    after = text[close.end() : close.end() + 24]
    if _not_a_mark(steps, close[0], after):
        return None
    sign = close[0].strip()
    style = "()" if opened else ("-" if sign[:1] in DASHES else sign[0])
    end = skip(text, _undress(text, close.end(), at - opened - place))
    weak = style == "," or (style == "-" and steps[0].raw.islower())
    return Mark(tuple(steps), style, place, end, weak=weak)


def _undress(text: str, place: int, dress: int) -> int:
    """Past the emphasis that closes after the mark where it opened before it: **1.** How many."""
    return place + 2 if dress and text[place : place + 2] in ("**", "__") else place


def _not_a_mark(steps: list[Step], sign: str, after: str) -> bool:
    """e.g. and U.K.; 1 - October; a comma after a capital, which is a name's."""
    joined = bool(after) and not after[0].isspace()
    if joined and "." in sign and (after[1:2] == "." or (after[0].islower() and not steps[0].digit)):
        return True
    if sign == "," and not steps[0].digit and not steps[0].raw.islower():
        return True
    if sign.strip()[:1] in DASHES:
        return _MONTH.match(after) is not None
    return False


def _bare(steps: list[Step], text: str, place: int, end: int) -> Mark | None:
    """A number with only white space after it: sure before a tab or a wide space, else weak."""
    space = end
    while space < len(text) and text[space].isspace():
        space += 1
    if space == end or space == len(text):
        return None
    wide = space - end > 1 or text[end] == "\t"
    lower = _LOWER.match(text, space)
    if lower and len(steps) == 1 and steps[0].digit:
        return Mark((*steps, Step(lower[1])), " ", place, lower.end(), weak=True)
    letter = steps[0].raw.islower() and len(steps[0].raw) == 1 and text[space].isupper()
    if _MONTH.match(text, space) or not (steps[0].digit or wide or letter):
        return None
    if not (wide or text[space].isalpha()):
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
            and (not _stands_apart(found[0], text, found.end()) if dot else after != " ")
        ):
            break
        if dot and found[0].isdecimal() and after and after not in ".):] \t":
            break
        steps = [*steps, Step(found[0])]
        end = found.end() + opened
    return steps, end


def _stands_apart(letter: str, text: str, end: int) -> bool:
    """Whether a letter after "2." is its lower level and no word: "2.b of", "2.a The", not "2.a list"."""
    spaced = text[end : end + 1] == " "
    word = letter.lower() in ("a", "i", "o", "y")
    return spaced and (not word or (letter.islower() and text[end + 1 : end + 2].isupper()))


def skip(text: str, place: int) -> int:
    """The next place that holds something to be seen."""
    while place < len(text) and (text[place].isspace() or text[place] in _UNSEEN):
        place += 1
    return place
