"""What a split is made of. Every place is a pair [start, end) into the text exactly as it came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Span = tuple[int, int]
Kind = Literal["preamble", "marker", "stem", "heading", "aside", "closing"]


@dataclass(frozen=True, slots=True)
class ProposedQuestion:
    """One question as proposed: its words, exactly, and how it may be numbered.

    `number` is the sender's own mark; `stem` the lead-in it needs; `section` its heading,
    `parent` the mark of the item it is part of. `maybe` is offered
    to the officer and not counted. `why` says what in the layout made it a question, `sure` from 0 to 1.
    """

    label: str
    number: str | None
    text: str
    span: Span
    stem: str = ""
    section: str = ""
    maybe: bool = False
    why: str = ""
    sure: float = 1.0
    parent: str = ""


@dataclass(frozen=True, slots=True)
class OtherPart:
    """Words that are no question: what they are, and where."""

    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True)
class Split:
    """A request's text in parts: every character that is not white space lies in exactly one of them."""

    questions: tuple[ProposedQuestion, ...]
    other: tuple[OtherPart, ...]

    def then(self, more: Split, at: int) -> Split:
        """This split with that of words which came later, and which begin `at` that place of the whole."""

        def moved(span: Span) -> Span:
            return span[0] + at, span[1] + at

        return Split(
            (*self.questions, *(replace(each, span=moved(each.span)) for each in more.questions)),
            (*self.other, *(replace(each, span=moved(each.span)) for each in more.other)),
        )
