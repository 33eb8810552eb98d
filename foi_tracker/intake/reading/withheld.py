"""Whether a letter says that it keeps something back, in whatever words: by name, by rule or by its reason.

Words of the same kind say other things too: what is not held or not counted is not kept back, and neither
is what others refuse, what a law in general allows, or what the tail of an email forbids its reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.unwilling import THINGS, US, is_kept_back, is_refused_beside

_KEPT = (
    r"(?:withheld|redacted|suppressed|masked|blanked out|blacked out|obscured(?! by)|anonymised to protect"
    r"|(?:held|kept) back(?! (?:to (?:\d|back)|for\b)))"
)
_WITHHOLDS = pattern(
    rf"""\b{THINGS}\b[^.]{{0,120}}\b(?:(?:is|are|was|were|has|have|had|be|being|been|therefore|also
    |however|must)\s){{1,4}}
    (?:\w{{1,20}}ly )?{_KEPT}\b
    |\b{US}(?:'ve|'re)?\s(?:(?!use)\w++\s){{0,4}}(?:withh(?:old|eld|olding)|redact(?:ed|ing)?
    |(?:held|kept|holding|keeping) back)\b
    |\b{US}(?:'ve|'re)?\s(?:\w++\s){{0,4}}(?:suppress(?:ed|ing)?|obscur(?:ed|ing)|covered up
    |(?:black|blank|block|grey|cross)(?:ed|ing) out|mask(?:ed|ing))\s(?:\w++\s){{0,4}}{THINGS}\b
    |\b(?<!of )(?:withholding|suppressing|redacting)\s
    (?:the |this |that |these |some |any |all |of |certain |such |personal )
    {{0,3}}{THINGS}\b
    |\b(?:request|correspondence)\b[^.]{{0,60}}\b(?:is|as|are|be) (?:\w++ ){{0,2}}(?:vexatious
    |repeated)\b
    |\brefusal notice\b
    |\brefus(?:e|es|ed|ing) (?:to (?:disclose|release|provide|supply|answer|give|send|share)
    |your request|the request
    |this (?:part|request)|(?:to \w++ )?(?:question|part) \d)
    |\b(?:request|information|data|(?:question|part) \d{{1,2}}) (?:\w++ ){{0,3}}(?:is|has been|was|are
    |have been|must be|should be) (?:\w++ ){{0,2}}(?:refused|declined)\b
    |\brequest for (?:[\w'-]++ ){{1,6}}is (?:refused|declined)\b
    |\bredactions (?:have|has|were|are) (?:\w++ ){{0,2}}(?:made|applied)\b
    |\b(?:with|contains?|subject to|some|minor|made|following) (?:some |the |a few )?redactions\b
    |\b(?:passages?|parts?|words|pages?|paragraphs?|sentences?|columns?)\b[^.]{{0,40}}\b(?:is|are|was
    |were|been)
    \s(?:\w++ ){{0,2}}(?:black|blank|block)ed out\b
    |\b(?:request|information|data|documents?|report|case|advice|list|copy|rest|remainder|part \d{{1,2}}
    |question \d{{1,2}}) (?:is|are|must be) (?:therefore |hereby |also )?refused\b
    |\bredacted (?:version|cop(?:y|ies))\b|\bwith (?:\w++ ){{1,4}}redacted\b"""
)
_EXEMPT = pattern(
    r"""\b(?:is|are|be|was|were) (?:\w++ ){0,2}(?:exempt|excepted) (?:from (?:the )?(?:disclosure
    |release|publication|duty|being|section|right)|under|by virtue|information|pursuant|in accordance|as)\b
    |\b(?:information|data|document|this|it|rest|remainder|details?|report|minutes|correspondence
    |(?:part|question) \d{1,2}) (?:is|are) (?:therefore |also |considered )?(?:to be )?exempt
    (?= under|[.;,]|\Z)
    |\A\W{0,3}(?:[\w ]{1,14}[.):-]{1,2} )?exempt\W{0,2}\Z
    |[:?]\sexempt\W{1,3}(?:personal|commercial\w*+|information|(?:under )?(?:section|s\.?\d|the act|foi|data
    |gdpr))|\bis exempt information\b"""
)
_CANNOT = pattern(
    r"""\b(?:cannot|can not|can't|unable to|(?:not|n't) (?:\w++ )?able to|not prepared to|not willing to
    |not permitted to|declines? to|would rather not|will not|won't|not in a position to
    |(?:do|does)(?: not|n't)(?= (?:disclos|releas|shar|give|provid)))
    \s(?:be )?(?:\w++ ){0,2}(?:disclos|releas|provid|suppl|shar|publish|giv|tell|say|comment|answer|break
    |discuss|reveal)
    (?:e|ed|ing|y|ied|en)?\b
    |\b(?:am|are|is|have|has)(?: not|n't) (?:therefore )?(?:provid|releas|disclos|given?|done|suppl)\w*+
    (?! (?:to|with) (?!you\b|the public|members of|the world|any|third))
    |\b(?:not|n't) (?:therefore )?(?:providing|releasing|giving|disclosing) (?:them|it|the|this)\b"""
)
_IS_SECRET = pattern(
    r"""\b(?:information|data|this|it|details?|figures?|prices?|pricing|costs?|rates?|values?|contracts?
    |price|advice|minutes|report|letters?|correspondence|papers|notes|terms|terms of (?:the|this)
    \s(?:\w++ ){0,3}\w++)\b\s(?:is|are|was|were) (?:(?!not\b|no\b
    |never\b)\w++ ){0,3}(?:commercially (?:sensitive|confidential)(?! \w++ (?:is|are))
    |commercial in confidence|confidential(?! (?:waste|reporting|service|helpline))|classified)\b
    |\A\W{0,3}(?:[\w ]{1,14}[.):-]{1,2} )?(?:this is )?(?:commercially (?:sensitive|confidential)
    |confidential)(?: information)?\W{0,2}\Z
    |\bthe cost is confidential\b|\b(?:document|report) is (?:classified|restricted)\b"""
)
_ALONE = pattern(
    r"""\A\W{0,3}(?:[\w ]{1,14}[.):-]{1,2} )?(?:(?:information|names?|details|data|answer|figure|dates?)
    \s(?:is |are )?)?(?:withheld|not (?:disclosed|released)|redacted|refused)\b
    (?:\s?(?:[-:(,]|for|to|as|due|under|because) ?.{0,60})?\W{0,2}\Z"""
)
"""What stands alone as an answer, or in a cell."""
_AS_THE_ANSWER = pattern(
    r"""[:?]\s(?:(?:withheld|redacted)(?: (?:for|on|as|due|under|because)\b.{0,60})?
    |refused (?:for|on|as|due|under|because)\b.{0,60})\W{0,2}\Z"""
)
_NOT_GIVEN = pattern(
    r"""\b(?:has|have|is|are|was|were)(?: not|n't) (?:being )?(?:been )?(?:therefore )?(?:disclosed|released
    |provided|included|supplied|shared|published|shown|given(?! (?:their|his|her|an?|any|the)\b)|done so)\b
    (?! (?:to|with) (?!you\b|the public|members of|the world|any|third))"""
)
_SECRET = pattern(
    r"""\b(?:confidential\w*+|commercial(?:ly)?[- ](?:sensitiv\w++|confiden\w++|in confidence)
    |sensitiv\w++|data protection|gdpr
    |personal (?:data|information)|privacy|(?:security|safety|safeguarding|operational|policing|legal
    |confidentiality) reasons?
    |legal(?:ly)? (?:privilege\w*+|advice)|identifiable|vulnerable to attack|(?:put|place|placing
    |putting)\b[^.]{0,40}\bat risk|would be harmful|squatt\w++
    |encourag\w++ (?:\w++ ){0,3}(?:vandal\w++|crim\w++|thefts?|fraud\w*+)
    |identification of|identity of|(?:is|are) personal to|investigation (?:is|continues|remains|has not)
    |while the investigation
    |(?<!not )(?<!cannot )(?:be|being) (?:\w++ )?(?:identified|recognised)
    |identify(?:ing)? (?:of )?(?:the )?(?:individuals?|patients?|people|persons?|a person|someone|staff
    |pupils?|anyone|any\w*+)|complainants?|complain to us|one person)\b"""
)
SMALL = pattern(
    r"""\b(?:less|fewer|lower|smaller|below|beneath|under|small|low)(?: than)?\b[^.]{0,40}\b(?:[3-6]|10
    |three|five|six|ten|numbers?|figures?|cells?)\b
    |\b(?:numbers?|figures?|counts?|values?)\b[^.]{0,30}\b(?:small|low|of 5 or (?:fewer|less))\b
    |\b[1-5] or (?:fewer|less)\b|\b[01] ?(?:to|-) ?[4-9]\b|\bbetween [01] and [4-9]\b|[<≤] ?(?:5|6|10)\b"""
)
_SUPPRESSED = pattern(
    r"""\b(?:suppress\w*+|withheld|withhold\w*+|redacted|masked|not (?:been )?(?:therefore )?(?:disclosed
    |provided|released|shown|given|reported|published)|cannot be (?:given|provided|released|shown|disclosed
    |shared)|not providing|not given it)\b"""
)
_SO_NOBODY_IS_KNOWN = pattern(
    r"""\b(?:protect|prevent|avoid|preserve|maintain|ensure|risk of|lead to|result in|due to|risk
    |allow)\w*+\b[^.]{0,60}\b(?:identif\w++|identit(?:y|ies)|anonym\w++|confidential\w*+|privacy|concerned
    |disclos(?:ure of|ing) personal)
    |\b(?:could|may|might|can|would) (?:\w++ ){0,2}be (?:\w++ ){0,2}identif\w++
    |\b(?:someone|somebody|people|they|a person|an individual|individuals|those) (?:could|may|might|can|would)
    \s(?:\w++ ){0,2}be (?:\w++ ){0,2}(?:recogni[sz]ed|worked out|traced)
    |\bno(?:body| individual)?\b[^.]{0,20}\bcan be (?:identified|recognised)"""
)
_NOT_SO = pattern(
    r"""\b(?:not|never) (?:disclosed|passed|shown|told|shared) (?:to|with) (?:managers|employers|colleagues
    |line managers|other (?:staff|patients|residents|pupils)|parents)\b
    |\b(?:no|not|nothing|none|without|neither|nor|never|rather than|instead of|cannot be)\b[^.,;]{0,50}
    \b(?:withh\w++|redact\w*+|exempt\w*+|refus\w++|suppress\w*+|(?:held|kept|holding|keeping) back)\b
    |\bwe (?:do )?(?:commonly|usually|normally|generally|often|sometimes) (?:withhold|redact|suppress)\b
    |\bnothing has been\b|\bun-?redacted\b
    |\bwithh(?:old|olds|olding|eld) (?:[^.,]{0,30}£|(?:\w++ ){0,2}(?:payments?|pay|rent|wages|deposits?
    |consent|retention|sums?|funding|grants?|permission)\b
    (?! (?:\w++ )?(?:details?|figures?|information|data|amounts?|records?)))
    |\b(?:may|might|could|would|can) (?:\w++ ){0,3}(?:be )?(?:withh\w++|redact\w*+|exempt\w*+|refus\w++)\b
    |\bunless (?:it|they|the information) (?:is|are)\b|\A(?:\W{0,3})(?:if|should|were|unless|(?:where
    |when)(?: any| some)? information) |\bwhen refusing\b
    |\bsection 17\b
    |\b(?:act|legislation|law|regulations|foia?|eirs?) (?:also )?(?:allows?|permits?|enables?|lets?)\b
    |\bin \d[\d,]*+ (?:of (?:them|these|those|which)|cases|requests|instances)\b
    |\bdecision to (?:withhold|refuse)\b
    |\bin (?:our|my) (?:letter|e-?mail|reply|response|answer) of\b[^.]{0,60}\bwithheld\b
    |\b(?:previously|originally|at first|earlier) (?:\w++ ){0,2}withheld\b|\b(?:was|were) minded to\b
    |\bexempts? (?:if|where|when)\b|\b(?:is|are) exempt (?:information )?if\b|\bauthorit(?:y|ies) (?:may
    |can|must)\b|\byou (?:asked|said|argued?|have asked|asked us)\b[^.]{0,40}\b(?:why|not to|that)\b
    |\A\W{0,3}you (?:say|state|mention|claim|write|suggest|note)\b|\b(?:earlier|previous) request\b"""
)
_OF_AN_EMAIL = pattern(
    r"""\b(?:this|the|an) (?:e-?mail|message|communication|transmission)\b|\bintended recipients?\b
    |\baddressee\b|\byour (?:personal |own |contact )?(?:data|details|information|name)\b(?! request)
    |\bin error\b"""
)
"""What the tail of an email forbids, and what is promised of the reader's own data."""


_IN_A_CELL = pattern(
    r"""(?:information |data |details |name )?(?:withheld|redacted|not for disclosure
    |commercially (?:sensitive|confidential)|commercial in confidence)(?: (?:information|data))?"""
)
"""What stands in the place of a value."""
_NOT_TOLD = pattern(r"""\W{0,3}(?:not (?:disclosed|stated)|withheld
    |refused)(?:\W{0,3}\d[\d.,%]*+)?\W{0,3}\Z""")
_OTHERS_TOLD = pattern(
    r"""\b(?:prefer(?:red)? not to (?:say|state|disclose)|unknown|not (?:stated|known|specified|given
    |declared|recorded)
    |undisclosed|heterosexual|christian|white british|no religion|married|single|other ethnic\w*+|female
    |granted
    |approved|declined|accepted)\b"""
)
_CELLS = re.compile(r"[\t|]")
_PLEADS = pattern(r"""\b(?:if|should|where|please|section|exemptions?|under the|foi|your right)\b|\bact\b""")
_SENTENCE = re.compile(r"[.?!]\s|\n")
_STEM = pattern(r"""\b(?:withh|redact|exempt|refus|suppress|confiden|declin)""")
_OF_THE_REQUEST = pattern(
    r"""\b(?:request|disclos\w++|releas\w++|under|section|exemption|the act|foia?|your|you)\b"""
)


def withholding(sentences: Sequence[Sentence], request: str = "") -> Iterator[Sentence]:
    """The sentences that say that something is withheld.

    A request about what was refused or withheld is answered in the same words: then only what speaks of this
    answer counts.
    """
    asked = subjects(request)
    for place, each in enumerate(sentences):
        if each.theirs:
            continue
        if _counts(each.text, asked) and not _heads_a_count(sentences, place):
            yield each
            continue
        before, after = (_ours(sentences, beside) for beside in (place - 1, place + 1))
        if is_refused_beside(each.text, before, after) and not _NOT_SO.search(each.text):
            yield each


def _ours(sentences: Sequence[Sentence], place: int) -> str:
    """A sentence, or "" where there is none of the letter's own."""
    if not 0 <= place < len(sentences) or sentences[place].theirs:
        return ""
    return sentences[place].text


def _heads_a_count(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether "Not disclosed" is a row of a count of people by what they tell of themselves."""
    around = " ".join(each.text for each in sentences[max(0, place - 6) : place + 7])
    return bool(_NOT_TOLD.match(sentences[place].text) and _OTHERS_TOLD.search(around))


def _counts(words: str, asked: frozenset[str]) -> bool:
    if not is_withheld(words):
        return False
    stems = {match[0].lower() for match in _STEM.finditer(words)}
    return not stems & asked or bool(_OF_THE_REQUEST.search(words))


def subjects(request: str) -> frozenset[str]:
    """What a request is itself about, of the words by which something is withheld."""
    asking = (each for each in _SENTENCE.split(request) if not _PLEADS.search(each))
    return frozenset(match[0].lower() for each in asking for match in _STEM.finditer(each))


def in_a_cell(words: str, request: str = "") -> str:
    """The first row of a table with a cell that says that its value is withheld, or ""."""
    asked = subjects(request)
    for row in words.split("\n"):
        cells = [cell for each in _CELLS.split(row) if (cell := each.strip(" .*-"))]
        if len(cells) > 1:
            for cell in cells[1:]:
                stem = _STEM.match(cell)
                if _IN_A_CELL.fullmatch(cell) and not (stem and stem[0].lower() in asked):
                    return " ".join(row.split())
    return ""


def says_otherwise(words: str) -> bool:
    """Whether a sentence is one of those that sound like it and keep nothing back."""
    return bool(_NOT_SO.search(words) or _OF_AN_EMAIL.search(words))


def is_withheld(words: str) -> bool:
    """Whether a sentence says that something is kept back."""
    if says_otherwise(words):
        return False
    if _WITHHOLDS.search(words) or _EXEMPT.search(words) or _ALONE.match(words) or is_small(words):
        return True
    if _AS_THE_ANSWER.search(words):
        return True
    if (_CANNOT.search(words) or _NOT_GIVEN.search(words)) and _SECRET.search(words):
        return True
    return bool(_IS_SECRET.search(words)) or is_kept_back(words)


def is_small(words: str) -> bool:
    """Whether small numbers are kept back."""
    kept = _SUPPRESSED.search(words) or _SO_NOBODY_IS_KNOWN.search(words)
    return bool(SMALL.search(words) and kept)
