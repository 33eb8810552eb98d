"""The clock of a case: its facts, handed to the law as the law wants them.

The queue, the case page, the letter and the command all come through `reckoning_of`, so that they
cannot disagree about a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from foi_tracker.casework.desk import Desk
from foi_tracker.law.clock import Reckoning, reckon
from foi_tracker.law.clock_facts import ClockEvent, ClockFacts
from foi_tracker.models import Case, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import questions as question_store


def facts_of(desk: Desk, case: Case, questions: Sequence[Question]) -> ClockFacts:
    """The case as the clock sees it; events name questions by their labels of today.

    An event whose questions have all been taken off the case binds none of those that are left.
    """
    labels = {question.id: question.label for question in questions}
    events = tuple(
        ClockEvent(
            type=event.type,
            date=event.on,
            statutory=event.statutory,
            questions=tuple(labels[id_] for id_ in event.question_ids if id_ in labels),
            values={key: str(value) for key, value in event.values.items()},
        )
        for event in case_store.clock_events(desk.session, case)
        if not event.question_ids or labels.keys() & set(event.question_ids)
    )
    return ClockFacts(
        received=case.received_on,
        received_time=case.received_time,
        regime=case.regime,
        authority_type=case.authority.kind,
        events=events,
        questions=tuple(labels.values()),
    )


def reckoning_of(desk: Desk, case: Case) -> Reckoning | None:
    """The due dates and every day on the way; None for what is not a valid request (s.8: no clock runs).

    Raises:
        OutsideCalendar: no bank holidays are known for its dates.
    """
    if case.triage != "valid":
        return None
    return reckon(facts_of(desk, case, question_store.questions_of(desk.session, case)), desk.holidays)


def due_of(reckoning: Reckoning | None, labels: Sequence[str]) -> date | None:
    """The earliest running, unmet date that binds one of these questions (none named: one of the case's)."""
    if reckoning is None:
        return None
    live = [track.deadlines[0] for track in reckoning.tracks if _binds(track.questions, labels)]
    return min((d.date for d in live if d.date and not d.met_by), default=None)


def _binds(bound: Sequence[str], labels: Sequence[str]) -> bool:
    return not bound or not labels or bool(set(bound) & set(labels))
