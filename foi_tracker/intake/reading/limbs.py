"""The limb of a section where it is cited apart from it: after more words, or in the next sentence."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.citations import FOIA, Citation, cited, limb_at
from foi_tracker.law.exemptions import catalogue

_LIMB = r"(?:sub-?\s?sections?|sub-?\s?paragraphs?|paragraphs?|paras?\.?|limbs?|heads?)"
_GIVEN = pattern(
    rf"""(?<!\bto )(?<!\bin )(?<!\bat )(?<!\bfrom )\b(?:{_LIMB}\b[^.;?\d(]{{0,50}}(?=\(\d)
    |sub-?\s?section (?=\d[ab]?\b))"""
)
_GIVEN_FIRST = pattern(
    rf"""(?=\(\d[ab]?\)(?:\([a-z]{{1,3}}\)){{0,2}},? (?:is
    |being|as) (?:(?:the|our) )?(?:\w++ ){{0,2}}{_LIMB}\b)"""
)
_OF_SOMETHING_ELSE = pattern(
    r"""\s{0,2}(?:\([a-z]{1,3}\)){0,2},? (?:of|in|to|from|above|below) (?!that section|this section
    |the section
    |the act|section|it\b|play)"""
)


def beside(citation: Citation, words: str) -> Iterator[Citation]:
    """The limb of a section named without one, where words after it give that: "the subsection is (2)"."""
    given = _GIVEN.search(words) or _GIVEN_FIRST.search(words)
    if citation.parts or citation.law != FOIA or not given or any(cited(words)):
        return
    parts, end = limb_at(words, given.end())
    begun = f"{citation.code}({parts[0]})" if parts else ""
    known = any(code == begun or code.startswith(f"{begun}(") for code in catalogue())
    if begun and known and not _OF_SOMETHING_ELSE.match(words, end):
        yield Citation(citation.law, citation.number, parts, given.start(), end)
