"""The queue: what is due is first, what is chosen stands in the address, nobody is found by a hidden name."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from foi_tracker.casework.correspondence import ASKED, Said, record_correspondence
from foi_tracker.casework.desk import Desk
from foi_tracker.extensions import db
from foi_tracker.models import Authority, Case, User
from foi_tracker.store import queue as queue_store
from tests.client import CheckedClient
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case, confirmed_case
from tests.factories.people import give_role, person
from tests.html import Page, text_of

Visit = Callable[[User], CheckedClient]

# Received then, with today on Wednesday 4 February 2026; due 20 working days later.
LATE = date(2025, 12, 31)  # due 30 January: 2 January is a bank holiday in Scotland
DUE_TODAY = date(2026, 1, 7)
DUE_FRIDAY = date(2026, 1, 9)
DUE_LATER = date(2026, 2, 3)


@pytest.fixture
def five(desk: Desk, authority: Authority) -> dict[str, Case]:
    """One case of each group."""
    made = {
        "late": case(desk, authority, subject="Late one", received_on=LATE, requester_name="Robin Ash"),
        "today": case(desk, authority, subject="Today’s", received_on=DUE_TODAY, requester_name="Kim Oak"),
        "week": case(desk, authority, subject="This week’s", received_on=DUE_FRIDAY),
        "later": case(desk, authority, subject="Next month’s", received_on=DUE_LATER, regime="EIR"),
    }
    waiting, _ = confirmed_case(desk, authority, subject="Unclear one", received_on=date(2026, 1, 20))
    asked = Said("out", "email", desk.today, "Robin Ash", "Which year?", ASKED)
    record_correspondence(desk, waiting, asked)
    return {**made, "still": waiting}


def _of_class(page: Page, name: str) -> list[Element]:
    return [each for each in page.root.iter() if name in (each.get("class") or "").split()]


def _groups(page: Page) -> dict[str, list[str]]:
    """The subjects under each heading."""
    found: dict[str, list[str]] = {}
    for body in page.all("tbody"):
        headings = [th for th in body.iter("th") if "app-queue__group" in (th.get("class") or "")]
        for row in body.iter("tr"):
            if row.get("class") == "app-queue__row":
                link = next(row.iter("a"))
                found.setdefault(text_of(headings[0]), []).append(text_of(link))
    return found


def _subjects(page: Page) -> list[str]:
    return [subject for group in _groups(page).values() for subject in group]


def _tiles(page: Page) -> dict[str, tuple[int, str]]:
    found = {}
    for tile in _of_class(page, "app-tile"):
        link = next(tile.iter("a"))
        number, _, words = text_of(link).partition(" ")
        found[words] = (int(number), link.get("href", ""))
    return found


def test_requests_stand_under_when_they_are_due_soonest_first(
    five: dict[str, Case], officer: User, signed_in: Visit
) -> None:
    assert _groups(signed_in(officer).page("/")) == {
        "Late": ["Late one"],
        "Today": ["Today’s"],
        "Later this week": ["This week’s"],
        "After that": ["Next month’s"],
        "Not running": ["Unclear one"],
    }


def test_a_line_says_when_with_whom_and_what_next(
    five: dict[str, Case], officer: User, signed_in: Visit
) -> None:
    page = signed_in(officer).page("/")
    rows = [text_of(row) for row in _of_class(page, "app-queue__row")]
    assert "001-25" in rows[0]
    assert "Friday 30 January" in rows[0]
    assert "3 working days late" in rows[0]
    assert "You" in rows[0]
    assert "Confirm the questions" in rows[0]
    assert "Wednesday 4 February" in rows[1]
    assert "No date is running" in rows[4]


def test_each_number_at_the_top_leads_to_exactly_what_it_counts(
    five: dict[str, Case], officer: User, signed_in: Visit
) -> None:
    client = signed_in(officer)
    tiles = _tiles(client.page("/?words=nothing-like-this&stage=letter"))
    assert {words: number for words, (number, _) in tiles.items()} == {
        "Late": 1,
        "Due today": 1,
        "Later this week": 1,
        "Waiting for others": 1,
    }
    expected = ["Late one", "Today’s", "This week’s", "Unclear one"]
    for (_, href), subject in zip(tiles.values(), expected, strict=True):
        assert _subjects(client.page(href)) == [subject]


@pytest.mark.parametrize(
    ("query", "subjects"),
    [
        ("words=003-26", ["Next month’s"]),
        ("words=month", ["Next month’s"]),
        ("words=kim+oak", ["Today’s"]),
        ("words=%25", []),
        ("law=EIR", ["Next month’s"]),
        ("stage=clarifying", ["Unclear one"]),
        ("due=late", ["Late one"]),
        ("stage=new&due=week", ["This week’s"]),
        ("officer=0", []),
    ],
)
def test_the_list_is_narrowed_by_the_address(
    query: str, subjects: list[str], five: dict[str, Case], officer: User, signed_in: Visit
) -> None:
    assert _subjects(signed_in(officer).page(f"/?{query}")) == subjects


def test_what_is_chosen_stays_in_the_form_the_chips_and_the_links(
    five: dict[str, Case], officer: User, signed_in: Visit
) -> None:
    client = signed_in(officer)
    page = client.page("/?words=month&law=EIR&sort=subject")
    chips = {text_of(chip): chip.get("href") for chip in _of_class(page, "app-chip")}
    assert list(chips) == [
        "Leave out this filter: Words: month",
        "Leave out this filter: Law: Environmental",
    ]
    assert chips["Leave out this filter: Law: Environmental"] == "/?words=month&sort=subject"
    ticked = [box.get("value") for box in page.all("input") if box.get("checked") is not None]
    assert ticked == ["EIR"]
    links = [link.get("href", "") for link in page.all("a")]
    assert "/requests.csv?words=month&law=EIR&sort=subject" in links


def test_an_officer_for_two_sees_both_and_chooses_one(
    session: Session, desk: Desk, five: dict[str, Case], officer: User, signed_in: Visit
) -> None:
    other = make_authority(session, "southmere-council")
    give_role(session, officer, other, "officer")
    case(desk, other, subject="The council’s", received_on=LATE)
    client = signed_in(officer)
    page = client.page("/")
    assert _groups(page)["Late"] == ["Late one", "The council’s"]
    assert "Southmere" in page.words(), "two of them: each line says whose it is"
    assert _subjects(client.page(f"/?authority={other.id}")) == ["The council’s"]
    assert len(_subjects(client.page(f"/?authority={other.id}&authority={five['late'].authority_id}"))) == 6


def test_an_authority_that_is_not_theirs_cannot_be_chosen(
    session: Session, desk: Desk, five: dict[str, Case], officer: User, signed_in: Visit
) -> None:
    other = make_authority(session, "southmere-council")
    case(desk, other, subject="The council’s")
    client = signed_in(officer)
    assert "The council’s" not in client.page(f"/?authority={other.id}").words()
    assert "The council’s" not in client.get(f"/requests.csv?authority={other.id}").text


@pytest.mark.parametrize("role", ["approver", "auditor", "reviewer", "administrator"])
def test_who_asked_is_neither_shown_nor_found_by_whoever_may_not_see_it(
    role: str, session: Session, five: dict[str, Case], authority: Authority, signed_in: Visit
) -> None:
    five["today"].subject = "Noise, asked by Kim Oak"
    client = signed_in(person(session, "Alex Reader", authority, role=role))
    assert _subjects(client.page("/?words=robin")) == []
    assert "Kim" not in client.page("/").words()
    sheet = client.get("/requests.csv").text
    assert "Kim" not in sheet
    assert "Robin" not in sheet
    assert _subjects(client.page("/?words=Late+one")) == ["Late one"]


def test_a_name_is_found_only_where_this_person_may_see_it(
    session: Session, desk: Desk, five: dict[str, Case], officer: User, signed_in: Visit
) -> None:
    other = make_authority(session, "southmere-council")
    case(desk, other, subject="The council’s", requester_name="Kim Oak")
    give_role(session, officer, other, "auditor")
    client = signed_in(officer)
    assert _subjects(client.page("/?words=kim")) == ["Today’s"]
    rows = list(csv.DictReader(io.StringIO(client.get("/requests.csv").text.lstrip("\ufeff"))))
    assert {
        row["Subject"]: row["From"] for row in rows if row["Subject"] in ("Today’s", "The council’s")
    } == {
        "Today’s": "Kim Oak",
        "The council’s": "",
    }


@pytest.mark.parametrize(
    ("sort", "subjects"),
    [
        ("-due", ["Next month’s", "This week’s", "Today’s", "Late one", "Unclear one"]),
        ("received", ["Late one", "Today’s", "This week’s", "Unclear one", "Next month’s"]),
        ("subject", ["Late one", "Next month’s", "This week’s", "Today’s", "Unclear one"]),
    ],
)
def test_it_can_be_sorted_otherwise_and_then_has_one_heading(
    sort: str, subjects: list[str], five: dict[str, Case], officer: User, signed_in: Visit
) -> None:
    assert _groups(signed_in(officer).page(f"/?sort={sort}")) == {"Requests": subjects}


def test_what_is_closed_is_left_out_until_asked_for_and_stands_last_under_one_heading(
    desk: Desk, five: dict[str, Case], officer: User, signed_in: Visit
) -> None:
    five["late"].closed_on, five["late"].due_on, five["late"].stage = desk.today, None, "closed"
    client = signed_in(officer)
    assert "Late one" not in _subjects(client.page("/"))
    groups = _groups(client.page("/?show=closed"))
    assert list(groups)[-2:] == ["Not running", "Closed"]
    assert groups["Closed"] == ["Late one"]


def test_fifty_stand_on_a_page(
    session: Session, desk: Desk, authority: Authority, officer: User, signed_in: Visit, monkeypatch
) -> None:
    for number in range(7):
        case(desk, authority, subject=f"Number {number}")
    full_size = queue_store.Wanted
    assert full_size().per_page == 50
    monkeypatch.setattr(
        "foi_tracker.web.queue.filters.Wanted", lambda **values: replace(full_size(**values), per_page=3)
    )
    client = signed_in(officer)
    pages = [_subjects(client.page(f"/?page={number}&words=Number")) for number in (1, 2, 3, 9)]
    assert pages[:3] == [[f"Number {n}" for n in some] for some in ((0, 1, 2), (3, 4, 5), (6,))]
    assert pages[3] == pages[2], "past the end is the last page"
    links = [link.get("href") for link in client.page("/?words=Number").all("a")]
    assert "/?words=Number&page=2" in links
    assert len(client.get("/requests.csv?words=Number&page=2").text.splitlines()) == 8, "a download has all"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_download_marks_what_a_spreadsheet_would_run(
    start: str, desk: Desk, authority: Authority, officer: User, signed_in: Visit
) -> None:
    made = case(desk, authority, requester_name=f"{start}1+1", subject="x")
    made.subject = f"{start}HYPERLINK(A1)"
    sheet = signed_in(officer).get("/requests.csv")
    assert sheet.headers["Content-Disposition"].startswith("attachment")
    (row,) = csv.DictReader(io.StringIO(sheet.text.lstrip("\ufeff"), newline=""))
    assert row["Subject"] == f"'{start}HYPERLINK(A1)"
    assert row["From"].startswith(f"'{start}")


def test_a_download_says_what_the_page_says(five: dict[str, Case], officer: User, signed_in: Visit) -> None:
    sheet = signed_in(officer).get("/requests.csv?due=late").text
    (row,) = csv.DictReader(io.StringIO(sheet.lstrip("\ufeff")))
    assert row == {
        "Authority": "Northvale Police",
        "Reference": "001-25",
        "Subject": "Late one",
        "Law": "FOIA",
        "Stage": "New",
        "Received": "2025-12-31",
        "Due": "2026-01-30",
        "Working days left": "-3",
        "Officer": "Sam Officer",
        "Questions": "0",
        "Answered": "0",
        "Closed": "",
        "From": "Robin Ash",
    }


def test_an_empty_queue_says_so_and_a_search_that_finds_nothing_says_something_else(
    officer: User, signed_in: Visit
) -> None:
    client = signed_in(officer)
    page = client.page("/")
    assert "Nothing is waiting for you" in page.words()
    assert "Log a request" in page.words()
    assert "Nothing matches" in client.page("/?words=zebra").words()
    assert client.get("/requests.csv").text.count("\n") == 1


def test_what_somebody_typed_is_never_markup(
    desk: Desk, authority: Authority, officer: User, signed_in: Visit
) -> None:
    case(desk, authority, subject="<script>alert(1)</script> {{ 7*7 }}")
    page = signed_in(officer).page("/?words=%3Cscript%3E")
    assert _subjects(page) == ["<script>alert(1)</script> {{ 7*7 }}"]


def test_the_number_of_statements_does_not_grow_with_the_list(
    app: Flask, session: Session, desk: Desk, authority: Authority, officer: User, signed_in: Visit
) -> None:
    seen: list[str] = []
    client = signed_in(officer)
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *given: seen.append(given[2]))

    def count(path: str) -> int:
        seen.clear()
        client.get(path)
        return len([statement for statement in seen if statement.startswith("SELECT")])

    case(desk, authority, received_on=LATE)
    few = count("/"), count("/requests.csv")
    for number in range(12):
        made = case(desk, authority, received_on=LATE + number * timedelta(days=1))
        made.officer_id = person(session, f"Officer {number}", authority).id
    assert (count("/"), count("/requests.csv")) == few
    assert few[0] <= 10
