"""Estimates of cost, refusals of a whole request, and the requests that stand near one in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from foi_tracker.models import Case, CostEstimate, CostRow, Question, WholeRefusal

MOST_NEAR = 1000
"""Requests near one in time that are looked through."""


def estimate_of(session: Session, case: Case) -> CostEstimate | None:
    """The case's estimate, where it has one."""
    return session.scalar(select(CostEstimate).where(CostEstimate.case_id == case.id))


def rows_of(session: Session, estimate: CostEstimate) -> Sequence[CostRow]:
    """The rows of an estimate in their order."""
    return session.scalars(
        select(CostRow).where(CostRow.estimate_id == estimate.id).order_by(CostRow.position)
    ).all()


def replace_rows(session: Session, estimate: CostEstimate, rows: Sequence[CostRow]) -> None:
    """Put these rows in the place of the estimate's earlier ones."""
    session.execute(delete(CostRow).where(CostRow.estimate_id == estimate.id))
    for position, row in enumerate(rows):
        row.estimate_id, row.position = estimate.id, position
        session.add(row)
    session.flush()


def whole_of(session: Session, case: Case) -> WholeRefusal | None:
    """The case's refusal as a whole under s.14, where there is one."""
    return session.scalar(select(WholeRefusal).where(WholeRefusal.case_id == case.id))


def received_near(session: Session, case: Case, first: date, last: date) -> Sequence[Case]:
    """Other valid requests to the same authority, received from `first` to `last`, newest first."""
    return session.scalars(
        select(Case)
        .where(
            Case.authority_id == case.authority_id,
            Case.id != case.id,
            Case.triage == "valid",
            Case.received_on.between(first, last),
        )
        .order_by(Case.received_on.desc(), Case.id.desc())
        .limit(MOST_NEAR)
    ).all()


def beside(session: Session, case: Case, ids: Collection[int]) -> Sequence[Case]:
    """Of the cases of these ids, those of the same authority, oldest first; never the case itself."""
    return session.scalars(
        select(Case)
        .where(Case.authority_id == case.authority_id, Case.id != case.id, Case.id.in_(ids))
        .order_by(Case.received_on, Case.id)
    ).all()


def added_to(session: Session, case: Case) -> Sequence[tuple[Case, CostEstimate]]:
    """Requests of the authority to whose cost this one's is added, oldest first, with their estimates."""
    found = session.execute(
        select(Case, CostEstimate)
        .join(CostEstimate, CostEstimate.case_id == Case.id)
        .where(Case.authority_id == case.authority_id, Case.id != case.id)
        .order_by(Case.received_on, Case.id)
    )
    return [(other, estimate) for other, estimate in found if case.id in estimate.with_case_ids]


def rows_by_case(session: Session, cases: Collection[Case]) -> Mapping[int, Sequence[CostRow]]:
    """The rows of each case's estimate, by the case's id; a case without an estimate is left out."""
    found: dict[int, list[CostRow]] = defaultdict(list)
    ids = [case.id for case in cases]
    rows = session.execute(
        select(CostEstimate.case_id, CostRow)
        .join(CostRow, CostRow.estimate_id == CostEstimate.id)
        .where(CostEstimate.case_id.in_(ids))
        .order_by(CostRow.position)
    )
    for case_id, row in rows:
        found[case_id].append(row)
    return found


def questions_by_case(session: Session, cases: Collection[Case]) -> Mapping[int, Sequence[str]]:
    """The words of each case's questions, by the case's id."""
    found: dict[int, list[str]] = defaultdict(list)
    ids = [case.id for case in cases]
    texts = session.execute(
        select(Question.case_id, Question.text).where(Question.case_id.in_(ids)).order_by(Question.position)
    )
    for case_id, text in texts:
        found[case_id].append(text)
    return found
