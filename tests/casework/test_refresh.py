"""What the queue shows is reckoned afresh at every change: dates, stage, next step, when it closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.events import EventDraft, record_event
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.casework.withdrawal import Withdrawal, withdraw
from foi_tracker.models import Authority, Case
from foi_tracker.store import cases as case_store
from tests.factories.cases import case, confirmed_case
from tests.factories.sent_letters import answer_all, issued, respond, send


def _state(made: Case) -> tuple[str, str, str]:
    return made.stage, made.next_step, f"{made.questions_answered}/{made.questions_total}"


def test_a_case_goes_through_its_stages(desk: Desk, authority: Authority) -> None:
    assert _state(case(desk, authority)) == ("new", "confirm_questions", "0/0")
    made, questions = confirmed_case(desk, authority)
    assert _state(made) == ("answering", "answer", "0/2")
    answer_question(desk, made, questions[0], AnswerGiven("disclosed", "12."), 1)
    assert _state(made) == ("answering", "answer", "1/2")
    answer_question(desk, made, questions[1], AnswerGiven(same_as_id=questions[0].id), 1)
    assert _state(made) == ("letter", "issue_letter", "2/2")
    letter = issued(desk, made)
    assert _state(made) == ("issued", "record_sent", "2/2")
    assert made.due_on == date(2026, 2, 25), "until it has left it is not answered"
    send(desk, made, letter)
    assert _state(made) == ("closed", "", "2/2")
    assert (made.closed_on, made.answered_on, made.answered_late) == (desk.today, desk.today, False)


def test_an_acknowledgement_that_was_sent_answers_nothing(desk: Desk, authority: Authority) -> None:
    made, _ = confirmed_case(desk, authority)
    send(desk, made, issued_acknowledgement(desk, made))
    assert (made.stage, made.due_on) == ("answering", date(2026, 2, 25))


def issued_acknowledgement(desk: Desk, made: Case):
    """The acknowledgement that logging left ready, issued."""
    from foi_tracker.casework.letters import issue_letter
    from foi_tracker.store.letters import letters_of

    (letter,) = letters_of(desk.session, made)
    issue_letter(desk, made, letter, letter.version)
    return letter


@pytest.mark.parametrize(("left_on", "late"), [(date(2026, 2, 25), False), (date(2026, 2, 26), True)])
def test_an_answer_is_late_when_it_left_after_its_day(
    left_on: date, late: bool, desk: Desk, authority: Authority
) -> None:
    made, _ = confirmed_case(desk, authority)
    answer_all(desk, made)
    made.late_reason = "Somebody was ill."
    respond(replace(desk, today=left_on), made)
    assert (made.closed_on, made.answered_late) == (left_on, late)


def test_an_answer_in_time_owns_up_to_no_lateness_whatever_day_was_promised(
    desk: Desk, authority: Authority
) -> None:
    """s.10(3): received on 15 January, day 20 is 12 February; the day promised lies before it."""
    made, questions = confirmed_case(desk, authority, received_on=date(2026, 1, 15))
    for question in questions:
        answer_question(desk, made, question, AnswerGiven("decision_pending"), question.version)
    keep_ground(desk, made, GroundDraft("s.31(1)(a)"), [question.id for question in questions])
    promised = {"estimated_decision_date": "2026-01-30"}
    record_event(desk, made, EventDraft("pit_extension_notice", date(2026, 1, 20), [], promised))
    assert made.due_on == date(2026, 2, 12)
    answer_all(desk, made)
    letter = respond(desk, made)
    assert not made.answered_late
    assert "We should have answered" not in letter.plain_text


def test_the_case_shows_the_earliest_date_that_is_not_met(desk: Desk, authority: Authority) -> None:
    made, questions = confirmed_case(desk, authority)
    about = [questions[1].id]
    asked = Said("out", "email", date(2026, 1, 29), "Robin Ash", "Which year?", ASKED, about)
    told = Said("in", "email", date(2026, 2, 3), "Robin Ash", "2025.", RECEIVED, about)
    record_correspondence(desk, made, asked)
    record_correspondence(desk, made, told)
    assert made.due_on == date(2026, 2, 25)
    answer_all(desk, made)
    respond(desk, made, questions[:1], part=True)
    assert made.due_on == date(2026, 3, 3), "question 1 has left; question 2 runs from their reply"


def test_a_case_that_waits_for_them_has_no_date(desk: Desk, authority: Authority) -> None:
    made, _ = confirmed_case(desk, authority)
    asked = Said("out", "email", desk.today, "Robin Ash", "Which year?", ASKED)
    record_correspondence(desk, made, asked)
    assert (made.stage, made.due_on, made.target_on) == ("clarifying", None, None)


def test_what_they_withdrew_is_closed_on_the_day_they_said_so(desk: Desk, authority: Authority) -> None:
    made, _ = confirmed_case(desk, authority)
    withdraw(desk, made, Withdrawal(date(2026, 2, 2), "email", "Never mind."))
    assert (made.stage, made.closed_on, made.due_on) == ("withdrawn", date(2026, 2, 2), None)
    assert made.answered_on is None


LATE = date(2026, 2, 4)
"""The desk's day: what came on 2 January was due on Friday 30 January."""


def test_a_late_answer_counts_though_they_withdraw_the_rest(desk: Desk, authority: Authority) -> None:
    made, questions = confirmed_case(desk, authority, received_on=date(2026, 1, 2))
    answer_question(desk, made, questions[0], AnswerGiven("disclosed", "12."), questions[0].version)
    made.late_reason = "Somebody was ill."
    respond(desk, made, questions[:1], part=True)
    assert made.answered_on is None, "question 2 is still asked"
    withdraw(desk, made, Withdrawal(date(2026, 2, 3), "email", "Never mind the rest."))
    assert (made.stage, made.answered_on, made.answered_late) == ("withdrawn", LATE, True)
    assert made.closed_on == LATE, "until then question 1 was open"


def test_a_late_answer_counts_though_the_rest_is_closed_for_silence(desk: Desk, authority: Authority) -> None:
    made, questions = confirmed_case(desk, authority, received_on=date(2026, 1, 2))
    about = [questions[1].id]
    asked = Said("out", "email", date(2026, 1, 5), "Robin Ash", "Which year?", ASKED, about)
    record_correspondence(desk, made, asked)
    answer_question(desk, made, questions[0], AnswerGiven("disclosed", "12."), questions[0].version)
    made.late_reason = "Somebody was ill."
    respond(desk, made, questions[:1], part=True)
    assert (made.stage, made.answered_on) == ("clarifying", None)
    silent = replace(desk, today=date(2026, 3, 20))
    send(silent, made, issued(silent, made, "closure", question_ids=about))
    assert (made.stage, made.closed_on) == ("closed", silent.today)
    assert (made.answered_on, made.answered_late) == (LATE, True)


def test_a_question_that_they_no_longer_want_holds_up_none_that_waits_for_them(
    desk: Desk, authority: Authority
) -> None:
    """s.1(3): question 1 was answered, question 2 is withdrawn, and question 3 is not clear."""
    words = "1. How many visits were made?\n2. Who made them?\n3. What did they cost?"
    made, (first, second, third) = confirmed_case(desk, authority, words=words)
    asked = Said("out", "email", desk.today, "Robin Ash", "Which year?", ASKED, [third.id])
    record_correspondence(desk, made, asked)
    answer_question(desk, made, first, AnswerGiven("disclosed", "12."), first.version)
    respond(desk, made, [first], part=True)
    assert (made.stage, made.due_on) == ("answering", date(2026, 2, 25))
    how = {"withdrawn_how": "by email", "withdrawn_on": desk.today.isoformat()}
    answer_question(desk, made, second, AnswerGiven("withdrawn", details=how), second.version)
    assert (made.stage, made.due_on) == ("clarifying", None)
    silent = replace(desk, today=date(2026, 4, 20))
    send(silent, made, issued(silent, made, "closure", question_ids=[third.id]))
    assert (made.stage, made.closed_on, made.answered_on) == ("closed", silent.today, desk.today)


def test_what_is_not_valid_closes_when_they_have_been_told(desk: Desk, authority: Authority) -> None:
    made = case(desk, authority, triage="not_described")
    send(desk, made, issued_acknowledgement(desk, made))
    assert (made.stage, made.closed_on) == ("closed", desk.today)
    assert made.answered_on is None, "nothing was asked that could be answered"


def test_the_target_is_never_after_the_due_date(desk: Desk, authority: Authority) -> None:
    authority.target_working_day = 20
    made = case(desk, authority, received_on=date(2026, 2, 3))
    assert made.target_on == made.due_on == date(2026, 3, 3)


def test_due_dates_are_kept_in_order_with_the_questions_they_bind(desk: Desk, authority: Authority) -> None:
    made, questions = confirmed_case(desk, authority)
    asked = Said("out", "email", desk.today, "Robin Ash", "Which?", ASKED, [questions[0].id])
    record_correspondence(desk, made, asked)
    found = case_store.deadlines(desk.session, made)
    assert [(d.position, d.question_ids, d.due_on) for d in found] == [
        (0, [questions[1].id], date(2026, 2, 25)),
        (1, [questions[0].id], None),
    ]
