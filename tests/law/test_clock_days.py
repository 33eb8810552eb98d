"""The day-by-day count: each day with why it counts or does not."""

from __future__ import annotations

from datetime import date

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.clock import ClockEvent, ClockFacts, reckon

HOLIDAYS = BankHolidays.shipped()


def days(received, *events, regime="FOIA", at=""):
    found = reckon(ClockFacts(received, regime, "council", events, received_time=at), HOLIDAYS)
    return {step.date: step for step in found.steps}


def test_every_day_from_arrival_to_the_due_date_is_told_once_and_in_order():
    told = list(days(date(2026, 11, 16)))
    assert told[0] == date(2026, 11, 16)
    assert told[-1] == date(2026, 12, 15)
    assert len(told) == (told[-1] - told[0]).days + 1


def test_the_days_say_why():
    told = days(date(2026, 11, 16))
    assert told[date(2026, 11, 16)].why == "The day it came is not counted"
    assert (told[date(2026, 11, 17)].why, told[date(2026, 11, 17)].number) == ("Day 1", 1)
    assert told[date(2026, 11, 21)].why == "Weekend"
    assert told[date(2026, 11, 30)].why == "St Andrew's Day: a bank holiday in Scotland, not counted"
    assert (told[date(2026, 12, 15)].why, told[date(2026, 12, 15)].counts) == ("Day 20", True)


def test_a_late_hour_and_a_weekend_are_spoken_of():
    assert "at 23:45: a day runs to midnight" in days(date(2026, 9, 11), at="23:45")[date(2026, 9, 11)].why
    assert days(date(2026, 1, 17))[date(2026, 1, 17)].why == "The day it came, a Saturday, is not counted"


def test_after_a_clarification_the_days_used_are_told_as_forgotten():
    told = days(
        date(2026, 2, 2),
        ClockEvent("clarification_requested", date(2026, 2, 6), "s1(3)"),
        ClockEvent("clarification_received", date(2026, 2, 20)),
    )
    assert (
        told[date(2026, 2, 4)].why
        == "No longer counted: the count began afresh after Friday 20 February 2026"
    )
    asked = "Waiting for clarification: not counted. We asked what they meant"
    assert told[date(2026, 2, 6)].in_words == asked
    assert told[date(2026, 2, 20)].event == "They told us what they meant"
    assert told[date(2026, 2, 23)].why == "Day 1"


def test_a_clarification_that_was_not_needed_says_that_the_count_goes_on():
    told = days(date(2026, 2, 2), ClockEvent("clarification_requested", date(2026, 2, 6)))
    assert told[date(2026, 2, 6)].number == 4
    assert "the count goes on" in told[date(2026, 2, 6)].event


def test_while_clarification_is_awaited_the_count_stops_on_the_day_we_asked():
    told = days(date(2026, 2, 2), ClockEvent("clarification_requested", date(2026, 2, 6), "s1(3)"))
    assert list(told)[-1] == date(2026, 2, 6)
    assert told[date(2026, 2, 5)].number == 3
    assert told[date(2026, 2, 6)].why == "No date is running: waiting for clarification"


def test_days_waiting_for_a_fee_are_told():
    told = days(
        date(2026, 3, 2),
        ClockEvent("fees_notice", date(2026, 3, 9)),
        ClockEvent("fee_received", date(2026, 3, 23)),
    )
    for day in (9, 16, 23):
        assert told[date(2026, 3, day)].why == "Waiting for the fee: not counted"
    assert (told[date(2026, 3, 6)].number, told[date(2026, 3, 24)].number) == (4, 5)


def test_a_month_is_told_in_calendar_days():
    told = days(date(2026, 1, 31), regime="UK GDPR SAR")
    assert told[date(2026, 2, 1)].why == "Day 1"  # a Sunday
    assert not told[date(2026, 2, 28)].counts
    assert told[date(2026, 3, 2)].counts


def test_the_first_day_of_the_aggregation_window_is_day_1():
    """SI 2004/3244 reg 5."""
    told = days(date(2026, 2, 2), regime="Fees Regs reg 5")
    assert told[date(2026, 2, 2)].why == "Day 1"
    assert told[date(2026, 4, 29)].number == 60
