"""The cost estimate of a request: what is kept and refused, and what a cost refusal rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.cost import EstimateDraft, cost_facts, has_limit, keep_estimate, standing_of
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.letter_facts import letter_facts
from foi_tracker.casework.letters import LetterPlan, start_letter
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.law.notices.facts import CostRowFacts
from foi_tracker.models import AuditEntry, Authority, Case, Question
from foi_tracker.store import cost as store
from tests.factories import authorities
from tests.factories.cases import confirmed_case

READING = CostRowFacts("extract", "reports", 2994, 3)
SMALL = CostRowFacts("extract", "reports", 200, 3)
OVER = EstimateDraft((READING,), "We timed 20.", "Those of one month.", 36)


@pytest.fixture
def rows(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    return confirmed_case(desk, authority)


def answer(desk: Desk, case: Case, question: Question, outcome: str) -> None:
    answer_question(desk, case, question, AnswerGiven(outcome), question.version)


def test_an_estimate_is_kept_in_its_rows_with_one_audit_entry(
    desk: Desk, session: Session, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    search = CostRowFacts("locate", "systems", 2, 30.5, 2)
    kept = keep_estimate(desk, case, replace(OVER, rows=(search, READING)), 0)
    assert [row.what for row in store.rows_of(session, kept)] == ["systems", "reports"]
    assert cost_facts(desk, case).rows == (search, READING)
    assert (kept.sampled, kept.within_limit, kept.months) == ("We timed 20.", "Those of one month.", 36)
    actions = session.scalars(select(AuditEntry.action).where(AuditEntry.case_id == case.id)).all()
    assert actions[-1] == "cost_estimated"


def test_a_change_of_rows_alone_is_a_new_version_that_nobody_overwrites(
    desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    first = keep_estimate(desk, case, OVER, 0)
    seen = first.version
    keep_estimate(desk, case, replace(OVER, rows=(SMALL,)), seen)
    for version in (0, seen):
        with pytest.raises(ChangedMeanwhile):
            keep_estimate(desk, case, OVER, version)
    assert cost_facts(desk, case).rows == (SMALL,)


def test_work_that_does_not_count_is_refused_at_its_row(
    desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    with pytest.raises(NotAllowed, match="Redacting does not count") as refused:
        keep_estimate(desk, case, replace(OVER, rows=(READING, CostRowFacts("redact", "names", 5, 1))), 0)
    assert refused.value.field == "rows-1"
    with pytest.raises(NotAllowed, match="one row"):
        keep_estimate(desk, case, replace(OVER, rows=()), 0)


def test_a_cost_refusal_needs_an_estimate_over_the_limit(
    desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    case, (first, second) = rows
    with pytest.raises(NotAllowed, match="no estimate yet") as refused:
        answer(desk, case, first, "cost_limit")
    assert refused.value.field == "outcome"
    kept = keep_estimate(desk, case, replace(OVER, rows=(replace(READING, records=360),)), 0)
    with pytest.raises(NotAllowed, match=r"18 hours. That is not over the limit of 18"):
        answer(desk, case, first, "cost_limit")
    keep_estimate(desk, case, replace(OVER, rows=(replace(READING, records=361),)), kept.version)
    answer(desk, case, first, "cost_limit")
    assert first.outcome == "cost_limit"
    assert not second.is_answered


def test_to_neither_confirm_for_cost_only_finding_out_counts(
    desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    case, (first, _) = rows
    kept = keep_estimate(desk, case, OVER, 0)
    with pytest.raises(NotAllowed, match=r"finding out whether it is held comes to 0 hours"):
        answer(desk, case, first, "cost_limit_confirm")
    files = CostRowFacts("determine", "files", 9000, 1)
    keep_estimate(desk, case, replace(OVER, rows=(files,)), kept.version)
    answer(desk, case, first, "cost_limit_confirm")
    assert first.outcome == "cost_limit_confirm"


def test_a_departments_limit_is_24_hours(desk: Desk, session: Session) -> None:
    ministry = authorities.authority(session, "ministry", kind="department")
    case, (first, _) = confirmed_case(desk, ministry)
    keep_estimate(desk, case, replace(OVER, rows=(replace(READING, records=480),)), 0)
    with pytest.raises(NotAllowed, match="limit of 24"):
        answer(desk, case, first, "cost_limit")


def test_the_regulations_have_no_cost_limit(desk: Desk, authority: Authority) -> None:
    case, (first, _) = confirmed_case(desk, authority, regime="EIR")
    assert not has_limit(desk, case)
    with pytest.raises(NotAllowed, match=r"12\(4\)\(b\)"):
        keep_estimate(desk, case, OVER, 0)
    with pytest.raises(NotAllowed, match=r"12\(4\)\(b\)"):
        answer(desk, case, first, "cost_limit")


def test_of_a_mixture_only_the_questions_under_the_act_have_the_limit(
    desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    case, (first, second) = rows
    first.regime = "EIR"
    keep_estimate(desk, case, OVER, 0)
    with pytest.raises(NotAllowed, match=r"12\(4\)\(b\)"):
        answer(desk, case, first, "cost_limit")
    answer(desk, case, second, "cost_limit")


def test_the_letter_draws_its_estimate_from_the_case(desk: Desk, rows: tuple[Case, list[Question]]) -> None:
    case, (first, second) = rows
    keep_estimate(desk, case, OVER, 0)
    answer(desk, case, first, "cost_limit")
    answer_question(desk, case, second, AnswerGiven("disclosed", "40."), second.version)
    facts = letter_facts(desk, case, start_letter(desk, case, LetterPlan("response")))
    assert facts.cost is not None
    assert facts.cost.rows == (READING,)
    assert facts.cost.sampled == "We timed 20."


# Added together (section 12(4))


def test_requests_near_in_time_are_counted_together(desk: Desk, authority: Authority) -> None:
    case, (first, _) = confirmed_case(desk, authority)
    other, _ = confirmed_case(desk, authority, received_on=desk.today - timedelta(days=30))
    keep_estimate(desk, other, replace(OVER, rows=(SMALL,)), 0)
    kept = keep_estimate(desk, case, replace(OVER, rows=(SMALL,)), 0)
    assert not standing_of(desk, case).is_over()
    keep_estimate(desk, case, replace(OVER, rows=(SMALL,), with_case_ids=(other.id,)), kept.version)
    assert standing_of(desk, case).hours("12(1)") == Fraction(20)
    answer(desk, case, first, "cost_limit")
    facts = cost_facts(desk, case)
    assert facts.together_with == (other.reference,)
    assert [row.reference for row in facts.rows] == ["", other.reference]


def test_requests_further_apart_than_60_working_days_are_not(desk: Desk, authority: Authority) -> None:
    case, _ = confirmed_case(desk, authority)
    old, _ = confirmed_case(desk, authority, received_on=desk.today - timedelta(days=150))
    with pytest.raises(NotAllowed, match="60 consecutive working days") as refused:
        keep_estimate(desk, case, replace(OVER, with_case_ids=(old.id,)), 0)
    assert refused.value.field == "with_cases"


def test_another_authoritys_request_and_the_request_itself_are_not(
    desk: Desk, session: Session, authority: Authority
) -> None:
    case, _ = confirmed_case(desk, authority)
    theirs, _ = confirmed_case(desk, authorities.authority(session, "southvale-council"))
    for id_ in (theirs.id, case.id):
        with pytest.raises(NotAllowed, match="requests to this authority"):
            keep_estimate(desk, case, replace(OVER, with_case_ids=(id_,)), 0)
