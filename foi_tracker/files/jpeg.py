"""A JPEG without what cameras and programs write beside the picture: place, time, names, a small picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

FIRST, SCAN, LAST = b"\xff\xd8", b"\xff\xda", b"\xff\xd9"
JFIF, ADOBE = b"\xff\xe0", b"\xff\xee"  # say how the colours are to be read, so they stay
NOTES = {bytes((0xFF, kind)) for kind in (*range(0xE0, 0xF0), 0xFE)} - {ADOBE}
_SCAN_ENDS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # ITU T.81, B.1.1.2


class NotJpeg(ValueError):
    """The bytes are not in the segments of a JPEG."""


def without_notes(jpeg: bytes) -> bytes:
    """The same picture, bit for bit, without its notes (EXIF, XMP, comments) and what follows its end.

    Raises:
        NotJpeg: it is none.
    """
    return b"".join(_kept(jpeg))


def _kept(jpeg: bytes) -> Iterator[bytes]:
    """The segments to keep (ITU T.81, B.1.1), until the end of the picture or of the bytes."""
    if not jpeg.startswith(FIRST):
        raise NotJpeg
    yield FIRST
    at = len(FIRST)
    while at < len(jpeg) and (marker := jpeg[at : at + 2]) != LAST:
        if marker == b"\xff\xff":  # filled up
            at += 1
            continue
        if marker[:1] != b"\xff":
            raise NotJpeg
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if marker == SCAN:
            found = _SCAN_ENDS.search(jpeg, end)
            end = found.start() if found else len(jpeg)
        if marker not in NOTES:
            yield jpeg[at:end]
        elif marker == JFIF and jpeg[at + 4 : at + 9] == b"JFIF\0":
            yield marker + b"\0\x10" + jpeg[at + 4 : at + 16] + b"\0\0"  # without its small picture
        at = end
    yield LAST
