"""An answer is lost to no confirming unseen: neither a colleague's of meanwhile, nor one's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.models import Authority, Case, Question, User
from foi_tracker.store.cases import get_case
from foi_tracker.store.scope import Scope
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.html import text_of
from tests.web.test_confirm import Confirming, answers, kept

GOES = "One answer goes when you confirm."
Answer = Callable[..., None]


@pytest.fixture
def case(desk: Desk, authority: Authority) -> Case:
    """A request of two questions, confirmed and not answered."""
    return confirmed_case(desk, authority)[0]


@pytest.fixture
def page(case: Case, signed_in: Callable[[User], CheckedClient], officer: User) -> Confirming:
    return Confirming(signed_in(officer), case)


@pytest.fixture
def answer(desk: Desk, session: Session, authority: Authority, case: Case) -> Answer:
    """Answer the question of a label, as a colleague on another page."""

    def answer(label: str, words: str = "Ten joined.", outcome: str = "disclosed", same_as: str = "") -> None:
        session.expire_all()
        found = get_case(session, Scope(frozenset({authority.id})), case.id)
        asked = {each.label: each for each in session.scalars(select(Question))}
        given = AnswerGiven(same_as_id=asked[same_as].id) if same_as else AnswerGiven(outcome, words)
        answer_question(desk, found, asked[label], given, asked[label].version)
        session.commit()

    return answer


@pytest.mark.parametrize("act", ["join 1", "remove 1"])
def test_an_answer_given_meanwhile_is_told_before_it_goes(
    page: Confirming, answer: Answer, session: Session, act: str
) -> None:
    page.send(act)
    answer("2")
    made = page.cards()
    page.press("Confirm")

    assert page.status == 409
    assert "Somebody answered a question after you opened this page." in page.page.words()
    assert f"{GOES} Copy first" in page.page.words()
    assert "Held and provided: Ten joined." in page.page.words()
    assert page.cards() == made, "what the officer made is still there"
    assert answers(session) == {"2": "Ten joined."}

    page.press("Confirm")
    assert page.status == 303
    assert [label for label, _ in kept(session)] == ["1"]


def test_so_it_is_where_the_page_was_sent_in_between(
    page: Confirming, answer: Answer, session: Session
) -> None:
    answer("2")
    page.send("join 1").press("Confirm")
    assert page.status == 409
    assert answers(session) == {"2": "Ten joined."}


def test_an_answer_of_meanwhile_comes_under_no_other_words_unseen(page: Confirming, answer: Answer) -> None:
    page.press("Change", "q1").press("Done", "q1", text="How many went?")
    answer("2")
    assert page.press("Confirm").status == 409


def test_nor_does_the_reason_for_withholding_it(
    page: Confirming, desk: Desk, session: Session, authority: Authority, case: Case, answer: Answer
) -> None:
    answer("2", "", "withheld")
    again = Confirming(page.client, case)
    session.expire_all()
    found = get_case(session, Scope(frozenset({authority.id})), case.id)
    second = session.scalars(select(Question.id).where(Question.label == "2")).one()
    keep_ground(desk, found, GroundDraft("s.31(1)(a)"), [second])
    session.commit()
    assert again.send("remove 1").press("Confirm").status == 409


def test_an_answer_to_a_question_that_stays_as_it_is_stops_nobody(
    page: Confirming, answer: Answer, session: Session
) -> None:
    page.press("Change", "q0").press("Done", "q0", text="How many complaints?")
    answer("2")
    assert page.press("Confirm").status == 303
    assert answers(session) == {"2": "Ten joined."}


def test_of_two_answers_to_be_joined_the_page_says_which_goes(
    page: Confirming, answer: Answer, session: Session, case: Case
) -> None:
    answer("1", "Twelve.")
    answer("2")
    again = Confirming(page.client, case)
    assert "when you confirm" not in again.page.words()
    again.send("join 1")
    form = again.rows()
    assert "2 Held and provided: Ten joined." in text_of(form)
    assert form.get("data-count") == f"1 question. {GOES}"
    assert again.press("Confirm").status == 303
    assert answers(session) == {"1": "Twelve."}


def test_what_is_answered_as_a_question_that_goes_loses_its_answer_too(
    page: Confirming, answer: Answer, case: Case
) -> None:
    answer("1", "Twelve.")
    answer("2", same_as="1")
    again = Confirming(page.client, case).send("remove 0")
    assert "2 answers go when you confirm." in again.page.words()
    assert "2 Same as another question" in again.page.words()


def test_a_mark_that_no_page_of_ours_would_send_is_refused(page: Confirming) -> None:
    assert page.send("confirm", stood="x 1").status == 400
