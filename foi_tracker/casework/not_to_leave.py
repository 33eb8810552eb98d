"""Letters that were issued and are not to leave, because what they say no longer holds."""

from __future__ import annotations

from datetime import date

from foi_tracker.casework.desk import LONDON, Desk
from foi_tracker.letters.kinds import Kind
from foi_tracker.models import Case, Letter
from foi_tracker.store import audit as audit_store


def valid_since(desk: Desk, case: Case, letter: Letter) -> date | None:
    """The day on which the request was made valid, where an unsent letter still says that it is not.

    They would be told that no clock runs while it does (s.8, s.10(1)). The letter can have left until then.
    """
    if letter.kind != Kind.NOT_VALID or letter.state != "issued" or case.triage != "valid":
        return None
    made = audit_store.last_of(desk.session, case, "made_valid")
    return min(made.at.astimezone(LONDON).date(), desk.today) if made else case.received_on
