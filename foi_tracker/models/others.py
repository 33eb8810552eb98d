"""Other people and bodies that a case concerns: third parties asked, national referral, sister cases."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from foi_tracker.models.base import Base


class Consultation(Base):
    """A third party asked for its view before something about it is released: s.45 Code."""

    __tablename__ = "consultation"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    who: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")  # where they were written to
    shown: Mapped[str]  # what they were shown
    asked_on: Mapped[date]
    reply_by: Mapped[date]
    replied_on: Mapped[date | None]
    view: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")  # ours: their view binds nobody
    question_ids: Mapped[list[Any]] = mapped_column(default=list)  # empty: every question

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Referral(Base):
    """A request referred to a national unit for advice, as police forces do."""

    __tablename__ = "referral"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    body: Mapped[str]
    sent_on: Mapped[date]
    advice_on: Mapped[date | None]
    advice: Mapped[str] = mapped_column(default="")
    followed: Mapped[str] = mapped_column(default="")  # "" | "yes" | "no"
    reason: Mapped[str] = mapped_column(default="")  # why it was not followed

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class SisterCase(Base):
    """The same request at another body: a round robin. Ours too, when it stands in this installation."""

    __tablename__ = "sister_case"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    body: Mapped[str]
    reference: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")  # what they did
