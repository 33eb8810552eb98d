"""The clock of a case: what its events bind, and what questions that are gone leave behind."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.casework.clock import facts_of, reckoning_of, windows_of
from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.questions import AnswerGiven, QuestionDraft, answer_question, confirm_questions
from foi_tracker.law.regimes import Regime
from foi_tracker.models import Authority, Case, Question
from tests.factories.cases import case, confirmed_case

ASKED_ON, TOLD_ON = date(2026, 1, 29), date(2026, 2, 3)


def _said(direction: str, on: date, about: str, question: Question) -> Said:
    return Said(direction, "email", on, "Robin Ash", "Which year?", about, (question.id,))


def _as_drafts(questions: list[Question]) -> list[QuestionDraft]:
    return [QuestionDraft(q.text, q.number, q.stem, q.section, None, q.id) for q in questions]


@pytest.fixture
def clarified(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    """Two questions; the second was unclear, and they told us what they meant."""
    made, questions = confirmed_case(desk, authority)
    record_correspondence(desk, made, _said("out", ASKED_ON, ASKED, questions[1]))
    record_correspondence(desk, made, _said("in", TOLD_ON, RECEIVED, questions[1]))
    return made, questions


def test_a_clarification_moves_the_date_of_its_own_question_alone(
    desk: Desk, clarified: tuple[Case, list[Question]]
) -> None:
    made, _ = clarified
    reckoning = reckoning_of(desk, made)
    assert reckoning is not None
    assert {track.questions: track.deadlines[0].date for track in reckoning.tracks} == {
        ("1",): date(2026, 2, 25),  # 20 working days after 28 January
        ("2",): date(2026, 3, 3),  # 20 working days after 3 February: s.10(6)(b)
    }
    assert made.due_on == date(2026, 2, 25)


def test_an_event_whose_questions_are_gone_binds_none_of_those_left(
    desk: Desk, clarified: tuple[Case, list[Question]]
) -> None:
    made, questions = clarified
    confirm_questions(desk, made, _as_drafts(questions[:1]), "", made.version)
    assert facts_of(desk, made, questions[:1]).events == ()
    assert made.due_on == date(2026, 2, 25)


def test_an_event_that_names_no_question_binds_every_one(desk: Desk, authority: Authority) -> None:
    made, questions = confirmed_case(desk, authority)
    record_correspondence(desk, made, Said("out", "email", ASKED_ON, "Robin Ash", "Which year?", ASKED))
    assert [event.type for event in facts_of(desk, made, questions).events] == ["clarification_requested"]
    assert made.due_on is None


def test_no_clock_runs_for_what_is_not_a_valid_request(desk: Desk, authority: Authority) -> None:
    assert reckoning_of(desk, case(desk, authority, triage="no_name")) is None


def test_their_own_data_has_its_month_whichever_way_it_is_refused(desk: Desk, authority: Authority) -> None:
    """s.40(1) is an outcome of its own, and a ground too: each begins the month of UK GDPR art 12(3)."""
    made, (first, _) = confirmed_case(desk, authority)
    answer_question(desk, made, first, AnswerGiven(outcome="withheld"), first.version)
    assert Regime.SAR not in {each.regime for each in windows_of(desk, made, reckoning_of(desk, made))}
    keep_ground(desk, made, GroundDraft("s.40(1)"), {first.id})
    (month, *_) = windows_of(desk, made, reckoning_of(desk, made))
    assert (month.regime, month.deadlines[0].kind) == (Regime.SAR, "sar_one_month")
