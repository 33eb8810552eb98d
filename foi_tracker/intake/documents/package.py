"""A zipped document, unpacked without trusting it: only what is asked for, and never more than a limit."""

from __future__ import annotations

import io
import zipfile
import zlib
from types import TracebackType

from foi_tracker.intake.documents.budget import Budget
from foi_tracker.intake.documents.document import asks_for_a_password, not_whole, too_much

MOST_MEMBERS = 5_000
ZIP = b"PK"
MEMBER = b"PK\x01\x02"  # how each entry of the list of members begins

ENCRYPTED = 0x1  # general purpose bit 0 of a member, APPNOTE 4.4.4
PACKED_BY = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The only two ways that office programs pack."""

FAILURES = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError)
"""What the standard library raises, of its own accord, for a package that is broken, encrypted or unknown."""


class Package:
    """The members of a ZIP, by name. What is unpacked is taken from the budget.

    Raises:
        Unreadable: it is damaged, encrypted or too large; when it is opened or when a member is read.
    """

    def __init__(self, content: bytes, budget: Budget) -> None:
        if content.count(MEMBER) > MOST_MEMBERS:
            raise too_much()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except FAILURES:
            raise not_whole() from None
        self.names = frozenset(self._zip.namelist())
        self._budget = budget

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def has(self, name: str) -> bool:
        """Whether there is a member of this name."""
        return name in self.names

    def read(self, name: str) -> bytes:
        """The bytes of a member, which has to be there."""
        if name not in self.names:
            raise not_whole()
        info = self._zip.getinfo(name)
        if info.flag_bits & ENCRYPTED:
            raise asks_for_a_password()
        if info.compress_type not in PACKED_BY:
            raise not_whole()
        left = self._budget.unpacked
        if info.file_size > left:
            raise too_much()
        try:
            with self._zip.open(info) as stream:
                content = stream.read(left + 1)
        except FAILURES:
            raise not_whole() from None
        self._budget.unpack(len(content))
        return content
