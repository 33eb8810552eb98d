"""What may become of a question, and what each outcome asks for."""

from __future__ import annotations

import pytest

from foi_tracker.law.outcomes import (
    GROUPS,
    NEED_NOT,
    NOT_VALID,
    OTHER,
    OUTCOMES,
    WE_DO_NOT,
    WE_HOLD_IT,
    fields_of,
    is_refusal,
    missing,
    outcomes_in,
)

# Written by hand: the fields without which each outcome is incomplete.
NEEDS = {
    "disclosed": ["answer"],
    "part_disclosed": ["answer"],
    "withheld": [],
    "accessible": ["where"],
    "future_publication": ["when", "settled", "pi_for", "pi_against", "pi_conclusion"],
    "decision_pending": ["estimated_date"],
    "part_held": ["answer", "not_held_part"],
    "not_held": ["searched"],
    "cost_limit": [],  # sections 12 and 14 are of the request as a whole: their facts stand at the case
    "cost_limit_confirm": [],
    "ncnd": [],
    "vexatious": [],
    "repeated": [],
    "own_data": ["handed_on"],
    "not_applicable": ["because_of"],
    "clarification": ["clarification_question"],
    "outside_act": ["asked_first", "answer"],
    "withdrawn": ["withdrawn_how"],
}


def test_every_outcome_is_there_and_no_other():
    assert set(OUTCOMES) == set(NEEDS)


@pytest.mark.parametrize("code", NEEDS)
def test_with_nothing_filled_in_everything_needed_is_named(code):
    assert [field.name for field in missing(code, "", {})] == NEEDS[code]


@pytest.mark.parametrize("code", NEEDS)
def test_white_space_is_empty(code):
    details = dict.fromkeys(NEEDS[code], " \n")
    assert [field.name for field in missing(code, " ", details, (), "\t")] == NEEDS[code]


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in NEEDS.items() for name in names])
def test_each_missing_field_is_named_alone(code, name):
    details = {each: "given" for each in NEEDS[code] if each not in (name, "answer", "because_of")}
    answer = "" if name == "answer" else "given"
    because_of = "" if name == "because_of" else "2"
    assert [field.name for field in missing(code, answer, details, (), because_of)] == [name]


def test_an_attachment_stands_for_the_words_of_an_answer():
    assert missing("disclosed", "", {}, ["Table"]) == []
    assert [field.name for field in missing("outside_act", "", {"asked_first": "x"}, ["Table"])] == ["answer"]


def test_an_unanswered_question_asks_for_nothing():
    assert missing("", "", {}) == []


def test_who_may_hold_it_may_stay_empty():
    """s.16: where nobody is known."""
    assert not next(field for field in fields_of("not_held") if field.name == "holder").required


def test_the_groups_hold_every_outcome_once():
    assert [outcome.code for group in GROUPS for outcome in outcomes_in(group)] == list(OUTCOMES)
    assert [outcome.code for outcome in outcomes_in(WE_DO_NOT)] == ["not_held"]
    assert "cost_limit" in [outcome.code for outcome in outcomes_in(NEED_NOT)]
    assert "withheld" in [outcome.code for outcome in outcomes_in(WE_HOLD_IT)]
    assert "withdrawn" in [outcome.code for outcome in outcomes_in(OTHER)]


@pytest.mark.parametrize(
    ("code", "held"),
    [("disclosed", "yes"), ("not_held", "no"), ("part_held", "part"), ("ncnd", "not_said"),
     ("cost_limit", ""), ("cost_limit_confirm", "not_said"), ("own_data", "not_said"), ("withheld", "yes")],
)  # fmt: skip
def test_what_an_outcome_says_of_holding(code, held):
    assert OUTCOMES[code].held == held


def test_what_is_kept_internal_is_never_printed():
    internal = {field.name for outcome in OUTCOMES.values() for field in outcome.fields if field.internal}
    assert internal == {"asked_first"}


def test_refusals_under_the_act():
    """s.17(1), (3) and (5): not held is no refusal."""
    assert {code for code in OUTCOMES if is_refusal(code, "FOIA")} == {
        "part_disclosed", "withheld", "accessible", "future_publication", "decision_pending", "cost_limit",
        "cost_limit_confirm", "ncnd", "vexatious", "repeated", "own_data",
    }  # fmt: skip


def test_under_the_regulations_not_held_is_a_refusal_too():
    """EIR reg 12(4)(a), reg 14."""
    assert is_refusal("not_held", "EIR")
    assert is_refusal("part_held", "EIR")
    assert not is_refusal("disclosed", "EIR")


def test_every_field_has_words_and_a_provision():
    for outcome in OUTCOMES.values():
        for field in outcome.fields:
            assert field.label
            assert field.hint
            assert field.provision, (outcome.code, field.name)


def test_the_reasons_why_a_request_is_not_valid():
    assert list(NOT_VALID) == [
        "no_name", "no_address", "not_described", "not_recorded", "another_body", "own_data",
        "business_as_usual",
    ]  # fmt: skip


def test_only_what_section_8_asks_for_can_still_come_and_make_it_a_request():
    can = [code for code, reason in NOT_VALID.items() if reason.can_be_completed]
    assert can == ["no_name", "no_address", "not_described", "not_recorded"]


def test_the_description_is_what_is_missing_where_no_recorded_information_is_described():
    lacking = [code for code, reason in NOT_VALID.items() if reason.lacks_description]
    assert lacking == ["not_described", "not_recorded"]
