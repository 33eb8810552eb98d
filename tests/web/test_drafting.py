"""A letter on its desk: the check stands in the way, what is issued stays, and the day it left counts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.models import Authority, Case, Letter, Question, User
from foi_tracker.store import audit as audit_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from tests.client import CheckedClient
from tests.factories.cases import case, confirmed_case
from tests.factories.people import person
from tests.factories.sent_letters import answer_all, issued, respond
from tests.html import Page, text_of

Visit = Callable[[User], CheckedClient]


@pytest.fixture
def made(desk: Desk, authority: Authority) -> Case:
    """A request of two questions, both answered."""
    found, _ = confirmed_case(desk, authority)
    answer_all(desk, found)
    return found


@pytest.fixture
def client(client: CheckedClient, session: Session, officer: User) -> CheckedClient:
    """The officer's browser."""
    client.sign_in(officer)
    return client


def _at(made: Case, letter: Letter | None = None, act: str = "") -> str:
    path = f"/requests/{made.id}/letters"
    return f"{path}/{letter.id}{'/' if act else ''}{act}" if letter else path


def _begin(client: CheckedClient, desk: Desk, made: Case, kind: str = "response") -> Letter:
    response = client.post(_at(made), data={"kind": kind})
    assert response.status_code == 302, Page(response.text).words()
    return letter_store.letters_of(desk.session, made)[-1]


def _hidden(page: Page) -> dict[str, str]:
    """What the button "Issue the letter" sends."""
    form = next(f for f in page.all("form") if (f.get("action") or "").endswith("/issue"))
    return {box.get("name", ""): box.get("value", "") for box in form.iter("input")}


def _issue(client: CheckedClient, made: Case, letter: Letter):
    return client.post(_at(made, letter, "issue"), data=_hidden(client.page(_at(made, letter))))


def _sent(client: CheckedClient, made: Case, letter: Letter, day: str = "4 2 2026", **changes: str):
    on = dict(zip(("on-day", "on-month", "on-year"), day.split(), strict=True))
    data = {**on, "how": "email", "to": "robin.ash@example.org", **changes}
    return client.post(_at(made, letter, "sent"), data=data)


def _buttons(page: Page) -> list[str]:
    return [text_of(button) for button in page.all("button")]


def _links(page: Page) -> dict[str, str]:
    return {text_of(link): link.get("href", "") for link in page.all("a")}


def test_where_the_law_stands_in_the_way_there_is_no_button_and_each_finding_has_its_link(
    desk: Desk, client: CheckedClient, authority: Authority
) -> None:
    found, questions = confirmed_case(desk, authority)
    answer_question(desk, found, questions[0], AnswerGiven("not_held", ""), 1)
    letter = _begin(client, desk, found)
    page = client.page(_at(found, letter))
    assert "It cannot be issued yet." in page.words()
    assert "Issue the letter" not in _buttons(page)
    codes = {li.get("data-code") for li in page.all("li")} - {None}
    assert {"question_unanswered", "not_held_unexplained"} <= codes
    assert _links(page)["Go to question 2"] == f"/requests/{found.id}/questions/{questions[1].id}"

    response = client.post(_at(found, letter, "issue"), data={"version": letter.version})
    assert response.status_code == 422
    assert letter.state == "draft"


def test_a_sound_letter_is_issued_and_its_bytes_are_kept_for_ever(
    session: Session, desk: Desk, client: CheckedClient, authority: Authority, made: Case
) -> None:
    letter = _begin(client, desk, made)
    assert _issue(client, made, letter).status_code == 302
    assert (letter.state, letter.issued_by, letter.dated) == ("issued", "Sam Officer", desk.today)
    first = client.get(_at(made, letter, "letter.pdf"))
    assert first.mimetype == "application/pdf"
    assert first.headers["Content-Disposition"] == 'attachment; filename="001-26-response.pdf"'
    assert hashlib.sha256(first.data).hexdigest() == letter.pdf_sha256
    assert letter.pdf_sha256 in client.page(_at(made, letter)).words()

    authority.name, authority.footer = "Another name", "Another footer"
    made.subject = "Another subject"
    paper = client.get(_at(made, letter, "paper")).text
    assert "Another" not in paper
    assert client.get(_at(made, letter, "letter.pdf")).data == first.data


def test_each_download_is_in_the_audit_and_a_look_at_a_draft_is_not(
    desk: Desk, client: CheckedClient, made: Case
) -> None:
    letter = _begin(client, desk, made)
    draft = client.get(_at(made, letter, "letter.pdf"))
    assert draft.data.startswith(b"%PDF")
    assert "draft" in draft.headers["Content-Disposition"]
    before = [entry.action for entry, _ in audit_store.history(desk.session, made)]
    assert "letter_downloaded" not in before
    _issue(client, made, letter)
    client.get(_at(made, letter, "letter.pdf"))
    desk.session.expire_all()
    (entry, payload), *_ = audit_store.history(desk.session, made)
    assert (entry.action, entry.actor_name) == ("letter_downloaded", "Sam Officer")
    assert payload is not None
    assert payload.payload["sha256"] == letter.pdf_sha256


@pytest.mark.parametrize(
    ("day", "error"),
    [
        ("3 2 2026", "cannot have been sent before it was issued"),
        ("5 2 2026", "cannot be in the future"),
        ("31 2 2026", "February"),
        (" - 2026", "day"),
    ],
)
def test_the_day_it_was_sent_is_checked_and_what_was_typed_is_kept(
    day: str, error: str, desk: Desk, client: CheckedClient, made: Case
) -> None:
    letter = _begin(client, desk, made)
    _issue(client, made, letter)
    response = _sent(client, made, letter, day.replace(" - ", "0 0 "), to="The box at the gate")
    assert response.status_code == 422
    page = Page(response.text)
    assert error in page.words(), page.words()
    assert [box.get("value") for box in page.all("input") if box.get("name") == "to"] == [
        "The box at the gate"
    ]
    desk.session.expire_all()
    assert (letter.state, made.stage) == ("issued", "issued")


def test_recording_that_it_was_sent_closes_the_request_and_keeps_the_words(
    desk: Desk, client: CheckedClient, made: Case
) -> None:
    letter = _begin(client, desk, made)
    _issue(client, made, letter)
    assert _sent(client, made, letter).status_code == 302
    assert (letter.state, letter.sent_how, letter.sent_to) == ("sent", "email", "robin.ash@example.org")
    assert (made.stage, made.closed_on) == ("closed", desk.today)
    (said,) = case_store.correspondence(desk.session, made)
    assert (said.direction, said.on, said.words) == ("out", desk.today, letter.plain_text)
    assert "email, to robin.ash@example.org" in client.page(_at(made, letter)).words()


def test_a_letter_is_sent_once_and_a_draft_never(desk: Desk, client: CheckedClient, made: Case) -> None:
    letter = _begin(client, desk, made)
    assert _sent(client, made, letter).status_code == 409
    _issue(client, made, letter)
    _sent(client, made, letter)
    again = _sent(client, made, letter)
    assert again.status_code == 409
    assert "recorded as sent already" in Page(again.text).words()


def test_a_part_now_and_the_rest_later(
    session: Session, desk: Desk, client: CheckedClient, made: Case
) -> None:
    first, second = letter_ids = [q.id for q in _questions(desk, made)]
    part = _begin(client, desk, made, "part")
    plan = {"version": str(part.version), "questions": str(first)}
    assert client.post(_at(made, part, "plan"), data=plan).status_code == 302
    _issue(client, made, part)
    _sent(client, made, part)
    session.expire_all()
    assert (made.stage, made.closed_on) == ("letter", None)

    rest = _begin(client, desk, made)
    assert letter_store.question_ids(session, rest) == [second]
    _issue(client, made, rest)
    _sent(client, made, rest)
    session.expire_all()
    assert made.stage == "closed"
    assert [part.part_of_several, rest.part_of_several] == [True, False]
    assert letter_ids == sorted(letter_ids)


def _questions(desk: Desk, made: Case) -> list[Question]:
    from foi_tracker.store.questions import questions_of

    return list(questions_of(desk.session, made))


def test_a_letter_answers_at_least_one_question(desk: Desk, client: CheckedClient, made: Case) -> None:
    part = _begin(client, desk, made, "part")
    response = client.post(_at(made, part, "plan"), data={"version": str(part.version)})
    assert response.status_code == 422
    assert "Choose the questions that it answers" in Page(response.text).words()


def test_a_correction_is_begun_from_the_letter_it_corrects(
    desk: Desk, client: CheckedClient, made: Case
) -> None:
    first = respond(desk, made)
    response = client.post(_at(made), data={"corrects": first.id})
    correction = letter_store.letters_of(desk.session, made)[-1]
    assert response.location == _at(made, correction, "plan")
    assert correction.corrects_id == first.id
    assert "Correction" in client.page(_at(made, correction)).words()
    wrong = client.post(_at(made), data={"corrects": "999999999999"})
    assert wrong.status_code == 404


def test_a_clarification_letter_stops_the_clock_the_day_it_is_sent(
    session: Session, desk: Desk, client: CheckedClient, made: Case
) -> None:
    letter = _begin(client, desk, made, "clarification")
    _, second = _questions(desk, made)
    data = {
        "version": str(letter.version),
        "clarification": "Which year do you mean?",
        "questions": str(second.id),
    }
    assert client.post(_at(made, letter, "plan"), data=data).status_code == 302
    assert "Which year do you mean?" in client.get(_at(made, letter, "paper")).text
    _issue(client, made, letter)
    _sent(client, made, letter)
    session.expire_all()
    due = {tuple(d.question_ids): d.due_on for d in case_store.deadlines(session, made)}
    assert due[(second.id,)] is None
    assert len(due) == 2


@pytest.mark.parametrize("meanwhile", ["plan", "answer"])
def test_a_letter_that_changed_after_it_was_read_is_not_issued(
    meanwhile: str, session: Session, desk: Desk, client: CheckedClient, made: Case
) -> None:
    letter = _begin(client, desk, made)
    read = _hidden(client.page(_at(made, letter)))
    if meanwhile == "plan":
        first, _ = _questions(desk, made)
        plan = {"version": str(letter.version), "questions": str(first.id)}
        assert client.post(_at(made, letter, "plan"), data=plan).status_code == 302
    else:
        answer_all(desk, made, "There were 99.")
    response = client.post(_at(made, letter, "issue"), data=read)
    assert response.status_code == 409
    assert "Somebody saved this before you" in Page(response.text).words()
    session.expire_all()
    assert letter.state == "draft"


def test_a_plan_saved_over_another_keeps_what_was_typed(
    desk: Desk, client: CheckedClient, made: Case
) -> None:
    letter = _begin(client, desk, made, "clarification")
    typed = {"version": str(letter.version), "clarification": "Which year?"}
    assert client.post(_at(made, letter, "plan"), data=typed).status_code == 302
    response = client.post(_at(made, letter, "plan"), data={**typed, "clarification": "Which month?"})
    assert response.status_code == 409
    assert "Which month?" in Page(response.text).words()


def test_a_draft_is_thrown_away_and_an_issued_letter_is_not(
    desk: Desk, client: CheckedClient, made: Case
) -> None:
    draft = _begin(client, desk, made)
    address = _at(made, draft)
    assert client.post(f"{address}/throw-away").status_code == 302
    assert client.get(address).status_code == 404
    letter = issued(desk, made)
    response = client.post(_at(made, letter, "throw-away"))
    assert response.status_code == 409
    assert client.get(_at(made, letter)).status_code == 200


def test_what_the_letter_says_once_is_kept_and_not_overwritten(
    session: Session, desk: Desk, client: CheckedClient, made: Case
) -> None:
    address = f"/requests/{made.id}/opening"
    version = next(b.get("value") for b in client.page(address).all("input") if b.get("name") == "version")
    said = {"version": version, "opening_statement": "We looked everywhere.", "late_reason": ""}
    assert client.post(address, data=said).status_code == 302
    assert "We looked everywhere." in client.page(_at(made)).words()
    second = client.post(address, data={**said, "opening_statement": "Somebody else’s"})
    assert second.status_code == 409
    assert "Somebody else’s" in Page(second.text).words()


@pytest.mark.parametrize(
    ("values", "offered"),
    [
        ({}, ["response", "part", "clarification", "holding", "fees_notice", "transfer"]),
        ({"triage": "no_name"}, []),
    ],
)
def test_only_letters_that_make_sense_can_be_begun(
    values: dict[str, str], offered: list[str], desk: Desk, client: CheckedClient, authority: Authority
) -> None:
    if values:
        found = case(desk, authority, **values)
    else:
        found, _ = confirmed_case(desk, authority)
    radios = [box.get("value") for box in client.page(_at(found)).all("input") if box.get("type") == "radio"]
    assert radios == offered
    assert client.post(_at(found), data={"kind": "not_valid"}).status_code in (409, 422)
    assert client.post(_at(found), data={"kind": "<b>"}).status_code in (409, 422)


def test_the_letter_that_says_it_is_not_valid_can_be_begun_again(
    desk: Desk, client: CheckedClient, authority: Authority
) -> None:
    found = case(desk, authority, triage="no_name")
    (letter,) = letter_store.letters_of(desk.session, found)
    client.post(_at(found, letter, "throw-away"))
    assert _begin(client, desk, found, "not_valid").kind == "not_valid"


def test_whoever_may_not_know_who_asked_reads_the_letter_without_a_name(
    session: Session, desk: Desk, client: CheckedClient, authority: Authority, made: Case
) -> None:
    answer_all(desk, made, "Robin Ash asked in March. There were 12.")
    draft = _begin(client, desk, made)
    letter = issued(desk, made, "clarification", clarification="Dear Robin, which year?")
    auditor = person(session, "Alex Auditor", authority, role="auditor")
    client.sign_in(auditor)
    for each in (draft, letter):
        for path in (_at(made, each), _at(made, each, "paper")):
            text = client.get(path).text
            assert "Robin" not in text, path
            assert "robin.ash" not in text, path
        assert client.get(_at(made, each, "letter.pdf")).status_code == 403
    page = client.page(_at(made, draft))
    assert "Issue the letter" not in _buttons(page)
    assert not [href for href in _links(page).values() if href.endswith(("/opening", "/plan"))]
    assert client.post(_at(made, draft, "issue"), data={"version": "1"}).status_code == 403


def test_a_late_letter_says_so_before_it_can_go(
    desk: Desk, client: CheckedClient, authority: Authority
) -> None:
    found, _ = confirmed_case(desk, authority, received_on=desk.today - timedelta(days=60))
    answer_all(desk, found)
    letter = _begin(client, desk, found)
    page = client.page(_at(found, letter))
    codes = {li.get("data-code") for li in page.all("li")}
    assert codes & {"late", "late_unexplained"}, codes
