"""Why a letter says that a ground applies: its reasons, the harm, and the public interest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.grounds import Use
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.law.notices.strangers_facts import Harm

_INTEREST = pattern(r"""\bpublic interests?\b|\binterests? of the public\b|\bpublic'?s interest\b
    |\bpit\b""")
_WEIGHED = pattern(
    r"""\b(?:prevail\w*+|recogni[sz]e\w*+|overrid\w++|important|paramount|tips?|outweigh\w*+|balanc\w++
    |favou?r\w*+|factors?|arguments?|considerations?|in maintaining
    |in disclos\w++|in withholding|against|greater|lies
    |served?|serve|not in the|interest to|in (?:upholding|applying|not)|weigh\w*+|stronger|contrary
    |conclu\w++|decided|benefit\w*+)\b"""
)
_FACTORS = pattern(
    r"""\b(?:factors?|arguments?|considerations?|reasons) (?:\w++ ){0,4}(?:for|against|favou?r\w*+
    |supporting|in favou?r)\b|\bbalanc(?:e|ing) test\b
    |\b(?:maintain|uphold|apply)(?:ing)? (?:of )?the (?:exemption|exception)\b|\bweigh(?:ed
    |ing)\b[^.]{0,60}\bagainst\b
    |(?:\b(?:is|be|are)|'s)(?: also| not| therefore|n't)? in the public interest\b"""
)
_OF_DISCLOSURE = pattern(r"""\b(?:disclos\w++|releas\w++|withh\w++|exempt\w*+|exception|confirm\w*+
    |public interest|non-disclosure|maintain\w*+)\b""")
_ONLY_NAMED = pattern(
    r"""\bsubject to (?:a|the) (?:\w++ )?(?:public interest|balanc)|\brequires? (?:a|us|the
    |that)\b[^.]{0,60}\bpublic interest test\b
    |\b(?:must|needs?|needed|have|has|required|obliged|duty) (?:to )?(?:\w++ ){0,3}(?:consider|weigh
    |balance|assess|conduct|carry out|apply|determine|decide|undertake)\b
    |\bwhether (?:or not )?(?:the |it )?[^.]{0,60}public interest|\bunless the public interest
    |\bonly (?:if|where)\b
    |\bin all the circumstances of the case, the public interest\b(?! in (?:maintaining
    |withholding)[^.]{0,60} outweighs)|\bno public interest\b
    |\bnot (?:subject|require|need)[^.]{0,40}public interest
    |\babsolute exemption\b"""
)
_MARK = r"\W{0,3}(?:\w{1,3}[.)] )?"
_SIDE = r"(?:public interest )?(?:(?:factors?|arguments?|reasons?|considerations?|points?|case) )?"
_ENDS = r"\b(?:[\w '/-]{0,50}(?::|\Z)|(?: (?-i:[a-z'/-]){1,15}){0,4}(?= (?-i:[A-Z])))"
"""A heading ends with a colon or stands alone; in a column of its own, words with a capital follow it."""
_HEADED: Mapping[str, re.Pattern[str]] = {
    "for": pattern(_MARK + _SIDE + r"(?:for|in favou?r|favou?ring|supporting)" + _ENDS),
    "against": pattern(_MARK + _SIDE + r"(?:against|opposing)" + _ENDS),
    "conclusion": pattern(
        _MARK
        + r"""(?:(?:our|the|my) )?(?:conclusion|balanc(?:e|ing)|decision|outcome|judge?ment|on balance
    |public interest test)"""
        + _ENDS
    ),
}
"""The headings, alone or run in, under which what speaks for and against is set out and weighed."""
_TOGETHER = 20
"""Sentences in which the three stand, with the public interest that they are about."""
_HARM = pattern(
    r"""\b(?:prejudic\w++|harm\w*+|damag\w++|undermin\w++|inhibit\w*+|endanger\w*+|detriment\w*+
    |disadvantag\w++|compromis\w++|hinder\w*+|impede\w*+
    |jeopardi\w++|weaken\w*+|threat\w*+|advers\w++|target\w*+|risks?|affect\w*+|impact\w*+|enable|allow
    |assist|vulnerab\w++|distress\w*+|disrupt\w*+
    |exploit\w*+|expose\w*+|reveal\w*+|lose|loss|attack\w*+|evade|circumvent\w*+|unfair|discourage\w*+
    |deter\w*+|limit|limiting|reduce|inability|unable)\b"""
)
_TEST = r"(?:prejudic\w++|harm\w*+|damag\w++|endanger\w*+|inhibit\w*+|advers\w++ affect|undermin\w++)"
_AS_THE_ACT = pattern(
    r"""\bwould,? or (?:would |be )?(?:be )?likely,? (?:to|,)|\bwould or would be likely\b
    |\bwould,? or would likely\b"""
)
_LIKELY = pattern(r"""\blikel(?:y|ihood)\b""")
_WOULD = pattern(r"""\b(?:would|will|'d|cause[sd]?|does|has)\b""")
_WEAKER = pattern(r"""\b(?:may|might|could|potential\w*+|possib\w++|risk\w*+)\b""")
_STRICT_WOULD = pattern(rf"""\b(?:would|will) (?!be likely)(?!likely)(?:\w++ ){{0,3}}{_TEST}""")
_STRICT_LIKELY = pattern(rf"""\blikely (?:to |would )?(?:\w++ ){{0,3}}{_TEST}""")
_STATUTE = pattern(
    r"""\A\W{0,3}(?:\(\d\)|\([a-z]\)|\d{1,2}\.?-? ?\(1\))
    |\binformation which is not exempt information by virtue\b
    |\binformation is exempt(?: information)? if\b|\bprovides that\b|\bstates that\b
    |\bin the reasonable opinion of a qualified\b"""
)

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
    |\binformation is (?:also )?exempt(?: information)? if\b|\bpublic authority may refuse\b"""
)
"""A sentence that says what the exemption is, and not why it applies here."""
_NO_REASON = pattern(r"""\b(?:re-?us(?:e|ing)|licen[cs]ed?|copyright|internal review|complain\w*+
    |commissioner)\b""")
_BEFORE, _AFTER = 3, 6
"""Sentences around a citation in which a reason stands."""

TOPICS: Mapping[str, re.Pattern[str]] = {
    "s.40": pattern(
        r"""\b(?:personal|individuals|individual's|(?:an|any|the|each|living) individual|identif\w++
    |data protection|gdpr|dpa
        |privacy|living|data subjects?|names?|persons?|people|staff|employees?|patients?|third part(?:y
    |ies)|article 5
        |lawful\w*+|fair\w*+|small numbers?|officers?|famil(?:y|ies)|residents?|pupils?|signatures?
    |contact details)\b"""
    ),
    "reg 13": pattern(
        r"""\b(?:personal|individuals|individual's|(?:an|any|the|each|living) individual|identif\w++
    |data protection|gdpr|dpa
        |privacy|living|data subjects?|third part(?:y|ies)|article 5|lawful\w*+|fairly|names|signatures?
    |contact details|staff
        |officers?)\b"""
    ),
    "s.41": pattern(r"""\b(?:confiden\w++|breach)\b"""),
    "s.43": pattern(
        r"""\b(?:commercial\w*+|competit\w++|negotiat\w++|prejudic\w++|trade secrets?|market\w*+
    |advantage|bargain\w*+)\b"""
    ),
    "s.31": pattern(
        r"""\b(?:crimes?|criminals?|offen[dc]\w++|law enforcement|fraud\w*+|policing|securit\w++
    |attack\w*+|prisons?|tax\w*+
        |immigration|regulat\w++|investigat\w++|cyber\w*+|hack\w*+|theft|vandal\w*+|terroris\w++|justice
    |detection
        |prosecut\w++|prejudic\w++)\b"""
    ),
    "s.30": pattern(r"""\b(?:investigat\w++|proceedings|prosecut\w++|charged?|witness\w*+|suspects?
    |sources?|inquiry)\b"""),
    "s.42": pattern(r"""\b(?:legal\w*+|privileg\w++|lawyers?|solicitors?|counsel|litigation|advice)\b"""),
    "s.38": pattern(r"""\b(?:health|safety|endanger\w*+|physical|mental|harm\w*+|risks?)\b"""),
    "s.36": pattern(
        r"""\b(?:free and frank|candid\w*+|frank\w*+|inhibit\w*+|safe space|prejudic\w++|chilling
    |deliberat\w++|opinion)\b"""
    ),
    "s.24": pattern(r"""\b(?:national security|terroris\w++|security)\b"""),
    "s.22": pattern(r"""\b(?:publish\w*+|publication|future|forthcoming)\b"""),
}
"""Words of which a letter that gives any reason for the ground uses one."""


_PERSONAL = pattern(
    r"""\b(?:personal|individuals|individual's|(?:an|any|the|each|living) individual|identif\w++
    |data protection|gdpr|privacy|data subjects?
    |article 5|unfair\w*+)\b"""
)
NO_REASON_ASKED = frozenset({"s.12", "s.14", "s.21", "s.44"})
"""s.17(5) asks for the section alone; s.21 for where it can be had, and s.44 for what forbids it."""
_NEVER = re.compile(r"(?!)")
_SOME_REASON = pattern(
    r"""\b(?:because|since|as (?:it|this|the|they|we|disclos\w++|releas\w++)|would|will|could|may|might
    |contain\w*+|relat\w++|prejudic\w++|harm\w*+|affect\w*+
    |in order|so that|due to|still|draft\w*+|unfinished|ongoing|incomplete|consist\w*+|intend\w*+
    |held for|purpose\w*+|policy|internal|provided by|supplied|security|court|royal|honours?
    |environmental)\b"""
)
STRICT: Mapping[str, re.Pattern[str]] = {
    "s.40": _PERSONAL,
    "reg 13": _PERSONAL,
    "s.31": pattern(
        r"""\b(?:crimes?|criminals?|offend\w++|law enforcement|fraud\w*+|prejudic\w++|attack\w*+
    |detect\w++|cyber\w*+)\b"""
    ),
    "s.43": pattern(r"""\b(?:commercial\w*+|competit\w++|negotiat\w++|prejudic\w++|trade secrets?)\b"""),
    "s.42": pattern(r"""\b(?:privileg\w++|legal advice|litigation|counsel|solicitors?|lawyers?)\b"""),
    "s.38": pattern(r"""\b(?:endanger\w*+|safety of|harm\w*+|risks? to|physical|distress)\b"""),
    "s.36": pattern(
        r"""\b(?:free and frank|frank\w*+|candid\w*+|candour|inhibit\w*+|prejudic\w++|safe space
    |deliberat\w++)\b"""
    ),
    "s.24": pattern(r"""\b(?:national security|terroris\w++)\b"""),
    "s.22": pattern(
        r"""\b(?:intend\w*+|due|will|going|plan\w*+) (?:\w++ ){0,4}(?:publish\w*+|publication)\b
    |\bto be published\b
        |\bfuture publication\b"""
    ),
}
"""The words that count far from the citation too."""


def reasoned(number: str, uses: Sequence[Use], ours: Sequence[Sentence]) -> bool:
    """Whether anything beside its citations says why a ground applies: s.17(1)(c); reg 14(3)(a).

    The citation and the exemption's title are no reason; one word of what it protects is taken for one.
    """
    topic = TOPICS.get(number, _SOME_REASON)
    if number in NO_REASON_ASKED:
        return True
    places = {id(each): place for place, each in enumerate(ours)}
    cut: dict[int, list[tuple[int, int]]] = {}
    for use in uses:
        cut.setdefault(places[id(use.sentence)], []).append((use.citation.start, use.citation.end))
    near = {place + n for place in cut for n in range(-_BEFORE, _AFTER + 1)}
    strict = STRICT.get(number, TOPICS.get(number, _NEVER))
    for place, each in enumerate(ours):
        if not _SAYS_THE_LAW.search(each.text) and not _NO_REASON.search(each.text):
            words = _without(each.text, cut.get(place, ()))
            if (topic if place in near else strict).search(words):
                return True
    return False


def _without(words: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words without the citations, and without the title that follows one."""
    for start, end in spans:
        title = _TITLE.match(words, end)
        end = title.end() if title else end
        words = words[:start] + " " * (end - start) + words[end:]
    return words


def weighed_at(ours: Sequence[Sentence]) -> list[int]:
    """The sentences in which the public interest is weighed, not merely named: s.17(3); reg 14(3)(b)."""
    found = []
    for place, each in enumerate(ours):
        words = each.text
        if _STATUTE.search(words):
            continue
        factors = _FACTORS.search(words) and _OF_DISCLOSURE.search(words)
        named = _INTEREST.search(words) and _WEIGHED.search(words) and not _ONLY_NAMED.search(words)
        if factors or named:
            found.append(place)
    return sorted({*found, *_weighed_by_headings(ours)})


def _weighed_by_headings(ours: Sequence[Sentence]) -> Iterator[int]:
    """The conclusions of what is set out under "For" and "Against" and is about the public interest."""
    last: dict[str, int] = {}
    for place, each in enumerate(ours):
        if _INTEREST.search(each.text):
            last["interest"] = place
        under = next((name for name, heading in _HEADED.items() if heading.match(each.text)), "")
        if under:
            last[under] = place
        begun = place - _TOGETHER
        if under == "conclusion" and all(
            last.get(name, begun - 1) >= begun for name in ("interest", "for", "against")
        ):
            yield place


def comes_after(uses: Sequence[Use], ours: Sequence[Sentence], places: Sequence[int]) -> bool:
    """Whether a ground is first named after the last sentence that weighs anything."""
    if not places or not uses:
        return False
    first = min(use.sentence.line for use in uses)
    return first > ours[places[-1]].line


def weighing_named(ours: Sequence[Sentence]) -> bool:
    """Whether the letter speaks of the public interest at all."""
    return any(_INTEREST.search(each.text) for each in ours)


def harm_in(ours: Sequence[Sentence]) -> Harm:
    """What the letter says of the harm, and of how likely it is."""
    said = would = likely = quoted = weaker = False
    for each in ours:
        words = each.text
        as_the_act = bool(_AS_THE_ACT.search(words))
        quoted = quoted or as_the_act
        if as_the_act or _STATUTE.search(words) or not _HARM.search(words):
            continue
        said = True
        likely = likely or bool(_LIKELY.search(words))
        would = would or bool(_WOULD.search(words))
        weaker = weaker or bool(_WEAKER.search(words))
    return Harm(said, would, likely, quoted, weaker)


def says_both(ours: Sequence[Sentence]) -> bool:
    """Whether it says "would prejudice" in one place and "would be likely to" in another."""
    apart = [
        each.text for each in ours if not _AS_THE_ACT.search(each.text) and not _STATUTE.search(each.text)
    ]
    return any(map(_STRICT_WOULD.search, apart)) and any(map(_STRICT_LIKELY.search, apart))
