"""A Word document (.docx) as text: its body in order, with what Word prints around and before it.

Read from its XML (ECMA-376), because the numbers of lists, text boxes and tracked changes decide what a
reader of the letter sees. What is deleted, hidden or a comment is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from foi_tracker.intake.documents.budget import Budget
from foi_tracker.intake.documents.document import Document, Unreadable
from foi_tracker.intake.documents.package import ZIP, Package
from foi_tracker.intake.documents.paragraphs import each_once, joined, table_blocks
from foi_tracker.intake.documents.plain import decoded
from foi_tracker.intake.documents.safe_xml import parsed
from foi_tracker.intake.documents.webpage import read_webpage
from foi_tracker.intake.documents.word_lists import Numbering, W, value, whole
from foi_tracker.intake.documents.word_parts import OF_WORD, Links, R, links_of, main_part, part_of, type_of

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
OFF = frozenset({"0", "false", "off"})

LEFT_OUT = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "instrText", "delText", "tblPr")}
) | {f"{MC}Fallback"}  # drawn again for older versions of Word
CHUNK = f"{W}altChunk"
OF_OTHER_FILES = frozenset({CHUNK, f"{W}subDoc"})
"""Where Word draws in a whole document of another format or file. It makes it part of this one on saving."""
WEB_PAGES = frozenset({"text/html", "application/xhtml+xml"})

MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}


def read_word(content: bytes, budget: Budget, *, drawn_in: bool = False) -> Document:
    """The document's words. One that is itself `drawn_in` by another may draw in none.

    Raises:
        Unreadable: it is damaged, encrypted or too large, or draws in a document that is not read.
    """
    with Package(content, budget) as package:
        main = main_part(package)
        reader = _Reader.of(package, main, budget, drawn_in)
        body = part_of(package, main).find(f"{W}body")
        blocks = list(reader.blocks(body)) if body is not None else []
        headers, footers = _around(body, reader)
        notes = _notes(reader)
        core = links_of(package, "").kinds.get("core-properties", "docProps/core.xml")
        title = (parsed(package.read(core)).findtext(TITLE) or "").strip() if package.has(core) else ""
    return Document(joined([*headers, *blocks, *notes, *footers]), "docx", title=title)


@dataclass
class _Reader:
    """Walks the paragraphs and tables of one part, counting lists as it goes."""

    package: Package
    budget: Budget
    numbering: Numbering
    styles: dict[str, Any]  # by id
    links: Links  # of the part that is read
    drawn_in: bool  # the document is part of another

    @classmethod
    def of(cls, package: Package, main: str, budget: Budget, drawn_in: bool) -> _Reader:
        links = links_of(package, main)
        numbers, styles = (
            part_of(package, links.kinds[kind]) if kind in links.kinds else None
            for kind in ("numbering", "styles")
        )
        styled = () if styles is None else styles.iterchildren(f"{W}style")
        named = {each.get(f"{W}styleId", ""): each for each in styled}
        return cls(package, budget, Numbering.of(numbers), named, links, drawn_in)

    def at(self, part: str) -> _Reader:
        """The same, for another part: its links are its own."""
        return replace(self, links=links_of(self.package, part))

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
            elif child.tag == CHUNK:
                yield from self._chunk(child).split("\n\n")
            elif child.tag in OF_OTHER_FILES:
                raise _draws_in()
            elif child.tag not in LEFT_OUT:  # a content control or a tracked insertion around paragraphs
                yield from self.blocks(child)

    def _chunk(self, element: Any) -> str:
        """The words of a web page, a text or a Word file that stands whole within this one."""
        part = self.links.parts.get(element.get(f"{R}id", ""), "")
        if self.drawn_in or not part:
            raise _draws_in()
        kind = type_of(self.package, part).partition(";")[0].strip().lower()
        content = self.package.read(part)
        self.budget.carry()
        if kind in WEB_PAGES:
            return read_webpage(decoded(content), self.budget)
        if kind == "text/plain":
            return self.budget.take(decoded(content))
        if content.startswith(ZIP) and any(word in kind for word in OF_WORD):
            return read_word(content, self.budget, drawn_in=True).text
        raise _draws_in()

    def _words(self, element: Any, boxes: list[Any]) -> Iterator[str]:
        for child in element:
            if child.tag == f"{W}t":
                yield self.budget.take(child.text or "")
            elif child.tag in MARKS:
                yield MARKS[child.tag]
            elif child.tag == f"{W}sym":
                yield _symbol(child.get(f"{W}char", ""))
            elif child.tag == f"{W}txbxContent":
                boxes.append(child)
            elif child.tag in OF_OTHER_FILES:
                raise _draws_in()
            elif child.tag == f"{W}hyperlink":
                words = "".join(self._words(child, boxes))
                yield words + self._target(child, words)
            elif child.tag not in LEFT_OUT and not _hidden(child):
                yield from self._words(child, boxes)

    def _target(self, link: Any, words: str) -> str:
        """Where a link leads, if its words do not say so."""
        target = self.links.addresses.get(link.get(f"{R}id", ""), "")
        known = target.removeprefix("mailto:").partition("://")[2] or target.removeprefix("mailto:")
        return self.budget.take(f" ({target})") if known and known.rstrip("/") not in words else ""

    def _number(self, paragraph: Any, words: str) -> str:
        properties = paragraph.find(f"{W}pPr")
        if not words or properties is None:
            return ""
        name, depth = self._list_of(properties)
        printed = self.numbering.next(name, depth) if name else ""
        return self.budget.take(f"{printed} ") if printed else ""

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
    return _is_on(run.find(f"{W}rPr/{W}vanish"))


def _is_on(switch: Any) -> bool:
    """Whether a switch of Word's is there and is not turned off."""
    return switch is not None and switch.get(f"{W}val", "1") not in OFF


def _draws_in() -> Unreadable:
    """A part of the letter that is not in Word's own format, or not in this file."""
    return Unreadable(
        "The letter draws in another document, which is not read. Open it in Word and save it again."
    )


def _around(body: Any, reader: _Reader) -> tuple[list[str], list[str]]:
    """The headers and the footers that are printed, each once. A first page's own stand first.

    A section that names none of a kind goes on with that of the section before it (ECMA-376 17.10).
    """
    parts: dict[str, dict[str, None]] = {"header": {}, "footer": {}}
    named: dict[tuple[str, str], str] = {}
    settings = reader.links.kinds.get("settings", "")
    has_even = bool(settings) and _is_on(part_of(reader.package, settings).find(f"{W}evenAndOddHeaders"))
    for section in () if body is None else body.iter(f"{W}sectPr"):
        for reference in section:
            place = reference.tag.removeprefix(W).removesuffix("Reference")
            if place in parts:
                part = reader.links.parts.get(reference.get(f"{R}id", ""), "")
                named[place, reference.get(f"{W}type", "")] = part
        has_first = _is_on(section.find(f"{W}titlePg"))
        for kind, is_printed in (("first", has_first), ("default", True), ("even", has_even)):
            for place, found in parts.items():
                if is_printed and (place, kind) in named:
                    found[named[place, kind]] = None
    return _blocks_of(parts["header"], reader), _blocks_of(parts["footer"], reader)


def _blocks_of(parts: Iterable[str], reader: _Reader) -> list[str]:
    blocks: list[str] = []
    for part in parts:
        blocks += reader.at(part).blocks(part_of(reader.package, part))
    return each_once(blocks)


def _notes(reader: _Reader) -> list[str]:
    """Footnotes and endnotes, in their order. Those with a type are the lines that part them."""
    blocks: list[str] = []
    for kind in ("footnotes", "endnotes"):
        if part := reader.links.kinds.get(kind):
            own = reader.at(part)
            for note in part_of(reader.package, part):
                if note.get(f"{W}type") is None:
                    blocks += own.blocks(note)
    return blocks
