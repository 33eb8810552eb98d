"""Rest an answer on exemptions in Chromium: with and without JavaScript, on a desktop and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.law.exemptions import NCND
from foi_tracker.models import Authority, Ground, QuestionGround, User
from tests.browser.chromium import follow, sound_at_both_widths
from tests.browser.grounds import Relied, cards, press, rely_on
from tests.factories.cases import confirmed_case

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], Page]
CRIME = Relied(
    "s.31(1)(a)",
    words={
        "harm": "Thieves would learn where nobody looks.",
        "cause": "They compare the list with the map.",
        "likelihood": "likely",
        "pi_for": "People may judge where we look.",
        "pi_against": "They would lose what they own.",
        "pi_conclusion": "To withhold it is the stronger.",
        "part": "The list of streets",
    },
)
PEOPLE = Relied(
    "s.40(2)",
    "40(3A)(a)",
    words={
        "principle": "a",
        "interest": "To know who decided.",
        "necessity": "The role is enough.",
        "balance": "They would not expect it.",
    },
)
SUPPLIER = Relied("s.43(2)", words={"whose": "theirs", "views": "Rivals would undercut us."})
OPINION = Relied(
    "s.36(2)(c)",
    words={"qp_role": "The chief constable", "qp_on": "2026-02-02", "harm": "Nobody would speak."},
)
DENIED = Relied("s.23(1)", purpose=NCND, words={"reason": "A yes or a no would tell."})


@pytest.fixture
def paths(desk: Desk, authority: Authority, session: Session) -> list[str]:
    """The addresses of a request's two questions."""
    case, questions = confirmed_case(desk, authority)
    found = [f"/requests/{case.id}/questions/{question.id}" for question in questions]
    session.commit()
    return found


def kept(session: Session, path: str) -> list[tuple[str, str, dict[str, str]]]:
    """The grounds that the question of this page rests on, as the application has saved them."""
    resting = select(Ground).join(QuestionGround, QuestionGround.ground_id == Ground.id)
    number = int(path.rpartition("/")[2])
    grounds = session.scalars(resting.where(QuestionGround.question_id == number).order_by(Ground.id)).all()
    found = [(ground.code, ground.limb, dict(ground.words)) for ground in grounds]
    session.expunge_all()
    session.rollback()  # a transaction left open here would keep the application waiting
    return found


def choose(page: Page, outcome: str, *, scripted: bool = True) -> None:
    page.get_by_role("radio", name=outcome, exact=True).check()
    if scripted:
        expect(page.locator("#grounds[aria-busy]")).to_have_count(0)
    else:
        follow(page.locator(".app-answer > .app-without-script").get_by_role("button"))


def save(page: Page) -> None:
    follow(page.get_by_role("button", name="Save and next question"))
    expect(page.get_by_text("Question 1 is saved.")).to_be_visible()


def test_every_state_of_the_grounds_is_accessible(
    phone: Page, sign_in_as: SignIn, officer: User, paths: list[str], axe: Axe
) -> None:
    page = sign_in_as(phone, officer)
    page.goto(paths[0])
    choose(page, "Held, withheld")
    sound_at_both_widths(page, axe)
    rely_on(page, OPINION)
    rely_on(page, PEOPLE, 1)
    sound_at_both_widths(page, axe)
    press(page, "Take this ground off")
    rely_on(page, SUPPLIER, 1)
    press(page, "Add another ground")
    cards(page).nth(2).get_by_role("combobox").select_option("s.35(1)(a)")
    follow(page.get_by_role("button", name="Save and next question"))
    expect(page.get_by_role("link", name="Only a government department")).to_be_visible()
    sound_at_both_widths(page, axe)
    page.get_by_role("link", name="Only a government department").click()
    expect(cards(page).nth(2).get_by_role("combobox")).to_be_focused()
    choose(page, "Neither confirmed nor denied")
    rely_on(page, DENIED)
    sound_at_both_widths(page, axe)


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_grounds_are_written_and_shared_with_javascript_and_without(
    kind: str,
    request: pytest.FixtureRequest,
    sign_in_as: SignIn,
    officer: User,
    session: Session,
    paths: list[str],
) -> None:
    page, scripted = sign_in_as(request.getfixturevalue(kind), officer), kind == "page"
    page.goto(paths[0])
    choose(page, "Held, withheld", scripted=scripted)
    rely_on(page, CRIME, scripted=scripted)
    rely_on(page, PEOPLE, 1, scripted=scripted)
    save(page)
    first = kept(session, paths[0])
    assert first == [(each.code, each.limb, dict(each.words)) for each in (CRIME, PEOPLE)]

    choose(page, "Held, withheld", scripted=scripted)
    press(page, "Use the reasons already written for question 1 (section 31(1)(a))", scripted=scripted)
    expect(page.get_by_text("Question 1 rests on it too.")).to_be_visible()
    rely_on(page, DENIED, 1, scripted=scripted, beside=True)
    follow(page.get_by_role("button", name="Save and come back later"))
    expect(page.get_by_text("2 of 2 answered")).to_be_visible()
    assert kept(session, paths[1]) == [first[0], (DENIED.code, "", dict(DENIED.words))]


def test_the_letter_shows_the_reasons_as_they_are_typed(
    page: Page, sign_in_as: SignIn, officer: User, paths: list[str]
) -> None:
    sign_in_as(page, officer).goto(paths[0])
    choose(page, "Held, withheld")
    preview = page.get_by_role("region", name="In the letter")
    expect(preview.locator(".app-gap")).to_have_text("Still needed: which exemption or exception")
    rely_on(page, CRIME)
    expect(preview).to_contain_text("Thieves would learn where nobody looks.")
    expect(preview.locator(".app-gap")).to_have_count(0)


def test_what_was_typed_for_grounds_comes_back_when_the_page_is_left(
    page: Page, sign_in_as: SignIn, officer: User, paths: list[str]
) -> None:
    sign_in_as(page, officer).goto(paths[0])
    choose(page, "Held, withheld")
    rely_on(page, CRIME)
    rely_on(page, PEOPLE, 1)
    page.wait_for_function(
        "() => Object.values(sessionStorage).some((kept) => kept.includes('They would not expect it.'))"
    )
    page.goto(paths[1])
    page.goto(paths[0])
    expect(page.get_by_text("What you had typed here and not saved is back.")).to_be_visible()
    expect(cards(page)).to_have_count(2)
    expect(cards(page).nth(0).get_by_label("What harm would releasing it do?")).to_have_value(
        CRIME.words["harm"]
    )
    expect(cards(page).nth(1).locator('input[value="40(3A)(a)"]')).to_be_checked()
    expect(cards(page).nth(1).get_by_label("Is releasing it needed for that?")).to_have_value(
        PEOPLE.words["necessity"]
    )


def test_what_was_typed_to_neither_confirm_nor_deny_comes_back_as_that(
    page: Page, sign_in_as: SignIn, officer: User, paths: list[str]
) -> None:
    sign_in_as(page, officer).goto(paths[0])
    choose(page, "Neither confirmed nor denied")
    rely_on(page, DENIED)
    page.goto(paths[1])
    page.goto(paths[0])
    expect(cards(page)).to_have_count(1)
    expect(cards(page).get_by_role("combobox")).to_have_value(DENIED.code)
    reason = cards(page).locator("textarea").first
    expect(reason).to_have_value(DENIED.words["reason"])


def test_typing_goes_on_while_the_questions_are_drawn_afresh(
    page: Page, sign_in_as: SignIn, officer: User, paths: list[str]
) -> None:
    sign_in_as(page, officer).goto(paths[0])
    choose(page, "Held, withheld")
    rely_on(page, CRIME)
    harm = page.get_by_label("What harm would releasing it do?")
    page.route("**/grounds", lambda route: (harm.fill("Typed meanwhile."), route.continue_()))
    page.get_by_role("radio", name="It would: more likely than not", exact=True).check()
    expect(page.locator("#grounds[aria-busy]")).to_have_count(0)
    expect(harm).to_have_value("Typed meanwhile.")
