"""What a letter says that refuses for cost: section 12, its estimate, and the help of section 16."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.law.cost_limit import refused_words
from foi_tracker.law.notices.strangers_facts import Cost

_CLAIMED = pattern(
    r"""\b(?:exceed\w*+|excess of|more than|over|beyond|above|surpass\w*+|within)\b[^.]{0,80}
    \b(?:appropriate limit|cost (?:limit|threshold|ceiling)|fees? limit|time limit of (?:18|24|2\.5|3\.5)
    |limit of (?:18|24|£))
    |\b(?:exceed\w*+|excess of)\b[^.]{0,60}(?:\b(?:18|24|eighteen) ?hours?\b|£ ?(?:450|600)\b)
    |\b(?:request|information|collat\w++|locat\w++|retriev\w++|extract\w*+|records|answer
    |search\w*+)\b[^.]{0,80}
    \b(?:more than|over|beyond) (?:\w++ ){0,3}(?:18|24|eighteen) ?hours?\b
    |\b(?:would|will) take (?:us |me )?(?:\w++ ){0,3}(?:more than|over|beyond) (?:\w++ ){0,2}(?:18|24
    |eighteen) ?hours?\b
    |\b(?:appropriate limit|cost (?:limit|threshold))\b[^.]{0,60}\b(?:exceed\w*+|would be (?:breached
    |reached))
    |\bcosts? of (?:compliance|complying)[^.]{0,80}\bexceed\w*+|\bexceed\w*+ (?:the )?costs? (?:of|limit)"""
)
_NAMES_IT = pattern(
    r"""\b(?:costs?|(?:appropriate|fees?|statutory) limit|time limit of [23]\.5
    |threshold|(?:18|eighteen) ?hours)\b"""
)
_THEY_SAY = pattern(r"""\byour (?:£ ?\d{1,4} )?(?:fees?|cost|time|appropriate|statutory) limit\b""")
"""What a requester says of the limit, and no authority."""
_HOURS = re.compile(
    r"(?<!\d)(?P<count>\d[\d,]{0,15}+(?:\.\d{1,2})?)\s?(?:-\s?)?(?:person |officer |staff |working )?"
    r"(?:hours?|hrs?|minutes?|mins?|days|weeks)\b",
    re.I,
)
_POUNDS = re.compile(r"£\s?(?P<count>\d[\d,]{0,15}+(?:\.\d\d)?)")
_SPELT = pattern(
    r"""\b(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|sixty|ninety
    |several|half an|one|an)(?:[ -]\w++)? (?:hours?|minutes?|days|weeks|months)\b"""
)
_MANY = re.compile(
    r"\b\d[\d,]{0,15}+ (?:\w++ ){0,3}(?:records?|files?|e-?mails?|documents?|cases?|crimes?|incidents?"
    r"|reports?|entries|invoices|items|patients?|occurrences?|requests|applications|notes|logs|accounts"
    r"|individual|investigations|properties|contracts|staff|employees|pupils|complaints)\b",
    re.I,
)
_ESTIMATES = pattern(
    r"""\b(?:estimat\w++|tak(?:e|es|en|ing)|would (?:require|involve|need)|sampl\w++|each|per (?:record
    |file|case|crime)|approximately|around|least|review|search|manual\w*+|exceed\w*+|equat\w++|total\w*+
    |locat\w++)\b"""
)
_THE_LIMIT = frozenset(
    {"18", "24", "450", "600", "25", "18.0", "24.0", "450.00", "600.00", "25.00", "20", "40"}
)
_CHANGE = (
    r"(?:narrow\w*+|refin\w++|reduc\w++|restrict\w*+|revis\w++|re-?submi\w++|re-?phras\w++|reformulat\w++"
    r"|amend\w*+|modif\w++|scal\w++ (?:down|back)|focus\w*+|limit(?:ing)?(?= (?:your|the|it|this|to))"
    r"|specify(?:ing)?|specific|confin\w++|shorten\w*+|chang\w++|clarif\w++|split\w*+|re-?word\w*+"
    r"|re-?fram\w++)"
)
_OF_REQUEST = (
    r"(?:requests?|questions?|scope|search\w*+|criteria|time ?(?:frame|scale|period)|period|years?|months?"
    r"|parameters|enquiry|subject|terms|number of|within|departments?|teams?|areas?|services?"
    r"|topics?|individuals?|key ?words?|officers?|sites?|e-?mails?|names?|people|details?|documents?"
    r"|examples?)"
)
_TO_THEM = pattern(r"""\b(?:you|your|please|scope|requests?|we (?:would|could|can|may|will|have|are))\b""")
_ADVICE = pattern(
    rf"""\b{_CHANGE}\b[^.]{{0,70}}\b{_OF_REQUEST}\b|\b{_OF_REQUEST}\b[^.]{{0,50}}\b{_CHANGE}\b
    |\b(?:could|can|may|able to|possible to|happy to
    |would be able to) (?:\w++ ){{0,3}}(?:be )?(?:provide|supply
    |answer|respond|offer)(?:e?d)?\b
    [^.]{{0,100}}\b(?:within|under|below|instead|without exceeding|readily|easily|however)\b
    |\b(?:within|under|below) the (?:cost|appropriate|time|fees?|statutory)[ -]?\w*+ (?:limit|threshold)
    |\b(?:narrow(?:ed|ing|er)?|refin(?:e|ed|ing|ement)|re-?submi\w++|re-?phras\w++|reformulat\w++)\b
    |\bcentrally\b|\bwe (?:could|can|would be able to) (?:\w++ ){{0,8}}(?:one|a single|sample|instead
    |if you)\b
    |\balternative(?:ly|s)?\b|(?<!cannot )(?<!unable to )(?<!able to )\b(?:assist|help
    |be of (?:some )?(?:assistance|help|use) to) you\b
    |\badvice (?:and|or|&) assist\w++|\b(?:different|new|fresh|further) requests?\b
    |\bvoluntar\w++
    |\boutside (?:of )?the act\b
    |\b(?:narrower|smaller|shorter|less (?:wide|broad)|more specific|bring (?:your|the) request)\b"""
)
_ASKING = (
    r"(?:ask|limit|choose|drop|leave|concentrate|focus|specify|restrict|confine|narrow|reduce|name|pick"
    r"|select|exclude|cut|request|tell|give)"
)
_SUGGESTS = pattern(
    rf"""\b(?:suggest|recommend|advise|propose)(?:s|ed)?(?: that)? (?:you (?!contact|visit|write|read|call
    |look|that|of|about|on|as|in|how|what|why|when|to (?:contact|visit|write|read|call|look))
    |requests?\b)
    |\byou (?:may|might|could|can|are welcome to)(?: (?:like|wish|want|prefer|choose)(?: to)?)? (?:instead )?
    {_ASKING}\b(?! (?:us (?:to (?:re-?)?(?:consider|look|review)|for)|for (?:help|(?:the|this|that|our
    |an?|its) (?:\w++ ){{0,3}}(?:to be
    |review))|an? (?:internal )?review|(?:for )?advice))
    |\blet us know if you (?:are happy|would like|are content|wish|want|are willing) to {_ASKING}\b
    |\bit (?:may|might|would|could) help (?:us )?if you\b
    |\bif you (?:could|can|were to|asked|left|limited|chose|named|dropped) (?:\w++ ){{0,2}}(?:{_ASKING}|out
    |for
    |to|one|us)\b|\bshould you (?:restrict|limit|specify|wish to send a new request)\b
    |\bone option\b|\b(?:by way of (?:help|advice|assistance)|as (?:advice|assistance)
    |\A\W{{0,3}}to (?:be )?help(?:ful)?|under our duty to assist)\b(?=[^.]{{0,18}},)|\bif it helps\b
    |\bsection 16,? we (?:can|could|are able to|have considered what)\b
    |\b(?:we|i) (?:could|would be able to|may be able to|might be able to) (?:\w++ ){{0,2}}(?:give|provide
    |supply|tell|answer|search|read|look at|send)\b
    |\b(?:we|i) (?:can|are able to) (?:\w++ ){{0,2}}(?:give|provide|supply|tell|answer|search)\b[^.]{{0,80}}\b
    (?:since|because|by itself|on (?:its|their) own|within the (?:limit|18|24|time))
    |\b(?:sample|files?|question|parts?|rest|records|requests? for (?:\w++ ){{1,4}})\b[^.]{{0,50}}\b(?:could
    |can
    |might) (?:\w++ ){{0,2}}be (?:read|answered|dealt with|searched|met|given|supplied)\b(?!.{{0,20}}\bonly)
    |\b(?:and|that) could (?:be )?(?:sen[dt]|supplied|searched|given)\b
    |\b(?:shorter|smaller|narrower|lesser) (?:period|range|request|number|time|set)\b|\bwould let us\b
    |\bcould (?:be )?(?:searched|read|supplied|sent)\b|\b(?:would|could) (?:probably |then )?(?:fall|be)
    \b[^.]{{0,20}}\bwithin the (?:cost |time )?limit\b"""
)
"""What they could ask for instead, or what could be given, said in so many words."""
_OPTIONS = pattern(
    r"""\b(?:what (?:you|we) (?:could|can|might)|how (?:to|you (?:could|can|might))|options?|ways?|examples?
    |choices|alternatives|requests? that|searches that)\b[^.]{0,60}\b(?:within|under|below|inside) (?:the
    |that)(?: \w++){0,2} (?:limit|threshold|ceiling)\b
    |\A\W{0,3}(?:please )?(?:choose|pick|(?:tell|let) us (?:know )?which)\b|\b(?:would|could|might
    |ought to) fit\b"""
)
"""The heading of a list of what could be asked for, or the choice from one."""
_NO_OPTION = pattern(r"""\b(?:no|not|n't|cannot|nor|never|none)\b""")
_MET = pattern(
    r"""(?:\bhours?, (?:(?:which (?:is|was)|so|and so|just|well|far|comfortably) ){0,2}|\b(?:just|well
    |comfortably|came|come|comes|is|are
    |was|were|fell|falls|kept|stayed|answered
    |completed|done
    |took|taken|all) (?:in )?)(?:within|under|below|inside) (?:the|that|our)\b[^.,;]{0,40}\b(?:limit|threshold
    |ceiling)\b"""
)
_NOT_MET = pattern(
    r"""\b(?:not|n't|cannot|nor|never|unable|refus\w++|exceed\w*+|over|beyond|above|more than|would
    |could|can|if|only|part|but|however
    |because)\b"""
)
_NOT_HELPED = pattern(
    r"""\b(?:would have to|even if|this decision|the decision|our decision|review(?:ed)?|re-?consider\w*+
    |disagree
    |appeal|unhappy|this letter|welsh|large print)\b"""
)
_PERHAPS = pattern(
    r"""\b(?:could|would|may|might|can|if|were you|should you|please|free to|happy to|possible|welcome)\b"""
)
_LESS = pattern(
    r"""\b(?:(?:be|come|fall) (?:to )?(?:\w++ ){0,2}(?:within|under|below)
    |within (?:the (?:cost |time |appropriate )?limit|18|24|that time)|taken alone|on (?:its|their) own
    |by itself
    |rather than|instead|shorter|smaller|fewer|narrower|left out|leave out|taken away|without (?:the|question)
    |limited to|confin\w++|only for|for \w++ only|manageable|outside (?:of )?the act
    |(?<!each )(?:one|single) (?:year|month|week|ward|department|school|hospital|site|district|area
    |team|service|depot|town|street|question)(?! (?:alone|would|must|will|may|might|could|can) ))\b"""
)
_TOO_MUCH = pattern(
    r"""\bexceed\w*+|\b(?:not|never|cannot|can't|unable|no)\b[^.,;]{0,30}\b(?:possible|able|be|answer
    |provide|within)
    \b|\b(?:more than|over|beyond|excess of) (?:the|18|24)\b|\bwould (?:have to|need to|be required)\b"""
)
_HELPS = pattern(
    r"""\byou (?:may|might) (?:also )?(?:find|be (?:able to (?:find|get)|interested))\b
    |\bmay (?:give|answer|provide|contain|meet)(?: you)? (?:most|much|some|what|part|you)\b
    |\bhappy to (?:supply|provide|send|give|answer)\b|\bby (?:asking|choosing|naming|leaving|taking out)\b
    |\bplease (?:tell|let) us (?:know )?which\b|\b(?:i|we) can advise that\b
    |\boutside (?:of )?the act\b"""
)
_SPECIFIC = pattern(
    r"""\b(?:for example|for instance|such as|e\.g|by (?:limiting|reducing|narrowing|restricting
    |removing|specifying|focusing|focussing|asking|choosing|selecting|excluding|changing|providing)
    |(?:one|two|three|a single|a shorter|a smaller|a specific|specific|a particular|particular|fewer
    |shorter|smaller|certain|sample|individual)\b
    |(?:months?|years?|weeks?|period|dates?|time ?(?:frame|scale|period)|department|service|team|area
    |ward|question|part|property|school|record|subject|topic|key ?words?|search terms?
    |individuals?)\b[^.]{0,60}\b(?:limit|within|only|instead)|(?:limit|narrow|reduc|restrict|refin|focus
    |confin)\w*+ (?:\w++ ){0,5}
    (?:to|by|the time|period|number|parts?|questions?|date|year|month)|we (?:can|could|are able to
    |would be able to) (?:provide|supply|answer)|would (?:fall|be) within|voluntar\w++
    |outside (?:of )?the act|centrally)\b"""
)
_NOTHING = pattern(
    r"""\b(?:unable to (?:suggest|offer|advise|identify|provide (?:any )?(?:advice|assistance))|(?:no
    |not) (?:\w++ ){0,4}(?:way|means|possible|able|scope)[^.]{0,60}\b(?:narrow\w*+|refin\w++|reduc\w++
    |within)
    |no (?:further )?refinement|cannot (?:suggest|see|offer|be (?:narrowed|refined|reduced))
    |no (?:obvious|practical|realistic|meaningful) (?:way|refinement)|difficult to (?:suggest|see|advise
    |identify)|even if)\b"""
)
_LIMIT_ITSELF = pattern(
    r"""\b(?:appropriate|cost|fees?|time) (?:limit|threshold)s?\b(?! within)|\blimit and fees\b
    |\blimits? (?:set|specified|of|under|is|for)\b"""
)
_BOILERPLATE = pattern(
    r"""\b(?:re-?us(?:e|ing)|licen[cs]e|unhappy|dissatisfied|internal review
    |complain(?!ts (?:were|was|that|in|have))\w*+|not satisfied
    |survey|feedback|publication scheme)\b"""
)


def is_met(words: str) -> bool:
    """Whether the sentence says that the answer was found within the cost limit."""
    return bool(_MET.search(words)) and not _NOT_MET.search(words)


def cost_in(sentences: Sequence[Sentence], cites_12: bool) -> Cost:
    """What the letter says of cost. `cites_12` is whether it relies on section 12 by name."""
    ours = [each.text for each in sentences if not each.theirs]
    claims = [words for words in ours if _claims(words)]
    if not claims and not cites_12:
        return Cost()
    body = [words for words in ours if not _BOILERPLATE.search(words)]
    offers = [
        words for words in body if _TO_THEM.search(words) and _ADVICE.search(_LIMIT_ITSELF.sub(" ", words))
    ]
    suggested = any(map(_suggests, body))
    not_counted, counted = next(((what, each) for each in body if (what := _not_counted(each))), ("", ""))
    specific = any(_SPECIFIC.search(words) for words in offers)
    return Cost(
        claimed=bool(claims) or cites_12,
        estimate=any(map(_estimates, body)),
        advice=suggested or specific or any(map(_NOTHING.search, body)),
        open_offer=bool(offers),
        limit_named=any(map(_NAMES_IT.search, claims)),
        not_counted=not_counted,
        counted=counted,
        told=next(iter(claims), ""),
    )


def _suggests(words: str) -> bool:
    """Whether the sentence says what could be asked for instead, or what would be within the limit."""
    if _NOT_HELPED.search(words):
        return False
    if _OPTIONS.search(words) and not _NO_OPTION.search(words):
        return True
    less = _PERHAPS.search(words) and _LESS.search(words) and not _TOO_MUCH.search(words)
    return bool(less) or any(sign.search(words) for sign in (_SUGGESTS, _HELPS))


def _claims(words: str) -> bool:
    theirs = _THEY_SAY.search(words)
    return bool(_CLAIMED.search(words)) and not (theirs or _conditional(words) or is_met(words))


def _conditional(words: str) -> bool:
    return (
        words.lower().lstrip(' "').startswith(("if ", "where ", "should ", "when ")) or " may refuse" in words
    )


def _estimates(words: str) -> bool:
    """Whether the sentence has a figure of hours, money or records besides the limit."""
    counts = [match["count"] for each in (_HOURS, _POUNDS) for match in each.finditer(words)]
    if any(count.replace(",", "") not in _THE_LIMIT for count in counts) and _ESTIMATES.search(words):
        return True
    return bool((_SPELT.search(words) or _MANY.search(words)) and _ESTIMATES.search(words))


def _not_counted(words: str) -> str:
    """Work that the sentence counts towards the limit and that does not count, or ""."""
    if not (_HOURS.search(words) or "estimate" in words.lower()):
        return ""
    refused = refused_words(words)
    return refused.label if refused and "not includ" not in words and "exclud" not in words else ""
