"""The queue: open cases by due date, found, filtered, counted and paged by the database.

Every count of statements is fixed, however many cases there are: the rows of one page, the counts
of the four tiles and the number of rows found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from foi_tracker.models import Authority, Case, User
from foi_tracker.store.scope import Scope

LATE, TODAY, WEEK, WAITING = "late", "today", "week", "waiting"
DUE = (LATE, TODAY, WEEK, WAITING)
NOBODY = 0  # the officer of a case that nobody has yet
SORTS = ("due", "-due", "received", "-received", "reference", "subject")


@dataclass(frozen=True)
class Wanted:
    """What of the queue to show. Empty means: whatever it is."""

    authority_ids: frozenset[int] = frozenset()
    officer_ids: frozenset[int] = frozenset()  # NOBODY: not handed to anybody
    stages: frozenset[str] = frozenset()
    regimes: frozenset[str] = frozenset()
    due: str = ""  # one of DUE
    words: str = ""  # a reference, or part of a requester's name or of the subject
    closed: bool = False  # closed cases too
    sort: str = "due"
    names_in: frozenset[int] = frozenset()  # authorities where who asked may be seen, and so searched by
    page: int = 1
    per_page: int = 50


def end_of_week(today: date) -> date:
    """The Sunday of the week."""
    return today + timedelta(days=6 - today.weekday())


def _due_conditions(today: date) -> dict[str, ColumnElement[bool]]:
    return {
        LATE: Case.due_on < today,
        TODAY: Case.due_on == today,
        WEEK: Case.due_on.between(today + timedelta(days=1), end_of_week(today)),
        WAITING: Case.stage == "clarifying",
    }


def _conditions(scope: Scope, wanted: Wanted, today: date) -> list[ColumnElement[bool]]:
    ids = scope.authority_ids & wanted.authority_ids if wanted.authority_ids else scope.authority_ids
    found: list[ColumnElement[bool]] = [Case.authority_id.in_(ids)]
    if not wanted.closed:
        found.append(Case.closed_on.is_(None))
    if wanted.officer_ids:
        people = wanted.officer_ids - {NOBODY}
        nobody = Case.officer_id.is_(None) if NOBODY in wanted.officer_ids else false()
        found.append(or_(Case.officer_id.in_(people), nobody))
    if wanted.stages:
        found.append(Case.stage.in_(wanted.stages))
    if wanted.regimes:
        found.append(Case.regime.in_(wanted.regimes))
    if wanted.due in DUE:
        found.append(_due_conditions(today)[wanted.due])
    if wanted.words.strip():
        found.append(_matches(wanted.words.strip(), wanted.names_in))
    return found


def _matches(words: str, names_in: frozenset[int]) -> ColumnElement[bool]:
    def has(*columns: Any) -> list[ColumnElement[bool]]:
        return [column.icontains(words, autoescape=True) for column in columns]

    named = or_(*has(Case.requester_name, Case.requester_organisation))
    return or_(*has(Case.reference, Case.subject), and_(Case.authority_id.in_(names_in), named))


def _order(sort: str) -> list[Any]:
    columns: dict[str, Any] = {
        "due": Case.due_on,
        "received": Case.received_on,
        "reference": Case.reference,
        "subject": Case.subject,
    }
    column = columns[sort.lstrip("-")]
    if sort in ("due", "-due"):
        # What has no running date comes last whichever way it is sorted, on every database; then the closed.
        last = [Case.closed_on.is_not(None), Case.due_on.is_(None)]
        return [*last, column.desc() if sort == "-due" else column, Case.id]
    return [column.desc() if sort.startswith("-") else column, Case.id]


def _rows(scope: Scope, wanted: Wanted, today: date) -> Select[Case]:
    return (
        select(Case)
        .join(Case.authority)
        .options(contains_eager(Case.authority), joinedload(Case.officer), selectinload(Case.corrections))
        .where(*_conditions(scope, wanted, today))
        .order_by(*_order(wanted.sort if wanted.sort in SORTS else "due"))
    )


@dataclass(frozen=True)
class Page:
    """One page of the queue."""

    cases: Sequence[Case]
    total: int
    page: int
    pages: int


def page_of(session: Session, scope: Scope, wanted: Wanted, today: date) -> Page:
    """The page wanted, or the last one where there are fewer."""
    total = session.scalar(select(func.count()).select_from(Case).where(*_conditions(scope, wanted, today)))
    pages = max(1, -(-(total or 0) // wanted.per_page))
    page = min(max(1, wanted.page), pages)
    rows = _rows(scope, wanted, today).limit(wanted.per_page).offset((page - 1) * wanted.per_page)
    return Page(session.scalars(rows).all(), total or 0, page, pages)


def everything(session: Session, scope: Scope, wanted: Wanted, today: date) -> Iterator[Case]:
    """Every case wanted, for an export, read a thousand at a time."""
    statement = _rows(scope, wanted, today).execution_options(yield_per=1000)
    yield from session.scalars(statement)


def tiles(session: Session, scope: Scope, wanted: Wanted, today: date) -> dict[str, int]:
    """How many open cases are late, due today, due later this week, and waiting for others."""
    open_ones = Wanted(
        authority_ids=wanted.authority_ids, officer_ids=wanted.officer_ids, regimes=wanted.regimes
    )
    columns = [
        func.coalesce(func.sum(case((condition, 1), else_=0)), 0).label(name)
        for name, condition in _due_conditions(today).items()
    ]
    row = session.execute(select(*columns).where(*_conditions(scope, open_ones, today))).one()
    return {name: int(row._mapping[name]) for name in DUE}


@dataclass(frozen=True)
class MonthCount:
    """One authority's month, for a manager's question."""

    authority: str
    received: int
    answered_in_time: int
    answered_late: int
    open: int
    open_late: int


def month_counts(session: Session, scope: Scope, first: date, after: date, today: date) -> list[MonthCount]:
    """For each authority: received and answered in the month [first, after), open and late today."""

    def count(*conditions: ColumnElement[bool]) -> Any:
        return func.count(Case.id).filter(*conditions)

    valid = Case.triage == "valid"
    answered = Case.answered_on.between(first, after - timedelta(days=1))
    statement = (
        select(
            Authority.name,
            count(valid, Case.received_on >= first, Case.received_on < after),
            count(answered, Case.answered_late.is_(False)),
            count(answered, Case.answered_late.is_(True)),
            count(valid, Case.closed_on.is_(None)),
            count(valid, Case.closed_on.is_(None), Case.due_on < today),
        )
        .join(Case, Case.authority_id == Authority.id, isouter=True)
        .where(Authority.id.in_(scope.authority_ids))
        .group_by(Authority.id, Authority.name)
        .order_by(Authority.name)
    )
    return [MonthCount(*row) for row in session.execute(statement)]


def officers_of(session: Session, scope: Scope) -> Sequence[User]:
    """Everybody who has an open case of the scope, by name: for the filter."""
    having = select(Case.officer_id).where(
        Case.authority_id.in_(scope.authority_ids), Case.closed_on.is_(None)
    )
    return session.scalars(select(User).where(User.id.in_(having)).order_by(User.name)).all()
