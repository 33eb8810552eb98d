"""Files to words: a letter as text, OpenDocument, Word, PDF or email, read without trusting it.

Pure: bytes in, a `Document` out. Nothing is fetched and nothing is kept. What a file is, its bytes say;
its name is asked only where they leave it open.
"""

from __future__ import annotations

from dataclasses import replace

from foi_tracker.intake.documents.budget import Budget
from foi_tracker.intake.documents.document import LARGEST_FILE, LONGEST_TEXT, Document, Unreadable, too_much
from foi_tracker.intake.documents.recognise import kind_of

__all__ = ["LARGEST_FILE", "Document", "Unreadable", "read_document"]


def read_document(content: bytes, name: str = "") -> Document:
    """The letter in the file.

    Raises:
        Unreadable: in words for a person, what is wrong and what to do.
    """
    if len(content) > LARGEST_FILE:
        raise Unreadable(
            f"The file is larger than {LARGEST_FILE // 1_000_000} MB. Save the letter by itself."
        )
    if not content.strip():
        raise Unreadable("The file is empty.")
    budget = Budget()
    found = _read(content, kind_of(content, name, budget), budget)
    if not found.text.strip():
        raise Unreadable("The file holds no words.")
    if len(found.text) > LONGEST_TEXT:
        raise too_much()
    return replace(found, text=found.text.strip() + "\n")


def _read(content: bytes, kind: str, budget: Budget) -> Document:
    """Read by the format's own reader, loaded only when it is needed."""
    if kind == "pdf":
        from foi_tracker.intake.documents.pdf import read_pdf

        return read_pdf(content, budget)
    if kind == "docx":
        from foi_tracker.intake.documents.word import read_word

        return read_word(content, budget)
    if kind == "odt":
        from foi_tracker.intake.documents.opendocument import read_opendocument

        return read_opendocument(content, budget)
    if kind == "eml":
        from foi_tracker.intake.documents.mail import read_mail

        return read_mail(content, budget, _read)
    from foi_tracker.intake.documents.chain import of_text
    from foi_tracker.intake.documents.plain import decoded

    if kind == "html":
        from foi_tracker.intake.documents.webpage import read_webpage

        return Document(read_webpage(decoded(content), budget), kind)
    return of_text(budget.take(decoded(content)))
