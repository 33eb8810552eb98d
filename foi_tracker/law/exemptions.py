"""The exemptions of the Act and the exceptions of the Regulations: what each is, and what each needs.

The rows stand in data/exemptions.toml. What is asked for a ground is in reasoning.py, what cannot be
relied on together in contradictions.py.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from foi_tracker.law.regimes import AuthorityType, UnknownWord

_DATA = Path(__file__).with_name("data") / "exemptions.toml"

WITHHOLD = "withhold"
NCND = "ncnd"
PURPOSES = (WITHHOLD, NCND)
"""What a ground is for: to withhold, or to neither confirm nor deny."""

PUBLIC_INTEREST = "public_interest_test"
_HARM_TESTS = frozenset({"prejudice_test", "adverse_effect_test"})
# What a refusal to confirm or deny needs of what withholding needs: the rest would hint at what is held.
_NEEDED_TO_DENY = _HARM_TESTS | {
    PUBLIC_INTEREST,
    "qualified_person_opinion",
    "legitimate_interests_test",
    "s31_2_purpose",
    "statutory_bar",
}
_VERBS = {"prejudice_based": "prejudice", "endangerment": "endanger", "adverse_effect": "adversely affect"}
LIKELIHOODS = {"would": "would", "likely": "would be likely to"}
"""How sure the harm is, as a letter says it (s.17(1)(c))."""


class Relied(Protocol):
    """A ground as it is relied on, wherever it is kept: its code, limb, purpose and reasoning."""

    @property
    def code(self) -> str: ...
    @property
    def limb(self) -> str: ...
    @property
    def purpose(self) -> str: ...
    @property
    def words(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True)
class Limb:
    """A limb of an exemption, or a condition of s.40(2) and reg 13. What it leaves empty is the row's."""

    code: str  # "38(1)(a)"
    words: str
    kind: str = ""
    needs: tuple[str, ...] | None = None
    why: str = ""
    because: str = ""
    interest: str = ""


@dataclass(frozen=True)
class Exemption:
    """One row of the catalogue."""

    code: str  # "s.31(1)(a)", "reg 12(5)(e)"
    regime: str  # "FOIA" | "EIR"
    group: str  # what it protects, for whoever looks for it
    title: str
    meaning: str
    kind: str  # absolute | qualified | conditional | procedural
    basis: str  # class_based | prejudice_based | endangerment | adverse_effect | procedural
    needs: tuple[str, ...]
    cite: str = ""  # as a letter names it; "" is the code
    ncnd: str = ""  # the provision that lets us neither confirm nor deny, "" where none does
    why: str = ""  # the question that asks why it applies
    because: str = ""
    interest: str = ""
    verb: str = ""
    years: int = 0  # after which a record is too old for it; 0 is never
    emissions_bar: bool = False  # reg 12(9)
    departments_only: bool = False  # s.35
    limbs: tuple[Limb, ...] = ()

    def limb(self, code: str) -> Limb | None:
        """The limb of this code, or None."""
        return next((limb for limb in self.limbs if limb.code == code), None)

    @property
    def has_harm_test(self) -> bool:
        """Whether harm is to be shown, and how likely it is."""
        return bool(_HARM_TESTS & set(self.needs))


@cache
def catalogue() -> Mapping[str, Exemption]:
    """Every row by its code, in the order of the Act and then of the Regulations."""
    rows = tomllib.loads(_DATA.read_text("utf-8"))["exemption"]
    return {row["code"]: _exemption(row) for row in rows}


def _exemption(row: Mapping[str, Any]) -> Exemption:
    limbs = tuple(_limb(limb) for limb in row.get("limb", ()))
    plain = {name: value for name, value in row.items() if name not in ("limb", "needs")}
    return Exemption(**plain, needs=tuple(row["needs"]), limbs=limbs)


def _limb(row: Mapping[str, Any]) -> Limb:
    plain = {name: value for name, value in row.items() if name != "needs"}
    return Limb(**plain, needs=tuple(row["needs"]) if "needs" in row else None)


def find(code: str) -> Exemption | None:
    """The row of this code, or None where the catalogue has none."""
    return catalogue().get(code)


def get(code: str) -> Exemption:
    """The row of this code. Raises UnknownWord, which names the list."""
    found = find(code)
    if found is None:
        raise UnknownWord("The exemption", code, catalogue())
    return found


def is_eir(regime: str) -> bool:
    """Whether a question of this regime is answered under the Environmental Information Regulations."""
    return regime.startswith("EIR")


def choosable(regime: str) -> tuple[Exemption, ...]:
    """What can be chosen as a ground under this law, in order. s.12 and s.14 are of the whole request."""
    law = "EIR" if is_eir(regime) else "FOIA"
    return tuple(row for row in catalogue().values() if row.regime == law and row.kind != "procedural")


def nearest(typed: str, regime: str) -> tuple[Exemption, ...]:
    """The rows under a provision that is named too broadly: s.31 has nine of them (s.17(1)(b))."""
    number = _number(typed)
    if not number:
        return ()
    return tuple(row for row in choosable(regime) if _number(row.code).startswith(number + "("))


def _number(code: str) -> str:
    return re.sub(r"^(?:sections?|ss?|regulations?|regs?)\.?\s*(?=\d)", "", code.strip().casefold())


def kind_of(row: Exemption, limb: str = "", holder: str = "") -> str:
    """Absolute or qualified, by limb (ss.37 and 40) and by holder (s.36; s.2(3)(e)).

    `holder` is a word of AuthorityType: for information that either House holds s.36 is absolute. What
    neither word fits ("conditional") has nothing to be weighed.
    """
    if row.code.startswith("s.36") and holder == AuthorityType.PARLIAMENT:
        return "absolute"
    found = row.limb(limb)
    return (found.kind if found else "") or row.kind


def needs_of(row: Exemption, limb: str = "", purpose: str = WITHHOLD, holder: str = "") -> tuple[str, ...]:
    """What a ground must hold before a letter can rest on it, by limb, purpose and holder.

    To neither confirm nor deny has tests of its own, about saying which (s.2(1)(b)). s.40(5B) and reg
    13(5A) are absolute whatever the condition, so they weigh legitimate interests alone.
    """
    found = row.limb(limb)
    needs = row.needs
    if purpose == NCND:
        needs = tuple(need for need in needs if need in _NEEDED_TO_DENY)
    elif found and found.needs is not None:
        needs = found.needs
    if kind_of(row, limb, holder) == "absolute":
        needs = tuple(need for need in needs if need != PUBLIC_INTEREST)
    return needs


def is_weighed(row: Exemption, limb: str = "", purpose: str = WITHHOLD, holder: str = "") -> bool:
    """Whether the public interest decides: s.2(1)(b) and (2)(b); reg 12(1)(b)."""
    return PUBLIC_INTEREST in needs_of(row, limb, purpose, holder)


def provision_of(row: Exemption, limb: str = "", purpose: str = WITHHOLD) -> str:
    """What a letter cites: "s.31(1)(a)", "s.38(1)(a)", "s.40(2)", and to neither confirm nor deny "s.31(3)".

    The condition of s.40(2) and of reg 13 is named beside it: see `condition_of`.
    """
    if purpose == NCND:
        return row.ncnd
    found = row.limb(limb)
    if found and row.kind != "conditional":
        return ("reg " if row.regime == "EIR" else "s.") + found.code
    return row.cite or row.code


def condition_of(row: Exemption, limb: str) -> str:
    """The condition that brings s.40(2) or reg 13 about ("s.40(3A)(a)"), or ""."""
    found = row.limb(limb) if row.kind == "conditional" else None
    return ("reg " if row.regime == "EIR" else "s.") + found.code if found else ""


def would_of(row: Exemption, likelihood: str) -> str:
    """ "would" or "would be likely to"; what is no key of LIKELIHOODS is said as it is."""
    if row.basis == "adverse_effect":
        return LIKELIHOODS["would"]  # reg 12(5): to the extent that it would, and not less
    return LIKELIHOODS.get(likelihood, likelihood or LIKELIHOODS["likely"])


def verb_of(row: Exemption) -> str:
    """What is done to the interest: "prejudice", "endanger", "adversely affect"."""
    return row.verb or _VERBS.get(row.basis, "prejudice")


def interest_of(row: Exemption, limb: str) -> str:
    """What would be harmed: "the prevention or detection of crime"."""
    found = row.limb(limb)
    return (found.interest if found else "") or row.interest


def too_old(row: Exemption, created: int, today: int) -> bool:
    """Whether a record made in the year `created` can no longer be exempt so in the year `today`.

    The years run from the one after that in which the record was made: ss.62(1) and 63.
    """
    return bool(row.years) and today > created + row.years
