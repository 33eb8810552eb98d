"""Letters that were issued and are not to leave, because what they say no longer holds."""

from __future__ import annotations

from datetime import date

from foi_tracker.casework import audit
from foi_tracker.casework.desk import LONDON, Desk, NotAllowed
from foi_tracker.casework.refresh import refresh
from foi_tracker.letters.kinds import Kind
from foi_tracker.models import Case, ClockEvent, Letter
from foi_tracker.store import audit as audit_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store

_HAS_ANOTHER_WAY = {
    Kind.RESPONSE: "An answer that is not to leave is corrected with a new letter.",
    Kind.PASSED_ON: "The request has gone to the other authority, and this letter tells them so. Send it.",
}
"""Kinds of letter that cannot be kept back, and what to do instead."""


def why_not_kept_back(desk: Desk, case: Case, letter: Letter) -> str:
    """Why it cannot be said of the letter that it is not to leave; "" where it can."""
    if letter.state != "issued":
        return "Only a letter that is issued and not sent yet can be kept back."
    if letter.id in letter_store.never_left_ids(desk.session, case):
        return "It is recorded already that this letter never left."
    return _HAS_ANOTHER_WAY.get(Kind(letter.kind), "")


def keep_back(desk: Desk, case: Case, letter: Letter, why: str) -> None:
    """Record that an issued letter is not to leave: it is kept as it is, and nothing waits for it.

    Raises:
        NotAllowed: the letter is not one of those (`why_not_kept_back`), or no reason is given; then `field`
            is "why".
    """
    if why_not := why_not_kept_back(desk, case, letter):
        raise NotAllowed(why_not)
    if not why.strip():
        raise NotAllowed("Say why it is not to leave", "why")
    values = {"why": why.strip(), "by": desk.actor.name}
    desk.session.add(
        ClockEvent(
            case_id=case.id, type=case_store.NOT_TO_LEAVE, on=desk.today, values=values, letter_id=letter.id
        )
    )
    refresh(desk, case)
    audit.record(
        desk,
        case.authority_id,
        "letter_kept_back",
        case,
        letter=letter.id,
        kind=letter.kind,
        dated=letter.dated,
        why=values["why"],
    )


def valid_since(desk: Desk, case: Case, letter: Letter) -> date | None:
    """The day on which the request was made valid, where an unsent letter still says that it is not.

    They would be told that no clock runs while it does (s.8, s.10(1)). The letter can have left until then.
    None for one that is kept back.
    """
    if letter.kind != Kind.NOT_VALID or letter.state != "issued" or case.triage != "valid":
        return None
    if letter.id in letter_store.kept_back(desk.session, case):
        return None
    made = audit_store.last_of(desk.session, case, "made_valid")
    return min(made.at.astimezone(LONDON).date(), desk.today) if made else case.received_on
