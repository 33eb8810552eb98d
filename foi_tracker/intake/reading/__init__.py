"""A letter that somebody else wrote: what it is, what it says, and what the law misses in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from foi_tracker.intake.reading.letter import read_letter
from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding
from foi_tracker.law.notices.strangers import check_read
from foi_tracker.law.notices.strangers_facts import ReadGround
from foi_tracker.law.notices.strangers_timing import due_day

__all__ = ["CheckedLetter", "check_letter", "to_json"]

LONGEST_WHERE = 200
"""Characters."""

_KINDS = {"pit_extension": "extension", "eir_extension": "extension", "not_valid": "invalid"}


@dataclass(frozen=True)
class CheckedLetter:
    """A letter as it was read, with what is missing from it or wrong in it.

    `kind` is one of response, refusal, extension, acknowledgement, clarification, invalid, review, holding,
    transfer, closure, fees_notice and other, which is no letter about a request at all. `regime` is
    "FOIA", "EIR" or "FOISA". `due` is the last day for the letter, where it is known.
    """

    kind: str
    regime: str
    received: date | None
    issued: date | None
    due: date | None
    grounds: tuple[ReadGround, ...]
    questions: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


def check_letter(
    text: str,
    *,
    received: date | None = None,
    issued: date | None = None,
    request: str = "",
    regime: str = "",
    holidays: BankHolidays | None = None,
) -> CheckedLetter:
    """Read a letter and check it.

    `received` and `issued` are the dates of the request and of the letter where they are known otherwise:
    they go before what the letter prints. `request` is what was asked, `regime` the law it runs under.
    """
    days = holidays or BankHolidays.shipped()
    letter = read_letter(text, received=received, issued=issued, request=request, regime=regime)
    return CheckedLetter(
        kind=_KINDS.get(letter.kind, letter.kind),
        regime=letter.regime,
        received=letter.times.received,
        issued=letter.times.issued,
        due=due_day(letter, days),
        grounds=letter.grounds,
        questions=tuple((answer.label, answer.outcome) for answer in letter.answers),
        findings=check_read(letter, days),
    )


def _beginning(words: str) -> str:
    """As much of a sentence as it is found again by."""
    return words if len(words) <= LONGEST_WHERE else words[:LONGEST_WHERE].rsplit(" ", 1)[0] + " …"


def to_json(checked: CheckedLetter) -> dict[str, Any]:
    """What `foi-tracker check` prints of a letter: kind, dates, grounds, questions and findings.

    `where` a finding is holds the label of its question, or a sentence of the letter or its beginning; it is
    "" for a finding about the letter as a whole.
    """
    dates = {"received": checked.received, "issued": checked.issued, "due": checked.due}
    return {
        "kind": checked.kind,
        "regime": checked.regime,
        "dates": {name: day.isoformat() if day else None for name, day in dates.items()},
        "grounds": [{"code": ground.code, "relied_on": ground.relied_on} for ground in checked.grounds],
        "questions": [{"label": label, "outcome": outcome} for label, outcome in checked.questions],
        "findings": [
            {
                "level": finding.level,
                "code": finding.code,
                "provision": finding.provision,
                "message": finding.message,
                "where": _beginning(finding.where),
            }
            for finding in checked.findings
        ],
    }
