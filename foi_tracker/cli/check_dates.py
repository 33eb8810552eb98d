"""The dates that `foi-tracker check` is told: of one letter by options, of many by a list."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

Dates = tuple[date | None, date | None]
"""When the request came, and when the letter left."""


class BadInput(ValueError):
    """What was typed cannot be done. The words say why and what to do."""


class ListedDates:
    """A list of dates by file: its name, or as much of its path before that as tells it apart."""

    def __init__(self, listed: dict[str, Dates]) -> None:
        self._listed = {_parts(name): (name, dates) for name, dates in listed.items()}

    def of(self, path: str) -> Dates | None:
        """The dates of the file, by the longest end of its path that the list has; None where it has none."""
        parts = _parts(path)
        ends = (parts[start:] for start in range(len(parts)))
        return next((self._listed[end][1] for end in ends if end in self._listed), None)

    def of_no_file(self, paths: Iterable[str]) -> list[str]:
        """The names in the list that none of these files has."""
        parts = [_parts(path) for path in paths]
        ends = {each[start:] for each in parts for start in range(len(each))}
        return [name for end, (name, _) in self._listed.items() if end not in ends]


def _parts(name: str) -> tuple[str, ...]:
    return PurePosixPath(name.replace("\\", "/")).parts


def listed_dates(content: bytes, name: str) -> ListedDates:
    """The dates of each file of a CSV with the columns file, received and issued.

    Raises:
        BadInput: it is no such list, or a date in it is none.
    """
    from foi_tracker.intake.documents.plain import decoded

    lines = csv.reader(decoded(content).splitlines())
    heading = [column.strip().lower() for column in next(lines, [])]
    if "file" not in heading or not {"received", "issued"} & set(heading):
        raise BadInput(f"{name} needs a first line with the columns file, received and issued.")
    found: dict[str, Dates] = {}
    for number, cells in enumerate(lines, start=2):
        line = dict(zip(heading, (cell.strip() for cell in cells), strict=False))
        if not any(line.values()):
            continue
        if not line.get("file"):
            raise BadInput(f"{name}, line {number}: there is no name of a file.")
        where = f"{name}, line {number}"
        found[line["file"]] = in_order(
            day(line.get("received", ""), where), day(line.get("issued", ""), where), where
        )
    return ListedDates(found)


def day(text: str, where: str) -> date | None:
    """A date as people write it; None for none.

    Raises:
        BadInput: it is no date.
    """
    from foi_tracker.web.typed_dates import NotADate, read_date

    try:
        return read_date(text, "", "")
    except NotADate as problem:
        raise BadInput(f"{where}: “{text}” is not a date. {problem}.") from None


def in_order(received: date | None, issued: date | None, where: str) -> Dates:
    """Both dates.

    Raises:
        BadInput: the letter would have left before the request came.
    """
    if received and issued and issued < received:
        raise BadInput(f"{where}: the letter cannot leave before the request comes.")
    return received, issued
