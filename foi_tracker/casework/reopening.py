"""A request that was closed or withdrawn is opened again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.clock import UNDONE
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.refresh import WITHDRAWN, WITHDRAWN_ON, refresh
from foi_tracker.models import Case, ClockEvent, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import cost as cost_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store


@dataclass(frozen=True)
class Reopening:
    """Since when, why, what, by when it is promised, and whether what had left was an answer.

    `undone`: it was not, since it left something out or never reached them. Then the request's own date
    binds again, and the day of the new answer is the one that counts (s.10(1); EIR reg 5(2)). A review or a
    decision notice that wants another answer leaves the day of the first as it is.
    """

    on: date
    why: str
    question_ids: Sequence[int] = ()  # none: every question
    answer_by: date | None = None  # of the review's outcome or the decision notice; the Act sets no date
    undone: bool = False


def may_reopen(case: Case) -> bool:
    """Whether the request is closed in a way that can be undone: answered, or withdrawn."""
    return case.triage == "valid" and case.closed_on is not None


def reopen(desk: Desk, case: Case, reopening: Reopening) -> None:
    """Open the request again: what was withdrawn is asked again, what was answered is to be answered anew.

    The letters that were sent stay as they are, and so do the dates that were kept or missed, unless the
    answer was none (`Reopening.undone`).

    Raises:
        NotAllowed: it is not closed, or a day cannot be; `field` names what to mend.
    """
    _refuse_what_cannot_be(desk, case, reopening)
    questions = question_store.questions_of(desk.session, case)
    chosen = [each for each in questions if not reopening.question_ids or each.id in reopening.question_ids]
    answered = question_store.sent_question_ids(desk.session, case)
    in_silence = _take_back_silence(desk, case)
    if not in_silence and not any(each.id in answered or each.outcome == WITHDRAWN for each in chosen):
        raise NotAllowed(
            "It was closed because nothing came of what we asked. "
            "Record what they tell us, or the fee: that opens it again."
        )
    letters = [each.id for each in letter_store.letters_of(desk.session, case) if each.state == "sent"]
    for question in chosen:
        _ask_again(question)
    values: dict[str, Any] = {"why": reopening.why.strip(), "letters": letters}
    if reopening.undone:
        values[UNDONE] = True
    if reopening.answer_by:
        values["answer_by"] = reopening.answer_by.isoformat()
    ids = [question.id for question in chosen]  # even if of all: one found later was not reopened
    desk.session.add(
        ClockEvent(
            case_id=case.id, type=case_store.REOPENED, on=reopening.on, question_ids=ids, values=values
        )
    )
    desk.session.flush()
    refresh(desk, case)
    audit.record(
        desk,
        case.authority_id,
        "reopened",
        case,
        on=reopening.on,
        why=values["why"],
        answer_by=reopening.answer_by,
        undone=reopening.undone,
        labels=[question.label for question in chosen],
    )


def _refuse_what_cannot_be(desk: Desk, case: Case, reopening: Reopening) -> None:
    if not may_reopen(case):
        raise NotAllowed("This request is open, or was never a valid one.")
    if not reopening.why.strip():
        raise NotAllowed("Say why it is opened again", "why")
    if reopening.on > desk.today or (case.closed_on and reopening.on < case.closed_on):
        raise NotAllowed("It was opened again after it was closed, and not later than today.", "on")
    if reopening.answer_by and reopening.answer_by < reopening.on:
        raise NotAllowed("Promise a day that comes after it was opened again.", "answer_by")


def _take_back_silence(desk: Desk, case: Case) -> bool:
    """Whether it was closed without another notice (s.17(6)); then it no longer is."""
    whole = cost_store.whole_of(desk.session, case)
    if whole is None or whole.no_notice_on is None:
        return False
    whole.no_notice_on = None
    return True


def _ask_again(question: Question) -> None:
    if question.outcome == WITHDRAWN:
        gone = {WITHDRAWN_ON, "withdrawn_how"}
        question.outcome = ""
        question.details = {name: said for name, said in question.details.items() if name not in gone}
