"""The facts of a letter to JSON and back: what is stored for good with an issued letter."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.older import as_now


def to_json(facts: LetterFacts) -> dict[str, Any]:
    """The facts as JSON can hold them: dates in ISO form, tuples as lists, None as null."""
    plain = _plain(facts)
    if not isinstance(plain, dict):
        raise TypeError("The facts of a letter are one object.")
    return plain


def from_json(stored: Mapping[str, Any]) -> LetterFacts:
    """The same facts again. A field that an older letter does not have takes its default.

    ValueError where a stored value is not of its field's type, or a field is not known.
    """
    facts = _typed(stored, LetterFacts)
    if not isinstance(facts, LetterFacts):
        raise ValueError("These are not the facts of a letter.")
    return as_now(facts)


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return value


@lru_cache
def _hints(cls: type) -> Mapping[str, Any]:
    return typing.get_type_hints(cls)


def _typed(value: object, expected: Any) -> object:
    origin = typing.get_origin(expected)
    if origin in (types.UnionType, typing.Union):
        return _optional(value, expected)
    if dataclasses.is_dataclass(expected) and isinstance(expected, type):
        return _dataclass(value, expected)
    if expected is date:
        return date.fromisoformat(str(value))
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"A list was expected, not {value!r}.")
        return tuple(_typed(item, typing.get_args(expected)[0]) for item in value)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, Mapping):
            raise ValueError(f"An object was expected, not {value!r}.")
        return {str(key): str(item) for key, item in value.items()}
    if expected is float and type(value) is int:
        return float(value)
    if not isinstance(value, expected):
        raise ValueError(f"{expected.__name__} was expected, not {value!r}.")
    return value


def _optional(value: object, expected: Any) -> object:
    if value is None:
        return None
    (inner,) = (choice for choice in typing.get_args(expected) if choice is not type(None))
    return _typed(value, inner)


def _dataclass(value: object, cls: type) -> object:
    if not isinstance(value, Mapping):
        raise ValueError(f"{cls.__name__} was expected, not {value!r}.")
    hints = _hints(cls)
    unknown = set(value) - set(hints)
    if unknown:
        raise ValueError(f"{cls.__name__} has no {', '.join(sorted(unknown))}.")
    try:
        return cls(**{name: _typed(item, hints[name]) for name, item in value.items()})
    except TypeError as error:
        raise ValueError(f"{cls.__name__} is not complete: {error}.") from error
