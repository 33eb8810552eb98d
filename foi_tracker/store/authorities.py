"""Authorities, their people and their counters of references."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, selectinload

from foi_tracker.models import (
    AddedHoliday,
    Authority,
    Case,
    Closure,
    Letter,
    Membership,
    ReferenceCounter,
    Signatory,
    User,
)
from foi_tracker.store.scope import NotFound, Scope


def authorities(session: Session, scope: Scope) -> Sequence[Authority]:
    """The authorities of the scope, by name."""
    return session.scalars(
        select(Authority).where(Authority.id.in_(scope.authority_ids)).order_by(Authority.name)
    ).all()


def get_authority(session: Session, scope: Scope, authority_id: int) -> Authority:
    """One authority of the scope.

    Raises:
        NotFound: there is none of this id within the scope.
    """
    authority = session.scalar(
        select(Authority).where(Authority.id == authority_id, Authority.id.in_(scope.authority_ids))
    )
    if authority is None:
        raise NotFound("authority")
    return authority


def all_authorities(session: Session) -> Sequence[Authority]:
    """Every authority of the installation: for commands run by whoever keeps the machine."""
    return session.scalars(select(Authority).order_by(Authority.id)).all()


def others_here(session: Session, authority: Authority) -> Sequence[Authority]:
    """The other authorities of the installation, by name: to which a request can be passed on."""
    return session.scalars(
        select(Authority).where(Authority.id != authority.id).order_by(Authority.name)
    ).all()


def name_of_passer(session: Session, case: Case) -> str:
    """The name of the authority that passed the case on: all of its case that may be known here."""
    return (
        session.scalar(
            select(Authority.name)
            .join(Case, Case.authority_id == Authority.id)
            .where(Case.id == case.passed_from_id)
        )
        or ""
    )


def signatories(session: Session, authority: Authority) -> Sequence[Signatory]:
    """Who else may sign the authority's letters, in the order in which they were added."""
    return session.scalars(
        select(Signatory).where(Signatory.authority_id == authority.id).order_by(Signatory.id)
    ).all()


def signatory_of(session: Session, letter: Letter) -> Signatory | None:
    """Who was chosen to sign the letter; None for whoever usually does."""
    return session.get(Signatory, letter.signatory_id) if letter.signatory_id else None


def forget_signatory(session: Session, signatory: Signatory) -> None:
    """Take somebody off. Drafts that they were to sign are signed by whoever usually does."""
    session.execute(
        update(Letter)
        .where(Letter.signatory_id == signatory.id)
        .values(signatory_id=None)
        .execution_options(synchronize_session="fetch")
    )
    session.delete(signatory)


def authority_by_slug(session: Session, slug: str) -> Authority | None:
    """The authority of this short name in addresses and commands, or None."""
    return session.scalar(select(Authority).where(Authority.slug == slug))


def user_by_email(session: Session, email: str) -> User | None:
    """The person with this email address, with their roles, or None."""
    return session.scalar(
        select(User).options(selectinload(User.memberships)).where(User.email == email.strip().lower())
    )


def people_of(session: Session, scope: Scope, roles: Sequence[str] = ()) -> Sequence[User]:
    """Active people of the scope's authorities, by name; with one of the roles, if any are named."""
    wanted = select(Membership.user_id).where(Membership.authority_id.in_(scope.authority_ids))
    if roles:
        wanted = wanted.where(Membership.role.in_(roles))
    return session.scalars(
        select(User).where(User.id.in_(wanted), User.active.is_(True)).order_by(User.name)
    ).all()


def next_number(session: Session, authority: Authority, period: str) -> int:
    """The authority's next number in this period, never given twice.

    One statement on both databases; the counter's row stays locked until the transaction ends, so a
    number that is rolled back is given again and none is skipped.
    """
    table = ReferenceCounter.__table__
    dialect: Any = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(authority_id=authority.id, period=period, last=1)
    statement = statement.on_conflict_do_update(
        index_elements=["authority_id", "period"], set_={"last": table.c.last + 1}
    ).returning(table.c.last)
    return int(session.execute(statement).scalar_one())


def counter(session: Session, authority: Authority, period: str) -> int:
    """The last number given in the period; 0 before the first."""
    found = session.get(ReferenceCounter, (authority.id, period))
    return found.last if found else 0


def set_counter(session: Session, authority: Authority, period: str, last: int) -> None:
    """Say what the last number given was, at go-live.

    Raises:
        ValueError: a higher number has been given already; to go back would give one twice.
    """
    found = session.get(
        ReferenceCounter, (authority.id, period), with_for_update=True, populate_existing=True
    )
    if found is None:
        session.add(ReferenceCounter(authority_id=authority.id, period=period, last=last))
        return
    if last < found.last:
        raise ValueError(f"number {found.last} has been given already in {period}")
    found.last = last


def added_holidays(session: Session) -> Sequence[AddedHoliday]:
    """Bank holidays added to this installation, by day."""
    return session.scalars(select(AddedHoliday).order_by(AddedHoliday.day)).all()


def closures(session: Session, authority_id: int) -> Sequence[Closure]:
    """The days on which the authority's office is shut or its school has no session, by day."""
    return session.scalars(
        select(Closure).where(Closure.authority_id == authority_id).order_by(Closure.first_on, Closure.id)
    ).all()


def get_closure(session: Session, authority: Authority, closure_id: int) -> Closure:
    """One closure of the authority.

    Raises:
        NotFound: it has none of this id.
    """
    found = session.scalar(
        select(Closure).where(Closure.authority_id == authority.id, Closure.id == closure_id)
    )
    if found is None:
        raise NotFound("closure")
    return found
