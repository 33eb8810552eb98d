"""The notice that a complex and large request needs up to 40 working days: EIR reg 7."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.hints import NOTHING_OF_DENIED
from foi_tracker.law.notices.remedies import REGULATOR, REGULATOR_OF_THE_DAY, REVIEW, REVIEW_IN_TIME
from foi_tracker.law.notices.rule import Rule, is_eir
from foi_tracker.law.notices.saying import in_time_rule, said_rule
from foi_tracker.law.notices.words import NO_PLACEHOLDERS


def wrong_law(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Only the Regulations know this extension; the Act has one for the public interest alone: s.10(3)."""
    if not is_eir(facts):
        message = "Only environmental information may have more time for its size. Answer in time."
        yield Finding("must", "extension_not_allowed", "reg 7(1)", message, "", "case")


RULES = (
    Rule(("extension_not_allowed",), wrong_law, "The law allows this extension.", "reg 7(1)"),
    said_rule("eir_extension", "It says what makes the request complex and large."),
    in_time_rule("eir_extension"),
    NOTHING_OF_DENIED,
    REVIEW,
    REGULATOR,
    REGULATOR_OF_THE_DAY,
    REVIEW_IN_TIME,
    NO_PLACEHOLDERS,
)
