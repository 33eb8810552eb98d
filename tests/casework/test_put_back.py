"""A question put back to the requester, in an answer or a letter: what it says, and what it keeps waiting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from foi_tracker.casework import letters as casework
from foi_tracker.casework.correspondence import RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letters import LetterPlan
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.casework.reopening import Reopening, may_be_lost, reopen
from foi_tracker.models import Authority, Case, Letter, Question
from foi_tracker.store import cases as case_store
from tests.factories.cases import confirmed_case
from tests.factories.sent_letters import AGREED, answer_all, issued, respond, send

pytestmark = pytest.mark.usefixtures("quick")

Made = tuple[Case, list[Question]]


def put_back(desk: Desk, of: Made, *, same_as: bool = False) -> Letter:
    """Answer the first question and put the second back to them, in one answer that has left."""
    request, (first, second) = of
    given = AnswerGiven("clarification", details={"clarification_question": "Which year do you mean?"})
    answer_question(desk, request, second, given, second.version)
    clear = AnswerGiven(same_as_id=second.id) if same_as else AnswerGiven("disclosed", "There were 12.")
    answer_question(desk, request, first, clear, first.version)
    return respond(desk, request)


@pytest.mark.parametrize(
    ("law", "asked"), [("FOIA", "clarification_requested"), ("EIR", "reg9_particulars_requested")]
)
def test_a_question_put_back_in_an_answer_stays_open_and_its_clock_waits(
    law: str, asked: str, desk: Desk, authority: Authority
) -> None:
    """s.1(3), s.10(6)(b); EIR reg 9."""
    made = confirmed_case(desk, authority, regime=law)
    request, (first, second) = made
    put_back(desk, made)
    events = {event.type: event.question_ids for event in case_store.clock_events(desk.session, request)}
    assert events == {"response_issued": [first.id], asked: [second.id]}
    assert (request.stage, request.next_step) == ("clarifying", "await_clarification")
    assert (request.due_on, request.answered_on, request.closed_on) == (None, None, None)

    later = replace(desk, today=desk.today + timedelta(days=5))
    said = Said("in", "email", later.today, "Robin Ash", "The year 2025.", RECEIVED, [second.id])
    record_correspondence(later, request, said)
    assert (request.stage, request.next_step) == ("answering", "answer")
    assert request.due_on == date(2026, 3, 9), "twenty working days from their reply"
    answer_question(later, request, second, AnswerGiven("disclosed", "There were 3."), second.version)
    respond(later, request)
    assert (request.stage, request.answered_on) == ("closed", later.today)


def test_an_answer_that_puts_a_question_back_says_what_the_letter_of_clarification_says(
    desk: Desk, made: Made
) -> None:
    """What is asked, by when, and what happens then: s.1(3), s.16 and the Code."""
    told = " ".join(put_back(desk, made).plain_text.split())
    asking = issued(desk, confirmed_case(desk, made[0].authority)[0], "clarification", clarification="Which?")
    closes = "If we have not heard from you by Saturday 4 April 2026, we will close"
    assert "Which year do you mean?" in told
    assert f"{closes} this part of your request. You can always ask again." in told
    for words in ("When your reply reaches us, we have 20 working days to answer.", closes):
        assert words in told
        assert words in " ".join(asking.plain_text.split())


def test_an_answer_that_asks_nothing_back_closes_nothing(desk: Desk, made: Made) -> None:
    answer_all(desk, made[0])
    assert "we will close" not in issued(desk, made[0]).plain_text


def test_a_question_that_takes_the_answer_of_one_put_back_is_put_back_too(desk: Desk, made: Made) -> None:
    put_back(desk, made, same_as=True)
    (event,) = case_store.clock_events(desk.session, made[0])
    assert event.type == "clarification_requested"
    assert event.question_ids == [question.id for question in made[1]]
    assert made[0].stage == "clarifying"


def test_what_was_put_back_to_them_is_not_transferred_before_it_is_clear(desk: Desk, made: Made) -> None:
    """s.1(3); EIR reg 9: nobody can say that they do not hold what is not identified."""
    request, (_, second) = made
    put_back(desk, made)
    letter = casework.start_letter(desk, request, LetterPlan("transfer", [second.id], said=AGREED))
    with pytest.raises(casework.NotReady) as stopped:
        casework.issue_letter(desk, request, letter, letter.version)
    assert [(each.code, each.where) for each in stopped.value.findings] == [("not_held_unclear", "2")]
    given = AnswerGiven("not_held", details={"searched": "The council does this work."})
    answer_question(desk, request, second, given, second.version)
    casework.issue_letter(desk, request, letter, letter.version)
    send(desk, request, letter)
    assert (second.outcome, request.stage) == ("not_held", "closed")


def test_a_question_transferred_while_its_clock_waits_lets_nobody_wait_for_it(desk: Desk, made: Made) -> None:
    request, (first, second) = made
    about = [second.id]
    asking = issued(desk, request, "clarification", clarification="Which?", clarification_question_ids=about)
    send(desk, request, asking)
    send(desk, request, issued(desk, request, "transfer", question_ids=about, said=AGREED))
    assert (request.stage, request.next_step) == ("answering", "answer"), "question 1 is still to be answered"
    assert request.due_on == date(2026, 2, 25)
    answer_question(desk, request, first, AnswerGiven("disclosed", "There were 12."), first.version)
    respond(desk, request)
    assert (request.stage, request.closed_on) == ("closed", desk.today)


def test_what_was_asked_in_a_letter_that_never_reached_them_stops_no_clock(desk: Desk, made: Made) -> None:
    """s.1(3): they are to be told that more is needed."""
    request, _ = made
    lost = put_back(desk, made)
    silent = replace(desk, today=desk.today + timedelta(days=70))
    closure = send(silent, request, issued(silent, request, "closure"))
    assert (request.stage, request.closed_on) == ("closed", silent.today)
    wrong_address = "Nothing ever reached them: it was the wrong address"
    reopen(silent, request, Reopening(silent.today, wrong_address, lost=[lost.id]))
    assert (request.closed_on, request.due_on) == (None, date(2026, 2, 25))
    assert closure not in may_be_lost(silent, request)
