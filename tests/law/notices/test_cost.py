"""Refusals of a request as a whole: what the check asks of an estimate (s.12) and of section 14."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foi_tracker.law.notices import check, in_order
from foi_tracker.law.notices.codes import CODES
from tests.law.notices.cost_refusals import CONFIRM, DEFECTS, REFUSED, REPEATED, costing
from tests.law.notices.examples import AUTHORITY, COST, FOIA_ALONE, WHOLE, answer, response


@pytest.mark.parametrize("name", DEFECTS)
def test_one_defect_gives_exactly_one_finding_that_leads_to_the_case(name):
    facts, expected = DEFECTS[name]
    (finding,) = check(facts)
    assert (finding.level, finding.code) == expected
    assert finding.mend in ("cost", "whole", f"question:{finding.where}")
    assert finding.level in CODES[finding.code].levels
    assert finding.provision


@pytest.mark.parametrize("facts", [REFUSED, CONFIRM, REPEATED, response(answer("1", "vexatious"))])
def test_a_whole_refusal_that_is_complete_gives_none(facts):
    assert check(facts) == ()


def test_the_same_estimate_is_over_the_limit_of_a_council_and_not_of_a_department():
    facts = costing(REFUSED, ("extract", "reports", 361, 3))
    assert check(facts) == ()
    (finding,) = check(replace(facts, authority=replace(AUTHORITY, kind="department")))
    assert "18.1 hours to answer, and the limit is 24" in finding.message


def test_the_finding_says_both_numbers_and_never_that_they_are_the_same():
    (finding,) = check(costing(CONFIRM, ("determine", "files", 10, 6)))
    assert "1 hour to find out whether it is held, and the limit is 18" in finding.message


def test_requests_added_together_count_with_their_rows():
    one = ("extract", "reports", 200, 3)
    alone, both = (
        costing(REFUSED, one),
        costing(REFUSED, one, (*one, 1, "012-26"), together_with=("012-26",)),
    )
    assert [finding.code for finding in check(alone)] == ["cost_not_over_limit"]
    assert check(both) == ()


def test_a_scottish_authority_has_no_limit_of_this_act_to_be_over():
    facts = costing(REFUSED, ("extract", "reports", 1, 1))
    assert check(replace(facts, authority=replace(AUTHORITY, kind="scottish_public_authority"))) == ()


@pytest.mark.parametrize("outcome", FOIA_ALONE)
def test_the_regulations_know_neither_section_12_nor_14(outcome):
    (finding,) = check(response(answer("1", outcome), regime="EIR"))
    assert (finding.level, finding.code, finding.where) == ("must", "eir_exception_missing", "1")
    assert "12(4)(b)" in finding.message


@pytest.mark.parametrize("outcome", FOIA_ALONE)
def test_in_a_letter_under_both_laws_the_law_of_each_question_counts(outcome):
    facts = response(answer("1", outcome), answer("2", "disclosed", regime="EIR"))
    assert check(facts) == ()
    (finding,) = check(response(answer("1", "disclosed"), answer("2", outcome, regime="EIR")))
    assert (finding.code, finding.where) == ("eir_exception_missing", "2")


def test_what_is_in_order_names_the_estimate_only_where_there_is_one():
    assert "The estimate is over the cost limit. (s.12)" in in_order(REFUSED, ())
    provided = response(answer("1", "disclosed"), cost=COST, whole=WHOLE)
    assert not any("estimate" in line for line in in_order(provided, ()))
