"""Reads a page as a browser does, and says what is wrong with it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib
from html5lib.constants import E as MESSAGES

XHTML = "{http://www.w3.org/1999/xhtml}"
# A reader may not mend these silently; each would show differently in some browser or screen reader.
TOLERATED = frozenset({"unexpected-char-after-body", "non-void-element-with-trailing-solidus"})


class Page:
    """One HTML page, parsed."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.root, self.errors = _parsed(html)

    def all(self, tag: str) -> list[Element]:
        """Every element of this name, in the order of the page."""
        return list(self.root.iter(tag))

    def words(self) -> str:
        """What a reader sees in <body>, with single spaces."""
        body = self.root.find("body")
        return "" if body is None else text_of(body)

    @property
    def title(self) -> str:
        """The words of <title>."""
        return " ".join(text_of(element) for element in self.root.findall("head/title"))

    def with_id(self, name: str) -> Element | None:
        """The element with this id."""
        return next((element for element in self.root.iter() if element.get("id") == name), None)


@lru_cache(maxsize=4)  # the client has read a page before the test does
def _parsed(html: str) -> tuple[Element, list[str]]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = parser.parse(html)
    lines = [*html.splitlines(), ""]
    return root, [
        f"{MESSAGES.get(code, code) % values} In {lines[min(line, len(lines)) - 1].strip()!r}"
        for (line, _column), code, values in parser.errors
        if code not in TOLERATED
    ]


def text_of(element: Element) -> str:
    """The words inside an element, with single spaces, without scripts and styles."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> list[str]:
    if element.tag in {"script", "style", "template"} or not isinstance(element.tag, str):
        return [element.tail or ""]
    inside = [element.text or ""]
    for child in element:
        inside += _texts(child)
    return [*inside, element.tail or ""]


def faults(page: Page) -> list[str]:
    """What is wrong with a whole page, in words; an empty list for a sound one."""
    found = list(page.errors)
    if not page.html.lstrip().lower().startswith("<!doctype html>"):
        found.append("no doctype")
    if not page.root.get("lang"):
        found.append("no language on <html>")
    if not page.title:
        found.append("no title")
    if len(page.all("h1")) != 1:
        found.append(f"{len(page.all('h1'))} h1 headings, not one")
    return found + _identity_faults(page) + _form_faults(page)


def _identity_faults(page: Page) -> list[str]:
    ids = Counter(element.get("id") for element in page.root.iter() if element.get("id"))
    found = [f"id {name!r} is there {count} times" for name, count in ids.items() if count > 1]
    for element in page.root.iter():
        for attribute in ("aria-describedby", "aria-labelledby", "aria-controls"):
            found += [
                f"{attribute} of <{element.tag}> points at {name!r}, which is not there"
                for name in (element.get(attribute) or "").split()
                if name not in ids
            ]
    for link in page.all("a"):
        target = link.get("href") or ""
        if target.startswith("#") and len(target) > 1 and target[1:] not in ids:
            found.append(f"a link to {target}, which is not on the page")
    return found


def _form_faults(page: Page) -> list[str]:
    ids = {element.get("id") for element in page.root.iter()}
    labels = page.all("label")
    found = [
        f"label for {label.get('for')!r}, which is not there"
        for label in labels
        if label.get("for") not in ids
    ]
    labelled = {label.get("for") for label in labels}
    wrapped = {id(inside) for label in page.all("label") for inside in label.iter()}
    for control in (*page.all("input"), *page.all("select"), *page.all("textarea")):
        needs_none = control.get("type") in {"hidden", "submit", "button"} or id(control) in wrapped
        has_one = control.get("id") in labelled or control.get("aria-label") or control.get("aria-labelledby")
        if not needs_none and not has_one:
            found.append(f"no label for <{control.tag} name={control.get('name')!r}>")
    found += [
        f"a form posts to {form.get('action')!r} with method {form.get('method')!r}"
        for form in page.all("form")
        if (form.get("method") or "get").lower() not in {"get", "post"}
    ]
    return found
