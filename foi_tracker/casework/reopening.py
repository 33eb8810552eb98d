"""A request that was closed or withdrawn is opened again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.clock import LOST, UNDONE
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.refresh import WITHDRAWN, WITHDRAWN_ON, refresh
from foi_tracker.models import Case, ClockEvent, Letter, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import cost as cost_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store


@dataclass(frozen=True)
class Reopening:
    """Since when, why, what, by when it is promised, and whether what had left was an answer.

    `undone`: it was not, since it left something out. Then the request's own date binds again, and the day of
    the new answer is the one that counts (s.10(1); EIR reg 5(2)). So it is for what stood in letters that
    never reached them, the `lost` ones: they gave no notice either, of more time or of anything. A review or
    a decision notice that wants another answer leaves the day of the first as it is.
    """

    on: date
    why: str
    question_ids: Sequence[int] = ()  # none: every question; with `lost`, every one that those answered
    answer_by: date | None = None  # of the review's outcome or the decision notice; the Act sets no date
    undone: bool = False
    lost: Sequence[int] = ()  # ids of letters


def may_reopen(case: Case) -> bool:
    """Whether the request is closed in a way that can be undone: answered, or withdrawn."""
    return case.triage == "valid" and case.closed_on is not None


def may_be_lost(desk: Desk, case: Case) -> list[Letter]:
    """The letters that left and have an effect, oldest first: they answered something, or moved a date."""
    recorded = case_store.clock_events(desk.session, case)
    moved = set(_letters_by_event(desk, case).values())
    gone = {id_ for each in recorded if LOST in each.values for id_ in each.values["letters"]}
    return [
        letter
        for letter in _sent(desk, case)
        if letter.id not in gone and (letter.kind in question_store.ANSWERING or letter.id in moved)
    ]


def reopen(desk: Desk, case: Case, reopening: Reopening) -> None:
    """Open the request again: what was withdrawn is asked again, what was answered is to be answered anew.

    The letters that were sent stay as they are, and so do the dates that were kept or missed, unless the
    answer was none (`Reopening.undone`) or never reached them (`Reopening.lost`).

    Raises:
        NotAllowed: it is not closed, a day cannot be, or those letters answered none of the questions;
            `field` names what to mend.
    """
    _refuse_what_cannot_be(desk, case, reopening)
    chosen = _chosen(desk, case, reopening)
    answered = question_store.sent_question_ids(desk.session, case)
    in_silence = _take_back_silence(desk, case)
    if not in_silence and not any(each.id in answered or each.outcome == WITHDRAWN for each in chosen):
        raise NotAllowed(
            "It was closed because nothing came of what we asked. "
            "Record what they tell us, or the fee: that opens it again."
        )
    for question in chosen:
        _ask_again(question)
    values = _values(desk, case, reopening)
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
        undone=UNDONE in values,
        lost=sorted(reopening.lost),
        labels=[question.label for question in chosen],
    )


def _chosen(desk: Desk, case: Case, reopening: Reopening) -> list[Question]:
    """The questions that are asked again."""
    questions = question_store.questions_of(desk.session, case)
    ticked = set(reopening.question_ids)
    if not reopening.lost:
        return [each for each in questions if not ticked or each.id in ticked]
    open_again = _answered_by_the_lost(desk, case, reopening.lost)
    if not open_again:
        raise NotAllowed("What these letters answered is answered in another that reached them.", "lost")
    if ticked - open_again:
        raise NotAllowed("Tick only questions that those letters answered.", "questions")
    return [each for each in questions if each.id in (ticked or open_again)]


def _answered_by_the_lost(desk: Desk, case: Case, lost: Collection[int]) -> set[int]:
    """Ids of the questions that are not answered without those letters."""
    if not set(lost) <= {letter.id for letter in may_be_lost(desk, case)}:
        raise NotAllowed("Tick letters of this request that were sent.", "lost")
    without = question_store.sent_question_ids(desk.session, case, lost)
    return question_store.sent_question_ids(desk.session, case) - without


def _values(desk: Desk, case: Case, reopening: Reopening) -> dict[str, Any]:
    """What is kept of it beside its day and its questions."""
    letters = sorted(reopening.lost) or [letter.id for letter in _sent(desk, case)]
    values: dict[str, Any] = {"why": reopening.why.strip(), "letters": letters}
    if reopening.undone or reopening.lost:
        values[UNDONE] = True
    if reopening.lost:
        told = _letters_by_event(desk, case)
        values[LOST] = [event for event, letter in told.items() if letter in reopening.lost]
    if reopening.answer_by:
        values["answer_by"] = reopening.answer_by.isoformat()
    return values


def _sent(desk: Desk, case: Case) -> list[Letter]:
    return [each for each in letter_store.letters_of(desk.session, case) if each.state == "sent"]


def _letters_by_event(desk: Desk, case: Case) -> dict[int, int]:
    """By the id of each event that a letter told them of, the id of the letter."""
    said = {each.id: each.letter_id for each in case_store.correspondence(desk.session, case)}
    found = {
        event.id: event.letter_id or said.get(event.correspondence_id or 0)
        for event in case_store.clock_events(desk.session, case)
    }
    return {event: letter for event, letter in found.items() if letter}


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
