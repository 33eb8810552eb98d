"""The notice that the public interest is still being weighed: s.10(3), s.17(1) and (2)."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.answering import ALL_ANSWERED, COMPLETE, IN_ORDER
from foi_tracker.law.notices.asks import day_of
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.grounds import GROUND_RULES
from foi_tracker.law.notices.held import HELD_OR_NOT
from foi_tracker.law.notices.remedies import REGULATOR, REGULATOR_OF_THE_DAY, REVIEW, REVIEW_IN_TIME
from foi_tracker.law.notices.rule import Rule, is_eir
from foi_tracker.law.notices.saying import in_time_rule
from foi_tracker.law.notices.words import NO_PLACEHOLDERS

PENDING = "decision_pending"


def not_allowed(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """The Regulations do not know this extension: theirs is reg 7."""
    if is_eir(facts):
        message = "The Regulations give no longer time for the public interest. Decide within the time."
        yield Finding("must", "extension_not_allowed", "s.10(3)", message, "", "case")


def not_pending(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """What is answered, or refused for another reason, gets no more time: s.10(3)."""
    for answer in facts.answers:
        if answer.outcome and answer.outcome != PENDING:
            message = (
                f"Question {answer.label} is not waiting for a decision on the public interest. "
                "Take it out of this letter, and answer it in time."
            )
            yield Finding("must", "extension_not_allowed", "s.10(3)", message, answer.label, "letter")


def estimate_past(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """The estimate is a day that is still to come: s.17(2)."""
    for answer in facts.answers:
        typed = answer.details.get("estimated_date", "").strip()
        day = day_of(typed)
        if answer.outcome == PENDING and typed and (day is None or day <= facts.dated):
            message = f"Question {answer.label}: estimate a day after the letter’s own for the decision."
            mend = f"question:{answer.label}"
            yield Finding("must", "pit_estimate_missing", "s.17(2)", message, answer.label, mend)


RULES = (
    ALL_ANSWERED,
    IN_ORDER,
    Rule(
        ("extension_not_allowed",),
        lambda facts, holidays: (*not_allowed(facts, holidays), *not_pending(facts, holidays)),
        "Every question in it waits for the public interest.",
        "s.10(3)",
    ),
    COMPLETE,
    HELD_OR_NOT,
    *GROUND_RULES,
    Rule(("pit_estimate_missing",), estimate_past, "It says by when the decision will be made.", "s.17(2)"),
    in_time_rule("pit_extension"),
    REVIEW,
    REGULATOR,
    REGULATOR_OF_THE_DAY,
    REVIEW_IN_TIME,
    NO_PLACEHOLDERS,
)
