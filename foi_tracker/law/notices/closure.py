"""The letter that closes a request, when no clarification or no fee came: s.1(3), s.9(2); s.45 Code."""

from __future__ import annotations

from foi_tracker.law.notices.remedies import REGULATOR, REGULATOR_OF_THE_DAY, REVIEW, REVIEW_IN_TIME
from foi_tracker.law.notices.saying import said_rule
from foi_tracker.law.notices.words import NO_PLACEHOLDERS

RULES = (
    said_rule("closure", "It says what did not come, and when we asked for it."),
    REVIEW,
    REGULATOR,
    REGULATOR_OF_THE_DAY,
    REVIEW_IN_TIME,
    NO_PLACEHOLDERS,
)
