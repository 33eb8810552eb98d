"""What officers corrected, as labelled requests: of an authority that consented, without who asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.intake.labelled import LabelledQuestion, LabelledRequest, dumps
from foi_tracker.intake.masking import Asker, same_length
from foi_tracker.models import Authority, Case, ConfirmedSplit
from foi_tracker.store import questions as question_store

WHO_ASKED = (
    "requester_name",
    "requester_organisation",
    "requester_email",
    "requester_address",
    "their_reference",
)
"""The details of a case that say who asked, in the order of Asker."""


@dataclass(frozen=True)
class Corrections:
    """Files by name, how many questions they hold, and how many stand in no words of theirs."""

    files: dict[str, str]
    questions: int
    left_out: int


def asker(case: Case) -> Asker:
    """What would say who asked: as it is known now, and as it stood before it was corrected."""

    def ever(name: str) -> str:
        before = [change.payload["before"].get(name, "") for change in case.corrections]
        return "\n".join((getattr(case, name), *before))

    return Asker(*map(ever, WHO_ASKED))


def export_corrections(desk: Desk, authority: Authority) -> Corrections:
    """Each request whose questions were confirmed since the authority consented, as a labelled request.

    Questions joined as one thing asked twice stand apart again: it is where each begins that is measured.

    Raises:
        NotAllowed: the authority has not consented, or nothing is kept yet.
    """
    if not authority.keeps_corrections:
        raise NotAllowed(f"{authority.name} has not agreed to keep corrections. Its settings page asks.")
    kept = question_store.latest_splits(desk.session, authority)
    if not kept:
        raise NotAllowed("Nothing is kept yet: no questions were confirmed since this was agreed.")
    files: dict[str, str] = {}
    questions = left_out = 0
    for case, split in kept:
        request, without_words = _labelled(case, split)
        name = re.sub(r"[^A-Za-z0-9-]+", "-", case.reference).strip("-") or "request"
        files[f"{name if f'{name}.json' not in files else f'{name}-{case.id}'}.json"] = dumps(request)
        questions += len(request.questions)
        left_out += without_words
    audit.record(desk, authority.id, "corrections_exported", requests=len(files), left_out=left_out)
    return Corrections(files, questions, left_out)


def _labelled(case: Case, split: ConfirmedSplit) -> tuple[LabelledRequest, int]:
    """The request, and how many questions have no place in its words."""
    told: list[dict[str, Any]] = [
        each for question in split.confirmed for each in (question, *question.get("again", ()))
    ]
    placed = sorted((each for each in told if each["span"]), key=lambda each: each["span"])
    hidden = partial(same_length, who=asker(case))
    text = hidden(case.words)
    questions = tuple(
        LabelledQuestion(
            each["number"],
            text[slice(*each["span"])],
            (each["span"][0], each["span"][1]),
            each.get("parent", ""),
            hidden(each["stem"]),
            hidden(each["section"]),
        )
        for each in placed
    )
    request = LabelledRequest(
        case.reference, text, questions, (len(questions),), received=case.received_on.isoformat()
    )
    return request, len(told) - len(placed)
