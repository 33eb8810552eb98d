"""Results of the check that were kept, within the scope of whoever asks."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from foi_tracker.models import Authority, KeptCheck
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


def latest_for_change(session: Session, authority: Authority) -> Sequence[KeptCheck]:
    """The authority's latest ones, while nobody else keeps any: who keeps at once with another waits."""
    session.execute(select(Authority.id).where(Authority.id == authority.id).with_for_update(key_share=True))
    return kept_checks(session, Scope(frozenset({authority.id})))


def get_kept_check(session: Session, scope: Scope, kept_id: int) -> KeptCheck:
    """One of them.

    Raises:
        NotFound: there is none of this id within the scope.
    """
    return _one(session, _of(scope, kept_id))


def get_kept_check_for_change(session: Session, scope: Scope, kept_id: int) -> KeptCheck:
    """The same, its row locked and read afresh: of two who add to it at once, neither loses letters.

    Raises:
        NotFound: there is none of this id within the scope.
    """
    locked = _of(scope, kept_id).with_for_update().execution_options(populate_existing=True)
    return _one(session, locked)


def _of(scope: Scope, kept_id: int) -> Select[KeptCheck]:
    return select(KeptCheck).where(KeptCheck.id == kept_id, KeptCheck.authority_id.in_(scope.authority_ids))


def _one(session: Session, wanted: Select[KeptCheck]) -> KeptCheck:
    found = session.scalar(wanted)
    if found is None:
        raise NotFound("kept check")
    return found
