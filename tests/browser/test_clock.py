"""What moves a request's dates, in Chromium: chosen, refused, recorded, corrected, taken off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.closures import ClosureDraft, add_closure
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.events import EventDraft, record_event
from foi_tracker.casework.laws import set_laws
from foi_tracker.casework.withdrawal import Withdrawal, withdraw
from foi_tracker.models import Authority, Case, Question, User
from tests.browser.chromium import follow, sound_at_both_widths
from tests.factories.cases import confirmed_case
from tests.factories.people import give_role

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], Page]

CAME = date(2026, 1, 12)  # a Monday; due Monday 9 February; today is Wednesday 4 February


@pytest.fixture(params=["phone", "plain_page"])
def screen(request: pytest.FixtureRequest) -> Page:
    """The officer's browser: a phone with JavaScript, and a desktop without."""
    found: Page = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def made(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    return confirmed_case(replace(desk, today=CAME), authority, received_on=CAME)


@pytest.fixture
def sound(request: pytest.FixtureRequest, screen: Page, axe: Axe) -> Callable[[], None]:
    """The page as it stands fits, as wide as either, and axe finds nothing (it needs JavaScript to look)."""

    def check() -> None:
        if "plain_page" in request.node.name:
            expect(screen.get_by_role("heading", level=1)).to_have_count(1)
        else:
            sound_at_both_widths(screen, axe)

    return check


def fill_day(screen: Page, name: str, day: str, month: str, year: str) -> None:
    for box, value in (("day", day), ("month", month), ("year", year)):
        screen.locator(f"input[name={name}-{box}]").fill(value)


def test_a_fee_is_asked_for_corrected_and_taken_off(
    made: tuple[Case, list[Question]],
    screen: Page,
    officer: User,
    sign_in_as: SignIn,
    sound: Callable[[], None],
) -> None:
    at = f"/requests/{made[0].id}"
    sign_in_as(screen, officer).goto(f"{at}/clock")
    follow(screen.get_by_role("link", name="Record what moves a date"))
    sound()
    follow(screen.get_by_role("link", name="We asked for a fee"))
    fill_day(screen, "on", "2", "1", "2026")
    follow(screen.get_by_role("button", name="Record it"))
    expect(screen.locator(".govuk-error-summary")).to_contain_text("Enter the fee")
    sound()
    screen.get_by_label("How much?").fill("£12.50")
    follow(screen.get_by_role("button", name="Record it"))
    expect(screen.locator(".govuk-error-summary")).to_contain_text("before the request reached us")
    fill_day(screen, "on", "20", "1", "2026")
    follow(screen.get_by_role("button", name="Record it"))
    expect(screen.get_by_text("No date of ours is running now")).to_be_visible()
    expect(screen.locator(".app-due")).to_contain_text("Waiting for the fee")
    sound()
    follow(screen.get_by_role("link", name="We gave a fees notice"))
    sound()
    fill_day(screen, "on", "21", "1", "2026")
    follow(screen.get_by_role("button", name="Save the correction"))
    expect(screen.locator(".app-timeline")).to_contain_text("Wednesday 21 January, £12.50")
    follow(screen.get_by_role("link", name="We gave a fees notice"))
    screen.get_by_label("Why was it not so?").fill("It was another request’s")
    follow(screen.get_by_role("button", name="Take it off"))
    expect(screen.get_by_text("It is due on Monday 9 February 2026")).to_be_visible()


def test_a_question_is_put_under_the_other_law_and_has_its_own_days(
    made: tuple[Case, list[Question]],
    screen: Page,
    officer: User,
    sign_in_as: SignIn,
    sound: Callable[[], None],
) -> None:
    at = f"/requests/{made[0].id}"
    sign_in_as(screen, officer).goto(at)
    follow(screen.get_by_role("link", name="Change the law"))
    sound()
    screen.get_by_label("2. How many of them led to a visit?").check()
    follow(screen.get_by_role("button", name="Save"))
    expect(screen.get_by_text("Environmental Information Regulations. Nothing written yet.")).to_be_visible()
    screen.goto(f"{at}/clock/record/complex")
    fill_day(screen, "on", "30", "1", "2026")
    screen.get_by_label("It is complex").check()
    screen.get_by_label("It is large").check()
    follow(screen.get_by_role("button", name="Record it"))
    screen.locator("summary").get_by_text("Every day of question 2").click()
    expect(screen.get_by_text("Day 40 is Monday 9 March 2026")).to_be_visible()
    sound()


def test_a_request_that_was_withdrawn_by_mistake_is_opened_again(
    made: tuple[Case, list[Question]],
    desk: Desk,
    screen: Page,
    officer: User,
    sign_in_as: SignIn,
    sound: Callable[[], None],
) -> None:
    case, _ = made
    withdraw(desk, case, Withdrawal(date(2026, 2, 2), "email", "No longer"))
    at = f"/requests/{case.id}"
    sign_in_as(screen, officer).goto(at)
    follow(screen.get_by_role("link", name="Open it again"))
    sound()
    screen.get_by_label("Why is it opened again?").fill("Another request was meant")
    fill_day(screen, "on", "3", "2", "2026")
    follow(screen.get_by_role("button", name="Open it again"))
    expect(screen.get_by_text("The request is open again.")).to_be_visible()


def test_the_closed_days_of_a_school(
    desk: Desk,
    session: Session,
    authority: Authority,
    screen: Page,
    officer: User,
    sign_in_as: SignIn,
    sound: Callable[[], None],
) -> None:
    give_role(session, officer, authority, "administrator")
    authority.kind = "academy_england"
    add_closure(desk, authority, ClosureDraft("office", date(2026, 2, 23), date(2026, 3, 6), "Moving house"))
    case, _ = confirmed_case(desk, authority)
    clock, days = f"/requests/{case.id}/clock", f"/authorities/{authority.id}/closures"
    sign_in_as(screen, officer).goto(days)
    screen.get_by_label("No school").check()
    screen.get_by_label("What are they called?").fill("Half-term")
    fill_day(screen, "first_on", "16", "2", "2026")
    follow(screen.get_by_role("button", name="Add these days"))
    expect(screen.locator(".govuk-error-summary")).to_contain_text("Enter the last day")
    sound()
    fill_day(screen, "last_on", "20", "2", "2026")
    follow(screen.get_by_role("button", name="Add these days"))
    expect(screen.get_by_text("1 due date moved")).to_be_visible()
    sound()
    screen.goto(clock)
    expect(screen.get_by_text("The office is shut on")).to_be_visible()
    expect(screen.locator(".app-calendar").get_by_text("No school")).to_have_count(5)
    sound()


def test_every_kind_of_event_has_a_page_that_is_sound(
    made: tuple[Case, list[Question]],
    desk: Desk,
    app: Flask,
    screen: Page,
    officer: User,
    sign_in_as: SignIn,
    sound: Callable[[], None],
) -> None:
    case, (first, second) = made
    set_laws(desk, case, "FOIA", {second.id: "EIR"}, case.version)
    record_event(desk, case, EventDraft("fees_notice", date(2026, 1, 20), (first.id,), {"amount": "£12"}))
    app.config["TODAY"] = date(2026, 4, 21)  # the fee did not come, and question 2 is late
    at = f"/requests/{case.id}/clock"
    sign_in_as(screen, officer)
    for page in ("/record", "/record/public-interest", "/record/passed-on", "/record/decision-notice"):
        screen.goto(f"{at}{page}")
        sound()
    screen.goto(at)
    expect(screen.get_by_text("so you need not answer (section 9(2))")).to_be_visible()
    sound()
