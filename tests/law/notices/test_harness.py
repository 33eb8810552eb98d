"""Every complete letter gives no finding; each fact it needs, taken away, gives its own finding and no other.

The letters are the golden ones, and thirty of every kind that differ in all that letters differ in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices import RULES, check
from foi_tracker.law.notices.asks import ASKS
from foi_tracker.law.notices.facts import LetterFacts
from tests.law.notices.examples import DETAILS
from tests.law.notices.taken_away import Expected, each_fact
from tests.law.notices.thirty import MANY, thirty
from tests.letters.complete import GOLDEN

HOLIDAYS = BankHolidays.shipped()


def _found(facts: LetterFacts) -> list[Expected]:
    return [(each.level, each.code, each.where) for each in check(facts, HOLIDAYS)]


def _every_golden_without_one() -> Iterator[tuple[str, LetterFacts, Expected]]:
    for name, facts in GOLDEN.items():
        for what, without, expected in each_fact(facts):
            yield f"{name}: {what}", without, expected


TAKEN = list(_every_golden_without_one())


@pytest.mark.parametrize("name", GOLDEN)
def test_a_golden_letter_gives_no_finding(name: str) -> None:
    assert _found(GOLDEN[name]) == []


@pytest.mark.parametrize(("name", "facts", "expected"), TAKEN, ids=[name for name, *_ in TAKEN])
def test_a_fact_taken_away_gives_its_finding_and_no_other(
    name: str, facts: LetterFacts, expected: Expected
) -> None:
    assert _found(facts) == [expected]


@pytest.mark.parametrize("kind", RULES)
def test_thirty_complete_letters_of_every_kind_give_no_finding(kind: str) -> None:
    letters = list(thirty(kind))
    assert len({repr(facts) for facts in letters}) == MANY
    assert {repr(facts): _found(facts) for facts in letters if _found(facts)} == {}


@pytest.mark.parametrize("kind", RULES)
def test_of_each_of_the_thirty_every_fact_is_needed(kind: str) -> None:
    wrong = {
        f"{number}: {what}": _found(without)
        for number, facts in enumerate(thirty(kind))
        for what, without, expected in each_fact(facts)
        if _found(without) != [expected]
    }
    assert wrong == {}


def test_the_harness_takes_something_from_every_kind_and_every_outcome() -> None:
    kinds = {facts.kind for _, facts, _ in TAKEN}
    assert kinds == set(RULES) - {"acknowledgement"}  # the Act asks nothing of it
    taken = {expected[1] for _, _, expected in TAKEN}
    assert taken >= {
        "question_unanswered",
        "outcome_incomplete",
        "ground_missing",
        "reason_missing",
        "harm_missing",
        "likelihood_missing",
        "public_interest_missing",
        "eir_exception_missing",
        "eir_public_interest_missing",
        "ncnd_provision_missing",
        "pit_estimate_missing",
        "not_held_unexplained",
        "cost_estimate_missing",
        "advice_missing",
        "review_missing",
        "regulator_missing",
        "late_unexplained",
        "held_not_stated",
        "reuse_missing",
    }
    asked = {facts.kind for _, facts, _ in TAKEN} & set(ASKS)
    assert asked == set(ASKS)


def test_the_thirty_answers_hold_every_outcome() -> None:
    held = {answer.outcome for facts in thirty("response") for answer in facts.answers}
    assert held >= set(DETAILS)


def test_nothing_taken_is_nothing_found() -> None:
    """The harness itself: each letter it makes differs from the one it began with."""
    for facts in GOLDEN.values():
        assert all(without != replace(facts) for _, without, _ in each_fact(facts))
