"""The pages where letters that are not the answer are begun, filled in, let pass and passed on."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework import letters as casework
from foi_tracker.casework.attachments import Upload, attach
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.others import ConsultationDraft, keep_consultation
from foi_tracker.casework.overrides import key_of
from foi_tracker.models import Authority, Case, Letter, User
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store.scope import Scope
from tests.client import CheckedClient
from tests.factories import files
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import confirmed_case
from tests.html import Page, text_of

FEE = {"basis": "disbursements", "amount": "12.50", "pays_for": "100 pages.", "how_to_pay": "By card."}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casework, "make_pdf", lambda facts, **_: b"%PDF-1.7 " + facts.kind.encode())


@pytest.fixture
def made(desk: Desk, authority: Authority) -> Case:
    return confirmed_case(desk, authority)[0]


@pytest.fixture
def client(client: CheckedClient, desk: Desk, officer: User) -> CheckedClient:
    client.sign_in(officer)
    return client


def _at(made: Case, letter: Letter | None = None, act: str = "") -> str:
    path = f"/requests/{made.id}/letters"
    return f"{path}/{letter.id}{'/' if act else ''}{act}" if letter else path


def _begin(client: CheckedClient, desk: Desk, made: Case, kind: str) -> Letter:
    response = client.post(_at(made), data={"kind": kind})
    assert response.status_code == 302, Page(response.text).words()
    letter = letter_store.letters_of(desk.session, made)[-1]
    assert response.location == _at(made, letter, "plan")
    return letter


def _named(page: Page, name: str):
    return [box for box in page.all("input") if box.get("name") == name]


def _fill(client: CheckedClient, made: Case, letter: Letter, **said: str):
    ids = [box.get("value") for box in _named(client.page(_at(made, letter, "plan")), "questions")]
    data = {"version": str(letter.version), "questions": ids, **said}
    return client.post(_at(made, letter, "plan"), data=data)


def _boxes(page: Page) -> dict[str, str]:
    texts = {box.get("name", ""): text_of(box) for box in page.all("textarea")}
    return texts | {box.get("name", ""): box.get("value", "") for box in page.all("input")}


def test_each_letter_that_cannot_be_begun_says_why(client: CheckedClient, made: Case) -> None:
    words = client.page(_at(made)).words()
    assert "Letters that cannot be begun now, and why" in words
    assert "Only environmental information can have more time" in words
    assert "Record first whom you consult" in words
    assert client.post(_at(made), data={"kind": "eir_extension"}).status_code == 422


def test_a_fees_notice_is_filled_in_checked_and_printed(
    desk: Desk, client: CheckedClient, made: Case
) -> None:
    letter = _begin(client, desk, made, "fees_notice")
    response = _fill(client, made, letter, **FEE)
    assert response.status_code == 302
    page = client.page(response.location)
    assert "It says how much, what for and how to pay." in page.words()
    assert "£12.50" in client.get(_at(made, letter, "paper")).text
    assert _boxes(client.page(_at(made, letter, "plan")))["amount"] == "12.50"


def test_what_is_amiss_is_said_at_its_field_and_nothing_typed_is_lost(
    desk: Desk, client: CheckedClient, made: Case
) -> None:
    letter = _begin(client, desk, made, "fees_notice")
    response = _fill(client, made, letter, amount="twelve", pays_for="100 pages.")
    assert response.status_code == 422
    page = Page(response.text)
    words = page.words()
    assert "Enter an amount in pounds, for example 12.50" in words
    assert "Say how to pay" in words
    assert "Say what the fee is for in law" in words
    assert _boxes(page)["amount"] == "twelve"
    assert _boxes(page)["pays_for"].strip() == "100 pages."
    desk.session.expire_all()
    assert letter.said == {}


def test_what_a_choice_asks_is_asked_only_then(desk: Desk, client: CheckedClient, made: Case) -> None:
    letter = _begin(client, desk, made, "transfer")
    said = {"authority": "The council", "contact": "foi@council.example.org", "searched": "It is theirs."}
    response = _fill(client, made, letter, **said, consent="agreed")
    assert response.status_code == 422
    assert "Say when they agreed" in Page(response.text).words()
    ahead = {"consent_on-day": "5", "consent_on-month": "2", "consent_on-year": "2026"}
    response = _fill(client, made, letter, **said, consent="agreed", **ahead)
    assert "That day is still to come" in Page(response.text).words()
    assert _fill(client, made, letter, **said, consent="ask").status_code == 302
    assert letter.said["consent"] == "ask"


def test_how_it_reads_is_shown_without_keeping_anything(
    desk: Desk, client: CheckedClient, made: Case
) -> None:
    letter = _begin(client, desk, made, "holding")
    typed = {"why": "The provider was late", "expected-day": "20", "expected-month": "2"}
    typed |= {"expected-year": "2026", "version": str(letter.version)}
    fragment = client.post(_at(made, letter, "preview"), data=typed)
    assert "You will have our answer by 20 February 2026." in fragment.text
    whole = client.post(_at(made, letter, "plan"), data={**typed, "preview": "yes"})
    assert whole.status_code == 200
    assert "The provider was late." in Page(whole.text).words()
    assert _boxes(Page(whole.text))["why"].strip() == "The provider was late"
    desk.session.expire_all()
    assert letter.said == {}


def test_a_reader_of_another_language_is_not_sent_words_nobody_checked(
    desk: Desk, client: CheckedClient, authority: Authority
) -> None:
    request, _ = confirmed_case(desk, authority, language="cy")
    letter = _begin(client, desk, request, "holding")
    assert "They would like their letters in Welsh." in client.page(_at(request, letter)).words()
    assert '<html lang="en-GB">' in client.get(_at(request, letter, "paper")).text


def test_somebody_elses_change_is_not_overwritten(desk: Desk, client: CheckedClient, made: Case) -> None:
    letter = _begin(client, desk, made, "fees_notice")
    _fill(client, made, letter, **FEE)
    data = {"version": "1", "questions": "1", **FEE, "amount": "99"}
    response = client.post(_at(made, letter, "plan"), data=data)
    assert response.status_code == 409
    assert "99" in Page(response.text).words()


def test_the_whole_way_of_a_fees_notice_stops_the_clock(
    session: Session, desk: Desk, client: CheckedClient, made: Case
) -> None:
    letter = _begin(client, desk, made, "fees_notice")
    _fill(client, made, letter, **FEE)
    page = client.page(_at(made, letter))
    form = next(f for f in page.all("form") if (f.get("action") or "").endswith("/issue"))
    data = {box.get("name", ""): box.get("value", "") for box in form.iter("input")}
    assert client.post(_at(made, letter, "issue"), data=data).status_code == 302
    sent = {"on-day": "4", "on-month": "2", "on-year": "2026", "how": "email", "to": "robin@example.org"}
    assert client.post(_at(made, letter, "sent"), data=sent).status_code == 302
    session.expire_all()
    (event,) = case_store.clock_events(session, made)
    assert (event.type, event.letter_id) == ("fees_notice", letter.id)
    assert "fees notice" in client.page(f"/requests/{made.id}/history").words().lower()


def test_a_third_party_recorded_can_be_written_to(desk: Desk, client: CheckedClient, made: Case) -> None:
    draft = ConsultationDraft("Example Surveys Limited", "Your prices.", desk.today, desk.today)
    consulted = keep_consultation(desk, made, draft)
    assert "A letter to Example Surveys Limited" in client.page(_at(made)).words()
    letter = _begin(client, desk, made, f"consultation:{consulted.id}")
    assert _fill(client, made, letter, question="Would it harm you?").status_code == 302
    paper = client.get(_at(made, letter, "paper")).text
    assert "Example Surveys Limited" in paper
    assert "Robin" not in paper
    assert client.post(_at(made), data={"kind": "consultation:9999"}).status_code == 422


def test_a_finding_is_let_pass_with_a_reason_and_taken_back(
    desk: Desk, client: CheckedClient, made: Case
) -> None:
    client.post(_at(made), data={"kind": "response"})
    letter = letter_store.letters_of(desk.session, made)[-1]
    page = client.page(_at(made, letter))
    ways = [link.get("href", "") for link in page.all("a") if "Let it pass" in text_of(link)]
    assert len(ways) == 2
    assert "The law requires this of the letter." in client.page(ways[0]).words()
    address = _at(made, letter, "let-pass")
    keys = [way.rpartition("=")[2] for way in ways]
    form = {"version": str(letter.version), "finding": keys[0]}
    bare = client.post(address, data={**form, "reason": " "})
    assert bare.status_code == 422
    assert "Say why the letter may go as it is" in Page(bare.text).words()
    for key in keys:
        given = {**form, "finding": key, "reason": "They asked for nothing more by telephone."}
        assert client.post(address, data=given).status_code == 302
    page = client.page(_at(made, letter))
    assert "Let pass by Sam Officer: They asked for nothing more by telephone." in page.words()
    assert "Issue the letter" in page.words()
    passed = _named(page, "override")[0].get("value")
    client.post(_at(made, letter, "stop-again"), data={"override": passed})
    assert "It cannot be issued yet." in client.page(_at(made, letter)).words()
    assert client.get(f"{address}?finding=none").status_code == 409


def test_a_file_that_nobody_looked_at_is_offered_no_way_past(
    desk: Desk, client: CheckedClient, made: Case
) -> None:
    client.post(_at(made), data={"kind": "response"})
    letter = letter_store.letters_of(desk.session, made)[-1]
    made = case_store.get_case(desk.session, Scope(frozenset({made.authority_id})), made.id)
    attach(desk, made, Upload("noise.csv", files.CSV))
    page = client.page(_at(made, letter))
    assert "Nobody has taken a second look at “noise”" in page.words()
    made = case_store.get_case(desk.session, Scope(frozenset({made.authority_id})), made.id)
    _, found = casework.check_letter(desk, made, letter)
    (key,) = (key_of(each) for each in found if each.code == "attachment_missing")
    ways = [link.get("href", "") for link in page.all("a") if "Let it pass" in text_of(link)]
    assert ways
    assert not any(key in way for way in ways)
    assert client.get(f"{_at(made, letter, 'let-pass')}?finding={key}").status_code == 409


def test_a_request_is_passed_on_and_the_letter_waits(
    session: Session, desk: Desk, client: CheckedClient, made: Case
) -> None:
    address = f"/requests/{made.id}/pass-on"
    assert client.get(address).status_code == 409  # there is nobody to pass it to
    make_authority(session, "northvale-council", kind="council")
    assert "Pass it on to another authority here" in client.page(_at(made)).words()
    bare = client.post(address, data={})
    assert bare.status_code == 422
    words = Page(bare.text).words()
    for said in ("Choose the questions that you pass on", "Enter the day they agreed", "Choose how"):
        assert said in words
    page = client.page(address)
    ids = [box.get("value", "") for box in _named(page, "questions")]
    other = next(box.get("value", "") for box in _named(page, "authority"))
    data = {
        "authority": other,
        "questions": ids,
        "searched": "The council does this work.",
        "consent_on-day": "5",
        "consent_on-month": "2",
        "consent_on-year": "2026",
        "consent_how": "email",
    }
    ahead = client.post(address, data=data)
    assert ahead.status_code == 422
    assert "not later than today" in Page(ahead.text).words()
    done = client.post(address, data={**data, "consent_on-day": "3"})
    assert done.status_code == 302
    page = client.page(done.location)
    assert "Passed on: it has its own reference and date there." in page.words()
    assert "Issue the letter" in page.words()
    assert "Northvale Council" in client.page(f"/requests/{made.id}/history").words()
