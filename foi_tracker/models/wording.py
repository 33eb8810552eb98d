"""Words of an authority's own: its standard paragraphs where they differ, and its officers' own lines."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from foi_tracker.models.base import Base


class WordingVersion(Base):
    """A standard paragraph as an authority had it from one moment on. Rows are only ever added."""

    __tablename__ = "wording_version"
    __table_args__ = (UniqueConstraint("authority_id", "key", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"), index=True)
    key: Mapped[str]  # of letters.standard.WORDINGS
    number: Mapped[int]  # from 1; the highest is in force
    text: Mapped[str | None]  # Markdown with {placeholders}; None: the default from here on
    default_text: Mapped[str]  # the shipped default that whoever wrote this had before them
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    written_by: Mapped[str]  # their name on that day
    written_at: Mapped[datetime]

    @property
    def words(self) -> str:
        """What it said when it was written: the default of that day where it went back to that."""
        return self.default_text if self.text is None else self.text


class OwnLine(Base):
    """Words that an officer keeps for putting into answers. `name` is how they find it again."""

    __tablename__ = "own_line"
    __table_args__ = (UniqueConstraint("authority_id", "user_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    name: Mapped[str]
    text: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
