"""Where in a letter a standard paragraph stands: the piece of the letter around it, its own words marked.

For a page that shows, before anything is kept, how other words would read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser

import nh3
from markupsafe import Markup

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.render import preview_html
from foi_tracker.letters.standard_check import BEGIN, END, SIGN

_MARKER = re.compile(r"(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_MAIN = re.compile(r"<main>(.*)</main>", re.DOTALL)

_HEADINGS = {"h1", "h2", "h3", "h4"}
_LABELS = {"hung", "label"}  # classes of what stands over the words that follow
_WORDS = _HEADINGS | {"p", "li", "caption", "td", "th"}
_WITHIN = {"strong", "b", "em", "i", "a", "span", "mark"}
_LEFT_OUT = {"svg", "style", "img"}
_VOID = {"br", "img", "hr", "wbr"}
_KEPT = {"p", "strong", "em", "mark", "a", "br", "ul", "ol", "li", "div"}
_KEPT |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
_WHOLE = 600  # characters: what is no longer stands whole


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[_Element | str] = field(default_factory=list)
    ends: str = ""  # the tag that ends it

    @property
    def marked(self) -> bool:
        return self.tag == "mark" or any(isinstance(each, _Element) and each.marked for each in self.children)

    @property
    def length(self) -> int:
        return sum(len(each) if isinstance(each, str) else each.length for each in self.children)


def passage(facts: LetterFacts, key: str, text: str) -> Markup:
    """The piece of the letter that says this wording in these words, which are marked; "" if none does.

    `text` has to be sound (`standard_check.problems`): other words are not printed.
    """
    signed = replace(facts, wordings={**facts.wordings, key: _signed(text.strip())})
    found = _MAIN.search(preview_html(signed, stylesheet="", draft=False))
    html = found[1] if found else ""
    if BEGIN not in html or html.count(BEGIN) != html.count(END):
        return Markup("")
    reader = _Reader()
    reader.feed(html)
    reader.close()
    attributes = {"a": {"href"}, "ol": {"start"}}
    return Markup(nh3.clean(_html(_around(reader.top)), tags=_KEPT, attributes=attributes, link_rel=None))


def _signed(text: str) -> str:
    """The words between signs. A list keeps the mark of its first item at the beginning."""
    marker = _MARKER.match(text)
    begins = marker.end() if marker else 0
    return f"{text[:begins]}{BEGIN} {text[begins:]} {END}"


class _Reader(HTMLParser):
    """Makes elements of the letter's own HTML, with a `mark` around the words between signs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = _Element("div")
        self.open = [self.top]
        self.left_out = 0
        self.marking = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEFT_OUT or self.left_out:
            self.left_out += tag not in _VOID
            return
        given = {name: value or "" for name, value in attrs}
        values = {name: SIGN.sub("", value) for name, value in given.items() if name in ("href", "start")}
        heads = tag == "p" and _LABELS & set(given.get("class", "").split())
        element = _Element("h3" if heads else tag, values, ends=tag)
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.left_out:
            self.left_out -= 1
        elif tag in (element.ends for element in self.open[1:]):
            while self.open.pop().ends != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.left_out:
            return
        for piece in SIGN.split(data):
            if SIGN.fullmatch(piece):
                self.marking = piece.startswith(BEGIN)
            elif piece.strip() and self.marking:
                self.open[-1].children.append(_Element("mark", children=[piece]))
            elif piece:
                self.open[-1].children.append(piece)


def _around(element: _Element) -> _Element:
    """The element without what is far from the marked words."""
    if element.tag in _WORDS or element.length <= _WHOLE:
        return element
    blocks = [each for each in element.children if isinstance(each, _Element)]
    kept: list[_Element | str] = []
    last = None
    for place, block in enumerate(blocks):
        leads = place + 1 < len(blocks) and blocks[place + 1].marked and block.tag in _WORDS
        follows = place > 0 and blocks[place - 1].marked and block.tag in _WORDS - _HEADINGS
        if block.marked or leads or follows:
            if last is not None and place > last + 1:
                kept.append(_Element("p", children=["…"]))
            kept.append(_around(block) if block.marked else block)
            last = place
    return replace(element, children=kept)


def _html(element: _Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: _Element) -> Iterator[str]:
    tag = "strong" if element.tag == "b" else "em" if element.tag == "i" else element.tag
    strong = tag in _HEADINGS
    tag = "p" if strong else tag if tag in _KEPT | _WITHIN else "div"
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attributes.items())
    yield f"<{tag}{attributes}>{'<strong>' if strong else ''}"
    for child in element.children:
        if isinstance(child, str):
            yield escape(child)
        else:
            yield from _pieces(child)
    if tag not in _VOID:
        yield f"{'</strong>' if strong else ''}</{tag}>"
