"""`foi-tracker due`: the due dates of one request, from JSON to JSON, with no settings and no database."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.clock import from_json, reckon, to_json


def run(stdin_text: str) -> str:
    """The deadlines and the days of the request described by one JSON object, as JSON.

    Raises ValueError, with a message for a person, where it cannot be read or a date cannot be counted.
    """
    try:
        data = json.loads(stdin_text, object_pairs_hook=_each_once)
    except json.JSONDecodeError as error:
        raise ValueError(f"This is not JSON: {error}.") from error
    except RecursionError as error:
        raise ValueError("This JSON is nested too deeply to be a request.") from error
    return json.dumps(to_json(reckon(from_json(data), BankHolidays.shipped())), indent=2, ensure_ascii=False)


def _each_once(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose fields stand in it once: of two dates of receipt neither is surely the right one."""
    found = dict(fields)
    if len(found) < len(fields):
        names = [name for name, _ in fields]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"The field stands twice: {twice!r}.")
    return found


@click.command("due")
def command() -> None:
    """Print the due dates of the request on standard input, with the count behind them."""
    try:
        click.echo(run(sys.stdin.read()))
    except ValueError as error:
        click.echo(f"foi-tracker due: {error}", err=True)
        sys.exit(2)
