"""The acknowledgement: it came, and this is when they will hear. The Act asks nothing of it."""

from __future__ import annotations

from foi_tracker.law.notices.remedies import REGULATOR_OF_THE_DAY
from foi_tracker.law.notices.words import NO_PLACEHOLDERS

RULES = (NO_PLACEHOLDERS, REGULATOR_OF_THE_DAY)
