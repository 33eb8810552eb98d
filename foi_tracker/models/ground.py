"""Why something is refused: the grounds relied on, the cost estimate, and refusals of the whole request."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from foi_tracker.models.base import Base


class Ground(Base):
    """One exemption or exception as it is relied on in a case, with its reasoning.

    Several questions may rest on one ground, so that its reasons are written once.
    """

    __tablename__ = "ground"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    code: Mapped[str]  # of law.exemptions; what is not in the catalogue is for the check to find
    limb: Mapped[str] = mapped_column(default="")  # of the limbs or conditions of that code
    purpose: Mapped[str] = mapped_column(default="withhold")  # "withhold" | "ncnd"
    words: Mapped[dict[str, Any]] = mapped_column(default=dict)  # by the names of law.reasoning

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class QuestionGround(Base):
    """Which questions rest on a ground."""

    __tablename__ = "question_ground"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    ground_id: Mapped[int] = mapped_column(ForeignKey("ground.id"), primary_key=True, index=True)


class CostEstimate(Base):
    """What answering a request would cost, s.12: one estimate a case, its hours from its rows alone."""

    __tablename__ = "cost_estimate"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), unique=True)
    version: Mapped[int] = mapped_column(default=1)
    sampled: Mapped[str] = mapped_column(default="")  # what the minutes rest on
    within_limit: Mapped[str] = mapped_column(default="")  # s.16: what could be provided, or why nothing can
    months: Mapped[int | None]  # how many months what was asked for covers
    with_case_ids: Mapped[list[Any]] = mapped_column(default=list)  # added together with it, s.12(4)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class CostRow(Base):
    """One row of an estimate: an activity of SI 2004/3244 reg 4(3) and what it takes."""

    __tablename__ = "cost_row"

    id: Mapped[int] = mapped_column(primary_key=True)
    estimate_id: Mapped[int] = mapped_column(ForeignKey("cost_estimate.id"), index=True)
    position: Mapped[int]
    activity: Mapped[str]  # of law.cost_limit
    what: Mapped[str] = mapped_column(default="")  # "custody records"
    records: Mapped[int]
    minutes_each: Mapped[float]
    people: Mapped[int] = mapped_column(default=1)


class WholeRefusal(Base):
    """Section 14: the request as a whole is vexatious or repeated. The evidence stays inside."""

    __tablename__ = "whole_refusal"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), unique=True)
    version: Mapped[int] = mapped_column(default=1)
    section: Mapped[str]  # "14(1)" | "14(2)"
    evidence: Mapped[str] = mapped_column(default="")  # internal, never printed
    earlier_reference: Mapped[str] = mapped_column(default="")  # s.14(2): the request it repeats
    earlier_answered_on: Mapped[date | None]
    earlier_notice: Mapped[str] = mapped_column(default="")  # s.17(6): an earlier s.14 notice's reference
    no_notice_on: Mapped[date | None]  # s.17(6): closed on this day without another notice
    no_notice_reason: Mapped[str] = mapped_column(default="")  # why it is unreasonable to expect one
    no_notice_agreed_by: Mapped[str] = mapped_column(default="")  # who signed that off

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Override(Base):
    """A `must` of the check that somebody let pass, and why. The letter's check shows it for good."""

    __tablename__ = "override"
    __table_args__ = (UniqueConstraint("letter_id", "code", "where", "finding"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), index=True)
    code: Mapped[str]
    where: Mapped[str] = mapped_column(default="")  # the label of the question, or ""
    finding: Mapped[str] = mapped_column(default="")  # its words: another finding of the code still stops
    reason: Mapped[str]
    by: Mapped[str]
