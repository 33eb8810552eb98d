"""What a letter is drawn with: bundled fonts, marks and style sheets, and nothing from outside."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

BUNDLED = Path(__file__).parent / "bundled"
SCHEME = "bundled:"
INK = "#15191c"
LEAST_CONTRAST = 7.0
"""An authority's accent on white: enough for small words (WCAG 2.2, 1.4.6)."""

LARGE_PRINT = 18
"""The size, in points, that the sheets for large print are written for."""

_POINTS = re.compile(r"(\d*\.?\d+)pt\b")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}")
_MARK_COLOUR = b"#123456"  # in the bundled marks, where the accent goes
_TYPES = {".ttf": "font/ttf", ".svg": "image/svg+xml", ".css": "text/css"}


class NotBundled(ValueError):
    """Something that is not one of our own files was asked for."""


def read(url: str) -> tuple[bytes, str]:
    """The bytes and media type of a bundled asset, by its own address: "bundled:fonts/Arimo-Regular.ttf".

    NotBundled for every other address: the network, files, data and paths that climb.
    """
    address, _, accent = url.partition("?")
    if not address.startswith(SCHEME):
        raise NotBundled(f"Only bundled assets are read, not {url[:80]!r}.")
    path = _files().get(address.removeprefix(SCHEME))
    if path is None:
        raise NotBundled(f"No bundled asset is called {address[:80]!r}.")
    data = path.read_bytes()
    if accent and _COLOUR.fullmatch(f"#{accent}"):
        data = data.replace(_MARK_COLOUR, f"#{accent}".encode())
    return data, _TYPES[path.suffix]


@lru_cache
def _files() -> dict[str, Path]:
    found = (path for path in BUNDLED.rglob("*") if path.suffix in _TYPES)
    return {path.relative_to(BUNDLED).as_posix(): path for path in found}


def marks() -> tuple[str, ...]:
    """The names of the bundled marks."""
    return tuple(sorted(path.stem for name, path in _files().items() if name.startswith("marks/")))


def mark_svg(mark: str, accent: str) -> str:
    """A bundled mark in the accent, as SVG for a page on the screen; "" where there is none of that name."""
    if mark not in marks():
        return ""
    return read(f"{SCHEME}marks/{mark}.svg?{legible(accent)[1:]}")[0].decode()


def stylesheet(name: str) -> str:
    """A bundled style sheet."""
    return read(f"{SCHEME}{name}.css")[0].decode()


def preview_css(fonts_at: str = "") -> str:
    """The letter's look on a screen. `fonts_at` is the address under which the fonts are served, if any."""
    sheets = [stylesheet(name) for name in ("letter", "large", "screen")]
    if fonts_at:
        sheets.insert(0, stylesheet("fonts").replace(f"{SCHEME}fonts", fonts_at.rstrip("/")))
    return "\n".join(sheets)


def backgrounds(*, large_print: bool, behind: str) -> str:
    """Rules for what lies behind the words: a watermark drawn as outlines, and marks to fold by."""

    def page(selector: str, left: int, top: int, names: list[str]) -> str:
        if not names:
            return ""
        images = ", ".join(f"url({SCHEME}{name}.svg)" for name in names)
        return (
            f"@page{selector} {{ background: {images}; background-repeat: no-repeat; "
            f"background-size: 210mm 297mm; background-position: -{left}mm -{top}mm }}\n"
        )

    every = [behind] if behind else []
    first = every if large_print else ["fold", *every]
    return page("", 24, 33 if large_print else 26, every) + page(" :first", 24, 14, first)


# Colour


def contrast_with_white(colour: str) -> float:
    """The contrast of "#rrggbb" on white, from 1 to 21 (WCAG 2.2). ValueError where it is no colour."""
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f"A colour is written #rrggbb, not {colour!r}.")
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


def legible(colour: str) -> str:
    """The accent if small words in it can be read on white, else ink."""
    if _COLOUR.fullmatch(colour) and contrast_with_white(colour) >= LEAST_CONTRAST:
        return colour.lower()
    return INK


def nearest_legible(colour: str) -> str:
    """The colour itself, or the lightest of its own hue in which small words can be read on white.

    ValueError where it is no colour.
    """
    if contrast_with_white(colour) >= LEAST_CONTRAST:
        return colour.lower()
    channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    steps = range(255, -1, -1)  # of 255: how much of its light is left
    shades = (f"#{''.join(f'{part * left // 255:02x}' for part in channels)}" for left in steps)
    return next(shade for shade in shades if contrast_with_white(shade) >= LEAST_CONTRAST)


def large_css(sheet: str, points: int) -> str:
    """A sheet for large print at another size: every measure in points, save the address in its window."""
    if points == LARGE_PRINT:
        return sheet

    def scaled(found: re.Match[str]) -> str:
        return f"{float(found[1]) * points / LARGE_PRINT:g}pt"

    rules = (rule if ".address" in rule else _POINTS.sub(scaled, rule) for rule in sheet.splitlines())
    return "\n".join(rules)


def head_css(accent: str, mark: str) -> str:
    """The few rules that differ between authorities: colour and mark."""
    colour = legible(accent)
    rules = f":root{{--accent:{colour}}}"
    if _NAME.fullmatch(mark) and mark in marks():
        rules += f".marked{{background-image:url({SCHEME}marks/{mark}.svg?{colour[1:]})}}"
    return rules


# Letters that no bundled font has


@lru_cache
def _drawable() -> frozenset[int]:
    """Every character that a bundled text font can draw."""
    from fontTools.ttLib import TTFont  # takes a moment, and most commands never need it

    characters: set[int] = set()
    for path in _files().values():
        if path.suffix == ".ttf" and path.stem.endswith("-Regular"):
            with TTFont(path, lazy=True) as font:
                characters.update(font.getBestCmap())
    return frozenset(characters)


def missing_glyphs(text: str) -> list[str]:
    """The characters of a text that no bundled font can draw, in order, each once.

    Spaces and characters that draw nothing do not count.
    """
    found: dict[str, None] = {}
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        if category not in ("Cc", "Cf", "Zs", "Zl", "Zp") and ord(char) not in _drawable():
            found[char] = None
    return list(found)
