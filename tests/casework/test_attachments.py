"""Files for release: PDF and CSV alone, and none without a second person's look."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework import letters
from foi_tracker.casework.attachments import (
    LARGEST,
    Upload,
    attach,
    checked,
    file_of,
    files_of,
    kept_name,
    opened,
    remove,
    second_look,
    warning_of,
)
from foi_tracker.casework.desk import Actor, Desk, NotAllowed
from foi_tracker.files.clean_copy import clean_copy
from foi_tracker.models import Attachment, AuditEntry, Authority, Case, Letter, Question
from foi_tracker.store import letters as letter_store
from foi_tracker.store.letters import attachments_of
from foi_tracker.store.scope import NotFound
from tests.factories import cases, files, hiding_pdfs, people, sent_letters


@pytest.fixture
def asked(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    return cases.confirmed_case(desk, authority)


@pytest.fixture
def second(desk: Desk, session: Session, authority: Authority) -> Desk:
    """The desk of the approver of the same authority."""
    return replace(desk, actor=Actor.of(people.person(session, "Jo Approver", authority, role="approver")))


def actions(session: Session) -> Sequence[str]:
    return session.scalars(select(AuditEntry.action).order_by(AuditEntry.number)).all()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("noise.pdf", files.pdf(), "application/pdf"),
        ("NOISE.PDF", files.pdf(), "application/pdf"),
        ("noise.csv", files.CSV, "text/csv"),
        ("noise.final.csv", files.CSV, "text/csv"),
    ],
)
def test_a_pdf_and_a_csv_may_be_attached(name: str, content: bytes, kind: str) -> None:
    assert checked(Upload(name, content)).media_type == kind


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("people.xlsx", files.workbook()),
        ("people.xls", b"\xd0\xcf\x11\xe0"),
        ("letter.docx", files.workbook()),
        ("people.xlsx.pdf", files.workbook()),  # renamed
        ("people.csv", files.workbook()),  # renamed
        ("photo.jpg", b"\xff\xd8\xff"),
        ("noise", files.pdf()),
        (".pdf", files.pdf()),
        ("noise.pdf", b""),
        ("noise.pdf", b"%PDF-1.7 and no more"),
        ("noise.pdf", files.pdf(carries="people.xlsx")),  # a spreadsheet inside a PDF
        ("noise.pdf", files.pdf(password="secret")),
        ("noise\u202efdp.exe", files.pdf()),  # shown as noiseexe.pdf
    ],
)
def test_anything_else_is_refused_whatever_its_name_says(name: str, content: bytes) -> None:
    with pytest.raises(NotAllowed):
        checked(Upload(name, content))


def test_a_workbook_behind_a_paperclip_is_refused_by_name() -> None:
    with pytest.raises(NotAllowed, match=r"staff\.xlsx"):
        checked(Upload("noise.pdf", files.pdf_hiding("staff.xlsx", "behind a paperclip")))


def test_of_a_pdf_its_clean_copy_is_kept_and_the_officer_is_told_what_theirs_still_holds(
    desk: Desk, asked: tuple[Case, list[Question]]
) -> None:
    upload = Upload("staff.pdf", files.pdf() + files.workbook())
    file = attach(desk, asked[0], upload)
    kept = desk.files.get(asked[0].authority_id, file.sha256)
    assert (kept, file.size) == (clean_copy(upload.content), len(kept))
    assert not zipfile.is_zipfile(io.BytesIO(kept))
    assert warning_of(upload).startswith("staff.pdf held more than it shows")
    assert (warning_of(Upload("staff.pdf", kept)), warning_of(Upload("staff.csv", files.CSV))) == ("", "")


def test_a_signed_pdf_is_refused_and_says_what_to_do() -> None:
    with pytest.raises(NotAllowed, match=r"signed electronically.*print it to a new PDF first"):
        checked(Upload("contract.pdf", hiding_pdfs.signed()))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (hiding_pdfs.with_a_layer("off"), r"a layer that is switched off \(Notes\)"),
        (hiding_pdfs.form("hidden"), r"filled in and not shown \(Name\)"),
    ],
)
def test_a_hidden_layer_and_a_hidden_field_are_refused_by_name(content: bytes, words: str) -> None:
    with pytest.raises(NotAllowed, match=words):
        checked(Upload("map.pdf", content))


def test_a_file_of_more_than_20_mb_is_refused() -> None:
    with pytest.raises(NotAllowed, match="20 MB"):
        checked(Upload("noise.csv", b"1,2\n" * (LARGEST // 4 + 1)))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Sam\\noise.CSV", "noise.csv"),
        ("noise\r\nSet-Cookie: a=b.pdf", "noiseSet-Cookie: a=b.pdf"),
        ("noise\u202efdp.csv", "noisefdp.csv"),
        ("no\u200bise.pdf", "noise.pdf"),
        ('"><script>.pdf', '"><script>.pdf'),
        ("n" * 400 + ".pdf", "n" * 120 + ".pdf"),
        ("sŵn.pdf", "sŵn.pdf"),
    ],
)
def test_the_name_kept_has_no_folder_and_hides_nothing(name: str, kept: str) -> None:
    assert kept_name(name) == kept


def test_the_bytes_are_kept_and_the_title_is_the_name_unless_one_is_given(
    desk: Desk, session: Session, asked: tuple[Case, list[Question]]
) -> None:
    case, questions = asked
    by_name = attach(desk, case, Upload("noise 2025.csv", files.CSV, question_id=questions[0].id))
    titled = attach(desk, case, Upload("n.pdf", files.pdf(), "  Noise\n in 2025 "))
    assert (by_name.title, by_name.question_id, by_name.size) == (
        "noise 2025",
        questions[0].id,
        len(files.CSV),
    )
    assert (titled.title, titled.question_id) == ("Noise in 2025", None)
    assert desk.files.get(case.authority_id, by_name.sha256) == files.CSV
    assert list(actions(session))[-2:] == ["file_attached", "file_attached"]


def test_a_file_cannot_answer_a_question_of_another_request(
    desk: Desk, authority: Authority, asked: tuple[Case, list[Question]]
) -> None:
    other, _ = cases.confirmed_case(desk, authority)
    with pytest.raises(NotFound):
        attach(desk, other, Upload("n.csv", files.CSV, question_id=asked[1][0].id))


def attached(desk: Desk, case: Case) -> Attachment:
    return attach(desk, case, Upload("noise.csv", files.CSV))


def test_another_person_who_opened_it_confirms_that_it_may_go(
    desk: Desk, second: Desk, session: Session, asked: tuple[Case, list[Question]]
) -> None:
    file = attached(desk, asked[0])
    assert opened(second, asked[0], file) == files.CSV
    second_look(second, asked[0], file)
    assert (file.looked_at_by, file.looked_at_by_id) == ("Jo Approver", second.actor.user_id)
    assert file.looked_at is not None
    assert list(actions(session))[-2:] == ["file_opened", "file_looked_at"]


def test_the_person_who_attached_it_cannot_confirm_it(desk: Desk, asked: tuple[Case, list[Question]]) -> None:
    file = attached(desk, asked[0])
    opened(desk, asked[0], file)
    with pytest.raises(NotAllowed, match="Somebody else"):
        second_look(desk, asked[0], file)
    assert file.looked_at_by == ""


def test_nobody_confirms_what_they_have_not_opened(
    desk: Desk, second: Desk, asked: tuple[Case, list[Question]]
) -> None:
    file = attached(desk, asked[0])
    with pytest.raises(NotAllowed, match="Open the file first"):
        second_look(second, asked[0], file)


def test_the_person_who_attached_it_may_open_it_without_undoing_the_other_ones_look(
    desk: Desk, second: Desk, asked: tuple[Case, list[Question]]
) -> None:
    file = attached(desk, asked[0])
    opened(second, asked[0], file)
    opened(desk, asked[0], file)
    second_look(second, asked[0], file)
    assert file.looked_at_by == "Jo Approver"


def test_a_file_taken_off_is_gone_from_the_request(
    desk: Desk, session: Session, asked: tuple[Case, list[Question]]
) -> None:
    remove(desk, asked[0], attached(desk, asked[0]))
    assert list(attachments_of(session, asked[0])) == []
    assert actions(session)[-1] == "file_removed"


@pytest.fixture
def enclosed(
    desk: Desk, second: Desk, asked: tuple[Case, list[Question]], monkeypatch: pytest.MonkeyPatch
) -> tuple[Case, Attachment, Letter]:
    """A file that goes with a letter which is issued."""
    monkeypatch.setattr(letters, "make_pdf", lambda facts, **_: b"%PDF-1.7")
    case, _ = asked
    sent_letters.answer_all(desk, case)
    file = attached(desk, case)
    opened(second, case, file)
    second_look(second, case, file)
    return case, file, sent_letters.issued(desk, case)


def test_an_issued_letter_keeps_the_digest_of_its_files(enclosed: tuple[Case, Attachment, Letter]) -> None:
    _, file, letter = enclosed
    assert [each["sha256"] for each in (letter.facts or {})["attachments"]] == [file.sha256]


def test_a_file_of_an_issued_letter_stays_as_it_is_until_it_is_sent(
    desk: Desk, enclosed: tuple[Case, Attachment, Letter]
) -> None:
    case, file, letter = enclosed
    with pytest.raises(NotAllowed, match="so it stays"):
        remove(desk, case, file)
    with pytest.raises(NotAllowed, match="another name"):
        attach(desk, case, Upload("NOISE.csv", b"other,rows"))
    attach(desk, case, Upload("traffic.csv", files.CSV))
    sent_letters.send(desk, case, letter)
    remove(desk, case, file)
    attach(desk, case, Upload("noise.csv", b"other,rows"))


def correction(desk: Desk, case: Case, letter: Letter) -> Letter:
    ids = letter_store.question_ids(desk.session, letter)
    return letters.start_letter(
        desk, case, letters.LetterPlan("response", ids, corrects_id=letter.id, correction_reason="A name.")
    )


def test_a_correction_leaves_a_file_out_and_the_letter_it_corrects_keeps_it_as_it_was(
    desk: Desk, enclosed: tuple[Case, Attachment, Letter]
) -> None:
    case, file, letter = enclosed
    begun = correction(desk, case, letter)
    remove(desk, case, file)
    assert list(attachments_of(desk.session, case)) == []
    facts, content = file_of(desk, case, letter, 1)
    assert (facts.filename, content) == ("noise.csv", files.CSV)
    letters.issue_letter(desk, case, begun, begun.version)
    assert files_of(begun) == ()
    assert files_of(letter) == (facts,)


def test_a_begun_correction_gives_no_other_file_the_name_of_one_that_waits_to_be_sent(
    desk: Desk, enclosed: tuple[Case, Attachment, Letter]
) -> None:
    case, file, letter = enclosed
    begun = correction(desk, case, letter)
    remove(desk, case, file)
    with pytest.raises(NotAllowed, match="another name"):
        attach(desk, case, Upload("noise.csv", b"other,rows"))
    attach(desk, case, Upload("noise again.csv", b"other,rows"))
    letters.throw_away(desk, case, begun)
    sent_letters.send(desk, case, letter)
    assert file_of(desk, case, letter, 1)[1] == files.CSV


@pytest.mark.parametrize("number", [0, 2])
def test_a_letter_has_the_files_that_it_lists_and_no_other(
    desk: Desk, enclosed: tuple[Case, Attachment, Letter], number: int
) -> None:
    case, _, letter = enclosed
    with pytest.raises(NotFound):
        file_of(desk, case, letter, number)
