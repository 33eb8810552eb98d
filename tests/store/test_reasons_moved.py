"""What was typed as exemption and reasons stands as grounds after the migration, and back again."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, create_engine, inspect, text

from foi_tracker.law.contradictions import contradictions
from foi_tracker.law.exemptions import find
from foi_tracker.law.notices.facts import GroundFacts
from foi_tracker.law.reasoning import asks_of
from foi_tracker.store.database import normalised
from foi_tracker.store.migrate import downgrade, upgrade
from tests.database import Database

WHY = "Burglars would know where to go."
PEOPLE = "The officers are named."
# outcome, answer, details before; code, limb and words of each ground after
MOVED = [
    ("withheld", "", {"ground": "s.31(1)(a)", "reasons": WHY}, [("s.31(1)(a)", "", {"harm": WHY})]),
    ("withheld", "", {"ground": "Section 31(1)(a)", "reasons": WHY}, [("s.31(1)(a)", "", {"harm": WHY})]),
    (
        "part_disclosed",
        "Ten.",
        {"ground": "s.40(2) by virtue of s.40(3A)(a)", "reasons": PEOPLE},
        [("s.40(2)", "40(3A)(a)", {"balance": PEOPLE})],
    ),
    (
        "withheld",
        "",
        {"ground": "sections 30(1)(b) and 42(1)", "reasons": WHY, "kept": "as it was"},
        [("s.30(1)", "30(1)(b)", {"reason": WHY}), ("s.42", "", {})],
    ),
    ("withheld", "", {"ground": "section 31", "reasons": WHY}, [("section 31", "", {"reason": WHY})]),
    ("withheld", "", {"reasons": WHY}, [("", "", {"reason": WHY})]),
    ("decision_pending", "", {"ground": "s.43(2)", "estimated_date": "2026-03-02"}, [("s.43(2)", "", {})]),
    ("ncnd", "", {"ncnd_provision": "s.40(5B)", "reasons": PEOPLE}, [("s.40(2)", "", {"reason": PEOPLE})]),
    ("ncnd", "", {"ncnd_provision": "s.31(3)", "reasons": WHY}, [("s.31(3)", "", {"harm": WHY})]),
    ("ncnd", "Ten.", {"ncnd_provision": "s.23(5)", "reasons": WHY}, [("s.23(1)", "", {"reason": WHY})]),
    ("disclosed", "Ten.", {"ground": "not of a refusal"}, []),
    ("future_publication", "", {"when": "In May", "publication_reasons": "Planned in spring."}, []),
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


@pytest.fixture
def before(database: Database) -> Database:
    """The database at the version before, with one answer of each kind."""
    downgrade(database.url, "0003")
    engine = create_engine(normalised(database.url))
    with engine.begin() as connection:
        _fill(connection, "authority", id=1, slug="exampleton")
        _fill(connection, "case", id=1, authority_id=1, passed_from_id=None)
        for place, (outcome, answer, details, _) in enumerate(MOVED, 1):
            values = {"outcome": outcome, "answer": answer, "details": json.dumps(details)}
            _fill(connection, "question", id=place, case_id=1, position=place, label=str(place), **values)
    engine.dispose()
    return database


def _rows(url: str, query: str) -> list[dict[str, object]]:
    engine = create_engine(normalised(url))
    with engine.connect() as connection:
        found = [dict(row) for row in connection.execute(text(query)).mappings()]
    engine.dispose()
    return found


def _json(value: object) -> dict[str, str]:
    return json.loads(value) if isinstance(value, str) else value  # type: ignore[return-value]


def _grounds(url: str) -> dict[int, list[tuple[object, object, object]]]:
    found: dict[int, list[tuple[object, object, object]]] = {
        number: [] for number in range(1, len(MOVED) + 1)
    }
    for row in _rows(
        url,
        "SELECT question_id, code, limb, words FROM question_ground JOIN ground ON ground.id = ground_id "
        "ORDER BY ground.id",
    ):
        found[int(str(row["question_id"]))].append((row["code"], row["limb"], _json(row["words"])))
    return found


def test_exemptions_and_reasons_become_grounds(before: Database) -> None:
    upgrade(before.url, "0004")
    assert _grounds(before.url) == {number: after for number, (*_, after) in enumerate(MOVED, 1)}
    questions = _rows(before.url, "SELECT outcome, details FROM question ORDER BY id")
    left = [_json(row["details"]) for row in questions]
    assert left[3] == {"kept": "as it was"}
    assert left[6] == {"estimated_date": "2026-03-02"}
    assert left[10] == {"ground": "not of a refusal"}
    assert left[11] == {"when": "In May", "settled": "Planned in spring."}
    assert all(not details for place, details in enumerate(left) if place not in (3, 6, 10, 11))
    assert questions[9]["outcome"] == "disclosed", "an answer, and neither of anything else"
    assert questions[8]["outcome"] == "ncnd"


def test_the_same_reasons_of_one_request_are_one_ground(before: Database) -> None:
    upgrade(before.url, "0004")
    ids = _rows(before.url, "SELECT ground_id FROM question_ground WHERE question_id IN (1, 2)")
    assert len(ids) == 2
    assert len({row["ground_id"] for row in ids}) == 1


def test_down_again_gives_back_what_was_typed(before: Database) -> None:
    upgrade(before.url, "0004")
    downgrade(before.url, "0003")
    assert _rows(before.url, "SELECT * FROM ground") == []
    questions = _rows(before.url, "SELECT outcome, details FROM question ORDER BY id")
    assert [row["outcome"] for row in questions] == [outcome for outcome, *_ in MOVED]
    said = [_json(row["details"]) for row in questions]
    assert [details.get("reasons") for details in said] == [told.get("reasons") for _, _, told, _ in MOVED]
    assert said[11] == MOVED[11][2]
    assert said[0]["ground"] == "s.31(1)(a)"
    assert said[2]["ground"] == "s.40(2) by virtue of s.40(3A)(a)"
    assert said[3]["ground"] == "s.30(1)(b), s.42"
    assert said[7]["ncnd_provision"] == "s.40(5B)"
    upgrade(before.url)


def test_what_was_moved_stands_where_the_page_asks_for_it() -> None:
    for outcome, _, _, after in MOVED:
        purpose = "ncnd" if outcome == "ncnd" else "withhold"
        for code, limb, words in after:
            if find(code):
                asked = {each.name for each in asks_of(code, limb, purpose)}
                assert words.keys() <= asked, code
            else:
                ground = GroundFacts(code, limb, purpose, words)
                told = contradictions([ground], outcome=outcome, regime="FOIA", holder="police", year=2026)
                assert told, f"{code!r} is for the officer to choose again"
