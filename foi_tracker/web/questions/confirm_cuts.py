"""Where a question may be split in two, and which words each half came from."""

from __future__ import annotations

import re

from foi_tracker.intake.questions import Span

_CUT = re.compile(
    r"\n\s*"  # a new line
    r"|(?<=[?!])\s+|(?<=[a-z)\]]\.)\s+(?=[A-Z])"  # a new sentence
    r"|;\s+(?:and\s+)?"  # a new clause
    r"|,\s+(?=(?:and|or)\s)|\s+(?=and\s)"  # one thing more
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
SHORTEST = 3
"""Words: less than this is not half a question."""


def cuts(text: str) -> list[int]:
    """Offsets at which the text could be split, in order."""
    found = [match.end() for match in _CUT.finditer(text)]
    return [at for at in found if _says_something(text[:at]) and _says_something(text[at:])]


def _says_something(text: str) -> bool:
    return len(text.split()) >= SHORTEST


def at_blank_line(text: str) -> int | None:
    """Where a blank line parts the text; None where there is none with words on both sides."""
    for match in _BLANK_LINE.finditer(text):
        if text[: match.start()].strip() and text[match.end() :].strip():
            return match.end()
    return None


def trimmed(words: str, start: int, end: int) -> Span | None:
    """The place without the white space at its ends; None where nothing is left."""
    part = words[start:end]
    if not part.strip():
        return None
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def halves(words: str, span: Span | None, text: str, at: int) -> tuple[Span | None, Span | None]:
    """The words that each half of a card's text came from.

    Exact as long as one half is still in the requester's words; else the first half keeps them all.
    """
    if span is None:
        return None, None
    start, end = span
    theirs = words[start:end]
    first, second = _as_theirs(text[:at]), _as_theirs(text[at:])
    found = first.match(theirs)
    place = found.end() if found else None
    if place is None:
        later = second.search(theirs)
        place = later.start() if later and later.start() else None
    if place is None:
        return span, None
    return trimmed(words, start, start + place), trimmed(words, start + place, end)


def _as_theirs(text: str) -> re.Pattern[str]:
    """The text, whatever its white space was."""
    return re.compile(r"\s+".join(re.escape(word) for word in text.split()))
