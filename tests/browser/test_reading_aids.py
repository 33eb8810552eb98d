"""Pages as people set their browser: letters of twice the size on a phone, and colours of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.models import Authority, User
from tests.browser.chromium import follow, no_wider_than_the_screen
from tests.factories.cases import confirmed_case
from tests.factories.people import give_role
from tests.web.test_check_letters import FAULTY

CHECK = "/letters/check"
SMALLEST = {"width": 360, "height": 800}


@pytest.fixture
def addresses(desk: Desk, session: Session, authority: Authority, officer: User) -> dict[str, str]:
    """Pages that are much used, by what they are."""
    give_role(session, officer, authority, "administrator")
    case, (question, _) = confirmed_case(desk, authority)
    answer_question(desk, case, question, AnswerGiven("withheld"), question.version)
    of_it = f"/authorities/{authority.id}"
    found = {
        "answer": f"/requests/{case.id}/questions/{question.id}",
        "check": CHECK,
        "paragraphs": f"{of_it}/wordings",
        "paragraph": f"{of_it}/wordings/always.thanks",
        "settings": f"{of_it}/settings",
    }
    session.commit()
    return found


def test_letters_of_twice_the_size_fit_the_smallest_phone(
    open_browser: Callable[..., BrowserContext],
    sign_in_as: Callable[[Page, User], Page],
    officer: User,
    addresses: dict[str, str],
) -> None:
    page = sign_in_as(open_browser(viewport=SMALLEST).new_page(), officer)
    for address in addresses.values():
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        no_wider_than_the_screen(page)
    page.goto(CHECK)
    page.get_by_label("Or paste the words of one").fill(FAULTY)
    follow(page.get_by_role("button", name="Check", exact=True))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    no_wider_than_the_screen(page)
    pin = page.locator(".app-pin").first
    assert pin.evaluate("pin => pin.scrollHeight <= pin.clientHeight"), "its number is within it"


def test_where_the_reader_chooses_the_colours_nothing_is_told_by_a_tint_alone(
    page: Page, sign_in_as: Callable[[Page, User], Page], officer: User, addresses: dict[str, str]
) -> None:
    sign_in_as(page, officer).goto(addresses["paragraphs"])
    choose_colours(page)
    here, other = page.locator(".app-tabs a").all()[:2]
    edge = "tab => getComputedStyle(tab).borderBottomColor"
    expect(here).to_have_attribute("aria-current", "page")
    assert here.evaluate(edge) != other.evaluate(edge)
    page.goto(addresses["answer"])
    choose_colours(page)
    assert page.locator(".app-gap").first.evaluate("gap => getComputedStyle(gap).outlineStyle") == "solid"


def choose_colours(page: Page) -> None:
    """Light on dark, whatever a page says. Chromium forgets it with each page."""
    page.emulate_media(forced_colors="none")
    page.emulate_media(forced_colors="active", color_scheme="dark")
