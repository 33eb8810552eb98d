"""What a file is, by its bytes. Formats that are not read are named, with what to do."""

from __future__ import annotations

import re

from foi_tracker.intake.documents.budget import Budget
from foi_tracker.intake.documents.document import Unreadable, asks_for_a_password
from foi_tracker.intake.documents.package import ZIP, Package

DO_THIS = "Save the letter as Word (.docx), OpenDocument (.odt), PDF or plain text."

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = b"application/vnd.oasis.opendocument.text"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")

HEADER_LINES = re.compile(rb"(?:[!-9;-~]++:[^\r\n]*+\r?\n(?:[ \t][^\r\n]*+\r?\n)*+){2,}+", re.ASCII)
ONLY_IN_MAIL = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|content-type|x-[a-z-]++|dkim-signature):",
    re.IGNORECASE | re.MULTILINE,
)
OF_A_MESSAGE = re.compile(rb"^(?:from|to|date|subject):", re.IGNORECASE | re.MULTILINE)
WEB_PAGE = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:[^-]|-(?!->))*+-->\s*+)?<(?:!doctype html|html)\b",
    re.I | re.DOTALL,
)


def kind_of(content: bytes, name: str, budget: Budget) -> str:
    """txt, docx, odt, pdf, eml or html.

    Raises:
        Unreadable: it is something else, or is encrypted.
    """
    start = content[:1024].lstrip()
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(ZIP):
        return _kind_of_package(content, budget)
    if content.startswith(OLE):
        raise Unreadable(_said_of_ole(content))
    if start.startswith(b"{\\rtf"):
        raise Unreadable(f"This is a Rich Text file. {DO_THIS}")
    if content.startswith(PICTURES):
        raise Unreadable("This is a picture, with no text in it. Give the document that it was made from.")
    if WEB_PAGE.match(content.removeprefix(b"\xef\xbb\xbf")[:4096]):
        return "html"
    return "eml" if _is_mail(content, name) else "txt"


def _kind_of_package(content: bytes, budget: Budget) -> str:
    from foi_tracker.intake.documents.word_parts import main_part  # with what reads XML, only where needed

    with Package(content, budget) as package:
        if main_part(package):
            return "docx"
        office = package.has("[Content_Types].xml") or package.has("content.xml")
        if package.has("mimetype") and package.has("content.xml") and package.read("mimetype").strip() == ODT:
            return "odt"
    if office:
        raise Unreadable(f"This is a spreadsheet, slides or a drawing, and no letter. {DO_THIS}")
    raise Unreadable("This is a ZIP file. Unpack it, and give the letters in it.")


def _said_of_ole(content: bytes) -> str:
    """What to do with a file of the older Office format, which also wraps what has a password."""
    if _names(content, "EncryptedPackage"):
        return str(asks_for_a_password())
    if _names(content, "__properties_version1.0"):
        return (
            "This is an Outlook message (.msg). Save it as .eml or text, or save the letter attached to it."
        )
    if _names(content, "WordDocument"):
        return f"This is an old Word file (.doc). Open it in Word. {DO_THIS}"
    return f"This is a file of an older Office program. {DO_THIS}"


def _names(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in content


def _is_mail(content: bytes, name: str) -> bool:
    """Whether it begins as a message does. A letter pasted with "From:" and "To:" above it is text."""
    headers = HEADER_LINES.match(content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    if headers is None:
        return False
    block = headers[0]
    if name.lower().endswith(".eml"):
        return bool(OF_A_MESSAGE.search(block) or ONLY_IN_MAIL.search(block))
    return bool(OF_A_MESSAGE.search(block) and ONLY_IN_MAIL.search(block))
