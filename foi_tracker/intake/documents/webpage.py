"""HTML as text: of a letter saved as a web page, or of an email that has no plain part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from foi_tracker.intake.documents.budget import Budget
from foi_tracker.intake.documents.paragraphs import BULLET, joined, table_blocks

BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
        ),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol"),
        *("p", "pre", "section", "table", "ul"),
    }
)
LEFT_OUT = frozenset({"head", "script", "style", "template", "noscript", "title", "object", "svg"})
MARK = re.compile(rf"\s*+(?:(?:{BULLET}|[0-9]++\.)\s*+)?")
DEEPEST = 150
"""Elements within elements that are walked. The parser itself stops soon after."""


def read_webpage(html: str, budget: Budget) -> str:
    """The words that a reader of the page sees. Nothing that it names is fetched.

    Raises:
        Unreadable: they are more than a letter has.
    """
    return joined(_read(html, budget))


def _read(html: str, budget: Budget) -> list[str]:
    # The parser takes no text with a declaration of its encoding, and is told it instead.
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(html.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError:  # nothing in it at all
        return []
    return [] if root is None else _paragraphs(root, 0, budget)


def _paragraphs(element: Any, depth: int, budget: Budget) -> list[str]:
    """The paragraphs of the element: text that stands between blocks is a paragraph of its own."""
    page = _Page(budget)
    page.walk(element, depth)
    return page.paragraphs()


class _Page:
    """The pieces of each paragraph so far; the last is the one being written."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._pieces: list[list[str]] = [[]]

    def paragraphs(self) -> list[str]:
        """What was written, tidied."""
        found = (_tidy("".join(pieces)) for pieces in self._pieces)
        return [paragraph for paragraph in found if paragraph]

    def walk(self, element: Any, depth: int) -> None:
        """Write what is inside the element."""
        self._write(_folded(element.text))
        items = 0
        for child in element:
            items += child.tag == "li"
            if depth < DEEPEST and child.tag not in LEFT_OUT:
                self._child(child, depth + 1, items)
            self._write(_folded(child.tail))

    def _child(self, child: Any, depth: int, number: int) -> None:
        if child.tag == "br":
            self._write("\n")
        elif child.tag == "table":
            rows = [[_paragraphs(cell, depth, self._budget) for cell in row] for row in _rows(child)]
            self._pieces += [[block] for block in table_blocks(rows)]
            self._pieces.append([])
        elif child.tag in BLOCKS:
            self._begin()
            self._write(_mark(child, number))
            self.walk(child, depth)
            self._begin()
        else:
            place, at = self._pieces[-1], len(self._pieces[-1])
            self.walk(child, depth)
            if child.tag == "a":
                self._write(_target(child.get("href", ""), "".join(place[at:])))

    def _begin(self) -> None:
        """Begin a paragraph, unless the one under way holds no more than the number of a list."""
        if not MARK.fullmatch("".join(self._pieces[-1])):
            self._pieces.append([])

    def _write(self, words: str) -> None:
        self._pieces[-1].append(self._budget.take(words))


def _rows(table: Any) -> Iterator[Any]:
    """Its own rows, and none of the tables within their cells, which are read there."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag != "table":
            yield from _rows(child)


def _mark(element: Any, number: int) -> str:
    """What is drawn before the item of a list, the `number`th of its items."""
    parent = element.getparent()
    if element.tag != "li" or parent is None:
        return ""
    if parent.tag != "ol":
        return f"{BULLET} "
    start = parent.get("start", "1")
    return f"{number - 1 + (int(start) if re.fullmatch('[0-9]{1,4}', start) else 1)}. "


def _target(target: str, words: str) -> str:
    """Where a link leads, if its words do not say so."""
    known = target.partition("://")[2]
    return f" ({target})" if known and known.rstrip("/") not in words else ""


def _folded(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")


def _tidy(paragraph: str) -> str:
    return re.sub(r" *\n *", "\n", re.sub(" {2,}", " ", paragraph)).strip(" \n")
