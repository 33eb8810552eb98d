"""The bank holidays of the three jurisdictions, as shipped and as added since.

For the 2000 Act and the EIR a bank holiday in any part of the United Kingdom
counts for everybody (s.10(6), reg 2); FOISA knows Scotland's alone (s.73).
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from foi_tracker.law.regimes import UnknownWord

NATIONS = {"EW": "England and Wales", "S": "Scotland", "NI": "Northern Ireland"}
ALL_NATIONS = frozenset(NATIONS)
SCOTLAND = frozenset({"S"})

_SAID = (("England", "EW"), ("Wales", "EW"), ("Scotland", "S"), ("Northern Ireland", "NI"))

_WRITTEN = {
    "ew": ["EW"], "e&w": ["EW"], "england and wales": ["EW"], "england": ["EW"], "wales": ["EW"],
    "s": ["S"], "scotland": ["S"], "ni": ["NI"], "northern ireland": ["NI"],
    "uk": list(NATIONS), "all": list(NATIONS), "united kingdom": list(NATIONS),
}  # fmt: skip

_DATA = Path(__file__).with_name("data") / "bank_holidays.csv"


class OutsideCalendar(ValueError):
    """A day before or after the years whose bank holidays are known, so nothing can be counted there."""


@dataclass(frozen=True)
class BankHoliday:
    """One day, and the nations that keep it."""

    date: dt.date
    name: str
    nations: frozenset[str]
    proclaimed: dt.date | None = None  # a one-off proclamation's own day, where it is known
    word: str = ""  # what the clock calls it, "funeral_day"; "" takes its date

    @property
    def where(self) -> str:
        """The nations in words: "Scotland", "the whole United Kingdom"."""
        if self.nations == ALL_NATIONS:
            return "the whole United Kingdom"
        names = [name for name, code in _SAID if code in self.nations]
        return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def nations_of(words: Iterable[str]) -> frozenset[str]:
    """Nations as people write them ("Scotland", "E&W", "NI", "all") as the codes EW, S and NI.

    Raises UnknownWord for anything else, and for none at all.
    """
    codes: set[str] = set()
    for word in words:
        if word.strip().lower() not in _WRITTEN:
            raise UnknownWord("The nation", word, [*NATIONS, *NATIONS.values(), "all"])
        codes.update(_WRITTEN[word.strip().lower()])
    if not codes:
        raise UnknownWord("The nation", "", [*NATIONS, *NATIONS.values(), "all"])
    return frozenset(codes)


class BankHolidays:
    """An immutable calendar: every bank holiday from the first year to the last, each year whole."""

    def __init__(self, days: Iterable[BankHoliday], first_year: int, last_year: int) -> None:
        self._days = {holiday.date: holiday for holiday in sorted(days, key=lambda holiday: holiday.date)}
        self.first_year, self.last_year = first_year, last_year

    @classmethod
    def shipped(cls) -> BankHolidays:
        """The calendar that comes with this version, read once."""
        return _shipped()

    def __iter__(self) -> Iterator[BankHoliday]:
        return iter(self._days.values())

    def __len__(self) -> int:
        return len(self._days)

    def on(self, day: dt.date, nations: frozenset[str] | None = None) -> BankHoliday | None:
        """The bank holiday of that day in any of these nations (None: in any nation of the UK), or None.

        Raises OutsideCalendar for a day of a year that the calendar does not hold.
        """
        self.require(day)
        found = self._days.get(day)
        return found if found and (nations is None or found.nations & nations) else None

    def name_on(self, day: dt.date, nations: frozenset[str] | None = None) -> str | None:
        """The name of that day's bank holiday, or None. Raises OutsideCalendar."""
        found = self.on(day, nations)
        return found.name if found else None

    def require(self, day: dt.date) -> None:
        """Nothing, or OutsideCalendar where the day lies outside the years of the calendar."""
        if not self.first_year <= day.year <= self.last_year:
            raise OutsideCalendar(
                f"{day.isoformat()} is outside the bank holidays we have: they run from {self.first_year} "
                f"to the end of {self.last_year}, so a date there cannot be counted."
            )

    def with_added(
        self, day: dt.date, name: str, nations: Iterable[str], proclaimed: dt.date | None = None
    ) -> BankHolidays:
        """The same calendar with one more bank holiday, or with more nations on one it has.

        `proclaimed` is the day of its proclamation: a request that was already running then gets both dates.
        Raises OutsideCalendar where the year is not in the calendar, UnknownWord for an unknown nation.
        """
        self.require(day)
        added = BankHoliday(day, name, nations_of(nations), proclaimed)
        known = self._days.get(day)
        if known:
            added = replace(
                known, nations=known.nations | added.nations, proclaimed=known.proclaimed or proclaimed
            )
        return BankHolidays([*self._without(day), added], self.first_year, self.last_year)

    def without(self, day: dt.date) -> BankHolidays:
        """The same calendar as if that day had been an ordinary one."""
        return BankHolidays(self._without(day), self.first_year, self.last_year)

    def _without(self, day: dt.date) -> list[BankHoliday]:
        return [holiday for holiday in self if holiday.date != day]


@cache
def _shipped() -> BankHolidays:
    with _DATA.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    days = [
        BankHoliday(
            date=dt.date.fromisoformat(row["date"]),
            name=row["name"],
            nations=frozenset(row["nations"].split()),
            proclaimed=dt.date.fromisoformat(row["proclaimed"]) if row["proclaimed"] else None,
            word=row["word"],
        )
        for row in rows
    ]
    return BankHolidays(days, min(day.date.year for day in days), max(day.date.year for day in days))
