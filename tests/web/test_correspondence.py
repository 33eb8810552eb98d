"""What was said in and out: the conversation, and the form that records more of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.models import AuditEntry, Authority, Case, ClockEvent, Correspondence, Question, User
from foi_tracker.store.cases import deadlines, get_case
from foi_tracker.store.scope import Scope
from tests.client import CheckedClient
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import confirmed_case
from tests.factories.people import give_role
from tests.factories.sent_letters import answer_all, respond
from tests.html import Page, text_of

SignedIn = Callable[[User], CheckedClient]
CAME = date(2026, 1, 12)  # a Monday; due Monday 9 February
ASKED_ON, TOLD_ON = date(2026, 1, 20), date(2026, 1, 28)


def said(what: str, on: date, **more: object) -> dict[str, object]:
    """The form as an officer fills it."""
    return {
        "what": what,
        "on-day": str(on.day),
        "on-month": str(on.month),
        "on-year": str(on.year),
        "channel": "phone",
        "with_whom": "Robin Ash",
        "words": "They rang.",
        **more,
    }


def test_the_conversation_begins_with_the_request(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    page = signed_in(officer).page(f"/requests/{case.id}/correspondence")
    turn = page.with_id("request")
    assert turn is not None
    assert "How many complaints about noise were recorded?" in text_of(turn)


@pytest.mark.parametrize(("what", "direction"), [("in", "in"), ("out", "out")])
def test_something_ordinary_is_kept_and_moves_nothing(
    what: str,
    direction: str,
    desk: Desk,
    session: Session,
    authority: Authority,
    officer: User,
    signed_in: SignedIn,
) -> None:
    case, _ = confirmed_case(desk, authority)
    due = case.due_on
    client = signed_in(officer)
    answer = client.post(f"/requests/{case.id}/correspondence", data=said(what, desk.today))
    kept = session.scalars(select(Correspondence)).one()
    assert answer.location == f"/requests/{case.id}/correspondence#said-{kept.id}"
    assert (kept.direction, kept.words, kept.with_whom, kept.on) == (
        direction,
        "They rang.",
        "Robin Ash",
        desk.today,
    )
    assert kept.recorded_by == "Sam Officer"
    session.refresh(case)
    assert case.due_on == due
    assert session.scalars(select(AuditEntry.action)).all().count("correspondence_recorded") == 1
    turn = client.page(f"/requests/{case.id}/correspondence").with_id(f"said-{kept.id}")
    assert turn is not None
    assert "by phone" in text_of(turn)


def test_a_clarification_asked_and_received_moves_the_date_of_its_question_alone(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, (_, second) = confirmed_case(desk, authority, received_on=CAME)
    client = signed_in(officer)
    path = f"/requests/{case.id}/correspondence"
    asked = said(ASKED, ASKED_ON, need="needed", asked_about=str(second.id))
    assert client.post(path, data=asked).status_code == 302
    assert "Question 2 waits for the requester" in client.page(f"/requests/{case.id}").words()
    told = said(RECEIVED, TOLD_ON, received_about=str(second.id))
    assert client.post(path, data=told).status_code == 302
    words = client.page(f"/requests/{case.id}").words()
    assert "Due Monday 9 February 2026" in words
    assert "Question 2 has its own date, Wednesday 25 February" in words
    conversation = client.page(path).words()
    assert "Question 2: the days stop until they tell us (section 1(3))." in conversation
    assert "Question 2: 20 new working days begin (section 10(6))." in conversation


def _conversation(client: CheckedClient, case: Case) -> list[str]:
    """What each turn after the request is said to have done to the clock, "" for nothing."""
    page = client.page(f"/requests/{case.id}/correspondence")
    turns = [each for each in page.all("li") if (each.get("id") or "").startswith("said-")]
    feet = [
        [text_of(foot) for foot in each.iter("p") if foot.get("class") == "app-turn__foot"] for each in turns
    ]
    return ["".join(foot) for foot in feet]


def _say(desk: Desk, case: Case, on: date, about: str, *questions: Question, statutory: bool = True) -> None:
    ids = [question.id for question in questions]
    direction = "out" if about == ASKED else "in"
    record_correspondence(desk, case, Said(direction, "email", on, "Robin", "Words.", about, ids, statutory))


def test_what_stopped_nothing_is_not_said_to_have_stopped_or_begun_the_days(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    """Answers to a mere offer begin no new days: s.10(6)(b) speaks of what s.1(3) let us ask."""
    case, _ = confirmed_case(desk, authority, received_on=CAME)
    _say(desk, case, ASKED_ON, ASKED, statutory=False)
    _say(desk, case, TOLD_ON, RECEIVED)
    assert _conversation(signed_in(officer), case) == [
        "The whole request: it could be answered as it was, so it moves no date.",
        "The whole request: nothing that we had asked had stopped the days, so it moves no date.",
    ]


def test_a_second_asking_moves_only_what_was_not_waiting_yet(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, (first, _) = confirmed_case(desk, authority, received_on=CAME)
    _say(desk, case, ASKED_ON, ASKED, first)
    _say(desk, case, date(2026, 1, 22), ASKED)
    _say(desk, case, TOLD_ON, RECEIVED, first)
    _say(desk, case, date(2026, 1, 29), RECEIVED)
    assert _conversation(signed_in(officer), case) == [
        "Question 1: the days stop until they tell us (section 1(3)).",
        "Question 1: the days had stopped already, since we asked before, so it moves no date. "
        "Question 2: the days stop until they tell us (section 1(3)).",
        "Question 1: 20 new working days begin (section 10(6)).",
        "Question 1: nothing that we had asked had stopped the days, so it moves no date. "
        "Question 2: 20 new working days begin (section 10(6)).",
    ]


def test_asking_after_the_last_day_is_said_to_have_moved_nothing(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority, received_on=date(2025, 12, 1))  # due 2 January
    _say(desk, case, ASKED_ON, ASKED)
    _say(desk, case, TOLD_ON, RECEIVED)
    assert _conversation(signed_in(officer), case) == [
        "The whole request: the last day for answering had gone, so it moves no date.",
        "The whole request: nothing that we had asked had stopped the days, so it moves no date.",
    ]


@pytest.mark.parametrize(
    ("kind", "special_time", "begin"),
    [
        ("archive_transferred_public_record", "archive", "30 new working days begin (section 10(6))."),
        ("maintained_school_england", "", "20 new school days begin (section 10(6))."),
        ("scottish_public_authority", "", "20 new working days begin (section 10(1))."),
    ],
)
def test_the_days_that_begin_are_those_of_the_law_it_runs_under(
    kind: str,
    special_time: str,
    begin: str,
    desk: Desk,
    session: Session,
    officer: User,
    signed_in: SignedIn,
) -> None:
    place = make_authority(session, "southmere", kind=kind)
    give_role(session, officer, place, "officer")
    case, _ = confirmed_case(desk, place, received_on=CAME)
    case.special_time = special_time
    _say(desk, case, ASKED_ON, ASKED)
    client = signed_in(officer)
    new = begin.partition(" begin")[0]
    clock = client.page(f"/requests/{case.id}/clock").words()
    assert f"{new} begin when they answer" in clock
    assert f"{new} begin when they tell us what they mean." in clock
    assert f"{new} begin the day after they do." in clock
    assert f"{new} begin" in client.page(f"/requests/{case.id}/clock/record").words()
    _say(desk, get_case(session, Scope(frozenset({place.id})), case.id), TOLD_ON, RECEIVED)
    assert _conversation(client, case)[1] == f"The whole request: {begin}"


def test_what_is_asked_after_the_answer_moves_no_date(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority, received_on=CAME)
    answer_all(desk, case)
    respond(desk, case)
    _say(desk, case, desk.today, ASKED)
    (live,) = deadlines(desk.session, case)
    assert (live.kind, live.met_by, case.stage) == ("foia_response", "response_issued", "closed")
    told = "The whole request: the answer had gone out, so it moves no date."
    assert told in _conversation(signed_in(officer), case)


@pytest.mark.parametrize("regime", ["FOIA", "EIR"])
def test_a_question_that_only_would_have_helped_stops_nothing(
    regime: str, desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority, received_on=CAME, regime=regime)
    due = case.due_on
    assert due is not None
    client = signed_in(officer)
    path = f"/requests/{case.id}/correspondence"
    assert client.post(path, data=said(ASKED, ASKED_ON, need="narrowing")).status_code == 302
    assert client.post(path, data=said(RECEIVED, TOLD_ON)).status_code == 302
    session.refresh(case)
    assert case.due_on == due


@pytest.mark.parametrize(
    ("regime", "event"), [("FOIA", "clarification_requested"), ("EIR", "reg9_particulars_requested")]
)
def test_what_we_had_to_ask_stops_the_clock_by_the_words_of_its_law(
    regime: str,
    event: str,
    desk: Desk,
    session: Session,
    authority: Authority,
    officer: User,
    signed_in: SignedIn,
) -> None:
    case, _ = confirmed_case(desk, authority, received_on=CAME, regime=regime)
    data = said(ASKED, ASKED_ON, need="needed")
    signed_in(officer).post(f"/requests/{case.id}/correspondence", data=data)
    assert session.scalars(select(ClockEvent.type)).all() == [event]
    session.refresh(case)
    assert case.due_on is None


def test_whether_the_clock_stops_must_be_said(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    answer = signed_in(officer).post(f"/requests/{case.id}/correspondence", data=said(ASKED, desk.today))
    assert answer.status_code == 422
    assert "Choose whether we could have answered without knowing" in answer.text
    assert session.scalars(select(Correspondence)).all() == []


@pytest.mark.parametrize(
    ("day", "why"),
    [(date(2026, 2, 5), "cannot be in the future"), (date(2026, 1, 1), "before the request reached us")],
)
def test_a_day_that_cannot_be_is_refused_and_nothing_typed_is_lost(
    day: date,
    why: str,
    desk: Desk,
    session: Session,
    authority: Authority,
    officer: User,
    signed_in: SignedIn,
) -> None:
    case, _ = confirmed_case(desk, authority)
    form = said("in", day, words="A long note of a long call.")
    answer = signed_in(officer).post(f"/requests/{case.id}/correspondence", data=form)
    assert answer.status_code == 422
    page = Page(answer.text)
    assert page.title.startswith("Error:")
    assert why in page.words()
    assert "A long note of a long call." in answer.text
    assert session.scalars(select(Correspondence)).all() == []


def test_an_empty_form_says_what_is_missing(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    answer = signed_in(officer).post(f"/requests/{case.id}/correspondence", data={})
    assert answer.status_code == 422
    for words in ("Choose what it was", "Enter the day", "Choose how it was said", "Write what was said"):
        assert words in answer.text
    here = [text_of(link) for link in Page(answer.text).all("a") if link.get("aria-current")]
    assert "Correspondence 1" in here


def test_an_answer_to_what_nobody_asked_is_refused(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, (first, second) = confirmed_case(desk, authority, received_on=CAME)
    record_correspondence(desk, case, Said("out", "email", ASKED_ON, "Robin", "Which?", ASKED, [first.id]))
    client = signed_in(officer)
    path = f"/requests/{case.id}/correspondence"
    for form in (
        said(RECEIVED, TOLD_ON, received_about=str(second.id)),
        said(RECEIVED, date(2026, 1, 19), received_about=str(first.id)),
    ):
        answer = client.post(path, data=form)
        assert answer.status_code == 422
        assert "Nothing had been asked of them by that day" in answer.text
    assert client.post(path, data=said(RECEIVED, TOLD_ON)).status_code == 302


def test_a_clarification_is_about_questions_of_its_own_request(desk: Desk, authority: Authority) -> None:
    case, _ = confirmed_case(desk, authority, received_on=CAME)
    _, (foreign, _) = confirmed_case(desk, authority, received_on=CAME)
    with pytest.raises(NotAllowed, match="not one of this request's"):
        record_correspondence(desk, case, Said("out", "email", ASKED_ON, "x", "y", ASKED, [foreign.id]))


def test_what_they_wrote_is_shown_as_words_and_never_as_markup(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    hostile = "<script>alert(1)</script> {{ 7 * 7 }} \u202e gnp.exe"
    record_correspondence(desk, case, Said("in", "email", desk.today, "<b>Robin</b>", hostile))
    page = signed_in(officer).page(f"/requests/{case.id}/correspondence")
    assert "<script>alert(1)</script> {{ 7 * 7 }}" in page.words()
    assert "<b>Robin</b>" in page.words()
