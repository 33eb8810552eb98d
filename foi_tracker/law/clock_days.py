"""The day-by-day count behind a date: every day from arrival to the last, with why it counts or does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from foi_tracker.law.clock_facts import EVENT_WORDS, ClockEvent, ClockFacts
from foi_tracker.law.clock_rules import RESPONSES, Outlook
from foi_tracker.law.course import Effect
from foi_tracker.law.periods import say
from foi_tracker.law.regimes import regime_of
from foi_tracker.law.working_days import ONE_DAY, SATURDAY


@dataclass(frozen=True)
class Step:
    """One day of a count."""

    date: dt.date
    counts: bool
    why: str  # "Day 7", "Weekend", "St Andrew's Day: a bank holiday in Scotland, not counted"
    number: int | None = None  # its number among the days counted
    event: str = ""  # what happened that day, in plain words

    @property
    def in_words(self) -> str:
        """Why, and what happened that day, in one line."""
        return f"{self.why}. {self.event}" if self.event else self.why


def steps(facts: ClockFacts, outlook: Outlook) -> tuple[Step, ...]:
    """Every day from the day it came to the last day of the live count. Raises OutsideCalendar."""
    waits = _waits(outlook)
    told: list[Step] = []
    number = 0
    day = min(facts.received, outlook.start) if regime_of(facts.regime) in RESPONSES else outlook.start
    while day <= max(outlook.until, outlook.start):
        why = _why_not(day, facts, outlook, waits)
        number += why is None
        told.append(
            Step(day, why is None, why or f"Day {number}", None if why else number, _events(facts, day))
        )
        day += ONE_DAY
    return tuple(told)


def _why_not(
    day: dt.date, facts: ClockFacts, outlook: Outlook, waits: list[tuple[dt.date, dt.date]]
) -> str | None:
    """Why the day does not count, or None where it does."""
    if day < outlook.start:
        if any(first <= day < last for first, last in waits):
            return "Waiting for clarification: not counted"
        return f"No longer counted: the count began afresh after {say(outlook.start)}"
    if day == outlook.start:
        return None if outlook.first_counts else _first_day(day, facts)
    if outlook.stopped_on and day >= outlook.stopped_on:
        return outlook.stopped_why
    if outlook.moved_from and day >= outlook.moved_from:
        return None if day == outlook.until else "Not a working day, so the period runs on to the next one"
    return outlook.counting.why_not(day) if outlook.counting else None


def _first_day(day: dt.date, facts: ClockFacts) -> str:
    """Why the day that the count follows is not counted itself."""
    if day != facts.received:
        return "The count begins afresh: this day itself is not counted"
    at = f" (at {facts.received_time}: a day runs to midnight)" if facts.received_time else ""
    weekend = f", a {day:%A}," if day.weekday() >= SATURDAY else ""
    return f"The day it came{at}{weekend} is not counted"


def _waits(outlook: Outlook) -> list[tuple[dt.date, dt.date]]:
    """From when to when clarification was awaited that the law requires."""
    found: list[tuple[dt.date, dt.date]] = []
    asked = outlook.start
    for event, effect in outlook.effects:
        if effect is Effect.STOPS:
            asked = event.date
        elif effect is Effect.BEGINS_AFRESH:
            found.append((asked, event.date))
    return found


def _events(facts: ClockFacts, day: dt.date) -> str:
    """What happened that day."""
    said = [_words(event) for event in facts.events if event.date == day]
    return "; ".join(dict.fromkeys(said))


def _words(event: ClockEvent) -> str:
    words = EVENT_WORDS[event.type]
    if event.type == "clarification_requested" and event.statutory == "none":
        return f"{words}, though it could be answered as it was: the count goes on"
    return words
