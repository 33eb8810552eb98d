"""The letter that asks what was meant: s.1(3), s.16; reg 9(2)."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.remedies import REGULATOR_OF_THE_DAY
from foi_tracker.law.notices.rule import Rule, cite
from foi_tracker.law.notices.words import NO_PLACEHOLDERS


def no_question(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """The requester must be told what is needed: s.1(3)(b)."""
    if not facts.clarification.strip():
        message = "The letter does not say what you need to know. Write the question to ask them."
        yield Finding("must", "outcome_incomplete", cite(facts, "s.1(3)", "reg 9(2)"), message, "", "letter")


RULES = (
    Rule(("outcome_incomplete",), no_question, "It asks one clear question.", "s.1(3)", "reg 9(2)"),
    NO_PLACEHOLDERS,
    REGULATOR_OF_THE_DAY,
)
