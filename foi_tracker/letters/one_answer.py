"""One question's answer as the letter will print it, with what it still lacks marked in its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.languages import language_of
from foi_tracker.letters.render import environment
from foi_tracker.letters.typeset import typeset

# Characters that no font draws stand for a gap while the words around it are put together.
_GAP = re.compile("\ue000([0-9]+)\ue001")


@dataclass(frozen=True)
class OneAnswer:
    """The answer's HTML, and what is missing that has no place in its words."""

    html: Markup
    lacks: tuple[str, ...] = ()


def one_answer(
    facts: LetterFacts, gaps: Mapping[str, str], ground_gaps: Sequence[Mapping[str, str]] = ()
) -> OneAnswer:
    """The answer of a letter of one question, by the letter's own templates.

    `gaps` says, by the name of a field of law.outcomes, what is still needed there; `ground_gaps` the same
    of each ground, by the names of law.reasoning.
    """
    (answer,) = facts.answers
    words = list(gaps.values())
    marks = {name: _mark(number) for number, name in enumerate(gaps)}
    grounds = []
    for ground, missing in zip(answer.grounds, ground_gaps or [{}] * len(answer.grounds), strict=True):
        marked_words = {name: _mark(len(words) + number) for number, name in enumerate(missing)}
        words += missing.values()
        grounds.append(replace(ground, words={**ground.words, **marked_words}))
    marked = replace(
        answer,
        answer=marks.get("answer", answer.answer),
        details={**answer.details, **{name: mark for name, mark in marks.items() if name != "answer"}},
        grounds=tuple(grounds),
    )
    language = language_of(facts.language)
    letter = language.view(replace(facts, answers=(marked,), regime=answer.regime or facts.regime))
    template = environment(language.templates).get_template("_parts/answer.html")
    html = template.render(facts=facts, letter=letter, answer=marked)
    placed = {int(number) for number in _GAP.findall(html)}
    return OneAnswer(
        html=Markup(typeset(_GAP.sub(lambda found: _gap(words, int(found[1])), html), language.joined)),
        lacks=tuple(word for number, word in enumerate(words) if number not in placed),
    )


def _mark(number: int) -> str:
    return f"\ue000{number}\ue001"


def _gap(words: list[str], number: int) -> str:
    """The tinted phrase. A number that is not ours was typed, and says nothing."""
    if number >= len(words):
        return ""
    return f'<span class="app-gap">Still needed: {escape(words[number])}</span>'
