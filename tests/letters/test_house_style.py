"""What an authority chooses of its letters stands in them: logo, large print, rights, disclosure log."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from foi_tracker.files.logos import Logo, read_logo
from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters import assets
from foi_tracker.letters.pdf import make_pdf
from foi_tracker.letters.render import letter_html, plain_text, preview_html
from foi_tracker.letters.style import is_beside, logo_box, own_css
from tests.factories import letters
from tests.factories.files import SVG, png
from tests.letters.pdf_reader import read

pytestmark = pytest.mark.timeout(300)


def _with_logo(logo: Logo, alt: str = "") -> LetterFacts:
    facts = letters.acknowledgement()
    authority = replace(
        facts.authority,
        logo=hashlib.sha256(logo.content).hexdigest(),
        logo_type=logo.media_type,
        logo_width=logo.width,
        logo_height=logo.height,
        logo_alt=alt,
    )
    return replace(facts, authority=authority)


def _saying(facts: LetterFacts, **settings: object) -> LetterFacts:
    return replace(facts, authority=replace(facts.authority, **settings))  # type: ignore[arg-type]


@pytest.mark.parametrize("content", [png(400, 100), SVG], ids=["png", "svg"])
def test_a_logo_with_words_is_a_figure_that_is_read_out(content: bytes) -> None:
    logo = read_logo(content)
    made = read(make_pdf(_with_logo(logo, "A disc over the vale"), logo=logo.content))
    assert [figure.alternative for figure in made.all("Figure")] == ["A disc over the vale"]


@pytest.mark.parametrize("content", [png(400, 100), SVG], ids=["png", "svg"])
def test_a_logo_without_words_is_drawn_and_not_read_out(content: bytes) -> None:
    logo = read_logo(content)
    facts = _with_logo(logo)
    pdf = make_pdf(facts, logo=logo.content)
    assert read(pdf).all("Figure") == []
    assert pdf != make_pdf(_saying(facts, logo="", mark=""))
    assert b"/XObject" in pdf


def test_a_logo_is_drawn_in_its_own_shape_within_sixty_by_eighteen_millimetres() -> None:
    assert logo_box(_with_logo(read_logo(png(400, 100))).authority) == (60, 15)
    assert logo_box(_with_logo(read_logo(png(100, 400))).authority) == (4.5, 18)
    assert logo_box(_with_logo(read_logo(SVG)).authority) == (18, 18)


def test_a_square_logo_stands_beside_the_name_and_a_wide_one_over_it() -> None:
    square, wide = (_with_logo(read_logo(content)).authority for content in (SVG, png(400, 100)))
    assert is_beside(square)
    assert not is_beside(wide)
    assert 'class="letterhead beside"' in letter_html(_with_logo(read_logo(SVG)))


def test_the_logo_takes_the_place_of_the_mark() -> None:
    facts = _with_logo(read_logo(SVG))
    assert facts.authority.mark
    assert "marks/" not in own_css(facts)
    shown = preview_html(facts, stylesheet="/letter.css", logo="data:image/svg+xml;base64,AA==")
    assert 'src="data:image/svg+xml;base64,AA=="' in shown
    assert 'class="mark"' not in shown


@pytest.mark.parametrize("at_foot", [False, True])
def test_the_website_stands_with_the_senders_lines_as_a_link_that_says_where_it_leads(at_foot: bool) -> None:
    facts = _saying(
        letters.acknowledgement(), letterhead_at_foot=at_foot, website="https://www.vale.example/foi/"
    )
    made = read(make_pdf(facts))
    assert "www.vale.example/foi" in [link.text for link in made.all("Link")]
    assert "foi@ambleford-pcc.example.org\nwww.vale.example/foi\n" in plain_text(facts, whole=True)


def test_large_print_gives_the_website_with_the_address_below_an_answer() -> None:
    facts = _saying(letters.response(large_print=True), website="https://www.vale.example")
    assert '<a href="https://www.vale.example">www.vale.example</a>' in letter_html(facts)
    assert "foi@ambleford-pcc.example.org, www.vale.example." in plain_text(facts)


def test_a_website_that_is_no_whole_address_is_printed_as_it_is_typed() -> None:
    shown = letter_html(_saying(letters.acknowledgement(), website="www.vale.example <b>"))
    assert "<span>www.vale.example &lt;b&gt;</span>" in shown
    assert letter_html(_saying(letters.acknowledgement(), website="")).count("<span>") == 5


def test_a_made_up_letter_says_so() -> None:
    facts = letters.acknowledgement()
    assert "Made-up letter" in preview_html(facts, stylesheet="/letter.css", made_up=True)
    assert "Made-up letter" not in preview_html(facts, stylesheet="/letter.css")


@pytest.mark.parametrize(("points", "heading"), [(16, "23.1111pt"), (18, "26pt"), (24, "34.6667pt")])
def test_large_print_grows_as_a_whole_and_leaves_the_address_in_its_window(points: int, heading: str) -> None:
    sheet = assets.large_css(assets.stylesheet("large"), points)
    assert f"font-size: {points}pt" in sheet
    assert f"h1 {{ font-size: {heading}" in sheet
    assert ".large .address { width: 92mm; font-size: 15.5pt; line-height: 17pt }" in sheet


def test_large_print_in_another_size_takes_other_paper() -> None:
    facts = letters.acknowledgement(large_print=True)
    assert make_pdf(_saying(facts, large_print_size=24)) != make_pdf(facts)
    small = letters.acknowledgement()
    assert own_css(_saying(small, large_print_size=24)) == own_css(small)


def test_whoever_gets_large_print_like_everybody_is_not_told_that_they_asked_for_it() -> None:
    facts = letters.acknowledgement(large_print=True)
    assert "as you asked" in plain_text(facts)
    text = plain_text(_saying(facts, large_print_for_all=True))
    assert "We send all our letters in large print." in text
    assert "as you asked" not in text


def test_what_others_hold_the_rights_in_is_said_where_something_is_given() -> None:
    words = "Others hold the copyright in some of it."
    assert words in plain_text(_saying(letters.response(), copyright_text=words))
    refused = letters.response(answers=letters.response().answers[8:9])
    assert words not in plain_text(_saying(refused, copyright_text=words))


def test_an_answer_says_where_answers_are_published() -> None:
    link = "https://www.example.org/disclosure-log"
    text = plain_text(_saying(letters.response(), disclosure_log=link))
    assert "We publish our answers, without the names of those who asked" in text
    assert "example.org/disclosure-log" in text
    assert "We publish" not in plain_text(letters.response())
    assert "We publish" not in plain_text(_saying(letters.acknowledgement(), disclosure_log=link))


@pytest.mark.parametrize(
    ("colour", "nearest"), [("#ffffff", "#595959"), ("#1d70b8", "#175b96"), ("#17495A", "#17495a")]
)
def test_the_nearest_colour_that_can_be_read_is_of_the_same_hue(colour: str, nearest: str) -> None:
    assert assets.nearest_legible(colour) == nearest
    assert assets.contrast_with_white(nearest) >= assets.LEAST_CONTRAST
