"""A writer who will not give something, in words that name no exemption.

Words of the same kind say other things too: what is not counted is not kept back, and neither is what others
refuse, or what nobody asked for.
"""

from __future__ import annotations

from foi_tracker.intake.questions.wording import pattern

NOUNS = (
    r"(?:information|data|details?|names?|figures?|numbers?|documents?|records?|pages?|cells?|values?"
    r"|breakdowns?|sections?|parts?|contents?|address(?:es)?|elements?|material|copies|copy|report|amounts?"
    r"|counts?|costs?|disclosure|rest|remainder|paragraphs?|locations?|emails?|e-mails?|responses?|results?"
    r"|requests?|signatures?|salar(?:y|ies)|reasons?|advice|minutes|footage|prices?|terms|identity|identities"
    r"|correspondence|notes|images?|photographs?|version|text|maps?|plans?|lists?|logs?|papers?|drawings?"
    r"|surveys?|files?|recordings?|transcripts?|valuations?|appraisals?|assessments?|stud(?:y|ies)"
    r"|business case)"
)
THINGS = rf"(?:{NOUNS}|they|it|this|these|some)"
"""What a letter gives, or keeps: by its name, or by what stands for it."""
US = (
    r"(?:we|i|(?:the|this|our) (?:council|trust|authority|force|constabulary|university|department"
    r"|office|board"
    r"|college|school|agency|ministry|service))"
)
_IT = (
    rf"(?:this|that|it|them|these|those|you|your|(?:an? |the |any |such |our |their |its |his |her ){{0,2}}"
    rf"(?:\w++ ){{0,3}}{NOUNS})\b"
)
"""What is asked for: whatever else is not given was never asked for."""
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
    rf"""\b(?:not (?:be )?(?:\w++ ){{0,3}}appropriate|inappropriate|not (?:our|the council's
    |the trust's) (?:policy
    |practice)|not (?:be )?in the public interest) (?:for us )?to (?:\w++ ){{0,2}}
    (?:disclose|release|share|divulge|name|let you have|make public)\b
    |\bpolic(?:y|ies) (?:is |are )?(?:never|not) to (?:disclose|release|share|divulge|give|publish|send) {_IT}
    |\bnot (?:our|the council's|the trust's) (?:policy|practice) to (?:give out|provide|publish|send) {_IT}
    |\bnot (?:be )?right (?:for us )?to (?:say|tell you) (?:what|how|who|which)\b
    |\bnot (?:be )?right (?:for us )?to (?:disclose|release|share) {_IT}
    |\bnot (?:\w++ ){{0,2}}(?:considered|thought|deemed|felt) (?:to be )?(?:suitable|appropriate
    |fit) for (?:public )?
    (?:release|disclosure|publication)\b
    |\bnot (?:for|available for|suitable for|intended for) (?:public )?(?:release|disclosure)\b
    |\bnot (?:something|information|data|details?|material) (?:that |which )?(?:we|this \w++
    |the \w++)(?: \w++){{0,2}}
    \s(?:puts? (?:in|out|into)|makes? public|shares?|releases?|discloses?|publish(?:es)?)\b
    |\b(?:information|this|document|report)\b[^.]{{0,60}}\bnot publicly available(?=.{{0,3}}\Z)
    |\b(?:information|this|document|report)\b[^.]{{0,100}}\bnot (?:available to (?:the public
    |members of the public))\b(?=.{{0,3}}\Z)"""
)
_LAW_FORBIDS = pattern(
    r"""\b(?:gdpr|data protection (?:act|law|legislation|rules)|confidentiality (?:clause|agreement))
    \b[^.]{0,60}\b(?:prevents?|prohibits?|does not (?:allow|permit)|do not (?:allow|permit))\b
    [^.]{0,40}\b(?:shar|disclos|releas|giv|provid|suppl)\w*+
    |\bprevented by\b[^.]{0,60}\b(?:from )?(?:giving|sharing|disclosing|releasing|providing)\b"""
)
_WILL_NOT_ANSWER = pattern(
    rf"""\b{US} (?:(?:must |have to |respectfully )?declines? to|would rather not|refuses? to
    |(?:would )?prefers? not to|(?:is|am|are) not (?:willing|prepared|minded) to)
    \s(?:answer|give|provide|supply|respond to|share|publish|send|tell|say|hand over)\b
    (?!\s(?:advice|evidence|a service|accommodation|any service))
    |\b{US} (?:is|am|are) not (?:willing|prepared|minded) to do so\b
    |\b{US} (?:has |have )?(?:therefore )?(?:decided|chosen|elected|opted) not to (?:provide|supply
    |release|disclose|share
    |send|give) {_IT}
    |\b{US} (?:do|does) not (?:give|release|provide|supply|disclose
    |hand over) (?:\w++ ){{0,2}}{THINGS}\b[^.]{{0,40}}
    \bto (?:members of )?the (?:general )?public\b
    |\b{US} (?:will not|(?:is|am|are) not going to|do(?:es)? not (?:propose|intend|plan) to)
    \s(?:answer|give|provide|supply|respond to|share|publish|send|tell|hand over|let you have) {_IT}
    |\b{US} (?:will|shall) not (?:therefore )?be (?:sending(?! out)|giving|providing|sharing|handing
    |answering) {_IT}
    |(?<!to )\b(?:respectfully )?declines? (?:(?:your|this|the) request|th(?:is|at) (?:part
    |question))\b(?! of (?!your)
    | from| by)
    |(?:\b{NOUNS}\b[^.]{{0,60}}|\b(?:it|they|this|these)) (?:will not be (?:provided|supplied|sent to you
    |shared|made (?:available|public))
    |(?:is|are) not going to be (?:disclosed|released|given|shared|provided|sent))\b
    (?! (?:again|next|this)\b| (?:to|with|by|for|until|at|in|on|after|from|before|unless) (?!you\b))"""
)
_CANNOT_GIVE = pattern(
    rf"""\b{US}(?:'m|'re)? (?:cannot|can not|can't|(?:am|are|is) (?:unable|not able) to) (?:\w++ )?
    (?:give|send|share|release|disclose|supply|provide) (?:you (?:with )?)?{_IT}"""
)
_FOR_ANOTHER_CAUSE = pattern(
    r"""\b(?:not|n't|no longer|never) (?:\w++ ){0,2}(?:hold|held|record\w*+|collect\w*+|keep|kept
    |exist\w*+|have|broken|split)
    \b|\b(?:e-?mail|size|large|format|post|destroyed|lost|never|until|time|cost|hours|limit|separate\w*+
    |breakdown|centrally)\b"""
)
"""What else keeps a thing from being sent: it is not there, too large, or too much work."""
_HELD = pattern(r"""\b(?:we|which|that|it|(?:council|trust|force|university|school
    |regulator)) (?:also |do |does |can confirm that we )?
    (?:hold|holds)\b(?! (?:no|none|nothing))""")
_GIVEN = pattern(r"""\b(?:only|attach\w*+|enclos\w++|below|link)\b""")
_INTERNAL = pattern(
    r"""\b(?:in[- ]confidence|confidential\w*+|private\w*+|internal(?! review)|sensitiv\w++|competit\w++
    |prices? known|not been tested
    |allegations|security|privileged?)\b"""
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
    |\b(?:part [\da-z]{1,3}|sections?|appendi\w++|annex\w*+|pages?|paragraphs?|columns?
    |passages?)\b[^.]{0,60}\b
    (?:has|have) been (?:taken out|removed|left out|omitted|deleted) (?:before (?:sending|it|they|we)
    |from (?:the
    |this|these|our) (?:attached|enclosed|copy|copies|version|spreadsheet))
    |\byou will (?:see|note|notice) that\b[^.]{0,80}\b(?:has|have) been (?:taken out|removed|left out)\b
    |\bpractice (?:is )?to (?:suppress|withhold|redact|mask)\b
    |\b(?:left|taken|cut|edited|kept) (?:\w++ ){1,8}out of (?:this|our|my|the|what) (?:reply|response
    |answer|letter|copy|copies|document|report|version|file|we send|is sent)\b
    |\b(?:have|has) not (?:broken|split|divided)\b[^.]{0,60}\b(?:although|though|but|even though) (?:we|it)
    \s(?:do |does )?(?:hold|have) (?:it|them|that|this|those|these|the (?:breakdown|figures|information
    |data))\b
    |\b(?:decided|have|must|will|shall|wish|agreed) (?:to )?respect(?:ed)? (?:that|this|their|its|his|her)
    (?: wish\w*+| request| views?| position)?\b[^.]{0,80}\b(?:refused|withheld|withhold
    |not (?:be )?(?:disclosed|released|shared|made public))\b
    |\b(?:not (?:happy|content|willing)|(?:do|does) not (?:want|wish)|objects?|objected
    |should not)\b[^.]{0,80}\b
    (?:public|disclosed|released|published)\b[^.]{0,60}\bwe (?:have |must |will )?(?:respect\w*+|agree\w*+
    |honour\w*+)"""
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


def is_refused_beside(words: str, before: str, after: str) -> bool:
    """Whether the writer cannot give what is said to be held just above, or to be private just below."""
    if not _CANNOT_GIVE.search(words) or _FOR_ANOTHER_CAUSE.search(words):
        return False
    held = _HELD.search(f"{before} {words}") and not _GIVEN.search(before)
    return bool(held or _INTERNAL.search(after))


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
