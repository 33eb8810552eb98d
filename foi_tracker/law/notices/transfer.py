"""The letters about another body that may hold it: ask their leave, or say that it was passed on.

s.1(1)(a) and s.16; under the EIR reg 10, and a refusal under reg 14.
"""

from __future__ import annotations

from foi_tracker.law.notices.hints import NOTHING_OF_DENIED
from foi_tracker.law.notices.remedies import REGULATOR, REGULATOR_OF_THE_DAY, REVIEW, REVIEW_IN_TIME
from foi_tracker.law.notices.saying import said_rule
from foi_tracker.law.notices.timing import IN_TIME
from foi_tracker.law.notices.words import NO_PLACEHOLDERS

_SHARED = (
    NOTHING_OF_DENIED,
    IN_TIME,
    REVIEW,
    REGULATOR,
    REGULATOR_OF_THE_DAY,
    REVIEW_IN_TIME,
    NO_PLACEHOLDERS,
)

RULES = (said_rule("transfer", "It says who may hold it, how we know, and whether we pass it on."), *_SHARED)
PASSED_ON = (
    said_rule("passed_on", "It says who has it now, since when, and by when they answer."),
    *_SHARED,
)
