"""foi-tracker holidays add: a bank holiday proclaimed since this version was released."""

from __future__ import annotations

from datetime import datetime

import click

from foi_tracker.cli.settings import desk_of_the_machine, fail


@click.group()
def command() -> None:
    """Bank holidays of this installation."""


@command.command()
@click.argument("day", type=click.DateTime(formats=["%Y-%m-%d"]))
@click.argument("name")
@click.option("--nations", required=True, help="E&W, S, NI: those it is a bank holiday in, with commas")
def add(day: datetime, name: str, nations: str) -> None:
    """Add the bank holiday NAME on DAY (YYYY-MM-DD), recompute open cases and print which moved."""
    from foi_tracker.casework.desk import NotAllowed
    from foi_tracker.casework.holidays import add_holiday

    wanted = [nation.strip() for nation in nations.replace(";", ",").split(",") if nation.strip()]
    try:
        with desk_of_the_machine() as desk:
            moved = add_holiday(desk, day.date(), name, wanted)
    except (NotAllowed, ValueError) as error:
        raise fail(str(error)) from error
    click.echo(f"Added {name} on {day.date().isoformat()}.")
    for case in moved:
        click.echo(f"{case.authority} {case.reference}: {case.before} -> {case.after}")
    click.echo(f"{len(moved)} open requests moved.")
