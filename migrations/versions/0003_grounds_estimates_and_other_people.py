"""Grounds, estimates and other people"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "closure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("authority_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("closure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_closure_authority_id"), ["authority_id"], unique=False)

    op.create_table(
        "consultation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=False),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.Column("view", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("question_ids", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("consultation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consultation_case_id"), ["case_id"], unique=False)

    op.create_table(
        "cost_estimate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sampled", sa.String(), nullable=False),
        sa.Column("within_limit", sa.String(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("with_case_ids", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("case_id"),
    )
    op.create_table(
        "ground",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("limb", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("ground", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ground_case_id"), ["case_id"], unique=False)

    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("advice_on", sa.Date(), nullable=True),
        sa.Column("advice", sa.String(), nullable=False),
        sa.Column("followed", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_case_id"), ["case_id"], unique=False)

    op.create_table(
        "sister_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("sister_case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sister_case_case_id"), ["case_id"], unique=False)

    op.create_table(
        "whole_refusal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("earlier_reference", sa.String(), nullable=False),
        sa.Column("earlier_answered_on", sa.Date(), nullable=True),
        sa.Column("earlier_notice", sa.String(), nullable=False),
        sa.Column("no_notice_on", sa.Date(), nullable=True),
        sa.Column("no_notice_reason", sa.String(), nullable=False),
        sa.Column("no_notice_agreed_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("case_id"),
    )
    op.create_table(
        "cost_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("estimate_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("minutes_each", sa.Double(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["estimate_id"], ["cost_estimate.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("cost_row", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cost_row_estimate_id"), ["estimate_id"], unique=False)

    op.create_table(
        "question_ground",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("ground_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ground_id"], ["ground.id"]),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"]),
        sa.PrimaryKeyConstraint("question_id", "ground_id"),
    )
    with op.batch_alter_table("question_ground", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_ground_ground_id"), ["ground_id"], unique=False)

    op.create_table(
        "override",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("letter_id", "code", "where", "finding"),
    )
    with op.batch_alter_table("override", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_override_letter_id"), ["letter_id"], unique=False)

    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("special_time", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("passed_from_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_case_passed_from_id_case"), "case", ["passed_from_id"], ["id"]
        )

    with op.batch_alter_table("clock_event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("letter_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_clock_event_letter_id_letter"), "letter", ["letter_id"], ["id"]
        )

    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("said", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("consultation_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_letter_consultation_id_consultation"), "consultation", ["consultation_id"], ["id"]
        )

    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.add_column(sa.Column("regime", sa.String(), nullable=False, server_default=""))

    whole_requests_from_answers()


def downgrade() -> None:
    whole_requests_into_answers()
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_column("regime")

    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_letter_consultation_id_consultation"), type_="foreignkey")
        batch_op.drop_column("consultation_id")
        batch_op.drop_column("said")

    with op.batch_alter_table("clock_event", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_clock_event_letter_id_letter"), type_="foreignkey")
        batch_op.drop_column("letter_id")

    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_case_passed_from_id_case"), type_="foreignkey")
        batch_op.drop_column("passed_from_id")
        batch_op.drop_column("special_time")

    with op.batch_alter_table("override", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_override_letter_id"))

    op.drop_table("override")
    with op.batch_alter_table("question_ground", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_ground_ground_id"))

    op.drop_table("question_ground")
    with op.batch_alter_table("cost_row", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cost_row_estimate_id"))

    op.drop_table("cost_row")
    op.drop_table("whole_refusal")
    with op.batch_alter_table("sister_case", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sister_case_case_id"))

    op.drop_table("sister_case")
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_case_id"))

    op.drop_table("referral")
    with op.batch_alter_table("ground", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ground_case_id"))

    op.drop_table("ground")
    op.drop_table("cost_estimate")
    with op.batch_alter_table("consultation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consultation_case_id"))

    op.drop_table("consultation")
    with op.batch_alter_table("closure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_closure_authority_id"))

    op.drop_table("closure")


# Sections 12 and 14 are of the request as a whole. Until now their facts stood in each answer's details.

QUESTION = sa.table(
    "question",
    sa.column("id", sa.Integer),
    sa.column("case_id", sa.Integer),
    sa.column("position", sa.Integer),
    sa.column("outcome", sa.String),
    sa.column("details", sa.JSON),
)
ESTIMATE = sa.table(
    "cost_estimate",
    sa.column("id", sa.Integer),
    sa.column("case_id", sa.Integer),
    sa.column("version", sa.Integer),
    sa.column("sampled", sa.String),
    sa.column("within_limit", sa.String),
    sa.column("with_case_ids", sa.JSON),
)
ROW = sa.table(
    "cost_row",
    sa.column("estimate_id", sa.Integer),
    sa.column("position", sa.Integer),
    sa.column("activity", sa.String),
    sa.column("what", sa.String),
    sa.column("records", sa.Integer),
    sa.column("minutes_each", sa.Double),
    sa.column("people", sa.Integer),
)
WHOLE = sa.table(
    "whole_refusal",
    sa.column("case_id", sa.Integer),
    sa.column("version", sa.Integer),
    sa.column("section", sa.String),
    sa.column("evidence", sa.String),
    sa.column("earlier_reference", sa.String),
    sa.column("earlier_notice", sa.String),
    sa.column("no_notice_reason", sa.String),
    sa.column("no_notice_agreed_by", sa.String),
)
ACTIVITIES = {"cost_limit": "extract", "cost_limit_confirm": "determine"}
SECTIONS = {"vexatious": "14(1)", "repeated": "14(2)"}
MOVED = ("hours", "estimate", "within_limit", "evidence", "earlier_reference")


def _answered(*outcomes: str) -> dict[int, list[sa.Row]]:
    """The questions of these outcomes, in order, by their case."""
    found: dict[int, list[sa.Row]] = {}
    asked = sa.select(QUESTION).where(QUESTION.c.outcome.in_(outcomes))
    for question in op.get_bind().execute(asked.order_by(QUESTION.c.case_id, QUESTION.c.position)):
        found.setdefault(question.case_id, []).append(question)
    return found


def _each(questions: list[sa.Row], name: str) -> str:
    """What the questions say under this name, each once."""
    said = [str(question.details.get(name, "")).strip() for question in questions]
    return "\n\n".join(dict.fromkeys(filter(None, said)))


def _hours(question: sa.Row) -> float:
    try:
        return float(str(question.details.get("hours", "")).replace(",", ""))
    except ValueError:
        return 0.0


def _set_details(question: sa.Row, details: dict[str, object]) -> None:
    op.get_bind().execute(sa.update(QUESTION).where(QUESTION.c.id == question.id).values(details=details))


def whole_requests_from_answers() -> None:
    """Each case's estimate and refusal as a whole, out of the details of its answers."""
    bind = op.get_bind()
    costs, wholes = _answered(*ACTIVITIES), _answered(*SECTIONS)
    for case_id, questions in costs.items():
        values = {
            "case_id": case_id,
            "version": 1,
            "sampled": _each(questions, "estimate"),
            "within_limit": _each(questions, "within_limit"),
            "with_case_ids": [],
        }
        made = bind.execute(sa.insert(ESTIMATE).values(values).returning(ESTIMATE.c.id)).scalar_one()
        rows = dict.fromkeys(
            (ACTIVITIES[each.outcome], _hours(each)) for each in questions if _hours(each) > 0
        )
        for position, (activity, hours) in enumerate(rows):
            row = {"activity": activity, "what": "as estimated before", "records": 1, "people": 1}
            row |= {"estimate_id": made, "position": position, "minutes_each": hours * 60}
            bind.execute(sa.insert(ROW).values(row))
    for case_id, questions in wholes.items():
        bind.execute(
            sa.insert(WHOLE).values(
                case_id=case_id,
                version=1,
                section=SECTIONS[questions[0].outcome],
                evidence=_each(questions, "evidence"),
                earlier_reference=_each(questions, "earlier_reference").split("\n")[0],
                earlier_notice="",
                no_notice_reason="",
                no_notice_agreed_by="",
            )
        )
    for question in [each for some in (*costs.values(), *wholes.values()) for each in some]:
        kept = {name: value for name, value in question.details.items() if name not in MOVED}
        _set_details(question, kept)


def whole_requests_into_answers() -> None:
    """The same back into each answer's details."""
    bind = op.get_bind()
    estimates = {each.case_id: each for each in bind.execute(sa.select(ESTIMATE))}
    wholes = {each.case_id: each for each in bind.execute(sa.select(WHOLE))}
    for case_id, questions in _answered(*ACTIVITIES).items():
        if case_id not in estimates:
            continue
        estimate = estimates[case_id]
        rows = bind.execute(sa.select(ROW).where(ROW.c.estimate_id == estimate.id)).all()
        for question in questions:
            confirming = question.outcome == "cost_limit_confirm"
            counted = [row for row in rows if not confirming or row.activity == "determine"]
            hours = sum(row.records * row.minutes_each * row.people for row in counted) / 60
            told = {
                "hours": f"{hours:g}",
                "estimate": estimate.sampled,
                "within_limit": estimate.within_limit,
            }
            _set_details(question, {**question.details, **told})
    for case_id, questions in _answered(*SECTIONS).items():
        for question in questions if case_id in wholes else ():
            told = {"evidence": wholes[case_id].evidence}
            if question.outcome == "repeated":
                told["earlier_reference"] = wholes[case_id].earlier_reference
            _set_details(question, {**question.details, **told})
