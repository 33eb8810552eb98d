"""The facts that are stored with a letter come back as they were."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.law.notices.facts import AnswerFacts, LetterFacts
from foi_tracker.letters.facts import from_json, to_json
from tests.letters.made import LETTERS, every_letter

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
answers = st.builds(
    AnswerFacts,
    label=words,
    question=words,
    answer=words,
    details=st.dictionaries(words, words, max_size=3),
    attachments=st.lists(words, max_size=3).map(tuple),
)


@every_letter
def test_a_letter_survives_its_storage(name: str) -> None:
    stored = json.dumps(to_json(LETTERS[name]))
    assert from_json(json.loads(stored)) == LETTERS[name]


@given(
    st.lists(answers, max_size=4).map(tuple),
    st.none() | st.dates(),
    st.dates(),
    words,
    st.booleans(),
)
def test_whatever_is_typed_survives(
    given_answers: tuple[AnswerFacts, ...], due: date | None, dated: date, subject: str, large: bool
) -> None:
    facts = replace(
        LETTERS["response-numbered"],
        answers=given_answers,
        due=due,
        dated=dated,
        subject=subject,
        large_print=large,
    )
    assert from_json(json.loads(json.dumps(to_json(facts)))) == facts


def test_a_letter_without_a_regulator_survives() -> None:
    facts = replace(LETTERS["not-valid"], regulator=None)
    assert from_json(to_json(facts)).regulator is None


def test_an_older_letter_takes_the_default_of_a_field_it_did_not_have() -> None:
    stored = to_json(LETTERS["acknowledgement"])
    del stored["form_wanted"], stored["authority"]["footer"]
    facts = from_json(stored)
    assert (facts.form_wanted, facts.authority.footer) == ("", "")


@pytest.mark.parametrize(
    "change",
    [
        {"nonsense": 1},
        {"dated": "yesterday"},
        {"answers": "1"},
        {"working_days_late": "three"},
        {"recipient": None},
        {"answers": [{"label": "1"}]},
        {"answers": [{"label": "1", "question": "?", "details": "x"}]},
    ],
)
def test_what_are_not_the_facts_of_a_letter_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        from_json({**to_json(LETTERS["acknowledgement"]), **change})


def test_a_missing_fact_is_named() -> None:
    stored = to_json(LETTERS["acknowledgement"])
    del stored["reference"]
    with pytest.raises(ValueError, match="reference"):
        from_json(stored)
    assert isinstance(from_json(to_json(LETTERS["acknowledgement"])), LetterFacts)
