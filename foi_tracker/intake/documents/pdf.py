"""A PDF as text, by PDFium: the words of its pages in reading order.

Nothing in the file is run or fetched. PDFium is not safe across threads, so one PDF is read at a time.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pypdfium2
from pypdfium2 import raw

from foi_tracker.intake.documents.budget import Budget
from foi_tracker.intake.documents.document import Document, Unreadable, asks_for_a_password, not_whole
from foi_tracker.intake.documents.pdf_lines import Line, LineMaker, page_text, without_running_lines

LEAST_LETTERS = 0.4
"""Of the characters that are no space. Below it the fonts say nothing of what their shapes mean."""

_one_at_a_time = threading.Lock()


def read_pdf(content: bytes, budget: Budget) -> Document:
    """The document's words.

    Raises:
        Unreadable: it is damaged, asks for a password, is too long, or is a scan without text.
    """
    with _one_at_a_time:
        try:
            pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise (asks_for_a_password() if "password" in str(error).lower() else not_whole()) from None
        try:
            pages = _pages(pdf, budget)
            title = str(pdf.get_metadata_value("Title") or "").strip()
        finally:
            pdf.close()
    headers, bodies, footers = without_running_lines(pages)
    text = "\n\n".join(part for part in (*headers, page_text(bodies), *footers) if part.strip())
    _check(text)
    return Document(text, "pdf", title=title)


def _pages(pdf: pypdfium2.PdfDocument, budget: Budget) -> list[list[Line]]:
    budget.take_pages(len(pdf))
    pages: list[list[Line]] = []
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pypdfium2.PdfiumError:
            raise not_whole() from None
        words = page.get_textpage()
        budget.take_characters(words.count_chars())
        pages.append(_lines(words))
        words.close()
        page.close()
    return pages


def _lines(words: pypdfium2.PdfTextPage) -> list[Line]:
    """The lines of a page in the order in which they were drawn, each with its place."""
    maker = LineMaker(lambda place: words.get_charbox(place, loose=True))
    for place in range(words.count_chars()):
        maker.add(place, raw.FPDFText_GetUnicode(words, place))
    return maker.lines()


def _check(text: str) -> None:
    """Refuse a scan, and a PDF whose fonts do not say which letters they draw.

    Raises:
        Unreadable: it is one of them.
    """
    characters: Sequence[str] = [each for each in text if not each.isspace()]
    if not characters:
        raise Unreadable(
            "The PDF holds pictures of pages and no text: it is a scan. Run text recognition (OCR) on it, "
            "or give the document that it was made from."
        )
    if sum(each.isalpha() for each in characters) < LEAST_LETTERS * len(characters):
        raise Unreadable(
            "The PDF does not say which letters it draws, so it cannot be read. "
            "Give the document that it was made from."
        )
