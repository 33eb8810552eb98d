"""What was logged as not valid is a request after all: by our mistake, or since what was missing came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foi_tracker.casework.case_details import CaseDetails, change_details
from foi_tracker.casework.corrections import asker
from foi_tracker.casework.correspondence import ASKED, Said, record_correspondence
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.letters import LetterPlan, issue_letter, start_letter
from foi_tracker.casework.questions import proposed_questions, split_of
from foi_tracker.casework.validity import Validity, make_valid
from foi_tracker.law.outcomes import NOT_VALID
from foi_tracker.models import Authority, Case
from foi_tracker.store import cases as case_store
from foi_tracker.store.audit import history
from foi_tracker.store.letters import letters_of
from foi_tracker.store.questions import latest_splits, questions_of
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case
from tests.factories.sent_letters import send

WORDS_CAME = date(2026, 1, 5)
NAME_CAME = date(2026, 1, 19)  # a Monday; its 20th working day is Monday 16 February
BY_MISTAKE = Validity("The name stood in the signature.")
DESCRIBED = Validity("I mean the noise of 2025.", NAME_CAME, "email")
COMPLETED = replace(DESCRIBED, words="I am Robin Ash.", who={"requester_name": "Robin Ash"})


@pytest.fixture
def case(desk: Desk, authority: Authority) -> Case:
    return make_case(desk, authority, triage="no_name", requester_name="", received_on=WORDS_CAME)


def tell(desk: Desk, case: Case, on: date) -> None:
    """Send the letter that says that it is not valid."""
    then = replace(desk, today=on)
    (letter,) = letters_of(desk.session, case)
    issue_letter(then, case, letter, letter.version)
    send(then, case, letter)


def drafts(desk: Desk, case: Case) -> list[tuple[str, str]]:
    return [(letter.kind, letter.state) for letter in letters_of(desk.session, case)]


def test_by_our_mistake_no_day_is_lost(desk: Desk, case: Case) -> None:
    make_valid(desk, case, BY_MISTAKE)
    assert (case.triage, case.stage, case.next_step) == ("valid", "new", "confirm_questions")
    assert (case.received_on, case.due_on) == (WORDS_CAME, date(2026, 2, 2))
    assert drafts(desk, case) == [("acknowledgement", "draft")]


def test_once_what_was_missing_has_come_that_is_the_day_of_receipt(desk: Desk, case: Case) -> None:
    """s.8(1)(b): without a name there was no request to receive; s.10(1) counts from the day there was."""
    make_valid(desk, case, COMPLETED)
    assert (case.received_on, case.due_on) == (NAME_CAME, date(2026, 2, 16))
    (said,) = case_store.correspondence(desk.session, case)
    assert (said.direction, said.on, said.words) == ("in", NAME_CAME, "I am Robin Ash.")
    events = case_store.clock_events(desk.session, case)
    assert case_store.words_came_on(case, events) == WORDS_CAME


@pytest.mark.parametrize("validity", [BY_MISTAKE, COMPLETED])
def test_it_is_open_again_after_they_were_told(desk: Desk, case: Case, validity: Validity) -> None:
    tell(desk, case, date(2026, 1, 8))
    assert (case.stage, case.closed_on) == ("closed", date(2026, 1, 8))
    make_valid(desk, case, validity)
    assert (case.stage, case.closed_on) == ("new", None)
    assert drafts(desk, case) == [("not_valid", "sent"), ("acknowledgement", "draft")]


def test_a_letter_issued_that_is_not_to_leave_any_more_holds_nothing_up(desk: Desk, case: Case) -> None:
    (letter,) = letters_of(desk.session, case)
    issue_letter(desk, case, letter, letter.version)
    assert case.stage == "issued"
    make_valid(desk, case, BY_MISTAKE)
    assert case.stage == "new"


def test_the_audit_has_one_entry_with_before_and_after(desk: Desk, case: Case) -> None:
    make_valid(desk, case, COMPLETED)
    entries = [(entry.action, kept.payload) for entry, kept in history(desk.session, case) if kept]
    assert [action for action, _ in entries] == ["made_valid", "request_logged"]
    told = entries[0][1]
    assert told["before"] == {
        "triage": "no_name",
        "received_on": "2026-01-05",
        "due_on": None,
        "requester_name": "",
    }
    assert told["after"] == {
        "triage": "valid",
        "received_on": "2026-01-19",
        "due_on": "2026-02-16",
        "requester_name": "Robin Ash",
    }
    assert (told["came_on"], told["words"]) == ("2026-01-19", "I am Robin Ash.")


@pytest.mark.parametrize(
    ("validity", "field"),
    [
        (replace(BY_MISTAKE, words=" "), "words"),
        (replace(COMPLETED, channel="pigeon"), "channel"),
        (replace(COMPLETED, came_on=date(2026, 2, 5)), "came_on"),
        (replace(COMPLETED, came_on=date(2026, 1, 4)), "came_on"),
        (replace(COMPLETED, who={"requester_name": " "}), "requester_name"),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, case: Case, validity: Validity, field: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        make_valid(desk, case, validity)
    assert refused.value.field == field
    assert (case.triage, case.received_on) == ("no_name", WORDS_CAME)


def test_with_the_name_the_letters_greet_them_and_it_is_masked(desk: Desk, case: Case) -> None:
    make_valid(desk, case, COMPLETED)
    assert case.requester_name == "Robin Ash"
    assert "Robin Ash" in asker(case).name
    (said,) = case_store.correspondence(desk.session, case)
    assert said.with_whom == "Robin Ash"


def test_the_pseudonym_that_it_came_under_stays_masked(desk: Desk, authority: Authority) -> None:
    case = make_case(desk, authority, triage="no_name", requester_name="Foxy Ninety", received_on=WORDS_CAME)
    make_valid(desk, case, COMPLETED)
    assert {"Robin Ash", "Foxy Ninety"} <= set(asker(case).name.splitlines())


@pytest.mark.parametrize("name", ["requester_email", "requester_address"])
def test_with_the_address_letters_have_a_way_to_them(desk: Desk, authority: Authority, name: str) -> None:
    """s.8(1)(b): an address for correspondence, and an email address is one."""
    case = make_case(desk, authority, triage="no_address", requester_email="", received_on=WORDS_CAME)
    with pytest.raises(NotAllowed, match="email address or their postal address"):
        make_valid(desk, case, replace(COMPLETED, words="Write to me."))
    make_valid(desk, case, replace(COMPLETED, who={name: "robin@example.org"}))
    assert getattr(case, name) == "robin@example.org"


def test_a_valid_request_is_not_made_valid_again(desk: Desk, case: Case) -> None:
    make_valid(desk, case, COMPLETED)
    with pytest.raises(NotAllowed, match="valid already"):
        make_valid(desk, case, BY_MISTAKE)


@pytest.mark.parametrize("code", NOT_VALID)
def test_only_what_section_8_asks_for_can_be_missing(desk: Desk, authority: Authority, code: str) -> None:
    case = make_case(desk, authority, triage=code, received_on=WORDS_CAME)
    if code in ("no_name", "no_address", "not_described", "not_recorded"):
        who = {"requester_name": "Robin Ash", "requester_email": "robin@example.org"}
        make_valid(desk, case, replace(COMPLETED, who=who))
        return
    with pytest.raises(NotAllowed, match="a new request"):
        make_valid(desk, case, COMPLETED)
    make_valid(desk, case, BY_MISTAKE)
    assert case.due_on == date(2026, 2, 2)


def test_what_was_asked_before_there_was_a_request_stops_no_clock(desk: Desk, authority: Authority) -> None:
    case = make_case(desk, authority, triage="not_described", received_on=WORDS_CAME)
    record_correspondence(desk, case, Said("out", "email", date(2026, 1, 7), "Robin", "Which noise?", ASKED))
    make_valid(desk, case, COMPLETED)
    assert case.due_on == date(2026, 2, 16)
    assert len(case_store.correspondence(desk.session, case)) == 2, "what was said stays"
    _, kept = history(desk.session, case)[0]
    assert kept is not None
    assert kept.payload["without_effect"] == [{"what": "We asked what they meant", "on": "2026-01-07"}]


VAGUE = "Dear all, please tell me about things.\n\nThis email is confidential."
QUESTIONS = "1. How many noise complaints in 2025?\n2. How many led to a fine?"


def test_the_description_that_came_is_what_the_questions_are_read_from(
    desk: Desk, authority: Authority
) -> None:
    """s.8(1)(c): what describes the information is the request, wherever it stands."""
    case = make_case(desk, authority, words=VAGUE, triage="not_described", received_on=WORDS_CAME)
    make_valid(desk, case, replace(DESCRIBED, words=QUESTIONS))
    drafts = proposed_questions(split_of(desk.session, case))
    assert [(each.number, each.text) for each in drafts] == [
        (None, "please tell me about things."),
        ("1", "How many noise complaints in 2025?"),
        ("2", "How many led to a fine?"),
    ]
    assert [case.words[slice(*each.span)] for each in drafts if each.span] == [each.text for each in drafts]
    events = case_store.clock_events(desk.session, case)
    assert case_store.first_words(case, events) == VAGUE
    assert [each.words for each in case_store.correspondence(desk.session, case)] == [QUESTIONS]


def test_questions_confirmed_before_the_description_came_are_forgotten(
    desk: Desk, authority: Authority
) -> None:
    authority.keeps_corrections = True
    case, _ = confirmed_case(desk, authority, words=VAGUE, triage="not_described", received_on=WORDS_CAME)
    make_valid(desk, case, replace(DESCRIBED, words=QUESTIONS))
    assert (case.questions_confirmed, case.questions_total, case.next_step) == (False, 0, "confirm_questions")
    assert not questions_of(desk.session, case)
    assert not latest_splits(desk.session, authority)


def test_what_came_besides_a_name_or_by_our_mistake_is_no_part_of_the_words(
    desk: Desk, authority: Authority, case: Case
) -> None:
    before = case.words
    make_valid(desk, case, COMPLETED)
    assert case.words == before
    mistaken, questions = confirmed_case(desk, authority, triage="not_described")
    make_valid(desk, mistaken, BY_MISTAKE)
    assert mistaken.words == before
    assert list(questions_of(desk.session, mistaken)) == questions


def test_the_day_on_which_what_was_missing_came_can_be_corrected(desk: Desk, case: Case) -> None:
    tell(desk, case, date(2026, 1, 22))
    make_valid(desk, case, COMPLETED)

    def correct(day: date) -> None:
        change_details(desk, case, replace(CaseDetails.of(case), received_on=day), case.version)

    correct(date(2026, 1, 26))
    assert case.due_on == date(2026, 2, 23)
    completed = case_store.completion(case_store.clock_events(desk.session, case))
    assert completed is not None
    assert completed.on == date(2026, 1, 26)
    assert date(2026, 1, 26) in [each.on for each in case_store.correspondence(desk.session, case)]
    with pytest.raises(NotAllowed, match="Their words came on Monday 5 January 2026"):
        correct(date(2026, 1, 2))


def test_a_request_that_is_valid_gets_no_letter_that_says_it_is_not(desk: Desk, case: Case) -> None:
    make_valid(desk, case, BY_MISTAKE)
    with pytest.raises(NotAllowed, match="Only a request that is not valid"):
        start_letter(desk, case, LetterPlan("not_valid"))
