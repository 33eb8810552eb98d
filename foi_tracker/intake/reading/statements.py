"""What a letter says of what it does not hold, and of what it neither confirms nor denies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.withheld import is_withheld

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
    |\bno (?:recorded )?information (?:is )?held\b|\binformation not held\b
    |\bthere (?:is|are)(?:n't| not) (?:one|any|an? \w++) (?:for us )?to (?:send|give|release|disclose
    |provide|supply)\b"""
)
_NOT_A_DENIAL = pattern(
    r"""\b(?:may|might) not (?:\w++ ){0,2}hold\b|\bwhether\b[^.]{0,60}\bh[oe]ld\b|\A\W{0,3}(?:if|where
    |should)\b
    |\bnot (?:\w++ )?held (?:centrally|separately|electronically|in (?:that|this|the
    |such an?) (?:\w++ )?(?:format
    |form|way))\b
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
    r"""\bmay include information\b|\bduty to (?:neither )?confirm or deny\b|\bright to know\b
    |\bobliged to (?:neither )?confirm or deny\b|\bwhether to (?:neither )?confirm\b"""
)


_NOT_RECORDED = pattern(
    r"""\b(?:we|council|trust|authority|force|constabulary|university|department|office|board|college|school
    |agency) (?:do|does) not (?:\w++ )?(?:record|collect|keep|capture|collate|log|monitor) (?:this|that|such
    |these|any)\b
    |\b(?:information|data|this|these) (?:is|are) not (?:\w++ )?(?:recorded|collected|captured|collated
    |kept)\b"""
)
_IN_THAT_WAY = pattern(
    r"""\b(?:centrally|central|format|form|electronic\w*+|searchable|retrievable|reportable|easily
    |readily|way
    |however|but|although|so the|further|other|additional|more|until|before|prior)\b"""
)
"""It may well be held, only not so."""
_EVEN_SO = pattern(r"""\A\W{0,3}(?:however|but|nevertheless|that said|instead|we (?:do|can|have)|i can)\b""")

_OF_THE_REASONS = (
    r"(?:refusal notice|section 17 notice|(?:prejudice|harm|public interest) tests?|pit"
    r"|factors|reasons|reasoning|arguments|considerations|explanation)"
)
_FILE = r"(?:attached|enclosed|annex\w*+|appendi\w++|attachment|enclosure)"
_SET_APART = pattern(
    rf"""\b(?:attached|enclosed) (?:\w++ ){{0,2}}{_OF_THE_REASONS}\b
    |\bfind (?:\w++ ){{0,4}}{_OF_THE_REASONS} (?:\w++ ){{0,2}}(?:attached|enclosed)\b
    |\b{_FILE}(?: (?-i:[A-Z\d]))?\b(?: \w++){{0,4}} (?:sets? out|contains?|explains?|gives?|for)\b[^.]{{0,90}}
    \b{_OF_THE_REASONS}\b
    |\b{_OF_THE_REASONS}\b[^.]{{0,60}}\b(?:in|at) (?:the |an )?(?:attachment|enclosure|annex\w*+
    |appendi\w++)"""
)
_HEADS_IT = pattern(r"""\A\W{0,3}(?:annex|appendix|attachment|enclosure)\b""")


def set_apart(sentences: Sequence[Sentence]) -> str:
    """A sentence that says that the reasons stand in a file that is not here, or ""."""
    ours = [each for each in sentences if not each.theirs]
    said = next((each.text for each in ours if _SET_APART.search(each.text)), "")
    return "" if any(_HEADS_IT.match(each.text) and each.text != said for each in ours) else said


def _first(sentences: Iterable[Sentence]) -> str:
    return next((each.text for each in sentences), "")


def not_held(sentences: Sequence[Sentence]) -> str:
    """The first sentence that says that something asked for is not held, or ""."""
    return _first(each for each in sentences if not each.theirs and _denies(each.text))


def not_recorded(sentences: Sequence[Sentence]) -> str:
    """The first sentence that says that something is not recorded at all, or ""."""
    ours = [each for each in sentences if not each.theirs]
    for each, after in zip(ours, [*ours[1:], None], strict=True):
        if not _NOT_RECORDED.search(each.text) or _IN_THAT_WAY.search(each.text):
            continue
        if after is None or not _EVEN_SO.match(after.text):
            return each.text
    return ""


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
        each for each in sentences if not each.theirs and _denies(each.text) and is_withheld(each.text)
    )


def neither(sentences: Sequence[Sentence]) -> str:
    """The first sentence that refuses to say whether it is held, or ""."""
    return _first(
        each
        for each in sentences
        if not each.theirs and _NEITHER.search(each.text) and not _NEITHER_DUTY.search(each.text)
    )
