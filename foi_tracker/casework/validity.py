"""A request that was logged as not valid is one after all: by our mistake, or since what was missing came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.correspondence import Said, keep
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.log import CHANNELS
from foi_tracker.casework.questions import forget_questions
from foi_tracker.casework.receipt import refuse_unfounding
from foi_tracker.casework.refresh import refresh
from foi_tracker.intake.text import fingerprint
from foi_tracker.law.clock_facts import EVENT_WORDS
from foi_tracker.law.outcomes import NOT_VALID
from foi_tracker.models import Case, ClockEvent, Letter
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store

VALID = "valid"
TOLD, READY = "not_valid", "acknowledgement"
"""The letter that says that it is not valid, and the one that a valid request gets first."""


LACKED: Mapping[str, tuple[str, ...]] = {
    "no_name": ("requester_name",),
    "no_address": ("requester_email", "requester_address"),
}
"""By the triage, the details of who asked of which one was missing: s.8(1)(b)."""
WHAT_IS_LACKED: Mapping[str, str] = {
    "no_name": "Enter their name",
    "no_address": "Enter their email address or their postal address",
}


@dataclass(frozen=True)
class Validity:
    """Why the request is valid."""

    words: str  # what they sent; or why it was valid from the start
    came_on: date | None = None  # the day on which what was missing came; None: nothing was missing
    channel: str = ""  # of casework.log.CHANNELS: how that came
    who: Mapping[str, str] = field(default_factory=dict)  # details of LACKED, as known now


def can_be_completed(case: Case) -> bool:
    """Whether it lacks something that section 8 asks for, so that they can send it."""
    reason = NOT_VALID.get(case.triage)
    return reason is not None and reason.can_be_completed


def lacks_description(case: Case) -> bool:
    """Whether what is missing is the description of what they ask for: s.8(1)(c)."""
    reason = NOT_VALID.get(case.triage)
    return reason is not None and reason.lacks_description


def make_valid(desk: Desk, case: Case, validity: Validity) -> None:
    """Take it as the request that it is; its clock runs, and its acknowledgement is begun.

    Where something was missing that has come, the day of receipt is the day on which that came: only then
    was there a request (s.8(1), s.10(1) and (6)). By our mistake it loses no day: the day of receipt stays.

    Raises:
        NotAllowed: it is valid already, nothing says why, nothing was missing that could come, or that came
            on a day that cannot be; `field` names what to mend.
        OutsideCalendar: no bank holidays are known for its dates.
    """
    if case.triage == VALID:
        raise NotAllowed("This request is valid already.")
    if not validity.words.strip():
        raise NotAllowed("Write what they sent, or why it was valid", "words")
    lacked = LACKED.get(case.triage, ())
    before = _standing(case, lacked)
    _record_who(case, validity, lacked)
    passed_over = _complete(desk, case, validity, validity.came_on) if validity.came_on else []
    case.triage = VALID
    case.version += 1
    _change_drafts(desk, case)
    refresh(desk, case)
    audit.record(
        desk,
        case.authority_id,
        "made_valid",
        case,
        came_on=validity.came_on,
        how=validity.channel,
        words=validity.words.strip(),
        before=before,
        after=_standing(case, lacked),
        without_effect=passed_over,
    )
    desk.session.expire(case, ["corrections"])  # read again: what was known before is masked from now on


def _standing(case: Case, lacked: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(case, name) for name in ("triage", "received_on", "due_on", *lacked)}


def _record_who(case: Case, validity: Validity, lacked: Sequence[str]) -> None:
    """Letters greet them by it and go there, and it is masked for whoever may not see who asked."""
    given = {name: said for name in lacked if (said := validity.who.get(name, "").strip())}
    if validity.came_on and lacked and not given:
        raise NotAllowed(WHAT_IS_LACKED[case.triage], lacked[0])
    for name, said in given.items():
        setattr(case, name, said)


def _complete(desk: Desk, case: Case, validity: Validity, day: date) -> list[dict[str, str]]:
    """It is received on that day, with what came kept beside it; what no clock ran for is passed over."""
    if not can_be_completed(case):
        raise NotAllowed("Nothing was missing from it. What they ask for now is a new request.", "how")
    if validity.channel not in CHANNELS:
        raise NotAllowed("Choose how it came", "channel")
    if not case.received_on <= day <= desk.today:
        raise NotAllowed("It came after their request did, and not later than today.", "came_on")
    refuse_unfounding(desk, case, day, "came_on")
    recorded = case_store.clock_events(desk.session, case)
    passed_over = [each for each in recorded if each.on < day and each.type in EVENT_WORDS]
    for event in passed_over:
        desk.session.delete(event)
    said = keep(desk, case, Said("in", validity.channel, day, case.requester_name, validity.words))
    first: dict[str, Any] = {case_store.WORDS_CAME: case.received_on.isoformat()}
    if lacks_description(case):
        first[case_store.FIRST_WORDS] = len(case.words)
        _describe(desk, case, validity.words)
    desk.session.add(
        ClockEvent(
            case_id=case.id, type=case_store.COMPLETED, on=day, values=first, correspondence_id=said.id
        )
    )
    case.received_on = day
    return [{"what": EVENT_WORDS[each.type], "on": each.on.isoformat()} for each in passed_over]


def _describe(desk: Desk, case: Case, words: str) -> None:
    """What came is the request too (s.8(1)(c)): its questions are read from it, and no earlier ones stand."""
    forget_questions(desk, case)
    case.words = f"{case.words}\n\n{words}"
    case.fingerprint = fingerprint(case.words)


def _change_drafts(desk: Desk, case: Case) -> None:
    """No letter may say any more that it is not valid; the first that a valid request gets is begun."""
    letters = letter_store.letters_of(desk.session, case)
    for letter in letters:
        if letter.kind == TOLD and letter.state == "draft":
            letter_store.forget_overrides(desk.session, letter)
            desk.session.delete(letter)
    if all(letter.kind != READY for letter in letters):
        desk.session.add(Letter(case_id=case.id, kind=READY))
