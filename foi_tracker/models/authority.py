"""Public authorities, the settings of their letters, and the counters of their references."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from foi_tracker.models.base import Base


class Authority(Base):
    """One public authority of the installation. Lines of an address are kept one to a line."""

    __tablename__ = "authority"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    short_name: Mapped[str]
    kind: Mapped[str]  # foi_tracker.law.regimes.AuthorityType; sets the s.12 limit
    is_sample: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    # Letterhead and look
    team: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    telephone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    accent: Mapped[str] = mapped_column(default="#17495a")
    mark: Mapped[str] = mapped_column(default="")  # a bundled one, where there is no logo
    logo_sha256: Mapped[str] = mapped_column(default="")  # kept in files/; "" for none
    logo_type: Mapped[str] = mapped_column(default="")  # "image/png" | "image/svg+xml"
    logo_width: Mapped[int] = mapped_column(default=0)  # with the height, its shape: pixels or units
    logo_height: Mapped[int] = mapped_column(default=0)
    logo_alt: Mapped[str] = mapped_column(default="")  # "" where it shows nothing but the name
    layout: Mapped[str] = mapped_column(default="numbered")  # "numbered" | "interleaved"
    letterhead_at_foot: Mapped[bool] = mapped_column(default=False)
    reference_as_title: Mapped[bool] = mapped_column(default=False)
    greeting: Mapped[str] = mapped_column(default="")
    signatory_name: Mapped[str] = mapped_column(default="")  # who signs unless another is chosen
    signatory_role: Mapped[str] = mapped_column(default="")
    footer: Mapped[str] = mapped_column(default="")
    large_print_for_all: Mapped[bool] = mapped_column(default=False)  # otherwise for those who ask
    large_print_size: Mapped[int] = mapped_column(default=18)  # points

    # What the law requires every refusal to say
    review_contact: Mapped[str] = mapped_column(default="")
    review_procedure: Mapped[bool] = mapped_column(default=True)
    review_working_days: Mapped[int] = mapped_column(default=20)
    regulator_address: Mapped[str] = mapped_column(default="")  # empty until somebody has confirmed it
    regulator_changed_on: Mapped[date | None]  # corrects the shipped day of the change

    # How cases run
    reference_pattern: Mapped[str] = mapped_column(default="{seq:03d}-{yy}")
    target_working_day: Mapped[int] = mapped_column(default=15)  # internal target, in working days
    reuse: Mapped[str] = mapped_column(default="ogl")  # "ogl" | "own" | "none"
    reuse_text: Mapped[str] = mapped_column(default="")
    copyright_text: Mapped[str] = mapped_column(default="")  # of what others hold the rights in
    publishes_answers: Mapped[bool] = mapped_column(default=False)  # in a disclosure log
    disclosure_log: Mapped[str] = mapped_column(default="")  # where it can be read
    keeps_corrections: Mapped[bool] = mapped_column(default=False)  # consent to ConfirmedSplit

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Signatory(Base):
    """Somebody else who may sign an authority's letters; who usually does stands in its settings."""

    __tablename__ = "signatory"

    id: Mapped[int] = mapped_column(primary_key=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"), index=True)
    name: Mapped[str]  # may be empty: a role signs too
    role: Mapped[str]


class ReferenceCounter(Base):
    """The last number given in an authority's year; the row is its lock."""

    __tablename__ = "reference_counter"

    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"), primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)  # "2022" or "2023-24"
    last: Mapped[int]


class AddedHoliday(Base):
    """A bank holiday proclaimed after this version was released; of the whole installation."""

    __tablename__ = "added_holiday"
    __table_args__ = (UniqueConstraint("day", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    name: Mapped[str]
    nations: Mapped[list[Any]]
    proclaimed: Mapped[date | None]


class Closure(Base):
    """Days an authority's office is shut (they count all the same) or its school has no session."""

    __tablename__ = "closure"

    id: Mapped[int] = mapped_column(primary_key=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"), index=True)
    kind: Mapped[str]  # "office" | "school"
    first_on: Mapped[date]
    last_on: Mapped[date]
    name: Mapped[str]
