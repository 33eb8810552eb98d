"""A bank holiday proclaimed after this version was released: added, or taken back if it was a mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed, holidays_in_force
from foi_tracker.casework.refresh import Judged, Moved, refresh_closed, refresh_open
from foi_tracker.models import AddedHoliday, Authority
from foi_tracker.store import authorities as authority_store


@dataclass(frozen=True)
class Recount:
    """What a change of the bank holidays did to the cases of the installation."""

    moved: list[Moved]  # open ones whose due date moved
    judged: list[Judged]  # closed ones whose answer is late now and was not, or the other way round


def add_holiday(desk: Desk, day: date, name: str, nations: Sequence[str]) -> Recount:
    """Add the day to this installation and recompute every case that it can matter to; what that changed.

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
    counted = _recount(desk, day)
    for authority, recount in counted:
        audit.record(desk, authority.id, "holiday_added", day=day, name=name, **_references(recount))
    return _together(counted)


def remove_holiday(desk: Desk, day: date) -> tuple[str, Recount]:
    """Take back a day that was added by mistake and recompute as for adding: its name, and what changed.

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
    counted = _recount(desk, day)
    for authority, recount in counted:
        audit.record(desk, authority.id, "holiday_removed", day=day, name=name, **_references(recount))
    return name, _together(counted)


def _recount(desk: Desk, day: date) -> list[tuple[Authority, Recount]]:
    """Reckon by the bank holidays now in force every case whose time the day can count in, by authority."""
    desk.session.flush()
    desk = replace(desk, holidays=holidays_in_force(desk.session))
    return [
        (each, Recount(refresh_open(desk, each), refresh_closed(desk, each, day)))
        for each in authority_store.all_authorities(desk.session)
    ]


def _together(counted: Sequence[tuple[Authority, Recount]]) -> Recount:
    return Recount(
        [each for _, recount in counted for each in recount.moved],
        [each for _, recount in counted for each in recount.judged],
    )


def _references(recount: Recount) -> dict[str, Any]:
    return {
        "moved": [each.reference for each in recount.moved],
        "now_late": [each.reference for each in recount.judged if each.late],
        "now_in_time": [each.reference for each in recount.judged if not each.late],
    }
