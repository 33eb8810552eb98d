"""Days on which an authority's office is shut, which count, or its school has no session, which do not."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.refresh import Moved, refresh_open
from foi_tracker.law.regimes import SCHOOLS, running_under
from foi_tracker.models import Authority, Closure
from foi_tracker.store import authorities as authority_store

OFFICE, SCHOOL = "office", "school"
LONGEST = timedelta(days=100)
"""No holiday is longer; a typed year that is wrong would otherwise stop every clock."""


@dataclass(frozen=True)
class ClosureDraft:
    """Some days as somebody tells them."""

    kind: str  # OFFICE | SCHOOL
    first_on: date
    last_on: date
    name: str  # "Christmas", "Half-term"


def is_school(authority: Authority) -> bool:
    """Whether its requests under the Act pass over days without a session (SI 2004/3364 reg 3)."""
    return running_under("FOIA", authority.kind) in SCHOOLS


def add_closure(desk: Desk, authority: Authority, draft: ClosureDraft) -> list[Moved]:
    """Keep the days; the open requests whose date they moved.

    Raises:
        NotAllowed: the days end before they begin, are too many, or the authority is no school;
            `field` names what to mend.
    """
    if draft.last_on < draft.first_on:
        raise NotAllowed("The last day is before the first", "last_on")
    if draft.last_on - draft.first_on > LONGEST:
        raise NotAllowed("That is more than 100 days. Check the years", "last_on")
    if draft.kind == SCHOOL and not is_school(authority):
        raise NotAllowed("Only a school has days without a session", "kind")
    alike = [each for each in authority_store.closures(desk.session, authority.id) if each.kind == draft.kind]
    if any(each.first_on <= draft.last_on and draft.first_on <= each.last_on for each in alike):
        raise NotAllowed("Some of these days are there already", "first_on")
    closure = Closure(
        authority_id=authority.id,
        kind=draft.kind,
        first_on=draft.first_on,
        last_on=draft.last_on,
        name=draft.name.strip(),
    )
    desk.session.add(closure)
    desk.session.flush()
    moved = _moved(desk, authority, closure)
    audit.record(desk, authority.id, "closure_added", **_told(closure), moved=[asdict(m) for m in moved])
    return moved


def remove_closure(desk: Desk, authority: Authority, closure: Closure) -> list[Moved]:
    """Take the days off; the open requests whose date that moved."""
    told = _told(closure)
    desk.session.delete(closure)
    desk.session.flush()
    moved = _moved(desk, authority, closure)
    audit.record(desk, authority.id, "closure_removed", **told, moved=[asdict(m) for m in moved])
    return moved


def _moved(desk: Desk, authority: Authority, closure: Closure) -> list[Moved]:
    """Reckon the open requests afresh. Days on which only an office is shut move none."""
    return refresh_open(desk, authority) if closure.kind == SCHOOL else []


def _told(closure: Closure) -> dict[str, Any]:
    return {
        "kind": closure.kind,
        "first_on": closure.first_on.isoformat(),
        "last_on": closure.last_on.isoformat(),
        "name": closure.name,
    }
