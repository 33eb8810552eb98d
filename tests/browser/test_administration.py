"""The settings of an authority in Chromium: as they stand, with errors, saved; on desktop and phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.models import Authority, User
from tests.browser.chromium import follow, sound
from tests.factories.people import person

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], Page]


@pytest.fixture(params=["page", "phone", "plain_page"])
def screen(
    request: pytest.FixtureRequest, session: Session, authority: Authority, sign_in_as: SignIn
) -> Page:
    """The administrator's browser, on both and without JavaScript."""
    found: Page = request.getfixturevalue(request.param)
    return sign_in_as(found, person(session, "Ali Administrator", authority, role="administrator"))


def test_the_settings_are_found_mended_and_saved(
    authority: Authority, session: Session, screen: Page, axe: Axe, request: pytest.FixtureRequest
) -> None:
    scripted = "plain_page" not in request.node.name
    name = authority.name
    session.commit()  # reading it began a transaction, and SQLite has one writer
    screen.goto("/authorities")
    if scripted:
        sound(screen, axe)
    follow(screen.get_by_role("link", name=name))
    if scripted:
        sound(screen, axe)
    screen.get_by_role("textbox", name="Colour").fill("#9999ff")
    screen.get_by_label("Our own paragraph", exact=True).first.check()
    screen.get_by_label("The regulator’s postal address").fill("1 New Street")
    follow(screen.get_by_role("button", name="Save the settings"))
    expect(screen.get_by_text("There is a problem")).to_be_visible()
    for words in ("This colour is too pale", "Write the paragraph", "then tick this box"):
        expect(screen.locator(".govuk-error-summary").get_by_text(words)).to_be_visible()
    if scripted:
        sound(screen, axe)

    screen.get_by_role("textbox", name="Colour").fill("#1a3a6e")
    screen.locator("textarea[name=reuse_text]").fill("Ask us before you use it again.")
    screen.get_by_label("I have checked this on the regulator’s website").check()
    screen.get_by_label("How many working days does a review take at most?").fill("45")
    screen.get_by_label("Keep how our officers correct the questions").check()
    follow(screen.get_by_role("button", name="Save the settings"))
    expect(screen.get_by_text("The settings are saved.")).to_be_visible()
    expect(screen.get_by_text("Nothing is kept yet.")).to_be_visible()
    expect(screen.get_by_text("Promise 40 at most")).to_be_visible()
    if scripted:
        sound(screen, axe)
    session.expire_all()
    assert (authority.accent, authority.reuse, authority.review_working_days) == ("#1a3a6e", "own", 45)
