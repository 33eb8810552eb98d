"""The confirm page, of questions that an issued letter answers: what cannot be done is not offered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.reopening import Reopening, reopen
from foi_tracker.models import Authority, Case, Letter, LetterQuestion, Question, User
from tests.client import CheckedClient
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case
from tests.factories.sent_letters import answer_all, respond, send
from tests.factories.sent_letters import issued as issue
from tests.html import text_of
from tests.web import test_confirm_twice as twice
from tests.web.test_confirm import PROPOSED, WORDS, Confirming

Open = Callable[..., Confirming]


@pytest.fixture
def opened_again(
    desk: Desk,
    session: Session,
    authority: Authority,
    signed_in: Callable[[User], CheckedClient],
    officer: User,
) -> Open:
    """Confirm the questions of these words, issue a letter that answers some, and open the page again."""

    def opened_again(words: str, answered: str, *acts: str) -> Confirming:
        case: Case = make_case(desk, authority, words)
        page = Confirming(signed_in(officer), case)
        for act in (*acts, "confirm"):
            page.send(act)
        letter = Letter(case_id=case.id, kind="response", state="issued")
        session.add(letter)
        session.flush()
        found = session.scalars(select(Question).where(Question.label.in_(answered.split()))).all()
        session.add_all(LetterQuestion(letter_id=letter.id, question_id=each.id) for each in found)
        session.commit()
        return Confirming(page.client, case)

    return opened_again


@pytest.fixture
def issued(opened_again: Open) -> Confirming:
    """Of four questions, the second and the last are answered."""
    return opened_again(WORDS, "2 4")


def offered(page: Confirming, row: str) -> list[str]:
    return [text_of(button).strip() for button in page.rows(row).iter("button")]


def test_its_words_are_in_no_box_and_the_page_says_why(issued: Confirming) -> None:
    issued.press("Change", "q1")
    assert offered(issued, "q1") == ["Done", "Move up", "Move down", "Add one below"]
    assert "It is answered in a letter that was issued, so its words stay." in issued.page.words()
    assert not issued.page.all("textarea")
    assert issued.press("Done", "q1").cards() == PROPOSED


def test_nothing_is_joined_with_it_from_below(issued: Confirming) -> None:
    issued.press("Change", "q2")
    assert "Join with the one above" not in offered(issued, "q2")
    assert "so nothing can be joined with it." in issued.page.words()
    issued.press("Add one below", "q2")
    assert "Join with the one above" in offered(issued, "q3"), "question 3 is still open"


def test_a_line_that_asks_is_not_joined_with_it(issued: Confirming) -> None:
    row = f"w{WORDS.index('Link to')}"
    issued.press("Change", row).press("Make it a question", row).send("remove 3")
    assert "Add as question" in text_of(issued.rows(row))
    assert "Join with question" not in text_of(issued.rows(row))


@pytest.mark.parametrize("act", ["join 1", "join 2", "remove 1", "split 1", "here 1", "cut 1 38"])
def test_a_key_that_would_change_it_opens_it_and_says_why(issued: Confirming, act: str) -> None:
    issued.send(act)
    assert issued.cards() == PROPOSED
    assert "answered in a letter that was issued" in issued.page.words()


def test_what_it_seems_to_repeat_gets_an_answer_of_its_own(opened_again: Open) -> None:
    page = opened_again(twice.WORDS, "1", "remove 3")
    page.press("Change", twice.ROW).press("Make it a question", twice.ROW)
    assert "so each keeps its own answer." in text_of(page.rows("q3"))
    assert not any(words.startswith("One answer for both") for words in offered(page, "q3"))


def test_what_was_joined_with_it_is_not_parted_again(opened_again: Open) -> None:
    page = opened_again(twice.WORDS, "1", "twice 3")
    assert "Joined with question 1." in text_of(page.rows(twice.ROW))
    assert offered(page, twice.ROW) == []


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a letter does to its case is the same whatever its PDF looks like."""
    monkeypatch.setattr(casework, "make_pdf", lambda facts, **_: b"%PDF-1.7 " + facts.kind.encode())


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("undone", [True, False])
def test_a_question_that_is_opened_again_keeps_its_words(
    undone: bool,
    desk: Desk,
    authority: Authority,
    signed_in: Callable[[User], CheckedClient],
    officer: User,
) -> None:
    """A letter that answers it was issued, whatever became of that answer: confirming refuses other words."""
    case, (_, second) = confirmed_case(desk, authority)
    answer_all(desk, case)
    respond(desk, case)
    reopen(desk, case, Reopening(desk.today, "It was left out.", [second.id], undone=undone))
    desk.session.commit()
    page = Confirming(signed_in(officer), case).press("Change", "q1")
    assert offered(page, "q1") == ["Done", "Move up", "Add one below"]
    assert "so its words stay" in page.page.words()


@pytest.mark.usefixtures("quick")
def test_a_letter_that_never_left_because_its_correction_did_keeps_no_words(
    desk: Desk, authority: Authority, signed_in: Callable[[User], CheckedClient], officer: User
) -> None:
    case, (first, _) = confirmed_case(desk, authority)
    answer_all(desk, case)
    plan = {"question_ids": [first.id], "corrects_id": issue(desk, case).id, "correction_reason": "A slip."}
    send(desk, case, issue(desk, case, **plan))
    desk.session.commit()
    page = Confirming(signed_in(officer), case).press("Change", "q1")
    assert "Remove" in offered(page, "q1")
    page.press("Remove", "q1").press("Confirm")
    assert page.status == 303
