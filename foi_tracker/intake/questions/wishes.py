"""What a sender wishes for in their own person: "I should like sight of the lease"."""

from __future__ import annotations

from foi_tracker.intake.questions.wording import pattern

_SELF = r"""(?:(?:i|we)(?:['’](?:d|m|re|ll))?|it would be|it['’]d be)
    (?: (?:would|should|shall|will|am|are|be|also|further|kindly|additionally|specifically|particularly
    |currently|hereby|therefore|now|just|really|very|most|much|formally)){0,5}+ """
_ANSWER = r"""(?!(?:(?:the|an?|any|your|some|this|that|these|my|further|early|prompt|full|written) ){0,3}
    (?:opportunity|chance|council|authority|trust|police|force|university|reply|replies|response|responses|answers?
    |acknowledge?ment|receipt|review|internal|apology|refund|meeting|help|advice|assistance|guidance|co-?operation
    |attention|time|support|information|data|details?|questions?|requests?|following|format|confirmation|same|this
    |it|them|to)\b)"""
_THING = r"(?:sight of |disclosure of |access to )?" + _ANSWER
_LEAD = r"(?:the|an?|any|all|every|each|your|copies|copy|correspondence|minutes|records|sight of"
_LEAD += r"|disclosure of)"
_TOLD = r"""(?:to )?(?:learn|know|hear|understand|see|be told|being told|be informed|being informed|be advised
    |establish|ascertain|find out|discover)(?: of| about| as to)?\s
    (?:how|what|which|who|whose|when|where|why|whether)\b"""

WISHES = pattern(
    _SELF
    + r"(?:(?:like|wish|want|love|need|keen|interested|curious|hoping|hope|appreciate|pleased|glad|grateful"
    + r"|obliged|thankful|trying|seeking|asking) )"
    + _TOLD
)
"""I would be interested to learn who owns the weir."""
SEEKS = pattern(
    _SELF
    + r"(?:like|require|request|seek|seeking|requesting|grateful for|obliged for|asking for|after"
    + r"|looking for) "
    + rf"(?={_LEAD}\b)"
    + _THING
)
"""I require the lease; we seek any letters. Not what is only the answer, or a favour."""
NEEDS = pattern(
    _SELF
    + r"(?:need|want) (?=(?:all|every|any|copies|sight of)\b"
    + r"|the (?:[\w'’-]{1,20} ){1,4}?(?:of|for|from|between|with|about|on)\b)"
    + _THING
)
"""I need the minutes of the pond committee; "I need a new chair" is only told."""
SENT = pattern(
    r"""(?:(?:i|we) (?:would |also |further |hereby ){0,2}(?:wish|like|ask|want|request) to be\s
    (?:supplied|provided|furnished|sent|given|issued)(?: with)? |grateful for )"""
    + rf"(?={_LEAD}\b)"
    + _THING
)
"""I wish to be supplied with the survey."""
WRITES = pattern(
    r"""(?:i|we)(?:['’](?:m|re)| am| are)? (?:e-?mail(?:ing)?|writ(?:e|ing)|contacting you)
    (?: to you)?(?: today)? (?:to (?:ask|request|seek|inquire|enquire) (?:for |about )?|asking for\s
    |seeking )"""
    + rf"(?={_LEAD}\b)"
    + _THING
)
"""I am emailing to ask for the survey."""

TO_BE_SENT = pattern(
    r"""(?:could|can|may|might|would it be possible for)
    (?! (?:(?:all |any )?(?:of )?(?:this|these|it|they)
    |(?:the|your|an?) (?:\w{1,12} ){0,2}?(?:information|data|answers?|response|reply|figures|results))\b)
    [^.?!:]{3,120}? be (?:made )?
    (?:available|provided|supplied|sent|released|disclosed|e-?mailed|shared|published)\b"""
)
"""A thing of its own is to be sent: "Could a plan be made available?"."""


def seeks(words: str) -> bool:
    """Whether a sentence of the sender's own asks for a thing: it is no aside, though it begins "I'm"."""
    return any(each.match(words) is not None for each in (SEEKS, SENT, WRITES))
