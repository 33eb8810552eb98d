"""An authority's own words stand in its letters; what anybody typed stays the words that it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from foi_tracker.law.exemptions import NCND
from foi_tracker.law.notices.facts import AnswerFacts, LetterFacts
from foi_tracker.letters import standard
from foi_tracker.letters.check import findings
from foi_tracker.letters.facts import from_json, to_json
from foi_tracker.letters.one_answer import one_answer
from foi_tracker.letters.pdf import make_pdf
from foi_tracker.letters.render import letter_html, plain_text, with_wordings, wordings_used
from foi_tracker.letters.saying import Said, joined, said
from foi_tracker.letters.standard import WORDINGS
from tests.factories import letters, refusals
from tests.law.notices.grounds import ground
from tests.letters.pdf_reader import read
from tests.letters.texts import TEXTS

OWN = {
    "outcome.withheld": "I am sorry: {we_hold_this}, and {withholding} by {ground}.\n\n{why}",
    "ground.s.31(1)(a)": "Whoever plans a theft could use it. Releasing it {would} harm **{interest}**.",
    "always.format": "- Large print? Ask.\n- By telephone? Ask {authority}.",
    "always.review": "{review_route} {review_by}; you will hear within {review_days} working days.",
}
HOSTILE = (
    "{regulator_link}",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](https://example.org)",
    "{{7*7}}",
    "{% include 'x' %}",
    "%s %(x)s",
    "{0.__class__}",
    "**bold** _it_",
    "# heading",
    "- item\n- item",
    "a\n\nb",
    "&amp; & \\",
    "<!-- -->",
)


def refusal(**changes: object) -> LetterFacts:
    return refusals.refusal(wordings=OWN, **changes)


def test_an_authoritys_own_words_stand_in_the_page_the_text_and_the_pdf() -> None:
    facts = refusal()
    said_so = "I am sorry: we hold this, and are withholding it by section 31(1)(a) of the Act."
    why = "Whoever plans a theft could use it. Releasing it would be likely to harm"
    text = plain_text(facts)
    page = letter_html(facts).replace("\N{NO-BREAK SPACE}", " ")
    paper = " ".join(read(make_pdf(facts)).text.split())
    for made in (text, page, paper):
        assert said_so in made
        assert why in made
        assert "We hold this and are withholding it" not in made
    assert "<strong>the prevention or detection of crime</strong>" in page
    assert "- By telephone? Ask Ambleford Police.\n" in text
    assert "or write to" in text
    assert "(40 working days from the date of this letter); you will hear within 20 working days." in text


def test_words_of_several_paragraphs_keep_them() -> None:
    page = letter_html(refusal())
    assert ".</p><p>Whoever plans a theft" in page.replace("\n", "")


def test_words_that_other_authorities_changed_are_none_of_ours() -> None:
    assert plain_text(refusals.refusal()) == plain_text(refusals.refusal(wordings={}))
    assert "I am sorry" not in plain_text(refusals.refusal())


def test_a_wording_that_is_no_more_changes_nothing() -> None:
    assert plain_text(refusals.refusal(wordings={"outcome.gone": "x"})) == plain_text(refusals.refusal())


@pytest.mark.parametrize("typed", ["We say nothing.", "{we_hold_this} {ground} {why} {nonsense}", " "])
def test_what_the_law_asks_is_printed_whatever_is_stored(typed: str) -> None:
    """Words kept before a rule was made, or put there by another way than the page: ours stand instead."""
    assert plain_text(refusals.refusal(wordings={"outcome.withheld": typed})) == plain_text(
        refusals.refusal()
    )


def test_the_right_to_go_to_the_regulator_cannot_be_edited_out() -> None:
    """Section 17(7)(b); regulation 14(5)(b)."""
    gone = {key: "Nothing more." for key in WORDINGS if key.startswith("always.")}
    for facts in TEXTS.values():
        if facts.regulator and "complain to the" in plain_text(facts):
            text = plain_text(replace(facts, wordings=gone))
            assert facts.regulator.name in text
            assert "gives you this right" in text


def test_the_regulations_have_words_of_their_own() -> None:
    own = {
        "outcome.not_held": "{we_do_not_hold_this}, alas.",
        "outcome.not_held.eir": "By {ground}: {we_do_not_hold_this}.",
    }
    answer = AnswerFacts("1", "?", "not_held")
    for regime, words in (("FOIA", "We do not hold this, alas."), ("EIR", "By regulation 12(4)(a) of the")):
        assert words in plain_text(letters.response(answers=(answer,), regime=regime, wordings=own))


def test_a_result_in_other_words_counts_its_questions_still() -> None:
    own = {
        "result.not_held": "{asked}: {we_do_not_hold} {answers} {it}",
        "result.not_held.who_of_some": "Ask others for {asked}.",
    }
    known = AnswerFacts("1", "?", "not_held", details={"holder": "Ambleford Police"})
    other = AnswerFacts("2", "?", "not_held")
    text = plain_text(
        letters.response(
            answers=(known, other), all_labels=("1", "2", "3"), answered_elsewhere=("3",), wordings=own
        )
    )
    assert (
        "Questions 1 and 2: we do not hold the answers to questions 1 and 2 them Ask others for question 1."
        in text
    )


def test_a_denial_is_one_wording_whether_it_is_held_or_not() -> None:
    own = {"outcome.ncnd": "By {ground}, {neither}, whoever asks. {why}"}
    answer = AnswerFacts("1", "?", "ncnd", grounds=(ground("s.31(1)(a)", purpose=NCND),))
    text = plain_text(letters.response(answers=(answer,), wordings=own))
    assert "By section 31(3) of the Act, we neither confirm nor deny that we hold this, whoever asks." in text


def test_a_gap_stands_in_the_authoritys_own_sentence() -> None:
    facts = letters.response(
        answers=(AnswerFacts("3", "?", "decision_pending"),),
        wordings={"outcome.decision_pending.date": "On {decision_by} you hear."},
    )
    made = one_answer(facts, {"estimated_date": "the day"})
    assert 'On <span class="app-gap">Still needed: the day</span> you hear.' in made.html


# What is typed


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_is_typed_is_never_structure_nor_read_again(typed: str) -> None:
    made = Said("{how} – **{how}**, then {regulator_link}.", {"how": typed, "regulator_link": "LINK"})
    shown = str(escape(typed))
    begins = shown[:1].upper() + shown[1:]
    assert made.blocks == f"<p>{begins} – <strong>{shown}</strong>, then LINK.</p>"


@pytest.mark.parametrize("typed", [words for words in HOSTILE if "\n" not in words])
def test_a_letter_prints_hostile_words_as_they_are(typed: str) -> None:
    facts = letters.acknowledgement(passed_from=typed, adjustment="")
    assert f"{typed[:1].upper()}{typed[1:]} passed on to us your request" in plain_text(facts)
    assert "<script" not in letter_html(facts)
    assert 'href="javascript' not in letter_html(facts)


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "{{7*7}} %s"])
def test_hostile_words_as_a_wording_do_nothing_even_if_they_are_stored(typed: str) -> None:
    facts = letters.response(wordings=dict.fromkeys(WORDINGS, typed))
    page = letter_html(facts)
    assert "<script" not in page
    assert "javascript:" not in page
    assert "49" not in page.partition("<body")[2].replace("£49", "")


within = st.text(st.characters(exclude_characters=".!?"), max_size=40)


@settings(deadline=None)
@given(within, within)
def test_values_are_escaped_once_each(first: str, second: str) -> None:
    made = Said("x {one} {two} {one}", {"one": first, "two": second}).blocks
    parts = [str(escape(value)) for value in (first, second, first)]
    assert made == "<p>x" + "".join(f" {part}" if part else "" for part in parts) + "</p>"


def test_markup_of_ours_is_not_escaped_and_stays_whole() -> None:
    link = Markup('<a href="https://example.org/{two}">it</a>')
    assert Said("{one} {two}", {"one": link, "two": "x"}).blocks == f"<p>{link} x</p>"


def test_a_value_that_begins_takes_a_capital_unless_it_is_an_address() -> None:
    assert Said("{x} is.", {"x": "question 3"}).line == "Question 3 is."
    assert Said("**{x}** is.", {"x": "question 3"}).line == "<strong>Question 3</strong> is."
    assert Said("So {x} is.", {"x": "question 3"}).line == "So question 3 is."
    assert Said("So. **{x}** is.", {"x": "question 3"}).line == "So. <strong>Question 3</strong> is."
    assert Said("- {x}\n- so {x}", {"x": "question 3"}).blocks.count("Question 3") == 1
    assert Said("{x} is.", {"x": "foi@example.org"}).line == "foi@example.org is."
    assert Said("{x} is.", {"x": "https://example.org"}).line == "https://example.org is."


def test_wordings_joined_keep_each_its_own_values() -> None:
    made = joined(
        Said("{x} a.", {"x": "1"}),
        Said(),
        Said("{x} b {x_}.", {"x": "2", "x_": "3"}),
        Said("{x}", {"x": "1"}),
    )
    assert made.line == "1 a. 2 b 3. 1"
    assert not joined(Said(), Said())


def test_a_wording_within_another_keeps_its_own_values() -> None:
    inner = Said("Because {ground}.", {"ground": "inner"})
    made = said(refusals.refusal(), "outcome.withheld", we_hold_this="We hold it", ground="outer", why=inner)
    assert made.line == "We hold it and are withholding it under outer. Because inner."


# What a letter keeps of them


def test_a_letter_keeps_the_words_that_it_prints_and_no_others() -> None:
    facts = with_wordings(refusals.refusal(), {**OWN, "outcome.vexatious": "By {ground}."})
    assert set(facts.wordings) == set(OWN)
    assert set(OWN) <= set(wordings_used(facts))
    assert "outcome.vexatious" not in wordings_used(facts)


def test_the_keys_are_those_of_the_letter_in_the_order_of_the_wordings() -> None:
    used = wordings_used(TEXTS["acknowledgement"])
    assert used == (
        "letter.acknowledgement.opening",
        "letter.acknowledgement.when",
        "letter.acknowledgement.check",
        "always.greeting",
        "always.close",
    )


def test_own_words_survive_their_storage_and_an_older_letter_has_none() -> None:
    facts = refusal()
    stored = json.loads(json.dumps(to_json(facts)))
    assert from_json(stored) == facts
    del stored["wordings"]
    assert from_json(stored).wordings == {}


# The check


def _about_wordings(facts: LetterFacts) -> list[tuple[str, str, str]]:
    return [
        (each.level, each.code, each.mend) for each in findings(facts) if each.mend.startswith("wording:")
    ]


def test_sound_words_give_no_finding() -> None:
    assert _about_wordings(refusal()) == []


@pytest.mark.parametrize("dead", ["08456 30 60 60", "ico.gov.uk", "Information Commissioner's Office"])
def test_a_dead_detail_of_the_regulator_in_a_wording_stops_the_letter(dead: str) -> None:
    key = "always.regulator.direct"
    facts = refusals.refusal(wordings={key: f"{WORDINGS[key].text} Or {dead}."})
    assert ("must", "regulator_out_of_date", f"wording:{key}") in _about_wordings(facts)
    (message,) = [each.message for each in findings(facts) if each.mend == f"wording:{key}"]
    assert "“The regulator, where there is no review first”" in message


def test_words_that_cannot_be_printed_any_more_are_said_to_be_left_out() -> None:
    facts = refusals.refusal(wordings={"always.format": "Write to {nobody}."})
    assert _about_wordings(facts) == [("should", "wording_unfit", "wording:always.format")]


def test_words_that_the_wording_of_another_language_does_not_let_stand_are_said_to_be_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = replace(WORDINGS["always.format"], text="{authority} !", required=("authority",))
    monkeypatch.setitem(standard.DEFAULTS, "xx", {**WORDINGS, other.key: other})
    facts = refusals.refusal(wordings={"always.format": "Ask for large print."})
    assert _about_wordings(facts) == []
    facts = replace(facts, language="xx")
    assert "Ask for large print." not in plain_text(facts)
    assert _about_wordings(facts) == [("should", "wording_unfit", "wording:always.format")]


def test_what_was_to_be_replaced_is_found_in_a_wording() -> None:
    facts = refusals.refusal(wordings={"always.format": "Telephone [insert number] or {authority}."})
    assert ("must", "placeholder_left", "wording:always.format") in _about_wordings(facts)
