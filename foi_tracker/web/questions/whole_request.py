"""What the page of a question says of refusals of the whole request: sections 12 and 14 stand at the case."""

from __future__ import annotations

from dataclasses import dataclass

from foi_tracker.casework.cost import MANIFESTLY_UNREASONABLE, cost_facts, standing_of
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.whole_refusal import whole_facts
from foi_tracker.law.cost_limit import ANSWERING, COST_SECTIONS, in_hours
from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.law.whole_request import REPEATED, WHOLE_SECTIONS
from foi_tracker.models import Case, Question
from foi_tracker.store import questions as question_store
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.links import link_to


@dataclass(frozen=True)
class Line:
    """One line, shown for these outcomes, with the link to where it is changed."""

    outcomes: tuple[str, ...]
    words: str
    href: str
    link: str


@dataclass(frozen=True)
class WholeRequest:
    """Everything that a question's page says of it."""

    lines: tuple[Line, ...]
    instead: str  # what the Regulations have instead; "" under the Act
    beside: str  # that this answer is voluntary, because others are refused for the whole request


def of(desk: Desk, case: Case, question: Question) -> WholeRequest:
    """What to say on the page of this question."""
    if (question.regime or case.regime) == "EIR":
        return WholeRequest((), MANIFESTLY_UNREASONABLE, "")
    lines = [_estimate(desk, case, code, section) for code, section in COST_SECTIONS.items()]
    return WholeRequest((*lines, _whole(desk, case)), "", _beside(desk, case, question))


def _estimate(desk: Desk, case: Case, code: str, section: str) -> Line:
    href = link_to("cost.estimate", case.authority_id, case_id=case.id)
    standing, facts = standing_of(desk, case), cost_facts(desk, case)
    if standing is None or facts is None:
        return Line((code,), "There is no cost estimate of this request yet.", href, "Make the cost estimate")
    hours = in_hours(standing.hours(section), standing.limit)
    over = "over" if standing.is_over(section) else "not over"
    what = "answer it" if section == ANSWERING else "find out whether it is held"
    words = f"The estimate is {hours} to {what}: {over} the limit of {standing.limit.hours}."
    if not facts.within_limit:
        words += " Still to say there: what you could provide within the limit."
    return Line((code,), words, href, "Change the cost estimate")


def _whole(desk: Desk, case: Case) -> Line:
    href = link_to("cost.whole", case.authority_id, case_id=case.id)
    facts = whole_facts(desk, case)
    if facts is None:
        return Line(
            tuple(WHOLE_SECTIONS), "Nothing is kept yet of what shows it.", href, "Record what shows it"
        )
    repeats = f": it repeats {facts.earlier_reference}" if facts.section == REPEATED else ""
    words = f"Recorded under section {facts.section}{repeats}."
    return Line(tuple(WHOLE_SECTIONS), words, href, "Change what is recorded")


def _beside(desk: Desk, case: Case, question: Question) -> str:
    everyone = question_store.questions_of(desk.session, case)
    refused = {
        each.label
        for each in everyone
        if each.id != question.id and each.outcome in OUTCOMES and OUTCOMES[each.outcome].whole_request
    }
    if not refused:
        return ""
    who = say_questions(refused, [each.label for each in everyone])
    return (
        f"{who} {'is' if len(refused) == 1 else 'are'} refused for the request as a whole. What you answer "
        "here is given voluntarily, and the letter says so."
    )
