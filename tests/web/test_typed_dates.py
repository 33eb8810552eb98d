"""A date is read however a person writes it in Britain, and refused in words that help."""

from datetime import date

import pytest

from foi_tracker.web.typed_dates import NotADate, read_date

SIXTH = date(2026, 11, 6)


@pytest.mark.parametrize(
    "boxes",
    [
        ("6", "11", "2026"),
        (" 06 ", "11", " 2026 "),
        ("6", "Nov", "2026"),
        ("6", "november", "2026"),
        ("2026-11-06", "", ""),
        ("2026-11-06T09:30:00Z", "", ""),
        ("6/11/2026", "", ""),
        ("6.11.2026", "", ""),
        ("6 November 2026", "", ""),
        ("Friday, 6th November 2026", "", ""),
        ("Fri 6 Nov. 2026", "", ""),
        ("November 6, 2026", "", ""),
    ],
)
def test_the_same_day_however_it_is_written(boxes):
    assert read_date(*boxes) == SIXTH


def test_three_empty_boxes_are_no_date():
    assert read_date("", " ", "") is None


@pytest.mark.parametrize(
    ("boxes", "words", "box"),
    [
        (("31", "2", "2026"), "real date", "day"),
        (("0", "1", "2026"), "real date", "day"),
        (("six", "11", "2026"), "real date", "day"),
        (("6", "13", "2026"), "real date", "day"),
        (("6", "Nonsense", "2026"), "real date", "month"),
        (("6", "ma", "2026"), "real date", "month"),
        (("6", "11", "26"), "four digits", "year"),
        (("6", "11", "99999"), "four digits", "year"),
        (("6", "11", "0000"), "real date", "day"),
        (("6", "11", ""), "must include a year", "year"),
        (("", "11", "2026"), "must include a day", "day"),
        (("6", "", ""), "must include a month and a year", "month"),
        (("not a date at all", "", ""), "must include", "month"),
        (("٦", "11", "2026"), "real date", "day"),
        (("²", "11", "2026"), "real date", "day"),
    ],
)
def test_what_is_no_date_says_what_to_do_and_in_which_box(boxes, words, box):
    with pytest.raises(NotADate, match=words) as refusal:
        read_date(*boxes)
    assert refusal.value.box == box
