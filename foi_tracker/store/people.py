"""The people of one authority, with what they may do, and the links that sign them in."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from foi_tracker.models import Authority, Membership, SignInLink, User
from foi_tracker.store.authorities import user_by_email
from foi_tracker.store.scope import NotFound


def people_of_authority(session: Session, authority: Authority, role: str = "") -> Sequence[User]:
    """Active people who hold a role in the authority, by name, with all of their memberships."""
    wanted = select(Membership.user_id).where(Membership.authority_id == authority.id)
    if role:
        wanted = wanted.where(Membership.role == role)
    return session.scalars(
        select(User)
        .options(selectinload(User.memberships))
        .where(User.id.in_(wanted), User.active.is_(True))
        .order_by(User.name, User.id)
    ).all()


def get_person(session: Session, authority: Authority, user_id: int) -> User:
    """One of them.

    Raises:
        NotFound: nobody of this id works for the authority.
    """
    for user in people_of_authority(session, authority):
        if user.id == user_id:
            return user
    raise NotFound("person")


def close_links(session: Session, authority: Authority, user: User) -> None:
    """No link that the authority's administrator made for the person, and not used yet, opens it any more."""
    unused = select(SignInLink).where(SignInLink.user_id == user.id, SignInLink.used_at.is_(None))
    for link in session.scalars(unused).all():
        if link.opens is None:
            continue
        link.opens = [each for each in link.opens if each != authority.id]
        if not link.opens:
            session.delete(link)


def add_person(session: Session, email: str, name: str) -> User:
    """Somebody who is not here yet, and does nothing yet."""
    user = User(email=email.strip().lower(), name=name.strip(), memberships=[])
    session.add(user)
    session.flush()
    return user


def let_set_up(session: Session, email: str, name: str) -> User:
    """Let a person set up authorities; they are added where they are not here.

    There may be no authority yet in whose audit it could stand. What they set up is audited there.
    """
    user = user_by_email(session, email) or add_person(session, email, name)
    user.sets_up = True
    session.flush()
    return user
