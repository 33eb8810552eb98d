"""A bank holiday proclaimed after this version was released: added, or taken back if it was a mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed, holidays_in_force
from foi_tracker.casework.refresh import Moved, refresh_open
from foi_tracker.models import AddedHoliday, Authority
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
    counted = _recount(desk)
    for authority, moved in counted:
        audit.record(desk, authority.id, "holiday_added", day=day, name=name, moved=_references(moved))
    return [each for _, moved in counted for each in moved]


def remove_holiday(desk: Desk, day: date) -> tuple[str, list[Moved]]:
    """Take back a day that was added by mistake and recompute every open case: its name, and what moved.

    Raises:
        NotAllowed: the day was not added here; one that came with this version is the law's.
    """
    added = {each.day: each for each in authority_store.added_holidays(desk.session)}
    if day not in added:
        told = ", ".join(f"{each.day.isoformat()} ({each.name})" for each in added.values()) or "none"
        raise NotAllowed(
            f"{day.isoformat()} was not added here, so it cannot be taken back. Added here: {told}."
        )
    name = added[day].name
    desk.session.delete(added[day])
    counted = _recount(desk)
    for authority, moved in counted:
        audit.record(desk, authority.id, "holiday_removed", day=day, name=name, moved=_references(moved))
    return name, [each for _, moved in counted for each in moved]


def _recount(desk: Desk) -> list[tuple[Authority, list[Moved]]]:
    """Reckon every open case by the bank holidays now in force: what moved, by authority."""
    desk.session.flush()
    desk = replace(desk, holidays=holidays_in_force(desk.session))
    return [(each, refresh_open(desk, each)) for each in authority_store.all_authorities(desk.session)]


def _references(moved: Sequence[Moved]) -> list[str]:
    return [each.reference for each in moved]
