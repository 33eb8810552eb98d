"""What a request would cost to answer: its estimate, kept in rows, against the limit (s.12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction

from sqlalchemy.orm.attributes import flag_modified

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.law.aggregation import WINDOW, fall_in_one_window
from foi_tracker.law.cost_limit import (
    ANSWERING,
    CONFIRMING,
    COST_SECTIONS,
    in_hours,
    is_over,
    limit_of,
    total_hours,
    why_not_counted,
)
from foi_tracker.law.notices.facts import CostFacts, CostRowFacts
from foi_tracker.law.regimes import CostLimit
from foi_tracker.models import Case, CostEstimate, CostRow, Question
from foi_tracker.store import cost as cost_store
from foi_tracker.store import questions as question_store

MANIFESTLY_UNREASONABLE = (
    "The Environmental Information Regulations have no cost limit. Where the work would be out of all "
    "proportion, use regulation 12(4)(b), manifestly unreasonable, with its public interest test."
)


@dataclass(frozen=True)
class EstimateDraft:
    """An estimate as the officer makes it."""

    rows: Sequence[CostRowFacts]
    sampled: str = ""  # what the minutes rest on
    within_limit: str = ""  # s.16: what could be provided within the limit, or why nothing can
    months: int | None = None  # how many months they asked about
    with_case_ids: Sequence[int] = ()  # requests added together with this one, s.12(4)


@dataclass(frozen=True)
class Standing:
    """How an estimate stands against the limit."""

    limit: CostLimit
    answering: Fraction  # hours that count for s.12(1), with the requests added together
    confirming: Fraction  # hours that count for s.12(2)

    def hours(self, section: str) -> Fraction:
        """The hours that count for this subsection."""
        return self.confirming if section == CONFIRMING else self.answering

    def is_over(self, section: str = ANSWERING) -> bool:
        """Whether they exceed the limit."""
        return is_over(self.hours(section), self.limit)


def law_of(case: Case, question: Question) -> str:
    """The law that a question is asked under: its own, or the case's."""
    return question.regime or case.regime


def has_limit(desk: Desk, case: Case) -> bool:
    """Whether the Act's cost limit applies: to any question, of an authority that the Act binds."""
    if limit_of(case.authority.kind) is None:
        return False
    laws = {law_of(case, question) for question in question_store.questions_of(desk.session, case)}
    return "FOIA" in (laws or {case.regime})


def cost_facts(desk: Desk, case: Case) -> CostFacts | None:
    """The case's estimate as a letter says it, with the rows of requests added together with it."""
    estimate = cost_store.estimate_of(desk.session, case)
    if estimate is None:
        return None
    others = cost_store.beside(desk.session, case, estimate.with_case_ids)
    theirs = cost_store.rows_by_case(desk.session, others)
    rows = [_facts(row) for row in cost_store.rows_of(desk.session, estimate)]
    rows += [_facts(row, other.reference) for other in others for row in theirs.get(other.id, ())]
    return CostFacts(
        rows=tuple(rows),
        sampled=estimate.sampled,
        within_limit=estimate.within_limit,
        together_with=tuple(other.reference for other in others),
    )


def _facts(row: CostRow, reference: str = "") -> CostRowFacts:
    return CostRowFacts(row.activity, row.what, row.records, row.minutes_each, row.people, reference)


def standing_of(desk: Desk, case: Case) -> Standing | None:
    """How the case's estimate stands against the limit; None where there is none, or no limit."""
    facts, limit = cost_facts(desk, case), limit_of(case.authority.kind)
    if facts is None or limit is None:
        return None
    return Standing(limit, total_hours(facts.rows, ANSWERING), total_hours(facts.rows, CONFIRMING))


def refuse_unless_over(desk: Desk, case: Case, question: Question, outcome: str) -> None:
    """Stop a cost refusal that the estimate does not bear out: s.12(1) and (2).

    Raises:
        NotAllowed: the Regulations apply, there is no estimate, or it is not over the limit.
    """
    section = COST_SECTIONS.get(outcome)
    if section is None or limit_of(case.authority.kind) is None:
        return
    if law_of(case, question) == "EIR":
        raise NotAllowed(MANIFESTLY_UNREASONABLE, "outcome")
    standing = standing_of(desk, case)
    if standing is None:
        raise NotAllowed("There is no estimate yet. Make the cost estimate of the request first.", "outcome")
    if not standing.is_over(section):
        hours = in_hours(standing.hours(section), standing.limit)
        what = "finding out whether it is held" if section == CONFIRMING else "the request"
        raise NotAllowed(
            f"The estimate for {what} comes to {hours}. That is not over the limit of "
            f"{standing.limit.hours}, so section {section} does not apply.",
            "outcome",
        )


def keep_estimate(desk: Desk, case: Case, draft: EstimateDraft, version: int) -> CostEstimate:
    """Keep the case's estimate. One under the limit is kept too: it shows that s.12 does not apply.

    Raises:
        ChangedMeanwhile: somebody changed it since `version` was read (0: there was none).
        NotAllowed: the Act's limit does not apply, a row does not count, or a request added together with
            this one is another authority's or outside the window of reg 5. `field` says which.
    """
    estimate = cost_store.estimate_of(desk.session, case)
    if (estimate.version if estimate else 0) != version:
        raise ChangedMeanwhile("estimate")
    _refuse_unsound(desk, case, draft)
    if estimate is None:
        estimate = CostEstimate(case_id=case.id)
        desk.session.add(estimate)
    estimate.sampled, estimate.within_limit = draft.sampled.strip(), draft.within_limit.strip()
    estimate.months, estimate.with_case_ids = draft.months, sorted(set(draft.with_case_ids))
    if version:
        flag_modified(estimate, "sampled")  # so that a change of rows alone is a new version too
    desk.session.flush()
    rows = [
        CostRow(
            activity=row.activity,
            what=row.what.strip(),
            records=row.records,
            minutes_each=row.minutes_each,
            people=row.people,
        )
        for row in draft.rows
    ]
    cost_store.replace_rows(desk.session, estimate, rows)
    audit.record(desk, case.authority_id, "cost_estimated", case, **asdict(draft))
    return estimate


def _refuse_unsound(desk: Desk, case: Case, draft: EstimateDraft) -> None:
    if not has_limit(desk, case):
        raise NotAllowed(MANIFESTLY_UNREASONABLE)
    if not draft.rows:
        raise NotAllowed("Say in one row at least what the work is.", "rows")
    for place, row in enumerate(draft.rows):
        if why := why_not_counted(row):
            raise NotAllowed(why, f"rows-{place}")
    others = cost_store.beside(desk.session, case, draft.with_case_ids)
    if len(others) != len(set(draft.with_case_ids)):
        raise NotAllowed("Choose requests to this authority, other than this one.", "with_cases")
    if not fall_in_one_window([case.received_on, *(other.received_on for other in others)], desk.holidays):
        raise NotAllowed(
            f"These requests did not all come within {WINDOW} consecutive working days, so they cannot be "
            "added together (regulation 5).",
            "with_cases",
        )
