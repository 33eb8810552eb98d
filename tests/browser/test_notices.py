"""The letters that are not the answer in Chromium: filled in, let pass, passed on; desktop and phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letters import LetterPlan, issue_letter, start_letter
from foi_tracker.casework.validity import Validity, make_valid
from foi_tracker.models import Authority, Case, User
from foi_tracker.store.cases import get_case
from foi_tracker.store.letters import letters_of
from tests.browser.chromium import follow, sound_at_both_widths
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case
from tests.factories.sent_letters import issued

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], Page]


@pytest.fixture
def screen(phone: Page, officer: User, sign_in_as: SignIn) -> Page:
    """The officer's phone, whose pages are looked at as wide as a desktop's too."""
    return sign_in_as(phone, officer)


@pytest.fixture
def made(session: Session, desk: Desk, authority: Authority) -> Case:
    case, _ = confirmed_case(desk, authority)
    make_authority(session, "northvale-council", kind="council")
    session.commit()
    return get_case(session, desk.scope, case.id)


def test_a_letter_is_filled_in_with_its_errors_and_its_preview(
    session: Session, made: Case, screen: Page, axe: Axe
) -> None:
    at = f"/requests/{made.id}/letters"
    session.commit()
    screen.goto(at)
    screen.get_by_text("Letters that cannot be begun now, and why").click()
    sound_at_both_widths(screen, axe)
    screen.get_by_label("Another body may hold it").check()
    follow(screen.get_by_role("button", name="Begin the letter"))
    follow(screen.get_by_role("button", name="Save"))
    expect(screen.get_by_role("link", name="Say which body may hold it")).to_be_visible()
    sound_at_both_widths(screen, axe)
    expect(screen.get_by_label("Day")).to_be_hidden()
    screen.get_by_label("They have agreed, and we pass it on").check()
    screen.get_by_label("Day").fill("3")
    screen.get_by_label("Month").fill("2")
    screen.get_by_label("Year").fill("2026")
    screen.get_by_label("Which body may hold it?").fill("Northvale Borough")
    screen.get_by_label("How can it be asked?").fill("foi@borough.example.org")
    screen.get_by_label("How do you know that you do not hold it?").fill("The borough does this work.")
    expect(screen.locator("#how-it-reads").get_by_text("You agreed on 3 February 2026")).to_be_visible()
    expect(screen.locator("#how-it-reads-says")).to_have_text("The letter shows your change.")
    expect(screen.locator("[aria-live]")).to_have_count(0)
    sound_at_both_widths(screen, axe)
    follow(screen.get_by_role("button", name="Save"))
    expect(screen.get_by_role("button", name="Issue the letter")).to_be_visible()


def test_without_javascript_the_preview_is_a_press_away(
    session: Session, desk: Desk, made: Case, plain_page: Page, officer: User, sign_in_as: SignIn
) -> None:
    made = get_case(session, desk.scope, made.id)
    letter = start_letter(desk, made, LetterPlan("holding"))
    session.commit()
    page = sign_in_as(plain_page, officer)
    page.goto(f"/requests/{made.id}/letters/{letter.id}/plan")
    session.commit()
    page.get_by_label("Why does it take longer?").fill("A provider is late")
    follow(page.get_by_role("button", name="Show how it reads"))
    expect(page.locator("#how-it-reads").get_by_text("A provider is late.")).to_be_visible()
    expect(page.get_by_label("Why does it take longer?")).to_have_value("A provider is late")


def test_a_finding_is_let_pass_and_taken_back(
    session: Session, desk: Desk, made: Case, screen: Page, axe: Axe
) -> None:
    made = get_case(session, desk.scope, made.id)
    letter = start_letter(desk, made, LetterPlan("response"))
    session.commit()
    at = f"/requests/{made.id}/letters/{letter.id}"
    session.commit()
    screen.goto(at)
    follow(screen.get_by_role("link", name="Let it pass, with a reason (finding 1)"))
    follow(screen.get_by_role("button", name="Let it pass"))
    expect(screen.get_by_role("link", name="Say why the letter may go as it is")).to_be_visible()
    sound_at_both_widths(screen, axe)
    screen.get_by_label("Why may the letter go as it is?").fill("They no longer want question 1.")
    follow(screen.get_by_role("button", name="Let it pass"))
    expect(screen.get_by_text("Let pass by Sam Officer:")).to_be_visible()
    sound_at_both_widths(screen, axe)
    follow(screen.get_by_role("button", name="Take this back"))
    expect(screen.get_by_text("Let pass by Sam Officer:")).to_have_count(0)


def test_a_request_is_passed_on(session: Session, made: Case, screen: Page, axe: Axe) -> None:
    at = f"/requests/{made.id}/letters"
    session.commit()
    screen.goto(at)
    follow(screen.get_by_role("link", name="Pass it on to another authority here"))
    follow(screen.get_by_role("button", name="Pass it on"))
    expect(screen.get_by_role("link", name="Enter the day they agreed")).to_be_visible()
    sound_at_both_widths(screen, axe)
    screen.get_by_label("Northvale Council").check()
    screen.get_by_label("2. How many of them led to a visit?").check()
    screen.get_by_label("How do you know that you do not hold it?").fill("The council makes the visits.")
    for label, value in (("Day", "3"), ("Month", "2"), ("Year", "2026")):
        screen.get_by_label(label).fill(value)
    screen.get_by_label("Phone").check()
    follow(screen.get_by_role("button", name="Pass it on"))
    expect(screen.get_by_text("it has its own reference and date there")).to_be_visible()
    expect(screen.frame_locator("iframe").get_by_text("Its reference is 001-26.")).to_be_visible()
    sound_at_both_widths(screen, axe)


def test_a_letter_is_kept_back(session: Session, desk: Desk, made: Case, screen: Page, axe: Axe) -> None:
    fee = {"basis": "disbursements", "amount": "12.50", "pays_for": "100 pages.", "how_to_pay": "By card."}
    of_case = f"/requests/{made.id}"
    way = f"{of_case}/letters/{issued(desk, made, 'fees_notice', said=fee).id}"
    session.commit()
    screen.goto(way)
    follow(screen.get_by_role("link", name="It is not to leave"))
    follow(screen.get_by_role("button", name="It is not to leave"))
    expect(screen.get_by_role("link", name="Say why it is not to leave")).to_be_visible()
    sound_at_both_widths(screen, axe)
    screen.get_by_label("Why is it not to leave?").fill("We found it without a charge.")
    follow(screen.get_by_role("button", name="It is not to leave"))
    expect(screen.get_by_text("We found it without a charge.")).to_be_visible()
    expect(screen.get_by_role("button", name="Record that it was sent")).to_have_count(0)
    sound_at_both_widths(screen, axe)
    for page, said in (("letters", "Kept back, never sent"), ("correspondence", "Letter kept back")):
        screen.goto(f"{of_case}/{page}")
        expect(screen.get_by_text(said)).to_be_visible()
        sound_at_both_widths(screen, axe)


def test_a_letter_that_calls_it_not_valid_stands_behind_a_warning(
    session: Session, desk: Desk, authority: Authority, screen: Page, axe: Axe
) -> None:
    """s.8: once it is valid, they may not be told that it is not."""
    case = make_case(desk, authority, triage="no_name", requester_name="")
    (letter,) = letters_of(session, case)
    issue_letter(desk, case, letter, letter.version)
    make_valid(desk, case, Validity("It was signed."))
    letters = f"/requests/{case.id}/letters"
    way = f"{letters}/{letter.id}"
    session.commit()
    screen.goto(way)
    expect(screen.get_by_text("Do not send this letter.")).to_be_visible()
    expect(screen.get_by_role("link", name="Download the letter (PDF)")).to_be_hidden()
    sound_at_both_widths(screen, axe)
    screen.get_by_text("It had left by then, or I need a copy").click()
    expect(screen.get_by_role("button", name="Record that it was sent")).to_be_visible()
    sound_at_both_widths(screen, axe)
    screen.goto(letters)
    expect(screen.get_by_text("Do not send a letter that says it is not.")).to_be_visible()
    sound_at_both_widths(screen, axe)
