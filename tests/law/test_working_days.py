"""Which days count, and counting them both ways."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.law.bank_holidays import SCOTLAND, BankHolidays, OutsideCalendar
from foi_tracker.law.working_days import (
    is_working_day,
    nth_working_day_after,
    why_not_counted,
    working_days_between,
    working_days_left,
)

HOLIDAYS = BankHolidays.shipped()
DAYS = st.dates(date(2015, 1, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 11, 28), "Weekend"),
        (date(2026, 11, 30), "St Andrew's Day: a bank holiday in Scotland, not counted"),
        (date(2026, 4, 3), "Good Friday: a bank holiday in the whole United Kingdom, not counted"),
        (date(2026, 12, 29), None),  # an office may be shut; the day counts
    ],
)
def test_why_a_day_does_not_count(day, why):
    assert why_not_counted(day, HOLIDAYS) == why
    assert is_working_day(day, HOLIDAYS) is (why is None)


def test_scotland_alone_works_on_st_patricks_day():
    assert is_working_day(date(2026, 3, 17), HOLIDAYS, SCOTLAND)
    assert not is_working_day(date(2026, 3, 17), HOLIDAYS)


def test_a_sunday_is_followed_by_day_1_on_monday():
    """Received on a Sunday, day 1 is Monday and day 20 the fourth Friday."""
    assert nth_working_day_after(date(2015, 1, 11), 20, HOLIDAYS) == date(2015, 2, 6)


@pytest.mark.parametrize("n", [0, -1])
def test_a_count_begins_at_one(n):
    with pytest.raises(ValueError, match="begins at 1"):
        nth_working_day_after(date(2026, 2, 3), n, HOLIDAYS)


def test_a_count_that_leaves_the_calendar_is_refused():
    with pytest.raises(OutsideCalendar):
        nth_working_day_after(date(HOLIDAYS.last_year, 12, 20), 20, HOLIDAYS)


@given(DAYS, st.integers(1, 60))
def test_counting_to_the_nth_day_and_back_agree(day, n):
    assert working_days_between(day, nth_working_day_after(day, n, HOLIDAYS), HOLIDAYS) == n


@given(DAYS, st.integers(-90, 90))
def test_the_count_between_changes_its_sign_with_its_order(day, offset):
    other = day + timedelta(days=offset)
    if other.year < HOLIDAYS.first_year:
        other = day
    assert working_days_between(day, other, HOLIDAYS) == -working_days_between(other, day, HOLIDAYS)


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2022, 11, 8), 3),
        (date(2022, 11, 11), 0),
        (date(2022, 11, 12), 0),  # a Saturday: no working day has passed
        (date(2022, 11, 16), -3),
    ],
)
def test_days_left_until_friday_11_november_2022(today, left):
    assert working_days_left(date(2022, 11, 11), today, HOLIDAYS) == left
