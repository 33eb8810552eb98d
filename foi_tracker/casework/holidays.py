"""A bank holiday proclaimed after this version was released."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed, holidays_in_force
from foi_tracker.casework.refresh import Moved, refresh_open
from foi_tracker.models import AddedHoliday
from foi_tracker.store import authorities as authority_store


def add_holiday(desk: Desk, day: date, name: str, nations: Sequence[str]) -> list[Moved]:
    """Add the day to this installation and recompute every open case; those whose date moved.

    Raises:
        NotAllowed: the day is a bank holiday already, or has no name: letters say it.
        ValueError: a nation is not known.
    """
    name = " ".join(name.split())
    if not name:
        raise NotAllowed("Say what the bank holiday is called. Letters name it where it moves a date.")
    if known := desk.holidays.name_on(day):
        raise NotAllowed(f"{day.isoformat()} is a bank holiday already: {known}.")
    desk.holidays.with_added(day, name, frozenset(nations))  # refuses a nation that is not known
    desk.session.add(AddedHoliday(day=day, name=name, nations=sorted(nations), proclaimed=desk.today))
    desk.session.flush()
    desk = replace(desk, holidays=holidays_in_force(desk.session))
    moved: list[Moved] = []
    for authority in authority_store.all_authorities(desk.session):
        here = refresh_open(desk, authority)
        audit.record(
            desk, authority.id, "holiday_added", day=day, name=name, moved=[m.reference for m in here]
        )
        moved += here
    return moved
