"""The holding letter: the answer is late or will be, why, and when it comes. s.10(1); s.45 Code."""

from __future__ import annotations

from foi_tracker.law.notices.hints import NOTHING_OF_DENIED
from foi_tracker.law.notices.remedies import REGULATOR, REGULATOR_OF_THE_DAY, REVIEW, REVIEW_IN_TIME
from foi_tracker.law.notices.saying import said_rule
from foi_tracker.law.notices.words import NO_PLACEHOLDERS

RULES = (
    said_rule("holding", "It says why, how far it is, and by when they will hear."),
    NOTHING_OF_DENIED,
    REVIEW,
    REGULATOR,
    REGULATOR_OF_THE_DAY,
    REVIEW_IN_TIME,
    NO_PLACEHOLDERS,
)
