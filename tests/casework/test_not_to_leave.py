"""A letter that was issued and is not to leave: what waits for it, and what it does to the request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.not_to_leave import keep_back, valid_since
from foi_tracker.casework.questions import QuestionDraft, confirm_questions
from foi_tracker.casework.validity import Validity, make_valid
from foi_tracker.models import Authority, Case, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from tests.factories.cases import case as make_case
from tests.factories.sent_letters import FEE, answer_all, issued, respond, send

pytestmark = pytest.mark.usefixtures("quick")

Made = tuple[Case, list[Question]]
WHY = "We found it without a charge."


def test_a_request_that_was_answered_is_closed_once_its_notice_is_not_to_leave(
    desk: Desk, made: Made
) -> None:
    """s.10(1): all is answered. No fee was asked for, and no record says that one was."""
    request, _ = made
    letter = issued(desk, request, "fees_notice", said=FEE)
    answer_all(desk, request)
    respond(desk, request)
    assert (request.stage, request.closed_on) == ("issued", None)
    kept = letter.pdf_sha256
    keep_back(desk, request, letter, WHY)
    assert (request.stage, request.closed_on) == ("closed", desk.today)
    assert (letter.state, letter.pdf_sha256, letter.sent_on) == ("issued", kept, None)
    types = [event.type for event in case_store.clock_events(desk.session, request)]
    assert "fees_notice" not in types
    with pytest.raises(NotAllowed, match="never left"):
        send(desk, request, letter)
    with pytest.raises(NotAllowed, match="recorded already"):
        keep_back(desk, request, letter, WHY)


def test_its_questions_move_again_and_another_can_be_begun(desk: Desk, made: Made) -> None:
    request, (first, second) = made
    letter = issued(desk, request, "fees_notice", said=FEE)
    turned = [QuestionDraft(each.text, id=each.id) for each in (second, first)]
    with pytest.raises(NotAllowed, match="If it is not to leave, say so on its page"):
        confirm_questions(desk, request, turned, "", request.version)
    keep_back(desk, request, letter, WHY)
    confirm_questions(desk, request, turned, "", request.version)
    send(desk, request, issued(desk, request, "fees_notice", said=FEE))


def test_a_letter_that_says_who_holds_it_answers_nothing_when_it_is_not_to_leave(
    desk: Desk, made: Made
) -> None:
    request, questions = made
    said = {
        "authority": "Westshire Council",
        "searched": "Our files.",
        "consent": "ask",
        "contact": "Its office",
    }
    letter = issued(desk, request, "transfer", said=said)
    assert question_store.issued_question_ids(desk.session, request) == {each.id for each in questions}
    keep_back(desk, request, letter, "We hold it after all.")
    assert question_store.issued_question_ids(desk.session, request) == set()


def test_an_answer_is_corrected_a_draft_thrown_away_and_a_reason_given(desk: Desk, made: Made) -> None:
    request, _ = made
    (draft,) = letter_store.letters_of(desk.session, request)
    with pytest.raises(NotAllowed, match="issued and not sent yet"):
        keep_back(desk, request, draft, WHY)
    casework.issue_letter(desk, request, draft, draft.version)
    with pytest.raises(NotAllowed, match="Say why"):
        keep_back(desk, request, draft, " ")
    send(desk, request, draft)
    with pytest.raises(NotAllowed, match="issued and not sent yet"):
        keep_back(desk, request, draft, WHY)
    answer_all(desk, request)
    with pytest.raises(NotAllowed, match="corrected with a new letter"):
        keep_back(desk, request, issued(desk, request), WHY)


def test_what_completes_the_request_takes_nothing_back_of_a_letter_that_never_left(
    desk: Desk, authority: Authority
) -> None:
    """s.8: what was said before it came is passed over; that the letter never left stays on the record."""
    request = make_case(desk, authority, triage="no_name", requester_name="", received_on=date(2026, 1, 5))
    (letter,) = letter_store.letters_of(desk.session, request)
    earlier = replace(desk, today=date(2026, 1, 12))
    casework.issue_letter(earlier, request, letter, letter.version)
    keep_back(earlier, request, letter, "It named the wrong section.")
    assert request.stage == "not_valid"
    came = Validity("I am Robin Ash.", date(2026, 1, 19), "email", {"requester_name": "Robin Ash"})
    make_valid(desk, request, came)
    assert set(letter_store.kept_back(desk.session, request)) == {letter.id}
    assert valid_since(desk, request, letter) is None, "nobody has to be told twice"
