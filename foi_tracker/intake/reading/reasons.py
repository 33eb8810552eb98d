"""Why a letter says that a ground applies: s.17(1)(c); reg 14(3)(a).

The citation, the exemption's title and its own words are no reason, nor is what the exemption is for. A
reason says something more: of this information, of these people or of this case, and what would come of it.
What is said of one ground is no reason for another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from foi_tracker.intake.reading import reason_words as words
from foi_tracker.intake.reading.grounds import Use
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.theirs import words_of

_BEFORE, _AFTER = 3, 6
"""Sentences around a citation in which a reason stands."""
_NAMES_ONLY = 100
"""Characters of a line that names a ground and its title."""
_ENOUGH, _THIN, _FAR = 2, 1, 3
"""Words beyond the exemption's own: enough, too few to be sure, and enough far from a citation."""
_TWIN = {"reg 13": "s.40"}
NO_REASON_ASKED = frozenset({"s.12", "s.14", "s.21", "s.44"})
"""s.17(5) asks for the section alone; s.21 for where it can be had, and s.44 for what forbids it."""


@dataclass(frozen=True)
class Reason:
    """What a letter says of why a ground applies."""

    given: bool = True
    thin: bool = False  # hardly more than the exemption's own words
    claimed: bool = False  # it says "because", whatever follows


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence of the letter's own, and the grounds that it may be about."""

    sentence: Sentence
    cuts: tuple[tuple[str, int, int], ...]  # the grounds that it cites, and where
    owners: frozenset[str]  # what the last sentence that cites any cites
    since: int  # sentences from there
    leads_to: frozenset[str] = frozenset()  # what a sentence soon after it cites
    numbered: bool = False  # it stands below another number than the citation

    def concerns(self, number: str) -> bool:
        """Whether it stands where a reason for the ground would."""
        return (number in self.owners and self.since <= _AFTER) or number in self.leads_to

    @property
    def of_another(self) -> bool:
        """Whether it stands where a reason for some ground would."""
        return bool(self.owners) and self.since <= _AFTER


def nearby(uses: Sequence[Use], sentences: Sequence[Sentence]) -> tuple[Near, ...]:
    """The letter's own sentences, each with the grounds that it may give a reason for."""
    cuts: dict[int, list[tuple[str, int, int]]] = {}
    for use in uses:
        number = use.citation.code.partition("(")[0]
        cuts.setdefault(id(use.sentence), []).append((number, use.citation.start, use.citation.end))
    found: list[Near] = []
    ends = [-1]  # the places, in what is found, at which another answer begins
    owners, since, listed, numbered = frozenset[str](), 0, False, False
    for each in sentences:
        if each.theirs:
            owners, listed = frozenset(), False
            ends.append(len(found))
            continue
        begins = bool(words.NEXT_ANSWER.match(each.text))
        listed = begins and (listed or bool(found and found[-1].sentence.text.endswith(":")))
        if words.CLOSES.match(each.text):
            owners = frozenset()
            ends.append(len(found))
        elif begins and not listed:
            numbered = True
            ends.append(len(found))
        here = tuple(cuts.get(id(each), ()))
        if here:
            before = owners if found and _goes_on_naming(found[-1], each) else frozenset()
            owners, since, numbered = before | {number for number, _, _ in here}, 0, False
        else:
            since += 1
        found.append(Near(each, here, owners, since, numbered=numbered))
        if here:
            _lead(found, frozenset(number for number, _, _ in here), ends[-1])
    return tuple(found)


def _goes_on_naming(last: Near, each: Sentence) -> bool:
    """Whether one sentence after another only names grounds, so that what follows may be of them all."""
    if words.CLASS.search(each.text):
        return True
    return bool(last.cuts) and (last.sentence.is_heading or len(last.sentence.text) <= _NAMES_ONLY)


def _lead(found: list[Near], numbers: frozenset[str], begun: int) -> None:
    """What stands just above a citation may be the reason for it, unless it is about another ground."""
    joined = not found[-1].sentence.opens
    draws = bool(words.THEREFORE.search(found[-1].sentence.text))
    for place in range(len(found) - 2, max(begun, len(found) - 2 - _BEFORE + 1, 0) - 1, -1):
        each = found[place]
        if each.cuts or (each.of_another and not (joined and draws)):
            return
        found[place] = replace(each, leads_to=each.leads_to | numbers)
        joined = joined and not each.sentence.opens


def reasoned(number: str, near: Sequence[Near]) -> Reason:
    """Whether anything beside its citations says why a ground applies."""
    if number in NO_REASON_ASKED:
        return Reason()
    most, claimed, law = 0, False, False
    for each in near:
        text = each.sentence.text
        # The paragraphs of a provision that is said again are the Act's words too.
        law = bool(words.SAYS_THE_LAW.search(text)) or (law and bool(words.PARAGRAPH.match(text)))
        if law or words.NO_REASON.search(text) or words.CLOSES.match(text):
            continue
        cites = [(start, end) for cited, start, end in each.cuts if cited == number]
        claimed = claimed or bool(cites and words.CLAIMS.search(text))
        weight = _weight(_TWIN.get(number, number), each, cites, each.concerns(number))
        most = max(most, min(weight, _THIN) if each.numbered else weight)
    return Reason(most >= _THIN, most == _THIN, claimed)


def _weight(number: str, each: Near, spans: Sequence[tuple[int, int]], near: bool) -> int:
    """How much a sentence says of why a ground applies, in words that are not the exemption's own."""
    text = _without(each.sentence.text, spans)
    if near and (case := words.PLAIN_CASE.get(number)) and case.search(text):
        return _ENOUGH
    own = words.OWN.get(number, words.OTHERS_OWN)
    thin = near and (case := words.THIN_CASE.get(number)) and case.search(text)
    if spans:
        return max(_THIN if thin else 0, _after_why(text, min(end for _, end in spans), own))
    found = _beside(each, text, own) if near else _far(each, text, own, number)
    return max(_THIN if thin else 0, found)


def _after_why(text: str, end: int, own: re.Pattern[str]) -> int:
    """What a sentence that cites the ground says after "because" and the like."""
    why = words.WHY.search(text, end) or words.WHY.search(text)
    return min(_beyond(text[why.end() :], own), _ENOUGH) if why else 0


def _beside(each: Near, text: str, own: re.Pattern[str]) -> int:
    """What a sentence says that stands by one that cites the ground."""
    harm = words.HARM.search(text)
    if not harm and words.FIGURES.search(words.NEXT_ANSWER.sub("", text) if each.numbered else text):
        return 0
    beyond = _beyond(text, own)
    follows = each.since == 1 and not each.sentence.opens
    if follows and beyond > _ENOUGH and not each.sentence.is_heading:
        return _ENOUGH
    if harm or (_has_own(text, own) and words.WHY.search(text)):
        opinion = each.owners == {"s.36"}  # the opinion of harm is itself the ground
        return _ENOUGH if beyond > _ENOUGH else _THIN if harm and (beyond or opinion) else 0
    return 0


def _far(each: Near, text: str, own: re.Pattern[str], number: str) -> int:
    """What a sentence says that stands elsewhere, in doubt where it stands by another ground."""
    about = words.FAR.get(number)
    if about is None or not about.search(text) or not words.WHY.search(text):
        return 0
    if _beyond(text, own) <= _FAR:
        return 0
    return _THIN if each.of_another else _ENOUGH


def _has_own(text: str, own: re.Pattern[str]) -> bool:
    return any(own.fullmatch(word) for word in words_of(text))


def _beyond(text: str, own: re.Pattern[str]) -> int:
    """How many words of it are neither the exemption's own nor every notice's."""
    said = {word for word in words_of(text) if word not in words.GENERIC and not own.fullmatch(word)}
    return sum(len(word) > 1 and not word.isdecimal() for word in said)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words without the citations, and without the title that follows one."""
    for start, end in spans:
        title = words.TITLE.match(text, end)
        end = title.end() if title else end
        text = text[:start] + " " * (end - start) + text[end:]
    return text
