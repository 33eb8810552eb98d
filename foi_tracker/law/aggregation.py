"""Requests whose cost may be added together: s.12(4); SI 2004/3244 reg 5."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.working_days import is_working_day, working_days_between

WINDOW = 60
"""Consecutive working days within which the requests must have come: reg 5(2)(b)."""
WINDOW_AT_MOST = 120
"""Calendar days that no window of 60 working days is longer than."""


def days_spanned(days: Iterable[date], holidays: BankHolidays) -> int:
    """Working days from the first of these days to the last, both counted. Raises OutsideCalendar."""
    received = sorted(days)
    if not received:
        return 0
    first_counts = is_working_day(received[0], holidays)
    return working_days_between(received[0], received[-1], holidays) + first_counts


def fall_in_one_window(days: Iterable[date], holidays: BankHolidays) -> bool:
    """Whether requests received on these days came within 60 consecutive working days: reg 5(2)(b).

    The day of the first counts as the first. Raises OutsideCalendar.
    """
    return days_spanned(days, holidays) <= WINDOW
