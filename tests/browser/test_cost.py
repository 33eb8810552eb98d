"""The cost estimate in Chromium: worked out as it is typed, refused, saved; with and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, User
from tests.browser.chromium import follow, sound, sound_at_both_widths
from tests.factories.cases import confirmed_case

Axe = Callable[[Page], None]


@pytest.fixture(params=["phone", "plain_page"])
def screen(request: pytest.FixtureRequest, officer: User, sign_in_as: Callable[[Page, User], Page]) -> Page:
    """The officer's browser: a phone with JavaScript, and a desktop without."""
    found: Page = request.getfixturevalue(request.param)
    return sign_in_as(found, officer)


def type_row(row: Locator, activity: str, what: str, records: str, minutes: str) -> None:
    """Fill in one row."""
    row.get_by_label("What is done").select_option(label=activity)
    for label, words in (("To what records", what), ("How many", records), ("Minutes each", minutes)):
        row.get_by_label(label).fill(words)


def test_an_estimate_is_typed_and_worked_out_and_its_advice_taken_over(
    desk: Desk,
    session: Session,
    authority: Authority,
    screen: Page,
    axe: Axe,
    request: pytest.FixtureRequest,
) -> None:
    scripted = "plain_page" not in request.node.name
    case, _ = confirmed_case(desk, authority)
    confirmed_case(desk, authority)  # the same person, the same words, the same day
    path = f"/requests/{case.id}"
    session.commit()  # SQLite has one writer: nothing is read from here on
    screen.goto(path)
    follow(screen.get_by_role("link", name="Cost estimate"))
    rows, stands = screen.locator("[data-cost-row]"), screen.get_by_role("region", name="Against the limit")
    type_row(rows.nth(0), "Locating it", "theft reports", "2,994", "1")
    type_row(rows.nth(1), "Redacting (does not count)", "names", "2994", "5")
    if scripted:
        expect(rows.nth(0).locator("output").first).to_have_text("49.9")
        expect(stands).to_contain_text("49.9 hours")
        sound_at_both_widths(screen, axe)
    follow(screen.get_by_role("button", name="Save the estimate"))
    expect(screen.locator(".govuk-error-summary")).to_contain_text("Redacting does not count")
    if scripted:
        sound_at_both_widths(screen, axe)

    type_row(rows.nth(1), "Extracting it", "theft reports", "2994", "2")
    follow(screen.get_by_role("button", name="Add a row"))
    expect(rows).to_have_count(3)
    follow(screen.get_by_role("button", name="Remove row 3"))
    expect(rows).to_have_count(2)
    screen.get_by_label("How many months did they ask about?").fill("36")
    screen.get_by_role("checkbox").first.check()
    if not scripted:
        follow(screen.get_by_role("button", name="Work it out"))
    expect(stands).to_contain_text("149.7 hours, £3,742.50 of 18 hours, £450")
    expect(stands).to_contain_text("Added to it: 1 request, with no estimate yet")
    expect(stands).to_contain_text("about 4 of the 36 months")
    follow(screen.get_by_role("button", name="Use these words as the advice"))
    advice = screen.get_by_label("What could you provide within the limit?")
    expect(advice).to_have_value(
        "In 18 hours we could look through about 360 of the 2,994 theft reports. That is about 4 of the "
        "36 months that you asked about, so you could ask about a shorter period."
    )
    screen.get_by_label("What do the minutes rest on?").fill("We timed 20 reports, taken at random.")
    follow(screen.get_by_role("button", name="Save the estimate"))
    expect(screen.get_by_text("The cost estimate is saved.")).to_be_visible()
    if scripted:
        sound_at_both_widths(screen, axe)


def test_the_page_of_section_14_is_sound(
    desk: Desk, session: Session, authority: Authority, phone: Page, officer: User, axe: Axe,
    sign_in_as: Callable[[Page, User], Page],
) -> None:  # fmt: skip
    case, _ = confirmed_case(desk, authority)
    path = f"/requests/{case.id}/section-14"
    screen = sign_in_as(phone, officer)
    session.commit()
    screen.goto(path)
    follow(screen.get_by_role("button", name="Save"))
    expect(screen.locator(".govuk-error-summary")).to_contain_text("Choose why")
    sound(screen, axe)
    screen.get_by_label("It is vexatious").check()
    screen.get_by_label("What shows it?").fill("The 41st letter this month.")
    screen.get_by_label("Did we give them a notice under section 14 before?").fill("007-26")
    follow(screen.get_by_role("button", name="Save"))
    expect(screen.get_by_role("heading", name="Close it without another notice")).to_be_visible()
    sound(screen, axe)
