"""What happens to the questions of a letter between its issue and its sending takes no notice away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.events import EventDraft, correct_event
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.questions import AnswerGiven, QuestionDraft, answer_question, confirm_questions
from foi_tracker.models import Case, Letter, Question, User
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.store.queue import month_counts
from foi_tracker.store.scope import Scope
from tests.client import CheckedClient
from tests.factories.sent_letters import FEE, issued, send

pytestmark = pytest.mark.usefixtures("quick")

Made = tuple[Case, list[Question]]

WORDS = {"whose": "ours", "harm": "Others would bid.", "cause": "It is a price.", "likelihood": "likely"}
PENDING = AnswerGiven("decision_pending", details={"estimated_date": "2026-03-20"})


def pend(desk: Desk, of: Case, question: Question) -> None:
    answer_question(desk, of, question, PENDING, question.version)
    keep_ground(desk, of, GroundDraft("s.43(2)", words=WORDS), [question.id])


def say(desk: Desk, of: Case, question: Question, **more: int) -> None:
    given = AnswerGiven(**more) if more else AnswerGiven("disclosed", "There were 12.")  # type: ignore[arg-type]
    answer_question(desk, of, question, given, question.version)


def drafts_of(questions: Sequence[Question]) -> list[QuestionDraft]:
    return [QuestionDraft(each.text, id=each.id) for each in questions]


def correct(desk: Desk, of: Case, letter: Letter, *about: Question) -> Letter:
    """A correction of the letter, issued and not sent."""
    ids = [each.id for each in about] or [each.id for each in confirmed(desk, of)]
    why = "One number was wrong."
    return issued(desk, of, question_ids=ids, corrects_id=letter.id, correction_reason=why)


def told_longer(desk: Desk, of: Case) -> list[int]:
    """The questions that have more time by a notice under section 17(2)."""
    recorded = case_store.clock_events(desk.session, of)
    (event,) = [each for each in recorded if each.type == "pit_extension_notice"]
    return event.question_ids or [each.id for each in confirmed(desk, of)]


def confirmed(desk: Desk, of: Case) -> Sequence[Question]:
    return question_store.questions_of(desk.session, of)


@pytest.mark.parametrize("act", ["reorder", "remove", "join", "split"])
def test_the_questions_of_a_letter_stay_as_they_are_until_it_has_left(
    act: str, desk: Desk, made: Made
) -> None:
    """s.17(2): the letter says by its number which question needs longer."""
    request, (first, second) = made
    say(desk, request, first)
    pend(desk, request, second)
    letter = issued(desk, request)
    one, two = drafts_of(made[1])
    changed = {
        "reorder": [two, one],
        "remove": [one],
        "join": [one, QuestionDraft(f"{second.text} And who?", id=second.id)],
        "split": [one, QuestionDraft("What was it?"), two],
    }[act]
    with pytest.raises(NotAllowed, match="is in a letter that was issued and has not left"):
        confirm_questions(desk, request, changed, "", request.version)
    send(desk, request, letter)
    assert told_longer(desk, request) == [second.id]
    confirm_questions(desk, request, drafts_of([second, first]), "", request.version)
    assert told_longer(desk, request) == [second.id], "by then it is known by more than its number"


def test_a_fees_notice_never_comes_to_be_about_the_other_questions(desk: Desk, made: Made) -> None:
    """s.9: the fee is for what the notice named."""
    request, (first, second) = made
    letter = issued(desk, request, "fees_notice", said=FEE, question_ids=[second.id])
    with pytest.raises(NotAllowed, match="Record first that it was sent"):
        confirm_questions(desk, request, drafts_of([first]), "", request.version)
    send(desk, request, letter)
    (event,) = case_store.clock_events(desk.session, request)
    assert event.question_ids == [second.id]


def test_a_question_is_added_while_a_letter_waits_to_be_sent(desk: Desk, made: Made) -> None:
    request, _ = made
    issued(desk, request, "fees_notice", said=FEE)
    added = [*drafts_of(made[1]), QuestionDraft("Who did the work?")]
    confirm_questions(desk, request, added, "", request.version)
    assert len(confirmed(desk, request)) == 3


def test_a_decision_made_before_the_notice_has_left_does_not_take_it_back(desk: Desk, made: Made) -> None:
    """s.10(3): what was weighed when it was issued is what the notice says."""
    request, questions = made
    for question in questions:
        pend(desk, request, question)
    letter = issued(desk, request, "pit_extension")
    say(desk, request, questions[0])
    assert (
        casework.record_sent(desk, request, letter, casework.Sent(desk.today, "email", "r@example.org")) == ""
    )
    assert told_longer(desk, request) == [question.id for question in questions]


def test_a_question_that_takes_the_answer_of_one_still_to_be_decided_waits_with_it(
    desk: Desk, made: Made
) -> None:
    request, (first, second) = made
    pend(desk, request, first)
    say(desk, request, second, same_as_id=first.id)
    send(desk, request, issued(desk, request))
    assert told_longer(desk, request) == [first.id, second.id]


def test_the_day_of_a_notice_is_corrected_after_the_decision(desk: Desk, made: Made) -> None:
    request, (first, second) = made
    for question in (first, second):
        pend(desk, request, question)
    send(desk, request, issued(desk, request, "pit_extension"))
    say(desk, request, first)
    (event,) = case_store.clock_events(desk.session, request)
    later = replace(desk, today=desk.today + timedelta(days=1))
    correct_event(later, request, event, EventDraft(event.type, later.today, [], event.values))
    assert event.on == later.today
    assert told_longer(desk, request) == [first.id, second.id]


def test_a_letter_whose_correction_was_sent_holds_nothing_up(desk: Desk, made: Made) -> None:
    request, questions = made
    for question in questions:
        say(desk, request, question)
    never_left = issued(desk, request)
    correction = correct(desk, request, never_left)
    assert request.stage == "issued"
    send(desk, request, correction)
    assert (request.stage, request.closed_on, request.answered_on) == ("closed", desk.today, desk.today)
    scope = Scope(frozenset({request.authority_id}))
    (month,) = month_counts(desk.session, scope, date(2026, 2, 1), date(2026, 3, 1), desk.today)
    assert (month.answered_in_time, month.open) == (1, 0)
    with pytest.raises(NotAllowed, match="This one never left"):
        send(desk, request, never_left)


def test_nor_does_one_whose_correction_was_corrected_before_it_left(desk: Desk, made: Made) -> None:
    request, questions = made
    for question in questions:
        say(desk, request, question)
    first = issued(desk, request)
    second = correct(desk, request, first)
    send(desk, request, correct(desk, request, second))
    assert letter_store.replaced_ids(desk.session, request) == {first.id, second.id}
    assert request.stage == "closed"


def test_what_the_correction_leaves_out_is_still_to_be_answered(desk: Desk, made: Made) -> None:
    """s.1(1): the letter that answered it never reached them."""
    request, (first, second) = made
    for question in (first, second):
        say(desk, request, question)
    never_left = issued(desk, request)
    send(desk, request, correct(desk, request, never_left, first))
    assert (request.stage, request.closed_on) == ("letter", None)
    send(desk, request, issued(desk, request))
    assert (request.stage, request.answered_on) == ("closed", desk.today)


def test_a_letter_that_never_left_holds_no_words_of_what_its_correction_leaves_out(
    desk: Desk, made: Made
) -> None:
    request, (first, second) = made
    for question in (first, second):
        say(desk, request, question)
    send(desk, request, correct(desk, request, issued(desk, request), first))
    one, two = drafts_of([first, second])
    put_right = replace(two, text="How many visits were there?")
    confirm_questions(desk, request, [one, put_right], "", request.version)
    confirm_questions(desk, request, [one], "", request.version)
    assert list(confirmed(desk, request)) == [first]
    with pytest.raises(NotAllowed, match="Question 1 is answered in a letter that was issued"):
        confirm_questions(desk, request, [put_right], "", request.version)


def test_the_questions_of_a_letter_that_never_left_may_move(desk: Desk, made: Made) -> None:
    request, (first, second) = made
    say(desk, request, first)
    pend(desk, request, second)
    never_left = issued(desk, request)
    send(desk, request, correct(desk, request, never_left))
    confirm_questions(desk, request, drafts_of([second, first]), "", request.version)
    assert told_longer(desk, request) == [second.id]


def test_pages_say_that_the_letter_was_replaced_and_never_left(
    client: CheckedClient, desk: Desk, session: Session, officer: User, made: Made
) -> None:
    request, questions = made
    for question in questions:
        say(desk, request, question)
    never_left = issued(desk, request)
    send(desk, request, correct(desk, request, never_left))
    session.commit()
    client.sign_in(officer)
    page = client.page(f"/requests/{request.id}/letters/{never_left.id}")
    assert "Never. A correction of this letter was sent in its place." in page.words()
    assert "When was it sent?" not in page.words()
    assert "Replaced, never sent" in client.page(f"/requests/{request.id}/letters").words()
    conversation = client.page(f"/requests/{request.id}/correspondence").words()
    assert "in the place of our letter of Wednesday 4 February 2026, which never left" in conversation
    answer = client.post(f"/requests/{request.id}/letters/{never_left.id}/sent", data={})
    assert answer.status_code == 409
