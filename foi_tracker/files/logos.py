"""A logo as it was uploaded, made into one that may be kept: PNG or SVG, small, with nothing hidden in it."""

from __future__ import annotations

import base64
import io
import math
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from foi_tracker.files.contents import Unreadable
from foi_tracker.files.svg import NotSafe, safe_svg

LARGEST = 250_000  # bytes
WIDEST = 3000  # pixels, either way
KEPT_WIDTH = 1200  # pixels: 60 mm at 500 to the inch
FLATTEST = 8  # how many times wider than high, or higher than wide
PNG, SVG = "image/png", "image/svg+xml"
_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError)
_SCALED = {"1": "L", "P": "RGB"}  # what a picture that has no shades between is made into to be made smaller
_SCALED_SEEN_THROUGH = {"1": "LA", "L": "LA", "P": "RGBA", "RGB": "RGBA"}


@dataclass(frozen=True)
class Logo:
    """A logo that can be drawn."""

    content: bytes
    media_type: str  # PNG or SVG
    width: int  # with the height, its shape
    height: int

    @property
    def data_address(self) -> str:
        """The picture itself as an address, for a page that shows it before it is kept."""
        return data_address(self.content, self.media_type)


def data_address(content: bytes, media_type: str) -> str:
    """Bytes as an address of their own."""
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def read_logo(content: bytes) -> Logo:
    """The logo as it may be kept: a PNG without its notes, an SVG drawn anew from what is allowed.

    It is never larger than LARGEST, and read once more it stays as it is: a form may carry it.

    Raises:
        Unreadable: it is neither, is too large, or could not be shown whole.
    """
    if len(content) > LARGEST:
        raise Unreadable(f"The logo has {_kilobytes(content):,} KB. {LARGEST // 1000} KB is the most.")
    logo = _png(content) if content.startswith(b"\x89PNG\r\n\x1a\n") else _svg(content)
    if not 1 / FLATTEST <= logo.width / logo.height <= FLATTEST:
        raise Unreadable(f"The logo is more than {FLATTEST} times as long one way as the other.")
    return logo


def _kilobytes(content: bytes) -> int:
    return -(-len(content) // 1000)  # rounded up: what is too large is never said to be just right


def _svg(content: bytes) -> Logo:
    if b"<" not in content[:1000]:
        raise Unreadable("The logo has to be a PNG or an SVG file.")
    try:
        drawn, width, height = safe_svg(content)
    except NotSafe as problem:
        raise Unreadable(str(problem)) from problem
    if len(drawn) > LARGEST:  # as where one style of its sheet is now said at each of its shapes
        raise Unreadable(
            f"The logo grows to {_kilobytes(drawn):,} KB when it is made safe. {LARGEST // 1000} KB is "
            "the most. Simplify it, or save it as PNG."
        )
    scale = 1000 / max(width, height)  # whole numbers that keep the shape
    return Logo(drawn, SVG, max(1, round(width * scale)), max(1, round(height * scale)))


def _png(content: bytes) -> Logo:
    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as whole:
            whole.verify()  # to its last chunk: WeasyPrint lets Pillow load what breaks off
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            if max(picture.size) > WIDEST:
                size = f"{picture.width:,} by {picture.height:,}"
                raise Unreadable(f"The logo is {size} pixels. {WIDEST:,} is the most.")
            picture.load()
            drawn = _in_eight_bits(picture, content[24])
    except Image.DecompressionBombError as problem:
        raise Unreadable(
            f"The logo has far too many pixels. {WIDEST:,} by {WIDEST:,} is the most."
        ) from problem
    except _BROKEN as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable("The PNG does not open: it is damaged or not whole. Save it again.") from problem
    return _kept(drawn)


def _in_eight_bits(picture: Image.Image, depth: int) -> Image.Image:
    """The picture, whose channels have `depth` bits, with eight at most, and with nothing noted beside it.

    Pillow would show every light grey of sixteen bits as white, and gives the one colour that is seen through
    as the file has it, not as it gives the others.
    """
    key = picture.info.get("transparency")
    drawn = picture
    if picture.mode == "I;16":
        drawn = picture.convert("I").point([value >> 8 for value in range(2**16)], "L")
    drawn.info = {}
    if isinstance(key, tuple):
        drawn.info["transparency"] = tuple(_of_eight_bits(value, depth) for value in key)
    elif key is not None:
        drawn.info["transparency"] = _of_eight_bits(key, depth) if drawn.mode == "L" else key
    return drawn


def _of_eight_bits(value: int, depth: int) -> int:
    return value >> 8 if depth == 16 else value * (255 // (2**depth - 1))


def _kept(drawn: Image.Image) -> Logo:
    """The picture as it is kept: no wider than a letter needs, and smaller where it would be too large."""
    kept = drawn if max(drawn.size) <= KEPT_WIDTH else _scaled(drawn, KEPT_WIDTH)
    while len(made := _saved(kept)) > LARGEST:
        kept = _scaled(drawn, int(max(kept.size) * min(0.9, math.sqrt(LARGEST / len(made)))))
    return Logo(made, PNG, *kept.size)


def _scaled(drawn: Image.Image, side: int) -> Image.Image:
    """The picture made smaller, its longer side this many pixels."""
    modes = _SCALED_SEEN_THROUGH if "transparency" in drawn.info else _SCALED
    made = drawn.convert(modes.get(drawn.mode, drawn.mode))
    made.thumbnail((side, side))
    return made


def _saved(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
