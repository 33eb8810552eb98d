"""They no longer want the answer: what is not answered yet is recorded as withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from foi_tracker.casework import audit
from foi_tracker.casework.correspondence import Said, keep
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.grounds import let_go_of_what_does_not_fit
from foi_tracker.casework.log import CHANNELS
from foi_tracker.casework.refresh import WITHDRAWN, WITHDRAWN_ON, refresh
from foi_tracker.law.periods import say
from foi_tracker.models import Case
from foi_tracker.store import questions as question_store


@dataclass(frozen=True)
class Withdrawal:
    """When and how they said that they no longer want it."""

    on: date
    channel: str  # of casework.log.CHANNELS
    words: str


def withdraw(desk: Desk, case: Case, withdrawal: Withdrawal) -> None:
    """Record that they withdrew the request: every question not answered in a sent letter is withdrawn.

    What they said is kept with the correspondence, and what had been written of an answer with its question.

    Raises:
        NotAllowed: the questions are not confirmed, all are answered, or the day cannot be.
    """
    if not case.questions_confirmed:
        raise NotAllowed("Confirm the questions first, so that each can be recorded as withdrawn.")
    sent = question_store.sent_question_ids(desk.session, case)
    left = [q for q in question_store.questions_of(desk.session, case) if q.id not in sent]
    if not left:
        raise NotAllowed("Every question has been answered in a letter that was sent: nothing is left.")
    keep(
        desk,
        case,
        Said("in", withdrawal.channel, withdrawal.on, case.requester_name, withdrawal.words),
    )
    how = f"{say(withdrawal.on)}, by {CHANNELS[withdrawal.channel].lower()}"
    for question in left:
        question.outcome = WITHDRAWN
        question.details = {**question.details, "withdrawn_how": how, WITHDRAWN_ON: withdrawal.on.isoformat()}
        question.same_as_id = question.because_of_id = None
        question.because_of_opening = False
        let_go_of_what_does_not_fit(desk, case, question)
    desk.session.flush()
    refresh(desk, case)
    audit.record(
        desk,
        case.authority_id,
        "withdrawn",
        case,
        on=withdrawal.on,
        how=how,
        words=withdrawal.words,
        labels=[question.label for question in left],
    )
