"""Who asked, hidden in the words of a request; places stay where they are where the mask is as long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass

_SHORTEST = 2  # a single letter stands in too many other places
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "the", "of", "and", "de", "van", "von"}
)
_REACHED = re.compile(
    r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++"  # an email address
    r"|(?<![\w+])(?:\+44 ?|0)\d(?:[ -]?\d){8,9}(?!\d)"  # a telephone number
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # a postcode
)


@dataclass(frozen=True)
class Asker:
    """What would say who asked. Each is one to a line: lines of an address, all the names they had."""

    name: str = ""
    organisation: str = ""
    email: str = ""
    address: str = ""
    reference: str = ""


def masked(text: str, who: Asker, mask: Callable[[str], str]) -> str:
    """The text with the requester's name, organisation, email, reference and lines of address hidden.

    The words of a name are hidden only as a name is written, so that Will does not hide what will happen.
    """
    whole = [line for each in astuple(who) for line in each.splitlines()]
    words = [word.strip(",.") for word in who.name.split()]
    parts = [word for word in words if word.casefold() not in _TITLES]
    patterns = [f"(?i:{_loosely(each)})" for each in _longest_first(whole)]
    patterns += [_loosely(each) for each in _longest_first([*parts, *(part.upper() for part in parts)])]
    if not patterns:
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", lambda found: mask(found[0]), text)


def same_length(text: str, who: Asker) -> str:
    """The text with who asked, and any way to reach anybody, hidden by as many characters.

    X and x stand for letters and 0 for figures; the rest stays, so that a signature still looks like one.
    """
    hidden = _REACHED.sub(lambda found: _crossed_out(found[0]), text)
    return "".join(
        b if b != a else c for a, b, c in zip(text, hidden, masked(text, who, _crossed_out), strict=True)
    )


def _crossed_out(words: str) -> str:
    return "".join(
        "0" if char.isdigit() else ("X" if char.isupper() else "x") if char.isalpha() else char
        for char in words
    )


def _longest_first(names: Iterable[str]) -> list[str]:
    told = {name.strip(" ,.") for name in names}
    return sorted((name for name in told if len(name) >= _SHORTEST), key=len, reverse=True)


def _loosely(name: str) -> str:
    """A pattern for the name with any white space between its words."""
    return r"\s+".join(re.escape(word) for word in name.split())
