"""foi-tracker link: a one-time sign-in link, for a person who has no password yet or has lost it."""

from __future__ import annotations

import click

from foi_tracker.cli.settings import desk_of_the_machine, fail, served_at


@click.command()
@click.argument("email")
@click.option("--address", default=served_at, show_default="this machine, at PORT", help="Where it is served")
def command(email: str, address: str) -> None:
    """Print a link that signs EMAIL in once, within 12 hours."""
    from foi_tracker.casework.people import make_link
    from foi_tracker.store.authorities import user_by_email

    with desk_of_the_machine() as desk:
        user = user_by_email(desk.session, email)
        if user is None:
            raise fail(f"Nobody here has the email address {email}.")
        token = make_link(desk, user)
    click.echo(f"{address.rstrip('/')}/sign-in/link/{token}")
