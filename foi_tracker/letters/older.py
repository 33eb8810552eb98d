"""Facts of letters issued before their shape changed, as letters read them now. What is stored stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foi_tracker.law.cost_limit import COST_SECTIONS
from foi_tracker.law.notices.facts import AnswerFacts, CostFacts, LetterFacts, WholeFacts
from foi_tracker.law.whole_request import WHOLE_SECTIONS


def as_now(facts: LetterFacts) -> LetterFacts:
    """Estimates and section 14 stood in each answer's details; they are of the request as a whole."""
    costs = [answer for answer in facts.answers if answer.outcome in COST_SECTIONS and _told(answer)]
    wholes = [answer for answer in facts.answers if answer.outcome in WHOLE_SECTIONS]
    if facts.cost is None and costs:
        hours = "\n\n".join(f"It would take about {each} hours." for each in _each(costs, "hours"))
        sampled = "\n\n".join(filter(None, (hours, *_each(costs, "estimate"))))
        facts = replace(facts, cost=CostFacts((), sampled, "\n\n".join(_each(costs, "within_limit"))))
    if facts.whole is None and wholes:
        earlier = next(iter(_each(wholes, "earlier_reference")), "")
        facts = replace(facts, whole=WholeFacts(WHOLE_SECTIONS[wholes[0].outcome], earlier))
    return facts


def _told(answer: AnswerFacts) -> bool:
    return any(name in answer.details for name in ("hours", "estimate", "within_limit"))


def _each(answers: Sequence[AnswerFacts], name: str) -> list[str]:
    """What the answers say under this name, each once."""
    said = [answer.details.get(name, "").strip() for answer in answers]
    return list(dict.fromkeys(filter(None, said)))
