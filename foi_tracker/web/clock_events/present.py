"""What the pages of events show: what can be chosen now, whom it concerns, what it did to the dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from foi_tracker.casework.clock import reckoning_of, regime_of
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.events import can_have_happened, qualified_labels
from foi_tracker.casework.reopening import may_reopen
from foi_tracker.law.clock_words import days_of
from foi_tracker.law.regimes import Regime
from foi_tracker.models import Case, Question
from foi_tracker.web.clock_events.forms import EventForm, RemoveForm
from foi_tracker.web.clock_events.kinds import GROUPS, KINDS, REGULATOR, THEY, WE, EventKind
from foi_tracker.web.date_words import say_date, say_short_date
from foi_tracker.web.form_errors import form_errors
from foi_tracker.web.links import link_to

BEST_TODAY = {
    "fee-came": "No fee is awaited.",
    "review": "It is not answered yet, and there is time left.",
    "review-done": "Nobody has asked for a review.",
    "decision-notice": "It is not answered yet, and there is time left.",
}
"""What can be recorded of some day if it can be of today, so that the law is asked of today; else why not."""


@dataclass(frozen=True)
class Choice:
    """One thing that can have happened; `why_not` where it cannot have, and then no link."""

    text: str
    hint: str
    href: str
    why_not: str = ""


def choices(desk: Desk, case: Case, questions: Sequence[Question]) -> list[tuple[str, list[Choice]]]:
    """Every choice by its group."""
    found: dict[str, list[Choice]] = {THEY: _they(desk, case), WE: _we(case), REGULATOR: []}
    for kind in KINDS.values():
        if kind.correctable_only:
            continue
        why_not = _why_not(desk, case, kind, questions)
        href = link_to("clock_events.record", case.authority_id, case_id=case.id, what=kind.code)
        found[kind.group].append(Choice(kind.text, kind.hint, "" if why_not else href, why_not))
    return [(GROUPS[group], listed) for group, listed in found.items() if listed]


def _they(desk: Desk, case: Case) -> list[Choice]:
    said = link_to("cases.record", case.authority_id, case_id=case.id)
    asked = any(can_have_happened(desk, case, type_) for type_ in KINDS["told"].types.values())
    told = Choice(
        "They told us what they mean",
        f"{days_of(regime_of(case), 'new ')} begin",
        f"{said}?what=clarification_received#record" if asked else "",
        "" if asked else "Nothing has been asked of them.",
    )
    listed = [told] if case.triage == "valid" and said else []
    withdraw = link_to("cases.withdraw", case.authority_id, case_id=case.id)
    if withdraw and case.closed_on is None and case.questions_confirmed:
        listed.append(Choice("They withdrew it", "No date runs any more", withdraw))
    return listed


def _we(case: Case) -> list[Choice]:
    said = link_to("cases.record", case.authority_id, case_id=case.id)
    asked = Choice(
        "We asked what they mean",
        "The days stop, if we could not answer without knowing",
        f"{said}?what=clarification_asked#record",
    )
    listed = [asked] if case.triage == "valid" and said else []
    if may_reopen(case):
        href = link_to("cases.reopen", case.authority_id, case_id=case.id)
        listed.append(Choice("We opened it again", "After a review, a decision notice or a mistake", href))
    return listed


def _why_not(desk: Desk, case: Case, kind: EventKind, questions: Sequence[Question]) -> str:
    """Why it cannot have happened to this request as it stands; "" where it can."""
    if case.triage != "valid":
        return "No clock runs for what is not a valid request."
    regimes = {regime_of(case, question) for question in questions} or {regime_of(case)}
    if kind.code == "complex" and Regime.EIR not in regimes:
        return "Nothing here is under the Environmental Information Regulations."
    if kind.code == "asked-for-longer" and Regime.ARMED_FORCES_OR_OVERSEAS not in regimes:
        return "This is not about the armed forces or information abroad."
    if kind.code == "public-interest" and not qualified_labels(desk, case, questions):
        return "No question rests on a qualified exemption yet."
    if kind.code in BEST_TODAY:
        types = dict.fromkeys(kind.types.values())
        if not any(can_have_happened(desk, case, type_) for type_ in types):
            return BEST_TODAY[kind.code]
    return ""


@dataclass(frozen=True)
class AskedAbout:
    """The questions that an event may be about, those ticked at first, and a note under each."""

    questions: Sequence[Question]
    ticked: Sequence[int]
    notes: Mapping[int, str]


def asked_about(desk: Desk, case: Case, kind: EventKind, questions: Sequence[Question]) -> AskedAbout:
    """Only questions of a law that knows the event; for the public interest, those that are weighed."""
    ours = [each for each in questions if (each.regime or case.regime) in kind.types]
    notes: dict[int, str] = {}
    if len({each.regime or case.regime for each in ours}) > 1:
        law = {"FOIA": "Freedom of Information Act", "EIR": "Environmental Information Regulations"}
        notes = {each.id: law[each.regime or case.regime] for each in ours}
    if kind.code != "public-interest":
        return AskedAbout(ours, () if len(ours) == len(questions) else [each.id for each in ours], notes)
    weighed = qualified_labels(desk, case, questions)
    notes = {
        each.id: "Rests on a qualified exemption"
        if each.label in weighed
        else "Nothing to weigh, so it gets no more time"
        for each in ours
    }
    return AskedAbout(ours, [each.id for each in ours if each.label in weighed], notes)


def provision_of(case: Case, kind: EventKind, questions: Sequence[Question]) -> str:
    """The sections that speak of it, of the law or the laws that the request is under."""
    laws = {each.regime or case.regime for each in questions} or {case.regime}
    said = [words for law, words in kind.provisions.items() if law in laws] or [*kind.provisions.values()]
    return "; ".join(dict.fromkeys(said))


def effect(desk: Desk, case: Case, before: date | None) -> str:
    """What it did to the date that the request is due, and what to mind."""
    said = "Kept. "
    if case.due_on == before:
        said += f"It is still due on {say_date(before)}." if before else "Still no date of ours is running."
    elif case.due_on is None:
        said += "No date of ours is running now."
    elif before is None:
        said += f"It is due on {say_date(case.due_on)}."
    else:
        said += f"It is due on {say_date(case.due_on)}, and no longer on {say_short_date(before)}."
    reckoning = reckoning_of(desk, case)
    return " ".join([said, *(reckoning.notes if reckoning else ())])


def errors_of(form: EventForm, removing: RemoveForm | None) -> list[dict[str, str]]:
    """The errors of both forms of the page."""
    return [*form_errors(form), *(form_errors(removing) if removing else ())]
