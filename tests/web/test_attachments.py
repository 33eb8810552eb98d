"""Files to send: attached by one person, looked at by another."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from foi_tracker.casework.attachments import Upload, attach, opened, second_look
from foi_tracker.casework.desk import Actor, Desk
from foi_tracker.models import Attachment, Authority, Case, Letter, Question, User
from foi_tracker.store import audit as audit_store
from foi_tracker.store.cases import get_case
from tests.client import CheckedClient
from tests.factories import authorities, cases, files, hiding_pdfs, people, sent_letters
from tests.html import Page

SignIn = Callable[[User], CheckedClient]


@pytest.fixture
def asked(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    return cases.confirmed_case(desk, authority)


@pytest.fixture
def case(asked: tuple[Case, list[Question]]) -> Case:
    return asked[0]


@pytest.fixture
def approver(session: Session, authority: Authority) -> User:
    return people.person(session, "Jo Approver", authority, role="approver")


def upload(client: CheckedClient, case: Case, name: str, content: bytes, **fields: str) -> TestResponse:
    return client.post(
        f"/requests/{case.id}/files", data={"question": "", "file": (io.BytesIO(content), name), **fields}
    )


def the_file(session: Session) -> Attachment:
    return session.scalars(select(Attachment).execution_options(populate_existing=True)).one()


def in_place(desk: Desk, case: Case, name: str = "noise.csv", content: bytes = files.CSV) -> str:
    """The address of a file that the officer has attached."""
    read_again = get_case(desk.session, desk.scope, case.id)
    return f"/requests/{case.id}/files/{attach(desk, read_again, Upload(name, content)).id}"


def issued_with_a_file(desk: Desk, case: Case, approver: User) -> tuple[str, Letter]:
    """The address of a file that was looked at, and the issued letter that lists it."""
    address = in_place(desk, case)
    sent_letters.answer_all(desk, case)
    file = desk.session.scalars(select(Attachment)).one()
    second = replace(desk, actor=Actor.of(approver))
    opened(second, case, file)
    second_look(second, case, file)
    letter = sent_letters.issued(desk, case)
    desk.session.commit()
    return address, letter


# Attach


def test_an_officer_attaches_a_file_to_a_question(
    signed_in: SignIn, session: Session, officer: User, asked: tuple[Case, list[Question]]
) -> None:
    client, (case, questions) = signed_in(officer), asked
    response = upload(
        client, case, "noise.pdf", files.pdf(), title="Noise in 2025", question=str(questions[1].id)
    )
    file = the_file(session)
    assert response.location == f"/requests/{case.id}/files#file-{file.id}"
    assert (file.title, file.question_id, file.media_type) == (
        "Noise in 2025",
        questions[1].id,
        "application/pdf",
    )
    words = client.page(response.location).words()
    assert "Noise in 2025 Needs a second look PDF, 1 KB · noise.pdf Goes with: Question 2" in words


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("people.xlsx", files.workbook(), "Attach a PDF or a CSV file."),
        ("people.pdf", files.workbook(), "named PDF but is not one"),
        ("people.csv", files.workbook(), "CSV"),
        ("noise.csv", b"", "The file is empty"),
        ("", b"", "Choose the file to attach"),
    ],
)
def test_a_spreadsheet_is_refused_in_plain_words_and_the_rest_is_kept(
    signed_in: SignIn, session: Session, officer: User, case: Case, name: str, content: bytes, error: str
) -> None:
    response = upload(signed_in(officer), case, name, content, title="Noise in 2025")
    assert response.status_code == 422
    page = Page(response.text)
    assert page.title.startswith("Error: ")
    assert page.words().count(error) >= 2
    assert 'value="Noise in 2025"' in response.text
    assert session.scalars(select(Attachment)).all() == []


def test_what_a_pdf_held_unseen_is_not_sent_and_the_officer_is_told(
    signed_in: SignIn, session: Session, officer: User, case: Case
) -> None:
    client = signed_in(officer)
    page = client.page(upload(client, case, "noise.pdf", files.pdf() + files.workbook()).location)
    assert "Send nobody the file on your computer: it still holds it." in page.words()
    sent = client.post(f"/requests/{case.id}/files/{the_file(session).id}/open").data
    assert not zipfile.is_zipfile(io.BytesIO(sent))


def test_a_file_cannot_go_with_a_question_that_is_not_the_requests(
    signed_in: SignIn, officer: User, case: Case
) -> None:
    response = upload(signed_in(officer), case, "noise.csv", files.CSV, question="999")
    assert response.status_code == 422
    assert "Choose the file again" in Page(response.text).words()


@pytest.mark.parametrize("name", ["../../noise.pdf", "<img src=x onerror=a()>.pdf", "n%0D%0AX-Bad: 1.pdf"])
def test_a_hostile_name_is_only_a_name(
    signed_in: SignIn, session: Session, officer: User, case: Case, name: str
) -> None:
    client = signed_in(officer)
    upload(client, case, name, files.pdf())
    page = client.page(f"/requests/{case.id}/files")
    assert not page.all("img")
    response = client.post(f"/requests/{case.id}/files/{the_file(session).id}/open")
    assert response.status_code == 200
    assert "X-Bad" not in response.headers
    assert ".." not in response.headers["Content-Disposition"]


def test_words_sent_in_the_place_of_a_file_are_no_file(signed_in: SignIn, officer: User, case: Case) -> None:
    response = signed_in(officer).post(
        f"/requests/{case.id}/files", data={"question": "", "file": "noise.pdf"}
    )
    assert response.status_code == 422
    assert "Choose the file to attach" in Page(response.text).words()


# The second look


def test_the_page_says_who_must_do_what_next(
    signed_in: SignIn, officer: User, approver: User, desk: Desk, case: Case
) -> None:
    address = in_place(desk, case)
    mine = signed_in(officer).page(f"/requests/{case.id}/files")
    assert "You attached it, so somebody else must look at it: ask Jo Approver." in mine.words()
    assert "Take the second look" not in mine.words()
    theirs = signed_in(approver).page(f"/requests/{case.id}/files")
    assert address in [link.get("href") for link in theirs.all("a")]


def test_nobody_else_there_is_said(signed_in: SignIn, officer: User, desk: Desk, case: Case) -> None:
    in_place(desk, case)
    assert "Nobody else may yet" in signed_in(officer).page(f"/requests/{case.id}/files").words()


def test_another_person_opens_the_file_and_confirms(
    signed_in: SignIn, session: Session, approver: User, desk: Desk, case: Case
) -> None:
    address, client = in_place(desk, case), signed_in(approver)
    response = client.post(f"{address}/open")
    assert response.data == files.CSV
    assert client.post(f"{address}/look", data={"looked": "y"}).status_code == 303
    assert the_file(session).looked_at_by == "Jo Approver"
    assert "Jo Approver has looked at all of it." in client.page(f"/requests/{case.id}/files").words()


@pytest.mark.parametrize(
    ("opens", "data", "error"),
    [
        (True, {}, "Say that you have looked at all of it"),
        (False, {"looked": "y"}, "Open the file first, and look at every page or row."),
    ],
)
def test_it_may_not_go_unopened_or_unsaid(
    signed_in: SignIn,
    session: Session,
    approver: User,
    desk: Desk,
    case: Case,
    opens: bool,
    data: dict[str, str],
    error: str,
) -> None:
    address, client = in_place(desk, case), signed_in(approver)
    if opens:
        client.post(f"{address}/open")
    response = client.post(f"{address}/look", data=data)
    assert response.status_code == 422
    assert Page(response.text).words().count(error) == 2
    assert the_file(session).looked_at_by == ""


def test_the_person_who_attached_it_has_nothing_to_confirm(
    signed_in: SignIn, session: Session, officer: User, desk: Desk, case: Case
) -> None:
    address, client = in_place(desk, case), signed_in(officer)
    assert "Confirm: it may go" not in client.page(address).words()
    client.post(f"{address}/open")
    response = client.post(f"{address}/look", data={"looked": "y"})
    assert response.status_code == 422
    assert the_file(session).looked_at_by == ""


def test_what_has_been_looked_at_says_by_whom(
    signed_in: SignIn, session: Session, officer: User, approver: User, desk: Desk, case: Case
) -> None:
    address = in_place(desk, case)
    file = the_file(session)
    second = replace(desk, actor=Actor.of(approver))
    opened(second, case, file)
    second_look(second, case, file)
    words = signed_in(officer).page(address).words()
    assert "It may be released Jo Approver has looked at all of it." in words


def test_a_file_comes_as_a_download_that_no_browser_runs(
    signed_in: SignIn, officer: User, desk: Desk, case: Case
) -> None:
    response = signed_in(officer).post(f"{in_place(desk, case, 'sŵn 2025.pdf', files.pdf())}/open")
    headers = response.headers
    assert response.mimetype == "application/pdf"
    assert headers["Content-Disposition"].startswith("attachment; ")
    assert "s%C5%B5n%202025.pdf" in headers["Content-Disposition"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


# A glance inside


def test_the_first_rows_of_a_csv_are_shown_as_words(
    signed_in: SignIn, approver: User, desk: Desk, case: Case
) -> None:
    content = b"<b>Area</b>,Count\n" + b"".join(b"Place %d,%d\n" % (n, n) for n in range(40))
    page = signed_in(approver).page(in_place(desk, case, content=content))
    assert "It has 41 rows of 2 columns; the first 20 are below." in page.words()
    assert "<b>Area</b> Count" in page.words()
    assert "Place 18" in page.words()
    assert "Place 19" not in page.words()


def test_the_pages_of_a_pdf_are_counted_and_its_comments_pointed_out(
    signed_in: SignIn, approver: User, desk: Desk, case: Case
) -> None:
    words = signed_in(approver).page(in_place(desk, case, "n.pdf", files.pdf(3, comments=2))).words()
    assert "It has 3 pages." in words
    assert "It carries 2 comments laid over its pages." in words


def test_the_second_person_is_told_of_pages_that_are_cropped(
    signed_in: SignIn, approver: User, desk: Desk, case: Case
) -> None:
    words = signed_in(approver).page(in_place(desk, case, "n.pdf", hiding_pdfs.cropped(200))).words()
    assert "It has 1 page with a part cropped away. What was cropped is still in the file" in words


def test_the_second_person_reads_the_words_that_stand_on_no_page(
    signed_in: SignIn, approver: User, desk: Desk, case: Case
) -> None:
    words = signed_in(approver).page(in_place(desk, case, "n.pdf", hiding_pdfs.said_beside())).words()
    said = words.partition("Words that stand on no page")[2]
    assert all(each in said for each in ("Annex: Mill Lane", "A person at a gate", "Name of the caller"))


def test_who_asked_is_hidden_from_the_second_person(
    signed_in: SignIn, approver: User, desk: Desk, case: Case
) -> None:
    page = signed_in(approver).page(in_place(desk, case, "for Robin Ash.csv"))
    assert "Robin" not in page.words()


# Taking off, and who may


def test_a_file_is_taken_off(
    signed_in: SignIn, session: Session, officer: User, desk: Desk, case: Case
) -> None:
    address = in_place(desk, case)
    assert signed_in(officer).post(f"{address}/remove").status_code == 303
    assert session.scalars(select(Attachment)).all() == []


def test_a_file_that_an_issued_letter_waits_to_leave_with_says_why_it_stays(
    signed_in: SignIn, officer: User, approver: User, desk: Desk, case: Case
) -> None:
    address = issued_with_a_file(desk, case, approver)[0]
    client = signed_in(officer)
    page = client.page(f"/requests/{case.id}/files")
    assert "Take it off" not in page.words()
    assert "This file goes with a letter that is issued and not sent yet, so it stays." in page.words()
    assert client.post(f"{address}/remove").status_code == 409


def test_the_files_of_an_issued_letter_are_opened_from_its_page_and_each_time_is_kept(
    signed_in: SignIn, session: Session, officer: User, approver: User, desk: Desk, case: Case
) -> None:
    _, letter = issued_with_a_file(desk, case, approver)
    client, at = signed_in(officer), f"/requests/{case.id}/letters/{letter.id}"
    assert f"{at}/files/1" in [link.get("href") for link in client.page(at).all("a")]
    response = client.get(f"{at}/files/1")
    assert response.data == files.CSV
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    session.expire_all()
    (entry, payload), *_ = audit_store.history(session, case)
    assert payload is not None
    assert (entry.action, payload.payload["letter"]) == ("file_opened", letter.id)
    assert client.get(f"{at}/files/2").status_code == 404


def test_an_approver_looks_but_neither_attaches_nor_takes_off(
    signed_in: SignIn, approver: User, desk: Desk, case: Case
) -> None:
    address, client = in_place(desk, case), signed_in(approver)
    page = client.page(f"/requests/{case.id}/files")
    assert "Attach it" not in page.words()
    assert "Take it off" not in page.words()
    assert upload(client, case, "noise.csv", files.CSV).status_code == 403
    assert client.post(f"{address}/remove").status_code == 403


def test_an_auditor_sees_the_list_and_opens_nothing(
    signed_in: SignIn, session: Session, authority: Authority, desk: Desk, case: Case
) -> None:
    address = in_place(desk, case)
    client = signed_in(people.person(session, "Pat Auditor", authority, role="auditor"))
    assert "Needs a second look" in client.page(f"/requests/{case.id}/files").words()
    for path in ("", "/open", "/look"):
        answer = client.post(address + path) if path else client.get(address)
        assert answer.status_code == 403, path


def test_another_authoritys_files_are_not_there(
    signed_in: SignIn, session: Session, desk: Desk, case: Case
) -> None:
    address = in_place(desk, case)
    elsewhere = authorities.authority(session, "southvale-council")
    client = signed_in(people.person(session, "Kim Elsewhere", elsewhere))
    assert client.get(f"/requests/{case.id}/files").status_code == 404
    assert client.get(address).status_code == 404
    for act in ("open", "look", "remove"):
        assert client.post(f"{address}/{act}").status_code == 404, act


def test_a_file_of_another_request_is_not_there(
    signed_in: SignIn, officer: User, authority: Authority, desk: Desk, case: Case
) -> None:
    file_id = in_place(desk, case).rpartition("/")[2]
    other, _ = cases.confirmed_case(desk, authority)
    assert signed_in(officer).get(f"/requests/{other.id}/files/{file_id}").status_code == 404
