"""One question's answer as the letter will print it, with what it still lacks marked in its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.render import environment
from foi_tracker.letters.typeset import typeset
from foi_tracker.letters.view import LetterView

# Characters that no font draws stand for a gap while the words around it are put together.
_GAP = re.compile("\ue000([0-9]+)\ue001")


@dataclass(frozen=True)
class OneAnswer:
    """The answer's HTML, and what is missing that has no place in its words."""

    html: Markup
    lacks: tuple[str, ...] = ()


def one_answer(facts: LetterFacts, gaps: Mapping[str, str]) -> OneAnswer:
    """The answer of a letter of one question, by the letter's own templates.

    `gaps` says, by the name of a field of law.outcomes, what is still needed there.
    """
    (answer,) = facts.answers
    words = list(gaps.values())
    marks = {name: f"\ue000{number}\ue001" for number, name in enumerate(gaps)}
    marked = replace(
        answer,
        answer=marks.get("answer", answer.answer),
        details={**answer.details, **{name: mark for name, mark in marks.items() if name != "answer"}},
    )
    letter = LetterView(replace(facts, answers=(marked,), regime=answer.regime or facts.regime))
    template = environment().get_template("_parts/answer.html")
    html = template.render(facts=facts, letter=letter, answer=marked)
    placed = {int(number) for number in _GAP.findall(html)}
    return OneAnswer(
        html=Markup(typeset(_GAP.sub(lambda found: _gap(words, int(found[1])), html))),
        lacks=tuple(word for number, word in enumerate(words) if number not in placed),
    )


def _gap(words: list[str], number: int) -> str:
    """The tinted phrase. A number that is not ours was typed, and says nothing."""
    if number >= len(words):
        return ""
    return f'<span class="app-gap">Still needed: {escape(words[number])}</span>'
