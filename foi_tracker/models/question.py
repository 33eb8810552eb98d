"""The questions of a case, what becomes of each, and the split they came from."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from foi_tracker.models.base import Base, now


class Question(Base):
    """What an officer answers separately. Its span points into the case's words."""

    __tablename__ = "question"
    __table_args__ = (UniqueConstraint("case_id", "label"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    position: Mapped[int]
    label: Mapped[str]
    number: Mapped[str | None]  # the sender's own mark
    text: Mapped[str]
    stem: Mapped[str] = mapped_column(default="")
    section: Mapped[str] = mapped_column(default="")
    parent: Mapped[str] = mapped_column(default="")  # the mark of the item it is part of, for its label
    span_start: Mapped[int | None]
    span_end: Mapped[int | None]
    again: Mapped[list[Any]] = mapped_column(default=list)  # their other wordings: text, number, span, ...

    regime: Mapped[str] = mapped_column(default="")  # "FOIA" | "EIR"; "" is the case's own
    outcome: Mapped[str] = mapped_column(default="")  # foi_tracker.law.outcomes, "" while unanswered
    answer: Mapped[str] = mapped_column(default="")  # the small Markdown
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)  # by field name of the outcome
    same_as_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"))
    because_of_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"))
    because_of_opening: Mapped[bool] = mapped_column(default=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def is_answered(self) -> bool:
        """Whether something has become of it: an outcome, or another question's answer."""
        return bool(self.outcome) or self.same_as_id is not None


class ConfirmedSplit(Base):
    """What was proposed and what the officer made of it: kept as truth to measure the splitter by.

    Only where the authority has consented. Places point into the case's words, which never change.
    """

    __tablename__ = "confirmed_split"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    proposed: Mapped[list[Any]]
    confirmed: Mapped[list[Any]]
    confirmed_by: Mapped[str]
    confirmed_at: Mapped[datetime] = mapped_column(default=now)
