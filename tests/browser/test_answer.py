"""Answer a question in Chromium, with and without JavaScript, on a desktop and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask_security.utils import hash_password
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.attachments import Upload, attach
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.law.outcomes import OUTCOMES, SAME_AS, SAME_AS_LABEL
from foi_tracker.models import Authority, Question, User
from foi_tracker.web.questions.answer_fields import OPENS, boxes_of
from tests.browser.chromium import (
    Site,
    at_both_widths,
    follow,
    no_wider_than_the_screen,
    sound,
    sound_at_both_widths,
)
from tests.factories import cases, files, people

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], Page]
PASSWORD = "correct horse battery staple"
TABLE = "By area:\n\nArea\tComplaints\nNorth\t1,200\nSouth\t2,900\nTotal\t4,100"


@pytest.fixture
def paths(desk: Desk, authority: Authority, session: Session) -> list[str]:
    """The addresses of a request's two questions."""
    case, questions = cases.confirmed_case(desk, authority)
    found = [f"/requests/{case.id}/questions/{question.id}" for question in questions]
    session.commit()
    return found


def kept(session: Session, path: str) -> Question:
    """The question of this page, as the application has saved it."""
    question = session.get_one(Question, int(path.rpartition("/")[2]), populate_existing=True)
    session.expunge(question)
    session.rollback()  # a transaction left open here would keep the application waiting
    return question


def choose(page: Page, code: str) -> None:
    label = SAME_AS_LABEL if code == SAME_AS else OUTCOMES[code].label
    page.get_by_label(label, exact=True).check()


def in_the_letter(page: Page) -> str:
    """The words of the preview."""
    return page.get_by_role("region", name="In the letter").inner_text().replace("\xa0", " ")


def test_each_outcome_opens_what_it_asks_and_every_state_is_accessible(
    phone: Page, sign_in_as: SignIn, officer: User, paths: list[str], axe: Axe
) -> None:
    page = sign_in_as(phone, officer)
    page.goto(paths[0])
    sound_at_both_widths(page, axe)
    for _ in at_both_widths(page):
        for code, words in OPENS.items():
            choose(page, code)
            expect(page.locator(".app-reveal__heading:visible")).to_have_text([words.heading])
            asked = [box.asks.label for box in boxes_of(code)]
            asked += ["Whose answer does it take?"] if code == SAME_AS else []
            for label in asked:
                expect(page.get_by_text(label, exact=True).locator("visible=true")).to_have_count(1)
            sound(page, axe)


def test_the_letter_is_shown_as_it_is_typed_and_kept_when_saved(
    page: Page, sign_in_as: SignIn, officer: User, session: Session, paths: list[str]
) -> None:
    sign_in_as(page, officer).goto(paths[0])
    expect(page.get_by_role("button", name="Show what it needs")).to_be_hidden()
    choose(page, "disclosed")
    expect(page.locator(".app-gap")).to_have_text("Still needed: the answer")
    said = page.locator("#preview-says")  # to who does not see the letter, which is not read out
    expect(said).to_have_text("Still needed: the answer.")
    page.get_by_label("What is the answer?").fill(TABLE)
    expect(page.locator("#preview tr.total")).to_have_text("Total4,100")
    expect(said).to_have_text("The letter shows your change.")
    expect(page.locator("[aria-live]")).to_have_count(0)
    assert "Still needed" not in in_the_letter(page)
    follow(page.get_by_role("button", name="Save and next question"))
    expect(page.get_by_text("Question 1 is saved.")).to_be_visible()
    assert paths[1] in page.url
    assert kept(session, paths[0]).answer == TABLE


def test_without_javascript_buttons_do_the_same(
    plain_page: Page, sign_in_as: SignIn, officer: User, session: Session, paths: list[str]
) -> None:
    page = sign_in_as(plain_page, officer)
    page.goto(paths[0])
    choose(page, "disclosed")
    follow(page.get_by_role("button", name="Show what it needs"))
    page.get_by_label("What is the answer?").fill(TABLE)
    choose(page, "withheld")
    follow(page.get_by_role("button", name="Show what it needs"))
    expect(page.get_by_label("What is the answer?")).to_be_hidden()
    page.get_by_label("Which exemption?").select_option("s.31(1)(a)")
    follow(page.get_by_role("button", name="Show it as it stands"))
    assert "section 31(1)(a) of the Act" in in_the_letter(page)
    assert "4,100" not in in_the_letter(page)
    choose(page, "disclosed")
    follow(page.get_by_role("button", name="Show what it needs"))
    expect(page.get_by_label("What is the answer?")).to_have_value(TABLE)
    follow(page.get_by_role("button", name="Save and next question"))
    expect(page.get_by_text("Question 1 is saved.")).to_be_visible()
    assert kept(session, paths[0]).answer == TABLE


def test_an_error_leads_to_its_field_and_keeps_what_was_typed(
    phone: Page, sign_in_as: SignIn, officer: User, paths: list[str], axe: Axe
) -> None:
    page = sign_in_as(phone, officer)
    page.goto(paths[0])
    choose(page, "own_data")
    for box, typed in (("Day", "31"), ("Month", "2"), ("Year", "2026")):
        page.get_by_label(box).filter(visible=True).fill(typed)
    page.get_by_label("Anything to add in the letter?").fill("They will write to you.")
    follow(page.get_by_role("button", name="Save and next question"))
    expect(page).to_have_title(
        "Error: Question 1 of 2: How many complaints about noise were recorded? – FOI Tracker"
    )
    sound_at_both_widths(page, axe)
    page.locator(".govuk-error-summary").get_by_role("link").click()
    expect(page.get_by_label("Day").filter(visible=True)).to_be_focused()
    expect(page.get_by_label("Anything to add in the letter?")).to_have_value("They will write to you.")
    assert "Still needed: when the data protection team got it" in in_the_letter(page)


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_a_session_that_ended_loses_nothing(
    kind: str,
    request: pytest.FixtureRequest,
    site: Site,
    sign_in_as: SignIn,
    officer: User,
    session: Session,
    paths: list[str],
) -> None:
    with site.app.app_context():
        officer.password = hash_password(PASSWORD)
    page = sign_in_as(request.getfixturevalue(kind), officer)
    page.goto(paths[0])
    if kind == "plain_page":
        choose(page, "disclosed")
        follow(page.get_by_role("button", name="Show what it needs"))
    other = page.context.new_page()
    other.goto(paths[1])
    follow(other.get_by_role("button", name="Sign out").first)
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()

    choose(page, "disclosed")
    page.get_by_label("What is the answer?").fill(TABLE)
    follow(page.get_by_role("button", name="Save and next question"))
    page.get_by_label("Email address").fill(officer.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    session.rollback()
    follow(page.get_by_role("button", name="Sign in"))
    if kind == "plain_page":
        follow(page.get_by_role("button", name="Save what you typed"))
    expect(page.get_by_text("Question 1 is saved.")).to_be_visible()
    assert kept(session, paths[0]).answer == TABLE


def test_two_windows_lose_nothing_of_either(
    phone: Page,
    sign_in_as: SignIn,
    officer: User,
    session: Session,
    paths: list[str],
    axe: Axe,
) -> None:
    page = sign_in_as(phone, officer)
    page.goto(paths[0])
    other = page.context.new_page()
    other.goto(paths[0])
    for window, words in ((other, "Theirs"), (page, "Mine")):
        choose(window, "disclosed")
        window.get_by_label("What is the answer?").fill(words)
        follow(window.get_by_role("button", name="Save and next question"))
    expect(page.get_by_role("alert")).to_contain_text("Theirs")
    expect(page.get_by_label("What is the answer?")).to_have_value("Mine")
    sound_at_both_widths(page, axe)
    follow(page.get_by_role("button", name="Save and next question"))
    expect(page.get_by_text("Question 1 is saved.")).to_be_visible()
    assert kept(session, paths[0]).answer == "Mine"


def test_a_file_is_attached_by_one_person_and_looked_at_by_another(
    page: Page,
    phone: Page,
    sign_in_as: SignIn,
    officer: User,
    authority: Authority,
    session: Session,
    paths: list[str],
    tmp_path: Path,
    axe: Axe,
) -> None:
    approver = people.person(session, "Jo Approver", authority, role="approver")
    session.commit()
    workbook, table = tmp_path / "noise.xlsx", tmp_path / "noise.csv"
    workbook.write_bytes(files.workbook())
    table.write_bytes(files.CSV)

    sign_in_as(page, officer).goto(paths[0])
    choose(page, "disclosed")
    page.get_by_label("Attach a file").set_input_files(workbook)
    follow(page.get_by_role("button", name="Save and next question"))
    expect(page.get_by_role("link", name="Attach a PDF or a CSV file.")).to_be_visible()
    axe(page)
    page.get_by_label("Attach a file").set_input_files(table)
    follow(page.get_by_role("button", name="Save and next question"))
    expect(page.get_by_text("Question 1 is saved.")).to_be_visible()

    sign_in_as(phone, approver).goto(f"{paths[0].partition('/questions')[0]}/files")
    axe(phone)
    follow(phone.get_by_role("link", name="Take the second look"))
    axe(phone)
    no_wider_than_the_screen(phone)
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Open the file").click()
    assert download.value.suggested_filename == "noise.csv"
    phone.get_by_label("I have looked at all of it").check()
    follow(phone.get_by_role("button", name="Confirm: it may go"))
    expect(phone.get_by_text("Jo Approver has looked at all of it.")).to_be_visible()
    axe(phone)


def test_a_file_that_is_too_large_loses_nothing_that_was_typed_without_javascript(
    plain_page: Page, sign_in_as: SignIn, officer: User, session: Session, paths: list[str], tmp_path: Path
) -> None:
    large = tmp_path / "large.csv"
    large.write_bytes(b"a" * 26 * 1024 * 1024)
    page = sign_in_as(plain_page, officer)
    page.goto(paths[0])
    choose(page, "disclosed")
    follow(page.get_by_role("button", name="Show what it needs"))
    page.get_by_label("What is the answer?").fill("We hold 214.")
    page.get_by_label("Attach a file").set_input_files(large)
    follow(page.get_by_role("button", name="Save and next question"))
    expect(page.get_by_text("large.csv, 26 MB")).to_be_visible()
    expect(page.get_by_role("definition").filter(has_text="We hold 214.")).to_be_visible()
    follow(page.get_by_role("button", name="Send it without the file"))
    expect(page.get_by_text("Question 1 is saved.")).to_be_visible()
    assert kept(session, paths[0]).answer == "We hold 214."


def test_every_notice_of_the_page_is_accessible(
    page: Page,
    sign_in_as: SignIn,
    officer: User,
    desk: Desk,
    authority: Authority,
    session: Session,
    axe: Axe,
) -> None:
    case, (first, second) = cases.confirmed_case(desk, authority)
    answer_question(desk, case, first, AnswerGiven("withheld"), first.version)
    attach(desk, case, Upload("noise.csv", files.CSV, question_id=first.id))
    path, saved = f"/requests/{case.id}/questions/", first.id
    address = f"{path}{saved}"
    sign_in_as(page, officer).goto(f"{path}{second.id}?saved={saved}")
    axe(page)
    page.goto(f"{address}?saved={saved}")
    expect(
        page.get_by_text("These files go with the letter, but this answer does not mention them.")
    ).to_be_visible()
    expect(page.get_by_text("Still needed before the letter: which exemption or exception.")).to_be_visible()
    axe(page)
