"""The words by which an answer in a letter tells what becomes of its question."""

from __future__ import annotations

from foi_tracker.intake.questions.wording import pattern

_A_NUMBER = r"(?P<label{}>\d{{1,2}}[a-z]?)\b(?! ?(?:%|/|[a-z]))"
REFERS = pattern(
    rf"""\A\W{{0,3}}(?:(?:please )?(?:see|refer to|as(?: per| in| for| with)?|same as|answered(?: in| at
    | under)?
    |covered (?:by|in)|included in|provided in|given in)[ :]{{1,2}}
    (?:to |the |our |my ){{0,2}}(?:(?:answer|response|reply|comments?|information|figures?)s? )?
    (?:provided |given |supplied |set out ){{0,1}}(?:to |for |at |in |under |of ){{0,2}}
    (?:(?:question|q|point|part|item|no|number)[ .]{{0,2}}{_A_NUMBER.format(1)}(?:,? above)?
    |{_A_NUMBER.format(2)}(?:,? above)?(?=\W{{0,2}}\Z)|above\b)
    |(?:same )?as (?:the )?(?:per the )?above\b|(?:please )?see above\b|ditto\b
    |same(?: as above)?\W{{0,2}}\Z)"""
)
FALLS_AWAY = pattern(
    r"""\A\W{0,3}(?:n ?/ ?a|not applicable)(?![\w/])|\bfalls? away\b|\A.{0,60}\b(?:is|are
    |therefore) not applicable\b
    |\A\W{0,3}(?:this (?:question )?)?does not apply\b"""
)
WITHDRAWN = pattern(
    r"""\byou (?:have )?(?:since |then |now )?withdr[ae]w\w*+
    |\b(?:question|part|request) (?:has been|was) (?:since )?withdrawn\b"""
)
ASKS_BACK = pattern(
    r"""\A(?!\W{0,3}if\b).{0,80}\b(?:please|could you|can you|need you to
    |ask you to) (?:please )?(?:clarify|specify)\b
    |\b(?:need|require|seek|seeking|ask for|asking for
    |requesting) (?:some |further |more |your )?clarification\b
    |\bneed to ask you something\b|\bplease (?:tell us|confirm
    |let us know) (?:exactly )?(?:what
    |which)\b.{0,60}\bmean\b"""
)
NO_RECORDED = pattern(
    r"""\bnot (?:a )?(?:valid )?(?:(?:foi
    |freedom of information) )?requests? for (?:recorded )?information\b
    |\b(?:does|do|did) not ask for (?:recorded )?information\b|\bask(?:s
    |ing)? (?:us )?for (?:an |our )?opinion\b
    |\bnot (?:a )?(?:valid )?(?:foi|freedom of information) (?:request|question)\b"""
)
THEIR_OWN = pattern(r"""\b(?:your own|information about you|own) personal (?:data|information)\b""")
UNDECIDED = pattern(
    r"""\b(?:section|s\.?) ?10 ?\(3\)|\bnot yet (?:\w++ ){0,2}(?:decided|reached|come to|concluded)\b
    |\bstill (?:\w++ ){0,2}(?:considering|weighing|assessing)\b.{0,60}\bpublic interest\b
    |\b(?:further|more|additional) time\b.{0,60}\bpublic interest\b"""
)
TO_SAY_IF_HELD = pattern(
    r"""\b(?:section|s\.?) ?12 ?\(2\)
    |\b(?:confirm|determin\w++|establish\w*+|find(?:ing)? out|know|say) (?:whether|if)\b.{0,60}\bh[eo]ld"""
)
VEXATIOUS = pattern(r"""(?<!not )(?<!not a )\b(?:is|are|as|be|deemed|considered|a|be) vexatious\b""")
REPEATED = pattern(
    r"""\b(?:is|as|are) (?:a |an )?(?:repeat|repeated) request\b|\b(?:substantially similar
    |identical) to (?:a |your )"""
)
PUBLIC_ALREADY = pattern(
    r"""\b(?:reasonably accessible|already (?:\w++ ){0,2}(?:available|accessible|published
    |in the public domain)
    |publicly (?:available|accessible)|in the public domain)\b"""
)
NOT_PUBLIC = pattern(r"""\b(?:not|n't|nor|is neither) (?:\w++ ){0,3}(?:accessible|available|published
    |in the public)""")
TO_BE_PUBLISHED = pattern(r"""\bintended for (?:future )?publication\b""")
NOT_RECORDED = pattern(
    r"""\b(?:information|data|this|these|it|figures?|detail)\b(?: is| are)? not (?:\w++ ){0,1}(?:recorded
    |collected|captured|collated
    |kept|monitored)\b
    |\b(?:we|council|trust|authority|force|constabulary|university|department|office|board|college
    |school|agency
    |commissioner) (?:do|does) not (?:\w++ ){0,1}(?:record|collect|keep|capture|collate|maintain
    |monitor) (?:this|that|the|such|any
    |these)\b
    |(?:\A|[:=|-])\W{0,3}not (?:held|recorded)\W{0,2}\Z|\A\W{0,3}(?:no (?:recorded )?(?:information|records?
    |data) held|none held)\b"""
)
HELD_OTHERWISE = pattern(
    r"""\b(?:held|recorded|hold|record|collected|collated|kept|available|captured|collect|keep|capture
    |maintain|collate)\b.{0,60}
    \b(?:centrally|central|format|form|electronic\w*+|level|reportable|searchable|retrievable|separately
    |level of detail
    |specifically|way)\b"""
)
"""Not held where it could be counted, or not in the form asked for: it may well be held."""
SAVE = pattern(
    r"""\b(?:other than|except|apart from|save (?:for|as)|beyond|but|however|although|though|unless|only
    |further|additional|other)\b"""
)
"""What limits a denial that it stands beside."""
OF_OTHERS = pattern(
    r"""\A\W{0,3}(?:regarding|(?:with|in) (?:regards?|respect|relation|reference) (?:to|of)|for|as (?:for
    |to)|in answer to
    |on) (?:your )?(?:questions?|parts?|points?|items?) \d"""
)
"""How one block of words goes from question to question."""
OF_A_TIME = pattern(r"""\b(?:prior to|before|until|earlier|after|older|since)\b""")
BESIDES = pattern(
    r"""\b(?:anything else|any ?thing further|any other|any further|other (?:relevant )?information
    |further information
    |additional information)\b"""
)
IN_PART = pattern(
    r"""\b(?:in part|part(?:ly|ially)|the rest|remain(?:der|ing)|some (?:of|parts?|information|details?
    |names?)|part of
    |parts of|certain|redact\w*+|more than this|suppress\w*+|small numbers?|fewer than|less than)\b"""
)
OF_ALL = pattern(
    r"""\bin (?:full|(?:its|their) entirety)\b|\bwithholding (?:it|this|them|all|the information
    |the requested|your)\b
    |\b(?:this|the|all|that|requested|relevant|your) (?:\w++ ){0,5}(?:is|are|has been|have been
    |being) (?:\w++ ){0,3}
    (?:withheld|exempt|excepted|refused)\b|\A\W{0,3}(?:exempt|withheld|refused)\b"""
)
BUT_GIVES = pattern(
    r"""\b(?:please (?:find|see)|attach\w*+|enclos\w++|(?:we|i) (?:can|are able to
    |have) (?:\w++ ){0,2}(?:provid|disclos|releas|suppl
    |confirm that there|advise that|tell you|give)\w*+|\bwe do hold)\b"""
)
GIVEN_AFTER_ALL = pattern(
    r"""\bpublic interest (?:\w++ ){0,4}(?:lies|is|falls|weighs
    |favours?)(?: in)?(?: favour of)? (?:the )?(?:disclos|releas)\w++"""
)
GIVES = pattern(
    r"""\A\W{0,3}(?:(?:yes|none|nil|zero)\b(?! (?:held|recorded))|no\b(?=\W{0,2}\Z|\s?[-,.;:]))
    |\b(?:attach(?:ed|ment)\w*+|enclos\w++|spreadsheets?|see (?:the )?(?:table|appendix|annex)|(?:table
    |appendix|annex) (?:\w )?below
    |as follows|(?:listed|set out|shown|provided|detailed) (?:below|in (?:the )?(?:table|appendix|annex)))\b
    |\b(?:answer|figure|number|total|amount)\b[^.]{0,40}\b(?:is|was) (?:zero|none|nil)\b
    |(?<![\w.(/])£? ?\d"""
)
LITTLE = pattern(r"""\A\W{0,3}(?:none|nil|zero|0|no)\b""")
FEWER = pattern(r"""[<≤] ?\d|\b(?:fewer|less) than\b|\A\W{0,3}[*-]\W{0,2}\Z""")
DOUBTS = pattern(
    r"""\b(?:not|n't|no|none|never|nor|neither|cannot|unable|unfortunately|however|contact|matter for
    |remit|responsib\w++
    |opinion|your (?:request|question)|this (?:request|question)|freedom of information|foi|foia|the act
    |refer(?:red|ring)?
    |unknown|unclear|may|might|would need|should|web ?site|link|https?|www|published|available
    |estimat\w++|sorry
    |exempt\w*+|clarif\w++|records?|(?:do|does)(?: \w++)? hold)\b"""
)
"""Words about the information rather than of it: with them in its first sentence, what has no figure is not
taken for an answer that is given."""
FILLS = pattern(
    r"""\A\W{0,3}(?:(?:yes,? )?we (?:can confirm that we )?(?:do )?hold (?:this|it|the|some)\b.{0,60}\Z
    |thank you\b
    |dear\b|(?:please see )?our (?:response|answer) (?:is )?below\W{0,3}\Z
    |(?:please (?:note|be advised) that )?(?:the |our )?(?:response|answer|reply)\W{0,3}\Z
    |(?:in (?:response|reply|answer)
    |with regards?) .{0,80}[:,]\Z|.{0,40}\b(?:can (?:confirm|respond)|advise)(?: as follows)?\W{0,2}\Z
    |answer:?\Z
    |(?:i|we)(?: \w++)? can confirm (?:that )?(?:\w++ ){0,8}(?:hold
    |holds) (?:this |the |some )?(?:information|data)\b.{0,40}\Z)"""
)
"""Sentences that say that it is held, or that an answer comes, and do not give it."""
ABOUT = pattern(
    r"""\b(?:(?:provided|sent|supplied|given) to you|previous(?:ly)?|holds? (?:some|part|only)|in progress
    |tbc|pending
    |awaiting|cannot|unable|not (?:able|known|available|recorded|held|possible)|matter for|please contact
    |contact the|remit of
    |would need to (?:be )?(?:refer|contact|direct|ask)\w*+|may wish to|should be (?:directed|referred)
    |unknown|https?:|www\.
    |web ?site|no (?:\w++ ){0,2}(?:figures?|information|data|records?) )"""
)
"""Words that send the reader elsewhere, or say why no answer is given."""
WHOLE_IN_WORDS = pattern(
    r"""\b(?:(?:your|the|this) request|information (?:that )?(?:you (?:have )?(?:requested|asked for
    |are seeking
    |seek)|requested)|(?:requested|this|any|no) (?:recorded )?information
    |(?:comply|complying|compliance) with)\b"""
)
OF_ONE = pattern(
    r"""\b(?:questions?|parts?|points?|items?|q) ?\d|\b(?:some|part|rest|remainder|remaining|certain
    |period|between)\b"""
)
"""What a letter refuses of a part of the request only."""
PROVISION = pattern(
    r"""\b(?:sections?|regulations?|regs?|ss?|articles?|act|questions?|q|parts?|points?
    |items?)\.? ?\(?\d[\w().]{0,12}"""
)
"""A number that is no figure of an answer."""
NOT_RELIED = pattern(
    r"""\b(?:not|n't|never|no longer|rather than|instead of)\b[^.;,]{0,60}
    \b(?:appl(?:y|ies|ied|ying)|rel(?:y|ies|ied|ying)|engaged?|exempt\w*+|withh\w++|vexatious|invok\w++
    |cit(?:e|ed|ing))\b"""
)
"""Of a provision that is named and not used, as it seems."""
MORE_THAN_ONE = pattern(r"""\A.{0,30}(?:,|\band\b|&|\bplus\b|\bbut\b|\bexcept\b|\bhowever\b|\bto\b|\bor\b|-
    |\d)""")
"""What follows where an answer points elsewhere: it points to more than one place, or says more."""
POINTS = pattern(r"""\A\W{0,3}(?:please )?(?:see|refer to|as)\b""")
A_FILE = pattern(r"""\b(?:attach\w*+|enclos\w++|spreadsheets?|tables?|appendix|annex|documents?|files?
    |pages?|dates? below)\b""")
ELSEWHERE = pattern(
    r"""\b(?:available (?:on|at|from|via|in)|published (?:on|at|in|here)|https?:|www\.|web ?site)"""
)
