"""Whether the letter is in time, and if it is late, whether it says so."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule, cite
from foi_tracker.law.periods import say
from foi_tracker.law.working_days import working_days_between


def days_late(facts: LetterFacts, holidays: BankHolidays | None) -> int:
    """Working days that the letter is late: 0 where it is in time, or where no date is running."""
    if facts.working_days_late > 0 or facts.due is None or facts.dated <= facts.due:
        return max(0, facts.working_days_late)
    return max(1, working_days_between(facts.due, facts.dated, holidays)) if holidays else 1


def late(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Late is a breach of s.10(1) whatever is said; saying so and why is what the reader is owed."""
    days = days_late(facts, holidays)
    if not days:
        return
    provision = cite(facts, "s.10(1)", "reg 5(2)")
    due = f" It was due on {say(facts.due)}." if facts.due else ""
    many = "1 working day" if days == 1 else f"{days} working days"
    if facts.late_reason.strip():
        message = f"The letter is {many} late, and says so.{due}"
        yield Finding("should", "late", provision, message, "", "case")
        return
    message = f"The letter is {many} late and says nothing of it.{due} Say why, so that it can apologise."
    yield Finding("must", "late", provision, message, "", "case")
    yield Finding("should", "late_unexplained", provision, "Say why the letter is late.", "", "case")


IN_TIME = Rule(
    ("late", "late_unexplained"),
    late,
    "It is in time.",
    "s.10(1)",
    "reg 5(2)",
    applies=lambda facts: facts.due is not None,
)
