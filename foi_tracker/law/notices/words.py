"""The words of a letter that people typed, and words among them that were to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.asks import asks_of
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule
from foi_tracker.law.outcomes import fields_of
from foi_tracker.law.reasoning import internal_names

_FILLED = re.compile(r"\{[a-z_]+\}")
"""What a letter fills in a standard wording."""


@dataclass(frozen=True)
class Text:
    """Words that somebody typed, and where they are mended."""

    words: str
    place: str  # "The footer", "The answer to question 3"
    mend: str
    label: str = ""
    standing: bool = False  # printed in every letter


def standing(facts: LetterFacts) -> Iterator[Text]:
    """What the authority's settings print in every letter, and its own standard wordings."""
    authority = facts.authority
    for place, words in (
        (
            "The letterhead",
            "\n".join((authority.name, authority.team, *authority.address, authority.telephone)),
        ),
        ("The greeting", authority.greeting),
        ("The signature", f"{authority.signatory_name}\n{authority.signatory_role}"),
        ("The footer", authority.footer),
        ("The review contact", "\n".join(authority.review_contact)),
        ("The re-use paragraph", authority.reuse_text),
        ("The copyright paragraph", authority.copyright_text),
    ):
        yield Text(words, place, "settings", standing=True)
    for key, words in facts.wordings.items():
        yield Text(_FILLED.sub("", words), f"The standard wording “{key}”", f"wording:{key}", standing=True)


def answers(facts: LetterFacts) -> Iterator[Text]:
    """What the officer wrote for this letter: never the requester's words, nor what stays on the case."""
    for place, words, mend in (
        ("The opening statement", facts.opening_statement, "letter"),
        ("The question we ask them", facts.clarification, "letter"),
        ("The reason for the correction", facts.correction_reason, "letter"),
        ("The reason for lateness", facts.late_reason, "case"),
    ):
        yield Text(words, place, mend)
    for ask in asks_of(facts.kind, facts.regime, facts.said):
        if ask.kind in ("text", "textarea"):
            yield Text(facts.said.get(ask.name, ""), f"“{ask.label}”", "letter")
    if facts.cost:
        told = (*(row.what for row in facts.cost.rows), facts.cost.sampled, facts.cost.within_limit)
        yield Text("\n".join(told), "The cost estimate", "cost")
    for answer in facts.answers:
        internal = {field.name for field in fields_of(answer.outcome) if field.internal}
        printed = [words for name, words in answer.details.items() if name not in internal]
        reasons = [
            words
            for ground in answer.grounds
            for name, words in ground.words.items()
            if name not in internal_names()
        ]
        words = "\n".join((answer.answer, *printed, *reasons))
        yield Text(words, f"The answer to question {answer.label}", f"question:{answer.label}", answer.label)


_BLANK = (
    r"(?:names?|dates?|address|numbers?|ref(?:erence)?|amount|figures?|title|role|e-?mail|telephone|phone|"
    r"link|url|text|reasons?|x+|tb[ca]|todo)"
)
_WHOSE = r"(?:(?:your|requester(?:'s)?|applicant(?:'s)?|recipient(?:'s)?|officer(?:'s)?)\s+)?"
_ORDER = r"(?:insert|enter|add|type|choose|select|delete|complete|fill\s+in)\b[^\]\n>]{0,80}"
_KEPT = r"(?![^\]\n]{0,100}\b(?:withheld|redacted|removed|omitted|supplied|given)\b)"

_PLACEHOLDER = re.compile(
    "|".join(
        (
            # "[NAME]", "[insert date]"; never "[2015] EWCA Civ 454", "[name withheld]", "[text](link)"
            rf"\[{_KEPT}\s*(?:{_ORDER}|{_WHOSE}{_BLANK}(?:\s+(?:here|of\s+\w+|{_BLANK}))*)\s*\](?!\()",
            rf"<\s*(?:{_ORDER}|{_WHOSE}{_BLANK})\s*>",
            r"\{\{?\s*[a-z_][\w. ]{0,60}\}?\}",  # "{name}", "{{ name }}"
            r"(?<![\w/.-])x{3,}(?![\w/-]|\.\w)",  # "XXX"
            r"\bxx/xx(?:/\w+)?\b",
            r"\?{3,}",
            r"\blorem ipsum\b",
        )
    ),
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"\b(?:TBC|TBA|TODO)\b")


def placeholders_in(text: str) -> list[str]:
    """The placeholders that a text still holds, each once, in order."""
    found = [*_PLACEHOLDER.finditer(text), *_SHOUTED.finditer(text)]
    apart = [match for match in found if not _inside_another(match, found)]
    return list(dict.fromkeys(match.group().strip() for match in sorted(apart, key=re.Match.start)))


def _inside_another(match: re.Match[str], others: list[re.Match[str]]) -> bool:
    return any(
        other is not match and other.start() <= match.start() and match.end() <= other.end()
        for other in others
    )


def placeholder_left(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Words that were to be replaced and were not. One finding a place."""
    for text in (*standing(facts), *answers(facts)):
        left = placeholders_in(text.words)
        if left:
            message = f"{text.place} still holds {', '.join(left)}. Replace it with what belongs there."
            yield Finding("must", "placeholder_left", "s.16", message, text.label, text.mend)


NO_PLACEHOLDERS = Rule(("placeholder_left",), placeholder_left, "No placeholder is left.", "s.16", "reg 9")
