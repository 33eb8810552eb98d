"""A notice kept as of every question is, after the migration, of those that its letter names."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import create_engine

from foi_tracker.store.database import normalised
from foi_tracker.store.migrate import downgrade, upgrade
from tests.database import Database
from tests.store.test_whole_requests_moved import _fill, _read

EVENTS = [  # type, letter, questions before and after: questions 1 and 2 were there, 3 was added later
    ("pit_extension_notice", 1, [], [1, 2]),
    ("transferred_to", 1, [], [1, 2]),
    ("pit_extension_notice", 1, [2], [2]),
    ("pit_extension_notice", None, [], []),  # nobody knows of which it was
    ("fees_notice", 1, [], []),  # of the request, whatever is found in it later
]


def _questions_of_events(url: str) -> list[object]:
    kept = [row["question_ids"] for row in _read(url, "SELECT question_ids FROM clock_event ORDER BY id")]
    return [json.loads(ids) if isinstance(ids, str) else ids for ids in kept]


def test_a_question_added_later_is_in_no_notice_that_was_given_before(database: Database) -> None:
    downgrade(database.url, "0008")
    engine = create_engine(normalised(database.url))
    with engine.begin() as connection:
        _fill(connection, "authority", id=1, slug="exampleton")
        _fill(connection, "case", id=1, authority_id=1)
        for place in (1, 2, 3):
            _fill(connection, "question", id=place, case_id=1, position=place, label=str(place))
        _fill(connection, "letter", id=1, case_id=1, kind="pit_extension")
        for place in (2, 1):
            _fill(connection, "letter_question", letter_id=1, question_id=place)
        for number, (type_, letter, ids, _) in enumerate(EVENTS, 1):
            of = {"type": type_, "letter_id": letter, "question_ids": json.dumps(ids), "values": "{}"}
            _fill(connection, "clock_event", id=number, case_id=1, **of)
    engine.dispose()

    upgrade(database.url, "0009")
    assert _questions_of_events(database.url) == [after for *_, after in EVENTS]
    downgrade(database.url, "0008")
    assert _questions_of_events(database.url) == [after for *_, after in EVENTS], "read as well before"
    upgrade(database.url)


WHOLE = "How many visits were made,\nand what did they cost?"
TOLD = {"answers": [{"label": "1", "question": "How many complaints?"}, {"label": "2", "question": WHOLE}]}
NOW = [  # questions as they are by the upgrade: 1 and 2 kept their ids, whatever their words
    "How many complaints?",
    "How many visits were made",
    "And what did they  cost?",  # cut from 2
    "Who made the visits?",  # found later
    "complaints",  # found later: 1 has all of its words still
    "it cost",  # found later: no word ends there
    "",
]


@pytest.mark.parametrize(
    ("facts", "after"),
    [
        (TOLD, [1, 2, 3]),
        (None, [1, 2]),
        ({}, [1, 2]),
        ([], [1, 2]),
        ({"answers": None}, [1, 2]),
        ({"answers": [7, {}, {"question": None}]}, [1, 2]),
    ],
)
def test_what_was_cut_from_a_question_before_stays_in_its_notice(
    database: Database, facts: object, after: list[int]
) -> None:
    """s.17(2): they were told of those words. What a letter does not keep of them, nobody can know."""
    downgrade(database.url, "0008")
    engine = create_engine(normalised(database.url))
    with engine.begin() as connection:
        _fill(connection, "authority", id=1, slug="exampleton")
        for case in (1, 2):
            _fill(connection, "case", id=case, authority_id=1, reference=str(case))
        for place, words in enumerate(NOW, 1):
            _fill(connection, "question", id=place, case_id=1, position=place, label=str(place), text=words)
        _fill(connection, "question", id=99, case_id=2, label="1", text="what did they cost")
        kept = None if facts is None else json.dumps(facts)
        _fill(connection, "letter", id=1, case_id=1, kind="pit_extension", facts=kept)
        for place in (1, 2):
            _fill(connection, "letter_question", letter_id=1, question_id=place)
        of = {"type": "pit_extension_notice", "letter_id": 1, "question_ids": "[]", "values": "{}"}
        _fill(connection, "clock_event", id=1, case_id=1, **of)
    engine.dispose()

    upgrade(database.url, "0009")
    assert _questions_of_events(database.url) == [after]
    upgrade(database.url)
