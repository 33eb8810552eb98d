"""A request as words, each with the layout before it, cut wherever a question may begin or end."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

_TAB = 4
_INDENTED = 2
"""Columns of white space before a line's first word that make it stand in."""

_WITHIN = re.compile(
    r"^[“‘\"'«]++"  # a mark that opens
    r"|(?<=[^”\"’])(?=[”\"’]{1,9}$)"  # before one that closes
    r"|^[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4}|[Qq]\d{1,2}[a-z]?|\d{1,2}[a-z])[).:\]]++(?=[A-Z][a-z])"
    r"|^[•\-–—*·▪>]++(?=\w)"  # •How
    r"|[a-z)][.?!:;)]{1,9}(?=[A-Z][a-z]|\d{1,2}[.)]?$)"  # held?The, held?2.
)
"""What ends inside a run of signs without white space, so that something else begins there: 2.The."""
_MARK = re.compile(
    r"^[(\[]?(?:\d{1,3}|[Qq]\.?\d{1,2}[a-z]?|\d{1,2}[a-z]|\d{1,2}(?:\.\d{1,2}){1,5})[).:\],/\-]*+$"
    r"|^[(\[]?(?:[A-Za-z]|[ivxIVX]{1,5})[).:\],/\-]++$"
    r"|^[^\w\s]++$"
)
"""A list's mark, or signs alone."""
_CLOSES = ".?!:;,)]”\"’'"


@dataclass(frozen=True, slots=True)
class Word:
    """text[start:end] of a request: `above` line breaks before it (2 for more, and at the beginning)."""

    start: int
    end: int
    above: int = 0
    indented: bool = False


def cut(text: str, at: Collection[int] = ()) -> list[Word]:
    """The words of a text in order; `at` are further places at which a word is cut."""
    places = sorted(set(at))
    found: list[Word] = []
    end = 0
    next_place = 0
    for run in re.finditer(r"\S+", text):
        gap = text[end : run.start()]
        above = min(gap.count("\n"), 2) if end else 2
        ends = [found_.end() for found_ in _WITHIN.finditer(run[0])]
        while next_place < len(places) and places[next_place] < run.end():
            ends.append(places[next_place] - run.start())
            next_place += 1
        cuts = sorted({0, len(run[0]), *(each for each in ends if 0 < each < len(run[0]))})
        for first, last in pairwise(cuts):
            whole = first == 0
            indented = whole and _stands_in(gap, above > 0)
            found.append(Word(run.start() + first, run.start() + last, above if whole else 0, indented))
        end = run.end()
    return found


def _stands_in(gap: str, new_line: bool) -> bool:
    if not new_line:
        return "\t" in gap
    return len(gap.rsplit("\n", 1)[-1].expandtabs(_TAB)) >= _INDENTED


def edges(text: str, words: list[Word], at: Collection[int] = ()) -> list[bool]:
    """Whether a question may end before each word and another begin with it: never within a phrase."""
    found = [True] * len(words)
    for place, (last, word) in enumerate(pairwise(words), start=1):
        before, own = text[last.start : last.end], text[word.start : word.end]
        found[place] = bool(
            word.above
            or before[-1] in _CLOSES
            or not before[-1].isalnum()
            or _MARK.match(before)
            or _MARK.match(own)
            or word.start in at
            or last.end in at
        )
    return found
