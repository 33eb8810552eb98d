"""One page sets up an authority and ends with its first letter; whoever may not, does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.people import make_link
from foi_tracker.models import AuditEntry, AuditPayload, Authority, Case, Membership, User
from foi_tracker.store.people import let_set_up
from foi_tracker.store.scope import Scope
from tests.client import CheckedClient
from tests.factories.people import give_role, person
from tests.html import Page, text_of

Visit = Callable[[User], CheckedClient]
NEW = "/authorities/new"
TYPED = {
    "name": "Mereside District Council",
    "kind": "council",
    "email": "foi@mereside.example.org",
    "signatory_role": "Freedom of Information Officer",
    "reference_pattern": "{seq:03d}-{yy}",
    "regulator": "later",
}


@pytest.fixture
def keeper(session: Session) -> User:
    return let_set_up(session, "Kay.Keeper@example.org ", "Kay Keeper")


def _set_up(client: CheckedClient, **changes: str) -> Any:
    return client.post(NEW, data={**TYPED, **changes})


def _errors(response: Any) -> list[str]:
    page = Page(response.text)
    return [text_of(p) for p in page.all("p") if "govuk-error-message" in (p.get("class") or "")]


def test_whoever_was_named_on_the_machine_is_led_to_the_page_and_no_further(
    keeper: User, session: Session, signed_in: Visit
) -> None:
    client = signed_in(keeper)
    assert client.get("/").location == NEW
    assert client.get(NEW).status_code == 200
    for path in ("/authorities", "/figures", "/requests/log"):
        assert client.get(path).status_code == 403


def test_whoever_signed_in_by_a_link_from_one_authority_goes_on_to_the_one_they_set_up(
    client: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    administrator = person(session, "Ali Administrator", authority, role="administrator")
    token = make_link(desk, administrator, opens=Scope(frozenset({authority.id})))
    assert client.post(f"/sign-in/link/{token}").status_code == 302
    response = _set_up(client)
    assert response.status_code == 302
    assert client.get(response.location).status_code == 200
    assert client.get(f"/authorities/{authority.id}/people").status_code == 200


def test_a_link_from_an_authority_does_not_let_its_maker_set_one_up_as_somebody_else(
    client: CheckedClient, session: Session, desk: Desk, authority: Authority, keeper: User
) -> None:
    give_role(session, keeper, authority, "officer")
    session.refresh(keeper, ["memberships"])
    token = make_link(desk, keeper, opens=Scope(frozenset({authority.id})))
    assert client.post(f"/sign-in/link/{token}").status_code == 302
    assert client.get(NEW).status_code == 403


def test_an_officer_may_not_and_an_administrator_may(
    session: Session, authority: Authority, officer: User, signed_in: Visit
) -> None:
    client = signed_in(officer)
    assert client.get(NEW).status_code == 403
    assert _set_up(client).status_code == 403
    assert session.scalars(select(Authority)).all() == [authority]
    client = signed_in(person(session, "Ali Administrator", authority, role="administrator"))
    assert "Set up another authority" in client.page("/authorities").words()
    assert _set_up(client).status_code == 302


def test_the_page_ends_with_the_first_letter_and_its_next_step(
    keeper: User, session: Session, signed_in: Visit
) -> None:
    client = signed_in(keeper)
    response = client.get(_set_up(client, address="1 Mere Road\nMereside\nMS1 1AA").location)
    assert response.status_code == 200
    page = Page(response.text)
    assert "Mereside District Council is set up." in page.words()
    assert "The regulator’s postal address is left out" in page.words()
    (step,) = [each for each in page.all("a") if "govuk-button" in (each.get("class") or "")]
    assert (text_of(step), step.get("href")) == ("Log your first request", "/requests/log")
    (frame,) = page.all("iframe")
    letter = Page(frame.get("srcdoc", "")).words()
    for words in (
        "Mereside District Council",
        "Made-up letter: nobody asked for this",
        "1 Mere Road",
        "001-26",
        "Freedom of Information Officer",
        "foi@mereside.example.org",
        "What you can do next",
        "0303 123 1113",
        "you need their permission",
    ):
        assert words in letter
    assert session.scalars(select(Case)).all() == [], "nothing of it is a request"
    assert client.get("/requests/log").status_code == 200


def test_what_was_set_up_is_audited_and_whoever_did_it_works_there(
    keeper: User, session: Session, signed_in: Visit
) -> None:
    _set_up(signed_in(keeper))
    made = session.scalars(select(Authority)).one()
    assert (made.slug, made.short_name) == ("mereside-district-council", "Mereside District Council")
    assert (made.review_contact, made.regulator_address) == ("foi@mereside.example.org", "")
    held = session.scalars(select(Membership.role).where(Membership.user_id == keeper.id)).all()
    assert sorted(held) == ["administrator", "officer"]
    entry = session.scalars(select(AuditEntry)).one()
    assert (entry.authority_id, entry.action, entry.actor_name) == (made.id, "authority_set_up", "Kay Keeper")


def test_the_regulators_address_is_kept_where_it_was_looked_up_today(
    keeper: User, session: Session, signed_in: Visit
) -> None:
    client = signed_in(keeper)
    page = client.page(NEW)
    assert "We have looked at the regulator’s page today, and it is this" in page.words()
    address = page.with_id("regulator_address")
    assert address is not None
    assert not (address.text or "").strip(), "it starts empty"
    assert (
        _set_up(client, regulator="looked_up", regulator_address="1 New Street\nAnytown").status_code == 302
    )
    made = session.scalars(select(Authority)).one()
    assert made.regulator_address == "1 New Street\nAnytown"
    assert session.scalars(select(AuditPayload)).one().payload["regulator_address"] == made.regulator_address


@pytest.mark.parametrize("typed", ["1 New Street\nAnytown", "Wilmslow\n08456 30 60 60", "x" * 601])
def test_an_address_that_is_left_out_stops_nothing_and_is_told(
    typed: str, keeper: User, session: Session, signed_in: Visit
) -> None:
    client = signed_in(keeper)
    response = _set_up(client, regulator="later", regulator_address=typed)
    assert response.status_code == 302
    words = client.page(response.location).words()
    assert f"This one, which you typed, is not kept: {', '.join(typed.splitlines())}." in words
    assert session.scalars(select(Authority.regulator_address)).one() == ""


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"name": " "}, "Enter its name"),
        ({"kind": ""}, "Choose the kind of authority"),
        ({"kind": "scottish_public_authority"}, "Choose one from the list"),
        ({"email": "nowhere"}, "Enter an email address"),
        ({"signatory_role": ""}, "Enter the role"),
        ({"regulator": ""}, "Choose whether you have looked it up"),
        ({"regulator": "looked_up"}, "Enter the address that you found"),
        ({"regulator": "looked_up", "regulator_address": "Wilmslow\n08456 30 60 60"}, "out of use"),
        ({"reference_pattern": "{seq}"}, "Choose one from the list"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(
    changes: dict[str, str], error: str, keeper: User, session: Session, signed_in: Visit
) -> None:
    response = _set_up(signed_in(keeper), **{"address": "1 Mere Road", **changes})
    assert response.status_code == 422
    assert any(error in said for said in _errors(response)), _errors(response)
    assert "1 Mere Road" in response.text
    assert session.scalars(select(Authority)).all() == []


def test_the_same_form_sent_twice_sets_up_one_authority(
    keeper: User, session: Session, signed_in: Visit
) -> None:
    client = signed_in(keeper)
    assert _set_up(client).status_code == 302
    response = _set_up(client, name="MERESIDE District Council ")
    assert response.status_code == 422
    assert any("Mereside District Council is set up already" in said for said in _errors(response))
    assert len(session.scalars(select(Authority)).all()) == 1


def test_two_of_one_name_that_know_nothing_of_one_another_are_told_apart(
    keeper: User, session: Session, signed_in: Visit
) -> None:
    for user in (keeper, let_set_up(session, "lee.keeper@example.org", "Lee Keeper")):
        assert _set_up(signed_in(user)).status_code == 302
    slugs = session.scalars(select(Authority.slug).order_by(Authority.id)).all()
    assert slugs == ["mereside-district-council", "mereside-district-council-2"]


def test_the_first_request_of_a_new_authority_can_be_logged_and_acknowledged(
    keeper: User, session: Session, signed_in: Visit
) -> None:
    client = signed_in(keeper)
    _set_up(client)
    made = session.scalars(select(Authority)).one()
    sent = {
        "authority_id": str(made.id),
        "words": "How many benches are there?",
        "received_on": "2026-02-02",
        "channel": "email",
        "regime": "FOIA",
        "triage": "valid",
        "requester_name": "Robin Ash",
        "requester_email": "robin.ash@example.org",
    }
    response = client.post("/requests/log", data=sent)
    assert response.status_code == 303, _errors(response)
    assert session.scalars(select(Case.reference)).one().startswith("001-")
