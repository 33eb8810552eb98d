"""What a page says of due dates that a change of its own has moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from foi_tracker.casework.refresh import Moved
from foi_tracker.web.date_words import plural, say_plain_date


def moved_words(moved: Sequence[Moved]) -> str:
    """The requests whose due date moved, from which day to which, in a sentence."""
    if not moved:
        return "No due date has moved."
    told = [f"{each.reference} (from {_day(each.before)} to {_day(each.after)})" for each in moved]
    return f"{plural(len(moved), 'due date')} moved: {', '.join(told)}."


def _day(day: date | None) -> str:
    return say_plain_date(day) if day else "no day"
