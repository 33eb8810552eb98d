"""What cannot be relied on, or not together, is refused with the reason."""

from __future__ import annotations

import pytest

from foi_tracker.law.contradictions import BESIDE_NCND, NEEDS_GROUNDS, contradictions
from foi_tracker.law.exemptions import NCND, choosable
from foi_tracker.law.notices.facts import GroundFacts
from foi_tracker.law.outcomes import OUTCOMES
from tests.law.notices.grounds import every_ground, ground


def found(*grounds, outcome="withheld", regime="FOIA", holder="police", year=2026):
    return contradictions(grounds, outcome=outcome, regime=regime, holder=holder, year=year)


def codes(*grounds, **given):
    return [each.code for each in found(*grounds, **given)]


@pytest.mark.parametrize("each", every_ground(), ids=lambda each: f"{each.code} {each.limb}{each.purpose}")
def test_every_ground_of_the_catalogue_can_stand_somewhere(each):
    regime = "EIR" if each.code.startswith("reg") else "FOIA"
    held = "not_held" if each.code == "reg 12(4)(a)" else "withheld"
    outcome = "ncnd" if each.purpose == NCND else held
    words = {**each.words, "emissions": "no"}
    assert (
        found(
            GroundFacts(each.code, each.limb, each.purpose, words),
            outcome=outcome,
            regime=regime,
            holder="department",
        )
        == []
    )


def test_investigations_and_law_enforcement_do_not_cover_the_same_information():
    """s.31(1): "information which is not exempt information by virtue of section 30"."""
    both = (ground("s.30(1)", "30(1)(b)"), ground("s.31(1)(a)"))
    (only,) = found(*both)
    assert (only.code, only.provision) == ("ground_missing", "s.31(1)")
    assert "cannot cover the same information" in only.message
    assert codes(ground("s.31(1)(b)"), ground("s.30(2)")) == ["ground_missing"]


def test_in_a_department_what_is_about_policy_is_not_also_for_the_qualified_person():
    """s.36(1)(a): "is not exempt information by virtue of section 35"."""
    both = (ground("s.36(2)(b)(i)"), ground("s.35(1)(a)"))
    (only,) = found(*both, holder="department")
    assert (only.code, only.provision) == ("ground_missing", "s.36(1)(a)")
    assert "s.36 is for what s.35 does not exempt" in only.message
    apart = (ground("s.35(1)(a)", part="The submission"), ground("s.36(2)(c)", part="The emails"))
    assert codes(*apart, holder="department") == []


def test_they_may_cover_different_parts_of_it():
    witness = ground("s.30(1)", "30(1)(b)", part="The statements")
    assert codes(witness, ground("s.31(1)(a)", part="The map")) == []
    assert codes(witness, ground("s.31(1)(a)", part="the statements ")) == ["ground_missing"]
    assert codes(witness, ground("s.31(1)(a)")) == ["ground_missing"]


def test_both_may_be_used_to_neither_confirm_nor_deny():
    both = (ground("s.30(1)", purpose=NCND), ground("s.31(1)(a)", purpose=NCND))
    assert codes(*both, outcome="ncnd") == []
    assert codes(ground("s.31(1)(a)"), ground("s.30(1)", purpose=NCND), outcome="part_disclosed") == []


def test_what_is_not_held_cannot_be_exempt():
    (only,) = found(ground("s.31(1)(a)"), outcome="not_held")
    assert (only.code, only.provision) == ("not_held_with_exemption", "s.1(1)(a)")
    assert codes(ground("s.31(1)(a)"), outcome="part_held") == ["not_held_with_exemption"]
    assert codes(ground("s.31(1)(a)", part="the map"), outcome="part_held") == []


def test_under_the_regulations_not_held_is_an_exception_itself():
    """Reg 12(4)(a)."""
    assert codes(ground("reg 12(4)(a)"), outcome="not_held", regime="EIR") == []


@pytest.mark.parametrize("outcome", ["withheld", "part_disclosed", "part_held"])
def test_nothing_is_held_and_withheld_because_it_is_not_held(outcome):
    """ "We hold this and are withholding it: we did not hold it" is no answer."""
    (only,) = found(ground("reg 12(4)(a)", part="The maps"), outcome=outcome, regime="EIR")
    assert (only.code, only.provision) == ("not_held_with_exemption", "reg 12(4)(a)")
    assert "Choose “Not held”" in only.message


@pytest.mark.parametrize("holder", ["council", "police", "opcc", "other", "parliament"])
def test_policy_is_for_departments_alone(holder):
    (only,) = found(ground("s.35(1)(a)"), holder=holder)
    assert only.provision == "s.35(1)"
    assert "s.36" in only.message
    assert codes(ground("s.35(1)(a)"), holder="department") == []


def test_a_trade_secret_gives_no_leave_to_deny():
    """s.43(3) is about the interests of s.43(2)."""
    (only,) = found(GroundFacts("s.43(1)", purpose=NCND), outcome="ncnd")
    assert (only.code, only.field) == ("ncnd_provision_missing", "purpose")
    assert "s.43(2)" in only.message


NO_DENIAL = [row for regime in ("FOIA", "EIR") for row in choosable(regime) if not row.ncnd]


@pytest.mark.parametrize("row", NO_DENIAL, ids=lambda row: row.code)
def test_no_provision_no_denial(row):
    given = GroundFacts(row.code, purpose=NCND)
    assert "ncnd_provision_missing" in codes(given, outcome="ncnd", regime=row.regime)


def test_each_law_has_its_own():
    (act,) = found(ground("s.31(1)(a)"), regime="EIR")
    assert (act.code, act.provision) == ("eir_exception_missing", "reg 14(3)(a)")
    (regulations,) = found(ground("reg 12(4)(e)"), regime="FOIA")
    assert (regulations.code, regulations.provision) == ("ground_missing", "s.17(1)(b)")


@pytest.mark.parametrize("letter", "defg")
def test_emissions_cannot_be_kept_back_by_these_four(letter):
    """Reg 12(9)."""
    code = f"reg 12(5)({letter})"
    (only,) = found(ground(code, emissions="yes"), regime="EIR")
    assert (only.provision, only.field) == ("reg 12(9)", "emissions")
    assert codes(ground(code, emissions="no"), regime="EIR") == []


def test_emissions_do_not_touch_the_others():
    assert codes(ground("reg 12(5)(b)", emissions="yes"), regime="EIR") == []


@pytest.mark.parametrize(
    ("code", "last"), [("s.30(1)", 2005), ("s.42", 2005), ("s.28", 1995), ("s.37(1)(b)", 1965)]
)
def test_a_historical_record_outlives_the_exemption(code, last):
    """ss.62 and 63, seen from 2026."""
    (only,) = found(ground(code, record_year=str(last)))
    assert (only.provision, only.field) == ("s.63", "record_year")
    assert codes(ground(code, record_year=str(last + 1))) == []


@pytest.mark.parametrize("year", ["98", "2030", "nineteen", "²⁰⁰¹", "99999"])
def test_a_year_that_is_none_is_pointed_out(year):
    assert [each.field for each in found(ground("s.42", record_year=year))] == ["record_year"]


def test_a_section_without_its_limb_is_told_its_limbs():
    """s.17(1)(b)."""
    (only,) = found(GroundFacts("s.31"))
    assert only.code == "limb_missing"
    assert "s.31(1)(a), s.31(1)(b)" in only.message
    (other,) = found(GroundFacts("s.38(1)", "31(1)(a)"))
    assert (other.code, other.field) == ("limb_missing", "limb")


@pytest.mark.parametrize("code", ["s.99", "", "because we say so", "s.12(1)", "s.14(1)", "not_held"])
def test_what_is_no_exemption_is_no_ground(code):
    assert codes(GroundFacts(code)) == ["ground_missing"]


def test_a_purpose_that_is_none():
    assert codes(GroundFacts("s.31(1)(a)", purpose="delay")) == ["ground_missing"]


def test_withholding_says_that_it_is_held():
    """s.17(4): beside "neither confirm nor deny" it would give it away."""
    assert codes(ground("s.31(1)(a)"), outcome="ncnd") == ["ncnd_hint"]


@pytest.mark.parametrize("outcome", sorted(set(OUTCOMES) - BESIDE_NCND - {"ncnd"}))
def test_beside_these_there_is_nothing_else_to_deny(outcome):
    assert "ncnd_provision_missing" in codes(ground("s.23(1)", purpose=NCND), outcome=outcome)


@pytest.mark.parametrize("outcome", sorted(BESIDE_NCND))
def test_beside_an_answer_the_rest_may_be_neither_confirmed_nor_denied(outcome):
    assert codes(ground("s.23(1)", purpose=NCND), outcome=outcome) == []


@pytest.mark.parametrize("outcome", ["disclosed", "accessible", "cost_limit", "withdrawn", "clarification"])
def test_an_outcome_that_withholds_nothing_rests_on_nothing(outcome):
    assert codes(ground("s.31(1)(a)"), outcome=outcome) == ["ground_missing"]


@pytest.mark.parametrize("outcome", sorted(NEEDS_GROUNDS))
def test_an_outcome_that_withholds_takes_its_grounds(outcome):
    assert codes(ground("s.31(1)(a)"), outcome=outcome) == []


def test_more_time_is_for_what_is_weighed():
    """s.10(3): qualified exemptions alone, by limb for s.40(2) and by holder for s.36."""
    assert codes(ground("s.41"), outcome="decision_pending") == ["ground_missing"]
    assert codes(ground("s.40(2)", "40(3A)(a)"), outcome="decision_pending") == ["ground_missing"]
    assert codes(ground("s.40(2)", "40(3B)"), outcome="decision_pending") == []
    assert codes(ground("s.36(2)(c)"), outcome="decision_pending") == []
    assert codes(ground("s.36(2)(c)"), outcome="decision_pending", holder="parliament") == ["ground_missing"]


def test_before_an_outcome_is_chosen_only_the_grounds_themselves_count():
    assert codes(ground("s.31(1)(a)"), outcome="") == []
    assert codes(ground("s.35(1)(a)"), outcome="") == ["ground_missing"]
