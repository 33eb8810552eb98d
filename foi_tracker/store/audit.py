"""The audit's rows. What they mean and how they are chained is foi_tracker.casework.audit's."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from foi_tracker.models import AuditEntry, AuditHead, AuditPayload, Authority, Case


def head_for_change(session: Session, authority_id: int, genesis: str) -> AuditHead:
    """The end of the authority's chain, its row locked, made on first use with the genesis hash."""
    insert = (postgresql if session.get_bind().dialect.name == "postgresql" else sqlite).insert
    session.execute(
        insert(AuditHead)
        .values(authority_id=authority_id, number=0, entry_hash=genesis)
        .on_conflict_do_nothing(index_elements=["authority_id"])
    )
    return session.scalars(
        select(AuditHead)
        .where(AuditHead.authority_id == authority_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def head(session: Session, authority: Authority) -> AuditHead | None:
    """The end of the authority's chain; None before its first entry."""
    return session.get(AuditHead, authority.id)


def entries(session: Session, authority: Authority, after: int, limit: int) -> Sequence[AuditEntry]:
    """Entries in the order of their rows, `limit` at a time: rows with an id over `after`."""
    return session.scalars(
        select(AuditEntry)
        .where(AuditEntry.authority_id == authority.id, AuditEntry.id > after)
        .order_by(AuditEntry.id)
        .limit(limit)
    ).all()


def last_payload(session: Session, authority: Authority, action: str) -> AuditPayload | None:
    """What the authority's last entry of this action says; None where there is none, or it is erased."""
    last = (
        select(func.max(AuditEntry.id))
        .where(AuditEntry.authority_id == authority.id, AuditEntry.action == action)
        .scalar_subquery()
    )
    return session.scalar(select(AuditPayload).where(AuditPayload.entry_id == last))


def payloads(session: Session, entry_ids: Sequence[int]) -> dict[int, AuditPayload]:
    """Payloads by entry id; an erased one is missing."""
    found = session.scalars(select(AuditPayload).where(AuditPayload.entry_id.in_(entry_ids)))
    return {payload.entry_id: payload for payload in found}


def history(session: Session, case: Case) -> Sequence[tuple[AuditEntry, AuditPayload | None]]:
    """What happened on the case, newest first, with what each entry says where it is not erased."""
    rows = session.execute(
        select(AuditEntry, AuditPayload)
        .outerjoin(AuditPayload, AuditPayload.entry_id == AuditEntry.id)
        .where(AuditEntry.authority_id == case.authority_id, AuditEntry.case_id == case.id)
        .order_by(AuditEntry.number.desc())
    )
    return [(entry, payload) for entry, payload in rows]


def last_of(session: Session, case: Case, action: str) -> AuditEntry | None:
    """The newest entry of this action on the case; None where there is none."""
    return session.scalar(
        select(AuditEntry)
        .where(
            AuditEntry.authority_id == case.authority_id,
            AuditEntry.case_id == case.id,
            AuditEntry.action == action,
        )
        .order_by(AuditEntry.number.desc())
        .limit(1)
    )
