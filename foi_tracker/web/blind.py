"""Applicant-blind: whoever need not know who asked does not see it, not even inside the words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from foi_tracker.models import Case
from foi_tracker.web.access import may_see_requester

HIDDEN = "[hidden]"
_SHORTEST = 2  # a single letter stands in too many other places
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "the", "of", "and", "de", "van", "von"}
)


def blinded(case: Case, text: str) -> str:
    """The text as the person signed in may read it: without who asked, unless they may see that."""
    if may_see_requester(case.authority_id):
        return text
    return masked(case, text)


def masked(case: Case, text: str) -> str:
    """The text with the requester's name, organisation, email and lines of address hidden.

    The words of a name are hidden only as a name is written, so that Will does not hide what will happen.
    """
    whole = [case.requester_name, case.requester_organisation, case.requester_email, case.their_reference]
    whole += case.requester_address.splitlines()
    words = [word.strip(",.") for word in case.requester_name.split()]
    parts = [word for word in words if word.casefold() not in _TITLES]
    patterns = [f"(?i:{_loosely(each)})" for each in _longest_first(whole)]
    patterns += [_loosely(each) for each in _longest_first([*parts, *(part.upper() for part in parts)])]
    return re.sub(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", HIDDEN, text) if patterns else text


def _longest_first(names: Iterable[str]) -> list[str]:
    told = {name.strip(" ,.") for name in names}
    return sorted((name for name in told if len(name) >= _SHORTEST), key=len, reverse=True)


def _loosely(name: str) -> str:
    """A pattern for the name with any white space between its words."""
    return r"\s+".join(re.escape(word) for word in name.split())
