"""Answer the questions of a request: what is kept, what is refused, what is still needed."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.attachments import Upload, attach
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.preview import answer_facts, given_for, still_needed
from foi_tracker.casework.questions import (
    AnswerGiven,
    QuestionDraft,
    answer_question,
    confirm_questions,
    say_opening,
)
from foi_tracker.models import AuditEntry, Authority, Case, Letter, Question
from foi_tracker.store import questions as question_store
from tests.factories import cases, files
from tests.factories.sent_letters import respond

THREE = """1. How many complaints about noise were recorded?
2. How many of them led to a visit?
3. How many of those visits were at night?"""

Asked = tuple[Case, list[Question]]


@pytest.fixture
def asked(desk: Desk, authority: Authority) -> Asked:
    return cases.confirmed_case(desk, authority, words=THREE)


def say(desk: Desk, case: Case, question: Question, given: AnswerGiven) -> None:
    answer_question(desk, case, question, given, question.version)


def test_an_answer_is_kept_and_counted(desk: Desk, session: Session, asked: Asked) -> None:
    case, (first, *_) = asked
    say(desk, case, first, AnswerGiven("not_held", "", {"searched": "The noise register"}))
    assert given_for(first) == AnswerGiven("not_held", "", {"searched": "The noise register"})
    assert (case.questions_answered, case.stage) == (1, "answering")
    assert session.scalars(select(AuditEntry.action).order_by(AuditEntry.number)).all()[-1] == (
        "question_answered"
    )


def test_a_new_answer_takes_the_place_of_all_of_the_old(desk: Desk, asked: Asked) -> None:
    case, (first, *_) = asked
    say(desk, case, first, AnswerGiven("disclosed", "4,100"))
    say(desk, case, first, AnswerGiven("not_held", "", {"searched": "All"}))
    assert (first.answer, first.details) == ("", {"searched": "All"})


def test_what_somebody_else_saved_is_not_overwritten(desk: Desk, asked: Asked) -> None:
    case, (first, *_) = asked
    opened_at = first.version
    say(desk, case, first, AnswerGiven("disclosed", "Theirs"))
    with pytest.raises(ChangedMeanwhile):
        answer_question(desk, case, first, AnswerGiven("disclosed", "Mine"), opened_at)
    assert first.answer == "Theirs"


def test_a_question_takes_the_answer_of_another(desk: Desk, asked: Asked) -> None:
    case, (first, second, _) = asked
    say(desk, case, second, AnswerGiven(same_as_id=first.id))
    assert second.is_answered
    assert answer_facts(desk, case, second, given_for(second)).answers[0].same_as == "1"


@pytest.mark.parametrize("link", ["same_as_id", "because_of_id"])
def test_a_question_cannot_rest_on_itself(desk: Desk, asked: Asked, link: str) -> None:
    case, (first, *_) = asked
    with pytest.raises(NotAllowed, match="rest on itself"):
        say(desk, case, first, AnswerGiven("not_applicable", **{link: first.id}))


def test_questions_cannot_rest_on_each_other_round_in_a_circle(desk: Desk, asked: Asked) -> None:
    case, (first, second, third) = asked
    say(desk, case, first, AnswerGiven(same_as_id=second.id))
    say(desk, case, second, AnswerGiven("not_applicable", because_of_id=third.id))
    with pytest.raises(NotAllowed, match="rest on each other"):
        say(desk, case, third, AnswerGiven(same_as_id=first.id))
    assert not third.is_answered


def test_a_question_cannot_rest_on_one_of_another_request(
    desk: Desk, authority: Authority, asked: Asked
) -> None:
    _other, (elsewhere, *_) = cases.confirmed_case(desk, authority)
    with pytest.raises(NotAllowed, match="not one of this request's"):
        say(desk, asked[0], asked[1][0], AnswerGiven(same_as_id=elsewhere.id))


def test_what_an_outcome_still_needs_is_told_in_the_order_of_the_form(desk: Desk, asked: Asked) -> None:
    case, (first, *_) = asked
    needed = still_needed(desk, case, first, AnswerGiven("part_held", "", {"not_held_part": " \n"}))
    assert [asks.name for asks in needed] == ["answer", "not_held_part"]


def test_a_file_stands_for_the_words_of_an_answer(desk: Desk, asked: Asked) -> None:
    case, (first, second, _) = asked
    attach(desk, case, Upload("noise.csv", files.CSV, question_id=first.id))
    assert still_needed(desk, case, first, AnswerGiven("disclosed")) == []
    assert [asks.name for asks in still_needed(desk, case, second, AnswerGiven("disclosed"))] == ["answer"]


def test_the_opening_statement_makes_a_question_fall_away(desk: Desk, asked: Asked) -> None:
    case, (first, *_) = asked
    say_opening(desk, case, "  The scheme ended in 2019.\n", "")
    given = AnswerGiven("not_applicable", because_of_opening=True)
    assert still_needed(desk, case, first, given) == []
    facts = answer_facts(desk, case, first, given)
    assert (facts.answers[0].because_of, facts.opening_statement) == (
        "opening_statement",
        "The scheme ended in 2019.",
    )


def test_a_preview_keeps_nothing(desk: Desk, session: Session, asked: Asked) -> None:
    case, (first, *_) = asked
    letters = session.scalars(select(Letter.id)).all()
    facts = answer_facts(desk, case, first, AnswerGiven("disclosed", "4,100"))
    session.flush()
    assert [answer.answer for answer in facts.answers] == ["4,100"]
    assert session.scalars(select(Letter.id)).all() == letters
    assert not first.is_answered


def test_bullets_under_a_numbered_line_take_that_lines_label(desk: Desk, authority: Authority) -> None:
    words = """Please tell me:

6. How many cars do you have?
7. For each of the last two years:
- how many miles did they drive?
- how many of them were sold?"""
    _, kept = cases.confirmed_case(desk, authority, words=words)
    assert [question.label for question in kept] == ["6", "7A", "7B"]


def test_a_question_that_a_letter_answered_keeps_its_words(desk: Desk, asked: Asked) -> None:
    """What is joined into it would be taken for answered, and never be."""
    made, (first, second, third) = asked
    say(desk, made, first, AnswerGiven("disclosed", "12."))
    respond(desk, made, [first], part=True)
    joined = QuestionDraft(f"{first.text} {second.text}", "1", id=first.id)
    with pytest.raises(NotAllowed, match="Question 1 is answered in a letter that was issued"):
        confirm_questions(desk, made, [joined], "", made.version)
    assert list(question_store.questions_of(desk.session, made)) == [first, second, third]
    same = [
        QuestionDraft(first.text, "1", id=first.id),
        QuestionDraft("Which led to one?", "2", id=second.id),
    ]
    confirm_questions(desk, made, same, "", made.version)
    assert second.text == "Which led to one?"
