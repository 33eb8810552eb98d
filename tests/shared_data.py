"""The shared data: examples and vectors that stand beside the checkout, or where FOI_SHARED says.

A test that reads them is marked `@pytest.mark.shared`; it is skipped where they are not, except in CI.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

SHARED = Path(os.environ.get("FOI_SHARED") or Path(__file__).parents[2] / "shared").resolve()


def is_there() -> bool:
    """Whether the shared data can be read here."""
    return (SHARED / "law").is_dir()


def path(name: str) -> Path:
    """The file or folder of this name under the shared data."""
    return SHARED / name


def text(name: str) -> str:
    """What a shared file says."""
    return path(name).read_text(encoding="utf-8")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a shared CSV; none where the shared data are not, so that a test module still loads."""
    if not path(name).is_file():
        return []
    with path(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))
