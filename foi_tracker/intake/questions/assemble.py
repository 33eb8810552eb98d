"""The parts of a split put together: what was claimed, and every other word by where it lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from foi_tracker.intake import labels
from foi_tracker.intake.questions.parts import Kind, OtherPart, ProposedQuestion, Span, Split

_QUOTES = {"“": "”", "‘": "’", '"': '"'}

_NUMBERED = re.compile(r"(?:[Qq]\.?\s?)?(?P<number>\d{1,2})[.):/](?:\s++(?=[A-Za-z(“\"‘])|(?=[A-Z][a-z]))")


@dataclass(frozen=True, slots=True)
class Found:
    """A question found: where its words are, and what is known of it."""

    span: Span
    number: str | None
    why: str
    sure: float
    stem: str = ""
    section: str = ""
    parent: str = ""
    maybe: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Words known to be a marker, a stem, a heading or other, before the rest is filled in."""

    kind: Kind
    span: Span


def assemble(text: str, found: Iterable[Found], claims: Iterable[Claim]) -> Split:
    """Labelled questions in order, and all the other words; no two parts overlap, none is left out."""
    questions = sorted((_unmarked(text, _unquoted(text, each)) for each in found), key=lambda each: each.span)
    names = labels.assign([labels.Numbered(each.number, each.section, each.parent) for each in questions])
    proposed = tuple(
        ProposedQuestion(
            label, each.number, text[each.span[0] : each.span[1]], each.span, each.stem, each.section,
            each.maybe, each.why, round(each.sure, 2), each.parent,
        )
        for label, each in zip(names, questions, strict=True)
    )  # fmt: skip
    return Split(proposed, tuple(_others(text, [each.span for each in questions], claims)))


def _unquoted(text: str, found: Found) -> Found:
    """The question without quotation marks around the whole of it, or one whose other end lies outside."""
    start, end = found.span
    words = text[start:end]
    words = words[:-1] if words.endswith("”.") and "“" not in words[1:] else words
    close = _QUOTES.get(words[:1], "")
    opens = bool(close) and words.count(close, 1) <= words.endswith(close)
    mark = next((mark for mark, close in _QUOTES.items() if words.endswith(close)), "")
    closes = bool(mark) and (opens or words.count(mark) == (1 if mark == '"' else 0))
    bare = words[1 if opens else 0 : len(words) - 1 if closes else len(words)]
    own = bare.lstrip(".… \t\r\n").rstrip()
    if not own:
        return found
    start += words.index(own)
    return replace(found, span=(start, start + len(own)))


def _unmarked(text: str, found: Found) -> Found:
    """The question without the number it begins with, which its layout did not show to be one."""
    mark = _NUMBERED.match(text, *found.span) if found.number is None else None
    return replace(found, span=(mark.end(), found.span[1]), number=mark["number"]) if mark else found


def _others(text: str, spans: Sequence[Span], claims: Iterable[Claim]) -> list[OtherPart]:
    taken: list[tuple[Span, Kind | None]] = [(span, None) for span in spans]
    taken += [(claim.span, claim.kind) for claim in claims]
    taken.sort(key=lambda each: (each[0][0], each[1] is not None, each[0][1]))
    first = spans[0][0] if spans else len(text)
    last = spans[-1][1] if spans else len(text)
    parts: list[OtherPart] = []
    place = 0
    for (start, end), kind in [*taken, ((len(text), len(text)), None)]:
        if start > place:
            rest: Kind = "preamble" if place < first else ("closing" if place >= last else "aside")
            parts += [OtherPart(rest, span) for span in _stretches(text, place, start)]
        if kind and end > max(place, start):
            parts += [OtherPart(kind, span) for span in _trimmed(text, max(place, start), end)]
        place = max(place, end)
    return parts


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    words = text[start:end]
    if not words.strip():
        return []
    return [(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))]


def _stretches(text: str, start: int, end: int) -> list[Span]:
    """The paragraphs between two places."""
    spans: list[Span] = []
    place = start
    for line in text[start:end].splitlines(keepends=True):
        spans += _trimmed(text, place, place + len(line))
        place += len(line)
    return spans
