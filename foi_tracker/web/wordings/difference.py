"""Two texts, word by word: what was added and what was taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, ADDED, REMOVED = "same", "added", "removed"
_PIECE = re.compile(r"\{[a-z_]+\}|[\w’'-]+|\n+|[^\S\n]+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """Some words that stayed, came or went."""

    kind: str  # SAME | ADDED | REMOVED
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """The pieces of both texts in the order of reading: what went stands before what came in its place.

    A placeholder is one word. Words that a lone space would part are marked together.
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    pieces: list[Piece] = []
    removed = added = ""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    changes = matcher.get_opcodes()
    for place, (what, i1, i2, j1, j2) in enumerate(changes):
        words = "".join(old[i1:i2])
        between = 0 < place < len(changes) - 1
        if what == "equal" and not (between and words.isspace() and "\n" not in words):
            pieces += _changed(removed, added)
            pieces.append(Piece(SAME, words))
            removed = added = ""
        else:
            removed += words
            added += "".join(new[j1:j2])
    return [*pieces, *_changed(removed, added)]


def _changed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(REMOVED, removed)
    if added:
        yield Piece(ADDED, added)
