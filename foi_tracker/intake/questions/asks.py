"""Whether words can be a whole request, and whether they can be no more than a value or an option."""

from __future__ import annotations

import re
from enum import IntEnum

_START = re.compile(r"[\"“‘'(*_\s\u200e\u200f\u2066-\u2069]{0,8}+")
_LINK = re.compile(
    r"(?:(?:and|also|but|or|so|then|further|finally|lastly|firstly|secondly|thirdly|additionally"
    r"|furthermore|moreover"
    r"|if (?:so|yes|no|not|applicable|possible|available|known)|in addition|of (?:these|those|the above)"
    r"|hefyd|ac|os felly)"
    r"\b[,:;]?\s?){1,4}+",
    re.I,
)
_HOW = (
    r"how (?:many|much|often|long|frequently|far|old|is|are|was|were|do|does|did|has|have|had|can|could"
    r"|will|would|was)|"
    r"what|which|whose|whom|who|when|where|why"
)
_OPEN = re.compile(rf"(?:{_HOW}|to what extent|faint|sawl|pa\b|beth|pwy|pryd|ble|pam|sut)\b", re.I)
_WITHIN = re.compile(
    r"\b(?:how (?:many|much|often|long)|what (?:is|are|was|were|percentage|proportion|number|steps|type"
    r"|types|kind)"
    r"|which (?:of|\w{3,20} (?:is|are|was|were|do|does|did|have|has)))\b",
    re.I,
)
_YES_NO = re.compile(
    r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|a oes|a yw|a ydy|a ydych"
    r"|oes)\b",
    re.I,
)
_SOFT = (
    r"(?:(?:please|kindly|also|could|can|would|will|may|you|i|we|be|able|to|like|wish|want|need|am|are"
    r"|grateful|if|it|the|your|"
    r"council|authority|force|trust|department|appreciate|ask|that|so|good|enough|therefore|specifically"
    r"|just|further|"
    r"advise|indicate|for|each|in|of|these|those|them|under|foi|foia|allwch|chi|a|gallwch|hoffwn|rwyf|yn"
    r"|os|gwelwch|dda"
    r"|the|freedom|information|act|2000|environmental|regulations|2004|eir|respectfully|hereby|formally"
    r"|both|interested)"
    r"\b[,:]?\s?){0,24}?"
)
_TELL = (
    r"(?:provide|supply|send|give|list|state|confirm|advise|tell|specify|detail|describe|disclose"
    r"|identify|outline|explain|name"
    r"|share|indicate|release|include|show|summari[sz]e|set out|set forth|let me (?:know|have)"
    r"|request(?:ing)?|know|see|obtain"
    r"|receive|find out|complete|break down|estimate|clarify|calculate|enclose|attach|forward|quantify"
    r"|rhowch|darparwch|darparu|rhoi|nodwch|nodi|wybod|anfon|anfonwch|gadarnhau|cadarnhewch)\b"
)
_DIRECTIVE = re.compile(_SOFT + _TELL, re.I)
_DETERMINER = (
    r"(?:(?:the|a|an|any|all|each|every|your|its|their|full|total|overall|current|annual|average|mean"
    r"|median|latest|most|recent|"
    r"number|detailed|complete|exact|approximate|estimated|main|other|relevant|unredacted|electronic|in"
    r"|for|contract|job|"
    r"procurement|supplier|contact|start|end|expiry|renewal|email|e-mail|telephone|phone|forecast|actual"
    r"|y|yr)\s){0,6}+"
)
_FACT = (
    r"(?:number|numbers|no|amount|amounts|total|totals|list|lists|copy|copies|breakdown|details?|names?"
    r"|costs?|dates?|value|values|"
    r"percentage|percentages|proportion|average|figures?|data|information|summary|description"
    r"|descriptions|link|links|budget|"
    r"budgets|spend|spending|expenditure|reasons?|documents?|minutes|correspondence|emails?|e-mails?"
    r"|records?|locations?|"
    r"address|addresses|title|titles|length|duration|rate|rates|salary|salaries|income|revenue|price"
    r"|fees?|charges?|"
    r"whether|job title|telephone|phone|website|quantity|volume|type|types|status|extent|method|methods"
    r"|policy|policies|"
    r"report|reports|contract|contracts|agreements?|evidence|confirmation|explanation|outcome|outcomes"
    r"|results?|plans?|"
    r"guidance|procedures?|frequency|age|area|size|levels?|count|sum|supplier|suppliers|provider"
    r"|providers|manufacturer|"
    r"evaluation|assessment|assessments|statistics|schedule|version|model|department|postcode|period"
    r"|purpose|scope|ratio|"
    r"nifer|copi|copïau|rhestr|manylion|cost|cyfanswm|enw|enwau|dyddiad|gwerth|canran|gwybodaeth)\b"
)
_NOUN = re.compile(_DETERMINER + r"(?:\(?[\w'’/&-]{1,24}\)?\s){0,2}?" + _FACT, re.I)
_NOUN_FIRST = re.compile(_DETERMINER + _FACT, re.I)
_CLAUSE = re.compile(r"[^,:;]{1,160}[,:;]\s")
_VALUE = re.compile(
    r"(?:[-–—:.,/&()\[\]'’+<>=£%*\s]|\d{1,12}(?:st|nd|rd|th)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4]|quarter|fy|year|years"
    r"|to|date|and|from|"
    r"between|in|until|up|under|over|aged?|plus|present|calendar|financial|academic|months?|weeks?|days?"
    r"|yes|no|"
    r"n/?a|other|unknown|don[’']t know|not known|none|all|male|female|so far|ytd|y|n){1,40}+$",
    re.I,
)
_BINARY = re.compile(
    r"\(?\s?(?:y(?:es)?\s?(?:/|or)\s?no?|true\s?/\s?false)(?:\s?/\s?[\w ]{2,20})?\s?\)?[.?]?$", re.I
)
_PLACEHOLDER = re.compile(
    r"\bfollowing\b|\bbelow\b|\bas follows\b|\b(?:these|my) questions?\b|\bcanlynol\b|\bisod\b"
    r"|\b(?:information|data|details|answers?|questions?|documents?)\b[^.?!]{0,200}:$",
    re.I,
)
_BREAK = re.compile(
    r"\b(?:break(?:ing)?\s(?:(?:this|it|these|the|them|all|each)\s)?(?:\w{1,14}\s)?down|broken down"
    r"|breakdown|split"
    r"|separat(?:e|ed|ely)|categori[sz]ed|disaggregat\w{2,4}|itemi[sz]ed|for each (?:year|month|quarter"
    r"|of the))\b",
    re.I,
)


class Ask(IntEnum):
    """How far words are a request by their shape alone."""

    NO = 0
    NOUN = 1
    DIRECTIVE = 2
    OPEN = 3


def shape(words: str) -> Ask:
    """How the words ask: an open question, a directive, a noun phrase that names a fact, or not at all."""
    head = words[:420]
    at = _start(head)
    mark = ends_with_question_mark(words)
    if _OPEN.match(head, at) and (mark or len(head.split()) > 2):
        return Ask.OPEN
    if mark and (_YES_NO.match(head, at) or _WITHIN.search(head)):
        return Ask.OPEN
    if _DIRECTIVE.match(head, at):
        return Ask.DIRECTIVE
    if mark:
        return Ask.OPEN
    clause = _CLAUSE.match(head, at)
    if clause and (_OPEN.match(head, clause.end()) or _DIRECTIVE.match(head, clause.end())):
        return Ask.OPEN if _OPEN.match(head, clause.end()) else Ask.DIRECTIVE
    if _WITHIN.search(head) and not words.endswith(":"):
        return Ask.DIRECTIVE
    if _NOUN_FIRST.match(head, at):
        return Ask.NOUN
    return Ask.NO


def _start(head: str) -> int:
    start = _START.match(head)
    at = start.end() if start else 0
    link = _LINK.match(head, at)
    return link.end() if link else at


def ends_with_question_mark(words: str) -> bool:
    """Whether the words end as a question does, whatever closes after the mark."""
    tail = words[-6:].rstrip(" .\"”’')*_")
    if tail.endswith("?"):
        return True
    bracket = words[-120:].rfind("(")
    return words.endswith(")") and bracket > 0 and words[-120:][:bracket].rstrip().endswith("?")


def names_fact(words: str) -> bool:
    """Whether the words begin as a thing that can be asked for: "Total cost of", "Job title", "Number of"."""
    return _NOUN.match(words[:160], _start(words[:160])) is not None


def is_value(words: str) -> bool:
    """Whether the words are only a year, a date, a band, yes or no, or another such answer."""
    return bool(_VALUE.match(words[:200])) or bool(_BINARY.match(words[:60]))


def is_lead_in(words: str) -> bool:
    """Whether the words only lead to what is asked: "Please provide the following information:"."""
    last = words[-320:]
    if _PLACEHOLDER.search(last) is not None and (words.endswith((":", ";", "-", "–")) or len(words) < 400):
        return not _opens_itself(words)
    return words.endswith(":") and len(words.split()) <= 9


def _opens_itself(words: str) -> bool:
    """An open question is one even where it says "the following": "How many of the following …"."""
    return bool(_OPEN.match(words, _start(words[:420]))) and not words.endswith(":")


def is_breakdown(words: str) -> bool:
    """Whether the words only say how an answer is to be divided."""
    return _BREAK.search(words[:110]) is not None and not _OPEN.match(words, _start(words[:420]))


def holds_placeholder(words: str) -> bool:
    """Whether the words stand for what is listed after them: "the following", "below"."""
    return _PLACEHOLDER.search(words[-320:]) is not None
