"""Where a letter says the requester's questions back, and where it numbers its own answers."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.theirs import words_of

_GRAM = 3
"""Words in a row by which a question is looked for."""
_ANCHORS = 6
"""Places in a question from which it is looked for, and places in a letter that are tried for each."""
_CANDIDATES = 12
_SKIPS = 4
"""Words of a question that a letter may leave out in one place."""
_GOES_ON = 2
"""Words after a question that is said back, in one sentence, that answer it: "is 14"."""
_SHORT = 4
"""Words of a question that can be known again within a sentence; fewer stand in others too."""
_SAME = 0.7
"""Of a question's words, in order: then it is said back."""

_NUMBERS = pattern(
    r"""\b(?:questions?|q|parts?|points?|items?|requests?|no\.?|numbers?|answers?|queries|query|nos\.?)\s?
    (?P<list>\d{1,2}[a-z]?\b\)?(?:\s?(?:,|&|and|to|-|/|or|\+)\s?(?:q
    |question )?\d{1,2}[a-z]?\b\)?){0,12})(?![\d%])"""
)
_MARK = pattern(
    r"""\W{0,4}(?:(?:q|question|qu|a|answer|ans|r|response|resp|request|part|point|item|query
    |no)[\s.:]{0,2}(?:to )?(?:question |q)?)?
    [(\[]?(?P<number>\d{1,2})\s?(?P<letter>[a-z](?=[)\].:\s]))?(?P<stop>[)\].:-]{0,2})(?P<rest>\s|\Z
    |(?=[A-Z]))"""
)
_WITHIN = pattern(r"""(?<=[.:;?)\]]) (?P<number>[1-9]\d?)\)(?=\s)""")
"""A number within a sentence, where answers stand in one row: "at the link: 4) None"."""
_TOGETHER = pattern(
    r"""\W{0,4}(?:answers? to |response to )?(?:questions? |qs?|parts? |points? )?(?P<list>\d{1,2}[a-z]?
    (?:\s?(?:,|&|and|to|-|/|\+)\s?(?:q|question )?\d{1,2}[a-z]?){1,6})(?:\s?[.):]|\s?-|\Z)(?=\s|\Z)"""
)
"""Several numbers before one answer: "1 and 2.", "Q3-5:"."""
_FIGURE = re.compile(r"[£(]?\d[\d,.]{0,12}%?\)?")
_GREETS = pattern(r"""\W{0,3}dear\b""")
_HEAD = 15
"""Sentences in which a greeting stands; above it are addresses."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a letter's words, by their numbers."""

    start: int
    end: int


class Stream:
    """All the words of a letter in a row, with the sentence of each."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.words: list[str] = []
        self.begins: list[int] = []  # the word with which each sentence begins
        for each in sentences:
            self.begins.append(len(self.words))
            self.words += words_of(each.text)
        self._places: dict[tuple[str, ...], list[int]] = {}
        for n in range(len(self.words) - _GRAM + 1):
            found = self._places.setdefault(tuple(self.words[n : n + _GRAM]), [])
            if len(found) < _CANDIDATES:
                found.append(n)

    def sentence_at(self, word: int) -> int:
        """The number of the sentence that holds a word."""
        return bisect.bisect_right(self.begins, word) - 1

    def goes_on(self, place: Place) -> bool:
        """Whether the sentence that says a question back has words of its own after it."""
        below = self.sentence_at(max(place.start, place.end - 1)) + 1
        end = self.begins[below] if below < len(self.begins) else len(self.words)
        return end - place.end >= _GOES_ON

    def last_of(self, asked: Sequence[str]) -> Place | None:
        """The last place at which a question is said back, or None; a short one as a sentence of its own."""
        if len(asked) < _SHORT:
            alone = (n for n in range(len(self.begins) - 1, -1, -1) if self._sentence(n) == [*asked])
            place = next(alone, -1)
            return Place(self.begins[place], self.begins[place] + len(asked)) if place >= 0 else None
        found = [place for place in self._candidates(asked) if place]
        return max(found, key=lambda place: place.start, default=None)

    def _sentence(self, place: int) -> list[str]:
        end = self.begins[place + 1] if place + 1 < len(self.begins) else len(self.words)
        return self.words[self.begins[place] : end]

    def _candidates(self, asked: Sequence[str]) -> Iterator[Place | None]:
        for anchor in range(min(_ANCHORS, len(asked) - _GRAM + 1)):
            for start in self._places.get(tuple(asked[anchor : anchor + _GRAM]), ()):
                yield self._follow(asked, anchor, start)

    def _follow(self, asked: Sequence[str], at: int, start: int) -> Place | None:
        """The stretch that goes on as the question does from a place on, if that is most of it."""
        first, matched, place, end, missed = at, 0, start, start, 0
        while at < len(asked) and place < len(self.words) and missed <= _SKIPS:
            ahead = asked[at : at + _SKIPS]
            if self.words[place] in ahead:
                at += ahead.index(self.words[place]) + 1
                matched, missed, end = matched + 1, 0, place + 1
            else:
                missed += 1
            place += 1
        return Place(start - first if start >= first else 0, end) if matched >= _SAME * len(asked) else None


def numbered(sentences: Sequence[Sentence], after: int) -> Iterator[tuple[int, str]]:
    """The sentences of their own, from one on, that begin with a number, and the number: "7", "3a"."""
    greeting = next((n for n, each in enumerate(sentences[:_HEAD]) if _GREETS.match(each.text)), -1)
    for place in range(max(after, greeting + 1), len(sentences)):
        if sentences[place].theirs or _is_a_cell(sentences, place):
            continue
        together = _TOGETHER.match(sentences[place].text)
        if together:
            yield from ((place, number) for number in _listed(together["list"].lower()))
        elif mark := _MARK.match(sentences[place].text):
            yield place, mark["number"].lstrip("0") + (mark["letter"] or "").lower()
        for mark in _WITHIN.finditer(sentences[place].text):
            yield place, mark["number"]


def _is_a_cell(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether it is a figure of a table whose cells stand on lines of their own, beside another."""
    beside = (place - 1, place + 1)
    return bool(_FIGURE.fullmatch(sentences[place].text)) and any(
        0 <= other < len(sentences) and _FIGURE.fullmatch(sentences[other].text) for other in beside
    )


def spoken_of(sentences: Sequence[Sentence]) -> set[str]:
    """The numbers of the questions that its sentences name: "questions 3 to 5", "Q7 and Q8"."""
    found: set[str] = set()
    for each in sentences:
        for match in () if each.theirs else _NUMBERS.finditer(each.text):
            found.update(_listed(match["list"].lower()))
    return found


def _listed(words: str) -> Iterator[str]:
    """The numbers of a list, each once and in order, with those between two that bound it."""
    ranged = "-" in words or " to " in words
    for between in ("question", "and", "to", "or", "&", "-", "/", "+", ")", "q"):
        words = words.replace(between, ",")
    numbers = [each.strip() for each in words.split(",") if each.strip()]
    figures = [int(each) for each in numbers if each.isdecimal()]
    if ranged and len(figures) == 2:
        numbers[1:1] = map(str, range(figures[0] + 1, min(figures[1], figures[0] + 60)))
    yield from numbers
