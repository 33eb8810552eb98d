"""Words as the network's pieces: the longest parts that its vocabulary has, in small letters without accents.

The vocabulary is MPNet's and its way of cutting BERT's (Devlin and others, 2019, "uncased"): a part that does
not begin a word is written with ## before it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from foi_tracker.intake.learned.words import Word

_MOST = 8
"""Pieces of one word: the rest of a web address or a long code says nothing of where a question ends."""
_LONGEST = 100
"""Signs of a word: a longer one is unknown as a whole."""
_NEW_LINE, _NEW_PARAGRAPH, _INDENTED = "[unused1]", "[unused2]", "[unused3]"

SMALL, CAPITAL, CAPITALS, DIGITS, SIGNS, LAYOUT, WITHIN = range(7)
"""What a piece looks like: a word in small letters, with a capital, in capitals, with digits, signs alone;
white space that lays out; or the further parts of a word."""


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, int]:
    """Each piece and its number."""
    path = Path(__file__).with_name("vocabulary.txt")
    pieces = path.read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(pieces) if piece}


def new_paragraph() -> int:
    """The number of the mark that stands before a paragraph."""
    return vocabulary()[_NEW_PARAGRAPH]


def encode(text: str, words: Sequence[Word]) -> tuple[list[int], list[int], list[int]]:
    """The pieces' numbers, what each looks like, and at which of them each word begins."""
    known = vocabulary()
    numbers: list[int] = []
    looks: list[int] = []
    begins: list[int] = []
    for word in words:
        layout = [_NEW_PARAGRAPH if word.above > 1 else _NEW_LINE] if word.above else []
        layout += [_INDENTED] if word.indented else []
        numbers += [known[each] for each in layout]
        begins.append(len(numbers))
        own = text[word.start : word.end]
        pieces = _pieces(own[: 2 * _LONGEST])[:_MOST] or (known["[UNK]"],)
        numbers += pieces
        looks += [LAYOUT] * len(layout) + [_look(own)] + [WITHIN] * (len(pieces) - 1)
    return numbers, looks, begins


def _look(word: str) -> int:
    if any(sign.isdigit() for sign in word):
        return DIGITS
    letters = [sign for sign in word if sign.isalpha()]
    if not letters:
        return SIGNS
    if len(letters) > 1 and all(sign.isupper() for sign in letters):
        return CAPITALS
    return CAPITAL if letters[0].isupper() else SMALL


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[int, ...]:
    bare = "".join(
        sign for sign in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(sign) != "Mn"
    )
    return tuple(number for part in _parts(bare) for number in _longest(part))


def _parts(word: str) -> list[str]:
    """A word cut at its signs, each a part of its own; what cannot be seen is left out."""
    parts: list[str] = []
    joined = False
    for sign in word:
        category = unicodedata.category(sign)
        if category[0] == "C" or sign == "\ufffd":
            continue
        alone = _is_sign(sign, category)
        if joined and not alone:
            parts[-1] += sign
        else:
            parts.append(sign)
        joined = not alone
    return parts


def _is_sign(sign: str, category: str) -> bool:
    ascii_sign = sign.isascii() and not sign.isalnum()
    ideograph = "\u4e00" <= sign <= "\u9fff" or "\u3400" <= sign <= "\u4dbf" or "\uf900" <= sign <= "\ufaff"
    return category[0] == "P" or ascii_sign or ideograph


def _longest(part: str) -> list[int]:
    known = vocabulary()
    if len(part) > _LONGEST:
        return [known["[UNK]"]]
    found: list[int] = []
    start = 0
    while start < len(part):
        prefix = "##" if start else ""
        end = next((end for end in range(len(part), start, -1) if prefix + part[start:end] in known), 0)
        if not end:
            return [known["[UNK]"]]
        found.append(known[prefix + part[start:end]])
        start = end
    return found
