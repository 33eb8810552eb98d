"""foi-tracker holidays: a bank holiday proclaimed since this version was released, added or taken back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from foi_tracker.cli.settings import desk_of_the_machine, fail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foi_tracker.casework.holidays import Recount
    from foi_tracker.casework.refresh import Moved


@click.group()
def command() -> None:
    """Bank holidays of this installation."""


@command.command()
@click.argument("day", type=click.DateTime(formats=["%Y-%m-%d"]))
@click.argument("name")
@click.option("--nations", required=True, help="E&W, S, NI: those it is a bank holiday in, with commas")
def add(day: datetime, name: str, nations: str) -> None:
    """Add the bank holiday NAME on DAY (YYYY-MM-DD), recompute cases and print what changed."""
    from foi_tracker.casework.desk import NotAllowed
    from foi_tracker.casework.holidays import add_holiday

    wanted = [nation.strip() for nation in nations.replace(";", ",").split(",") if nation.strip()]
    try:
        with desk_of_the_machine() as desk:
            recount = add_holiday(desk, day.date(), name, wanted)
    except (NotAllowed, ValueError) as error:
        raise fail(str(error)) from error
    click.echo(f"Added {name} on {day.date().isoformat()}.")
    _tell_all(recount)


@command.command()
@click.argument("day", type=click.DateTime(formats=["%Y-%m-%d"]))
def remove(day: datetime) -> None:
    """Take back the bank holiday added on DAY by mistake, recompute cases and print what changed."""
    from foi_tracker.casework.desk import NotAllowed
    from foi_tracker.casework.holidays import remove_holiday

    try:
        with desk_of_the_machine() as desk:
            name, recount = remove_holiday(desk, day.date())
    except NotAllowed as error:
        raise fail(str(error)) from error
    click.echo(f"Took back {name} on {day.date().isoformat()}.")
    _tell_all(recount)


def _tell_all(recount: Recount) -> None:
    for answered in recount.judged:
        was, now = ("in time", "late") if answered.late else ("late", "in time")
        click.echo(f"{answered.authority} {answered.reference}: answered {was} -> {now}")
    tell(recount.moved)


def tell(moved: Sequence[Moved]) -> None:
    """Print the open requests whose due date moved, and how many they are."""
    for case in moved:
        click.echo(f"{case.authority} {case.reference}: {case.before} -> {case.after}")
    click.echo(f"{len(moved):,} open requests moved.")
