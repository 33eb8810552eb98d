"""The response: what was asked, what is given, what is refused and why, and what the reader can do next."""

from __future__ import annotations

from foi_tracker.law.notices.answering import ALL_ANSWERED, COMPLETE, IN_ORDER
from foi_tracker.law.notices.applicant import NO_APPLICANT
from foi_tracker.law.notices.cost import COST_RULES
from foi_tracker.law.notices.enclosures import FILES
from foi_tracker.law.notices.grounds import GROUND_RULES
from foi_tracker.law.notices.held import HELD_OR_NOT
from foi_tracker.law.notices.hints import NO_HINT
from foi_tracker.law.notices.remedies import REGULATOR, REGULATOR_OF_THE_DAY, REVIEW, REVIEW_IN_TIME
from foi_tracker.law.notices.reuse import REUSE
from foi_tracker.law.notices.tables import TABLE_RULES
from foi_tracker.law.notices.timing import IN_TIME
from foi_tracker.law.notices.words import NO_PLACEHOLDERS

RULES = (
    ALL_ANSWERED,
    IN_ORDER,
    COMPLETE,
    HELD_OR_NOT,
    *COST_RULES,
    *GROUND_RULES,
    NO_HINT,
    IN_TIME,
    REVIEW,
    REGULATOR,
    REGULATOR_OF_THE_DAY,
    REVIEW_IN_TIME,
    FILES,
    NO_PLACEHOLDERS,
    NO_APPLICANT,
    *TABLE_RULES,
    REUSE,
)
