"""Section 14 as a page: why the whole request is refused, and closing without another notice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, Case, User
from foi_tracker.store import cost as store
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.html import Page

SignedIn = Callable[[User], CheckedClient]
VEXATIOUS = {"version": "0", "section": "14(1)", "evidence": "The 41st letter this month."}
REPEATED = {
    "version": "0",
    "section": "14(2)",
    "evidence": "The same words.",
    "earlier_reference": "012-26",
    "earlier_answered_on-day": "1",
    "earlier_answered_on-month": "12",
    "earlier_answered_on-year": "2025",
}


@pytest.fixture
def case(desk: Desk, authority: Authority) -> Case:
    return confirmed_case(desk, authority)[0]


def test_why_is_recorded_and_stands_on_the_page_of_each_question(
    signed_in: SignedIn, officer: User, session: Session, case: Case
) -> None:
    client = signed_in(officer)
    path = f"/requests/{case.id}/section-14"
    assert client.post(path, data=REPEATED).status_code == 303
    kept = store.whole_of(session, case)
    assert kept is not None
    assert (kept.section, kept.earlier_answered_on) == ("14(2)", date(2025, 12, 1))
    assert "The same words." in client.page(path).words()
    (first, *_) = [
        a.get("href")
        for a in client.page(f"/requests/{case.id}").all("a")
        if "/questions/" in (a.get("href") or "")
    ]
    words = client.page(first).words()
    assert "Recorded under section 14(2): it repeats 012-26." in words


@pytest.mark.parametrize(
    ("left_out", "error"),
    [
        ("section", "Choose why"),
        ("evidence", "Say what shows it"),
        ("earlier_reference", "Give the reference of the request that it repeats"),
        ("earlier_answered_on-day", "date"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    signed_in: SignedIn, officer: User, session: Session, case: Case, left_out: str, error: str
) -> None:
    sent = {name: value for name, value in REPEATED.items() if name != left_out}
    response = signed_in(officer).post(f"/requests/{case.id}/section-14", data=sent)
    assert response.status_code == 422
    assert Page(response.text).words().count(error) >= 2
    assert store.whole_of(session, case) is None


def test_it_is_closed_without_another_notice_when_a_second_person_signed_it_off(
    signed_in: SignedIn, officer: User, session: Session, case: Case
) -> None:
    client = signed_in(officer)
    path = f"/requests/{case.id}/section-14"
    client.post(path, data=VEXATIOUS)
    assert "Close it without another notice" not in client.page(path).words()
    version = str(store.whole_of(session, case).version)
    client.post(path, data={**VEXATIOUS, "version": version, "earlier_notice": "007-26"})
    assert "Close it without another notice" in client.page(path).words()

    alone = client.post(f"{path}/close", data={"reason": "Nothing new.", "agreed_by": officer.name})
    assert alone.status_code == 422
    page = Page(alone.text)
    assert page.words().count("Name the other person who signed this off.") == 2
    assert "Nothing new." in page.words()
    assert "The 41st letter this month." in page.words()

    agreed = client.post(f"{path}/close", data={"reason": "Nothing new.", "agreed_by": "Kim Approver"})
    assert agreed.status_code == 303
    session.refresh(case)
    assert case.stage == "closed"
    words = client.page(path).words()
    assert "Closed without another notice on Wednesday 4 February 2026" in words
    assert (
        "Closed it without another notice, under section 17(6)"
        in client.page(f"/requests/{case.id}/history").words()
    )


def test_closing_needs_an_earlier_notice_even_where_the_form_is_sent_all_the_same(
    signed_in: SignedIn, officer: User, case: Case
) -> None:
    sent = {"reason": "Nothing new.", "agreed_by": "Kim Approver"}
    response = signed_in(officer).post(f"/requests/{case.id}/section-14/close", data=sent)
    assert response.status_code == 409
    assert case.closed_on is None


def test_section_14_is_not_of_the_regulations(
    signed_in: SignedIn, officer: User, desk: Desk, authority: Authority
) -> None:
    case, _ = confirmed_case(desk, authority, regime="EIR")
    client = signed_in(officer)
    page = client.page(f"/requests/{case.id}/section-14")
    assert "regulation 12(4)(b)" in page.words()
    assert not page.all("textarea")
    assert client.post(f"/requests/{case.id}/section-14", data=VEXATIOUS).status_code == 409
