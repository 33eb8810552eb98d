"""A ground asks for exactly what the law asks of it, in plain questions."""

from __future__ import annotations

import pytest

from foi_tracker.law.exemptions import NCND, WITHHOLD, catalogue, choosable, get
from foi_tracker.law.notices.facts import GroundFacts
from foi_tracker.law.reasoning import asks_of, internal_names, missing_asks, needs_limb
from foi_tracker.law.regimes import UnknownWord
from tests.law.notices.grounds import every_ground, words_for

HARM = ["harm", "cause", "likelihood"]
WEIGHED = ["pi_for", "pi_against", "pi_conclusion"]
BALANCE = ["principle", "interest", "necessity", "balance"]
# Written by hand from the law: what each must say before a letter can rest on it.
REQUIRED = {
    ("s.21", ""): ["where"],
    ("s.22", ""): ["when", "settled", *WEIGHED],
    ("s.22A", ""): ["when", "settled", *HARM, *WEIGHED],
    ("s.23(1)", ""): ["reason"],
    ("s.24(1)", ""): ["reason", *WEIGHED],
    ("s.26(1)", "26(1)(a)"): [*HARM, *WEIGHED],
    ("s.27(1)", "27(1)(a)"): [*HARM, *WEIGHED],
    ("s.27(2)", ""): ["reason", *WEIGHED],
    ("s.30(1)", "30(1)(b)"): ["reason", *WEIGHED],
    ("s.31(1)(a)", ""): [*HARM, *WEIGHED],
    ("s.31(1)(g)", ""): ["s31_purpose", "s31_function", *HARM, *WEIGHED],
    ("s.32", "32(1)(a)"): ["reason"],
    ("s.36(2)(b)(i)", ""): ["qp_role", "qp_on", *HARM, *WEIGHED],
    ("s.37(1)(a)-(ab)", "37(1)(a)"): ["reason"],
    ("s.37(1)(ac)-(ad)", "37(1)(ac)"): ["reason", *WEIGHED],
    ("s.38(1)", "38(1)(a)"): [*HARM, *WEIGHED],
    ("s.39", ""): ["reason", "eir_answer"],
    ("s.40(1)", ""): [],
    ("s.40(2)", "40(3A)(a)"): BALANCE,
    ("s.40(2)", "40(3A)(b)"): ["reason"],
    ("s.40(2)", "40(3B)"): ["reason", *WEIGHED],
    ("s.41", ""): ["confidence_from", "confidence_why", "confidence_defence"],
    ("s.42", ""): ["privilege", "reason", *WEIGHED],
    ("s.43(1)", ""): ["reason", *WEIGHED],
    ("s.43(2)", ""): ["whose", *HARM, *WEIGHED],
    ("s.44(1)", "44(1)(a)"): ["enactment", "reason"],
    ("reg 12(4)(a)", ""): ["searched"],
    ("reg 12(4)(b)", ""): ["reason", "evidence", *WEIGHED, "advice"],
    ("reg 12(4)(c)", ""): ["reason", *WEIGHED, "advice"],
    ("reg 12(4)(d)", ""): ["reason", *WEIGHED],
    ("reg 12(5)(a)", ""): [*HARM, *WEIGHED],
    ("reg 12(5)(e)", ""): ["confidence_why", *HARM, *WEIGHED, "emissions"],
    ("reg 12(5)(f)", ""): ["reason", *HARM, *WEIGHED, "emissions"],
    ("reg 13", "13(2A)(a)"): BALANCE,
    ("reg 5(3)", ""): [],
    ("reg 6(1)(b)", ""): ["where"],
}
TO_DENY = {
    "s.22": ["reason", *WEIGHED],
    "s.23(1)": ["reason"],
    "s.30(1)": ["reason", *WEIGHED],
    "s.31(1)(a)": [*HARM, *WEIGHED],
    "s.36(2)(c)": ["qp_role", "qp_on", *HARM, *WEIGHED],
    "s.40(1)": ["reason"],
    "s.40(2)": ["reason", *BALANCE],
    "s.41": ["reason"],
    "s.42": ["reason", *WEIGHED],
    "s.43(2)": [*HARM, *WEIGHED],
    "s.44(1)": ["enactment", "reason"],
    "reg 12(5)(a)": [*HARM, *WEIGHED],
    "reg 13": ["reason", *BALANCE],
}


def required(code, limb="", purpose=WITHHOLD, **given):
    return [ask.name for ask in asks_of(code, limb, purpose, **given) if ask.required]


@pytest.mark.parametrize(("code", "limb"), REQUIRED)
def test_what_a_ground_must_say(code, limb):
    assert required(code, limb) == REQUIRED[code, limb]


@pytest.mark.parametrize("code", TO_DENY)
def test_what_it_must_say_to_neither_confirm_nor_deny(code):
    """s.17(4): nothing that could hint, such as where, when or whose."""
    assert required(code, purpose=NCND) == TO_DENY[code]


@pytest.mark.parametrize(
    "ground", every_ground(), ids=lambda ground: f"{ground.code} {ground.limb}{ground.purpose}"
)
def test_with_everything_said_nothing_is_missing_and_without_it_all_is(ground):
    assert missing_asks(ground) == []
    bare = GroundFacts(ground.code, ground.limb, ground.purpose)
    assert [ask.name for ask in missing_asks(bare)] == required(ground.code, ground.limb, ground.purpose)


def test_every_ask_has_plain_words_a_provision_and_a_finding():
    for row in catalogue().values():
        for purpose in (WITHHOLD, NCND):
            asks = asks_of(row.code, "", purpose)
            assert len({ask.name for ask in asks}) == len(asks), row.code
            for ask in asks:
                assert ask.label.endswith("?"), ask.name
                assert ask.hint.endswith("."), ask.name
                assert ask.provision
                assert ask.code
                assert (ask.kind == "choice") == bool(ask.choices)
                assert ask.internal == (ask.name in internal_names())


def test_while_it_is_still_weighed_nobody_asks_for_the_weighing():
    """s.17(2): the exemption and why, but no decision yet."""
    assert required("s.31(1)(a)", pending=True) == HARM


def test_for_either_house_the_opinion_settles_it():
    """s.2(3)(e)."""
    assert required("s.36(2)(c)", holder="parliament") == ["qp_role", "qp_on", *HARM]


def test_statistics_need_nobody_s_opinion():
    """s.36(4)."""
    assert required("s.36(2)(c)", given={"statistics": "yes"}) == [*HARM, *WEIGHED]
    assert "qp_role" in required("s.36(2)(c)", given={"statistics": "no"})


@pytest.mark.parametrize("whose", ["theirs", "both"])
def test_somebody_else_s_commercial_harm_rests_on_what_they_say(whose):
    """s.43(2); s.45 Code."""
    assert "views" in required("s.43(2)", given={"whose": whose})
    assert "views" not in required("s.43(2)", given={"whose": whose}, views=("It would hurt us.",))
    assert "views" not in required("s.43(2)", given={"whose": "ours"})


def test_the_regulations_ask_for_harm_that_would_happen():
    """Reg 12(5): "would adversely affect"."""
    choices = {
        code: [value for ask in asks_of(code) if ask.name == "likelihood" for value, _ in ask.choices]
        for code in ("reg 12(5)(b)", "s.31(1)(a)", "s.38(1)")
    }
    assert choices == {
        "reg 12(5)(b)": ["would"],
        "s.31(1)(a)": ["would", "likely"],
        "s.38(1)": ["would", "likely"],
    }
    weaker = GroundFacts("reg 12(5)(b)", words={**words_for("reg 12(5)(b)"), "likelihood": "likely"})
    assert [ask.name for ask in missing_asks(weaker)] == ["likelihood"]


def test_danger_is_asked_for_in_its_own_word():
    """s.38: whose health or safety; never the word prejudice."""
    asked = " ".join(f"{ask.label} {ask.hint}" for ask in asks_of("s.38(1)"))
    assert "endanger" in asked
    assert "prejudic" not in asked


@pytest.mark.parametrize(
    ("name", "value"), [("likelihood", "perhaps"), ("qp_on", "last week"), ("harm", " \n")]
)
def test_what_is_no_answer_is_missing(name, value):
    words = {**words_for("s.36(2)(c)"), name: value}
    assert [ask.name for ask in missing_asks(GroundFacts("s.36(2)(c)", words=words))] == [name]


def test_a_limb_is_chosen_to_withhold_and_not_to_deny():
    """s.17(1)(b); to deny cites a provision of its own."""
    assert needs_limb(get("s.38(1)"))
    assert not needs_limb(get("s.38(1)"), NCND)
    assert not needs_limb(get("s.31(1)(a)"))


def test_what_a_finding_names_is_of_the_law():
    codes = {ask.name: ask.code for row in choosable("FOIA") for ask in asks_of(row.code, "", WITHHOLD)}
    assert codes["pi_for"] == "public_interest_missing"
    assert codes["qp_role"] == "qualified_person_missing"
    assert codes["balance"] == "balance_missing"
    assert (codes["where"], codes["when"], codes["enactment"]) == (
        "where_missing", "when_missing", "enactment_missing",
    )  # fmt: skip
    assert {ask.code for ask in asks_of("reg 12(4)(e)") if ask.name.startswith("pi_")} == {
        "eir_public_interest_missing"
    }


def test_a_code_that_is_not_in_the_catalogue_is_refused():
    with pytest.raises(UnknownWord):
        asks_of("s.99")
