"""A Word document (.docx) as text: its body in order, with what Word prints around and before it.

Read from its XML (ECMA-376), because the numbers of lists, text boxes and tracked changes decide what a
reader of the letter sees. What is deleted, hidden or a comment is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from foi_tracker.intake.documents.document import Document
from foi_tracker.intake.documents.package import Package
from foi_tracker.intake.documents.paragraphs import each_once, joined, table_blocks
from foi_tracker.intake.documents.safe_xml import parsed
from foi_tracker.intake.documents.word_lists import Numbering, W, value, whole

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
OFF = frozenset({"0", "false", "off"})

LEFT_OUT = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "instrText", "delText", "tblPr")}
) | {f"{MC}Fallback"}  # drawn again for older versions of Word
MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}


def read_word(content: bytes) -> Document:
    """The document's words.

    Raises:
        Unreadable: it is damaged, encrypted or too large.
    """
    with Package(content) as package:
        reader = _Reader.of(package)
        body = parsed(package.read("word/document.xml")).find(f"{W}body")
        blocks = list(reader.blocks(body)) if body is not None else []
        headers, footers = _around(package, body, reader)
        notes = _notes(package, reader)
        title = ""
        if package.has("docProps/core.xml"):
            title = (parsed(package.read("docProps/core.xml")).findtext(TITLE) or "").strip()
    return Document(joined([*headers, *blocks, *notes, *footers]), "docx", title=title)


@dataclass
class _Reader:
    """Walks the paragraphs and tables of one part, counting lists as it goes."""

    numbering: Numbering = field(default_factory=Numbering)
    styles: dict[str, Any] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> _Reader:
        numbers = parsed(package.read("word/numbering.xml")) if package.has("word/numbering.xml") else None
        styles = parsed(package.read("word/styles.xml")) if package.has("word/styles.xml") else ()
        named = {each.get(f"{W}styleId", ""): each for each in styles if each.tag == f"{W}style"}
        return cls(Numbering.of(numbers), named, _targets(package, "document.xml"))

    def blocks(self, container: Any) -> Iterator[str]:
        """Each paragraph and each table below the container, in order; text boxes after their paragraph."""
        for child in container:
            if child.tag == f"{W}p":
                boxes: list[Any] = []
                words = "".join(self._words(child, boxes)).strip(" \t")
                yield f"{self._number(child, words)}{words}"
                for box in boxes:
                    yield from self.blocks(box)
            elif child.tag == f"{W}tbl":
                rows = (_within(row, f"{W}tc") for row in _within(child, f"{W}tr"))
                yield from table_blocks([[list(self.blocks(cell)) for cell in row] for row in rows])
            elif child.tag not in LEFT_OUT:  # a content control or a tracked insertion around paragraphs
                yield from self.blocks(child)

    def _words(self, element: Any, boxes: list[Any]) -> Iterator[str]:
        for child in element:
            if child.tag == f"{W}t":
                yield child.text or ""
            elif child.tag in MARKS:
                yield MARKS[child.tag]
            elif child.tag == f"{W}sym":
                yield _symbol(child.get(f"{W}char", ""))
            elif child.tag == f"{W}txbxContent":
                boxes.append(child)
            elif child.tag == f"{W}hyperlink":
                words = "".join(self._words(child, boxes))
                yield words + self._target(child, words)
            elif child.tag not in LEFT_OUT and not _hidden(child):
                yield from self._words(child, boxes)

    def _target(self, link: Any, words: str) -> str:
        """Where a link leads, if its words do not say so."""
        target = self.links.get(link.get(f"{R}id", ""), "")
        known = target.removeprefix("mailto:").partition("://")[2] or target.removeprefix("mailto:")
        return f" ({target})" if known and known.rstrip("/") not in words else ""

    def _number(self, paragraph: Any, words: str) -> str:
        properties = paragraph.find(f"{W}pPr")
        if not words or properties is None:
            return ""
        name, depth = self._list_of(properties)
        printed = self.numbering.next(name, depth) if name else ""
        return f"{printed} " if printed else ""

    def _list_of(self, properties: Any) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, or else its style's."""
        name = value(properties, "w:numPr/w:numId")
        depth = value(properties, "w:numPr/w:ilvl")
        seen: set[str] = set()
        style = value(properties, "w:pStyle")
        while style in self.styles and style not in seen and not (name and depth):
            seen.add(style)
            found = self.styles[style].find(f"{W}pPr")
            name = name or value(found, "w:numPr/w:numId")
            depth = depth or value(found, "w:numPr/w:ilvl")
            style = value(self.styles[style], "w:basedOn")
        return ("" if name == "0" else name), whole(depth, 0)


def _within(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in content controls too, and none that is deleted."""
    for child in element:
        if child.tag == tag:
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag not in LEFT_OUT:
            yield from _within(child, tag)


def _symbol(code: str) -> str:
    """A character named by its number; Word's symbol fonts use the private ones."""
    return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else ""


def _hidden(run: Any) -> bool:
    """Whether the run is marked as hidden text, which is neither shown nor printed."""
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "1") not in OFF


def _targets(package: Package, part: str) -> dict[str, str]:
    """What the part refers to, by id: other parts and addresses of links."""
    name = f"word/_rels/{part}.rels"
    if not package.has(name):
        return {}
    return {each.get("Id", ""): each.get("Target", "") for each in parsed(package.read(name))}


def _around(package: Package, body: Any, reader: _Reader) -> tuple[list[str], list[str]]:
    """The headers and the footers that are printed, each once. A first page's own stand first."""
    found: dict[str, list[str]] = {"header": [], "footer": []}
    for section in () if body is None else body.iter(f"{W}sectPr"):
        first_is_own = section.find(f"{W}titlePg") is not None
        for kind in ("first", "default"):
            for reference in section:
                place = reference.tag.removeprefix(W).removesuffix("Reference")
                if place not in found or reference.get(f"{W}type") != kind:
                    continue
                part = f"word/{reader.links.get(reference.get(f'{R}id', ''), '')}"
                if package.has(part) and (kind == "default" or first_is_own):
                    found[place] += reader.blocks(parsed(package.read(part)))
    return each_once(found["header"]), each_once(found["footer"])


def _notes(package: Package, reader: _Reader) -> list[str]:
    """Footnotes and endnotes, in their order. Those with a type are the lines that part them."""
    blocks: list[str] = []
    for kind in ("footnote", "endnote"):
        if package.has(f"word/{kind}s.xml"):
            for note in parsed(package.read(f"word/{kind}s.xml")):
                if note.get(f"{W}type") is None:
                    blocks += reader.blocks(note)
    return blocks
