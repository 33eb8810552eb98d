"""A letter that only sends its reader elsewhere, or away: it does not answer, nor say if anything is held."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.outcome_words import ABOUT, GIVES, NOT_RECORDED, PROVISION
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.theirs import words_of

NOT_THEIRS = "It may mean that nothing is held here: say so, if that is meant."
"""The doubt where the letter says whose matter it is."""

_SENDS = pattern(
    r"""\b(?:requests?|enquir(?:y|ies)|questions?|quer(?:y|ies)|correspondence|this|it|these
    |they)\b[^.]{0,90}
    \b(?:should|must|needs? to|ought to|would need to|can|are to|is to|has to|have to|may) (?:\w++ ){0,3}be
    \s(?:re-?)?(?:directed|sent|addressed|made|referred|put|submitted|answered by|dealt with by)\b
    |\bplease (?:\w++ )?(?:contact|(?:re-?)?direct|send|address|refer|re-?submit|write to|e-?mail|ask
    |approach
    |get in touch with|put)\b
    |\b(?:you (?:should|will need to|would need to|need to|must|may (?:wish|want|like) to|might (?:wish|want
    |like) to|can|could)|we (?:would )?(?:advise|suggest|recommend)(?: that)? you|i (?:would )?(?:advise
    |suggest
    |recommend)(?: that)? you) (?:\w++ ){0,2}(?:contact|(?:re-?)?direct|send|address|refer|write|e-?mail|ask
    |approach|put|submit|speak|get in touch)\b"""
)
_AWAY = pattern(
    r"""\b(?:simply|merely|just|only) asking (?:us )?questions\b
    |\bnot (?:a |an )?(?:tool|means|vehicle|way|mechanism) (?:to ask|of asking|for asking) questions\b
    |\bact (?:does not|doesn't) (?:cover|extend to|apply to) questions\b
    |\bquestions? (?:is|are) not (?:a )?(?:valid )?requests?\b"""
)
"""That a question is no request; it is one, as s.8 asks for a description of what is wanted in any form."""
_WHOSE = pattern(
    r"""\b(?:responsib\w++|responsible|remit|matter for|run by|managed by|operated by|provided by
    |not (?:us|our|the
    |a|part|cover\w*+|deal|involved|commission)|no longer|jurisdiction|duty of|falls? (?:under|to|within
    |with)
    |belongs? to|owned by|held by|hold|commissioned by|carried out by)\b"""
)
_FILLS = pattern(
    r"""\A\W{0,3}(?:dear\b|hello\b|hi\b|good (?:morning|afternoon)|thank\w*+\b|(?:many )?thanks\b
    |i (?:refer|am writing
    |write|acknowledge)\b|further to\b|with reference to\b|re:|our ref|your ref|ref\b|reference\b|foi\b
    |freedom of
    |(?:i|we) (?:hope|trust|apologise|am sorry|are sorry)|sorry\b|please accept\b|apologies\b
    |kind regards|regards
    |yours|best wishes|if you (?:have|are|need|would|wish|require)|should you|you (?:have the right
    |can ask|may ask
    |may then|can then|may complain|can complain)|(?:telephone|tel|phone|e-?mail|address|web ?site|post
    |fax)\b
    |(?:the|their|its) (?:\w++ ){0,4}(?:e-?mail address|address|telephone number|phone number|number|details
    |contact details)\b|(?:your|the) (?:request|enquiry|email) (?:of|dated|was
    |has been) (?:\w++ ){0,3}(?:received
    |\d|logged)|to (?:ask|request) (?:for )?an? (?:internal )?review)"""
)
_SIGNS_OFF = pattern(
    r"""\A\W{0,3}(?:(?:kind |best |warm |with )*+regards|yours (?:sincerely|faithfully|truly)|best wishes)"""
)
_TO_US = pattern(
    r"""\b(?:contact|e-?mail|write to|ask|speak to|get in touch with) (?:us|me|the (?:foi|information
    |undersigned)
    |our (?:foi|information|freedom))\b|\b(?:this|the above|my) (?:office|address|team)\b"""
)
"""Who writes is nobody else."""
_SHORT = 4
"""Words: a line with fewer is a name, an address or a short answer."""
_SHORT_ANSWER = pattern(
    r"""\d|\b(?:yes|no|none|nil|zero|n/?a|not applicable|attach\w*+|see|below|above)\b|\.\W{0,2}\Z"""
)


def sent_elsewhere(sentences: Sequence[Sentence]) -> tuple[str, str]:
    """What sends the reader elsewhere or away, where nothing else is said, and what doubt there is."""
    ours = [
        each.text
        for each in takewhile(lambda each: not _SIGNS_OFF.match(each.text), sentences)
        if not each.theirs and not _FILLS.match(each.text)
    ]
    body = [words for words in ours if len(words_of(words)) >= _SHORT]
    away = [words for words in body if _AWAY.search(words)]
    sends = away + [words for words in body if _SENDS.search(words) and not _TO_US.search(words)]
    others = [words for words in body if words not in sends and not _WHOSE.search(words)]
    short = [words for words in ours if words not in body and _SHORT_ANSWER.search(words)]
    if not sends or others or short or any(map(_answers, body)):
        return "", ""
    return sends[0], NOT_THEIRS if not away and any(map(_WHOSE.search, body)) else ""


def _answers(words: str) -> bool:
    """Whether a sentence gives something, or points to where it is."""
    given = GIVES.search(PROVISION.sub(" ", words))
    points = "http" in words or "www." in words
    return bool(given or points or NOT_RECORDED.search(words)) and not (ABOUT.search(words) and not given)
