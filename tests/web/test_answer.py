"""Answer a question from its page, as a browser without JavaScript would."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.models import Authority, Case, Question, QuestionGround, User
from foi_tracker.store.cases import get_case
from foi_tracker.web.questions.answer_fields import BOXES, boxes_of
from tests.client import CheckedClient
from tests.factories import authorities, cases, people
from tests.html import Page, text_of

THREE = """Please tell me, for 2025:

1. How many complaints about noise were recorded?
2. How many of them led to a visit?
3. How many of those visits were at night?"""

CRIME = {
    "ground-0-purpose": "withhold",
    "ground-0-code": "s.31(1)(a)",
    "ground-0-harm": "Thieves would know where.",
}
"""A ground as its part of the form sends it."""


class Asked:
    """A request of three questions, and its officer at a browser."""

    def __init__(
        self, client: CheckedClient, session: Session, case: Case, questions: list[Question]
    ) -> None:
        self.client, self.session = client, session
        self.case_id = case.id
        self.ids = [question.id for question in questions]

    def path(self, number: int) -> str:
        return f"/requests/{self.case_id}/questions/{self.ids[number - 1]}"

    def question(self, number: int) -> Question:
        found = self.session.get(Question, self.ids[number - 1], populate_existing=True)
        assert found
        return found

    def page(self, number: int) -> Page:
        return self.client.page(self.path(number))

    def post(self, number: int, **fields: Any) -> TestResponse:
        return self.client.post(
            self.path(number), data={"version": str(self.question(number).version), **fields}
        )


@pytest.fixture
def asked(
    signed_in: Callable[[User], CheckedClient],
    session: Session,
    desk: Desk,
    authority: Authority,
    officer: User,
) -> Asked:
    case, questions = cases.confirmed_case(desk, authority, words=THREE)
    return Asked(signed_in(officer), session, case, questions)


def value_of(page: Page, name: str) -> str:
    """What a named box of the page holds."""
    for tag in ("textarea", "input"):
        for element in page.all(tag):
            if element.get("name") == name and element.get("type") not in ("radio", "file"):
                return element.get("value") or element.text or ""
    (chosen,) = [
        option.get("value")
        for select in page.all("select")
        if select.get("name") == name
        for option in select.iter("option")
        if option.get("selected") is not None
    ] or [""]
    return chosen or ""


def shown(page: Page) -> set[str]:
    """The names of the boxes that a reader without JavaScript sees."""
    found: set[str] = set()

    def walk(element: Any) -> None:
        if element.get("hidden") is None:
            if element.tag in ("textarea", "input", "select") and element.get("type") != "hidden":
                found.add(element.get("name"))
            for child in element:
                walk(child)

    walk(page.root)
    return found


# The page


def test_the_page_names_the_question_and_its_place(asked: Asked) -> None:
    words = asked.page(3).words()
    assert "Question 3, the last of 3" in words
    assert "How many of those visits were at night?" in words
    assert "Question 2 of 3" in asked.page(2).words()


def test_the_outcomes_stand_in_four_groups(asked: Asked) -> None:
    page = asked.page(1)
    headings = [
        text_of(e) for e in page.root.iter() if "app-choice-groups__heading" in (e.get("class") or "")
    ]
    assert headings == ["We hold it", "We do not hold it", "We need not or cannot say", "Other"]
    radios = [radio.get("value") for radio in page.all("input") if radio.get("name") == "outcome"]
    assert set(radios) == OUTCOMES.keys() | {"same_as"}


def test_nothing_is_asked_before_an_outcome_is_chosen(asked: Asked) -> None:
    assert not shown(asked.page(1)) & {*BOXES, "same_as", "file"}


@pytest.mark.parametrize("code", OUTCOMES)
def test_without_javascript_a_button_shows_what_the_outcome_needs_and_no_more(
    asked: Asked, code: str
) -> None:
    response = asked.post(1, outcome=code, action="show")
    assert response.status_code == 200
    seen = shown(Page(response.text))
    assert {name.removesuffix("-day") for name in seen} & BOXES.keys() == {b.name for b in boxes_of(code)}
    assert not asked.question(1).is_answered


def test_switching_the_outcome_loses_nothing_that_was_typed(asked: Asked) -> None:
    response = asked.post(1, outcome="not_held", answer="4,100", where="The shop", action="show", **CRIME)
    page = Page(response.text)
    assert (value_of(page, "answer").strip(), value_of(page, "where").strip()) == ("4,100", "The shop")
    assert value_of(page, "ground-0-harm") == "Thieves would know where."


# Keeping an answer


def test_an_answer_is_saved_and_the_next_question_opens(asked: Asked) -> None:
    response = asked.post(1, outcome="disclosed", answer="  There were 4,100.\r\n", action="next")
    assert response.status_code == 303
    assert response.location == f"{asked.path(2)}?saved={asked.ids[0]}"
    assert (asked.question(1).outcome, asked.question(1).answer) == ("disclosed", "There were 4,100.")
    assert "Question 1 is saved." in asked.client.page(response.location).words()


def test_only_what_the_chosen_outcome_asks_is_kept(asked: Asked) -> None:
    asked.post(1, outcome="withheld", answer="The secret", where="The shop", **CRIME)
    assert (asked.question(1).answer, asked.question(1).details) == ("", {})
    asked.post(1, outcome="disclosed", answer="No secret", where="The shop", **CRIME)
    assert (asked.question(1).answer, asked.question(1).details) == ("No secret", {})
    assert asked.session.query(QuestionGround).all() == []


def test_the_next_question_is_the_next_without_an_answer_and_then_the_request(asked: Asked) -> None:
    whole = {"outcome": "disclosed", "answer": "None."}
    assert asked.post(2, **whole).location == f"{asked.path(3)}?saved={asked.ids[1]}"
    assert asked.post(3, **whole).location == f"{asked.path(1)}?saved={asked.ids[2]}"
    assert asked.post(1, **whole).location == f"/requests/{asked.case_id}"


def test_save_and_come_back_later_goes_to_the_request(asked: Asked) -> None:
    assert asked.post(1, outcome="disclosed", action="later").location == f"/requests/{asked.case_id}"
    assert asked.question(1).outcome == "disclosed"


def test_what_is_incomplete_is_saved_and_the_next_page_says_what_is_missing(asked: Asked) -> None:
    response = asked.post(1, outcome="withheld", **CRIME)
    words = asked.client.page(response.location).words()
    assert "Still needed before the letter: how would releasing it bring that about?; how likely" in words
    assert "Go back to question 1" in words


def test_the_last_question_stays_open_while_it_lacks_something(asked: Asked) -> None:
    for number in (1, 2):
        asked.post(number, outcome="disclosed", answer="None.")
    response = asked.post(3, outcome="withheld")
    assert response.location == f"{asked.path(3)}?saved={asked.ids[2]}"
    assert (
        "Saved. Still needed before the letter: which exemption or exception."
        in asked.client.page(response.location).words()
    )


def test_what_was_saved_is_there_when_the_page_is_opened_again(asked: Asked) -> None:
    asked.post(
        1, outcome="own_data", **{"handed_on-day": "3", "handed_on-month": "feb", "handed_on-year": "2026"}
    )
    page = asked.page(1)
    assert [value_of(page, f"handed_on-{box}") for box in ("day", "month", "year")] == ["3", "2", "2026"]
    assert asked.question(1).details == {"handed_on": "2026-02-03"}


def test_a_question_takes_the_answer_of_another(asked: Asked) -> None:
    asked.post(2, outcome="same_as", same_as=str(asked.ids[0]))
    page = asked.page(2)
    assert value_of(page, "same_as") == str(asked.ids[0])
    assert "See the answer to question 1." in page.words().replace("\xa0", " ")


def test_a_question_falls_away_because_of_another_or_of_the_opening_statement(asked: Asked) -> None:
    asked.post(2, outcome="not_applicable", because_of=str(asked.ids[0]))
    assert (asked.question(2).because_of_id, asked.question(2).because_of_opening) == (asked.ids[0], False)
    asked.post(2, outcome="not_applicable", because_of="opening_statement")
    assert (asked.question(2).because_of_id, asked.question(2).because_of_opening) == (None, True)
    assert value_of(asked.page(2), "because_of") == "opening_statement"


def test_what_word_and_spreadsheets_paste_is_made_plain(asked: Asked) -> None:
    asked.post(1, outcome="disclosed", answer="\uf0b7\xa0North\r\n\tQ1\tQ2\r\nSouth\t1\t2")
    assert asked.question(1).answer == "• North\n\tQ1\tQ2\nSouth\t1\t2"


def test_a_table_that_begins_with_an_empty_cell_keeps_it(asked: Asked) -> None:
    asked.post(1, outcome="disclosed", answer="\n\tQ1\tQ2\nNorth\t1\t2\n")
    assert asked.question(1).answer == "\tQ1\tQ2\nNorth\t1\t2"


# What is refused: at its field, with nothing lost


def refused(response: TestResponse) -> Page:
    assert response.status_code == 422
    page = Page(response.text)
    assert page.title.startswith("Error: ")
    return page


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, "Choose how you answer it"),
        ({"outcome": "made_up"}, "Choose one from the list"),
        ({"outcome": "same_as"}, "Choose the question whose answer it takes"),
        ({"outcome": "same_as", "same_as": "999"}, "Choose another question of this request"),
        (
            {"outcome": "own_data", "handed_on-day": "31", "handed_on-month": "2", "handed_on-year": "2026"},
            "real date",
        ),
        ({"outcome": "decision_pending", "estimated_date-day": "soon"}, "date"),
        ({"outcome": "not_applicable", "because_of": "999"}, "Choose another question of this request"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(
    asked: Asked, fields: dict[str, str], error: str
) -> None:
    page = refused(asked.post(1, answer="Typed with care", **fields))
    assert page.words().count(error) >= 2  # in the summary and at the field
    assert value_of(page, "answer").strip() == "Typed with care"
    assert not asked.question(1).is_answered


def test_a_question_cannot_take_its_own_answer(asked: Asked) -> None:
    refused(asked.post(1, outcome="same_as", same_as=str(asked.ids[0])))


def test_questions_cannot_take_their_answers_from_each_other(asked: Asked) -> None:
    asked.post(1, outcome="same_as", same_as=str(asked.ids[1]))
    page = refused(asked.post(2, outcome="same_as", same_as=str(asked.ids[0])))
    assert page.words().count("Those questions would rest on each other.") == 2


def test_a_mistake_under_an_outcome_that_is_not_chosen_is_no_error(asked: Asked) -> None:
    mistake = {"handed_on-day": "soon"}
    assert asked.post(1, outcome="disclosed", answer="None.", **mistake).status_code == 303


# Two windows


def test_what_somebody_else_saved_stands_beside_what_was_typed(asked: Asked, desk: Desk) -> None:
    opened_at = asked.question(1).version
    case = get_case(asked.session, desk.scope, asked.case_id)
    answer_question(desk, case, asked.question(1), AnswerGiven("withheld"), opened_at)
    draft = GroundDraft("s.31(1)(a)", words={"harm": "Burglars would know where."})
    keep_ground(desk, case, draft, {asked.ids[0]})
    response = asked.client.post(
        asked.path(1), data={"version": str(opened_at), "outcome": "disclosed", "answer": "Mine"}
    )
    assert response.status_code == 409
    page = Page(response.text)
    assert "Somebody saved this question while you were writing" in page.words()
    assert "Saved now Held, withheld" in page.words()
    assert "Preventing or detecting crime: section 31(1)(a) Burglars would know where." in page.words()
    assert value_of(page, "answer").strip() == "Mine"
    assert asked.question(1).outcome == "withheld"

    again = asked.client.post(
        asked.path(1), data={"version": value_of(page, "version"), "outcome": "disclosed", "answer": "Mine"}
    )
    assert again.status_code == 303
    assert asked.question(1).answer == "Mine"


# The preview


def test_the_preview_is_the_letters_own_words_with_what_is_missing_marked(asked: Asked) -> None:
    words = asked.post(1, outcome="withheld", action="show", **CRIME).text.replace("\xa0", " ")
    assert "section 31(1)(a) of the Act" in words
    assert "Thieves would know where." in words
    assert '<span class="app-gap">Still needed: how would releasing it bring that about?</span>' in words


def test_the_preview_alone_is_sent_for_the_page_to_put_in_its_place(asked: Asked) -> None:
    response = asked.client.post(
        f"{asked.path(1)}/preview", data={"outcome": "disclosed", "answer": "Area\tCount\nNorth\t3\nTotal\t3"}
    )
    assert (response.status_code, response.mimetype) == (200, "text/plain")
    assert '<tr class="total"><th scope="row">Total</th>' in response.text
    assert not asked.question(1).is_answered


def test_what_is_still_needed_is_told_in_few_words_to_who_does_not_see_the_letter(asked: Asked) -> None:
    for sent, said in (
        ({"outcome": "disclosed"}, "Still needed: the answer."),
        ({"outcome": "withheld", "ground-0-code": "s.31(1)(a)"}, "Still needed: 6 things."),
    ):
        assert f'data-says="{said}"' in asked.client.post(f"{asked.path(1)}/preview", data=sent).text


def test_hostile_words_stay_words(asked: Asked) -> None:
    hostile = "<script>alert(1)</script> {{ config }} <img src=x onerror=alert(1)> [x](javascript:alert(1))"
    response = asked.post(1, outcome="disclosed", answer=hostile, action="show")
    page = Page(response.text)
    assert not page.all("img")
    assert not [a for a in page.all("a") if (a.get("href") or "").startswith("javascript")]
    assert "{{ config }}" in page.words()


# Who may


@pytest.mark.parametrize("role", ["auditor", "approver"])
def test_only_an_officer_answers(
    asked: Asked, signed_in: Callable[[User], CheckedClient], authority: Authority, role: str
) -> None:
    client = signed_in(people.person(asked.session, f"Ash {role}", authority, role=role))
    assert client.get(asked.path(1)).status_code == 403
    assert client.post(asked.path(1), data={"outcome": "disclosed"}).status_code == 403


def test_another_authoritys_question_is_not_there(
    asked: Asked, signed_in: Callable[[User], CheckedClient]
) -> None:
    elsewhere = authorities.authority(asked.session, "southvale-council")
    client = signed_in(people.person(asked.session, "Kim Elsewhere", elsewhere))
    for path in (asked.path(1), f"{asked.path(1)}/preview"):
        assert client.post(path, data={"outcome": "disclosed"}).status_code == 404
    assert client.get(asked.path(1)).status_code == 404


def test_a_question_of_another_request_is_not_there(asked: Asked, desk: Desk, authority: Authority) -> None:
    other, _ = cases.confirmed_case(desk, authority)
    assert asked.client.get(f"/requests/{other.id}/questions/{asked.ids[0]}").status_code == 404
