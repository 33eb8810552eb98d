"""What holds of every due date, whatever the day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.law.bank_holidays import NATIONS, BankHolidays
from foi_tracker.law.clock import ClockEvent, ClockFacts, reckon
from foi_tracker.law.working_days import is_working_day, working_days_between

HOLIDAYS = BankHolidays.shipped()
DAYS = st.dates(date(2015, 1, 1), date(2027, 6, 30))
REGIMES = st.sampled_from(["FOIA", "EIR", "FOIA + SI 2004/3364 reg 4"])
ALLOWED = {"FOIA": 20, "EIR": 20, "FOIA + SI 2004/3364 reg 4": 30}


def due(received, regime="FOIA", holidays=HOLIDAYS, events=()):
    found = reckon(ClockFacts(received, regime, "council", tuple(events)), holidays).live.date
    assert found is not None
    return found


@given(DAYS, REGIMES)
def test_the_due_date_is_a_working_day_after_receipt_and_exactly_the_nth(received, regime):
    found = due(received, regime)
    assert found > received
    assert is_working_day(found, HOLIDAYS)
    assert working_days_between(received, found, HOLIDAYS) == ALLOWED[regime]


@given(DAYS, REGIMES, st.integers(0, 60), st.sets(st.sampled_from(sorted(NATIONS)), min_size=1))
def test_adding_a_holiday_never_makes_it_earlier(received, regime, offset, nations):
    more = HOLIDAYS.with_added(received + timedelta(days=offset), "One more", nations)
    assert due(received, regime, more) >= due(received, regime)


@given(DAYS, REGIMES)
def test_receipt_on_a_day_that_does_not_count_equals_the_last_working_day_before_it(received, regime):
    before = received
    while before > date(2015, 1, 1) and not is_working_day(before, HOLIDAYS):
        before -= timedelta(days=1)
    assert due(received, regime) == due(before, regime)


@given(DAYS, DAYS)
def test_a_request_that_came_later_is_never_due_earlier(one, other):
    assert due(min(one, other)) <= due(max(one, other))


@given(DAYS, st.integers(0, 19), st.integers(0, 120))
def test_after_a_clarification_the_date_is_that_of_a_request_received_that_day(
    received, asked_after, replied_after
):
    asked = received + timedelta(days=asked_after)
    replied = asked + timedelta(days=replied_after)
    if replied > date(2027, 6, 30):
        return
    events = (
        ClockEvent("clarification_requested", asked, "s1(3)"),
        ClockEvent("clarification_received", replied),
    )
    assert due(received, events=events) == due(replied)


@given(DAYS, st.integers(0, 19), st.integers(0, 60))
def test_a_fee_moves_the_date_by_the_working_days_disregarded(received, after, waited):
    notice = received + timedelta(days=after)
    paid = notice + timedelta(days=waited)
    if paid > date(2027, 6, 30):
        return
    events = (ClockEvent("fees_notice", notice), ClockEvent("fee_received", paid))
    found = due(received, events=events)
    first = max(notice, received + timedelta(days=1))
    disregarded = working_days_between(first - timedelta(days=1), paid, HOLIDAYS) if paid >= first else 0
    assert working_days_between(received, found, HOLIDAYS) == 20 + disregarded


@given(DAYS)
def test_the_steps_count_exactly_to_the_due_date(received):
    found = reckon(ClockFacts(received), HOLIDAYS)
    assert [step.number for step in found.steps if step.counts] == list(range(1, 21))
    assert found.steps[-1].date == found.live.date
