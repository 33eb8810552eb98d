"""foi-tracker setup: the secret, the folder and the tables; and whoever sets up the first authority.

Safe to run again.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from foi_tracker.cli.holidays import tell
from foi_tracker.cli.settings import desk_of_the_machine, fail, served_at, settings


def make_secret(instance: Path) -> bool:
    """Make the installation's own secret, readable by its owner alone; False where there is one."""
    instance.mkdir(parents=True, exist_ok=True)
    path = instance / "secret-key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_hex(32))
    return True


@click.command()
@click.option(
    "--administrator", metavar="EMAIL", help="Who may set up an authority; prints their sign-in link"
)
@click.option("--name", help="How they are called; their email address where it is left out")
@click.option("--address", default=served_at, show_default="this machine, at PORT", help="Where it is served")
def command(administrator: str | None, name: str | None, address: str) -> None:
    """Make the secret and the database where they are missing, and bring the tables up to date."""
    from alembic.util import CommandError
    from sqlalchemy.exc import SQLAlchemyError

    from foi_tracker.store.migrate import revision, upgrade

    found = settings()
    try:
        if not found["SECRET_KEY"] and make_secret(found["INSTANCE"]):
            click.echo("Made a secret key of its own.")
    except OSError as error:
        raise fail(f"{error.filename} cannot be made: {error.strerror}.") from error
    try:
        before = revision(found["DATABASE_URL"])
        upgrade(found["DATABASE_URL"])
        is_another = before not in (None, revision(found["DATABASE_URL"]))
    except (SQLAlchemyError, CommandError) as error:  # CommandError: it is of a later version
        raise fail(f"The database cannot be prepared: {getattr(error, 'orig', error)}") from error
    if is_another:
        _reckon_afresh()
    click.echo("The database is ready.")
    if administrator:
        token = _name_administrator(administrator, (name or "").strip() or administrator)
        click.echo(f"Open once, within 12 hours: {address.rstrip('/')}/sign-in/link/{token}")


def _reckon_afresh() -> None:
    """Bring the stored dates of every open request to what this version makes of them."""
    from foi_tracker.casework.refresh import refresh_after_upgrade
    from foi_tracker.law.bank_holidays import OutsideCalendar

    try:
        with desk_of_the_machine() as desk:
            moved = refresh_after_upgrade(desk)
    except OutsideCalendar as error:
        raise fail(f"The tables are up to date, but not the dates of open requests: {error}") from error
    tell(moved)


def _name_administrator(email: str, name: str) -> str:
    """Let this person set up authorities; the token of a link that signs them in."""
    from foi_tracker.casework.people import make_link
    from foi_tracker.store.people import let_set_up

    if "@" not in email.strip("@ "):
        raise fail(f"{email} is no email address.")
    with desk_of_the_machine() as desk:
        return make_link(desk, let_set_up(desk.session, email, name))
