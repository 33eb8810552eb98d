"""Cells pasted from a spreadsheet, with tabs between them, as a table with headings and a total."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(r"</?(?:b|i|u|em|strong|font|span|br|p)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_FIGURE = re.compile(r"[-+−(]?\s?[£$€]?\s?\d[\d,. ]{0,30}+\s?%?\)?")
_NO_FIGURE = frozenset({"", "-", "–", "—", "*", "n/a", "na", "nil", "none", "not held", "x"})
_TOTALS = frozenset({"total", "totals", "grand total", "overall total", "sum", "cyfanswm"})


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each row as long as `headings`. `total_row` stands apart from `rows`.

    `figures` says of each column whether it holds figures, which are set to the right.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total_row: tuple[str, ...] | None
    figures: tuple[bool, ...]


def is_tabular(text: str) -> bool:
    """Whether these are pasted cells: at least two lines with a tab between words."""
    return sum(1 for line in text.splitlines() if "\t" in line.strip(" ")) >= 2


def parse(text: str) -> Table | None:
    """The table in tab-separated words, or None when there is none.

    Literal tags such as <b> are dropped, figures keep their commas, a short row is filled with empty cells.
    A line without a tab before the cells is the caption; one between or after them is a row's first cell.
    """
    if not is_tabular(text):
        return None
    lines = [_TAG.sub("", line).strip(" \r") for line in text.splitlines()]
    lines = [line for line in lines if line.strip()]
    first = next((place for place, line in enumerate(lines) if "\t" in line), None)
    if first is None:
        return None
    caption = " ".join(line.strip() for line in lines[:first])
    cells = [[" ".join(cell.split()) for cell in line.split("\t")] for line in lines[first:]]
    width = _width(cells)
    rows = [tuple((row + [""] * width)[:width]) for row in cells]
    headings, rows = _headings(rows)
    total = rows.pop() if len(rows) > 1 and _is_total(rows[-1]) else None
    return Table(caption, headings, tuple(rows), total, _figures(rows, width))


def _width(cells: list[list[str]]) -> int:
    """The number of columns: as far as any row has words."""
    return max(2, *(max((place + 1 for place, cell in enumerate(row) if cell), default=0) for row in cells))


def is_figure(cell: str) -> bool:
    """Whether a cell holds a number: with a sign, a currency, commas, a decimal point or a per cent."""
    return bool(_FIGURE.fullmatch(cell))


def _headings(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The first row, unless it holds figures where the others do: then the columns have no names."""
    if len(rows) > 1 and any(is_figure(cell) and not _year(cell) for cell in rows[0][1:]):
        return ("",) * len(rows[0]), rows
    return rows[0], rows[1:]


def _year(cell: str) -> bool:
    return len(cell) == 4 and cell.isdecimal() and cell[:2] in ("19", "20")


def _is_total(row: tuple[str, ...]) -> bool:
    return row[0].strip(" :").casefold() in _TOTALS


def _figures(rows: list[tuple[str, ...]], width: int) -> tuple[bool, ...]:
    columns = [[row[place] for row in rows] for place in range(width)]
    return tuple(
        any(is_figure(cell) for cell in column)
        and all(is_figure(cell) or cell.casefold() in _NO_FIGURE for cell in column)
        for column in columns
    )
