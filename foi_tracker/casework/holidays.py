"""A bank holiday proclaimed after this version was released: added, or taken back if it was a mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed, holidays_in_force
from foi_tracker.casework.refresh import Judged, Recount, recount
from foi_tracker.models import AddedHoliday, Authority
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import cases as case_store


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
    for authority, found in counted:
        audit.record(desk, authority.id, "holiday_added", day=day, name=name, **_references(found))
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
    for authority, found in counted:
        audit.record(desk, authority.id, "holiday_removed", day=day, name=name, **_references(found))
    return name, _together(counted)


def _recount(desk: Desk, day: date) -> list[tuple[Authority, Recount]]:
    """Reckon by the bank holidays now in force every case whose time the day can count in, by authority."""
    desk.session.flush()
    desk = replace(desk, holidays=holidays_in_force(desk.session))
    counted = []
    for authority in authority_store.all_authorities(desk.session):
        recount(desk, case_store.open_cases(desk.session, authority), found := Recount())
        recount(desk, case_store.closed_over(desk.session, authority, day), found)
        counted.append((authority, found))
    return counted


def _together(counted: Sequence[tuple[Authority, Recount]]) -> Recount:
    return Recount(
        [each for _, found in counted for each in found.moved],
        [each for _, found in counted for each in found.judged],
    )


def _references(found: Recount) -> dict[str, Any]:
    newly = [each for each in found.judged if each.before.late != each.after.late]
    return {
        "moved": [each.reference for each in found.moved],
        "now_late": [each.reference for each in newly if each.after.late],
        "now_in_time": [each.reference for each in newly if _is_in_time(each)],
        "now_open": [each.reference for each in found.judged if _is_open_again(each)],
    }


def _is_in_time(judged: Judged) -> bool:
    return judged.after.answered_on is not None and not judged.after.late


def _is_open_again(judged: Judged) -> bool:
    return judged.before.closed_on is not None and judged.after.closed_on is None
