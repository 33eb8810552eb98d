"""What is inside a file for release: the rows of a CSV, the pages of a PDF and what those carry unseen."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import islice

from pikepdf import Name, PasswordError, Pdf, PdfError


class Unreadable(ValueError):
    """The bytes are not what they are said to be. The words say what to do."""


@dataclass(frozen=True)
class PdfContents:
    """What a reader of the PDF may miss."""

    pages: int
    files: tuple[str, ...] = ()  # names of files carried inside it
    comments: int = 0  # notes, highlights and other marks laid over the pages


@dataclass(frozen=True)
class CsvContents:
    """The first rows of a CSV, and how many there are in all."""

    rows: tuple[tuple[str, ...], ...]
    total: int
    columns: int


def read_pdf(content: bytes) -> PdfContents:
    """Open the PDF and count.

    Raises:
        Unreadable: it is no PDF, is damaged, or asks for a password.
    """
    if not content.startswith(b"%PDF-"):
        raise Unreadable("The file is named PDF but is not one.")
    try:
        with Pdf.open(io.BytesIO(content)) as pdf:
            comments = sum(
                annotation.get(Name.Subtype) not in (Name.Link, Name.Widget)
                for page in pdf.pages
                for annotation in page.obj.get(Name.Annots, [])
            )
            return PdfContents(len(pdf.pages), tuple(sorted(pdf.attachments)), comments)
    except PasswordError:
        raise Unreadable("The PDF asks for a password. Save a copy without one.") from None
    except PdfError:
        raise Unreadable("The PDF does not open: it is damaged or not whole. Save it again.") from None


def read_csv(content: bytes, first: int) -> CsvContents:
    """The `first` rows, and the size of the whole.

    Raises:
        Unreadable: it is not UTF-8 text, or not rows of cells.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("Save the CSV file as UTF-8 (“CSV UTF-8” in a spreadsheet program).") from None
    if "\0" in text:
        raise Unreadable("The file is named CSV but does not read as one.")
    try:
        rows = (tuple(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row)
        shown = tuple(islice(rows, first))
        columns = max((len(row) for row in shown), default=0)
        total = len(shown)
        for row in rows:
            columns, total = max(columns, len(row)), total + 1
    except csv.Error:
        raise Unreadable("The file is named CSV but does not read as one.") from None
    if not total:
        raise Unreadable("The file holds no rows.")
    return CsvContents(shown, total, columns)
