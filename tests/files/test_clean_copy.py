"""A PDF for release holds what its pages show, and nothing that they do not."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace

import pypdfium2
import pytest
from pikepdf import Dictionary, Encryption, Name, Pdf, String

from foi_tracker.files.clean_copy import LARGEST_PART, clean_copy, held_more
from foi_tracker.files.contents import PdfContents, Unreadable, read_pdf
from tests.factories import files, hiding_pdfs
from tests.factories.hiding_pdfs import SECRET, everything_in

END = b"%%EOF"


def test_a_workbook_that_was_taken_off_is_not_in_the_copy() -> None:
    upload = hiding_pdfs.workbook_taken_off()
    before = upload[: upload.index(END) + len(END)]
    assert (read_pdf(upload).files, read_pdf(before).files) == ((), ("staff.xlsx",))
    copy = clean_copy(upload)
    assert b"sheet2.xml" in everything_in(upload)
    assert b"sheet2.xml" not in everything_in(copy)
    assert copy.count(END) == 1


def test_a_workbook_behind_the_end_is_not_in_the_copy() -> None:
    upload = files.pdf() + files.workbook()
    assert zipfile.is_zipfile(io.BytesIO(upload))
    assert not zipfile.is_zipfile(io.BytesIO(clean_copy(upload)))


@pytest.mark.parametrize(
    "upload",
    [
        hiding_pdfs.redacted(),
        hiding_pdfs.left_behind(),
        hiding_pdfs.between_the_saves(),
        hiding_pdfs.page_taken_out(),
    ],
    ids=["redacted by a later save", "nothing refers to it", "between two saves", "page taken out"],
)
def test_what_no_page_shows_is_not_in_the_copy(upload: bytes) -> None:
    assert SECRET in everything_in(upload)
    copy = clean_copy(upload)
    assert SECRET not in everything_in(copy)
    assert replace(read_pdf(copy), beside=()) == PdfContents(pages=1)


@pytest.mark.parametrize(
    "where",
    [
        "author",
        "properties",
        "unused picture",
        "trailer",
        "XFA",
        "script",
        "page PieceInfo",
        "page Thumb",
        "page Metadata",
        "page Made-Up",
        "whole PieceInfo",
        "whole Made-Up",
        "picture PieceInfo",
        "picture Metadata",
    ],
)
def test_what_a_program_kept_for_itself_is_not_in_the_copy(where: str) -> None:
    upload = hiding_pdfs.put_in(where)
    assert SECRET in everything_in(upload)
    assert SECRET not in everything_in(clean_copy(upload))


@pytest.mark.parametrize("packed", [False, True])
def test_a_photo_loses_its_notes_and_what_is_behind_it(packed: bool) -> None:
    upload = hiding_pdfs.photo(packed=packed)
    assert SECRET in everything_in(upload)
    assert SECRET not in everything_in(clean_copy(upload))


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (hiding_pdfs.saved(hiding_pdfs.plain()), SECRET.decode()),
        (hiding_pdfs.redacted(), "[redacted]"),
        (hiding_pdfs.photo(), ""),
        (hiding_pdfs.photo(packed=True), ""),
    ],
)
def test_the_copy_shows_what_the_pdf_showed(upload: bytes, words: str) -> None:
    shown = [pypdfium2.PdfDocument(each)[0] for each in (upload, clean_copy(upload))]
    assert [page.get_textpage().get_text_range() for page in shown] == [words] * 2
    before, after = (page.render().to_pil().tobytes() for page in shown)
    assert before == after


def test_the_copy_keeps_its_title_and_language_for_those_who_hear_it_read() -> None:
    made = hiding_pdfs.plain()
    made.docinfo[Name.Title] = "Noise in 2025"
    made.Root.Lang, made.Root.MarkInfo = String("cy"), Dictionary(Marked=True)
    with made.open_metadata(update_docinfo=False) as properties:
        properties["dc:title"] = SECRET.decode()  # an older one
        properties["pdfuaid:part"], properties["pdfaid:conformance"] = "1", SECRET.decode()
    with Pdf.open(io.BytesIO(clean_copy(hiding_pdfs.saved(made)))) as copy:
        assert (str(copy.docinfo.Title), str(copy.Root.Lang)) == ("Noise in 2025", "cy")
        assert bool(copy.Root.MarkInfo.Marked)
        assert dict(copy.open_metadata()) == {
            "{http://purl.org/dc/elements/1.1/}title": "Noise in 2025",
            "{http://www.aiim.org/pdfua/ns/id/}part": "1",
        }


@pytest.mark.parametrize("upload", [files.pdf(2, comments=1), hiding_pdfs.redacted()])
def test_the_same_pdf_gives_the_same_copy_and_a_copy_is_its_own(upload: bytes) -> None:
    copy = clean_copy(upload)
    assert clean_copy(upload) == copy
    assert clean_copy(copy) == copy


def test_what_stays_is_found_in_the_copy_as_before() -> None:
    upload = files.pdf(2, carries="people.xlsx", comments=2)
    assert read_pdf(clean_copy(upload)) == read_pdf(upload)


def locked() -> bytes:
    """It opens for everybody, and lets nobody change it."""
    content = io.BytesIO()
    hiding_pdfs.plain().save(content, encryption=Encryption(owner="owner", user=""))
    return content.getvalue()


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (hiding_pdfs.signed(), "signed electronically"),
        (locked(), "locked with a password against changes"),
        (files.pdf(password="secret"), "asks for a password"),
        (files.pdf(3)[:-60], "damaged or not whole"),
        (hiding_pdfs.put_in("picture that is none"), "picture"),
        (files.workbook() + files.pdf(), "named PDF but is not one"),
    ],
)
def test_of_what_no_clean_copy_can_be_made_says_why(upload: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        clean_copy(upload)


def test_a_part_that_unfolds_without_end_is_left_folded() -> None:
    made = hiding_pdfs.blank()
    folded = zlib.compress(bytes(LARGEST_PART + 1), 1)
    made.pages[0].obj.Contents = made.make_stream(folded, Filter=Name.FlateDecode)
    with Pdf.open(io.BytesIO(clean_copy(hiding_pdfs.saved(made)))) as copy:
        assert copy.pages[0].obj.Contents.read_raw_bytes() == folded


def linear() -> bytes:
    """For a fast view on the web: it ends twice, and was saved once."""
    content = io.BytesIO()
    hiding_pdfs.plain().save(content, linearize=True)
    return content.getvalue()


def as_word_saves_it() -> bytes:
    """With a second ending that has no object, for readers that know streams of references."""
    content = hiding_pdfs.saved(hiding_pdfs.plain())
    end = b"xref\r\n0 0\r\ntrailer\r\n<</Size 5/Root 1 0 R/Prev %d>>\r\nstartxref\r\n%d\r\n%%%%EOF"
    return content + end % (content.rindex(b"xref\n0 "), len(content))


@pytest.mark.parametrize(
    ("upload", "more"),
    [
        (hiding_pdfs.workbook_taken_off(), True),
        (hiding_pdfs.redacted(), True),
        (files.pdf() + files.workbook(), True),
        (files.pdf() + b"\r\n\0\0", False),
        (files.pdf(), False),
        (linear(), False),
        (linear() + b"PK", True),
        (as_word_saves_it(), False),
    ],
)
def test_an_earlier_version_that_showed_something_else_is_known(upload: bytes, more: bool) -> None:
    assert held_more(upload) is more
