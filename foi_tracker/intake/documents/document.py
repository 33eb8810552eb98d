"""What is read from a file, and the words for a file that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

LARGEST_FILE = 20_000_000
"""Bytes. A letter with pictures has a few million."""

LONGEST_TEXT = 200_000
"""Characters. The longest letters, with their tables, have half of it."""


@dataclass(frozen=True)
class Document:
    """The words of a letter in reading order, and what its format tells besides.

    Paragraphs are parted by an empty line; a row of a table is one line, its cells parted by tabs.
    """

    text: str
    kind: str  # "txt" | "docx" | "odt" | "pdf" | "eml" | "html"
    issued: date | None = None  # the day in London on which an email was sent
    received: date | None = None  # the day of the request that an email quotes
    request: str = ""  # the request that an email quotes below its answer
    title: str = ""
    unread: tuple[str, ...] = ()  # sentences: what an email carries besides and was not read, and why


class Unreadable(ValueError):
    """The file cannot be read as a letter. The words say what is wrong and what to do."""


def not_whole() -> Unreadable:
    """The file is broken: what every format says of it."""
    return Unreadable("The file is damaged or not whole. Open it in its own program and save it again.")


def asks_for_a_password() -> Unreadable:
    """The file is encrypted: what every format says of it."""
    return Unreadable("The file asks for a password. Save a copy without one.")


def too_much() -> Unreadable:
    """The file, or what it unpacks to, is larger than any letter."""
    return Unreadable("The file holds more than a letter would. Save the letter by itself.")
