"""The regulator in force on a day, and the details of it that must no longer be printed."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("data") / "regulator.toml"


@dataclass(frozen=True)
class RegulatorFacts:
    """The regulator in force on the letter's date (LAW.md section 1)."""

    name: str
    short_name: str
    telephone: str
    link: str
    postal_address: tuple[str, ...] = ()  # empty until an administrator has confirmed it
    changed_on: date | None = None  # the settings' own day of the change of regulator, None as shipped


@dataclass(frozen=True)
class DeadDetail:
    """A name, number or link that was right once."""

    what: str
    instead: str
    since: date
    pattern: re.Pattern[str]
    dies_with_the_office: bool = False  # its day is that of the change, which settings may correct
    standing_only: bool = False  # looked for in settings, not in answers
    successor: str | None = None  # the field of RegulatorFacts in its place; "" where unknown

    def is_dead_on(self, day: date, changed_on: date | None = None) -> bool:
        """Whether it was out of use on that day."""
        return day >= (changed_on if changed_on and self.dies_with_the_office else self.since)

    def in_use_on(self, day: date) -> str:
        """What was in use in its place on that day, for a reader without our settings; "" if not known."""
        if self.successor is None:
            return self.instead
        return str(getattr(in_force(day), self.successor)) if self.successor else ""


@dataclass(frozen=True)
class _Term:
    begins: date
    name: str
    short_name: str
    telephone: str
    link: str


def in_force(
    day: date, changed_on: date | None = None, postal_address: tuple[str, ...] = ()
) -> RegulatorFacts:
    """The regulator on that day, for the Act and the Regulations (s.50; reg 18).

    `changed_on` corrects the day on which the Information Commission took over (shipped: 30 September 2026).
    `postal_address` is the one that an administrator has confirmed; none is shipped.
    """
    first, *later = _terms()
    term = first
    for candidate in later:
        if day >= (changed_on or candidate.begins):
            term = candidate
    return RegulatorFacts(
        name=term.name,
        short_name=term.short_name,
        telephone=term.telephone,
        link=term.link,
        postal_address=postal_address,
        changed_on=changed_on,
    )


def dead_details(
    text: str, day: date, changed_on: date | None = None, *, standing: bool = True
) -> tuple[DeadDetail, ...]:
    """What the text says of the regulator that was out of use on that day, each thing once.

    `standing` is for what an authority prints every time; an answer may tell of the past.
    """
    found: dict[str, DeadDetail] = {}
    for detail in _dead():
        if detail.standing_only and not standing:
            continue
        if detail.is_dead_on(day, changed_on) and detail.pattern.search(text):
            found.setdefault(detail.what, detail)
    return tuple(found.values())


@cache
def _terms() -> tuple[_Term, ...]:
    terms = [
        _Term(row["from"], row["name"], row["short_name"], row["telephone"], row["link"])
        for row in _read()["regulator"]
    ]
    return tuple(sorted(terms, key=lambda term: term.begins))


@cache
def _dead() -> tuple[DeadDetail, ...]:
    return tuple(
        DeadDetail(
            what=row["what"],
            instead=row["instead"],
            since=row["since"],
            pattern=re.compile(row["pattern"], re.IGNORECASE),
            dies_with_the_office=row.get("change", False),
            standing_only=row.get("standing", False),
            successor=row.get("successor"),
        )
        for row in _read()["dead"]
    )


@cache
def _read() -> dict[str, list[dict[str, Any]]]:
    with _DATA.open("rb") as file:
        return tomllib.load(file)
