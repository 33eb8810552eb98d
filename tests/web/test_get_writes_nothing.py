"""To look at something changes nothing: mail programs and browsers open links by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.extensions import db
from foi_tracker.models import Authority, SecurityRole, User
from foi_tracker.web.access import ROLES
from tests.client import CheckedClient
from tests.factories.people import give_role
from tests.web.walk import addresses, world

WRITING = ("insert", "update", "delete")
# A download is audited, by one function in a transaction of its own (DESIGN section 5).
AUDITED: set[str] = set()


@contextmanager
def _writes(app: Flask) -> Iterator[list[str]]:
    """The statements that change rows while the block runs."""
    seen: list[str] = []

    def note(connection, cursor, statement, *rest):
        if statement.lstrip().casefold().startswith(WRITING):
            seen.append(statement.split("\n")[0])

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_no_page_writes_when_it_is_opened(
    app: Flask,
    session: Session,
    desk: Desk,
    authority: Authority,
    officer: User,
    signed_in: Callable[[User], CheckedClient],
) -> None:
    for role in ROLES.keys() - {"officer"}:
        give_role(session, officer, authority, role)
    rows = world(session, desk, authority)
    session.commit()
    client = signed_in(officer)
    for endpoint, path in list(addresses(app, "GET", rows)):
        with _writes(app) as seen:
            response = client.get(path)
        assert response.status_code < 500, f"{path} answered {response.status}"
        assert not seen or endpoint in AUDITED, f"{path} writes: {seen}"


def test_the_watch_sees_a_write(app: Flask) -> None:
    with _writes(app) as seen, app.app_context():
        db.session.add(SecurityRole(name="seen"))
        db.session.flush()
        db.session.rollback()
    assert seen
