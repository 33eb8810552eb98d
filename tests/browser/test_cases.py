"""The page of one request in Chromium: every tab in every state, on a desktop and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.casework.withdrawal import Withdrawal, withdraw
from foi_tracker.models import Authority, Case, User
from tests.browser.chromium import follow, sound_at_both_widths
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case
from tests.factories.people import person

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], Page]

CAME = date(2026, 1, 12)  # a Monday; due Monday 9 February
TODAYS = {
    "plenty": date(2026, 1, 13),
    "soon": date(2026, 2, 5),
    "today": date(2026, 2, 9),
    "late": date(2026, 2, 12),
}
TABS = ("", "/correspondence", "/clock", "/history", "/details", "/officer", "/withdrawn")
HOSTILE = f"1. {'x' * 300} <script>alert(1)</script> {{{{ 7*7 }}}}\n2. שלום {'W' * 120}?"


def sound(page: Page, case: Case, axe: Axe, tabs: tuple[str, ...] = TABS) -> None:
    """Every tab opens, fits and pleases axe, on a desktop and on a phone."""
    for tab in tabs:
        page.goto(f"/requests/{case.id}{tab}")
        sound_at_both_widths(page, axe)


@pytest.fixture
def screen(phone: Page) -> Page:
    """A phone, whose pages are looked at as wide as a desktop's too."""
    return phone


@pytest.mark.parametrize("state", TODAYS)
def test_each_state_of_the_due_date(
    state: str,
    app: Flask,
    screen: Page,
    desk: Desk,
    authority: Authority,
    officer: User,
    sign_in_as: SignIn,
    axe: Axe,
) -> None:
    case, _ = confirmed_case(replace(desk, today=CAME), authority, received_on=CAME)
    app.config["TODAY"] = TODAYS[state]
    sign_in_as(screen, officer)
    sound(screen, case, axe, ("", "/clock"))
    expect(screen.locator(f".app-due--{state}")).to_be_visible()


def a_case_in_the_middle(desk: Desk, authority: Authority) -> Case:
    """Answered in part, and one question clarified."""
    case, (first, second) = confirmed_case(replace(desk, today=CAME), authority, received_on=CAME)
    answer_question(desk, case, first, AnswerGiven("disclosed", "Twelve.\n\nA\tB\n1\t2"), first.version)
    asked = Said("out", "email", date(2026, 1, 20), "Robin Ash", "Which year? " * 80, ASKED, [second.id])
    record_correspondence(desk, case, asked)
    told = Said("in", "email", date(2026, 1, 28), "Robin Ash", "All of 2025.", RECEIVED, [second.id])
    record_correspondence(desk, case, told)
    return case


def test_every_tab_of_a_request_in_the_middle(
    screen: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn, axe: Axe
) -> None:
    case = a_case_in_the_middle(desk, authority)
    sign_in_as(screen, officer)
    sound(screen, case, axe)


def test_every_tab_before_its_questions_are_confirmed_and_for_whoever_only_reads(
    screen: Page, desk: Desk, session: Session, authority: Authority, sign_in_as: SignIn, axe: Axe
) -> None:
    new, middle = make_case(desk, authority), a_case_in_the_middle(desk, authority)
    sign_in_as(screen, person(session, "Ash Auditor", authority, role="auditor"))
    for case in (new, middle):
        sound(screen, case, axe, TABS[:4])


def test_every_tab_of_what_is_not_running(
    screen: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn, axe: Axe
) -> None:
    not_valid = make_case(desk, authority, triage="no_name", requester_name="")
    waiting, _ = confirmed_case(desk, authority)
    record_correspondence(desk, waiting, Said("out", "email", desk.today, "Robin", "Which?", ASKED))
    withdrawn, _ = confirmed_case(desk, authority)
    withdraw(desk, withdrawn, Withdrawal(desk.today, "phone", "They rang."))
    sign_in_as(screen, officer)
    for case in (not_valid, waiting, withdrawn):
        sound(screen, case, axe, TABS[:4])


def test_hostile_words_break_nothing(
    screen: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn, axe: Axe
) -> None:
    case, _ = confirmed_case(
        desk, authority, words=HOSTILE, subject=f"<b>{'Y' * 120}</b> עברית {{{{ 7*7 }}}}"
    )
    sign_in_as(screen, officer)
    sound(screen, case, axe)
    screen.goto(f"/requests/{case.id}")
    expect(screen.get_by_text("<script>alert(1)</script>").first).to_be_visible()


def address(case: Case) -> str:
    """The request's address, read before the session is committed: reading it later would hold the lock."""
    return f"/requests/{case.id}"


def fill(page: Page, words: str) -> None:
    """The part of the form that is always there."""
    page.get_by_label("Phone", exact=True).check()
    page.get_by_label("With whom?").fill("Robin Ash")
    page.get_by_label("What was said?").fill(words)


def test_the_form_opens_only_what_is_asked(
    screen: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn, axe: Axe
) -> None:
    path = address(confirmed_case(desk, authority)[0])
    sign_in_as(screen, officer)
    screen.goto(f"{path}/correspondence#record")
    need = screen.get_by_text("Could we have answered without knowing?")
    expect(need).to_be_hidden()
    screen.get_by_label("We asked what they mean").check()
    expect(need).to_be_visible()
    sound_at_both_widths(screen, axe)
    fill(screen, "Which year do you mean?")
    follow(screen.get_by_role("button", name="Record it"))
    expect(screen.get_by_role("alert")).to_contain_text("Choose whether we could have answered")
    sound_at_both_widths(screen, axe)
    screen.get_by_label("No: we could not tell what to look for").check()
    follow(screen.get_by_role("button", name="Record it"))
    expect(screen.get_by_text("The whole request: the days stop until they tell us")).to_be_visible()
    expect(screen.locator(".app-due--not_running")).to_contain_text("Waiting for the requester")


def test_without_javascript_the_same_form_does_the_same(
    plain_page: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn
) -> None:
    path = address(confirmed_case(desk, authority)[0])
    page = sign_in_as(plain_page, officer)
    page.goto(f"{path}/correspondence")
    page.get_by_label("We asked what they mean").check()
    page.get_by_label("No: we could not tell what to look for").check()
    page.get_by_role("group", name="Which questions did we ask about?").get_by_label("2.").check()
    fill(page, "Which year do you mean?")
    follow(page.get_by_role("button", name="Record it"))
    expect(page.get_by_text("Question 2: the days stop until they tell us")).to_be_visible()


def test_a_long_turn_and_an_entry_of_the_history_unfold(
    page: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn, axe: Axe
) -> None:
    case = a_case_in_the_middle(desk, authority)
    sign_in_as(page, officer)
    page.goto(f"/requests/{case.id}/correspondence")
    page.get_by_text("All the words").click()
    axe(page)
    page.goto(f"/requests/{case.id}/history")
    page.get_by_text("Details").first.click()
    expect(page.get_by_text("All of 2025.")).to_be_visible()
    axe(page)


def test_errors_of_the_rarer_acts_please_axe(
    screen: Page,
    desk: Desk,
    session: Session,
    authority: Authority,
    officer: User,
    sign_in_as: SignIn,
    axe: Axe,
) -> None:
    person(session, "Kit Officer", authority)
    path = address(confirmed_case(desk, authority)[0])
    sign_in_as(screen, officer)
    for act, button in (("officer", "Hand over"), ("withdrawn", "Record that they withdrew it")):
        screen.goto(f"{path}/{act}")
        follow(screen.get_by_role("button", name=button))
        expect(screen.get_by_role("alert")).to_be_visible()
        sound_at_both_widths(screen, axe)
    screen.goto(f"{path}/details")
    screen.get_by_label("Subject").fill("")
    follow(screen.get_by_role("button", name="Save"))
    expect(screen.get_by_role("alert")).to_contain_text("Enter a subject")
    sound_at_both_widths(screen, axe)


def test_what_was_not_valid_is_taken_as_the_request_that_it_is(
    screen: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn, axe: Axe
) -> None:
    path = address(make_case(desk, authority, triage="no_name", requester_name=""))
    sign_in_as(screen, officer)
    screen.goto(path)
    screen.get_by_role("main").get_by_role("link", name="It is a valid request after all").first.click()
    came = screen.get_by_role("group", name="When did it come?")
    expect(came).to_be_hidden()
    screen.get_by_label("What was missing has come").check()
    expect(came).to_be_visible()
    follow(screen.get_by_role("button", name="Record that it is valid"))
    expect(screen.get_by_role("alert")).to_contain_text("Enter the day it came")
    expect(came).to_be_visible()
    sound_at_both_widths(screen, axe)
    screen.get_by_label("It was valid from the start").check()
    screen.get_by_label("What did they send, or why was it valid?").fill("Their name stood in the signature.")
    follow(screen.get_by_role("button", name="Record that it is valid"))
    expect(screen.get_by_text("The request is valid. It is due on")).to_be_visible()
