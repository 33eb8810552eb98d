"""What the reader can do next: an internal review, then the regulator, as they are on the letter's day."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule, cite, has_eir, is_eir
from foi_tracker.law.notices.words import answers, standing
from foi_tracker.law.outcomes import is_refusal
from foi_tracker.law.regulator import dead_details, in_force

SLOWEST_REVIEW = 40
"""Working days: the Code's outer limit, and reg 11(4)'s."""


NOT_HELD_LETTERS = frozenset({"transfer", "passed_on"})
"""Under the EIR these are refusals under reg 12(4)(a): reg 10(1) and reg 14."""


def refuses(facts: LetterFacts) -> bool:
    """Whether the letter is a notice under s.17(1), (3) or (5), or under reg 14."""
    if facts.kind in NOT_HELD_LETTERS:
        return is_eir(facts)
    if facts.kind not in ("response", "pit_extension"):
        return False
    return any(
        answer.grounds or is_refusal(answer.outcome, answer.regime or facts.regime)
        for answer in facts.answers
    )


def _level(facts: LetterFacts) -> str:
    return "must" if refuses(facts) else "should"


def no_review(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Particulars of the review, or that there is none: s.17(7)(a)."""
    authority = facts.authority
    if not authority.review_procedure or any(line.strip() for line in authority.review_contact):
        return
    provision = (
        cite(facts, "s.17(7)(a)", "reg 14(5)(a)") if refuses(facts) else cite(facts, "s.45 Code", "reg 11")
    )
    message = (
        "The letter does not say how to ask for an internal review. Fill in where to ask, in the settings."
    )
    yield Finding(_level(facts), "review_missing", provision, message, "", "settings")


def no_representations(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Under reg 11 everybody may make representations: no authority can say that it has no procedure."""
    if has_eir(facts) and not facts.authority.review_procedure:
        message = (
            "The Regulations give a right to make representations, and the letter says that there is no "
            "review. Say in the settings that there is one, and where to ask."
        )
        yield Finding("must", "eir_rights_missing", "reg 11; reg 14(5)", message, "", "settings")


def no_regulator(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Particulars of the right to apply to the regulator: s.17(7)(b); reg 14(5)(b)."""
    regulator = facts.regulator
    if regulator and regulator.name and (regulator.link or regulator.telephone or regulator.postal_address):
        return
    code = cite(facts, "s.45 Code", "reg 16 Code")
    provision = cite(facts, "s.17(7)(b)", "reg 14(5)(b)") if refuses(facts) else code
    message = "The letter does not say how to complain to the regulator. Fill in the regulator's details."
    yield Finding(_level(facts), "regulator_missing", provision, message, "", "settings")


def out_of_date(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Names, numbers and links of the regulator that are out of use on the letter's day."""
    provision = cite(facts, "s.17(7)(b)", "reg 14(5)(b)")
    changed_on = facts.regulator.changed_on if facts.regulator else None
    stale = _stale_regulator(facts)
    if stale:
        yield Finding("must", "regulator_out_of_date", provision, stale, "", "settings")
    for text in (*standing(facts), *answers(facts)):
        dead = dead_details(text.words, facts.dated, changed_on, standing=text.standing)
        if dead:
            said = "; ".join(f"{detail.what} (use {detail.instead})" for detail in dead)
            message = f"{text.place} has details of the regulator that are out of use: {said}."
            yield Finding("must", "regulator_out_of_date", provision, message, text.label, text.mend)


def _stale_regulator(facts: LetterFacts) -> str:
    """What is wrong with the regulator's own block, or ""."""
    regulator = facts.regulator
    if regulator is None or not regulator.name:
        return ""
    now = in_force(facts.dated, regulator.changed_on)
    if regulator.name != now.name:
        return f"On the letter's day the regulator is the {now.name}, not the {regulator.name}."
    block = "\n".join((regulator.telephone, regulator.link, *regulator.postal_address))
    dead = dead_details(block, facts.dated, regulator.changed_on)
    said = "; ".join(f"{detail.what} (use {detail.instead})" for detail in dead)
    return f"The regulator's details are out of use: {said}." if said else ""


def slow_review(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """A review promised in more than 40 working days: s.45 Code; reg 11(4)."""
    days = facts.authority.review_working_days
    if facts.authority.review_procedure and days > SLOWEST_REVIEW:
        message = (
            f"The letter promises a review within {days} working days. Promise {SLOWEST_REVIEW} at most."
        )
        provision = cite(facts, "s.45 Code", "reg 11(4)")
        yield Finding("should", "review_too_slow", provision, message, "", "settings")


REVIEW = Rule(
    ("review_missing", "eir_rights_missing"),
    lambda facts, holidays: (*no_review(facts, holidays), *no_representations(facts, holidays)),
    "It says how to ask for a review.",
    "s.17(7)(a)",
    "reg 14(5)(a)",
)
REGULATOR = Rule(
    ("regulator_missing",),
    no_regulator,
    "It says how to complain to the regulator.",
    "s.17(7)(b)",
    "reg 14(5)(b)",
)
REGULATOR_OF_THE_DAY = Rule(
    ("regulator_out_of_date",),
    out_of_date,
    "The regulator's details are those of the letter's day.",
    "s.17(7)(b)",
    "reg 14(5)(b)",
)
REVIEW_IN_TIME = Rule(
    ("review_too_slow",),
    slow_review,
    "A review is promised within 40 working days.",
    "s.45 Code",
    "reg 11(4)",
)
