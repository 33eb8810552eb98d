"""The laws a clock can run under, the kinds of public authority, and the cost limit of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar


class UnknownWord(ValueError):
    """A word that is not one of a closed list. The message names the word and the list."""

    def __init__(self, what: str, word: object, allowed: Iterable[str]) -> None:
        self.what, self.word, self.allowed = what, word, tuple(allowed)
        super().__init__(f"{what} is not known: {word!r}. Use one of: {'; '.join(self.allowed)}.")


class Regime(StrEnum):
    """What a deadline runs under. The values are the words of `foi-tracker due`."""

    FOIA = "FOIA"
    EIR = "EIR"
    FOISA = "FOISA"
    SAR = "UK GDPR SAR"
    SCHOOL = "FOIA + SI 2004/3364 reg 3"
    NI_SCHOOL = "FOIA + SI 2009/1369"
    ACADEMY = "FOIA + SI 2010/2768"
    ARCHIVE = "FOIA + SI 2004/3364 reg 4"
    ARMED_FORCES_OR_OVERSEAS = "FOIA + SI 2004/3364 reg 5/6"
    FOIA_REVIEW = "FOIA internal review"
    EIR_REVIEW = "EIR reconsideration"
    FOISA_REVIEW = "FOISA review"
    REVIEW_WINDOW = "FOIA/EIR review window"
    ICO_COMPLAINT = "FOIA ICO complaint"
    TRIBUNAL = "FOIA tribunal"
    AGGREGATION = "Fees Regs reg 5"


class AuthorityType(StrEnum):
    """The kinds of authority that the law tells apart. The values are the words of `foi-tracker due`."""

    DEPARTMENT = "department"
    PARLIAMENT = "parliament"
    ARMED_FORCES_OR_OVERSEAS = "armed_forces_or_overseas"
    COUNCIL = "council"
    POLICE = "police"
    OPCC = "opcc"
    HEALTH = "health"
    UNIVERSITY = "university"
    MAINTAINED_SCHOOL_ENGLAND = "maintained_school_england"
    ACADEMY_ENGLAND = "academy_england"
    GRANT_AIDED_SCHOOL_NI = "grant_aided_school_ni"
    ARCHIVE = "archive_transferred_public_record"
    OTHER = "other"
    SCOTTISH = "scottish_public_authority"
    ANY = "any"


SPECIAL_TIMES = ("", "archive", "forces_or_overseas")
"""What may give a request under the Act its own time: SI 2004/3364 regs 4, and 5 and 6."""

_SPECIAL = {"archive": Regime.ARCHIVE, "forces_or_overseas": Regime.ARMED_FORCES_OR_OVERSEAS}
_BY_KIND = {
    AuthorityType.MAINTAINED_SCHOOL_ENGLAND: Regime.SCHOOL,
    AuthorityType.ACADEMY_ENGLAND: Regime.ACADEMY,
    AuthorityType.GRANT_AIDED_SCHOOL_NI: Regime.NI_SCHOOL,
    AuthorityType.SCOTTISH: Regime.FOISA,
}


def running_under(law: str, authority_type: AuthorityType | str, special_time: str = "") -> Regime:
    """What a request's clock runs under: its law ("FOIA", "EIR"), whose it is, and what it asks for.

    `special_time` is one of SPECIAL_TIMES. The Regulations of 2004 know neither schools nor archives: their
    20 working days are everybody's (reg 5(2)). Raises UnknownWord for a word that is none of these.
    """
    if special_time not in SPECIAL_TIMES:
        raise UnknownWord("The special time", special_time, SPECIAL_TIMES)
    regime = regime_of(law)
    if regime is not Regime.FOIA:
        return regime
    return _SPECIAL.get(special_time) or _BY_KIND.get(authority_type_of(authority_type), regime)


SCHOOLS = frozenset({Regime.SCHOOL, Regime.NI_SCHOOL, Regime.ACADEMY})
"""Regimes under which days without a school session do not count."""

REVIEWS = frozenset({Regime.FOIA_REVIEW, Regime.EIR_REVIEW, Regime.FOISA_REVIEW})
"""Periods in which a review that was asked for is to be answered."""

SCOTTISH = frozenset({Regime.FOISA, Regime.FOISA_REVIEW})
"""Regimes that know Scotland's bank holidays alone (FOISA s.73)."""


@dataclass(frozen=True)
class CostLimit:
    """The appropriate limit: what finding an answer may cost before section 12 may be relied on."""

    pounds: int
    hours: int  # at 25 pounds an hour for each person (SI 2004/3244 reg 4(4))


_HIGHER = frozenset(
    {AuthorityType.DEPARTMENT, AuthorityType.PARLIAMENT, AuthorityType.ARMED_FORCES_OR_OVERSEAS}
)


def s12_limit(authority_type: AuthorityType | str) -> CostLimit:
    """The limit of section 12 for a kind of authority: SI 2004/3244 reg 3.

    600 pounds (24 hours) for the bodies of Part I of Schedule 1, 450 pounds (18 hours) for every other.
    Raises ValueError for a Scottish public authority, whose limit is FOISA's and is counted otherwise.
    """
    kind = authority_type_of(authority_type)
    if kind is AuthorityType.SCOTTISH:
        raise ValueError("A Scottish public authority has no limit under section 12 of the 2000 Act.")
    return CostLimit(600, 24) if kind in _HIGHER else CostLimit(450, 18)


_Word = TypeVar("_Word", bound=StrEnum)


def _word(cls: type[_Word], what: str, word: object) -> _Word:
    try:
        return cls(str(word))
    except ValueError:
        raise UnknownWord(what, word, [str(member) for member in cls]) from None


def regime_of(word: object) -> Regime:
    """The regime of exactly this name; UnknownWord otherwise."""
    return _word(Regime, "The regime", word)


def authority_type_of(word: object) -> AuthorityType:
    """The kind of authority of exactly this name; UnknownWord otherwise."""
    return _word(AuthorityType, "The type of authority", word)
