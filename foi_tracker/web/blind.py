"""Applicant-blind: whoever need not know who asked does not see it, not even inside the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from foi_tracker.casework.corrections import WHO_ASKED, asker
from foi_tracker.intake import masking
from foi_tracker.law.notices.facts import LetterFacts, RecipientFacts
from foi_tracker.letters.facts import from_json, to_json
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


def blind_change(case: Case, payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """An entry of the history as the person signed in may read it: no field that says who asked."""
    if may_see_requester(case.authority_id):
        return payload
    return {
        key: {name: HIDDEN if name in WHO_ASKED and said else said for name, said in value.items()}
        if isinstance(value, Mapping)
        else value
        for key, value in payload.items()
    }


def blind_facts(case: Case, facts: LetterFacts) -> LetterFacts:
    """The facts without who asked: the recipient's block, and the name wherever it stands in the words."""
    told = to_json(facts)
    ours = {key: told.pop(key) for key in ("authority", "regulator")}
    return replace(
        from_json({**_masked(case, told), **ours}), recipient=RecipientFacts(name=HIDDEN, salutation=HIDDEN)
    )


def _masked(case: Case, value: Any) -> Any:
    if isinstance(value, str):
        return masked(case, value)
    if isinstance(value, list):
        return [_masked(case, each) for each in value]
    if isinstance(value, dict):
        return {key: _masked(case, each) for key, each in value.items()}
    return value
