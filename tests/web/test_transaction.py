"""One commit a POST; looking at a page takes no lock; no address and no form makes the application fail."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import Desk
from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.models import Authority, User
from foi_tracker.store.database import normalised, prepare_engine
from tests.client import CheckedClient
from tests.database import Database
from tests.factories.cases import confirmed_case
from tests.factories.people import give_role
from tests.factories.sent_letters import answer_all
from tests.web.walk import addresses, world

Visit = Callable[[User], CheckedClient]
TOO_LARGE = "99999999999999999999"


@pytest.mark.parametrize("path", ["/", "/figures", "/requests/1", "/no-such-page", "/sign-in"])
def test_a_page_opens_while_somebody_else_is_writing(
    path: str, database: Database, officer: User, signed_in: Visit
) -> None:
    client = signed_in(officer)
    client.get("/")
    engine = prepare_engine(create_engine(normalised(database.url)))
    with engine.connect() as writer:  # holds SQLite's one writer's lock until it ends
        writer.execute(text("UPDATE authority SET team = 'Half done'"))
        assert client.get(path).status_code < 500
        writer.rollback()
    engine.dispose()


def test_a_preview_is_drawn_while_somebody_else_is_writing_and_keeps_nothing(
    database: Database, session: Session, authority: Authority, officer: User, signed_in: Visit
) -> None:
    give_role(session, officer, authority, "administrator")
    client = signed_in(officer)
    path = f"/authorities/{authority.id}/settings/preview"
    engine = prepare_engine(create_engine(normalised(database.url)))
    session.commit()
    with engine.connect() as writer:
        writer.execute(text("UPDATE authority SET team = 'Half done'"))
        answer = client.post(path, data={"name": "Changed"})
        assert answer.status_code == 200
        assert "Changed" in answer.json["letter"]
        writer.rollback()
    engine.dispose()
    session.expire_all()
    assert authority.name == "Northvale Police"


@pytest.mark.parametrize(
    "path",
    [
        f"/requests/{TOO_LARGE}",
        f"/requests/{TOO_LARGE}/letters/1",
        f"/requests/1/letters/{TOO_LARGE}/letter.pdf",
        f"/authorities/{TOO_LARGE}/settings",
        "/requests/2147483648",
        "/requests/-1",
    ],
)
def test_an_id_that_no_row_can_have_is_not_there(path: str, officer: User, signed_in: Visit) -> None:
    assert signed_in(officer).get(path).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "words=%00",
        "words=%25_%5C",
        f"authority={TOO_LARGE}&officer={TOO_LARGE}",
        "authority=x&officer=&stage=nothing&law=nothing&show=nothing",
        f"page={TOO_LARGE}",
        "page=0",
        "page=-1",
        "sort=nothing&due=nothing",
        "words=%FF%FE",
    ],
)
@pytest.mark.parametrize("path", ["/", "/requests.csv"])
def test_no_address_of_the_queue_makes_it_fail(
    path: str, query: str, officer: User, signed_in: Visit
) -> None:
    assert signed_in(officer).get(f"{path}?{query}").status_code == 200


def test_what_was_refused_is_rolled_back(
    session: Session, authority: Authority, officer: User, signed_in: Visit
) -> None:
    give_role(session, officer, authority, "administrator")
    client = signed_in(officer)
    address = f"/authorities/{authority.id}/settings"
    assert client.post(address, data={"name": "Changed", "accent": "none"}).status_code == 422
    assert client.post(address, data={"name": "Changed"}).status_code == 409, "it came without a version"
    session.expire_all()
    assert authority.name == "Northvale Police"


@pytest.mark.parametrize("number", ["9" * 5000, TOO_LARGE, "²", "-1", "１", "\x00", "1 OR 1=1"])
def test_no_number_in_a_form_makes_it_fail(
    number: str, session: Session, desk: Desk, authority: Authority, officer: User, signed_in: Visit
) -> None:
    give_role(session, officer, authority, "administrator")
    rows = world(session, desk, authority)
    client = signed_in(officer)
    names = (
        "version corrects questions officer authority_id question same_as because_of card cut cursor index"
    )
    names += (
        " move open span page last_number on-day seen signatory show usual use_colour signatories-0-id roles"
    )
    for endpoint, path in list(addresses(client.application, "POST", rows)):
        if endpoint != "signin.sign_out":
            response = client.post(path, data=dict.fromkeys(names.split(), number))
            assert response.status_code < 500, f"{path} answered {response.status}"


@pytest.mark.parametrize(
    ("column", "status", "state"), [("short_name", 302, "issued"), ("footer", 409, "draft")]
)
def test_others_write_while_a_letter_is_printed_and_what_it_says_is_what_was_printed(
    column: str,
    status: int,
    state: str,
    database: Database,
    session: Session,
    desk: Desk,
    authority: Authority,
    officer: User,
    signed_in: Visit,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case, _ = confirmed_case(desk, authority)
    answer_all(desk, case)
    letter = casework.start_letter(desk, case, casework.LetterPlan("response"))
    session.commit()

    def print_slowly(facts: LetterFacts, **_: object) -> bytes:
        engine = prepare_engine(create_engine(normalised(database.url)))
        with engine.begin() as writer:  # would wait a minute, and fail, for a lock that is held
            writer.execute(text(f"UPDATE authority SET {column} = 'Changed'"))
        engine.dispose()
        return b"%PDF-1.7 " + facts.kind.encode()

    monkeypatch.setattr(casework, "make_pdf", print_slowly)
    at = f"/requests/{case.id}/letters/{letter.id}"
    answer = signed_in(officer).post(f"{at}/issue", data={"version": letter.version})
    assert answer.status_code == status
    session.expire_all()
    assert letter.state == state
