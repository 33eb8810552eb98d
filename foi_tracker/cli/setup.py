"""foi-tracker setup: the secret, the folder and the tables; and whoever sets up the first authority.

Safe to run again.
"""

from __future__ import annotations

import os
import secrets
import time
from pathlib import Path

import click

from foi_tracker.cli.holidays import tell, tell_endings
from foi_tracker.cli.settings import desk_of_the_machine, fail, served_at, settings

SECONDS_OF_SILENCE = 3


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
@click.option("--before-serving", is_flag=True, help="End well though some requests could not be reckoned")
def command(administrator: str | None, name: str | None, address: str, before_serving: bool) -> None:
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
        is_another = before != revision(found["DATABASE_URL"])
    except (SQLAlchemyError, CommandError) as error:  # CommandError: it is of a later version
        raise fail(f"The database cannot be prepared: {getattr(error, 'orig', error)}") from error
    all_reckoned = before is None or _reckon_afresh(anyway=is_another)
    click.echo("The database is ready.")
    if administrator:
        token = _name_administrator(administrator, (name or "").strip() or administrator)
        click.echo(f"Open once, within 12 hours: {address.rstrip('/')}/sign-in/link/{token}")
    if not all_reckoned and not before_serving:  # what is wrong is put right on the request's own pages
        raise fail("The dates of the requests named above are as they were: not all could be reckoned.")


def _reckon_afresh(anyway: bool) -> bool:
    """Bring what is stored of every request to what this version makes of it, where it was not done yet.

    `anyway`: even so, because the tables were changed just now. Whether it could be done for all.
    """
    from foi_tracker.casework.upgrade import is_reckoned, refresh_after_upgrade
    from foi_tracker.store.authorities import all_authorities

    with desk_of_the_machine() as desk:
        found = [
            refresh_after_upgrade(desk, authority, Progress(authority.slug))
            for authority in all_authorities(desk.session)
            if anyway or not is_reckoned(desk, authority)
        ]
    tell_endings([each for recount, _ in found for each in recount.judged])
    if moved := [each for recount, _ in found for each in recount.moved]:
        tell(moved)
    failed = [each for _, unreckoned in found for each in unreckoned]
    for each in failed:
        why = each.why.rstrip(".")
        click.echo(
            f"{each.authority} {each.reference} could not be reckoned and keeps its dates: {why}. Put that"
            " right, and run “foi-tracker setup” again.",
            err=True,
        )
    return not failed


class Progress:
    """Says every few seconds how far the reckoning has come."""

    def __init__(self, authority: str) -> None:
        self.authority = authority
        self.said = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        if time.monotonic() - self.said >= SECONDS_OF_SILENCE:
            self.said = time.monotonic()
            click.echo(f"Reckoning the requests of {self.authority}: {done:,} of {of:,}", err=True)


def _name_administrator(email: str, name: str) -> str:
    """Let this person set up authorities; the token of a link that signs them in."""
    from foi_tracker.casework.people import make_link
    from foi_tracker.store.people import let_set_up

    if "@" not in email.strip("@ "):
        raise fail(f"{email} is no email address.")
    with desk_of_the_machine() as desk:
        return make_link(desk, let_set_up(desk.session, email, name))
