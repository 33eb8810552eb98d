"""The letter that says why something is not a valid request, and what would make it one: s.8, s.16."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.remedies import REGULATOR_OF_THE_DAY
from foi_tracker.law.notices.rule import Rule, cite
from foi_tracker.law.notices.words import NO_PLACEHOLDERS
from foi_tracker.law.outcomes import NOT_VALID


def no_reason(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """The reason must be one of those the law knows: s.8(1)."""
    if facts.not_valid_reason not in NOT_VALID:
        message = "The letter does not say why this is not a valid request. Choose the reason."
        yield Finding("must", "outcome_incomplete", cite(facts, "s.8(1); s.16", "reg 9"), message, "", "case")


RULES = (
    Rule(
        ("outcome_incomplete",), no_reason, "It says why the request is not valid.", "s.8(1); s.16", "reg 9"
    ),
    NO_PLACEHOLDERS,
    REGULATOR_OF_THE_DAY,
)
