"""People, who are roles at example.org."""

from __future__ import annotations

from sqlalchemy.orm import Session

from foi_tracker.models import Authority, Membership, User


def person(session: Session, name: str, *authorities: Authority, role: str = "officer") -> User:
    """Somebody who holds this role in each of these authorities. They sign in without a password."""
    made = User(email=f"{name.lower().replace(' ', '.')}@example.org", name=name)
    made.memberships = [Membership(authority_id=authority.id, role=role) for authority in authorities]
    session.add(made)
    session.flush()
    return made


def give_role(session: Session, user: User, authority: Authority, role: str) -> None:
    """One more role for somebody who is there already."""
    session.add(Membership(user_id=user.id, authority_id=authority.id, role=role))
    session.flush()
