"""What is typed and not saved comes back to whoever typed it, where they typed it, and over nobody's work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.cost import EstimateDraft, keep_estimate
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.grounds import GroundDraft, keep_ground, unshare_ground
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.law.notices.facts import CostRowFacts
from foi_tracker.models import Authority, User
from foi_tracker.store.cases import get_case
from tests.browser.chromium import follow, sound
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case, confirmed_case
from tests.factories.people import person

SignIn = Callable[[Page, User], Page]
IS_BACK = "What you had typed here and not saved is back."
CHANGED = "This page was changed after you typed this"


def settings(of: Authority, session: Session) -> str:
    path = f"/authorities/{of.id}/settings"
    session.commit()  # reading it began a transaction, and SQLite has one writer
    return path


@pytest.fixture
def administrator(session: Session, authority: Authority) -> User:
    return person(session, "Ali Administrator", authority, role="administrator")


def test_the_draft_of_one_authority_is_never_put_into_another(
    session: Session, authority: Authority, page: Page, sign_in_as: SignIn
) -> None:
    other = make_authority(session, "southvale-police")
    both = person(session, "Ali Administrator", authority, other, role="administrator")
    here, there = settings(authority, session), settings(other, session)
    sign_in_as(page, both).goto(here)
    page.get_by_role("textbox", name="Team").fill("Records and Requests")
    page.goto(there)
    expect(page.get_by_role("textbox", name="Team")).to_have_value("Information Rights")
    expect(page.get_by_text(IS_BACK)).to_have_count(0)
    page.goto(here)
    expect(page.get_by_text(IS_BACK)).to_be_visible()
    expect(page.get_by_role("textbox", name="Team")).to_have_value("Records and Requests")
    letter = page.frame_locator("#settings-letter")
    expect(letter.get_by_text("Records and Requests")).to_be_visible()  # it is told of what came back
    follow(page.get_by_role("link", name="Leave them as they were"))
    page.goto(here)
    expect(page.get_by_role("textbox", name="Team")).to_have_value("Information Rights")
    expect(page.get_by_text(IS_BACK)).to_have_count(0)


def test_the_opening_words_of_one_request_are_not_put_into_another(
    desk: Desk, session: Session, authority: Authority, officer: User, page: Page, sign_in_as: SignIn
) -> None:
    cases = [case(desk, authority, words=f"How many {each} are there?") for each in ("benches", "trees")]
    first, second = [f"/requests/{each.id}/opening" for each in cases]
    session.commit()
    sign_in_as(page, officer).goto(first)
    words = page.get_by_label("What should the letter say once")
    words.fill("We counted the benches.")
    page.goto(second)
    expect(words).to_have_value("")
    page.goto(first)
    expect(words).to_have_value("We counted the benches.")
    follow(page.get_by_role("button", name="Save"))
    page.goto(first)
    expect(page.get_by_text(IS_BACK)).to_have_count(0)


def test_what_a_colleague_saved_stays_and_nothing_typed_is_lost(
    session: Session,
    authority: Authority,
    administrator: User,
    page: Page,
    sign_in_as: SignIn,
    axe: Callable[[Page], None],
) -> None:
    path = settings(authority, session)
    sign_in_as(page, administrator).goto(path)
    page.get_by_role("textbox", name="Team").fill("Mine")
    page.get_by_role("textbox", name="Telephone").fill("01632 960 111")
    page.get_by_label("One after another").check()
    authority.team, authority.website, authority.version = "Theirs", "https://theirs.example.org", 2
    session.commit()
    follow(page.get_by_role("button", name="Save the settings"))
    expect(page.get_by_role("heading", name="Somebody saved this before you")).to_be_visible()
    follow(page.get_by_role("link", name="Open it as it is now"))
    for _ in range(2):  # and once more, when the page is left and opened again
        expect(page.get_by_role("textbox", name="Team")).to_have_value("Theirs")
        expect(page.get_by_role("textbox", name="Website")).to_have_value("https://theirs.example.org")
        expect(page.get_by_role("textbox", name="Telephone")).to_have_value("01632 960 111")
        expect(page.get_by_label("One after another")).to_be_checked()
        told = page.get_by_role("status").filter(has_text=CHANGED)
        expect(told.get_by_role("definition")).to_have_text("Mine")
        page.goto("/authorities")
        page.goto(path)
    sound(page, axe)
    follow(page.get_by_role("button", name="Save the settings"))
    expect(page.get_by_text("The settings are saved.")).to_be_visible()
    expect(page.get_by_text(CHANGED)).to_have_count(0)
    session.expire_all()
    assert (authority.team, authority.telephone) == ("Theirs", "01632 960 111")
    assert (authority.website, authority.layout) == ("https://theirs.example.org", "interleaved")


def test_what_was_sent_and_refused_is_still_a_change_of_what_was_there(
    session: Session, authority: Authority, administrator: User, page: Page, sign_in_as: SignIn
) -> None:
    path = settings(authority, session)
    sign_in_as(page, administrator).goto(path)
    page.get_by_role("textbox", name="Team").fill("Mine")
    page.get_by_role("textbox", name="Colour").fill("red")
    follow(page.get_by_role("button", name="Save the settings"))
    expect(page.get_by_text("There is a problem")).to_be_visible()
    page.get_by_role("textbox", name="Telephone").fill("01632 960 111")
    authority.telephone, authority.version = "01632 960 222", 2
    session.commit()
    page.goto(path)
    expect(page.get_by_role("textbox", name="Team")).to_have_value("Mine")
    expect(page.get_by_role("textbox", name="Colour")).to_have_value("red")
    expect(page.get_by_role("textbox", name="Telephone")).to_have_value("01632 960 222")
    told = page.get_by_role("status").filter(has_text=CHANGED)
    expect(told.get_by_role("definition")).to_have_text("01632 960 111")


def test_nobody_else_who_signs_in_here_finds_it(
    desk: Desk, session: Session, authority: Authority, officer: User, page: Page, sign_in_as: SignIn
) -> None:
    made = case(desk, authority)
    second = person(session, "Second Officer", authority)
    path = f"/requests/{made.id}/opening"
    session.commit()
    sign_in_as(page, officer).goto(path)
    page.get_by_label("What should the letter say once").fill("Said in confidence.")
    sign_in_as(page, second).goto(path)
    expect(page.get_by_label("What should the letter say once")).to_have_value("")
    assert page.evaluate("sessionStorage.length") == 0


def test_a_refusal_elsewhere_does_not_let_a_draft_be_taken_for_saved(
    desk: Desk, session: Session, authority: Authority, officer: User, page: Page, sign_in_as: SignIn
) -> None:
    made = case(desk, authority)
    path = f"/requests/{made.id}/opening"
    session.commit()
    sign_in_as(page, officer).goto(path)
    page.get_by_label("What should the letter say once").fill("Mine.")
    made.late_reason, made.version = "Theirs.", made.version + 1
    session.commit()
    follow(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("heading", name="Somebody saved this before you")).to_be_visible()
    page.goto("/sign-in")  # answers with a redirect, as a form that was saved would
    page.goto(path)
    expect(page.get_by_label("What should the letter say once")).to_have_value("Mine.")
    expect(page.get_by_label("Why is the answer late?")).to_have_value("Theirs.")


def test_what_was_typed_in_a_row_of_an_estimate_goes_into_no_other_row(
    desk: Desk, session: Session, authority: Authority, officer: User, page: Page, sign_in_as: SignIn
) -> None:
    made, _ = confirmed_case(desk, authority)
    tapes, logs, files = [CostRowFacts("locate", what, 100, 2.0) for what in ("tapes", "logs", "files")]
    keep_estimate(desk, made, EstimateDraft([tapes, logs, files]), 0)
    path = f"/requests/{made.id}/cost"
    session.commit()
    sign_in_as(page, officer).goto(path)
    page.get_by_label("People").nth(0).fill("4")
    page.get_by_label("People").nth(1).fill("3")
    page.get_by_label("Minutes each").nth(2).fill("7")
    made = get_case(session, desk.scope, made.id)
    keep_estimate(desk, made, EstimateDraft([logs, files]), 1)  # a colleague takes the tapes off
    session.commit()
    for _ in range(2):
        page.goto(path)
        rows = page.locator("[data-cost-row]")
        expect(rows).to_have_count(2)
        for place, (what, people, minutes) in enumerate((("logs", "3", "2"), ("files", "1", "7"))):
            row = rows.nth(place)
            expect(row.get_by_label("To what records")).to_have_value(what)
            expect(row.get_by_label("People")).to_have_value(people)
            expect(row.get_by_label("Minutes each")).to_have_value(minutes)
        told = page.get_by_role("status").filter(has_text=CHANGED)
        expect(told.get_by_role("term")).to_have_text("Row 1: People")
        expect(told.get_by_role("definition")).to_have_text("4")


def test_a_row_that_is_taken_off_does_not_come_back_in_the_place_of_the_next(
    desk: Desk, session: Session, authority: Authority, officer: User, page: Page, sign_in_as: SignIn
) -> None:
    made, _ = confirmed_case(desk, authority)
    rows = [CostRowFacts("locate", what, 100, 2.0) for what in ("tapes", "logs")]
    keep_estimate(desk, made, EstimateDraft(rows), 0)
    path = f"/requests/{made.id}/cost"
    session.commit()
    sign_in_as(page, officer).goto(path)
    follow(page.get_by_role("button", name="Remove row 1"))
    page.goto(path)  # without having saved
    expect(page.get_by_label("To what records").nth(0)).to_have_value("tapes")
    expect(page.get_by_label("To what records").nth(1)).to_have_value("logs")


def test_what_was_typed_for_a_ground_stays_with_it_when_a_colleague_takes_another_off(
    desk: Desk, session: Session, authority: Authority, officer: User, page: Page, sign_in_as: SignIn
) -> None:
    made, (question, _) = confirmed_case(desk, authority)
    answer_question(desk, made, question, AnswerGiven("withheld"), question.version)
    crime, supplier, staff = [
        keep_ground(desk, made, GroundDraft(code, words={"harm": "Theirs."}), {question.id})
        for code in ("s.31(1)(a)", "s.31(1)(b)", "s.27(1)")
    ]
    path = f"/requests/{made.id}/questions/{question.id}"
    session.commit()
    sign_in_as(page, officer).goto(path)
    cards = page.locator("fieldset.app-ground")
    harm = page.get_by_label("What harm would releasing it do?")
    for place, words in enumerate(("Of crime.", "Of a supplier.", "Of the staff.")):
        harm.nth(place).fill(words)
    made = get_case(session, desk.scope, made.id)
    unshare_ground(desk, made, crime, question)
    session.commit()
    page.goto(path)
    expect(cards).to_have_count(2)
    expect(cards.nth(0).get_by_role("combobox")).to_have_value(supplier.code)
    expect(harm.nth(0)).to_have_value("Of a supplier.")
    expect(cards.nth(1).get_by_role("combobox")).to_have_value(staff.code)
    expect(harm.nth(1)).to_have_value("Of the staff.")
    told = page.get_by_role("status").filter(has_text=CHANGED)
    expect(told.get_by_role("definition")).to_have_text("Of crime.")
