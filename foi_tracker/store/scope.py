"""Whose data a person may reach. Every query of the store goes through one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """The ids of the authorities a person works for. Nothing of any other is ever found."""

    authority_ids: frozenset[int]


class NotFound(LookupError):
    """There is no such thing within the person's scope; whether it exists elsewhere is not said."""
