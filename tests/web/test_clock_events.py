"""Recording what moves a date: chosen in plain words, refused with the reason, corrected and taken off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.events import EventDraft, record_event
from foi_tracker.casework.laws import set_laws
from foi_tracker.models import Authority, Case, ClockEvent, Ground, Question, QuestionGround, User
from foi_tracker.store.cases import clock_events
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.factories.people import person
from tests.html import Page, text_of

RECEIVED = date(
    2026, 1, 5
)  # a Monday; its 20th working day is Monday 2 February; today is Wednesday 4 February
FEE = {"on": "2026-01-15", "amount": "£12.50"}


@pytest.fixture
def made(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    return confirmed_case(desk, authority, received_on=RECEIVED)


@pytest.fixture
def visitor(signed_in: Callable[[User], CheckedClient], officer: User, desk: Desk) -> CheckedClient:
    return signed_in(officer)


def record(visitor: CheckedClient, case: Case, what: str, status: int = 303, **data: Any) -> Page:
    answer = visitor.post(f"/requests/{case.id}/clock/record/{what}", data=data)
    assert answer.status_code == status, answer.text
    return Page(answer.text)


def errors(page: Page) -> list[str]:
    summary = next(each for each in page.all("div") if each.get("class") == "govuk-error-summary")
    return [text_of(item) for item in summary.iter("li")]


def rest_on(session: Session, question: Question, code: str) -> None:
    ground = Ground(case_id=question.case_id, code=code)
    session.add(ground)
    session.flush()
    session.add(QuestionGround(question_id=question.id, ground_id=ground.id))


def test_the_choice_says_what_cannot_be_and_why(
    visitor: CheckedClient, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    page = visitor.page(f"/requests/{case.id}/clock/record")
    links = {text_of(link): link.get("href") for link in page.all("a")}
    assert links["We asked for a fee"] == f"/requests/{case.id}/clock/record/fee"
    assert "The fee came" not in links
    words = page.words()
    assert "The fee came Not now. No fee is awaited." in words
    assert "They told us what they mean Not now. Nothing has been asked of them." in words
    assert "Not now. No question rests on a qualified exemption yet." in words
    assert "Not now. Nothing here is under the Environmental Information Regulations." in words
    assert "They asked for a review Not now" not in words  # it is late, so they may


def test_only_what_the_event_asks_is_asked(visitor: CheckedClient, made: tuple[Case, list[Question]]) -> None:
    case, _ = made
    page = visitor.page(f"/requests/{case.id}/clock/record/fee")
    names = {each.get("name") for each in page.all("input")}
    assert names == {"csrf_token", "on-day", "on-month", "on-year", "amount", "questions"}


def test_the_clock_page_leads_there_and_back(
    visitor: CheckedClient, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    record(visitor, case, "fee", **FEE)
    page = visitor.page(f"/requests/{case.id}/clock")
    words = page.words()
    assert "Kept. No date of ours is running now." in words
    assert "Waiting for the fee They have until Tuesday 14 April" in words
    assert "We gave a fees notice Thursday 15 January, £12.50" in words
    assert "They have three months from the notice to pay, until Tuesday 14 April 2026" in words
    record(visitor, case, "fee-came", on="2026-01-23")
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert "It is due on Wednesday 11 February 2026." in words
    assert "Not counted: Thursday 15 January to Friday 23 January, while we waited for the fee." in words


def test_the_last_day_to_pay_for_one_question_is_not_called_due(
    visitor: CheckedClient, made: tuple[Case, list[Question]]
) -> None:
    case, (_, second) = made
    record(visitor, case, "fee", **FEE, questions=[second.id])
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert "14 Question 2 Pay by" in words
    assert "Question 2 Due" not in words


def test_queue_band_and_clock_show_the_same_date(
    visitor: CheckedClient, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    record(visitor, case, "fee", **FEE)
    record(visitor, case, "fee-came", on="2026-01-23")
    for path in ("/", f"/requests/{case.id}", f"/requests/{case.id}/clock"):
        assert "Wednesday 11 February" in visitor.page(path).words(), path


@pytest.mark.parametrize(
    ("what", "data", "said"),
    [
        ("fee", {**FEE, "on": "2026-02-03"}, "It had to be done by Monday 2 February 2026 (section 9(1))"),
        ("fee", {**FEE, "on": "2026-02-05"}, "That day is still to come"),
        ("fee", {**FEE, "on": "2026-01-02"}, "That is before the request reached us"),
        ("fee", {"on": "2026-01-15"}, "Enter the fee"),
        ("fee", {"on": "2026-01-15", "amount": "a dozen"}, "Enter the fee in pounds"),
        ("fee", {"on": "2026-01-15", "amount": "-£5"}, "Enter the fee in pounds"),
        ("fee-came", {"on": "2026-01-15"}, "No fee had been asked for by that day"),
        ("review-done", {"on": "2026-01-15"}, "Nobody had asked for a review by that day"),
        ("passed-on", {"on": "2026-01-15"}, "Enter the authority"),
        (
            "public-interest",
            {"on": "2026-01-15", "estimated_decision_date": "2026-03-02"},
            "None of them rests on a qualified exemption",
        ),
    ],
)
def test_what_the_law_refuses_is_said_at_the_field_and_nothing_typed_is_lost(
    what: str,
    data: dict[str, str],
    said: str,
    visitor: CheckedClient,
    session: Session,
    made: tuple[Case, list[Question]],
) -> None:
    case, _ = made
    page = record(visitor, case, what, 422, **data)
    assert any(said in error for error in errors(page))
    day = next(each.get("value") for each in page.all("input") if each.get("name") == "on-day")
    assert day == data["on"]
    session.expire_all()
    assert clock_events(session, case) == []


def test_more_time_for_the_public_interest_and_a_warning_past_day_40(
    visitor: CheckedClient, session: Session, made: tuple[Case, list[Question]]
) -> None:
    case, (first, second) = made
    rest_on(session, second, "s.43(2)")
    page = visitor.page(f"/requests/{case.id}/clock/record/public-interest")
    ticked = [
        each.get("value")
        for each in page.all("input")
        if each.get("name") == "questions" and each.get("checked") is not None
    ]
    assert ticked == [str(second.id)]
    both = {"on": "2026-01-30", "questions": [first.id, second.id]}
    page = record(visitor, case, "public-interest", 422, **both, estimated_decision_date="2026-02-27")
    assert "Leave out question 1: it rests on no qualified exemption" in errors(page)[0]
    one = {"on": "2026-01-30", "questions": [second.id]}
    record(visitor, case, "public-interest", **one, estimated_decision_date="2026-03-31")
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert "Question 2: The estimated date is past the 40th working day" in words
    assert "Question 2 has its own date, Tuesday 31 March, to weigh the public interest." in words
    record(
        visitor,
        case,
        "public-interest",
        on="2026-02-04",
        questions=[second.id],
        estimated_decision_date="2026-02-27",
    )
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert "Question 2 has its own date, Friday 27 February" in words
    assert "past the 40th working day" not in words


def test_a_mixture_has_two_clocks_and_each_its_own_events(
    visitor: CheckedClient, desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    case, (_, second) = made
    answer = visitor.post(
        f"/requests/{case.id}/laws", data={"law": "FOIA", "others": [second.id], "version": case.version}
    )
    assert answer.status_code == 302
    assert "Environmental Information Regulations." in visitor.page(f"/requests/{case.id}").words()
    dates = visitor.page(f"/requests/{case.id}/clock").words()
    assert "Question 1, Freedom of Information Act" in dates
    assert "Question 2, Environmental Information Regulations" in dates
    page = record(visitor, case, "fee", 422, **FEE)
    assert "under two laws" in errors(page)[0]
    page = record(visitor, case, "complex", 422, on="2026-01-30", complex_and_voluminous=["complex"])
    assert "It must be both complex and large" in errors(page)[0]
    record(visitor, case, "complex", on="2026-01-30", complex_and_voluminous=["complex", "large"])
    (event,) = clock_events(desk.session, case)
    assert (event.type, event.question_ids) == ("eir_reg7_extension_notice", [second.id])
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert "Every day of question 2" in words
    assert (
        "It is complex and large, so the law allows 40 working days. Day 40 is Monday 2 March 2026." in words
    )


def test_a_correction_moves_the_date_and_shows_in_the_history(
    visitor: CheckedClient, desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    event = record_event(desk, case, EventDraft("fees_notice", date(2026, 1, 15), (), {"amount": "£12.50"}))
    at = f"/requests/{case.id}/clock/events/{event.id}"
    assert at in visitor.get(f"/requests/{case.id}/clock").text
    assert "£12.50" in visitor.get(at).text
    assert visitor.post(at, data={**FEE, "on": "2026-02-03"}).status_code == 422
    assert visitor.post(at, data={**FEE, "on": "2026-01-16"}).status_code == 303
    words = visitor.page(f"/requests/{case.id}/history").words()
    assert "Corrected: we gave a fees notice" in words
    assert "Thursday 15 January 2026" in words
    assert "Friday 16 January 2026" in words


def test_it_is_taken_off_only_with_a_reason_that_the_history_keeps(
    visitor: CheckedClient, desk: Desk, session: Session, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    event = record_event(desk, case, EventDraft("fees_notice", date(2026, 1, 15), (), {"amount": "£12.50"}))
    at = f"/requests/{case.id}/clock/events/{event.id}/remove"
    answer = visitor.post(at)
    assert answer.status_code == 422
    assert "Say why it was not so" in errors(Page(answer.text))
    assert visitor.post(at, data={"reason": "Another request’s"}).status_code == 303
    session.expire_all()
    assert clock_events(session, case) == []
    words = visitor.page(f"/requests/{case.id}/history").words()
    assert "Took off: we gave a fees notice" in words
    assert "Another request’s" in words


def test_a_fee_that_did_not_come_is_no_late_answer(
    app: Flask, visitor: CheckedClient, desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    """s.9(2): three months beginning with the day of the notice; nothing is due, and nothing is late."""
    case, _ = made
    record_event(desk, case, EventDraft("fees_notice", date(2026, 1, 15), (), {"amount": "£12.50"}))
    app.config["TODAY"] = date(2026, 4, 15)
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert "The fee did not come They had until Tuesday 14 April" in words
    assert "so you need not answer (section 9(2))" in words
    assert "Tell them, and close it" in words
    page = record(visitor, case, "fee-came", 422, on="2026-04-15")
    assert "so the request has lapsed" in errors(page)[0]


def test_who_only_reads_records_and_corrects_nothing(
    visitor: CheckedClient,
    session: Session,
    authority: Authority,
    desk: Desk,
    made: tuple[Case, list[Question]],
) -> None:
    case, _ = made
    event = record_event(desk, case, EventDraft("fees_notice", date(2026, 1, 15), (), {"amount": "£12.50"}))
    visitor.sign_in(person(session, "Alex Auditor", authority, role="auditor"))
    page = visitor.get(f"/requests/{case.id}/clock").text
    assert "clock/record" not in page
    assert f"events/{event.id}" not in page


def test_a_review_shows_its_date_wherever_the_request_is_named(
    visitor: CheckedClient, session: Session, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    session.add(ClockEvent(case_id=case.id, type="response_issued", on=date(2026, 1, 20)))
    record(visitor, case, "review", on="2026-01-26")
    said = "They asked for a review: its outcome is due Monday 23 February."
    assert said in visitor.page(f"/requests/{case.id}").words()
    assert (
        "Outcome of the review due Monday 23 February" in visitor.page(f"/requests/{case.id}/clock").words()
    )
    record(visitor, case, "review-done", on="2026-02-03")
    assert said not in visitor.page(f"/requests/{case.id}").words()
    words = visitor.page(f"/requests/{case.id}/clock").words()
    assert "Last day for them to complain to the regulator Tuesday 17 March" in words


def test_an_event_that_only_a_letter_makes_has_no_page(
    visitor: CheckedClient, session: Session, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    answered = ClockEvent(case_id=case.id, type="response_issued", on=date(2026, 1, 20))
    session.add(answered)
    session.flush()
    assert visitor.get(f"/requests/{case.id}/clock/events/{answered.id}").status_code == 404
    assert visitor.get(f"/requests/{case.id}/clock/record/answered").status_code == 404


def test_a_law_cannot_change_under_somebody_else_s_hand(
    visitor: CheckedClient, desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    case, (first, _) = made
    before = case.version
    set_laws(desk, case, "FOIA", {first.id: "EIR"}, before)
    data = {"law": "EIR", "version": before}
    assert visitor.post(f"/requests/{case.id}/laws", data=data).status_code == 409
