"""A logo as it was uploaded, made into one that may be kept: PNG or SVG, small, with nothing hidden in it."""

from __future__ import annotations

import base64
import io
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
_MODES = {"1", "L", "LA", "P", "RGB", "RGBA"}


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

    Raises:
        Unreadable: it is neither, is too large, or could not be shown whole.
    """
    if len(content) > LARGEST:
        raise Unreadable(f"The logo has {len(content) // 1000} KB. {LARGEST // 1000} KB is the most.")
    logo = _png(content) if content.startswith(b"\x89PNG\r\n\x1a\n") else _svg(content)
    if not 1 / FLATTEST <= logo.width / logo.height <= FLATTEST:
        raise Unreadable(f"The logo is more than {FLATTEST} times as long one way as the other.")
    return logo


def _svg(content: bytes) -> Logo:
    if b"<" not in content[:1000]:
        raise Unreadable("The logo has to be a PNG or an SVG file.")
    try:
        drawn, width, height = safe_svg(content)
    except NotSafe as problem:
        raise Unreadable(str(problem)) from problem
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
            drawn = picture if picture.mode in _MODES else picture.convert("RGBA")
            if max(drawn.size) > KEPT_WIDTH:
                drawn = drawn.convert("RGBA")
                drawn.thumbnail((KEPT_WIDTH, KEPT_WIDTH))
            drawn.info = {key: drawn.info[key] for key in ("transparency",) if key in drawn.info}
            out = io.BytesIO()
            drawn.save(out, "PNG", optimize=True)
    except Image.DecompressionBombError as problem:
        raise Unreadable(
            f"The logo has far too many pixels. {WIDEST:,} by {WIDEST:,} is the most."
        ) from problem
    except _BROKEN as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable("The PNG does not open: it is damaged or not whole. Save it again.") from problem
    return Logo(out.getvalue(), PNG, *drawn.size)
