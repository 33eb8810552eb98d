"""The audit of a request in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from foi_tracker.casework.letters import SENT_HOW
from foi_tracker.casework.log import CHANNELS
from foi_tracker.law.clock_facts import EVENT_WORDS
from foi_tracker.law.exemptions import NCND
from foi_tracker.law.outcomes import NOT_VALID, OUTCOMES
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.models import AuditEntry, AuditPayload, Case
from foi_tracker.web.blind import blind_change, blinded
from foi_tracker.web.date_words import plural, say_date
from foi_tracker.web.provision_words import said

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """One thing that somebody did."""

    number: int
    at: datetime
    who: str
    what: str
    details: Sequence[tuple[str, str]]
    erased: bool


def entries_of(case: Case, history: Sequence[tuple[AuditEntry, AuditPayload | None]]) -> list[Entry]:
    """What was done, in the order given, without who asked for those who may not see that."""
    return [_entry(case, entry, payload) for entry, payload in history]


def _entry(case: Case, entry: AuditEntry, kept: AuditPayload | None) -> Entry:
    payload = blind_change(case, kept.payload) if kept else {}
    return Entry(
        number=entry.number,
        at=entry.at,
        who=entry.actor_name,
        what=blinded(case, words_of(entry.action, payload)),
        details=[(term, blinded(case, said)) for term, said in details_of(payload)],
        erased=kept is None,
    )


def words_of(action: str, payload: Payload) -> str:
    """What was done, in one line."""
    say = WORDS.get(action)
    plain = action.replace("_", " ").capitalize()
    try:
        return say(payload) if say else plain
    except KeyError:  # its payload is erased
        return plain


def _letter(verb: str) -> Callable[[Payload], str]:
    return lambda payload: f"{verb} the letter “{_kind(payload)}”"


def _kind(payload: Payload) -> str:
    kind = payload["kind"]
    return KIND_LABELS[Kind(kind)] if kind in set(Kind) else str(kind)


def _logged(payload: Payload) -> str:
    if payload["triage"] != "valid":
        return "Logged it as not a valid request"
    return f"Logged the request as {payload['reference']}"


def _answered(payload: Payload) -> str:
    outcome = OUTCOMES.get(payload["outcome"])
    if outcome:
        return f"Answered question {payload['label']}: {outcome.label.lower()}"
    if payload["same_as_id"]:
        return f"Answered question {payload['label']}: same as another"
    return f"Took the answer off question {payload['label']}"


def _details(payload: Payload) -> str:
    if "received_on" in payload["after"]:
        return "Corrected the day it reached us"
    return "Changed what we know about them"


def _made_valid(payload: Payload) -> str:
    if payload["came_on"]:
        return "Recorded that what was missing has come, so that it is a valid request"
    return "Took it as a valid request: it was one from the start"


def _said(payload: Payload) -> str:
    about = {
        "clarification_asked": "Recorded that we asked what they mean",
        "clarification_received": "Recorded what they mean",
    }
    plain = (
        "Recorded something we told them" if payload["direction"] == "out" else "Recorded what they told us"
    )
    return about.get(payload["about"], plain)


def _handed_over(payload: Payload) -> str:
    return f"Handed it over to {payload['to']}"


def _event(payload: Payload) -> str:
    words = EVENT_WORDS.get(payload["type"], payload["type"])
    return f"{words[:1].lower()}{words[1:]}"


def _withdrawn(payload: Payload) -> str:
    return f"Recorded that they withdrew it: {plural(len(payload['labels']), 'question')}"


def _ground(verb: str) -> Callable[[Payload], str]:
    def say(payload: Payload) -> str:
        what = "neither confirming nor denying" if payload["purpose"] == NCND else "withholding"
        return f"{verb} the reasons for {what} under {said(payload['code'])}"

    return say


WORDS: Mapping[str, Callable[[Payload], str]] = {
    "request_logged": _logged,
    "questions_confirmed": lambda payload: f"Confirmed {plural(len(payload['questions']), 'question')}",
    "question_answered": _answered,
    "opening_said": lambda payload: "Changed what the letter says once",
    "correspondence_recorded": _said,
    "letter_started": _letter("Began"),
    "letter_planned": _letter("Changed the plan of"),
    "letter_signatory_chosen": _letter("Chose who signs"),
    "letter_thrown_away": _letter("Threw away"),
    "letter_issued": _letter("Issued"),
    "letter_kept_back": _letter("Recorded as not to leave:"),
    "letter_sent": _letter("Recorded as sent"),
    "finding_let_pass": lambda payload: "Let pass what the check found",
    "finding_stops_again": lambda payload: "Took back what had been let pass",
    "passed_on": lambda payload: f"Passed it on to {payload['to']}",
    "received_from_authority": lambda payload: f"It came from {payload['from']}, as {payload['reference']}",
    "file_attached": lambda payload: f"Attached {payload['filename']}",
    "file_opened": lambda payload: f"Opened {payload['filename']}",
    "file_looked_at": lambda payload: f"Looked over {payload['filename']}",
    "file_removed": lambda payload: f"Took off {payload['filename']}",
    "details_changed": _details,
    "handed_over": _handed_over,
    "withdrawn": _withdrawn,
    "reopened": lambda payload: "Opened it again",
    "made_valid": _made_valid,
    "laws_set": lambda payload: "Changed which law it is under",
    "event_recorded": lambda payload: f"Recorded: {_event(payload)}",
    "event_corrected": lambda payload: f"Corrected: {_event(payload)}",
    "event_removed": lambda payload: f"Took off: {_event(payload)}",
    "cost_estimated": lambda payload: f"Made the cost estimate: {plural(len(payload['rows']), 'row')}",
    "whole_refused": lambda payload: f"Recorded why section {payload['section']} applies to all of it",
    "closed_without_notice": lambda payload: "Closed it without another notice, under section 17(6)",
    "ground_kept": _ground("Wrote"),
    "ground_shared": _ground("Used again"),
    "ground_unshared": _ground("Took off a question"),
    "consultation_recorded": lambda payload: f"Recorded that {payload['who']} was asked",
    "consultation_changed": lambda payload: f"Recorded more of what {payload['who']} was asked",
    "consultation_removed": lambda payload: f"Took off that {payload['who']} was asked",
    "referral_recorded": lambda payload: f"Recorded a referral to {payload['body']}",
    "referral_changed": lambda payload: f"Recorded more of the referral to {payload['who']}",
    "referral_removed": lambda payload: f"Took off the referral to {payload['body']}",
    "sister_case_added": lambda payload: f"Noted the same request at {payload['body']}",
    "sister_case_removed": lambda payload: f"Took off the same request at {payload['body']}",
}

TERMS: Mapping[str, str] = {
    "on": "Day",
    "dated": "Dated",
    "due_on": "Due",
    "received_on": "Came",
    "with_whom": "With",
    "how": "How",
    "sha256": "SHA-256",
    "regime": "Law",
    "triage": "Is it valid?",
    "should": "Left as it was",
    "let_pass": "Let pass",
    "moves_nothing": "It moves no date",
    "their_number": "Their reference",
    "consent_on": "They agreed on",
    "consent_how": "How they agreed",
    "statutory": "Section 1(3)",
    "before": "Before",
    "after": "Afterwards",
    "labels": "Questions",
    "questions": "Questions",
    "reason": "Why it applies",
    "harm": "The harm",
    "cause": "How it would come about",
    "likelihood": "How likely",
    "likelihood_why": "Why as likely as that",
    "pi_for": "For it",
    "pi_against": "Against it",
    "pi_conclusion": "Which weighs more",
    "qp_role": "Qualified person",
    "qp_on": "Their opinion given",
    "qp_seen": "What they saw",
    "values": "With it",
    "estimated_decision_date": "Expected by",
    "received_by_B": "Reached them",
    "complex_and_voluminous": "Complex and large",
    "answer_by": "To be answered by",
}
UNSAID = frozenset(
    {
        "purpose",
        "letter",
        "letter_id",
        "type",
        "consultation",
        "referral",
        "officer",
        "same_as_id",
        "because_of_id",
        "question_ids",
        "with_case_ids",
        "reference",
    }
)
"""Numbers that mean something to the database alone, and what the line itself has said."""

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODES = {**CHANNELS, **SENT_HOW, **{code: each.label for code, each in OUTCOMES.items()}}
_CODES |= {code: each.label for code, each in NOT_VALID.items()} | {"in": "In", "out": "Out", "valid": "Yes"}


def details_of(payload: Payload) -> list[tuple[str, str]]:
    """What an entry says, term by term; empty values are left out."""
    return [
        (TERMS.get(key, key.replace("_", " ").capitalize()), said)
        for key, value in payload.items()
        if key not in UNSAID and (said := _value(value))
    ]


def _value(value: Any) -> str:
    if value is None or value is False or value == "":
        return ""
    if value is True:
        return "Yes"
    if isinstance(value, Mapping):
        if "label" in value and "text" in value:
            return f"{value['label']}. {value['text']}"
        return "\n".join(f"{term}: {said}" for term, said in details_of(value))
    if isinstance(value, list):
        return "\n".join(filter(None, map(_value, value)))
    text = str(value)
    if _ISO_DAY.fullmatch(text):
        return say_date(date.fromisoformat(text))
    return _CODES.get(text, text)
