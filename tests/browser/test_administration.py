"""The settings of an authority in Chromium: as they stand, with errors, saved; on desktop and phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.models import Authority, User
from tests.browser.chromium import follow, sound_at_both_widths
from tests.factories.files import png
from tests.factories.people import person

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], Page]


@pytest.fixture(params=["phone", "plain_page"])
def screen(
    request: pytest.FixtureRequest, session: Session, authority: Authority, sign_in_as: SignIn
) -> Page:
    """The administrator's browser: a phone with JavaScript, and a desktop without."""
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
        sound_at_both_widths(screen, axe)
    follow(screen.get_by_role("link", name=name, exact=True))
    if scripted:
        sound_at_both_widths(screen, axe)
    letter = screen.frame_locator("#settings-letter")
    screen.get_by_role("textbox", name="Team").fill("Records and Requests")
    screen.get_by_label("Logo", exact=True).set_input_files(
        {"name": "logo.png", "mimeType": "image/png", "buffer": png()}
    )
    if not scripted:
        follow(screen.get_by_role("button", name="Preview"))
        expect(screen.get_by_role("textbox", name="Team")).to_have_value("Records and Requests")
    expect(letter.get_by_text("Records and Requests")).to_be_visible()
    expect(letter.locator("img.logo")).to_be_visible()
    screen.get_by_role("textbox", name="Colour").fill("#9999ff")
    screen.get_by_label("Our own paragraph", exact=True).first.check()
    screen.get_by_label("The regulator’s postal address").fill("1 New Street")
    follow(screen.get_by_role("button", name="Save the settings"))
    expect(screen.get_by_text("There is a problem")).to_be_visible()
    for words in ("This colour is too pale", "Write the paragraph", "then tick this box"):
        expect(screen.locator(".govuk-error-summary").get_by_text(words)).to_be_visible()
    if scripted:
        sound_at_both_widths(screen, axe)

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
        sound_at_both_widths(screen, axe)
    session.expire_all()
    assert (authority.accent, authority.reuse, authority.review_working_days) == ("#1a3a6e", "own", 45)
    assert (authority.team, authority.logo_type) == ("Records and Requests", "image/png")


def _settings(authority: Authority, session: Session) -> str:
    path = f"/authorities/{authority.id}/settings"
    session.commit()  # reading it began a transaction, and SQLite has one writer
    return path


def test_the_letter_follows_what_is_typed_and_stays_where_it_was_scrolled_to(
    authority: Authority, session: Session, page: Page, sign_in_as: SignIn
) -> None:
    sign_in_as(page, person(session, "Ali Administrator", authority, role="administrator"))
    page.goto(_settings(authority, session))
    letter = page.frame_locator("#settings-letter")
    heading = letter.get_by_role("heading", name="What you can do next")
    heading.scroll_into_view_if_needed()
    page.get_by_label("What kind of authority is it?").select_option("department")
    expect(page.locator("#says-kind")).to_contain_text("24 hours of work")
    page.get_by_role("textbox", name="Colour").fill("#1d70b8")
    expect(page.locator("#says-accent")).to_contain_text("The nearest that passes is #175b96.")
    page.get_by_label("Which letter?").select_option("acknowledgement")
    expect(letter.get_by_role("heading", name="We have your request")).to_be_attached()
    page.get_by_label("Which letter?").select_option("response")
    page.get_by_role("textbox", name="Colour").fill("#7a1f3d")
    expect(heading).to_have_css("color", "rgb(122, 31, 61)")
    page.get_by_label("Put our address at the foot of the page").check()
    expect(letter.locator("body")).to_have_class("response numbered at-foot")


def test_an_authority_is_set_up_and_somebody_is_let_in(
    authority: Authority, session: Session, screen: Page, axe: Axe, request: pytest.FixtureRequest
) -> None:
    scripted = "plain_page" not in request.node.name
    session.commit()
    screen.goto("/authorities/new")
    follow(screen.get_by_role("button", name="Set it up"))
    expect(screen.get_by_text("There is a problem")).to_be_visible()
    if scripted:
        sound_at_both_widths(screen, axe)
    screen.get_by_label("What is it called?").fill("Mereside District Council")
    screen.get_by_label("What kind of authority is it?").select_option("council")
    screen.get_by_label("To which email address do people write?").fill("foi@mereside.example.org")
    screen.get_by_label("In what role are letters signed?").fill("Records Officer")
    screen.get_by_label("Leave it out until somebody has checked").check()
    follow(screen.get_by_role("button", name="Set it up"))
    letter = screen.frame_locator("iframe")
    expect(letter.get_by_text("Made-up letter: nobody asked for this")).to_be_visible()
    expect(screen.get_by_role("button", name="Log your first request")).to_be_visible()
    if scripted:
        sound_at_both_widths(screen, axe)

    follow(screen.get_by_role("link", name="Add the people who work here"))
    screen.get_by_label("Email address").fill("kim@example.org")
    screen.get_by_label("Name", exact=True).fill("Kim New")
    screen.get_by_role("checkbox", name="Officer").check()
    follow(screen.get_by_role("button", name="Save"))
    follow(screen.get_by_role("button", name="Make a sign-in link for Kim New"))
    expect(screen.get_by_text("/sign-in/link/")).to_be_visible()
    if scripted:
        sound_at_both_widths(screen, axe)
