"""The rarer acts on a request: correct what is known, hand it over, record that it was withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.models import AuditEntry, AuditPayload, Authority, Case, User
from tests.client import CheckedClient
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case
from tests.factories.people import person
from tests.html import Page, text_of

SignedIn = Callable[[User], CheckedClient]


def typed(page: Page) -> dict[str, str]:
    """What the form on the page holds, as a browser would send it."""
    found = {}
    for box in page.all("input"):
        if box.get("type") not in {"checkbox", "radio", "submit"} or "checked" in box.attrib:
            found[box.get("name", "")] = box.get("value", "")
    for area in page.all("textarea"):
        found[area.get("name", "")] = (area.text or "").removeprefix("\n")
    for select_ in page.all("select"):
        chosen = [option for option in select_.iter("option") if "selected" in option.attrib]
        found[select_.get("name", "")] = chosen[0].get("value", "") if chosen else ""
    return {name: value for name, value in found.items() if name and name != "csrf_token"}


def only_entry(session: Session, action: str) -> dict[str, object]:
    entry, payload = session.execute(
        select(AuditEntry, AuditPayload)
        .join(AuditPayload, AuditPayload.entry_id == AuditEntry.id)
        .where(AuditEntry.action == action)
    ).one()
    assert entry.case_id
    found: dict[str, object] = payload.payload
    return found


def test_what_we_know_of_them_is_corrected_and_both_ways_of_it_are_kept(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    client = signed_in(officer)
    path = f"/requests/{case.id}/details"
    form = typed(client.page(path)) | {
        "requester_name": "Robin Ashe",
        "requester_address": "4 Elm Road\r\nNorthvale",
        "large_print": "y",
    }
    answer = client.post(path, data=form)
    assert answer.status_code == 302
    session.refresh(case)
    assert (case.requester_name, case.requester_address) == ("Robin Ashe", "4 Elm Road\nNorthvale")
    assert case.large_print
    assert only_entry(session, "details_changed") == {
        "before": {"requester_name": "Robin Ash", "requester_address": "", "large_print": False},
        "after": {
            "requester_name": "Robin Ashe",
            "requester_address": "4 Elm Road\nNorthvale",
            "large_print": True,
        },
    }


def test_nothing_is_written_when_nothing_was_changed(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority, requester_address="4 Elm Road\nNorthvale")
    client = signed_in(officer)
    path = f"/requests/{case.id}/details"
    version = case.version
    assert client.post(path, data=typed(client.page(path))).status_code == 302
    session.refresh(case)
    assert case.version == version
    assert session.scalars(select(AuditEntry).where(AuditEntry.action == "details_changed")).all() == []


def test_two_people_correcting_at_once_do_not_overwrite_each_other(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    client = signed_in(officer)
    path = f"/requests/{case.id}/details"
    mine = typed(client.page(path)) | {"their_reference": "MINE-1"}
    theirs = typed(client.page(path)) | {"their_reference": "THEIRS-2"}
    assert client.post(path, data=mine).status_code == 302
    answer = client.post(path, data=theirs)
    assert answer.status_code == 409
    assert "THEIRS-2" in answer.text, "what was typed is still there"
    session.refresh(case)
    assert case.their_reference == "MINE-1"


def test_a_request_keeps_a_subject_and_a_real_address(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    client = signed_in(officer)
    path = f"/requests/{case.id}/details"
    form = typed(client.page(path)) | {"subject": " ", "requester_email": "nowhere", "their_reference": "K-9"}
    answer = client.post(path, data=form)
    assert answer.status_code == 422
    page = Page(answer.text)
    assert page.title.startswith("Error:")
    assert "Enter a subject" in page.words()
    assert "name@example.org" in page.words()
    assert typed(page)["their_reference"] == "K-9"


def test_a_request_is_handed_to_another_officer_of_its_authority(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    kit = person(session, "Kit Officer", authority)
    person(session, "Ash Auditor", authority, role="auditor")
    elsewhere = person(session, "Ola Other", make_authority(session, "eastmoor-council"))
    case, _ = confirmed_case(desk, authority)
    client = signed_in(officer)
    path = f"/requests/{case.id}/officer"
    page = client.page(path)
    assert [text_of(label) for label in page.all("label")] == ["Kit Officer"]
    assert client.post(path, data={"officer": str(elsewhere.id)}).status_code == 422
    assert client.post(path, data={"officer": str(kit.id)}).status_code == 302
    session.refresh(case)
    assert case.officer_id == kit.id
    entry = only_entry(session, "handed_over")
    assert (entry["from"], entry["to"]) == ("Sam Officer", "Kit Officer")
    assert "Handed it over to Kit Officer" in client.page(f"/requests/{case.id}/history").words()


def test_where_nobody_else_is_there_the_page_says_so(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    assert "no other officer" in signed_in(officer).page(f"/requests/{case.id}/officer").words()


def withdrawal(day: date, words: str = "I found it myself, thank you.") -> dict[str, str]:
    return {
        "on-day": str(day.day),
        "on-month": str(day.month),
        "on-year": str(day.year),
        "channel": "phone",
        "words": words,
    }


def test_a_withdrawn_request_is_closed_and_no_date_runs(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, questions = confirmed_case(desk, authority)
    client = signed_in(officer)
    assert client.post(f"/requests/{case.id}/withdrawn", data=withdrawal(desk.today)).status_code == 302
    session.refresh(case)
    for question in questions:
        session.refresh(question)
        assert question.outcome == "withdrawn"
        assert question.details["withdrawn_how"] == "Wednesday 4 February 2026, by phone"
    assert (case.stage, case.closed_on, case.due_on) == ("withdrawn", desk.today, None)
    assert case.answered_on is None, "it was not answered"
    page = client.page(f"/requests/{case.id}")
    assert "Not running Withdrawn No date is running" in page.words()
    assert "I found it myself" in client.page(f"/requests/{case.id}/correspondence").words()
    assert (
        "Recorded that they withdrew it: 2 questions" in client.page(f"/requests/{case.id}/history").words()
    )
    assert session.scalars(select(AuditEntry.action)).all().count("withdrawn") == 1


def test_a_withdrawal_cannot_come_from_the_future_or_before_the_request(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    client = signed_in(officer)
    for day, why in ((date(2026, 2, 5), "in the future"), (date(2026, 1, 1), "before the request")):
        answer = client.post(f"/requests/{case.id}/withdrawn", data=withdrawal(day))
        assert answer.status_code == 422
        assert why in answer.text
    session.refresh(case)
    assert case.stage == "answering"


def test_before_its_questions_are_confirmed_a_request_says_to_do_that_first(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case: Case = make_case(desk, authority)
    answer = signed_in(officer).post(f"/requests/{case.id}/withdrawn", data=withdrawal(desk.today))
    assert answer.status_code == 422
    assert "Confirm the questions first" in answer.text
    assert "I found it myself" in answer.text, "what was typed is still there"


def test_asking_what_they_mean_begins_that_letter(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    client = signed_in(officer)
    page = client.page(f"/requests/{case.id}")
    form = next(each for each in page.all("form") if "Ask what they mean" in text_of(each))
    answer = client.post(form.get("action", ""), data={"kind": "clarification"})
    assert answer.status_code == 302
    assert "What do you need to know?" in client.page(answer.location).words()
