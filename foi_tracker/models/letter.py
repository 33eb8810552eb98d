"""Letters: drafted, issued (final, its bytes kept for good) and sent (it has left)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from foi_tracker.models.base import Base, now


class Letter(Base):
    """Anything sent in the authority's name. Once issued, its facts and bytes never change."""

    __tablename__ = "letter"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    kind: Mapped[str]  # foi_tracker.letters.kinds
    state: Mapped[str] = mapped_column(default="draft")  # "draft" | "issued" | "sent"
    started_at: Mapped[datetime] = mapped_column(default=now)
    part_of_several: Mapped[bool] = mapped_column(default=False)
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"))
    correction_reason: Mapped[str] = mapped_column(default="")
    clarification: Mapped[str] = mapped_column(default="")  # the exact question asked, s.1(3)
    clarification_question_ids: Mapped[list[Any]] = mapped_column(default=list)
    said: Mapped[dict[str, Any]] = mapped_column(default=dict)  # what its kind asks for, by letters.asks
    consultation_id: Mapped[int | None] = mapped_column(ForeignKey("consultation.id"))  # whom it consults
    signatory_id: Mapped[int | None] = mapped_column(ForeignKey("signatory.id"))  # None: who usually signs

    issued_at: Mapped[datetime | None]
    issued_by: Mapped[str] = mapped_column(default="")
    dated: Mapped[date | None]
    facts: Mapped[dict[str, Any] | None]  # the facts it was made from
    pdf_sha256: Mapped[str] = mapped_column(default="")
    plain_text: Mapped[str] = mapped_column(default="")

    sent_on: Mapped[date | None]
    sent_how: Mapped[str] = mapped_column(default="")
    sent_to: Mapped[str] = mapped_column(default="")
    sent_recorded_by: Mapped[str] = mapped_column(default="")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class LetterQuestion(Base):
    """Which questions a letter answers."""

    __tablename__ = "letter_question"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True, index=True)
