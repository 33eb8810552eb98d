"""The piece of a letter around a standard paragraph, with the paragraph's own words marked."""

from __future__ import annotations

import re

import pytest

from foi_tracker.letters.passages import passage
from foi_tracker.letters.render import plain_text, wordings_used
from foi_tracker.letters.standard import WORDINGS
from foi_tracker.letters.standard_check import MOST_CHARACTERS, problems
from tests.factories.letters import response

THANKS = "always.thanks"


def marked(html: str) -> str:
    """The words marked, in plain text."""
    words = "".join(re.findall(r"<mark>(.*?)</mark>", html, re.DOTALL))
    return re.sub(r"<[^>]*>", "", words).replace("&nbsp;", " ").replace("\N{NO-BREAK SPACE}", " ")


def test_the_words_are_marked_and_what_stands_beside_them_is_there() -> None:
    html = passage(response(), THANKS, "We had your letter of {received}.")
    assert marked(html) == "We had your letter of 26 October 2026."
    assert "Dear Research Officer," in html
    assert "The regulator" not in html


def test_a_paragraph_that_stands_in_several_answers_is_marked_in_each() -> None:
    html = passage(response(), "outcome.not_held", WORDINGS["outcome.not_held"].text)
    assert marked(html) == "We do not hold this.We do not hold this."
    assert "Answer\N{NO-BREAK SPACE}10" in html.replace("&nbsp;", "\N{NO-BREAK SPACE}")
    assert "<p>…</p>" in html


def test_a_letter_that_does_not_say_it_has_no_piece_to_show() -> None:
    assert passage(response(), "outcome.withheld", WORDINGS["outcome.withheld"].text) == ""


@pytest.mark.parametrize("key", wordings_used(response()))
def test_every_wording_that_a_letter_prints_is_found_in_it(key: str) -> None:
    html = passage(response(), key, WORDINGS[key].text)
    said = plain_text(response()).replace("\N{NO-BREAK SPACE}", " ")
    assert any(words.strip() in said for words in re.split(r"[.:]", marked(html)) if len(words) > 12)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- **Thanks** for {received}\n- see https://example.org/x", "Thanks for 26 October 2026see "),
        ("See https://example.org/x", "See "),
        ("_Thank you._ It reached us.\n\n1. first\n2. second", "Thank you. It reached us.firstsecond"),
        ("[Our page](https://example.org) says more", "Our page says more"),
    ],
)
def test_markdown_stays_markdown_between_the_signs(text: str, said: str) -> None:
    html = passage(response(), THANKS, text)
    assert marked(html).startswith(said)
    assert not re.search("[¤‡]", html)
    assert not re.search("%C2%A4|%E2%80%A1", html)


def test_the_longest_words_that_may_be_kept_are_shown_in_the_letter() -> None:
    """The signs around them are none of their length."""
    words = ("Thank you. " * MOST_CHARACTERS)[: MOST_CHARACTERS - 1] + "."
    assert problems(WORDINGS[THANKS], words) == ()
    assert len(marked(passage(response(), THANKS, words))) == MOST_CHARACTERS


def test_what_somebody_typed_stays_words() -> None:
    facts = response(subject="<script>alert(1)</script>")
    html = passage(facts, "always.greeting", WORDINGS["always.greeting"].text)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
