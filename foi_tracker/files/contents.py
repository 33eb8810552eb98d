"""What is inside a file for release: the rows of a CSV, the pages of a PDF and what those carry unseen."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from pikepdf import Array, Dictionary, Name, Object, Page, PasswordError, Pdf, PdfError, Rectangle, Stream

from foi_tracker.files.unseen import fields_unseen, layers_off, parts_of, text_of, words_beside

DAMAGED = "The PDF does not open: it is damaged or not whole. Save it again."


ROUNDED = 1.0  # points by which programs cut a page without meaning to


class Unreadable(ValueError):
    """The bytes are not what they are said to be. The words say what to do."""


@dataclass(frozen=True)
class PdfContents:
    """What a reader of the PDF may miss."""

    pages: int
    files: tuple[str, ...] = ()  # names of files carried inside it
    layers_off: tuple[str, ...] = ()  # names of layers that are switched off
    fields: tuple[str, ...] = ()  # names of form fields that are filled in and that no page shows
    comments: int = 0  # notes, highlights and other marks laid over the pages
    cropped: int = 0  # pages of which a part is cut off from sight
    beside: tuple[str, ...] = ()  # its title, bookmarks and what a reader aloud says of its pictures


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
    with open_pdf(content) as pdf:
        parts = list(parts_of(pdf))
        # A file specification may hang from any object (ISO 32000-2, 7.11), used or not.
        files = {*pdf.attachments, *(name for each in parts for name in _file_of(each))}
        comments = sum(_comments_on(page.obj) for page in pdf.pages)
        return PdfContents(
            pages=len(pdf.pages),
            files=tuple(sorted(files)),
            layers_off=tuple(layers_off(pdf, parts)),
            fields=tuple(fields_unseen(pdf, parts)),
            comments=comments,
            cropped=sum(_is_cropped(page) for page in pdf.pages),
            beside=tuple(words_beside(pdf, parts)),
        )


@contextmanager
def open_pdf(content: bytes) -> Iterator[Pdf]:
    """The PDF, to be looked into.

    Raises:
        Unreadable: it is no PDF, is damaged, or asks for a password.
    """
    if not content.startswith(b"%PDF-"):
        raise Unreadable("The file is named PDF but is not one.")
    try:
        with Pdf.open(io.BytesIO(content), attempt_recovery=False, suppress_warnings=True) as pdf:
            if not len(pdf.pages):
                raise Unreadable(DAMAGED)
            yield pdf
    except PasswordError:
        raise Unreadable("The PDF asks for a password. Save a copy without one.") from None
    except PdfError:
        raise Unreadable(DAMAGED) from None


def _comments_on(page: Object) -> int:
    marks = page.get(Name.Annots, Array())
    if not isinstance(marks, Array):
        raise Unreadable(DAMAGED)
    known = [mark for mark in marks if mark is not None]  # a program may leave a gap where it took one away
    if not all(isinstance(mark, Dictionary) for mark in known):
        raise Unreadable(DAMAGED)
    return sum(mark.get(Name.Subtype) not in (Name.Link, Name.Widget) for mark in known)


def _is_cropped(page: Page) -> bool:
    try:
        seen, whole = Rectangle(page.cropbox), Rectangle(page.mediabox)
    except (TypeError, ValueError):
        raise Unreadable(DAMAGED) from None
    cut = (seen.llx - whole.llx, seen.lly - whole.lly, whole.urx - seen.urx, whole.ury - seen.ury)
    return max(cut) > ROUNDED


def _file_of(specification: Object) -> Iterator[str]:
    """The name of the file whose bytes the object holds, if it is a specification of one."""
    carried = specification.get(Name.EF)
    if isinstance(carried, Dictionary) and any(isinstance(part, Stream) for _, part in carried.items()):
        yield text_of(specification, Name.UF, Name.F, Name.Desc)


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
