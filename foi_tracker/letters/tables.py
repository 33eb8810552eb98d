"""A table of a letter as HTML: caption, headings with their scope, figures to the right, a total apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDE = 5
"""From so many columns on, a table takes the full width of the page."""

Cell = str | Markup  # text is escaped, Markup is not


@dataclass
class TableNumbers:
    """Numbers the tables of one letter as they come."""

    last: int = 0

    def next(self) -> int:
        """The number of the next table."""
        self.last += 1
        return self.last


@dataclass(frozen=True)
class TableCells:
    """What stands in a table. Every row is as long as `headings`; headings may all be empty."""

    caption: str
    headings: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] | None
    figures: Sequence[bool]  # of each column: whether it holds figures


def table_html(cells: TableCells, number: int) -> str:
    """The table, its caption numbered."""
    caption = f"Table {number}. {escape(cells.caption)}" if cells.caption else f"Table {number}"
    width = ' class="wide"' if len(cells.headings) >= WIDE else ""
    parts = [f"<table{width}><caption>{caption}</caption>"]
    if any(str(heading).strip() for heading in cells.headings):
        headings = "".join(
            f'<th scope="col"{_figure(cells, place)}>{escape(heading)}</th>'
            for place, heading in enumerate(cells.headings)
        )
        parts.append(f"<thead><tr>{headings}</tr></thead>")
    parts.append(f"<tbody>{''.join(_row(cells, row) for row in cells.rows)}")
    if cells.total is not None:
        parts.append(_row(cells, cells.total, ' class="total"'))
    parts.append("</tbody></table>")
    return "".join(parts)


def _row(cells: TableCells, row: Sequence[Cell], attribute: str = "") -> str:
    first = f'<th scope="row"{_figure(cells, 0)}>{escape(row[0])}</th>'
    rest = "".join(
        f"<td{_figure(cells, place)}>{escape(cell)}</td>" for place, cell in enumerate(row[1:], start=1)
    )
    return f"<tr{attribute}>{first}{rest}</tr>"


def _figure(cells: TableCells, place: int) -> str:
    return ' class="figure"' if place and cells.figures[place] else ""
