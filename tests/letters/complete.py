"""The golden letters as they would stand with nothing wrong: every question known, every file looked at."""

from __future__ import annotations

from dataclasses import replace

from foi_tracker.law.notices.facts import LetterFacts
from tests.letters.texts import TEXTS

NEVER_IN_ORDER = frozenset({"response-hostile", "response-late"})
"""The first tries to do harm; the second is late, which is a finding however well it says so."""


def complete(facts: LetterFacts) -> LetterFacts:
    """The letter with what only its case can know."""
    files = tuple(replace(file, looked_at_by="Duty officer") for file in facts.attachments)
    labels = facts.all_labels or tuple(answer.label for answer in facts.answers)
    return replace(facts, attachments=files, all_labels=labels)


GOLDEN = {name: complete(facts) for name, facts in TEXTS.items() if name not in NEVER_IN_ORDER}
