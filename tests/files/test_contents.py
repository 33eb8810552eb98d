"""What is inside a file for release."""

from __future__ import annotations

import pytest

from foi_tracker.files.contents import CsvContents, PdfContents, Unreadable, read_csv, read_pdf
from tests.factories import files


def test_the_pages_of_a_pdf_are_counted() -> None:
    assert read_pdf(files.pdf(pages=3)) == PdfContents(pages=3)


def test_a_file_inside_a_pdf_is_named_and_comments_are_counted() -> None:
    found = read_pdf(files.pdf(carries="people.xlsx", comments=2))
    assert found == PdfContents(pages=1, files=("people.xlsx",), comments=2)


@pytest.mark.parametrize("where", ["behind a paperclip", "with the page", "with the whole", "elsewhere"])
def test_a_file_inside_a_pdf_is_named_wherever_it_hides(where: str) -> None:
    assert read_pdf(files.pdf_hiding("staff.xlsx", where)).files == ("staff.xlsx",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (files.workbook(), "named PDF but is not one"),
        (files.pdf()[:40], "does not open"),
        (files.pdf_with_odd_marks(), "does not open"),
        (files.pdf(password="secret"), "password"),
    ],
)
def test_what_is_no_open_pdf_is_not_read(content: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read_pdf(content)


def test_the_first_rows_of_a_csv_and_the_size_of_the_whole() -> None:
    content = b"\xef\xbb\xbfArea,Count\r\n\r\n" + b'"North, west",3\n' * 30
    assert read_csv(content, first=2) == CsvContents(
        rows=(("Area", "Count"), ("North, west", "3")), total=31, columns=2
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Café,3".encode("latin-1"), "UTF-8"),
        (b"a,b\0c", "does not read as one"),
        (b'"a,b\nc,d', "does not read as one"),
        (b"\n\n \n"[:2], "no rows"),
    ],
)
def test_what_is_no_csv_is_not_read(content: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read_csv(content, first=20)
