"""The language of a letter is data: a second one is added in one place, and none is shipped unchecked."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from foi_tracker.letters import languages
from foi_tracker.letters.languages import LANGUAGES, TEMPLATES, Language, language_of
from foi_tracker.letters.one_answer import one_answer
from foi_tracker.letters.render import letter_html, plain_text
from foi_tracker.letters.standard import DEFAULTS, SHIPPED, WORDINGS, load
from foi_tracker.letters.view import LetterView
from tests.factories import letters
from tests.letters.made import LETTERS


class Backwards(LetterView):
    """A language in which the greeting is read from its end."""

    @property
    def greeting(self) -> str:
        return super().greeting[::-1]


@pytest.fixture
def second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Language:
    """A language added as the module says: its templates, its wordings, a view, a line."""
    folder = tmp_path / "xx"
    shutil.copytree(TEMPLATES, folder)
    words = tmp_path / "words"
    shutil.copytree(SHIPPED, words)
    opening = words / "letters.toml"
    opening.write_text(opening.read_text("utf-8").replace("Thank you for your request", "Gratias"), "utf-8")
    answer = folder / "_parts/outcomes/withdrawn.html"
    answer.write_text("<p>Retractum.</p>")
    made = Language("xx", "Example", folder, Backwards, re.compile("Gratias for"), lambda reckoning: "Quia.")
    monkeypatch.setitem(DEFAULTS, "xx", load(words))
    monkeypatch.setattr(languages, "LANGUAGES", {**LANGUAGES, "xx": made})
    return made


def test_only_words_that_were_checked_are_shipped() -> None:
    assert set(LANGUAGES) == {"en-GB"}


def test_every_language_has_every_template() -> None:
    wanted = {file.relative_to(TEMPLATES) for file in TEMPLATES.rglob("*.html")}
    for language in LANGUAGES.values():
        has = {file.relative_to(language.templates) for file in language.templates.rglob("*.html")}
        assert has >= wanted


def test_every_language_has_every_wording() -> None:
    for code in LANGUAGES:
        assert DEFAULTS[code].keys() == WORDINGS.keys()


@pytest.mark.parametrize("code", ["cy", "", "tlh"])
def test_a_letter_without_words_in_its_language_is_marked_as_the_english_it_is(code: str) -> None:
    """A screen reader would read English by the rules of Welsh."""
    html = letter_html(letters.acknowledgement(language=code))
    assert '<html lang="en-GB">' in html
    assert language_of(code) is LANGUAGES["en-GB"]


def test_a_second_language_is_its_templates_its_view_and_what_it_joins(second: Language) -> None:
    facts = letters.acknowledgement(language="xx")
    html = letter_html(facts)
    assert '<html lang="xx">' in html
    assert "Gratias\N{NO-BREAK SPACE}for information" in html
    assert "Dear krelC," in html
    assert "Thank you" not in plain_text(facts)
    assert "Dear Clerk," in plain_text(replace(facts, language="en-GB"))


def test_one_answer_is_previewed_in_its_language_too(second: Language) -> None:
    facts = letters.response(language="xx")
    only = replace(facts, answers=(replace(facts.answers[0], outcome="withdrawn"),))
    assert "Retractum." in one_answer(only, {}).html


def test_every_golden_letter_is_in_a_language_there_is() -> None:
    assert {facts.language for facts in LETTERS.values()} <= set(LANGUAGES)
