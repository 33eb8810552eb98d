"""foi-tracker sample: two authorities that do not exist, and about thirty requests in every stage.

The requests are worked through the same casework as real ones, each act on its own day, so that
what the sample shows is what the product does. Their letters are marked as samples.
"""

from __future__ import annotations

import click

from foi_tracker.cli.settings import desk_of_the_machine


@click.command()
def command() -> None:
    """Make the sample cases where they are missing; print each reference and subject, one a line."""
    from foi_tracker.cli.samples.make import make_all
    from foi_tracker.letters.pdf import why_unavailable

    with desk_of_the_machine() as desk:
        cases = make_all(desk)
    for case in cases:
        click.echo(f"{case.reference} {case.subject}")
    if not cases:
        click.echo("The sample authorities are there already, and have no requests.", err=True)
    if missing := why_unavailable():
        click.echo(f"No letter was issued: {missing}", err=True)
