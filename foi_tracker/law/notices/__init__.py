"""What each notice must hold: facts of a letter in, findings out. One file a notice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices import (
    acknowledgement,
    clarification,
    closure,
    consultation,
    eir_extension,
    fees_notice,
    holding,
    not_valid,
    pit_extension,
    response,
    transfer,
)
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule
from foi_tracker.law.regimes import UnknownWord

RULES: Mapping[str, tuple[Rule, ...]] = {
    "acknowledgement": acknowledgement.RULES,
    "not_valid": not_valid.RULES,
    "clarification": clarification.RULES,
    "response": response.RULES,
    "fees_notice": fees_notice.RULES,
    "pit_extension": pit_extension.RULES,
    "eir_extension": eir_extension.RULES,
    "transfer": transfer.RULES,
    "passed_on": transfer.PASSED_ON,
    "holding": holding.RULES,
    "closure": closure.RULES,
    "consultation": consultation.RULES,
}
"""The rules of each kind of letter, in the order of reading it."""


def check(facts: LetterFacts, holidays: BankHolidays | None = None) -> tuple[Finding, ...]:
    """What is missing from a letter or wrong in it: what must be mended first, then what should be.

    A `must` is required by the Act or the Regulations and stops the letter; a `should` by the Code, the
    regulator or good practice. One finding a defect. Raises UnknownWord for a kind that has no rules.
    """
    found = [finding for rule in _rules(facts) for finding in rule.look(facts, holidays)]
    return tuple(sorted(found, key=lambda finding: finding.level != "must"))


def in_order(facts: LetterFacts, findings: Iterable[Finding]) -> tuple[str, ...]:
    """One short sentence, with its provision, for each rule that applies to the letter and found nothing."""
    codes = {finding.code for finding in findings}
    return tuple(
        f"{rule.in_order} ({rule.provision_for(facts)})"
        for rule in _rules(facts)
        if rule.applies(facts) and not codes & set(rule.codes)
    )


def _rules(facts: LetterFacts) -> tuple[Rule, ...]:
    if facts.kind not in RULES:
        raise UnknownWord("The kind of letter", facts.kind, RULES)
    return RULES[facts.kind]
