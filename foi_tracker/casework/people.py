"""People and the links that sign them in: for whoever keeps the installation."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk
from foi_tracker.models import SignInLink, User, now

LINK_LIVES = timedelta(hours=12)


def make_link(desk: Desk, user: User) -> str:
    """A token that signs the person in once, within 12 hours. Only its digest is kept.

    `user.memberships` must be loaded: the making is audited with each of their authorities.
    """
    token = secrets.token_urlsafe(32)
    desk.session.add(
        SignInLink(
            user_id=user.id,
            token_digest=hashlib.sha256(token.encode()).hexdigest(),
            expires_at=now() + LINK_LIVES,
        )
    )
    for authority_id in sorted({membership.authority_id for membership in user.memberships}):
        audit.record(desk, authority_id, "sign_in_link_made", person=user.id)
    return token
