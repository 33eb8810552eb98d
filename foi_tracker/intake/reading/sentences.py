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
_WRAPPED = 110
"""Characters: where no line is longer, the lines were broken by a mail program or a scanner."""
_FULL = 62
"""Characters: a line that its next word would not have made longer was not broken for being full."""

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "^": ""}
)
_LINK_MARK = re.compile(r"\[\d{1,3}\](?!\()")
"""The numbers that a mail program sets before a link: "[1]https://..."; and never a markdown link."""
_MARKED = pattern(r"""(?:[-•*·●▪]|(?:q|question )?\(?\d{1,2}[.):]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])(?:\s
    |\Z)""")
_MARK_ALONE = pattern(r"""(?:q|question )?\(?(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})[.):]{1,2}""")
_STOPS = ".?!:;"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a heading or a cell of a letter."""

    text: str
    line: int  # that it begins on, from 1
    alone: bool = False  # it is all that its line or paragraph holds
    theirs: bool = False  # the requester's words, said back to them

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
        self.words, self.last = f"{self.words} {row}", row

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
            yield Sentence(mark + piece.text, self.begins[place][1], alone=alone)
            mark = ""


def read(text: str) -> tuple[Sentence, ...]:
    """The sentences of a letter, in order; nothing is left out but white space."""
    return tuple(sentence for paragraph in _paragraphs(plain(text)) for sentence in paragraph.sentences())


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    rows = text.split("\n")
    wrapped = max(map(len, rows), default=0) <= _WRAPPED
    paragraph, gap = None, False
    for number, row in enumerate(rows, start=1):
        here = " ".join(row.split())
        if not here:
            gap = True
            continue
        if paragraph and _goes_on(paragraph.last, here, gap, wrapped):
            paragraph.add(number, here)
        else:
            if paragraph:
                yield paragraph
            paragraph = _Paragraph(here, here, [(0, number)])
        gap = False
    if paragraph:
        yield paragraph


def _goes_on(above: str, here: str, gap: bool, wrapped: bool) -> bool:
    """Whether a line goes on with the one above it."""
    if _MARKED.match(here):
        return False
    open_ended = above[-1] not in _STOPS
    if open_ended and here[0].islower():
        return True
    if gap:
        return False
    if open_ended and (above[-1] in ",-(&/" or here[0] == "("):
        return True
    first = here.partition(" ")[0]
    return wrapped and len(above) + 1 + len(first) > _FULL and above[-1] != ":"
