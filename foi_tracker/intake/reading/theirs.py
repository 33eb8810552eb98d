"""Which sentences of a letter are the requester's own words, said back to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.sentences import Sentence, plain

_RUN = 5
"""Words in a row that two texts do not share by chance."""
_SHARE = 0.6
"""Of a sentence's words, in such runs: then it is theirs."""
_LONGEST = 400
"""Sentences: a request that is said back is not longer."""
_WORD = re.compile(r"[a-z0-9£%]++")
_THEY_SAID = pattern(
    r"""(?:#{1,3} )?(?:(?:your|the|original|information|foi|details of (?:the|your)) )?
    (?:requests?(?: for information)?(?: details)?|questions?(?: asked)?|information requested|you asked
    |you requested)
    (?: as follows| was(?: as follows| for)?| is| below| reads?)?\s?[:-]?\Z
    |.{0,200}(?:you (?:have )?(?:asked|requested|wrote|sought)(?! (?:that|us to))|in which you
    |(?:requested|asked for|for) the following|following (?:information|requests?|questions?)
    |(?:requests?|questions?) (?:for information )?(?:was|were|is|are|reads?|as)(?: as)? (?:follows
    |below))[^.]{0,60}:\s?\Z"""
)
_SURELY_OURS = pattern(
    r"""\b(?:internal review|information commission\w*+|yours (?:sincerely|faithfully)|(?:kind
    |best) regards|is exempt|(?:do|does) not hold
    |not held|withheld|section \d\d)\b"""
)
"""Where these stand among what seems to be theirs, only a title such as "Our response" shows that it is."""
_ASKS = pattern(
    r"""\b(?:please (?:can|could|provide|send|supply|disclose|confirm|advise|state|tell|give|let)
    |(?:can|could|would) you|i (?:would|am|wish|want|request\w*+|seek)|i'd|my|how (?:many|much|often))\b
    |\?"""
)
_MY_REQUEST = pattern(r"""\bmy (?:(?:foi|original|previous|earlier|first|initial|recent) )?request\b""")
"""What no officer says of a request."""
_QUOTED = 60
"""Sentences of a quotation, at most."""
_TITLE = 40
"""Characters of a title, at most."""
_WE_SAY = pattern(
    r"""(?:#{1,3} )?(?:our |the |(?:the )?(?:council|trust|force|university|department)'?s? )?(?:full )?
    (?:response|reply|answer|decision|findings?|outcome|result of searches)s?
    (?: to (?:your|the) [\w ]{1,40}| is(?: as follows)?| \d)?\s?[:.-]?\Z
    |in response|in reply|with regards? to your|having (?:now )?(?:considered|reviewed|searched)
    |following (?:receipt|a search|our)|we (?:can |are |have |do |will |hold|regret|confirm|consider)
    |i (?:can confirm|am (?:writing to (?:inform|advise|confirm)|able|pleased|unable)|regret|confirm
    |have (?:considered|now|searched|contacted))|please (?:find|see|note|be)|response:|answer:|reply:
    |your request (?:has|for information has)|under the (?:freedom|act|foi)
    |the (?:freedom of information act|council|trust|university|constabulary|force|department
    |information (?:you|is|was)) (?:\w++ ){0,4}(?:can|has|does|hold|provide|gives?|held|is)
    |our response|this is to|it is """
)


def marked(sentences: Sequence[Sentence], request: str) -> tuple[Sentence, ...]:
    """The sentences, those that are the requester's marked.

    Where the request is known its words tell; where it is not, what stands between "you asked" and an answer.
    """
    found = _quoted(sentences)
    return _shared(found, request) if request.strip() else _between(found)


def words_of(text: str) -> list[str]:
    """The words of a text, without case and stops."""
    return _WORD.findall(text.lower())


def _shared(sentences: Sequence[Sentence], request: str) -> tuple[Sentence, ...]:
    asked = words_of(plain(request))
    runs = {tuple(asked[n : n + size]) for size in (3, 4, _RUN) for n in range(len(asked) - size + 1)}
    return tuple(
        replace(each, theirs=each.theirs or _is_shared(words_of(each.text), runs)) for each in sentences
    )


def _is_shared(words: list[str], runs: set[tuple[str, ...]]) -> bool:
    if len(words) < _RUN:
        return len(words) > 2 and tuple(words) in runs
    covered = [False] * len(words)
    for n in range(len(words) - _RUN + 1):
        if tuple(words[n : n + _RUN]) in runs:
            covered[n : n + _RUN] = [True] * _RUN
    return sum(covered) >= _SHARE * len(words)


def _quoted(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Marked from a quotation mark to the one that closes it, where what is quoted asks for something."""
    found = list(sentences)
    begun = -1
    for place, each in enumerate(sentences):
        if begun < 0 and each.text.startswith('"') and each.text.count('"') % 2:
            begun = place
        elif begun >= 0 and each.text.count('"') % 2:
            quoted = found[begun : place + 1]
            if any(_ASKS.search(one.text) for one in quoted):
                found[begun : place + 1] = [replace(one, theirs=True) for one in quoted]
            begun = -1
        elif place - begun > _QUOTED:
            begun = -1
    return tuple(replace(each, theirs=each.theirs or bool(_MY_REQUEST.search(each.text))) for each in found)


def _between(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Marked from where it says "you asked" to where it answers; only where it does."""
    found = list(sentences)
    begun, unsure = -1, False
    for place, each in enumerate(sentences):
        if begun >= 0 and _WE_SAY.match(each.low):
            if not unsure or len(each.text) < _TITLE:
                found[begun:place] = [replace(one, theirs=True) for one in found[begun:place]]
            begun = -1
        elif begun >= 0:
            unsure = unsure or bool(_SURELY_OURS.search(each.low))
            begun = begun if place - begun <= _LONGEST else -1
        if begun < 0 and _THEY_SAID.match(each.low[-300:]) and not _WE_SAY.match(each.low):
            begun, unsure = place + 1, False
    return tuple(found)
