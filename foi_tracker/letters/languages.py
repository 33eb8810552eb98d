"""The languages that letters are written in: the one place that knows them.

A language is its templates, its wordings, the view that puts facts into its words, and what joins its words
on a line. To add one: a folder `templates/letters/<code>` with every file that English has, its wordings in
`standard.DEFAULTS`, a subclass of LetterView whose properties speak it, the pattern of what may not be
parted, and a line in LANGUAGES. Only words that a speaker has checked are added: until then a letter to a
reader of that language is in English, marked so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from foi_tracker.law.clock import Reckoning
from foi_tracker.law.clock_words import reason_for
from foi_tracker.letters.typeset import ENGLISH_JOINED
from foi_tracker.letters.view import LetterView

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "letters"


@dataclass(frozen=True)
class Language:
    """One language, with everything of it that a letter needs."""

    code: str  # of HTML and PDF: what a screen reader reads the letter in
    name: str  # as an officer calls it
    templates: Path
    view: type[LetterView]
    joined: re.Pattern[str]  # words that stay on one line: "26 October 2026"
    date_reason: Callable[[Reckoning], str]  # why the due date is that date, in one sentence


_ENGLISH = Language("en-GB", "English", TEMPLATES, LetterView, ENGLISH_JOINED, reason_for)

LANGUAGES: Mapping[str, Language] = {"en-GB": _ENGLISH}
"""Every language that there are checked words for, by its code."""


def language_of(code: str) -> Language:
    """The language of this code; English where there are no checked words in it."""
    return LANGUAGES.get(code, _ENGLISH)
