"""Every letter that has a golden text: those also made as PDFs, and those looked at as text alone."""

from __future__ import annotations

from foi_tracker.law.notices.facts import LetterFacts
from tests.factories.letters import every_letter
from tests.factories.notices import more_notices
from tests.factories.variants import every_variant

TEXTS: dict[str, LetterFacts] = {**every_letter(), **more_notices(), **every_variant()}
