"""The XML inside a zipped document, opened without trusting it: bounded, with no entity and no fetch."""

from __future__ import annotations

import io
import zipfile
import zlib
from types import TracebackType
from typing import Any

from lxml import etree

from foi_tracker.intake.documents.document import Unreadable, asks_for_a_password, not_whole, too_much

MOST_UNPACKED = 40_000_000
"""Bytes of XML in all that is read of one file. A thousand pages have less; a bomb has more."""

UNPACKING_FAILS = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError,
)  # fmt: skip

ENCRYPTED = 0x1  # general purpose bit 0 of a member, APPNOTE 4.4.4


class Package:
    """A zipped document. Only the members asked for are unpacked, and never more than a limit in all."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError):
            raise not_whole() from None
        self._names = frozenset(self._zip.namelist())
        self._left = MOST_UNPACKED

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def has(self, name: str) -> bool:
        """Whether there is a member of this name."""
        return name in self._names

    def xml(self, name: str) -> Any:
        """The root element of a member.

        Raises:
            Unreadable: it is not there or is damaged, encrypted or too large, or it declares entities.
        """
        if name not in self._names:
            raise not_whole()
        return parsed(self._bytes(name))

    def _bytes(self, name: str) -> bytes:
        info = self._zip.getinfo(name)
        if info.flag_bits & ENCRYPTED:
            raise asks_for_a_password()
        if info.file_size > self._left:
            raise too_much()
        try:
            with self._zip.open(info) as stream:
                content = stream.read(self._left + 1)
        except UNPACKING_FAILS:
            raise not_whole() from None
        self._left -= len(content)
        if self._left < 0:
            raise too_much()
        return content


def parsed(content: bytes) -> Any:
    """The root element of some XML. No document of an office program declares an entity.

    Raises:
        Unreadable: it is damaged, or it declares one.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise (_entities() if b"<!ENTITY" in content else not_whole()) from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise _entities()
    return root


def _entities() -> Unreadable:
    return Unreadable("The file declares XML entities, which no letter does. Save it again in its program.")
