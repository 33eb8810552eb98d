"""Files to findings: each read and checked by itself, and what was found counted over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from foi_tracker.intake.documents import Document, Unreadable, read_document
from foi_tracker.intake.reading import check_letter, to_json
from foi_tracker.law.bank_holidays import BankHolidays, OutsideCalendar

MUST = "must"
COLUMNS = (
    "file", "kind", "received", "issued", "due", "level", "code", "provision", "where", "message",
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What is known of a letter besides its words: it goes before what the file says."""

    received: date | None = None
    issued: date | None = None
    request: str = ""
    regime: str = ""  # "FOIA" | "EIR" | "": as the letter says


@dataclass(frozen=True)
class CheckedFile:
    """One file: its letter as `foi-tracker check` prints it, or why it was not read."""

    name: str
    letter: dict[str, Any] | None = None
    problem: str = ""

    @property
    def findings(self) -> list[dict[str, str]]:
        """What was found in it."""
        found: list[dict[str, str]] = self.letter["findings"] if self.letter else []
        return found

    @property
    def unread(self) -> list[str]:
        """What came with it and was not read, in sentences. Results kept before it was told say nothing."""
        told: list[str] = self.letter.get("unread", []) if self.letter else []
        return told

    def count(self, level: str) -> int:
        """How many findings of this level it has."""
        return sum(finding["level"] == level for finding in self.findings)


@dataclass(frozen=True)
class CodeCount:
    """One kind of finding: how many letters have it, and how often it was found."""

    level: str
    code: str
    provision: str
    letters: int
    times: int


def check_file(
    name: str, content: bytes, known: Known = Known(), holidays: BankHolidays | None = None
) -> CheckedFile:
    """Read one file and check the letter in it. A file that cannot be read says why, and stops nothing."""
    try:
        return check_document(name, read_document(content, name), known, holidays)
    except Unreadable as problem:
        return CheckedFile(name, problem=str(problem))


def check_document(
    name: str, document: Document, known: Known = Known(), holidays: BankHolidays | None = None
) -> CheckedFile:
    """Check a letter that was read; a date that no calendar holds is its problem.

    An email's own day goes before the one that its letter prints, because it is when it left. The day of a
    message quoted below does not: an old thread may have been used again.
    """
    check = partial(
        check_letter,
        document.text,
        issued=known.issued or document.issued,
        request=known.request or document.request,
        regime=known.regime,
        holidays=holidays,
    )
    try:
        checked = check(received=known.received)
        if checked.received is None and document.received is not None:
            checked = check(received=document.received)
    except OutsideCalendar as problem:
        return CheckedFile(name, problem=str(problem))
    return CheckedFile(name, to_json(checked) | {"unread": list(document.unread)})


def counts(files: Iterable[CheckedFile]) -> list[CodeCount]:
    """What was found, by code: what must be mended first, then what most letters have."""
    letters: dict[tuple[str, str], set[int]] = {}
    times: dict[tuple[str, str], int] = {}
    provisions: dict[tuple[str, str], str] = {}
    for number, file in enumerate(files):
        for finding in file.findings:
            key = finding["level"], finding["code"]
            letters.setdefault(key, set()).add(number)
            times[key] = times.get(key, 0) + 1
            provisions.setdefault(key, finding["provision"])
    made = [CodeCount(*key, provisions[key], len(letters[key]), times[key]) for key in letters]
    return sorted(made, key=lambda each: (each.level != MUST, -each.letters, each.code))


def rows(files: Sequence[CheckedFile]) -> Iterator[tuple[str, ...]]:
    """A heading, then a row a finding. A letter without one has a row too, and so has what was not read."""
    yield COLUMNS
    for file in files:
        if file.letter is None:
            yield (file.name, "not read", *[""] * 7, file.problem)
            continue
        dates = file.letter["dates"]
        of_letter = (
            file.name, file.letter["kind"], *(dates[each] or "" for each in ("received", "issued", "due")),
        )  # fmt: skip
        for finding in file.findings:
            yield (*of_letter, *(finding[each] for each in COLUMNS[5:]))
        for sentence in file.unread:
            yield (*of_letter, "not read", *[""] * 3, sentence)
        if not file.findings and not file.unread:
            yield (*of_letter, *[""] * 5)
