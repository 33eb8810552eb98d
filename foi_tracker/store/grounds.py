"""Grounds, fetched through their case, and the questions that rest on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from foi_tracker.models import Case, Ground, Question, QuestionGround
from foi_tracker.store.scope import NotFound


def grounds_of(session: Session, case: Case) -> Sequence[Ground]:
    """Every ground of the case in the order they were written, with those no question rests on now."""
    return session.scalars(select(Ground).where(Ground.case_id == case.id).order_by(Ground.id)).all()


def get_ground(session: Session, case: Case, ground_id: int) -> Ground:
    """One ground of the case.

    Raises:
        NotFound: the case has none of this id.
    """
    ground = session.scalar(select(Ground).where(Ground.case_id == case.id, Ground.id == ground_id))
    if ground is None:
        raise NotFound("ground")
    return ground


def grounds_by_question(session: Session, case: Case) -> Mapping[int, Sequence[Ground]]:
    """The grounds that each question of the case rests on, by the question's id; {} where there are none."""
    rows = session.execute(
        select(QuestionGround.question_id, Ground)
        .join(Ground, Ground.id == QuestionGround.ground_id)
        .where(Ground.case_id == case.id)
        .order_by(Ground.id)
    )
    found: dict[int, list[Ground]] = {}
    for question_id, ground in rows:
        found.setdefault(question_id, []).append(ground)
    return found


def questions_on(session: Session, ground: Ground) -> Sequence[Question]:
    """The questions that rest on a ground, in their order."""
    return session.scalars(
        select(Question)
        .join(QuestionGround, QuestionGround.question_id == Question.id)
        .where(QuestionGround.ground_id == ground.id)
        .order_by(Question.position)
    ).all()


def rest_on(session: Session, ground: Ground, question_ids: Collection[int]) -> None:
    """Let exactly these questions rest on the ground."""
    session.execute(delete(QuestionGround).where(QuestionGround.ground_id == ground.id))
    session.add_all(
        QuestionGround(question_id=question_id, ground_id=ground.id) for question_id in sorted(question_ids)
    )
    session.flush()


def let_go(
    session: Session, question_ids: Collection[int], ground_ids: Collection[int] | None = None
) -> None:
    """Take grounds off these questions: those named, or all. The grounds stay on the case."""
    wanted = delete(QuestionGround).where(QuestionGround.question_id.in_(question_ids))
    if ground_ids is not None:
        wanted = wanted.where(QuestionGround.ground_id.in_(ground_ids))
    session.execute(wanted)
