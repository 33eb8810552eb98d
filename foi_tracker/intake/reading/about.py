"""Whether a text is about a request for information at all, and no list, article or note."""

from __future__ import annotations

from collections.abc import Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.sentences import Sentence

_BODY = r"(?:council|trust|authority|force|department|university|college|constabulary|board|service|agency)"
_SIGN = pattern(
    rf"""\bfreedom of information\b|\bfoia?\b|\beirs?\b|\benvironmental information\b
    |\binformation commission\w*+|\bico\b|\binternal review\b|\b(?:sections?|regulations?|s\.) ?\d
    |\byour (?:\w++ ){{0,3}}(?:requests?|enquir(?:y|ies)|quer(?:y|ies)|questions?|e-?mail|letter|message
    |correspondence|application)\b|\brequests? (?:for|dated|received|ref\w*+|number|of)\b|\brequested\b
    |\byou (?:have |had |also )?(?:ask(?:ed)?|wanted|sought|enquired|wrote)\b
    |\b(?:thank you|thanks) for (?:writing|contacting|getting|asking)\b
    |\b(?:our|this|in|full) (?:response|answer|reply)\b|\b(?:answer|response|reply) is\b
    |\A\W{{0,3}}(?:response|answer|reply|question|q)\b\s?(?:\d{{1,2}}[a-z]?)?\s?(?:[:.)-]|\Z)
    |\A\W{{0,3}}(?:q|question )?\d{{1,2}}[a-z]?[.):-]{{1,2}} ?(?:[^?]{{10,400}}\?
    |(?:£?\d[\d,.]{{0,15}}+%?|yes|no|none|nil|zero|n/a)\W{{0,2}}\Z)
    |\bquestions? \d|\b(?:we|i) asked for\b
    |\b(?:attach|enclos)(?:ed|ing|e|ments?|ures?)?+\b|\bplease (?:find|see (?:below|the|our))\b
    |\b(?:disclos|exempt|withh[eo]ld|redact)\w*+
    |\b(?:we|i|{_BODY}) (?:\w++ ){{0,3}}(?:holds?|keeps?|records?|confirm|provide|supply)\b
    |\b{_BODY} (?:has|have|had|does|did|do) (?:had )?(?:not|never|no)\b
    |\b(?:not|none|nothing|never)(?: \w++){{0,3}} (?:held|recorded|kept|collected)\b
    |\binformation (?:you|we|is|about|regarding|relating|below|provided|supplied|contained)\b
    |\bno (?:such )?(?:information|data|records?)\b"""
)
"""What letters about a request say, and other texts hardly do."""
_LETTER = pattern(
    r"""\A\W{0,3}(?:dear (?:(?:mr|mrs|ms|miss|mx|dr|sir|madam|requester|applicant|resident)\b|\[
    |(?-i:[A-Z])\w++ (?-i:[A-Z]))|(?:(?:with|kind|best|warm|many) ){0,2}regards\b
    |yours (?:sincerely|faithfully|truly)\b)"""
)
"""How an office begins or ends a letter, however little it says between."""
_WELSH = pattern(r"""\b(?:annwyl|yn gywir|cofion|cais|gwybodaeth)\b""")


def is_about_a_request(sentences: Sequence[Sentence]) -> bool:
    """Whether a text that decides nothing plainly may still be a letter about a request for information."""
    return any(sign.search(each.text) for each in sentences for sign in (_SIGN, _LETTER, _WELSH))
