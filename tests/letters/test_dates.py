"""Dates and counts are said as people say them."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.letters import dates


def test_a_date_has_its_month_in_words() -> None:
    assert dates.day(date(2026, 2, 3)) == "3 February 2026"
    assert dates.weekday(date(2026, 12, 18)) == "Friday 18 December 2026"


@pytest.mark.parametrize(
    ("typed", "said"), [("2026-12-16", "16 December 2026"), (" in May 2027 ", "in May 2027")]
)
def test_a_date_field_is_said_in_words_and_anything_else_as_typed(typed: str, said: str) -> None:
    assert dates.typed(typed) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "no"), (1, "one"), (9, "nine"), (10, "10"), (1200, "1,200")]
)
def test_small_counts_are_words(number: int, said: str) -> None:
    assert dates.count(number) == said
