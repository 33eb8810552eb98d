"""What is read of one email has one limit, in however many files it comes."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from foi_tracker.intake.documents import Unreadable, read_document
from foi_tracker.intake.documents.budget import MOST_ATTACHED
from tests.intake.documents import made

ANSWER = "\n\n".join(made.LETTER)
COVER = "Please find attached our response."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def padded(size: int) -> bytes:
    """A Word file whose body unpacks to as many bytes, and no words."""
    body = (" " * 99_994 + "<w:p/>") * (size // 100_000)
    inside = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return made.archive({"word/document.xml": inside})


def test_many_files_that_each_unpack_to_the_limit_are_not_unpacked_one_after_the_other() -> None:
    bomb = padded(30_000_000)
    attached = {f"{number}.docx": bomb for number in range(8)}
    first, *others = read_document(made.mail("We do not hold it.", attached=attached)).unread
    assert first == "0.docx was not read. The file holds no words."
    assert len(others) == 7
    assert all("more than a letter" in each for each in others)


def test_a_file_after_what_was_too_much_is_told_and_the_letter_before_it_is_read() -> None:
    attached = {"letter.docx": made.word(), "bomb.docx": padded(39_900_000), "next.docx": padded(1_000_000)}
    found = read_document(made.mail(COVER, attached=attached))
    assert found.text == ANSWER + "\n"
    assert [each.split()[0] for each in found.unread] == ["bomb.docx", "next.docx"]


def test_the_text_of_an_attachment_has_the_limit_of_a_letter_and_leaves_room_for_the_next() -> None:
    long = made.word(lambda document: [document.add_paragraph("On and on. " * 1000) for _ in range(20)])
    texts = {"long.txt": b"On and on. " * 20_000, "long.html": b"<html><p>" + b"On and on. " * 20_000}
    found = read_document(made.mail(COVER, attached={"long.docx": long, **texts, "letter.docx": made.word()}))
    assert found.text == ANSWER + "\n"
    assert [each.split()[0] for each in found.unread] == ["long.docx", "long.txt", "long.html"]
    assert all("more than a letter" in each for each in found.unread)


def test_the_texts_of_many_attachments_have_a_limit_together() -> None:
    attached = {f"{number}.txt": b"On and on. " * 18_000 for number in range(7)}
    assert len(read_document(made.mail("We do not hold it.", attached=attached)).unread) == 2


def test_no_more_documents_are_opened_than_an_email_carries() -> None:
    attached = {f"{number}.txt": b"Figures" for number in range(MOST_ATTACHED + 3)}
    unread = read_document(made.mail("We do not hold it.", attached=attached)).unread
    assert len(unread) == 3
    assert "over 50 documents" in unread[0]


def test_a_number_or_a_link_repeated_without_end_is_refused_before_it_is_written_out() -> None:
    def fill(document: object) -> None:
        made.numbered(document, {0: ("decimal", "%1" * 20_000)})
        for _ in range(400):
            made.item(document, "Ducks")

    with pytest.raises(Unreadable, match="more than a letter"):
        read_document(made.word(fill))


@pytest.mark.parametrize("new_line", [b"\r\n", b"\n", b"\r"])
def test_parts_within_parts_are_counted_whatever_ends_a_line(new_line: bytes) -> None:
    part = b"Content-Type:\x1cmultipart/mixed; boundary=b%d%s%s--b%d%s"
    nested = b"From: a@example.org\r\nMIME-Version: 1.0\r\n"
    nested += b"".join(part % (n, new_line, new_line, n, new_line) for n in range(2000))
    with pytest.raises(Unreadable, match="more parts"):
        read_document(nested, "mail.eml")


def test_parts_beside_parts_without_end_are_refused_before_they_are_parted() -> None:
    head = b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    began = time.process_time()
    with pytest.raises(Unreadable, match="more parts"):
        read_document(head + b"--b\n\n" * 1_000_000, "mail.eml")
    with pytest.raises(Unreadable, match="more parts"):
        read_document(head + b"--b\n\n" * 1_000, "mail.eml")
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: " + b"=?utf-8?q?a?= " * 300_000,
        b"To: " + b"a" * 1_000_000,
        b"Content-Disposition: attachment; " + b"".join(b"filename*%d=a;\n " % n for n in range(100_000)),
        b"Content-Type: text/plain; " + b'"' + b";" * 300_000,
        b"Content-Type: multipart/mixed; boundary*" + b"9" * 300_000 + b"=b",
    ],
    ids=["encoded", "long", "in pieces", "quoted", "numbered"],
)
def test_a_header_without_end_takes_no_more_time_than_any(header: bytes) -> None:
    began = time.process_time()
    with suppress(Unreadable):
        read_document(b"MIME-Version: 1.0\nFrom: a@example.org\n" + header + b"\n\nDear\n", "mail.eml")
    assert time.process_time() - began < 3


def test_a_list_of_many_items_is_read_in_the_time_of_its_length() -> None:
    began = time.process_time()
    read_document(b"<html><ol>" + b"<li>a" * 20_000)
    assert time.process_time() - began < 3
