"""Other people whom a request concerns, in Chromium on a desktop and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, User
from tests.browser.chromium import follow, sound_at_both_widths
from tests.browser.pages import Officer
from tests.factories.cases import confirmed_case


def test_people_are_asked_and_advice_recorded_and_every_page_is_accessible(
    phone: Page,
    sign_in_as: Callable[[Page, User], Page],
    officer: User,
    desk: Desk,
    authority: Authority,
    session: Session,
    axe: Callable[[Page], None],
) -> None:
    case, _ = confirmed_case(desk, authority)
    at = f"/requests/{case.id}"
    session.commit()
    page = sign_in_as(phone, officer)
    person = Officer(page)
    page.goto(at)
    person.press("Other people: ask, refer, compare")
    sound_at_both_widths(page, axe)

    person.press("Record whom you asked")
    sound_at_both_widths(page, axe)
    person.press("Save")
    expect(page.get_by_role("link", name="Enter who you asked")).to_be_visible()
    sound_at_both_widths(page, axe)
    person.fill("Who did you ask?", "Vale Noise Meters")
    person.fill("What did you show them?", "The prices in its contract.")
    person.fill_date("When do you need their reply?", date(2026, 2, 10))
    person.press("Save")
    expect(page.get_by_text("Waiting for them")).to_be_visible()

    person.press("Record a referral")
    person.fill("Who did you refer it to?", "The national unit")
    person.fill_date("When did their advice come?", desk.today)
    person.fill("What do they advise?", "Neither confirm nor deny.")
    expect(page.get_by_label("Why did you not follow it?")).to_be_hidden()
    person.choose("No, or not in all of it")
    person.fill("Why did you not follow it?", "It is published already.")
    sound_at_both_widths(page, axe)
    person.press("Save")
    expect(page.get_by_text("Not followed")).to_be_visible()

    person.fill("Which body?", "Farland Council")
    follow(page.get_by_role("button", name="Note it"))
    expect(page.get_by_role("heading", name="Farland Council")).to_be_visible()
    sound_at_both_widths(page, axe)
    page.goto(at)
    expect(page.get_by_text("The same request at")).to_be_visible()
    sound_at_both_widths(page, axe)
