"""Dates and counts as people say them. Instants are shown in Europe/London."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from foi_tracker.letters import dates

LONDON = ZoneInfo("Europe/London")


def local_day(when: date | datetime) -> date:
    """The calendar day; an instant's day is the day it was in London.

    Raises:
        ValueError: for a datetime with no time zone, which names no instant.
    """
    if not isinstance(when, datetime):
        return when
    if when.tzinfo is None:
        raise ValueError("An instant needs its time zone")
    return when.astimezone(LONDON).date()


def say_date(when: date | datetime) -> str:
    """Friday 11 November 2022."""
    return dates.weekday(local_day(when))


def say_short_date(when: date | datetime) -> str:
    """Friday 11 November: where the year is plain from what stands around it."""
    return say_date(when).rpartition(" ")[0]


def say_plain_date(when: date | datetime) -> str:
    """11 November 2022: in a table or a sentence where the weekday says nothing."""
    return dates.day(local_day(when))


def say_instant(when: datetime) -> str:
    """Friday 11 November 2022, 10:42am, as London's clocks showed it."""
    day = local_day(when)
    local = when.astimezone(LONDON)
    hour = local.hour % 12 or 12
    half = "am" if local.hour < 12 else "pm"
    return f"{say_date(day)}, {hour}:{local:%M}{half}"


def say_days_left(days: int) -> str:
    """How a due date stands, in working days: negative is late, 0 is the day itself."""
    if days == 0:
        return "Due today"
    count = plural(abs(days), "working day")
    return f"{count} left" if days > 0 else f"{count} late"


def say_number(count: int) -> str:
    """1,200: as every page writes a number of things."""
    return f"{count:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """1 question, 3 questions, 2 replies: the number and the word that agrees with it."""
    return f"{say_number(count)} {one if count == 1 else many or one + 's'}"
