"""Dates and counts as a letter says them."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def day(value: date) -> str:
    """26 October 2026."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """Monday 26 October 2026."""
    return f"{_DAYS[value.weekday()]} {day(value)}"


def typed(value: str) -> str:
    """A date field as a letter says it: an ISO date in words, anything else as it was typed."""
    try:
        return day(date.fromisoformat(value.strip()))
    except ValueError:
        return value.strip()


def count(number: int) -> str:
    """Small numbers in words, for a sentence: three, 12."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
