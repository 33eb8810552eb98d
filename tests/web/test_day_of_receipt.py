"""The day of receipt on the page that corrects what is known of a request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letters import issue_letter
from foi_tracker.models import Authority, Case, User
from foi_tracker.store.letters import letters_of
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.html import Page
from tests.web.test_case_acts import typed

LOGGED = date(2026, 1, 5)  # due on Monday 2 February


@pytest.fixture
def case(desk: Desk, authority: Authority) -> Case:
    made, _ = confirmed_case(desk, authority, received_on=LOGGED)
    return made


@pytest.fixture
def visitor(signed_in: Callable[[User], CheckedClient], officer: User, desk: Desk) -> CheckedClient:
    return signed_in(officer)


def details(case: Case) -> str:
    return f"/requests/{case.id}/details"


def came(visitor: CheckedClient, case: Case, day: date, **more: str) -> dict[str, str]:
    boxes = dict(zip(("day", "month", "year"), (day.day, day.month, day.year), strict=True))
    return (
        typed(visitor.page(details(case)))
        | {f"received_on-{box}": str(value) for box, value in boxes.items()}
        | more
    )


def test_the_page_says_which_due_dates_moved_and_which_letters_gave_the_earlier_ones(
    visitor: CheckedClient, desk: Desk, session: Session, case: Case
) -> None:
    (letter,) = letters_of(session, case)
    issue_letter(desk, case, letter, letter.version)
    assert visitor.post(details(case), data=came(visitor, case, date(2026, 1, 2))).status_code == 302
    words = visitor.page(f"/requests/{case.id}").words()
    assert "It reached us on Friday 2 January 2026, and not on 5 January 2026." in words
    assert "It was due on Friday 30 January 2026, and not on 2 February 2026." in words
    assert "The earlier dates stand in a letter that was issued: “Acknowledgement” of 4 February" in words
    assert "What was issued stays as it is." in words
    assert "Was due Friday 30 January 2026" in words
    told = visitor.page(f"/requests/{case.id}/history").words()
    assert "Corrected the day it reached us" in told
    assert "Came: Monday 5 January 2026" in told


def test_each_question_of_a_clock_of_its_own_is_told_apart(
    visitor: CheckedClient, desk: Desk, authority: Authority
) -> None:
    """s.10(6)(b): question 2 counts from their reply, which the day of receipt does not move."""
    case, (_, second) = confirmed_case(desk, authority, received_on=LOGGED)
    for direction, about, day in (("out", ASKED, 12), ("in", RECEIVED, 14)):
        said = Said(direction, "email", date(2026, 1, day), "Robin", "Which?", about, [second.id])
        record_correspondence(desk, case, said)
    visitor.post(details(case), data=came(visitor, case, date(2026, 1, 2)))
    words = visitor.page(f"/requests/{case.id}").words()
    assert "Question 1 was due on Friday 30 January 2026, and not on 2 February 2026." in words
    assert "Question 2 is due" not in words


def test_a_day_that_moves_no_due_date_says_so(visitor: CheckedClient, case: Case) -> None:
    """A request of the weekend counts from Monday too."""
    visitor.post(details(case), data=came(visitor, case, date(2026, 1, 2)))
    visitor.post(details(case), data=came(visitor, case, date(2026, 1, 4)))
    words = visitor.page(f"/requests/{case.id}").words()
    assert "It reached us on Sunday 4 January 2026" in words
    assert "No due date has moved." in words


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 2, 5), "is in the future"),
        (date(1990, 1, 5), "No bank holidays are known for 1990"),
        (date(2026, 2, 4), "so it had reached us by then"),
    ],
)
def test_what_cannot_be_is_said_at_the_day_and_nothing_typed_is_lost(
    visitor: CheckedClient, desk: Desk, session: Session, case: Case, day: date, why: str
) -> None:
    said = Said("out", "phone", date(2026, 1, 14), "Robin", "We rang.")
    record_correspondence(desk, case, said)
    answer = visitor.post(details(case), data=came(visitor, case, day, their_reference="K-9"))
    assert answer.status_code == 422
    page = Page(answer.text)
    assert why in page.words()
    assert "#received_on-day" in answer.text
    assert typed(page)["their_reference"] == "K-9"
    session.refresh(case)
    assert case.received_on == LOGGED


def test_a_day_of_long_ago_is_asked_about_once(visitor: CheckedClient, session: Session, case: Case) -> None:
    form = came(visitor, case, date(2025, 1, 6))
    answer = visitor.post(details(case), data=form)
    assert answer.status_code == 422
    assert "more than a year ago" in answer.text
    assert "Yes, it reached us on that day" in answer.text
    assert visitor.post(details(case), data={**form, "old_is_right": "y"}).status_code == 302
    session.refresh(case)
    assert case.received_on == date(2025, 1, 6)
    assert visitor.post(details(case), data=typed(visitor.page(details(case)))).status_code == 302


def test_the_day_has_its_way_to_be_corrected_on_the_clock(visitor: CheckedClient, case: Case) -> None:
    page = visitor.page(f"/requests/{case.id}/clock")
    links = [link.get("href", "") for link in page.all("a")]
    assert f"{details(case)}#received_on-day" in links
