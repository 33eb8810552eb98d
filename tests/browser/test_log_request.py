"""Logging a request in Chromium: the words, what they make, and how it goes on; also without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, User
from tests.browser.chromium import follow, sound_at_both_widths
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import WORDS, case
from tests.factories.people import give_role

SignIn = Callable[[Page, User], Page]
Axe = Callable[[Page], None]
DAY = date(2026, 1, 28)


def fill(page: Page, words: str = WORDS, day: date = DAY) -> None:
    page.get_by_label("What did they write?").fill(words)
    page.get_by_label("Day", exact=True).fill(str(day.day))
    page.get_by_label("Month", exact=True).fill(str(day.month))
    page.get_by_label("Year", exact=True).fill(str(day.year))


def fill_the_rest(page: Page) -> None:
    page.get_by_label("Email", exact=True).check()
    page.get_by_label("Name", exact=True).fill("Robin Ash")
    page.get_by_label("Email address").fill("robin.ash@example.org")


@pytest.fixture
def two(session: Session, authority: Authority, officer: User, desk: Desk) -> User:
    """The officer, for two authorities, with one request logged."""
    give_role(session, officer, make_authority(session, "northvale-commissioner", kind="opcc"), "officer")
    case(desk, authority, received_on=DAY)
    return officer


def test_the_panel_follows_what_is_typed(page: Page, officer: User, sign_in_as: SignIn, axe: Axe) -> None:
    sign_in_as(page, officer).goto("/requests/log")
    axe(page)
    fill(page)
    panel = page.locator("#makes")
    expect(panel).to_contain_text("Wednesday 25 February 2026")
    expect(panel).to_contain_text("It becomes 001-26")
    axe(page)

    page.get_by_text("See every day counted").click()
    expect(panel).to_contain_text("Thursday 29 January")
    axe(page)


def test_the_law_that_the_words_suggest_is_chosen_until_the_officer_chooses(
    page: Page, officer: User, sign_in_as: SignIn
) -> None:
    sign_in_as(page, officer).goto("/requests/log")
    act, regulations = (
        page.get_by_label("Freedom of Information Act"),
        page.get_by_label("Environmental Information Regulations"),
    )
    fill(page, "How much sewage went into the river?")
    expect(regulations).to_be_checked()

    act.check()
    page.get_by_label("What did they write?").fill("How much sewage went into the river in 2025?")
    expect(page.locator("#makes")).to_contain_text("Perhaps the EIR")
    expect(act).to_be_checked()


@pytest.mark.parametrize("kind", ["phone", "plain_page"])
def test_it_is_logged_and_goes_on_to_the_questions(
    kind: str, request: pytest.FixtureRequest, two: User, sign_in_as: SignIn, axe: Axe
) -> None:
    page: Page = request.getfixturevalue(kind)
    sign_in_as(page, two).goto("/requests/log")
    fill(page, "How many parking fines were given in 2025?")
    fill_the_rest(page)
    page.get_by_label("Northvale Commissioner").check()
    page.get_by_label("Freedom of Information Act").check()
    follow(page.get_by_role("button", name="Log the request"))

    page.wait_for_url("**/questions")
    expect(page.get_by_role("heading", level=1)).to_have_text("Confirm the questions")
    expect(page.locator(".govuk-notification-banner")).to_contain_text(
        "Logged as 001-26, due Wednesday 25 February"
    )
    if kind != "plain_page":
        sound_at_both_widths(page, axe)


def test_without_javascript_a_button_shows_what_it_makes(
    plain_page: Page, officer: User, sign_in_as: SignIn
) -> None:
    sign_in_as(plain_page, officer).goto("/requests/log")
    fill(plain_page)
    follow(plain_page.get_by_role("button", name="Show what this makes"))

    expect(plain_page.locator("#makes")).to_contain_text("Wednesday 25 February 2026")
    expect(plain_page.get_by_label("What did they write?")).to_have_value(WORDS)


def test_errors_and_the_same_words_again_are_told_without_losing_anything(
    phone: Page, two: User, sign_in_as: SignIn, axe: Axe
) -> None:
    page = sign_in_as(phone, two)
    page.goto("/requests/log")
    follow(page.get_by_role("button", name="Log the request"))
    expect(page.get_by_role("alert")).to_contain_text("Paste or type what they wrote")
    sound_at_both_widths(page, axe)

    fill(page)
    fill_the_rest(page)
    page.get_by_label("Northvale Police").check()
    page.get_by_label("Freedom of Information Act").check()
    follow(page.get_by_role("button", name="Log the request"))
    expect(page.get_by_role("alert")).to_contain_text("logged already")
    sound_at_both_widths(page, axe)

    page.get_by_label("Log it again anyway").check()
    follow(page.get_by_role("button", name="Log the request"))
    page.wait_for_url("**/questions")


def test_on_a_phone_the_panel_comes_straight_after_the_words(
    phone: Page, officer: User, sign_in_as: SignIn
) -> None:
    sign_in_as(phone, officer).goto("/requests/log")
    tops = [phone.locator(place).bounding_box() for place in ("#words", "#makes", "#received_on-day")]
    heights = [box["y"] for box in tops if box]
    assert heights == sorted(heights)
    assert len(heights) == 3
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
