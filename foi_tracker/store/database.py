"""Engines and sessions, the same on SQLite and PostgreSQL.

SQLite: WAL, foreign keys, a busy timeout, and BEGIN IMMEDIATE for whatever may write, so that two
writers queue up instead of failing half-way (DESIGN: one commit a POST, at the edge).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

BUSY_TIMEOUT_MS = 60_000
"""How long a writer waits: SQLite keeps no queue, so on a busy machine one may wait for all the others."""

reading: ContextVar[bool] = ContextVar("reading", default=False)
"""True while nothing may be written (a GET): SQLite then starts a plain BEGIN, which blocks nobody."""


def prepare_engine(engine: Engine) -> Engine:
    """Set the engine's connections up for this product; returns it. Does nothing on PostgreSQL."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours, below
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN" if reading.get() else "BEGIN IMMEDIATE")


def normalised(url: str) -> str:
    """The address with the driver this product uses: `postgresql://` means psycopg."""
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


@contextmanager
def session_to(url: str) -> Iterator[Session]:
    """A session for commands and workers: commits when the block ends well, rolls back otherwise."""
    engine = prepare_engine(create_engine(normalised(url)))
    try:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            yield session
    finally:
        engine.dispose()
