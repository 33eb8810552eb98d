"""Whether every answer says if what was asked for is held: s.1(1)(a).

The paragraph of each outcome says it in its first words, and an authority may word that paragraph itself.
`LetterFacts.held_unsaid` names the outcomes whose paragraph, as worded for this letter, does not: it is read
from the wording's placeholders (foi_tracker.letters.held), never guessed from what the officer typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import AnswerFacts, Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule
from foi_tracker.law.outcomes import OUTCOMES


def _to_say(facts: LetterFacts) -> Iterator[AnswerFacts]:
    """The answers whose own paragraph has to say it."""
    for answer in facts.answers:
        outcome = OUTCOMES.get(answer.outcome)
        if outcome and outcome.says_whether_held and not answer.same_as:
            yield answer


def held_not_stated(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """An answer that leaves out whether it is held: s.1(1)(a); reg 14(3). One finding a paragraph."""
    seen: set[str] = set()
    for answer in _to_say(facts):
        if answer.outcome in facts.held_unsaid and answer.outcome not in seen:
            seen.add(answer.outcome)
            asked = f"Question {answer.label} ({OUTCOMES[answer.outcome].label})"
            message = (
                f"{asked}: the letter does not say whether we hold it. "
                "Put that back into the standard paragraph."
            )
            provision = "reg 14(3)" if (answer.regime or facts.regime) == "EIR" else "s.1(1)(a)"
            yield Finding("must", "held_not_stated", provision, message, answer.label, "settings")


HELD_OR_NOT = Rule(
    ("held_not_stated",),
    held_not_stated,
    "It says of every question whether we hold it.",
    "s.1(1)(a)",
    "reg 14(3)",
    applies=lambda facts: any(_to_say(facts)),
)
