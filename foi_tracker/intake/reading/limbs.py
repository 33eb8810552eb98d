"""The limb of a section where it stands apart from it: in the next sentence, or only in the Act's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from re import Pattern

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.citations import FOIA, Citation, cited, limb_at
from foi_tracker.intake.reading.sentences import Sentence
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
_WORDS: Mapping[str, tuple[Pattern[str], ...]] = {
    "31": (
        pattern(r"""\bprevent(?:ion|ing)? (?:and|or|and/or|&) detect(?:ion of|ing)? crime\b"""),
        pattern(r"""\bapprehen(?:sion|ding) (?:and|or|and/or|&) prosecut(?:ion of|ing) offenders\b"""),
        pattern(r"""\badministration of justice\b"""),
        pattern(r"""\bassessment (?:and|or) collection of (?:any |a )?tax"""),
        pattern(r"""\boperation of (?:the )?immigration controls?\b"""),
        pattern(r"""\bsecurity and (?:of )?good order in (?:\w++ )?prisons?\b"""),
    ),
    "32": (
        pattern(r"""\b(?:filed with|(?:placed )?in the custody of) (?:\w++ ){0,3}court\b"""),
        pattern(r"""\bserved (?:up)?on\b[^.]{0,60}\bfor the purposes? of (?:\w++ ){0,3}proceedings\b"""),
        pattern(r"""\bcreated by (?:\w++ ){0,3}(?:court|administrative staff)\b"""),
    ),
    "36": (
        pattern(r"""\bcollective responsibility of ministers\b"""),
        pattern(r"""\bfree and frank provision of advice\b"""),
        pattern(r"""\bfree and frank exchange of views\b"""),
        pattern(
            r"""\botherwise\b[^.]{0,30}\bprejudic\w++ (?:to )?the effective conduct of public affairs\b"""
        ),
    ),
}
"""What each limb covers, as the Act has it; the titles of the sections are not among these."""
_MOST = 2
"""Limbs whose words may stand together: more of them recite the section."""


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


def in_words(citations: Mapping[int, Sequence[Citation]], sentences: Sequence[Sentence]) -> frozenset[str]:
    """The sections cited without a limb whose words stand in the same sentence or next to it.

    `citations` are of the sentences that rely on something, by their places.
    """
    found = set()
    for place, these in citations.items():
        near = " ".join(each.text for each in sentences[max(0, place - 1) : place + 2] if not each.theirs)
        for citation in these:
            limbs = sum(bool(limb.search(near)) for limb in _WORDS.get(citation.number, ()))
            if 0 < limbs <= _MOST:
                found.add(citation.code)
    return frozenset(found)
