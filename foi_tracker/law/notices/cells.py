"""Tables among typed words, as rows of cells: pasted from a spreadsheet with tabs, or written in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Rows = tuple[tuple[str, ...], ...]

_TAG = re.compile(r"</?[a-z]{1,6}(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_BULLET = re.compile(r"^[ \t]*(?:[•·●▪◦–*+-]|\d{1,3}[.)])[ \t]+(?=\S)")
_RULE = frozenset(" \t|:-")  # the characters of |---|:--:|
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-]\d{2,4})?$")
_FIGURE = re.compile(r"[£$€<(+-]?\s?\d[\d,.]*\s?%?\)?$")
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def tables_in(text: str) -> Iterator[Rows]:
    """Each table of a text, headings and total among its rows: two lines of cells or more.

    A blank line does not end pasted cells; a table in Markdown has a line of dashes, which is no row.
    """
    for mark, lines in _runs(map(_without_bullet, text.splitlines())):
        rows = [line for line in lines if mark == "\t" or not _is_rule(line)]
        if len(rows) > 1 and (mark == "\t" or len(rows) < len(lines)):
            yield tuple(tuple(_cells(line, mark)) for line in rows)


def _runs(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Lines of cells that stand together, with the mark between their cells."""
    run: list[str] = []
    last = ""
    for line in (*lines, "the end"):
        mark = _mark(line)
        if mark != last and (line.strip() or last == "|"):
            if run:
                yield last, run
            run, last = [], mark
        if mark:
            run.append(line)


def _is_rule(line: str) -> bool:
    return "-" in line and set(line) <= _RULE


def _without_bullet(line: str) -> str:
    return _BULLET.sub("", line)


def _mark(line: str) -> str:
    """What stands between the cells of a line; "" where it has none."""
    return "\t" if "\t" in line.strip(" ") else "|" if "|" in line else ""


def _cells(line: str, mark: str) -> Iterator[str]:
    inner = line.strip().strip("|") if mark == "|" else line
    for cell in inner.split(mark):
        yield " ".join(_TAG.sub("", cell).replace("**", "").split())


def is_whole(cell: str) -> bool:
    """Whether a cell is a whole number: 4, or 1,348."""
    return _WHOLE.fullmatch(cell) is not None


def headed(rows: Rows) -> tuple[Rows, Rows]:
    """The rows of headings, then the rest.

    The first row, unless it holds figures, of which a year is none; and the second with it where the first
    does not name every column, as above a group of columns.
    """
    if any(_FIGURE.match(cell) and not _YEAR.match(cell) for cell in rows[0][1:]):
        return (), rows
    grouped = len(rows) > 2 and _named(rows[0]) < _named(rows[1])
    many = 2 if grouped and not any(map(is_whole, rows[1][1:])) else 1
    return rows[:many], rows[many:]


def _named(row: tuple[str, ...]) -> int:
    return sum(map(bool, row))
