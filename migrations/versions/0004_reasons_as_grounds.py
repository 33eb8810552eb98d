"""The exemptions and reasons typed with an answer become grounds of their case"""

from __future__ import annotations

import re
from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

QUESTION = sa.table(
    "question",
    sa.column("id", sa.Integer),
    sa.column("case_id", sa.Integer),
    sa.column("position", sa.Integer),
    sa.column("outcome", sa.String),
    sa.column("answer", sa.String),
    sa.column("details", sa.JSON),
)
GROUND = sa.table(
    "ground",
    sa.column("id", sa.Integer),
    sa.column("case_id", sa.Integer),
    sa.column("version", sa.Integer),
    sa.column("code", sa.String),
    sa.column("limb", sa.String),
    sa.column("purpose", sa.String),
    sa.column("words", sa.JSON),
)
RESTS = sa.table("question_ground", sa.column("question_id", sa.Integer), sa.column("ground_id", sa.Integer))

# The catalogue as it was when this was written: a later change of it does not change what was moved.
SECTIONS = """
    21 22 22A 23(1) 24(1) 26(1) 27(1) 27(2) 28 29 30(1) 30(2) 31(1)(a) 31(1)(b) 31(1)(c) 31(1)(d) 31(1)(e)
    31(1)(f) 31(1)(g) 31(1)(h) 31(1)(i) 32 33 34 35(1)(a) 35(1)(b) 35(1)(c) 35(1)(d) 36(2)(a) 36(2)(b)(i)
    36(2)(b)(ii) 36(2)(c) 37(1)(b) 38(1) 39 40(1) 40(2) 41 42 43(1) 43(2) 44(1)
"""
REGULATIONS = """
    12(4)(a) 12(4)(b) 12(4)(c) 12(4)(d) 12(4)(e) 12(5)(a) 12(5)(b) 12(5)(c) 12(5)(d) 12(5)(e) 12(5)(f)
    12(5)(g) 13 5(3) 6(1)(b)
"""
CODES = {f"s.{each}" for each in SECTIONS.split()} | {f"reg {each}" for each in REGULATIONS.split()}
WHOLE = {"21(1)": "s.21", "22(1)": "s.22", "41(1)": "s.41", "42(1)": "s.42", "33(2)": "s.33", "34(1)": "s.34"}
LIMBS = {
    "26(1)": "ab", "27(1)": "abcd", "29(1)": "ab", "30(1)": ("a)(i", "a)(ii", "b", "c"), "30(2)": "ab",
    "38(1)": "ab", "44(1)": "abc",
}  # fmt: skip
CONDITIONS = {
    "40(3A)(a)": "s.40(2)", "40(3A)(b)": "s.40(2)", "40(3B)": "s.40(2)", "40(4A)": "s.40(2)",
    "13(2A)(a)": "reg 13", "13(2A)(b)": "reg 13", "13(2B)": "reg 13", "13(3A)": "reg 13",
}  # fmt: skip
DENYING = {
    "s.22(2)": "s.22", "s.22A(2)": "s.22A", "s.23(5)": "s.23(1)", "s.24(2)": "s.24(1)", "s.26(3)": "s.26(1)",
    "s.27(4)(a)": "s.27(1)", "s.27(4)(b)": "s.27(2)", "s.28(3)": "s.28", "s.29(2)": "s.29", "s.32(3)": "s.32",
    "s.33(3)": "s.33", "s.34(2)": "s.34", "s.38(2)": "s.38(1)", "s.39(2)": "s.39", "s.40(5A)": "s.40(1)",
    "s.40(5B)": "s.40(2)", "s.41(2)": "s.41", "s.42(2)": "s.42", "s.43(3)": "s.43(2)", "s.44(2)": "s.44(1)",
    "reg 12(6)": "reg 12(5)(a)", "reg 13(5A)": "reg 13",
}  # fmt: skip
HARM = re.compile(r"s\.(22A|26|27\(1\)|28|29|31|33|36|38|43\(2\)|43\(3\))|reg 12\((5|6)\)")
NAMES = {
    "s.21": "where",
    "s.22": "settled",
    "s.40(2)": "balance",
    "reg 13": "balance",
    "s.41": "confidence_why",
}
NUMBER = re.compile(r"(reg(?:ulation)?s?\.?\s*)?(\d+[A-Z]?(?:\(\w+\))*)", re.IGNORECASE)
WITHHOLDING = ("withheld", "part_disclosed", "decision_pending")
INTERNAL = frozenset({"statistics", "qp_seen", "emissions", "evidence", "record_year"})

Relied = list[tuple[str, str]]  # code and limb


def upgrade() -> None:
    """Move what was typed; what is not in the catalogue is kept as typed, for the officer to choose again."""
    made: dict[tuple[object, ...], int] = {}
    for question in _questions():
        details = dict(question.details)
        reasons = str(details.pop("reasons", "")).strip()
        typed = str(details.pop("ground", "")).strip()
        denying = str(details.pop("ncnd_provision", "")).strip()
        if question.outcome == "ncnd":
            relied, purpose = _denied(denying), "ncnd"
        else:
            relied, purpose = _relied(typed), "withhold"
        for place, (code, limb) in enumerate(relied or ([("", "")] if reasons else [])):
            words = {_name(code, purpose): reasons} if reasons and place == 0 else {}
            key = (question.case_id, code, limb, purpose, *words.items())
            if key not in made:
                made[key] = _insert(question.case_id, code, limb, purpose, words)
            op.get_bind().execute(sa.insert(RESTS).values(question_id=question.id, ground_id=made[key]))
        if "publication_reasons" in details:
            details["settled"] = details.pop("publication_reasons")
        # An answer beside it meant: this, and neither of anything else.
        beside = question.outcome == "ncnd" and str(question.answer).strip()
        outcome = "disclosed" if beside else question.outcome
        _keep(question.id, outcome, details)


def downgrade() -> None:
    """Write the grounds back into the details of each answer that rests on them."""
    bind = op.get_bind()
    resting: dict[int, list[sa.Row]] = {}
    joined = sa.select(RESTS.c.question_id, GROUND).join(GROUND, GROUND.c.id == RESTS.c.ground_id)
    for row in bind.execute(joined.order_by(GROUND.c.id)):
        resting.setdefault(row.question_id, []).append(row)
    for question in bind.execute(sa.select(QUESTION)).all():
        grounds = resting.get(question.id, [])
        outcome = question.outcome
        if outcome == "future_publication" and "settled" in question.details:
            details = dict(question.details)
            details["publication_reasons"] = details.pop("settled")
            _keep(question.id, outcome, details)
        denied = [each for each in grounds if each.purpose == "ncnd"]
        if denied and outcome == "disclosed":
            outcome = "ncnd"
        mine = denied if outcome == "ncnd" else [each for each in grounds if each.purpose == "withhold"]
        if not mine:
            continue
        name = "ncnd_provision" if outcome == "ncnd" else "ground"
        said = {name: ", ".join(filter(None, map(_cited, mine))), "reasons": _said(mine)}
        _keep(question.id, outcome, {**question.details, **{key: text for key, text in said.items() if text}})
    bind.execute(sa.delete(RESTS))
    bind.execute(sa.delete(GROUND))


def _questions() -> list[sa.Row]:
    wanted = QUESTION.c.outcome.in_((*WITHHOLDING, "ncnd", "future_publication"))
    found = sa.select(QUESTION).where(wanted).order_by(QUESTION.c.case_id, QUESTION.c.position)
    return list(op.get_bind().execute(found))


def _relied(typed: str) -> Relied:
    """Each exemption that was named: "section 40(2) by virtue of s.40(3A)(a)" is one with its condition."""
    found: Relied = []
    for regulation, number in NUMBER.findall(typed):
        code, limb = _known(number, "reg " if regulation or number.startswith(("12(", "13")) else "s.")
        place = next((n for n, (known, had) in enumerate(found) if known == code and not had), None)
        if place is not None:
            found[place] = (code, limb)
        elif code and (code, limb) not in found:
            found.append((code, limb))
    named = [each for each in found if each[0] in CODES]
    return named if named and len(named) == len(found) else ([(typed, "")] if typed else [])


def _known(number: str, prefix: str) -> tuple[str, str]:
    """The code and the limb of a number, or the number itself where the catalogue has none."""
    if number in CONDITIONS:
        return CONDITIONS[number], number
    head, _, limb = number.partition(")(")
    if limb and limb.removesuffix(")") in LIMBS.get(f"{head})", ""):
        return f"s.{head})", number
    return WHOLE.get(number, f"{prefix}{number}"), ""


def _denied(typed: str) -> Relied:
    """The exemption whose provision it is; s.31(3) is of nine, so it stays as it was typed."""
    found = NUMBER.search(typed)
    if found is None:
        return [(typed, "")] if typed else []
    prefix = "reg " if found[1] or found[2].startswith(("12(", "13(")) else "s."
    return [(DENYING.get(f"{prefix}{found[2]}", typed), "")]


def _name(code: str, purpose: str) -> str:
    """Under which of its questions the old reasons stand: the harm, or why it applies."""
    if HARM.match(code) or (purpose == "ncnd" and re.search(r"\b3[16]\(3\)", code)):
        return "harm"
    return "reason" if purpose == "ncnd" else NAMES.get(code, "reason")


def _insert(case_id: int, code: str, limb: str, purpose: str, words: dict[str, str]) -> int:
    values = {"case_id": case_id, "version": 1, "code": code, "limb": limb, "purpose": purpose}
    made = sa.insert(GROUND).values(**values, words=words).returning(GROUND.c.id)
    number: int = op.get_bind().execute(made).scalar_one()
    return number


def _keep(question_id: int, outcome: str, details: dict[str, object]) -> None:
    changed = sa.update(QUESTION).where(QUESTION.c.id == question_id)
    op.get_bind().execute(changed.values(outcome=outcome, details=details))


def _cited(ground: sa.Row) -> str:
    if ground.purpose == "ncnd":
        return next((provision for provision, code in DENYING.items() if code == ground.code), ground.code)
    if ground.limb in CONDITIONS:
        return f"{ground.code} by virtue of {'reg ' if ground.code == 'reg 13' else 's.'}{ground.limb}"
    return f"s.{ground.limb}" if ground.limb else str(ground.code)


def _said(grounds: Iterable[sa.Row]) -> str:
    words = [str(text) for each in grounds for name, text in each.words.items() if name not in INTERNAL]
    return "\n\n".join(dict.fromkeys(filter(None, words)))
