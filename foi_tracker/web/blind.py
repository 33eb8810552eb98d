"""Applicant-blind: whoever need not know who asked does not see it, not even inside the words."""

from __future__ import annotations

import re

from foi_tracker.models import Case
from foi_tracker.web.access import may_see_requester

HIDDEN = "[hidden]"
_SHORTEST = 3  # a name of one or two letters stands inside too many other words


def blinded(case: Case, text: str) -> str:
    """The text as the person signed in may read it: without who asked, unless they may see that."""
    if may_see_requester(case.authority_id):
        return text
    return masked(case, text)


def masked(case: Case, text: str) -> str:
    """The text with the requester's name, organisation, email and lines of address hidden."""
    names = [case.requester_name, case.requester_organisation, case.requester_email, case.their_reference]
    names += [*case.requester_name.split(), *case.requester_address.splitlines()]
    told = sorted({name.strip(" ,.") for name in names}, key=len, reverse=True)
    for name in told:
        if len(name) >= _SHORTEST:
            text = re.sub(rf"(?<!\w){_loosely(name)}(?!\w)", HIDDEN, text, flags=re.IGNORECASE)
    return text


def _loosely(name: str) -> str:
    """A pattern for the name with any white space between its words."""
    return r"\s+".join(re.escape(word) for word in name.split())
