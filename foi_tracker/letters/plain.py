"""A letter's HTML as plain words: for the body of an email, and for reading what a letter says."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = {"p", "h1", "h2", "h3", "ul", "ol", "li", "table", "caption", "tr"}
_BLOCKS |= {"header", "section", "div", "main"}
_SILENT = {"head", "style", "title"}
_LABELS = {"hung", "label"}  # classes of what hangs beside the words that follow
_JOIN = "\0"


def to_text(html: str, *, without: frozenset[str] = frozenset()) -> str:
    """The words of the HTML in order, a blank line between blocks. `without` names classes to leave out."""
    reader = _Reader(without)
    reader.feed(html)
    reader.close()
    text = "".join(reader.parts).replace("\N{NO-BREAK SPACE}", " ")
    text = re.sub(rf"\s*{_JOIN}\s*(?=- |\d+\. )", ":\n", text)
    text = re.sub(rf"\s*{_JOIN}\s*", ": ", text)
    text = re.sub(r"[ \t]+\n", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


class _Reader(HTMLParser):
    """Collects words. Lists get their marks, rows of a table one line each."""

    def __init__(self, without: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.without = without
        self.parts: list[str] = []
        self.skipping: list[str] = []
        self.lists: list[int] = []  # the next number of each open list, 0 for bullets
        self.href = ""
        self.link_words: list[str] = []
        self.labels: list[str] = []  # the open elements that hang beside the words after them

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if self.skipping or tag in _SILENT or self.without & set(values.get("class", "").split()):
            if tag not in ("br", "meta", "link"):
                self.skipping.append(tag)
            return
        if _LABELS & set(values.get("class", "").split()):
            self.labels.append(tag)
        if tag == "br":
            self.parts.append("\n")
        elif tag in ("ul", "ol"):
            self.lists.append(int(values.get("start") or 1) if tag == "ol" else 0)
            self.parts.append("\n" if len(self.lists) > 1 else "\n\n")
        elif tag == "li":
            self._item(values.get("data-label", ""))
        elif tag in ("td", "th"):
            self._cell()
        elif tag == "tr":
            self.parts.append("\n")
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "a":
            self.href, self.link_words = values.get("href", ""), []

    def _item(self, label: str) -> None:
        mark = "-"
        if self.lists[-1]:
            mark = label or f"{self.lists[-1]}."
            self.lists[-1] += 1
        self.parts.append("\n" + "  " * (len(self.lists) - 1) + mark + " ")

    def _cell(self) -> None:
        if self.parts and self.parts[-1] != "\n":
            self.parts.append(" | ")

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            if tag == self.skipping[-1]:
                self.skipping.pop()
            return
        if tag in ("ul", "ol"):
            self.lists.pop()
        if self.labels and tag == self.labels[-1]:
            self.labels.pop()
            self.parts.append(_JOIN)
        elif tag == "a":
            self._end_of_link()
        elif tag in _BLOCKS and tag not in ("li", "tr"):
            self.parts.append("\n\n")

    def _end_of_link(self) -> None:
        """An address that does not stand in the words of its link follows them."""
        shown = re.sub(r"^(?:mailto:|https?://)", "", self.href).rstrip("/")
        if self.href and shown not in "".join(self.link_words).replace("\N{NO-BREAK SPACE}", " "):
            self.parts.append(f" ({shown})")
        self.href = ""

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        words = re.sub(r"[ \t\n\r]+", " ", data)
        if self.href:
            self.link_words.append(words)
        if words == " " and (not self.parts or self.parts[-1].endswith("\n")):
            return
        self.parts.append(words.lstrip(" ") if self.parts and self.parts[-1].endswith("\n") else words)
