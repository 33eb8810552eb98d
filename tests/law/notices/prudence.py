"""Letters that give more than they should, or leave something to be guessed, with the one finding of each."""

from __future__ import annotations

from dataclasses import replace

from foi_tracker.law.notices.facts import LetterFacts, RecipientFacts
from tests.law.notices.examples import AUTHORITY, answer, file, response

Expected = tuple[str, str, str]

JANE = RecipientFacts(
    "Ms Jane Example",
    address=("Flat 2", "14 Sample Row", "Exampleton", "EX2 2EX"),
    email="jane.example@example.org",
)
WARDS = "Ward\tPeople\n{rows}\nTotal\t60"


def given(words: str, **changes: object) -> LetterFacts:
    """A letter to Jane that gives these words as the answer to its one question."""
    return replace(response(answer("1", "disclosed", answer=words), recipient=JANE), **changes)  # type: ignore[arg-type]


def table(*rows: str) -> LetterFacts:
    """A letter that gives a pasted table of people by ward."""
    return given(WARDS.format(rows="\n".join(rows)))


DEFECTS: dict[str, tuple[LetterFacts, Expected]] = {
    "withheld, and no word of whether it is held": (
        response(answer("1", "withheld"), held_unsaid=("withheld",)),
        ("must", "held_not_stated", "1"),
    ),
    "the same paragraph under two questions": (
        response(
            answer("1", "disclosed"),
            answer("2", "not_held"),
            answer("3", "not_held"),
            held_unsaid=("not_held",),
        ),
        ("must", "held_not_stated", "2"),
    ),
    "their name in an answer": (
        given("We wrote to Jane Example in May."),
        ("should", "applicant_data", "1"),
    ),
    "their email address in an answer": (
        given("It went to Jane.Example@example.org."),
        ("should", "applicant_data", "1"),
    ),
    "their street in a search": (
        replace(
            response(answer("1", "not_held", details={"searched": "Files on 14 sample row, all of them."})),
            recipient=JANE,
        ),
        ("should", "applicant_data", "1"),
    ),
    "their name in the opening statement": (
        given("Twelve.", opening_statement="Jane  Example asked us in May too."),
        ("should", "applicant_data", ""),
    ),
    "three people in a ward": (table("North\t57", "South\t3"), ("should", "small_numbers", "1")),
    "one person in a table of Markdown": (
        given("| Ward | Men | Women |\n|---|--:|--:|\n| North | 1,204 | 1 |\n| South | 16 | 18 |"),
        ("should", "small_numbers", "1"),
    ),
    "two people in the opening statement": (
        given("Twelve.", opening_statement=WARDS.format(rows="North\t58\nSouth\t2")),
        ("should", "small_numbers", ""),
    ),
    "a pivot's labels": (
        given("Row Labels\tIncidents\nNorth\t96\nSouth\t3,734"),
        ("should", "pivot_headings", "1"),
    ),
    "a field's own name": (
        given("Ward\tCount of Int Ref Number\nNorth\t96\nSouth\t3,734"),
        ("should", "pivot_headings", "1"),
    ),
    "a row of blanks": (given("Ward\tIncidents\nNorth\t96\n(blank)\t12"), ("should", "pivot_headings", "1")),
    "nothing about using it again": (
        given("Twelve.", authority=replace(AUTHORITY, reuse="none")),
        ("should", "reuse_missing", ""),
    ),
    "a paragraph of their own with nothing in it": (
        given("Twelve.", authority=replace(AUTHORITY, reuse="own", reuse_text=" ")),
        ("should", "reuse_missing", ""),
    ),
    "a file, and nothing about using it again": (
        replace(
            response(answer("1", "accessible"), attachments=(file(),)),
            authority=replace(AUTHORITY, reuse="none"),
        ),
        ("should", "reuse_missing", ""),
    ),
}
"""One defect each."""
