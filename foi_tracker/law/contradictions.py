"""What cannot be relied on, or not together, and why: refused at the form, and found by the check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from foi_tracker.law.exemptions import (
    NCND,
    PURPOSES,
    WITHHOLD,
    Exemption,
    Relied,
    find,
    is_eir,
    is_weighed,
    nearest,
    too_old,
)
from foi_tracker.law.regimes import AuthorityType

NEEDS_GROUNDS = frozenset({"withheld", "part_disclosed", "decision_pending"})
"""Outcomes that withhold, and so rest on at least one exemption: s.17(1)(b); reg 14(3)(a)."""

_MAY_WITHHOLD = NEEDS_GROUNDS | {"part_held"}
_DENIED = frozenset({"not_held"})
_NOT_HELD = "reg 12(4)(a)"
BESIDE_NCND = frozenset(
    {
        "disclosed",
        "part_disclosed",
        "part_held",
        "withheld",
        "not_held",
        "accessible",
        "future_publication",
        "own_data",
    }
)
"""Outcomes beside which we may neither confirm nor deny that we hold any other information."""


_FOR_THE_REST = {("30", "31"): "s.31(1)", ("35", "36"): "s.36(1)(a)"}
"""Sections of which the second is for what the first does not exempt, and what says so."""


@dataclass(frozen=True)
class Contradiction:
    """Why a ground cannot stand. `field` mends it: "code", "limb", "purpose", or the name of a word."""

    code: str  # of the statutory check
    provision: str
    message: str
    field: str = "code"


def contradictions(
    grounds: Sequence[Relied], *, outcome: str, regime: str, holder: str, year: int
) -> list[Contradiction]:
    """Everything that forbids resting a question with this outcome on these grounds, in order.

    Args:
        grounds: all those of the question, to withhold and to neither confirm nor deny.
        outcome: a code of law.outcomes; "" where none is chosen yet, which forbids nothing.
        regime: the law the question is answered under.
        holder: a word of AuthorityType.
        year: the year of the answer, for historical records.
    """
    found = [each for ground in grounds for each in against(ground, regime=regime, holder=holder, year=year)]
    found += _together(grounds)
    if outcome:
        found += [each for ground in grounds for each in _against_outcome(ground, outcome, regime, holder)]
    return found


def against(ground: Relied, *, regime: str, holder: str, year: int) -> Iterator[Contradiction]:
    """What forbids this ground by itself, whatever else the question rests on."""
    row = find(ground.code)
    eir = is_eir(regime)
    none = "eir_exception_missing" if eir else "ground_missing"
    provision = "reg 14(3)(a)" if eir else "s.17(1)(b)"
    if ground.purpose not in PURPOSES:
        yield Contradiction(none, provision, "A ground either withholds or neither confirms nor denies.")
    elif row is None or row.kind == "procedural":
        yield _not_in_the_catalogue(ground.code, regime, none, provision)
    elif (row.regime == "EIR") != eir:
        yield _of_the_other_law(row, eir, none, provision)
    else:
        yield from _of_the_row(ground, row, holder, none)
        yield from _of_the_record(ground, row, year, none)


def _not_in_the_catalogue(typed: str, regime: str, none: str, provision: str) -> Contradiction:
    close = nearest(typed, regime)
    if close:
        limbs = ", ".join(row.code for row in close)
        message = f"{typed} has several limbs. Say which: {limbs}."
        return Contradiction("limb_missing", provision, message)
    what = "an exception of the Regulations" if is_eir(regime) else "an exemption of the Act"
    return Contradiction(none, provision, f"{typed} is not {what}. Choose one from the list.")


def _of_the_other_law(row: Exemption, eir: bool, none: str, provision: str) -> Contradiction:
    if eir:
        message = (
            f"{row.code} is of the Act, and this question is answered under the Regulations. "
            "Choose an exception of regulation 12 or 13."
        )
    else:
        message = (
            f"{row.code} is of the Regulations, and this question is answered under the Act. "
            "Choose an exemption, or answer the question under the Regulations."
        )
    return Contradiction(none, provision, message)


def _of_the_row(ground: Relied, row: Exemption, holder: str, none: str) -> Iterator[Contradiction]:
    if ground.limb and row.limb(ground.limb) is None:
        message = f"{ground.limb} is not a limb of {row.code}. Choose one of its own."
        yield Contradiction("limb_missing", "s.17(1)(b)", message, "limb")
    if ground.purpose == NCND and not row.ncnd:
        message = f"No provision lets us neither confirm nor deny under {row.code}. Say whether it is held."
        if row.code == "s.43(1)":
            message = (
                "s.43(3) guards commercial interests (s.43(2)), not trade secrets. Rely on s.43(2) instead."
            )
        yield Contradiction("ncnd_provision_missing", "s.17(1)(b)", message, "purpose")
    if row.departments_only and holder != AuthorityType.DEPARTMENT:
        message = (
            f"Only a government department or the Welsh Government may rely on {row.code}. "
            "Others look at s.36, with the opinion of their qualified person."
        )
        yield Contradiction(none, "s.35(1)", message)


def _of_the_record(ground: Relied, row: Exemption, year: int, none: str) -> Iterator[Contradiction]:
    if row.emissions_bar and ground.words.get("emissions") == "yes":
        message = (
            f"Information about emissions cannot be withheld under {row.code}. Release it, or choose another."
        )
        yield Contradiction(none, "reg 12(9)", message, "emissions")
    created = str(ground.words.get("record_year", "")).strip()
    if not created:
        return
    if not (created.isascii() and created.isdecimal() and 1000 <= int(created) <= year):
        yield Contradiction(
            none, "ss.62 and 63", "Give the year in four digits, such as 1998.", "record_year"
        )
    elif too_old(row, int(created), year):
        message = (
            f"{row.code} ends {row.years} years after the year of the record: in {int(created) + row.years}. "
            "It cannot keep back a record of that age."
        )
        yield Contradiction(none, "s.63", message, "record_year")


def _together(grounds: Sequence[Relied]) -> Iterator[Contradiction]:
    """s.31 is for information that s.30 does not make exempt, so never both for the same: s.31(1).

    So it is with s.36 and s.35 in a department: s.36(1)(a). To neither confirm nor deny both may be used:
    which of them applies would itself tell.
    """
    for one, two in combinations(grounds, 2):
        if one.purpose != WITHHOLD or two.purpose != WITHHOLD:
            continue
        first, second = sorted((_section(one), _section(two)))
        provision = _FOR_THE_REST.get((first, second))
        if provision and _same_part(one, two):
            message = (
                f"s.{first} and s.{second} cannot cover the same information: s.{second} is for what "
                f"s.{first} does not exempt. Drop one, or say which part each is about."
            )
            yield Contradiction("ground_missing", provision, message)


def _section(ground: Relied) -> str:
    return ground.code.removeprefix("s.").partition("(")[0]


def _same_part(one: Relied, two: Relied) -> bool:
    """Two grounds are apart only where each says which part it is about, and they differ."""
    parts = [str(ground.words.get("part", "")).strip().casefold() for ground in (one, two)]
    return not all(parts) or parts[0] == parts[1]


def _against_outcome(ground: Relied, outcome: str, regime: str, holder: str) -> Iterator[Contradiction]:
    row = find(ground.code)
    if ground.purpose == NCND:
        if outcome not in BESIDE_NCND | {"ncnd"}:
            message = "We cannot neither confirm nor deny beside this outcome. Take the ground off."
            yield Contradiction("ncnd_provision_missing", "s.17(1)(b)", message, "purpose")
    elif outcome == "ncnd":
        message = (
            f"To withhold under {ground.code} says that it is held. Neither confirm nor deny, or withhold."
        )
        yield Contradiction("ncnd_hint", "s.17(4)", message, "purpose")
    elif outcome in _DENIED or (outcome == "part_held" and not str(ground.words.get("part", "")).strip()):
        if ground.code != _NOT_HELD:
            message = (
                f"What is not held cannot be exempt: {ground.code} is for information that we hold. "
                "Choose one or the other, or say which part it is about."
            )
            yield Contradiction("not_held_with_exemption", "s.1(1)(a)", message)
    elif ground.code == _NOT_HELD:
        message = (
            f"{ground.code} is for what we do not hold, and this outcome says that we hold it. Choose “Not "
            "held” or “Part held” instead: the letter then names the exception itself."
        )
        yield Contradiction("not_held_with_exemption", "reg 12(4)(a)", message)
    elif outcome not in _MAY_WITHHOLD:
        message = f"Nothing is withheld by this outcome, so it cannot rest on {ground.code}. Take it off."
        yield Contradiction(
            "eir_exception_missing" if is_eir(regime) else "ground_missing", "s.17(1)", message
        )
    elif outcome == "decision_pending" and row and not is_weighed(row, ground.limb, WITHHOLD, holder):
        message = (
            f"Under {row.code} there is no public interest to weigh, so there is no more time. Decide now."
        )
        yield Contradiction("ground_missing", "s.10(3)", message)
