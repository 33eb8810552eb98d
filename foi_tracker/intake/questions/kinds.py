"""Lead-ins to what is only told of a thing asked for: its kinds, its fields, its parts, or examples of it."""

from __future__ import annotations

from collections.abc import Sequence

from foi_tracker.intake.questions import asks, boilerplate, leadins
from foi_tracker.intake.questions.asks import Ask
from foi_tracker.intake.questions.wording import pattern

_KINDS = pattern(
    r"""\bfollowing (?!\W|(?:for|in|about|with|regarding|relating|from|to|by|on|at|which|that|as|please|under
    |and|of)\b|(?:\w{1,20} ){0,4}?(?:information|data|details?|questions?|documents?|records?|figures?|facts?
    |points?|quer(?:y|ies)|requests?|matters?|topics?|statistics|things?|wybodaeth|cwestiynau)\b)[^.?!:]{1,60}"""
)
"""The following so-and-so: not what is asked for, but the kinds of it."""
_EXAMPLE = pattern(r"\b(?:for example|e\.?g\.?|such as|for instance|er enghraifft)\W{0,3}$")
_EACH = pattern(
    r"""\b(?:for|by|in|at|of|to|from) (?:each|any|all|one or more|either) of
    (?: the following| these| those)\W{0,3}$"""
)
_EACH_FIRST = pattern(r"(?:for|in|at|of|by) (?:each|any|all|every|both) of (?:the following|these|those)\b")
_PREPOSED = pattern(
    r"\b(?:about|on|regarding|concerning|relating to|between|by|with|from) the following\W{0,3}$"
)
_DIVIDES = pattern(
    r"\b(?:broken|split|divided|separated|grouped|sorted|categori[sz]ed|disaggregated)\b[^.?!]{0,100}:$"
)
_LISTED = pattern(
    r"\b(?:lists?|registers?|spread ?sheets?|data ?sets?|data|records?|schedules?|inventor(?:y|ies)|rhestr)\b"
)
_OF_EACH = pattern(
    r"""for (?:each|every)(?: of (?:these|those|the))?(?: such)?\s
    (?!(?:\w{1,14} )?(?:year|month|quarter|week|day|period)s?\b)"""
)
_COUNTS = pattern(
    r"(?:the |a |an )?(?:\w{1,20} )?(?:numbers?|totals?|amounts?|percentages?|proportion|counts?|how)\b"
)


def asks_for_list(words: str) -> bool:
    """Whether a sentence asks for one list, register or set of data."""
    if asks.shape(words) is Ask.NOUN:
        return True
    asked = asks.object_of(words)[:80]
    return _LISTED.search(words[: words.find(asked) + len(asked)][-120:]) is not None


def gives_examples(lead: str) -> bool:
    """Whether what follows is only an example: "For example:"."""
    return _EXAMPLE.search(lead[-24:]) is not None


def names_kinds(lead: str) -> bool:
    """Whether a lead-in asks for something of each of the things that follow: they are not asked for."""
    return asks.object_of(lead) != "" and (speaks_of_each(lead) or _KINDS.search(lead[-200:]) is not None)


def speaks_of_each(lead: str) -> bool:
    """Whether a lead-in asks for something of each of the things that follow."""
    first = _EACH_FIRST.match(lead) is not None and len(asks.object_of(lead).split()) > 2
    return first or _EACH.search(lead[-80:]) is not None


def divided_into(lead: str) -> bool:
    """Whether a lead-in says how what it asks for is to be divided: "…, broken down by kind as follows:"."""
    return _DIVIDES.search(lead[-140:]) is not None


def categories(lead: str, facts: bool) -> bool:
    """Whether a lead-in speaks of each of what follows, or of kinds or subjects, and not of facts."""
    preposed = _PREPOSED.search(lead[-60:]) is not None and asks.object_of(lead) != ""
    topics = preposed and not facts and not boilerplate.introduces(lead)
    kinds = _KINDS.search(lead[-200:]) is not None and not (facts and not leadins.wants_fields(lead))
    return topics or kinds or speaks_of_each(lead)


def told_of_each(lead: str, words: Sequence[str]) -> bool:
    """Whether bullets name, and do not count, what is to be told of each of many things, not times."""
    of_each = _OF_EACH.match(lead) is not None and lead.endswith(":")
    named = [each for each in words if not each.lower().startswith(("name ", "the name"))]
    return of_each and not any(asks.shape(each) >= Ask.DIRECTIVE or _COUNTS.match(each) for each in named)
