"""What answering a request would cost, and whether that is over the limit: s.12; SI 2004/3244.

Hours are hours of one person's work, exact fractions, and come from rows alone: so many records,
so many minutes each, so many people. An hour is 25 pounds whoever works it (reg 4(4)).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from foi_tracker.law.regimes import AuthorityType, CostLimit, s12_limit

POUNDS_AN_HOUR = 25
"""For each person, whatever their grade: reg 4(4)."""
ANSWERING, CONFIRMING = "12(1)", "12(2)"
"""Which duty would cost too much: to answer, or only to say whether it is held."""
COST_SECTIONS: Mapping[str, str] = {"cost_limit": ANSWERING, "cost_limit_confirm": CONFIRMING}
"""The subsection that each cost outcome of law.outcomes relies on."""


class Row(Protocol):
    """One row of an estimate, wherever it is kept."""

    @property
    def activity(self) -> str:
        """A value of Activity; anything else does not count."""

    @property
    def what(self) -> str:
        """What is worked on: "custody records"."""

    @property
    def records(self) -> int:
        """How many of them."""

    @property
    def minutes_each(self) -> float:
        """Minutes of each person for each record."""

    @property
    def people(self) -> int:
        """How many people work on each record."""


class Activity(StrEnum):
    """The four things whose cost counts: reg 4(3)."""

    DETERMINE = "determine"
    LOCATE = "locate"
    RETRIEVE = "retrieve"
    EXTRACT = "extract"


@dataclass(frozen=True)
class Counts:
    """An activity that counts: as an officer chooses it, and as the letter says it."""

    label: str
    in_letter: str
    provision: str


_WHETHER = "Finding out whether we hold it"
ACTIVITIES: Mapping[str, Counts] = {
    Activity.DETERMINE: Counts(_WHETHER, _WHETHER, "reg 4(3)(a)"),
    Activity.LOCATE: Counts("Locating it", "Finding it", "reg 4(3)(b)"),
    Activity.RETRIEVE: Counts("Retrieving it", "Fetching it", "reg 4(3)(c)"),
    Activity.EXTRACT: Counts("Extracting it", "Taking the answer out", "reg 4(3)(d)"),
}


@dataclass(frozen=True)
class Refused:
    """Work whose cost never counts: what it is called, why not, and the words that give it away."""

    label: str
    why: str
    words: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_JUDGING = (
    r"(?:read|check|review|look|consider|assess)\w*(?: \w+){0,3} for exempt\w*"
    r"|(?:consider|apply|decid|assess)ing (?:\w+ ){0,3}exemptions?|whether (?:\w+ ){0,4}exempt"
    r"|public interest tests?"
)
_THE_LETTER = r"(?:the |our |a )?(?:response|reply|letter|answer)"
_WHO = r"(?:third|other|supplier|contractor|compan|bod(?:y|ies)|organisation|famil|people|staff)\w*"
REFUSED: Mapping[str, Refused] = {
    "redact": Refused(
        "Redacting",
        "Redacting does not count towards the limit: regulation 4(3) does not name it. Where it would be "
        "a grossly oppressive burden, consider section 14(1).",
        _words(
            r"redact(?:ing|ions?)?(?! (?:log|register|polic)\w*)|(?:black|blank)(?:ing)? out|pixelat(?:e|ing)"
        ),
    ),
    "exemptions": Refused(
        "Reading for exemptions",
        "Deciding what is exempt does not count towards the limit: only finding the information and taking "
        "it out do (regulation 4(3)).",
        _words(_JUDGING),
    ),
    "consult": Refused(
        "Consulting somebody",
        "Asking third parties or other bodies what they think does not count towards the limit "
        "(regulation 4(3)).",
        _words(rf"consult(?:ing)?(?: with)?(?: the| a| any| all)? {_WHO}|third part(?:y|ies)'? views?"),
    ),
    "approve": Refused(
        "Writing and approving the answer",
        "Writing the letter and having it approved do not count towards the limit (regulation 4(3)).",
        _words(rf"(?:drafting|writing|approving|signing off) {_THE_LETTER}"),
    ),
    "copy": Refused(
        "Copying and sending",
        "Copying, printing and postage do not count towards the limit. They may be charged for under a fees "
        "notice (section 9; regulation 6).",
        _words(r"photocopying|postage|printing (?:out )?(?:the |a )?(?:cop|answer|response)\w*"),
    ),
}
"""Work that authorities count by mistake, by its code in a form."""


def refused_words(words: str) -> Refused | None:
    """The work that does not count which these words name, or None."""
    return next((each for each in REFUSED.values() if each.words.search(words)), None)


def why_not_counted(row: Row) -> str:
    """Why a row does not count towards the limit, in words for the officer; "" where it does: reg 4(3)."""
    if row.activity in REFUSED:
        return REFUSED[row.activity].why
    if row.activity not in ACTIVITIES:
        return "Choose what is done: only the four activities of regulation 4(3) count."
    named = refused_words(row.what)
    return named.why if named else ""


def hours_of(row: Row) -> Fraction:
    """Hours of work of one row, exact."""
    return Fraction(str(row.minutes_each)) * row.records * row.people / 60


def rows_counted(rows: Iterable[Row], section: str = ANSWERING) -> list[Row]:
    """The rows that count: all four activities for s.12(1), only the first of them for s.12(2)."""
    allowed = {Activity.DETERMINE} if section == CONFIRMING else set(Activity)
    return [row for row in rows if row.activity in allowed]


def total_hours(rows: Iterable[Row], section: str = ANSWERING) -> Fraction:
    """Hours of work of every row that counts: regs 4(3) and 4(4)."""
    return sum((hours_of(row) for row in rows_counted(rows, section)), Fraction(0))


def limit_of(authority_type: AuthorityType | str) -> CostLimit | None:
    """The limit of reg 3, or None for a Scottish authority, whose limit is FOISA's."""
    return None if authority_type == AuthorityType.SCOTTISH else s12_limit(authority_type)


def is_over(hours: Fraction, limit: CostLimit) -> bool:
    """Whether it exceeds the limit. Just as much as the limit is not over it: s.12(1)."""
    return hours > limit.hours


@dataclass(frozen=True)
class Fit:
    """How much of what was asked would fit within the limit (s.16)."""

    records: int | None  # None: nothing is counted by records
    of_records: int
    what: str
    months: int | None  # None: how many months were asked about is not known
    of_months: int
    before: Fraction  # hours that must be spent however little is asked for

    @property
    def nothing(self) -> bool:
        """Whether not one record, nor one month, would fit."""
        return not self.records and not self.months


def what_fits(rows: Sequence[Row], limit: CostLimit, months: int | None = None) -> Fit | None:
    """How many records, and months, would fit: None where there is nothing to reckon with or all fits.

    What is done once (a search over one system) must be done however little is asked for; what is done to
    many records shrinks with them, all rows alike.
    """
    if not is_over(sum(map(hours_of, rows), Fraction(0)), limit):
        return None
    many = [row for row in rows if row.records > 1] or (list(rows) if months else [])
    once = sum((hours_of(row) for row in rows if row not in many), Fraction(0))
    share = max(Fraction(0), (limit.hours - once) / sum(map(hours_of, many))) if many else Fraction(0)
    most = max(many or rows, key=lambda row: row.records)
    return Fit(
        records=int(share * most.records) if most.records > 1 else None,
        of_records=most.records,
        what=most.what.strip() or "records",
        months=int(share * months) if months else None,
        of_months=months or 0,
        before=once,
    )


def advice(rows: Sequence[Row], limit: CostLimit, months: int | None = None) -> str:
    """What could be provided within the limit, or why nothing can, in sentences for the letter (s.16).

    The officer may edit it. It says nothing of whether the information is held. "" while nothing can be said.
    """
    fit = what_fits(rows, limit, months)
    if fit is None:
        return ""
    nothing = "so we can offer no part of this"
    if fit.nothing and fit.before > limit.hours:
        first = f"The work that has to come first takes {in_hours(fit.before, limit)} by itself"
        return f"{first}, {nothing} within {limit.hours} hours."
    if fit.nothing:
        unit = "month" if fit.months == 0 else "of them"
        return f"Even one {unit} would take more than {limit.hours} hours, {nothing}."
    said = []
    if fit.records:
        said.append(
            f"In {limit.hours} hours we could look through about {fit.records:,} of the "
            f"{fit.of_records:,} {fit.what}."
        )
    said.append(_months(fit, limit))
    said.append(
        "You could ask about fewer of them: a shorter period, or one place." if not fit.months else ""
    )
    return " ".join(filter(None, said))


def _months(fit: Fit, limit: CostLimit) -> str:
    if not fit.months:
        return ""
    part = f"{fit.months} of the {fit.of_months} months that you asked about"
    if fit.records:
        return f"That is about {part}, so you could ask about a shorter period."
    return f"In {limit.hours} hours we could do about {part}, so you could ask about a shorter period."


def say_hours(hours: Fraction, limit: CostLimit | None = None) -> str:
    """Hours with one decimal at most; with more where one would hide that they are over the limit."""
    for places in (1, 2, 4):
        shown = f"{_rounded(hours, places):,}"
        hides = limit is not None and hours != limit.hours and _rounded(hours, places) == limit.hours
        if not hides and (hours == 0 or shown.strip("0,.")):
            break
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _rounded(amount: Fraction, places: int) -> Decimal:
    """To so many decimals, halves upward, as people round."""
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def in_hours(hours: Fraction, limit: CostLimit | None = None) -> str:
    """1 hour, 149.7 hours."""
    said = say_hours(hours, limit)
    return f"{said} hour{'' if said == '1' else 's'}"


def say_pounds(hours: Fraction) -> str:
    """What so many hours cost: £450, £3,742.50."""
    return f"£{_rounded(hours * POUNDS_AN_HOUR, 2):,}".removesuffix(".00")
