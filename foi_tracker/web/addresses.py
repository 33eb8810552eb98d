"""What an address may name: the id of a row, as the database can hold one."""

from __future__ import annotations

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter

LARGEST_ID = 2**31 - 1  # of PostgreSQL's integer


class Id(IntegerConverter):
    """A whole number that can be an id; any other is an address that is not there (404)."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max": LARGEST_ID, **options})


def is_number(text: str) -> bool:
    """Whether a form sent a whole number that can be an id or a place in a list or a text."""
    return text.isdecimal() and len(text) < 10


def id_of(text: str) -> int:
    """The id that a form sent; 0, which no row has, where it is none."""
    return int(text) if is_number(text) else 0


def init_addresses(app: Flask) -> None:
    """Read `<int:…>` as an id; before any room is registered."""
    app.url_map.converters["int"] = Id
