"""The dates that `foi-tracker check` is told: of one letter by options, of many by a list."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

Dates = tuple[date | None, date | None]
"""When the request came, and when the letter left."""
Parts = tuple[str, ...]
"""A path, or the end of one."""
COLUMNS = ("file", "received", "issued")


class BadInput(ValueError):
    """What was typed cannot be done. The words say why and what to do."""


class ListedDates:
    """A list of dates by file: its name, or as much of its path before that as tells it apart."""

    def __init__(self, listed: dict[Parts, tuple[str, Dates]]) -> None:
        self._listed = listed

    def of(self, path: str) -> Dates | None:
        """The dates of the file, by the longest end of its path that the list has; None where it has none."""
        end = self._end(path)
        return self._listed[end][1] if end else None

    def matched(self, paths: Iterable[str]) -> dict[str, list[str]]:
        """Each name in the list, with the files that take their dates from it."""
        found: dict[Parts, list[str]] = {end: [] for end in self._listed}
        for path in paths:
            if end := self._end(path):
                found[end].append(path)
        return {self._listed[end][0]: files for end, files in found.items()}

    def _end(self, path: str) -> Parts:
        parts = _parts(path)
        return next((parts[n:] for n in range(len(parts)) if parts[n:] in self._listed), ())


def _parts(name: str) -> Parts:
    return PurePosixPath(name.replace("\\", "/")).parts


def listed_dates(content: bytes, name: str) -> ListedDates:
    """The dates of each file of a CSV with the columns file, received and issued.

    Raises:
        BadInput: it is no such list, a date in it is none, or it has a file twice.
    """
    found: dict[Parts, tuple[str, Dates]] = {}
    first: dict[Parts, int] = {}
    for number, line in _lines(content, name):
        where = f"{name}, line {number}"
        file = line.get("file", "")
        if not file:
            raise BadInput(f"{where}: there is no name of a file.")
        parts = _parts(file)
        if parts in found:
            raise BadInput(
                f"{where}: {file} stands in line {first[parts]} already. "
                "If they are two files, give more of their paths to tell them apart."
            )
        first[parts] = number
        dates = in_order(day(line.get("received", ""), where), day(line.get("issued", ""), where), where)
        found[parts] = file, dates
    return ListedDates(found)


def _lines(content: bytes, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line that says something: its number, and its cells by column."""
    from foi_tracker.intake.documents import Unreadable
    from foi_tracker.intake.documents.plain import decoded

    try:
        lines = csv.reader(decoded(content).splitlines())
        heading = [column.strip().lower() for column in next(lines, [])]
        if "file" not in heading or not {"received", "issued"} & set(heading):
            raise BadInput(f"{name} needs a first line with the columns file, received and issued.")
        if twice := [column for column in COLUMNS if heading.count(column) > 1]:
            raise BadInput(f"{name} has the column {twice[0]} twice. Keep one.")
        for cells in lines:
            line = dict(zip(heading, (cell.strip() for cell in cells), strict=False))
            if any(line.values()):
                yield lines.line_num, line
    except (Unreadable, csv.Error):  # a spreadsheet; a cell of over 131,072 characters
        raise BadInput(f"{name} cannot be read as a list. Save the list as CSV.") from None


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
