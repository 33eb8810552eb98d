"""Bytes in a folder, named by their SHA-256, one folder an authority."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

SHA256 = re.compile(r"[0-9a-f]{64}")


class BytesDamaged(RuntimeError):
    """What is kept no longer has the SHA-256 it was kept under."""


class Folder:
    """Keeps bytes for good. What is written twice is kept once."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, authority_id: int, content: bytes) -> str:
        """Keep the bytes and give back their SHA-256, as 64 hexadecimal digits."""
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(authority_id, digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            # Written beside and moved: a reader never meets half a file.
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        return digest

    def get(self, authority_id: int, digest: str) -> bytes:
        """The bytes of this SHA-256.

        Raises:
            FileNotFoundError: the authority keeps none.
            BytesDamaged: they have changed since they were kept.
        """
        content = self._path(authority_id, digest).read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise BytesDamaged(f"The file kept as {digest} has been changed. Restore it from a backup.")
        return content

    def _path(self, authority_id: int, digest: str) -> Path:
        if not SHA256.fullmatch(digest):
            raise FileNotFoundError(digest)
        return self._root / str(int(authority_id)) / digest[:2] / digest
