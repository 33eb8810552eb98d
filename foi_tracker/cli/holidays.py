"""foi-tracker holidays: a bank holiday proclaimed since this version was released, added or taken back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from foi_tracker.cli.settings import desk_of_the_machine, fail

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foi_tracker.casework.refresh import Ending, Judged, Moved, Recount


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
    tell_endings(recount.judged)
    tell(recount.moved)


def tell_endings(judged: Sequence[Judged]) -> None:
    """Print what changed of how requests ended, a line each."""
    for case in judged:
        click.echo(f"{case.authority} {case.reference}: {', '.join(_changes(case.before, case.after))}")


def _changes(before: Ending, after: Ending) -> Iterator[str]:
    from foi_tracker.law.lifecycle import STAGE_LABELS

    if before.answered_on != after.answered_on:
        yield f"answered {_answered(before)} -> {_answered(after)}"
    elif before.late != after.late:
        was, now = ("in time", "late") if after.late else ("late", "in time")
        yield f"answered {was} -> {now}"
    if before.closed_on != after.closed_on:
        yield f"closed {before.closed_on or 'no'} -> {after.closed_on or 'no'}"
    if before.stage != after.stage:
        labels = {str(stage): label for stage, label in STAGE_LABELS.items()}
        yield f"stage “{labels.get(before.stage, before.stage)}” -> “{labels[after.stage]}”"


def _answered(ending: Ending) -> str:
    return f"{ending.answered_on}{', late' if ending.late else ''}" if ending.answered_on else "no"


def tell(moved: Sequence[Moved]) -> None:
    """Print the open requests whose due date moved, and how many they are."""
    for case in moved:
        click.echo(f"{case.authority} {case.reference}: {case.before} -> {case.after}")
    click.echo(f"{len(moved):,} open requests moved.")
