"""A writer who will not give something, in words that name no exemption.

Words of the same kind say other things too: what is not counted is not kept back, and neither is what others
refuse, or what nobody asked for.
"""

from __future__ import annotations

from foi_tracker.intake.questions.wording import pattern

US = (
    r"(?:we|i|(?:the|this|our) (?:council|trust|authority|force|constabulary|university|department"
    r"|office|board"
    r"|college|school|agency|ministry|service))"
)
_WILL_NOT = pattern(
    rf"""\b{US}(?:'m|'re)?(?: afraid)?(?:,? (?:that )?(?:i|we))?\s(?:\w++ ){{0,2}}
    (?:(?:can|will|do|does|are|am|is|should|would|must|may)(?:\s?not|n't)|cannot|can't|won't|never
    |(?:has|have) decided not to
    |declines? to|would rather not|prefers? not to|unable to|not (?:able|prepared|willing) to
    |not in a position to|not wish to)
    \s(?:\w++ ){{0,3}}(?:disclos(?:e|ing)|releas(?:e|ing)|divulge|give out)\b
    |\b(?:can|will|should|would|must|may|are|is)(?:\s?not|n't)\s(?:\w++ ){{0,2}}(?:be |being )(?:\w++ly )?
    (?:disclosed|released|divulged)\b|\bcannot (?:\w++ ){{0,1}}be (?:disclosed|released|divulged)\b
    |\bnot (?:willing|prepared) to publish\b|\b(?:is|are) not (?:disclosed|released|divulged)\b
    (?! (?:by|outside|until|before|to (?!you\b|the public|members of|the world|any|third)))"""
)
_NOT_FITTING = pattern(
    r"""\b(?:not (?:be )?(?:\w++ ){0,3}appropriate|inappropriate|not (?:our|the council's
    |the trust's) (?:policy
    |practice)|not (?:be )?in the public interest) (?:for us )?to (?:\w++ ){0,2}
    (?:disclose|release|share|divulge|name|give out|let you have|make public)\b
    |\bpolic(?:y|ies) (?:is |are )?(?:never|not) to (?:disclose|release|share|divulge|name|give|publish
    |send)\b
    |\bnot (?:be )?right (?:for us )?to (?:disclose|release|share|say|tell|name|give|publish|send)\b
    |\bnot (?:\w++ ){0,3}(?:for|available for|suitable for|intended for|fit for) (?:public )?(?:release
    |disclosure)\b
    |\bnot (?:something|information|data|a matter|details?|material) (?:that |which )?(?:we|this \w++
    |the \w++)(?: \w++){0,2} (?:put|makes?|gives?|shares?|releases?|discloses?|discuss(?:es)?)\b
    |\b(?:information|this|document|report)\b[^.]{0,60}\bnot publicly available(?=.{0,3}\Z)
    |\b(?:information|this|document|report)\b[^.]{0,100}\bnot (?:available to (?:the public
    |members of the public))\b(?=.{0,3}\Z)"""
)
_LAW_FORBIDS = pattern(
    r"""\b(?:gdpr|data protection (?:act|law|legislation|rules)|confidentiality (?:clause|agreement))
    \b[^.]{0,60}\b(?:prevents?|prohibits?|does not (?:allow|permit)|do not (?:allow|permit))\b
    [^.]{0,40}\b(?:shar|disclos|releas|giv|provid|suppl)\w*+
    |\bprevented by\b[^.]{0,60}\b(?:from )?(?:giving|sharing|disclosing|releasing|providing)\b"""
)
_WILL_NOT_ANSWER = pattern(
    rf"""\b{US} (?:(?:must |have to |respectfully )?declines? to|would rather not|will not|refuses? to
    |(?:would )?prefers? not to|(?:is|am|are) not (?:willing|prepared|minded|going) to
    |do(?:es)? not (?:propose|intend|plan) to)
    \s(?:answer|give|provide|supply|respond to|share|publish|send|tell|say|comment|name|do so|hand over
    |let you have)\b
    (?!\s(?:advice|evidence|a service|accommodation|any service))
    |\b{US} (?:will|shall) not (?:therefore )?be (?:sending|giving|providing|sharing|handing|answering)\b
    |\b(?:would|will|must|to|and|so|council|trust|force|we|i)(?: respectfully| therefore)?
    \s(?:prefer not to say|declines? (?:(?:your|this|the) request|th(?:is|at) (?:part|question)))\b
    |\b(?<!training )(?<!support )(?<!services )(?<!transport )(?<!refunds )(?<!meals )will not be (?:provided
    |supplied|sent to you|shared|made (?:available|public))\b(?! (?:to|with|by|for|until|at|in) (?!you\b))
    |\bnot going to be (?:disclosed|released|given|shared|provided|published|sent|answered)\b"""
)
_TAKEN_OUT = pattern(
    r"""\b(?:names?|details|addresses|signatures?|information|identit(?:y|ies)|personal data|numbers)\b
    [^.]{0,80}\b(?:has|have|been|are|were|was)\s(?:\w++\s){0,2}(?:removed|taken out|left out|edited out
    |deleted|omitted)\b
    |\b(?:i|we)(?:'ve)? (?:have )?(?:\w++ )?(?:removed?|taken out|left out|omitted|deleted)\b[^.]{0,40}\b
    (?:names?|details|addresses|signatures?|personal|identit(?:y|ies))\b
    |\b(?:edited|altered|amended|removed) to (?:remove|take out|protect|exclude)\b"""
)
_LEFT_OUT = pattern(
    r"""\b(?:not be|(?:is|was|are) not|cannot be) (?:\w++ )?(?:possible|feasible|done|met|answered)\b
    [^.]{0,30}\b(?:due to|because of|owing to|given) the (?:\w++ ){0,3}(?:time|work|hours|effort|resources?)
    \s(?:\w++ ){0,4}(?:required|needed|involved|necessary|to (?:collate|compile|extract|search|find))\b
    |\b(?:left|taken|cut|edited|kept) (?:\w++ ){1,8}out of (?:this|our|my|the|what) (?:reply|response
    |answer|letter|copy|copies|document|report|version|file|we send|is sent)\b
    |\b(?:have|has) not (?:broken|split|divided)\b[^.]{0,60}\b(?:although|though|but|even though) (?:we|it)
    \s(?:do |does )?(?:hold|have|has)\b
    |\b(?:decided|have|must|will|shall|wish|agreed) (?:to )?respect(?:ed)? (?:that|this|their|its|his|her)
    (?: wish\w*+| request| views?| position)?\b[^.]{0,80}\b(?:refused|withheld|withhold
    |not (?:be )?(?:disclosed|released|provided|shared|made))\b
    |\b(?:made public|disclosed|released|published)\b[^.]{0,60}\band we (?:have |must |will )?(?:respect\w*+
    |agree\w*+|honour\w*+)\b"""
)
"""What is not sent because the writer, or who gave it, would not have it known, or for its work."""
_OF_PEOPLE = pattern(
    r"""\b(?:personal|individuals?|third[- ]part(?:y|ies)|staff|people|persons?|privacy|attached|enclosed
    |sending|copies|copy|children|patients?|officers?|tenants?|redact\w*+|document|report|agreement)\b"""
)
_FROM_A_LIST = pattern(r"""\bfrom (?:the|our|a) (?:\w++ ){0,2}(?:list|system|register|database|count|data)\b
    |\bduplicat\w++|\bbefore counting\b""")
_OTHERWISE = pattern(
    r"""\b(?:suspects?|prisoners?|patient was|on bail|hospital|press|auditor|statistics|until|validated)\b
    |\b(?:contractor|supplier|provider|suppliers|contractors|landlord) (?:does|do|did|was|were|has|have)\b
    |\bnever took place\b|\bnobody counts\b"""
)
"""What is released, and by whom, where it is not the letter's own writer who keeps something back."""


def is_kept_back(words: str) -> bool:
    """Whether the writer will not let something go, or took it out of what is sent."""
    if _WILL_NOT_ANSWER.search(words) or _LEFT_OUT.search(words):
        return True
    if _OTHERWISE.search(words):
        return False
    if any(sign.search(words) for sign in (_WILL_NOT, _NOT_FITTING, _LAW_FORBIDS)):
        return True
    taken = _TAKEN_OUT.search(words) and _OF_PEOPLE.search(words)
    return bool(taken) and not _FROM_A_LIST.search(words)
