"""An administrator says who works for an authority; nothing of it opens another one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.people import make_link
from foi_tracker.models import AuditEntry, AuditPayload, Authority, Membership, SignInLink, User
from tests.client import CheckedClient
from tests.factories.authorities import authority as make_authority
from tests.factories.people import give_role, person
from tests.html import Page

Visit = Callable[[User], CheckedClient]


@pytest.fixture
def administrator(session: Session, authority: Authority) -> User:
    return person(session, "Ali Administrator", authority, role="administrator")


@pytest.fixture
def administering(signed_in: Visit, administrator: User) -> CheckedClient:
    return signed_in(administrator)


def _path(authority: Authority, user: User | None = None, act: str = "") -> str:
    people = f"/authorities/{authority.id}/people"
    return f"{people}/{user.id}/{act}" if user else people


def _let(client: CheckedClient, authority: Authority, email: str, *roles: str, name: str = "Kim New") -> Any:
    return client.post(_path(authority), data={"email": email, "name": name, "roles": list(roles)})


def _roles(session: Session, user: User, authority: Authority) -> list[str]:
    wanted = select(Membership.role).where(
        Membership.user_id == user.id, Membership.authority_id == authority.id
    )
    return sorted(session.scalars(wanted))


def _user(session: Session, email: str) -> User:
    return session.scalars(select(User).where(User.email == email)).one()


def test_somebody_is_added_with_what_they_do_and_it_is_audited(
    administering: CheckedClient, session: Session, authority: Authority
) -> None:
    assert _let(administering, authority, "Kim.New@example.org", "officer", "approver").status_code == 302
    made = _user(session, "kim.new@example.org")
    assert _roles(session, made, authority) == ["approver", "officer"]
    entry, payload = session.execute(
        select(AuditEntry, AuditPayload).join(AuditPayload, AuditPayload.entry_id == AuditEntry.id)
    ).one()
    assert (entry.action, payload.payload["after"]) == ("roles_given", ["approver", "officer"])
    words = administering.page(_path(authority)).words()
    assert "Kim New" in words
    assert "Officer, Approver" in words


def test_what_they_do_changes_by_the_same_form(
    administering: CheckedClient, session: Session, authority: Authority, officer: User
) -> None:
    page = administering.page(f"{_path(authority)}?change={officer.id}")
    assert "Change what they do" in page.words()
    assert officer.email in page.html
    assert _let(administering, authority, officer.email, "auditor", name=officer.name).status_code == 302
    assert _roles(session, officer, authority) == ["auditor"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"email": "", "name": "Kim", "roles": ["officer"]}, "Enter their email address"),
        ({"email": "kim@example.org", "name": " ", "roles": ["officer"]}, "Enter their name"),
        ({"email": "kim@example.org", "name": "Kim"}, "Choose what they do"),
        ({"email": "kim@example.org", "name": "Kim", "roles": ["king"]}, "Choose one from the list"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    data: dict[str, Any], error: str, administering: CheckedClient, session: Session, authority: Authority
) -> None:
    response = administering.post(_path(authority), data=data)
    assert response.status_code == 422
    assert error in Page(response.text).words()
    assert session.scalars(select(User.id).where(User.email == "kim@example.org")).all() == []


def test_access_ends_at_once_and_is_audited(
    administering: CheckedClient, session: Session, authority: Authority, officer: User, signed_in: Visit
) -> None:
    assert administering.post(_path(authority, officer, "end")).status_code == 302
    assert _roles(session, officer, authority) == []
    assert session.scalars(select(AuditEntry.action)).all() == ["access_ended"]
    assert signed_in(officer).get("/").status_code == 403


def test_somebody_administers_it_always(
    administering: CheckedClient, session: Session, authority: Authority, administrator: User
) -> None:
    assert administering.post(_path(authority, administrator, "end")).status_code == 409
    response = _let(administering, authority, administrator.email, "officer", name="Ali")
    assert response.status_code == 422
    assert "Somebody has to administer the authority." in Page(response.text).words()
    assert _roles(session, administrator, authority) == ["administrator"]


def test_a_link_signs_them_in_once_and_is_shown_once(
    administering: CheckedClient, authority: Authority, officer: User, app: Any
) -> None:
    response = administering.post(_path(authority, officer, "link"))
    assert response.status_code == 200
    (link,) = re.findall(r"http://localhost(/sign-in/link/[\w-]+)", response.text)
    assert link not in administering.page(_path(authority)).html
    assert "Sign in" in administering.page(link).words()


def test_no_link_is_made_for_who_works_elsewhere_too(
    administering: CheckedClient, session: Session, authority: Authority, officer: User
) -> None:
    other = make_authority(session, "southmere-council", kind="council")
    give_role(session, officer, other, "officer")
    assert "sign-in link for Sam Officer" not in administering.page(_path(authority)).words()
    assert administering.post(_path(authority, officer, "link")).status_code == 409
    assert session.scalars(select(SignInLink)).all() == []


def test_whoever_is_added_elsewhere_too_must_sign_in_anew_and_no_old_link_signs_them_in(
    session: Session, desk: Desk, authority: Authority, officer: User, signed_in: Visit
) -> None:
    make_link(desk, officer)
    before = officer.fs_uniquifier
    other = make_authority(session, "southmere-council", kind="council")
    theirs = person(session, "Bo Administrator", other, role="administrator")
    assert _let(signed_in(theirs), other, officer.email, "officer", name="Somebody else").status_code == 302
    session.refresh(officer)
    assert officer.fs_uniquifier != before
    assert officer.name == "Sam Officer"
    assert session.scalars(select(SignInLink)).all() == []
    assert _roles(session, officer, authority) == ["officer"], "what they do here is not touched from there"


def test_ending_it_here_ends_nothing_elsewhere(
    administering: CheckedClient, session: Session, authority: Authority, officer: User
) -> None:
    other = make_authority(session, "southmere-council", kind="council")
    give_role(session, officer, other, "officer")
    administering.post(_path(authority, officer, "end"))
    assert _roles(session, officer, other) == ["officer"]


def test_only_an_administrator_says_who_works_here(
    session: Session, authority: Authority, officer: User, signed_in: Visit
) -> None:
    client = signed_in(officer)
    assert client.get(_path(authority)).status_code == 403
    assert _let(client, authority, "kim@example.org", "administrator").status_code == 403
    other = make_authority(session, "southmere-council", kind="council")
    client = signed_in(person(session, "Bo Administrator", other, role="administrator"))
    assert _let(client, authority, "kim@example.org", "administrator").status_code == 404
    assert client.post(_path(authority, officer, "end")).status_code == 404
