"""Reads a tagged PDF the way a screen reader does: by its structure, not by where things stand."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf


@dataclass
class Node:
    """One element of the structure, with the words directly in it."""

    tag: str
    kids: list[Node | str] = field(default_factory=list)
    scope: str = ""
    alternative: str = ""
    top: float | None = None  # how high its first and its last words stand
    bottom: float | None = None

    def add(self, kid: Node | str, top: float | None, bottom: float | None) -> None:
        """Put in the next kid. One that starts on another line is parted from the last by a space."""
        if self.kids and top != self.bottom:
            self.kids.append(" ")
        self.kids.append(kid)
        self.top = top if self.top is None else self.top
        self.bottom = bottom

    @property
    def text(self) -> str:
        """All its words, white space folded."""
        return folded("".join(self._words()))

    def _words(self) -> Iterator[str]:
        for kid in self.kids:
            if isinstance(kid, str):
                yield kid
            else:
                yield from kid._words()
                if kid.tag in BLOCKS:
                    yield " "

    def all(self, *tags: str) -> list[Node]:
        """Every element of these tags below it, in order."""
        found: list[Node] = []
        for kid in self.kids:
            if isinstance(kid, Node):
                found += [kid] if kid.tag in tags else []
                found += kid.all(*tags)
        return found


BLOCKS = {
    "P",
    "H1",
    "H2",
    "H3",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "Caption",
    "Sect",
    "Div",
}


def folded(text: str) -> str:
    """Text with its white space folded, so that a line's end is a space like any other."""
    return " ".join(text.split())


def read(data: bytes) -> Node:
    """The structure of a PDF, from its one Document element down."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        marked = {page.objgen: _marked_text(page) for page in pdf.pages}
        (document,) = pdf.Root.StructTreeRoot.K
        return _node(document, marked)


Marked = dict[int, tuple[float, str]]  # by its number on the page: how high it starts, and its words


def _node(element: pikepdf.Object, marked: dict[tuple[int, int], Marked]) -> Node:
    attributes = element.get("/A", {})
    node = Node(
        str(element.S).lstrip("/"),
        scope=str(attributes.get("/Scope", "")).lstrip("/"),
        alternative=str(element.get("/Alt", "")),
    )
    page = marked.get(element.Pg.objgen, {}) if "/Pg" in element else {}
    for kid in _kids(element):
        if isinstance(kid, int):
            if node.tag == "Figure" and int(kid) not in page:
                continue  # a picture has no words
            height, words = page[int(kid)]
            node.add(words, height, height)
        elif kid.get("/Type") == "/StructElem":
            inner = _node(kid, marked)
            node.add(inner, inner.top, inner.bottom)
    return node


def _kids(element: pikepdf.Object) -> list[pikepdf.Object | int]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _marked_text(page: pikepdf.Page) -> Marked:
    """The words of each marked-content sequence of a page, and how high its first run stands."""
    fonts = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
    found: Marked = {}
    open_marks: list[int | None] = []
    font: dict[str, str] = {}
    height = 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            properties = operands[1]
            mark = int(properties.MCID) if "/MCID" in properties else None
            open_marks.append(mark)
        elif name == "BMC":
            open_marks.append(None)
        elif name == "EMC":
            open_marks.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name == "Tm":
            height = round(float(operands[5]), 1)
        elif name in ("Tj", "TJ"):
            mark = open_marks[-1] if open_marks else None
            assert open_marks, "text stands outside the tagged content and outside an artifact"
            if mark is not None:
                at, words = found.get(mark, (height, ""))
                found[mark] = (at, words + _decoded(operands[0], font))
    return found


def _decoded(shown: pikepdf.Object, font: dict[str, str]) -> str:
    runs = shown if isinstance(shown, pikepdf.Array) else [shown]
    codes = "".join(bytes(run).hex() for run in runs if isinstance(run, pikepdf.String))
    return "".join(font[codes[place : place + 4]] for place in range(0, len(codes), 4))


def _to_unicode(font: pikepdf.Object) -> dict[str, str]:
    table = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"^<([0-9a-f]{4})> <([0-9a-f]*)>$", table, re.MULTILINE)
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
