"""A provision is known however a letter writes it, and another law's is left alone."""

from __future__ import annotations

import pytest

from foi_tracker.intake.reading.citations import cited


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("exempt under Sections 31(1)(a) & 40(2)", ["s.31(1)(a)", "s.40(2)"]),
        ("s.40 (2)", ["s.40(2)"]),
        ("Regulation 12(5(b) of the Regulations", ["reg 12(5)(b)"]),
        ("Section 40, subsection 2", ["s.40(2)"]),
        ("subsection (2) of section 40 of the Act", ["s.40(2)"]),
        ("S31(1)(a)(b)", ["s.31(1)(a)", "s.31(1)(b)"]),
        (
            "Section 31(1)(a) and (b), 40(2) and (3A)(a)",
            ["s.31(1)(a)", "s.31(1)(b)", "s.40(2)", "s.40(3A)(a)"],
        ),
        ("section 36(2)(b)(i) and (ii)", ["s.36(2)(b)(i)", "s.36(2)(b)(ii)"]),
        ("Reg. 12 (5)(b)", ["reg 12(5)(b)"]),
        ("Regulations 12(4)(b) and 12(5)(e) of the EIR", ["reg 12(4)(b)", "reg 12(5)(e)"]),
        ("12(5)(e) of the Environmental Information Regulations 2004", ["reg 12(5)(e)"]),
        ("Sections 24(2), 31(3) and 40(5B)(a)(i)", ["s.24(2)", "s.31(3)", "s.40(5B)(a)(i)"]),
        ("exemption 40(2)", ["s.40(2)"]),
        ("Freedom of Information Act 2000 section 21", ["s.21"]),
        ("FOIA s.22A", ["s.22A"]),
        ("Exemption: s.30(1)(a) Investigations and proceedings", ["s.30(1)(a)"]),
    ],
)
def test_a_provision_is_read_to_the_limb(words: str, codes: list[str]):
    assert [citation.code for citation in cited(words)] == codes


@pytest.mark.parametrize(
    "words",
    [
        "Section 41 of the Local Government (Miscellaneous Provisions) Act 1982",
        "Housing Act 1988, section 21",
        "added to the Inland Harbours Act 1986 sections 29(b) to (g)",
        "a section 21 notice",
        "regulation 12 of the Health and Safety Regulations 1999",
        "section 40 of the policy",
        "Sheffield S40 1AA",
        "Tel: +44 (0) 1632 960102",
        "the company's 40 staff",
        "FOI 21/1217",
        "section 4.3 of the report",
        "within 20 working days",
    ],
)
def test_what_is_no_ground_of_the_two_laws_is_left_alone(words: str):
    assert list(cited(words)) == []
