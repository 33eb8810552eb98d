"""Thirty complete letters of every kind, different in all that letters differ in, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from foi_tracker.law.notices.asks import ASKS
from foi_tracker.law.notices.facts import AnswerFacts, CostFacts, LetterFacts
from foi_tracker.law.outcomes import NOT_VALID, OUTCOMES
from foi_tracker.law.regimes import AuthorityType
from foi_tracker.law.regulator import in_force
from tests.law.notices.examples import AUTHORITY, answer, letter, response
from tests.law.notices.family import ONLY_UNDER, notice

MANY = 30
KINDS_OF_BODY = sorted(set(AuthorityType) - {AuthorityType.SCOTTISH, AuthorityType.ANY})
LABELS = ("1", "2", "3", "7", "8", "8A", "9", "12")


def thirty(kind: str) -> Iterator[LetterFacts]:
    """Thirty letters of this kind, each complete."""
    for number in range(MANY):
        chance = random.Random(f"{kind} {number}")
        yield _varied(_made(kind, chance, number), chance)


def _made(kind: str, chance: random.Random, number: int) -> LetterFacts:
    if kind in ASKS:
        return notice(kind, chance.choice(ONLY_UNDER.get(kind, ("FOIA", "EIR"))))
    if kind == "not_valid":
        return letter(kind, not_valid_reason=chance.choice(sorted(NOT_VALID)))
    if kind == "clarification":
        return letter(kind, clarification=f"Which of the {number + 2} years do you mean?")
    if kind == "response":
        return _response(chance, number)
    return letter(kind)


def _response(chance: random.Random, number: int) -> LetterFacts:
    """Every outcome in its turn, and others beside it, under one law or two."""
    laws = chance.choice([("FOIA",), ("EIR",), ("FOIA", "EIR")])
    first = list(OUTCOMES)[number % len(OUTCOMES)]
    outcomes = [first, *chance.choices(list(OUTCOMES), k=chance.randint(0, len(LABELS) - 1))]
    return response(
        *(
            _answer(label, outcome, chance.choice(laws))
            for label, outcome in zip(LABELS, outcomes, strict=False)
        )
    )


def _answer(label: str, outcome: str, law: str) -> AnswerFacts:
    under = "FOIA" if OUTCOMES[outcome].of_the_act_alone else law
    return replace(answer(label, outcome, under), regime=under)


def _varied(facts: LetterFacts, chance: random.Random) -> LetterFacts:
    """The same in every way that does not matter to the law."""
    dated = date(2026, 10, 5) + timedelta(days=chance.randrange(300))
    moved = dated - facts.dated
    authority = replace(
        AUTHORITY,
        kind=chance.choice(KINDS_OF_BODY),
        review_working_days=chance.choice((20, 40)),
        letterhead_at_foot=chance.random() < 0.3,
        reuse=chance.choice(("ogl", "own")),
        reuse_text="You may use it as you like.",
        greeting=chance.choice(("", "Sir or Madam")),
    )
    return replace(
        facts,
        dated=dated,
        received=facts.received + moved,
        due=facts.due and facts.due + moved,
        until=facts.until and facts.until + moved,
        answers=tuple(_moved(each, moved) for each in facts.answers),
        cost=facts.cost and _over_every_limit(facts.cost),
        said=_moved_days(facts.said, moved),
        authority=authority,
        regulator=in_force(dated),
        reference=f"{chance.randrange(1, 999):03d}-26",
        layout=chance.choice(("numbered", "interleaved")),
        large_print=chance.random() < 0.3,
        their_reference=chance.choice(("", "ABC/7")),
        adjustment=chance.choice(("", "By telephone")),
    )


def _over_every_limit(cost: CostFacts) -> CostFacts:
    """A department's limit is 24 hours, where a council's is 18."""
    return replace(cost, rows=tuple(replace(row, records=2 * row.records) for row in cost.rows))


def _moved(each: AnswerFacts, by: timedelta) -> AnswerFacts:
    return replace(each, details=_moved_days(each.details, by))


def _moved_days(words: Mapping[str, str], by: timedelta) -> dict[str, str]:
    """The same words with every day moved along with the letter's."""
    found = {}
    for name, value in words.items():
        try:
            found[name] = (date.fromisoformat(value) + by).isoformat()
        except ValueError:
            found[name] = value
    return found
