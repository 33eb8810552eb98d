"""Results of the check that were kept, within the scope of whoever asks."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.models import KeptCheck
from foi_tracker.store.scope import NotFound, Scope

MOST_SHOWN = 100


def kept_checks(session: Session, scope: Scope) -> Sequence[KeptCheck]:
    """The latest ones of the scope's authorities, newest first."""
    return session.scalars(
        select(KeptCheck)
        .where(KeptCheck.authority_id.in_(scope.authority_ids))
        .order_by(KeptCheck.made_at.desc(), KeptCheck.id.desc())
        .limit(MOST_SHOWN)
    ).all()


def get_kept_check(session: Session, scope: Scope, kept_id: int) -> KeptCheck:
    """One of them.

    Raises:
        NotFound: there is none of this id within the scope.
    """
    found = session.scalar(
        select(KeptCheck).where(KeptCheck.id == kept_id, KeptCheck.authority_id.in_(scope.authority_ids))
    )
    if found is None:
        raise NotFound("kept check")
    return found
