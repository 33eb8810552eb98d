"""What `foi-tracker check` found in many letters, as a table for the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foi_tracker.intake.checking import MUST, CheckedFile, counts

Row = tuple[str, ...]


def table(checked: Sequence[CheckedFile]) -> str:
    """How many letters there were, each in a line, and what was found by code."""
    read = [file for file in checked if file.letter is not None]
    unread = len(checked) - len(read)
    faulty = sum(bool(file.count(MUST)) for file in read)
    said = f"{_counted(len(read), 'letter')} read; {faulty:,} with something that must be mended."
    if unread:
        said += f" {_counted(unread, 'file')} not read."
    parts = [said]
    if read:
        parts.append(
            _aligned([("must", "should", "kind", "received", "issued", "due", "file"), *_letters(read)])
        )
    if found := counts(read):
        heading = ("level", "code", "provision", "letters", "findings")
        lines = [(e.level, e.code, e.provision, str(e.letters), str(e.times)) for e in found]
        parts.append(_aligned([heading, *lines]))
    return "\n\n".join(parts)


def _letters(read: Sequence[CheckedFile]) -> Iterator[Row]:
    for file in read:
        letter = file.letter or {}
        dates = letter["dates"]
        found = (str(file.count(level) or "-") for level in (MUST, "should"))
        yield (*found, letter["kind"], *(dates[e] or "-" for e in ("received", "issued", "due")), file.name)


def _aligned(rows: Sequence[Row]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what if count == 1 else what + 's'}"
