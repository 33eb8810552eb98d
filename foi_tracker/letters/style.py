"""The few rules of CSS that differ from letter to letter. Every value in them is checked or escaped."""

from __future__ import annotations

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters import assets


def own_css(facts: LetterFacts, *, with_mark: bool = True) -> str:
    """The authority's colour and mark, and the sender's own labels in the list of questions."""
    mark = facts.authority.mark if with_mark else ""
    return assets.head_css(facts.authority.accent, mark) + "".join(
        f'#asked-{number}{{list-style-type:"{_css_string(answer.label)}\\2002 "}}'
        for number, answer in enumerate(facts.answers, start=1)
    )


def _css_string(text: str) -> str:
    """Any text inside a CSS string: what is not a letter or a digit is escaped by its number."""
    return "".join(char if char.isascii() and char.isalnum() else f"\\{ord(char):x} " for char in text)
