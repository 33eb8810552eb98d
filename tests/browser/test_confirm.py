"""The confirm page in Chromium: a bad split is put right with the keyboard, or without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.questions import QuestionDraft, confirm_questions
from foi_tracker.models import Authority, Question, User
from tests.factories.cases import case as make_case

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


IDLE = ".app-columns__main:not([aria-busy])"


@dataclass(frozen=True)
class Split:
    """A request split badly, the keys that put it right, and how many corrections that is."""

    name: str
    asked: str  # their words; each question begins with its mark in `drafts`
    drafts: tuple[tuple[str | None, str], ...]  # number and words of each question as it was split
    keys: tuple[str, ...]
    corrections: int
    right: tuple[str, ...]


BIN = "How many bins are there? How many are emptied weekly?"
BADLY_SPLIT = (
    Split(
        "a wrapped line was cut off",
        "1. The number of complaints about\nnoise at night\n2. The number upheld",
        (("1", "The number of complaints about"), (None, "noise at night"), ("2", "The number upheld")),
        ("1", "j", "m"),
        1,
        ("1 The number of complaints about noise at night", "2 The number upheld"),
    ),
    Split(
        "two questions in one line",
        f"1. {BIN}\n2. Who empties them?",
        (("1", BIN), ("2", "Who empties them?")),
        ("1", "s", "1"),
        1,
        ("1 How many bins are there?", "1A How many are emptied weekly?", "2 Who empties them?"),
    ),
    Split(
        "a signature was taken for a question",
        "1. How many dogs do you keep?\nSent from my telephone by the river",
        (("1", "How many dogs do you keep?"), (None, "Sent from my telephone by the river")),
        ("End", "x"),
        1,
        ("1 How many dogs do you keep?",),
    ),
    Split(
        "a question was left grey",
        "1. How many dogs do you keep?\nAlso the names of the dogs kept\n2. What do they cost?",
        (("1", "How many dogs do you keep?"), ("2", "What do they cost?")),
        ("1", "j", "a"),
        1,
        ("1 How many dogs do you keep?", "1A Also the names of the dogs kept", "2 What do they cost?"),
    ),
    Split(
        "the options of a question stood apart",
        "1. Which of these do you use\na van of your own\na hired van\n2. What does it cost?",
        (
            ("1", "Which of these do you use"),
            (None, "a van of your own"),
            (None, "a hired van"),
            ("2", "What does it cost?"),
        ),
        ("1", "j", "m", "j", "m"),
        2,
        ("1 Which of these do you use a van of your own a hired van", "2 What does it cost?"),
    ),
    Split(
        "three clauses in one",
        "1. List the buses you own; list the drivers you employ; list the routes you run",
        (("1", "List the buses you own; list the drivers you employ; list the routes you run"),),
        ("1", "s", "1", "s", "1"),
        2,
        ("1 List the buses you own", "1A list the drivers you employ", "1B list the routes you run"),
    ),
    Split(
        "the order was turned round",
        "1. What is the name of the lake?\n2. How deep is the lake?",
        (("2", "How deep is the lake?"), ("1", "What is the name of the lake?")),
        ("1", "Alt+ArrowUp"),
        1,
        ("1 What is the name of the lake?", "2 How deep is the lake?"),
    ),
    Split(
        "a heading was taken for a question",
        "Staff of the lake office\n1. How many work there?",
        ((None, "Staff of the lake office"), ("1", "How many work there?")),
        ("j", "x"),
        1,
        ("1 How many work there?",),
    ),
    Split(
        "a question of two digits",
        "\n".join(f"{n}. How many boats had {n} oars?" for n in range(1, 12))
        + "\n12. Who steers them\nat night and by day?",
        (
            *((str(n), f"How many boats had {n} oars?") for n in range(1, 12)),
            ("12", "Who steers them"),
            (None, "at night and by day?"),
        ),
        ("End", "m"),
        1,
        (
            *(f"{n} How many boats had {n} oars?" for n in range(1, 12)),
            "12 Who steers them at night and by day?",
        ),
    ),
    Split(
        "a join that was a mistake",
        "1. Who owns the mill?\n2. Who runs the mill?",
        (("1", "Who owns the mill?"), ("2", "Who runs the mill?")),
        ("2", "m", "u"),
        1,
        ("1 Who owns the mill?", "2 Who runs the mill?"),
    ),
)


@pytest.fixture
def path(desk: Desk, authority: Authority) -> str:
    """The confirm page of a request of four questions and a line that asks for something."""
    return f"/requests/{make_case(desk, authority, WORDS).id}/questions"


def confirmed(desk: Desk, authority: Authority, split: Split) -> str:
    """The confirm page of a case whose questions were kept as badly as they were split."""
    words = f"Dear Madam,\n\n{split.asked}\n\nYours faithfully,\nRobin Ash\n"
    made = make_case(desk, authority, words)
    drafts = []
    for number, text in split.drafts:
        start = words.index(text)
        drafts.append(QuestionDraft(text, number, span=(start, start + len(text))))
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


@pytest.mark.parametrize("split", BADLY_SPLIT, ids=[split.name for split in BADLY_SPLIT])
def test_a_bad_split_is_put_right_in_three_presses_a_correction(
    split: Split, page: Page, desk: Desk, authority: Authority, officer: User, sign_in_as: SignIn
) -> None:
    path = confirmed(desk, authority, split)
    sign_in_as(page, officer).goto(path)
    assert flat(cards(page)) != list(split.right) or "u" in split.keys
    press(page, *split.keys)

    assert len(split.keys) <= 3 * split.corrections
    assert flat(cards(page)) == list(split.right)


@pytest.mark.parametrize("kind", ["page", "phone"])
def test_axe_finds_nothing_in_any_state(
    kind: str, request: pytest.FixtureRequest, path: str, officer: User, sign_in_as: SignIn, axe: Axe
) -> None:
    page: Page = request.getfixturevalue(kind)
    sign_in_as(page, officer).goto(path)
    axe(page)
    page.get_by_text("Quicker with the keyboard").click()
    axe(page)
    for keys in ("1 e", "Escape 2 s", "Escape Home k e", "Escape j e", "Escape 1 x"):
        press(page, *keys.split())
        axe(page)
    page.get_by_role("button", name="Add a question that is not in the words").click()
    expect(page.locator("textarea[data-cursor]")).to_be_focused()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


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
    page.get_by_role("button", name="Join with question 4").click()
    page.get_by_role("button", name="Change question 2").click()
    page.get_by_label("Question 2").fill("How many joined\n\nHow many finished")
    if kind == "page":
        page.get_by_label("Question 2").evaluate("box => box.setSelectionRange(16, 16)")
    page.get_by_role("button", name="Split at the cursor").click()
    page.get_by_role("button", name="Change question 1").click()
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Confirm 4 questions").click()

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
    plain_page.get_by_role("button", name="Change question 3").click()
    assert plain_page.url.endswith("#q2")
    expect(plain_page.get_by_label("Question 3")).to_be_in_viewport()
