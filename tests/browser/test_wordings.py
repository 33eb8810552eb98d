"""A standard paragraph in Chromium: a press puts a placeholder in, and the letter follows the typing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.wordings import change_wording
from foi_tracker.models import Authority, User
from tests.browser.chromium import follow, sound
from tests.factories.cases import confirmed_case
from tests.factories.people import give_role
from tests.factories.sent_letters import answer_all, issued


@pytest.fixture
def wordings(desk: Desk, session: Session, authority: Authority, officer: User) -> str:
    """The address of the paragraphs: one letter says them, and one of ours has a new default to look at."""
    give_role(session, officer, authority, "administrator")
    made, _ = confirmed_case(desk, authority)
    answer_all(desk, made)
    issued(desk, made)
    version = change_wording(desk, authority, "always.close", "Yours truly,", 0)
    assert version
    version.default_text = "Yours faithfully,"
    address = f"/authorities/{authority.id}/wordings"
    session.commit()
    return address


def test_the_letter_follows_the_typing_and_saving_puts_it_in_force(
    page: Page,
    sign_in_as: Callable[[Page, User], Page],
    axe: Callable[[Page], None],
    officer: User,
    wordings: str,
) -> None:
    screen = sign_in_as(page, officer)
    screen.goto(wordings)
    sound(screen, axe)
    screen.get_by_label("Find a paragraph").fill("thanks request")
    follow(screen.get_by_role("button", name="Find"))
    follow(screen.get_by_role("link", name="Thanks for the request"))
    words, letter = screen.get_by_label("What letters say"), screen.get_by_label("How it reads")
    said = screen.locator("#reading-says")  # to who does not see the panel, which is not read out
    words.fill("We had your letter of {receved}.")
    expect(letter).to_contain_text("Did you mean {received}?")
    expect(said).to_contain_text("Letters cannot say this yet.")
    expect(said).to_contain_text("Did you mean {received}?")
    words.fill("We had your letter of ")
    screen.get_by_role("button", name="Put in {received}").click()
    expect(words).to_have_value("We had your letter of {received}")
    expect(letter.locator("mark").first).to_contain_text("We had your letter of 28")
    expect(said).to_have_text("Letters can say this.")
    expect(letter).not_to_have_attribute("aria-live", "polite")
    sound(screen, axe)
    follow(screen.get_by_role("button", name="Save"))
    expect(screen.get_by_role("heading", name="Ours beside the default")).to_be_visible()
    sound(screen, axe)


def test_a_placeholder_is_put_where_somebody_wrote_and_else_at_the_end(
    page: Page, sign_in_as: Callable[[Page, User], Page], officer: User, wordings: str
) -> None:
    screen = sign_in_as(page, officer)
    screen.goto(f"{wordings}/always.thanks")
    words, put = (
        screen.get_by_label("What letters say"),
        screen.get_by_role("button", name="Put in {received}"),
    )
    default = words.input_value()
    put.click()
    expect(words).to_have_value(f"{default}{{received}}")
    words.fill("Thank you. Yours.")
    words.evaluate("box => box.setSelectionRange(10, 10)")
    screen.get_by_role("button", name="Save").focus()
    put.click()
    expect(words).to_have_value("Thank you.{received} Yours.")


def test_a_new_default_is_looked_at_on_a_phone(
    phone: Page,
    sign_in_as: Callable[[Page, User], Page],
    axe: Callable[[Page], None],
    officer: User,
    wordings: str,
) -> None:
    screen = sign_in_as(phone, officer)
    screen.goto(wordings)
    sound(screen, axe)
    follow(screen.get_by_role("link", name="The close", exact=True).first)
    expect(screen.locator("del").filter(has_text="faithfully")).to_be_visible()
    sound(screen, axe)
    follow(screen.get_by_role("button", name="Keep ours"))
    expect(screen.get_by_text("Our words are kept.")).to_be_visible()
    follow(screen.get_by_role("link", name="Version 1"))
    sound(screen, axe)
