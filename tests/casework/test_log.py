"""Logging: a reference of its own, a clock from the day it came, a first letter, and what came before."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.log import Arrival, log_request, logged_before, received_problem
from foi_tracker.law.bank_holidays import OutsideCalendar
from foi_tracker.models import Authority
from foi_tracker.store import audit as audit_store
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import letters as letter_store
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import WORDS, case


@pytest.mark.parametrize(
    ("received", "problem"),
    [
        (date(2026, 2, 5), "future"),
        (date(2026, 2, 4), ""),
        (date(2025, 2, 4), ""),
        (date(2025, 2, 3), "old"),
    ],
)
def test_the_day_it_came_is_not_in_the_future_and_a_year_ago_is_asked_about(
    received: date, problem: str
) -> None:
    assert received_problem(received, date(2026, 2, 4)) == problem


def test_a_request_from_tomorrow_is_refused_and_uses_no_number_up(desk: Desk, authority: Authority) -> None:
    with pytest.raises(NotAllowed, match="future"):
        case(desk, authority, received_on=date(2026, 2, 5))
    assert case(desk, authority).reference == "001-26"


def test_references_count_by_the_year_of_receipt(desk: Desk, authority: Authority) -> None:
    days = [date(2026, 1, 28), date(2025, 12, 31), date(2026, 2, 2), date(2025, 12, 30)]
    assert [case(desk, authority, received_on=day).reference for day in days] == [
        "001-26",
        "001-25",
        "002-26",
        "002-25",
    ]


def test_a_financial_year_begins_on_1_april(session: Session, desk: Desk) -> None:
    council = make_authority(session, "southmere-council", reference_pattern="{fy}-{seq:03d}")
    days = [date(2025, 3, 31), date(2025, 4, 1), date(2025, 4, 2)]
    assert [case(desk, council, received_on=day).reference for day in days] == [
        "2024-25-001",
        "2025-26-001",
        "2025-26-002",
    ]


def test_a_valid_request_has_its_dates_and_an_acknowledgement_ready(desk: Desk, authority: Authority) -> None:
    made = case(desk, authority, received_on=date(2026, 2, 3))
    assert (made.stage, made.next_step) == ("new", "confirm_questions")
    assert (made.due_on, made.target_on) == (date(2026, 3, 3), date(2026, 2, 24))  # days 20 and 15
    assert made.officer_id == desk.actor.user_id
    (letter,) = letter_store.letters_of(desk.session, made)
    assert (letter.kind, letter.state) == ("acknowledgement", "draft")


def test_what_is_not_a_request_starts_no_clock_and_gets_the_letter_that_says_so(
    desk: Desk, authority: Authority
) -> None:
    made = case(desk, authority, triage="no_name", requester_name="")
    assert (made.stage, made.due_on, made.target_on) == ("not_valid", None, None)
    (letter,) = letter_store.letters_of(desk.session, made)
    assert letter.kind == "not_valid"


def test_a_subject_is_found_in_the_words_where_none_was_typed(desk: Desk, authority: Authority) -> None:
    assert case(desk, authority, subject=" Noise ").subject == "Noise"
    assert case(desk, authority).subject


def test_the_words_are_kept_exactly_as_they_came(desk: Desk, authority: Authority) -> None:
    words = "  Q1.\tHow many?\r\n\r\n  “Why” — and\u00a0when? "
    assert case(desk, authority, words=words).words == words


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ({}, True),
        ({"requester_name": "R. Ash"}, True),  # the same email address
        ({"requester_email": ""}, True),  # the same name
        ({"requester_email": "else@example.org"}, True),
        ({"requester_name": "Kim Else", "requester_email": "else@example.org"}, False),
        ({"requester_name": "Kim Else", "requester_email": ""}, False),
    ],
)
def test_the_same_words_from_the_same_person_are_noticed(
    who: dict[str, str], found: bool, desk: Desk, authority: Authority
) -> None:
    made = case(desk, authority)
    arrival = Arrival(
        **{
            "words": f"  {WORDS.replace(chr(10), chr(13) + chr(10))}",
            "received_on": desk.today,
            "channel": "post",
            "regime": "FOIA",
            "requester_name": "robin  ASH",
            "requester_email": "Robin.Ash@example.org",
            **who,
        }
    )
    assert logged_before(desk, authority, arrival) == ([made] if found else [])


def test_another_authoritys_requests_are_not_noticed(
    session: Session, desk: Desk, authority: Authority
) -> None:
    case(desk, make_authority(session, "southmere-council"))
    arrival = Arrival(WORDS, desk.today, "email", "FOIA", requester_name="Robin Ash")
    assert logged_before(desk, authority, arrival) == []


def test_a_day_for_which_no_bank_holidays_are_known_is_refused(desk: Desk, authority: Authority) -> None:
    with pytest.raises(OutsideCalendar):
        log_request(desk, authority, Arrival(WORDS, date(1996, 1, 2), "post", "FOIA"))


def test_logging_writes_one_entry_with_what_was_known(desk: Desk, authority: Authority) -> None:
    made = case(desk, authority)
    ((entry, payload),) = audit_store.history(desk.session, made)
    assert (entry.action, entry.actor_name) == ("request_logged", "Sam Officer")
    assert payload is not None
    assert payload.payload["reference"] == "001-26"
    assert payload.payload["due_on"] == "2026-02-25"
    assert "Robin" not in str(payload.payload), "who asked is not repeated in the audit"


def test_a_number_once_set_is_never_lowered(desk: Desk, authority: Authority) -> None:
    authority_store.set_counter(desk.session, authority, "2026", 41)
    assert case(desk, authority).reference == "042-26"
    with pytest.raises(ValueError, match="42 has been given already"):
        authority_store.set_counter(desk.session, authority, "2026", 41)
    assert authority_store.counter(desk.session, authority, "2026") == 42
