"""The migrations and the models agree, on both databases, up and down."""

from __future__ import annotations

from sqlalchemy import create_engine, inspect

from foi_tracker.store.database import normalised
from foi_tracker.store.migrate import differences, downgrade, upgrade
from tests.database import Database


def _tables(url: str) -> set[str]:
    engine = create_engine(normalised(url))
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def test_the_migrations_make_the_tables_that_the_models_describe(database: Database) -> None:
    assert differences(database.url) == []


def test_down_leaves_nothing_and_up_again_brings_all_of_it_back(database: Database) -> None:
    everything = _tables(database.url)
    downgrade(database.url)
    assert _tables(database.url) == {"alembic_version"}
    upgrade(database.url)
    assert _tables(database.url) == everything
    assert differences(database.url) == []
