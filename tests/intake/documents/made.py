"""Files as people send them, made with the libraries that make real ones, and hostile ones made by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

LETTER = (
    "Dear Ms Example",
    "Thank you for your request, which we received on 3 February 2026.",
    "We refuse it under section 31(1)(a) of the Freedom of Information Act 2000.",
    "You can ask for an internal review.",
    "Yours sincerely",
)
ODT = "application/vnd.oasis.opendocument.text"
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def word(fill: Callable[[Any], None] | None = None) -> bytes:
    """A Word document: the letter, or what `fill` writes into a new one."""
    document = docx.Document()
    if fill is None:
        for paragraph in LETTER:
            document.add_paragraph(paragraph)
    else:
        fill(document)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def raw_paragraph(document: Any, inside: str) -> None:
    """A paragraph of Word's own XML, for what its library cannot make."""
    spaces = nsdecls("w", "wp", "a") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    document.element.body.insert_element_before(parse_xml(f"<w:p {spaces}>{inside}</w:p>"), "w:sectPr")


def numbered(document: Any, formats: Mapping[int, tuple[str, str]], name: str = "77") -> None:
    """Give the document a list whose levels are numbered so: by level, its format and its text."""
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (kind, text) in formats.items()
    )
    space = nsdecls("w")
    root.insert(0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="{name}">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {space} w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>'))


def item(document: Any, words: str, depth: int = 0, name: str = "77") -> None:
    """A paragraph of that list."""
    raw_paragraph(
        document,
        f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r>",
    )


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, inside in members.items():
            packed.writestr(name, inside)
    return content.getvalue()


def opendocument(body: str = "", *, automatic: str = "", styles: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text with this body; the letter without one."""
    paragraphs = body or "".join(f"<text:p>{paragraph}</text:p>" for paragraph in LETTER)
    members = {
        "mimetype": ODT,
        "content.xml": (
            f"<office:document-content {SPACES}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{paragraphs}</office:text></office:body></office:document-content>"
        ),
        "META-INF/manifest.xml": manifest
        or '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    }
    if styles:
        members["styles.xml"] = f"<office:document-styles {SPACES}>{styles}</office:document-styles>"
    return archive(members)


def mail(words: str, *, html: str = "", attached: Mapping[str, bytes] | None = None, **headers: str) -> bytes:
    """An email as a council's mail program sends it."""
    message = EmailMessage()
    wanted = {
        "From": "FOI Team <foi@council.example.org>",
        "To": "asker@example.com",
        "Subject": "Your request 001-26",
        "Date": "Tue, 03 Mar 2026 16:05:00 +0000",
        "Message-ID": "<1@council.example.org>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    for name, value in wanted.items():
        if value:
            message[name] = value
    if words:
        message.set_content(words)
    if html:
        (message.add_alternative if words else message.set_content)(html, subtype="html")
    for name, content in (attached or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()
