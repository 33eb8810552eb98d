"""What a letter says that it does with information: withholds it, does not hold it, or says neither."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.sentences import Sentence

_THINGS = (
    r"(?:information|data|details?|names?|figures?|numbers?|documents?|records?|pages?|cells?|values?|breakdowns?|sections?|parts?"
    r"|contents?|address(?:es)?|elements?|material|copies|copy|report|amounts?|counts?|costs?|disclosure|rest|remainder|paragraphs?"
    r"|locations?|emails?|e-mails?|responses?|results?|requests?|they|it|this|these|some)"
)
_WITHHOLDS = pattern(
    rf"""\b{_THINGS}\b[^.]{{0,120}}\b(?:(?:is|are|was|were|has|have|had|be|being|been|therefore|also
    |however|must)\s){{1,4}}
    (?:\w{{1,20}}ly )?(?:withheld|redacted|suppressed|masked|blanked out|anonymised to protect)\b
    |\b(?:we|i|(?:the|this) (?:council|trust|authority|force|constabulary|university|department|office
    |board|college|school|agency))
    (?:'ve|'re)?\s(?:\w++\s){{0,4}}(?:withh(?:old|eld|olding)|redact(?:ed|ing)?|suppress(?:ed|ing)?)\b
    |\b(?:withholding|redacting
    |suppressing) (?:the |this |that |these |some |any |all |of |certain |such |personal ){{0,3}}{_THINGS}\b
    |\b(?:request|correspondence)\b[^.]{{0,60}}\b(?:is|as|are|be) (?:\w++ ){{0,2}}(?:vexatious
    |repeated)\b
    |\brefusal notice\b
    |\brefus(?:e|es|ed|ing) (?:to (?:disclose|release|provide|supply)
    |your request
    |the request|this (?:part|request))
    |\b(?:request|information|data) (?:\w++ ){{0,3}}(?:is|has been|was|are|have been|must be
    |should be) (?:\w++ ){{0,2}}refused\b
    |\b(?:is|are|be|was|were) (?:\w++ ){{0,2}}(?:exempt|excepted) (?:from (?:the )?(?:disclosure
    |release|publication|duty|being|section|right)|under|by virtue|information|pursuant
    |in accordance|as)\b"""
)
_CANNOT = pattern(
    r"""\b(?:cannot|can not|can't|unable to|(?:not|n't) able to|not prepared to|not willing to
    |not permitted to|decline to
    |will not|won't|not in a position to|(?:do|does) not(?= (?:disclos|releas|shar)))
    \s(?:be )?(?:\w++ ){0,2}(?:disclos|releas|provid|suppl|shar|publish|giv)(?:e|ed|ing|y|ied|en)?\b"""
)
_IS_SECRET = pattern(
    r"""\b(?:information|data|this|it|details?|figures?|prices?|pricing|costs?|rates?|values?|contracts?)\b
    \s(?:is|are|was|were) (?:\w++ ){0,3}(?:commercially (?:sensitive|confidential)
    |commercial in confidence|confidential)\b
    |\A\W{0,3}(?:\w{1,2}[.)] )?(?:commercially (?:sensitive|confidential)|confidential)\.?\Z"""
)
_NOT_GIVEN = pattern(
    r"""\b(?:has|have|is|are|was|were)(?: not|n't) (?:been )?(?:disclosed|released|provided|included
    |supplied|shared
    |published|shown)\b"""
)
_SECRET = pattern(
    r"""\b(?:confidential\w*+|commercial(?:ly)?[- ](?:sensitiv\w++|confiden\w++|in confidence)
    |sensitiv\w++|data protection|gdpr
    |personal (?:data|information)|privacy|security reasons?|legal(?:ly)? privilege\w*+|identifiable
    |identification of
    |(?<!not )(?<!cannot )(?:be|being) (?:\w++ )?identified
    |identify (?:individuals?|patients?|people|persons?|a person|someone|staff|pupils?|the individuals?
    |the patients?))\b"""
)
_SMALL = pattern(
    r"""\b(?:less|fewer|lower|below|under|small|low)(?: than)?\b[^.]{0,40}\b(?:5|five|6|six|10|ten
    |numbers?|figures?|cells?)\b
    |[<≤] ?(?:5|6|10)\b"""
)
_SUPPRESSED = pattern(
    r"""\b(?:suppress\w*+|withheld|withhold\w*+|redacted|masked|not (?:been )?(?:disclosed|provided
    |released|shown))\b"""
)
_SO_NOBODY_IS_KNOWN = pattern(
    r"""\b(?:protect|prevent|avoid|preserve|maintain|ensure|risk of|lead to|result in|due to
    |allow)\w*+\b[^.]{0,60}\b(?:identif\w++|anonym\w++|confidential\w*+|privacy|disclosure of personal)
    |\b(?:could|may|might|can|would) (?:\w++ ){0,2}be (?:\w++ ){0,2}identif\w++"""
)
_NOT_SO = pattern(
    r"""\b(?:no|not|nothing|none|without|neither|nor|never|rather than|instead of|cannot be)\b[^.,;]{0,50}
    \b(?:withh\w++|redact\w*+|exempt\w*+|refus\w++|suppress\w*+)\b|\bnothing has been\b|\bun-?redacted\b
    |\b(?:may|might|could|would|can) (?:\w++ ){0,3}(?:be )?(?:withh\w++|redact\w*+|exempt\w*+|refus\w++)\b
    |\A(?:\W{0,3})(?:if|should|were|unless|(?:where|when)(?: any| some)? information) |\bwhen refusing\b
    |\bsection 17\b
    |\bdecision to (?:withhold|refuse)\b
    |\bexempts? (?:if|where|when)\b|\b(?:is|are) exempt (?:information )?if\b|\bauthorit(?:y|ies) (?:may
    |can|must)\b"""
)
_NOT_HELD = pattern(
    r"""\b(?:we|i|(?:the |this |our )?(?:[\w'&-]++ ){0,6}(?:council|trust|authority|force|constabulary
    |police|service|university|department
    |office|board|college|school|agency|commissioner|ccg|icb|dvla|hmrc|ministry)) (?:\w++ ){0,2}(?:do
    |does|did)(?: not|n't) (?:\w++ ){0,2}
    hold\b(?! (?:a view|an opinion|the (?:view|position|role|contract|event|power|budget)|meetings?
    |events?|stocks?|elections?))
    |\b(?:information|data|records?|details?|breakdown|figures?|this|these|it)\b (?:\w++ ){0,6}(?:is|are
    |was|were)(?: therefore| also)?
    (?: not|n't) (?:\w++ ){0,2}held\b|\A\W{0,3}(?:information |data )?not held\b
    |\bno (?:\w++ ){0,3}(?:information|data|records?|documents?|correspondence)
    \s(?:\w++ ){0,3}(?:is|are|was|were) (?:\w++ ){0,2}held\b|\bhold(?:s)? no (?:\w++ ){0,3}(?:information
    |data|records?|documents?|correspondence)\b
    |\bno (?:recorded )?information (?:is )?held\b|\binformation not held\b"""
)
_NOT_A_DENIAL = pattern(
    r"""\b(?:may|might) not (?:\w++ ){0,2}hold\b|\bwhether\b[^.]{0,60}\bh[oe]ld\b|\A\W{0,3}(?:if|where
    |should)\b
    |\bnot held by\b.{0,20}\bwhether\b|\bnot hold (?:any )?(?:further|additional|other)\b"""
)
_WHY_NOT = pattern(
    r"""\b(?:because|as|since|due|therefore|searche?[sd]?|searching|record(?:ed)?|recording|centrally
    |responsib\w++|operates?|run|provide[sd]?|format|system
    |collect\w*+|require[sd]?|commission\w*+|outsourc\w++|not (?:have|own|employ|use|keep|carry
    |undertake|record|collect|monitor)|may (?:wish|be)|contact|instead|held by
    |located|locate|found|destroyed|retention|matter for|remit|no longer|never|n't|does not
    |do not (?!hold))\b"""
)
_NEITHER = pattern(
    r"""\bneither confirm(?:s|ing|ed)? (?:n?or) den(?:y|ies|ying)\b|\bneither confirm\b
    |\b(?:refus\w++|unable|cannot|not (?:able|obliged|required)|declin\w++
    |will not) (?:to )?(?:either )?confirm n?or deny\b"""
)
_NEITHER_DUTY = pattern(
    r"""\bduty to (?:neither )?confirm or deny\b|\bobliged to (?:neither )?confirm or deny\b
    |\bright to know\b|\bwhether to (?:neither )?confirm\b"""
)


def _first(sentences: Iterable[Sentence]) -> str:
    return next((each.text for each in sentences), "")


def withholding(sentences: Sequence[Sentence]) -> str:
    """The first sentence that says that something is withheld, or ""."""
    return _first(each for each in sentences if not each.theirs and _is_withheld(each.text))


def _is_withheld(words: str) -> bool:
    if _NOT_SO.search(words):
        return False
    if _WITHHOLDS.search(words):
        return True
    if (_CANNOT.search(words) or _NOT_GIVEN.search(words)) and _SECRET.search(words):
        return True
    return bool(_IS_SECRET.search(words)) or is_small(words)


def is_small(words: str) -> bool:
    """Whether small numbers are kept back."""
    kept = _SUPPRESSED.search(words) or _SO_NOBODY_IS_KNOWN.search(words)
    return bool(_SMALL.search(words) and kept)


def not_held(sentences: Sequence[Sentence]) -> str:
    """The first sentence that says that something asked for is not held, or ""."""
    return _first(each for each in sentences if not each.theirs and _denies(each.text))


def _denies(words: str) -> bool:
    return bool(_NOT_HELD.search(words)) and not _NOT_A_DENIAL.search(words)


def explains_not_held(sentences: Sequence[Sentence]) -> bool:
    """Whether anything beside a denial says why it is not held, where was searched, or who may hold it."""
    ours = [each.text for each in sentences if not each.theirs]
    for place, words in enumerate(ours):
        if _denies(words):
            near = [_NOT_HELD.sub(" ", words), *ours[place + 1 : place + 3], *ours[max(0, place - 1) : place]]
            if _WHY_NOT.search(" ".join(near)):
                return True
    return False


def both(sentences: Sequence[Sentence]) -> str:
    """A sentence that calls the same thing not held and exempt, or ""."""
    return _first(
        each for each in sentences if not each.theirs and _denies(each.text) and _is_withheld(each.text)
    )


def neither(sentences: Sequence[Sentence]) -> str:
    """The first sentence that refuses to say whether it is held, or ""."""
    return _first(
        each
        for each in sentences
        if not each.theirs and _NEITHER.search(each.text) and not _NEITHER_DUTY.search(each.text)
    )
