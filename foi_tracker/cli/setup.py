"""foi-tracker setup: the secret, the folder and the tables. Safe to run again."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from foi_tracker.cli.settings import settings


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
def command() -> None:
    """Make the secret and the database where they are missing, and bring the tables up to date."""
    from foi_tracker.store.migrate import upgrade

    found = settings()
    if not found["SECRET_KEY"] and make_secret(found["INSTANCE"]):
        click.echo("Made a secret key of its own.")
    upgrade(found["DATABASE_URL"])
    click.echo("The database is ready.")
