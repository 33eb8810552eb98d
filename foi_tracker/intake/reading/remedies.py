"""What a letter says that its reader can do next: a review here, then the regulator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.law.notices.strangers_facts import Remedies

_REVIEW = pattern(
    r"""\binternal(?:ly)? review\w*+|\breviews? (?:of (?:(?:the|this|our|your|its|that
    |my) (?:\w++ ){0,2}(?:decision|response|handling|reply|request|case|refusal
    |application|outcome|way)|how)|procedure|process|panel|stage|officer|our (?:decision|response
    |handling)\b|the (?:decision|response|handling|way))
    |\b(?:ask|apply|request|entitled|right|wish|want|like|seek)\w*+ (?:\w++ ){0,6}(?:review\w*+
    |reconsider\w*+|re-?examin\w++|reassess\w*+)\b
    |\bhave (?:this|it|the (?:decision|response|matter)|our \w++) (?:internally )?(?:reviewed
    |reconsidered|looked at again)
    |\bcomplaints? (?:procedure|process|policy|team|department|manager|officer|about (?:the|our|how|this
    |your)|rights?|in writing|regarding|should|relating|under)
    |\b(?:right|rights|how) (?:of|to) (?:an? )?(?:appeal|complain\w*+|compla(?:int|ints))\b
    |\bmake (?:an? )?(?:representations?|appeal|formal complaint|complaint)\b
    |\b(?:unhappy|dissatisfied|not (?:happy|satisfied|content)|disagree|concern(?:ed|s)?
    |complain)\b.{0,160}\b(?:write|contact|complain\w*+|appeal|email|e-mail|address|let (?:us|me)
    |review\w*+)\b
    |\b(?:appeal|complain) (?:against|to|about|by|in writing)\b|\bappeals? (?:procedure|process)
    |\brepresentations\b|\breview (?:it|procedure|their|this)\b|\b(?:(?<!welcome )to|they|will|must|can|may
    |should|please) review our\b
    |\b(?:ask|asked|request\w*+|want|wish|like|entitled|right)\b[^.]{0,60}\b(?:look(?:ed)? (?:at (?:it|this
    |your
    \s?\w*+) )?(?:again|afresh)|second look|re-?consider\w*+|re-?examin\w++)\b
    |\bwish(?:es)? to (?:appeal|complain)\b
    |\bappeal (?:our|this|the) (?:decision|response|refusal|outcome)\b
    |\bappeals?\s?:|\bappeals?@|\breviews?@
    |\b(?:challenge|dispute|contest|query) (?:this|our|the) (?:decision|response|refusal|outcome)\b
    |\b(?:concerns?|issues?)\b[^.]{0,60}\b(?:how|way) (?:\w++ ){0,5}(?:dealt|handled|answered)\b[^.]{0,40}\b
    (?:raise|contact|write|tell|email)\b"""
)
_ASKED_FOR = pattern(r"""\bwhich you (?:asked|requested)|\byou (?:asked|requested) for\b|\bis attached\b""")
"""A procedure that is the answer itself."""
_OF_THE_ANSWER = pattern(
    r"""\b(?:your (?:\w++ ){0,3}(?:request|enquiry|application)|you (?:are|were|remain
    |feel) (?:still )?(?:\w++ )?
    (?:unhappy|dissatisfied|not)|(?:this|our) (?:\w++ ){0,2}(?:response|decision|reply|letter|refusal|answer
    |handling|email)|the (?:response|refusal|handling|decision) (?:you|we|(?:to|of) (?:your|the) request)
    |handling of|freedom of information|foia?\b|information commission\w*+|\bico\b|information (?:governance
    |rights)|request for information|internal review (?:of (?:our|this|the (?:decision|response|way))|should
    |within|you|in writing|procedure|please)|request an internal review|(?:for|seek) an internal review)\b"""
)
"""What shows that it is this letter whose review is spoken of."""
_OF_ELSE = pattern(
    r"""\b(?:penalty|pcns?|traffic|planning|inspectorate|ombudsman|licen[cs]\w++|magistrates|councillors?
    |benefits? decision|school place|exclude|badges?|noise)\b"""
)
"""Other things that are reviewed, appealed against or complained of."""
_NOT_OF_THEM = pattern(
    r"""\b(?:manual\w*+|parking|housing|tenants?|students?|pupils?|parents?|exclu\w++|benefits?|care
    |placements?|patients?|incidents?|marks?|polic(?:y|ies) (?:was|is|were)|received|upheld
    |(?:team|department) (?:has|had|is|was)|members|number of|panel|serious|files|records|figures
    |grievances?|answered within|resolved|not hold|its|provider|contractors?|staff|claims?|cases?|each|every
    |maternity|(?:in|during|since) (?:19|20)\d\d|\d++ (?:of|complaints|appeals|reviews|requests))\b
    |\A\W{0,3}(?:we|i|(?:the|our) \w++) (?:have |has |had )?(?:asked|requested|commissioned|sought)\b"""
)
"""Signs of the same in a sentence that is not addressed to the reader."""
_TO_THEM = pattern(r"""\b(?:you|your|please|applicants?|requesters?|anyone|any person)\b""")
_COUNTED = pattern(
    r"""\A\W{0,3}\bnumber of\b|\b\d++ (?:people|cases|complaints
    |breaches|decisions)\b"""
)
"""A figure of an answer."""
_ONLY_REGULATOR = pattern(r"""\binformation commission\w*+(?:'?s?'? office)?|\bico\b""")
_REVIEW_HERE = pattern(
    r"""\b(?:review|us|our|council|trust|authority|chief|officer|head|foi|internal|team|force|department
    |university)\w*+"""
)
_TO_REGULATOR = pattern(
    r"""\b(?:complain\w*+|appeal\w*+|apply|write|refer\w*+|contact)\b
    (?:(?!\b(?:us|and|then|after)\b)[^.]){0,40}\b(?:information commission\w*+|ico)\b"""
)
_REVIEW_ITSELF = pattern(
    r"""\b(?:review\w*+|reconsider\w*+|re-?examin\w++|again|afresh|second look|appeal\w*+|representations?
    |complaints? (?:procedure|process|policy|team|officer|manager|department)
    |(?:write|complain|complaint|apply) to (?!the information|the ico))\b"""
)
_NONE = pattern(
    r"""\b(?:no|not have (?:an?|any)|does not (?:have|operate)) (?:\w++ ){0,2}(?:internal review
    |complaints|review) (?:procedure|process|stage)"""
)
_REGULATOR = pattern(
    r"""\binformation commission(?:er)?\b|\bcommissioner'?s?'? (?:office|for information)|\bico\b
    |\b(?:refer|complain|appeal|apply|decision)\b[^.]{0,60}\b(?:to|from) the commissioner\b
    |\bico\.(?:org|gov|gsi)|\bicocasework\b|\bwycliffe house\b
    |\b0?303[\s-]?123[\s-]?1113\b|\bdata protection commissioner\b|\binformation comm?iss?ioners?\b"""
)
_RIGHT = pattern(
    r"""\b(?:complain\w*+|appeal\w*+|appl(?:y|ies|ication)|refer\w*+|contact\w*+|dissatisf\w++|unhappy
    |not (?:happy|satisfied|content)|right|decision|review\w*+
    |writ(?:e|ing)|address|tel|telephone|phone|wycliffe|wilmslow|casework|visit|www|website|further
    |independent|approach|ask|seek|recourse|concern\w*+|take|go (?:straight |directly )?to)\b"""
)
_NO_RIGHT = pattern(
    r"""\bguidance\b|\b(?:decision notice|case|tribunal|v|fs\d++|ic-\d++)\b.{0,40}\b(?:found|held|upheld
    |ruled|stated)|\bregistered with\b|\bregistration\b
    |\bico (?:has|have|says|states|considers?|advises?|recommends?)\b|\b(?:according|relied|rely
    |reliance|line|recommended|published|issued|advice|approach (?:of
    |taken)) (?:\w++ ){0,3}(?:the )?(?:information|ico)
    |\bdecision notices?\b"""
)
_STRONG = pattern(
    r"""\b(?:complain\w*+|appeal\w*+|dissatisf\w++|unhappy|not (?:happy|satisfied|content)|appl(?:y
    |ication) (?:directly )?(?:to|for)|right to|refer (?:the|your|this|it)|
    for a decision|wycliffe|0303|01625|icocasework|casework@|contact(?:ed|ing)?)\b"""
)
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12, "fifteen": 15,
    "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90,
}  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_TIME = pattern(
    rf"""\b(?:within|in|by|than|up to|of|take|takes|under|exceed|usually
    |normally)\s(?:the |a |an |any |around |approximately |about |maximum of |period of |no more than ){{0,3}}
    {_COUNT}(?: \(\d{{1,3}}\))?(?: \(\w{{1,12}}\))?[ -]
    (?P<unit>(?:working |school |calendar |clear |business )?(?:day|week|month))s?\b"""
)
_OF_REVIEW = pattern(
    r"""\b(?:review\w*+|complaints?|appeals?|reconsider\w*+|representations?|investigat\w++)\b"""
)
_PROMISE = pattern(
    r"""\b(?:respon\w++|repl(?:y|ied)|complet\w++|outcome|result|deal\w*+|determin\w++|conduct\w*+
    |provide|aim\w*+|endeavour\w*+|target|carried out|carry out|inform(?:ed)?|decision|conclu\w++
    |normally|expect|notif\w++|process\w*+|undertak\w++|answer\w*+|look at|take|takes|let you know|write
    |attempt\w*+|resolve\w*+)\b"""
)
_TO_ASK = pattern(
    r"""\b(?:submit\w*+|lodg\w++|(?:must|should|need to|please|can|may) (?:\w++ ){0,6}(?:request|ask
    |write|contact|submit|made|make|received|be (?:made|received|sent|submitted)|within|do so|apply
    |appeal|notify|raise|send|reply)
    |(?:request\w*+|ask\w*+|appl\w++|complain\w*+|appeal\w*+|writ\w++|contact\w*+|sent|made
    |received) (?:\w++ ){0,9}within|from (?:the )?(?:date|receipt) of (?:this|our|the (?:response|letter
    |decision|reply|initial|original))
    |of (?:receiv\w++|receipt of|the date of|the date on|getting) (?:this|our|the (?:response|letter
    |decision|reply|original|initial))|of (?:this|our|the) (?:response|letter|decision|reply|email)
    |after (?:this|our|the date of this)
    |(?:of|from) (?:the )?date (?:of|on) (?:this|our|the|which))\b"""
)
_DAYS = {"day": 1.0, "week": 5.0, "month": 21.0}
"""Working days in a unit; a calendar day is five sevenths of one."""
_PHONE = pattern(r"""\b0\s?3\s?0\s?3[\s-]{0,2}1\s?2\s?3[\s-]{0,2}(?P<last>\d[\d\s]{1,6}\d)\b""")


def remedies_in(sentences: Sequence[Sentence]) -> Remedies:
    """The particulars of s.17(7) and reg 14(5) that a letter gives."""
    ours = [each.text for each in sentences if not each.theirs]
    regulator = _tells_of_regulator(ours)
    days, promised = max(_promised(ours), default=(None, ""))
    misprinted, misprint = _misprinted(ours)
    return Remedies(
        review=any(_offers_review(words, strictly=not regulator) for words in ours),
        regulator=regulator,
        review_days=days,
        promised=promised,
        misprinted=misprinted,
        misprint=misprint,
    )


def _offers_review(words: str, strictly: bool) -> bool:
    """Whether it says that this answer can be reviewed; beside the regulator a review is hardly another's."""
    if _NONE.search(words):
        return True
    if not _REVIEW.search(words) or _ASKED_FOR.search(words):
        return False
    of_else = _OF_ELSE.search(words) or (_NOT_OF_THEM.search(words) and not _TO_THEM.search(words))
    if strictly and of_else and not _OF_THE_ANSWER.search(words):
        return False
    to_regulator = _TO_REGULATOR.search(words)
    if to_regulator:
        # Who is unhappy with "our handling" and complains to the regulator is offered no review.
        beside = f"{words[: to_regulator.start()]} {words[to_regulator.end() :]}"
        return bool(_REVIEW_ITSELF.search(beside))
    return not _ONLY_REGULATOR.search(words) or bool(_REVIEW_HERE.search(_ONLY_REGULATOR.sub(" ", words)))


def _tells_of_regulator(ours: Sequence[str]) -> bool:
    """Whether the regulator is named as somebody to turn to, and not only as an author of guidance."""
    for place, words in enumerate(ours):
        if not _REGULATOR.search(words) or (_COUNTED.search(words) and " you" not in words):
            continue
        near = " ".join(ours[max(0, place - 2) : place + 3])
        if _STRONG.search(words) or (_RIGHT.search(words) and not _NO_RIGHT.search(words)):
            return True
        if _STRONG.search(near) and not _NO_RIGHT.search(words):
            return True
    return False


def _promised(ours: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Working days in which a review is promised, and the sentence; the time to ask for one is none."""
    for place, words in enumerate(ours):
        about = " ".join(ours[max(0, place - 2) : place + 1])
        if not _OF_REVIEW.search(about) or not _PROMISE.search(words) or _REGULATOR.search(words):
            continue
        for match in _TIME.finditer(words):
            clause = words[max(0, match.start() - 110) : match.end() + 60]
            if not _TO_ASK.search(clause):
                yield round(_number(match["count"]) * _factor(match["unit"].lower())), words


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word.lower()]


def _factor(unit: str) -> float:
    kind, _, last = unit.rpartition(" ")
    return 5 / 7 if last == "day" and kind == "calendar" else _DAYS[last]


def _misprinted(ours: Sequence[str]) -> tuple[str, str]:
    """A number of the regulator's exchange beside its name that is not its number, and its sentence."""
    for place, words in enumerate(ours):
        if _REGULATOR.search(" ".join(ours[max(0, place - 1) : place + 2])):
            for match in _PHONE.finditer(words):
                last = "".join(match["last"].split())
                if not last.startswith("1113") and len(last) < 7:
                    return match[0], words
    return "", ""
