"""Plain text by its bytes: UTF-8, UTF-16 with or without its mark, or Windows-1252."""

from __future__ import annotations

import codecs
import re

from foi_tracker.intake.documents.document import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_CONTROLS = 0.01
"""Of all characters. Text has none to speak of; a program or a picture has many."""


def decoded(content: bytes) -> str:
    """The text.

    Raises:
        Unreadable: the bytes are no text.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _checked(content[len(mark) :].decode(encoding, errors="replace"))
    if encoding := _wide(content):
        return _checked(content.decode(encoding, errors="replace"))
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(content.decode("cp1252", errors="replace"))


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: in Western text every other byte is nought."""
    sample = content[:4000]
    half = max(len(sample) // 2, 1)
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if sample[offset::2].count(0) > 0.8 * half and sample[1 - offset :: 2].count(0) < 0.1 * half:
            return encoding
    return ""


def _checked(text: str) -> str:
    if len(CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        raise Unreadable(
            "The file holds no text that can be read. Save the letter as Word, PDF or plain text."
        )
    return CONTROLS.sub("", text)
