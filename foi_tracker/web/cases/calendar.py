"""The clock as a calendar: every day from arrival to the last due date, counted or not, and what happened.

The weeks run on without a break at the month. The days are those that the law told (law.clock_days);
nothing is counted here but what follows the last of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.clock import THEIR_DATES, Step, Track
from foi_tracker.law.course import NO_SESSION
from foi_tracker.law.working_days import SATURDAY, is_working_day

ONE_DAY = timedelta(days=1)
RUNS_ON = timedelta(weeks=6)
"""How long past the last date the calendar goes on, to show a late day or the day the answer left."""


@dataclass(frozen=True)
class Day:
    """One cell, as templates/pages/_macros/clock.html draws it."""

    date_words: str
    kind: str
    words: str = ""
    event: str = ""


@dataclass(frozen=True)
class Marks:
    """What is written into the calendar besides the count."""

    today: date
    answered_on: date | None  # once the last answer has left: the days after it are not used
    events: Mapping[date, str]  # what happened, in a few words
    other_dues: Mapping[date, tuple[str, str]]  # dates of some questions: "Question 8A", and "Due"
    shut: Mapping[date, str] = field(default_factory=dict)  # days on which the office is shut, which count


def weeks_of(track: Track, marks: Marks, holidays: BankHolidays) -> list[list[Day]]:
    """Whole weeks of one clock, Monday first."""
    live = track.deadlines[0]
    due = live.date
    steps = {step.date: step for step in track.steps}
    if live.kind in THEIR_DATES and due:  # months of waiting: as far as today, or the day it began
        until = max([marks.today, *(step.date for step in track.steps if step.event or step.counts)])
        steps = {day: step for day, step in steps.items() if day <= until}
    last = max([*steps, *marks.other_dues])
    upto = marks.answered_on or marks.today
    if last < upto <= last + RUNS_ON:
        last = upto
    first = min(steps)
    monday = first - first.weekday() * ONE_DAY
    number = ((last - monday).days // 7 + 1) * 7
    drawing = _Drawing(steps, due, due_word(track), first, last, marks, holidays)
    days = [drawing.day(monday + n * ONE_DAY, n == 0) for n in range(number)]
    return [days[n : n + 7] for n in range(0, number, 7)]


def due_word(track: Track) -> str:
    """What the last day of a clock is called: theirs to pay, or ours to answer."""
    return "Pay by" if track.deadlines[0].kind in THEIR_DATES else "Due"


@dataclass(frozen=True)
class _Drawing:
    steps: Mapping[date, Step]
    due: date | None
    due_word: str
    first: date
    last: date
    marks: Marks
    holidays: BankHolidays

    def day(self, day: date, is_first: bool) -> Day:
        """One cell."""
        named = is_first or day.day == 1
        date_words = f"{day.day} {day:%B}" if named else str(day.day)
        if not self.first <= day <= self.last:
            weekend = day.weekday() >= SATURDAY
            return Day(date_words, "weekend" if weekend else "outside", "Weekend" if weekend else "")
        kind, words, named_event = self._kind(day)
        events = [named_event, self.marks.events.get(day, "")]
        if day.weekday() < SATURDAY and day in self.marks.shut and kind != "holiday":
            events.append(self.marks.shut[day])
        if day == self.marks.today and self.marks.answered_on is None:
            events.append("Today")
        return Day(date_words, kind, words, ". ".join(filter(None, events)))

    def _kind(self, day: date) -> tuple[str, str, str]:
        """What the day is to the count: its kind, its words, and a name to give it."""
        step = self.steps.get(day)
        if day == self.due:
            return "due", f"Day {step.number}" if step and step.number else "", self.due_word
        if day in self.marks.other_dues:
            return "other_due", *self.marks.other_dues[day]
        if step is None:
            return self._after(day)
        if not step.counts:
            return self._not_counted(day, step)
        if day == self.marks.today and self.marks.answered_on is None:
            return "today", step.why, ""
        used = day <= (self.marks.answered_on or self.marks.today)
        return ("counted" if used else "to_come"), step.why, ""

    def _after(self, day: date) -> tuple[str, str, str]:
        """A day past the count: late, or on the way to the date of other questions."""
        if day.weekday() >= SATURDAY:
            return "weekend", "Weekend", ""
        if holiday := self.holidays.name_on(day):
            return "holiday", "Not counted", holiday
        if self.due is None:
            return "weekend", "Waiting", ""
        upto = self.marks.answered_on or self.marks.today
        late = self.due is not None and self.due < day <= upto and is_working_day(day, self.holidays)
        return "outside", "Late" if late else "", ""

    def _not_counted(self, day: date, step: Step) -> tuple[str, str, str]:
        if step.why == "Weekend":
            return "weekend", "Weekend", ""
        holiday = self.holidays.name_on(day)
        if holiday and step.why.startswith(holiday):
            return "holiday", "Not counted", holiday
        if step.why.startswith(("The day it came", "The count begins afresh")):
            return "received", "Not counted", ""
        if step.why == NO_SESSION:
            return "weekend", "Not counted", "No school"
        if step.why.startswith("Not a working day"):
            return "weekend", "Runs on", ""
        waiting = step.why.startswith(("Waiting", "No date is running"))
        return "weekend", "Waiting" if waiting else "Not counted", ""
