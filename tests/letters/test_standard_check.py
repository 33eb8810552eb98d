"""An authority's own words are refused where they drop what the law asks, or hold what no letter prints."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foi_tracker.letters.standard import WORDINGS
from foi_tracker.letters.standard_check import MOST_CHARACTERS, problems

WITHHELD = WORDINGS["outcome.withheld"]
SOUND = "We regret it: {we_hold_this} and withhold it under {ground}. {why}"


def of(text: str, key: str = "outcome.withheld") -> str:
    """What is wrong with these words, in one text."""
    return " ".join(problems(WORDINGS[key], text))


def test_other_words_with_what_the_law_asks_may_be_printed() -> None:
    assert of(SOUND) == ""
    assert of(f"{SOUND}\n\n- *one* of **two**\n- [our page](https://example.org) or foi@example.org") == ""
    assert of("Our reference is {reference}. " + SOUND) == ""


def test_what_the_law_asks_cannot_be_dropped() -> None:
    """Each of them, from each wording, with the provision that asks for it."""
    for wording in WORDINGS.values():
        for name in wording.required:
            (problem,) = problems(wording, wording.text.replace(f"{{{name}}}", "it"))
            assert f"Keep {{{name}}}" in problem
            assert wording.why in problem
            assert problem.endswith(f"({wording.provision})")


def test_the_refusals_keep_what_their_notices_must_say() -> None:
    """Sections 1(1)(a), 17(1)(b) and (c), 17(2), 17(5) and 17(7); regulation 14."""
    for key, names in {
        "outcome.withheld": ("we_hold_this", "ground", "why"),
        "outcome.ncnd": ("ground", "neither", "why"),
        "outcome.decision_pending.date": ("decision_by",),
        "outcome.not_held": ("we_do_not_hold_this",),
        "outcome.cost_limit": ("ground", "our_estimate"),
        "outcome.cost_limit.limit": ("limit",),
        "outcome.vexatious": ("ground",),
        "letter.fees_notice.amount": ("amount",),
        "letter.pit_extension.decision": ("decision_by",),
        "always.review": ("review_route", "review_days"),
        "always.regulator": ("regulator", "right_of_appeal", "regulator_link"),
        "ground.s.31(1)(a)": ("would", "interest"),
        "ground.s.40(2).40(3A)(a)": ("condition",),
    }.items():
        assert WORDINGS[key].required == names, key


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{gruond}", "{ground}"),
        ("{Ground}", "{ground}"),
        ("{we hold this}", "{we_hold_this}"),
        ("{ why }", "{why}"),
    ],
)
def test_a_misspelt_placeholder_is_refused_with_the_one_that_was_meant(typed: str, meant: str) -> None:
    assert f"{typed} is no placeholder of this wording. Did you mean {meant}?" in of(f"{SOUND} {typed}")


@pytest.mark.parametrize(
    "typed",
    ["{{7*7}}", "{0.__class__}", "{", "}", "{}", "{% if x %}", "{regulator_link}", "{ground!r}", "{x:>9}"],
)
def test_braces_are_for_placeholders_alone(typed: str) -> None:
    assert "placeholder" in of(f"{SOUND} {typed}")


@pytest.mark.parametrize("typed", ["", "  \n ", "\r\n"])
def test_nothing_is_refused(typed: str) -> None:
    assert of(typed).startswith("Write what the letter should say.")


def test_too_much_is_refused() -> None:
    assert of(SOUND + "a" * (MOST_CHARACTERS - len(SOUND))) == ""
    assert "Write 3,000 at most" in of(SOUND + "a" * MOST_CHARACTERS)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("# A heading", "no headings"),
        ("Words\n===", "no headings"),
        ("---", "no headings"),
        ("<script>alert(1)</script>", "HTML"),
        ("<b>bold</b>", "HTML"),
        ("![x](https://example.org/x.png)", "no pictures"),
        ("[x](javascript:alert(1))", "javascript:alert(1"),
        ("[x](data:text/html,x)", "data:text/html,x"),
        ("[x](/local)", "/local"),
        ("[x](<javascript:alert(1)>)", "javascript:"),
        ("One\tTwo\n1\t2", "no table"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "no table"),
        ("[x](https://example.org/{reference})", "{reference} stands in the address of a link"),
        ("https://example.org/{reference}", "{reference} stands in the address of a link"),
        ("漢", "cannot print 漢 (U+6F22)"),
        ("a\u202eb", "nobody can see (U+202E)"),
        ("a\x00b", "nobody can see (U+0000)"),
        ("[insert date]", "[insert date] would be printed as it stands"),
        ("XXX", "XXX would be printed as it stands"),
    ],
)
def test_what_no_letter_prints_is_refused(typed: str, wrong: str) -> None:
    assert wrong in of(f"{SOUND}\n\n{typed}")


@pytest.mark.parametrize(
    "typed", ["5 < 6", "1 # 2", "a | b", "50% of %s", "£5 – “so”, it’s", "C:\\new", "~ * _"]
)
def test_ordinary_signs_are_no_markdown(typed: str) -> None:
    assert of(f"{SOUND}\n\n{typed}") == ""


def test_a_placeholder_in_the_address_of_a_link_does_not_count_as_kept() -> None:
    assert "stands in the address of a link" in of("{we_hold_this} {why} [under](https://x.org/{ground})")


def test_words_within_a_sentence_are_one_paragraph() -> None:
    assert of("Yours sincerely,", "always.close") == ""
    assert "one paragraph" in of("Yours\n\nsincerely,", "always.close")


@settings(deadline=None)  # the first reads fonts and wordings
@given(st.text(max_size=200))
def test_whatever_is_typed_is_judged(text: str) -> None:
    assert problems(WITHHELD, text) != ()  # no random text keeps all three that it must keep
