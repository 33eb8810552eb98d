"""The lines that an officer keeps for their own answers: each reaches their own alone."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.models import Authority, OwnLine
from foi_tracker.store.scope import NotFound


def own_lines(session: Session, authority_id: int, user_id: int | None) -> list[OwnLine]:
    """The person's lines in the authority, by name."""
    mine = select(OwnLine).where(OwnLine.authority_id == authority_id, OwnLine.user_id == user_id)
    return sorted(session.scalars(mine), key=lambda line: line.name.casefold())


def get_own_line(session: Session, authority: Authority, user_id: int | None, line_id: int) -> OwnLine:
    """One of the person's lines in the authority.

    Raises:
        NotFound: they have none of this id there.
    """
    mine = select(OwnLine).where(
        OwnLine.authority_id == authority.id, OwnLine.user_id == user_id, OwnLine.id == line_id
    )
    found = session.scalar(mine)
    if found is None:
        raise NotFound("own line")
    return found
