"""Files that go with a letter. Their bytes are in foi_tracker.files, by SHA-256."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from foi_tracker.models.base import Base, now


class Attachment(Base):
    """One file for release: PDF or CSV, and nothing else until files can be inspected."""

    __tablename__ = "attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"))
    title: Mapped[str]
    filename: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]  # bytes
    sha256: Mapped[str]
    added_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    added_at: Mapped[datetime] = mapped_column(default=now)
    opened_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id")
    )  # who opened it for the second look
    looked_at_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    looked_at_by: Mapped[str] = mapped_column(default="")  # their name that day; "" = nobody yet
    looked_at: Mapped[datetime | None]
