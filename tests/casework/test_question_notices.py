"""What was told of a question comes to no other words when the questions are confirmed again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.events import EventDraft, record_event
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.questions import QuestionDraft, confirm_questions
from foi_tracker.models import Authority, Case, Question
from foi_tracker.store import questions as question_store
from tests.factories.cases import confirmed_case

RECEIVED_ON = date(2026, 1, 5)  # a Monday; its 20th working day is Monday 2 February
TOLD_ON = date(2026, 1, 15)
LONGER = ("pit_extension_notice", {"estimated_decision_date": "2026-03-02"})

Made = tuple[Case, list[Question]]


@pytest.fixture
def made(desk: Desk, authority: Authority) -> Made:
    """Both questions rest on an exemption whose public interest is weighed."""
    case, questions = confirmed_case(desk, authority, received_on=RECEIVED_ON)
    keep_ground(desk, case, GroundDraft("s.43(2)"), [question.id for question in questions])
    return case, questions


def tell(desk: Desk, case: Case, type_: str, values: Mapping[str, str], *about: Question) -> None:
    record_event(desk, case, EventDraft(type_, TOLD_ON, [each.id for each in about], values))


def as_card(question: Question) -> QuestionDraft:
    span = (question.span_start or 0, question.span_end or 0)
    return QuestionDraft(question.text, question.number, span=span, id=question.id)


def joined(how: str, first: Question, second: Question) -> list[QuestionDraft]:
    """The second question's words within the first, in each of the ways in which they can come there."""
    one, two = as_card(first), as_card(second)
    assert one.span is not None
    assert two.span is not None
    both = f"{one.text} {two.text}"
    half = (two.span[0], two.span[0] + 20)
    return {
        "joined": [replace(one, text=both, span=(one.span[0], two.span[1]))],
        "joined from afar": [replace(one, text=both, again=(replace(two, id=None),))],
        "joined and shortened": [replace(one, span=(one.span[0], two.span[1]))],
        "typed": [QuestionDraft(both, "1", id=one.id)],
        "half of it": [
            replace(one, text=f"{one.text} {two.text[:20]}", span=(one.span[0], half[1])),
            replace(two, text=two.text[20:], span=(half[1], two.span[1])),
        ],
    }[how]


@pytest.mark.parametrize("how", ["joined", "joined from afar", "joined and shortened", "typed", "half of it"])
def test_a_question_does_not_take_the_time_of_a_notice_of_another(how: str, desk: Desk, made: Made) -> None:
    """s.17(2): the estimate is of the information that is weighed, and nobody told them so of this."""
    case, (first, second) = made
    tell(desk, case, *LONGER, first)
    with pytest.raises(NotAllowed, match="notice that does not speak of question 2"):
        confirm_questions(desk, case, joined(how, first, second), "", case.version)
    assert case.due_on == date(2026, 2, 2)
    assert list(question_store.questions_of(desk.session, case)) == [first, second]


def test_questions_of_one_notice_are_joined(desk: Desk, made: Made) -> None:
    case, (first, second) = made
    tell(desk, case, *LONGER, first, second)
    confirm_questions(desk, case, joined("joined", first, second), "", case.version)
    assert case.due_on == date(2026, 3, 2)


def test_what_has_more_time_is_joined_into_what_has_not(desk: Desk, made: Made) -> None:
    """The earlier date binds both."""
    case, (first, second) = made
    tell(desk, case, *LONGER, second)
    confirm_questions(desk, case, joined("joined", first, second), "", case.version)
    assert case.due_on == date(2026, 2, 2)


def test_the_other_question_is_taken_out_and_the_words_of_the_first_put_right(desk: Desk, made: Made) -> None:
    case, (first, second) = made
    tell(desk, case, *LONGER, first)
    put_right = replace(as_card(first), text="How many complaints about noise were there?")
    confirm_questions(desk, case, [put_right], "", case.version)
    assert case.due_on == date(2026, 3, 2)
    assert second not in question_store.questions_of(desk.session, case)


def test_what_was_passed_on_takes_in_nothing_that_was_not(desk: Desk, made: Made) -> None:
    case, (first, second) = made
    tell(desk, case, "transferred_to", {"authority": "Northvale Council"}, first)
    with pytest.raises(NotAllowed, match="Question 1 was passed on, and question 2 was not"):
        confirm_questions(desk, case, joined("joined", first, second), "", case.version)


def test_what_a_review_has_not_answered_is_not_joined_into_what_it_has(desk: Desk, made: Made) -> None:
    case, (first, second) = made
    late = replace(desk, today=date(2026, 2, 20))
    record_event(late, case, EventDraft("review_requested", date(2026, 2, 10)))
    record_event(late, case, EventDraft("final_response", late.today, [first.id]))
    with pytest.raises(NotAllowed, match="about question 1, and not about question 2"):
        confirm_questions(late, case, joined("joined", first, second), "", case.version)
