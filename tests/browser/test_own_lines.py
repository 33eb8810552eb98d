"""A few letters and Enter put a line of the officer's own where they were writing."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, OwnLine, User
from tests.browser.chromium import follow, no_wider_than_the_screen
from tests.factories import cases


def test_a_few_letters_and_enter_put_it_where_they_were_writing(
    phone: Page,
    sign_in_as: Callable[[Page, User], Page],
    axe: Callable[[Page], None],
    desk: Desk,
    session: Session,
    authority: Authority,
    officer: User,
) -> None:
    case, questions = cases.confirmed_case(desk, authority)
    question = f"/requests/{case.id}/questions/{questions[0].id}"
    lines = f"/authorities/{authority.id}/lines"
    session.commit()
    page = sign_in_as(phone, officer)
    page.goto(lines)
    page.get_by_label("What do you call it?").fill("How we count")
    page.get_by_label("Its words").fill("We count visits.")
    follow(page.get_by_role("button", name="Keep this line"))
    axe(page)
    no_wider_than_the_screen(page)
    assert session.query(OwnLine).count() == 1
    session.rollback()  # a transaction left open here would keep the application waiting
    page.goto(question)
    page.get_by_label("Held and provided", exact=True).check()
    answer = page.get_by_label("What is the answer?")
    answer.fill("Ten.")
    page.get_by_label("Put in a line of your own").fill("coun")
    page.keyboard.press("Enter")
    expect(answer).to_have_value("Ten.\n\nWe count visits.")
    expect(answer).to_be_focused()
    answer.fill("You asked. We hold 214.")
    answer.evaluate("box => box.setSelectionRange(11, 11)")  # between its sentences
    page.get_by_label("Put in a line of your own").fill("coun")
    page.keyboard.press("Enter")
    expect(answer).to_have_value("You asked.\n\nWe count visits.\n\nWe hold 214.")
    page.keyboard.type(" Twice.")
    expect(answer).to_have_value("You asked.\n\nWe count visits. Twice.\n\nWe hold 214.")
    follow(page.get_by_role("button", name="Save and come back later"))
    page.goto(question)  # and with the box never written in here, at its end
    page.get_by_label("Put in a line of your own").fill("coun")
    page.keyboard.press("Enter")
    expect(answer).to_have_value("You asked.\n\nWe count visits. Twice.\n\nWe hold 214.\n\nWe count visits.")
    page.get_by_label("Put in a line of your own").fill("nothing so named")
    page.keyboard.press("Enter")
    said = page.get_by_text("Type letters that only one of your lines has.")
    expect(said).to_be_visible()
    assert (said.bounding_box() or {"height": 0})["height"] > 10, "to be read on the screen too"
    axe(page)
    no_wider_than_the_screen(page)
