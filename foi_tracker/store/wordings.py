"""The standard paragraphs that an authority has made its own: what is in force, and every version."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foi_tracker.models import Authority, WordingVersion
from foi_tracker.store.scope import NotFound


def in_force(session: Session, authority_id: int) -> dict[str, WordingVersion]:
    """The last version of each paragraph that the authority has ever changed, by key."""
    last = (
        select(WordingVersion.key, func.max(WordingVersion.number).label("number"))
        .where(WordingVersion.authority_id == authority_id)
        .group_by(WordingVersion.key)
        .subquery()
    )
    rows = session.scalars(
        select(WordingVersion)
        .join(last, (WordingVersion.key == last.c.key) & (WordingVersion.number == last.c.number))
        .where(WordingVersion.authority_id == authority_id)
    )
    return {version.key: version for version in rows}


def words_of(session: Session, authority_id: int) -> dict[str, str]:
    """The authority's own words by key: without those that are back at the default."""
    return {key: each.text for key, each in in_force(session, authority_id).items() if each.text is not None}


def versions_of(session: Session, authority: Authority, key: str) -> Sequence[WordingVersion]:
    """Every version of one paragraph, oldest first; none where it was never changed."""
    return session.scalars(
        select(WordingVersion)
        .where(WordingVersion.authority_id == authority.id, WordingVersion.key == key)
        .order_by(WordingVersion.number)
    ).all()


def get_version(session: Session, authority: Authority, key: str, number: int) -> WordingVersion:
    """One version of a paragraph.

    Raises:
        NotFound: the authority has none of this number.
    """
    for version in versions_of(session, authority, key):
        if version.number == number:
            return version
    raise NotFound("wording version")
