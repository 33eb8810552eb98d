"""Whether a letter says what its kind must say, and whether a notice that has a last day meets it."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.asks import ASKS, asks_of
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule, cite
from foi_tracker.law.periods import say

_LAST_DAY = {
    "fees_notice": ("s.9(1); s.10(2)", "reg 8(4) and (5)"),
    "pit_extension": ("s.10(3); s.17(1) and (2)", "reg 14(2)"),
    "eir_extension": ("reg 7(3)", "reg 7(3)"),
}
"""Notices that must be given within the time for answering, and by which provision."""


def unsaid(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """What the kind of letter asks for and the letter does not say."""
    for ask in asks_of(facts.kind, facts.regime, facts.said):
        if ask.required and ask.is_amiss(facts.said, facts.dated):
            wrong = "cannot be right about" if not ask.is_missing(facts.said) else "does not say"
            message = f"The letter {wrong} {ask.lacking}. Fill it in."
            yield Finding(ask.level, ask.code, ask.provision, message, "", "letter")


def too_late(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """A notice after the last day for answering moves nothing: s.9(1), s.17(1); reg 7(3), reg 8(4)."""
    if facts.due is None or facts.dated <= facts.due:
        return
    message = (
        f"This notice had to be given by {say(facts.due)}, the last day for answering. "
        "It no longer moves that date: answer now."
    )
    provision = cite(facts, *_LAST_DAY[facts.kind])
    yield Finding("must", "extension_too_late", provision, message, "", "case")


def said_rule(kind: str, in_order: str) -> Rule:
    """The rule that a kind of letter says what it asks for."""
    required = [ask for ask in ASKS[kind] if ask.required]
    codes = tuple(dict.fromkeys(ask.code for ask in required))
    return Rule(codes, unsaid, in_order, "; ".join(dict.fromkeys(ask.provision for ask in required)))


def in_time_rule(kind: str) -> Rule:
    """The rule that a notice goes within the time for answering."""
    foia, eir = _LAST_DAY[kind]
    return Rule(
        ("extension_too_late",),
        too_late,
        "It goes within the time for answering.",
        foia,
        eir,
        applies=lambda facts: facts.due is not None,
    )
