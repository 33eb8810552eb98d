"""Complete letters of the kinds that are not the answer, and what each lacks when one fact is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from foi_tracker.law.notices.asks import ASKS, asks_of
from foi_tracker.law.notices.facts import LetterFacts
from tests.law.notices.examples import AUTHORITY, DATED, answer, letter

SAID: dict[str, dict[str, str]] = {
    "fees_notice": {
        "basis": "disbursements",
        "amount": "£12.50",
        "pays_for": "100 pages at 9p, and postage of £3.50.",
        "how_to_pay": "By card: telephone 01632 960 100.",
        "schedule": "https://exampleshire.example.org/charges",
    },
    "pit_extension": {"weighing": "We wait for the firm’s view."},
    "eir_extension": {"complexity": "Three firms’ formats.", "volume": "9,000 pages."},
    "transfer": {
        "authority": "Northvale Council",
        "contact": "foi@northvale.example.org",
        "searched": "The council does this work.",
        "consent": "agreed",
        "consent_on": "2026-11-16",
    },
    "passed_on": {
        "authority": "Northvale Council",
        "contact": "foi@northvale.example.org",
        "consent_on": "2026-11-16",
        "received_on": "2026-11-18",
        "their_number": "012-26",
        "searched": "The council does this work.",
        "answer_by": "2026-12-17",
    },
    "holding": {
        "why": "A provider was late.",
        "progress": "Two of three are done.",
        "expected": "2026-11-30",
    },
    "closure": {"because": "clarification", "asked_on": "2026-09-16"},
    "consultation": {"shown": "Your invoices.", "question": "Would it harm you?", "reply_by": "2026-12-01"},
}
ONLY_UNDER = {"pit_extension": ("FOIA",), "eir_extension": ("EIR",)}
REGIMES = ("FOIA", "EIR")


def notice(kind: str, regime: str = "FOIA", **changes: object) -> LetterFacts:
    """A letter of this kind with nothing wrong in it."""
    asked = asks_of(kind, regime, SAID[kind])
    values: dict[str, object] = {
        "regime": regime,
        "said": {ask.name: SAID[kind][ask.name] for ask in asked},
        "until": date(2027, 2, 17),
        **changes,
    }
    if kind == "pit_extension" and "answers" not in changes:
        values |= {"answers": (answer("1", "decision_pending"),), "all_labels": ("1",)}
    return letter(kind, **values)


FAMILY: dict[str, LetterFacts] = {
    f"{kind} ({regime})": notice(kind, regime) for kind in ASKS for regime in ONLY_UNDER.get(kind, REGIMES)
} | {
    "fees_notice (all the work)": notice("fees_notice", said={**SAID["fees_notice"], "basis": "over_limit"}),
    "transfer (asking leave)": notice("transfer", said={**SAID["transfer"], "consent": "ask"}),
    "closure (unpaid)": notice("closure", said={**SAID["closure"], "because": "fee"}),
    "two laws": letter(
        "response",
        answers=(answer("1", "disclosed"), answer("2", "not_held", regime="EIR")),
        all_labels=("1", "2"),
    ),
}
"""Every one of these is whole: the check finds nothing."""

Expected = tuple[str, str, str]

LATE = date(2026, 11, 16)
DEFECTS: dict[str, tuple[LetterFacts, Expected]] = {
    "a fees notice after the last day": (
        notice("fees_notice", due=LATE),
        ("must", "extension_too_late", ""),
    ),
    "a notice of public interest after the last day": (
        notice("pit_extension", due=LATE),
        ("must", "extension_too_late", ""),
    ),
    "an EIR extension after the last day": (
        notice("eir_extension", "EIR", due=LATE),
        ("must", "extension_too_late", ""),
    ),
    "an EIR extension under the Act": (
        replace(notice("eir_extension", "EIR"), regime="FOIA"),
        ("must", "extension_not_allowed", ""),
    ),
    "more time for what is answered": (
        notice("pit_extension", answers=(answer("1", "disclosed"),), all_labels=("1",)),
        ("must", "extension_not_allowed", "1"),
    ),
    "an estimate that has passed": (
        notice(
            "pit_extension",
            answers=(
                replace(
                    _pending := answer("1", "decision_pending"),
                    details={
                        **_pending.details,
                        "estimated_date": DATED.isoformat(),
                    },
                ),
            ),
            all_labels=("1",),
        ),
        ("must", "pit_estimate_missing", "1"),
    ),
    "no review under the Regulations": (
        notice("transfer", "EIR", authority=replace(AUTHORITY, review_procedure=False, review_contact=())),
        ("must", "eir_rights_missing", ""),
    ),
    "no regulator in a transfer under the Regulations": (
        notice("transfer", "EIR", regulator=None),
        ("must", "regulator_missing", ""),
    ),
    "no regulator in a transfer under the Act": (
        notice("transfer", regulator=None),
        ("should", "regulator_missing", ""),
    ),
    "no regulator in a notice of public interest": (
        notice("pit_extension", regulator=None),
        ("must", "regulator_missing", ""),
    ),
    "a fee of nothing": (
        notice("fees_notice", said={**SAID["fees_notice"], "amount": "0"}),
        ("must", "outcome_incomplete", ""),
    ),
    "a transfer with no day of consent": (
        notice("transfer", said={**SAID["transfer"], "consent_on": "last week"}),
        ("must", "outcome_incomplete", ""),
    ),
    "an answer promised for yesterday": (
        notice("holding", said={**SAID["holding"], "expected": "2026-11-17"}),
        ("should", "outcome_incomplete", ""),
    ),
    "consent that is still to come": (
        notice("transfer", said={**SAID["transfer"], "consent_on": "2026-11-19"}),
        ("must", "outcome_incomplete", ""),
    ),
    "a holding letter without a reason": (
        notice("holding", said={**SAID["holding"], "why": " "}),
        ("should", "late_unexplained", ""),
    ),
    **{
        f"{kind}, of what is neither confirmed nor denied": (
            notice(kind, answers=(answer("1", "disclosed"), answer("2", "ncnd")), all_labels=("1", "2")),
            ("must", "ncnd_hint", "2"),
        )
        for kind in ("transfer", "passed_on", "fees_notice")
    },
    **{
        f"{kind} ({regime}), of what is still to be clarified": (
            notice(
                kind,
                regime,
                answers=(answer("1", "disclosed"), answer("2", "clarification")),
                all_labels=("1", "2"),
            ),
            ("must", "not_held_unclear", "2"),
        )
        for kind in ("transfer", "passed_on")
        for regime in ("FOIA", "EIR")
    },
    "a holding letter that tells": (
        notice(
            "holding",
            said={**SAID["holding"], "progress": "We found 300 pages."},
            answers=(answer("1", "ncnd"),),
            all_labels=("1",),
        ),
        ("must", "ncnd_hint", ""),
    ),
    "a placeholder in a notice": (
        notice("holding", said={**SAID["holding"], "progress": "We have [NUMBER] of them."}),
        ("must", "placeholder_left", ""),
    ),
}
"""One defect each."""


def each_ask_taken_away() -> Iterator[tuple[str, LetterFacts, Expected]]:
    """Every complete letter with each thing it must say taken away in turn, and what is then found."""
    for name, facts in FAMILY.items():
        for ask in asks_of(facts.kind, facts.regime, facts.said):
            if ask.required:
                said = {key: value for key, value in facts.said.items() if key != ask.name}
                yield f"{name}: {ask.name}", replace(facts, said=said), (ask.level, ask.code, "")
