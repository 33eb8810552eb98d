"""The month for a manager: what came, what was answered in time, what is open; by authority and for all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.withdrawal import Withdrawal, withdraw
from foi_tracker.models import Authority, User
from tests.client import CheckedClient
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case, confirmed_case
from tests.factories.people import give_role, person
from tests.factories.sent_letters import answer_all, respond
from tests.html import Page, text_of

Visit = Callable[[User], CheckedClient]
COLUMNS = ["Authority", "Received", "Answered in time", "Answered late", "Open today", "Late today"]


def _table(page: Page) -> dict[str, list[int]]:
    """The numbers by authority."""
    head, *rows = [[text_of(cell) for cell in row if cell.tag in ("th", "td")] for row in page.all("tr")]
    assert head == COLUMNS
    return {row[0]: [int(number) for number in row[1:]] for row in rows}


def _answered(desk: Desk, authority: Authority, received: date, sent: date) -> None:
    made, _ = confirmed_case(desk, authority, received_on=received)
    answer_all(desk, made)
    made.late_reason = "Somebody was ill."
    respond(replace(desk, today=sent), made)


@pytest.fixture
def months(session: Session, desk: Desk, authority: Authority, officer: User) -> Authority:
    """Two in time and one late in February; what came in January and December; a council with one."""
    _answered(desk, authority, date(2026, 1, 7), date(2026, 2, 4))  # on its last day
    _answered(desk, authority, date(2026, 1, 30), date(2026, 2, 4))
    _answered(desk, authority, date(2025, 12, 31), date(2026, 2, 3))  # was due 30 January
    _answered(desk, authority, date(2025, 12, 10), date(2026, 1, 8))
    case(desk, authority, received_on=date(2026, 2, 2))
    case(desk, authority, received_on=date(2026, 2, 2), triage="business_as_usual")
    case(desk, authority, received_on=date(2025, 12, 23))  # due 23 January: late
    other = make_authority(session, "southmere-council")
    give_role(session, officer, other, "officer")
    case(desk, other, received_on=date(2026, 2, 3))
    return other


def test_the_month_is_counted_for_each_authority_and_for_all(
    months: Authority, officer: User, signed_in: Visit
) -> None:
    page = signed_in(officer).page("/figures")
    assert _table(page) == {
        "Northvale Police": [1, 2, 1, 2, 1],
        "Southmere Council": [1, 0, 0, 1, 0],
        "All": [2, 2, 1, 3, 1],
    }
    assert "You answered 2 of 3 in time" in page.words()
    assert page.title.startswith("Figures for February 2026")


def test_an_earlier_month_counts_what_came_and_left_in_it_and_what_is_open_now(
    months: Authority, officer: User, signed_in: Visit
) -> None:
    client = signed_in(officer)
    assert _table(client.page("/figures?month=2026-01"))["Northvale Police"] == [2, 1, 0, 2, 1]
    assert _table(client.page("/figures?month=2025-12"))["Northvale Police"] == [3, 0, 0, 2, 1]


@pytest.mark.parametrize(
    "month", ["", "2026-13", "2027-01", "9999-12", "0001-01", "2004-12", "x", "2026-02-01", "%00"]
)
def test_a_month_that_cannot_be_shown_is_this_one(month: str, officer: User, signed_in: Visit) -> None:
    assert "February 2026" in signed_in(officer).page(f"/figures?month={month}").title


def test_the_first_month_of_the_act_has_none_before_it(officer: User, signed_in: Visit) -> None:
    page = signed_in(officer).page("/figures?month=2005-01")
    links = [text_of(link) for link in page.all("a")]
    assert "December 2004" not in links
    assert "February 2005" in links


def test_nothing_of_another_authority_is_counted(
    session: Session, months: Authority, signed_in: Visit
) -> None:
    page = signed_in(person(session, "Alex Auditor", months, role="auditor")).page("/figures")
    assert _table(page) == {"Southmere Council": [1, 0, 0, 1, 0]}
    assert "Northvale" not in page.words()


def test_a_request_that_only_came_has_no_answer_to_count(
    desk: Desk, authority: Authority, officer: User, signed_in: Visit
) -> None:
    case(desk, authority, received_on=desk.today)
    words = signed_in(officer).page("/figures").words()
    assert "1 request came so far this month. None has been answered." in words
    assert "1 request is open today" in words


def test_what_was_answered_counts_though_the_rest_was_withdrawn(
    desk: Desk, authority: Authority, officer: User, signed_in: Visit
) -> None:
    """One late and one in time; one withdrawn before anything was answered is neither."""
    for received in (date(2026, 1, 2), date(2026, 1, 12)):
        made, questions = confirmed_case(desk, authority, received_on=received)
        answer_all(desk, made)
        made.late_reason = "Somebody was ill."
        respond(desk, made, questions[:1], part=True)
        withdraw(desk, made, Withdrawal(desk.today, "email", "Never mind the rest."))
    unanswered, _ = confirmed_case(desk, authority, received_on=date(2026, 2, 2))
    withdraw(desk, unanswered, Withdrawal(desk.today, "email", "Never mind."))
    page = signed_in(officer).page("/figures")
    assert _table(page)["Northvale Police"] == [1, 1, 1, 0, 0]
