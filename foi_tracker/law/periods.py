"""Periods of calendar time, and dates as people say them."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

from foi_tracker.law.regimes import Regime
from foi_tracker.law.working_days import ONE_DAY

EIR_DAYS_TO_PAY = 60
"""Working days for paying in advance (EIR reg 8)."""


def say(day: dt.date) -> str:
    """The day as people say it: "Friday 11 November 2022"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def _month_on(day: dt.date, months: int) -> tuple[int, int]:
    """Year and month, so many months on."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def corresponding_day(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months on, or the last day of that month where there is none."""
    year, month = _month_on(day, months)
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def last_day_of_months_from(day: dt.date, months: int) -> dt.date:
    """The last day of a period of months that begins with `day` itself (s.9(2): three months)."""
    year, month = _month_on(day, months)
    if day.day > calendar.monthrange(year, month)[1]:
        return corresponding_day(day, months)
    return dt.date(year, month, day.day) - ONE_DAY


def last_day_to_pay(notice: dt.date, regime: Regime, nth_after: Callable[[dt.date, int], dt.date]) -> dt.date:
    """The last day for paying a fee asked on `notice`.

    Three months beginning with that day (s.9(2)); under the EIR 60 working days after it (reg 8).
    """
    if regime is Regime.EIR:
        return nth_after(notice, EIR_DAYS_TO_PAY)
    return last_day_of_months_from(notice, 3)
