"""A date as a person types it: in three boxes, or pasted whole into one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
EXAMPLE = "for example 6 11 2026"

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:T.*)?")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b,?", re.IGNORECASE)
_ORDINAL = re.compile(r"([0-9])(?:st|nd|rd|th)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s./,-]+")


class NotADate(ValueError):
    """What was typed is no date. Its words say what to do; `box` is the box to go to."""

    def __init__(self, words: str, box: str = "day") -> None:
        super().__init__(words)
        self.box = box


def read_date(day: str, month: str, year: str) -> date | None:
    """The date in three boxes, or None when all are empty.

    A whole date pasted into the first box is taken too.

    Raises:
        NotADate: in plain words, naming the box.
    """
    boxes = {"day": day.strip(), "month": month.strip(), "year": year.strip()}
    if not any(boxes.values()):
        return None
    if boxes["day"] and not boxes["month"] and not boxes["year"]:
        boxes = dict(zip(boxes, _pieces(boxes["day"]), strict=True))
    empty = [name for name, value in boxes.items() if not value]
    if empty:
        raise NotADate(f"The date must include a {' and a '.join(empty)}", empty[0])
    return _real_date(boxes["day"], boxes["month"], boxes["year"])


def _pieces(text: str) -> Sequence[str]:
    """Day, month and year of "2026-11-06", "6/11/2026" or "Friday, 6th November 2026"."""
    iso = _ISO.fullmatch(text)
    if iso:
        return iso.group(3), iso.group(2), iso.group(1)
    pieces = [piece for piece in _BETWEEN.split(_ORDINAL.sub(r"\1", _WEEKDAY.sub("", text))) if piece]
    if len(pieces) == 3 and _month_number(pieces[0]) and not pieces[0].isdigit():
        pieces[:2] = pieces[1], pieces[0]  # November 6, 2026
    return (*pieces[:3], *[""] * (3 - len(pieces))) if len(pieces) <= 3 else (text, "", "")


def _month_number(text: str) -> int | None:
    word = text.lower().rstrip(".")
    if re.fullmatch(r"[0-9]{1,2}", word):
        return int(word)
    matches = [n for n, name in enumerate(MONTHS, start=1) if len(word) >= 3 and name.startswith(word)]
    return matches[0] if matches else None


def _real_date(day: str, month: str, year: str) -> date:
    number = _month_number(month)
    if not re.fullmatch(r"[0-9]{1,2}", day):
        raise NotADate(f"Enter a real date, {EXAMPLE}", "day")
    if number is None:
        raise NotADate(f"Enter a real date, {EXAMPLE}", "month")
    if not re.fullmatch(r"[0-9]{4}", year):
        raise NotADate("Write the year with four digits, for example 2026", "year")
    try:
        return date(int(year), number, int(day))
    except ValueError as error:
        raise NotADate(f"Enter a real date, {EXAMPLE}", "day") from error
