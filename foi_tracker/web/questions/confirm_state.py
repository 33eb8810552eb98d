"""What the officer has made of the questions so far: carried by the page's form, kept once confirmed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from foi_tracker.casework.questions import QuestionDraft, proposed_questions
from foi_tracker.intake.questions import Span, Split
from foi_tracker.intake.text import squeeze
from foi_tracker.models import Case, Question
from foi_tracker.web.addresses import is_number
from foi_tracker.web.widgets import plain_text

GREETINGS = ("dear ", "hello", "hi ", "hi,", "good morning", "good afternoon", "to whom", "annwyl", "helo")
LONGEST_GREETING = 60
"""Characters: a line that begins "Dear" and is longer says something besides."""


class BadState(ValueError):
    """The form does not carry what the page put into it."""


@dataclass(frozen=True)
class State:
    """The cards in their order, and what else the page must remember."""

    cards: tuple[QuestionDraft, ...]
    preamble: str  # the opening words, for the letter
    version: int  # of the case, when the page was first opened
    set_aside: frozenset[Span] = frozenset()  # lines that the officer has said ask for nothing
    right: frozenset[Span] = frozenset()  # doubtful questions that the officer has said are right
    two: frozenset[Span] = frozenset()  # questions that are not the earlier one asked again
    stood: Mapping[int, str] = field(
        default_factory=dict
    )  # what the officer knows of the answers: `standing`
    opened: str = ""  # what is open: "card 3", "split 3", "words 120", "opening" or nothing
    focus: str = ""  # the row to look at next

    @property
    def counted(self) -> tuple[QuestionDraft, ...]:
        """The cards that say something: those that would be kept."""
        return tuple(card for card in self.cards if card.text.strip())

    def with_cards(self, cards: Iterable[QuestionDraft], opened: str = "", focus: int = -1) -> State:
        """The same with these cards, this one opened and that one looked at."""
        return replace(
            self, cards=tuple(cards), opened=opened, focus=f"q{focus}" if focus >= 0 else self.focus
        )


def first_state(case: Case, split: Split, kept: Sequence[Question]) -> State:
    """How the page opens: with the questions kept, or with those proposed before the first time.

    Once the questions are confirmed, a line that was left out has been decided.
    """
    if not case.questions_confirmed:
        return State(tuple(proposed_questions(split)), opening_words(case.words, split), case.version)
    left_out = frozenset(question.span for question in split.questions if question.maybe)
    return State(tuple(map(as_draft, kept)), case.preamble, case.version, left_out)


def as_draft(question: Question) -> QuestionDraft:
    """A question that is kept, as a card."""
    start, end = question.span_start, question.span_end
    span = (start, end) if start is not None and end is not None else None
    again = tuple(QuestionDraft(**{**each, "span": tuple(each["span"])}) for each in question.again)
    return QuestionDraft(
        question.text,
        question.number,
        question.stem,
        question.section,
        span,
        question.id,
        question.parent,
        again,
    )


def opening_words(words: str, split: Split) -> str:
    """What stands above the questions besides the greeting: it applies to them all."""
    parts = [words[slice(*part.span)] for part in split.other if part.kind == "preamble"]
    return "\n\n".join(squeeze(part) for part in parts if not is_greeting(part))


def is_greeting(line: str) -> bool:
    """Whether a line only greets."""
    return len(line) <= LONGEST_GREETING and line.strip().lower().startswith(GREETINGS)


# The form


def fields_of_card(card: QuestionDraft) -> str:
    """Everything of a card but its text, as one hidden field."""
    again = [[*_fields(each), each.text] for each in card.again]
    return json.dumps([*_fields(card), again], ensure_ascii=False)


def _fields(card: QuestionDraft) -> list[object]:
    return [card.id, card.number, card.stem, card.section, card.span, card.parent]


def written(span: Span) -> str:
    """A place as the form writes it: 120-180."""
    return f"{span[0]}-{span[1]}"


def read_span(text: str, length: int) -> Span:
    """The place a form names.

    Raises:
        BadState: it is no place in words of this length.
    """
    start, _, end = text.partition("-")
    if not (is_number(start) and is_number(end) and int(start) < int(end) <= length):
        raise BadState(text)
    return int(start), int(end)


def read_state(form: MultiDict[str, str], words: str) -> State:
    """What the page carried.

    Raises:
        BadState: it was put together by something else.
    """
    cards, texts = form.getlist("card"), form.getlist("text")
    version = form.get("version", "")
    if len(cards) != len(texts) or not is_number(version):
        raise BadState("cards")
    return State(
        cards=tuple(_read_card(*pair, words) for pair in zip(cards, texts, strict=True)),
        preamble=plain_text(form.get("preamble", "")) or "",
        version=int(version),
        set_aside=_spans(form, "aside", words),
        right=_spans(form, "right", words),
        two=_spans(form, "two", words),
        stood=dict(_stood(each) for each in form.getlist("stood")),
        opened=form.get("opened", ""),
    )


def _spans(form: MultiDict[str, str], name: str, words: str) -> frozenset[Span]:
    return frozenset(read_span(span, len(words)) for span in form.getlist(name))


def _stood(written: str) -> tuple[int, str]:
    id_, _, mark = written.partition(" ")
    if not is_number(id_):
        raise BadState(written)
    return int(id_), mark


def _read_card(fields: str, text: str, words: str) -> QuestionDraft:
    try:
        *found, again = json.loads(fields)
        others = tuple(_draft(each[:-1], each[-1], words) for each in again)
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise BadState(fields) from error
    if not all(other.span for other in others):
        raise BadState(fields)
    return replace(_draft(found, text, words), again=others)


def _draft(fields: list[Any], text: Any, words: str) -> QuestionDraft:
    """A card from its fields.

    Raises:
        BadState: they are not those of a card.
    """
    if len(fields) != 6 or not isinstance(text, str):
        raise BadState(text)
    id_, number, stem, section, span, parent = fields
    whole = isinstance(span, list) and len(span) == 2 and all(type(place) is int for place in span)
    right = type(id_) in (int, type(None)) and type(number) in (str, type(None)) and (whole or span is None)
    if not right or not all(isinstance(each, str) for each in (stem, section, parent)):
        raise BadState(text)
    place = read_span(f"{span[0]}-{span[1]}", len(words)) if span else None
    return QuestionDraft(plain_text(text) or "", number, stem, section, place, id_, parent)
