"""Draft, check, issue, send: an issued letter is final, and the day it is sent is what counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from foi_tracker.casework import attachments
from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.letters import LetterPlan, NotReady, Sent
from foi_tracker.casework.questions import (
    AnswerGiven,
    QuestionDraft,
    answer_question,
    confirm_questions,
    say_opening,
)
from foi_tracker.letters.pdf import make_pdf
from foi_tracker.models import Authority, Case, Question
from foi_tracker.store import audit as audit_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from tests.factories.cases import case, confirmed_case
from tests.factories.sent_letters import answer_all, issued, respond, send

ONE_DAY = timedelta(days=1)


@pytest.fixture
def answered(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    made, _ = confirmed_case(desk, authority)
    return made, answer_all(desk, made)


def _actions(desk: Desk, made: Case) -> list[str]:
    return [entry.action for entry, _ in audit_store.history(desk.session, made)]


def test_a_letter_that_leaves_a_question_unanswered_cannot_be_issued(
    desk: Desk, authority: Authority
) -> None:
    made, questions = confirmed_case(desk, authority)
    answer_question(desk, made, questions[0], AnswerGiven("disclosed", "There were 12."), 1)
    letter = casework.start_letter(desk, made, LetterPlan("response"))
    with pytest.raises(NotReady) as stopped:
        casework.issue_letter(desk, made, letter, letter.version)
    assert [(finding.code, finding.where) for finding in stopped.value.findings] == [
        ("question_unanswered", "2")
    ]
    assert letter.state == "draft"


def test_an_issued_letter_keeps_its_bytes_whatever_happens_afterwards(
    desk: Desk, authority: Authority, answered: tuple[Case, list[Question]]
) -> None:
    made, questions = answered
    letter = issued(desk, made)
    kept = casework.issued_pdf(desk, made, letter)
    authority.name, made.subject = "Another name", "Another subject"
    answer_question(
        desk, made, questions[0], AnswerGiven("disclosed", "There were 99."), questions[0].version
    )
    assert casework.issued_pdf(desk, made, letter) == kept
    assert "There were 12." in letter.plain_text
    assert "Another name" not in str(letter.facts)
    assert (letter.dated, letter.issued_by) == (desk.today, "Sam Officer")


def test_the_same_facts_give_the_same_bytes(desk: Desk, answered: tuple[Case, list[Question]]) -> None:
    made, _ = answered
    letter = casework.start_letter(desk, made, LetterPlan("response"))
    facts, _ = casework.check_letter(desk, made, letter)
    casework.issue_letter(desk, made, letter, letter.version)
    assert casework.issued_pdf(desk, made, letter) == make_pdf(facts)


def test_what_is_issued_cannot_be_changed_or_thrown_away_or_issued_again(
    desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, _ = answered
    letter = issued(desk, made)
    for act in (
        lambda: casework.plan_letter(desk, made, letter, LetterPlan("response"), letter.version),
        lambda: casework.throw_away(desk, made, letter),
        lambda: casework.issue_letter(desk, made, letter, letter.version),
    ):
        with pytest.raises(NotAllowed, match="issued, so it stays"):
            act()


def test_nothing_is_issued_that_the_officer_did_not_read(
    desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, questions = answered
    letter = casework.start_letter(desk, made, LetterPlan("response"))
    facts, _ = casework.check_letter(desk, made, letter)
    seen, version = casework.digest_of(facts), letter.version
    answer_question(
        desk, made, questions[0], AnswerGiven("disclosed", "There were 99."), questions[0].version
    )
    with pytest.raises(ChangedMeanwhile):
        casework.issue_letter(desk, made, letter, version, seen)
    with pytest.raises(ChangedMeanwhile):
        casework.issue_letter(desk, made, letter, version - 1)
    assert letter.state == "draft"


@pytest.mark.parametrize(
    ("on", "allowed"),
    [(-1, False), (0, True), (1, True), (2, False)],
    ids=["before", "same", "today", "future"],
)
def test_it_is_sent_on_or_after_the_day_it_was_issued_and_not_in_the_future(
    on: int, allowed: bool, desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, _ = answered
    letter = issued(desk, made)
    tomorrow = replace(desk, today=desk.today + ONE_DAY)
    day = desk.today + on * ONE_DAY
    if allowed:
        assert send(tomorrow, made, letter, day).sent_on == day
    else:
        with pytest.raises(NotAllowed):
            send(tomorrow, made, letter, day)
        assert letter.state == "issued"


def test_a_draft_and_a_letter_that_has_left_cannot_be_sent(
    desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, _ = answered
    draft = casework.start_letter(desk, made, LetterPlan("response"))
    sent = Sent(desk.today, "email", "robin.ash@example.org")
    with pytest.raises(NotAllowed, match="Issue the letter first"):
        casework.record_sent(desk, made, draft, sent)
    casework.issue_letter(desk, made, draft, draft.version)
    casework.record_sent(desk, made, draft, sent)
    with pytest.raises(NotAllowed, match="sent already"):
        casework.record_sent(desk, made, draft, sent)
    assert _actions(desk, made)[:2] == ["letter_sent", "letter_issued"]


def test_the_case_closes_on_the_day_its_last_question_left(
    desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, questions = answered
    respond(desk, made, questions[:1], part=True)
    assert (made.stage, made.closed_on) == ("letter", None)
    tomorrow = replace(desk, today=desk.today + ONE_DAY)
    respond(tomorrow, made)
    assert (made.stage, made.closed_on, made.answered_on) == ("closed", tomorrow.today, tomorrow.today)
    assert made.due_on is None


def test_a_part_now_answers_its_questions_and_promises_the_rest(desk: Desk, authority: Authority) -> None:
    made, questions = confirmed_case(desk, authority)
    answer_question(desk, made, questions[0], AnswerGiven("disclosed", "There were 12."), 1)
    letter = issued(desk, made, question_ids=[questions[0].id], part_of_several=True)
    assert letter_store.question_ids(desk.session, letter) == [questions[0].id]
    send(desk, made, letter)
    assert (made.stage, made.due_on) == ("answering", date(2026, 2, 25))
    answer_question(desk, made, questions[1], AnswerGiven("disclosed", "Three."), 1)
    rest = casework.start_letter(desk, made, LetterPlan("response"))
    assert letter_store.question_ids(desk.session, rest) == [questions[1].id]


def test_a_correction_is_a_new_letter_and_no_second_answer(
    desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, questions = answered
    first = respond(desk, made)
    later = replace(desk, today=desk.today + timedelta(days=40))
    answer_question(
        later, made, questions[0], AnswerGiven("disclosed", "There were 13."), questions[0].version
    )
    plan = {
        "question_ids": [question.id for question in questions],
        "corrects_id": first.id,
        "correction_reason": "We counted one too few.",
    }
    second = send(later, made, issued(later, made, **plan))
    assert "There were 12." in first.plain_text
    assert "There were 13." in second.plain_text
    assert "We counted one too few." in second.plain_text
    assert (made.stage, made.closed_on, made.answered_on) == ("closed", desk.today, desk.today)
    assert made.answered_late is False


def test_only_an_issued_letter_can_be_corrected(desk: Desk, answered: tuple[Case, list[Question]]) -> None:
    made, _ = answered
    draft = casework.start_letter(desk, made, LetterPlan("clarification"))
    with pytest.raises(NotAllowed, match="still a draft"):
        casework.start_letter(desk, made, LetterPlan("response", corrects_id=draft.id))


def test_an_answer_needs_questions_that_have_not_left(desk: Desk, authority: Authority) -> None:
    made = case(desk, authority)
    with pytest.raises(NotAllowed, match="Confirm the questions first"):
        casework.start_letter(desk, made, LetterPlan("response"))
    other, _ = confirmed_case(desk, authority)
    answer_all(desk, other)
    respond(desk, other)
    with pytest.raises(NotAllowed, match="Correct that one instead"):
        casework.start_letter(desk, other, LetterPlan("response"))


def test_only_what_is_not_valid_gets_the_letter_that_says_so(desk: Desk, authority: Authority) -> None:
    valid, invalid = case(desk, authority), case(desk, authority, triage="no_name")
    for made, kind in ((valid, "not_valid"), (invalid, "response"), (invalid, "acknowledgement")):
        with pytest.raises(NotAllowed, match="not valid"):
            casework.start_letter(desk, made, LetterPlan(kind))
    (letter,) = letter_store.letters_of(desk.session, invalid)
    assert letter.kind == "not_valid"


def test_a_second_draft_of_the_same_letter_is_refused(
    desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, _ = answered
    first = casework.start_letter(desk, made, LetterPlan("response"))
    with pytest.raises(NotAllowed, match="there already"):
        casework.start_letter(desk, made, LetterPlan("response"))
    casework.throw_away(desk, made, first)
    assert _actions(desk, made)[0] == "letter_thrown_away"
    casework.start_letter(desk, made, LetterPlan("response"))


def test_a_clarification_that_was_sent_stops_the_clock_of_its_questions(
    desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, questions = answered
    letter = issued(
        desk,
        made,
        "clarification",
        clarification="Which year do you mean?",
        clarification_question_ids=[questions[1].id],
    )
    assert made.due_on == date(2026, 2, 25), "a letter that has not left stops nothing"
    send(desk, made, letter)
    found = {tuple(d.question_ids): d.due_on for d in case_store.deadlines(desk.session, made)}
    assert found == {(questions[0].id,): date(2026, 2, 25), (questions[1].id,): None}
    (event,) = case_store.clock_events(desk.session, made)
    assert (event.type, event.on, event.statutory) == ("clarification_requested", desk.today, "s1(3)")


def test_a_clarification_about_a_question_that_is_gone_stops_no_other(
    desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, questions = answered
    letter = issued(
        desk,
        made,
        "clarification",
        clarification="Which year do you mean?",
        clarification_question_ids=[questions[1].id],
    )
    kept = QuestionDraft(questions[0].text, "1", id=questions[0].id)
    confirm_questions(desk, made, [kept], "", made.version)
    send(desk, made, letter)
    assert case_store.clock_events(desk.session, made) == []
    assert made.due_on == date(2026, 2, 25)


def test_a_question_leaves_the_drafts_with_its_case_but_not_with_a_file_of_its_own(
    desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, questions = answered
    draft = casework.start_letter(desk, made, LetterPlan("response"))
    kept = QuestionDraft(questions[0].text, "1", id=questions[0].id)
    confirm_questions(desk, made, [kept], "", made.version)
    assert letter_store.question_ids(desk.session, draft) == [questions[0].id]

    attachments.attach(desk, made, attachments.Upload("visits.csv", b"month,count", "", questions[0].id))
    with pytest.raises(NotAllowed, match="A file belongs to question 1"):
        confirm_questions(desk, made, [QuestionDraft("Something else?", "1")], "", made.version)


def test_opening_words_said_meanwhile_by_somebody_else_are_not_overwritten(
    desk: Desk, answered: tuple[Case, list[Question]]
) -> None:
    made, _ = answered
    read = made.version
    say_opening(desk, made, "Theirs.", "", read)
    with pytest.raises(ChangedMeanwhile):
        say_opening(desk, made, "Ours.", "", read)
    assert made.opening_statement == "Theirs."


@pytest.mark.parametrize("link", ["same_as_id", "because_of_id"])
def test_an_answer_that_rests_on_one_still_to_come_cannot_be_issued(
    link: str, desk: Desk, authority: Authority
) -> None:
    made, (first, second) = confirmed_case(desk, authority)
    outcome = "not_applicable" if link == "because_of_id" else ""
    given = AnswerGiven(outcome, **{link: first.id})  # type: ignore[arg-type]
    answer_question(desk, made, second, given, second.version)
    plan = LetterPlan("response", [second.id], part_of_several=True)
    letter = casework.start_letter(desk, made, plan)
    _, found = casework.check_letter(desk, made, letter)
    assert [(each.code, each.where) for each in found] == [("outcome_incomplete", "2")]
    casework.throw_away(desk, made, letter)

    answer_question(desk, made, first, AnswerGiven("disclosed", "There were 12."), first.version)
    respond(desk, made, [first], part=True)
    respond(desk, made)
    assert made.stage == "closed"
