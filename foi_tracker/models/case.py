"""A case: one request and all that follows it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, and_
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from foi_tracker.models.audit import AuditEntry, AuditPayload
from foi_tracker.models.authority import Authority
from foi_tracker.models.base import Base, now
from foi_tracker.models.person import User


class Case(Base):
    """One request. Dates are statutory dates; what the queue sorts by is kept ready in columns."""

    __tablename__ = "case"
    __table_args__ = (
        UniqueConstraint("authority_id", "reference"),
        Index("ix_case_queue", "authority_id", "closed_on", "due_on"),
        Index("ix_case_received", "authority_id", "received_on"),
        Index("ix_case_fingerprint", "authority_id", "fingerprint"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"))
    reference: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    logged_at: Mapped[datetime] = mapped_column(default=now)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), index=True)

    # What came
    words: Mapped[str]  # the request exactly as it came, and then what completed its description (s.8)
    fingerprint: Mapped[str]  # intake.text.fingerprint(words)
    subject: Mapped[str]
    received_on: Mapped[date]
    received_time: Mapped[str] = mapped_column(default="")
    channel: Mapped[str]  # "post" | "email" | "web" | "phone" | "social_media"
    regime: Mapped[str]  # "FOIA" | "EIR"
    special_time: Mapped[str] = mapped_column(default="")  # "" | "archive" | "forces_or_overseas"
    triage: Mapped[str] = mapped_column(default="valid")  # "valid" or a code of law.outcomes.NOT_VALID

    # Who asked, and how they want the answer
    requester_name: Mapped[str] = mapped_column(default="", index=True)
    requester_organisation: Mapped[str] = mapped_column(default="")
    requester_email: Mapped[str] = mapped_column(default="")
    requester_address: Mapped[str] = mapped_column(default="")
    their_reference: Mapped[str] = mapped_column(default="")
    form_wanted: Mapped[str] = mapped_column(default="")  # s.11: "email", "post", "inspection", ...
    language: Mapped[str] = mapped_column(default="en-GB")
    large_print: Mapped[bool] = mapped_column(default=False)
    adjustment: Mapped[str] = mapped_column(default="")

    # What was made of it
    passed_from_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))  # by the other authority here
    preamble: Mapped[str] = mapped_column(default="")  # their own words above the questions, for the letter
    opening_statement: Mapped[str] = mapped_column(default="")
    late_reason: Mapped[str] = mapped_column(default="")
    questions_confirmed: Mapped[bool] = mapped_column(default=False)

    # Kept ready by casework.refresh
    stage: Mapped[str] = mapped_column(default="new")  # foi_tracker.law.lifecycle
    next_step: Mapped[str] = mapped_column(default="confirm_questions")
    questions_total: Mapped[int] = mapped_column(default=0)
    questions_answered: Mapped[int] = mapped_column(default=0)
    due_on: Mapped[date | None]  # the earliest unmet deadline; None while none is running
    target_on: Mapped[date | None]  # the authority's internal target
    answered_on: Mapped[date | None]  # the day the last question that they still want left in a sent letter
    answered_late: Mapped[bool] = mapped_column(default=False)
    closed_on: Mapped[date | None]

    authority: Mapped[Authority] = relationship(lazy="raise")
    officer: Mapped[User | None] = relationship(lazy="raise")
    corrections: Mapped[list[AuditPayload]] = relationship(  # what was known before: that too says who asked
        secondary=AuditEntry.__table__,
        primaryjoin=lambda: and_(
            AuditEntry.authority_id == Case.authority_id,
            foreign(AuditEntry.case_id) == Case.id,
            AuditEntry.action.in_(("details_changed", "made_valid")),
        ),
        secondaryjoin=lambda: AuditPayload.entry_id == foreign(AuditEntry.id),
        viewonly=True,
    )


class Deadline(Base):
    """One due date of a case as last reckoned; replaced as a whole whenever anything changes."""

    __tablename__ = "deadline"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    position: Mapped[int]
    kind: Mapped[str]
    due_on: Mapped[date | None]
    question_ids: Mapped[list[Any]] = mapped_column(default=list)  # empty: every question
    met_by: Mapped[str] = mapped_column(default="")


class ClockEvent(Base):
    """Something that moves a due date, in the words of foi_tracker.law.clock."""

    __tablename__ = "clock_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    type: Mapped[str]
    on: Mapped[date]
    statutory: Mapped[str] = mapped_column(default="none")
    question_ids: Mapped[list[Any]] = mapped_column(default=list)  # empty: every question
    values: Mapped[dict[str, Any]] = mapped_column(default=dict)
    correspondence_id: Mapped[int | None] = mapped_column(ForeignKey("correspondence.id"))
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"))  # the letter that made it happen


class Correspondence(Base):
    """Something said, in or out, by whatever channel."""

    __tablename__ = "correspondence"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    direction: Mapped[str]  # "in" | "out"
    channel: Mapped[str]
    on: Mapped[date]
    with_whom: Mapped[str]
    words: Mapped[str]
    about: Mapped[str] = mapped_column(default="")  # "", "clarification_asked", "clarification_received"
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"))
    recorded_by: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime] = mapped_column(default=now)
