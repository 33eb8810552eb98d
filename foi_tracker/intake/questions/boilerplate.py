"""Words around a request that ask for nothing: greetings, process, formats, sign-offs, quoted letters."""

from __future__ import annotations

import re

from foi_tracker.intake.questions.asks import Ask, shape

_GREETING = re.compile(
    r"(?:dear|hello|hi|hiya|good (?:morning|afternoon|evening|day)|to whom|f\.?a\.?o\b|for the attention"
    r"|annwyl|helo|bore da"
    r"|prynhawn da)\b",
    re.I,
)
_SIGN_OFF = re.compile(
    r"(?:yours?(?: very)? (?:faithfully|sincerely|truly|etc)|yours\W{0,2}$|(?:with )?(?:kind(?:est)?|best"
    r"|warm(?:est)?|many)?\s?"
    r"(?:regards|wishes)\b|sincerely|faithfully|many thanks\W{0,3}$|thanks\W{0,3}$|thank you\W{0,3}$"
    r"|cheers\W{0,3}$|all the best"
    r"|thanks (?:again|in advance|so much|very much)|thank you (?:in advance|again|very much"
    r"|so much)?\W{0,3}$|yn gywir|yr eiddoch"
    r"|cofion|diolch|sent from my|with thanks)",
    re.I,
)
_PROCESS = re.compile(
    r"\b(?:look(?:ing)? forward|acknowledg\w+ (?:receipt|this|of)|(?:20|twenty) (?:working )?days"
    r"|statutory (?:deadline|time)"
    r"|hesitate|get in touch|contact me|any (?:queries|questions|clarification)|further clarification"
    r"|clarif(?:y|ication)"
    r"|section (?:1|8|10|11|12|14|16|17|21|40|43|45)\b|s\.?\s?(?:12|16|17|40)\b|cost (?:limit|ceiling"
    r"|restrictions|of compliance)"
    r"|appropriate limit|18 hours|too (?:broad|wide|costly|expensive|onerous)|refine|narrow(?:ed"
    r"|ing)? (?:down |the )?(?:scope|request|my|this)"
    r"|advice and assistance|internal review|right person|pass (?:it|this)|forward (?:it|this|my)"
    r"|exempt(?:ion|ions|ed)?\b|redact\w*|re-?use|copyright|time taken|your time|thank you|thanks"
    r"|in advance|gratefully"
    r"|not held|hold(?:s)? (?:this|the|some|any of this) (?:information|data)|public interest"
    r"|data protection|gdpr|identif(?:y|iable) individuals"
    r"|reply to this|respond to this|response to (?:this|my)|receive (?:a|your|the) (?:response|reply)"
    r"|as soon as possible|promptly"
    r"|under the (?:freedom|foi|terms|provisions|eir|environmental)|freedom of information (?:act"
    r"|request)|foi request)\b",
    re.I,
)
_FORMAT = re.compile(
    r"\b(?:excel|csv|xlsx?|spread ?sheet|machine[- ]readable|electronic(?:ally)?(?: (?:format|form"
    r"|copy))?|(?:word|pdf|digital|email|same|table|any)"
    r" (?:format|document|file)|format|by e-?mail|via e-?mail|google sheets?|hard cop(?:y|ies))\b",
    re.I,
)
_DELIVERY = re.compile(
    r"\b(?:provide|provided|send|sent|supply|supplied|receive|received|prefer|preferred|preferably"
    r"|preference|respond|response|reply|format"
    r"|deliver|delivered|return|returned|request|accept|present|presented|appreciate|information|data"
    r"|documents?|results?|answers?)\b",
    re.I,
)
_FALLBACK = re.compile(
    r"(?:if|where|should|in the event|unless|note|please note|for (?:the avoidance|clarity|clarification"
    r"|the purposes?)|n\.?b|by \W?[\w ]{2,30}\W? i mean"
    r"|the (?:aim|purpose)|we are|i am (?:aware|happy|also aware|a\b|conducting|writing)|my name"
    r"|this (?:request|information|data|is)|as per|according"
    r"|i (?:understand|believe|appreciate|note|also understand|do not|don[’']t|am only)|i[’']m"
    r"|please (?:exclude|only|do not|ignore|treat|refer)"
    r"|i would (?:prefer|be happy|also be happy|appreciate it)|it would be|where possible|all (?:data"
    r"|figures|information))\b",
    re.I,
)
_SCOPE = re.compile(
    r"(?:please|i would like|i'd like|could|can|i request|i require|all|for all|the above|this|these|data"
    r"|the (?:data|information|figures))\b"
    r"[^.?!]{0,60}\b(?:this|that|these|the|all|above|each)\s?(?:requested )?(?:data|information"
    r"|questions?|figures|answers?|period|time ?frame|items?)\b",
    re.I,
)
_HEADER = re.compile(r"(?:from|sent|to|cc|bcc|date|subject|reply-to|oddi wrth|anfonwyd|at|pwnc)\s?:", re.I)
_DIVIDER = re.compile(
    r"-{2,}\s?(?:original|forwarded|neges)|begin forwarded message|_{10,}|={10,}|on [^\n]{6,160}\bwrote:\s*$"
    r"|ar [^\n]{6,160}\bysgrifennodd\b",
    re.I,
)
_FOOTER = re.compile(
    r"(?:page )?\d{1,3} (?:of|/) \d{1,3}$|page \d{1,3}$|-{1,3}\s?\d{1,3}\s?-{1,3}$|\d{1,3}$|tudalen \d{1,3}",
    re.I,
)
_RULES = re.compile(
    r"\b(?:specifications?|format|instructions?|notes?|definitions?|clarifications?|guidance|background"
    r"|context|delivery)\b",
    re.I,
)


def is_greeting(words: str) -> bool:
    """Dear Sir; Hello; To whom it may concern."""
    return _GREETING.match(words) is not None and len(words) < 120 and shape(words) < Ask.OPEN


def is_sign_off(words: str) -> bool:
    """Yours faithfully; Kind regards; Many thanks."""
    return _SIGN_OFF.match(words) is not None and len(words.split()) <= 9


def is_process(words: str) -> bool:
    """Whether the words are about the request and its answer, not about what is asked."""
    head = words[:600]
    if shape(head) is Ask.OPEN and not _addressed(head):
        return False
    return _PROCESS.search(head) is not None


def is_format(words: str) -> bool:
    """Whether the words only say in what form the answer is wanted."""
    head = words[:400]
    return (
        len(head.split()) <= 45
        and _FORMAT.search(head) is not None
        and (_DELIVERY.search(head) is not None or len(head.split()) <= 5)
        and (shape(head) is not Ask.OPEN or _addressed(head))
    )


def _addressed(words: str) -> bool:
    """A courtesy put as a question: "Could you please …", "Can the information …"."""
    start = words.lstrip('"“ ').lower()
    return start.startswith(("could", "can ", "would", "will you", "please", "if", "may i"))


def is_fallback(words: str) -> bool:
    """A scope, a condition or an aside: what it begins with asks for nothing new."""
    return _FALLBACK.match(words) is not None and shape(words) is not Ask.OPEN


def is_scope(words: str) -> bool:
    """What is to hold for everything asked: "I would like this data for each year"."""
    return _SCOPE.match(words) is not None and shape(words) is not Ask.OPEN


def is_header(words: str) -> bool:
    """A line of an email's heading."""
    return _HEADER.match(words) is not None


def is_divider(words: str) -> bool:
    """Where an earlier message begins."""
    return _DIVIDER.match(words) is not None


def is_footer(words: str) -> bool:
    """A page number between the lines."""
    return _FOOTER.match(words) is not None


def heads_rules(words: str) -> bool:
    """A heading over instructions or definitions and not over questions."""
    return len(words.split()) <= 5 and _RULES.search(words) is not None
