"""The one to three sentences that say why a date is that date."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.clock import ClockEvent, ClockFacts, reckon
from foi_tracker.law.clock_words import reason_for

HOLIDAYS = BankHolidays.shipped()
ASKED = ClockEvent("clarification_requested", date(2026, 2, 6), "s1(3)")
TOLD = ClockEvent("clarification_received", date(2026, 2, 20))


def reason(received, *events, regime="FOIA"):
    return reason_for(reckon(ClockFacts(received, regime, "council", events), HOLIDAYS))


@pytest.mark.parametrize(
    ("received", "said"),
    [
        (date(2026, 2, 3), "The law allows us 20 working days."),
        (
            date(2026, 11, 16),
            "The law allows us 20 working days. "
            "We do not count Monday 30 November, a bank holiday in Scotland.",
        ),
        (
            date(2026, 3, 20),
            "The law allows us 20 working days. We do not count the bank holidays on Friday 3 April and "
            "Monday 6 April (England, Wales and Northern Ireland).",
        ),
        (
            date(2025, 12, 10),
            "The law allows us 20 working days. "
            "We do not count the bank holidays on Thursday 25 December 2025, Friday 26 December 2025, "
            "Thursday 1 January and Friday 2 January (Scotland).",
        ),
    ],
)
def test_the_odd_day_is_named(received, said):
    assert reason(received) == said


def test_a_fresh_count_says_from_when():
    assert "We count from Friday 20 February 2026, when you told us" in reason(date(2026, 2, 2), ASKED, TOLD)


def test_no_date_running_says_what_it_waits_for():
    assert reason(date(2026, 2, 2), ASKED).startswith("No date is running")


def test_each_clock_of_a_request_has_its_own_reason():
    events = (
        ClockEvent("clarification_requested", date(2026, 2, 6), "s1(3)", ("2",)),
        ClockEvent("clarification_received", date(2026, 2, 20), questions=("2",)),
    )
    both = reckon(ClockFacts(date(2026, 2, 2), "FOIA", "council", events, ("1", "2")), HOLIDAYS)
    assert "20 February" not in reason_for(both)
    assert "20 February" in reason_for(both, ("2",))


@pytest.mark.parametrize(
    "regime", ["EIR", "FOISA", "FOIA + SI 2004/3364 reg 4", "EIR reconsideration", "FOIA tribunal"]
)
def test_every_clock_has_words(regime):
    assert reason(date(2026, 2, 2), regime=regime)
