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


def test_whatever_the_law_asks_of_a_wording_is_kept_by_name() -> None:
    """Where a page says what the law asks, no words of an authority's own get past that leave it out."""
    for wording in WORDINGS.values():
        if wording.why:
            kept = " ".join(f"{{{each.name}}}" for each in wording.placeholders)
            for name in wording.required:
                kept = kept.replace(f"{{{name}}}", "")
            assert wording.why in of(f"We write to you about this. {kept}", wording.key), wording.key


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("always.no_review", "Please go straight to the regulator."),
        (
            "always.review.eir",
            "{if_unhappy}, write. {review_route}. We reply within {review_days} working days.",
        ),
        ("always.late", "{late_reason}"),
        ("ground.s.42", "We would rather not."),
        ("ground.s.40(2).40(3A)(a)", "It is about others ({condition})."),
        ("ground.reg 12(4)(e)", "Under {ground} we keep it to ourselves."),
        ("outcome.decision_pending.undecided", "Please be patient."),
        ("outcome.cost_limit.confirm", "That is all."),
        ("letter.pit_extension.opening", "We need more time for {asked}."),
        ("reason.would", "We say “would be likely to”."),
        ("reason.weighing.eir", "We may withhold it only if {public_interest} says so."),
    ],
)
def test_words_that_leave_out_what_the_notice_must_say_are_refused(key: str, typed: str) -> None:
    """Sections 10(1), 12(2), 17(1)(c), 17(2)(b), 17(3) and 17(7)(a); regs 12(2), 14(3) and 14(5)(a)."""
    assert "Keep {" in of(typed, key)


def test_words_around_what_must_stay_are_free() -> None:
    assert of("It is exempt because {why_it_applies}; our solicitor wrote it.", "ground.s.42") == ""
    assert of("Sorry: {no_review}. The regulator can help you at once.", "always.no_review") == ""


@pytest.mark.parametrize("hint", ["We hold 12 pages.", "The information is exempt.", "See minutes.pdf."])
@pytest.mark.parametrize(
    "key", ["outcome.ncnd", "result.ncnd", "reason.weighing.ncnd", "outcome.cost_limit.confirm"]
)
def test_words_beside_a_refusal_to_say_tell_neither(key: str, hint: str) -> None:
    """Section 17(4): a notice need say nothing that would itself tell whether it is held."""
    assert "tells whether it is held" in of(f"{WORDINGS[key].text} {hint}", key)


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
        "ground.s.40(2).40(3A)(a)": ("why_it_applies", "condition"),
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
