"""Facts become HTML in an environment of its own, and what people type is only ever a value."""

from __future__ import annotations

import re
from dataclasses import replace

import html5lib
import pytest
from jinja2 import StrictUndefined, UndefinedError

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.law.outcomes import NOT_VALID, OUTCOMES
from foi_tracker.letters.kinds import Kind
from foi_tracker.letters.parts import PARTS, value_at
from foi_tracker.letters.render import TEMPLATES, environment, letter_html, plain_text, preview_html
from tests.factories import letters, refusals, unusual_letters
from tests.letters.made import LETTERS, every_letter

KINDS = [letters.acknowledgement(), letters.not_valid(), letters.clarification(), letters.response()]


@every_letter
def test_the_html_is_well_formed(name: str) -> None:
    html5lib.HTMLParser(strict=True).parse(letter_html(LETTERS[name]))


def test_the_environment_is_strict_and_knows_nothing_of_the_web() -> None:
    assert environment().undefined is StrictUndefined
    assert not {"url_for", "request", "session", "g", "config"} & set(environment().globals)
    with pytest.raises(UndefinedError):
        environment().from_string("{{ facts }}").render()


def test_every_kind_has_its_file_and_every_part_its_template() -> None:
    assert set(PARTS) == set(Kind)
    for kind, parts in PARTS.items():
        environment().get_template(f"{kind}.html")
        for part in parts:
            environment().get_template(part.template or f"{kind}.html")


def test_every_outcome_and_every_reason_has_its_words() -> None:
    assert {file.stem for file in (TEMPLATES / "_parts/outcomes").iterdir()} == set(OUTCOMES)
    assert {file.stem for file in (TEMPLATES / "_parts/not_valid").iterdir()} == set(NOT_VALID)


@pytest.mark.parametrize("facts", KINDS, ids=lambda facts: facts.kind)
def test_what_a_part_needs_is_a_fact(facts: LetterFacts) -> None:
    for part in PARTS[Kind(facts.kind)]:
        for path in part.needs:
            value_at(facts, path)


def test_no_template_marks_anything_as_safe() -> None:
    for file in TEMPLATES.rglob("*.html"):
        assert not re.search(r"\|\s*safe|autoescape", file.read_text()), file


def test_hostile_words_are_only_words() -> None:
    html = letter_html(unusual_letters.hostile())
    assert not re.search(
        r"<script|<img|onerror=|javascript:", html.replace("&lt;", "").replace("src=x onerror=y", "")
    )
    assert "{{ 7*7 }}" in html
    assert "49" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    assert html.count("</style>") == 1


def test_a_label_cannot_break_out_of_the_style_sheet() -> None:
    facts = letters.acknowledgement()
    hostile = replace(facts.answers[0], label='1"}</style><script>')
    css = re.search(r"<style>(.*?)</style>", letter_html(replace(facts, answers=(hostile,))), re.DOTALL)
    assert css is not None
    assert '"1\\22 \\7d \\3c \\2f style\\3e \\3c script\\3e \\2002 "' in css[1]


@pytest.mark.parametrize("facts", KINDS, ids=lambda facts: facts.kind)
def test_a_preview_names_the_style_sheet_and_its_nonce_and_no_inline_style(facts: LetterFacts) -> None:
    html = preview_html(facts, stylesheet="/static/letter.css", nonce="abc")
    assert '<link rel="stylesheet" href="/static/letter.css">' in html
    assert '<style nonce="abc">' in html
    assert not re.search(r"<[^>]* style=", html)
    assert "bundled:" not in html


@pytest.mark.parametrize("facts", KINDS, ids=lambda facts: facts.kind)
def test_a_draft_without_its_facts_can_still_be_looked_at(facts: LetterFacts) -> None:
    """An officer sees the letter long before everything it needs is there."""
    bare = replace(
        facts,
        subject="",
        due=None,
        regulator=None,
        review_by=None,
        date_reason="",
        close_by=None,
        clarification="",
        not_valid_reason="",
        answers=tuple(replace(answer, outcome="", answer="", details={}) for answer in facts.answers),
        authority=replace(facts.authority, review_contact=(), address=(), telephone="", email=""),
        recipient=replace(facts.recipient, name="", organisation="", address=(), salutation=""),
    )
    assert "Dear Applicant," in plain_text(bare)


@pytest.mark.parametrize("layout", ["numbered", "interleaved"])
@pytest.mark.parametrize("regime", ["FOIA", "EIR", "FOIA + SI 2010/2768"])
@pytest.mark.parametrize("code", OUTCOMES)
def test_an_outcome_with_nothing_filled_in_can_be_looked_at(code: str, regime: str, layout: str) -> None:
    facts = letters.response(regime=regime, layout=layout)
    assert "{" not in plain_text(
        replace(facts, answers=(replace(facts.answers[0], outcome=code, answer=""),))
    )


def test_words_that_belong_together_are_held_together() -> None:
    html = letter_html(letters.mixed())
    for held in (
        "20\u00a0November\u00a02026",
        "section\u00a012(1)",
        "question\u00a03",
        "0303\u00a0123\u00a01113",
    ):
        assert held in html, held


def test_the_body_of_an_email_has_no_letterhead_but_has_the_reference() -> None:
    text = plain_text(letters.mixed())
    assert text.startswith("Date\n20 November 2026\n\nOur reference\n219/26")
    assert "40 Example Street\n" not in text
    assert "Dear Secretary," in text


def test_large_print_says_that_it_is_and_how_to_reach_us() -> None:
    text = plain_text(LETTERS["response-large"])
    assert "We have sent this letter in large print, as you asked." in text
    assert "You can reach us here: Weir House, 2 Example Wharf" in text


def test_what_would_help_the_reader_is_repeated_to_them() -> None:
    text = plain_text(
        letters.acknowledgement(form_wanted="a spreadsheet", adjustment="Emails in plain text.")
    )
    assert "You told us what would help: a spreadsheet; Emails in plain text." in text


def test_an_environmental_letter_speaks_of_the_regulations() -> None:
    text = plain_text(LETTERS["response-environmental"])
    for words in ("Environmental Information Regulations 2004", "regulation 12(4)(d) of the Regulations"):
        assert words in text
    for words in (
        "Regulation 11 of the Regulations",
        "Regulation 18 of the Regulations",
        "presuming that you",
    ):
        assert words in text
    assert "section 12" not in text


def test_an_authority_without_a_review_says_so() -> None:
    authority = replace(letters.POLICE, review_procedure=False, review_contact=())
    text = plain_text(refusals.refusal(authority=authority))
    assert "We have no procedure for reviewing our own decisions" in text
    assert "You can complain to the Information Commission (the ICO)" in text
