"""What stood in answers of sections 12 and 14 stands at the case after the migration, and back again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy import Connection, create_engine, inspect, text

from foi_tracker.store.database import normalised
from foi_tracker.store.migrate import downgrade, upgrade
from tests.database import Database

ANSWERS = [
    ("cost_limit", {"hours": "150", "estimate": "2,994 reports.", "within_limit": "One month."}),
    ("cost_limit", {"hours": "150", "estimate": "2,994 reports.", "within_limit": "Or one ward."}),
    ("cost_limit_confirm", {"hours": "1,200.5", "estimate": "All files.", "more": "kept"}),
    ("repeated", {"earlier_reference": "012-26", "evidence": "The same words."}),
    ("disclosed", {"hours": "not of a refusal"}),
]


def _fill(connection: Connection, table: str, **values: object) -> None:
    """A row with these values, and something harmless in every other column that needs one."""
    blanks = {"INTEGER": 1, "BOOLEAN": False, "DATE": date(2026, 2, 2), "DATETIME": datetime.now(UTC)}
    blanks |= {"TIMESTAMP": datetime.now(UTC), "JSON": "[]"}
    for column in inspect(connection).get_columns(table):
        if not column["nullable"] and column["name"] not in values:
            values[column["name"]] = blanks.get(str(column["type"]).split("(")[0], "")
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join(f":{name}" for name in values)
    connection.execute(text(f'INSERT INTO "{table}" ({names}) VALUES ({marks})'), values)


def _at_the_version_before(url: str) -> None:
    downgrade(url, "0002")
    engine = create_engine(normalised(url))
    with engine.begin() as connection:
        _fill(connection, "authority", id=1, slug="exampleton")
        _fill(connection, "case", id=1, authority_id=1)
        for place, (outcome, details) in enumerate(ANSWERS, 1):
            told = json.dumps(details)
            _fill(
                connection, "question", id=place, case_id=1, position=place, label=str(place),
                outcome=outcome, details=told,
            )  # fmt: skip
    engine.dispose()


def _read(url: str, query: str) -> list[Mapping[str, object]]:
    engine = create_engine(normalised(url))
    with engine.connect() as connection:
        found = [dict(row) for row in connection.execute(text(query)).mappings()]
    engine.dispose()
    return found


def _details(url: str) -> list[object]:
    rows = _read(url, "SELECT details FROM question ORDER BY position")
    return [
        row["details"] if isinstance(row["details"], dict) else json.loads(str(row["details"]))
        for row in rows
    ]


def test_estimates_and_section_14_move_from_the_answers_to_the_case_and_back(database: Database) -> None:
    _at_the_version_before(database.url)
    upgrade(database.url)

    (estimate,) = _read(database.url, "SELECT * FROM cost_estimate")
    assert estimate["case_id"] == 1
    assert estimate["sampled"] == "2,994 reports.\n\nAll files."
    assert estimate["within_limit"] == "One month.\n\nOr one ward."
    rows = _read(database.url, "SELECT * FROM cost_row ORDER BY position")
    assert [(row["activity"], row["minutes_each"]) for row in rows] == [
        ("extract", 9000),
        ("determine", 72030),
    ]
    assert {(row["what"], row["records"], row["people"]) for row in rows} == {("as estimated before", 1, 1)}
    (whole,) = _read(database.url, "SELECT * FROM whole_refusal")
    assert (whole["section"], whole["earlier_reference"]) == ("14(2)", "012-26")
    assert whole["evidence"] == "The same words."
    assert _details(database.url) == [{}, {}, {"more": "kept"}, {}, {"hours": "not of a refusal"}]

    downgrade(database.url, "0002")
    _, _, confirming, repeated, disclosed = _details(database.url)
    assert confirming == {
        "more": "kept",
        "hours": "1200.5",
        "estimate": "2,994 reports.\n\nAll files.",
        "within_limit": "One month.\n\nOr one ward.",
    }
    assert repeated == ANSWERS[3][1]
    assert disclosed == ANSWERS[4][1]
    upgrade(database.url)
