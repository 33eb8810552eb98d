"""A decision on the public interest that takes longer: what is left to do once they were told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.events import EventDraft, record_event
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.models import Authority, Case, Question
from tests.factories.cases import confirmed_case

Asked = tuple[Case, list[Question]]


@pytest.fixture
def asked(desk: Desk, authority: Authority) -> Asked:
    """A request of two questions; the first is given, and the second’s decision takes longer."""
    case, questions = confirmed_case(desk, authority)
    first, second = questions
    answer_question(desk, case, second, AnswerGiven("decision_pending"), second.version)
    keep_ground(desk, case, GroundDraft("s.31(1)(a)"), [second.id])
    answer_question(desk, case, first, AnswerGiven("disclosed", answer="Ten."), first.version)
    return case, questions


def tell_them(desk: Desk, case: Case, question: Question) -> None:
    estimate = (desk.today + timedelta(days=28)).isoformat()
    values = {"estimated_decision_date": estimate}
    record_event(desk, case, EventDraft("pit_extension_notice", desk.today, [question.id], values))


def test_what_is_ready_leaves_first(desk: Desk, asked: Asked) -> None:
    case, (_, second) = asked
    tell_them(desk, case, second)
    assert (case.stage, case.next_step) == ("letter", "issue_letter")
    assert case.questions_answered == 2


def test_then_the_decision_is_what_is_left(desk: Desk, asked: Asked) -> None:
    case, (first, second) = asked
    answer_question(desk, case, first, AnswerGiven("decision_pending"), first.version)
    keep_ground(desk, case, GroundDraft("s.31(1)(b)"), [first.id])
    assert (case.stage, case.next_step) == ("letter", "issue_letter"), "they are not told yet"
    tell_them(desk, case, first)
    tell_them(desk, case, second)
    assert (case.stage, case.next_step) == ("answering", "answer")
    assert case.questions_answered == 0
