"""Bring a database to this version's tables, or take it back: the migrations stand at the top level."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event

from foi_tracker.store.database import normalised, prepare_engine

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


def upgrade(url: str, revision: str = "head") -> None:
    """Apply the migrations up to the revision, in one transaction."""
    _run(url, lambda config: command.upgrade(config, revision))


def revision(url: str) -> str | None:
    """The revision that the database is at; None where it has no tables yet."""
    from alembic.migration import MigrationContext

    engine = _engine(url)
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    return found


def downgrade(url: str, revision: str = "base") -> None:
    """Take the migrations back down to the revision, in one transaction."""
    _run(url, lambda config: command.downgrade(config, revision))


def autogenerate(url: str, message: str, number: str) -> None:
    """Write the migration that brings the database's tables to the models' (for developers)."""
    _run(url, lambda config: command.revision(config, message, autogenerate=True, rev_id=number))


def differences(url: str) -> list[object]:
    """What the models have that the migrations do not, and the other way round; empty when they agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from foi_tracker.models import Base

    engine = _engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = list(compare_metadata(context, Base.metadata))
    engine.dispose()
    return found


def _engine(url: str) -> Engine:
    return prepare_engine(create_engine(normalised(url)))


def _run(url: str, step: Callable[[Config], object]) -> None:
    engine = _engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _let_tables_be_made_anew)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        step(config)
        _refuse_broken_links(connection)
    engine.dispose()


def _let_tables_be_made_anew(connection: sqlite3.Connection, _record: Any) -> None:
    """SQLite changes a table by making it anew, which foreign keys forbid: they are checked at the end."""
    connection.execute("PRAGMA foreign_keys=OFF")


def _refuse_broken_links(connection: Connection) -> None:
    """What SQLite did not watch over meanwhile.

    Raises:
        RuntimeError: a row points to another that is not there; nothing is changed then.
    """
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = ", ".join(sorted({str(row[0]) for row in broken}))
        raise RuntimeError(f"The migration would leave rows that point nowhere, in: {tables}.")
