"""Refusals of a request as a whole: the cost estimate (s.12), its advice (s.16), and section 14."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.cost_limit import (
    ANSWERING,
    COST_SECTIONS,
    in_hours,
    is_over,
    limit_of,
    total_hours,
    why_not_counted,
)
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule
from foi_tracker.law.whole_request import WHOLE_SECTIONS

ESTIMATE, WHOLE = "cost", "whole"
"""What mends them: the page of the estimate, and that of section 14."""


def _refused(facts: LetterFacts, outcomes: Collection[str], regime: str = "FOIA") -> list[str]:
    """Labels of the questions under this law that have one of these outcomes."""
    return [
        answer.label
        for answer in facts.answers
        if answer.outcome in outcomes and (answer.regime or facts.regime) == regime
    ]


def refuses_for_cost(facts: LetterFacts) -> bool:
    """Whether any question is refused under s.12."""
    return bool(_refused(facts, COST_SECTIONS))


def refuses_under_14(facts: LetterFacts) -> bool:
    """Whether any question is refused under s.14."""
    return bool(_refused(facts, WHOLE_SECTIONS))


def _sections(facts: LetterFacts) -> list[str]:
    """The subsections of s.12 that the letter relies on."""
    return [section for code, section in COST_SECTIONS.items() if _refused(facts, {code})]


def no_estimate(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """How the hours were reckoned: the rows, and what their minutes rest on (s.45 Code)."""
    if not refuses_for_cost(facts):
        return
    if facts.cost is None or not facts.cost.rows:
        message = "The letter refuses for cost and gives no estimate. Make the cost estimate of the request."
    elif not facts.cost.sampled.strip():
        message = "The estimate does not say what its minutes rest on. Say how a sample was timed."
    else:
        return
    yield Finding("should", "cost_estimate_missing", "s.45 Code", message, "", ESTIMATE)


def no_advice(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """What could be provided within the limit, or why nothing can: s.16."""
    if refuses_for_cost(facts) and not (facts.cost and facts.cost.within_limit.strip()):
        message = "The letter does not say what could be provided within the cost limit, or why nothing can."
        yield Finding("must", "advice_missing", "s.16", message, "", ESTIMATE)


def not_over(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """The estimate must exceed the limit of the kind of authority: s.12(1) and (2); SI 2004/3244 reg 3."""
    limit = limit_of(facts.authority.kind)
    if limit is None or facts.cost is None or not facts.cost.rows:
        return
    if any(map(why_not_counted, facts.cost.rows)):
        return  # what does not count comes out first
    for section in _sections(facts):
        hours = total_hours(facts.cost.rows, section)
        if not is_over(hours, limit):
            what = "to answer" if section == ANSWERING else "to find out whether it is held"
            message = (
                f"The estimate is {in_hours(hours, limit)} {what}, and the limit is {limit.hours}. "
                "Answer the question, or choose another outcome."
            )
            yield Finding("must", "cost_not_over_limit", f"s.{section}", message, "", ESTIMATE)


def not_allowed(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Only finding out whether it is held, locating, retrieving and extracting it count: reg 4(3)."""
    if not refuses_for_cost(facts) or facts.cost is None:
        return
    for row in facts.cost.rows:
        if why := why_not_counted(row):
            message = f"The estimate counts {row.what or row.activity}. {why}"
            yield Finding("must", "cost_activity_not_allowed", "SI 2004/3244 reg 4(3)", message, "", ESTIMATE)


def no_cost_limit(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Sections 12 and 14 are the Act's; the EIR have regulation 12(4)(b) and its public interest test."""
    for label in _refused(facts, {*COST_SECTIONS, *WHOLE_SECTIONS}, "EIR"):
        message = (
            f"Question {label} is environmental information: sections 12 and 14 do not apply. Withhold it "
            "under regulation 12(4)(b), with its public interest test, or answer it."
        )
        yield Finding(
            "must", "eir_exception_missing", "reg 12(4)(b); reg 14(3)", message, label, f"question:{label}"
        )


def no_waiting_for_publication(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Section 22 is the Act's: the EIR have no exception for what will be published."""
    for label in _refused(facts, {"future_publication"}, "EIR"):
        message = (
            f"Question {label} is environmental information: the Regulations have no exception for what is "
            "still to be published. Give it now, or withhold it under one, such as regulation 12(4)(d)."
        )
        yield Finding("must", "eir_exception_missing", "reg 14(3)(a)", message, label, f"question:{label}")


def not_said_why_whole(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Section 14: that it was judged, and which request is repeated."""
    vexatious, repeated = (_refused(facts, {code}) for code in WHOLE_SECTIONS)
    if facts.whole is None and (vexatious or repeated):
        message = "The letter refuses the whole request, and nothing is kept of why. Record what shows it."
    elif repeated and facts.whole and not facts.whole.earlier_reference.strip():
        message = "The letter does not say which request this one repeats. Give its reference."
    else:
        return
    section = "s.14(2)" if repeated else "s.14(1)"
    yield Finding("must", "outcome_incomplete", section, message, "", WHOLE)


ESTIMATED = Rule(
    ("cost_estimate_missing",),
    no_estimate,
    "It prints the estimate and what it rests on.",
    "s.45 Code",
    applies=refuses_for_cost,
)
ADVICE = Rule(
    ("advice_missing",),
    no_advice,
    "It says what could be provided within the limit.",
    "s.16",
    applies=refuses_for_cost,
)
OVER_LIMIT = Rule(
    ("cost_not_over_limit",),
    not_over,
    "The estimate is over the cost limit.",
    "s.12",
    applies=refuses_for_cost,
)
COUNTED = Rule(
    ("cost_activity_not_allowed",),
    not_allowed,
    "The estimate counts only what may be counted.",
    "SI 2004/3244 reg 4(3)",
    applies=refuses_for_cost,
)
RIGHT_LAW = Rule(
    ("eir_exception_missing",),
    lambda facts, holidays: (
        *no_cost_limit(facts, holidays),
        *no_waiting_for_publication(facts, holidays),
    ),
    "What the Regulations do not know is not relied on.",
    "reg 14(3)",
    applies=lambda facts: bool(
        _refused(facts, {*COST_SECTIONS, *WHOLE_SECTIONS, "future_publication"}, "EIR")
    ),
)
WHOLE_REQUEST = Rule(
    ("outcome_incomplete",),
    not_said_why_whole,
    "Why the whole request is refused is on record.",
    "s.14",
    applies=refuses_under_14,
)
COST_RULES = (ESTIMATED, ADVICE, OVER_LIMIT, COUNTED, RIGHT_LAW, WHOLE_REQUEST)
