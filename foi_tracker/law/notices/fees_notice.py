"""The fees notice: what it costs, how to pay, and until when. s.9; under the EIR, reg 8."""

from __future__ import annotations

from foi_tracker.law.notices.hints import NOTHING_OF_DENIED
from foi_tracker.law.notices.remedies import REGULATOR, REGULATOR_OF_THE_DAY, REVIEW, REVIEW_IN_TIME
from foi_tracker.law.notices.saying import in_time_rule, said_rule
from foi_tracker.law.notices.words import NO_PLACEHOLDERS

RULES = (
    said_rule("fees_notice", "It says how much, what for and how to pay."),
    in_time_rule("fees_notice"),
    NOTHING_OF_DENIED,
    REVIEW,
    REGULATOR,
    REGULATOR_OF_THE_DAY,
    REVIEW_IN_TIME,
    NO_PLACEHOLDERS,
)
