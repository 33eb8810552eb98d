"""The words that the request's page is made of."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.models import Case, ClockEvent, Deadline, Question
from foi_tracker.web.blind import masked
from foi_tracker.web.cases.band import own_dates
from foi_tracker.web.cases.due import Due, due_of
from foi_tracker.web.cases.history_words import details_of, words_of
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.cases.question_rows import first_line

LABELS = ["1", "2", "3", "4", "5", "6", "7", "8", "8A", "9", "10"]
DUE = date(2026, 12, 2)  # a Wednesday


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (["8A"], "Question 8A"),
        (["2", "3"], "Questions 2 and 3"),
        (["1", "2", "3"], "Questions 1 to 3"),
        ([label for label in LABELS if label != "8A"], "Questions 1 to 8, 9 and 10"),
        (LABELS, "Questions 1 to 10"),
        (["10", "1"], "Questions 1 and 10"),
        ([], ""),
    ],
)
def test_labels_are_said_as_people_say_them(labels: list[str], said: str) -> None:
    assert say_questions(labels, LABELS) == said


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("", ""),
        ("\n\n**None** at all.\n\nMore.", "None at all."),
        ("## Heading\n\nText.", "Heading…"),
        ("- one\n- two", "one…"),
        ("Figures:\n\nA\tB\n1\t2", "Figures. With a table."),
        ("A\tB\n1\t2", "A table."),
        ("See [the page](https://example.org/a_b).", "See the page."),
        ("word " * 40, "word " * 21 + "word…"),
    ],
)
def test_an_answer_s_first_line_is_plain_words(answer: str, line: str) -> None:
    assert first_line(answer) == line


def a_case(**values: object) -> Case:
    return Case(**{"triage": "valid", "stage": "closed", "received_on": date(2026, 11, 3), **values})


def sent(on: date, kind: str = "foia_response") -> Due:
    live = [Deadline(kind=kind, due_on=DUE, question_ids=[], met_by="response_issued")]
    return due_of(a_case(closed_on=on), live, None, date(2026, 12, 20), BankHolidays.shipped())


@pytest.mark.parametrize(
    ("on", "count", "note", "ticks"),
    [
        (date(2026, 12, 1), "1 working day early", "Answered on working day 19 of 20", 19),
        (DUE, "On its last day", "Answered on working day 20 of 20", 20),
        (date(2026, 12, 4), "2 working days late", "Answered on working day 22 of 20", 20),
    ],
)
def test_once_sent_the_card_says_how_it_stood_to_its_date(
    on: date, count: str, note: str, ticks: int
) -> None:
    due = sent(on)
    assert (due.state, due.heading_label) == ("sent", "Was due Wednesday 2 December 2026")
    assert (due.count_words, due.note, due.ticks_used) == (count, note, ticks)
    assert due.went_late is count.endswith("late")


def test_an_extension_of_forty_days_is_drawn_in_the_same_twenty_ticks() -> None:
    due = sent(date(2026, 12, 1), kind="eir_extended_response")
    assert (due.note, due.ticks_used, due.ticks_total) == ("Answered on working day 39 of 40", 19, 20)


def test_a_date_that_no_count_leads_to_draws_no_ticks() -> None:
    assert sent(DUE, kind="pit_decision").ticks_total == 0


def test_the_last_questions_to_be_answered_are_named_beside_their_date() -> None:
    questions = [Question(id=n, label=label) for n, label in enumerate(("1", "2", "3"), start=1)]
    deadlines = [
        Deadline(kind="foia_response", due_on=date(2026, 12, 17), question_ids=[3], met_by=""),
        Deadline(kind="foia_response", due_on=DUE, question_ids=[1, 2], met_by="response_issued"),
    ]
    asked = ClockEvent(type="clarification_requested", question_ids=[3], statutory="s1(3)")
    said = own_dates(a_case(stage="answering"), questions, deadlines, [asked])
    assert said == "This is the date of question 3. The rest is answered."


def test_who_asked_is_hidden_inside_the_words_too() -> None:
    case = Case(
        requester_name="Jo Ng-Ashe",
        requester_organisation="Vale Watch",
        requester_email="jo@example.org",
        requester_address="4 Elm Road\nNorthvale",
        their_reference="VW/7",
    )
    words = "I am Jo\nNg-Ashe of VALE WATCH (jo@example.org), 4 Elm Road. Our VW/7. Jobs in Elmwood Road?"
    assert masked(case, words) == (
        "I am [hidden] of [hidden] ([hidden]), [hidden]. Our [hidden]. Jobs in Elmwood Road?"
    )


def test_a_name_that_is_also_a_word_hides_the_name_alone() -> None:
    case = Case(
        requester_name="Mr Will Ng",
        requester_organisation="",
        requester_email="",
        requester_address="",
        their_reference="",
    )
    assert masked(case, "Will (WILL NG, Mr Ng) asks what will happen.") == (
        "[hidden] ([hidden] [hidden], Mr [hidden]) asks what will happen."
    )


def test_where_nothing_is_known_of_them_nothing_is_hidden() -> None:
    nobody = dict.fromkeys(("name", "organisation", "email", "address"), "")
    case = Case(**{f"requester_{name}": value for name, value in nobody.items()}, their_reference="")
    assert masked(case, "How many?") == "How many?"


def test_an_entry_whose_payload_is_erased_still_says_what_was_done() -> None:
    assert words_of("question_answered", {}) == "Question answered"
    assert words_of("something_newer", {"a": 1}) == "Something newer"


def test_the_details_of_an_entry_are_terms_and_words() -> None:
    payload = {
        "on": "2026-12-02",
        "outcome": "not_held",
        "details": {"searched": "The register."},
        "questions": [{"label": "8A", "text": "Where?", "span": [1, 2]}],
        "large_print": True,
        "letter": 7,
        "empty": "",
    }
    assert details_of(payload) == [
        ("Day", "Wednesday 2 December 2026"),
        ("Outcome", "Not held"),
        ("Details", "Searched: The register."),
        ("Questions", "8A. Where?"),
        ("Large print", "Yes"),
    ]
