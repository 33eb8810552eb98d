"""A letter as sentences: wrapped lines joined, quotation marks and white space made plain."""

from __future__ import annotations

import bisect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from foi_tracker.intake.questions import lines
from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.text import normalise

HEADING = 90
"""Characters: what stands alone on a shorter line, and does not end like a sentence, may be a heading."""
LONGEST = 2000
"""Characters of a sentence: what is longer is none."""
MOST, _LAST = 4000, 1000
"""Sentences that are read, and how many of them at the end."""
_WRAPPED = 140
"""Characters: where nine lines in ten are shorter, they were broken by a mail program or a scanner."""
_FULL, _LEAST_FULL = 0.82, 45
"""Of the width that lines have: one that its next word would not have made longer was not broken for that."""

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "^": ""}
)
_LINK_MARK = re.compile(r"(?<!\d)\[\d{1,3}\](?!\()")
"""The numbers that a mail program sets before a link: "[1]https://..."; and never a markdown link."""
_MARKED = pattern(r"""(?:[-•*·●▪]|(?:q|question )?\(?\d{1,2}[.):]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])(?:\s
    |\Z)""")
_OPEN_END = pattern(
    r"""\s(?:sections?|regulations?|under|the|of|and|or|to|an?|by|in|for|with|from|that|which|your|our)\Z"""
)
"""Words no line ends with unless it was broken there."""
_MARK_ALONE = pattern(r"""(?:q|question )?\(?(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})[.):]{1,2}""")
_CELLS = re.compile(r"\s{0,9}(?:\W{0,2}\w{0,3}\W{0,2}\t)?[^\t]{1,400}+\t\s{0,9}\S")
"""A row of a table, which was not broken for its length; a tab after a list's mark makes none."""
_STOPS = ".?!:;"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a heading or a cell of a letter."""

    text: str
    line: int  # that it begins on, from 1
    alone: bool = False  # it is all that its line or paragraph holds
    theirs: bool = False  # the requester's words, said back to them
    opens: bool = True  # it begins a paragraph

    @property
    def low(self) -> str:
        """The words without regard to case."""
        return self.text.lower()

    @property
    def is_heading(self) -> bool:
        """Whether it stands alone and is no sentence."""
        return self.alone and len(self.text) <= HEADING and self.text[-1] not in ".;,"


def plain(text: str) -> str:
    """The words with straight quotation marks and hyphens, and without the marks that mail sets at links."""
    return _LINK_MARK.sub("", normalise(text).translate(_PLAIN).replace("**", ""))


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together: their words as one, and where in these each line begins."""

    words: str
    last: str
    begins: list[tuple[int, int]]

    def add(self, number: int, row: str) -> None:
        self.begins.append((len(self.words) + 1, number))
        broken = self.words[-1] == "-" and self.words[-2:-1].islower() and row[0].islower()
        self.words = f"{self.words[:-1]}{row}" if broken else f"{self.words} {row}"
        self.last = row

    def sentences(self) -> Iterator[Sentence]:
        """Its sentences; a number that stands before one belongs to it."""
        pieces = lines.sentences(lines.Line(0, len(self.words), self.words))
        mark = ""
        for left, piece in zip(range(len(pieces), 0, -1), pieces, strict=True):
            if left > 1 and _MARK_ALONE.fullmatch(piece.text):
                mark = f"{mark}{piece.text} "
                continue
            place = bisect.bisect_right(self.begins, (piece.start, sys.maxsize)) - 1
            alone = len(pieces) - mark.count(" ") == 1
            opens = left + mark.count(" ") == len(pieces)
            yield Sentence(mark + _shortened(piece.text), self.begins[place][1], alone=alone, opens=opens)
            mark = ""


def _shortened(words: str) -> str:
    """The words; of what is too long for a sentence its beginning and its end."""
    half = LONGEST // 2
    return words if len(words) <= LONGEST else f"{words[:half]} {words[-half:]}"


def read(text: str) -> tuple[Sentence, ...]:
    """The sentences of a letter that is made plain, in order.

    Of more than a hundred pages the middle is left out: what a letter decides stands near its ends.
    """
    found = tuple(sentence for paragraph in _paragraphs(text) for sentence in paragraph.sentences())
    return found if len(found) <= MOST else found[: MOST - _LAST] + found[-_LAST:]


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    rows = text.split("\n")
    full = _full_width(rows)
    paragraph, gap, tabbed = None, False, False
    for number, row in enumerate(rows, start=1):
        here = " ".join(row.split())
        if not here:
            gap = True
            continue
        cells, tabbed = tabbed, bool(_CELLS.match(row))
        if paragraph and not tabbed and not cells and _goes_on(paragraph.last, here, gap, full):
            paragraph.add(number, here)
        else:
            if paragraph:
                yield paragraph
            paragraph = _Paragraph(here, here, [(0, number)])
        gap = False
    if paragraph:
        yield paragraph


def _goes_on(above: str, here: str, gap: bool, full: float) -> bool:
    """Whether a line goes on with the one above it."""
    if _MARKED.match(here):
        return False
    open_ended = above[-1] not in _STOPS
    if open_ended and (here[0].islower() or _OPEN_END.search(above[-14:])):
        return True
    if gap:
        return False
    if open_ended and (above[-1] in ",-(&/" or here[0] == "("):
        return True
    first = here.partition(" ")[0]
    return len(above) + 1 + len(first) > full and above[-1] != ":"


def _full_width(rows: list[str]) -> float:
    """Characters beyond which a line was broken for being full; more than any has where none was."""
    lengths = sorted(len(row) for row in rows if row.strip())
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return max(_LEAST_FULL, _FULL * usual) if usual <= _WRAPPED else float("inf")
