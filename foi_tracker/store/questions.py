"""Questions, fetched through their case."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, selectinload

from foi_tracker.models import (
    Authority,
    Case,
    ClockEvent,
    ConfirmedSplit,
    Letter,
    LetterQuestion,
    Question,
)
from foi_tracker.store.cases import REOPENED
from foi_tracker.store.letters import never_left_ids
from foi_tracker.store.scope import NotFound

ANSWERING = ("response", "transfer", "passed_on")
"""Kinds of letter that answer a question: the last two say that it is not held, and who may hold it."""


def questions_of(session: Session, case: Case) -> Sequence[Question]:
    """The case's questions in their order."""
    return session.scalars(
        select(Question).where(Question.case_id == case.id).order_by(Question.position)
    ).all()


def get_question(session: Session, case: Case, question_id: int) -> Question:
    """One question of the case.

    Raises:
        NotFound: the case has none of this id.
    """
    question = session.scalar(select(Question).where(Question.case_id == case.id, Question.id == question_id))
    if question is None:
        raise NotFound("question")
    return question


def latest_splits(session: Session, authority: Authority) -> Sequence[tuple[Case, ConfirmedSplit]]:
    """What the authority's officers last confirmed of each case, by the case's age."""
    newest = (
        select(func.max(ConfirmedSplit.id))
        .join(Case, Case.id == ConfirmedSplit.case_id)
        .where(Case.authority_id == authority.id)
        .group_by(ConfirmedSplit.case_id)
    )
    found = session.execute(
        select(Case, ConfirmedSplit)
        .join(ConfirmedSplit, ConfirmedSplit.case_id == Case.id)
        .options(selectinload(Case.corrections))
        .where(ConfirmedSplit.id.in_(newest))
        .order_by(Case.id)
    )
    return [(case, split) for case, split in found]


def count_splits(session: Session, authority: Authority) -> int:
    """Of how many of the authority's cases a confirmed split is kept."""
    return (
        session.scalar(
            select(func.count(ConfirmedSplit.case_id.distinct()))
            .join(Case, Case.id == ConfirmedSplit.case_id)
            .where(Case.authority_id == authority.id)
        )
        or 0
    )


def forget_splits_of(session: Session, case: Case) -> None:
    """Remove what was kept of this request's splits: its words go on further now."""
    session.execute(delete(ConfirmedSplit).where(ConfirmedSplit.case_id == case.id))


def forget_splits(session: Session, authority: Authority) -> None:
    """Delete every confirmed split of the authority."""
    cases = select(Case.id).where(Case.authority_id == authority.id)
    session.execute(delete(ConfirmedSplit).where(ConfirmedSplit.case_id.in_(cases)))


def sent_question_ids(session: Session, case: Case, lost: Collection[int] = ()) -> set[int]:
    """Ids of the questions answered in a letter that was sent, and not reopened since.

    The letters with the ids `lost` never reached them, and answered nothing.
    """
    return _answered_in(session, case, ("sent",), lost)


def issued_question_ids(session: Session, case: Case) -> set[int]:
    """Ids of the questions answered in a letter that was issued, sent or not yet, and not reopened since.

    A letter that never left, because its correction did or it was not to, answers none.
    """
    return _answered_in(session, case, ("issued", "sent"))


def _answered_in(session: Session, case: Case, states: Sequence[str], lost: Collection[int] = ()) -> set[int]:
    found = session.execute(
        select(LetterQuestion.question_id, Letter.id)
        .join(Letter, Letter.id == LetterQuestion.letter_id)
        .where(
            Letter.case_id == case.id,
            Letter.kind.in_(ANSWERING),
            Letter.state.in_(states),
            Letter.id.not_in({*never_left_ids(session, case), *lost}),
        )
    )
    reopened = session.scalars(
        select(ClockEvent).where(ClockEvent.case_id == case.id, ClockEvent.type == REOPENED)
    ).all()
    return {
        question_id
        for question_id, letter_id in found
        if not any(
            letter_id in event.values.get("letters", ())
            and (not event.question_ids or question_id in event.question_ids)
            for event in reopened
        )
    }


def ever_issued_question_ids(session: Session, case: Case) -> set[int]:
    """Ids of the questions answered in a letter that was ever issued, whatever was reopened since.

    A letter that never left, because its correction did, answers none.
    """
    return set(
        session.scalars(
            select(LetterQuestion.question_id)
            .join(Letter, Letter.id == LetterQuestion.letter_id)
            .where(
                Letter.case_id == case.id,
                Letter.kind.in_(ANSWERING),
                Letter.state != "draft",
                Letter.id.not_in(never_left_ids(session, case)),
            )
        )
    )
