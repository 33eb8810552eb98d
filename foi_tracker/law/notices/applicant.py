"""Whether what is given names the person who asked: it is given to the world, and others will read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule, cite
from foi_tracker.law.notices.words import Text, answers, standing

_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady"}
)
_LEAST = 2  # words of a name: one alone may be any word
_LEAST_OF_A_LINE = 3  # words of a line of an address: "Flat 2" may be anybody's
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}", re.IGNORECASE)

Said = Callable[[str], bool]


def names_in(facts: LetterFacts) -> dict[str, Said]:
    """What would tell who asked, each with what looks for it in a text.

    The full name as a name is written, without its title, of two words at least; a role ("The Editor") is
    no name. An email address. A line of the address that has a number and says where: a postcode, or three
    words. What the authority says of itself is not the applicant's.
    """
    to = facts.recipient
    ours = "\n".join(text.words for text in standing(facts))
    ours += "\n" + "\n".join((facts.authority.email, facts.authority.website))
    lines = [line.strip(" ,.") for line in to.address]
    looks = {
        "name": [_named(to.name)],
        "email address": [_loosely(to.email)] if "@" in to.email else [],
        "address": [_loosely(line) for line in lines if _is_where(line)],
    }
    return {what: _said(patterns, ours) for what, patterns in looks.items() if any(patterns)}


def _named(name: str) -> str:
    """A pattern for the full name, each word with a capital where a text has one; "" for no person's name."""
    words = [word.strip(",.") for word in name.split()]
    kept = [word for word in words if word and word.casefold() not in _TITLES]
    if len(kept) < _LEAST or words[0].casefold() == "the":
        return ""
    return r"\.?\s+".join(_as_a_name(word) for word in kept)


def _as_a_name(word: str) -> str:
    """The word, and with a capital if it is so written: Grant Holder is not any grant holder."""
    return f"{'(?![a-z])' if word[0].isupper() else ''}(?i:{re.escape(word)})"


def _is_where(line: str) -> bool:
    has_number = any(char.isdigit() for char in line)
    return bool(_POSTCODE.fullmatch(line)) or (has_number and len(line.split()) >= _LEAST_OF_A_LINE)


def _loosely(words: str) -> str:
    """A pattern for the words in capitals or small letters, with any space or comma between them."""
    return "(?i:" + r"[\s,]+".join(re.escape(word.strip(",")) for word in words.split()) + ")"


def _said(patterns: list[str], ours: str) -> Said:
    whole = [re.compile(rf"(?<![\w.+])(?<!\w-){pattern}(?!\w|[-@.]\w)") for pattern in patterns if pattern]
    theirs = [pattern for pattern in whole if not pattern.search(ours)]
    return lambda text: any(pattern.search(text) for pattern in theirs)


def applicant_data(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Their own personal data is no part of what the Act gives to everybody: s.40(1); reg 5(3)."""
    names = names_in(facts)
    provision = cite(facts, "s.40(1)", "reg 5(3)")
    for text in answers(facts):
        told = [what for what, is_in in names.items() if is_in(text.words)]
        if told:
            message = (
                f"{text.place} has the {' and the '.join(told)} of the person who asked. Others will read "
                "what is given: take it out."
            )
            box = _box(facts, text, [names[what] for what in told])
            yield Finding("should", "applicant_data", provision, message, text.label, text.mend, field=box)


def _box(facts: LetterFacts, text: Text, looks: list[Said]) -> str:
    """The box of the answer that holds it; "" where it is none of the answer's own."""
    for answer in facts.answers:
        if text.label and answer.label == text.label:
            boxes = {"answer": answer.answer, **answer.details}
            return next((name for name, words in boxes.items() if any(look(words) for look in looks)), "")
    return ""


NO_APPLICANT = Rule(
    ("applicant_data",),
    applicant_data,
    "Nothing that is given names the person who asked.",
    "s.40(1)",
    "reg 5(3)",
    applies=lambda facts: bool(names_in(facts)),
)
