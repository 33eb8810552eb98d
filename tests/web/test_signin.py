"""Signing in: by password or by a link that works once; what was typed when a session ended is not lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask_security.utils import hash_password
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker import create_app
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.people import make_link
from foi_tracker.models import Authority, Case, SignInLink, User, now
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.html import Page

Visit = Callable[[User], CheckedClient]
PASSWORD = "correct horse battery staple"
OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def person(app: Flask, session: Session, officer: User) -> User:
    """The officer, with a password."""
    with app.test_request_context():
        officer.password = hash_password(PASSWORD)
    session.flush()
    return officer


@pytest.fixture
def made(desk: Desk, authority: Authority) -> Case:
    found, _ = confirmed_case(desk, authority)
    return found


def _sign_in(client: CheckedClient, **changes: str):
    return client.post("/sign-in", data={"email": "sam.officer@example.org", "password": PASSWORD, **changes})


def _signed_in(client: CheckedClient) -> bool:
    return client.get("/").status_code == 200


def test_a_password_is_kept_as_argon2id_at_its_full_strength(tmp_path: Path) -> None:
    """The tests' own application hashes with less work (tests/conftest.py); nobody else's does."""
    app = create_app({"INSTANCE": tmp_path, "DATABASE_URL": "sqlite://", "SECRET_KEY": "s" * 64})
    with app.test_request_context():
        assert hash_password(PASSWORD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_the_right_password_signs_in_whatever_the_case_of_the_address(
    person: User, client: CheckedClient
) -> None:
    response = _sign_in(client, email="  Sam.Officer@Example.org ")
    assert (response.status_code, response.location) == (302, "/")
    assert _signed_in(client)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"password": "wrong"}, "The email address or the password is not right"),
        ({"email": "nobody@example.org"}, "The email address or the password is not right"),
        ({"email": "a\x00b@example.org"}, "The email address or the password is not right"),
        ({"email": "", "password": ""}, "Enter your email address"),
        ({"password": ""}, "Enter your password"),
    ],
)
def test_anything_else_does_not_and_never_says_which_was_wrong(
    changes: dict[str, str], error: str, person: User, client: CheckedClient
) -> None:
    response = _sign_in(client, **changes)
    assert response.status_code == 422
    assert error in Page(response.text).words()
    assert PASSWORD not in response.text
    assert not _signed_in(client)


def test_whoever_has_left_does_not_get_in(session: Session, person: User, client: CheckedClient) -> None:
    person.active = False
    assert _sign_in(client).status_code == 422


def test_a_person_without_a_password_cannot_use_one(officer: User, client: CheckedClient) -> None:
    assert _sign_in(client).status_code == 422


@pytest.mark.parametrize(
    ("target", "goes_to"),
    [
        ("/figures?month=2026-01", "/figures?month=2026-01"),
        ("https://evil.example", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("figures", "/"),
        ("", "/"),
    ],
)
def test_it_goes_on_to_where_the_person_was_and_never_to_another_site(
    target: str, goes_to: str, person: User, client: CheckedClient
) -> None:
    assert _sign_in(client, next=target).location == goes_to


def test_a_page_asked_for_while_signed_out_comes_after_signing_in(
    person: User, client: CheckedClient
) -> None:
    first = client.get("/figures?month=2026-01")
    assert first.location == "/sign-in?next=/figures?month%3D2026-01"
    hidden = {box.get("name"): box.get("value") for box in client.page(first.location).all("input")}
    assert hidden["next"] == "/figures?month=2026-01"


def _carried(page: Page) -> str:
    return next(box.get("value", "") for box in page.all("input") if box.get("name") == "carried")


def test_what_was_typed_when_the_session_ended_is_carried_through_and_posted_again(
    session: Session, person: User, client: CheckedClient, made: Case
) -> None:
    address = f"/requests/{made.id}/opening"
    typed = {"version": str(made.version), "opening_statement": "Two\nlines & more", "late_reason": ""}
    stopped = client.post(address, data=typed, headers=OURS)
    assert stopped.status_code == 401
    assert "What you typed is kept here" in Page(stopped.text).words()

    response = _sign_in(client, carried=_carried(Page(stopped.text)))
    assert response.status_code == 200
    page = Page(response.text)
    (form,) = [form for form in page.all("form") if form.get("action") == address]
    again = {box.get("name", ""): box.get("value", "") for box in form.iter("input")}
    assert again.pop("csrf_token")
    assert again == typed
    assert client.post(address, data=again).status_code == 302
    session.expire_all()
    assert made.opening_statement == "Two\nlines & more"


def test_a_form_of_another_site_is_never_carried(person: User, client: CheckedClient, made: Case) -> None:
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://evil.example"},
        {"Referer": "https://evil.example/x"},
        {},
    ):
        stopped = client.post(f"/requests/{made.id}/opening", data={"late_reason": "Theirs"}, headers=headers)
        assert stopped.status_code == 401
        assert _carried(Page(stopped.text)) == "", headers


@pytest.mark.parametrize("carried", ["nonsense", "eyJwYXRoIjogIi8ifQ.x.y"])
def test_carried_fields_that_were_tampered_with_are_dropped(
    carried: str, person: User, client: CheckedClient
) -> None:
    assert _sign_in(client, carried=carried).location == "/"


def test_no_password_is_ever_carried(client: CheckedClient, made: Case) -> None:
    stopped = client.post(f"/requests/{made.id}/opening", data={"password": PASSWORD}, headers=OURS)
    assert PASSWORD not in stopped.text


def test_a_form_with_the_token_of_an_earlier_session_is_offered_again(
    person: User, made: Case, signed_in: Visit
) -> None:
    client = signed_in(person)
    address = f"/requests/{made.id}/opening"
    stale = {"X-CSRFToken": "", "csrf_token": ""}
    response = client.post(address, data={"late_reason": "Typed"}, headers={**stale, **OURS})
    page = Page(response.text)
    assert page.title.startswith("Save what you typed")
    assert [form.get("action") for form in page.all("form") if form.get("action") == address] == [address]
    other = client.post(address, data={"late_reason": "x"}, headers={**stale, "Sec-Fetch-Site": "cross-site"})
    assert other.status_code == 400


def test_a_link_signs_in_once_and_only_by_its_button(
    session: Session, desk: Desk, officer: User, client: CheckedClient
) -> None:
    token = make_link(desk, officer)
    assert token not in str(session.scalars(select(SignInLink.token_digest)).all())
    for _ in range(2):  # opening it, as a mail program does, uses nothing up
        assert "Sign in as Sam Officer" in client.page(f"/sign-in/link/{token}").words()
    assert client.post(f"/sign-in/link/{token}").status_code == 302
    assert _signed_in(client)
    client.post("/sign-out")
    assert not _signed_in(client)
    for response in (client.get(f"/sign-in/link/{token}"), client.post(f"/sign-in/link/{token}")):
        assert response.status_code == 410
    assert not _signed_in(client)


@pytest.mark.parametrize("gone", ["expired", "person"])
def test_a_link_that_is_too_old_or_of_somebody_who_left_does_not(
    gone: str, session: Session, desk: Desk, officer: User, client: CheckedClient
) -> None:
    token = make_link(desk, officer)
    if gone == "expired":
        session.flush()
        session.scalars(select(SignInLink)).one().expires_at = now() - timedelta(seconds=1)
    else:
        officer.active = False
    assert client.post(f"/sign-in/link/{token}").status_code == 410
    assert not _signed_in(client)


def test_whoever_was_signed_in_and_has_left_is_out_at_once(
    session: Session, person: User, signed_in: Visit
) -> None:
    client = signed_in(person)
    assert _signed_in(client)
    person.active = False
    assert client.get("/").status_code == 302
