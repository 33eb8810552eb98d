"""What is known of a letter comes from whoever asks, from the file and from its words, in that order."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.intake.checking import CheckedFile, Known, check_document, check_file, counts, rows
from foi_tracker.intake.documents import Document

LETTER = (
    "Dear Ms Example\n\n3 March 2026\n\nThank you for your request, which we received on 3 February 2026, "
    "under the Freedom of Information Act 2000.\n\nWe do not hold this.\n\nYours sincerely\n"
)
NOTHING = Known()
SILENT = LETTER.replace(", which we received on 3 February 2026,", "").replace("3 March 2026\n\n", "")


def dates(document: Document, known: Known = NOTHING) -> tuple[str | None, str | None]:
    letter = check_document("letter", document, known).letter
    assert letter is not None
    return letter["dates"]["received"], letter["dates"]["issued"]


def test_the_letter_says_its_dates_itself() -> None:
    assert dates(Document(LETTER, "txt")) == ("2026-02-03", "2026-03-03")


def test_the_day_an_email_was_sent_goes_before_the_letter_and_a_day_it_quotes_does_not() -> None:
    mail = Document(LETTER, "eml", issued=date(2026, 3, 5), received=date(2025, 1, 6))
    assert dates(mail) == ("2026-02-03", "2026-03-05")
    mail = Document(SILENT, "eml", issued=date(2026, 3, 5), received=date(2026, 2, 2))
    assert dates(mail) == ("2026-02-02", "2026-03-05")


def test_what_is_typed_goes_before_everything() -> None:
    mail = Document(LETTER, "eml", issued=date(2026, 3, 5), received=date(2025, 1, 6))
    assert dates(mail, Known(date(2026, 2, 1), date(2026, 3, 9))) == ("2026-02-01", "2026-03-09")


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2999, 1, 1)])
def test_a_date_that_no_calendar_holds_is_no_crash(day: date) -> None:
    found = check_file("letter.txt", LETTER.encode(), Known(received=day, issued=day))
    assert found.letter is not None or found.problem


def test_counts_put_what_must_be_mended_first_and_then_what_most_letters_have() -> None:
    def letter(*codes: tuple[str, str]) -> CheckedFile:
        found = [{"level": level, "code": code, "provision": "s.1", "where": ""} for level, code in codes]
        return CheckedFile("x", {"findings": found})

    made = counts(
        [
            letter(("should", "often"), ("must", "rare")),
            letter(("should", "often"), ("should", "often"), ("must", "common")),
            letter(("must", "common")),
            CheckedFile("unread", problem="No."),
        ]
    )
    assert [(each.code, each.letters, each.times) for each in made] == [
        ("common", 2, 2), ("rare", 1, 1), ("often", 2, 3),
    ]  # fmt: skip


def test_every_file_has_a_row() -> None:
    files = [check_file("a.txt", LETTER.encode()), check_file("b.txt", b""), CheckedFile("c", problem="No.")]
    files.append(check_document("d.eml", Document(LETTER, "eml", unread=("x.pdf was not read.",)), NOTHING))
    assert {row[0] for row in rows(files)} == {"file", "a.txt", "b.txt", "c", "d.eml"}
    assert "x.pdf was not read." in {row[-1] for row in rows(files)}
    assert len({len(row) for row in rows(files)}) == 1
