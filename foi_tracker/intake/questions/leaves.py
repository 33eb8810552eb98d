"""Which marked items are questions, and which are the years, options, columns or facts of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from foi_tracker.intake.questions import asks, boilerplate, kinds, leadins, values
from foi_tracker.intake.questions.asks import Ask
from foi_tracker.intake.questions.lines import Line, sentences
from foi_tracker.intake.questions.trailing import heading_shaped
from foi_tracker.intake.questions.tree import Group, Item
from foi_tracker.intake.questions.wording import pattern

Role = Literal["leaves", "part", "decoy"]

_SPLITS_BY = re.compile(
    r"\b(?:by|for|during|in|between|to|from|at|with|per|of|on|into|as|under|either|namely|including"
    r"|such as|e\.?g\.?|due to|because of|were|was|are|is|a|where|who|whom|that)"
    r"\s?\W{0,3}$",
    re.I,
)
_IF_POSSIBLE = pattern(
    r"""(?:where|if|wherever) (?:it is |at all )?(?:possible|available|applicable),?
    (?: please| could you)\W{0,3}$"""
)
_FOR_EACH = pattern(
    r"""for each \w{1,14}(?: \w{1,14}){0,3},? (?:please |could you )?
    (?:provide|state|include|give|list|show)\W{0,3}$"""
)
_BROKEN = pattern(r"\b(?:broken|break|split|divided|separated|breakdown)\b[^.?!]{0,20}\s(?:by|into|per)$")
_OF_ALL = pattern(
    r"""(?!in (?:particular|addition|short|detail|full)\b)
    (?:for|in|during|between|of|within|covering|at|by|from)(?:\s\w{1,12})?\W{0,3}$"""
)
_HOLDERS = pattern(
    r"""\b(?:copies|copy|information|details)(?: of| on| about| regarding| concerning)\W{0,3}$"""
)
"""What is asked for is only held by these: the things that follow are what is wanted."""
_HOLDING = pattern(
    r"""\b(?:includ(?:e|es|ing)|showing|containing|contain)\b[^.?!]{0,60}:$
    |\b(?:this|the|that|each) (?:list|register|spread ?sheet|data ?set|data|schedule|record|entry|row
    |item)s?\b[^.?!]{0,40}:$"""
)
"""A lead-in that speaks of a list asked for before it."""
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
_PLACES = pattern(r"(?:in|by|at|for|from|to|under|over|with|without|during|between|within|outside|on)\b")
_OTHER = re.compile(r"(?:any )?other\b|none of", re.I)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a list is, how sure, and the layout's reasons."""

    role: Role
    sure: float
    why: str


def judge(group: Group, lead: str, nested: bool, beside: float = 0.0) -> Verdict:
    """Whether a list's items are questions, part of the words that lead to them, or neither.

    Signals are added up: how the items ask, what they could only be the values of, how the lead-in ends, and
    how firmly they are marked. A list that nothing asks for is a decoy; so is one that asks nothing itself
    where the list `beside` it does (the share of that list's items that ask).
    """
    words = [_words(item) for item in group.items]
    bullets = group.scale.startswith("bullet")
    if _IF_POSSIBLE.match(lead) and lead.endswith(":"):
        return Verdict("part", 0.8, "the lead-in only wishes more of the answer")
    if kinds.gives_examples(lead):
        return Verdict("part", 0.9, "its items are examples")
    answers = sum(
        values.is_value(each)
        or (nested and (values.offers_answer(each) and asks.shape(each) < Ask.DIRECTIVE))
        for each in words
    ) / len(words)
    if answers >= 0.5:
        return Verdict("part", 0.95, "its items are dates, bands or options")
    score, why = _items_ask(words, bullets)
    if (leadins.divides(lead) or (nested and kinds.divided_into(lead))) and not why:
        return Verdict("part", 0.9, "the lead-in says how to divide the answer")
    if _OF_ALL.match(lead) and asks.shape(lead) is Ask.NO:
        return Verdict("part", 0.8, "the lead-in only says of what")
    alone = nested and bullets and len(words) == 1
    titled = heading_shaped(lead) and asks.shape(lead) < Ask.DIRECTIVE
    if alone and not titled and (words[0].endswith(":") or asks.shape(words[0]) < Ask.DIRECTIVE):
        return Verdict("part", 0.8, "a single bullet adds to the words above it")
    if nested and not score and sum(_PLACES.match(each) is not None for each in words) * 2 > len(words):
        return Verdict("part", 0.8, "its items only say where, when or for whom")
    if nested and bullets and kinds.told_of_each(lead, words):
        return Verdict("part", 0.8, "its items are what is told of each of many things")
    lead_score, lead_why = _lead_wants(lead, words, bullets)
    score += lead_score
    if why == "its items name facts" and _titles(lead):
        score, lead_why = score + 2.5, "they stand under a title"
    score += _firmness(group, nested)
    reason = "; ".join(each for each in (why, lead_why) if each)
    sure = min(0.98, 0.6 + abs(score) / 10)
    if score <= 0 and _heads_lists(group):
        score, reason = 1.0, "its items head lists that ask"
    if not nested and score <= 0 and lead.endswith(":") and asks.shape(lead) is Ask.OPEN:
        return Verdict("part", sure, "the lead-in asks and goes on into the list")
    if not nested and (only_rules(group) or not _wanted(group, words, lead, beside)):
        return Verdict("decoy", sure, "nothing asks for this list")
    return Verdict("leaves", sure, reason) if score > 0 else Verdict("part", sure, reason)


def gives_fields(group: Group, lead: str) -> bool:
    """Whether a list only says what a list asked for before it is to hold: "Please provide: - address"."""
    words = [_words(item) for item in group.items]
    short = median(len(each.split()) for each in words) <= 9
    if (
        not short
        or not lead.endswith(":")
        or leadins.adds(lead)
        or any(item.groups() for item in group.items)
    ):
        return False
    if sum(map(values.is_value, words)) * 2 > len(words):
        return False
    if any(asks.shape(each) >= Ask.DIRECTIVE and each[:3].lower() != "to " for each in words):
        return False
    bare = len(asks.object_of(lead)) < 3 and asks.shape(lead.rstrip(": ") + " x") is Ask.DIRECTIVE
    each = _FOR_EACH.match(lead) is not None and group.scale.startswith("bullet")
    return (
        each
        or _HOLDING.search(lead[-120:]) is not None
        or (bare and group.scale != "1")
        or boilerplate.is_fallback(lead)
    )


def _titles(lead: str) -> bool:
    """Whether a lead-in is no more than a title, which asks for nothing itself."""
    return (
        heading_shaped(lead)
        and asks.shape(lead) <= Ask.NOUN
        and len(lead.split()) <= 6
        and not _ONE_THING.search(lead)
        and not _FIELDS.search(lead)
    )


def _heads_lists(group: Group) -> bool:
    """Whether most items are titles over lists whose own items are questions."""
    heads = sum(
        any(judge(inner, item.body.text, nested=True).role == "leaves" for inner in item.groups())
        for item in group.items
        if _titles(item.body.text.rstrip(":"))
    )
    return heads * 2 > len(group.items)


def only_rules(group: Group) -> bool:
    """Whether most of a list's items only say how to answer."""
    words = [Line(0, 0, _words(item)) for item in group.items]
    told = sum(
        bool(each.text) and (is_instruction(each) or boilerplate.is_fallback(each.text)) for each in words
    )
    return len(words) > 1 and told * 2 > len(words)


def _firmness(group: Group, nested: bool) -> float:
    """How much the marking itself says that each item stands alone."""
    if group.scale.startswith("bullet"):
        return -1.0 if nested else 0.0
    if group.style == "Q" or len(group.items[0].mark.steps) > 1:
        return 4.5
    if nested:
        return 0.5
    return 4.0 if group.scale == "1" else 2.5


def _words(item: Item) -> str:
    """What shows how an item asks: its own line, or the next where that is empty or only a title."""
    words = item.body.text
    below = item.blocks[0] if item.blocks else None
    told = isinstance(below, Line) and not values.is_value(below.text.rstrip(" -–"))
    if isinstance(below, Line) and told and (not words or (heading_shaped(words) and not asks.shape(words))):
        return below.text
    return words


def _items_ask(words: Sequence[str], bullets: bool) -> tuple[float, str]:
    """How the items ask by their own shape."""
    shapes = [_asks_within(each) for each in words]
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


def _asks_within(words: str) -> Ask:
    """How an item asks: by its first words, or by a sentence after the one that names a thing."""
    first = asks.shape(words)
    if first >= Ask.DIRECTIVE:
        return first
    named, more = sentences(Line(0, len(words), words))[:1], sentences(Line(0, len(words), words))[1:3]
    if not more or asks.is_statement(named[0].text):
        return first
    return max(
        first, *(asks.shape(each.text) for each in more if not boilerplate.is_process(each.text)), Ask.NO
    )


def _lead_wants(lead: str, words: Sequence[str], bullets: bool) -> tuple[float, str]:
    """What the words before the list lead one to expect."""
    if not lead:
        return 0.5, ""
    score, why = 0.0, ""
    bare = lead.rstrip(" :;-–—")
    awaited = bare.endswith((" with", " for")) and boilerplate.awaits(lead)
    facts = sum(asks.names_fact(each) for each in words) >= 0.6 * len(words)
    of_kinds = kinds.categories(lead, facts)
    if of_kinds:
        each = kinds.speaks_of_each(lead) and asks.names_fact(asks.object_of(lead))
        score, why = score - (7.0 if each else 2.0), "the lead-in names categories"
    elif leadins.holds_placeholder(lead) or boilerplate.awaits(lead) or leadins.awaits_object(lead):
        score, why = score + 2.0, "the lead-in says what follows is asked"
    if _HOLDERS.search(bare[-60:]):
        score, why = score + 2.0, "the lead-in asks for copies or details of what follows"
    elif (
        not awaited
        and _SPLITS_BY.search(bare[-30:])
        and (not leadins.holds_placeholder(lead) or (bullets and _BROKEN.search(bare)))
    ):
        score, why = score - 3.0, "the lead-in goes on into the list"
    own = asks.shape(lead)
    if (
        bullets
        and (own >= Ask.NOUN)
        and _FIELDS.search(bare[-110:])
        and not awaited
        and (_ONE_THING.search(lead) or own != Ask.NO)
    ):
        score, why = score - 2.5, "bullets name the fields of one list"
    if own is Ask.NO and not bullets and len(lead.split()) <= 9 and not _SPLITS_BY.search(bare[-30:]):
        score, why = score + 2.0, why or "it stands under a heading"
    if lead[:3].lower() == "if " and own is not Ask.OPEN:
        score += 1.5
    if own is Ask.OPEN and asks.ends_with_question_mark(lead) and bullets:
        score -= 1.5
    if (own is Ask.OPEN or (of_kinds and own)) and not any(
        asks.shape(each) or asks.names_fact(each) for each in words
    ):
        score, why = score - 3.0, "the lead-in asks and the items do not"
    elif (_wants_already(lead, own) or own is Ask.NOUN) and sum(map(asks.is_statement, words)) * 2 > len(
        words
    ):
        score, why = score - 3.0, "the lead-in asks and the items are its conditions"
    return score, why


def _wants_already(lead: str, own: Ask) -> bool:
    """Whether a lead-in names what it asks for, and does not leave it to the list."""
    named = own is Ask.DIRECTIVE and len(asks.object_of(lead).split()) > 4
    return named and not leadins.holds_placeholder(lead) and not boilerplate.awaits(lead)


def _wanted(group: Group, words: Sequence[str], lead: str, beside: float) -> bool:
    """Whether anything asks for a list that stands by itself: its items, or what leads to it."""
    naming = sum(asks.shape(each) >= Ask.NOUN or asks.names_of(each) for each in words) / len(words)
    own = appetite(group)
    stated = sum(asks.is_statement(each) and asks.shape(each) is Ask.NO for each in words) / len(words)
    if own <= 0.25 and stated > 0.5 and (beside > own or asks.shape(lead) < Ask.DIRECTIVE):
        return False
    if (beside >= 0.5 and own == 0 and naming < 0.5) or (beside > 0 and boilerplate.recounts(lead)):
        return False
    if own >= 0.25 or naming >= ((0.67 if beside or group.scale != "1" else 0.5) if lead else 0.33):
        return True
    return _heads_lists(group) or boilerplate.leads_to_request(lead)


def appetite(group: Group) -> float:
    """The share of a list's items that ask outright, themselves or by what is under them."""
    asking = sum(
        asks.shape(_words(item)) >= Ask.DIRECTIVE
        or any(asks.shape(_words(child)) >= Ask.DIRECTIVE for inner in item.groups() for child in inner.items)
        for item in group.items
    )
    return asking / len(group.items)


def mostly_open(group: Group) -> bool:
    """Whether half of a list's items or more are open questions."""
    return sum(asks.shape(_words(item)) is Ask.OPEN for item in group.items) * 2 >= len(group.items)


def told_first(group: Group) -> int:
    """How many of a list's first items only tell what happened, where all that follow them ask.

    Senders who number their paragraphs number the story too.
    """
    words = [_words(item) for item in group.items]
    asking = [asks.shape(each) >= Ask.DIRECTIVE for each in words]
    first = asking.index(True) if any(asking) else 0
    tells = all(
        each.endswith(".")
        and len(each.split()) > 3
        and asks.shape(each) is Ask.NO
        and not asks.names_fact(each)
        and (
            asks.is_statement(sentences(Line(0, len(each), each))[0].text)
            or not asks.begins_with_article(each)
        )
        for each in words[:first]
    )
    return first if tells and all(asking[first:]) else 0


def _names(words: str) -> bool:
    """Whether a sentence names a fact, or a thing with its article, and says nothing."""
    return asks.names_fact(words) or (asks.begins_with_article(words) and not asks.is_statement(words))


def _says_how(words: str) -> bool:
    """Whether a sentence only says how to answer."""
    process = boilerplate.is_process(words) and boilerplate.speaks(words) and not _names(words)
    return asks.shape(words) is not Ask.OPEN and (process or boilerplate.is_format(words))


def is_instruction(words: Line) -> bool:
    """A marked item that only says how to answer: it is no question."""
    if leadins.is_breakdown(words.text) and boilerplate.is_scope(words.text):
        return True
    return all(_says_how(each.text) for each in sentences(words))
