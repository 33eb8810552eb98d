"""Sentences about how the request is dealt with: its receipt, its reply, its cost and its papers."""

from __future__ import annotations

import re

from foi_tracker.intake.questions import asks
from foi_tracker.intake.questions.wording import pattern

_PAPERS = r"(?:request|e-?mail|letter|message|enquiry|inquiry|application|correspondence)"
_HANDLING = pattern(
    rf"""\b(?:this|my) (?:\w{{1,12}} ){{0,3}}?{_PAPERS}\b[^.?!]{{0,30}}
    \b(?:received|dealt with|handled|processed)\b
    |\breceived (?:this|my)\b|\bsafe arrival\b
    |\b(?:dealing with|handling|responsible for) (?:this|my) (?:\w{{1,12}} ){{0,3}}?{_PAPERS}\b
    |\b(?:dealing with (?:this|it)|this is being (?:dealt with|handled|looked (?:at|into)))\W{{0,3}}$
    |\bwhen (?:i|we) (?:can|may|might|should|will|could) (?:\w{{1,10}} )?(?:expect|receive|hear|get|have)\b
    |\bhow (?:long|soon) (?:this|it|that|you|your (?:reply|response|answer)|a reply|an answer)
    \s(?:will|would|is|might|may|could|can)\b
    |\b(?:any|a) (?:\w{{1,12}} )?(?:fees?|charges?)(?: (?:for|to) (?:this|me)| payable)?\W{{0,3}}$
    |^the (?:main )?(?:reason|purpose)s? (?:for|of|behind) (?:this|my|our)\b
    |\breference number for (?:this|my)\b
    |\bwith your (?:answers?|reply|response)\b
    |\b(?:address (?:above|below)|(?:above|below|this) (?:\w{{1,8}} )?address)\W{{0,3}}$"""
)
_REPLIES = pattern(
    r"""(?:(?:please|kindly|can|could|would|will|you|i|ask|that|also|so|if|possible)\b,?\s?){1,8}+
    (?:reply|respond|get back|write back|acknowledge|treat (?:this|my|each|these)|ring me|call me|phone me
    |answer (?:by|within|before)\b)"""
)
_OF_REPLY = pattern(
    r"""(?:(?:the|a|an|your|this|my|all|any|full|written) ){0,3}(?:response|reply|answers?|acknowledge?ment)
    (?: (?:in|as|by|via|on|to|within|before|at)\b|\W{0,3}$)"""
)
"""What a directive asks for is only the answer: "Please can I have your reply in Word"."""
_PAPER_FORM = pattern(
    r"""(?:please |kindly |also |you (?:will |can |may )?){0,3}(?:see|find|complete|use|refer to|fill in)
    (?: in| out)? (?:the |my |an? )?(?:attached|enclosed)(?: \w{1,12}){0,3}\W{0,3}$"""
)


_TELLS_HOW = pattern(
    r"""(?:(?:please|kindly|also|and|(?:can|could|would) you) ){0,4}(?:(?:include|exclude|omit|ignore
    |leave out|search (?:for|using|under)|break|split|separate|divide|group|categori[sz]e)\b
    |in (?:your|the) (?:answer|reply|response)s?\b)
    |(?:i|we)(?:['’]d| would) (?:like|prefer) (?:the|your) (?:answers?|response|reply)\b"""
)
_IN_FORMAT = pattern(
    r"\b(?:the following|this|a|these) (?:\w{1,14} ){0,2}?(?:formats?|layout|template|way|manner|order)\s?:$"
)
_SENT_ON = pattern(
    r"""\b(?:information|data|figures|results)\b[^.?!]{0,200}?\s
    to be (?:e-?mailed|sent|supplied|provided) (?:to|in|as|by)\b"""
)
_NEW_FACTS = pattern(r"\b(?:information|details|questions?|documents?|data)\s?:?$")


_COUNTED = pattern(
    r"""(?:(?:me|us|with|for|to|know|have|see|please|the|a|an|any|all|each|every|your|and|full|total|overall|average
    |mean|median|annual|current|complete|exact|latest|indication of|estimate of|idea of|breakdown of)\s){0,8}+
    (?:(?:numbers?|amounts?|costs?|values?|percentages?|proportions?|lists?|cop(?:y|ies)|rates?|dates?)\s
     (?:of|to|for)
    |(?:length of )?time (?:taken|spent) (?:to|on)|totals? (?:of|for))\b"""
)
"""What is asked for is counted, copied or listed."""
_OF_REQUEST = pattern(
    r"""\b(?:(?:this|my) (?:\w{1,12} ){0,2}?(?:request|e-?mail|letter|enquiry|inquiry|question|information
    |data)
    |(?:this|these|it|them) (?:to|by)|your (?:\w{1,12} )?(?:reply|response|answer|decision|search(?:es)?)
    |you (?:\w{1,12} )?(?:rel(?:y|ied)|appl(?:y|ied)|claim(?:ed)?|cite[ds]?|withh\w{2,4}|refuse)
    |comply(?:ing)? with|appropriate limit|exemptions?|internal review (?:procedure|process|policy)|receipt
    |advice and assistance|as soon as|in advance)\b"""
)
"""Words that bring a sentence back to the request, or to the answer that is waited for."""


_THANKS = re.compile(r"(?<=\s)(?:Many thanks|Thank you|Thanks)(?: in advance| for your \w{4,10})?[.,!]?$")


def thanks_start(words: str) -> int:
    """Where thanks at the very end of a letter's last line begin, or 0: "… 3. the cost Many thanks"."""
    found = _THANKS.search(words, max(1, len(words) - 60))
    return found.start() if found else 0


def sends_on(words: str) -> bool:
    """Whether a wish is only that the information be sent in some way: nothing new is asked for."""
    return _SENT_ON.search(words) is not None


def is_topic(words: str) -> bool:
    """Whether one sentence asks for a number, a copy or a list of what a word about requests only names.

    "The number of section 21 notices served" is a question, where "under section 12" is not.
    """
    asked = asks.object_of(words) or words
    return ". " not in words and _COUNTED.match(asked[:160]) is not None and not _OF_REQUEST.search(words)


def tells_how(lead: str) -> bool:
    """Whether a lead-in only leads to how the answer is to be made: "Please search for these words:"."""
    told = _TELLS_HOW.match(lead) is not None and _NEW_FACTS.search(lead) is None
    return lead.endswith(":") and (told or _IN_FORMAT.search(lead[-60:]) is not None)


def is_handling(words: str) -> bool:
    """Whether a sentence is about the request's receipt, its reply, its charge or its papers."""
    return (
        _HANDLING.search(words) is not None
        or _REPLIES.match(words) is not None
        or _PAPER_FORM.match(words) is not None
        or _OF_REPLY.match(asks.object_of(words)[:80]) is not None
    )
