"""The labelled files that a measure is told to read."""

from __future__ import annotations

from pathlib import Path


class NothingToMeasure(ValueError):
    """There are no labelled files. The words say what was looked for, and where."""


def labelled_in(folder: Path, what: str, usual: Path) -> list[Path]:
    """The JSON files of a folder, in order. `what` they are labels of; `usual` is the shared data's folder.

    Raises:
        NothingToMeasure: it is no folder, or it holds none.
    """
    told = " Set FOI_SHARED to the shared data, or give another folder." if folder == usual else ""
    if not folder.is_dir():
        raise NothingToMeasure(f"There is no folder {folder}: labelled {what} were looked for in it.{told}")
    found = sorted(folder.glob("*.json"))
    if not found:
        raise NothingToMeasure(f"The folder {folder} holds no labelled {what}: no file ends in .json.{told}")
    return found
