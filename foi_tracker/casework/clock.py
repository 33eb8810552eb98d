"""The clock of a case: its facts, handed to the law as the law wants them.

The queue, the case page, the letter and the command all come through `reckoning_of`, so that they
cannot disagree about a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from foi_tracker.casework.desk import Desk
from foi_tracker.law.clock import THEIR_DATES, Reckoning, Track, reckon
from foi_tracker.law.clock_facts import EVENT_WORDS, ClockEvent, ClockFacts
from foi_tracker.law.clock_windows import own_data_window, windows
from foi_tracker.law.exemptions import WITHHOLD
from foi_tracker.law.regimes import SCHOOLS, Regime, running_under
from foi_tracker.models import Case, Question
from foi_tracker.models import ClockEvent as Kept
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import grounds as ground_store
from foi_tracker.store import questions as question_store

ANSWERED = "response_issued"
UNDONE = "undone"
"""In what opened a request again: whether what had left until then was no answer."""
LOST = "lost"
"""In the same: ids of the events that never happened, since the letters that told of them never arrived."""
OWN_DATA = "own_data"
"""The outcome of a question, and the triage of a request, that asks for the requester's own data."""
OWN_DATA_GROUNDS = frozenset({"s.40(1)", "reg 5(3)"})
"""What is withheld under them is the requester's own data too, which data protection law gives them."""


def facts_of(desk: Desk, case: Case, questions: Sequence[Question]) -> ClockFacts:
    """The case as the clock sees it; events name questions by their labels of today.

    An event whose questions have all been taken off the case binds none of those that are left.
    """
    labels = {question.id: question.label for question in questions}
    regimes = {question.label: regime_of(case, question) for question in questions}
    main = next(iter(regimes.values())) if len(set(regimes.values())) == 1 else regime_of(case)
    events = list(_counting(case_store.clock_events(desk.session, case), labels))
    if SCHOOLS & {main, *regimes.values()}:
        events += school_closures(desk, case.authority_id, case.received_on)
    return ClockFacts(
        received=case.received_on,
        received_time=case.received_time,
        regime=main,
        authority_type=case.authority.kind,
        events=tuple(events),
        questions=tuple(labels.values()),
        regimes={label: str(regime) for label, regime in regimes.items() if regime is not main},
    )


def _counting(recorded: Sequence[Kept], labels: Mapping[int, str]) -> Iterator[ClockEvent]:
    """What the clock counts, without the answers and the notices that a reopening undid."""
    for event in recorded:
        about = [id_ for id_ in event.question_ids or labels if id_ in labels]
        left = [id_ for id_ in about if stands(recorded, event, id_)]
        if event.type in EVENT_WORDS and (left or not (labels or event.question_ids)):
            fact = event_facts(event, labels)
            yield fact if left == about else replace(fact, questions=tuple(labels[id_] for id_ in left))


def stands(recorded: Sequence[Kept], event: Kept, question_id: int) -> bool:
    """Whether the event still counts for the question: an answer does not once a reopening undid it.

    The duty is to answer the request, within its time (s.10(1); EIR reg 5(2)). A letter that left a question
    out, or never reached them, did not, so the day on which it is answered after all is the one that counts.
    A notice in a letter that never reached them was not given (s.17(2); EIR reg 7), and nothing was asked.
    """
    reopened = [each for each in recorded if each.type == case_store.REOPENED]
    if event.type != ANSWERED:
        return not any(event.id in each.values.get(LOST, ()) for each in reopened)
    return not any(
        each.values.get(UNDONE)
        and event.letter_id in each.values.get("letters", ())
        and (not each.question_ids or question_id in each.question_ids)
        for each in reopened
    )


def regime_of(case: Case, question: Question | None = None) -> Regime:
    """What the case, or one of its questions, runs under: a mixture of laws has a clock for each."""
    law = (question.regime if question else "") or case.regime
    return running_under(law, case.authority.kind, case.special_time)


def event_facts(event: Kept, labels: Mapping[int, str]) -> ClockEvent:
    """An event as the clock sees it, its questions by these labels."""
    return ClockEvent(
        type=event.type,
        date=event.on,
        statutory=event.statutory,
        questions=tuple(labels[id_] for id_ in event.question_ids if id_ in labels),
        values={key: str(value) for key, value in event.values.items()},
        id=event.id or 0,  # 0: not kept yet
    )


def school_closures(desk: Desk, authority_id: int, received_on: date) -> list[ClockEvent]:
    """The days without a session that can matter to a request of this day: SI 2004/3364 reg 3."""
    return [
        ClockEvent(
            "school_closed",
            closure.first_on,
            values={"from": closure.first_on.isoformat(), "to": closure.last_on.isoformat()},
        )
        for closure in authority_store.closures(desk.session, authority_id)
        if closure.kind == "school" and closure.last_on >= received_on
    ]


def reckoning_of(desk: Desk, case: Case) -> Reckoning | None:
    """The due dates and every day on the way; None for what is not a valid request (s.8: no clock runs).

    Raises:
        OutsideCalendar: no bank holidays are known for its dates.
    """
    if case.triage != "valid":
        return None
    return reckon(facts_of(desk, case, question_store.questions_of(desk.session, case)), desk.holidays)


def windows_of(desk: Desk, case: Case, reckoning: Reckoning | None) -> tuple[Track, ...]:
    """What runs beside the case's own clock or after its answer: a review, an appeal, their own data.

    Raises:
        OutsideCalendar: no bank holidays are known for its dates.
    """
    questions = question_store.questions_of(desk.session, case)
    if reckoning is None:
        if case.triage != OWN_DATA:
            return ()
        return (own_data_window(facts_of(desk, case, questions), desk.holidays),)
    return windows(reckoning, desk.holidays, _asks_for_own_data(desk, case, questions))


def _asks_for_own_data(desk: Desk, case: Case, questions: Sequence[Question]) -> bool:
    """Whether any of it is the requester's own data, which has a month of its own: UK GDPR art 12(3)."""
    if any(question.outcome == OWN_DATA for question in questions):
        return True
    resting = ground_store.grounds_by_question(desk.session, case)
    return any(
        ground.code in OWN_DATA_GROUNDS and ground.purpose == WITHHOLD
        for question in questions
        for ground in resting.get(question.id, ())
    )


def due_of(reckoning: Reckoning | None, labels: Sequence[str]) -> date | None:
    """The earliest running, unmet date that binds one of these questions (none named: one of the case's)."""
    if reckoning is None:
        return None
    live = [track.deadlines[0] for track in reckoning.tracks if _binds(track.questions, labels)]
    running = [each for each in live if each.kind not in THEIR_DATES and not each.met_by]
    return min((each.date for each in running if each.date), default=None)


def _binds(bound: Sequence[str], labels: Sequence[str]) -> bool:
    return not bound or not labels or bool(set(bound) & set(labels))
