"""Flask-Security's own way to the people: this room and the store are the only places that query."""

from __future__ import annotations

import hashlib
from typing import Any

from flask_security.datastore import FSQLALiteUserDatastore
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from foi_tracker.extensions import db
from foi_tracker.models import SecurityRole, SignInLink, User, now


class Datastore(FSQLALiteUserDatastore):
    """People with their memberships at hand, so that no page loads them by accident."""

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> User | None:
        """The person with these column values."""
        wanted = select(User).options(selectinload(User.memberships)).filter_by(**kwargs)
        return db.session.scalars(wanted).one_or_none()


def datastore() -> Datastore:
    """The datastore that Flask-Security is given."""
    return Datastore(db, User, SecurityRole)


def find_by_email(email: str) -> User | None:
    """The active person of this address."""
    found = Datastore(db, User, SecurityRole).find_user(email=email.strip().lower())
    return found if found and found.active else None


def find_link(token: str) -> SignInLink | None:
    """The link of this token while it can still be used: once, and before it expires."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    link = db.session.scalars(
        select(SignInLink).where(SignInLink.token_digest == digest).with_for_update()
    ).one_or_none()
    usable = link is not None and link.used_at is None and link.expires_at > now()
    return link if usable else None


def person_of(link: SignInLink) -> User | None:
    """Whom the link signs in."""
    found = Datastore(db, User, SecurityRole).find_user(id=link.user_id)
    return found if found and found.active else None
