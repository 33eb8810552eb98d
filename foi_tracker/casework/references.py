"""An authority's own references: `{seq:03d}-{yy}` gives 042-22, `{fy}-{seq:03d}` gives 2023-24-023.

The pattern is read by a parser of our own with four words, never by `str.format`, because an
administrator types it. Numbers restart each year of receipt: the financial year where the pattern
holds `{fy}`, else the calendar year.
"""

from __future__ import annotations

import re
from datetime import date

WORD = re.compile(r"\{([a-z]+)(?::0([1-9])d)?\}")
FINANCIAL_YEAR_STARTS = (4, 1)  # 1 April


class BadPattern(ValueError):
    """The pattern cannot make references. The message says why, for the field."""


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that cannot give every case of every year its own reference.

    Raises:
        BadPattern: with the reason in plain words.
    """
    words = [match[1] for match in WORD.finditer(pattern)]
    if unknown := [word for word in words if word not in ("seq", "yy", "yyyy", "fy")]:
        raise BadPattern(f"{{{unknown[0]}}} is not known. Use {{seq}}, {{yy}}, {{yyyy}} or {{fy}}.")
    if words.count("seq") != 1:
        raise BadPattern("The pattern needs {seq} once: the number of the request in its year.")
    if not {"yy", "yyyy", "fy"} & set(words):
        raise BadPattern(
            "The pattern needs the year, {yy}, {yyyy} or {fy}, because numbers restart each year."
        )
    if "fy" in words and {"yy", "yyyy"} & set(words):
        raise BadPattern("Use either the financial year, {fy}, or the calendar year, not both.")
    if "{" in WORD.sub("", pattern) or "}" in WORD.sub("", pattern):
        raise BadPattern("A curly bracket stands alone. Write {seq}, or {seq:03d} for three digits.")
    if len(pattern) > 40:
        raise BadPattern("The pattern is too long: 40 characters at most.")


def period(pattern: str, received: date) -> str:
    """The year whose numbers the pattern counts: "2022", or "2023-24" for a financial year."""
    if "{fy}" not in pattern:
        return str(received.year)
    first = received.year if (received.month, received.day) >= FINANCIAL_YEAR_STARTS else received.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def reference(pattern: str, received: date, number: int) -> str:
    """The reference of the `number`th request received in its year."""
    values = {
        "yy": f"{received.year % 100:02d}",
        "yyyy": str(received.year),
        "fy": period(pattern, received),
    }

    def word(match: re.Match[str]) -> str:
        if match[1] == "seq":
            return f"{number:0{match[2] or 1}d}"
        return values[match[1]]

    return WORD.sub(word, pattern)
