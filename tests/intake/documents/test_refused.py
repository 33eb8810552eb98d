"""What cannot be read, or was made to do harm, is refused in plain words that say what to do."""

from __future__ import annotations

import io
import random
import time
import zipfile
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest

from foi_tracker.intake.documents import LARGEST_FILE, Unreadable, read_document
from tests.factories import files
from tests.intake.documents import made

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def wide(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"", "The file is empty", id="empty"),
        pytest.param(b" \r\n\t", "The file is empty", id="blank"),
        pytest.param(bytes(range(256)) * 8, "no text that can be read", id="bytes"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(99), "This is a picture", id="picture"),
        pytest.param(b"{\\rtf1\\ansi Dear}", "Rich Text", id="rtf"),
        pytest.param(wide("EncryptedPackage"), "asks for a password", id="encrypted Word"),
        pytest.param(wide("WordDocument"), "old Word file", id="doc"),
        pytest.param(wide("__properties_version1.0"), "Outlook message", id="msg"),
        pytest.param(OLE, "older Office program", id="ole"),
        pytest.param(files.workbook(), "This is a spreadsheet", id="xlsx"),
        pytest.param(made.archive({"letter.txt": "Dear"}), "This is a ZIP file", id="zip"),
        pytest.param(b"PK\x03\x04 and no more", "damaged or not whole", id="broken zip"),
        pytest.param(b"%PDF-1.7 and no more", "damaged or not whole", id="broken pdf"),
        pytest.param(files.pdf(password="secret"), "asks for a password", id="encrypted pdf"),
        pytest.param(files.pdf(2), "it is a scan", id="scan"),
        pytest.param(made.archive({"word/document.xml": "<w:document"}), "damaged", id="broken docx"),
        pytest.param(made.archive({"word/document.xml": f"<d {W}/>"}), "holds no words", id="no words"),
        pytest.param(made.opendocument("<text:p/>"), "holds no words", id="odt without words"),
    ],
)  # fmt: skip
def test_it_says_what_is_wrong(content: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why) as refused:
        read_document(content, "letter.docx")
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("member", ["word/document.xml", "content.xml"])
@pytest.mark.parametrize("inside", ["&b;", "&b;" * 1_000_000, ""], ids=["once", "often", "never"])
def test_entities_are_refused(member: str, inside: str) -> None:
    content = made.archive({"mimetype": made.ODT, member: f"{ENTITIES}<d>{inside}</d>"})
    with pytest.raises(Unreadable, match="XML entities"):
        read_document(content)


def test_a_type_that_older_programs_declare_is_no_entity() -> None:
    manifest = (
        '<!DOCTYPE m:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    assert read_document(made.opendocument(manifest=manifest)).kind == "odt"


def test_an_entity_that_names_a_file_of_the_machine_reads_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret key")
    content = made.archive(
        {"word/document.xml": f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><d>&x;</d>'}
    )
    with pytest.raises(Unreadable, match="XML entities"):
        read_document(content)


def test_a_file_that_unpacks_to_more_than_a_letter_is_refused_at_once() -> None:
    padded = f"<w:document {W}><w:body>{'<w:p/>' * 10}{' ' * 60_000_000}</w:body></w:document>"
    began = time.process_time()
    with pytest.raises(Unreadable, match="more than a letter"):
        read_document(made.archive({"word/document.xml": padded}))
    assert time.process_time() - began < 5


def test_a_member_that_understates_its_size_gives_no_more_than_it_says() -> None:
    honest = made.archive({"word/document.xml": f"<w:document {W}>{' ' * 1_000_000}</w:document>"})
    with zipfile.ZipFile(io.BytesIO(honest)) as archive:
        size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    with pytest.raises(Unreadable, match="damaged"):
        read_document(honest.replace(size, (100).to_bytes(4, "little")))


def test_elements_within_elements_without_end_are_refused() -> None:
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    with pytest.raises(Unreadable):
        read_document(
            made.archive({"word/document.xml": f"<w:document {W}><w:body>{deep}</w:body></w:document>"})
        )
    assert "Dear" in read_document(f"<html><p>Dear</p>{'<div>' * 5000}".encode()).text


def test_an_encrypted_opendocument_asks_for_its_password() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    )
    with pytest.raises(Unreadable, match="asks for a password"):
        read_document(made.opendocument(manifest=manifest))


def test_a_file_of_more_members_than_a_document_has_is_refused() -> None:
    with pytest.raises(Unreadable, match="more than a letter"):
        read_document(made.archive({f"{number}.xml": "" for number in range(6000)}))


def test_text_that_goes_on_without_end_is_refused() -> None:
    with pytest.raises(Unreadable, match="more than a letter"):
        read_document(b"On and on. " * 100_000)


@pytest.mark.parametrize("kind", ["docx", "odt", "eml", "pdf"])
def test_a_file_changed_anywhere_is_read_or_refused(kind: str) -> None:
    whole = {"docx": made.word, "odt": made.opendocument, "pdf": files.pdf, "eml": lambda: made.mail("Dear")}
    content, chance = whole[kind](), random.Random(kind)
    for _ in range(150):
        changed = bytearray(content)
        for _ in range(chance.choice((1, 3, 20))):
            place = chance.randrange(len(changed))
            changed[place : place + chance.choice((0, 1, 30))] = chance.randbytes(chance.choice((0, 1, 5)))
        with suppress(Unreadable):
            assert read_document(bytes(changed), "letter").text


def test_a_file_too_large_is_refused_unread() -> None:
    with pytest.raises(Unreadable, match="larger than 20 MB"):
        read_document(b"a" * (LARGEST_FILE + 1))


def test_an_email_of_parts_within_parts_without_end_is_refused() -> None:
    nested = b"MIME-Version: 1.0\r\nFrom: a@example.org\r\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(2000)
    )
    with pytest.raises(Unreadable, match="more parts"):
        read_document(nested, "letter.eml")


def test_an_email_that_only_covers_a_scan_names_the_file() -> None:
    covers = made.mail("Please find attached our response.", attached={"response.pdf": files.pdf()})
    with pytest.raises(Unreadable, match=r"response\.pdf, was not read\. The PDF holds pictures"):
        read_document(covers)


def test_an_email_without_a_word_is_refused() -> None:
    message = EmailMessage()
    message["From"] = "foi@council.example.org"
    message["Subject"] = "Your request"
    message["MIME-Version"] = "1.0"
    with pytest.raises(Unreadable, match="holds no words"):
        read_document(message.as_bytes(), "empty.eml")
