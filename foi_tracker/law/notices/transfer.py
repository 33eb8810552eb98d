"""The letters about another body that may hold it: ask their leave, or say that it was passed on.

s.1(1)(a) and s.16; under the EIR reg 10, and a refusal under reg 14.
"""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.hints import NOTHING_OF_DENIED
from foi_tracker.law.notices.remedies import REGULATOR, REGULATOR_OF_THE_DAY, REVIEW, REVIEW_IN_TIME
from foi_tracker.law.notices.rule import Rule, cite
from foi_tracker.law.notices.saying import said_rule
from foi_tracker.law.notices.timing import IN_TIME
from foi_tracker.law.notices.words import NO_PLACEHOLDERS
from foi_tracker.law.outcomes import UNCLEAR


def why_unclear(label: str) -> str:
    """Why a question that waits for the requester's words cannot be said to be held by another body."""
    return (
        f"Question {label} needs clarifying: until it is clear what they ask for, nobody can say that we do "
        "not hold it. Change its answer once that is known, or leave the question out."
    )


def unclear(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """What has to be clarified first is not identified, so no search can show that it is not held."""
    for answer in facts.answers:
        if answer.outcome == UNCLEAR and not answer.same_as:
            provision = cite(facts, "s.1(3)", "reg 9(2)")
            message, mend = why_unclear(answer.label), f"question:{answer.label}"
            yield Finding("must", "not_held_unclear", provision, message, answer.label, mend)


_CLEAR = Rule(
    ("not_held_unclear",),
    unclear,
    "It is clear what is asked for.",
    "s.1(3)",
    "reg 9(2)",
)

_SHARED = (
    _CLEAR,
    NOTHING_OF_DENIED,
    IN_TIME,
    REVIEW,
    REGULATOR,
    REGULATOR_OF_THE_DAY,
    REVIEW_IN_TIME,
    NO_PLACEHOLDERS,
)

RULES = (said_rule("transfer", "It says who may hold it, how we know, and whether we pass it on."), *_SHARED)
PASSED_ON = (
    said_rule("passed_on", "It says who has it now, since when, and by when they answer."),
    *_SHARED,
)
