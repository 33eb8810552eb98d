"""Dates as British letters write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from foi_tracker.intake.questions.wording import pattern

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:'?(?:19|20)\d\d|'?\d\d)(?![\d/])"
DATE = pattern(
    rf"""(?<![\d/])(?:
    (?P<d1>\d{{1,2}})\s{{0,2}}(?:st|nd|rd
    |th)?\s{{0,2}}(?:day of |of )?(?P<m1>{_MONTH})\.?,?\s{{0,2}}(?P<y1>{_YEAR})
    |(?P<m2>{_MONTH})\s{{1,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<y2>(?:19|20)\d\d)(?!\d)
    |(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)
    |(?P<d4>\d{{1,2}})\s?[/.-]\s?(?P<m4>\d{{1,2}})\s?[/.-]\s?(?P<y4>(?:19|20)?\d\d)(?![\d/])
    )"""
)
"""A whole date: "14 October 2022", "14th Nov 22", "October 14, 2022", "2022-10-14", "14/10/2022"."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date, and where in the words it stands."""

    day: dt.date
    start: int
    end: int


def dates_in(words: str) -> Iterator[Found]:
    """The dates in it, in order; a day that no calendar has is passed over."""
    for match in DATE.finditer(words):
        day = _date(*next(parts for parts in _parts(match.groupdict()) if parts[0]))
        if day:
            yield Found(day, match.start(), match.end())


def first_in(words: str) -> dt.date | None:
    """The first date in it, or None."""
    return next((found.day for found in dates_in(words)), None)


def _parts(groups: dict[str, str | None]) -> Iterator[tuple[str, str, str]]:
    for n in "1234":
        yield groups[f"d{n}"] or "", groups[f"m{n}"] or "", groups[f"y{n}"] or ""


def _date(day: str, month: str, year: str) -> dt.date | None:
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    full = int(year.lstrip("'"))
    try:
        return dt.date(full if full > 99 else 2000 + full, number, int(day))
    except ValueError:
        return None
