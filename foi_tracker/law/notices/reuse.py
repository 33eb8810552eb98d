"""Whether a letter that gives information says on what terms it may be used again: SI 2015/1415."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule

_GIVEN = frozenset({"disclosed", "part_disclosed", "part_held"})
_PROVISION = "s.45 Code; SI 2015/1415"
NOTHING, OWN = "none", "own"
"""What an authority may have chosen: to say nothing, or a paragraph of its own."""


def gives_information(facts: LetterFacts) -> bool:
    """Whether the letter gives any information, in its words or with them."""
    return bool(facts.attachments) or any(answer.outcome in _GIVEN for answer in facts.answers)


def reuse_missing(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Nothing is said about using it again. An authority may choose that, so it is never more than asked."""
    authority = facts.authority
    is_said = authority.reuse != NOTHING and (authority.reuse != OWN or authority.reuse_text.strip())
    if gives_information(facts) and not is_said:
        message = (
            "The letter gives information and does not say whether it may be used again. An administrator "
            "can choose in the settings what letters say of that. It may also go as it is."
        )
        yield Finding("should", "reuse_missing", _PROVISION, message, "", "settings", field="reuse")


REUSE = Rule(
    ("reuse_missing",),
    reuse_missing,
    "It says whether the information may be used again.",
    _PROVISION,
    applies=gives_information,
)
