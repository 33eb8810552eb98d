"""The period of each law: which dates it sets, from which day, and what an extension makes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from foi_tracker.law.bank_holidays import SCOTLAND, BankHolidays
from foi_tracker.law.clock_facts import ClockEvent, ClockFacts
from foi_tracker.law.course import LONGEST, WAITING_FOR_FEE, Counting, Course, Effect, follow
from foi_tracker.law.periods import corresponding_day, last_day_to_pay, say
from foi_tracker.law.regimes import SCHOOLS, SCOTTISH, Regime
from foi_tracker.law.working_days import ONE_DAY

NO_RUNNING_DEADLINE = "no_running_deadline"
THEIR_DATES = frozenset({"fee_lapse_last_day", "eir_payment_last_day"})
"""Dates by which they must act, not we: until then, and after, nothing of ours is due."""

EXTENDED = 40
"""Working days in all: the regulator's limit for the public interest, and EIR reg 7(1)."""


@dataclass(frozen=True)
class Deadline:
    """A date the law or the Code sets. `date` is None while none is running."""

    kind: str
    date: dt.date | None
    questions: tuple[str, ...] = ()  # labels it binds; empty: all of them
    met_by: str = ""  # the event that met it
    met_on: dt.date | None = None


@dataclass(frozen=True)
class Outlook:
    """What the rules of one regime make of the facts: the dates, and how the days to them are told."""

    deadlines: tuple[Deadline, ...]
    start: dt.date  # the day that the count follows
    counting: Counting | None  # None: calendar days
    until: dt.date  # the last day to tell
    days: int | None = None  # how many working days the law allows, where it counts them
    first_counts: bool = False  # the day itself is day 1
    stopped_on: dt.date | None = None  # the day from which no count runs
    stopped_why: str = ""
    moved_from: dt.date | None = (
        None  # a period of calendar days ended here, on a day that is not a working day
    )
    notes: tuple[str, ...] = ()
    effects: tuple[tuple[ClockEvent, Effect], ...] = ()  # of each clarification, in order of date


@dataclass(frozen=True)
class _Response:
    kind: str
    days: int


RESPONSES = {
    Regime.FOIA: _Response("foia_response", 20),  # s.10(1)
    Regime.EIR: _Response("eir_response", 20),  # reg 5(2)
    Regime.FOISA: _Response("foisa_response", 20),  # FOISA s.10(1)
    Regime.SCHOOL: _Response("school_response", 20),  # SI 2004/3364 reg 3
    Regime.NI_SCHOOL: _Response("school_response", 20),
    Regime.ACADEMY: _Response("school_response", 20),
    Regime.ARCHIVE: _Response("archive_response", 30),  # SI 2004/3364 reg 4
    Regime.ARMED_FORCES_OR_OVERSEAS: _Response("foia_response", 20),  # regs 5 and 6
}
"""The regimes whose clock is that of an answer; every other is a window after an event."""


def outlook(facts: ClockFacts, regime: Regime, holidays: BankHolidays) -> Outlook:
    """The dates of one clock; its events are in order of date. Raises BadFacts, OutsideCalendar."""
    if regime in RESPONSES:
        return _response(facts, regime, holidays)
    return _WINDOWS[regime](facts, holidays)


def _response(facts: ClockFacts, regime: Regime, holidays: BankHolidays) -> Outlook:
    rule = RESPONSES[regime]
    course = course_of(facts, regime, holidays)
    found = _stopped(course) if course.asked or course.charged else _runs(course, facts, rule)
    return replace(found, notes=tuple(course.notes), effects=tuple(course.effects))


def _runs(course: Course, facts: ClockFacts, rule: _Response) -> Outlook:
    """An answer is due."""
    dates, days = _running(course, rule)
    dates += _received_elsewhere(facts, course) + _contested(facts, course, rule, dates[0])
    until = dates[0].date or course.start
    return Outlook(tuple(dates), course.start, course.counting, until, days)


def course_of(facts: ClockFacts, regime: Regime, holidays: BankHolidays) -> Course:
    """Where the events of one clock, in order of date, have brought it. Raises BadFacts, OutsideCalendar."""
    return follow(regime, facts.received, RESPONSES[regime].days, facts.events, holidays)


def _stopped(course: Course) -> Outlook:
    """No answer is due: clarification is awaited (s.1(3)), or a fee (s.9(2), EIR reg 8)."""
    stop = course.asked or course.charged
    assert stop is not None
    if course.asked:
        dates = [Deadline(NO_RUNNING_DEADLINE, None)]
        why = "No date is running: waiting for clarification"
    else:
        kind = "eir_payment_last_day" if course.regime is Regime.EIR else "fee_lapse_last_day"
        dates = [Deadline(kind, last_day_to_pay(stop.date, course.regime, course.plain.nth_after))]
        why = WAITING_FOR_FEE
        if course.lapsed:
            dates.insert(0, Deadline(NO_RUNNING_DEADLINE, None))
    return Outlook(
        tuple(dates),
        course.start,
        course.plain,
        until=dates[0].date or stop.date,
        stopped_on=stop.date,
        stopped_why=why,
    )


def _running(course: Course, rule: _Response) -> tuple[list[Deadline], int | None]:
    """The dates of a response that is due, the live one first, and the working days it allows."""
    due = course.due()
    fortieth = course.plain.nth_after
    estimate = _estimate(course, due)
    if estimate:
        # s.17(2): the notice went in time, so the estimate is what is promised; day 40 is only guidance.
        limit = fortieth(course.start, EXTENDED)
        if estimate > limit:
            course.notes.append("The estimated date is past the 40th working day, the regulator's limit.")
        dates = [("pit_decision", estimate), ("s17_1_notice", due), ("ico_pit_limit_wd40", limit)]
        return [Deadline(*each) for each in dates], None
    if course.extended:
        limit = fortieth(course.start, EXTENDED)
        return [Deadline("eir_extended_response", limit), Deadline("reg7_notice_last_day", due)], EXTENDED
    if course.applied:
        limit = fortieth(course.start, LONGEST)
        return [Deadline("outer_limit_60_wd", limit), Deadline("application_last_day", due)], LONGEST
    dates_due = [Deadline(rule.kind, due)]
    if course.regime in SCHOOLS:
        dates_due.append(Deadline("other_limb", max(course.limbs())))
    if course.regime is Regime.ARMED_FORCES_OR_OVERSEAS:
        dates_due.append(Deadline("application_last_day", due))
    return dates_due, rule.days


def _estimate(course: Course, due: dt.date) -> dt.date | None:
    """By when the public interest is to be weighed, where that gives more time; None where none is given.

    s.10(3) only ever adds to the time for answering, so a date within it shortens nothing.
    """
    if not course.public_interest:
        return None
    estimate = course.public_interest[-1].needed_day("estimated_decision_date")
    if estimate > due:
        return estimate
    course.notes.append(
        f"The estimated date, {say(estimate)}, is not after the last day for answering, so it moves nothing."
    )
    return None


def _received_elsewhere(facts: ClockFacts, course: Course) -> list[Deadline]:
    """After a transfer the other authority counts from its own receipt; our own duty stays."""
    days = [event.day("received_by_B") for event in facts.events if event.type == "transferred_to"]
    return [Deadline("other_authority_response", course.plain.nth_after(day, 20)) for day in days if day]


def _contested(facts: ClockFacts, course: Course, rule: _Response, live: Deadline) -> list[Deadline]:
    """The date if a holiday proclaimed while the request was running were counted (19 September 2022)."""
    if live.date is None:
        return []
    found = []
    for holiday in course.holidays:
        proclaimed = holiday.proclaimed
        if proclaimed and course.start < proclaimed and course.start < holiday.date <= live.date:
            without = course.holidays.without(holiday.date)
            there = follow(course.regime, facts.received, rule.days, facts.events, without)
            other = _running(there, rule)[0][0].date
            if other != live.date:
                word = holiday.word or f"{holiday.date.isoformat()}"
                found.append(Deadline(f"if_{word}_counted", other))
                course.notes.append(
                    f"{holiday.name} was proclaimed after the request came: both dates are shown."
                )
    return found


def _since(facts: ClockFacts, *types: str) -> dt.date:
    """The day of the last such event, or the day of receipt where there is none."""
    return next((event.date for event in reversed(facts.events) if event.type in types), facts.received)


def _working(
    *dates: tuple[str, int], since: tuple[str, ...] = (), nations: frozenset[str] | None = None
) -> Callable[[ClockFacts, BankHolidays], Outlook]:
    """A period of working days after an event, with one date for each (kind, n)."""

    def of(facts: ClockFacts, holidays: BankHolidays) -> Outlook:
        start = _since(facts, *since)
        counting = Counting(holidays, nations)
        found = tuple(Deadline(kind, counting.nth_after(start, n)) for kind, n in dates)
        until = found[0].date
        assert until is not None
        return Outlook(found, start, counting, until, dates[0][1])

    return of


def _calendar(kind: str, days: int, since: str) -> Callable[[ClockFacts, BankHolidays], Outlook]:
    """A period of calendar days after an event."""

    def of(facts: ClockFacts, holidays: BankHolidays) -> Outlook:
        start = _since(facts, since)
        last = start + days * ONE_DAY
        return Outlook((Deadline(kind, last),), start, None, last)

    return of


def _one_month(facts: ClockFacts, holidays: BankHolidays) -> Outlook:
    """UK GDPR art 12(3): the corresponding day of the next month, or the next working day after it."""
    end = corresponding_day(facts.received, 1)
    counting = Counting(holidays)
    if counting.why_not(end) is None:
        return Outlook((Deadline("sar_one_month", end),), facts.received, None, end)
    last = counting.nth_after(end, 1)
    return Outlook((Deadline("sar_one_month", last),), facts.received, None, last, moved_from=end)


def _aggregation(facts: ClockFacts, holidays: BankHolidays) -> Outlook:
    """SI 2004/3244 reg 5: 60 consecutive working days, of which the day of the first request is the first."""
    counting = Counting(holidays)
    counts = counting.why_not(facts.received) is None
    last = counting.nth_after(facts.received, 59 if counts else 60)
    found = Deadline("aggregation_60_wd_window_last_day", last)
    return Outlook((found,), facts.received, counting, last, 60, first_counts=counts)


_WINDOWS: dict[Regime, Callable[[ClockFacts, BankHolidays], Outlook]] = {
    Regime.SAR: _one_month,
    # s.45 Code: 20 working days, 40 where it is exceptional.
    Regime.FOIA_REVIEW: _working(
        ("foia_internal_review", 20), ("foia_internal_review_max", 40), since=("review_requested",)
    ),
    Regime.EIR_REVIEW: _working(  # reg 11(4)
        ("eir_reconsideration", 40), since=("representations_received", "review_requested")
    ),
    Regime.FOISA_REVIEW: _working(("foisa_review", 20), since=("review_requested",), nations=SCOTLAND),
    # s.45 Code; reg 11(2): 40 working days to ask for a review.
    Regime.REVIEW_WINDOW: _working(
        ("review_request_last_day", 40), since=("response_issued", "final_response")
    ),
    Regime.ICO_COMPLAINT: _calendar("ico_complaint_guide_date", 42, "final_response"),
    Regime.TRIBUNAL: _calendar("ftt_appeal_last_day", 28, "decision_notice_sent"),
    Regime.AGGREGATION: _aggregation,
}

assert set(RESPONSES) | set(_WINDOWS) == set(Regime)
assert set(_WINDOWS) & SCOTTISH == {Regime.FOISA_REVIEW}
