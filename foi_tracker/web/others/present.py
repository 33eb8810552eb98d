"""Other people and bodies as pages show them: each with its state in a tag, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from foi_tracker.models import Case, Consultation, Question, Referral, SisterCase
from foi_tracker.web.blind import blinded
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.date_words import say_date, say_short_date
from foi_tracker.web.links import link_to

REFERRING = frozenset({"police", "opcc", "department"})
"""Kinds of authority that have a national unit to refer a request to."""


@dataclass(frozen=True)
class Card:
    """One of them: its name, its tag, its facts, and where to change it ("" for those who may not)."""

    id: str
    name: str
    tag: str
    move: str  # of _macros/tags.html
    facts: tuple[tuple[str, str], ...]
    warning: str = ""
    change: str = ""
    change_words: str = "Change"
    remove: str = ""


@dataclass(frozen=True)
class Offered:
    """The same words at another authority that the person signed in works for."""

    body: str
    reference: str


def consultation_card(
    case: Case, each: Consultation, questions: Sequence[Question], due: date | None, today: date
) -> Card:
    """A consultation: whom, about what, what they said, what we decided."""
    tag, move = _consultation_state(each, today)
    chosen = {question.label for question in questions if question.id in each.question_ids}
    about = say_questions(chosen, [q.label for q in questions]) if chosen else "All questions"
    facts = [
        ("About", about),
        ("Shown", each.shown),
        ("Asked", f"{say_date(each.asked_on)}{f', at {each.contact}' if each.contact else ''}"),
        ("Reply by", say_date(each.reply_by)),
        ("Replied", say_date(each.replied_on) if each.replied_on else ""),
        ("Their view", each.view),
        ("Our decision", each.decision),
    ]
    child = {"case_id": case.id, "consultation_id": each.id}
    return Card(
        id=f"consultation-{each.id}",
        name=blinded(case, each.who),
        tag=tag,
        move=move,
        facts=_seen(case, facts),
        warning=_too_late(each, due),
        change=link_to("others.consultation", case.authority_id, **child),
        change_words="Change" if each.decision else "Record what they say, and what you decide",
        remove=link_to("others.remove_consultation", case.authority_id, **child),
    )


def _too_late(each: Consultation, due: date | None) -> str:
    if due is None or each.replied_on or each.decision or each.reply_by < due:
        return ""
    return f"The answer is due on {say_short_date(due)}: do not wait for their reply until then."


def _consultation_state(each: Consultation, today: date) -> tuple[str, str]:
    if each.decision:
        return "Decided", "ready"
    if each.replied_on:
        return "To decide", "yours"
    return ("No reply in time", "look") if each.reply_by < today else ("Waiting for them", "theirs")


def referral_card(case: Case, each: Referral) -> Card:
    """A national referral: when, what they advise, whether we followed it."""
    followed = {"yes": "Followed", "no": "Not followed"}
    if each.followed:
        tag, move = followed[each.followed], "ready"
    else:
        tag, move = ("To decide", "yours") if each.advice_on else ("Waiting for them", "theirs")
    facts = [
        ("Sent", say_date(each.sent_on)),
        ("Advice came", say_date(each.advice_on) if each.advice_on else ""),
        ("Their advice", each.advice),
        ("Followed", {"yes": "Yes", "no": "No"}.get(each.followed, "")),
        ("Why not", each.reason),
    ]
    child = {"case_id": case.id, "referral_id": each.id}
    return Card(
        id=f"referral-{each.id}",
        name=blinded(case, each.body),
        tag=tag,
        move=move,
        facts=_seen(case, facts),
        change=link_to("others.referral", case.authority_id, **child),
        change_words="Change" if each.followed else "Record their advice, and what you do with it",
        remove=link_to("others.remove_referral", case.authority_id, **child),
    )


def sister_card(case: Case, each: SisterCase) -> Card:
    """The same request at another body."""
    return Card(
        id=f"sister-{each.id}",
        name=blinded(case, each.body),
        tag="",
        move="",
        facts=_seen(case, [("Reference", each.reference), ("What they did", each.note)]),
        remove=link_to("others.remove_sister", case.authority_id, case_id=case.id, sister_case_id=each.id),
    )


def offers(elsewhere: Sequence[Case], noted: Sequence[SisterCase]) -> list[Offered]:
    """The same words at our other authorities that are not noted yet."""
    known = {(each.body, each.reference) for each in noted}
    found = [Offered(each.authority.name, each.reference) for each in elsewhere]
    return [each for each in found if (each.body, each.reference) not in known]


@dataclass(frozen=True)
class Beside:
    """Other people in the side of a request's page: one line each, and where to read more."""

    lines: tuple[tuple[str, str], ...]
    href: str


def beside(
    case: Case,
    consultations: Sequence[Consultation],
    referrals: Sequence[Referral],
    sisters: Sequence[SisterCase],
    today: date,
) -> Beside | None:
    """What the side of the page says of them; None where there is nobody."""
    lines = []
    for each in consultations:
        state, _ = _consultation_state(each, today)
        if not (each.replied_on or each.decision):
            by = say_short_date(each.reply_by)
            state = f"No reply by {by}" if each.reply_by < today else f"Waiting for them until {by}"
        lines.append((blinded(case, each.who), state))
    for one in referrals:
        card = referral_card(case, one)
        lines.append((card.name, card.tag))
    if sisters:
        names = ", ".join(dict.fromkeys(blinded(case, each.body) for each in sisters))
        lines.append(("The same request at", names))
    return Beside(tuple(lines), url_for("others.others", case_id=case.id)) if lines else None


def _seen(case: Case, facts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((term, blinded(case, value)) for term, value in facts if value)
