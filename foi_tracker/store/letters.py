"""Letters and attachments, fetched through their case."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from foi_tracker.models import Attachment, Authority, Case, ClockEvent, Letter, LetterQuestion, Override
from foi_tracker.store.cases import NOT_TO_LEAVE
from foi_tracker.store.scope import NotFound


def letters_of(session: Session, case: Case) -> Sequence[Letter]:
    """The case's letters, oldest first."""
    return session.scalars(select(Letter).where(Letter.case_id == case.id).order_by(Letter.id)).all()


def replaced_ids(session: Session, case: Case) -> set[int]:
    """Ids of the letters that were issued and never sent, because a correction was sent in their place."""
    letters = letters_of(session, case)
    replaced: set[int | None] = set()
    for letter in reversed(letters):  # a correction is younger than what it corrects
        if letter.state == "sent" or letter.id in replaced:
            replaced.add(letter.corrects_id)
    return {letter.id for letter in letters if letter.state == "issued" and letter.id in replaced}


def kept_back(session: Session, case: Case) -> dict[int, ClockEvent]:
    """By the letter's id, what was said of each that was issued and is not to leave."""
    said = session.scalars(
        select(ClockEvent).where(ClockEvent.case_id == case.id, ClockEvent.type == NOT_TO_LEAVE)
    )
    return {event.letter_id: event for event in said if event.letter_id}


def never_left_ids(session: Session, case: Case) -> set[int]:
    """Ids of the letters that were issued and will not be sent: replaced by a correction, or not to leave."""
    return replaced_ids(session, case) | set(kept_back(session, case))


def newest_letters(session: Session, authority: Authority, most: int) -> Sequence[tuple[Letter, Case]]:
    """The authority's newest answers, and then its newest other letters to requesters, each with its case."""
    wanted = (
        select(Letter, Case).join(Case, Case.id == Letter.case_id).where(Case.authority_id == authority.id)
    )
    newest = wanted.where(Letter.kind != "consultation").order_by(Letter.id.desc()).limit(most)
    answers, others = newest.where(Letter.kind == "response"), newest.where(Letter.kind != "response")
    return [(letter, case) for each in (answers, others) for letter, case in session.execute(each)]


def get_letter(session: Session, case: Case, letter_id: int) -> Letter:
    """One letter of the case.

    Raises:
        NotFound: the case has none of this id.
    """
    letter = session.scalar(select(Letter).where(Letter.case_id == case.id, Letter.id == letter_id))
    if letter is None:
        raise NotFound("letter")
    return letter


def question_ids(session: Session, letter: Letter) -> list[int]:
    """Ids of the questions that the letter answers."""
    return list(
        session.scalars(select(LetterQuestion.question_id).where(LetterQuestion.letter_id == letter.id))
    )


def set_question_ids(session: Session, letter: Letter, ids: Sequence[int]) -> None:
    """Say which questions the letter answers, in the place of what was said before."""
    session.execute(delete(LetterQuestion).where(LetterQuestion.letter_id == letter.id))
    session.add_all(LetterQuestion(letter_id=letter.id, question_id=id_) for id_ in ids)
    session.flush()


def take_off_drafts(session: Session, question_ids: Collection[int]) -> None:
    """No letter answers these questions any more: they are about to leave their case."""
    session.execute(delete(LetterQuestion).where(LetterQuestion.question_id.in_(question_ids)))


def overrides_of(session: Session, letter: Letter) -> Sequence[Override]:
    """What somebody let pass in the letter, in the order they did."""
    return session.scalars(
        select(Override).where(Override.letter_id == letter.id).order_by(Override.id)
    ).all()


def forget_overrides(session: Session, letter: Letter) -> None:
    """Delete what was let pass in a draft that goes."""
    session.execute(delete(Override).where(Override.letter_id == letter.id))


def attachments_of(session: Session, case: Case) -> Sequence[Attachment]:
    """The case's attachments, in the order they were added."""
    return session.scalars(
        select(Attachment).where(Attachment.case_id == case.id).order_by(Attachment.id)
    ).all()


def get_attachment(session: Session, case: Case, attachment_id: int) -> Attachment:
    """One attachment of the case.

    Raises:
        NotFound: the case has none of this id.
    """
    attachment = session.scalar(
        select(Attachment).where(Attachment.case_id == case.id, Attachment.id == attachment_id)
    )
    if attachment is None:
        raise NotFound("attachment")
    return attachment
