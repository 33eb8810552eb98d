"""The last touch on a letter's HTML: no-break spaces, and no white space at a block's edges.

It works on the text between tags alone, so it can neither make nor break an element.
"""

from __future__ import annotations

import re

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_NBSP = "\N{NO-BREAK SPACE}"
_TAG = re.compile(r"(<[^>]*>)")
ENGLISH_JOINED = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?\b"  # 26 October 2026
    rf"|\b(?:{_MONTH}) \d{{4}}\b"
    r"|\b(?:[Ss]ections?|[Rr]egulations?|[Aa]rticles?|[Qq]uestions?|[Aa]nswers?|[Tt]ables?|[Pp]ages?) "
    r"(?=\(?[0-9A-Z])"
    r"|\b\d[\d,]* (?:working|hours?|days?|months?|years?|minutes?|pages?)\b(?: days?\b)?"
    r"|(?<![\d.])0\d{2,4} \d{3,4}(?: \d{3,4})?\b"  # a telephone number
)
"""What stays on one line in English."""

_BEFORE_CLOSE = re.compile(r"\s+(</(?:p|h[1-6]|li|td|th|caption|div)>)")
_AFTER_OPEN = re.compile(r"(<(?:p|h[1-6]|li|td|th|caption)(?:\s[^>]*)?>)\s+")


def typeset(html: str, joined: re.Pattern[str] = ENGLISH_JOINED) -> str:
    """The same HTML with words that belong together held together, and each block's text stripped."""
    pieces = _TAG.split(html)
    pieces[::2] = [joined.sub(_hold, text) if text else text for text in pieces[::2]]
    return _AFTER_OPEN.sub(r"\1", _BEFORE_CLOSE.sub(r"\1", "".join(pieces)))


def _hold(match: re.Match[str]) -> str:
    return match.group().replace(" ", _NBSP)
