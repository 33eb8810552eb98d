"""Words that are no more than an answer: a year, a date, a band, yes or no."""

from __future__ import annotations

from foi_tracker.intake.questions.wording import pattern

_VALUE = pattern(
    r"""(?:[-–—:.,?;/&()\[\]'’+<>=£%*\s]|\d{1,12}(?:st|nd|rd|th)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?
    |apr(?:il)?
    |may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4]|quarter|fy
    |years?|to|at|date|and|from|between|in|until|up|under|over|aged?|plus|present|calendar|financial|academic
    |months?|weeks?|days?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yes|no|n/?a|other|unknown
    |don[’']t know|not known|none|all|male|female|so far|ytd
    |y|n){1,40}+$"""
)
_BINARY = pattern(
    r"""\(?\s?(?:y(?:es)?\s?(?:/|or)\s?no?|true\s?/\s?false)(?:\s?/\s?[\w ]{2,20})?\s?\)?[.?]?$"""
)
_OFFERED = pattern(r"[\s(](?:y(?:es)?\s?/\s?no?|true\s?/\s?false)\s?\)?[.;,]?$")


def is_value(words: str) -> bool:
    """Whether the words are only a year, a date, a band, yes or no, or another such answer."""
    return bool(_VALUE.match(words[:200])) or bool(_BINARY.match(words[:60]))


def offers_answer(words: str) -> bool:
    """Whether a name is only put to be ticked: "Night crossings (Yes/No)"."""
    return _OFFERED.search(words[-20:]) is not None


def is_row(words: str) -> bool:
    """Whether the words are a row of short names between commas: "Date, time, place, outcome"."""
    parts = words[:2000].split(",")
    return len(parts) > 2 and all(len(part.split()) <= 8 for part in parts)
