"""An OpenDocument text (.odt) as text: its body in order, with headers, footers and the numbers of lists.

Read from its XML (ODF 1.3 part 3). What tracked changes have deleted, comments and hidden text are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from foi_tracker.intake.documents.budget import Budget
from foi_tracker.intake.documents.document import Document, asks_for_a_password
from foi_tracker.intake.documents.opendocument_lists import (
    DEEPEST,
    STYLE,
    TEXT,
    Counted,
    Level,
    list_styles,
    whole,
)
from foi_tracker.intake.documents.package import Package
from foi_tracker.intake.documents.paragraphs import each_once, joined, table_blocks
from foi_tracker.intake.documents.safe_xml import parsed

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
HREF = "{http://www.w3.org/1999/xlink}href"
TITLE = "{http://purl.org/dc/elements/1.1/}title"

PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
LEFT_OUT = frozenset(
    {
        f"{TEXT}tracked-changes",
        f"{TEXT}hidden-text",
        f"{TEXT}note-citation",
        f"{OFFICE}annotation",
        f"{OFFICE}forms",
        f"{TEXT}sequence-decls",
    }
)
BOXES = frozenset({f"{DRAW}text-box", f"{TEXT}note-body"})
MOST_SPACES = 200
"""Spaces that one element may stand for, and cells that one may repeat: more is no letter's."""


def read_opendocument(content: bytes, budget: Budget) -> Document:
    """The document's words.

    Raises:
        Unreadable: it is damaged, encrypted or too large.
    """
    with Package(content, budget) as package:
        if package.has("META-INF/manifest.xml"):
            manifest = parsed(package.read("META-INF/manifest.xml"))
            if next(manifest.iter(f"{MANIFEST}encryption-data"), None) is not None:
                raise asks_for_a_password()
        root = parsed(package.read("content.xml"))
        styles = parsed(package.read("styles.xml")) if package.has("styles.xml") else None
        title = _title(package)
    reader = _Reader(list_styles(*(each for each in (styles, root) if each is not None)), budget)
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    blocks = list(reader.blocks(body)) if body is not None else []
    headers = _around(reader, styles, "header-first", "header", "header-left")
    footers = _around(reader, styles, "footer-first", "footer", "footer-left")
    return Document(joined([*headers, *blocks, *footers]), "odt", title=title)


def _title(package: Package) -> str:
    if not package.has("meta.xml"):
        return ""
    return next((each.text or "" for each in parsed(package.read("meta.xml")).iter(TITLE)), "").strip()


def _around(reader: _Reader, styles: Any, *kinds: str) -> list[str]:
    """The headers or footers of the page styles, each once."""
    found: list[str] = []
    for kind in kinds:
        for element in () if styles is None else styles.iter(f"{STYLE}{kind}"):
            if element.get(f"{STYLE}display") != "false":
                found += reader.blocks(element)
    return each_once(found)


@dataclass
class _Reader:
    """Walks paragraphs, lists and tables, counting lists as it goes."""

    styles: dict[str, dict[int, Level]]
    budget: Budget
    lists: dict[str, Counted] = field(default_factory=dict)  # by id and, for one that goes on, by style

    def blocks(self, container: Any) -> Iterator[str]:
        """Each paragraph and each table below the container, in order; text boxes after their paragraph."""
        for child in container:
            if child.tag in PARAGRAPHS:
                yield from self._paragraph(child)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, None, 1)
            elif child.tag == f"{TABLE}table":
                rows = (_within(row, f"{TABLE}table-cell") for row in _within(child, f"{TABLE}table-row"))
                yield from table_blocks([[list(self.blocks(cell)) for cell in row] for row in rows])
            elif child.tag not in LEFT_OUT:
                yield from self.blocks(child)

    def _paragraph(self, element: Any, number: str = "") -> Iterator[str]:
        boxes: list[Any] = []
        words = "".join(map(self.budget.take, self._words(element, boxes))).strip(" \t")
        yield f"{self.budget.take(number)} {words}" if number and words else words
        for box in boxes:
            yield from self.blocks(box)

    def _words(self, element: Any, boxes: list[Any]) -> Iterator[str]:
        yield _folded(element.text)
        for child in element:
            if child.tag == f"{TEXT}s":
                yield " " * min(whole(child.get(f"{TEXT}c"), 1), MOST_SPACES)
            elif child.tag == f"{TEXT}tab":
                yield "\t"
            elif child.tag == f"{TEXT}line-break":
                yield "\n"
            elif child.tag in BOXES:
                boxes.append(child)
            elif child.tag == f"{TEXT}a":
                words = "".join(self._words(child, boxes))
                yield words + _target(child.get(HREF, ""), words)
            elif child.tag not in LEFT_OUT:
                yield from self._words(child, boxes)
            yield _folded(child.tail)

    def _list(self, element: Any, within: Counted | None, depth: int) -> Iterator[str]:
        """The items of a list and of those inside it, each with its number."""
        counted = self._counted(element, within)
        for item in element:
            if item.tag == f"{TEXT}list-header" or depth > DEEPEST:
                yield from self.blocks(item)
            elif item.tag == f"{TEXT}list-item":
                yield from self._item(item, counted, depth)

    def _item(self, item: Any, counted: Counted, depth: int) -> Iterator[str]:
        start = item.get(f"{TEXT}start-value")
        first = True
        for child in item:
            if child.tag == f"{TEXT}list":
                yield from self._list(child, counted, depth + 1)
            elif child.tag in PARAGRAPHS:
                number = counted.next(depth, whole(start, 1) if start else None) if first else ""
                first = False
                yield from self._paragraph(child, number)
            else:
                yield from self.blocks([child])

    def _counted(self, element: Any, within: Counted | None) -> Counted:
        """The list that this element begins or goes on with."""
        style = element.get(f"{TEXT}style-name", "")
        if within is not None:
            return within if not style else Counted(self.styles.get(style, within.levels), within.counts)
        before = self.lists.get(element.get(f"{TEXT}continue-list", ""))
        if before is None and element.get(f"{TEXT}continue-numbering") == "true":
            before = self.lists.get(f"style {style}")
        counted = before or Counted(self.styles.get(style, {}))
        self.lists[f"style {style}"] = counted
        for name, value in element.attrib.items():
            if name.endswith("}id"):
                self.lists[value] = counted
        return counted


def _within(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row; those in groups too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == f"{TABLE}covered-table-cell" and tag == f"{TABLE}table-cell":
            yield ()  # hidden by the cell that spans over it
        elif child.tag != f"{TABLE}table":
            yield from _within(child, tag)


def _folded(text: str | None) -> str:
    """White space of the file, which stands for one space whatever it is (ODF 1.3 part 3, 6.1.2)."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _target(target: str, words: str) -> str:
    """Where a link leads, if its words do not say so."""
    known = target.partition("://")[2]
    return f" ({target})" if known and known.rstrip("/") not in words else ""
