"""Signing in by the one-time link that `make run` prints, and the pages that need no signing in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.people import make_link
from foi_tracker.models import User
from tests.browser.chromium import follow

OPEN_PAGES = ["/sign-in", "/help", "/accessibility", "/privacy", "/sign-in/link/used-up", "/no-such-page"]


@pytest.mark.parametrize("path", OPEN_PAGES)
@pytest.mark.parametrize("size", ["page", "phone"])
def test_a_page_for_everybody_is_accessible(
    path: str, size: str, request: pytest.FixtureRequest, axe: Callable[[Page], None]
) -> None:
    page: Page = request.getfixturevalue(size)
    page.goto(path)
    axe(page)
    width = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    assert width <= 0, "the page scrolls sideways"


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
