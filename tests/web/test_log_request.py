"""Logging a request: what is asked of the officer, what is refused, and what stands afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, Case, Letter, ReferenceCounter, User
from tests.client import CheckedClient
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import WORDS, case
from tests.factories.people import person
from tests.html import Page, text_of

LOG = "/requests/log"


def typed(received: date = date(2026, 1, 28), **values: str) -> dict[str, str]:
    """What an officer with one authority types for an ordinary email."""
    return {
        "words": WORDS,
        "received_on-day": str(received.day),
        "received_on-month": str(received.month),
        "received_on-year": str(received.year),
        "channel": "email",
        "requester_name": "Robin Ash",
        "requester_email": "robin.ash@example.org",
        "regime": "FOIA",
        "triage": "valid",
        "language": "en-GB",
        **values,
    }


@pytest.fixture
def logging(desk: Desk, signed_in: Callable[[User], CheckedClient], officer: User) -> CheckedClient:
    """The officer of one authority, ready to log; `desk` is theirs too."""
    return signed_in(officer)


def the_case(session: Session) -> Case:
    session.expire_all()
    return session.scalars(select(Case)).one()


def cases(session: Session) -> list[Case]:
    session.expire_all()
    return list(session.scalars(select(Case).order_by(Case.id)))


def errors(page: Page) -> str:
    return " | ".join(
        text_of(element)
        for element in page.root.iter()
        if "govuk-error-summary" in (element.get("class") or "").split()
    )


def test_a_valid_request_goes_on_to_its_questions(logging: CheckedClient, session: Session) -> None:
    answer = logging.post(LOG, data=typed(received_time="9.05", their_reference="RA/1", large_print="y"))

    made = the_case(session)
    assert answer.status_code == 303
    assert answer.location == f"/requests/{made.id}/questions"
    assert (made.reference, made.due_on, made.received_time) == ("001-26", date(2026, 2, 25), "09:05")
    assert (made.words, made.their_reference, made.large_print) == (WORDS, "RA/1", True)


def test_afterwards_the_page_says_the_reference_the_date_and_the_letter_to_send(
    logging: CheckedClient, session: Session
) -> None:
    answer = logging.post(LOG, data=typed(), follow_redirects=True)

    words = Page(answer.text).words()
    assert "Logged as 001-26, due Wednesday 25 February 2026." in words
    assert "The acknowledgement is ready to send" in words
    assert f"/requests/{the_case(session).id}/letters" in answer.text


def test_a_request_that_is_not_valid_starts_no_clock_and_goes_to_its_own_page(
    logging: CheckedClient, session: Session
) -> None:
    answer = logging.post(LOG, data=typed(triage="no_name", requester_name=""))

    made = the_case(session)
    assert answer.location == f"/requests/{made.id}"
    assert (made.triage, made.due_on) == ("no_name", None)
    assert session.scalars(select(Letter.kind)).all() == ["not_valid"]


def test_an_oral_request_under_the_regulations_is_valid(logging: CheckedClient, session: Session) -> None:
    logging.post(LOG, data=typed(channel="phone", regime="EIR", requester_name=""))
    assert (the_case(session).regime, the_case(session).due_on) == ("EIR", date(2026, 2, 25))


def test_a_phone_call_under_the_act_is_warned_of(logging: CheckedClient) -> None:
    answer = logging.post(LOG, data=typed(channel="phone", show="1"))
    assert "not valid under the Act, which asks for writing (s.8(1)(a))" in Page(answer.text).words()


@pytest.mark.parametrize(
    ("values", "warned"),
    [
        ({"requester_name": ""}, "The Act asks for a real name"),
        ({"requester_email": ""}, "no address to answer to"),
        ({"words": "Good morning to you all."}, "No question was found"),
        ({"words": "1. Send me everything you hold about me"}, "asking for their own data"),
    ],
)
def test_what_seems_missing_is_pointed_out_and_the_officer_decides(
    logging: CheckedClient, session: Session, values: dict[str, str], warned: str
) -> None:
    shown = logging.post(LOG, data=typed(**values, show="1"))
    assert warned in Page(shown.text).words()
    assert not cases(session)

    assert logging.post(LOG, data=typed(**values)).status_code == 303


def test_a_name_is_not_asked_for_under_the_regulations(logging: CheckedClient) -> None:
    shown = logging.post(LOG, data=typed(requester_name="", regime="EIR", show="1"))
    assert "real name" not in Page(shown.text).words().partition("When did it reach us")[0]


def test_nothing_typed_is_lost_by_an_error(logging: CheckedClient, session: Session) -> None:
    answer = logging.post(LOG, data=typed(words="", their_reference="RA/1", adjustment="a phone call"))

    assert answer.status_code == 422
    page = Page(answer.text)
    assert page.title.startswith("Error:")
    assert "Paste or type what they wrote" in errors(page)
    assert 'value="RA/1"' in answer.text
    assert 'value="a phone call"' in answer.text
    assert not cases(session)


@pytest.mark.parametrize("missing", ["channel", "regime", "received_on-day"])
def test_what_the_law_hangs_on_must_be_said(logging: CheckedClient, session: Session, missing: str) -> None:
    values = typed()
    del values[missing]
    assert logging.post(LOG, data=values).status_code == 422
    assert not cases(session)


def test_a_day_in_the_future_is_refused_at_the_field(
    logging: CheckedClient, session: Session, today: date
) -> None:
    answer = logging.post(LOG, data=typed(today + timedelta(days=1)))

    assert answer.status_code == 422
    assert "Thursday 5 February 2026 is in the future" in errors(Page(answer.text))
    assert not cases(session)


def test_today_is_not_the_future(logging: CheckedClient, session: Session, today: date) -> None:
    assert logging.post(LOG, data=typed(today)).status_code == 303


def test_a_day_over_a_year_ago_asks_whether_the_officer_is_sure(
    logging: CheckedClient, session: Session
) -> None:
    first = logging.post(LOG, data=typed(date(2025, 2, 3)))
    assert first.status_code == 422
    assert "Are you sure?" in errors(Page(first.text))
    assert Page(first.text).with_id("old_is_right") is not None
    assert not cases(session)

    assert logging.post(LOG, data=typed(date(2025, 2, 3), old_is_right="y")).status_code == 303
    assert the_case(session).received_on == date(2025, 2, 3)


def test_a_year_ago_to_the_day_asks_nothing(logging: CheckedClient) -> None:
    assert logging.post(LOG, data=typed(date(2025, 2, 4))).status_code == 303


def test_a_day_before_the_bank_holidays_we_know_is_refused_in_plain_words(
    logging: CheckedClient, session: Session
) -> None:
    answer = logging.post(LOG, data=typed(date(2004, 12, 30), old_is_right="y"))

    assert answer.status_code == 422
    assert "No bank holidays are known for 2004" in errors(Page(answer.text))
    assert not cases(session)


def test_a_count_that_runs_out_of_the_calendar_is_refused(
    app: Any, logging: CheckedClient, desk: Desk, session: Session
) -> None:
    last = date(desk.holidays.last_year, 12, 20)
    app.config["TODAY"] = last
    answer = logging.post(LOG, data=typed(last))

    assert answer.status_code == 422
    assert "bank holidays" in errors(Page(answer.text))
    assert WORDS.splitlines()[0] in Page(answer.text).words()
    assert not cases(session)


def test_the_same_words_from_the_same_person_are_noticed_and_may_be_logged_again(
    logging: CheckedClient, session: Session
) -> None:
    logging.post(LOG, data=typed())
    again = typed(words=WORDS.upper().replace("\n", "  \n"), requester_name="R Ash")
    noticed = logging.post(LOG, data=again)

    assert noticed.status_code == 422
    page = Page(noticed.text)
    assert "logged already" in errors(page)
    assert f"/requests/{the_case(session).id}" in [link.get("href") for link in page.all("a")]

    assert logging.post(LOG, data=again | {"log_again": "y"}).status_code == 303
    assert [made.reference for made in cases(session)] == ["001-26", "002-26"]


def test_the_same_words_from_somebody_else_are_shown_and_stop_nothing(
    logging: CheckedClient, desk: Desk, authority: Authority
) -> None:
    case(desk, authority)
    other = typed(requester_name="Kim Elm", requester_email="kim@example.org")

    assert "from somebody else" in Page(logging.post(LOG, data=other | {"show": "1"}).text).words()
    assert logging.post(LOG, data=other).status_code == 303


def test_the_panel_says_what_the_words_make_and_uses_up_no_number(
    logging: CheckedClient, session: Session
) -> None:
    shown = Page(logging.post(LOG, data=typed(date(2026, 1, 28), show="1")).text).words()

    assert "Wednesday 25 February 2026" in shown
    assert "counting from Thursday 29 January" in shown
    assert "It becomes 001-26, and an acknowledgement is ready to send" in shown
    assert not session.scalars(select(ReferenceCounter)).all()
    assert not cases(session)


def test_the_odd_day_that_is_not_counted_is_named(logging: CheckedClient, app: Any) -> None:
    app.config["TODAY"] = date(2026, 3, 20)
    preview = logging.post(f"{LOG}/preview", data=typed(date(2026, 3, 2))).text

    assert "Tuesday 31 March 2026" in preview
    assert "Tuesday 17 March is not counted: St Patrick" in preview


def test_the_preview_is_the_panel_alone_and_says_what_is_missing(logging: CheckedClient) -> None:
    preview = logging.post(f"{LOG}/preview", data={"words": "1. How many bins are there?\n2. And where?"})

    assert preview.status_code == 200
    assert "<html" not in preview.text
    assert "Enter the day it reached us." in preview.text
    assert 'data-says=" Enter the day it reached us. 2 questions."' in preview.text


@pytest.mark.parametrize(
    ("words", "law"),
    [
        ("How much sewage was let into the river in 2025?", "EIR"),
        ("Under the EIR, please send the survey.", "EIR"),
        ("How many parking fines were given in 2025? It is a waste of money.", "FOIA"),
    ],
)
def test_the_law_is_suggested_from_the_words(logging: CheckedClient, words: str, law: str) -> None:
    values = typed(words=words, show="1")
    del values["regime"]
    page = Page(logging.post(LOG, data=values).text)
    chosen = [
        box.get("value")
        for box in page.all("input")
        if box.get("name") == "regime" and "checked" in box.attrib
    ]
    assert chosen == [law]


def test_an_officer_of_one_authority_is_not_asked_which(logging: CheckedClient) -> None:
    assert "Which authority" not in logging.page(LOG).words()


def test_an_officer_of_two_says_which_and_each_counts_by_itself(
    signed_in: Callable[[User], CheckedClient], session: Session, authority: Authority
) -> None:
    other = make_authority(session, "northvale-commissioner", kind="opcc")
    client = signed_in(person(session, "Ros Both", authority, other))

    assert client.post(LOG, data=typed()).status_code == 422
    for each in (authority, other):
        assert client.post(LOG, data=typed(authority_id=str(each.id))).status_code == 303
    assert [(made.authority_id, made.reference) for made in cases(session)] == [
        (authority.id, "001-26"),
        (other.id, "001-26"),
    ]


def test_nobody_logs_for_an_authority_that_is_not_theirs(logging: CheckedClient, session: Session) -> None:
    stranger = make_authority(session, "southmoor-council", kind="council")
    logging.post(LOG, data=typed(authority_id=str(stranger.id)))
    assert stranger.id not in [made.authority_id for made in cases(session)]


def test_another_language_and_an_adjustment_go_to_the_letter_in_words(
    logging: CheckedClient, session: Session
) -> None:
    unnamed = logging.post(LOG, data=typed(language="other"))
    assert unnamed.status_code == 422

    logging.post(LOG, data=typed(language="other", other_language="Polish", adjustment="a phone call"))
    assert the_case(session).adjustment == "in Polish; a phone call"
