"""What is known of a case besides its words: who asked, what they want, when it came, and who has it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.receipt import move_completion, refuse_impossible_day
from foi_tracker.casework.refresh import refresh
from foi_tracker.law.regimes import SPECIAL_TIMES
from foi_tracker.models import Case
from foi_tracker.store import authorities as authority_store
from foi_tracker.store.scope import Scope

WORKS_ON_CASES = ("officer",)


@dataclass(frozen=True)
class CaseDetails:
    """What an officer may correct at any time. A letter already issued keeps what it said."""

    subject: str
    received_on: date  # every due date is counted from it: s.10(1); reg 5(2)
    requester_name: str = ""
    requester_organisation: str = ""
    requester_email: str = ""
    requester_address: str = ""
    their_reference: str = ""
    form_wanted: str = ""  # s.11: the form they asked for
    language: str = "en-GB"
    large_print: bool = False
    adjustment: str = ""  # Equality Act 2010 s.20
    special_time: str = ""  # of law.regimes.SPECIAL_TIMES: what it asks for has a time of its own

    @classmethod
    def of(cls, case: Case) -> CaseDetails:
        """The details as they stand."""
        return cls(**{name: getattr(case, name) for name in cls.__dataclass_fields__})


def change_details(desk: Desk, case: Case, details: CaseDetails, version: int) -> None:
    """Keep these details in the place of the case's present ones.

    Raises:
        ChangedMeanwhile: somebody changed the case since `version` was read.
        NotAllowed: the subject is empty, there is no such special time, or it cannot have reached us on
            that day; `field` names what to mend.
    """
    if case.version != version:
        raise ChangedMeanwhile("request")
    if not details.subject.strip():
        raise NotAllowed("Give the request a subject.", "subject")
    if details.special_time not in SPECIAL_TIMES:
        raise NotAllowed("There is no such special time.", "special_time")
    if details.received_on != case.received_on:
        refuse_impossible_day(desk, case, details.received_on)
    before, after = asdict(CaseDetails.of(case)), asdict(details)
    changed = [name for name in after if after[name] != before[name]]
    if not changed:
        return
    for name in changed:
        setattr(case, name, after[name])
    case.version += 1
    before["due_on"] = case.due_on
    move_completion(desk, case)
    desk.session.flush()
    refresh(desk, case)
    after["due_on"] = case.due_on
    if after["due_on"] != before["due_on"]:
        changed.append("due_on")
    audit.record(
        desk,
        case.authority_id,
        "details_changed",
        case,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    desk.session.expire(case, ["corrections"])  # read again: what was known before is masked from now on


def hand_over(desk: Desk, case: Case, officer_id: int) -> None:
    """Give the case to another officer of its authority.

    Raises:
        NotAllowed: the person is not an officer of the authority.
    """
    officers = authority_store.people_of(desk.session, Scope(frozenset({case.authority_id})), WORKS_ON_CASES)
    officer = next((person for person in officers if person.id == officer_id), None)
    if officer is None:
        raise NotAllowed("Choose an officer of this authority.")
    giver = next((person.name for person in officers if person.id == case.officer_id), "")
    case.officer_id, case.officer = officer.id, officer
    desk.session.flush()
    audit.record(
        desk,
        case.authority_id,
        "handed_over",
        case,
        **{"from": giver, "to": officer.name},
        officer=officer.id,
    )
