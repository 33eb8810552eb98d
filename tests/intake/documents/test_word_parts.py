"""A Word document is read wherever its parts are, in either namespace, and refused where one is not in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from foi_tracker.intake.documents import Unreadable, read_document
from tests.intake.documents import made

REVIEW = "You can ask for an internal review."
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://purl.oclc.org/ooxml/wordprocessingml/main"
    ),
    TYPE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def with_footer(document: Any) -> None:
    made.numbered(document, {0: ("decimal", "%1.")})
    document.add_paragraph("Dear Ms Example")
    made.item(document, "Twelve ducks")
    made.item(document, "No geese")
    document.sections[0].footer.paragraphs[0].text = REVIEW


AS_PRINTED = f"Dear Ms Example\n\n1. Twelve ducks\n\n2. No geese\n\n{REVIEW}\n"


def members(content: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(swaps: dict[str, str], rename: dict[str, str] | None = None) -> bytes:
    """The document with a footer, these words replaced in all its XML and these members renamed."""
    found = {}
    for name, content in members(made.word(with_footer)).items():
        words = content if isinstance(content, bytes) else content.encode()
        for old, new in swaps.items():
            words = words.replace(old.encode(), new.encode())
        found[(rename or {}).get(name, name)] = words
    return made.archive(found)


def test_the_main_part_is_the_one_that_the_package_names() -> None:
    rename = {
        "word/document.xml": "word/document2.xml",
        "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels",
    }
    content = changed({"word/document.xml": "word/document2.xml"}, rename)
    assert read_document(content).text == AS_PRINTED


def test_parts_may_be_named_from_the_root() -> None:
    swaps = {f'Target="{part}': f'Target="/word/{part}' for part in ("footer", "numbering", "styles")}
    assert read_document(changed(swaps)).text == AS_PRINTED


def test_a_strict_document_is_read_as_any_other() -> None:
    content = changed(STRICT)
    assert b"purl.oclc.org" in members(content)["word/document.xml"]
    assert read_document(content).text == AS_PRINTED


def test_a_macro_document_and_a_template_are_read() -> None:
    for kind in (
        "vnd.ms-word.document.macroEnabled",
        "vnd.openxmlformats-officedocument.wordprocessingml.template",
    ):
        content = changed({"vnd.openxmlformats-officedocument.wordprocessingml.document": kind})
        assert read_document(content).text == AS_PRINTED


def test_a_footer_that_is_not_there_is_not_passed_over() -> None:
    with pytest.raises(Unreadable, match="damaged or not whole"):
        read_document(changed({'Target="footer': 'Target="gone'}))


def test_the_links_of_a_footer_are_its_own() -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("Dear Ms Example")
        footer = document.sections[0].footer
        link = footer.part.relate_to("https://ico.org.uk/complain", f"{TYPE}/hyperlink", is_external=True)
        paragraph = made.parse_xml(
            f'<w:p {made.nsdecls("w", "r")}><w:hyperlink r:id="{link}"><w:r><w:t>Complain</w:t></w:r>'
            "</w:hyperlink></w:p>"
        )
        footer.paragraphs[0]._p.addnext(paragraph)

    assert (
        read_document(made.word(fill)).text == "Dear Ms Example\n\nComplain (https://ico.org.uk/complain)\n"
    )


@pytest.mark.parametrize(
    "drawn_in",
    [
        pytest.param(lambda inside: f"</w:p>{inside}<w:p>", id="between paragraphs"),
        pytest.param(
            lambda inside: f"</w:p><w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl><w:p>", id="in a cell"
        ),
    ],
)
@pytest.mark.parametrize("element", ["altChunk", "subDoc"])
def test_a_document_that_is_drawn_in_is_not_passed_over(drawn_in: Callable[[str], str], element: str) -> None:
    words = "Twelve ducks</w:t></w:r>"
    content = changed({words: words + drawn_in(f'<w:{element} r:id="rId1"/>')})
    with pytest.raises(Unreadable, match="draws in another document"):
        read_document(content)


def test_slides_are_still_no_letter() -> None:
    kind = "vnd.openxmlformats-officedocument.presentationml.presentation"
    swaps = {
        "vnd.openxmlformats-officedocument.wordprocessingml.document": kind,
        "word/document": "ppt/slides",
    }
    rename = {"word/document.xml": "ppt/slides.xml"}
    with pytest.raises(Unreadable, match="a spreadsheet, slides or a drawing"):
        read_document(changed(swaps, rename))
