"""A letter that was right when it was begun is not issued once what it rests on has gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework import letters as casework
from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.laws import set_laws
from foi_tracker.casework.letter_offers import NoLongerRight
from foi_tracker.casework.letters import LetterPlan
from foi_tracker.casework.others import ConsultationDraft, keep_consultation
from foi_tracker.casework.questions import AnswerGiven, QuestionDraft, answer_question, confirm_questions
from foi_tracker.casework.withdrawal import Withdrawal, withdraw
from foi_tracker.models import Authority, Case, Letter, Question, User
from foi_tracker.store import letters as letter_store
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.factories.sent_letters import AGREED, COMPLEX, FEE, respond
from tests.html import Page

pytestmark = pytest.mark.usefixtures("quick")

Made = tuple[Case, list[Question]]


def begin(desk: Desk, of: Case, kind: str, **plan: object) -> Letter:
    return casework.start_letter(desk, of, LetterPlan(kind, **plan))  # type: ignore[arg-type]


def refused(desk: Desk, of: Case, letter: Letter, why: str) -> None:
    """It is not issued, and nothing is half done."""
    with pytest.raises(NoLongerRight, match=why):
        casework.issue_letter(desk, of, letter, letter.version)
    assert (letter.state, letter.facts, letter.pdf_sha256) == ("draft", None, "")


def say(desk: Desk, of: Case, question: Question) -> None:
    answer_question(desk, of, question, AnswerGiven("disclosed", "There were 12."), question.version)


def reply(desk: Desk, of: Case, question: Question | None = None) -> None:
    about = [question.id] if question else []
    said = Said("in", "email", desk.today, "Robin Ash", "The year 2025.", RECEIVED, about)
    record_correspondence(desk, of, said)


def test_a_request_is_not_closed_for_silence_once_they_have_replied(desk: Desk, authority: Authority) -> None:
    """s.10(6)(b): their reply starts the 20 working days."""
    request, _ = confirmed_case(desk, authority, received_on=desk.today - timedelta(days=70))
    long_ago = desk.today - timedelta(days=65)
    record_correspondence(desk, request, Said("out", "email", long_ago, "Robin Ash", "Which year?", ASKED))
    said = {"because": "clarification", "asked_on": long_ago.isoformat()}
    letter = begin(desk, request, "closure", said=said)
    reply(desk, request)
    refused(desk, request, letter, "Nothing has been asked of them that they have not answered")
    assert request.stage == "answering"


def test_nor_is_the_question_closed_to_which_they_have_replied(desk: Desk, authority: Authority) -> None:
    request, (first, _) = confirmed_case(desk, authority, received_on=desk.today - timedelta(days=70))
    long_ago = desk.today - timedelta(days=65)
    record_correspondence(desk, request, Said("out", "email", long_ago, "Robin Ash", "Which year?", ASKED))
    letter = begin(desk, request, "closure", said={"because": "clarification"})
    reply(desk, request, first)
    refused(desk, request, letter, "No longer waiting for what we asked of them: question 1")


def test_what_was_answered_meanwhile_is_not_passed_to_another_body(desk: Desk, made: Made) -> None:
    request, (first, _) = made
    letter = begin(desk, request, "transfer", said=AGREED)
    say(desk, request, first)
    respond(desk, request, [first], part=True)
    refused(desk, request, letter, "Answered in a letter that was issued: question 1")


def test_nor_is_what_was_passed_on_answered_in_a_response(desk: Desk, made: Made) -> None:
    request, questions = made
    for question in questions:
        say(desk, request, question)
    letter = begin(desk, request, "response")
    transfer = begin(desk, request, "transfer", said=AGREED, question_ids=[questions[1].id])
    casework.issue_letter(desk, request, transfer, transfer.version)
    refused(desk, request, letter, "question 2")
    plan = LetterPlan("response", [questions[0].id])
    casework.plan_letter(desk, request, letter, plan, letter.version)
    casework.issue_letter(desk, request, letter, letter.version)
    assert letter.state == "issued"


def test_a_fee_is_asked_for_within_the_time_for_answering(desk: Desk, made: Made) -> None:
    """s.9(1)."""
    letter = begin(desk, made[0], "fees_notice", said=FEE)
    late = replace(desk, today=desk.today + timedelta(days=40))
    refused(late, made[0], letter, r"section 9\(1\)")


def test_what_is_decided_gets_no_more_time(desk: Desk, made: Made) -> None:
    """s.10(3)."""
    request, (first, second) = made
    words = {"whose": "ours", "harm": "Others would bid.", "cause": "It is a price.", "likelihood": "likely"}
    for question in (first, second):
        given = AnswerGiven("decision_pending", details={"estimated_date": "2026-03-20"})
        answer_question(desk, request, question, given, question.version)
        keep_ground(desk, request, GroundDraft("s.43(2)", words=words), [question.id])
    letter = begin(desk, request, "pit_extension")
    say(desk, request, second)
    refused(desk, request, letter, "No longer waiting for a decision on the public interest: question 2")
    say(desk, request, first)
    refused(desk, request, letter, "No question under the Act waits")


def test_what_is_no_longer_environmental_gets_no_more_time_for_its_size(
    desk: Desk, authority: Authority
) -> None:
    """EIR reg 7(1)."""
    request, (_, second) = confirmed_case(desk, authority, regime="EIR")
    letter = begin(desk, request, "eir_extension", said=COMPLEX)
    set_laws(desk, request, "EIR", {second.id: "FOIA"}, request.version)
    refused(desk, request, letter, "two laws")
    set_laws(desk, request, "FOIA", {}, request.version)
    refused(desk, request, letter, "Only environmental information")


def test_nothing_is_asked_about_a_question_that_is_answered(desk: Desk, made: Made) -> None:
    request, (first, second) = made
    ask = {"clarification": "Which year?", "clarification_question_ids": [second.id]}
    letter = begin(desk, request, "clarification", **ask)
    say(desk, request, second)
    respond(desk, request, [second], part=True)
    refused(desk, request, letter, "Answered in a letter that was issued: question 2")
    say(desk, request, first)
    respond(desk, request)
    refused(desk, request, letter, "Every question has been answered")


def test_nothing_is_asked_again_that_they_have_told_meanwhile(desk: Desk, made: Made) -> None:
    """s.1(3): asking stops the clock only for what we cannot do without."""
    request, (first, second) = made
    record_correspondence(desk, request, Said("out", "phone", desk.today, "Robin Ash", "Which?", ASKED))
    ask = {"clarification": "Which year?", "clarification_question_ids": [second.id]}
    letter = begin(desk, request, "clarification", **ask)
    reply(desk, request, first)
    assert not casework.why_not_issued(desk, request, letter), "they spoke of another question"
    reply(desk, request, second)
    refused(desk, request, letter, "On Wednesday 4 February 2026 they told us what they mean")


def test_a_notice_whose_question_is_gone_is_not_one_of_the_others(desk: Desk, made: Made) -> None:
    request, (first, second) = made
    letter = begin(desk, request, "fees_notice", said=FEE, question_ids=[second.id])
    kept = QuestionDraft(first.text, first.number, id=first.id)
    confirm_questions(desk, request, [kept], "", request.version)
    refused(desk, request, letter, "The questions that it was about are gone")


def test_the_page_says_why_and_issues_nothing(
    client: CheckedClient, desk: Desk, session: Session, officer: User, made: Made
) -> None:
    request, (first, _) = made
    letter = begin(desk, request, "transfer", said=AGREED)
    say(desk, request, first)
    respond(desk, request, [first], part=True)
    client.sign_in(officer)
    at = f"/requests/{request.id}/letters/{letter.id}"
    page = client.page(at)
    why = "It can no longer be issued. Answered in a letter that was issued: question 1. Take it out"
    assert why in page.words()
    assert "Issue the letter" not in page.words()
    answer = client.post(f"{at}/issue", data={"version": letter.version})
    assert answer.status_code == 422
    assert why in Page(answer.text).words()
    session.expire_all()
    assert letter_store.get_letter(session, request, letter.id).state == "draft"


def withdraw_all(desk: Desk, of: Case) -> None:
    withdraw(desk, of, Withdrawal(desk.today, "email", "Never mind."))


NOTICES = [
    ("fees_notice", {"said": FEE}),
    ("transfer", {"said": AGREED}),
    ("holding", {"said": {"why": "A provider is late.", "progress": "One of two."}}),
    ("clarification", {"clarification": "Which year?"}),
]


@pytest.mark.parametrize(("kind", "plan"), NOTICES, ids=[kind for kind, _ in NOTICES])
def test_nothing_is_asked_or_charged_once_they_have_withdrawn_it(
    kind: str, plan: dict[str, object], desk: Desk, made: Made
) -> None:
    """s.1(1), s.9: nobody asks for the information any more."""
    request, _ = made
    letter = begin(desk, request, kind, **plan)
    withdraw_all(desk, request)
    refused(desk, request, letter, "They withdrew the request")
    casework.throw_away(desk, request, letter)
    with pytest.raises(NotAllowed, match="They withdrew the request"):
        begin(desk, request, kind, **plan)


def test_a_third_party_is_not_asked_about_what_was_withdrawn(desk: Desk, made: Made) -> None:
    """s.45 Code: they are asked for the sake of a decision that nobody waits for any more."""
    request, (first, _) = made
    asked = ConsultationDraft(
        who="Example Surveys Limited",
        contact="7 Example Yard\nAmbleford",
        shown="Your invoices of 2025.",
        asked_on=desk.today,
        reply_by=desk.today + timedelta(days=10),
        question_ids=(first.id,),
    )
    letter = begin(desk, request, "consultation", consultation_id=keep_consultation(desk, request, asked).id)
    withdraw_all(desk, request)
    refused(desk, request, letter, "They withdrew the request")


def test_a_notice_leaves_out_the_question_that_they_no_longer_want(desk: Desk, made: Made) -> None:
    request, (first, second) = made
    letter = begin(desk, request, "fees_notice", said=FEE)
    given = AnswerGiven("withdrawn", details={"withdrawn_how": "by email", "withdrawn_on": "2026-02-03"})
    answer_question(desk, request, second, given, second.version)
    refused(desk, request, letter, "No longer wanted: question 2. Take it out of this letter")
    plan = LetterPlan("fees_notice", [first.id], said=FEE)
    casework.plan_letter(desk, request, letter, plan, letter.version)
    casework.issue_letter(desk, request, letter, letter.version)
    assert letter.state == "issued"


def test_that_it_was_withdrawn_can_still_be_acknowledged_and_what_was_sent_corrected(
    desk: Desk, made: Made
) -> None:
    request, (first, _) = made
    say(desk, request, first)
    sent = respond(desk, request, [first], part=True)
    withdraw_all(desk, request)
    why = "One number was wrong."
    mended = begin(
        desk, request, "response", question_ids=[first.id], corrects_id=sent.id, correction_reason=why
    )
    casework.issue_letter(desk, request, mended, mended.version)
    told = begin(desk, request, "response")
    casework.issue_letter(desk, request, told, told.version)
    assert (mended.state, told.state) == ("issued", "issued")


def test_the_page_of_a_withdrawn_request_offers_no_notice(
    client: CheckedClient, desk: Desk, officer: User, made: Made
) -> None:
    request, _ = made
    withdraw_all(desk, request)
    client.sign_in(officer)
    at = f"/requests/{request.id}/letters"
    words = client.page(at).words()
    assert "They withdrew the request. If they want it after all, open it again first." in words
    answer = client.post(at, data={"kind": "clarification"})
    assert answer.status_code == 422
    assert letter_store.letters_of(desk.session, request)[-1].kind != "clarification"
