"""The wording of each exemption and exception, made of the catalogue's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from foi_tracker.law.exemptions import Exemption, Limb, catalogue, verb_of

QUALIFIED_PERSON = "qualified_person_opinion"
WHY = "{why_it_applies}"


def ground_rows() -> Iterator[dict[str, Any]]:
    """A wording for each ground and each limb with words of its own; one for saying neither of a harm."""
    for row in catalogue().values():
        if row.kind == "procedural":
            continue
        yield _applies(row)
        yield from (_limb(row, limb) for limb in row.limbs if limb.because)
        if row.ncnd and row.has_harm_test:
            yield _denies(row)


def _applies(row: Exemption) -> dict[str, Any]:
    text = f"releasing it {{would}} {verb_of(row)} {{interest}}" if row.has_harm_test else WHY
    if QUALIFIED_PERSON in row.needs:
        text = f"in the opinion of our qualified person, {text}"
    return _row(row, f"ground.{row.code}", f"{row.code}: {row.title}", text, row.because)


def _limb(row: Exemption, limb: Limb) -> dict[str, Any]:
    condition = " ({condition})" if row.kind == "conditional" else ""
    key, title = f"ground.{row.code}.{limb.code}", f"{row.code}, {limb.code}: {limb.words}"
    return _row(row, key, title, f"{WHY}{condition}", limb.because)


def _row(row: Exemption, key: str, title: str, text: str, because: str) -> dict[str, Any]:
    """`because`: why it applies in the terms of the provision, which is what stands for WHY."""
    required = [
        name for name in ("would", "interest", "why_it_applies", "condition") if f"{{{name}}}" in text
    ]
    return {
        "key": key,
        "title": title,
        "text": text[:1].upper() + text[1:] + ".",
        "also": ["ground"],
        "required": required,
        "examples": {"why_it_applies": because},
        "provision": "reg 14(3)(a)" if row.regime == "EIR" else "s.17(1)(c)",
        "why": "The letter must say why this applies, in the terms of the provision that is relied on.",
    }


def _denies(row: Exemption) -> dict[str, Any]:
    return {
        "key": f"ground.{row.code}.ncnd",
        "title": f"{row.ncnd}: neither confirm nor deny ({row.title})",
        "text": f"Saying which {{would}} {verb_of(row)} {{interest}}.",
        "also": ["ground"],
        "required": ["would", "interest"],
        "provision": "reg 14(3)(a)" if row.regime == "EIR" else "s.17(1)(c)",
        "why": "The letter must say what harm it would do to say whether the information is held.",
        "says_neither": True,
    }
