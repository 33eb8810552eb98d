"""The three house styles of real letters, each made by settings alone: no other code, no other template."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letters import issued_pdf
from foi_tracker.models import Authority, User
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.factories.people import person
from tests.factories.sent_letters import answer_all, issued
from tests.html import Page
from tests.letters.house_style import HouseStyle, house_style
from tests.web.settings_form import path, save

pytestmark = pytest.mark.timeout(300)
TITLE = "Freedom of Information request 2025-26-001"
STYLES = {
    "numbered with the letterhead at the foot": (
        {"layout": "numbered", "letterhead_at_foot": "y", "greeting": "FOI Applicant"},
        HouseStyle("numbered", "Our answer to your request", "foot"),
    ),
    "numbered with the reference as title": (
        {"layout": "numbered", "reference_as_title": "y", "reference_pattern": "{fy}-{seq:03d}"},
        HouseStyle("numbered", TITLE, "head"),
    ),
    "interleaved": (
        {"layout": "interleaved", "kind": "police"},
        HouseStyle("interleaved", "Our answer to your request", "head"),
    ),
}


@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_made_on_the_settings_page_alone(
    name: str,
    session: Session,
    desk: Desk,
    authority: Authority,
    officer: User,
    signed_in: Callable[[User], CheckedClient],
) -> None:
    settings, style = STYLES[name]
    client = signed_in(person(session, "Ali Administrator", authority, role="administrator"))
    assert save(client, authority, **settings).status_code == 302

    made, _ = confirmed_case(desk, authority)
    answer_all(desk, made)
    letter = issued(desk, made)
    session.commit()
    assert house_style(issued_pdf(desk, made, letter), "1 Vale Road") == style
    (frame,) = client.page(path(authority)).all("iframe")
    shown = Page(frame.get("srcdoc", ""))
    assert style.title in shown.words()
    assert style.layout in (shown.all("body")[0].get("class") or "")
    assert ("at-foot" in (shown.all("body")[0].get("class") or "")) == (style.sender_at == "foot")
