"""What officers corrected, as labelled requests: of an authority that consented, without who asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.intake.labelled import LabelledQuestion, LabelledRequest, dumps
from foi_tracker.intake.masking import Asker, same_length
from foi_tracker.models import Authority, Case, ConfirmedSplit
from foi_tracker.store import cases as case_store
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
        requests, without_words = _labelled(desk, case, split)
        for request in requests:
            name = re.sub(r"[^A-Za-z0-9-]+", "-", request.id).strip("-") or "request"
            files[f"{name if f'{name}.json' not in files else f'{name}-{case.id}'}.json"] = dumps(request)
            questions += len(request.questions)
        left_out += without_words
    audit.record(desk, authority.id, "corrections_exported", requests=len(files), left_out=left_out)
    return Corrections(files, questions, left_out)


def _labelled(desk: Desk, case: Case, split: ConfirmedSplit) -> tuple[list[LabelledRequest], int]:
    """The request, and how many questions have no place in its words.

    Where its description came later, that text is a request by itself: each is read alone. Then one that
    nothing is asked in is left out: what came later stands in its place.
    """
    events = case_store.clock_events(desk.session, case)
    first, whole = len(case_store.first_words(case, events)), len(case.words)
    texts = [(case.reference, case_store.words_came_on(case, events), 0, first)]
    if first < whole:
        texts.append((f"{case.reference}-completed", case.received_on, first, whole))
    told: list[dict[str, Any]] = [
        each for question in split.confirmed for each in (question, *question.get("again", ()))
    ]
    found = [_labelled_text(case, told, *text) for text in texts]
    placed = sum(len(request.questions) for request in found)
    return [each for each in found if each.questions or len(found) == 1], len(told) - placed


def _labelled_text(
    case: Case, told: Sequence[dict[str, Any]], name: str, came_on: date, start: int, end: int
) -> LabelledRequest:
    """The words from `start` to `end` of a case, with the questions that stand in them."""
    placed = sorted(
        (each for each in told if each["span"] and start <= each["span"][0] and each["span"][1] <= end),
        key=lambda each: each["span"],
    )
    hidden = partial(same_length, who=asker(case))
    text = hidden(case.words)
    questions = tuple(
        LabelledQuestion(
            each["number"],
            text[slice(*each["span"])],
            (each["span"][0] - start, each["span"][1] - start),
            each.get("parent", ""),
            hidden(each["stem"]),
            hidden(each["section"]),
        )
        for each in placed
    )
    return LabelledRequest(name, text[start:end], questions, (len(questions),), received=came_on.isoformat())
