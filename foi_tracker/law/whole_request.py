"""Section 14: refusals of a request as a whole that are not about its cost."""

from __future__ import annotations

from collections.abc import Mapping

VEXATIOUS, REPEATED = "14(1)", "14(2)"
WHOLE_SECTIONS: Mapping[str, str] = {"vexatious": VEXATIOUS, "repeated": REPEATED}
"""The subsection that each outcome of law.outcomes relies on."""
