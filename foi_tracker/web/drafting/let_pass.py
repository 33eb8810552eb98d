"""What was let pass in a letter, as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foi_tracker.casework.letters import still_stopping
from foi_tracker.extensions import db
from foi_tracker.law.notices.facts import Finding
from foi_tracker.models import Case, Letter
from foi_tracker.store import letters as letter_store
from foi_tracker.web.blind import blinded


@dataclass(frozen=True)
class LetPass:
    """A finding that somebody let pass, and why."""

    id: int
    text: str
    reason: str
    by: str


def stopping(letter: Letter, findings: Sequence[Finding]) -> list[Finding]:
    """What must be mended, without what was let pass."""
    return still_stopping(findings, letter_store.overrides_of(db.session, letter))


def passed_of(case: Case, letter: Letter) -> list[LetPass]:
    """What was let pass in the letter."""
    return [
        LetPass(each.id, blinded(case, each.finding), blinded(case, each.reason), each.by)
        for each in letter_store.overrides_of(db.session, letter)
    ]
