"""Whether words can be a whole request, and whether they can be no more than a value or an option."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from foi_tracker.intake.questions import wishes
from foi_tracker.intake.questions.wording import pattern

HEAD = 420
"""Characters looked at from the start of a line: a request shows itself by its beginning."""
_START = re.compile(r"[\"“‘'(*_#.…\s\u200e\u200f\u2066-\u2069]{0,8}+")
_LINK = pattern(
    r"""(?:(?:and|also|but|or|so|then|further|finally|lastly|firstly|secondly|thirdly|additionally|furthermore
    |moreover|if (?:so|yes|no|not|applicable|possible|available|known)|in addition|of (?:these|those
    |the above)
    |for each|hefyd|ac|os felly)\b[,:;]?\s?){1,4}+"""
)
_OPEN = pattern(
    r"""(?:how|what|which|whose|whom|who|when|where|why|to what extent|faint|sawl|pa|beth|pwy|pryd|ble|pam
    |sut)\b"""
)
_OPEN_WITHIN = pattern(
    r"""\b(?:how (?:many|much|often|long)|which (?:of|\w{3,20} (?:is|are|was|were|do|does|did|have|has))
    |what (?:is|are|was|were|percentage|proportion|number|steps|types?|kind))\b"""
)
_RHETORIC = pattern(
    r"""(?:is|are|was|were|do|does|did|should|would|could|has|have) (?:it|this|that|you|we|they|there) not\b
    |(?:is|are|do|does|did|should|would)n[’']t\b|surely\b"""
)
_OWN = pattern(r"what (?:i|we)\b")
_OF_SENDER = pattern(r"(?:where|when) (?:i|we|you|he|she|they|it|asked|\w{3,12}ing)\b")
_CONDITION = pattern(r"(?:where|when)\b")
_YES_NO = pattern(
    r"""(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|a oes|a yw|a ydy|a ydych
    |oes)\b"""
)
_INVERTED = pattern(
    r"""(?:do|does|did|is|are|was|were|has|have|had) (?:the \w{2,20}|you|your \w{2,20}|there|any|these
    |those|they)
    (?! (?:following|below))\b"""
)
_SOFT = r"""(?:(?:please|kindly|i['’]d|i['’]m|we['’]d|we['’]re|must|then|now|was|wondering|wonder|also
    |could|can|would|will|may
    |you|i|we|be|able|to|like|wish|want|need|am
    |are|grateful
    |if|it|the|your|council|authority|force|trust|department|appreciate|ask|that|so|good|enough|therefore
    |specifically|just|further|finally|lastly|for|each|in|of|these|those|them|under|foi|foia|freedom|information|act|2000
    |environmental|regulations|2004|eir|respectfully|hereby|formally|both|interested|writing|write
    |should|glad|pleased|obliged|great|helpful|useful|kind|contacting|e-?mailing|hoping|keen|trying
    |allwch|chi|a|gallwch|hoffwn|rwyf|yn|os|gwelwch|dda)\b[,:]?\s?){0,24}?"""
_TELL = r"""(?:provide|say|define|(?:enquir|inquir)(?:e|ing) (?:about|as to)|ask(?:ing)? for|supply|furnish
    |publish
    |send
    |give|list|state|confirm|advise|tell|inform(?= (?:me|us)\b)
    |specify|detail|describe|disclose|identify
    |outline|explain|(?<!the )(?<!a )(?<!full )name(?!,| of\b)|share|indicate|release|include|show
    |summari[sz]e|set out|let (?:me|us) (?:know
    |have)
    |(?<!foi )(?<!information )(?<!act )(?<!the )(?<!this )(?<!my )(?<!a )(?<!your )request(?:ing)?
    (?!\s{0,9}(?:[-–:(]|for info|ref|no\b|\d|\W{0,3}$))
    |(?:my|this|the) (?:foi )?request is (?:for|to|that)|see (?:all|any|every|each|the|a|an|copies)|know
    |obtain|receive|find(?:ing)? out
    |(?:ask|enquire|inquire|wonder|wondering)(?= (?:how|what|which|who|when|where|why|whether)\b)
    |(?:seeking|looking for)(?= (?:the|an?|any|all|every|cop(?:y|ies)|details) )
    |complete|fill in|estimate|clarify|calculate|enclose|attach
    |forward|quantify|rhowch|darparwch|darparu|rhoi|nodwch|nodi|wybod|anfon|anfonwch|gadarnhau
    |cadarnhewch)\b"""
_DIRECTIVE = pattern(_SOFT + _TELL)
_POLITE = pattern(
    r"""(?:please|kindly|(?:can|could|would|will) you)(?: (?:please|also|kindly|then|you|can|could|would
    |will)){0,3}+\s
    (?:itemi[sz]e|tabulate|compile|produce|extract|collate|verify|report|record|return|submit|grant
    |demonstrate|justify|break down|make available|comment on
    |answer (?:whether|how|what|which|who|when|where|why)
    |(?:e-?mail|direct|point|refer|signpost) (?:me|us)(?: to)?)
    (?! (?:this|it|these|them|those|all (?:of )?(?:this|these|the)|the (?:above|data|figures
    |information|answers?|results?|response|reply)|your (?:response|reply|answers?))\b)\b"""
)
"""Verbs that ask only where a courtesy is before them."""
_NAMED_AS = pattern(
    r"""(?:my|our|the) (?:\w{1,12} ){0,2}?(?:questions?|quer(?:y|ies)|requests?|information|data|details)\b
    (?: (?:about|on|regarding|concerning) [^.?!:,]{3,60}?)?(?: that)?
    (?: (?:i|we)(?:['’](?:d|m|re))?(?: (?:am|are|would|wish|want|like|require|request|need|seek
    |seeking
    |requesting|asking|after|looking|interested|for|in|to|know|see|have|receive|obtain|get)){1,6})?
    (?: is| are|:|,)(?: (?:simply|as follows|for|to know|about)){0,2}:?\s
    (?=(?:how|what|which|who|when|where|why|whether|the|an?|any|all|each|every|cop(?:y|ies)|details)\b)
    |what (?:i|we)(?: (?:am|are|would|want|like|require|need|wish|asking|looking|seeking|for|to|know|see
    |have)){1,6} is:?\s(?=\w)
    |(?:this is|please (?:accept|treat|take|regard) this(?: (?:letter|e-?mail|message))? as
    |(?:i|we)(?:['’](?:d|m)| would| wish| am| want| like| to| hereby| writing){0,5}
    (?: make| making| submit| submitting| lodge| put in| place))
    (?: my| an?| this)(?: formal)?(?: foia?| freedom of information| eir)?(?:/eir)?(?: act)?\s
    (?:request|application)
    (?: (?:under|in accordance with|pursuant to|covering|about|regarding|concerning|relating to
    |in respect of)\s
    [^.?!:]{3,120}?)? (?:for|to (?:know|see|have|receive))
    (?! (?:information|the following|some|data|further|details?\b(?! of))\b)"""
)
"""What is asked for, named before a verb that only joins: "My question is how", "This is a request for"."""
_IF = pattern(r"(?:and |but )?(?:if|where) ")
_ASKED_OF = pattern(
    r"(?:on |me |us |as to |about |of ){0,2}(?:how|what|which|whose|who|when|where|why|whether)\b"
)
_ADDS = pattern(r"(?:please |also |kindly ){1,3}(?:include|exclude)\b")
_OF_BODY = pattern(
    r"""(?:can|could|would|will) (?!you\b|i\b|we\b|the following\b|this\b|these\b|it\b)
     (?:[\w'’&()-]{1,24} ){1,7}?
    (?:please|kindly) (?:also )?"""
    + _TELL
)
"""The authority is asked by its name: "Can the Harbour Board please supply"."""
_HAVE = pattern(
    r"""(?:please )?(?:can|could|may|might) (?:i|we) (?:please |also |kindly |therefore ){0,2}+
    (?:have|see|get|obtain|receive|request|ask|know|be (?:sent|given|provided|supplied|told))\b"""
)
_DETERMINER = r"""(?:(?:the|a|an|any|all|each|every|your|its|their|full|total|overall|current|annual
    |average|mean
    |median|latest|most|recent|number|detailed|complete|exact|approximate|estimated|main|other|relevant
    |unredacted|electronic|in|for|contract|job|procurement|supplier|contact|start|end|expiry|renewal|email
    |e-mail|telephone|phone|forecast|actual|y|yr)\s){0,6}"""
_FACT = r"""(?:no(?= of\b|\.)|access(?= to\b)|numbers?|amounts?|totals?|lists?|cop(?:y|ies)|breakdown
    |details?|names?|costs?
    |dates?|values?
    |percentages?|proportion|average|figures?|data|information|summary|descriptions?|links?|budgets?|spend
    |spending|expenditure|reasons?|documents?|minutes|correspondence|e?-?mails?|records?|locations?
    |address(?:es)?|titles?|length|duration|rates?|salar(?:y|ies)|income|revenue|price|fees?|charges?|whether
    |telephone|phone|website|quantity|volume|types?|status|extent|methods?|polic(?:y|ies)|reports?|contracts?
    |agreements?|evidence|confirmation|explanation|outcomes?|results?|plans?|guidance|procedures?|frequency
    |age|area|size|levels?|count|sum|suppliers?|providers?|manufacturer|evaluation|assessments?|statistics
    |schedule|version|model|department|postcode|period|purpose|scope|ratio|nifer|copi|copïau|rhestr|manylion
    |cyfanswm|enw|enwau|dyddiad|gwerth|canran|gwybodaeth)\b"""
_FACT_SOON = pattern(_DETERMINER + r"(?:\(?[\w'’/&-]{1,24}\)?\s){0,2}?" + _FACT)
_FACT_FIRST = pattern(_DETERMINER + _FACT)
_FACT_THEN = pattern(
    r"""(?:in|for|during|over|since|between|within|of) (?:each|every|all|any
    |the (?:last|past|previous|same|years?)|(?:19|20)\d\d)\b[^.?!:]{0,60}?(?:, | (?=(?:the|an?|any|all)\s))"""
    + _DETERMINER
    + _FACT
)
"""Of what time a fact is, put before it: "In each of the last five years the number of"."""
_WISH = pattern(
    r"""(?:i|we)(?:['’](?:d|m|re|ll|ve)| would| should| shall| will| am| are| be| also| further| kindly
    | additionally| specifically| particularly| currently| hereby| therefore| now| just| really| very
    | most){0,4}+ (?:like|want|need|require|wish for|seek|seeking|after|looking|hoping|trying
    |ask for|asking for|interested in|grateful for|obliged for|glad of|pleased to) (?:for |to (?:see|have
    |get|obtain
    |receive|find|know) )?"""
    + _DETERMINER
    + r"(?:[\w'’-]{1,24}\s){0,2}?"
    + _FACT
)
_RELATIVE = pattern(r"(?:which|who|whose|whom|where|when|pa|beth)\b")
"""After a comma, and without a question mark, these go on with a statement."""
_FINITE = pattern(
    r"""(?:is|are|was|were|has|have|had|will|would|shall|should|may|might|must|can|could|did|does|do|means
    |includes|refers|relates|applies|said|says)$"""
)
_WITHIN_NOUN = pattern(r"(?:who|which|that|whose|where|when|whether|how|what|why|to)$")
_ITEM = pattern(r"(?:the|a|an|any|all|each|every|number|copies|details|whether|if)\b")
_ARTICLES = [[word] for word in ("the", "a", "an", "any", "all", "each", "every", "your", "y", "yr")]
_CLAUSE = re.compile(r"[^,:;]{1,160}+[,:;]\s++")
_TELLING = pattern(
    r"""\b(?:i am|we are|i['’]m|we['’]re) (?!asking|writing|requesting|seeking|looking|wondering|trying
    |hoping|after)
    \w{2,14}ing\b|\b(?:i|we|he|she|they|nobody|everyone|it|who) (?:\w{1,12} ){0,2}?
    (?:was|were|had|did|could|would not|\w{2,14}ed|told|said|know|do not|have|has)\b
    |\b(?:said|says|showed|shown|reported|announced|revealed|right to (?:know|ask))\b"""
)
"""A story before "how many": what somebody said or did, and not what is asked."""
_ASIDE = re.compile(r"\([^()]{0,160}\)")
_STATES = pattern(
    r"""(?:i|we) (?:also |have |now )?(?:attach|set out|enclose|include|forward|know|say|state|share|show
    |describe
    |explain|list
    |receive|estimate|confirm|calculate|complete)(?:d|ed)?\b
    |you (?:also |have |now )?(?:state|say|claim|confirm|advise|indicate|explain|list|show|include
    |give)(?:d|ed)?\b"""
)
"""What the sender does: "I attach a map" asks for nothing."""
_ASKED_FOR = pattern(
    r"""(?:as|under|in|further|following|regarding|with|pursuant|for)\b[^.?!]{1,120}?\b(?:i|we)
    (?: hereby| would| also| wish to| am| are){0,2} (?:require|request(?:ing)?|like|need|ask for|asking for
    |seek|seeking) (?:the|an?|any|all|cop)"""
)
"""As part of my request I require the …: what it is part of comes first."""
_ASKED_THEN = pattern(
    r"""^(?:for|in|during|between|from|since|over|with|within|of|as)\b[^.?!]{1,200}?, (?:and )?(?:please
    |could|can|would|will|may)
    (?: (?:you|i|we|please|also|kindly|be|able|to)){1,6} (?:provide|tell|give|send|supply|state|confirm
    |have|list|see)\b"""
)
"""A long condition of time or place before the request itself."""
_COURTEOUS = pattern(
    r"""\b(?:can|could|would|will) you (?:please |kindly |also |now |then |lastly |finally ){0,3}+
    (?:be able to )?"""
    + _TELL
)
"""A courtesy put as a question asks, whatever comes before it: "As to the ferry can you say"."""


_TOLD = (
    *(_DIRECTIVE, _WISH, _HAVE, _POLITE, _NAMED_AS, _OF_BODY),
    *(wishes.WISHES, wishes.SEEKS, wishes.NEEDS, wishes.SENT, wishes.WRITES),
)


class Ask(IntEnum):
    """How far words are a request by their shape alone."""

    NO = 0
    NOUN = 1
    DIRECTIVE = 2
    OPEN = 3


@lru_cache(maxsize=4096)
def shape(words: str) -> Ask:
    """How the words ask: an open question, a directive, a noun phrase that names a fact, or not at all."""
    head = words[:HEAD]
    at = _start(head)
    mark = ends_with_question_mark(words)
    if mark and _RHETORIC.match(head, at):
        return Ask.NO
    if _OPEN.match(head, at) and (mark or (len(head.split()) > 2 and not _asks_of_itself(head, at))):
        return Ask.OPEN
    if (_YES_NO.match(head, at) and "?" in head) or (at == 0 and _INVERTED.match(head)):
        return Ask.OPEN
    if mark and (_OPEN_WITHIN.search(head)):
        return Ask.OPEN
    if _STATES.match(head, at):
        return Ask.NO
    told = _told(head, at)
    if told and told.end() < len(head):
        return Ask.DIRECTIVE
    if mark and " " in words:
        return Ask.OPEN
    for start in _clauses(head, at):
        if _OPEN.match(head, start) and not _RELATIVE.match(head, start):
            return Ask.OPEN
        adds = head[start - 2 : start - 1] == ":" and _ADDS.match(head, start)
        if not adds and (_DIRECTIVE.match(head, start) or _HAVE.match(head, start)):
            return Ask.DIRECTIVE
    if _ASKED_THEN.search(head) or _ASKED_FOR.match(head) or _COURTEOUS.search(head):
        return Ask.DIRECTIVE
    if _asked_on_condition(head):
        return Ask.DIRECTIVE
    within = _OPEN_WITHIN.search(head)
    if within and not words.endswith(":") and not _TELLING.search(head, 0, within.start()):
        return Ask.DIRECTIVE
    return Ask.NOUN if _FACT_FIRST.match(head, at) else Ask.NO


def _asked_on_condition(head: str) -> bool:
    """If there is a plan please say who drew it: the condition runs on into what is asked."""
    condition, please, rest = head.partition(" please ")
    return bool(please) and _IF.match(condition) is not None and "," not in condition and _tells(rest)


def _tells(rest: str) -> bool:
    """Whether the words after "please" tell an authority what to say, and not only to say something."""
    told = _DIRECTIVE.match(rest)
    return told is not None and _ASKED_OF.match(rest[told.end() :].lstrip(" ,")) is not None


def _told(head: str, at: int) -> re.Match[str] | None:
    """The beginning of a directive, up to what it asks for."""
    return next((found for each in _TOLD if (found := each.match(head, at))), None)


def _clauses(head: str, at: int) -> Iterator[int]:
    """Where the second clause of a sentence begins, and the third: "For each, to date, please state"."""
    for _ in range(2):
        clause = _CLAUSE.match(head, at)
        if clause is None:
            return
        at = clause.end()
        yield at


def _asks_of_itself(head: str, at: int) -> bool:
    """ "What I would like", or "Where the number is below five, please": no question without its mark."""
    told = "," in head or "please" in head.lower() or _OF_SENDER.match(head, at)
    condition = _CONDITION.match(head, at) and told
    return bool(condition) or _OWN.match(head, at) is not None


def _start(head: str) -> int:
    """Where the words begin, after quotes, emphasis and "and also"."""
    start = _START.match(head)
    at = start.end() if start else 0
    link = _LINK.match(head, at)
    return link.end() if link else at


def ends_with_question_mark(words: str) -> bool:
    """Whether the words end as a question does, whatever closes after the mark."""
    if words[-6:].rstrip(" .\"”’')*_").endswith("?"):
        return True
    tail = words[-120:]
    bracket = tail.rfind("(")
    return words.endswith(")") and bracket > 0 and tail[:bracket].rstrip().endswith("?")


def names_fact(words: str) -> bool:
    """Whether the words begin as a thing that can be asked for: "Total cost of", "Job title", "Number of"."""
    head = words[:160]
    return (_FACT_SOON.match(head, _start(head)) or _FACT_THEN.match(head)) is not None


def is_statement(words: str) -> bool:
    """Whether the words say something and ask nothing: a verb comes before any word that only qualifies."""
    if shape(words) > Ask.NOUN:
        return False
    named = shape(words) is Ask.NOUN
    before = ""
    for place, written in enumerate(without_brackets(words[:200]).split()):
        word = "" if written.strip(",.;:)") == "May" else written.lower().strip(",.;:\"'“”()")
        if _WITHIN_NOUN.match(word):
            return False
        relative = named and before in ("you", "we", "they", "i")  # "the volume you have used"
        if place and _FINITE.match(word) and not relative:
            return True
        before = word
    return False


def without_brackets(words: str) -> str:
    """The words without what is told by the way in brackets."""
    return _ASIDE.sub("", words)


def begins_with_article(words: str) -> bool:
    """Whether the words begin with the, a, any, all, each or the like."""
    return words[:40].lower().split(maxsplit=1)[:1] in _ARTICLES


def names_of(words: str) -> bool:
    """Whether the words begin as "The cause of", "Any record of": a thing named by what it is of."""
    return begins_with_article(words) and "of" in words[:60].lower().split()[2:5] and not is_statement(words)


def names_thing(words: str) -> bool:
    """Whether the words can name something to be sent: "the mileage of the car", "any policy on cars"."""
    least = 3 if begins_with_article(words) else 4
    return len(words.split()) > least and words[-1] not in ".:" and not is_statement(words)


def comes_to(words: str) -> bool:
    """Whether a sentence names what it asks for before a verb that only joins: "My question is how"."""
    return _NAMED_AS.match(words[:HEAD], _start(words[:HEAD])) is not None


def opens(words: str) -> bool:
    """Whether a line begins with how, what, which or the like."""
    return _OPEN.match(words) is not None


def opens_question(words: str) -> bool:
    """Whether the words begin, after "and also" or the like, with how, what, which or the like."""
    return _OPEN.match(words, _start(words[:HEAD])) is not None


def asks_within(words: str) -> bool:
    """Whether a question has "how many" or the like after its first words."""
    return ends_with_question_mark(words) and _OPEN_WITHIN.search(words[:HEAD]) is not None


def begins_item(words: str) -> bool:
    """Whether a line begins in small letters as an item of a list does, and not as a line that wraps."""
    return words[0].islower() and (_OPEN.match(words) is not None or _ITEM.match(words) is not None)


def object_of(words: str) -> str:
    """What a directive asks for: the words after its verb; none where it is not a directive."""
    head = words[:HEAD]
    at = _start(head)
    found = _told(head, at) or _ASKED_FOR.match(head)
    for start in () if found else _clauses(head, at):
        found = found or _DIRECTIVE.match(head, start)
    found = found or _COURTEOUS.search(head)
    return head[found.end() :].lstrip(" :,") if found else ""
