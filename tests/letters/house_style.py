"""By what a letter's house style is known, read from its PDF."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2

from tests.letters.pdf_reader import read

_POINT = 25.4 / 72  # mm


@dataclass(frozen=True)
class HouseStyle:
    """What tells one authority's letters from another's."""

    layout: str  # "numbered" | "interleaved"
    title: str
    sender_at: str  # "head" | "foot": where on the first page the sender's address stands


def house_style(pdf: bytes, address: str) -> HouseStyle:
    """The style of a letter whose sender's address begins with these words."""
    root = read(pdf)
    asked = [heading.text for heading in root.all("H2") if heading.text == "What you asked"]
    (title,) = root.all("H1")
    low = _height(pdf, address) < 40
    return HouseStyle("numbered" if asked else "interleaved", title.text, "foot" if low else "head")


def _height(pdf: bytes, words: str) -> float:
    """How high above the lower edge of the first page these words stand first, in mm."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    found = page.search(words).get_next()
    assert found, f"{words!r} is not on the first page"
    return float(page.get_charbox(found[0])[1]) * _POINT
