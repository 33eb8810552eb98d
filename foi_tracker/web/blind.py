"""Applicant-blind: whoever need not know who asked does not see it, not even inside the words."""

from __future__ import annotations

from foi_tracker.casework.corrections import asker
from foi_tracker.intake import masking
from foi_tracker.models import Case
from foi_tracker.web.access import may_see_requester

HIDDEN = "[hidden]"


def blinded(case: Case, text: str) -> str:
    """The text as the person signed in may read it: without who asked, unless they may see that."""
    if may_see_requester(case.authority_id):
        return text
    return masked(case, text)


def masked(case: Case, text: str) -> str:
    """The text with the requester's name, organisation, email and lines of address hidden."""
    return masking.masked(text, asker(case), lambda found: HIDDEN)
