"""The audit: append-only, chained by hash for each authority, its payloads erasable on their own.

s.77 FOIA makes it an offence to alter or conceal records with intent to prevent disclosure;
the chain shows whether anybody has altered this one.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from foi_tracker.models.base import Base


class AuditEntry(Base):
    """One thing that somebody did. `entry_hash` covers every column and the hash before it."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        UniqueConstraint("authority_id", "number"),
        Index("ix_audit_entry_case", "authority_id", "case_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"))
    number: Mapped[int]  # 1, 2, 3 … within the authority, without a gap
    at: Mapped[datetime]
    actor_id: Mapped[int | None]  # no foreign key: the entry outlives the person's account
    actor_name: Mapped[str]
    action: Mapped[str]
    case_id: Mapped[int | None]
    payload_digest: Mapped[str]  # SHA-256 over the salt and the payload
    previous_hash: Mapped[str]
    entry_hash: Mapped[str]


class AuditPayload(Base):
    """What an entry says in detail. Erasing the row leaves the chain whole."""

    __tablename__ = "audit_payload"

    entry_id: Mapped[int] = mapped_column(ForeignKey("audit_entry.id"), primary_key=True)
    salt: Mapped[str]
    payload: Mapped[dict[str, Any]]


class AuditHead(Base):
    """Where each authority's chain ends, so that an entry cut off at the end is missed too."""

    __tablename__ = "audit_head"

    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"), primary_key=True)
    number: Mapped[int]
    entry_hash: Mapped[str]
