"""Cases and what hangs on them, each through its authority."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, joinedload

from foi_tracker.models import Authority, Case, ClockEvent, Correspondence, Deadline
from foi_tracker.store.scope import NotFound, Scope

REOPENED = "reopened"
"""A clock event that is the house's own: the questions it names are to be answered again. `values["letters"]`
are the letters that answered them until then."""

COMPLETED, WORDS_CAME, FIRST_WORDS = "completed", "words_came", "first_words"
"""Another of the house's own: what was missing of the request came, which made that its day of receipt (s.8).
`values["words_came"]` is the day on which the request's own words had come. Where what came describes what is
asked for, the request's words go on with it; `values["first_words"]` is how many characters came first."""

NOT_TO_LEAVE = "not_to_leave"
"""A third of the house's own: the letter that it names was issued and is not to leave. `values["why"]` says
why, and `values["by"]` who said so."""


def get_case(session: Session, scope: Scope, case_id: int) -> Case:
    """The case with its authority and officer.

    Raises:
        NotFound: there is none of this id within the scope.
    """
    case = session.scalar(
        select(Case)
        .options(joinedload(Case.authority), joinedload(Case.officer))
        .where(Case.id == case_id, Case.authority_id.in_(scope.authority_ids))
    )
    if case is None:
        raise NotFound("request")
    return case


def get_case_for_change(session: Session, scope: Scope, case_id: int) -> Case:
    """The case, its row locked until the end of the transaction, so that two changes queue up.

    Raises:
        NotFound: there is none of this id within the scope.
    """
    locked = session.scalar(
        select(Case.id)
        .where(Case.id == case_id, Case.authority_id.in_(scope.authority_ids))
        .with_for_update()
    )
    if locked is None:
        raise NotFound("request")
    return get_case(session, scope, case_id)


def by_reference(session: Session, scope: Scope, reference: str) -> Sequence[Case]:
    """Every case of this reference within the scope: two authorities may share one."""
    return session.scalars(
        select(Case)
        .options(joinedload(Case.authority), joinedload(Case.officer))
        .where(Case.reference == reference, Case.authority_id.in_(scope.authority_ids))
        .order_by(Case.authority_id)
    ).all()


def with_same_words(session: Session, authority: Authority, fingerprint: str) -> Sequence[Case]:
    """Cases of the authority whose words are the same, newest first, at most five."""
    return session.scalars(
        select(Case)
        .where(Case.authority_id == authority.id, Case.fingerprint == fingerprint)
        .order_by(Case.received_on.desc(), Case.id.desc())
        .limit(5)
    ).all()


def open_cases(session: Session, authority: Authority) -> Sequence[Case]:
    """Every open case of the authority, its row locked: a change of the calendar moves them all."""
    return session.scalars(
        select(Case)
        .options(joinedload(Case.authority))
        .where(Case.authority_id == authority.id, Case.closed_on.is_(None))
        .order_by(Case.id)
        .with_for_update(of=Case)
    ).all()


def closed_over(session: Session, authority: Authority, day: date) -> Sequence[Case]:
    """Cases that were open on the day and are closed now, each row locked: the day counts in their time."""
    return session.scalars(
        select(Case)
        .options(joinedload(Case.authority))
        .where(Case.authority_id == authority.id, Case.received_on <= day, Case.closed_on >= day)
        .order_by(Case.id)
        .with_for_update(of=Case)
    ).all()


def all_references(session: Session, authority: Authority) -> list[tuple[int, str]]:
    """The id and the reference of every case of the authority, whatever became of it; the oldest first."""
    rows = session.execute(
        select(Case.id, Case.reference).where(Case.authority_id == authority.id).order_by(Case.id)
    )
    return [(case_id, reference) for case_id, reference in rows]


def clock_events(session: Session, case: Case) -> Sequence[ClockEvent]:
    """What moved the case's dates, oldest first."""
    return session.scalars(
        select(ClockEvent).where(ClockEvent.case_id == case.id).order_by(ClockEvent.on, ClockEvent.id)
    ).all()


def get_clock_event(session: Session, case: Case, event_id: int) -> ClockEvent:
    """One event of the case.

    Raises:
        NotFound: the case has none of this id.
    """
    event = session.scalar(select(ClockEvent).where(ClockEvent.case_id == case.id, ClockEvent.id == event_id))
    if event is None:
        raise NotFound("event")
    return event


def completion(events: Sequence[ClockEvent]) -> ClockEvent | None:
    """The event that made the request complete, where one did."""
    return next((event for event in events if event.type == COMPLETED), None)


def words_came_on(case: Case, events: Sequence[ClockEvent]) -> date:
    """The day on which the request's words came: its day of receipt, unless something was missing then."""
    completed = completion(events)
    return date.fromisoformat(str(completed.values[WORDS_CAME])) if completed else case.received_on


def first_words(case: Case, events: Sequence[ClockEvent]) -> str:
    """The request's words as they came at first, without those that completed its description later."""
    completed = completion(events)
    return case.words[: completed.values.get(FIRST_WORDS)] if completed else case.words


def get_correspondence(session: Session, case: Case, correspondence_id: int) -> Correspondence:
    """One thing said on the case.

    Raises:
        NotFound: the case has none of this id.
    """
    found = session.scalar(
        select(Correspondence).where(
            Correspondence.case_id == case.id, Correspondence.id == correspondence_id
        )
    )
    if found is None:
        raise NotFound("correspondence")
    return found


def deadlines(session: Session, case: Case) -> Sequence[Deadline]:
    """The case's due dates as last reckoned, the live one first."""
    return session.scalars(
        select(Deadline).where(Deadline.case_id == case.id).order_by(Deadline.position)
    ).all()


def replace_deadlines(session: Session, case: Case, deadlines: Sequence[Deadline]) -> None:
    """Put these due dates in the place of the case's earlier ones."""
    session.execute(delete(Deadline).where(Deadline.case_id == case.id))
    for position, deadline in enumerate(deadlines):
        deadline.case_id = case.id
        deadline.position = position
        session.add(deadline)


def correspondence(session: Session, case: Case) -> Sequence[Correspondence]:
    """What was said in and out, oldest first."""
    return session.scalars(
        select(Correspondence)
        .where(Correspondence.case_id == case.id)
        .order_by(Correspondence.on, Correspondence.id)
    ).all()


def correspondence_count(session: Session, case: Case) -> int:
    """How many things were said in and out."""
    return session.scalar(select(func.count()).where(Correspondence.case_id == case.id)) or 0
