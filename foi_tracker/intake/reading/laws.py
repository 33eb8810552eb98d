"""Which law a letter was handled under."""

from __future__ import annotations

from collections.abc import Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.sentences import Sentence

ENVIRONMENTAL = pattern(r"""\benvironmental information regulations?\b|\beirs?\b""")
_ACT = pattern(r"""\bfreedom of information act\b|\bfoia\b|\bfoi act\b|\bthe act\b""")

_OF_SCOTLAND = (
    r"(?:(?:freedom of|environmental) information \(?scotland\b|foi\(?s\)?a\b|eisrs?\b|ei\(s\)rs?\b)"
)
_OF_BRITAIN = (
    r"(?:freedom of information act\W{0,3}2000|foia\b|environmental information regulations\W{0,3}2004)"
)
_SCOTTISH = pattern(rf"""\b(?:{_OF_SCOTLAND}|scottish information commissioner\b)""")
_BRITISH = pattern(
    r"""\bfreedom of information act\b|\bfoia\b|\bfoi act\b|\benvironmental information regulations?\b
    |(?<!scottish )\binformation commissioner\b"""
)
_HANDLED = pattern(
    rf"""\b(?:(?:your|this) (?:\w++ ){{0,6}}(?:request|application|e-?mail|letter|enquiry|correspondence
    |response|review)|(?:we|i) (?:have |are |am )?(?:now )?(?:handl|dealt?|process|consider|treat|answer
    |respond|review)\w*+)\b(?:(?!\b(?:about|regarding|concerning|how|whether|not|would|should|could|may
    |might)\b)[^.]){{0,120}}\b(?:under|in terms of|in accordance with|in line with|pursuant to
    |for the purposes of|as provided (?:for )?by)\s(?:\S{{1,20}}\s){{0,7}}?
    (?:(?P<scottish>{_OF_SCOTLAND})|{_OF_BRITAIN})"""
)
"""What says of the request itself under which law it is; where no year is told, Scots say the Act too."""
_A_SCOTTISH_REQUEST = pattern(rf"""\byour (?:\w++ ){{0,3}}{_OF_SCOTLAND}[^.]{{0,30}}\brequest\b""")
_SENDS_AWAY = pattern(
    r"""\byou (?:may|might|can|could|should|will need to|would need to)\b
    (?![^.]{0,200}\b(?:review|appeal|complain|dissatisfied|unhappy|commissioner))"""
)
_OF_OTHERS = pattern(
    r"""\bnot (?:subject to|covered by|under|apply)\b|\b(?:rather than|instead of|unlike|equivalent\w*+
    |similar|corresponding|counterpart|(?:an)?other (?:public )?(?:authorit\w++|bod\w++))\b
    |(?<!\()(?<!information )\bscotland\b|\bscottish (?!information commissioner\b)
    |\bscottish information commissioner(?:'s)? (?:has|have|had|in|decisions?|held|found|ruled|decided
    |guidance|says|said|considered|took|takes|publish\w++)\b"""
)
"""What tells of the law of another body, or of what its Commissioner decided elsewhere."""


def regime_of(sentences: Sequence[Sentence], given: str, laws: set[str]) -> str:
    """The law of the letter: what is given, else what its request was handled under, as its words tell.

    `laws` are those of the provisions that it relies on.
    """
    if given:
        return next((law for law in ("EIR", "FOISA") if given.startswith(law)), "FOIA")
    ours = [each.text for each in sentences if not each.theirs]
    if _is_scottish(ours):
        return "FOISA"
    if len(laws) == 1:
        return next(iter(laws))
    whole = "\n".join(ours)
    environmental, act = len(ENVIRONMENTAL.findall(whole)), len(_ACT.findall(whole))
    return "EIR" if environmental > act else "FOIA"


def _is_scottish(ours: Sequence[str]) -> bool:
    """Whether it was handled under the law of Scotland, which many a letter only speaks of."""
    if not any(map(_SCOTTISH.search, ours)):
        return False
    for words in ours:
        if _SENDS_AWAY.search(words):
            continue
        if _A_SCOTTISH_REQUEST.search(words):
            return True
        if told := _HANDLED.search(words):
            return bool(told["scottish"])
    of_its_own = [words for words in ours if not (_SENDS_AWAY.search(words) or _OF_OTHERS.search(words))]
    scottish = sum(len(_SCOTTISH.findall(words)) for words in of_its_own)
    return scottish > sum(len(_BRITISH.findall(words)) for words in ours)
