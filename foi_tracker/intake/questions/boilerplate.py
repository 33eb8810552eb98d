"""Words around a request that ask for nothing: greetings, process, formats, sign-offs, quoted letters."""

from __future__ import annotations

import re

from foi_tracker.intake.questions import asks, handling, leadins, wishes
from foi_tracker.intake.questions.asks import Ask, shape
from foi_tracker.intake.questions.wording import pattern

_GREETING = pattern(
    r"""(?:dear|hello|hi|hiya|good (?:morning|afternoon|evening|day)|to whom|f\.?a\.?o\b|for the attention
    |annwyl
    |helo|bore da|prynhawn da)\b"""
)
_SIGN_OFF = pattern(
    r"""(?:yours?(?: very)? (?:faithfully|sincerely|truly|etc)|yours\W{0,2}$|sincerely|faithfully
    |(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many)?\s?(?:regards|wishes)\b|(?:with |many )?thanks\b
    |thank you\b
    |cheers\W{0,3}$|all the best|yn gywir|yr eiddoch|cofion|diolch|sent from my)"""
)
_FAREWELL = re.compile(
    r"(?<=\s)(?:Yours (?:faithfully|sincerely|truly)|(?:Kind|Kindest|Best|Warm) (?:regards|wishes)"
    r"|Yn gywir)\b"
)
_PROCESS = pattern(
    r"""\b(?:(?:confirm|acknowledg\w{1,8}|on)\s(?:the |safe )?receipt|receipt of (?:this|my)
    |look(?:ing)? forward|acknowledg\w{1,8}|(?:20|twenty)[- ](?:working[- ])?days?
    |statutory (?:deadline|time)
    |hesitate|feel free|get in touch|contact me|let me know if|any (?:queries|questions|clarification
    |problems)
    |(?:need|require|seek|further|any|some|for|of) clarification|clarify (?:my|this|any|anything|if)
    |s(?:ection|\.)?\s?(?:1|8|10|11|12|14|16|17|21|40|43|45)\b
    |costs? (?:limits?|cap|ceiling|threshold|restrictions|of compliance)|appropriate limit|(?:18|24) hours
    |too (?:broad|wide|costly|expensive|onerous)|refine|narrow(?:ed|ing)? (?:down |the )?(?:scope|request
    |my|this)
    |(?:advice|advise) and assist\w{0,5}|internal review|right person|pass (?:it|this)|forward (?:it|this|my)
    |exempt(?:ion|ions|ed)?|redact\w{0,4}|re-?use|copyright|time taken|your time|thank you|thanks|in advance
    |not held|holds? (?:this|the|some|any of this) (?:information|data)|public interest|data protection|gdpr
    |identif(?:y|iable) individuals|(?:reply|respond|response) to (?:this|my)
    |receive (?:a|your|the) (?:response|reply)|as soon as possible|promptly|in scope|request id)\b"""
)
_MENTIONS = pattern(r"\b(?<!date of )(?:this|my) (?:\w{1,12} )?request\b(?! is (?:for|to|that)\b)")
_ACT = pattern(
    r"""\b(?:freedom of information(?: act| request)?|foia?(?: act| request)?
    |environmental information regulations
    |under the (?:act|terms|provisions|eir)|rhyddid gwybodaeth)\b"""
)
_INTRODUCES = pattern(
    r"""(?:(?:me|us|you|for|with|the|some|any|all|a|an|further|certain|recorded|following|your|this|additional|more|make
    |few)\s){0,5}
    (?:information|data|details|questions?|answers?|requests?|foi|freedom)\b(?!\s(?:\([^)]{1,60}\)\s)?(?:of|showing|that
    |which|into|as to|(?:on|about|regarding|concerning|(?:pertaining|relating) to) (?:how|what|whether|why
    |(?:the )?(?:number|total|amount|costs?|reasons?|names?|dates?)\b))\b)"""
)
_FORMAT = pattern(
    r"""\b(?:excel|csv|xlsx?|spread ?sheet|machine[- ]readable|electronic(?:ally)?(?: (?:format|form|copy))?
    |(?:word|pdf|digital|email|same|table|any) (?:format|document|file)|format|by e-?mail|via e-?mail
    |google sheets?|hard cop(?:y|ies))\b"""
)
_HOLDS = pattern(
    r"""\b(?:spread ?sheet|document|file|copy|table|list) (?:of (?!this|these|the above|all (?:this|these)
    |the (?:data|information|answers))|containing|showing|listing|which shows|that shows|with)\b"""
)
_DELIVERY = pattern(
    r"""\b(?:provided?|sen[dt]|suppl(?:y|ied)|received?|prefer(?:red|ably|ence)?|respon[ds]e?|reply|format
    |like|fine|deliver(?:ed)?|return(?:ed)?|request|accept|present(?:ed)?|appreciate|information|data|documents?
    |results?
    |answers?)\b"""
)
_CONDITION = pattern(r"(?:and |but )?(?:if|where|should|in the event|unless)\b")
_DOUBTS = pattern(
    r"""\b(?:possible|doubt|feasible|practical|available|hold|held|exceeds?|over|limits?|cost|time|clear|unclear
    |questions?|broad|require|need|wish|any (?:of|part|aspect)
    |(?:this|my|the|your) (?:requests?|information|data|answers?|response|figures?)
    |recorded|records|published|easier
    |decide|refuse|withh\w{2,4}|public domain|not the (?:right|correct)
    |too (?:long|much|many)|(?:figures?|numbers?|counts?|totals?|values?) (?:is|are)
    |you (?:\w{1,8} )?(?:cannot|can[’']t|can not|are unable|are not able)
    |there (?:is|are|will be) (?:a|any) (?:\w{1,10} )?(?:charge|fee)s?)\b"""
)
_FALLBACK = pattern(
    r"""(?:(?:preferred )?(?:format|delivery|notes?|clarifications?|costs?|contact
    |exemptions?)(?: \w{2,3} \w{1,12})?\s?:
    |note|please,? note|n\.?b|by \W?[\w ]{2,30}\W? i mean|my name
    |for (?:the avoidance|clarity|clarification|the purposes?)|in (?:such|these|those|that|this) cases?
    |the (?:aim|purpose)|we are|as per|according
    |i am (?:aware|happy|also aware|a\b|conducting|writing)|this (?:request|information|data|is)
    |i (?:understand|believe|appreciate|note|also understand|do not|don[’']t|am only)|i[’']m
    |please (?:exclude|only|do not|ignore|treat|refer|use)|where possible|all (?:data|figures|information)
    |i would (?:prefer|be happy|also be happy|appreciate it)|it would be(?! (?:great|good|helpful|useful
    |appreciated|kind|nice) if you (?:could|can|would)))\b"""
)
_SCOPE = pattern(
    r"""(?:for (?:your|my|our|ease|clarity) ?[\w ]{0,20},? )?
    (?:please|i would like|i'd like|could|can|i request|i require|all|for all|the above|this|these|data
    |the (?:data|information|figures))\b[^.?!]{0,60}?\b(?:this|that|these|the|all|above
    |each)\s?(?:requested )?
    (?:data|information|questions?|figures|answers?|period|time ?frame|items?)\b"""
)
_REQUEST = pattern(
    r"""\b(?:requests?|requesting|requested|questions?|provide|supply|information|know|answers?|ask(?:ing)?
    |please
    |disclos\w{1,6}|like|cais|cwestiynau|wybodaeth)\b"""
)
_AWAITS = pattern(
    r"""\b(?:receive|provide|supply|send|know|see|obtain|request|like|want|need|require|seek|seeking|ask
    |asking|grateful|obliged)(?: (?:me|us|you|with|to|for|about|know|have|see|the|following|copies|of
    |information|either|both)){0,5}\W{0,4}$|\brequest (?:is )?for\W{0,4}$"""
)
_RECOUNTS = pattern(
    r"""\b(?:previous(?:ly)?|earlier (?:request|foi|letter|response)|original(?:ly)?|last (?:request|letter)
    |(?:i|we|you) (?:had |have )?(?:asked|requested|replied|responded|answered|stated|said|confirmed|told
    |wrote)
    |(?:says?|states?|said|stated|reads?|found|recorded?|promise[sd]?|agreed|(?<!\bi )(?<!\bwe )requires?
    |recommend(?:s|ed)?|commit(?:s|ted)|announced|concluded|works? on|looks? at|covers?|covering
    |lists?)\b[^.?!]{0,60}:?$)"""
)
_HEADER = pattern(r"""(?:from|sent|to|cc|bcc|date|subject|reply-to|oddi wrth|anfonwyd|at|pwnc)\s?:""")
_FORM = pattern(
    r"""(?:(?:your |full |first |last |sur)?name|e-?mail(?: address)?|tel(?:ephone)?(?: number)?|phone
    |mobile|fax|(?:postal |home )?address|post ?code
    |(?:our |your )?ref(?:erence)?|organi[sz]ation|company|occupation|enw
    |date(?: of request)?)\s?:\s\S|how (?:would|do) you (?:like|prefer|want|wish)\b"""
)
_DIVIDER = pattern(
    r"""-{2,40}\s?(?:original|forwarded|neges)|begin forwarded message|_{10}|={10}|on [^\n]{6,160}\bwrote:\s?$
    |ar [^\n]{6,160}\bysgrifennodd\b"""
)
_FOOTER = pattern(
    r"""(?:(?:page|tudalen) )?\d{1,3} (?:of|o|/) \d{1,3}$|(?:page|tudalen) \d{1,3}$
    |[-–—]{1,3}\s?\d{1,3}\s?[-–—]{1,3}$"""
)
_RULES = pattern(
    r"""\b(?:specifications?|format|instructions?|notes?|definitions?|clarifications?|guidance|background
    |context
    |delivery)\b"""
)

_NOTE = pattern(r"[(\[*]{0,2}(?:(?:please,? |kindly )?note\b(?! (?:of|down))|n\.?\s?b\b)")
_BEARING = pattern(
    r"""(?:please )?(?:bear|keep|have) (?:\w{2,5} )?in mind
    |(?:when|in|while) (?:you )?(?:answer|respond|reply)\w{0,3}\b"""
)
_EXPLAINS = pattern(
    r"""(?:just )?(?:to clarify|for clarity|for the avoidance|by way of (?:clarification|explanation)
    |to be clear)\b"""
)
_ABOUT = pattern(
    r"""(?:more |something )?about (?!(?:how|what|whether|why
    |(?:the )?(?:number|total|amount|costs?|reasons?|names?|dates?))\b)"""
)
"""Only a subject: "about the buses", and not "about how many buses"."""
_ABOUT_THIS = pattern(
    r"""\b(?:(?:any|some|all|part|none) of (?:this|these|the|my|it)
    |(?:this|the) (?:information|data)|my request)\b"""
)
_OF_THE_ANSWER = pattern(
    r"""(?:\S{1,12} ){0,5}?(?:information|data|respon\w{2,4}|repl\w{1,4}|answers?|results?|documents?
    |figures|it
    |this|these|them|above|everything|files?|copies|copy|lists?)\b"""
)
"""What a wish for a format is about. Another thing may tell its format by the way: "the plan in DWG"."""
_FACT_ASKED = pattern(
    r"\b(?:how (?:many|much|often)|narrow (?:those|these)|which of|what (?:is|are|was|were))\b"
)
_WRITES = pattern(r"(?:i am|i['’]m|we are|i|we) (?:writ(?:e|ing)|seek(?:ing)?|asking|requesting|looking)\b")
_DUTIES = pattern(
    r"""\b(?:guidance|code of practice|act|regulations|law|commissioner|ico)\s(?:\w{1,12} ){0,2}
    (?:asks?|expects?|requires?|says)\b[^.?!]{0,40}:$"""
)
"""What others say an authority must do is not asked by the sender."""
_REFUSAL = pattern(
    r"""\b(?:withh\w{2,6}|refus\w{1,4}|exempt\w{0,6}|redact\w{0,4}|reject\w{0,4}
    |(?:cost|time|appropriate) limit)\b"""
)
_SPEAKS = pattern(r"\b(?:please|i|we|you|your|my|our|me|us|thank|thanks)\b|^(?:if|should|where|would)\b")
_ANNEX = pattern(r"(?:annexe?|appendix|attachment|atodiad|enclosures?|encs?)\b[^.?]{0,40}$")


def greeting_end(words: str) -> int:
    """Where the greeting at the start of a longer line ends, or 0: "Dear Sir, I write to ask"."""
    comma = words.find(",", 0, 80)
    return comma + 1 if comma > 0 and len(words) > comma + 1 and _GREETING.match(words[:comma]) else 0


def farewell_start(words: str) -> int:
    """Where a farewell at the end of a longer line begins, or 0: "… the plan. Yours faithfully A Person"."""
    found = _FAREWELL.search(words, max(1, len(words) - 90))
    return found.start() if found and "?" not in words[found.start() :] else 0


def is_greeting(words: str) -> bool:
    """Dear Sir; Hello; To whom it may concern."""
    return len(words) < 120 and _GREETING.match(words) is not None and shape(words) < Ask.OPEN


def is_sign_off(words: str) -> bool:
    """Yours faithfully; Kind regards; Many thanks."""
    return len(words) < 120 and _SIGN_OFF.match(words) is not None and len(words.split()) <= 12


def is_farewell(words: str) -> bool:
    """Yours faithfully, Kind regards: what ends a letter, and not only thanks within one."""
    return is_sign_off(words) and "thank" not in words.lower()


def is_process(words: str) -> bool:
    """Whether the words are about the request and its answer, not about what is asked."""
    head = words[:600]
    if shape(head) is Ask.OPEN and (not _addressed(head) or _FACT_ASKED.search(head)):
        return False
    if (_PROCESS.search(head) and not handling.is_topic(head)) or handling.is_handling(head):
        return True
    return (_MENTIONS.search(head) or _ACT.search(head)) is not None and not _concrete(head)


def _concrete(words: str) -> bool:
    """Whether a sentence that names the Act goes on to ask for something of its own."""
    asked = asks.object_of(words)
    return wishes.TO_BE_SENT.match(words) is not None or (bool(asked) and not introduces(words))


def introduces(words: str) -> bool:
    """Whether what is asked for is only "information about" a subject: an opening, where more follows."""
    asked = asks.object_of(words)
    subject = _ABOUT.match(asked[:60]) is not None
    return bool(asked) and (subject or _INTRODUCES.match(asked[:120]) is not None)


def is_format(words: str) -> bool:
    """Whether the words only say in what form the answer is wanted."""
    head = words[:400]
    length = len(head.split())
    return (
        length <= 45
        and _FORMAT.search(head) is not None
        and _HOLDS.search(head) is None
        and (_DELIVERY.search(head) is not None or length <= 5)
        and (length <= 12 or speaks(head) or not asks.begins_with_article(head))
        and (shape(head) is not Ask.OPEN or _addressed(head))
        and (not _asks_for_thing(asks.object_of(head)) or handling.sends_on(head))
    )


def _asks_for_thing(asked: str) -> bool:
    """Whether a directive asks at length for something of its own, and tells its format only by the way."""
    return len(asked.split()) >= 8 and not _OF_THE_ANSWER.match(asked)


def _addressed(words: str) -> bool:
    """A courtesy put as a question: "Could you please …", "Can the information …"."""
    return (
        words.lstrip('"“ ')
        .lower()
        .startswith(("could", "can ", "would", "will you", "please", "if", "may i"))
    )


def is_fallback(words: str) -> bool:
    """A scope, a condition or an aside: what it begins with asks for nothing new."""
    if (shape(words) is Ask.OPEN and not _courteous(words)) or _writes_for(words):
        return False
    return _FALLBACK.match(words[:120]) is not None or _doubts(words[:300])


def _courteous(words: str) -> bool:
    """Whether a question is only a courtesy about this request: "If any of this is published, could you"."""
    condition, _comma, rest = words[:300].partition(",")
    about = _CONDITION.match(words) is not None and _ABOUT_THIS.search(condition) is not None
    return about and _addressed(rest.strip())


def _writes_for(words: str) -> bool:
    """I am writing to request the number of …: the request itself, and no opening."""
    named = _names_or_asks(asks.object_of(words)) and _WRITES.match(words) is not None
    return (named or wishes.seeks(words)) and not introduces(words)


def _names_or_asks(words: str) -> bool:
    return asks.names_fact(words) or asks.opens(words)


def _doubts(words: str) -> bool:
    """A condition that doubts whether the answer can be had, or one that leads to nothing asked."""
    if not _CONDITION.match(words):
        return False
    condition, comma, rest = words.partition("," if "," in words else " please ")
    if (
        shape(rest.strip()) >= Ask.DIRECTIVE
        and " also " in rest[:40].lower()
        and not leadins.asks_again(rest.strip())
    ):
        return False
    return not comma or _DOUBTS.search(condition) is not None or shape(rest.strip()) is Ask.NO


def is_note(words: str) -> bool:
    """Please note that …: an item that tells and does not ask."""
    return _NOTE.match(words) is not None and "?" not in words


def heads_remarks(words: str) -> bool:
    """Whether a lead-in is to remarks on the request: "Please note:", "When you answer, bear in mind:"."""
    told = is_note(words) or _BEARING.match(words) is not None
    told = told or (explains(words) and shape(words) is Ask.NO)
    return told and words.endswith(":") and len(words.split()) <= 12 and "question" not in words


def is_scope(words: str) -> bool:
    """What is to hold for everything asked: "I would like this data for each year"."""
    return _SCOPE.match(words[:160]) is not None and shape(words) is not Ask.OPEN


def holds_for_all(words: str) -> bool:
    """How everything above is to be answered: "Please break all the above down by year"."""
    return " above" in words[:80] and (is_scope(words) or leadins.is_breakdown(words))


def explains(words: str) -> bool:
    """What the sender means by the words before it: "Just to clarify, this is …"."""
    return _EXPLAINS.match(words) is not None and shape(words) is not Ask.OPEN


def foresees_refusal(words: str) -> bool:
    """Whether a lead-in says what to do if something is refused: "If any of this is withheld, please:"."""
    condition = _CONDITION.match(words) is not None or " if " in words[:120].lower()
    return condition and words.endswith(":") and _REFUSAL.search(words[-200:]) is not None


def limits(words: str) -> bool:
    """What to answer, or leave out, if all would be too much: "If this would go over the cost limit, …"."""
    return _CONDITION.match(words) is not None and is_process(words)


def leads_to_request(words: str) -> bool:
    """Whether a lead-in says that what follows is asked for."""
    last = words[-320:]
    return (
        shape(last) >= Ask.DIRECTIVE
        or awaits(last)
        or (leadins.is_lead_in(last) and _REQUEST.search(last) is not None)
    )


def awaits(words: str) -> bool:
    """Whether a lead-in stops where the thing asked for should come: "I should be grateful to receive"."""
    return _AWAITS.search(words[-120:]) is not None


def names_request(words: str) -> bool:
    """Whether a sentence names the Act, or the request that it makes."""
    return any(_ACT.search(part) or "request" in part.lower() for part in (words[:400], words[-400:]))


def recounts(words: str) -> bool:
    """Whether a lead-in tells what was said, asked or promised before: what follows is not asked now."""
    last = asks.without_brackets(words[-200:])
    if "please" in last.lower():
        return False
    told = _RECOUNTS.search(last) is not None and shape(last) < Ask.DIRECTIVE
    return told or _DUTIES.search(last) is not None


def heads_annex(words: str) -> bool:
    """Annex A; Appendix 2: the heading of what is put after a letter."""
    return len(words.split()) <= 6 and _ANNEX.match(words) is not None


def heads_rules(words: str) -> bool:
    """A heading over instructions or definitions and not over questions."""
    return len(words.split()) <= 5 and _RULES.search(words) is not None


def speaks(words: str) -> bool:
    """Whether a sentence speaks to its reader or of its writer, as a bare noun phrase does not."""
    return _SPEAKS.search(words[:200]) is not None


def is_header(words: str) -> bool:
    """A line of an email's heading."""
    return _HEADER.match(words) is not None


def is_form_line(words: str) -> bool:
    """A line of a web form that says who asks, or how they want their answer."""
    return len(words) < 120 and _FORM.match(words) is not None


def is_divider(words: str) -> bool:
    """Where an earlier message begins."""
    return _DIVIDER.match(words[:240]) is not None


def is_footer(words: str) -> bool:
    """A page number between the lines."""
    return len(words) < 30 and _FOOTER.match(words) is not None
