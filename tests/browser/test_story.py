"""An officer's afternoon, for a force and for its commissioner: three requests, from the words that came
to the letters that left; and the queue that they find the next morning.

The first is environmental and came by phone: it is late, and says so. The second came by post and wants
large print: it is unclear, and is clarified. The third came by email: part of it is provided, part is not
held, part is over the cost limit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Actor, Desk
from foi_tracker.models import Authority, User
from foi_tracker.store.scope import Scope
from tests.browser.pages import (
    ANSWER_LETTER,
    EIR,
    FOIA,
    QUESTION_LETTER,
    Answer,
    Came,
    Estimate,
    Officer,
)
from tests.browser.paper import Paper, paper
from tests.factories import authorities
from tests.factories.cases import case
from tests.factories.people import person

POLICE, COMMISSIONER = "Northvale Police", "Northvale Commissioner"
AFTERNOON, NEXT_MORNING = date(2026, 3, 5), date(2026, 3, 6)  # a Thursday and a Friday

PHONED = Came(
    words=(
        "1. The noise readings taken at the Mill Lane firing range since 1 January 2026\n"
        "2. Any report on lead in the soil there"
    ),
    received=date(2026, 2, 2),
    channel="Phone",
    law=EIR,
    authority=POLICE,
    name="Noor Hale",
    email="noor.hale@example.org",
)
POSTED = Came(
    words=(
        "Dear Commissioner,\n\n"
        "Please tell me about the safer streets meeting.\n\n"
        "1. What did the meeting decide about street lighting?\n"
        "2. How much will it cost?\n\n"
        "I do not see well. Please print your answer in large type.\n\n"
        "Yours faithfully,\nTom Alder"
    ),
    received=date(2026, 2, 10),
    channel="Post",
    law=FOIA,
    authority=COMMISSIONER,
    name="Tom Alder",
    address="3 Weir Lane\nNorthvale\nNV2 2BB",
    large_print=True,
)
EMAILED = Came(
    words=(
        "Hello,\n\nUnder the Freedom of Information Act, please send me, for 2025:\n\n"
        "1. The number of officers trained in mental health first aid\n"
        "2. How many of them were special constables\n"
        "3. Every email about the training since January 2020\n\n"
        "Many thanks,\nRobin Ash"
    ),
    received=date(2026, 3, 2),
    channel="Email",
    law=FOIA,
    authority=POLICE,
    name="Robin Ash",
    email="robin.ash@example.org",
)
READINGS = "Month\tHighest reading (dB)\nJanuary 2026\t71\nFebruary 2026\t68"
MEETING = "Which meeting do you mean: the one of 14 October 2025, or the one of 20 January 2026?"
ANSWERS = {
    PHONED.name: (
        Answer("disclosed", READINGS),
        Answer("not_held", details={"searched": "The range manager looked through the site file."}),
    ),
    POSTED.name: (
        Answer("disclosed", "It decided to light the underpass in Weir Lane from dusk to dawn."),
        Answer("disclosed", "£18,400, of which the Home Office pays £10,000."),
    ),
    EMAILED.name: (
        Answer("disclosed", "We trained 214 officers."),
        Answer("not_held", details={"searched": "The training system does not record an officer’s office."}),
        Answer(
            "cost_limit",
            estimate=Estimate(
                (
                    ("locate", "mailboxes", "30", "2"),
                    ("retrieve", "archived mailboxes", "4", "15"),
                    ("extract", "emails", "2,700", "1"),
                ),
                "A search found 2,700 emails. A sample of 50 took one minute each to read.",
                "We could send the emails of one year, 2025.",
            ),
        ),
    ),
}

# Pages of the afternoon that axe sees elsewhere: in the sample, or in every state in the tests of the room.
SEEN_ELSEWHERE = {
    "answer",
    "clock",
    "confirm",
    "correspondence",
    "cost estimate",
    "figures",
    "history",
    "letter",
    "letters",
    "opening words",
    "questions",
    "the queue of both",
}


@dataclass
class Afternoon:
    """The officer for both, the day it is, and the check of each page on the way."""

    app: Flask
    officer: Officer
    addresses: dict[str, str]  # of each request, by who asked

    def today_is(self, year: int, month: int, day: int) -> date:
        """Go on to this day."""
        today = date(year, month, day)
        self.app.config["TODAY"] = today
        return today

    def at(self, came: Came) -> Officer:
        """The officer, at this request."""
        self.officer.case = self.addresses[came.name]
        return self.officer

    def log(self, came: Came, count: int) -> None:
        """Log a request and confirm its questions."""
        self.officer.log(came)
        assert [label for label, _ in self.officer.proposed()] == [str(n + 1) for n in range(count)]
        self.officer.confirm(count)
        self.addresses[came.name] = self.officer.case

    def send(self, came: Came, letter: str, on: date) -> Paper:
        """Issue a letter that is begun, and record that it left the same day."""
        officer = self.at(came)
        officer.open_letter(letter)
        officer.issue()
        read = paper(officer.download())
        officer.record_sent(on, "Email" if came.email else "Post")
        return read

    def answer(self, came: Came) -> None:
        """Answer every question."""
        officer = self.at(came)
        for number, answer in enumerate(ANSWERS[came.name], start=1):
            officer.answer(str(number), answer)


@pytest.fixture
def afternoon(
    app: Flask,
    session: Session,
    desk: Desk,
    authority: Authority,
    page: Page,
    sign_in_as: Callable[[Page, User], Page],
    axe: Callable[[Page], None],
) -> Afternoon:
    """Two authorities with one officer, and a request of each that lies there already."""
    police = authority
    police.layout = "interleaved"
    commissioner = authorities.authority(
        session,
        "northvale-commissioner",
        kind="opcc",
        reference_pattern="{fy}-{seq:03d}",
        short_name="Commissioner",
    )
    sam = person(session, "Sam Both", police, commissioner)
    both = replace(desk, actor=Actor.of(sam), scope=Scope(frozenset({police.id, commissioner.id})))
    for place, received, subject in (
        (police, date(2026, 2, 6), "Bicycle thefts"),
        (commissioner, date(2026, 2, 24), "Grants to charities"),
    ):
        case(replace(both, today=received), place, received_on=received, subject=subject)
    seen: set[str] = set()

    def look(name: str) -> None:
        if name not in seen and name.replace(",", ":").partition(":")[0] not in SEEN_ELSEWHERE:
            seen.add(name)
            axe(page)

    return Afternoon(app, Officer(sign_in_as(page, sam), look=look), {})


def test_an_officers_afternoon_for_two_authorities(afternoon: Afternoon) -> None:
    _a_request_by_phone_comes(afternoon)
    _a_request_by_post_comes_and_is_unclear(afternoon)
    _a_request_by_email_comes(afternoon)

    afternoon.today_is(2026, 3, 5)
    _the_late_one_says_so(afternoon)
    _the_clarified_one_is_answered_in_large_print(afternoon)
    _the_mixture_is_answered(afternoon)

    afternoon.today_is(2026, 3, 6)
    _the_queue_is_right(afternoon.officer)
    _the_month_counts_them(afternoon.officer)


def _a_request_by_phone_comes(here: Afternoon) -> None:
    """It is valid under the Regulations and not under the Act; the acknowledgement goes the same day."""
    today = here.today_is(2026, 2, 2)
    officer, page = here.officer, here.officer.page
    officer.begin_log(replace(PHONED, law=FOIA))
    panel = page.get_by_role("region", name="From these words")
    expect(panel).to_contain_text("A request by phone is not valid under the Act")
    expect(panel).to_contain_text("It speaks of the environment: noise, soil.")
    officer.choose(EIR)
    expect(panel).not_to_contain_text("A request by phone is not valid under the Act")
    expect(panel).to_contain_text("Monday 2 March 2026")
    officer.look("log, filled in")
    page.goto("about:blank")

    here.log(PHONED, 2)
    assert "Due Monday 2 March 2026 20 working days left" in officer.due()
    letter = here.send(PHONED, "Acknowledgement", today)
    assert "We are dealing with it under the Environmental Information Regulations 2004." in letter.text
    assert "by Monday 2 March 2026 at the latest" in letter.text


def _a_request_by_post_comes_and_is_unclear(here: Afternoon) -> None:
    """Asking what they mean stops the clock; their reply begins it afresh."""
    today = here.today_is(2026, 2, 11)
    here.log(POSTED, 2)
    letter = here.send(POSTED, "Acknowledgement", today)
    assert "by Tuesday 10 March 2026 at the latest" in letter.text
    assert "We have sent this letter in large print, as you asked" in letter.text

    today = here.today_is(2026, 2, 12)
    officer = here.at(POSTED)
    officer.begin_letter(QUESTION_LETTER)
    officer.look("what a letter covers")
    officer.fill("What do you need to know?", MEETING)
    officer.press("Save")
    letter = here.send(POSTED, "Asking for clarification", today)
    assert MEETING in letter.text
    due = officer.due()
    assert "Waiting for the requester" in due
    assert "Asked on Thursday 12 February" in due
    officer.look("waiting for the requester")

    replied = here.today_is(2026, 2, 19)
    officer.record("They told us what they mean", replied, "Post", "The one of 20 January 2026, please.")
    # 17 March is a bank holiday in Northern Ireland, so the twentieth working day is the 20th.
    assert "Due Friday 20 March 2026 20 working days left" in officer.due()
    officer.open("Clock")
    expect(officer.page.get_by_text("Northern Ireland").first).to_be_visible()
    officer.look("clock")


def _a_request_by_email_comes(here: Afternoon) -> None:
    today = here.today_is(2026, 3, 2)
    here.log(EMAILED, 3)
    assert "Due Tuesday 31 March 2026" in here.officer.due()
    here.send(EMAILED, "Acknowledgement", today)


def _the_late_one_says_so(here: Afternoon) -> None:
    """Late is said on every page; the letter may not go before it says so and why."""
    here.answer(PHONED)
    officer = here.officer
    assert "Was due Monday 2 March 2026 3 working days late" in officer.due()
    officer.look("late")
    officer.begin_letter(ANSWER_LETTER)
    assert officer.cannot_issue()
    assert [code for code, _ in officer.findings()] == ["late", "late_unexplained"]
    officer.look("a letter that is stopped")
    officer.say_once(late="The range was closed, and its manager away, until last week.")
    letter = here.send(PHONED, "Response", AFTERNOON)
    assert (
        "We should have answered by 2 March 2026, so this letter is three working days late. "
        "The range was closed, and its manager away, until last week. I am sorry."
    ) in letter.text
    (table,) = letter.pairs[0].tables
    assert [cell.text for cell in table.all("TH")][:2] == ["Month", "Highest reading (dB)"]
    assert "regulation 12(4)(a) of the Regulations" in letter.pairs[1].answer
    assert "Regulation 11 of the Regulations gives you this right." in letter.text
    assert "3 working days late" in officer.due()
    officer.look("answered late")


def _the_clarified_one_is_answered_in_large_print(here: Afternoon) -> None:
    here.answer(POSTED)
    here.officer.begin_letter(ANSWER_LETTER)
    assert here.officer.findings() == []
    letter = here.send(POSTED, "Response", AFTERNOON)
    assert letter.answered == ["1", "2"]
    assert "light the underpass in Weir Lane" in letter.pairs[0].answer
    assert "We have sent this letter in large print, as you asked." in letter.text
    assert "Tom Alder 3 Weir Lane Northvale NV2 2BB" in letter.text
    assert "10 working days early" in here.officer.due()


def _the_mixture_is_answered(here: Afternoon) -> None:
    """Provided, not held, over the cost limit: each in its place, and the way to complain."""
    here.answer(EMAILED)
    here.officer.begin_letter(ANSWER_LETTER)
    assert here.officer.findings() == []
    letter = here.send(EMAILED, "Response", AFTERNOON)
    provided, not_held, refused = (pair.answer for pair in letter.pairs)
    assert "We trained 214 officers." in provided
    assert "We do not hold this." in not_held
    assert "We refuse this question under section 12(1) of the Act." in refused
    assert "Our limit is 18 hours (£450 at £25 an hour)." in refused
    assert "We could send the emails of one year, 2025." in refused
    assert "review@northvale-police.example.org" in letter.text
    here.officer.open("Correspondence")
    here.officer.look("correspondence")
    here.officer.open("History")
    expect(here.officer.page.get_by_text("Sam Both").first).to_be_visible()
    here.officer.look("history")


def _the_queue_is_right(officer: Officer) -> None:
    """What is left is one of each; what was answered is shown when it is asked for."""
    page = officer.page
    page.goto("/")
    assert officer.tiles() == {"Late": 0, "Due today": 1, "Later this week": 0, "Waiting for others": 0}
    assert officer.queue() == [
        ("Bicycle thefts", "Friday 6 March Due today"),
        ("Grants to charities", "Wednesday 25 March 12 working days left"),
    ]
    officer.look("the queue of both")

    officer.filter("Commissioner")
    assert officer.tiles() == {"Late": 0, "Due today": 0, "Later this week": 0, "Waiting for others": 0}
    assert [subject for subject, _ in officer.queue()] == ["Grants to charities"]
    page.goto("/")
    officer.filter("Northvale", "Closed requests")
    closed = [due for _, due in officer.queue() if due.startswith("Closed")]
    assert closed == ["Closed Thursday 5 March Late", "Closed Thursday 5 March"]
    officer.look("the queue, filtered")


def _the_month_counts_them(officer: Officer) -> None:
    """By authority: received, answered in time, answered late, open, late today."""
    page = officer.page
    page.goto("/figures")
    rows = [row.inner_text().split("\t") for row in page.locator("tbody tr").all()]
    assert rows == [
        ["Northvale Commissioner", "0", "1", "0", "1", "0"],
        ["Northvale Police", "1", "1", "1", "1", "0"],
        ["All", "1", "2", "1", "2", "0"],
    ]
    expect(page.get_by_text("You answered 2 of 3 in time.")).to_be_visible()
    officer.look("figures")
