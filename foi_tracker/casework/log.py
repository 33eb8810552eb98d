"""Log a request: its words, its dates, its reference, and the letter that answers at once."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.clock import school_closures
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.references import period, reference
from foi_tracker.casework.refresh import refresh
from foi_tracker.intake.text import fingerprint, subject_from
from foi_tracker.law.clock import Reckoning, reckon
from foi_tracker.law.clock_facts import ClockFacts
from foi_tracker.law.regimes import SCHOOLS, running_under
from foi_tracker.models import Authority, Case, Letter
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import cases as case_store

CHANNELS = {
    "email": "Email",
    "post": "Post",
    "web": "Web form",
    "phone": "Phone",
    "social_media": "Social media",
}
OLD_AFTER = timedelta(days=365)


@dataclass(frozen=True)
class Arrival:
    """What an officer types when a request comes."""

    words: str
    received_on: date
    channel: str  # of CHANNELS
    regime: str  # "FOIA" | "EIR"
    received_time: str = ""
    triage: str = "valid"  # "valid" or a code of law.outcomes.NOT_VALID
    subject: str = ""
    requester_name: str = ""
    requester_organisation: str = ""
    requester_email: str = ""
    requester_address: str = ""
    their_reference: str = ""
    form_wanted: str = ""
    language: str = "en-GB"
    large_print: bool = False
    adjustment: str = ""


def received_problem(received: date, today: date) -> str:
    """ "future", "old" (over a year ago: ask whether the officer is sure) or "" (nothing odd)."""
    if received > today:
        return "future"
    return "old" if today - received > OLD_AFTER else ""


def logged_before(desk: Desk, authority: Authority, arrival: Arrival) -> list[Case]:
    """Cases of the authority with the same words from the same person, newest first."""
    return [
        case
        for case in case_store.with_same_words(desk.session, authority, fingerprint(arrival.words))
        if _same_person(case, arrival)
    ]


def _same_person(case: Case, arrival: Arrival) -> bool:
    emails = {case.requester_email.strip().casefold(), arrival.requester_email.strip().casefold()}
    if len(emails) == 1 and "" not in emails:
        return True
    names = [fingerprint(name) for name in (case.requester_name, arrival.requester_name)]
    return names[0] == names[1]


def same_words_from_others(desk: Desk, authority: Authority, arrival: Arrival) -> list[Case]:
    """Cases of the authority with the same words from somebody else, newest first."""
    return [
        case
        for case in case_store.with_same_words(desk.session, authority, fingerprint(arrival.words))
        if not _same_person(case, arrival)
    ]


def next_reference(desk: Desk, authority: Authority, received_on: date) -> str:
    """The reference a request received that day would get now. None is used up."""
    pattern = authority.reference_pattern
    last = authority_store.counter(desk.session, authority, period(pattern, received_on))
    return reference(pattern, received_on, last + 1)


def clock_before_logging(desk: Desk, authority: Authority, received_on: date, regime: str) -> Reckoning:
    """When a request received that day would be due, and the days on the way.

    Raises:
        OutsideCalendar: no bank holidays are known for its dates.
    """
    under = running_under(regime, authority.kind)
    closed = school_closures(desk, authority.id, received_on) if under in SCHOOLS else []
    facts = ClockFacts(received_on, under, authority.kind, tuple(closed))
    return reckon(facts, desk.holidays)


def log_request(desk: Desk, authority: Authority, arrival: Arrival) -> Case:
    """Make the case with its reference, its dates and its first letter ready to send.

    A request that is not valid (s.8) starts no clock and gets the letter that says so.

    Raises:
        NotAllowed: the day it came lies in the future.
        OutsideCalendar: no bank holidays are known for its dates.
    """
    case = keep(desk, authority, arrival, desk.actor.user_id)
    audit.record(
        desk,
        authority.id,
        "request_logged",
        case,
        reference=case.reference,
        received_on=case.received_on,
        channel=case.channel,
        regime=case.regime,
        triage=case.triage,
        due_on=case.due_on,
    )
    return case


def keep(desk: Desk, authority: Authority, arrival: Arrival, officer_id: int | None, **values: Any) -> Case:
    """Make the case, its reference, its dates and its first letter, in an act that audits itself.

    Raises:
        NotAllowed: the day it came lies in the future.
        OutsideCalendar: no bank holidays are known for its dates.
    """
    if received_problem(arrival.received_on, desk.today) == "future":
        raise NotAllowed("The day it reached us cannot be in the future.")
    pattern = authority.reference_pattern
    year = period(pattern, arrival.received_on)
    number = authority_store.next_number(desk.session, authority, year)
    values |= asdict(arrival) | {"subject": arrival.subject.strip() or subject_from(arrival.words)}
    case = Case(
        authority_id=authority.id,
        reference=reference(pattern, arrival.received_on, number),
        fingerprint=fingerprint(arrival.words),
        officer_id=officer_id,
        **values,
    )
    case.authority = authority
    desk.session.add(case)
    desk.session.flush()
    first = "acknowledgement" if arrival.triage == "valid" else "not_valid"
    desk.session.add(Letter(case_id=case.id, kind=first))
    refresh(desk, case)
    return case
