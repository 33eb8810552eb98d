"""Every vector of the clock, logged through the web: the request's clock page shows its dates and kinds.

A vector about what comes after an answer (a review, a complaint, an appeal) is logged as a request that was
answered before; nothing else is put into the database behind the pages' back but that answer and a ground.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.correspondence import ASKED, RECEIVED
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.questions import QuestionDraft, confirm_questions
from foi_tracker.law.clock_words import kind_in_words
from foi_tracker.models import Authority, Case, ClockEvent, Ground, QuestionGround, User
from foi_tracker.web.date_words import say_short_date
from tests import shared_data
from tests.client import CheckedClient
from tests.factories.people import give_role
from tests.html import Page, text_of

VECTORS = shared_data.rows("law/deadlines.csv")
COLUMNS = (("deadline_kind", "due_date"), ("second_kind", "second_due"), ("third_kind", "third_due"))

AFTER_AN_ANSWER = {"FOIA internal review", "FOISA review", "FOIA ICO complaint", "FOIA tribunal"}
SPECIAL = {
    "FOIA + SI 2004/3364 reg 4": "archive",
    "FOIA + SI 2004/3364 reg 5/6": "forces_or_overseas",
}
ABOUT = {
    "clarification_requested": ASKED,
    "clarification_received": RECEIVED,
    "reg9_particulars_requested": ASKED,
    "reg9_particulars_received": RECEIVED,
}
"""The events that are correspondence."""
PAGES = {
    "fees_notice": "fee",
    "eir_advance_payment_notice": "fee",
    "fee_received": "fee-came",
    "eir_payment_received": "fee-came",
    "pit_extension_notice": "public-interest",
    "eir_reg7_extension_notice": "complex",
    "transferred_to": "passed-on",
    "ico_application": "asked-for-longer",
    "review_requested": "review",
    "final_response": "review-done",
    "decision_notice_sent": "decision-notice",
}
"""The page on which each of the others is recorded."""
REFUSED = {"X14"}  # a notice after day 20 extends nothing, so it is not kept as one


def events(row: dict[str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(row["events"])
    return found


def last_day(row: dict[str, str]) -> date:
    days = [row["received"]]
    for event in events(row):
        days += [event[name] for name in ("date", "received_by_B") if name in event]
    return max(date.fromisoformat(day) for day in days)


def expected(row: dict[str, str]) -> set[tuple[str, str]]:
    """The kind of each date as the page names it, and the date as it says it."""
    if row["deadline_kind"] == "no_running_deadline":
        return {("No date is running", "Not running")}
    return {
        (kind_in_words(row[kind]), say_short_date(date.fromisoformat(row[due])))
        for kind, due in COLUMNS
        if row[kind]
    }


def shown(page: Page) -> set[tuple[str, str]]:
    """The kinds and dates at the side of the clock page."""
    found = set()
    for item in page.all("li"):
        parts = {each.get("class"): text_of(each) for each in item.iter("span")}
        if "app-dates__kind" in parts:
            found.add((parts["app-dates__kind"], parts["app-dates__date"]))
            terms = zip(item.iter("dt"), item.iter("dd"), strict=True)
            found |= {(text_of(term), text_of(said).partition(",")[0]) for term, said in terms}
    return found


@pytest.mark.shared
def test_every_row_is_logged_here() -> None:
    assert len(VECTORS) >= 41
    types = {event["type"] for row in VECTORS for event in events(row)}
    assert types <= {*ABOUT, *PAGES, "school_closed"}


class Officer:
    """Logs a vector through the pages."""

    def __init__(self, desk: Desk, authority: Authority, client: CheckedClient) -> None:
        self.desk, self.authority, self.client = desk, authority, client

    def send(self, path: str, data: dict[str, Any], *, status: int = 302) -> None:
        answer = self.client.post(path, data=data)
        assert answer.status_code in (status, status + 1), answer.text

    def log(self, row: dict[str, str]) -> Case:
        own_data = row["regime"] == "UK GDPR SAR"
        received = date.fromisoformat(row["received"])
        if row["regime"] in AFTER_AN_ANSWER:
            received -= timedelta(weeks=5)
        data = {
            "words": "How many visits were made?",
            "received_on": received.isoformat(),
            "received_time": row["received_time"],
            "channel": "email",
            "requester_name": "Robin Ash",
            "requester_email": "robin.ash@example.org",
            "regime": "EIR" if row["regime"] == "EIR" else "FOIA",
            "triage": "own_data" if own_data else "valid",
        }
        self.send("/requests/log", data)
        session = self.desk.session
        case = session.scalars(select(Case)).one()
        session.refresh(case, ["authority"])
        if not own_data:
            drafts = [QuestionDraft(text="How many visits were made?")]
            (question,) = confirm_questions(self.desk, case, drafts, "", case.version)
            ground = Ground(case_id=case.id, code="s.43(2)")
            session.add(ground)
            session.flush()
            session.add(QuestionGround(question_id=question.id, ground_id=ground.id))
        if row["regime"] in AFTER_AN_ANSWER:
            session.add(ClockEvent(case_id=case.id, type="response_issued", on=received + timedelta(weeks=3)))
        session.flush()
        return case

    def set_up(self, row: dict[str, str], case: Case) -> None:
        if special := SPECIAL.get(row["regime"]):
            data = {"subject": "Visits", "special_time": special, "version": case.version}
            data |= {"received_on": case.received_on.isoformat(), "language": "en-GB"}
            self.send(f"/requests/{case.id}/details", data)

    def tell(self, case: Case, event: dict[str, Any], *, status: int = 302) -> None:
        if event["type"] == "school_closed":
            data = {"kind": "school", "name": "Holidays", "first_on": event["from"], "last_on": event["to"]}
            self.send(f"/authorities/{self.authority.id}/closures", data)
        elif about := ABOUT.get(event["type"]):
            needed = event.get("statutory", "s1(3)") != "none"
            data = {
                "what": about,
                "need": "needed" if needed else "narrowing",
                "on": event["date"],
                "channel": "email",
                "with_whom": "Robin Ash",
                "words": "Which year?",
            }
            self.send(f"/requests/{case.id}/correspondence", data)
        else:
            data = {
                "on": event.get("date", event.get("received_by_B")),
                "amount": "£12",
                "complex_and_voluminous": ["complex", "large"],
                **{name: event[name] for name in event if name not in ("type", "date")},
            }
            self.send(f"/requests/{case.id}/clock/record/{PAGES[event['type']]}", data, status=status)


@pytest.mark.shared
@pytest.mark.parametrize("row", VECTORS, ids=[row["id"] for row in VECTORS])
def test_the_page_shows_the_dates_of_the_vector_and_what_they_are(
    row: dict[str, str],
    app: Flask,
    session: Session,
    authority: Authority,
    officer: User,
    desk: Desk,
    signed_in: Callable[[User], CheckedClient],
) -> None:
    authority.kind = "council" if row["authority_type"] == "any" else row["authority_type"]
    give_role(session, officer, authority, "administrator")
    app.config["TODAY"] = last_day(row) + timedelta(days=1)
    worker = Officer(replace(desk, today=app.config["TODAY"]), authority, signed_in(officer))
    case = worker.log(row)
    worker.set_up(row, case)
    told = events(row)
    if row["regime"] == "FOIA ICO complaint":
        told = [{"type": "review_requested", "date": row["received"]}, *told]
    if row["regime"] == "FOISA review":
        told = [{"type": "review_requested", "date": row["received"]}]
    for event in told:
        worker.tell(case, event, status=422 if row["id"] in REFUSED else 302)
    assert expected(row) <= shown(worker.client.page(f"/requests/{case.id}/clock"))
