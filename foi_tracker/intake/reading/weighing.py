"""The harm that a letter says would come of disclosure, and how it weighs the public interest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.grounds import Use
from foi_tracker.intake.reading.reason_words import GENERIC
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.theirs import words_of
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
_CLAIM = pattern(
    r"""(?<!commercial )(?<!financial )(?<!economic )(?<!business )(?<!personal )(?<!own )
    (?<!vested )(?<!conflict of )(?<!conflicts of )(?<!expression of )(?<!expressions of )\binterests?\b
    (?! rates?\b| payments?\b)|\b(?:case|argument|reasons?|points?|factors?|favou?r|wish)\b
    (?= (?:in favour )?(?:for|against|of) )|\b(?:for|against|favou?rs?) (?:disclos|releas|withh|keeping)
    |\b(?:transparency|openness|accountab\w++|scrutin\w++|value for money|public debate
    |balancing exercise|to be said)\b
    |\b(?:people|public|residents|parents|taxpayers?|ratepayers) (?:\w++ ){0,3}(?:wants?|like|wish
    |entitled|right|see|know|ask|curious|concern\w*+)\b|\bpit\b"""
)
"""What speaks for giving a thing out or against it, by whatever name."""
_COMPARED = pattern(
    r"""\b(?:is|are|be|was|were|as|thought|found|seems?|the) (?:\w++ ){0,3}(?:stronger|greater|weightier
    |more (?:important|pressing|compelling|persuasive|convincing|powerful))\b(?! (?:risks?|number|part
    |detail|extent|chance|danger|contract|amount
    |than (?:usual|expected|\d)))
    |\b(?:stronger|greater|bigger|larger) (?:one|interest|claim|case|argument|need|reason)\b(?! to)
    |\b(?:latter|former|second|first|that|these|those|arguments?)\b[^.]{0,30}\bmore (?:compelling|persuasive
    |convincing|powerful)\b|\bmore to be said\b
    |\b(?:balance|scales?) (?:comes?|lies?|falls?|tips?|tilts?|leans?)\b(?! (?:due|to £))
    |\b(?:more|greater|less|most|enough|sufficient) weight\b
    |\bweigh(?:s|ed)? (?:\w++ )?(?:more|most|less|heavier)\b
    |\bweigh(?:ed|ing) (?:up )?(?:one|these|those|them|both|it|that|this|the two)\b[^.]{0,60}\bagainst\b
    |\b(?:of|worth|matters?|counts? for|serves?[^.]{0,30}) (?:far |much )?more\b[^.]{0,20}(?= (?:to|than)
    |\Z|\.)|\b(?:outweigh\w*+|prevails?|carr(?:y|ies|ied) the day)\b
    |\bbetter (?:served|protected|met)\b|\b(?:tip(?:s|ped)?|tilts?|turns?) the (?:balance|scales?)\b
    |\b(?:enough|sufficient) to (?:justify|outweigh|displace|overcome|tip)\b|\bc[ao]me down (?:in favour
    |on the side|against)\b
    |\b(?:second|first|latter|former)\b[^.]{0,40}\b(?:won|wins|prevail\w*+|outweigh\w*+)\b"""
)
"""That one of two things counts for more than the other."""
_OF_A_PERSON = pattern(
    r"""\blegitimate interests?\b|\brights and freedoms\b|\bdata subjects?\b|\bprivacy\b
    |\bpersonal data\b|\bfairness\b"""
)
"""The other balance, under section 40, is none of the public interest."""
_OF_PERSONS = pattern(r"""\b(?:section|s|exemption)[.\s]{0,2}40\b|\b(?:regulation|reg)[.\s]{0,2}13\b""")
_LATELY = 5
"""Sentences within which what counts for more stands by what it is compared with."""
_MARK = r"\W{0,3}(?:\w{1,3}[.)] )?"
_SIDE = r"(?:public interest )?(?:(?:factors?|arguments?|reasons?|considerations?|points?|case) )?"
_ENDS = r"\b(?:[\w '/-]{0,50}(?::|\Z)|(?: (?-i:[a-z'/-]){1,15}){0,4}(?= (?-i:[A-Z])))"
"""A heading ends with a colon or stands alone; in a column of its own, words with a capital follow it."""
_HEADED: Mapping[str, re.Pattern[str]] = {
    "for": pattern(
        _MARK + _SIDE + r"(?:for|in favou?r|favou?ring|supporting|to (?:disclose|release|publish))" + _ENDS
    ),
    "against": pattern(_MARK + _SIDE + r"(?:against|opposing|to (?:withhold|refuse))" + _ENDS),
    "conclusion": pattern(
        _MARK
        + r"""(?:(?:our|the|my|where the) )?(?:conclusion|balanc(?:e|ing)|decision|outcome|judge?ment
    |verdict|on balance
    |public interest test)"""
        + _ENDS
    ),
}
"""The headings, alone or run in, under which what speaks for and against is set out and weighed."""
_TOGETHER = 20
"""Sentences in which the three stand, with the public interest that they are about."""
_OUTSIDE = pattern(r"""\A\W{0,3}(?:\w{1,3}[.)] )?(?:for|against|favou?ring
    |in favour of|reasons? to) (?:\w++ )?(?:disclos|releas|withh|publi)""")
"""A heading that says itself that it is of disclosure."""
_HARM = pattern(
    r"""\b(?:prejudic\w++|harm\w*+|damag\w++|undermin\w++|inhibit\w*+|endanger\w*+|detriment\w*+
    |disadvantag\w++|compromis\w++|hinder\w*+|impede\w*+
    |jeopardi\w++|weaken\w*+|threat\w*+|advers\w++|target\w*+|risks?|affect\w*+|impact\w*+|enable|allow
    |assist|vulnerab\w++|distress\w*+|disrupt\w*+
    |exploit\w*+|expose\w*+|reveal\w*+|lose|loss|attack\w*+|evade|circumvent\w*+|unfair|discourage\w*+
    |deter\w*+|limit|limiting|reduce|inability|unable
    |(?:result\w*+ in|lead(?:s|ing)? to|caus\w++|encourag\w++) (?:\w++ ){0,6}(?:crim\w++|thefts?|fraud\w*+
    |squat\w*+|vandal\w++|arson|burglar\w++|abuse|harassment|injur\w++))\b"""
)
_TEST = r"(?:prejudic\w++|harm\w*+|damag\w++|endanger\w*+|inhibit\w*+|advers\w++ affect|undermin\w++)"
_AS_THE_ACT = pattern(
    r"""\bwould,? or (?:would |be )?(?:be )?likely,? (?:to|,)|\bwould or would be likely\b
    |\bwould,? or would likely\b"""
)
_LIKELY = pattern(r"""\b(?:likel(?:y|ihood)|probab(?:le|ly|ility)|real and significant risk)\b""")
_WOULD = pattern(
    rf"""\b(?:(?:would|will)(?! not be in)|'d|(?<!can )(?<!could )(?<!may )(?<!might )cause[sd]?)\b
    |\b(?:does|has|have) (?:(?!potential|capacity|scope|ability)\w++ ){{0,3}}(?:{_TEST}|led|resulted
    |had an?|been (?:\w++ )?{_TEST})"""
)
_WEAKER = pattern(r"""\b(?:may|might|could|potential\w*+|possib\w++|risk\w*+)\b""")
_PERHAPS = pattern(
    r"""\b(?:may|might|could|can|potential\w*+|possib\w++)\b
    (?! (?:\w++ )?be (?:found|seen|viewed|obtained|accessed|met)\b)"""
)
_SURE = pattern(
    r"""\b(?:will|would|likel(?:y|ihood)|(?:does|do|did|has|have) (?:\w++ )?(?:harm|prejudice)\w*+)\b
    (?! (?:not )?(?:like|be (?:happy|grateful|glad|pleased)|advise|find|you))"""
)
_SURE_ANYWHERE = ("would", "likely", "likelihood")
"""Words that make no "may" certain to be all that is said, wherever in the letter they stand."""
_TO_THE_READER = pattern(
    r"""\b(?:you|your|please|commissioner|ico|we (?:can|could|may|might|hope|trust))\b"""
)
_BEFORE, _AFTER = 2, 4
"""Sentences before a ground, and after it, in which the harm may be told in words of its own."""
_STRICT_WOULD = pattern(rf"""\b(?:would|will) (?!be likely)(?!likely)(?:\w++ ){{0,3}}{_TEST}""")
_STRICT_LIKELY = pattern(rf"""\blikely (?:to |would )?(?:\w++ ){{0,3}}{_TEST}""")
_STATUTE = pattern(
    r"""\A\W{0,3}(?:\(\d\)|\([a-z]\)|\d{1,2}\.?-? ?\(1\))
    |\binformation which is not exempt information by virtue\b
    |\binformation is exempt(?: information)? if\b|\bprovides that\b|\bstates that\b
    |\bin the reasonable opinion of a qualified\b"""
)


_WORDS = (
    "favours favour favoured lies lie falls outweigh outweighs balanced balancing weighed weighing weighs"
    " conclude concludes against better served serve greater engaged non made after taking account found that"
    " carried out requires required undertaken conducted witholding interst satisfied test"
    " circumstances case relevant factors each side took account duly judge judged care carefully having done"
    " am all before coming decision exempting non requested"
    " been competing arguments argument applying upholding uphold maintain refusing withholds"
    " determine determined determines find finds means whether"
)
_OF_THE_TEST = frozenset(_WORDS.split())
"""Words by which a notice says that it weighed, and how that came out."""


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
    return sorted({*found, *_weighed_by_headings(ours), *_compared(ours)})


def _compared(ours: Sequence[Sentence]) -> Iterator[int]:
    """The sentences that set one interest against another and say which is the stronger."""
    claimed = -_LATELY
    of_persons = any(_OF_PERSONS.search(each.text) for each in ours)
    for place, each in enumerate(ours):
        words = each.text
        if _STATUTE.search(words) or (of_persons and _OF_A_PERSON.search(words)):
            continue
        if _CLAIM.search(words):
            claimed = place
        if place - claimed < _LATELY and _COMPARED.search(words) and not _ONLY_NAMED.search(words):
            yield place


def _weighed_by_headings(ours: Sequence[Sentence]) -> Iterator[int]:
    """The conclusions of what is set out under "For" and "Against" and is about the public interest."""
    last: dict[str, int] = {}
    for place, each in enumerate(ours):
        if _INTEREST.search(each.text) or _OUTSIDE.match(each.text):
            last["interest"] = place
        under = next((name for name, heading in _HEADED.items() if heading.match(each.text)), "")
        if under:
            last[under] = place
        begun = place - _TOGETHER
        if under == "conclusion" and all(
            last.get(name, begun - 1) >= begun for name in ("interest", "for", "against")
        ):
            yield place


def only_asserted(ours: Sequence[Sentence], places: Sequence[int]) -> bool:
    """Whether all that is said of the public interest is how it falls, and nothing of why: s.17(3)."""
    said = {word for place in places for word in words_of(ours[place].text)}
    return bool(places) and not {
        word for word in said - GENERIC - _OF_THE_TEST if len(word) > 1 and not word.isdecimal()
    }


def comes_after(uses: Sequence[Use], ours: Sequence[Sentence], places: Sequence[int]) -> bool:
    """Whether a ground is first named after the last sentence that weighs anything."""
    if not places or not uses:
        return False
    first = min(use.sentence.line for use in uses)
    return first > ours[places[-1]].line


def harm_in(ours: Sequence[Sentence], uses: Sequence[Use] = ()) -> Harm:
    """What the letter says of the harm, and of how likely it is; `uses` are of grounds that ask for it."""
    said = would = quoted = weaker = False
    told = ""
    near = _near(ours, uses)
    likely = any(_LIKELY.search(words) and not _AS_THE_ACT.search(words) for words in near)
    for each in ours:
        words = each.text
        as_the_act = bool(_AS_THE_ACT.search(words))
        if as_the_act:
            quoted, told = True, told or words
        if as_the_act or _STATUTE.search(words) or not _HARM.search(words):
            continue
        only_may = bool(_WEAKER.search(words))
        if not said or (only_may and not weaker):
            told = words
        said = True
        likely = likely or bool(_LIKELY.search(words))
        would = would or bool(_WOULD.search(words))
        weaker = weaker or only_may
    perhaps = "" if said else _only_perhaps(ours, near)
    return Harm(said, would, likely, quoted, weaker or bool(perhaps), perhaps or told)


def _near(ours: Sequence[Sentence], uses: Sequence[Use]) -> list[str]:
    """What the letter says by the grounds that ask for harm, besides the law and what the reader may do."""
    named = {use.sentence.line for use in uses}
    places = [place for place, each in enumerate(ours) if each.line in named]
    near = sorted({n for at in places for n in range(max(0, at - _BEFORE), at + _AFTER + 1)})
    texts = [ours[n].text for n in near if n < len(ours)]
    return [words for words in texts if not _STATUTE.search(words) and not _TO_THE_READER.search(words)]


def _only_perhaps(ours: Sequence[Sentence], near: Sequence[str]) -> str:
    """The sentence by the grounds that is said with "may" or "might", where nothing is surer, or ""."""
    if any(map(_SURE.search, near)):
        return ""
    rest = (each.low for each in ours if not _TO_THE_READER.search(each.text))
    if any(sure in words for words in rest for sure in _SURE_ANYWHERE):
        return ""
    return next(filter(_PERHAPS.search, near), "")


def says_both(ours: Sequence[Sentence]) -> bool:
    """Whether it says "would prejudice" in one place and "would be likely to" in another."""
    apart = [
        each.text for each in ours if not _AS_THE_ACT.search(each.text) and not _STATUTE.search(each.text)
    ]
    return any(map(_STRICT_WOULD.search, apart)) and any(map(_STRICT_LIKELY.search, apart))
