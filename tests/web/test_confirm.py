"""Confirming the questions without JavaScript: each act posts the page; nothing is kept before the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.questions import AnswerGiven, answer_question, confirm_questions
from foi_tracker.models import Authority, Case, ConfirmedSplit, Letter, LetterQuestion, Question, User
from tests.client import CheckedClient
from tests.factories.cases import case as make_case
from tests.html import Page, text_of

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


class Confirming:
    """The page as an officer without JavaScript uses it: each press posts all that the page holds."""

    def __init__(self, client: CheckedClient, case: Case) -> None:
        self.client = client
        self.path = f"/requests/{case.id}/questions"
        self.page = client.page(self.path)
        self.status = 200
        self.location = ""

    def fields(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        form = self.page.with_id("confirm")
        assert form is not None
        for box in form.iter():
            if box.tag == "textarea":
                found.setdefault(box.get("name", ""), []).append((box.text or "").removeprefix("\n"))
            elif box.tag == "input" and box.get("name"):
                found.setdefault(box.get("name", ""), []).append(box.get("value", ""))
        del found["csrf_token"]  # the client sends its own
        return found

    def press(self, words: str, row: str = "", **typed: str) -> Confirming:
        """Press the button of these words, in this row if its id is given, with something typed first."""
        button = next(b for b in self.rows(row).iter("button") if text_of(b).startswith(words))
        return self.send(button.get("value", ""), **typed)

    def send(self, act: str, **typed: str) -> Confirming:
        fields: dict[str, Any] = self.fields() | {"act": [act]}
        for name, value in typed.items():
            if name == "text":
                boxes = [box for box in self.page.all("textarea") if box.get("name") == "text"]
                place = int((boxes[0].get("id") or "").removeprefix("text-"))
                fields["text"][place] = value
            else:
                fields[name] = [value]
        answer = self.client.post(self.path, data=fields)
        self.status, self.location = answer.status_code, answer.location or ""
        if not self.location:
            self.page = Page(answer.text)
        return self

    def rows(self, row: str = "") -> Element:
        found = self.page.with_id(row or "confirm")
        assert found is not None, f"no row {row}"
        return found

    def cards(self) -> list[str]:
        """Each card as "label text"."""
        form = self.rows()
        rows = [row for row in form.iter("li") if row.get("data-card") is not None]
        texts = self.fields().get("text", [])
        return [f"{row.get('data-label')} {text}" for row, text in zip(rows, texts, strict=True)]

    def marked(self) -> list[str]:
        """Their words that each question claims."""
        return ["".join(mark.itertext()) for mark in self.page.all("mark")]


@pytest.fixture
def case(desk: Desk, authority: Authority) -> Case:
    """A request of four numbered questions and a line that asks for something."""
    return make_case(desk, authority, WORDS)


@pytest.fixture
def confirming(case: Case, signed_in: Callable[[User], CheckedClient], officer: User) -> Confirming:
    return Confirming(signed_in(officer), case)


def kept(session: Session) -> list[tuple[str, str]]:
    session.expire_all()
    questions = session.scalars(select(Question).order_by(Question.position)).all()
    return [(question.label, question.text) for question in questions]


PROPOSED = [
    "1 The name of the programme in your area",
    "2 The number of people who joined, and the number of people who finished",
    "3 The names of the organisations that referred people",
    "4 Who pays for it",
]


def test_the_page_opens_with_what_is_proposed_beside_their_words(confirming: Confirming) -> None:
    assert confirming.cards() == PROPOSED
    assert confirming.marked() == [line.partition(" ")[2] for line in PROPOSED]
    words = confirming.page.words()
    assert "Greeting" in words
    assert "Closing" in words
    assert "One line needs a decision." in words
    assert "Confirm 4 questions" in words


def test_every_word_of_theirs_is_on_the_page_once(confirming: Confirming) -> None:
    theirs = [e for e in confirming.rows().iter("div") if "app-pair__theirs" in (e.get("class") or "")]
    assert " ".join(text_of(each) for each in theirs).split() == WORDS.split()


def test_confirming_keeps_the_questions_in_order_with_their_places(
    confirming: Confirming, session: Session, case: Case
) -> None:
    confirming.press("Confirm 4 questions")

    assert (confirming.status, confirming.location) == (303, f"/requests/{case.id}")
    assert [f"{label} {text}" for label, text in kept(session)] == PROPOSED
    for question in session.scalars(select(Question)):
        assert WORDS[question.span_start : question.span_end] == question.text
    assert session.scalars(select(Case.preamble)).one() == "For the year 2025, please provide:"
    assert session.scalars(select(ConfirmedSplit)).all() == []  # nobody has agreed to that


def test_nothing_is_kept_before_that(confirming: Confirming, session: Session) -> None:
    confirming.press("Change", "q1").press("Join with the one above", "q1")
    assert kept(session) == []


def test_a_line_that_asks_becomes_a_question_of_its_own(confirming: Confirming) -> None:
    confirming.press("Add as question 3A")
    assert confirming.cards()[2:] == [PROPOSED[2], "3A Link to evaluation of the programme:", PROPOSED[3]]
    assert "One line needs a decision" not in confirming.page.words()


def test_or_is_joined_with_the_question_after_it(confirming: Confirming) -> None:
    confirming.press("Join with question 4")
    assert confirming.cards()[3] == "4 Link to evaluation of the programme:\nWho pays for it"
    assert confirming.marked()[3] == "Link to evaluation of the programme:\n\n4. Who pays for it"


def test_or_is_only_a_heading(confirming: Confirming) -> None:
    confirming.press("It is only a heading")
    assert confirming.cards() == PROPOSED
    assert "Only a heading. It gets no answer." in confirming.page.words()
    assert "One line needs a decision" not in confirming.page.words()


def test_a_question_is_edited_and_keeps_its_place_in_their_words(
    confirming: Confirming, session: Session
) -> None:
    confirming.press("Change", "q0").press("Done", "q0", text="The programme's name").press("Confirm")
    assert kept(session)[0] == ("1", "The programme's name")
    first = session.scalars(select(Question).order_by(Question.position)).first()
    assert first is not None
    assert WORDS[first.span_start : first.span_end] == "The name of the programme in your area"


def test_joined_questions_claim_all_the_words_between_them(confirming: Confirming) -> None:
    confirming.press("Change", "q2").press("Join with the one above", "q2")
    joined = f"{PROPOSED[1]}\nThe names of the organisations that referred people"
    assert confirming.cards() == [PROPOSED[0], joined, PROPOSED[3]]
    assert confirming.marked()[1] == WORDS[WORDS.index("The number") : WORDS.index("\n\nLink")]


def test_a_question_is_split_where_the_page_offers_and_each_half_has_its_own_words(
    confirming: Confirming,
) -> None:
    confirming.send("split 1").press("Split here", "q1")
    halves = ["The number of people who joined", "and the number of people who finished"]
    assert confirming.cards()[1:3] == [f"2 {halves[0]}", f"2A {halves[1]}"]
    assert [words.rstrip(",") for words in confirming.marked()[1:3]] == halves


def test_a_blank_line_says_where_to_split(confirming: Confirming) -> None:
    text = "The number of people who joined\n\nHow many finished?"
    confirming.press("Change", "q1").press("Split at the cursor", "q1", text=text)
    assert confirming.cards()[1:3] == ["2 The number of people who joined", "2A How many finished?"]


def test_without_a_cursor_or_a_blank_line_the_places_are_offered(confirming: Confirming) -> None:
    confirming.press("Change", "q1").press("Split at the cursor", "q1")
    assert "Split question 2: where?" in confirming.page.words()


def test_moving_changes_the_order_and_never_the_senders_numbers(confirming: Confirming) -> None:
    confirming.press("Change", "q2").press("Move up", "q2")
    assert [card.split()[0] for card in confirming.cards()] == ["1", "3", "2", "4"]
    confirming.press("Move down", "q1")
    assert confirming.cards() == PROPOSED


def test_a_removed_question_is_grey_and_can_be_put_back_as_it_was(confirming: Confirming) -> None:
    confirming.press("Change", "q1").press("Remove", "q1")
    assert confirming.cards() == [PROPOSED[0], *PROPOSED[2:]]
    row = f"w{WORDS.index('The number')}"
    assert "Taken out" in text_of(confirming.rows(row))
    confirming.press("Change", row).press("Make it a question", row)
    assert confirming.cards() == PROPOSED


def test_a_greyed_line_becomes_a_question(confirming: Confirming) -> None:
    row = f"w{WORDS.index('Yours')}"
    confirming.press("Change", row)
    assert "Make a question of which line?" in text_of(confirming.rows(row))
    confirming.press("Make it a question Robin", row)
    assert confirming.cards()[-1] == "4A Robin Ash"


def test_a_question_that_is_not_in_the_words_is_added(confirming: Confirming, session: Session) -> None:
    confirming.press("Add a question that is not in the words")
    confirming.press("Done", "q4", text="And for 2024?").press("Confirm 5 questions")
    assert kept(session)[4] == ("4A", "And for 2024?")
    assert session.scalars(select(Question.span_start).order_by(Question.position)).all()[4] is None


def test_an_empty_card_is_no_question(confirming: Confirming, session: Session) -> None:
    confirming.press("Add a question that is not in the words")
    assert "Confirm 4 questions" in confirming.page.words()
    confirming.press("Confirm 4 questions")
    assert len(kept(session)) == 4


def test_the_opening_words_can_be_changed_for_the_letter(confirming: Confirming, session: Session) -> None:
    row = f"w{WORDS.index('For the year')}"
    confirming.press("Change", row).press("Change the opening words", row)
    confirming.press("Done", "opening", preamble="For 2025:").press("Confirm")
    assert session.scalars(select(Case.preamble)).one() == "For 2025:"


def test_with_everything_taken_out_there_is_nothing_to_confirm(confirming: Confirming) -> None:
    for _ in range(4):
        confirming.send("remove 0")
    assert "Nothing is asked yet." in confirming.page.words()
    confirming.send("confirm")
    assert confirming.status == 422
    assert "Keep at least one question" in confirming.page.words()


# Opened again


@pytest.fixture
def again(desk: Desk, case: Case, signed_in: Callable[[User], CheckedClient], officer: User) -> Confirming:
    """The page opened again after the questions were confirmed and the second was answered."""
    client = signed_in(officer)
    Confirming(client, case).press("Confirm 4 questions")
    desk.session.expire_all()
    second = desk.session.scalars(select(Question).where(Question.label == "2")).one()
    found = desk.session.get_one(Case, case.id)
    desk.session.refresh(found, ["authority"])
    answer_question(desk, found, second, AnswerGiven("disclosed", "Ten joined."), second.version)
    return Confirming(client, found)


def answers(session: Session) -> dict[str, str]:
    session.expire_all()
    return {q.label: q.answer for q in session.scalars(select(Question)) if q.answer}


def test_it_shows_the_kept_questions_and_asks_nothing_that_was_decided(again: Confirming) -> None:
    assert again.cards() == PROPOSED
    assert "One line needs a decision" not in again.page.words()


def test_answers_stay_with_their_questions(again: Confirming, session: Session) -> None:
    again.press("Change", "q2").press("Move up", "q2").press("Confirm")
    assert answers(session) == {"2": "Ten joined."}


def test_a_question_taken_out_and_put_back_keeps_its_answer(again: Confirming, session: Session) -> None:
    row = f"w{WORDS.index('The number')}"
    again.send("remove 1").press("Change", row).press("Make it a question", row).press("Confirm")
    assert answers(session) == {"2": "Ten joined."}


def test_the_first_half_of_a_split_question_keeps_the_answer(again: Confirming, session: Session) -> None:
    again.send("split 1").press("Split here", "q1").press("Confirm")
    assert answers(session) == {"2": "Ten joined."}


def test_a_question_of_an_issued_letter_stays(again: Confirming, session: Session, case: Case) -> None:
    again.send("remove 1")
    second = session.scalars(select(Question).where(Question.label == "2")).one()
    letter = Letter(case_id=case.id, kind="response", state="issued")
    session.add(letter)
    session.flush()
    session.add(LetterQuestion(letter_id=letter.id, question_id=second.id))
    again.press("Confirm")

    assert again.status == 422
    assert "is answered in a letter that was issued" in again.page.words()
    assert len(kept(session)) == 4


def test_somebody_elses_change_is_told_and_what_was_made_is_kept(
    again: Confirming, desk: Desk, case: Case
) -> None:
    again.press("Change", "q0").press("Done", "q0", text="The programme's name")
    theirs = desk.session.get_one(Case, case.id)
    desk.session.refresh(theirs, ["authority", "version"])
    drafts = [draft for draft in again_drafts(desk) if draft.number != "4"]
    confirm_questions(desk, theirs, drafts, "", theirs.version)
    again.press("Confirm")

    assert again.status == 409
    assert "Somebody changed the questions after you opened this page." in again.page.words()
    assert again.cards()[0] == "1 The programme's name"
    assert len(kept(desk.session)) == 3

    again.press("Confirm")
    assert again.status == 303
    assert kept(desk.session)[0] == ("1", "The programme's name")


def again_drafts(desk: Desk) -> list[Any]:
    from foi_tracker.web.questions.confirm_state import as_draft

    return [as_draft(q) for q in desk.session.scalars(select(Question).order_by(Question.position))]


# What no page of ours would send


@pytest.mark.parametrize(
    "act", ["join 99", "fly 1", "cut 0", "join x", "claim 5-2", "claim 0-99999", "edit -1", "remove"]
)
def test_an_act_that_means_nothing_is_refused(confirming: Confirming, act: str) -> None:
    fields: dict[str, Any] = confirming.fields() | {"act": act}
    assert confirming.client.post(confirming.path, data=fields).status_code == 400


@pytest.mark.parametrize(
    "card",
    [
        "",
        "[]",
        "{",
        '["1", null, "", "", null, "", []]',
        '[null, null, "", "", [0, 99999], "", []]',
        '[null, null, "", "", null, "", [[]]]',
        '[null, null, "", "", null, "", [[null, null, "", "", null, "", "Joined"]]]',
        '[null, null, "", "", null, "", [7]]',
    ],
)
def test_a_card_that_no_page_made_is_refused(confirming: Confirming, card: str) -> None:
    fields: dict[str, Any] = confirming.fields() | {"card": [card], "text": ["Anything"], "act": "done"}
    assert confirming.client.post(confirming.path, data=fields).status_code == 400


def test_an_id_of_another_request_is_not_taken(
    confirming: Confirming, session: Session, desk: Desk, authority: Authority
) -> None:
    other = make_case(desk, authority)
    confirm_questions(desk, other, [*map_drafts("Whose is this?")], "", other.version)
    session.commit()
    theirs = session.scalars(select(Question).where(Question.case_id == other.id)).one()
    card = f'[{theirs.id}, null, "", "", null, "", []]'
    fields: dict[str, Any] = confirming.fields() | {"card": [card], "text": ["Mine"], "act": "confirm"}
    assert confirming.client.post(confirming.path, data=fields).status_code == 303
    session.expire_all()
    assert session.get_one(Question, theirs.id).text == "Whose is this?"


def map_drafts(*texts: str) -> list[Any]:
    from foi_tracker.casework.questions import QuestionDraft

    return [QuestionDraft(text) for text in texts]
