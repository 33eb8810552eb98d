"""Every row of the catalogue: whole, in our own words, and as the law has it."""

from __future__ import annotations

import re

import pytest

from foi_tracker.law.exemptions import (
    NCND,
    WITHHOLD,
    catalogue,
    choosable,
    condition_of,
    find,
    get,
    interest_of,
    is_weighed,
    kind_of,
    nearest,
    needs_of,
    provision_of,
    too_old,
    verb_of,
    would_of,
)
from foi_tracker.law.regimes import UnknownWord
from tests.shared_data import SHARED

ROWS = catalogue()
CHOOSABLE = {code: row for code, row in ROWS.items() if row.kind != "procedural"}
PREJUDICE = {
    "s.22A", "s.26(1)", "s.27(1)", "s.28", "s.29", "s.31(1)(a)", "s.31(1)(b)", "s.31(1)(c)", "s.31(1)(d)",
    "s.31(1)(e)", "s.31(1)(f)", "s.31(1)(g)", "s.31(1)(h)", "s.31(1)(i)", "s.33", "s.36(2)(a)",
    "s.36(2)(b)(i)", "s.36(2)(b)(ii)", "s.36(2)(c)", "s.38(1)", "s.43(2)",
}  # fmt: skip
NO_DENIAL = {
    "s.21", "s.43(1)", "reg 12(4)(a)", "reg 12(4)(b)", "reg 12(4)(c)", "reg 12(4)(d)", "reg 12(4)(e)",
    "reg 12(5)(b)", "reg 12(5)(c)", "reg 12(5)(d)", "reg 12(5)(e)", "reg 12(5)(f)", "reg 12(5)(g)",
    "reg 5(3)", "reg 6(1)(b)",
}  # fmt: skip


@pytest.mark.parametrize("code", ROWS)
def test_every_row_says_what_it_is_in_words(code):
    row = ROWS[code]
    assert row.regime in ("FOIA", "EIR")
    assert row.kind in ("absolute", "qualified", "conditional", "procedural")
    assert row.basis in ("class_based", "prejudice_based", "endangerment", "adverse_effect", "procedural")
    assert row.title
    assert row.meaning.endswith(".")
    assert row.group
    assert len({limb.code for limb in row.limbs}) == len(row.limbs)


@pytest.mark.parametrize("code", CHOOSABLE)
def test_what_is_qualified_is_weighed_and_what_is_absolute_is_not(code):
    """s.2(2)(b); reg 12(1)(b). The EIR is left by s.39, where nobody weighs twice."""
    row = CHOOSABLE[code]
    weighed = "public_interest_test" in row.needs
    assert weighed == (row.kind == "qualified" and code != "s.39")


@pytest.mark.parametrize("code", CHOOSABLE)
def test_a_harm_test_goes_with_the_basis(code):
    row = CHOOSABLE[code]
    assert ("prejudice_test" in row.needs) == (code in PREJUDICE)
    assert ("adverse_effect_test" in row.needs) == code.startswith("reg 12(5)")
    assert row.has_harm_test == bool(row.interest and row.kind != "conditional")


@pytest.mark.parametrize("code", CHOOSABLE)
def test_a_letter_can_say_why_and_cite_each_limb(code):
    row = CHOOSABLE[code]
    for limb in ("", *(limb.code for limb in row.limbs)):
        words = (row.limb(limb) or row).because or row.because or interest_of(row, limb)
        assert words[0].islower()
        assert not words.endswith(".")
        provision = provision_of(row, limb)
        assert re.match(r"(s\.|reg )\d+[A-Z]?", provision)
        assert " by virtue" not in provision


@pytest.mark.parametrize("code", CHOOSABLE)
def test_only_what_the_law_names_lets_us_neither_confirm_nor_deny(code):
    row = CHOOSABLE[code]
    assert (row.ncnd == "") == (code in NO_DENIAL)
    if row.ncnd:
        assert row.ncnd.split("(")[0] == row.code.split("(")[0]
        assert provision_of(row, "", NCND) == row.ncnd


def test_only_four_exceptions_give_way_to_emissions():
    """Reg 12(9)."""
    assert [code for code, row in ROWS.items() if row.emissions_bar] == [
        "reg 12(5)(d)", "reg 12(5)(e)", "reg 12(5)(f)", "reg 12(5)(g)",
    ]  # fmt: skip


def test_policy_is_for_departments():
    """s.35(1)."""
    assert {row.code.split("(")[0] for row in ROWS.values() if row.departments_only} == {"s.35"}
    assert sum(row.departments_only for row in ROWS.values()) == 4


@pytest.mark.parametrize(
    ("code", "years"),
    [("s.30(1)", 20), ("s.32", 20), ("s.33", 20), ("s.35(1)(a)", 20), ("s.36(2)(b)(i)", 20), ("s.42", 20),
     ("s.28", 30), ("s.43(2)", 30), ("s.37(1)(b)", 60), ("s.31(1)(a)", 100), ("s.40(2)", 0), ("s.41", 0),
     ("s.30(2)", 0), ("s.38(1)", 0)],
)  # fmt: skip
def test_how_long_an_exemption_lasts(code, years):
    """s.63: s.30(2) and s.38 never end."""
    assert ROWS[code].years == years


def test_the_years_run_from_the_one_after_the_record_was_made():
    """s.62(1): made in 2000, a historical record from the end of 2020."""
    row = ROWS["s.42"]
    assert not too_old(row, 2000, 2020)
    assert too_old(row, 2000, 2021)
    assert not too_old(ROWS["s.40(2)"], 1800, 2026)


@pytest.mark.parametrize(
    ("code", "limb", "holder", "kind"),
    [
        ("s.40(2)", "40(3A)(a)", "", "absolute"),
        ("s.40(2)", "40(3A)(b)", "", "absolute"),
        ("s.40(2)", "40(3B)", "", "qualified"),
        ("s.40(2)", "40(4A)", "", "qualified"),
        ("s.37(1)(a)-(ab)", "37(1)(aa)", "", "absolute"),
        ("s.37(1)(ac)-(ad)", "37(1)(ad)", "", "qualified"),
        ("s.37(1)(b)", "", "", "qualified"),
        ("s.36(2)(c)", "", "council", "qualified"),
        ("s.36(2)(c)", "", "parliament", "absolute"),
        ("reg 13", "13(2A)(a)", "", "absolute"),
        ("reg 13", "13(3A)", "", "qualified"),
    ],
)
def test_absolute_or_qualified_by_limb_and_by_holder(code, limb, holder, kind):
    assert kind_of(get(code), limb, holder) == kind
    assert is_weighed(get(code), limb, WITHHOLD, holder) == (kind == "qualified")


def test_to_deny_weighs_what_it_weighs_and_hints_at_nothing():
    """s.2(1)(b). s.40(5B) is absolute whatever the condition; s.43(3) asks nobody what they think."""
    assert needs_of(get("s.31(1)(a)"), "", NCND) == ("public_interest_test", "prejudice_test")
    assert needs_of(get("s.40(2)"), "40(3B)", NCND) == ("legitimate_interests_test",)
    assert needs_of(get("s.43(2)"), "", NCND) == ("public_interest_test", "prejudice_test")
    assert needs_of(get("s.22"), "", NCND) == ("public_interest_test",)
    assert needs_of(get("s.41"), "", NCND) == ()


def test_harm_is_said_in_the_word_of_the_law():
    """s.38 endangers; reg 12(5) knows "would" alone."""

    def harm(code, limb, likelihood):
        row = get(code)
        return f"{would_of(row, likelihood)} {verb_of(row)} {interest_of(row, limb)}"

    assert harm("s.38(1)", "38(1)(b)", "likely") == "would be likely to endanger somebody’s safety"
    assert harm("s.31(1)(a)", "", "would") == "would prejudice the prevention or detection of crime"
    assert harm("s.36(2)(b)(i)", "", "likely").startswith("would be likely to inhibit the free")
    assert harm("reg 12(5)(c)", "", "likely").startswith("would adversely affect")


def test_a_letter_names_the_limb_and_the_condition():
    assert provision_of(get("s.38(1)"), "38(1)(a)") == "s.38(1)(a)"
    assert provision_of(get("s.40(2)"), "40(3A)(a)") == "s.40(2)"
    assert condition_of(get("s.40(2)"), "40(3A)(a)") == "s.40(3A)(a)"
    assert condition_of(get("reg 13"), "13(2B)") == "reg 13(2B)"
    assert condition_of(get("s.38(1)"), "38(1)(a)") == ""


def test_what_can_be_chosen_is_of_the_question_s_law():
    assert {row.regime for row in choosable("FOIA")} == {"FOIA"}
    assert {row.regime for row in choosable("EIR")} == {"EIR"}
    codes = {row.code for row in choosable("FOIA")}
    assert "s.31(1)(a)" in codes
    assert not codes & {"s.12(1)", "s.14(1)", "not_held", "s.8(1)"}
    assert "reg 6(1)(b)" in {row.code for row in choosable("EIR")}


def test_a_section_named_too_broadly_has_its_limbs():
    """s.17(1)(b)."""
    assert len(nearest("section 31", "FOIA")) == 9
    assert [row.code for row in nearest("s 43", "FOIA")] == ["s.43(1)", "s.43(2)"]
    assert len(nearest("reg. 12(4)", "EIR")) == 5
    assert nearest("s.3", "FOIA") == ()
    assert nearest("", "FOIA") == ()


def test_a_code_that_is_not_there():
    assert find("s.99") is None
    with pytest.raises(UnknownWord, match="The exemption is not known"):
        get("s.99")


@pytest.mark.shared
def test_every_row_is_as_the_reference_has_it():
    yaml = pytest.importorskip("yaml")
    listed = yaml.safe_load((SHARED / "law" / "exemptions.yaml").read_text("utf-8"))
    theirs = [
        row for name in ("foia_exemptions", "procedural_grounds", "eir_exceptions") for row in listed[name]
    ]
    assert {row["code"] for row in theirs} == set(ROWS)
    for row in theirs:
        ours = ROWS[row["code"]]
        assert ours.regime == row["regime"]
        assert ours.kind == row["kind"], row["code"]
        assert ours.basis == row["basis"], row["code"]
        assert ours.ncnd == (row["ncnd_provision"] or ""), row["code"]
        assert list(ours.needs) == row["needs"], row["code"]
        assert ours.emissions_bar == row.get("emissions_bar", False), row["code"]
        if "limbs" in row:
            assert [limb.code for limb in ours.limbs] == row["limbs"], row["code"]
        for code, condition in row.get("conditions", {}).items():
            limb = ours.limb(code)
            assert limb is not None, code
            assert (limb.kind, list(limb.needs or ())) == (condition["kind"], condition["needs"]), code
        assert row["meaning"] != ours.meaning
