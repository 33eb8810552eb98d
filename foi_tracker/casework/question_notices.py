"""What was told of a question stays with its words, and comes to no others, when questions are confirmed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.events import OF_ITS_QUESTIONS
from foi_tracker.models import Case, ClockEvent, Question
from foi_tracker.store import cases as case_store

Span = tuple[int, int]

_APART = {
    "pit_extension_notice": "Question {} has more time by a notice that does not speak of question {}.",
    "transferred_to": "Question {} was passed on, and question {} was not.",
    "final_response": "Our final answer was about question {}, and not about question {}.",
}
"""By the event, why its question takes in no other. What a letter answered keeps its words in any case."""


class Coming(Protocol):
    """A question as it is to be kept: `questions.QuestionDraft`."""

    @property
    def id(self) -> int | None: ...
    @property
    def text(self) -> str: ...
    @property
    def span(self) -> Span | None: ...
    @property
    def again(self) -> Sequence[Coming]: ...


def refuse_joining(desk: Desk, case: Case, present: Mapping[int, Question], drafts: Sequence[Coming]) -> None:
    """The words of a question come into no other one that was told of without it: s.17(2).

    Raises:
        NotAllowed: a question would get the time, the transfer or the answer of a notice that never named it.
    """
    staying = {draft.id for draft in drafts}
    notices = [each for each in case_store.clock_events(desk.session, case) if each.type in _APART]
    for draft in drafts:
        one = present.get(draft.id or 0)
        if one is None:
            continue
        for other in present.values():
            notice = next((each for each in notices if _tells_apart(each, one, other)), None)
            if notice and _takes(draft, one, other, staying):
                why = _APART[notice.type].format(one.label, other.label)
                raise NotAllowed(f"{why} Keep question {other.label} as a question of its own.")


def _tells_apart(notice: ClockEvent, one: Question, other: Question) -> bool:
    return one.id in notice.question_ids and other.id not in notice.question_ids


def _takes(draft: Coming, one: Question, other: Question, staying: Collection[int | None]) -> bool:
    """Whether the draft of a question takes words of the other one, which it did not have before."""
    theirs = list(_places(other))
    if _meet(_coming_places(draft), theirs) and not _meet(_places(one), theirs):
        return True
    words = _squeezed(other.text)
    return other.id not in staying and words in _squeezed(draft.text) and words not in _squeezed(one.text)


def _squeezed(text: str) -> str:
    return f" {' '.join(text.split())} "


def _meet(some: Iterator[Span], others: Sequence[Span]) -> bool:
    return any(
        start < other_end and other_start < end for start, end in some for other_start, other_end in others
    )


def _places(question: Question) -> Iterator[Span]:
    """Where its words stand in the case's, with their other wordings that it answers too."""
    if question.span_start is not None and question.span_end is not None:
        yield question.span_start, question.span_end
    yield from ((each["span"][0], each["span"][1]) for each in question.again if each["span"])


def _coming_places(draft: Coming) -> Iterator[Span]:
    yield from (each.span for each in (draft, *draft.again) if each.span)


def tell_of_parts(
    desk: Desk, case: Case, were: Mapping[int, tuple[int | None, int | None]], kept: Sequence[Question]
) -> None:
    """A notice that was given of a question was given of what is now cut from its words."""
    notices = [each for each in case_store.clock_events(desk.session, case) if each.type in OF_ITS_QUESTIONS]
    for question in kept:
        if question.id in were or question.span_start is None or question.span_end is None:
            continue
        whole = {
            id_
            for id_, (start, end) in were.items()
            if start is not None and end is not None
            if start <= question.span_start and question.span_end <= end
        }
        for notice in notices:
            if whole & set(notice.question_ids):
                notice.question_ids = [*notice.question_ids, question.id]
