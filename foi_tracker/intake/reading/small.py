"""Small numbers that a letter shows instead of figures: "<5", "fewer than ten", an asterisk with its key.

Who reads "less than 5" where a figure was asked for is not told the figure. The same words are an answer
where the request set the bound, where they head a band of a table, and in running prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.withheld import SMALL

_BOUND = r"(?:[2-9]|10|two|three|four|five|six|seven|eight|nine|ten)"
_LESS = rf"(?:[<≤] ?(?:[2-9]|10)|(?:less|fewer) than {_BOUND}|{_BOUND} or (?:less|fewer))"
_AS_A_VALUE = pattern(
    rf"""(?:(?:\A|[:?=|-]|[^.]\d|{_BOUND}|less|fewer)\W{{0,3}}|\A.{{0,60}} (?=[<≤]))
    (?P<value>{_LESS})(?![\w%£]|[.,]\d| ?%)(?=\W{{0,3}}(?:\Z|\d|[<≤]|less than|fewer than|[*|;]))"""
)
"""Where a value stands: after a mark, a figure or a year, and before another or the end."""
_HEADS_A_ROW = pattern(rf"""\A\W{{0,3}}{_LESS}\W{{1,3}}\d""")
_BANDS = pattern(
    r"""(?<![\d/.-])\d{1,2} ?(?:-|to) ?\d{1,2}(?![\d/-])|\b\d{1,2} ?\+(?!\d)
    |\b(?:more|greater|over|older) than (?:\d|five|ten)|[>≥] ?\d"""
)
"""Beside these a bound is a band that was asked for."""
_KEY = pattern(
    r"""(?:\A\W{0,2}|\s|\()(?:\*{1,3}|an? asterisk|asterisks?|#)\W{0,3}\s?(?:is |are |has been |symbol
    |stands? )?(?:denotes?
    |indicates?|means?|represents?|refers?|used|shows?|replaces?|relates?|signif\w++|=|-|:|where|for)
    .{0,80}\b(?:small|low|less|fewer|below|under|lower|suppress\w*+|between [01] and)\b"""
)
"""What tells the mark by which a figure was replaced."""
_MANY = 2
"""Values of this kind, of which one may be all that is known."""


def kept_back(sentences: Sequence[Sentence], request: str) -> tuple[str, bool]:
    """A sentence that shows a small number instead of the figure, or "", and whether that is in doubt."""
    ours = [each.text for each in sentences if not each.theirs]
    key = next((text for text in ours if _KEY.search(text) and SMALL.search(text)), "")
    if key:
        return key, False
    found = list(_values(ours, request.lower()))
    if not found:
        return "", False
    return found[0], len(found) < _MANY or any(map(_BANDS.search, ours))


def _values(ours: Sequence[str], request: str) -> Iterator[str]:
    """The sentences with a bound in place of a figure, once for each."""
    for text in ours:
        if _HEADS_A_ROW.match(text):
            continue
        for match in _AS_A_VALUE.finditer(text):
            if not re.search(re.escape(match["value"].lower()), request):
                yield text
