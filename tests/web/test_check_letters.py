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

from foi_tracker.casework.kept_checks import files_of
from foi_tracker.files.folder import Folder
from foi_tracker.models import AuditEntry, AuditPayload, Authority, KeptCheck, User
from tests.client import CheckedClient
from tests.factories import authorities, files, people
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


# Keep


def test_results_are_kept_when_asked_without_the_letter_and_deleted_again(
    signed_in: SignIn, session: Session, officer: User, authority: Authority, files: Folder
) -> None:
    client = signed_in(officer)
    shown = send(client, ("refusal.docx", made.word()), ("b.txt", FAULTY.encode()))
    assert session.scalars(select(KeptCheck)).all() == [], "nothing is kept before anything was seen"
    response = keep(client, shown)
    kept = session.scalars(select(KeptCheck)).one()
    assert response.location == f"{PLACE}/{kept.id}"
    assert (kept.authority_id, kept.made_by) == (authority.id, "Sam Officer")
    assert [file.name for file in files_of(kept)] == ["refusal.docx", "b.txt"]
    assert "Yours sincerely" not in str(kept.letters)

    words = client.page(response.location).words()
    assert "The results are kept. The letters are not." in words
    assert "2 of 2 letters have something that must be mended." in words
    taken = client.get(f"{PLACE}/{kept.id}.csv")
    assert taken.mimetype == "text/csv"
    assert taken.get_data() == base64.b64decode(
        next(link.get("href", "") for link in Page(shown.text).all("a") if link.get("download")).partition(
            "base64,"
        )[2]
    )
    assert f"{PLACE}/{kept.id}" in [link.get("href") for link in client.page(PLACE).all("a")]

    gone = client.post(f"{PLACE}/{kept.id}/delete")
    assert gone.location == PLACE
    session.expire_all()
    assert session.scalars(select(KeptCheck)).all() == []
    entries = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    assert [each.action for each in entries][-2:] == ["check_results_kept", "check_results_removed"]


def test_more_letters_are_added_to_what_was_kept_and_counted_with_it(
    signed_in: SignIn, session: Session, officer: User
) -> None:
    client = signed_in(officer)
    keep(client, send(client, ("a.txt", FAULTY.encode())))
    kept = session.scalars(select(KeptCheck)).one()
    shown = send(client, ("b.txt", FAULTY.encode()), ("c.txt", FAULTY.encode()))
    choices = {option.get("value"): text_of(option) for option in Page(shown.text).all("option")}
    assert choices[f"kept-{kept.id}"].startswith("With the 1 letter kept on")
    response = keep(client, shown, place=f"kept-{kept.id}")
    assert response.location == f"{PLACE}/{kept.id}"
    words = client.page(response.location).words()
    assert "The results are kept with the others." in words
    assert "3 of 3 letters have something that must be mended." in words
    session.expire_all()
    assert [file.name for file in files_of(kept)] == ["a.txt", "b.txt", "c.txt"]
    entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()[-1]
    told = session.scalars(select(AuditPayload).where(AuditPayload.entry_id == entry.id)).one().payload
    assert entry.action == "check_results_added"
    assert (told["number"], told["files"]) == (kept.id, 2)


def test_what_is_kept_twice_is_kept_once(
    signed_in: SignIn, session: Session, officer: User, authority: Authority
) -> None:
    """A second press, the same page in another tab, or the same letters checked again."""
    client = signed_in(officer)
    shown = send(client, ("a.txt", FAULTY.encode()))
    first, alone = keep(client, shown), f"new-{authority.id}"
    client.page(first.location)
    for page in (shown, send(client, ("a.txt", FAULTY.encode()))):
        again = keep(client, page, place=alone)
        assert again.location == first.location
        assert "These results had been kept before." in client.page(again.location).words()
    assert [len(kept.letters) for kept in session.scalars(select(KeptCheck))] == [1]
    keep(client, send(client, ("b.txt", FAULTY.encode())), place=alone)
    assert len(session.scalars(select(KeptCheck)).all()) == 2, "another letter is another result"


def test_what_is_added_twice_is_added_once(signed_in: SignIn, session: Session, officer: User) -> None:
    client = signed_in(officer)
    keep(client, send(client, ("a.txt", FAULTY.encode())))
    kept = session.scalars(select(KeptCheck)).one()
    there = f"kept-{kept.id}"
    shown = send(client, ("a.txt", FAULTY.encode()), ("b.txt", FAULTY.encode()), ("b.txt", FAULTY.encode()))
    added = client.page(keep(client, shown, place=there).location).words()
    assert "kept with the others. 1 letter had been kept before. The letters are not." in added
    again = client.page(keep(client, shown, place=there).location).words()
    assert "These results had been kept before." in again
    session.expire_all()
    assert [file.name for file in files_of(kept)] == ["a.txt", "b.txt", "b.txt"], "two of one name are two"
    entries = session.scalars(select(AuditEntry.action)).all()
    assert entries.count("check_results_added") == 1


def test_only_what_the_check_found_is_kept_and_only_with_what_is_ones_own(
    signed_in: SignIn, session: Session, officer: User
) -> None:
    theirs = KeptCheck(
        authority_id=authorities.authority(session, "southmere-council").id, made_by="Al", letters=[]
    )
    session.add(theirs)
    client = signed_in(officer)
    shown = send(client, words=FAULTY)
    found = carried(shown)["found"]
    assert keep(client, shown, found=f"x{found}").status_code == 400
    assert client.post(f"{PLACE}/found", data={"found": f"x{found}"}).status_code == 400
    refused = keep(client, shown, place=f"kept-{theirs.id}")
    assert refused.status_code == 422
    assert "Choose one from the list" in Page(refused.text).words()
    assert carried(refused)["found"] == found, "what was found is still on the page"
    session.expire_all()
    assert session.scalars(select(KeptCheck)).all() == [theirs]
    assert theirs.letters == []


def test_who_works_for_two_says_for_which(
    signed_in: SignIn, session: Session, officer: User, authority: Authority
) -> None:
    second = authorities.authority(session, "southmere-council")
    people.give_role(session, officer, second, "officer")
    client = signed_in(officer)
    shown = send(client, words=FAULTY)
    refused = keep(client, shown, place="")
    assert refused.status_code == 422
    assert "Choose where they are kept" in errors_of(refused, "place")
    assert findings_of(Page(refused.text)) == findings_of(Page(shown.text))
    keep(client, refused, place=f"new-{second.id}")
    assert session.scalars(select(KeptCheck.authority_id)).all() == [second.id]


@pytest.mark.parametrize("role", ["approver", "reviewer", "administrator"])
def test_who_may_not_see_who_asked_checks_and_keeps_nothing(
    signed_in: SignIn, session: Session, authority: Authority, role: str
) -> None:
    client = signed_in(people.person(session, "Jo Other", authority, role=role))
    assert "Check a letter" in [text_of(link) for link in client.page(PLACE).all("a")]
    shown = send(client, words=FAULTY)
    assert shown.status_code == 200
    assert "Keep these results" not in Page(shown.text).words()
    found = client.post(f"{PLACE}/some", data={"words": FAULTY}).text
    place = f"new-{authority.id}"
    assert client.post(f"{PLACE}/keep", data={"found": found, "place": place}).status_code == 403
    assert session.scalars(select(KeptCheck)).all() == []


@pytest.mark.parametrize("role", ["auditor", "contributor"])
def test_who_only_reads_is_offered_no_check(
    signed_in: SignIn, session: Session, authority: Authority, role: str
) -> None:
    client = signed_in(people.person(session, "Jo Reader", authority, role=role))
    assert client.get(PLACE).status_code == 403
    assert "Check a letter" not in Page(client.get("/").text).words()
