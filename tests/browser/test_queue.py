"""The queue and the figures in Chromium: groups, the filter, nothing there; on a desktop and a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, User
from tests.browser.chromium import follow, sound_at_both_widths
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case, confirmed_case
from tests.factories.people import give_role

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], Page]

HOSTILE = f"<b>{'W' * 90}</b> שלום {{{{ 7*7 }}}}"


@pytest.fixture
def screen(phone: Page, officer: User, sign_in_as: SignIn) -> Page:
    """The officer's phone, whose pages are looked at as wide as a desktop's too."""
    return sign_in_as(phone, officer)


@pytest.fixture
def full(session: Session, desk: Desk, authority: Authority, officer: User) -> None:
    """One of each group, for two authorities."""
    council = make_authority(session, "southmere-council")
    give_role(session, officer, council, "officer")
    for place, came in (
        (authority, date(2025, 12, 31)),
        (council, date(2026, 1, 7)),
        (authority, date(2026, 1, 9)),
        (authority, date(2026, 2, 3)),
    ):
        case(desk, place, received_on=came)
    confirmed_case(desk, authority, subject=HOSTILE, received_on=date(2026, 1, 20))
    session.commit()


@pytest.mark.parametrize(
    "path",
    ["/", "/?show=closed&sort=-received", "/?words=zebra", "/figures", "/figures?month=2025-12"],
)
def test_it_pleases_axe_and_fits(path: str, full: None, screen: Page, axe: Axe) -> None:
    screen.goto(path)
    sound_at_both_widths(screen, axe)


@pytest.mark.parametrize("path", ["/", "/figures"])
def test_nothing_there_is_as_sound(path: str, screen: Page, axe: Axe) -> None:
    screen.goto(path)
    sound_at_both_widths(screen, axe)


def test_the_filter_opens_narrows_the_list_and_stands_beside_it(full: None, screen: Page, axe: Axe) -> None:
    screen.goto("/")
    expect(screen.get_by_role("rowheader")).to_have_count(9)  # five requests under four headings
    screen.get_by_text("Filter", exact=True).click()
    sound_at_both_widths(screen, axe)
    screen.get_by_label("Southmere", exact=True).check()
    follow(screen.get_by_role("button", name="Show these"))
    expect(screen.get_by_role("heading", name="1 request found, soonest first")).to_be_visible()
    sound_at_both_widths(screen, axe)
    follow(screen.get_by_role("link", name="Authority: Southmere"))
    expect(screen.get_by_role("heading", name="5 open, soonest first")).to_be_visible()


def test_the_filter_works_without_javascript(
    full: None, plain_page: Page, officer: User, sign_in_as: SignIn
) -> None:
    sign_in_as(plain_page, officer).goto("/")
    plain_page.get_by_text("Filter", exact=True).click()
    plain_page.get_by_label("Reference, name or subject").fill("001-25")
    follow(plain_page.get_by_role("button", name="Show these"))
    expect(plain_page.get_by_role("heading", name="1 request found, soonest first")).to_be_visible()


def test_pages_are_turned(session: Session, desk: Desk, authority: Authority, screen: Page, axe: Axe) -> None:
    for number in range(51):
        case(desk, authority, received_on=date(2026, 2, 3) - timedelta(days=number % 20))
    session.commit()
    screen.goto("/")
    sound_at_both_widths(screen, axe)
    follow(screen.get_by_role("link", name="Next"))
    expect(screen.locator(".app-queue__row")).to_have_count(1)
    sound_at_both_widths(screen, axe)
