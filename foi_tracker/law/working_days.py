"""Which days count, and counting them: s.10(6) of the 2000 Act, reg 2 of the EIR, s.73 of FOISA.

Not a working day: Saturday, Sunday, Christmas Day, Good Friday, and a bank
holiday in any part of the United Kingdom (in Scotland alone for FOISA). Days
on which an office chooses to shut are working days.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from foi_tracker.law.bank_holidays import BankHolidays

ONE_DAY = timedelta(days=1)
SATURDAY = 5


def why_not_counted(day: date, holidays: BankHolidays, nations: frozenset[str] | None = None) -> str | None:
    """In plain words why the day is not a working day, or None where it is one.

    `nations` None means a bank holiday anywhere in the UK. Raises OutsideCalendar.
    """
    holidays.require(day)
    if day.weekday() >= SATURDAY:
        return "Weekend"
    holiday = holidays.on(day, nations)
    if holiday is None:
        return None
    return f"{holiday.name}: a bank holiday in {holiday.where}, not counted"


def is_working_day(day: date, holidays: BankHolidays, nations: frozenset[str] | None = None) -> bool:
    """Whether the day is a working day: s.10(6). Raises OutsideCalendar."""
    return why_not_counted(day, holidays, nations) is None


def nth_working_day_after(
    day: date, n: int, holidays: BankHolidays, nations: frozenset[str] | None = None
) -> date:
    """The nth working day after `day`, which itself is never counted (n of 1 or more).

    The day of receipt may be any day of the week: the count begins on the first working day after it.
    Raises ValueError for n below 1, OutsideCalendar where the count leaves the calendar.
    """
    return nth_counted_after(day, n, lambda each: why_not_counted(each, holidays, nations))


def nth_counted_after(day: date, n: int, why_not: Callable[[date], str | None]) -> date:
    """The nth day after `day` that `why_not` has nothing against. Raises ValueError for n below 1."""
    if n < 1:
        raise ValueError(f"A count of working days begins at 1, not {n}.")
    while n:
        day += ONE_DAY
        if why_not(day) is None:
            n -= 1
    return day


def working_days_between(
    start: date, end: date, holidays: BankHolidays, nations: frozenset[str] | None = None
) -> int:
    """Working days after `start` up to and including `end`; the same number, negative, if `end` is earlier.

    Raises OutsideCalendar.
    """
    if end < start:
        return -working_days_between(end, start, holidays, nations)
    count, day = 0, start
    while day < end:
        day += ONE_DAY
        count += is_working_day(day, holidays, nations)
    return count


def working_days_left(
    due: date, today: date, holidays: BankHolidays, nations: frozenset[str] | None = None
) -> int:
    """Working days from today until the due date: 0 on the day itself, negative once it is late.

    Raises OutsideCalendar.
    """
    return working_days_between(today, due, holidays, nations)
