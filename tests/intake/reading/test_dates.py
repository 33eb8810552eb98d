"""Dates as British letters write them."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.intake.reading.dates import dates_in
from foi_tracker.intake.reading.sentences import plain, read
from foi_tracker.intake.reading.times import times_in

THE_DAY = date(2022, 11, 14)


WRITTEN = """14 November 2022; 14th November, 2022; 14th of November 2022; 14th Nov 22; November 14, 2022
14/11/2022; 14/11/22; 14.11.2022; 14-11-2022; 2022-11-14"""


@pytest.mark.parametrize("words", WRITTEN.replace("\n", "; ").split("; "))
def test_each_way_of_writing_a_day_is_read(words: str):
    assert [found.day for found in dates_in(f"We received it on {words}.")] == [THE_DAY]


@pytest.mark.parametrize(
    "words", ["31/02/2020", "12/05/1234567", "between 2021 and 2022", "14 November", "99/99/99"]
)
def test_what_is_no_day_is_passed_over(words: str):
    assert list(dates_in(words)) == []


@pytest.mark.parametrize(
    ("asked", "known"), [("4 January 2021", True), ("4 January 2018", True), ("4 January 2012", False)]
)
def test_a_request_of_many_years_ago_is_a_slip_in_the_letter_and_no_day_of_receipt(asked: str, known: bool):
    words = f"29 January 2021\n\nDear Mr Penn\n\nThank you for your request of {asked}. There are four."
    assert bool(times_in(read(plain(words)), None, None).received) is known
