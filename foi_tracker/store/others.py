"""Other people and bodies that a case concerns, fetched through their case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from foi_tracker.models import Case, Consultation, Letter, Referral, SisterCase
from foi_tracker.store.scope import NotFound, Scope

Row = TypeVar("Row")


def consultations_of(session: Session, case: Case) -> Sequence[Consultation]:
    """The third parties asked, in the order they were."""
    return session.scalars(
        select(Consultation)
        .where(Consultation.case_id == case.id)
        .order_by(Consultation.asked_on, Consultation.id)
    ).all()


def referrals_of(session: Session, case: Case) -> Sequence[Referral]:
    """The referrals to a national unit, oldest first."""
    return session.scalars(
        select(Referral).where(Referral.case_id == case.id).order_by(Referral.sent_on, Referral.id)
    ).all()


def sister_cases_of(session: Session, case: Case) -> Sequence[SisterCase]:
    """The same request at other bodies, in the order they were noted."""
    return session.scalars(
        select(SisterCase).where(SisterCase.case_id == case.id).order_by(SisterCase.id)
    ).all()


def get_consultation(session: Session, case: Case, consultation_id: int) -> Consultation:
    """One consultation of the case.

    Raises:
        NotFound: the case has none of this id.
    """
    return _found(
        session.scalar(
            select(Consultation).where(Consultation.case_id == case.id, Consultation.id == consultation_id)
        )
    )


def get_referral(session: Session, case: Case, referral_id: int) -> Referral:
    """One referral of the case.

    Raises:
        NotFound: the case has none of this id.
    """
    return _found(
        session.scalar(select(Referral).where(Referral.case_id == case.id, Referral.id == referral_id))
    )


def get_sister_case(session: Session, case: Case, sister_case_id: int) -> SisterCase:
    """One sister case of the case.

    Raises:
        NotFound: the case has none of this id.
    """
    return _found(
        session.scalar(
            select(SisterCase).where(SisterCase.case_id == case.id, SisterCase.id == sister_case_id)
        )
    )


def _found(row: Row | None) -> Row:
    if row is None:
        raise NotFound("other people")
    return row


def has_letters(session: Session, consultation: Consultation) -> bool:
    """Whether a letter was made for the consultation."""
    found = session.scalar(select(Letter.id).where(Letter.consultation_id == consultation.id).limit(1))
    return found is not None


def same_words_elsewhere(session: Session, scope: Scope, case: Case) -> Sequence[Case]:
    """The same words sent to other authorities within the scope: a round robin that we can see."""
    return session.scalars(
        select(Case)
        .options(joinedload(Case.authority))
        .where(
            Case.fingerprint == case.fingerprint,
            Case.authority_id != case.authority_id,
            Case.authority_id.in_(scope.authority_ids),
        )
        .order_by(Case.received_on, Case.id)
        .limit(5)
    ).all()
