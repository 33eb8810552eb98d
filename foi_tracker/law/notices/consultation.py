"""The letter to somebody whom the information is about, before we decide: s.45 Code.

They are asked for a view. The decision, and the duty to answer in time, stay with the authority.
"""

from __future__ import annotations

from foi_tracker.law.notices.remedies import REGULATOR_OF_THE_DAY
from foi_tracker.law.notices.saying import said_rule
from foi_tracker.law.notices.words import NO_PLACEHOLDERS

RULES = (
    said_rule("consultation", "It says what we hold, what we ask and by when."),
    NO_PLACEHOLDERS,
    REGULATOR_OF_THE_DAY,
)
