"""Questions, fetched through their case."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.models import Case, ConfirmedSplit, Letter, LetterQuestion, Question
from foi_tracker.store.scope import NotFound


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


def latest_split(session: Session, case: Case) -> ConfirmedSplit | None:
    """What the officer last confirmed, beside what was proposed; None before the first time."""
    return session.scalar(
        select(ConfirmedSplit)
        .where(ConfirmedSplit.case_id == case.id)
        .order_by(ConfirmedSplit.id.desc())
        .limit(1)
    )


def sent_question_ids(session: Session, case: Case) -> set[int]:
    """Ids of the questions answered in a letter that was sent."""
    return set(
        session.scalars(
            select(LetterQuestion.question_id)
            .join(Letter, Letter.id == LetterQuestion.letter_id)
            .where(Letter.case_id == case.id, Letter.kind == "response", Letter.state == "sent")
        )
    )


def issued_question_ids(session: Session, case: Case) -> set[int]:
    """Ids of the questions answered in a letter that was issued, sent or not yet."""
    return set(
        session.scalars(
            select(LetterQuestion.question_id)
            .join(Letter, Letter.id == LetterQuestion.letter_id)
            .where(Letter.case_id == case.id, Letter.kind == "response", Letter.state != "draft")
        )
    )
