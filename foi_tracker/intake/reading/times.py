"""When a letter says that things happened, and whether it owns up to being late."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.dates import DATE, dates_in, first_in
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.law.notices.strangers_facts import ReadTimes

_HEAD = 30
"""Sentences at either end of a letter among which its date stands."""
_RECEIVED = pattern(
    r"""\b(?:receiv\w++|receipt|arrived|date (?:of request|received|of receipt)|request date)\b"""
)
_ASKED = pattern(
    r"""\b(?:(?:your|the) (?:\w++ ){0,6}(?:request|email|e-mail|letter|enquiry|correspondence|message
    |application)\b.{0,60}\b(?:of|dated|on|sent|submitted|made)
    |you (?:wrote|contacted|emailed|requested|asked|submitted|made)\b.{0,60}\bon
    |request (?:was )?(?:dated|made|submitted|sent)|made (?:your|the) request)\b"""
)
_OF_THE_REQUEST = pattern(
    r"""\b(?:your|the|this) (?:\w++ ){0,6}(?:request|enquiry|e-?mail|letter|correspondence|application
    |message)\b|\byou (?:wrote|asked|requested|submitted|made|e-?mailed)\b
    |\A\W{0,3}(?:(?:foi |request )?(?:date|received|receipt)|request)\b"""
)
_NOT_RECEIPT = pattern(
    r"""\b(?:review|clarif\w++|complain\w*+|appeal\w*+|acknowledg\w++ (?:on|of)|due|deadline|by
    |response (?:of|dated|on)|replied|responded|refin\w++|our (?:letter|email|response))\b"""
)
_ISSUED = pattern(
    r"""\A\W{0,4}(?:(?:date (?:of (?:the )?(?:response|issue|letter|reply|disclosure|this (?:letter
    |response))|issued|sent|responded|published
    |completed|replied)|(?:letter|our|response|issue|reply|today's|sent|completion) (?:date|sent|issued)
    |dated?|sent|issued|completed
    |responded|published)(?: on)?\s?[:.-]?\s{0,3})?
    (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? {0,2}|(?:mon|tue|wed|thu|fri|sat|sun),? )?"""
)
_CLARIFIED = pattern(r"""\bclarif\w++""")
_GAVE = pattern(
    r"""\b(?:receiv\w++|provid\w++|sent|respon\w++|repl\w++|gave|clarified|supplied|your (?:email|letter
    |clarification))\b"""
)
_REVIEW = pattern(r"""\b(?:review|complaint|representations?|appeal(?:ing|ed)?)\b""")
_ASKED_FOR_REVIEW = pattern(
    r"""\b(?:request\w*+|ask\w*+|receiv\w++|email|e-mail|letter|dated|of|wrote|submitted|complain\w*+)\b"""
)
_MORE_TIME = pattern(
    r"""\b(?:exten\w++|additional|further|until|by|estimate\w*+|expect\w*+|respond|reply|response
    |decision|deadline|no later)\b"""
)
_EXTENDED = pattern(
    r"""\bextend(?:ed|ing)? (?:\w++ ){0,4}(?:time|deadline|limit|period|response|20|date|timescale)
    |\bextension (?:of (?:the )?(?:time|deadline|20|statutory)|to (?:the|our|your) (?:time|deadline|20
    |response|statutory)|under|letter|notice|was|due)
    |\btime extension|\b(?:deadline|time ?(?:limit|scale|frame)?|response date)\b[^.]{0,40}\bexten(?:ded
    |sion)|\bextended deadline"""
)
_BY_SO_MANY = pattern(
    r"""\b(?:additional|further|another|extra|extend\w*+ (?:\w++ ){0,6}by)\b[^.]{0,20}\b(?:\d{1,2}|ten
    |fifteen|twenty|thirty|forty)\b(?: \(\d{1,2}\))? (?:working )?days
    |\b(?:40|forty) (?:working )?days|\b(?:by|until|before|on
    |than) (?:\w{3,9}day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug
    |sep|oct|nov|dec)
    |\b(?:by|until|before|than|within) (?:the )?(?:\w++ ){0,4}(?:january|february|march|april|may|june
    |july|august|september|october|november|december|\w++ (?:weeks?|months?|(?:working )?days))\b"""
)
_SORRY = pattern(r"""\b(?:apolog\w++|sorry|regret\w*+)\b""")
_LATE = pattern(
    r"""\b(?:delay\w*+|late|lateness
    |time (?:it |this )?(?:has |have |was |we have |we )?(?:been )?tak(?:en|ing)|tak(?:en
    |ing) (?:so |this |us )?long\w*+|longer than
    |overdue|deadline|outside (?:of )?the|beyond the (?:20|statutory|deadline|legal|time)|(?:not
    |n't) (?:\w++ ){0,4}(?:responded|replied|answered|within|on time|sooner|earlier|before now)
    |time ?taken|length of time|wait\w*+|outwith|time ?(?:limit|scale|frame)s?|promptly|sooner|earlier
    |missed|missing (?:our|the)|omission|overlooked|backlog|oversight
    |breach\w*+ (?:of |the )?(?:sections?|s\.|regulation|reg|the act|act|statut\w++|time|the 20
    |the deadline))\b"""
)
_OWNS_UP = pattern(
    r"""\b(?:breach\w*+ (?:of )?(?:sections? 10|s\.?10|regulation 5|reg 5|the (?:act|statutory|time|20))
    |fail\w*+ to (?:respond|comply|reply|provide|answer|meet)\b[^.]{0,60}(?:within|time|deadline|20
    |statutory)|(?:not|n't) (?:\w++ ){0,3}(?:within|met|meet) (?:the )?(?:statutory|20|twenty|time
    |deadline|required|legal)
    |(?:response|reply|letter|answer) (?:comes|is|was|has come) (?:\w++ )?(?:after|beyond|outside) (?:the|that
    |our|this) [^.]{0,30}(?:limit|deadline|days|period)
    |(?:is|was|are|were|has been) (?:now )?(?:overdue|late|delayed)|response (?:is|was) (?:late|overdue
    |outside)|outside (?:of )?the (?:statutory|20|twenty|legal|required))\b"""
)
_LONGEST = timedelta(days=5 * 366)
"""From a request to its answer: what is longer is a slip, as 2012 for 2021."""


def times_in(sentences: Sequence[Sentence], received: date | None, issued: date | None) -> ReadTimes:
    """The dates of a letter. What is given goes before what it prints."""
    ours = [each for each in sentences if not each.theirs]
    printed = _received(ours)
    sent = issued or _issued(ours)
    if printed and sent and not sent - _LONGEST <= printed <= sent:
        printed = None
    return ReadTimes(
        received=received or printed,
        issued=sent,
        review_asked=_review_asked(ours),
        clarified=_clarified(ours),
        extended_to=_extended_to(ours, sent),
        extended_by=any(_BY_SO_MANY.search(each.text) for each in ours),
        printed_only=received is None,
        extended=any(_EXTENDED.search(each.text) for each in ours),
        owned_up=any(map(_owns_up, (each.text for each in ours))),
    )


def _received(ours: Sequence[Sentence]) -> date | None:
    """The day on which it says the request came: what "received" stands by, else the request's own date."""
    for words in (_RECEIVED, _ASKED):
        for each in ours[:_HEAD]:
            if (
                _OF_THE_REQUEST.search(each.text)
                and (named := words.search(each.text))
                and not _NOT_RECEIPT.search(each.text.partition(",")[0][:160])
            ):
                day = _nearest(each.text, named)
                if day:
                    return day
    return None


def _nearest(text: str, named: re.Match[str]) -> date | None:
    """The date that follows what names it, or the only one."""
    return first_in(text[named.end() : named.end() + 80]) or first_in(
        text[max(0, named.start() - 40) : named.start()]
    )


def _issued(ours: Sequence[Sentence]) -> date | None:
    """The date that stands alone, or after "Date:", at the head of the letter, or at its foot."""
    for each in [*ours[:_HEAD], *ours[:-_HEAD:-1]]:
        head = _ISSUED.match(each.text)
        rest = each.text[head.end() :] if head else each.text
        whole = DATE.match(rest)
        if whole and len(rest) - whole.end() < 3:
            found = next(dates_in(rest), None)
            if found:
                return found.day
    return None


def _clarified(ours: Sequence[Sentence]) -> date | None:
    """The last day on which something was clarified, where it says so."""
    days = [
        found.day
        for each in ours
        if _CLARIFIED.search(each.text) and _GAVE.search(each.text)
        for found in dates_in(each.text)
    ]
    return max(days, default=None)


def _review_asked(ours: Sequence[Sentence]) -> date | None:
    for each in ours:
        if _REVIEW.search(each.text) and _ASKED_FOR_REVIEW.search(each.text):
            place = _REVIEW.search(each.text)
            days = list(dates_in(each.text))
            if days and place:
                return min(days, key=lambda found: abs(found.start - place.start())).day
    return None


def _extended_to(ours: Sequence[Sentence], sent: date | None) -> date | None:
    days = [
        found.day
        for each in ours
        if _MORE_TIME.search(each.text)
        for found in dates_in(each.text)
        if sent is None or found.day > sent
    ]
    return max(days, default=None)


def _owns_up(words: str) -> bool:
    return bool(_SORRY.search(words) and _LATE.search(words)) or bool(_OWNS_UP.search(words))
