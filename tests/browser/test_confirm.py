"""The confirm page in Chromium: a bad split is put right with the keyboard, or without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.questions import QuestionDraft, confirm_questions
from foi_tracker.models import Authority, Letter, LetterQuestion, Question, User
from tests.browser.bad_splits import BADLY_SPLIT, Split
from tests.browser.chromium import follow, sound_at_both_widths
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case
from tests.factories.sent_letters import answer_all

SignIn = Callable[[Page, User], Page]
Axe = Callable[[Page], None]

WORDS = """Dear Sir or Madam,

For the year 2025, please provide:

1. The name of the programme in your area
2. The number of people who joined, and the number of people who finished
3. The names of the organisations that referred people

Link to evaluation of the programme:

4. Who pays for it

Yours faithfully,
Robin Ash
"""


MOST_PRESSES = 3
IDLE = ".app-columns__main:not([aria-busy])"


@pytest.fixture
def path(desk: Desk, authority: Authority) -> str:
    """The confirm page of a request of four questions and a line that asks for something."""
    return f"/requests/{make_case(desk, authority, WORDS).id}/questions"


def confirmed(desk: Desk, authority: Authority, split: Split) -> str:
    """The confirm page of a case whose questions were kept as badly as they were split, if they were."""
    words = f"Dear Madam,\n\n{split.asked}\n\nYours faithfully,\nRobin Ash\n"
    made = make_case(desk, authority, words)
    drafts = []
    for number, text in split.drafts:
        start = words.index(text)
        drafts.append(QuestionDraft(text, number, span=(start, start + len(text))))
    if drafts:
        confirm_questions(desk, made, drafts, "", made.version)
    return f"/requests/{made.id}/questions"


def cards(page: Page) -> list[str]:
    rows = page.locator("#pairs > li[data-card]").all()
    return [f"{row.get_attribute('data-label')} {row.locator('[name=text]').input_value()}" for row in rows]


def flat(texts: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


def press(page: Page, *keys: str) -> None:
    """Each key, and what it does."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_selector(IDLE)


def change(page: Page, button: str, kind: str) -> None:
    """Press a button that changes the questions: in their place, or on the page that follows."""
    found = page.get_by_role("button", name=button)
    if kind == "plain_page":
        follow(found)
    else:
        found.click()
        page.wait_for_selector(IDLE)


@pytest.mark.parametrize("split", BADLY_SPLIT, ids=[split.name for split in BADLY_SPLIT])
def test_a_bad_split_is_put_right_in_three_presses_a_correction(
    split: Split, page: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn
) -> None:
    path = confirmed(desk, authority, split)
    sign_in_as(page, officer).goto(path)
    assert flat(cards(page)) != list(split.right) or "u" in split.keys
    presses_each = []
    before, pressed = cards(page), 0
    for key in split.keys:
        press(page, key)
        pressed += 1
        if (now := cards(page)) != before:
            presses_each.append(pressed)
            before, pressed = now, 0

    assert flat(cards(page)) == list(split.right)
    assert sum(presses_each) == len(split.keys), "every press belongs to a correction"
    assert max(presses_each) <= MOST_PRESSES


def test_axe_finds_nothing_in_any_state(
    phone: Page, path: str, officer: User, sign_in_as: SignIn, axe: Axe
) -> None:
    page = sign_in_as(phone, officer)
    page.goto(path)
    sound_at_both_widths(page, axe)
    page.get_by_text("Quicker with the keyboard").click()
    sound_at_both_widths(page, axe)
    for keys in ("1 e", "Escape 2 s", "Escape Home k e", "Escape j e", "Escape 1 x"):
        press(page, *keys.split())
        sound_at_both_widths(page, axe)
    page.get_by_role("button", name="Add a question that is not in the words").click()
    expect(page.locator("textarea[data-cursor]")).to_be_focused()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


def test_a_key_that_would_change_an_answered_question_opens_it_and_says_why(
    session: Session,
    desk: Desk,
    authority: Authority,
    officer: User,
    page: Page,
    sign_in_as: SignIn,
    axe: Axe,
) -> None:
    made, questions = confirmed_case(desk, authority)
    letter = Letter(case_id=made.id, kind="response", state="issued")
    session.add(letter)
    session.flush()
    session.add(LetterQuestion(letter_id=letter.id, question_id=questions[0].id))
    path = f"/requests/{made.id}/questions"
    sign_in_as(page, officer).goto(path)
    before = cards(page)
    press(page, "1", "x")
    expect(page.get_by_text("so its words stay")).to_be_visible()
    sound_at_both_widths(page, axe)
    press(page, "Escape", "2", "m")
    expect(page.get_by_text("so nothing can be joined with it")).to_be_visible()
    sound_at_both_widths(page, axe)
    assert flat(cards(page)) == flat(before)


def test_what_goes_with_a_join_is_said_before_it_is_confirmed(
    desk: Desk, authority: Authority, officer: User, page: Page, sign_in_as: SignIn, axe: Axe
) -> None:
    made, _ = confirmed_case(desk, authority)
    answer_all(desk, made, "There were 12 visits.")
    path = f"/requests/{made.id}/questions"
    desk.session.commit()
    sign_in_as(page, officer).goto(path)
    press(page, "2", "m")
    expect(page.get_by_text("There were 12 visits.")).to_be_visible()
    expect(page.locator("#said")).to_have_text("1 question. One answer goes when you confirm.")
    sound_at_both_widths(page, axe)
    press(page, "u")
    expect(page.get_by_text("There were 12 visits.")).to_have_count(0)


def test_a_question_is_split_at_the_cursor(
    page: Page, path: str, officer: User, sign_in_as: SignIn, session: Session
) -> None:
    sign_in_as(page, officer).goto(path)
    press(page, "3", "e")
    box = page.locator("textarea[data-cursor]")
    expect(box).to_be_focused()
    box.evaluate("box => box.setSelectionRange(13, 13)")
    press(page, "Control+Enter")

    assert cards(page)[2:4] == ["3 The names of", "3A the organisations that referred people"]
    assert page.locator("mark").all_inner_texts()[2:4] == [
        "The names of",
        "the organisations that referred people",
    ]


def test_what_is_typed_in_a_box_is_never_a_command(
    page: Page, path: str, officer: User, sign_in_as: SignIn
) -> None:
    sign_in_as(page, officer).goto(path)
    press(page, "1", "e")
    page.keyboard.type(" xmas jam")
    press(page, "Escape")
    assert cards(page)[0] == "1 The name of the programme in your area xmas jam"
    expect(page.locator("#q0")).to_be_focused()


def test_a_change_in_a_box_is_undone_with_one_key(
    page: Page, path: str, officer: User, sign_in_as: SignIn
) -> None:
    sign_in_as(page, officer).goto(path)
    before = cards(page)
    press(page, "1", "e")
    page.keyboard.type(" and of the next")
    press(page, "Escape", "2", "s", "1")
    assert cards(page) != before
    press(page, "u", "u")
    assert cards(page) == before
    expect(page.locator("#pairs textarea")).to_have_count(0)
    press(page, "u")
    expect(page.locator("#said")).to_have_text("Nothing to undo")


def test_the_keys_work_with_caps_lock_on(page: Page, path: str, officer: User, sign_in_as: SignIn) -> None:
    sign_in_as(page, officer).goto(path)
    press(page, "2")
    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'X', bubbles: true}))"
    )
    page.wait_for_selector(IDLE)
    assert [card.split()[0] for card in cards(page)] == ["1", "3", "4"]


def test_single_keys_can_be_switched_off(page: Page, path: str, officer: User, sign_in_as: SignIn) -> None:
    sign_in_as(page, officer).goto(path)
    page.get_by_text("Quicker with the keyboard").click()
    page.get_by_label("Single keys work on this page").uncheck()
    page.locator("h1").click()
    press(page, "1", "x")
    assert len(cards(page)) == 4


def test_keys_pressed_faster_than_the_server_answers_are_all_done(
    page: Page, path: str, officer: User, sign_in_as: SignIn
) -> None:
    sign_in_as(page, officer).goto(path)
    for key in ("2", "s", "1", "3", "x"):
        page.keyboard.press(key)
    page.wait_for_selector(IDLE)
    assert [card.split()[0] for card in cards(page)] == ["1", "2", "2A", "4"]


def test_the_next_line_that_needs_a_decision_is_one_key_away(
    page: Page, path: str, officer: User, sign_in_as: SignIn
) -> None:
    sign_in_as(page, officer).goto(path)
    press(page, "n", "a")
    assert cards(page)[3] == "3A Link to evaluation of the programme:"


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_the_questions_are_confirmed_with_the_buttons_alone(
    kind: str,
    request: pytest.FixtureRequest,
    path: str,
    officer: User,
    sign_in_as: SignIn,
    session: Session,
) -> None:
    page: Page = request.getfixturevalue(kind)
    sign_in_as(page, officer).goto(path)
    change(page, "Join with question 4", kind)
    change(page, "Change question 2", kind)
    page.get_by_label("Question 2").fill("How many joined\n\nHow many finished")
    if kind == "page":
        page.get_by_label("Question 2").evaluate("box => box.setSelectionRange(16, 16)")
    change(page, "Split at the cursor", kind)
    change(page, "Change question 1", kind)
    change(page, "Remove", kind)
    follow(page.get_by_role("button", name="Confirm 4 questions"))

    page.wait_for_url(f"**{path.removesuffix('/questions')}")
    session.expire_all()
    kept = session.scalars(select(Question).order_by(Question.position)).all()
    assert [(question.label, " ".join(question.text.split())) for question in kept] == [
        ("2", "How many joined"),
        ("2A", "How many finished"),
        ("3", "The names of the organisations that referred people"),
        ("4", "Link to evaluation of the programme: Who pays for it"),
    ]


def test_without_javascript_the_page_comes_back_at_the_row_that_was_changed(
    plain_page: Page, path: str, officer: User, sign_in_as: SignIn
) -> None:
    sign_in_as(plain_page, officer).goto(path)
    change(plain_page, "Change question 3", "plain_page")
    assert plain_page.url.endswith("#q2")
    expect(plain_page.get_by_label("Question 3")).to_be_in_viewport()


# What is marked

MARKED = """Dear Council,

1. How many boats were stopped in 2025?
2. What did the patrols cost?
3. Please tell me how many boats were stopped in 2025
"""
PROSE = "Dear Council,\n\nI live by the river and often see boats. Are they lit?\n\nRobin Ash"


def test_what_is_asked_twice_is_joined_undone_and_parted(
    phone: Page,
    desk: Desk,
    authority: Authority,
    officer: User,
    sign_in_as: SignIn,
    axe: Axe,
) -> None:
    marked = f"/requests/{make_case(desk, authority, MARKED).id}/questions"
    page = sign_in_as(phone, officer)
    page.goto(marked)
    before = cards(page)
    sound_at_both_widths(page, axe)
    press(page, "n", "t")
    joined = page.locator("li[data-again]")
    expect(joined).to_be_focused()
    expect(joined).to_contain_text("Joined with question 1")
    assert len(cards(page)) == 2
    sound_at_both_widths(page, axe)
    press(page, "u")
    assert cards(page) == before
    press(page, "t", "a")
    assert cards(page) == before
    expect(page.get_by_text("Nearly the same as")).to_have_count(0)


def test_right_as_it_is_takes_the_mark_off(
    page: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn, axe: Axe
) -> None:
    prose = f"/requests/{make_case(desk, authority, PROSE).id}/questions"
    sign_in_as(page, officer).goto(prose)
    expect(page.get_by_text("Look twice at one question.")).to_be_visible()
    axe(page)
    press(page, "n", "r")
    expect(page.get_by_text("Look twice")).to_have_count(0)
    expect(page.locator("#q0")).to_be_focused()


def test_marks_are_settled_with_the_buttons_alone(
    plain_page: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn
) -> None:
    page = plain_page
    marked = f"/requests/{make_case(desk, authority, MARKED).id}/questions"
    sign_in_as(page, officer).goto(marked)
    follow(page.get_by_role("button", name="One answer for both"))
    expect(page.get_by_text("Joined with")).to_be_visible()
    follow(page.get_by_role("button", name="They are two questions"))
    expect(page.get_by_role("button", name="Confirm 3 questions")).to_be_visible()
    prose = f"/requests/{make_case(desk, authority, PROSE).id}/questions"
    sign_in_as(page, officer).goto(prose)
    follow(page.get_by_role("button", name="It is right"))
    expect(page.get_by_text("Look twice")).to_have_count(0)
