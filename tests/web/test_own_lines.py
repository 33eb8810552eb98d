"""Lines that an officer keeps, and puts into an answer by a few letters of their name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.own_lines import find_line
from foi_tracker.models import AuditEntry, Authority, OwnLine, User
from foi_tracker.store.own_lines import own_lines
from tests.client import CheckedClient
from tests.factories import people
from tests.html import Page
from tests.web.test_answer import Asked, asked, value_of

__all__ = ["asked"]  # the request of three questions, as the tests of answering have it

COUNTS = {"name": "How we count", "text": "We count each person once.\n\n- by their last visit"}
WELSH = {"name": "Welsh speakers", "text": "We can answer in Welsh."}


@pytest.fixture
def visitor(signed_in: Callable[[User], CheckedClient], officer: User) -> CheckedClient:
    return signed_in(officer)


def keep(visitor: CheckedClient, authority: Authority, **line: str) -> int:
    return visitor.post(f"/authorities/{authority.id}/lines", data=line).status_code


def test_a_line_is_written_changed_and_thrown_away_and_the_audit_says_so(
    visitor: CheckedClient, session: Session, authority: Authority, officer: User
) -> None:
    assert keep(visitor, authority, **COUNTS) == 303
    (line,) = own_lines(session, authority.id, officer.id)
    address = f"/authorities/{authority.id}/lines/{line.id}"
    changed = {**COUNTS, "text": "We count visits.", "version": str(line.version)}
    assert visitor.post(address, data=changed).status_code == 303
    session.expire_all()
    assert (line.name, line.text) == ("How we count", "We count visits.")
    assert "We count visits." in visitor.page(f"/authorities/{authority.id}/lines").words()
    assert visitor.post(f"{address}/remove").status_code == 303
    assert own_lines(session, authority.id, officer.id) == []
    actions = [entry.action for entry in session.query(AuditEntry).order_by(AuditEntry.number)]
    assert actions[-3:] == ["own_line_kept", "own_line_kept", "own_line_removed"]


def test_a_second_line_of_one_name_is_refused_and_nothing_typed_is_lost(
    visitor: CheckedClient, authority: Authority
) -> None:
    keep(visitor, authority, **COUNTS)
    data = {"name": "how  we COUNT", "text": "Other words"}
    response = visitor.post(f"/authorities/{authority.id}/lines", data=data)
    assert response.status_code == 422
    page = Page(response.text)
    assert "You have a line of this name already" in page.words()
    assert value_of(page, "text").strip() == "Other words"


def test_an_older_page_does_not_overwrite_a_line(
    visitor: CheckedClient, session: Session, authority: Authority, officer: User
) -> None:
    keep(visitor, authority, **COUNTS)
    (line,) = own_lines(session, authority.id, officer.id)
    old = {**COUNTS, "version": "7"}
    assert visitor.post(f"/authorities/{authority.id}/lines/{line.id}", data=old).status_code == 409


def test_nobody_else_has_them(
    visitor: CheckedClient,
    signed_in: Callable[[User], CheckedClient],
    session: Session,
    authority: Authority,
    officer: User,
) -> None:
    keep(visitor, authority, **COUNTS)
    assert "We count each person once." in visitor.page(f"/authorities/{authority.id}/lines").words()
    (line,) = own_lines(session, authority.id, officer.id)
    other = people.person(session, "Second Officer", authority)
    session.commit()
    client = signed_in(other)
    assert "How we count" not in client.page(f"/authorities/{authority.id}/lines").words()
    assert client.get(f"/authorities/{authority.id}/lines/{line.id}").status_code == 404
    assert client.post(f"/authorities/{authority.id}/lines/{line.id}/remove").status_code == 404


def test_a_few_letters_put_it_at_the_end_of_the_answer_and_keep_nothing_yet(
    asked: Asked, authority: Authority
) -> None:
    keep(asked.client, authority, **COUNTS)
    keep(asked.client, authority, **WELSH)
    response = asked.post(1, outcome="disclosed", answer="Ten.", line="wel", action="line")
    assert response.status_code == 200
    page = Page(response.text)
    assert value_of(page, "answer").strip() == "Ten.\n\nWe can answer in Welsh."
    assert value_of(page, "line") == ""
    assert not asked.question(1).is_answered


@pytest.mark.parametrize("letters", ["", "zz", "w"])
def test_letters_that_mean_no_one_line_are_asked_again(
    asked: Asked, authority: Authority, letters: str
) -> None:
    keep(asked.client, authority, **WELSH)
    keep(asked.client, authority, name="Where we looked", text="In the register.")
    page = Page(asked.post(1, outcome="disclosed", answer="Ten.", line=letters, action="line").text)
    assert "Type letters that only one of your lines has in its name" in page.words()
    assert value_of(page, "answer").strip() == "Ten."


def test_the_words_of_a_line_are_never_a_template(asked: Asked, authority: Authority) -> None:
    keep(asked.client, authority, name="Hostile", text="{{ 7*7 }} {authority} <script>alert(1)</script>")
    response = asked.post(1, outcome="disclosed", answer="", line="host", action="line")
    assert "{{ 7*7 }} {authority} <script>" in value_of(Page(response.text), "answer")
    assert "<script>alert" not in response.text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how we count", "How we count"),  # its whole name, though another begins so
        ("how we count v", "How we count visits"),
        ("how we", None),  # two begin so
        ("visits", "How we count visits"),  # within its name
        ("  HOW   we  count ", "How we count"),
        ("nobody", None),
    ],
)
def test_the_letters_typed_mean_one_line_or_none(typed: str, meant: str | None) -> None:
    lines = [OwnLine(name=name, text="") for name in ("How we count", "How we count visits")]
    found = find_line(lines, typed)
    assert (found.name if found else None) == meant
