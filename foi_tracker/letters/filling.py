"""Values put among the words of a wording that is HTML already. What is no Markup is escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import escape

from foi_tracker.letters.standard import PLACEHOLDER

_TAG = re.compile(r"(<[^>]*>)")
_BLOCK = re.compile(r"</?(?:p|ul|ol|li)\b")
_SENTENCE_ENDS = re.compile(r"[.!?][)”’\"]?\s+$")
_ADDRESS = re.compile(r"\S*[@<]|\S*://")


def filled(html: str, values: Mapping[str, str]) -> str:
    """The values among the words, never within a tag, as `standard.fill` puts them.

    One that begins a sentence begins with a capital, unless it is an address.
    """
    if "{" not in html:
        return html
    pieces: list[str] = []
    said = ""  # the words since the beginning of the paragraph

    def put(found: re.Match[str]) -> str:
        space, name = found.groups()
        if name not in values:
            return found[0]
        value = str(escape(values[name]))
        before = f"{said}{found.string[: found.start()]}{space}"
        begins = not before.strip() or _SENTENCE_ENDS.search(before)
        return "" if not value else space + (_capital(value) if begins else value)

    for number, piece in enumerate(_TAG.split(html)):
        if number % 2:
            pieces.append(piece)
            said = "" if _BLOCK.match(piece) else said
        else:
            pieces.append(PLACEHOLDER.sub(put, piece))
            said += pieces[-1]
    return "".join(pieces)


def _capital(value: str) -> str:
    return value if _ADDRESS.match(value) else value[:1].upper() + value[1:]
