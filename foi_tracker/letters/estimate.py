"""The cost estimate as a letter prints it: the hours in a sentence, the rows in a table (s.12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foi_tracker.law.cost_limit import (
    ACTIVITIES,
    CONFIRMING,
    COST_SECTIONS,
    POUNDS_AN_HOUR,
    Activity,
    hours_of,
    in_hours,
    limit_of,
    rows_counted,
    say_hours,
    say_pounds,
    total_hours,
)
from foi_tracker.law.notices.facts import AnswerFacts, CostRowFacts, LetterFacts
from foi_tracker.law.regimes import AuthorityType, s12_limit
from foi_tracker.letters import wording

HELD, UNSURE = "outcome.cost_limit.held", "outcome.cost_limit.unsure"


@dataclass(frozen=True)
class Estimate:
    """What an answer that is refused for its cost says of the estimate."""

    held: str  # which wording says that it is held, or why that cannot be said yet; "" under s.12(2)
    says: str  # which wording refuses for it: counted elsewhere, with its hours, or without
    limit: (
        str  # "18 hours (£450 at £25 an hour)"; "" under another law, or where the hours are said elsewhere
    )
    under: str  # the question whose answer prints it, where that is another
    first: bool  # whether it is the first such answer, which says what the estimate rests on
    hours: str  # "149.7 hours"; "" where nothing is estimated
    doing: str  # what would take so long: "Answering it", "Answering questions 3 and 5"
    caption: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    total: str
    cost: str  # "£3,742.50"


def estimate_for(facts: LetterFacts, answer: AnswerFacts) -> Estimate:
    """The estimate under an answer: printed once for each subsection, at the first question it is about."""
    section = COST_SECTIONS[answer.outcome]
    refused = [each for each in facts.answers if each.outcome in COST_SECTIONS]
    labels = [each.label for each in refused if each.outcome == answer.outcome]
    rows = rows_counted(facts.cost.rows, section) if facts.cost else []
    limit = limit_of(facts.authority.kind)
    total = total_hours(rows, section)
    people = any(row.people != 1 for row in rows)
    doing, caption = _work(facts, labels, section)
    under = "" if labels[0] == answer.label else labels[0]
    return Estimate(
        held=held_wording(facts, section),
        says=f"outcome.cost_limit{'.counted' if under else '' if rows else '.unreckoned'}",
        limit="" if under else _limit(facts),
        under=under,
        first=refused[0].label == answer.label,
        hours=in_hours(total, limit) if rows else "",
        doing=doing,
        caption=f"What it would take to {caption}",
        headings=("Task", "Records", "Minutes each", *(("People",) if people else ()), "Hours"),
        rows=[_row(row, people) for row in rows if isinstance(row, CostRowFacts)],
        total=say_hours(total, limit),
        cost=f"At £{POUNDS_AN_HOUR} an hour for each person: {say_pounds(total)}.",
    )


def held_wording(facts: LetterFacts, section: str) -> str:
    """What the refusal says of its being held: section 12(1) leaves the duty to say so (s.12(2))."""
    if section == CONFIRMING:
        return ""
    rows = rows_counted(facts.cost.rows, section) if facts.cost else []
    finding_out = any(row.activity == Activity.DETERMINE for row in rows)
    return UNSURE if finding_out else HELD


def _limit(facts: LetterFacts) -> str:
    """The limit of section 12 for this authority; its Scottish like is of another Act."""
    if facts.authority.kind == AuthorityType.SCOTTISH:
        return ""
    limit = s12_limit(facts.authority.kind)
    return f"{limit.hours} hours (£{limit.pounds} at £{limit.pounds // limit.hours} an hour)"


def _work(facts: LetterFacts, labels: Sequence[str], section: str) -> tuple[str, str]:
    """What would take so long, to begin a sentence and to end a caption."""
    asked, one = wording.questions(facts, labels), len(labels) == 1
    if section == CONFIRMING:
        answers = "the answer" if one else "the answers"
        begins = f"Just to find out whether we hold {answers}{'' if one else f' to {asked}'}"
        return begins, f"find out whether we hold {answers} to {asked}"
    return f"Answering {'it' if one else asked}", f"answer {asked}"


def _row(row: CostRowFacts, people: bool) -> list[str]:
    task = f"{ACTIVITIES[row.activity].in_letter}: {row.what.strip() or 'records'}"
    if row.reference:
        task += f" (request {row.reference})"
    minutes = f"{row.minutes_each:,.4f}".rstrip("0").rstrip(".")
    cells = [task, f"{row.records:,}", minutes]
    return [*cells, *([str(row.people)] if people else []), say_hours(hours_of(row))]
