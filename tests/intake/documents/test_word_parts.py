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


HTML, TEXT = "text/html", "text/plain"
OF_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def drawing_in(content: bytes, kind: str, times: int = 1, deep: int = 0) -> bytes:
    """The document with a footer that draws in another, of this content type, after its list."""
    into = "<w:sdt><w:sdtContent>" * deep, "</w:sdtContent></w:sdt>" * deep
    chunk = f'</w:p>{into[0]}<w:altChunk r:id="rIdChunk"/>{into[1]}<w:p>'
    found = dict(members(changed({"No geese</w:t></w:r>": "No geese</w:t></w:r>" + chunk * times})))
    for name, end, more in (
        ("word/_rels/document.xml.rels", "</Relationships>",
         f'<Relationship Id="rIdChunk" Type="{TYPE}/aFChunk" Target="chunk.bin"/>'),
        ("[Content_Types].xml", "</Types>", f'<Override PartName="/word/chunk.bin" ContentType="{kind}"/>'),
    ):  # fmt: skip
        words = found[name]
        assert isinstance(words, bytes)
        found[name] = words.replace(end.encode(), (more + end).encode())
    return made.archive({**found, "word/chunk.bin": content})


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(b"<html><p>Three swans</p><p>One heron</p></html>", HTML, id="a web page"),
        pytest.param(b"Three swans\n\nOne heron\n", TEXT, id="a text"),
        pytest.param(
            made.word(
                lambda document: [document.add_paragraph(each) for each in ("Three swans", "One heron")]
            ),
            OF_WORD,
            id="a Word file",
        ),
    ],
)
def test_a_web_page_a_text_or_a_word_file_inside_it_is_read_where_it_stands(
    content: bytes, kind: str
) -> None:
    text = read_document(drawing_in(content, kind)).text
    assert text == AS_PRINTED.replace("No geese", "No geese\n\nThree swans\n\nOne heron")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(b"{\\rtf1 Three swans}", "application/rtf", id="Rich Text"),
        pytest.param(b"MIME-Version: 1.0\n\nThree swans", "message/rfc822", id="a web archive"),
        pytest.param(drawing_in(b"Three swans", TEXT), OF_WORD, id="one that draws in another"),
    ],
)
def test_a_document_of_another_kind_inside_it_is_not_passed_over(content: bytes, kind: str) -> None:
    with pytest.raises(Unreadable, match="draws in another document"):
        read_document(drawing_in(content, kind))


def test_documents_inside_it_are_counted_within_its_one_budget() -> None:
    with pytest.raises(Unreadable, match="over 50 documents"):
        read_document(drawing_in(b"Swan", TEXT, times=60))
    with pytest.raises(Unreadable, match="more than a letter"):
        read_document(drawing_in(b"On and on. " * 10_000, TEXT, times=5))


def test_documents_inside_it_may_lie_as_deep_as_any() -> None:
    deep = drawing_in(b"Swan", TEXT, deep=110)
    assert "Swan" in read_document(deep).text
    inner = members(made.word(lambda document: document.add_paragraph("Swan")))
    body = inner["word/document.xml"]
    assert isinstance(body, bytes)
    into = b"<w:sdt><w:sdtContent>" * 110
    body = body.replace(b"<w:p>", into + b"<w:p>", 1).replace(
        b"</w:p>", b"</w:p>" + b"</w:sdtContent></w:sdt>" * 110, 1
    )
    content = made.archive({**inner, "word/document.xml": body})
    assert "Swan" in read_document(drawing_in(content, OF_WORD, deep=110)).text


def test_slides_are_still_no_letter() -> None:
    kind = "vnd.openxmlformats-officedocument.presentationml.presentation"
    swaps = {
        "vnd.openxmlformats-officedocument.wordprocessingml.document": kind,
        "word/document": "ppt/slides",
    }
    rename = {"word/document.xml": "ppt/slides.xml"}
    with pytest.raises(Unreadable, match="a spreadsheet, slides or a drawing"):
        read_document(changed(swaps, rename))
