"""Questions of a request that a reply leaves out, in the ways in which replies set out their answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foi_tracker.intake.reading import check_letter

ASKED = (
    ("How many potholes were reported to the council in 2022?", "4,112 were reported."),
    ("How many of these were repaired within five working days?", "3,050 of them."),
    ("What was the total cost of pothole repairs in 2022?", "£1.2 million."),
    ("How many claims for damage to vehicles were received?", "There were 211 claims."),
    ("How much compensation was paid out in total?", "£18,450 was paid."),
)
PLAIN = "\n\n".join(question for question, _ in ASKED)
NUMBERED = "\n\n".join(f"{number}. {question}" for number, (question, _) in enumerate(ASKED, 1))
HEAD = "Department for Tides\n1 Harbour Street\n\nDear Mr Penn,\n\nThank you for your email.\n\n"
TAIL = "\n\nIf you have any queries, please contact me.\n\nYours sincerely,\n\nA Clerk"

LAYOUTS: dict[str, Callable[[int, str, str], str]] = {
    "by number": lambda number, question, answer: f"{number}. {answer}",
    "by Q and number": lambda number, question, answer: f"Q{number}: {answer}",
    "said back": lambda number, question, answer: f"{question}\n\n{answer}",
    "said back with numbers": lambda number, question, answer: f"{number}. {question}\n\n{answer}",
    "in a table": lambda number, question, answer: f"{number}\t{question}\t{answer}",
}


def letter(layout: str, left_out: int = 0) -> str:
    rows = [
        LAYOUTS[layout](number, question, answer)
        for number, (question, answer) in enumerate(ASKED, 1)
        if number != left_out
    ]
    return HEAD + "\n\n".join(rows) + TAIL


def unanswered(text: str, request: str) -> dict[str, str]:
    """The level of each question's finding, by its label."""
    checked = check_letter(text, request=request)
    return {each.where: each.level for each in checked.findings if each.code == "question_unanswered"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("left_out", [1, 3, 5])
def test_the_question_that_is_left_out_is_found(layout: str, left_out: int):
    assert unanswered(letter(layout, left_out), NUMBERED) == {str(left_out): "must"}


def test_a_question_said_back_that_goes_on_as_its_own_answer_is_answered():
    first, *others = ASKED
    rows = [first[0].rstrip("?") + " is 4,112.", *(answer for _, answer in others)]
    numbered = "\n\n".join(f"{number}. {row}" for number, row in enumerate(rows, 1))
    assert unanswered(HEAD + numbered + TAIL, NUMBERED) == {}


@pytest.mark.parametrize("layout", ["said back", "said back with numbers", "in a table"])
def test_a_request_without_numbers_is_followed_by_its_words(layout: str):
    assert unanswered(letter(layout, 3), PLAIN) == {"3": "must"}
    assert unanswered(letter(layout), PLAIN) == {}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_said_of_a_letter_that_answers_all(layout: str):
    assert unanswered(letter(layout), NUMBERED) == {}


@pytest.mark.parametrize("mark", ["1 and 2.", "Questions 1 and 2:", "1-2.", "Q1 & Q2:"])
def test_one_answer_may_stand_under_several_numbers(mark: str):
    rows = [f"{mark} 4,112, of which 3,050."] + [f"{n}. {ASKED[n - 1][1]}" for n in (3, 4, 5)]
    assert unanswered(HEAD + "\n\n".join(rows) + TAIL, NUMBERED) == {}


def test_questions_taken_up_in_prose_are_answered_though_not_said_back_word_for_word():
    answers = (
        "As for potholes that were reported in 2022: 4,112. Within five working days we repaired 3,050. "
        "The total cost of the repairs was £1.2 million. Claims for damage to vehicles that we received "
        "come to 211. As compensation £18,450 was paid out in total."
    )
    assert unanswered(HEAD + answers + TAIL, NUMBERED) == {}


def test_a_question_said_back_above_another_may_share_its_answer():
    rows = [f"{n}. {q}\n\n{'' if n == 3 else a}" for n, (q, a) in enumerate(ASKED, 1)]
    assert unanswered(HEAD + "\n\n".join(rows) + TAIL, NUMBERED) == {"3": "should"}


@pytest.mark.parametrize(
    "words", ["We hold this information.", "Please see our response below.", "Thank you for your question."]
)
def test_words_that_answer_nothing_are_no_answer(words: str):
    rows = [f"{n}. {q}\n\n{words if n == 5 else a}" for n, (q, a) in enumerate(ASKED, 1)]
    assert unanswered(HEAD + "\n\n".join(rows) + TAIL, NUMBERED) == {"5": "must"}


def test_the_cells_of_a_table_are_no_numbers_of_answers():
    table = "Reported in 2022\n\nRepaired\n\n2\n\n9\n\n3\n\n37\n\n4\n\n46\n\n5\n\n28\n\n"
    assert unanswered(HEAD + table + TAIL, NUMBERED) == {}


def test_an_answer_above_the_first_number_may_be_the_first_questions():
    rows = [answer for _, answer in ASKED]
    numbered = "\n\n".join(f"{number}. {row}" for number, row in enumerate(rows[1:], 2))
    assert unanswered(HEAD + rows[0] + "\n\n" + numbered + TAIL, NUMBERED) == {"1": "should"}


def test_answers_in_one_row_are_each_known_by_their_number():
    said = (
        "1) See the register at the following link: 2) 3,050 of them. 3) £1.2 million (the year to March) "
        "4) There were 211 claims. 5) £18,450 was paid."
    )
    assert unanswered(HEAD + said + TAIL, NUMBERED) == {}


def test_a_question_of_three_words_that_is_said_back_is_known_by_its_line():
    asked = "How many cameras do you have\nWhere are the cameras sited\nAnnual running cost"
    said = (
        "How many cameras do you have\n\nThere are 164 of them.\n\n"
        "Where are the cameras sited\n\nOn the bridges and at both ends of the High Street.\n\n"
        "Annual running cost\n\n{answer}"
    )
    assert unanswered(HEAD + said.format(answer="£489,300 in 2018/19.") + TAIL, asked) == {}
