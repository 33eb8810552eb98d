"""What a letter is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.laws import ENVIRONMENTAL
from foi_tracker.intake.reading.sentences import Sentence

_IF = pattern(
    r"""\b(?:if|should|unless|where)\b.{0,80}\b(?:you|requester|applicant)\b|\b(?:you|applicants?
    |requesters?) (?:may|can|should|must|are entitled|have (?:the|a) right|wish|need)\b
    |\b(?:to|can|may|must|should|please|and|or) (?:request|ask|apply|write|seek)\b[^.]{0,40}\breview\b
    |\breview (?:requests?|should|must|can|may|will be|procedure|process)\b
    |\bcan be (?:requested|made)\b|\brequests? for (?:an? )?(?:internal )?review (?:should|must|can|may
    |will|need)\b|\byour right\b"""
)
_REVIEWED = pattern(
    r"""\b(?:outcome|result|conclusion|findings?|decision)s? (?:of|from|following|to) (?:the|your|my|our
    |this|an?) (?:request for (?:an? )?)?(?:internal )?review\b
    |\b(?:i|we) (?:have |can (?:now )?confirm that )?(?:\w++ ){0,4}(?:carried out|completed?|conducted
    |undertaken|concluded|undertook|reviewed|considered|finished|reconsidered)\b.{0,60}\breview(?:ed)?\b
    |\b(?:your|the) (?:request|email|e-mail|letter|application|correspondence|message)\b.{0,60}\b(?:for
    |requesting|asking for|request|in which you (?:requested
    |asked for)) (?:an? |us to )?(?:internal )?review\b
    |\byou(?:'ve)? (?:have )?(?:also )?(?:requested|asked for|sought|submitted a request for|asked (?:us
    |that we)) (?:for |to )?(?:a |an |carry out an )?(?:internal )?review\b
    |\binternal review (?:you (?:requested|asked)|outcome|response|decision|of (?:foi|your
    |the (?:response|decision|handling)|our|request)|has (?:now )?been (?:completed|carried out
    |conducted|undertaken)|reference|ref|[-:])
    |\brequested (?:an? )?(?:internal )?review\b|\brequest(?:ing)? an internal review (?:because|of|into
    |on|dated|received)\b|\bwas appointed to (?:conduct|carry out|undertake)\b.{0,40}\breview
    |\bi (?:uphold|have upheld|do not uphold|partially uphold) (?:your|the) (?:complaint|appeal|original
    |decision|review)\b|\b(?:full and )?impartial review of the decision\b"""
)
_LOOKED_AT_AGAIN = pattern(
    r"""\breview(?:ed|ing|er)?\b|\breconsider\w*+|\bup(?:hold|held)\b|\bappeal\b|\brepresentations\b
    |\blook(?:ed)? (?:at .{0,40})?again\b|\byour complaint\b
    |\b(?:original|first|earlier|initial) (?:decision|response|reply|answer|refusal)\b"""
)
"""What may tell of a review; whether it does is read again."""
_REVIEW_TITLE = pattern(
    r"""\W{0,6}(?:re:? )?(?:\w++ ){0,6}internal review\b(?! (?:procedure|process|rights?
    |and))(?:[\w\s:/.()-]{0,90})\Z"""
)
_PIT = pattern(r"""\b(?:sections?|s)\.?\s?10\s?\(3\)|\b17\s?\(2\)|\bpublic interest\b""")
_REG_7 = pattern(
    r"""\b(?:regulation|reg)s?\.?\s?7\b|\bcomplex\w*+\b.{0,60}\b(?:volum\w++)
    |\bvolum\w++\b.{0,60}\bcomplex\w*+"""
)
_EXTENDS = pattern(
    r"""\b(?:(?:we|i|council|trust|authority|force|department|university|deadline
    |time)\b[^.]{0,60}\b(?:extend(?:ing)?|an extension|additional time|further time|more time|extra time
    |longer (?:to|time))
    |(?:need|require|requires|needs)\b[^.]{0,50}\b(?:extend|extension|additional time|further time
    |more time|extra time|longer)
    |(?:entitled|allowed?|allows|permitted?|permits)\b[^.]{0,30}\b(?:additional|further|extra) (?:\d\d|twenty)
    \s(?:working )?days
    |(?:allowed?|allows|permitted?|permits) (?:us )?to (?:take|have) (?:such |some )?(?:additional|further
    |more|extra|longer)\b
    |(?:time|deadline|limit|period)\b[^.]{0,40}\b(?:be|been|is) extended|extend(?:ing)? the (?:time
    |deadline|period|20|response|date|statutory)|extension (?:of|to) (?:the )?(?:time|deadline|20|our
    |statutory))\b"""
)
_EXTENDED_BEFORE = pattern(
    r"""\b(?:previously|earlier|on \d{1,2}|our (?:letter|email|e-mail) (?:of|dated|on)|wrote to you|had
    |was|were|thank you for (?:your|agreeing))\b[^.]{0,90}\bexten(?:d|sion)
    |\bexten(?:d|ded|sion)\b[^.]{0,60}\b(?:previously|earlier|in our (?:letter|email)
    |of \d{1,2} \w++ \d{4}) (?:letter|email|notice)\b|\bwe extended\b"""
)
_UNDECIDED = pattern(
    r"""\b(?:not (?:yet )?(?:been )?(?:able to )?(?:reach\w*+|ma[dk]e|com\w++|conclude\w*+|decided?
    |determined?|in a position|finali[sz]ed)|still (?:being )?consider\w*+|yet to|need\w*+ (?:more
    |further|additional|extra|to extend|an extension|longer)|require\w*+ (?:more|further|additional|an)
    |(?:we|i) (?:are|am|will be|must|have (?:decided|had) to)[^.]{0,30} exten\w*+|complete (?:our
    |the) (?:consideration|assessment|public)|(?:respond|reply|response|decision
    |answer)\b[^.]{0,60}\bby\b|estimate\w*+|hope to|aim to|expect to
    |under consideration|not yet\b|as soon as (?:we|i) (?:are|am) able|to consider the application of)\b"""
)
_ACKNOWLEDGES = pattern(
    r"""\backnowledg(?:e|ing|ement) (?:\w++ ){0,2}(?:receipt|your|of)|\b(?:response|reply
    |answer) will be (?:sent|provided|issued)\b|\b(?:will|shall|aim to|endeavour to|hope to|should
    |can expect|obliged to
    |required to|must|are working|normally) (?:\w++ ){0,6}(?:respon\w++|reply|receive|answer|contact
    |be sent|process|deal|provide|consider\w*+)
    \b[^.]{0,90}\b(?:working days|by \d|by \w++ \d|no later than|within|as soon as|promptly)\b
    |\bhas been (?:logged|passed|allocated|recorded|registered|assigned|forwarded to)\b
    |\bis (?:now )?being (?:dealt|processed|considered|handled)\b"""
)
_ACKNOWLEDGED = pattern(
    r"""\backnowledg(?:e|ing|ement) (?:\w++ ){0,2}(?:receipt|your|of)|\b(?:response|reply
    |answer) will be (?:sent|provided|issued)\b
    |\bwill be (?:processed|dealt with|considered|handled)\b|\b(?:has been|is) (?:logged|registered
    |allocated)|\b(?:will|should|aim to) (?:respond|reply|answer|receive (?:a|our|your) (?:response
    |reply))\b.{0,60}\b(?:working days|by (?:\w{3,6}day,? )?\d)"""
)
"""The same where the letter also tells of a review, as decisions do."""
_CLARIFIES = pattern(
    r"""\b(?:please|could you|can you|would you|grateful if|ask(?:ing)? (?:that )?you|need(?:s)? (?:you )?to
    |require[sd]?|would like (?:you )?to|seek\w*+|need|in order (?:to|for)|writing to)\b[^.]{0,80}
    \b(?:clarif\w++|specify|confirm (?:which|what|whether|if|the)|more (?:detail|specific|information)
    |further (?:detail|information|clarification)|explain what|let (?:us|me) know (?:which|what|whether|if)
    |narrow|time ?frame|time ?period|date range|start date|additional information|provide us with)
    |\b(?:require|need|request|seek|await)\w*+ (?:\w++ ){0,3}clarification\b
    |\bnot (?:entirely )?(?:clear|sure) (?:what|which|from|about|as)\b|\bsections? 1\s?\(3\)
    |\b(?:we|i) need to (?:ask you (?:about|which|what|whether|something)|know (?:which|what|more about))\b"""
)
_WAITS = pattern(
    r"""\b(?:before (?:we|i) (?:can|begin|are|proceed|process)|once (?:we|i) (?:have )?(?:receive\w*+|hear)
    |until (?:we|i|you)|on hold|(?:up)?on receipt of (?:your|this|the)
    |(?:if|should) (?:we|i|you) (?:do not|don't|have not|not|hear nothing|fail) ?(?:heard?|receive|reply
    |respond|further|to)?
    |unable to (?:process|proceed|progress|identify|begin)|not be able to (?:take|process|proceed
    |progress|identify|begin)
    |(?:clock|time|period|days?|request|deadline)[^.]{0,50}\b(?:stop\w*+|start\w*+|paus\w++|begin
    |re-?start|suspend\w*+|clos\w++
    |hold|depend)|sections? 1\s?\(3\)|please let me know by|without (?:this|further|more|the
    |such) (?:\w++ ){0,2}(?:information|clarification|detail)
    |in order (?:to|for us to) (?:proceed|process|progress|assist|help|respond|answer|identify|continue
    |deal))\b"""
)
_ANSWERS = pattern(
    r"""\b(?!our answer is (?:taking|going to|not yet|still|delayed|late))
    (?:please (?:find|see)\b[^.]{0,40}\b(?:attached|enclosed|below|response|information|link|table
    |spreadsheet)|(?:our|the|council's|trust's) (?:response|answer|reply) (?:is|to your|as follows|below
    |set out)|response (?:is )?(?:set out )?(?:below|as follows)|in response to your (?:request
    |questions?)
    |(?:we|i) can confirm (?:that )?(?:we|the|there|i)|attached (?:is|are)|(?:i|we) (?:am
    |are) (?:pleased|able) to (?:provide|confirm|supply))\b"""
)
_FEE = pattern(r"""\bthe (?:fee|charge) (?:is|will be|for this is|payable is) £ ?\d|\b(?:fee|charge) of £ ?\d
    |\bfees notice\b""")
_FEE_LAW = pattern(r"""\b(?:sections?|s\.) ?(?:9|13)\b|\bregulations? 8\b|\bfees notice\b""")
_TO_PAY = pattern(
    r"""\b(?:please (?:pay|send (?:a )?(?:cheque|payment))|once you have paid|until (?:the fee
    |your payment|payment)|(?:if|when) (?:the fee|your payment|payment) (?:is|has|reaches))\b"""
)
_CLOSES = pattern(
    r"""\b(?:we|i) (?:have (?:now |therefore )?|are |am |will now )clos(?:ed|ing)
    \b (?:this|your|the|that|question|part)"""
)
_NUMBERED_ANSWER = pattern(
    r"""\W{0,3}(?:answer|response|reply)(?: to)?(?: question)? \d{1,2}[a-z]?(?:\s?[:.)-]|(?= (?-i:[A-Z£\d])))
    (?!.{0,120}\bmay (?:apply|be exempt))"""
)
"""An answer under the number of its question, unless it only tells what may be withheld."""
_NOT_VALID = pattern(
    r"""\b(?:not (?:a |currently |considered )?(?:\w++ )?valid (?:foi |freedom of information |request)?
    |not constitute a (?:valid )?(?:foi |freedom of information |request)|invalid request
    |provide (?:us with )?your (?:full |real )(?:real )?name|section 8\b[^.]{0,40}\bname
    |section 8 (?:of the [^.]{0,40} )?(?:says|asks|requires|needs)
    |(?:why this is|this is|is) not a request
    |the act does not cover (?:it|your|this)|(?:need not|do not need to) use the (?:freedom of
    |foi|act)[^.]{0,60}
    |(?:ask|asks|asked|asking) for information about yourself)\b"""
)
_TRANSFERS = pattern(
    r"""\b(?:(?:transferr?ed|passed|forwarded|redirected|transferring|forwarding) (?:your|the
    |this) (?:\w++ ){0,3}(?:request|email|correspondence|enquiry)\b[^.]{0,60}\bto\b)"""
)
_HOLDS = pattern(
    r"""\b(?:not (?:yet )?(?:in a position|able|been able) to (?:\w++ ){0,3}(?:respon\w++|repl\w++
    |provide|answer|complete)|still (?:being|awaiting|waiting|collating|gathering|working|considering
    |processing)|(?:will|hope to|aim to|endeavour to) (?:\w++ ){0,4}(?:respond|reply|provide|send|get
    |have)\b[^.]{0,50}\b(?:by|as soon as|shortly|soon)|in due course|holding (?:response|letter|reply)
    |keep you (?:updated|informed)|further delay)\b"""
)
_STILL_DECIDING = pattern(
    r"""\b(?:is|was) not (?:a|yet a|our|the) (?:formal )?refusal\b
    |\beither (?:provide|providing|send|sending|give|giving)\b[^.]{0,80}\bor\b[^.]{0,40}\brefusal"""
)
"""What is sent before anything is decided, though it names what may apply."""
_REMEDY = pattern(
    r"""\b(?:internal review|reviews?|complain\w*+|commission(?:er)?|appeal\w*+|unhappy|dissatisfied
    |not satisfied)\b"""
)
_TAIL = pattern(r"""\A\W{0,3}(?:if|should) you (?:are|remain|feel|were|be|have|disagree|require)\b""")


@dataclass(frozen=True)
class Signs:
    """What has been found in a letter that tells its kind."""

    relies: bool  # on a ground, by name
    withholds: bool
    denies: bool  # says that something is not held
    weighed: bool
    of_the_act: bool = False  # it relies on an exemption of the Act by name
    reviews: bool = False  # it tells what came of a review


POSTPONES = frozenset({"acknowledgement", "holding"})
"""Kinds that only tell of a reply to come, where the words by which they are known stand in replies too."""


def kind_of(sentences: Sequence[Sentence], signs: Signs) -> str:
    """The kind of letter, in the codes of law.notices, with "refusal", "review" and "other" beside them."""
    ours = [each.text for each in sentences if not each.theirs]
    if signs.reviews:
        return "review"
    extension = _extension(ours, signs)
    if extension:
        return extension
    if not signs.withholds and _is_fees_notice(ours):
        return "fees_notice"
    if any(map(_STILL_DECIDING.search, ours)):
        return "holding"
    if signs.relies or signs.withholds:
        return "refusal"
    return "response" if signs.denies else _without_a_decision(ours)


def _without_a_decision(words: Sequence[str]) -> str:
    """What a letter is that withholds nothing and denies nothing."""
    ours = [each for each in words if not _REMEDY.search(each)]
    answers = any(map(_ANSWERS.search, ours))
    if any(map(_NOT_VALID.search, ours)) and not answers:
        return "not_valid"
    if any(map(_CLOSES.search, ours)) and not answers:
        return "closure"
    clarifies, waits = any(map(_CLARIFIES.search, ours)), any(map(_WAITS.search, ours))
    if clarifies and waits and not answers:
        return "clarification"
    if any(map(_TRANSFERS.search, ours)) and not answers:
        return "transfer"
    if (
        not answers
        and any(map(_HOLDS.search, ours))
        and any("sorry" in each.lower() or "apolog" in each.lower() for each in ours)
    ):
        return "holding"
    sure = _ACKNOWLEDGED if len(ours) < len(words) else _ACKNOWLEDGES
    if not answers and any(map(sure.search, ours)):
        return "acknowledgement"
    return "response" if words else "other"


def is_review(sentences: Sequence[Sentence]) -> bool:
    """Whether it tells the outcome of a review, rather than offers one."""
    ours = [each for each in sentences if not each.theirs]
    head = ours[: max(14, len(ours) // 2)]
    if any(_REVIEW_TITLE.match(each.text) for each in ours[:8] if each.is_heading):
        return True
    return any(_REVIEWED.search(each.text) and not _IF.search(each.text) for each in head)


def speaks_of_review(sentences: Sequence[Sentence]) -> bool:
    """Whether it speaks of a decision looked at again, other than to offer that."""
    return any(
        _LOOKED_AT_AGAIN.search(each.text) and not _IF.search(each.text)
        for each in sentences
        if not each.theirs
    )


def _is_fees_notice(ours: Sequence[str]) -> bool:
    """Whether it asks for a fee before anything is answered: s.9; reg 8."""
    body = [words for words in ours if not _REMEDY.search(words)]
    return all(any(map(sign.search, body)) for sign in (_FEE, _FEE_LAW, _TO_PAY))


def _extension(ours: Sequence[str], signs: Signs) -> str:
    """ "pit_extension" or "eir_extension" where the letter takes more time, else ""."""
    if sum(bool(_NUMBERED_ANSWER.match(words)) for words in ours) > 1:
        return ""  # it puts off one question among those that it answers
    body = [words for words in ours if not _TAIL.match(words)]
    extends = [words for words in body if _EXTENDS.search(words) and not _EXTENDED_BEFORE.search(words)]
    if not extends or not any(map(_UNDECIDED.search, body)):
        return ""
    whole = " ".join(body)
    weighs = bool(_PIT.search(whole))
    if _REG_7.search(whole) and ENVIRONMENTAL.search(whole) and not (weighs and signs.of_the_act):
        return "eir_extension"
    return "pit_extension" if weighs else ""
