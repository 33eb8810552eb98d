"""Why a letter says that a ground applies: s.17(1)(c); reg 14(3)(a).

The citation, the exemption's title and its own words are no reason. A reason says something more: of this
information, of these people or of this case, and what would come of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.grounds import Use
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.theirs import words_of

_TITLE = pattern(
    r"""(?: of the (?:freedom of information act|foia?|act|foi act|eir
    |environmental information regulations)(?: \d{4})?)?
    \s?[(:,-]{0,2}\s?(?:the |for |as |- )?(?:third party )?
    (?:personal (?:data|information)|commercial interests?|law enforcement
    |investigations?(?: and proceedings)?
    |information (?:provided|supplied) in confidence|legal professional privilege|health and safety
    |confidential\w*+(?: information)?|national security
    |(?:prejudice to )?(?:the )?(?:effective )?(?:conduct of )?public affairs
    |(?:information )?intended for future publication|prohibitions? on disclosure|trade secrets
    |audit functions|defence
    |(?:formulation|development) of (?:government )?policy|internal communications
    |(?:the )?course of justice
    |commercial confidentiality|manifestly unreasonable|material in the course of completion
    |international relations)\b"""
)
_SAYS_THE_LAW = pattern(
    r"""\A\W{0,3}(?:\w{1,3}[.)] )?(?:under )?(?:the )?(?:sections?|regulations?|s\.?|reg\.?
    |this (?:exemption|exception|section)|exemption|exception)\b
    (?!.{0,200}\b(?:because|as (?:it|this|the|they|we)|since|in this (?:case
    |instance))\b)[^,;]{0,70}\s(?:provides?|exempts?|sets? out|relates? to information|concerns
    |covers? information
    |allows?|permits?|removes|applies to information|applies (?:if|where|when)|protects? information)\b
    |\A\W{0,3}this (?:exempts|covers|protects|applies to) information\b
    |\binformation is (?:also )?exempt(?: information)? if\b|\bpublic authority may refuse\b"""
)
"""A sentence that says what the exemption is, and not why it applies here."""
_NO_REASON = pattern(
    r"""\b(?:re-?us(?:e|ing)|licen[cs]ed?|copyright|internal review|complain(?!ed)\w*+|commissioner)\b
    |\bpublic interest in (?:maintaining|applying|withholding)\b.{0,60}\b(?:outweighs|is greater)
    \b.{0,60}\Z|\bpublic interest test\b.{0,20}\Z
    |\b(?:qualified|absolute) (?:exemption|exception)\b.{0,60}\Z
    |\b(?:please (?:find|see|note that all|contact)|openness and transparency)\b"""
)
_CLOSES = pattern(
    r"""\A\W{0,3}(?:(?:kind |best )?regards\b|yours (?:sincerely|faithfully)|(?:if|should) you (?:are|have
    |wish|be
    |remain|would)|you (?:have the right|may (?:ask|appeal)|can ask)|complaint rights)"""
)
_FIGURES = pattern(
    r"""\A\W{0,3}(?:(?:question|q|answer|part) ?)?\d{1,2}\s?[.):]|(?<![\d(.£])\b\d{2,3}\b(?![\d)])"""
)
"""An answer of its own, and no reason for the one above it."""
_WHY = pattern(
    r"""\b(?:because|(?<!such )as(?! (?:amended|follows|set out|well|to))|since|due to|given that
    |on the (?:grounds?|basis)
    |in order|so that|which|who|would|could|may|might|will|if)\b|:"""
)
_HARM = pattern(r"""\b(?:would|could|might)\b""")
_BEFORE, _AFTER = 3, 6
"""Sentences around a citation in which a reason stands."""
_ENOUGH, _THIN, _FAR = 2, 1, 3
"""Words beyond the exemption's own: enough, too few to be sure, and enough far from a citation."""

_FORMS = (
    "a an the of to in on at by for from with and or not no nor is are was were be been being has have had do"
    " does it its this that these those they them their there here we i our us you your he she any all some"
    " other such than then so if as because since which who whom what when where how would could may might"
    " will shall should must can cannot likely under also therefore however please note further more most"
    " into out up about above below within without between only very each both either one two three part"
    " parts rest remaining remainder following given grounds ground basis case view order virtue respect"
    " regard line relation accordance pursuant careful consideration concluded considered consider believe"
    " satisfied decided conclusion opinion effect public interest interests balance test favour maintaining"
    " outweighs outweigh factors question questions response request requested requests provide provided"
    " providing information data document documents details detail records record figures figure material"
    " held hold exempt exempts exemption exemptions exception exceptions excepted apply applies applied"
    " applying engaged engage engages rely relies relied reliance cite cited withheld withhold withholding"
    " disclose disclosed disclosing disclosure release released releasing section sections subsection act"
    " foi foia freedom 2000 2004 regulation regulations eir eirs environmental council trust authority force"
    " department university police office constabulary person persons people individual individuals party"
    " parties purpose purposes obliged able unable refuse refused refusal sensitive nature prejudice"
    " prejudicial prejudiced harm harmful adversely affect affected affecting covers covered cover relates"
    " relate relating concerning contain contains breakdown such payments required supply supplied number"
)
_GENERIC = frozenset(_FORMS.split())
"""Words that every notice uses."""
OWN: Mapping[str, re.Pattern[str]] = {
    "s.40": pattern(
        r"""personal|identif\w++|protection|gdpr|dpa|privacy|living|subjects?|third|article|principles?
        |lawful\w*+|fair\w*+|unfair\w*+|contravene|breach"""
    ),
    "s.41": pattern(r"""confiden\w++|breach|actionable|obtained|duty|another|absolute"""),
    "s.43": pattern(r"""commercial\w*+|sensitiv\w++|trade|secrets?|competitive"""),
    "s.31": pattern(
        r"""crimes?|prevention|detection|prevent|detect|apprehension|prosecution|offenders?|law|enforcement
        |administration|justice|assessment|collection|tax|immigration|security|good|prisons?|regulatory
        |functions?|exercise"""
    ),
    "s.30": pattern(r"""investigations?|investigated|proceedings|criminal|conducted|charged"""),
    "s.42": pattern(r"""legal\w*+|professional|privileg\w++|claim|maintained|proceedings"""),
    "s.38": pattern(r"""health|safety|endanger\w*+|physical|mental"""),
    "s.36": pattern(
        r"""free|frank|inhibit\w*+|conduct|affairs|effective|exchange|views|advice|deliberation|qualified
        |reasonable|chief|executive|monitoring|officer|vice|chancellor"""
    ),
    "s.24": pattern(r"""national|security|safeguard\w*+"""),
    "s.22": pattern(r"""publi\w++|future|intend\w*+"""),
}
"""The words of each exemption itself, by which no case is told from another."""
_OWN = pattern(
    r"""defence|armed|forces|international|relations|united|kingdom|state|another|economy|economic|financial|court
    |records?|audit|formulation|development|government|policy|ministerial|ministers?|communications?|royal
    |honours?|dignity|conferring|majesty|sovereign|research|internal|emails?|manifestly|unreasonable|course
    |completion|unfinished|incomplete|draft|justice|intellectual|property|rights|confidential\w*+|commercial
    |industrial|security|safety|volunteered|environment|protection|bodies|privilege|constitut\w*+"""
)
_PLAIN_CASE: Mapping[str, re.Pattern[str]] = {
    "s.40": pattern(
        r"""\b(?:names?|staff|employees?|patients?|officers(?! will)|famil(?:y|ies)|residents?|pupils?
    |signatures?
        |contact details|small numbers?|members? of the public|households?|salar(?:y|ies)
        |identif\w++|data protection|gdpr|dpa|privacy|living individual|article 5|unfair\w*+|lawful\w*+)\b"""
    ),
    "s.41": pattern(r"""\b(?:would be|to be|is|constitute) an actionable breach\b"""),
    "s.42": pattern(r"""\b(?:lawyers?|solicitors?|counsel|barristers?|litigation)\b"""),
    "s.22": pattern(
        r"""\b(?:intend\w*+|due|will|going|plan\w*+) (?:to )?(?:be )?(?:\w++ ){0,3}publish\w*+
    |\bto be published\b
        |\b(?:it|this|they|which) (?:is|are) (?:\w++ )?intended for (?:future )?publication\b"""
    ),
}
"""What shows by itself why it applies: whose data it is, whose advice, that it will be published."""
_TWIN = {"reg 13": "s.40"}
NO_REASON_ASKED = frozenset({"s.12", "s.14", "s.21", "s.44"})
"""s.17(5) asks for the section alone; s.21 for where it can be had, and s.44 for what forbids it."""


def reasoned(number: str, uses: Sequence[Use], ours: Sequence[Sentence]) -> tuple[bool, bool]:
    """Whether anything beside its citations says why a ground applies; whether that is too thin."""
    if number in NO_REASON_ASKED:
        return True, False
    number = _TWIN.get(number, number)
    places = {id(each): place for place, each in enumerate(ours)}
    cut: dict[int, list[tuple[int, int]]] = {}
    for use in uses:
        cut.setdefault(places[id(use.sentence)], []).append((use.citation.start, use.citation.end))
    most = 0
    for place, each in enumerate(ours):
        if _SAYS_THE_LAW.search(each.text) or _NO_REASON.search(each.text) or _CLOSES.match(each.text):
            continue
        distance = min((place - at for at in cut if place >= at), default=_AFTER + 1)
        near = distance <= _AFTER or any(0 < at - place <= _BEFORE for at in cut)
        follows = distance == 1 and not ours[place - 1].alone  # in the same paragraph
        most = max(most, _weight(number, each, cut.get(place, ()), follows, near))
    return most >= _THIN, most == _THIN


def _weight(number: str, each: Sentence, spans: Sequence[tuple[int, int]], follows: bool, near: bool) -> int:
    """How much a sentence says of why a ground applies, in words that are not the exemption's own."""
    words = _without(each.text, spans)
    plain_case = _PLAIN_CASE.get(number)
    if near and plain_case and plain_case.search(words):
        return _ENOUGH
    own = OWN.get(number, _OWN)
    if spans:
        why = _WHY.search(words, min(end for _, end in spans)) or _WHY.search(words)
        return min(_beyond(words[why.end() :], own), _ENOUGH) if why else 0
    beyond = _beyond(words, own)
    if follows and beyond > _ENOUGH and not _FIGURES.search(words) and not each.is_heading:
        return _ENOUGH
    protects = any(own.fullmatch(word) for word in words_of(words))
    harm = _HARM.search(words)
    if near and not _FIGURES.search(words) and ((protects and _WHY.search(words)) or harm):
        return _ENOUGH if beyond > _ENOUGH else _THIN if harm and (protects or beyond) else 0
    return _ENOUGH if protects and _WHY.search(words) and beyond > _FAR and OWN.get(number) else 0


def _beyond(words: str, own: re.Pattern[str]) -> int:
    """How many words of it are neither the exemption's own nor every notice's."""
    said = {word for word in words_of(words) if word not in _GENERIC and not own.fullmatch(word)}
    return sum(len(word) > 1 for word in said)


def _without(words: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words without the citations, and without the title that follows one."""
    for start, end in spans:
        title = _TITLE.match(words, end)
        end = title.end() if title else end
        words = words[:start] + " " * (end - start) + words[end:]
    return words
