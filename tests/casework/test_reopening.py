"""A request is opened again and answered again: which day counts as the day of its answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.events import EventDraft, correct_event
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.questions import AnswerGiven, QuestionDraft, answer_question, confirm_questions
from foi_tracker.casework.reopening import Reopening, may_be_lost, reopen
from foi_tracker.casework.withdrawal import Withdrawal, withdraw
from foi_tracker.models import Authority, Case, Letter, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import questions as question_store
from tests.factories.cases import confirmed_case
from tests.factories.sent_letters import answer_all, issued, respond, send

pytestmark = pytest.mark.usefixtures("quick")

Made = tuple[Case, list[Question]]
DUE = date(2026, 2, 25)


@pytest.fixture
def made(desk: Desk, authority: Authority) -> Made:
    """A request whose answer left on the desk's day."""
    case, _ = confirmed_case(desk, authority)
    questions = answer_all(desk, case)
    respond(desk, case)
    return case, questions


@pytest.fixture
def later(desk: Desk) -> Desk:
    """The same desk, when the 20 working days are over."""
    return replace(desk, today=DUE + timedelta(days=1))


def test_what_had_been_left_unanswered_is_answered_late_when_it_is_answered_at_last(
    desk: Desk, later: Desk, made: Made
) -> None:
    """s.10(1): the request is complied with when all of it is."""
    case, (first, second) = made
    reopen(desk, case, Reopening(desk.today, "Question 2 was left out", [second.id], undone=True))
    assert (case.stage, case.answered_on, case.due_on) == ("letter", None, DUE)

    case.late_reason = "We overlooked it."
    answer_late = respond(later, case)
    assert (case.stage, case.answered_on, case.answered_late) == ("closed", later.today, True)
    assert "We overlooked it." in answer_late.plain_text
    met = {tuple(d.question_ids): d.met_by for d in case_store.deadlines(desk.session, case)}
    assert met == {(first.id,): "response_issued", (second.id,): "response_issued"}


def test_an_answer_that_never_reached_them_and_is_sent_again_in_time_is_in_time(
    desk: Desk, made: Made
) -> None:
    case, _ = made
    reopen(desk, case, Reopening(desk.today, "The email came back", undone=True))
    tomorrow = replace(desk, today=desk.today + timedelta(days=1))
    respond(tomorrow, case)
    assert (case.answered_on, case.answered_late) == (tomorrow.today, False)


def test_an_answer_that_a_review_changes_keeps_the_day_of_the_first(
    desk: Desk, later: Desk, made: Made
) -> None:
    """s.45 Code: a review looks at an answer that was given; it does not take it back."""
    case, (_, second) = made
    promised = later.today + timedelta(days=10)
    reopen(later, case, Reopening(later.today, "The review disagrees", [second.id], promised))
    assert case.due_on == promised
    respond(later, case)
    assert (case.stage, case.answered_on, case.answered_late) == ("closed", desk.today, False)


def test_a_correction_of_what_was_answered_at_last_is_no_third_answer(
    desk: Desk, later: Desk, made: Made
) -> None:
    case, questions = made
    reopen(desk, case, Reopening(desk.today, "The email came back", undone=True))
    second = respond(desk, case)
    plan = {"question_ids": [each.id for each in questions], "corrects_id": second.id}
    send(later, case, issued(later, case, correction_reason="One too few.", **plan))
    assert (case.answered_on, case.answered_late) == (desk.today, False)


def test_what_was_withdrawn_by_mistake_is_answered_on_the_day_of_its_answer(
    desk: Desk, later: Desk, authority: Authority
) -> None:
    case, questions = confirmed_case(desk, authority)
    answer_all(desk, case)
    respond(desk, case, questions[:1], part=True)
    withdraw(desk, case, Withdrawal(desk.today, "email", "No longer wanted"))
    reopen(desk, case, Reopening(desk.today, "It was another request that they withdrew"))
    answer_all(desk, case)
    case.late_reason = "We had closed it by mistake."
    respond(later, case)
    assert (case.answered_on, case.answered_late) == (later.today, True)


def test_correcting_the_day_of_an_answer_makes_no_later_letter_a_second_one(
    desk: Desk, later: Desk, made: Made
) -> None:
    case, questions = made
    (event,) = case_store.clock_events(desk.session, case)
    correct_event(later, case, event, EventDraft("response_issued", desk.today + timedelta(days=1)))
    assert event.question_ids == [each.id for each in questions]
    plan = {"question_ids": event.question_ids, "corrects_id": event.letter_id}
    send(later, case, issued(later, case, correction_reason="One too few.", **plan))
    assert case.answered_on == desk.today + timedelta(days=1)


def test_a_question_found_after_the_answer_is_answered_when_it_is_answered(
    desk: Desk, later: Desk, made: Made
) -> None:
    """Its words were part of the request all along, so the letter that overlooked them did not answer it."""
    case, questions = made
    (event,) = case_store.clock_events(desk.session, case)
    correct_event(desk, case, event, EventDraft("response_issued", desk.today))
    kept = [QuestionDraft(each.text, each.number, id=each.id) for each in questions]
    confirm_questions(desk, case, [*kept, QuestionDraft("Who did the work?", "3")], "", case.version)
    assert (case.closed_on, case.due_on) == (None, DUE)
    answer_all(later, case)
    case.late_reason = "We overlooked it."
    respond(later, case)
    assert (case.answered_on, case.answered_late) == (later.today, True)


def _find_a_third(desk: Desk, made: Made) -> None:
    case, questions = made
    kept = [QuestionDraft(each.text, each.number, id=each.id) for each in questions]
    confirm_questions(desk, case, [*kept, QuestionDraft("Who did the work?", "3")], "", case.version)


def test_a_promise_that_was_kept_does_not_bind_what_is_found_later(desk: Desk, made: Made) -> None:
    """The promise was of the questions that there were; the new one has the time that the law gives it."""
    case, _ = made
    promised = desk.today + timedelta(days=3)
    reopen(desk, case, Reopening(desk.today, "The review disagrees", answer_by=promised))
    assert case.due_on == promised
    respond(desk, case)
    _find_a_third(desk, made)
    assert case.due_on == DUE


def test_of_what_is_reopened_twice_the_last_promise_binds(desk: Desk, later: Desk, made: Made) -> None:
    case, (first, second) = made
    reopen(later, case, Reopening(later.today, "The review disagrees", answer_by=later.today))
    respond(later, case)
    promised = later.today + timedelta(days=35)
    reopen(later, case, Reopening(later.today, "A decision notice", [second.id], promised))
    assert case.due_on == promised
    respond(later, case)
    reopen(later, case, Reopening(later.today, "The tribunal", [first.id, second.id]))
    assert case.due_on is None


def test_a_promise_about_what_they_no_longer_ask_does_not_bind(desk: Desk, later: Desk, made: Made) -> None:
    case, (first, _) = made
    promised = later.today + timedelta(days=10)
    reopen(later, case, Reopening(later.today, "The review disagrees", answer_by=promised))
    withdraw(later, case, Withdrawal(later.today, "email", "Enough"))
    reopen(later, case, Reopening(later.today, "They want the first after all", [first.id]))
    assert case.due_on is None


def test_an_answer_that_was_undone_and_never_given_anew_is_not_the_last_one(
    desk: Desk, later: Desk, authority: Authority
) -> None:
    case, questions = confirmed_case(desk, authority)
    answer_all(desk, case)
    respond(desk, case, questions[:1], part=True)
    tomorrow = replace(desk, today=desk.today + timedelta(days=1))
    respond(tomorrow, case)
    left_out = [questions[1].id]
    reopen(tomorrow, case, Reopening(tomorrow.today, "Question 2 was left out", left_out, undone=True))
    withdraw(later, case, Withdrawal(later.today, "email", "No longer wanted"))
    assert case.answered_on == desk.today


HARM = {"whose": "ours", "harm": "Others would bid.", "cause": "It is a price.", "likelihood": "likely"}


@pytest.fixture
def told_of_more_time(desk: Desk, authority: Authority) -> tuple[Case, Letter, Letter]:
    """A request of one question: a letter that the decision takes until 20 March, and then the answer."""
    words = "Please tell me how many complaints about noise were recorded in 2025?"
    case, (question,) = confirmed_case(desk, authority, words=words)
    until = AnswerGiven("decision_pending", details={"estimated_date": "2026-03-20"})
    answer_question(desk, case, question, until, question.version)
    keep_ground(desk, case, GroundDraft("s.43(2)", words=HARM), [question.id])
    notice = respond(desk, case)
    assert case.due_on == date(2026, 3, 20)
    march = replace(desk, today=date(2026, 3, 10))
    answer_question(march, case, question, AnswerGiven("disclosed", "13."), question.version)
    return case, notice, respond(march, case)


def test_a_notice_of_more_time_that_never_reached_them_gives_no_more_time(
    desk: Desk, told_of_more_time: tuple[Case, Letter, Letter]
) -> None:
    """s.17(2): the notice is to be given to the applicant."""
    case, notice, answer = told_of_more_time
    assert may_be_lost(desk, case) == [notice, answer]
    march = replace(desk, today=date(2026, 3, 12))
    lost = [notice.id, answer.id]
    reopen(march, case, Reopening(march.today, "It was the wrong address", lost=lost))
    assert (case.answered_on, case.due_on) == (None, DUE)
    assert may_be_lost(desk, case) == []


def test_a_notice_of_more_time_that_did_reach_them_stands_when_the_answer_did_not(
    desk: Desk, told_of_more_time: tuple[Case, Letter, Letter]
) -> None:
    case, notice, answer = told_of_more_time
    march = replace(desk, today=date(2026, 3, 12))
    reopen(march, case, Reopening(march.today, "The email came back", lost=[answer.id]))
    assert (case.answered_on, case.due_on) == (None, date(2026, 3, 20))
    assert may_be_lost(desk, case) == [notice]


def test_only_what_stood_in_the_letter_that_never_arrived_is_answered_anew(
    desk: Desk, authority: Authority
) -> None:
    case, (first, second) = confirmed_case(desk, authority)
    answer_all(desk, case)
    arrived = respond(desk, case, [first], part=True)
    lost = respond(desk, case)
    for letters, about, field in (
        ([arrived.id], [second.id], "questions"),
        ([lost.id + 1], [], "lost"),
    ):
        wrong = Reopening(desk.today, "It came back", about, lost=letters)
        with pytest.raises(NotAllowed) as refused:
            reopen(desk, case, wrong)
        assert refused.value.field == field
    reopen(desk, case, Reopening(desk.today, "It came back", lost=[lost.id]))
    assert question_store.sent_question_ids(desk.session, case) == {first.id}
    assert (case.closed_on, case.due_on) == (None, DUE)
    tomorrow = replace(desk, today=desk.today + timedelta(days=1))
    respond(tomorrow, case)
    assert (case.stage, case.answered_on) == ("closed", tomorrow.today)


def test_a_letter_whose_correction_reached_them_is_not_answered_anew(desk: Desk, made: Made) -> None:
    case, questions = made
    (first,) = may_be_lost(desk, case)
    plan = {"question_ids": [each.id for each in questions], "corrects_id": first.id}
    send(desk, case, issued(desk, case, correction_reason="One too few.", **plan))
    with pytest.raises(NotAllowed, match="in another that reached them"):
        reopen(desk, case, Reopening(desk.today, "It came back", lost=[first.id]))
