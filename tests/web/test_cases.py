"""The page of one request: its band, its questions, its clock, its history, and the acts beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.case_details import CaseDetails, change_details
from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.events import EventDraft, record_event
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.letters import issue_letter
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.casework.reopening import Reopening, reopen
from foi_tracker.models import AuditEntry, Authority, Case, Question, User
from foi_tracker.store.cases import get_case
from foi_tracker.store.letters import letters_of
from tests.client import CheckedClient
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case
from tests.factories.people import give_role, person
from tests.factories.sent_letters import answer_all, respond, send
from tests.html import Page, text_of

SignedIn = Callable[[User], CheckedClient]
NOVEMBER = date(2026, 11, 6)  # a Friday; 20 working days on, without St Andrew's Day, is Monday 7 December


@pytest.fixture
def at(app: Flask, desk: Desk) -> Callable[[date], Desk]:
    """Move today, for the test and for the application."""

    def move(day: date) -> Desk:
        app.config["TODAY"] = day
        return replace(desk, today=day)

    return move


def card(page: Page) -> str:
    """The words of the due card."""
    return next(text_of(each) for each in page.all("section") if each.get("aria-label") == "Due date")


def links(page: Page) -> dict[str, str]:
    return {text_of(link): link.get("href", "") for link in page.all("a")}


def answered(desk: Desk, case: Case, question: Question, **given: object) -> None:
    answer_question(desk, case, question, AnswerGiven(**given), question.version)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 6), ["Due Monday 7 December 2026", "20 working days left", "It came today"]),
        (date(2026, 11, 7), ["20 working days left", "The 20 working days have not begun"]),
        (date(2026, 12, 1), ["4 working days left", "Today is working day 16 of 20"]),
        (date(2026, 12, 2), ["3 working days left", "Today is working day 17 of 20"]),
        (date(2026, 12, 5), ["1 working day left", "19 of 20 working days are used"]),
        (date(2026, 12, 7), ["Due today", "An answer sent by midnight is in time"]),
        (date(2026, 12, 9), ["Was due Monday 7 December 2026", "2 working days late", "must say so"]),
    ],
)
def test_the_due_card_says_how_the_date_stands(
    today: date,
    words: list[str],
    authority: Authority,
    officer: User,
    at: Callable[[date], Desk],
    signed_in: SignedIn,
) -> None:
    case, _ = confirmed_case(at(NOVEMBER), authority, received_on=NOVEMBER)
    at(today)
    said = card(signed_in(officer).page(f"/requests/{case.id}"))
    for each in words:
        assert each in said


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 12, 1), "plenty"),
        (date(2026, 12, 2), "soon"),
        (date(2026, 12, 7), "today"),
        (date(2026, 12, 8), "late"),
    ],
)
def test_the_colour_says_the_same_as_the_words(
    today: date,
    state: str,
    authority: Authority,
    officer: User,
    at: Callable[[date], Desk],
    signed_in: SignedIn,
) -> None:
    case, _ = confirmed_case(at(NOVEMBER), authority, received_on=NOVEMBER)
    at(today)
    page = signed_in(officer).page(f"/requests/{case.id}")
    assert f"app-due app-due--{state}" in page.html


def test_a_question_that_was_clarified_has_its_own_date_and_the_page_says_why(
    authority: Authority, officer: User, at: Callable[[date], Desk], signed_in: SignedIn
) -> None:
    case, (_, second) = confirmed_case(at(NOVEMBER), authority, received_on=NOVEMBER)
    desk = at(date(2026, 12, 2))
    for about, on in ((ASKED, date(2026, 11, 12)), (RECEIVED, date(2026, 11, 18))):
        direction = "out" if about == ASKED else "in"
        said = Said(direction, "email", on, "Robin Ash", "Which year?", about, [second.id])
        record_correspondence(desk, case, said)
    client = signed_in(officer)
    page = client.page(f"/requests/{case.id}")
    assert "Due Monday 7 December 2026" in card(page)
    own = "Question 2 has its own date, Thursday 17 December, because we had to ask what it meant."
    assert own in card(page)
    clock = client.page(f"/requests/{case.id}/clock").words()
    assert "17 Question 2 Due" in clock
    assert "They told us what they meant on Wednesday 18 November" in clock


def test_while_they_are_asked_no_date_runs(
    authority: Authority, officer: User, at: Callable[[date], Desk], signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(at(NOVEMBER), authority, received_on=NOVEMBER)
    desk = at(date(2026, 11, 26))
    said = Said("out", "email", desk.today, "Robin Ash", "Which year?", ASKED)
    record_correspondence(desk, case, said)
    page = signed_in(officer).page(f"/requests/{case.id}")
    assert "Waiting for the requester Asked on Thursday 26 November" in card(page)
    assert links(page)["Record what they say"].endswith("/correspondence#record")


def test_a_request_that_is_not_valid_has_no_date(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case = make_case(desk, authority, triage="no_name", requester_name="")
    client = signed_in(officer)
    page = client.page(f"/requests/{case.id}")
    assert "Not running Not a valid request No real name" in card(page)
    assert "Tell them what is missing" in page.words()
    assert "why it is late" not in client.page(f"/requests/{case.id}/letters").words()
    assert "have not begun" in client.page(f"/requests/{case.id}/clock").words()
    case = get_case(desk.session, desk.scope, case.id)
    (letter,) = letters_of(desk.session, case)
    issue_letter(desk, case, letter, letter.version)
    send(desk, case, letter)
    page = client.page(f"/requests/{case.id}")
    assert "We told them so on Wednesday 4 February 2026." in page.words()
    assert "Tell them what is missing" not in page.words()


def test_the_next_step_is_the_first_question_without_an_answer(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, (first, second) = confirmed_case(desk, authority)
    answered(desk, case, first, outcome="disclosed", answer="Twelve.")
    page = signed_in(officer).page(f"/requests/{case.id}")
    assert links(page)["Answer question 2"] == f"/requests/{case.id}/questions/{second.id}"
    assert "1 of 2 answered" in page.words()


def test_once_they_know_that_it_takes_longer_the_next_step_is_to_decide(
    signed_in: SignedIn, desk: Desk, authority: Authority, officer: User
) -> None:
    case, questions = confirmed_case(desk, authority)
    for question in questions:
        answered(desk, case, question, outcome="decision_pending")
        keep_ground(desk, case, GroundDraft("s.31(1)(a)"), [question.id])
    estimate = {"estimated_decision_date": "2026-03-11"}
    record_event(desk, case, EventDraft("pit_extension_notice", desk.today, values=estimate))
    page = signed_in(officer).page(f"/requests/{case.id}")
    assert links(page)["Decide on question 1"] == f"/requests/{case.id}/questions/{questions[0].id}"


def test_before_the_questions_are_confirmed_their_words_are_there_to_read(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case = make_case(desk, authority)
    page = signed_in(officer).page(f"/requests/{case.id}")
    assert links(page)["Confirm the questions"] == f"/requests/{case.id}/questions"
    assert "seem to hold 2 questions" in page.words()
    assert "Please send the answer by email." in page.words()


def test_each_question_says_in_a_line_what_became_of_it(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    words = "1. How many?\n2. Where?\n3. Why?\n4. Who?\n5. When?\n6. What?"
    case, questions = confirmed_case(desk, authority, words=words)
    one, two, three, four, five, _ = questions
    answered(
        desk,
        case,
        one,
        outcome="disclosed",
        answer="**Twelve**, in [all](https://example.org).\n\nA\tB\n1\t2",
    )
    answered(desk, case, two, outcome="not_applicable", because_of_id=one.id)
    answered(desk, case, three, same_as_id=one.id)
    answered(desk, case, four, outcome="withheld")
    answered(
        desk,
        case,
        five,
        outcome="future_publication",
        details={
            "when": "2026-03-01",
            "settled": "x",
            "pi_for": "x",
            "pi_against": "x",
            "pi_conclusion": "x",
        },
    )
    page = signed_in(officer).page(f"/requests/{case.id}")
    rows = [text_of(each) for each in page.all("li") if "app-question" in (each.get("class") or "")]
    assert rows == [
        "1 How many? Twelve, in all. With a table. Held and provided",
        "2 Where? See the answer to question 1. Falls away",
        "3 Why? See the answer to question 1. Same as 1",
        "4 Who? Still to say: Which exemption or exception? Held, withheld",
        "5 When? 1 March 2026 To be published",
        "6 What? Nothing written yet. To answer",
    ]


def test_the_calendar_names_every_day_from_arrival_to_due(
    authority: Authority, officer: User, at: Callable[[date], Desk], signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(at(NOVEMBER), authority, received_on=NOVEMBER)
    at(date(2026, 12, 2))
    page = signed_in(officer).page(f"/requests/{case.id}/clock")
    cells = [text_of(cell) for cell in page.all("td")]
    assert cells[:7] == [
        "2 November", "3", "4", "5", "6 Not counted Request came", "7 Weekend", "8 Weekend",
    ]  # fmt: skip
    assert cells[7:9] == ["9 Day 1", "10 Day 2"]
    assert cells[28:32] == [
        "30 Not counted St Andrew's Day",
        "1 December Day 16",
        "2 Day 17 Today",
        "3 Day 18",
    ]
    assert cells[35] == "7 Day 20 Due"
    assert len(cells) == 42
    said = page.words()
    assert "five weekends, and Monday 30 November, St Andrew's Day" in said
    assert "Day 20 is Monday 7 December 2026." in said
    assert "Freedom of Information Act 2000, section 10(1) and (6)" in said


def test_an_environmental_request_names_its_own_law(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority, regime="EIR", channel="phone")
    said = signed_in(officer).page(f"/requests/{case.id}/clock").words()
    assert "Environmental Information Regulations 2004, regulation 5(2)" in said


def test_the_history_says_who_did_what_newest_first(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, (first, _) = confirmed_case(desk, authority)
    answered(desk, case, first, outcome="not_held", details={"searched": "The register."})
    page = signed_in(officer).page(f"/requests/{case.id}/history")
    did = [text_of(each) for each in page.all("p") if each.get("class") == "app-entry__what"]
    assert did == [
        "Answered question 1: not held",
        "Confirmed 2 questions",
        f"Logged the request as {case.reference}",
    ]
    assert "Sam Officer" in page.words()
    assert "The register." in page.words()


def test_whoever_need_not_know_who_asked_does_not_see_it_anywhere(
    desk: Desk, session: Session, authority: Authority, signed_in: SignedIn
) -> None:
    words = "1. How many?\n2. Where?\n\nRobin  Ash, 4 Elm Road"
    case, _ = confirmed_case(
        desk, authority, words=words, subject="Robin Ash asks", requester_address="4 Elm Road\nNorthvale"
    )
    record_correspondence(desk, case, Said("in", "email", desk.today, "Robin Ash", "It is Robin again."))
    client = signed_in(person(session, "Ash Reader", authority, role="auditor"))
    for tab in ("", "/correspondence", "/clock", "/history"):
        page = client.page(f"/requests/{case.id}{tab}")
        for secret in ("robin", "elm road", "robin.ash@example.org"):
            assert secret not in page.html.casefold(), f"{secret} on {tab}"
    assert "Hidden from you" in page.words()


def test_who_asked_is_hidden_in_what_was_written_of_an_event_and_of_how_they_want_it(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, questions = confirmed_case(desk, authority, adjustment="a call to Robin Ash")
    to = {"authority": "The council of Robin Ash"}
    record_event(desk, case, EventDraft("transferred_to", desk.today, [questions[0].id], to))
    answer_all(desk, case)
    respond(desk, case)
    reopen(desk, case, Reopening(desk.today, "Robin Ash (robin.ash@example.org) says it was not answered"))
    session.commit()
    paths = [f"/requests/{case.id}{tab}" for tab in ("", "/clock")]
    auditor = signed_in(person(session, "Ola Auditor", authority, role="auditor"))
    seen = " ".join(auditor.page(path).html for path in paths)
    assert "robin" not in seen.casefold()
    for told in ("A call to [hidden]", "The council of [hidden]", "[hidden] ([hidden]) says"):
        assert told in seen
    assert "A call to Robin Ash" in signed_in(officer).page(paths[0]).words()


def test_a_corrected_name_does_not_show_the_one_before_it(
    desk: Desk, session: Session, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    words = "1. How many?\n2. Where?\n\nRobin Ash, 4 Elm Road"
    case, _ = confirmed_case(desk, authority, words=words, subject="Robin Ash asks", their_reference="K")
    known = CaseDetails.of(case)
    wed = replace(known, requester_name="Kim Oak", requester_email="oak@example.org", their_reference="L")
    change_details(desk, case, wed, case.version)
    record_correspondence(desk, case, Said("out", "email", desk.today, "Robin Ash", "Dear Robin"))
    client = signed_in(person(session, "Ola Auditor", authority, role="auditor"))
    for path in (
        "/",
        *(f"/requests/{case.id}{tab}" for tab in ("", "/correspondence", "/clock", "/history")),
    ):
        page = client.page(path)
        for secret in ("Robin", "robin.ash@example.org", "Kim", "Oak", "oak@example.org"):
            assert secret not in page.html, f"{secret} on {path}"
    assert "Their reference: [hidden]" in page.words()
    assert "Requester name: [hidden]" in page.words()
    seen = signed_in(officer).page(f"/requests/{case.id}/history").words()
    assert "Requester name: Robin Ash" in seen
    assert "Requester name: Kim Oak" in seen


def test_an_officer_of_the_authority_sees_who_asked(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    case, _ = confirmed_case(desk, authority)
    assert "robin.ash@example.org" in signed_in(officer).page(f"/requests/{case.id}").words()


def test_whoever_only_reads_is_offered_nothing_to_change(
    desk: Desk, session: Session, authority: Authority, signed_in: SignedIn
) -> None:
    case, (first, _) = confirmed_case(desk, authority)
    client = signed_in(person(session, "Ash Reader", authority, role="auditor"))
    for tab in ("", "/correspondence", "/clock", "/history"):
        found = set(links(client.page(f"/requests/{case.id}{tab}")).values())
        works = {
            f"/requests/{case.id}/{end}"
            for end in ("details", "officer", "withdrawn", "questions", f"questions/{first.id}")
        }
        assert not found & works
    for act in ("details", "officer", "withdrawn"):
        assert client.get(f"/requests/{case.id}/{act}").status_code == 403
    assert client.post(f"/requests/{case.id}/correspondence").status_code == 403


def test_another_authority_s_request_is_not_there(
    desk: Desk, session: Session, authority: Authority, signed_in: SignedIn
) -> None:
    from tests.factories.authorities import authority as make_authority

    other = make_authority(session, "eastmoor-council")
    case, _ = confirmed_case(desk, authority)
    client = signed_in(person(session, "Ola Other", other))
    for end in ("", "/correspondence", "/clock", "/history", "/details", "/officer", "/withdrawn"):
        assert client.get(f"/requests/{case.id}{end}").status_code == 404, end
    for end in ("/correspondence", "/details", "/officer", "/withdrawn"):
        assert client.post(f"/requests/{case.id}{end}").status_code == 404, end


def test_an_officer_elsewhere_who_only_audits_here_changes_nothing_here(
    desk: Desk, session: Session, authority: Authority, signed_in: SignedIn
) -> None:
    from tests.factories.authorities import authority as make_authority

    case, _ = confirmed_case(desk, authority)
    both = person(session, "Bo Both", make_authority(session, "eastmoor-council"))
    give_role(session, both, authority, "auditor")
    client = signed_in(both)
    assert "Hidden from you" in client.page(f"/requests/{case.id}").words()
    assert client.post(f"/requests/{case.id}/details", data={"subject": "Mine"}).status_code == 404
    session.refresh(case)
    assert case.subject != "Mine"
    assert session.scalars(select(AuditEntry).where(AuditEntry.action == "details_changed")).all() == []
