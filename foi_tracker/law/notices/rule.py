"""What a rule of the statutory check is: what it looks for, and what it says when nothing is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding, LetterFacts

Look = Callable[[LetterFacts, BankHolidays | None], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """One thing the law, the Code or good practice asks of a letter."""

    codes: tuple[str, ...]  # the findings it can give
    look: Look
    in_order: str  # one sentence for the officer when it finds nothing
    provision: str
    eir_provision: str = ""  # where the EIR ask the same; "" for the same words
    applies: Callable[[LetterFacts], bool] = lambda facts: True

    def provision_for(self, facts: LetterFacts) -> str:
        """The provision under the letter's law."""
        return cite(facts, self.provision, self.eir_provision)


def is_eir(facts: LetterFacts) -> bool:
    """Whether the letter is written under the Environmental Information Regulations."""
    return facts.regime.startswith("EIR")


def has_eir(facts: LetterFacts) -> bool:
    """Whether any of it is under the Regulations: all of the letter, or some of its questions."""
    return any((answer.regime or facts.regime) == "EIR" for answer in facts.answers) or (
        is_eir(facts) and not facts.answers
    )


def cite(facts: LetterFacts, foia: str, eir: str = "") -> str:
    """The provision of the law that the letter is written under."""
    return eir if eir and is_eir(facts) else foia
