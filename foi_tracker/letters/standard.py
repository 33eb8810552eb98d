"""The standard paragraphs of letters: named wordings, shipped as data, that an authority may change.

A wording is the small Markdown with `{placeholders}` out of a closed set. It is no template: a placeholder is
replaced by its exact name, once, and what stands in for it is never read again.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from foi_tracker.letters.standard_grounds import ground_rows

GROUPS: Mapping[str, str] = {
    "outcomes": "What became of a question",
    "grounds": "Exemptions and exceptions",
    "letters": "Kinds of letter",
    "always": "In every letter",
}
"""The groups of wordings, in order, as an officer calls them."""

SHIPPED = Path(__file__).with_name("wordings")
"""Where the English wordings are."""

PLACEHOLDER = re.compile(r"( ?)\{([a-z][a-z_]*)\}")
"""A placeholder with the space before it."""


@dataclass(frozen=True)
class Placeholder:
    """What may stand in braces in a wording."""

    name: str
    means: str  # "the day on which their request reached us"
    example: str  # "26 October 2026"
    fixed: bool = False  # whatever prints this wording prints the example in its place
    may_link: bool = False  # what stands in its place may be or hold a link


@dataclass(frozen=True)
class Wording:
    """One standard paragraph, or a few: the words as shipped, and what the law asks of them."""

    key: str  # "outcome.not_held", "outcome.not_held.eir", "ground.s.31(1)(a)", "letter.holding.late"
    title: str
    group: str  # of GROUPS
    text: str
    placeholders: tuple[Placeholder, ...]
    required: tuple[str, ...] = ()  # names of placeholders that the law does not let go
    provision: str = ""  # the law that asks for those, or that the paragraph rests on
    why: str = ""  # in plain words, what the law asks of this paragraph
    one_paragraph: bool = False  # it is printed within a list or a sentence of the letter's
    says_neither: bool = False  # it is printed where a letter may not tell whether it is held

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its placeholders."""
        return frozenset(each.name for each in self.placeholders)

    @cached_property
    def fixed_words(self) -> Mapping[str, str]:
        """What stands for a placeholder in every letter, by its name: most of it, what the law asks for."""
        return {each.name: each.example for each in self.placeholders if each.fixed}


def placeholders_of(text: str) -> tuple[str, ...]:
    """The names in braces that a text holds, each once, in order."""
    return tuple(dict.fromkeys(name for _, name in PLACEHOLDER.findall(text)))


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with each placeholder replaced by its value, in one pass; names without a value stay.

    An empty value takes the space before it along.
    """

    def put(found: re.Match[str]) -> str:
        space, name = found.groups()
        value = values.get(name)
        return found[0] if value is None else f"{space}{value}" if value else ""

    return PLACEHOLDER.sub(put, text)


# The data


@cache
def placeholders() -> Mapping[str, Placeholder]:
    """Every placeholder there is, by its name."""
    rows = _read("placeholders")
    return {name: Placeholder(name, **row) for name, row in rows.items()}


ALWAYS_KNOWN = ("authority", "reference", "received", "law")
"""Placeholders that every wording may use."""


def load(folder: Path = SHIPPED) -> Mapping[str, Wording]:
    """The wordings of one language, by key, in the order of the files and the groups."""
    found = [_wording(row) for row in _rows(folder)]
    order = list(GROUPS)
    return {each.key: each for each in sorted(found, key=lambda each: order.index(each.group))}


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob("*.toml")):
        if file.stem != "placeholders":
            read = tomllib.loads(file.read_text("utf-8"))
            yield from ({"group": read["group"], **row} for row in read["wording"])
    yield from ({"group": "grounds", **row} for row in ground_rows())


def _wording(row: Mapping[str, Any]) -> Wording:
    plain = {name: value for name, value in row.items() if name not in _NOT_PLAIN}
    text = row["text"].strip()
    names = dict.fromkeys((*placeholders_of(text), *row.get("also", ()), *ALWAYS_KNOWN))
    examples = row.get("examples", {})
    known = tuple(_with_example(placeholders()[name], examples.get(name, "")) for name in names)
    return Wording(**plain, text=text, placeholders=known, required=tuple(row.get("required", ())))


_NOT_PLAIN = frozenset({"text", "also", "required", "examples"})


def _with_example(placeholder: Placeholder, example: str) -> Placeholder:
    """The placeholder; with words that it stands for wherever this wording is printed, if it has any."""
    return replace(placeholder, example=example, fixed=True) if example else placeholder


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((SHIPPED / f"{name}.toml").read_text("utf-8"))


WORDINGS: Mapping[str, Wording] = load()
"""Every wording as shipped, by its key."""

DEFAULTS: dict[str, Mapping[str, Wording]] = {"en-GB": WORDINGS}
"""The wordings of every language that letters are written in, by its code."""


def defaults(language: str) -> Mapping[str, Wording]:
    """The wordings of this language; the English ones where there are none in it."""
    return DEFAULTS.get(language, WORDINGS)
