"""The versions of a standard paragraph after an upgrade: what a page shows, its button puts in force."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework import wordings as casework
from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, User
from tests.client import CheckedClient
from tests.factories.people import person
from tests.web.test_wordings import KEY, OURS, at, in_force

OLDER = "Thank you for the letter that we received on {received}."


@pytest.fixture
def visitor(
    session: Session, signed_in: Callable[[User], CheckedClient], authority: Authority
) -> CheckedClient:
    """Somebody who administers the authority."""
    return signed_in(person(session, "Ali Administrator", authority, role="administrator"))


def gone_back_before_an_upgrade(desk: Desk, authority: Authority) -> None:
    """Version 1 was ours; version 2 went back to the default of its day, which an upgrade has changed."""
    casework.change_wording(desk, authority, KEY, OURS, 0)
    back = casework.back_to_default(desk, authority, KEY, 1)
    assert back is not None
    back.default_text = OLDER


def test_what_a_version_shows_is_what_comes_in_force_though_the_default_has_changed_since(
    visitor: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    gone_back_before_an_upgrade(desk, authority)
    said = visitor.page(at(authority, more="/versions/2")).words()
    assert OLDER in said
    assert "Letters say the default of today." in said
    casework.change_wording(desk, authority, KEY, "Thanks.", 2)
    said = visitor.page(at(authority, more="/versions/2")).words()
    assert OLDER in said
    assert "[only in the default of today: " in said
    assert "they are your own words" in said
    restoring = visitor.post(at(authority, more="/versions/2/restore"), data={"version": "3"})
    assert restoring.status_code == 303
    assert in_force(session, authority) == OLDER
    page = visitor.page(at(authority)).words()
    assert "The words of version 2 are in force again." in page
    assert "There is a new default" in page


def test_a_default_of_an_earlier_day_put_in_force_after_todays_shows_what_it_changed(
    visitor: CheckedClient, desk: Desk, authority: Authority
) -> None:
    gone_back_before_an_upgrade(desk, authority)
    casework.change_wording(desk, authority, KEY, "Thanks.", 2)
    casework.back_to_default(desk, authority, KEY, 3)
    casework.restore_version(desk, authority, KEY, 2, 4)
    said = visitor.page(at(authority, more="/versions/5")).words()
    assert "[only in the version before: " in said
