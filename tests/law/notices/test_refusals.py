"""For every ground: a whole refusal gives no finding, and each fact taken away is found, once and alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices import check, in_order
from foi_tracker.law.notices.codes import CODES
from foi_tracker.law.notices.facts import GroundFacts
from foi_tracker.law.notices.hints import hints_in
from tests.law.notices.examples import answer, response
from tests.law.notices.grounds import ground
from tests.law.notices.refusals import COMPLETE, DEFECTS, DENIED, refusal

HOLIDAYS = BankHolidays.shipped()


@pytest.mark.parametrize("name", COMPLETE)
def test_a_whole_refusal_gives_no_finding(name):
    assert check(COMPLETE[name], HOLIDAYS) == ()


@pytest.mark.parametrize("name", DEFECTS)
def test_one_defect_gives_exactly_one_finding(name):
    facts, expected = DEFECTS[name]
    assert [(each.level, each.code, each.where) for each in check(facts, HOLIDAYS)] == [expected]


@pytest.mark.parametrize("name", DEFECTS)
def test_each_finding_says_in_plain_words_what_to_do_and_leads_there(name):
    facts, (_, _, label) = DEFECTS[name]
    (found,) = check(facts, HOLIDAYS)
    assert found.level in CODES[found.code].levels
    assert found.provision
    assert found.message.endswith((".", "?"))
    if label:
        assert found.message.startswith(f"Question {label}")
        assert found.mend == f"question:{label}"
    else:
        assert found.mend in ("attachments", "opening", "letter")
    if found.ground is not None:
        answer = next(answer for answer in facts.answers if answer.label == label)
        assert found.field == "limb" or not answer.grounds[found.ground].words.get(found.field)


def test_there_are_hundreds_of_both():
    assert len(COMPLETE) > 60
    assert len(DEFECTS) > 250


def test_one_defect_of_several_parts_is_one_finding():
    """Neither for nor against nor a conclusion: the weighing is missing, once."""
    words = {"harm": "H.", "cause": "C.", "likelihood": "likely"}
    (found,) = check(refusal(GroundFacts("s.31(1)(a)", words=words)))
    assert found.code == "public_interest_missing"
    assert found.message.count("?") == 3


def test_reasons_that_are_shared_are_looked_at_once():
    bare = GroundFacts("s.23(1)")
    facts = response(answer("1", "withheld", grounds=(bare,)), answer("2", "withheld", grounds=(bare,)))
    assert [(each.code, each.where) for each in check(facts)] == [("reason_missing", "1")]


def test_what_takes_another_answer_needs_no_ground_of_its_own():
    facts = response(answer("1", "withheld"), replace(answer("2", "withheld"), outcome="", same_as="1"))
    assert check(facts) == ()


def test_what_cannot_be_relied_on_is_not_asked_for_its_reasons():
    (found,) = check(response(answer("1", "withheld", grounds=(GroundFacts("s.35(1)(a)"),))))
    assert "department" in found.message


def test_a_denial_beside_an_answer_makes_the_letter_a_refusal():
    """s.17(1) and (7): then the regulator must be in it."""
    facts = response(answer("1", "disclosed", grounds=(DENIED,)), regulator=None)
    assert [(each.level, each.code) for each in check(facts)] == [("must", "regulator_missing")]


def test_what_is_in_order_is_said():
    said = " ".join(in_order(COMPLETE["s.31(1)(a) ncnd"], ()))
    assert "Every refusal names its exemption, to the limb. (s.17(1)(b))" in said
    assert "Nothing hints at whether it is held. (s.17(4))" in said
    given = " ".join(in_order(response(answer("1", "disclosed")), ()))
    assert "exemption" not in given
    assert "hints" not in given


@pytest.mark.parametrize(
    "words",
    [
        "We hold nothing of the kind.",
        "It is sensitive. We found several.",
        "We do not hold it.",
        "Our searches found nothing.",
        "The information is exempt.",
        "this information was not held at the time",
        "There are 14 documents.",
        "1,200 pages would have to be read.",
        "We are withholding it.",
        "The redacted version",
        "See minutes-2024.pdf",
    ],
)
def test_words_that_tell(words):
    assert hints_in(words)


@pytest.mark.parametrize(
    "words",
    [
        "To say whether we hold it would itself help offenders.",
        "If the information is held, it would be about a person.",
        "Saying whether the information is held or not would tell them.",
        "We neither confirm nor deny that we hold this.",
        "We have weighed both sides, and we have to think of safety.",
        "Please do not read this as a sign either way.",
        "A yes would warn 3 people in 10.",
        "Openness about how we search is already met by our yearly report.",
    ],
)
def test_words_that_do_not(words):
    assert hints_in(words) == []


def test_the_same_words_serve_whether_or_not_it_is_held():
    """A denial has no field for it: nothing of the facts could differ."""
    names = set(ground("s.40(2)", purpose="ncnd").words) | set(DENIED.words)
    assert not names & {"where", "when", "searched", "holder", "views", "whose", "part", "settled"}
