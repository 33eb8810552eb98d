"""Section 12(4): requests within 60 consecutive working days of each other may be added together."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.law.aggregation import days_spanned, fall_in_one_window
from foi_tracker.law.bank_holidays import BankHolidays, OutsideCalendar
from tests import shared_data

HOLIDAYS = BankHolidays.shipped()


def test_one_request_is_in_its_own_window():
    assert days_spanned([date(2026, 2, 2)], HOLIDAYS) == 1
    assert days_spanned([], HOLIDAYS) == 0


def test_the_day_of_the_first_request_is_the_first_of_the_sixty():
    first = date(2026, 2, 2)
    assert days_spanned([first, date(2026, 4, 29)], HOLIDAYS) == 60
    assert fall_in_one_window([first, date(2026, 4, 29)], HOLIDAYS)
    assert not fall_in_one_window([first, date(2026, 4, 30)], HOLIDAYS)


def test_a_first_request_on_a_day_that_does_not_count_begins_with_the_next_that_does():
    saturday, monday = date(2026, 1, 31), date(2026, 2, 2)
    assert days_spanned([saturday, date(2026, 4, 29)], HOLIDAYS) == 60
    assert days_spanned([monday, date(2026, 4, 29)], HOLIDAYS) == 60


def test_the_order_in_which_they_came_makes_no_difference():
    days = [date(2026, 4, 29), date(2026, 2, 2), date(2026, 3, 5)]
    assert fall_in_one_window(days, HOLIDAYS) == fall_in_one_window(sorted(days), HOLIDAYS)


def test_three_requests_must_all_fall_in_one_window_not_each_in_one_with_its_neighbour():
    first, middle, last = date(2026, 2, 2), date(2026, 4, 1), date(2026, 6, 1)
    assert fall_in_one_window([first, middle], HOLIDAYS)
    assert fall_in_one_window([middle, last], HOLIDAYS)
    assert not fall_in_one_window([first, middle, last], HOLIDAYS)


def test_bank_holidays_in_any_part_of_the_kingdom_do_not_count():
    assert days_spanned([date(2026, 3, 16), date(2026, 3, 18)], HOLIDAYS) == 2  # St Patrick's Day between


def test_days_outside_the_calendar_are_refused():
    with pytest.raises(OutsideCalendar):
        fall_in_one_window([date(2004, 1, 5), date(2004, 2, 2)], HOLIDAYS)


@pytest.mark.shared
def test_the_vector_of_regulation_5():
    rows = shared_data.text("law/deadlines.csv").splitlines()
    (vector,) = [row.split(",") for row in rows if ",Fees Regs reg 5," in row]
    first, last = date.fromisoformat(vector[2]), date.fromisoformat(vector[10])
    assert days_spanned([first, last], HOLIDAYS) == 60
