"""What each ground must be reasoned with, as plain questions: s.17(1) and (3); reg 14(3).

`asks_of` gives exactly what this ground needs, in the order in which a reader meets it; `missing_asks`
what of it is still empty. The form, the letter and the statutory check read the names given here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from foi_tracker.law import reasoning_asks as ask
from foi_tracker.law import reasoning_needs as special
from foi_tracker.law.exemptions import (
    NCND,
    PUBLIC_INTEREST,
    WITHHOLD,
    Exemption,
    Relied,
    get,
    needs_of,
)
from foi_tracker.law.reasoning_asks import Ask as Ask


@dataclass(frozen=True)
class _Ground:
    """The ground that is asked about, with what decides which questions there are."""

    row: Exemption
    limb: str
    purpose: str
    needs: tuple[str, ...]
    pending: bool
    given: Mapping[str, Any]
    has_views: bool

    @property
    def is_ncnd(self) -> bool:
        return self.purpose == NCND


def asks_of(
    code: str,
    limb: str = "",
    purpose: str = WITHHOLD,
    *,
    holder: str = "",
    pending: bool = False,
    given: Mapping[str, Any] | None = None,
    views: Sequence[str] = (),
) -> tuple[Ask, ...]:
    """What this ground asks of whoever relies on it, in order.

    Args:
        code: a code of the catalogue. UnknownWord for any other.
        limb: its limb or condition; "" asks what all limbs ask.
        purpose: "withhold" or "ncnd"; the second asks why saying which would itself do harm.
        holder: a word of AuthorityType, for s.36 in either House.
        pending: the public interest is still being weighed (s.17(2)), so it is not asked for.
        given: what is answered so far, where an answer decides what else is asked (s.36(4), s.43(2)).
        views: what third parties said who were consulted about it.
    """
    row = get(code)
    needs = needs_of(row, limb, purpose, holder)
    return tuple(_asks(_Ground(row, limb, purpose, needs, pending, given or {}, bool(views))))


def missing_asks(
    ground: Relied, *, holder: str = "", pending: bool = False, views: Sequence[str] = ()
) -> list[Ask]:
    """What is required of this ground and still empty, in order. A choice that is no choice is empty.

    Raises UnknownWord for a code that the catalogue does not have.
    """
    asks = asks_of(
        ground.code,
        ground.limb,
        ground.purpose,
        holder=holder,
        pending=pending,
        given=ground.words,
        views=views,
    )
    return [asked for asked in asks if asked.required and not _is_answered(asked, ground.words)]


def needs_limb(row: Exemption, purpose: str = WITHHOLD) -> bool:
    """Whether a limb must be chosen: s.17(1)(b) asks which exemption, to the limb.

    To neither confirm nor deny cites a provision of its own, and naming a limb could hint.
    """
    return bool(row.limbs) and purpose == WITHHOLD


def internal_names() -> frozenset[str]:
    """The names of what is kept on the case and never printed."""
    return ask.INTERNAL


def _is_answered(asked: Ask, words: Mapping[str, Any]) -> bool:
    value = str(words.get(asked.name, "")).strip()
    if asked.choices:
        return value in dict(asked.choices)
    if asked.kind == "date" and value:
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
    return bool(value)


def _asks(ground: _Ground) -> Iterator[Ask]:
    eir = ground.row.regime == "EIR"
    if ground.is_ncnd:
        yield from _asks_to_deny(ground)
    else:
        yield ask.PART
        yield from _why(ground)
    yield from _harm(ground)
    if "third_party_views" in ground.needs and ground.given.get("whose") in ask.THEIRS:
        yield ask.views(required=not ground.has_views)
    if "legitimate_interests_test" in ground.needs:
        yield from special.balance(eir=eir, ncnd=ground.is_ncnd)
    if PUBLIC_INTEREST in ground.needs and not ground.pending:
        yield from ask.public_interest(eir=eir, ncnd=ground.is_ncnd)
    if "advice_assistance" in ground.needs:
        yield ask.ADVICE
    if ground.row.emissions_bar:
        yield ask.EMISSIONS
    if ground.row.years:
        yield ask.record_year(ground.row.years)


def _why(ground: _Ground) -> Iterator[Ask]:
    """Why it applies, s.17(1)(c), in the terms of this exemption."""
    row, needs = ground.row, ground.needs
    limb = row.limb(ground.limb)
    why = (limb.why if limb else "") or row.why
    if why:
        yield ask.reason(why, eir=row.regime == "EIR")
    if row.code == "reg 12(4)(d)":
        yield ask.COMPLETION
    for need, asks in special.BY_NEED.items():
        if need in needs:
            yield from asks
    if "confidence_test" in needs:
        yield from special.CONFIDENCE if row.regime == "FOIA" else special.CONFIDENCE_EIR
    if "statutory_bar" in needs:
        yield ask.enactment(ground.limb)
        yield ask.reason("How does it forbid us to release this?")


def _asks_to_deny(ground: _Ground) -> Iterator[Ask]:
    """Why saying whether it is held would itself do what the exemption guards against: s.17(1)(c)."""
    if "s31_2_purpose" in ground.needs:
        yield from special.BY_NEED["s31_2_purpose"]
    if "statutory_bar" in ground.needs:
        yield ask.enactment(ground.limb)
    if not ground.row.has_harm_test:
        yield ask.REASON_TO_DENY


def _harm(ground: _Ground) -> Iterator[Ask]:
    """The harm, how it comes about, and "would" or "would be likely to": s.17(1)(c)."""
    row = ground.row
    if "qualified_person_opinion" in ground.needs:
        yield ask.STATISTICS
        if ground.given.get("statistics") != "yes":
            yield from special.QUALIFIED_PERSON
    if row.has_harm_test:
        yield from ask.harm(row.basis, eir=row.regime == "EIR", ncnd=ground.is_ncnd)
