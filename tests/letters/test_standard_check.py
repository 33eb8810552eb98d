"""An authority's own words are refused where they drop what the law asks, or hold what no letter prints."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foi_tracker.law.exemptions import NCND
from foi_tracker.law.notices.facts import AnswerFacts, CostFacts, CostRowFacts, LetterFacts
from foi_tracker.letters.render import letter_html, wordings_used
from foi_tracker.letters.standard import WORDINGS, placeholders
from foi_tracker.letters.standard_check import MOST_CHARACTERS, problems
from tests.factories import letters
from tests.law.notices.grounds import every_ground
from tests.letters.texts import TEXTS

WITHHELD = WORDINGS["outcome.withheld"]
SOUND = "We regret it: {we_hold_this} and {withholding} under {ground}. {why}"


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
        ("outcome.withheld", "{we_hold_this} and give it to you. {ground} {why}"),
        ("outcome.part_held.rest.eir", "We give everything ({ground})."),
        ("outcome.vexatious", "See {ground}."),
        ("outcome.repeated", "See {ground}."),
        ("outcome.cost_limit", "See {ground} and {our_estimate}."),
        ("outcome.own_data", "See {ground}."),
        ("outcome.outside_act", "Thank you for asking."),
        ("outcome.clarification", "Thank you for asking."),
        ("letter.not_held.opening", "Thank you for asking."),
        ("letter.not_held.opening.eir", "Thank you for asking; {ground} applies."),
        ("letter.eir_extension.opening", "Thank you for your patience."),
        ("letter.fees_notice.opening", "We can answer {asked}."),
        ("letter.clarification.part", "Thank you for {asked}."),
        ("letter.closure.silent", "We like {asked}."),
        ("letter.not_valid.no_name", "Go away."),
        ("letter.not_valid.another_body", "Go away."),
        ("result.not_held", "We hold {answers}."),
        ("result.withheld", "We give you {answers}."),
        ("result.vexatious", "We give you {asked}."),
        ("result.decision_pending", "We have decided on {asked}."),
    ],
)
def test_words_that_leave_out_what_the_notice_must_say_are_refused(key: str, typed: str) -> None:
    """Sections 1(1)(a), 1(3), 8(1), 9(1), 10(1), 12(2) and 17; regulations 7(3), 12(2) and 14."""
    assert "Keep {" in of(typed, key)


def test_words_around_what_must_stay_are_free() -> None:
    assert of("It is exempt because {why_it_applies}; our solicitor wrote it.", "ground.s.42") == ""
    assert of("Sorry: {no_review}. The regulator can help you at once.", "always.no_review") == ""


@pytest.mark.parametrize("hint", ["We hold 12 pages.", "The information is exempt.", "See minutes.pdf."])
@pytest.mark.parametrize(
    "key",
    [
        *("outcome.ncnd", "result.ncnd", "reason.weighing.ncnd", "reason.likely", "outcome.same_as"),
        *("outcome.cost_limit", "outcome.cost_limit.unreckoned", "outcome.cost_limit.limit"),
        *("outcome.cost_limit.confirm", "result.cost_limit_confirm"),
    ],
)
def test_words_beside_a_refusal_to_say_tell_neither(key: str, hint: str) -> None:
    """Sections 12(2) and 17(4): a notice may say nothing that would itself tell whether it is held."""
    assert "tells whether it is held" in of(f"{WORDINGS[key].text} {hint}", key)


def _saying_neither() -> list[LetterFacts]:
    """A letter that denies on each ground, and those whose search alone is over the cost limit."""
    denials = [each for each in every_ground() if each.purpose == NCND]
    made = [(AnswerFacts("1", "?", "ncnd", grounds=(each,)),) for each in denials]
    made.append((AnswerFacts("1", "?", "ncnd", grounds=(denials[0], denials[-1])),))
    made.append((*made[0], AnswerFacts("2", "?", "ncnd", grounds=made[0][0].grounds)))
    over = tuple(AnswerFacts(label, "?", "cost_limit_confirm") for label in ("1", "2"))
    made.append((*over, AnswerFacts("3", "?", same_as="1"), AnswerFacts("4", "?", "withdrawn")))
    cost = CostFacts((CostRowFacts("determine", "files", 900, 9.0),), "We timed ten.", "A year.", ("9-26",))
    found = [letters.response(answers=answers, cost=cost) for answers in made]
    return [*found, letters.response(answers=over)]


def test_whatever_stands_in_an_answer_that_tells_neither_is_read_for_hints() -> None:
    """Sections 12(2) and 17(4), in every answer and every summary of such a letter."""
    apart = ("always.", "letter.", "result.withdrawn", "outcome.withdrawn")
    for facts in _saying_neither():
        printed = {key for key in wordings_used(facts) if not key.startswith(apart)}
        assert printed
        assert [key for key in printed if not WORDINGS[key].says_neither] == []


def test_the_refusals_keep_what_their_notices_must_say() -> None:
    """Sections 1(1)(a), 17(1)(b) and (c), 17(2), 17(5) and 17(7); regulation 14."""
    for key, names in {
        "outcome.withheld": ("we_hold_this", "withholding", "ground", "why"),
        "outcome.ncnd": ("ground", "neither", "why"),
        "outcome.decision_pending.date": ("decision_by",),
        "outcome.not_held": ("we_do_not_hold_this",),
        "outcome.cost_limit": ("we_refuse", "ground", "our_estimate"),
        "outcome.cost_limit.limit": ("limit",),
        "outcome.vexatious": ("we_refuse", "ground", "why_it_applies"),
        "letter.not_held.opening": ("we_do_not_hold_it",),
        "letter.eir_extension.opening": ("need_longer", "asked"),
        "letter.not_valid.no_name": ("why_not_valid",),
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


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/{reference}",
        "https://example.org/(a){reference}",
        "https://{reference}.example.org",
        "mailto:{reference}@example.org",
        "https://example.org?case={reference}",
    ],
)
def test_a_placeholder_in_an_address_is_found_though_it_stands_among_the_words_too(address: str) -> None:
    assert of(f"Thank you. Quote {{reference}} [here]({address}).", "always.thanks") == (
        "{reference} stands in the address of a link. Put it among the words."
    )


def test_a_link_leads_somewhere() -> None:
    assert "an address that is none" in of(f"{SOUND} [here](https://example.org:page/)")


@pytest.mark.parametrize("words", ["Complain at {regulator_link}", "go to **{regulator_link}**"])
def test_a_link_holds_no_placeholder_that_is_a_link(words: str) -> None:
    """Section 17(7)(b), regulation 14(5)(b): the words that name the regulator's page lead there."""
    typed = f"Go to the {{regulator}}. {{right_of_appeal}} [{words}](https://example.org/old)."
    assert of(typed, "always.regulator") == (
        "{regulator_link} has links of its own. Take it out of the words of another link."
    )


def test_a_link_may_hold_a_placeholder_that_is_plain_words() -> None:
    assert of(f"{SOUND} [How {{authority}} decides](https://example.org/how)") == ""


def test_whatever_prints_a_link_says_that_it_may() -> None:
    """In any letter there is; what an officer may type a link into is among those that say so."""
    every = {name: f"«{name.replace('_', '-')}: {{{name}}}»" for name in placeholders()}
    own = {key: " ".join(every[each.name] for each in row.placeholders) for key, row in WORDINGS.items()}
    assert {key: found for key, row in WORDINGS.items() if (found := problems(row, own[key]))} == {}
    linked: set[str] = set()
    for facts in TEXTS.values():
        authority = replace(facts.authority, disclosure_log="https://example.org/log")
        html = letter_html(replace(facts, wordings=own, authority=authority))
        linked |= set(re.findall(r"«([a-z-]+):[^«»]*<a ", html))
    may = {name.replace("_", "-") for name, each in placeholders().items() if each.may_link}
    assert {"review-route", "regulator-link", "our-email", "ways", "log"} <= linked <= may


def test_words_within_a_sentence_are_one_paragraph() -> None:
    assert of("Yours sincerely,", "always.close") == ""
    assert "one paragraph" in of("Yours\n\nsincerely,", "always.close")


@settings(deadline=None)  # the first reads fonts and wordings
@given(st.text(max_size=200))
def test_whatever_is_typed_is_judged(text: str) -> None:
    assert problems(WITHHELD, text) != ()  # no random text keeps all three that it must keep
