"""Dates as British letters write them."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.intake.reading.dates import dates_in

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
