"""Many letters are checked a few at a time, shown on one page, and keep nobody from writing meanwhile."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import Session

from foi_tracker.casework.kept_checks import files_of
from foi_tracker.extensions import db
from foi_tracker.intake.checking import CheckedFile, check_file
from foi_tracker.models import Authority, KeptCheck, User
from foi_tracker.store.database import normalised, prepare_engine
from foi_tracker.web.check_letters import views
from foi_tracker.web.check_letters.found import signed
from tests.client import CheckedClient
from tests.database import Database
from tests.factories import files
from tests.html import Page, text_of
from tests.intake.documents import made
from tests.web.test_check_letters import FAULTY, PLACE, SignIn, errors_of, everything, keep, the_csv


def some(client: CheckedClient, *letters: tuple[str, bytes]) -> str:
    """What was found in a few of many letters, as the page's script gets it."""
    chosen = [(io.BytesIO(content), name) for name, content in letters]
    response = client.post(f"{PLACE}/some", data={"files": chosen}, content_type="multipart/form-data")
    assert (response.status_code, response.mimetype) == (200, "text/plain")
    return response.text


def test_letters_that_came_in_several_lots_are_counted_on_one_page_and_nothing_is_kept(
    signed_in: SignIn, session: Session, officer: User
) -> None:
    client = signed_in(officer)
    client.get(PLACE)
    before = everything(session)
    lots = [
        some(client, ("a.txt", FAULTY.encode()), ("b.docx", made.word())),
        some(client, ("c.pdf", files.pdf())),
    ]
    shown = client.post(f"{PLACE}/found", data={"found": lots, "too_large": ["film.mp4"]})
    words = Page(shown.text).words()
    assert "2 of 2 letters have something that must be mended." in words
    assert "2 files were not read. c.pdf:" in words
    assert "film.mp4: The file is larger than 20 MB." in words
    assert {row["file"] for row in the_csv(Page(shown.text))} == {"a.txt", "b.docx", "c.pdf", "film.mp4"}
    assert everything(session) == before
    keep(client, shown)
    assert len(files_of(session.scalars(select(KeptCheck)).one())) == 4


def test_a_lot_that_is_no_lot_is_refused_and_no_lot_at_all_leads_back(
    signed_in: SignIn, officer: User
) -> None:
    client = signed_in(officer)
    assert client.post(f"{PLACE}/some", data={}).status_code == 400
    assert client.post(f"{PLACE}/found", data={}).location == PLACE
    assert client.post(f"{PLACE}/keep", data={}).status_code == 400
    unread = some(client, ("scan.pdf", files.pdf()))
    response = client.post(f"{PLACE}/found", data={"found": unread})
    assert "it is a scan" in errors_of(response, "files")


def test_a_folder_is_checked_without_what_programs_hide_in_it(signed_in: SignIn, officer: User) -> None:
    letters = [
        (io.BytesIO(FAULTY.encode()), name) for name in ("2025/a.txt", "2025/.DS_Store", "2025/~$b.docx")
    ]
    response = signed_in(officer).post(PLACE, data={"folder": letters}, content_type="multipart/form-data")
    assert {row["file"] for row in the_csv(Page(response.text))} == {"2025/a.txt"}


# While letters are read


@pytest.mark.parametrize("path", [PLACE, f"{PLACE}/some"])
def test_others_write_and_no_connection_is_held_while_letters_are_read(
    path: str, app: Flask, database: Database, session: Session, signed_in: SignIn, officer: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    held = []

    def read_while_another_writes(*given: Any) -> CheckedFile:
        held.append(db.engine.pool.checkedout())
        engine = prepare_engine(create_engine(normalised(database.url)))
        with engine.connect() as writer:
            writer.execute(text("UPDATE authority SET team = 'Written meanwhile'"))
            writer.commit()
        engine.dispose()
        return check_file(*given)

    monkeypatch.setattr(views, "check_file", read_while_another_writes)
    monkeypatch.setattr("foi_tracker.store.database.BUSY_TIMEOUT_MS", 100)
    response = signed_in(officer).post(path, data={"words": FAULTY})
    assert response.status_code == 200
    assert held == [0]
    session.expire_all()
    assert session.scalars(select(Authority.team)).all() == ["Written meanwhile"]


def test_a_thousand_letters_fit_one_page_and_can_be_kept(
    signed_in: SignIn, session: Session, officer: User
) -> None:
    client = signed_in(officer)
    letter = check_file("a.docx", made.word())
    with client.application.app_context():
        lots = [
            signed([replace(letter, name=f"2025/{lot}/{each}.docx") for each in range(5)])
            for lot in range(200)
        ]
    shown = client.post(f"{PLACE}/found", data={"found": lots})
    page = Page(shown.text)
    assert "1,000 of 1,000 letters have something that must be mended." in page.words()
    assert "1,000" in map(text_of, page.all("td"))
    keep(client, shown)
    assert "1,000" in map(text_of, client.page(PLACE).all("td"))
    assert len(session.scalars(select(KeptCheck)).one().letters) == 1000
