"""Which marked items are questions, and which are the years, options, columns or facts of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from foi_tracker.intake.questions import asks, boilerplate
from foi_tracker.intake.questions.asks import Ask
from foi_tracker.intake.questions.lines import Line
from foi_tracker.intake.questions.outline import Group, Item

Role = Literal["leaves", "part", "decoy"]

_SPLITS_BY = re.compile(
    r"\b(?:by|for|during|in|between|to|from|at|with|per|of|on|into|as|under|either|namely|including"
    r"|such as|e\.?g\.?|due to|because of|were|was|are|is|a)"
    r"\s?\W{0,3}$",
    re.I,
)
_KINDS = re.compile(
    r"\bfollowing (?:\w{1,20} ){0,3}?(?:categor\w+|types?|groups?|bands?|years?|months?|periods?|dates?"
    r"|reasons?|options?|species|areas?|locations?"
    r"|services?|headings|columns|fields|roles?|grades?|offences?|sites?|schools?|roads?|places?"
    r"|products?|items)\b",
    re.I,
)
_ONE_THING = re.compile(
    r"\b(?:lists?|breakdowns?|tables?|spread ?sheets?|registers?|cop(?:y|ies)|records?|details"
    r"|data ?sets?|schedules?|rhestr)\b",
    re.I,
)
_FIELDS = re.compile(
    r"\b(?:includ(?:e|es|ing)|with|showing|stating|containing|contain|together with|consisting of|to show"
    r"|detailing|specifying|indicating|columns|fields)\b"
    r"[^.?!]{0,60}$",
    re.I,
)
_OTHER = re.compile(r"(?:any )?other\b|none of", re.I)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a list is, how sure, and the layout's reasons."""

    role: Role
    sure: float
    why: str


def judge(group: Group, lead: str, nested: bool) -> Verdict:
    """Whether a list's items are questions, part of the words that lead to them, or neither.

    Signals are added up: how the items ask, what they could only be the values of, how the lead-in ends, and
    how firmly they are marked. A list that nothing asks for is a decoy.
    """
    words = [_words(item) for item in group.items]
    bullets = group.scale.startswith("bullet")
    values = sum(asks.is_value(each) for each in words) / len(words)
    if values >= 0.5:
        return Verdict("part", 0.95, "its items are dates, bands or options")
    score, why = _items_ask(words, bullets)
    lead_score, lead_why = _lead_wants(lead, words, bullets)
    score += lead_score
    if not nested and not bullets:
        score += 2.5
    if group.style == "Q":
        score += 2
    reason = "; ".join(each for each in (why, lead_why) if each)
    sure = min(0.98, 0.6 + abs(score) / 10)
    if not nested and not _wanted(group, words, lead):
        return Verdict("decoy", sure, "nothing asks for this list")
    return Verdict("leaves", sure, reason) if score > 0 else Verdict("part", sure, reason)


def _words(item: Item) -> str:
    if item.body.text:
        return item.body.text
    first = next((block for block in item.blocks if isinstance(block, Line)), None)
    return first.text if first else ""


def _items_ask(words: Sequence[str], bullets: bool) -> tuple[float, str]:
    """How the items ask by their own shape."""
    shapes = [asks.shape(each) for each in words]
    strong = sum(shape >= Ask.DIRECTIVE for shape in shapes) / len(words)
    facts = sum(
        shape == Ask.NOUN or asks.names_fact(each) for shape, each in zip(shapes, words, strict=True)
    ) / len(words)
    if strong >= 0.5:
        return 5.0, "its items ask"
    score, why = 4 * strong, ""
    if facts + strong >= 0.6:
        score += 1.0 if bullets else 2.5
        why = "its items name facts"
    if sum(len(each.split()) for each in words) / len(words) > 10:
        score += 1.0
    if any(_OTHER.match(each) for each in words) and strong < 0.3:
        score -= 3.0
        why = "one of its items is “other”"
    return score, why


def _lead_wants(lead: str, words: Sequence[str], bullets: bool) -> tuple[float, str]:
    """What the words before the list lead one to expect."""
    if not lead:
        return 0.5, ""
    score, why = 0.0, ""
    bare = lead.rstrip(" :;-–—")
    if _KINDS.search(lead[-200:]):
        score, why = score - 2.0, "the lead-in names categories"
    elif asks.holds_placeholder(lead):
        score, why = score + 2.0, "the lead-in says what follows is asked"
    if _SPLITS_BY.search(bare[-30:]) and not asks.holds_placeholder(lead):
        score, why = score - 2.0, "the lead-in goes on into the list"
    own = asks.shape(lead)
    if (
        bullets
        and (own >= Ask.NOUN)
        and _FIELDS.search(bare[-110:])
        and (_ONE_THING.search(lead) or own != Ask.NO)
    ):
        score, why = score - 2.5, "bullets name the fields of one list"
    if own is Ask.NO and len(lead.split()) <= 9 and not _SPLITS_BY.search(bare[-30:]):
        score, why = score + 2.0, why or "it stands under a heading"
    if lead[:3].lower() == "if " and own is not Ask.OPEN:
        score += 1.5
    if own is Ask.OPEN and asks.ends_with_question_mark(lead) and bullets:
        score -= 1.5
    if not any(asks.shape(each) for each in words) and own is Ask.OPEN:
        score -= 1.0
    return score, why


def _wanted(group: Group, words: Sequence[str], lead: str) -> bool:
    """Whether anything asks for a list that stands by itself: its items, or what leads to it."""
    asking = sum(asks.shape(each) >= Ask.DIRECTIVE for each in words)
    naming = sum(asks.shape(each) >= Ask.NOUN for each in words)
    below = any(
        asks.shape(_words(child)) >= Ask.DIRECTIVE
        for item in group.items
        for inner in item.groups()
        for child in inner.items
    )
    if asking * 4 >= len(words) or below:
        return True
    if lead and boilerplate.is_process(lead) and asks.shape(lead) is Ask.NO:
        return naming * 2 >= len(words)
    return naming * 3 >= len(words) * 2 or (
        bool(lead) and (asks.is_lead_in(lead) or asks.shape(lead) >= Ask.DIRECTIVE)
    )


def is_instruction(words: str) -> bool:
    """A marked item that only says how to answer: it is no question."""
    if asks.shape(words) is Ask.OPEN:
        return False
    return boilerplate.is_format(words) or (boilerplate.is_process(words) and not asks.names_fact(words))
