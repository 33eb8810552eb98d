"""The page of other people: whom we asked, who advised us, who else was asked the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Actor, Desk
from foi_tracker.casework.others import ConsultationDraft, keep_consultation
from foi_tracker.models import Authority, Case, Membership, Question, User
from foi_tracker.store import others as store
from foi_tracker.store.scope import Scope
from tests.client import CheckedClient
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case
from tests.factories.people import person
from tests.html import Page

SignedIn = Callable[[User], CheckedClient]


@pytest.fixture
def rows(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    return confirmed_case(desk, authority)


def day(name: str, on: date) -> dict[str, str]:
    """A day as its three boxes send it."""
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def asked(desk: Desk, **more: str) -> dict[str, str]:
    """A consultation as its form sends it."""
    return {
        "who": "Vale Noise Meters",
        "contact": "noise@example.org",
        "shown": "The prices in its contract.",
        **day("asked_on", desk.today - timedelta(days=2)),
        **day("reply_by", desk.today + timedelta(days=5)),
        **more,
    }


def test_a_third_party_is_asked_and_their_view_recorded(
    desk: Desk, session: Session, officer: User, signed_in: SignedIn, rows: tuple[Case, list[Question]]
) -> None:
    case, (first, _) = rows
    client = signed_in(officer)
    path = f"/requests/{case.id}/others"
    assert "Nobody yet." in client.page(path).words()
    sent = asked(desk, question_ids=str(first.id))
    answer = client.post(f"{path}/consultations/new", data=sent)
    assert answer.status_code == 303
    (kept,) = store.consultations_of(session, case)
    assert answer.location.endswith(f"#consultation-{kept.id}")
    words = client.page(path).words()
    assert "Waiting for them" in words
    assert "Question 1" in words
    reply = sent | day("replied_on", desk.today) | {"view": "Rivals would undercut us.", "version": "1"}
    assert client.post(f"{path}/consultations/{kept.id}", data=reply).status_code == 303
    assert "To decide" in client.page(path).words()
    beside = client.page(f"/requests/{case.id}").words()
    assert "Vale Noise Meters To decide" in beside, "the side of the request says how it stands"
    history = client.page(f"/requests/{case.id}/history").words()
    assert "Recorded that Vale Noise Meters was asked" in history


def test_what_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(
    desk: Desk, session: Session, officer: User, signed_in: SignedIn, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    client = signed_in(officer)
    path = f"/requests/{case.id}/others/consultations/new"
    answer = client.post(path, data=asked(desk, view="Rivals would undercut us."))
    assert answer.status_code == 422
    page = Page(answer.text)
    assert page.title.startswith("Error:")
    assert 'href="#replied_on-day"' in answer.text, "the error leads to the box it speaks of"
    assert "Rivals would undercut us." in answer.text
    missing = client.post(path, data={"contact": "noise@example.org"})
    assert missing.status_code == 422
    assert "Enter who you asked" in missing.text
    assert "noise@example.org" in missing.text
    assert store.consultations_of(session, case) == []


def test_the_second_of_two_officers_is_told(
    desk: Desk, officer: User, signed_in: SignedIn, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    draft = ConsultationDraft("Vale Noise Meters", "Its prices.", desk.today, desk.today)
    kept = keep_consultation(desk, case, draft)
    client = signed_in(officer)
    path = f"/requests/{case.id}/others/consultations/{kept.id}"
    first = asked(desk, version="1")
    assert client.post(path, data=first).status_code == 303
    answer = client.post(path, data=first | {"decision": "We withhold the prices."})
    assert answer.status_code == 409
    assert "We withhold the prices." in answer.text


def test_a_reply_asked_for_too_late_is_pointed_out(
    desk: Desk, officer: User, signed_in: SignedIn, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    assert case.due_on
    keep_consultation(desk, case, ConsultationDraft("Vale", "Its prices.", desk.today, case.due_on))
    words = signed_in(officer).page(f"/requests/{case.id}/others").words()
    assert "do not wait for their reply until then" in words


def test_a_police_force_refers_and_a_university_is_not_asked_to(
    desk: Desk, session: Session, officer: User, signed_in: SignedIn, authority: Authority
) -> None:
    case, _ = confirmed_case(desk, authority)
    client = signed_in(officer)
    path = f"/requests/{case.id}/others"
    sent = {"body": "The national unit", "followed": "", **day("sent_on", desk.today)}
    assert client.post(f"{path}/referrals/new", data=sent).status_code == 303
    assert "The national unit Waiting for them" in client.page(path).words()
    authority.kind = "university"
    other, _ = confirmed_case(desk, authority)
    assert "National referral" not in client.page(f"/requests/{other.id}/others").words()


def test_the_same_words_at_our_other_authority_are_offered_to_who_works_for_both(
    desk: Desk, session: Session, officer: User, signed_in: SignedIn, authority: Authority
) -> None:
    case, _ = confirmed_case(desk, authority)
    elsewhere = make_authority(session, "farland-council", kind="council")
    stranger = person(session, "Kim Stranger", elsewhere)
    there = replace(desk, actor=Actor.of(stranger), scope=Scope(frozenset({elsewhere.id})))
    theirs = make_case(there, elsewhere)
    client = signed_in(officer)
    path = f"/requests/{case.id}/others"
    assert "Farland Council" not in client.page(path).words(), "another authority's requests are not seen"
    session.add(Membership(user_id=officer.id, authority_id=elsewhere.id, role="officer"))
    session.commit()
    assert f"Farland Council has the same words as {theirs.reference}." in client.page(path).words()
    noted = client.post(
        f"{path}/sister-cases", data={"body": "Farland Council", "reference": theirs.reference}
    )
    assert noted.status_code == 303
    assert "has the same words" not in client.page(path).words()
    (sister,) = store.sister_cases_of(session, case)
    assert client.post(f"{path}/sister-cases/{sister.id}/remove").status_code == 303
    assert store.sister_cases_of(session, case) == []


def test_who_reads_sees_no_buttons_and_not_who_asked(
    desk: Desk, session: Session, authority: Authority, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    draft = ConsultationDraft("Vale", "The letter of Robin Ash.", desk.today, desk.today)
    keep_consultation(desk, case, draft)
    auditor = person(session, "Alex Auditor", authority, role="auditor")
    page = signed_in(auditor).page(f"/requests/{case.id}/others")
    assert "Robin Ash" not in page.html
    assert "Record whom you asked" not in page.words()
    assert [form.get("action") for form in page.all("form") if "others" in (form.get("action") or "")] == []
