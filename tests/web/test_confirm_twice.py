"""One thing asked twice is pointed out and joined, and no word of theirs is lost; doubt is settled."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.intake.duplicates import asked_twice
from foi_tracker.models import Authority, Case, ConfirmedSplit, Question, User
from tests.client import CheckedClient
from tests.factories.cases import case as make_case
from tests.html import text_of
from tests.web.test_confirm import Confirming

FIRST = "The number of complaints about noise received in 2025"
LATER = "Please could you tell me the number of complaints received about noise in 2025?"
WORDS = f"""Dear Madam,

Please provide:

1. {FIRST}
2. How many led to a visit?
3. The cost of those visits
4. {LATER}
5. How the visits are recorded

Yours faithfully,
Robin Ash
"""
ROW = f"w{WORDS.index(LATER)}"
BOTH = f"{FIRST}\nAsked again as 4: {LATER}"


@pytest.fixture
def case(desk: Desk, authority: Authority) -> Case:
    authority.keeps_corrections = True
    return make_case(desk, authority, WORDS)


@pytest.fixture
def confirming(case: Case, signed_in: Callable[[User], CheckedClient], officer: User) -> Confirming:
    return Confirming(signed_in(officer), case)


def test_the_later_one_says_which_it_repeats(confirming: Confirming) -> None:
    assert "Nearly the same as question 1." in text_of(confirming.rows("q3"))
    assert "One question seems to be asked twice." in confirming.page.words()
    assert "Nearly the same" not in text_of(confirming.rows("q0"))


def test_joined_they_have_one_card_that_says_both_wordings(confirming: Confirming) -> None:
    confirming.press("One answer for both")
    assert [card.split("\n")[0] for card in confirming.cards()] == [
        f"1 {FIRST}",
        "2 How many led to a visit?",
        "3 The cost of those visits",
        "5 How the visits are recorded",
    ]
    assert confirming.cards()[0] == f"1 {BOTH}"
    assert "asked twice." not in confirming.page.words()


def test_their_words_stay_claimed_on_the_left(confirming: Confirming) -> None:
    confirming.press("One answer for both")
    assert confirming.marked()[3] == LATER
    assert "Joined with question 1" in text_of(confirming.rows(ROW))
    assert "Taken out" not in confirming.page.words()
    theirs = [e for e in confirming.rows().iter("div") if "app-pair__theirs" in (e.get("class") or "")]
    assert " ".join(text_of(each) for each in theirs).split() == WORDS.split()


def test_they_can_be_parted_again_as_they_were(confirming: Confirming) -> None:
    before = confirming.cards()
    confirming.press("One answer for both").press("They are two questions", ROW)
    assert confirming.cards() == before
    assert "Nearly the same" not in confirming.page.words()


def test_two_questions_they_are_and_the_notice_is_gone(confirming: Confirming) -> None:
    before = confirming.cards()
    confirming.press("They are two questions", "q3")
    assert confirming.cards() == before
    assert "Nearly the same" not in confirming.page.words()


def test_it_is_kept_and_opened_again_as_it_was(confirming: Confirming, session: Session, case: Case) -> None:
    confirming.press("One answer for both").press("Confirm 4 questions")
    session.expire_all()
    first = session.scalars(select(Question).order_by(Question.position)).first()
    assert first is not None
    assert (first.label, first.text) == ("1", BOTH)
    assert WORDS[first.span_start : first.span_end] == FIRST

    again = Confirming(confirming.client, case)
    assert "Joined with question 1" in text_of(again.rows(ROW))
    again.press("They are two questions", ROW).press("Confirm 5 questions")
    session.expire_all()
    texts = session.scalars(select(Question.text).order_by(Question.position)).all()
    assert (texts[0], texts[3]) == (FIRST, LATER)


def test_the_truth_that_is_kept_knows_both(confirming: Confirming, session: Session) -> None:
    confirming.press("One answer for both").press("Confirm 4 questions")
    kept = session.scalars(select(ConfirmedSplit)).one()
    again = kept.confirmed[0]["again"][0]
    assert (again["number"], again["text"]) == ("4", LATER)
    assert WORDS[slice(*again["span"])] == LATER
    assert len(kept.proposed) == 5


def test_a_joined_question_that_is_taken_out_shows_both_as_taken_out(confirming: Confirming) -> None:
    confirming.press("One answer for both").send("remove 0")
    assert confirming.page.words().count("Taken out") == 2


def test_what_was_confirmed_is_not_asked_about_again(confirming: Confirming, case: Case) -> None:
    confirming.press("Confirm 5 questions")
    assert "Nearly the same" not in Confirming(confirming.client, case).page.words()


def test_two_that_stand_far_apart_are_joined_by_the_plain_join_too(confirming: Confirming) -> None:
    confirming.send("up 3").send("up 2").send("join 1")
    assert "Joined with question 1" in text_of(confirming.rows(ROW))
    confirming.press("They are two questions", ROW)
    assert sorted(confirming.cards()) == sorted(Confirming(confirming.client, _same(confirming)).cards())


def _same(confirming: Confirming) -> Case:
    return Case(id=int(confirming.path.split("/")[2]))


# Doubt

PROSE = "Dear Council,\n\nI live by the river and often see boats. Are they lit?\n\nRobin Ash"


@pytest.fixture
def doubtful(
    desk: Desk, authority: Authority, signed_in: Callable[[User], CheckedClient], officer: User
) -> Confirming:
    return Confirming(signed_in(officer), make_case(desk, authority, PROSE))


def test_a_doubtful_question_says_why(doubtful: Confirming) -> None:
    assert "Look twice. Why it was taken for a question:" in text_of(doubtful.rows("q0"))
    assert "Look twice at one question." in doubtful.page.words()


def test_once_it_is_right_the_mark_is_gone_and_stays_gone(doubtful: Confirming) -> None:
    doubtful.press("It is right")
    assert "Look twice" not in doubtful.page.words()
    doubtful.press("Change", "q0").press("Done", "q0")
    assert "Look twice" not in doubtful.page.words()


def test_what_the_officer_rewrote_has_been_looked_at(doubtful: Confirming) -> None:
    doubtful.press("Change", "q0").press("Done", "q0", text="Are the boats on the river lit?")
    assert "Look twice" not in doubtful.page.words()


def test_what_is_sure_is_quiet(confirming: Confirming) -> None:
    assert "Look twice" not in confirming.page.words()


# Which are alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How many tenants lost their home?", "How many licensees lost their home?"),
        ("When does the contract end?", "When does the lease of it end?"),
        ("How many ducks were seen in 2024?", "How many ducks were seen in 2025?"),
    ],
)
def test_a_word_in_anothers_place_is_another_question(one: str, other: str) -> None:
    assert asked_twice([one, "Who?", other], [""] * 3) == []


def test_the_same_words_under_another_heading_ask_for_something_else() -> None:
    assert asked_twice(["Who supplies them?"] * 2, ["Printers", "Scanners"]) == []
    assert asked_twice(["Who supplies them?"] * 2, ["Printers", "Printers"]) == [(0, 1)]


def test_neighbours_that_differ_by_a_word_are_told_apart_on_purpose() -> None:
    schools = "The number of schools in the county that were trained in first aid in 2025"
    staff = "The number of school staff in the county that were trained in first aid in 2025"
    assert asked_twice([schools, staff], ["", ""]) == []
    assert asked_twice([schools, "Who trained them?", staff], [""] * 3) == [(0, 2)]
