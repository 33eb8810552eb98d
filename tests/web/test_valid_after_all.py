"""The page on which what was logged as not valid is taken as the request that it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree.ElementTree import Element

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letters import issue_letter
from foi_tracker.models import AuditEntry, Authority, Case, User
from foi_tracker.store.cases import get_case
from foi_tracker.store.letters import letters_of
from tests.client import CheckedClient
from tests.factories.cases import case as make_case
from tests.factories.people import person
from tests.factories.sent_letters import send
from tests.html import Page, text_of

SignedIn = Callable[[User], CheckedClient]
CAME = {
    "how": "completed",
    "came_on": "2026-01-19",
    "channel": "phone",
    "words": "They are Robin Ash.",
    "requester_name": "Robin Ash",
}


@pytest.fixture
def case(desk: Desk, authority: Authority) -> Case:
    return make_case(desk, authority, triage="no_name", requester_name="", received_on=date(2026, 1, 5))


@pytest.fixture
def visitor(signed_in: Callable[[User], CheckedClient], officer: User, case: Case) -> CheckedClient:
    return signed_in(officer)


def test_the_request_leads_there_and_says_when_it_is_due(
    visitor: CheckedClient, desk: Desk, session: Session, case: Case
) -> None:
    case = get_case(session, desk.scope, case.id)
    (letter,) = letters_of(session, case)
    issue_letter(desk, case, letter, letter.version)
    send(desk, case, letter)
    way = f"/requests/{case.id}/valid"
    page = visitor.page(f"/requests/{case.id}")
    assert way in [link.get("href") for link in page.all("a") if "valid request after all" in text_of(link)]
    assert visitor.post(way, data=CAME).status_code == 302
    page = visitor.page(f"/requests/{case.id}")
    assert "The request is valid. It is due on Monday 16 February 2026." in page.words()
    assert "They were told that it is not valid, so tell them that it is." in page.words()
    assert "First came Monday 5 January 2026, by email" in page.words()
    assert "Came Monday 19 January 2026, when it was complete" in page.words()
    assert "The questions are not confirmed yet" in page.words()
    said = visitor.page(f"/requests/{case.id}/correspondence").words()
    assert "The request Monday 5 January 2026" in said
    assert "The request is valid from that day, and its 20 working days begin" in said
    clock = visitor.page(f"/requests/{case.id}/clock").words()
    assert "Request received Monday 5 January" in clock
    assert "They sent what was missing Monday 19 January" in clock
    assert "what was missing has come" in visitor.page(f"/requests/{case.id}/history").words()


def test_the_description_that_came_is_read_for_its_questions(
    visitor: CheckedClient, desk: Desk, authority: Authority
) -> None:
    vague = "Dear all, please tell me about things. I am Robin Ash."
    case = make_case(desk, authority, words=vague, triage="not_described", received_on=date(2026, 1, 5))
    words = "1. How many noise complaints in 2025?\n2. How many led to a fine?\n\nRobin Ash"
    way = f"/requests/{case.id}/valid"
    assert "their questions are read from it" in visitor.page(way).words()
    visitor.post(way, data={**CAME, "channel": "email", "words": words})
    page = visitor.page(f"/requests/{case.id}").words()
    assert "Its questions are read from all that they sent: confirm them." in page
    assert "Dear all, please tell me about things. I am Robin Ash. 1. How many noise complaints" in page
    confirm = visitor.page(f"/requests/{case.id}/questions")
    proposed = [each.get("value") for each in confirm.all("input") if each.get("name") == "text"]
    assert proposed[-2:] == ["How many noise complaints in 2025?", "How many led to a fine?"]
    said = visitor.page(f"/requests/{case.id}/correspondence")
    turns = [each for each in said.all("li") if "app-turn" in (each.get("class") or "").split()]
    assert [text_of(each.find(".//p[@class='app-keep-lines']")) for each in turns] == [
        vague,
        " ".join(words.split()),
    ]


def test_a_mistake_of_ours_needs_no_day(visitor: CheckedClient, session: Session, case: Case) -> None:
    data = {"how": "mistaken", "words": "The name stood in the signature."}
    assert visitor.post(f"/requests/{case.id}/valid", data=data).status_code == 302
    session.refresh(case)
    assert (case.triage, case.received_on) == ("valid", date(2026, 1, 5))
    assert "one from the start" in visitor.page(f"/requests/{case.id}/history").words()
    assert visitor.get(f"/requests/{case.id}/valid").status_code == 409


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"came_on": ""}, "Enter the day it came"),
        ({"came_on": "2026-02-05"}, "not later than today"),
        ({"came_on": "2026-01-02"}, "after their request did"),
        ({"channel": ""}, "Choose how it came"),
        ({"requester_name": ""}, "Enter their name"),
        ({"words": ""}, "Write what they sent, or why it was valid"),
        ({"how": ""}, "Choose what it is"),
    ],
)
def test_what_is_not_right_is_said_at_its_field(
    visitor: CheckedClient, session: Session, case: Case, change: dict[str, str], why: str
) -> None:
    answer = visitor.post(f"/requests/{case.id}/valid", data={**CAME, **change})
    assert answer.status_code == 422
    assert why in Page(answer.text).words()
    assert change.get("words", CAME["words"]) in answer.text, "what was typed is still there"
    session.refresh(case)
    assert case.triage == "no_name"


def test_the_name_that_came_is_greeted_and_hidden_from_who_may_not_see_it(
    visitor: CheckedClient, session: Session, authority: Authority, case: Case, signed_in: SignedIn
) -> None:
    visitor.post(f"/requests/{case.id}/valid", data=CAME)
    (letter,) = [each for each in letters_of(session, case) if each.kind == "acknowledgement"]
    assert "Dear Robin Ash" in visitor.get(f"/requests/{case.id}/letters/{letter.id}/paper").text
    assert "Robin Ash" in visitor.page(f"/requests/{case.id}/history").words()
    auditor = signed_in(person(session, "Kim Auditor", authority, role="auditor"))
    for page in ("correspondence", "history"):
        words = auditor.page(f"/requests/{case.id}/{page}").words()
        assert "They are [hidden]" in words
        assert "Robin" not in words


def test_the_page_asks_for_the_address_that_was_missing_and_for_nothing_else(
    visitor: CheckedClient, desk: Desk, authority: Authority, session: Session
) -> None:
    case = make_case(desk, authority, triage="no_address", requester_email="", received_on=date(2026, 1, 5))
    page = visitor.page(f"/requests/{case.id}/valid").words()
    assert "What is their postal address?" in page
    assert "What is their name?" not in page
    answer = visitor.post(f"/requests/{case.id}/valid", data=CAME)
    assert "Enter their email address or their postal address" in Page(answer.text).words()
    given = {**CAME, "requester_email": "robin@example.org"}
    assert visitor.post(f"/requests/{case.id}/valid", data=given).status_code == 302
    session.refresh(case)
    assert case.requester_email == "robin@example.org"


def test_of_what_lacked_nothing_the_page_asks_only_why(
    desk: Desk, authority: Authority, officer: User, signed_in: Callable[[User], CheckedClient]
) -> None:
    case = make_case(desk, authority, triage="business_as_usual")
    visitor = signed_in(officer)
    page = visitor.page(f"/requests/{case.id}/valid")
    assert "What was missing has come" not in page.words()
    assert "That is a new request" in page.words()
    assert (
        visitor.post(f"/requests/{case.id}/valid", data={"words": "We answer no such thing."}).status_code
        == 302
    )


def test_whoever_only_reads_is_not_led_there(
    desk: Desk, session: Session, authority: Authority, case: Case, signed_in: Callable[[User], CheckedClient]
) -> None:
    visitor = signed_in(person(session, "Ash Auditor", authority, role="auditor"))
    assert "valid request after all" not in visitor.page(f"/requests/{case.id}").words()
    assert visitor.get(f"/requests/{case.id}/valid").status_code in (403, 404)


def folded(page: Page) -> list[Element]:
    """What stands behind the warning that a letter is not to leave."""
    return [each for each in page.all("details") if "It had left by then" in text_of(each)]


def test_a_letter_that_calls_it_not_valid_is_not_to_leave_once_it_is(
    visitor: CheckedClient, desk: Desk, session: Session, case: Case
) -> None:
    """s.8, s.10(1): they would be told that no clock runs while it does. It can have left until that day."""
    case = get_case(session, desk.scope, case.id)
    (letter,) = letters_of(session, case)
    earlier = replace(desk, today=date(2026, 1, 30))
    issue_letter(earlier, case, letter, letter.version)
    way = f"/requests/{case.id}/letters/{letter.id}"
    assert not folded(visitor.page(way))
    visitor.post(f"/requests/{case.id}/valid", data={"how": "mistaken", "words": "It was signed."})
    recorded = datetime(2026, 2, 2, 9, tzinfo=UTC)
    session.execute(update(AuditEntry).where(AuditEntry.action == "made_valid").values(at=recorded))
    page = visitor.page(way)
    assert "Do not send this letter." in page.words()
    assert "The request was made valid on Monday 2 February 2026, and its clock runs." in page.words()
    (behind,) = folded(page)
    assert "Download the letter (PDF)" in text_of(behind)
    assert [form.get("action") for form in behind.iter("form")] == [f"{way}/sent"]
    assert page.words().count("Download the letter (PDF)") == 1
    listed = visitor.page(f"/requests/{case.id}/letters").words()
    assert "Not to leave" in listed
    assert "Do not send a letter that says it is not." in listed
    data = {"on": "2026-02-03", "how": "email", "to": "robin@example.org"}
    answer = visitor.post(f"{way}/sent", data=data)
    assert answer.status_code == 422
    assert "was not to leave after that day" in Page(answer.text).words()
    assert "robin@example.org" in answer.text, "what was typed is still there"
    assert folded(Page(answer.text))[0].get("open") is not None, "the message can be seen"
    assert visitor.post(f"{way}/sent", data={**data, "on": "2026-02-02"}).status_code == 302
    assert "Not to leave" not in visitor.page(f"/requests/{case.id}/letters").words()
