"""Signing in by the one-time link that `make run` prints, and the pages that need no signing in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.people import make_link
from foi_tracker.models import User
from tests.browser.chromium import follow, sound_at_both_widths

OPEN_PAGES = ["/sign-in", "/help", "/accessibility", "/privacy", "/sign-in/link/used-up", "/no-such-page"]


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_a_page_for_everybody_is_accessible(path: str, phone: Page, axe: Callable[[Page], None]) -> None:
    phone.goto(path)
    sound_at_both_widths(phone, axe)


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_the_link_signs_in_by_its_button_and_only_once(
    kind: str, request: pytest.FixtureRequest, session: Session, desk: Desk, officer: User
) -> None:
    token = make_link(desk, officer)
    session.commit()
    page: Page = request.getfixturevalue(kind)

    page.goto(f"/sign-in/link/{token}")  # as a mail scanner would: opening it does not use it up
    page.goto(f"/sign-in/link/{token}")
    follow(page.get_by_role("button", name="Sign in"))
    expect(page.get_by_text("Sam Officer").first).to_be_visible()

    follow(page.get_by_role("button", name="Sign out").first)
    page.goto(f"/sign-in/link/{token}")
    expect(page.get_by_role("button", name="Sign in")).to_have_count(0)
