"""How paragraphs, tables and list numbers are written out, alike for every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LONG_CELL = 300
"""Characters. Figures and names are shorter; a cell as long as this lays out prose."""

MOST_PARAGRAPHS_IN_A_CELL = 2

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

BULLET = "•"


def joined(blocks: Iterable[str]) -> str:
    """Paragraphs and whole tables with an empty line between; those without words are left out."""
    return "\n\n".join(block for each in blocks if (block := each.strip("\n ")).strip())


def each_once(blocks: Iterable[str]) -> list[str]:
    """Headers and footers: the same words on many pages are given once."""
    return list(dict.fromkeys(block for block in blocks if block.strip()))


def table_blocks(rows: Sequence[Sequence[Sequence[str]]]) -> list[str]:
    """The blocks of a table whose cells are paragraphs.

    Rows of figures stay together, one a line, with tabs. A row that lays out prose, as a letter inside
    a frame or a question beside its answer does, is given as its paragraphs.
    """
    blocks: list[str] = []
    lines: list[str] = []
    for row in rows:
        cells = [[part for part in cell if part.strip()] for cell in row]
        if _is_prose(cells):
            blocks += ["\n".join(lines), *(part for cell in cells for part in cell)]
            lines = []
        else:
            lines.append("\t".join(" ".join(" ".join(cell).split()) for cell in cells).rstrip("\t"))
    return [*blocks, "\n".join(lines)]


def _is_prose(cells: Sequence[Sequence[str]]) -> bool:
    return sum(map(bool, cells)) == 1 or any(
        len(cell) > MOST_PARAGRAPHS_IN_A_CELL or sum(map(len, cell)) > LONG_CELL for cell in cells
    )


def letters(number: int) -> str:
    """a, b … z, aa, bb …: as word processors count."""
    return (
        chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 26 * 50 else str(number)
    )


def roman(number: int) -> str:
    """i, ii, iii, iv …"""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written
