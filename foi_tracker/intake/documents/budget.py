"""What may be read of one file: a limit for all that is inside it, however it is packed or attached."""

from __future__ import annotations

from dataclasses import dataclass

from foi_tracker.intake.documents.document import LONGEST_TEXT, Unreadable, too_much

MOST_UNPACKED = 40_000_000
"""Bytes. A thousand pages have less; a bomb has more."""

MOST_TEXT = 5 * LONGEST_TEXT
MOST_PAGES = 400
MOST_ATTACHED = 50
"""Documents and messages that one file carries, those within each other too."""


@dataclass
class Budget:
    """What is left to be read of a file. Each method takes from it.

    Raises:
        Unreadable: it is more than is left, which no letter needs.
    """

    unpacked: int = MOST_UNPACKED  # bytes
    characters: int = MOST_TEXT
    of_this: int = LONGEST_TEXT  # characters of the document that is being read
    pages: int = MOST_PAGES
    attached: int = MOST_ATTACHED

    def take(self, text: str) -> str:
        """The same text, counted."""
        self.take_characters(len(text))
        return text

    def take_characters(self, count: int) -> None:
        """Characters that are counted before they are read."""
        self.of_this -= count
        self.characters -= count
        if min(self.of_this, self.characters) < 0:
            raise too_much()

    def take_pages(self, count: int) -> None:
        """The pages of a PDF. One with too many leaves those that are left to the next."""
        if count > self.pages:
            raise too_much()
        self.pages -= count

    def unpack(self, size: int) -> None:
        """Bytes of a member of a ZIP."""
        self.unpacked -= size
        if self.unpacked < 0:
            raise too_much()

    def carry(self) -> None:
        """One more document that the file holds."""
        if self.attached == 0:
            raise Unreadable(f"The file carries over {MOST_ATTACHED} documents. Save the letter itself.")
        self.attached -= 1

    def attach(self) -> None:
        """One more document in an email, which may be as long as any."""
        self.carry()
        self.of_this = LONGEST_TEXT
