"""Which provisions a letter relies on, and which it only speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading import limbs
from foi_tracker.intake.reading.citations import EIR, Citation, cited
from foi_tracker.intake.reading.cost import is_met
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.law.notices.strangers_facts import ReadGround

RELIED, NAMED, QUOTED, DISCUSSED, WITHDRAWN = "relied", "named", "quoted", "discussed", "withdrawn"

_RELIES = pattern(
    r"""\b(?:exempt\w*+|exception|excepted|withh\w++|refus\w++|redact\w*+|engag\w++|rel(?:y|ies|ied|ying
    |iance)|invok\w++
    |declin\w++|appl(?:y|ies|ied|ying|icable)|oblig\w++|(?:un|not )able to|cannot|will not|exceed\w*+
    |pursuant
    |neither confirm|suppress\w*+|cit(?:e|ed|ing)|use of|accordance with|required by|under|by virtue
    |disclos\w++
    |releas\w++|vexatious
    |covered|as above|virtue|subject to|beyond|limit|removes|(?:is|are|being|been) used (?:for|to|here
    |because|as|since))\b"""
)
_DISCUSSES = pattern(
    r"""\b(?:may|might|could)\b(?: \w++){0,3} (?:be (?:\w++ ){0,2}(?:exempt|refused|withheld|subject
    |engaged|considered|applied
    |required to|applicable|relevant)|apply|engage|fall|attract|contain|cite|rely|refuse)
    |\b(?:not|n't|nor|without)\b(?: \w++){0,3} (?:exempt|engaged?|appl(?:y|ied|icable|ying)|rel(?:y|ied
    |ying)|considered
    |cited|invoked)
    |\b(?:is|was|are|were) not engaged|\b(?:in error|(?<!not )favou?rs? (?:disclos\w++|releas\w++)
    |lies in (?:disclos\w++|releas\w++)
    |reserve the right|would (?:still )?need to consider|would (?:then )?have to consider
    |no longer (?:need\w*+|necessary|required|appropriate|relevant))\b
    |\byou (?:argued?|stated?|say|said|believed?|claim\w*+|question\w*+|disput\w++|disagree\w*+
    |challeng\w++|complain\w*+
    |asked us not)\b
    |\bno (?:exemption|exception)s?\b(?! (?:other|besides|apart|save|except))[^.]{0,60}\b(?:appl(?:y|ies
    |ied)|engaged|relied|used|claimed)\b
    |\bhad (?:we|it) (?:been )?(?:held|considered)|\bwould (?:have been|otherwise)
    |\b(?:an? (?:public )?authority|authorities) (?:may|can|cannot|must|may not)\b"""
)
_DOUBTED = pattern(
    r"""\b(?:not|n't) (?:think|believe|consider|find|feel|accept|satisfied|persuaded|convinced) (?:\w++ ){0,3}
    (?:sections?|regulations?|exemptions?|exceptions?|s\.?|regs?\.?) ?[^.,;]{0,40}\b(?:appl(?:y|ies|ied)
    |engaged|needed|relevant)\b"""
)
_STILL_RELIES = pattern(
    r"""\b(?:withheld|refus\w++|exempt|engaged|does)\b|\bsections? [\d()a-z]{1,14} (?:\w++ )?(?:applies
    |apply|does)\b"""
)
"""That another ground of the sentence does apply."""
_ASKED_WHETHER = pattern(
    r"""\b(?:consider\w*+|ask(?:ed|ing)? ourselves|looked at|looking at|thought about|examin\w++|assess\w*+
    |discuss\w*+|thought to|wondered?|weighed up|question of|as to)(?: \w++){0,4} (?:whether|if)\b
    |\b(?:asked (?:us|that)|argu(?:es?|ed)|suggest(?:s|ed)?|submitted|contend\w*+|claim(?:ed|s) that)\b
    |\byou (?:ask|asked|wish|want\w*+)\b[^.]{0,60}\b(?:whether|if|how (?:often|many))\b
    |\bconsider(?:ed|ing)? (?:\w++ ){0,3}(?:use|using|application of|applying|relying|sections?|s\.)"""
)
"""That a ground was thought about: what was decided stands in the words after it."""
_DECIDED_NOT = pattern(
    r"""\b(?:not|n't|neither|no longer|rejected|(?<!not )(?<!n't )disagree\w*+|against (?:it|that|this
    |doing so|using|relying
    |applying))\b|\bcame down (?:on the side of|in favour of) (?:disclos|releas|giving)"""
)
_VERDICT = pattern(
    r"""\b(?:not|n't)(?:[.,;]|\Z| (?:\w++ ){0,2}(?:appl\w++|engaged?|exempt|agreed?|think|believe|consider
    |accept\w*+|done|rel(?:y|ied)|used?|so|met|satisfied)\b)
    |\bno longer\b|\brejected\b|\b(?<!not )(?<!n't )disagree\w*+|\bagainst (?:it|that|this|doing so)\b"""
)
"""The same, where it stands in a sentence of its own."""
_DECIDES = pattern(
    r"""\A\W{0,3}(?:(?:however|but|and|in the end|having done so|on balance|after \w{1,12}),? )?(?:we|i
    |it|that
    |this|they|our \w++|the (?:view|conclusion|answer|council|trust|university|force|authority))\b"""
)
"""The beginning of a sentence that says what came of the thought above it."""
_OF_RELEASE = pattern(
    r"""\bpublic interest\b|\bfavou?rs?\b|\b(?:not|n't|un)\b[^.]{0,60}\b(?:able|be (?:disclos|releas
    |given|shown
    |provided|supplied|sent|published)|(?:to )?(?<!from )(?:disclos|releas|giv|provid|publish|suppl|send
    |shar)|right
    |appropriate|harm\w*+|prejudic\w++)"""
)
"""That it is the information that is not given, or what would come of it, and no word on the ground."""
_MADE_OUT = pattern(
    r"""\b(?:decid\w++|conclu\w++|found|find|think|satisf\w++|consider\w*+|view|determin\w++)\b[^.]{0,40}
    \b(?:(?:it|they|this) (?:does|do|did|is|are|was|were)(?! not|n't)|appl(?:y|ies|ied)|(?:is|are|was
    |were) (?:exempt|engaged))\b
    |\b(?:but|and|as|because|since|however)\b[^.]{0,20}\b(?:sections?|regulations?
    |s\.?) ?[\d()a-z]{1,14} (?:\w++ )?
    (?:applies|apply|is engaged)\b"""
)
_WITHDRAWN = pattern(
    r"""\b(?:no longer (?:rel\w++|seek\w*+|appl\w++|consider\w*+|exempt)|overturn\w*+
    |withdr[ae]w\w*+ (?:\w++ ){0,4}(?:sections?|exemptions?|exceptions?|reliance|refusal|application of|use of
    |regulations?|s\.)|(?:sections? [\d()a-z]{1,12}|exemptions?|exceptions?|reliance|refusal|it)\b[^.]{0,40}
    \bwithdr[ae]wn?
    |set aside
    |removed? (?:the|our) (?:use|reliance|application)|disappl\w++|incorrectly (?:applied|relied|cited
    |withheld)|wrongly
    |(?:should|ought) not (?:to )?have (?:been )?(?:applied|relied|cited|withheld))\b"""
)
_PLAINLY = pattern(
    r"""\b(?:we|i|council|trust|authority|force|department|university|information|data|this|it|they
    |which|details|request
    |names|parts?|documents?|exemptions?|exceptions?|section|[\d)]{1,3})(?: \w++){0,4}
    (?: (?:is|are|was|were|has been|have been|being) (?:\w++ ){0,3}(?:exempt(?!ions?\b)|excepted
    |withheld|refused|redacted
    |engaged|not obliged|subject to (?:a|an|the) (?:statutory )?exce|covered by|refusing|withholding
    |relying|applying|applied
    |declining|removed|unable to)
    | (?:have|has) (?:\w++ ){0,2}(?:applied|withheld|redacted|relied|refused|cited|engaged|decided
    |concluded|determined
    |removed)
    | rel(?:y|ies) (?:up)?on| appl(?:y|ies)| must refuse| engages?| refuses?)\b"""
)
_NOT_PLAINLY = pattern(
    r"""\b(?:not|n't|nor|neither) (?:\w++ ){0,3}(?:exempt|engaged?|appl\w++|rel(?:y|ied|ying)|withheld
    |withholding)\b
    |\byou (?:argue|state|believe|claim|question|dispute|disagree|say|think)\w*+
    |\b(?:may|might|could) (?:\w++ ){0,2}(?:apply|be (?:\w++ ){0,1}(?:exempt|withheld|refused|engaged
    |applied))
    |\b(?<!not )favou?rs? (?:disclos|releas)|\blies in (?:disclos|releas)|\bwould (?:have been|otherwise)
    |\bwhether\b"""
)
_CONDITIONAL = pattern(
    r"""\A\W{0,3}(?:if|should|were|had|unless)\b|\b(?:if you|should you|were you to|were we to
    |if we were)\b"""
)
_QUOTES_THE_ACT = pattern(
    r"""\binformation which is not exempt information\b
    |\bsections? [\d()a-z]{1,12}[^.]{0,60}\b(?:states?|provides|says)(?: that)?\s?[:"]"""
)
_SETS_OUT_THE_DUTY = pattern(r"""\bsection 17\b.{0,80}\b(?:requires?|provides?|obliges?)\b
    |\bwhen refusing\b""")
_COUNTED = pattern(
    r"""\b(?:rel(?:y|ied) (?:up)?on|used|applied|cited|refused|invoked)\b[^.]{0,80}\b(?:\d++ (?:occasions
    |times|requests|cases)
    |(?:once|twice)\b)"""
)
"""How often a ground was used: an answer about requests."""
_EXEMPTIONS = pattern(r"""\b(?:exemptions?|exceptions?|exempt|excepted|reasons|grounds|sections)\b""")
_MARK = 24
"""Characters before a provision that a line of a list begins with."""
_BESIDE = 2
"""Sentences after a section in which its limb may be given."""
_FEW = 4
"""Headings that name sections: more of them explain the law."""
_POINTERS = frozenset("1236789")
"""Paragraphs of regulation 12 that are no exceptions; (10) and (11) are none either."""


@dataclass(frozen=True, slots=True)
class Use:
    """A provision in a sentence, and how the sentence uses it."""

    citation: Citation
    sentence: Sentence
    stance: str


def stance_of(sentence: Sentence, after: str = "") -> str:
    """How a sentence uses the provisions that it names; `after` is the sentence below it."""
    words = sentence.text
    if _WITHDRAWN.search(words):
        return WITHDRAWN
    if _QUOTES_THE_ACT.search(words):
        return QUOTED
    if _COUNTED.search(words) or _SETS_OUT_THE_DUTY.search(words) or _CONDITIONAL.search(words):
        return DISCUSSED
    if _turned_down(words, after):
        return DISCUSSED
    if _PLAINLY.search(words) and not _NOT_PLAINLY.search(words):
        return RELIED
    if _DISCUSSES.search(words):
        return DISCUSSED
    return RELIED if _RELIES.search(words) and not sentence.is_heading else NAMED


def _turned_down(words: str, after: str) -> bool:
    """Whether a ground was thought about and not used, or the limit of cost was kept to."""
    doubted = _DOUBTED.search(words)
    if is_met(words) or (doubted and not _STILL_RELIES.search(words, doubted.end())):
        return True
    asked = _ASKED_WHETHER.search(words)
    if not asked:
        return False
    rest = words[asked.end() :]
    if _MADE_OUT.search(f"{rest} {after}"):
        return False
    if _DECIDED_NOT.search(rest):
        return not _OF_RELEASE.search(rest)
    return bool(_DECIDES.match(after) and _VERDICT.search(after)) and not _OF_RELEASE.search(after)


def uses_in(sentences: Sequence[Sentence]) -> tuple[Use, ...]:
    """The provisions that the letter's own sentences name, in order."""
    found: list[Use] = []
    listed = False
    named_at = 0
    for place, sentence in enumerate(sentences):
        named = [] if sentence.theirs else [each for each in cited(sentence.text) if not _is_pointer(each)]
        if named:
            below = sentences[place + 1].text if place + 1 < len(sentences) else ""
            stance = stance_of(sentence, below)  # once, however many it names
            if stance == NAMED and listed and named[0].start <= _MARK:
                stance = RELIED
            found += [Use(citation, sentence, stance) for citation in named]
            named_at = place
            last = found[-1]
            if len(named) == 1:
                more = limbs.beside(last.citation, sentence.text[last.citation.end :])
                found += [Use(limb, sentence, stance) for limb in more]
        else:
            if found and not sentence.theirs and place - named_at <= _BESIDE:
                last = found[-1]
                found += [
                    Use(limb, sentence, last.stance) for limb in limbs.beside(last.citation, sentence.text)
                ]
            listed = not sentence.theirs and _leads_to_a_list(sentence.text)
    return tuple(found)


def _leads_to_a_list(words: str) -> bool:
    """Whether it says that the exemptions listed below it are relied on."""
    if not words.endswith(":") or not _EXEMPTIONS.search(words):
        return False
    return bool(_RELIES.search(words)) and not _DISCUSSES.search(words)


def grounds_in(uses: Sequence[Use], withholds: bool) -> Iterator[ReadGround]:
    """The grounds of a letter, each to the limbs that it gives anywhere.

    What is only named is relied on where the letter withholds something, and a heading where there are few
    of them. What is taken back is not.
    """
    groups: dict[tuple[str, str], list[Use]] = {}
    for use in uses:
        groups.setdefault((use.citation.law, use.citation.number), []).append(use)
    headed = {use.citation.number for use in uses if use.stance == NAMED and use.sentence.is_heading}
    for group in groups.values():
        relied = _is_relied(group, withholds, few=len(headed) <= _FEW)
        first = next((use for use in group if use.stance == RELIED), group[0])
        for code in _to_the_limb([use.citation for use in group]):
            yield ReadGround(code, relied, said=first.sentence.text)


def _is_relied(group: Sequence[Use], withholds: bool, few: bool) -> bool:
    stances = [use.stance for use in group]
    if WITHDRAWN in stances:
        return RELIED in stances[len(stances) - stances[::-1].index(WITHDRAWN) :]
    if RELIED in stances:
        return True
    headed = any(use.stance == NAMED and use.sentence.is_heading for use in group)
    return DISCUSSED not in stances and ((NAMED in stances and withholds) or (headed and few))


def _to_the_limb(citations: Sequence[Citation]) -> list[str]:
    """The codes, without those that another makes more exact."""
    parts = {citation.parts: citation.code for citation in citations}
    begun = {these[:many] for these in parts for many in range(len(these))}
    return [code for these, code in parts.items() if these not in begun]


def _is_pointer(citation: Citation) -> bool:
    """Whether it is no ground: s.36(5) says who a qualified person is, and most of reg 12 how to refuse."""
    if citation.law != EIR and citation.number == "36":
        return citation.parts[:1] == ("5",)
    if citation.law != EIR or citation.number != "12" or not citation.parts:
        return False
    return citation.parts[0] not in ("4", "5")
