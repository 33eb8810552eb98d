"""What the check found in letters of others, where somebody asked to keep it. The letters are not kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from foi_tracker.models.base import Base, now


class KeptCheck(Base):
    """One run of the check over some letters: the name of each file, its facts and its findings."""

    __tablename__ = "kept_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"), index=True)
    made_at: Mapped[datetime] = mapped_column(default=now)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    made_by: Mapped[str]  # their name that day
    letters: Mapped[list[Any]]  # of intake.checking.CheckedFile, by its fields
