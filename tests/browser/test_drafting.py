"""Letters in Chromium: every page of the room in every state, and the whole way from begun to sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session, object_session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letters import LetterPlan, start_letter
from foi_tracker.models import Authority, Case, Letter, User
from tests.browser.chromium import follow, sound, sound_at_both_widths
from tests.factories.cases import case, confirmed_case
from tests.factories.sent_letters import answer_all, issued, respond

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], Page]


@pytest.fixture
def screen(phone: Page, officer: User, sign_in_as: SignIn) -> Page:
    """The officer's phone, whose pages are looked at as wide as a desktop's too."""
    return sign_in_as(phone, officer)


@pytest.fixture
def answered(session: Session, desk: Desk, authority: Authority) -> Case:
    made, _ = confirmed_case(desk, authority)
    answer_all(desk, made)
    session.commit()
    return made


def _at(made: Case, letter: Letter | None = None, act: str = "") -> str:
    path = f"/requests/{made.id}/letters" + (f"/{letter.id}{act}" if letter else "")
    session = object_session(made)
    assert session is not None
    session.commit()  # reading the ids began a transaction, and SQLite has one writer
    return path


def test_a_draft_with_findings(
    session: Session, desk: Desk, authority: Authority, screen: Page, axe: Axe
) -> None:
    made, _ = confirmed_case(desk, authority)
    letter = start_letter(desk, made, LetterPlan("response"))
    session.commit()
    screen.goto(_at(made, letter))
    expect(screen.get_by_text("It cannot be issued yet.")).to_be_visible()
    expect(screen.get_by_role("button", name="Issue the letter")).to_have_count(0)
    sound_at_both_widths(screen, axe)
    for path in (_at(made), _at(made, letter, "/plan"), _at(made).replace("letters", "opening")):
        screen.goto(path)
        sound_at_both_widths(screen, axe)


def test_a_clarification_and_its_plan_with_an_error(
    session: Session, desk: Desk, answered: Case, screen: Page, axe: Axe
) -> None:
    screen.goto(_at(answered))
    screen.get_by_label("A question to them").check()
    follow(screen.get_by_role("button", name="Begin the letter"))
    follow(screen.get_by_role("button", name="Save"))
    expect(screen.get_by_role("link", name="Write what you need to know")).to_be_visible()
    sound_at_both_widths(screen, axe)
    screen.get_by_label("What do you need to know?").fill("Which year do you mean?")
    follow(screen.get_by_role("button", name="Save"))
    expect(screen.frame_locator("iframe").get_by_text("Which year do you mean?")).to_be_visible()
    sound_at_both_widths(screen, axe)


def test_an_address_at_the_foot_is_told_apart_as_on_paper(
    session: Session, desk: Desk, authority: Authority, screen: Page
) -> None:
    authority.letterhead_at_foot = True
    made, _ = confirmed_case(desk, authority)
    letter = start_letter(desk, made, LetterPlan("response"))
    session.commit()
    screen.goto(_at(made, letter))
    expect(screen.frame_locator("iframe").locator(".sender")).to_be_visible()
    lines = screen.frame_locator("iframe").locator(".sender span")
    after = lines.evaluate_all("found => found.map(each => getComputedStyle(each, '::after').content)")
    assert len(after) > 1
    assert after == ['" · "'] * (len(after) - 1) + ["none"]


def test_the_largest_print_is_no_wider_than_a_phone(
    session: Session, desk: Desk, authority: Authority, screen: Page
) -> None:
    authority.large_print_for_all, authority.large_print_size = True, 24
    made, _ = confirmed_case(desk, authority)
    letter = start_letter(desk, made, LetterPlan("response"))
    session.commit()
    screen.goto(_at(made, letter))
    paper = screen.frame_locator("iframe").locator("html")
    expect(paper.locator(".large")).to_be_visible()
    assert paper.evaluate("page => page.scrollWidth <= page.clientWidth")


def test_nothing_chosen_is_said_at_the_choice(answered: Case, screen: Page, axe: Axe) -> None:
    screen.goto(_at(answered))
    follow(screen.get_by_role("button", name="Begin the letter"))
    expect(screen.get_by_role("link", name="Choose a letter")).to_be_visible()
    sound_at_both_widths(screen, axe)


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_from_begun_to_sent_with_and_without_javascript(
    kind: str,
    request: pytest.FixtureRequest,
    officer: User,
    sign_in_as: SignIn,
    answered: Case,
    axe: Axe,
    tmp_path: Path,
) -> None:
    page: Page = sign_in_as(request.getfixturevalue(kind), officer)
    scripted = kind == "page"
    page.goto(_at(answered))
    follow(page.get_by_role("button", name="Write the answer"))
    follow(page.get_by_role("button", name="Issue the letter"))
    expect(page.get_by_text("The letter is issued.")).to_be_visible()
    if scripted:
        sound(page, axe)
    with page.expect_download() as started:
        page.get_by_role("link", name="Download the letter (PDF)").click()
    target = tmp_path / "letter.pdf"
    started.value.save_as(target)
    assert target.read_bytes().startswith(b"%PDF")

    page.get_by_label("Day").fill("31")
    page.get_by_label("Month").fill("2")
    follow(page.get_by_role("button", name="Record that it was sent"))
    expect(page.get_by_text("There is a problem")).to_be_visible()
    if scripted:
        sound(page, axe)
    page.get_by_label("Day").fill("4")
    follow(page.get_by_role("button", name="Record that it was sent"))
    expect(page.get_by_text("Recorded that the letter was sent.")).to_be_visible()


def test_a_letter_that_was_sent_and_its_correction(
    session: Session, desk: Desk, answered: Case, screen: Page, axe: Axe
) -> None:
    letter = respond(desk, answered)
    session.commit()
    screen.goto(_at(answered, letter))
    screen.get_by_text("The words, for an email or a website").click()
    sound_at_both_widths(screen, axe)
    screen.goto(_at(answered))
    sound_at_both_widths(screen, axe)
    follow(screen.get_by_role("button", name="Correct it with a new letter"))
    expect(screen.get_by_label("What was wrong, and what is right?")).to_be_visible()
    sound_at_both_widths(screen, axe)


def test_a_letter_issued_and_not_sent(
    session: Session, desk: Desk, answered: Case, screen: Page, axe: Axe
) -> None:
    letter = issued(desk, answered)
    session.commit()
    screen.goto(_at(answered, letter))
    expect(screen.get_by_role("button", name="Record that it was sent")).to_be_visible()
    sound_at_both_widths(screen, axe)


def test_what_is_not_valid_has_one_letter(
    session: Session, desk: Desk, authority: Authority, screen: Page, axe: Axe
) -> None:
    made = case(desk, authority, triage="no_name")
    session.commit()
    screen.goto(_at(made))
    expect(screen.get_by_role("button", name="Begin the letter")).to_have_count(0)
    sound_at_both_widths(screen, axe)
