"""What the law misses in a letter that somebody else wrote."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding
from foi_tracker.law.notices.strangers_facts import ReadLetter
from foi_tracker.law.periods import say
from foi_tracker.law.regulator import dead_details
from foi_tracker.law.working_days import working_days_between


def check_read(letter: ReadLetter, holidays: BankHolidays) -> tuple[Finding, ...]:
    """What is missing from a letter or wrong in it, as far as its words tell: what must be, first."""
    found = [*_late(letter, holidays), *_remedies(letter)]
    return tuple(sorted(found, key=lambda finding: finding.level != "must"))


def _late(letter: ReadLetter, holidays: BankHolidays) -> Iterator[Finding]:
    if letter.due is None or letter.issued is None or letter.issued <= letter.due:
        return
    days = working_days_between(letter.due, letter.issued, holidays)
    message = f"The letter is {days} working days late. It was due on {say(letter.due)}."
    yield Finding("must", "late", "s.10(1)", message)


def _remedies(letter: ReadLetter) -> Iterator[Finding]:
    level = "must" if letter.kind == "refusal" else "should"
    if not letter.review:
        message = "The letter does not say how to ask for an internal review."
        yield Finding(level, "review_missing", "s.17(7)(a)", message)
    if not letter.regulator:
        message = "The letter does not say how to complain to the regulator."
        yield Finding(level, "regulator_missing", "s.17(7)(b)", message)
    if letter.issued:
        for dead in dead_details(letter.words, letter.issued, standing=False):
            message = f"The letter gives a {dead.what} that is out of use: use {dead.instead}."
            yield Finding("must", "regulator_out_of_date", "s.17(7)(b)", message)
