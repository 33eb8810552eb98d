"""Values put among the words of a wording that is HTML already. What is no Markup is escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import escape

from foi_tracker.letters.standard import fill

_TAG = re.compile(r"(<[^>]*>)")
_FIRST = re.compile(r"((?:<[^>]*>)*)\{([a-z_]+)\}")


def filled(html: str, values: Mapping[str, str]) -> str:
    """The values among the words, never within a tag. One that comes first begins with a capital."""
    escaped = {name: str(escape(value)) for name, value in values.items()}
    first = _FIRST.match(html)
    head = ""
    if first and escaped.get(first[2]):
        head, html = first[1] + _capital(escaped[first[2]]), html[first.end() :]
    pieces = _TAG.split(html)
    pieces[::2] = [fill(text, escaped) if "{" in text else text for text in pieces[::2]]
    return head + "".join(pieces)


def _capital(value: str) -> str:
    """Of words, never of an address or of what begins with a tag."""
    return value if re.match(r"\S*[@<]|\S*://", value) else value[:1].upper() + value[1:]
