"""Two large sample requests: one of forty questions, one whose answer fills twelve pages."""

from __future__ import annotations

from typing import Any

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PLACES = (
    "Harbour",
    "North Moor",
    "Old Town",
    "Westmoor",
    "Quarry Lane",
    "Gorse Hill",
    "Mill End",
    "Saltings",
)
ASKED = (
    "How many calls came from {place}?",
    "How many officers work in {place}?",
    "How many cars are kept in {place}?",
    "What did the station in {place} cost to heat?",
    "When was the front desk in {place} last open on a Sunday?",
)


def large_cases() -> list[dict[str, Any]]:
    """Both, as the data file would tell them."""
    return [_forty(), _twelve_pages()]


def _forty() -> dict[str, Any]:
    asked = [words.format(place=place) for place in PLACES for words in ASKED]
    numbered = "\n".join(f"{number}. {words}" for number, words in enumerate(asked, 1))
    answers = [
        {"outcome": "disclosed", "answer": f"In the last financial year it was {number * 37 % 211 + 5}."}
        for number in range(1, 27)
    ]
    return {
        "authority": "wexmoor-police",
        "came": 21,
        "subject": "Eight places, five questions each",
        "requester": "M. Sample",
        "email": "m.sample@example.org",
        "words": f"For the last financial year, please answer:\n\n{numbered}\n\nM. Sample",
        "answers": answers,
    }


def _twelve_pages() -> dict[str, Any]:
    table = "\n".join(
        f"{month} {year}\t{place}\t{(row * 53 + year) % 97 + 5}\t{(row * 29 + year) % 41 + 5}"
        for year, months in ((2022, MONTHS[4:]), (2023, MONTHS), (2024, MONTHS), (2025, MONTHS))
        for row, (month, place) in enumerate((month, place) for month in months for place in PLACES)
    )
    return {
        "authority": "wexmoor-commissioner",
        "came": 25,
        "subject": "Visits to custody, month by month",
        "requester": "N. Sample",
        "email": "n.sample@example.org",
        "words": "Please send, for each month from May 2022 to December 2025 and each custody suite:\n\n"
        "1. How many visits the independent visitors made, and how many people they spoke to.",
        "answers": [
            {
                "outcome": "disclosed",
                "answer": "The table gives both, by month and suite.\n\n"
                f"Month\tSuite\tVisits\tPeople spoken to\n{table}",
            }
        ],
        "letter": "sent",
        "day": 15,
    }
