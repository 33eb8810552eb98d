"""Days when the office is shut, which count; days without school, which do not; a request opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from foi_tracker.casework.closures import ClosureDraft, add_closure
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.refresh import refresh
from foi_tracker.casework.reopening import Reopening, reopen
from foi_tracker.casework.withdrawal import Withdrawal, withdraw
from foi_tracker.models import Authority, Case, ClockEvent, Letter, LetterQuestion, User
from foi_tracker.store.authorities import closures
from foi_tracker.store.letters import letters_of
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.factories.people import give_role
from tests.html import Page, text_of

DAYS = {"name": "Half-term", "first_on": "2026-02-16", "last_on": "2026-02-20"}


@pytest.fixture
def visitor(
    signed_in: Callable[[User], CheckedClient],
    session: Session,
    officer: User,
    authority: Authority,
    desk: Desk,
) -> CheckedClient:
    give_role(session, officer, authority, "administrator")
    return signed_in(officer)


def test_days_without_school_move_every_open_request(
    visitor: CheckedClient, desk: Desk, session: Session, authority: Authority
) -> None:
    """SI 2010/2768: the academy's half-term is five days that do not count."""
    authority.kind = "academy_england"
    case, _ = confirmed_case(desk, authority)  # came on 28 January
    assert case.due_on == date(2026, 2, 25)
    at = f"/authorities/{authority.id}/closures"
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert "No school closures are known" in words
    assert visitor.post(at, data={**DAYS, "kind": "school"}).status_code == 302
    assert (
        f"1 due date moved: {case.reference} (from 25 February 2026 to 4 March 2026)."
        in visitor.page(at).words()
    )
    session.refresh(case)
    assert case.due_on == date(2026, 3, 4)
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert "Not counted: 5 working days without a school session." in words
    assert "SI 2010/2768" in words
    (closure,) = closures(session, authority.id)
    assert visitor.post(f"{at}/{closure.id}/remove").status_code == 302
    session.refresh(case)
    assert case.due_on == date(2026, 2, 25)


def test_days_when_the_office_is_shut_count_and_the_clock_warns(
    visitor: CheckedClient, desk: Desk, session: Session, authority: Authority
) -> None:
    case, _ = confirmed_case(desk, authority)
    assert visitor.post(f"/authorities/{authority.id}/closures", data={**DAYS, "last_on": "2026-02-27"})
    session.refresh(case)
    assert case.due_on == date(2026, 2, 25)
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert (
        "The office is shut on Wednesday 25 February (Half-term), and that day counts all the same." in words
    )
    assert "Send it by Friday 13 February 2026." in words
    assert "25 Day 20 Due. Office shut" in words


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({**DAYS, "last_on": "2026-02-15"}, "The last day is before the first"),
        ({**DAYS, "last_on": "2027-02-20"}, "That is more than 100 days. Check the years"),
        ({**DAYS, "name": ""}, "Enter a name"),
        ({**DAYS, "first_on": ""}, "Enter the first day"),
        (DAYS, "Some of these days are there already"),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_field(
    data: dict[str, str], said: str, visitor: CheckedClient, desk: Desk, authority: Authority
) -> None:
    add_closure(desk, authority, ClosureDraft("office", date(2026, 2, 20), date(2026, 2, 20), "Moving"))
    answer = visitor.post(f"/authorities/{authority.id}/closures", data=data)
    assert answer.status_code == 422
    summary = next(e for e in Page(answer.text).all("div") if e.get("class") == "govuk-error-summary")
    assert said in text_of(summary)


def test_only_a_school_has_days_without_school(desk: Desk, authority: Authority) -> None:
    with pytest.raises(NotAllowed, match="Only a school"):
        add_closure(
            desk, authority, ClosureDraft("school", date(2026, 2, 16), date(2026, 2, 20), "Half-term")
        )


@pytest.fixture
def answered(desk: Desk, session: Session, authority: Authority) -> Case:
    """A request whose answer was sent on 2 February."""
    case, questions = confirmed_case(desk, authority)
    letter = Letter(case_id=case.id, kind="response", state="sent", sent_on=date(2026, 2, 2))
    session.add(letter)
    session.flush()
    for question in questions:
        question.outcome, question.answer = "disclosed", "Ten."
        session.add(LetterQuestion(letter_id=letter.id, question_id=question.id))
    session.add(ClockEvent(case_id=case.id, type="response_issued", on=date(2026, 2, 2), letter_id=letter.id))
    refresh(desk, case)
    return case


def test_a_closed_request_is_opened_again_with_the_date_that_was_promised(
    visitor: CheckedClient, session: Session, answered: Case
) -> None:
    assert (answered.stage, answered.closed_on) == ("closed", date(2026, 2, 2))
    data = {
        "why": "The review wants another answer to question 2",
        "answered": "yes",
        "on": "2026-02-03",
        "answer_by": "2026-02-20",
    }
    at = f"/requests/{answered.id}/reopened"
    assert visitor.post(at, data={**data, "on": "2026-02-01"}).status_code == 422
    unsaid = visitor.post(at, data={**data, "answered": ""})
    assert unsaid.status_code == 422
    assert "Say whether it had been answered" in Page(unsaid.text).words()
    assert visitor.post(at, data=data).status_code == 302
    session.refresh(answered)
    assert (answered.stage, answered.closed_on, answered.due_on) == ("letter", None, date(2026, 2, 20))
    words = visitor.page(f"/requests/{answered.id}/clock").words()
    assert "Due Friday 20 February 2026" in words
    assert "We opened it again Tuesday 3 February" in words
    assert "Friday 20 February" in visitor.page("/").words()
    assert "Opened it again" in visitor.page(f"/requests/{answered.id}/history").words()
    assert visitor.get(at).status_code == 409


def test_what_had_not_been_answered_is_due_on_its_first_date_again(
    visitor: CheckedClient, session: Session, answered: Case
) -> None:
    """S.10(1)."""
    data = {"why": "Question 2 was left out", "answered": "no", "on": "2026-02-03", "answer_by": "2026-03-20"}
    at = f"/requests/{answered.id}/reopened"
    assert "Had it been answered?" in visitor.page(at).words()
    assert visitor.post(at, data=data).status_code == 302
    session.refresh(answered)
    assert (answered.stage, answered.closed_on, answered.due_on) == ("letter", None, date(2026, 2, 25))


def test_a_letter_that_never_reached_them_answered_nothing(
    visitor: CheckedClient, session: Session, answered: Case
) -> None:
    """S.10(1): it is the only one, so there is nothing to choose."""
    at = f"/requests/{answered.id}/reopened"
    assert "Which letters never reached them?" not in visitor.page(at).words()
    data = {"why": "The email came back", "answered": "never_came", "on": "2026-02-03"}
    assert visitor.post(at, data=data).status_code == 302
    session.refresh(answered)
    assert (answered.answered_on, answered.due_on) == (None, date(2026, 2, 25))


def test_of_several_letters_those_are_chosen_that_never_reached_them(
    visitor: CheckedClient, session: Session, answered: Case
) -> None:
    """A notice of more time in one that did reach them stands."""
    notice = Letter(case_id=answered.id, kind="pit_extension", state="sent", sent_on=date(2026, 1, 30))
    session.add(notice)
    session.flush()
    told = {"letter_id": notice.id, "values": {"estimated_decision_date": "2026-03-20"}}
    session.add(ClockEvent(case_id=answered.id, type="pit_extension_notice", on=date(2026, 1, 30), **told))
    session.commit()
    at = f"/requests/{answered.id}/reopened"
    words = visitor.page(at).words()
    assert "More time for the public interest, sent on Friday 30 January 2026" in words
    assert "Response, sent on Monday 2 February 2026 Questions 1 and 2" in words
    data = {"why": "The email came back", "answered": "never_came", "on": "2026-02-03"}
    unsaid = visitor.post(at, data=data)
    assert unsaid.status_code == 422
    assert "Tick the letters that never reached them" in Page(unsaid.text).words()
    both = visitor.post(at, data={**data, "answered": "yes", "lost": str(notice.id)})
    assert both.status_code == 422
    assert "Untick these" in Page(both.text).words()
    alone = visitor.post(at, data={**data, "lost": str(notice.id)})
    assert alone.status_code == 422
    assert "answered in another that reached them" in Page(alone.text).words()
    lost = [each.id for each in letters_of(session, answered) if each.kind == "response"]
    assert visitor.post(at, data={**data, "lost": lost}).status_code == 302
    session.refresh(answered)
    assert (answered.answered_on, answered.due_on) == (None, date(2026, 3, 20))


def test_what_was_withdrawn_by_mistake_is_asked_again(
    desk: Desk, session: Session, authority: Authority
) -> None:
    case, (first, _) = confirmed_case(desk, authority)
    withdraw(desk, case, Withdrawal(date(2026, 2, 3), "email", "No longer wanted"))
    assert (case.stage, case.due_on) == ("withdrawn", None)
    reopen(desk, case, Reopening(date(2026, 2, 4), "It was another request that they withdrew"))
    assert (case.stage, case.due_on, case.closed_on) == ("answering", date(2026, 2, 25), None)
    assert (first.outcome, first.details) == ("", {})


def test_their_own_data_has_its_month_on_the_clock_page(
    app: Flask, visitor: CheckedClient, desk: Desk, authority: Authority
) -> None:
    """31 January has no corresponding day in February, and the 28th is a Saturday."""
    case, _ = confirmed_case(desk, authority, received_on=date(2026, 1, 31))
    case.triage = "own_data"
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert "No date is running" in words
    assert "Their own personal data due Monday 2 March" in words
    assert "The month ends on Saturday 28 February, which is not a working day" in words
