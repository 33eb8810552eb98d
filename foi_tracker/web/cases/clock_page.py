"""The clock tab: the calendar, how the date was reached, and the dates of each clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from foi_tracker.casework.desk import Desk
from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.clock import Reckoning, Track
from foi_tracker.law.working_days import working_days_between, working_days_left
from foi_tracker.models import Case, Question
from foi_tracker.web.cases.calendar import Day, Marks, weeks_of
from foi_tracker.web.cases.count_words import provision_of, reasons_for
from foi_tracker.web.cases.due import say_count, state_of
from foi_tracker.web.cases.happenings import Happening
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.date_words import plural, say_short_date


@dataclass(frozen=True)
class Dated:
    """One due date at the side of the page."""

    date_words: str
    questions: str
    count_words: str
    state: str


@dataclass(frozen=True)
class Reached:
    """How one clock's date was reached."""

    heading: str
    sentences: Sequence[Markup]
    provision: str


@dataclass(frozen=True)
class ClockPage:
    """Everything that the tab shows of a clock that runs, stands still or has been met."""

    weeks: list[list[Day]]
    reached: list[Reached]
    dates: list[Dated]
    target: str


def clock_page(
    desk: Desk, case: Case, reckoning: Reckoning, questions: Sequence[Question], happened: Sequence[Happening]
) -> ClockPage:
    """The clock tab of a valid request.

    Raises:
        OutsideCalendar: no bank holidays are known for its dates.
    """
    labels = [question.label for question in questions]
    reckoning = replace(reckoning, tracks=_shown(reckoning))
    marks = Marks(desk.today, case.closed_on, _by_day(happened), _other_dues(reckoning, labels))
    main, *others = reckoning.tracks
    reached = "How the date was reached" if main.deadlines[0].date else "Why no date is running"
    headings = [reached] + [say_questions(track.questions, labels) for track in others]
    return ClockPage(
        weeks=weeks_of(reckoning, marks, desk.holidays),
        reached=[
            Reached(heading, reasons_for(reckoning, track), provision_of(reckoning, track))
            for heading, track in zip(headings, (main, *others), strict=True)
        ],
        dates=[_dated(track, labels, desk.today, desk.holidays) for track in reckoning.tracks],
        target=_target(case, desk.today),
    )


def _shown(reckoning: Reckoning) -> tuple[Track, ...]:
    """The clocks, without those that say the same of other questions (answered in parts)."""
    shown: list[Track] = []
    for track in reckoning.tracks:
        alike = next((n for n, each in enumerate(shown) if _same(each, track)), None)
        if alike is None:
            shown.append(track)
        else:
            shown[alike] = replace(shown[alike], questions=(*shown[alike].questions, *track.questions))
    return (replace(shown[0], questions=()),) if len(shown) == 1 else tuple(shown)


def _same(one: Track, other: Track) -> bool:
    live, of_other = one.deadlines[0], other.deadlines[0]
    return (live.date, live.met_on, one.start) == (of_other.date, of_other.met_on, other.start)


def _by_day(happened: Sequence[Happening]) -> dict[date, str]:
    said: dict[date, list[str]] = {}
    for each in happened:
        said.setdefault(each.on, []).append(each.short)
    return {day: ". ".join(dict.fromkeys(shorts)) for day, shorts in said.items()}


def _other_dues(reckoning: Reckoning, labels: Sequence[str]) -> dict[date, str]:
    main = reckoning.live.date
    return {
        track.deadlines[0].date: say_questions(track.questions, labels)
        for track in reckoning.tracks[1:]
        if track.deadlines[0].date and track.deadlines[0].date != main
    }


def _dated(track: Track, labels: Sequence[str], today: date, holidays: BankHolidays) -> Dated:
    live = track.deadlines[0]
    who = say_questions(track.questions, labels)
    if live.date is None:
        return Dated("Not running", who, "20 new days begin when they tell us what they mean.", "not_running")
    words = say_short_date(live.date)
    if live.met_on:
        early = working_days_between(live.met_on, live.date, holidays)
        kept = "on its last day"
        if early:
            kept = f"{plural(abs(early), 'working day')} {'early' if early > 0 else 'late'}"
        return Dated(words, who, f"Answered on {say_short_date(live.met_on)}, {kept}.", "sent")
    left = working_days_left(live.date, today, holidays)
    again = " The 20 days began again when they told us what they meant." if _restarted(track) else ""
    return Dated(words, who, f"{say_count(live.date, today, left)}.{again}", state_of(live.date, today, left))


def _restarted(track: Track) -> bool:
    return bool(track.steps) and track.steps[0].date < track.start


def _target(case: Case, today: date) -> str:
    if case.target_on is None or case.closed_on or case.due_on is None:
        return ""
    verb = "was" if case.target_on < today else "is"
    day = f"working day {case.authority.target_working_day}"
    return f"Our own target {verb} {say_short_date(case.target_on)}, {day}."
