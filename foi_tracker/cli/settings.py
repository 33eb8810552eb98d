"""The settings of config.py, read from the top level of the checkout (the package never imports it)."""

from __future__ import annotations

import os
import runpy
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foi_tracker.casework.desk import Desk

_PREPARE = "Run “foi-tracker setup”, which makes it or brings it up to date; or mend DATABASE_URL."
ROOT = Path(__file__).resolve().parents[2]


def settings() -> dict[str, Any]:
    """What config.py makes of the environment: its names in capitals.

    Raises:
        click.ClickException: one makes no sense, or the secret cannot be read.
    """
    try:
        names = runpy.run_path(str(ROOT / "config.py"))
    except ValueError as error:  # the one date among them
        raise fail("FOI_TODAY must be a date written as YYYY-MM-DD.") from error
    except OSError as error:
        raise fail(f"{error.filename} cannot be read: {error.strerror}.") from error
    _refuse_unknown_database(names["DATABASE_URL"])
    return {key: value for key, value in names.items() if key.isupper()}


def _refuse_unknown_database(url: str) -> None:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    from foi_tracker.store.database import normalised

    try:
        known = make_url(normalised(url)).get_backend_name() in ("sqlite", "postgresql")
    except (ArgumentError, ValueError):  # a port that is no number
        known = False
    if not known:  # the address is not repeated: it may hold a password
        raise fail("DATABASE_URL must be the address of a SQLite or PostgreSQL database.")


def served_at() -> str:
    """The address at which `foi-tracker serve` serves on this machine."""
    return f"http://127.0.0.1:{os.environ.get('PORT') or 5000}"


@contextmanager
def desk_of_the_machine() -> Iterator[Desk]:
    """A desk for whoever keeps the machine: every authority, one transaction, committed at the end.

    Raises:
        click.ClickException: the database is not there, or is not prepared.
    """
    from sqlalchemy.exc import OperationalError, ProgrammingError

    from foi_tracker.casework.desk import Actor, Desk, holidays_in_force, today
    from foi_tracker.files.folder import Folder
    from foi_tracker.store.authorities import all_authorities
    from foi_tracker.store.database import session_to
    from foi_tracker.store.scope import Scope

    found = settings()
    with session_to(found["DATABASE_URL"]) as session:
        try:
            scope = Scope(frozenset(authority.id for authority in all_authorities(session)))
        except (OperationalError, ProgrammingError) as error:
            raise fail(f"The database cannot be read: {error.orig}. {_PREPARE}") from error
        yield Desk(
            session=session,
            actor=Actor(None, "Command line"),
            scope=scope,
            today=today(found["TODAY"]),
            holidays=holidays_in_force(session),
            files=Folder(found["INSTANCE"] / "files"),
        )


def fail(message: str) -> click.ClickException:
    """An error that prints one line and ends with status 1."""
    return click.ClickException(message)
