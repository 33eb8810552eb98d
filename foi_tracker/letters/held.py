"""Whether a letter's paragraphs, as they will be printed, say if what was asked for is held: s.1(1)(a)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from foi_tracker.law.cost_limit import COST_SECTIONS
from foi_tracker.law.notices.facts import AnswerFacts, LetterFacts
from foi_tracker.letters.estimate import HELD, held_wording
from foi_tracker.letters.kinds import regime_of
from foi_tracker.letters.saying import said
from foi_tracker.letters.standard import placeholders_of

_STATEMENTS = frozenset({"we_hold_this", "we_do_not_hold_this"})
"""The placeholders that say it, whatever stands around them."""
_PARAGRAPHS: Mapping[str, str] = {
    "withheld": "outcome.withheld",
    "part_disclosed": "outcome.withheld.rest",
    "accessible": "outcome.accessible",
    "future_publication": "outcome.future_publication",
    "decision_pending": "outcome.decision_pending",
    "not_held": "outcome.not_held",
}
"""The wording that says it for each outcome. Of what is part held the officer's own words say it."""


def held_unsaid(facts: LetterFacts) -> tuple[str, ...]:
    """The outcomes in this letter whose paragraph has no placeholder that says whether it is held."""
    found = {}
    for answer in facts.answers:
        key = "" if answer.same_as else _paragraph(facts, answer)
        if key:
            under = replace(facts, regime=regime_of(facts, answer))
            if not _STATEMENTS & set(placeholders_of(said(under, key).text)):
                found[answer.outcome] = key
    return tuple(found)


def _paragraph(facts: LetterFacts, answer: AnswerFacts) -> str:
    """The wording that says it of this answer, "" where none has to."""
    if answer.outcome == "cost_limit" and regime_of(facts, answer) == "FOIA":
        key = held_wording(facts, COST_SECTIONS[answer.outcome])
        return key if key == HELD else ""
    return _PARAGRAPHS.get(answer.outcome, "")
