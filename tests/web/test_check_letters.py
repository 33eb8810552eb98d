"""Letters of others are checked on a page, and nothing of them stays unless somebody asks for it."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import inspect, select, text
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from foi_tracker.files.folder import Folder
from foi_tracker.models import KeptCheck, User
from tests.client import CheckedClient
from tests.factories import files
from tests.html import Page, text_of
from tests.intake.documents import made

SignIn = Callable[[User], CheckedClient]
PLACE = "/letters/check"
FAULTY = (
    "Dear Ms Example\n\n3 March 2026\n\nThank you for your request of 3 February 2026 under the Freedom of "
    "Information Act 2000.\n\nWe hold it, and refuse to give it under section 31.\n\nYours sincerely"
)


def send(client: CheckedClient, *letters: tuple[str, bytes], **fields: str) -> TestResponse:
    chosen = [(io.BytesIO(content), name) for name, content in letters]
    return client.post(PLACE, data={"files": chosen, **fields}, content_type="multipart/form-data")


def carried(response: TestResponse) -> dict[str, str]:
    """The hidden fields of the form that keeps what the page shows."""
    form = next(form for form in Page(response.text).all("form") if form.get("action") == f"{PLACE}/keep")
    hidden = [field for field in form.iter("input") if field.get("type") == "hidden"]
    return {field.get("name", ""): field.get("value", "") for field in hidden}


def keep(client: CheckedClient, response: TestResponse, **fields: str) -> TestResponse:
    """Press the button that keeps what this page shows."""
    return client.post(f"{PLACE}/keep", data={**carried(response), **fields})


def everything(session: Session) -> dict[str, int]:
    """How many rows each table has."""
    session.rollback()
    tables = inspect(session.get_bind()).get_table_names()
    return {table: session.scalar(text(f'select count(*) from "{table}"')) or 0 for table in tables}


def findings_of(page: Page) -> list[str]:
    return [item.get("data-code", "") for item in page.all("li") if item.get("data-code")]


def the_csv(page: Page) -> list[dict[str, str]]:
    link = next(link.get("href", "") for link in page.all("a") if link.get("download"))
    words = base64.b64decode(link.partition("base64,")[2]).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(words)))


def errors_of(response: TestResponse, field: str) -> str:
    found = Page(response.text).with_id(f"{field}-error")
    return text_of(found) if found is not None else ""


# Check


def test_one_letter_shows_what_must_be_mended_with_its_provision_and_what_was_read(
    signed_in: SignIn, officer: User
) -> None:
    response = send(signed_in(officer), ("refusal.docx", made.word()))
    page = Page(response.text)
    words = page.words()
    assert response.status_code == 200
    assert "must be mended" in words
    assert "regulator_missing" in findings_of(page)
    assert "Section 17(7)(b)" in words
    assert "Section 31(1)(a)" in words
    assert "Request came 3 February 2026" in words
    assert {row["file"] for row in the_csv(page)} == {"refusal.docx"}
    assert [row["code"] for row in the_csv(page)] == findings_of(page)


def test_pasted_words_are_checked_with_the_dates_and_the_law_that_were_typed(
    signed_in: SignIn, officer: User
) -> None:
    dates = {"received": "2026-02-02", "issued-day": "29", "issued-month": "5", "issued-year": "2026"}
    page = Page(send(signed_in(officer), words=FAULTY, regime="EIR", asked="1. How many?", **dates).text)
    words = page.words()
    assert "Environmental Information Regulations 2004" in words
    assert "Last day 2 March 2026: 59 working days late" in words
    assert "late" in findings_of(page)
    assert FAULTY.replace("\n\n", " ") in words  # the box still holds them, to check again


def test_several_letters_are_counted_by_code_and_one_that_is_not_read_stops_none(
    signed_in: SignIn, officer: User
) -> None:
    letters = [("a.docx", made.word()), ("b.txt", FAULTY.encode()), ("scan.pdf", files.pdf())]
    page = Page(send(signed_in(officer), *letters).text)
    words = page.words()
    assert "2 of 2 letters have something that must be mended." in words
    assert "1 file was not read. scan.pdf: The PDF holds pictures of pages and no text" in words
    rows = [[text_of(cell) for cell in row] for row in page.all("tr")]
    regulator = next(row for row in rows if "how to reach the regulator" in row[0])
    assert "Section 17(7)(b)" in regulator[0]
    assert regulator[1:] == ["Must", "2"]
    assert next(row for row in rows if row[0] == "b.txt")[1:3] == ["A refusal", "3 March 2026"]
    assert len({row["file"] for row in the_csv(page)}) == 3


def test_what_came_with_an_email_and_was_not_read_is_told_at_its_letter(
    signed_in: SignIn, officer: User, session: Session
) -> None:
    mail = made.mail(FAULTY, attached={"annex.pdf": files.pdf()})
    client = signed_in(officer)
    shown = send(client, ("reply.eml", mail))
    page = Page(shown.text)
    told = (
        "Not all of this was read. Look at the rest yourself. annex.pdf was not read. The PDF holds pictures"
    )
    assert told in page.words()
    row = next(row for row in the_csv(page) if row["level"] == "not read")
    assert row["message"].startswith("annex.pdf was not read.")
    keep(client, shown)
    kept = session.scalars(select(KeptCheck)).one()
    assert told in Page(client.get(f"{PLACE}/{kept.id}").text).words()


def test_a_malformed_email_stops_none_of_the_others(signed_in: SignIn, officer: User) -> None:
    broken = (
        b"From: FOI: Team; <foi@council.example.org>\nDate: 31 Dec 9999 23:59:59 -1200\n\n" + FAULTY.encode()
    )
    page = Page(send(signed_in(officer), ("a.eml", broken), ("b.txt", FAULTY.encode())).text)
    assert "2 of 2 letters have something that must be mended." in page.words()


def test_where_no_file_could_be_read_nothing_is_called_in_order(signed_in: SignIn, officer: User) -> None:
    response = send(signed_in(officer), ("scan.pdf", files.pdf()), ("locked.pdf", files.pdf(password="x")))
    words = Page(response.text).words()
    assert "No letter was checked. 2 files were not read." in words
    assert "Nothing must be mended" not in words


def test_a_finding_shows_its_sentence_or_its_question_and_never_a_sentence_as_a_question(
    signed_in: SignIn, officer: User
) -> None:
    client = signed_in(officer)
    words = Page(send(client, ("a.txt", FAULTY.encode())).text).words()
    assert "“We hold it, and refuse to give it under section 31.”" in words
    headed = FAULTY.replace("We hold it, and refuse to give it under section 31.", "S.31\n\nIt is exempt.")
    words = Page(send(client, ("b.txt", headed.encode())).text).words()
    assert "“S.31”" in words
    assert "Question S.31" not in words
    asked = (
        "1. How many ducks live in the park?\n2. How many geese live in the park?\n3. Who feeds the swans?"
    )
    answer = "Dear Ms Example\n\n1. There are 12.\n\n3. The rangers feed them.\n\nYours sincerely"
    words = Page(send(client, ("c.txt", answer.encode()), asked=asked).text).words()
    assert "· Question 2" in words


SCOTTISH = FAULTY.replace("Information Act 2000", "Information (Scotland) Act 2002")


def test_a_letter_under_scottish_law_is_never_called_in_order(signed_in: SignIn, officer: User) -> None:
    page = Page(send(signed_in(officer), ("scots.txt", SCOTTISH.encode())).text)
    words = page.words()
    assert "Law Freedom of Information (Scotland) Act 2002" in words
    assert "Only its dates were checked. The letter is under Scottish law." in words
    assert findings_of(page) == ["law_not_known"]
    assert "Nothing must be mended" not in words
    assert "Nothing to mend" not in words
    assert "Section 31" in words
    assert "Law enforcement" not in words  # which is what section 31 is in the Act of 2000


def test_what_is_no_letter_about_a_request_is_never_called_in_order(signed_in: SignIn, officer: User) -> None:
    client = signed_in(officer)
    lists = [("a.txt", b"Shopping\n\nMilk\n6 eggs"), ("b.txt", b"Tools\n\nSaw\n2 hammers")]
    page = Page(send(client, lists[0]).text)
    assert "Nothing was checked. This does not read as a letter about a request." in page.words()
    assert "What it is Something else" in page.words()
    assert findings_of(page) == ["letter_not_known"]
    for words in (page.words(), Page(send(client, *lists).text).words()):
        assert "Nothing must be mended" not in words
        assert "Nothing to mend" not in words
    assert "2 files do not read as a letter about a request, and nothing in them was checked." in words
    assert "1 file does not read" in Page(send(client, lists[0], ("c.txt", FAULTY.encode())).text).words()


def test_among_several_letters_those_under_scottish_law_are_counted_apart(
    signed_in: SignIn, officer: User
) -> None:
    client = signed_in(officer)
    scots = [("a.txt", SCOTTISH.encode()), ("b.txt", SCOTTISH.encode())]
    told = "2 letters are under Scottish law, which this check does not know."
    words = Page(send(client, *scots).text).words()
    assert told in words
    assert "Nothing must be mended" not in words
    words = Page(send(client, *scots, ("c.txt", FAULTY.encode())).text).words()
    assert f"1 of 3 letters has something that must be mended. {told}" in words


def test_nothing_of_a_letter_stays(
    app: Flask, signed_in: SignIn, session: Session, officer: User, files: Folder, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def no_file(*_: object, **__: object) -> None:
        raise AssertionError("an upload went to the disk")

    monkeypatch.setattr("werkzeug.formparser.SpooledTemporaryFile", no_file)
    monkeypatch.setattr("tempfile.TemporaryFile", no_file)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    client = signed_in(officer)
    client.get(PLACE)
    before = everything(session)
    large = made.word() + b" " * 2_000_000  # after the end of a ZIP: larger than what is held by default
    response = send(client, ("refusal.docx", large), ("b.txt", FAULTY.encode()), words=FAULTY)
    assert response.status_code == 200
    assert everything(session) == before
    assert list(tmp_path.iterdir()) == []
    instance = Path(app.config["FILES"])
    assert not instance.exists() or not [each for each in instance.rglob("*") if each.is_file()]


# What cannot be checked


@pytest.mark.parametrize(
    ("letters", "fields", "field", "error"),
    [
        ([], {}, "files", "Choose a file, or paste the words of a letter"),
        ([("scan.pdf", files.pdf())], {}, "files", "it is a scan"),
        ([("people.xlsx", files.workbook())], {}, "files", "This is a spreadsheet"),
        ([], {"words": FAULTY, "received": "2026-13-40"}, "received", "real date"),
        (
            [],
            {"words": FAULTY, "received": "2026-03-03", "issued": "2026-02-03"},
            "issued",
            "cannot leave before",
        ),
        ([("a.txt", b"Dear A"), ("b.txt", b"Dear B")], {"asked": "How many?"}, "asked", "one letter alone"),
        ([("a.txt", b"Dear A")] * 101, {}, "files", "Choose 100 files or fewer"),
        ([], {"words": FAULTY, "regime": "GDPR"}, "regime", "Choose one"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    signed_in: SignIn,
    officer: User,
    letters: Sequence[tuple[str, bytes]],
    fields: dict[str, str],
    field: str,
    error: str,
) -> None:
    response = send(signed_in(officer), *letters, **{"asked": "What was asked.", **fields})
    assert response.status_code == 422
    assert error in errors_of(response, field)
    words = Page(response.text).words()
    assert fields.get("asked", "What was asked.") in words
    assert fields.get("words", "").replace("\n\n", " ") in words


def test_words_sent_in_the_place_of_a_file_are_no_file(signed_in: SignIn, officer: User) -> None:
    response = signed_in(officer).post(PLACE, data={"files": "not a file"})
    assert "Choose a file" in errors_of(response, "files")


def test_more_than_the_house_takes_is_refused_with_a_page(signed_in: SignIn, officer: User) -> None:
    response = send(signed_in(officer), ("large.txt", b"a" * 26 * 1024 * 1024))
    assert response.status_code == 413
    assert "That is too large" in Page(response.text).words()
