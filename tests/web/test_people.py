"""An administrator says who works for an authority; nothing of it opens another one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.people import make_link
from foi_tracker.models import AuditEntry, AuditPayload, Authority, Membership, User
from foi_tracker.store.authorities import user_by_email
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


@pytest.fixture
def other(session: Session) -> Authority:
    """An authority that shares nothing with the first but the machine."""
    return make_authority(session, "southmere-council", kind="council")


@pytest.fixture
def there(app: Flask, session: Session, other: Authority) -> CheckedClient:
    """The browser of the other authority's administrator."""
    found = CheckedClient(app, session)
    found.sign_in(person(session, "Bo Administrator", other, role="administrator"))
    return found


@pytest.fixture
def at_the_officers(app: Flask, session: Session) -> CheckedClient:
    """A browser in which nobody is signed in yet."""
    return CheckedClient(app, session)


def _link(client: CheckedClient, authority: Authority, user: User) -> str:
    """The address of a link that an administrator makes on the page of the people."""
    response = client.post(_path(authority, user, "link"))
    assert response.status_code == 200
    (link,) = re.findall(r"http://localhost(/sign-in/link/[\w-]+)", response.text)
    return link


def _follow(client: CheckedClient, link: str) -> None:
    assert client.post(link).status_code == 302


def _opens(client: CheckedClient) -> list[str]:
    """The authorities that the top of the page names: those whose requests are shown."""
    words = client.page("/").words()
    return [name for name in ("Northvale Police", "Southmere Council") if name in words]


def test_being_added_elsewhere_changes_nothing_here(
    administering: CheckedClient,
    there: CheckedClient,
    at_the_officers: CheckedClient,
    session: Session,
    authority: Authority,
    other: Authority,
    officer: User,
) -> None:
    _follow(at_the_officers, _link(administering, authority, officer))
    unused = _link(administering, authority, officer)
    assert _let(there, other, officer.email, "officer", name="Somebody else").status_code == 302
    assert _opens(at_the_officers) == ["Northvale Police"], "they are signed in still"
    session.refresh(officer)
    assert (officer.name, officer.active) == ("Sam Officer", True)
    assert _roles(session, officer, authority) == ["officer"]
    _follow(at_the_officers, unused)
    assert "Southmere" not in administering.page(_path(authority)).words()
    _link(administering, authority, officer)  # nobody is locked out: here they can be let in again


def test_a_link_from_here_opens_nothing_elsewhere(
    administering: CheckedClient,
    there: CheckedClient,
    at_the_officers: CheckedClient,
    authority: Authority,
    other: Authority,
    officer: User,
) -> None:
    """Whoever makes a link could follow it: it must not let them be that person for another authority."""
    before, older = _link(administering, authority, officer), _link(administering, authority, officer)
    _follow(at_the_officers, before)
    _let(there, other, officer.email, "officer", "administrator")
    assert at_the_officers.get(_path(other)).status_code == 403
    for link in (older, _link(administering, authority, officer)):
        assert "Southmere" not in at_the_officers.page(link).words()
        _follow(at_the_officers, link)
        assert _opens(at_the_officers) == ["Northvale Police"]
        assert at_the_officers.get("/authorities/new").status_code == 403


def test_whoever_works_for_two_authorities_opens_both_with_a_link_from_each(
    administering: CheckedClient,
    there: CheckedClient,
    at_the_officers: CheckedClient,
    authority: Authority,
    other: Authority,
    officer: User,
) -> None:
    _let(there, other, officer.email, "officer")
    _follow(at_the_officers, _link(administering, authority, officer))
    link = _link(there, other, officer)
    assert "It opens what you do for Southmere Council." in at_the_officers.page(link).words()
    _follow(at_the_officers, link)
    assert _opens(at_the_officers) == ["Northvale Police", "Southmere Council"]


def test_a_link_for_somebody_else_opens_nothing_of_whoever_was_signed_in(
    administering: CheckedClient,
    there: CheckedClient,
    at_the_officers: CheckedClient,
    session: Session,
    authority: Authority,
    other: Authority,
    officer: User,
) -> None:
    both = person(session, "Kim Both", authority, other)
    _follow(at_the_officers, _link(administering, authority, officer))
    _follow(at_the_officers, _link(there, other, both))
    assert _opens(at_the_officers) == ["Southmere Council"]


def test_one_who_administers_both_makes_one_link_for_both(
    administering: CheckedClient,
    at_the_officers: CheckedClient,
    session: Session,
    authority: Authority,
    other: Authority,
    officer: User,
    administrator: User,
) -> None:
    give_role(session, administrator, other, "administrator")
    give_role(session, officer, other, "officer")
    _follow(at_the_officers, _link(administering, authority, officer))
    assert _opens(at_the_officers) == ["Northvale Police", "Southmere Council"]


def test_the_machine_s_link_opens_all_that_they_do(
    at_the_officers: CheckedClient, session: Session, desk: Desk, other: Authority, officer: User
) -> None:
    give_role(session, officer, other, "officer")
    _follow(at_the_officers, f"/sign-in/link/{make_link(desk, user_by_email(session, officer.email))}")
    assert _opens(at_the_officers) == ["Northvale Police", "Southmere Council"]


def test_what_they_may_do_elsewhere_is_neither_shown_nor_changed(
    administering: CheckedClient,
    there: CheckedClient,
    session: Session,
    authority: Authority,
    other: Authority,
    officer: User,
) -> None:
    _let(there, other, officer.email, "approver")
    _let(administering, authority, officer.email, "auditor", name="Renamed from here")
    assert _roles(session, officer, authority) == ["auditor"]
    assert _roles(session, officer, other) == ["approver"]
    words = there.page(_path(other)).words()
    assert "Auditor (reads only)" not in words.split("Add a person")[0]
    assert "Sam Officer" in words
    assert "Renamed" not in words


def test_a_session_that_does_not_say_what_it_opens_ends(officer: User, signed_in: Visit) -> None:
    client = signed_in(officer)
    with client.session_transaction() as cookie:
        del cookie["opens"]
    assert client.get("/").location == "/sign-in?next=/"
    assert client.get("/sign-in").status_code == 200


def test_ending_it_here_leaves_the_links_and_the_session_from_elsewhere(
    administering: CheckedClient,
    there: CheckedClient,
    at_the_officers: CheckedClient,
    session: Session,
    authority: Authority,
    other: Authority,
    officer: User,
) -> None:
    give_role(session, officer, other, "officer")
    _follow(at_the_officers, _link(administering, authority, officer))
    ours, theirs = _link(administering, authority, officer), _link(there, other, officer)
    assert there.post(_path(other, officer, "end")).status_code == 302
    assert _opens(at_the_officers) == ["Northvale Police"]
    assert at_the_officers.post(theirs).status_code == 410
    _follow(at_the_officers, ours)


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
