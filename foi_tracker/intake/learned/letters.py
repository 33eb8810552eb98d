"""What each sentence of a reply does: keeps something back, says why, weighs, tells how likely a harm is.

Read by the network that reads requests as far as its third layer; from there on by layers of their own
(`letters.npz`), taught with labelled sentences of replies (`scripts/train_letters.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np

from foi_tracker.intake.learned import network, wordpieces, words

KEEPS_BACK, COSTS_TOO_MUCH, ELSEWHERE, NOT_HELD, GIVES, REASON, THIN_REASON = range(7)
"""Not given though it is or may be held; not given for its cost; to be had elsewhere; not held; given;
why, of this case; why, in hardly more than the exemption's own words."""
WEIGHS, ONLY_CONCLUDES, WOULD, ONLY_MAY, THE_LAW, NOT_RELIED_ON = range(7, 13)
"""The public interest with what speaks for or against, or only how it falls; a harm that would come or be
likely to, or that only may; what the law provides; a ground that is spoken of and not used."""
HELPS, ONLY_INVITES, REVIEWS, PUTS_OFF, OFFERS_REVIEW, NAMES_REGULATOR = range(13, 19)
"""What smaller request could be met, or that none could; only that the request may be made smaller; what came
of the review of an earlier decision; that the answer will come later; that this letter may be reviewed; that
the reader may turn to the regulator."""

MOST_WORDS = 1500
"""Four pages; of a longer letter nothing is read, as whoever checks it would wait too long."""
SHARED = 3
"""Layers that the reading of requests and of letters have in common."""
_STEP = 300
"""Pieces after which the next window begins."""
_LONGEST = 200
"""Pieces of a sentence."""
EDGE = wordpieces.SIGNS
"""How the pieces before and after what is read look."""
_NO_MARK, _OPENS, _GOES_ON, _THEIRS = range(4)
"""What stands at a piece of a sentence, and before one that begins a paragraph, goes on with one, or is the
requester's: rows of what was learned as `marks`, of which the first adds nothing."""


class Said(Protocol):
    """A sentence of a letter."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def theirs(self) -> bool:
        """Whether the requester's words are said back."""

    @property
    def opens(self) -> bool:
        """Whether it begins a paragraph."""


def chances(sentences: Sequence[Said]) -> network.Figures | None:
    """How likely each sentence (a row) does each of the things above (a column), 0 to 1.

    None for a letter of more than `MOST_WORDS` words. Nothing of it is remembered: a letter that is uploaded
    to be checked is not kept.
    """
    if sum(len(each.text.split()) for each in sentences) > MOST_WORDS:
        return None
    encoded = [_encoded(each.text) for each in sentences]
    lengths = [1 + len(numbers) for numbers, _ in encoded]
    found = np.zeros((len(sentences), NAMES_REGULATOR + 1), dtype=np.float32)
    depth = np.full(len(sentences), -1)
    for first, last in _windows(lengths):
        read = _read(*_joined(sentences[first:last], encoded[first:last]))
        for place in range(first, last):
            before = sum(lengths[first:place]) if first else network.WINDOW
            after = sum(lengths[place + 1 : last]) if last < len(sentences) else network.WINDOW
            if min(before, after) > depth[place]:
                depth[place], found[place] = min(before, after), read[place - first]
    return found


def _encoded(text: str) -> tuple[list[int], list[int]]:
    """The pieces of a sentence without the mark before it, and how each looks."""
    numbers, looks, _ = wordpieces.encode(text, words.cut(text))
    return numbers[1 : 1 + _LONGEST], looks[1 : 1 + _LONGEST]


def _windows(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences that are read at once, from and to: as many as fit."""
    first = 0
    while first < len(lengths):
        last, size = first, 0
        while last < len(lengths) and size + lengths[last] <= network.WINDOW:
            size += lengths[last]
            last += 1
        yield first, last
        if last == len(lengths):
            return
        stepped = 0
        while not stepped or stepped + lengths[first] <= _STEP:
            stepped += lengths[first]
            first += 1


def pieces(sentences: Sequence[Said]) -> tuple[list[int], list[int], list[int], list[int]]:
    """The pieces of sentences in a row, how each looks, its mark, and where each sentence begins."""
    return _joined(sentences, [_encoded(each.text) for each in sentences])


def _joined(
    sentences: Sequence[Said], encoded: Sequence[tuple[list[int], list[int]]]
) -> tuple[list[int], list[int], list[int], list[int]]:
    numbers: list[int] = []
    looks: list[int] = []
    marks: list[int] = []
    begins: list[int] = []
    for sentence, (own, own_looks) in zip(sentences, encoded, strict=True):
        begins.append(len(numbers))
        numbers += [wordpieces.new_paragraph(), *own]
        looks += [wordpieces.LAYOUT, *own_looks]
        marks += [_mark(sentence)] + [_NO_MARK] * len(own)
    return numbers, looks, marks, begins


def _mark(sentence: Said) -> int:
    return _THEIRS if sentence.theirs else _OPENS if sentence.opens else _GOES_ON


def _read(
    numbers: Sequence[int], looks: Sequence[int], marks: Sequence[int], begins: Sequence[int]
) -> network.Figures:
    learned = _learned()
    state = network.begun([network.FIRST, *numbers, network.LAST], [EDGE, *looks, EDGE])
    state = network.worked(state, network.learned(), range(SHARED))
    state[1:-1] += learned["marks"][list(marks)]
    state = network.worked(state, learned, range(SHARED, network.LAYERS))
    scores = network.through(state[[begin + 1 for begin in begins]], learned, "head")
    one = np.float32(1)
    likely: network.Figures = one / (one + np.exp(-scores))
    return likely


@lru_cache(maxsize=1)
def _learned() -> network.Figured:
    with np.load(Path(__file__).with_name("letters.npz"), allow_pickle=False) as kept:
        return network.figures(kept, kept.files)
