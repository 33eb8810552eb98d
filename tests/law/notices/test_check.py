"""Complete letters give no finding; take one fact away and exactly one defect is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices import RULES, check, in_order
from foi_tracker.law.notices.codes import CODES
from foi_tracker.law.notices.facts import AnswerFacts, RegulatorFacts
from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.law.regimes import UnknownWord
from foi_tracker.law.regulator import in_force
from tests.law.notices import cost_refusals, family, prudence, refusals
from tests.law.notices.examples import AUTHORITY, COMPLETE, DETAILS, answer, file, letter, response
from tests.law.notices.family import FAMILY

HOLIDAYS = BankHolidays.shipped()
PROVIDED = response(answer("1", "disclosed"))
REFUSED = response(answer("1", "withheld"))


def without(outcome, name):
    details = {key: value for key, value in DETAILS[outcome].items() if key != name}
    return response(answer("1", outcome, details=details))


def authority(**changes):
    return replace(AUTHORITY, **changes)


DEFECTS = {
    "no outcome": (
        response(answer("1", "disclosed"), AnswerFacts("2", "And that?")),
        ("must", "question_unanswered", "2"),
    ),
    "a question left out": (
        response(answer("1", "disclosed"), all_labels=("1", "8A")),
        ("must", "question_unanswered", "8A"),
    ),
    "no answers at all": (response(), ("must", "question_unanswered", "")),
    "a label twice": (
        replace(response(answer("1", "disclosed"), answer("1", "disclosed")), all_labels=("1",)),
        ("must", "answers_misnumbered", "1"),
    ),
    "a label nobody asked": (
        replace(PROVIDED, answers=(*PROVIDED.answers, answer("7", "disclosed"))),
        ("must", "answers_misnumbered", "7"),
    ),
    "answers out of order": (
        replace(response(answer("10", "disclosed"), answer("9", "disclosed")), all_labels=("9", "10")),
        ("must", "answers_misnumbered", "9"),
    ),
    "an outcome that is not known": (
        response(replace(answer("1", "disclosed"), outcome="maybe")),
        ("must", "outcome_incomplete", "1"),
    ),
    "same as itself": (response(AnswerFacts("1", "?", same_as="1")), ("must", "outcome_incomplete", "1")),
    "same as nothing": (response(AnswerFacts("1", "?", same_as="4")), ("must", "outcome_incomplete", "1")),
    "falls away because of nothing": (
        response(answer("1", "not_applicable", because_of="")),
        ("must", "outcome_incomplete", "1"),
    ),
    "falls away because of itself": (
        response(answer("1", "not_applicable", because_of="1")),
        ("must", "outcome_incomplete", "1"),
    ),
    "falls away because of an empty statement": (
        response(answer("1", "not_applicable"), opening_statement=" "),
        ("must", "outcome_incomplete", "1"),
    ),
    "provided without words": (
        response(answer("1", "disclosed", answer="")),
        ("must", "outcome_incomplete", "1"),
    ),
    "not held without a search": (without("not_held", "searched"), ("should", "not_held_unexplained", "1")),
    "no review in a refusal": (
        replace(REFUSED, authority=authority(review_contact=())),
        ("must", "review_missing", ""),
    ),
    "no review where all is given": (
        replace(PROVIDED, authority=authority(review_contact=(" ",))),
        ("should", "review_missing", ""),
    ),
    "no regulator in a refusal": (replace(REFUSED, regulator=None), ("must", "regulator_missing", "")),
    "no regulator where all is given": (
        replace(PROVIDED, regulator=None),
        ("should", "regulator_missing", ""),
    ),
    "a regulator nobody can reach": (
        replace(REFUSED, regulator=RegulatorFacts("Information Commission", "ICO", "", "")),
        ("must", "regulator_missing", ""),
    ),
    "the old regulator": (
        replace(PROVIDED, regulator=in_force(date(2026, 9, 1))),
        ("must", "regulator_out_of_date", ""),
    ),
    "dead numbers in the footer": (
        replace(
            PROVIDED, authority=authority(footer="ICO: 08456 30 60 60 or 01625 54 57 45, www.ico.gov.uk")
        ),
        ("must", "regulator_out_of_date", ""),
    ),
    "the old name in the re-use paragraph": (
        replace(PROVIDED, authority=authority(reuse_text="Or write to the Information Commissioner.")),
        ("must", "regulator_out_of_date", ""),
    ),
    "a dead link in an answer": (
        response(answer("1", "disclosed", answer="See www.ico.gov.uk for more.")),
        ("must", "regulator_out_of_date", "1"),
    ),
    "a review in two months": (
        replace(PROVIDED, authority=authority(review_working_days=43)),
        ("should", "review_too_slow", ""),
    ),
    "a file that is not there": (
        response(answer("1", "disclosed", answer="Please see the attachment titled “Bins”.")),
        ("must", "attachment_missing", "1"),
    ),
    "a file that fell out of the letter": (
        response(answer("1", "disclosed", attachments=("Bins by ward",))),
        ("must", "attachment_missing", "1"),
    ),
    "a file nobody looked at": (
        response(
            answer("1", "disclosed", attachments=("Bins by ward",)), attachments=(file(looked_at_by=" "),)
        ),
        ("must", "attachment_missing", "1"),
    ),
    "a file left on a question that is withheld by now": (
        response(answer("1", "withheld", attachments=("Bins by ward",)), attachments=(file(),)),
        ("must", "attachment_not_given", "1"),
    ),
    "a file left on a question that takes an answer which withholds": (
        response(
            answer("1", "withheld"),
            AnswerFacts("2", "And that?", same_as="1", attachments=("Bins by ward",)),
            attachments=(file(question="2"),),
        ),
        ("must", "attachment_not_given", "2"),
    ),
    "a placeholder in an answer": (
        response(answer("1", "disclosed", answer="We hold [NUMBER] of them.")),
        ("must", "placeholder_left", "1"),
    ),
    "a placeholder in a detail": (
        response(answer("1", "not_held", details={"searched": "On XXX the team searched."})),
        ("must", "placeholder_left", "1"),
    ),
    "a placeholder in the settings": (
        replace(PROVIDED, authority=authority(signatory_name="{name}")),
        ("must", "placeholder_left", ""),
    ),
    "not valid without a reason": (
        letter("not_valid", not_valid_reason=""),
        ("must", "outcome_incomplete", ""),
    ),
    "a clarification that asks nothing": (
        letter("clarification", clarification=" "),
        ("must", "outcome_incomplete", ""),
    ),
    "an acknowledgement with a placeholder": (
        letter("acknowledgement", authority=authority(greeting="Dear [NAME]")),
        ("must", "placeholder_left", ""),
    ),
    "late, and says so": (
        replace(PROVIDED, working_days_late=3, late_reason="We waited for a provider."),
        ("should", "late", ""),
    ),
}


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_letter_gives_no_finding(name):
    assert check(COMPLETE[name], HOLIDAYS) == ()


def test_there_are_complete_letters_of_every_kind_and_outcome():
    assert {facts.kind for facts in (*COMPLETE.values(), *FAMILY.values())} == set(RULES)
    assert {each.outcome for facts in COMPLETE.values() for each in facts.answers} >= set(OUTCOMES)
    assert len(COMPLETE) >= 30


@pytest.mark.parametrize("name", DEFECTS)
def test_one_defect_gives_exactly_one_finding(name):
    facts, expected = DEFECTS[name]
    assert [(each.level, each.code, each.where) for each in check(facts, HOLIDAYS)] == [expected]


def test_late_and_silent_stops_the_letter_and_asks_why():
    """s.10(1)."""
    found = check(replace(PROVIDED, working_days_late=3), HOLIDAYS)
    assert [(each.level, each.code) for each in found] == [("must", "late"), ("should", "late_unexplained")]
    assert "3 working days late" in found[0].message


def test_lateness_is_seen_from_the_dates_alone():
    found = check(replace(PROVIDED, dated=date(2026, 11, 25), late_reason="We waited."), HOLIDAYS)
    assert [each.code for each in found] == ["late"]
    assert "2 working days late" in found[0].message


@pytest.mark.parametrize(
    ("outcome", "name"), [(outcome, name) for outcome, given in DETAILS.items() for name in given]
)
def test_each_detail_taken_away_is_found_once_and_mended_at_its_question(outcome, name):
    found = check(without(outcome, name), HOLIDAYS)
    assert len(found) == 1
    assert (found[0].where, found[0].mend) == ("1", "question:1")


def test_every_code_is_found_by_a_test_and_no_other():
    others = (family.DEFECTS, cost_refusals.DEFECTS, prudence.DEFECTS)
    defects = (*DEFECTS.values(), *(each for defects in others for each in defects.values()))
    refused = [facts for facts, _ in refusals.DEFECTS.values()]
    letters = [*refused, *(facts for facts, _ in defects)]
    found = {each.code for facts in letters for each in check(facts, HOLIDAYS)}
    of_ours = set(CODES) - {"law_not_known", "letter_not_known"}  # of letters that somebody else wrote
    assert found | {"late_unexplained"} == of_ours
    assert {code for rules in RULES.values() for rule in rules for code in rule.codes} == of_ours


def test_every_finding_has_a_known_level_a_provision_plain_words_and_a_place_to_mend_it():
    for facts, _ in DEFECTS.values():
        for each in check(facts, HOLIDAYS):
            assert each.level in CODES[each.code].levels
            assert each.provision
            assert each.message.endswith((".", "?"))
            assert each.mend in {"letter", "case", "settings", "attachments"} or each.mend.startswith(
                "question:"
            )


def test_what_must_be_mended_comes_first():
    facts = replace(PROVIDED, working_days_late=3, authority=authority(review_working_days=60, footer="TBC"))
    levels = [each.level for each in check(facts, HOLIDAYS)]
    assert levels == sorted(levels, key=lambda level: level != "must")
    assert set(levels) == {"must", "should"}


def test_under_the_regulations_not_held_is_a_refusal():
    """EIR reg 12(4)(a) and reg 14(5)."""
    facts = response(answer("1", "not_held"), regime="EIR", regulator=None)
    assert [(each.level, each.code, each.provision) for each in check(facts)] == [
        ("must", "regulator_missing", "reg 14(5)(b)")
    ]


def test_under_the_regulations_nobody_can_say_that_there_is_no_review():
    """EIR reg 11: representations are a right."""
    without = COMPLETE["an authority without a review"]
    facts = replace(without, regime="EIR", answers=(answer("1", "withheld", "EIR"),))
    assert [each.code for each in check(facts)] == ["eir_rights_missing"]


def test_what_is_in_order_is_said_with_its_provision():
    facts = COMPLETE["with an attachment"]
    said = in_order(facts, check(facts))
    assert "Every question has an answer. (s.1(1))" in said
    assert "It is in time. (s.10(1))" in said
    assert not any("cost limit" in sentence for sentence in said)  # nothing is refused for its cost


def test_what_is_found_is_not_said_to_be_in_order():
    facts = replace(PROVIDED, regulator=None)
    assert not any("complain" in sentence for sentence in in_order(facts, check(facts)))
    assert len(in_order(facts, check(facts))) == len(in_order(PROVIDED, ())) - 1


def test_a_kind_of_letter_without_rules_is_refused():
    with pytest.raises(UnknownWord, match="acknowledgement; not_valid; clarification; response"):
        check(letter("postcard"))
