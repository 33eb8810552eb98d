"""Where the questions of a request are: what its words make likely, weighed with how another reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from foi_tracker.intake.learned import network, wordpieces, words

NONE, BEGINS, GOES_ON = range(3)
"""What a word is: of no question, the first of one, or a further one of the question before it."""

MOST_WORDS = 450
"""A page and a half; a longer request would keep an officer waiting and is left as it was read."""
_AT_A_LINE = 4.0
"""What it counts for besides that a line begins where the other reading's question does."""
_NEVER = -1e9

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """A request's words, between which of them a question may begin or end, and what each may be."""

    words: tuple[words.Word, ...]
    edges: tuple[bool, ...]
    chances: tuple[tuple[float, float, float], ...]

    def spans(self, other: Sequence[tuple[Span, float]] = (), rest: float = 0.0) -> list[Span]:
        """The likeliest questions, in order, beside how somebody else reads the request.

        `other` are their questions and what each counts for, `rest` is what all words outside them count for:
        natural logarithms, 0 for nothing.
        """
        theirs = self._places(other, rest)
        scores = [
            [chance + (weight if what == their else 0.0) for what, chance in enumerate(each)]
            for each, (their, weight) in zip(self.chances, theirs, strict=True)
        ]
        return self._joined(_likeliest(scores, self.edges))

    def _places(self, other: Sequence[tuple[Span, float]], rest: float) -> list[tuple[int, float]]:
        """What each word is in the other reading, and what that counts for."""
        places = [(NONE, rest)] * len(self.words)
        at = 0
        for (start, end), weight in sorted(other):
            while at < len(self.words) and self.words[at].end <= start:
                at += 1
            what = BEGINS
            while at < len(self.words) and self.words[at].start < end:
                firm = _AT_A_LINE if what == BEGINS and self.words[at].above else 0.0
                places[at] = (what, weight + firm)
                what = GOES_ON
                at += 1
        return places

    def _joined(self, places: Sequence[int]) -> list[Span]:
        found: list[Span] = []
        open_ = False
        for word, what in zip(self.words, places, strict=True):
            if what == BEGINS:
                found.append((word.start, word.end))
            elif what == GOES_ON and open_:
                found[-1] = (found[-1][0], word.end)
            open_ = what != NONE
        return found


def read(text: str, other: Sequence[Span] = ()) -> Reading | None:
    """A request read word by word; its words are also cut where the other reading's questions begin and end.

    None for a text of more than `MOST_WORDS` words, or of none.
    """
    places = {place for span in other for place in span}
    if len(text.split(maxsplit=MOST_WORDS)) > MOST_WORDS:
        return None
    cut = words.cut(text, places)
    if not 0 < len(cut) <= 2 * MOST_WORDS:
        return None
    numbers, looks, begins = wordpieces.encode(text, cut)
    chances = _chances(tuple(numbers), tuple(looks))[begins].tolist()
    return Reading(tuple(cut), tuple(words.edges(text, cut, places)), tuple(tuple(each) for each in chances))


@lru_cache(maxsize=32)  # the same words come while they are typed, logged and at each step of confirming
def _chances(numbers: tuple[int, ...], looks: tuple[int, ...]) -> network.Figures:
    return network.chances(numbers, looks)


def _likeliest(scores: Sequence[Sequence[float]], edges: Sequence[bool]) -> list[int]:
    """What each word is on the likeliest way through them all (Viterbi, 1967).

    A question goes on only where one began; at what is no edge a word is what the word before it is.
    """
    best = [scores[0][NONE], scores[0][BEGINS], _NEVER]
    ways: list[list[int]] = []
    for own, edge in zip(scores[1:], edges[1:], strict=True):
        asked = BEGINS if best[BEGINS] >= best[GOES_ON] else GOES_ON
        anything = max(range(3), key=lambda what: best[what])
        came = [anything if edge else NONE, anything, asked]
        best = [
            best[came[NONE]] + own[NONE],
            best[came[BEGINS]] + own[BEGINS] if edge else _NEVER,
            best[came[GOES_ON]] + own[GOES_ON],
        ]
        ways.append(came)
    what = max(range(3), key=lambda what: best[what])
    path = [what]
    for came in reversed(ways):
        what = came[what]
        path.append(what)
    return path[::-1]
