"""The stages of a case, what may follow each, and the one next step that a stage asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where a case stands."""

    NEW = "new"  # logged; its questions are not confirmed
    ANSWERING = "answering"
    CLARIFYING = "clarifying"  # everything that can be done waits for the requester: s.1(3), s.9
    LETTER = "letter"  # every question has an answer that has not left
    ISSUED = "issued"  # a letter is final and not yet sent
    CLOSED = "closed"  # every question is answered in a letter that was sent
    NOT_VALID = "not_valid"  # not a request: s.8
    WITHDRAWN = "withdrawn"


STAGE_LABELS: Mapping[Stage, str] = {
    Stage.NEW: "New",
    Stage.ANSWERING: "Answering",
    Stage.CLARIFYING: "Waiting for the requester",
    Stage.LETTER: "Letter",
    Stage.ISSUED: "Issued, not sent",
    Stage.CLOSED: "Closed",
    Stage.NOT_VALID: "Not valid",
    Stage.WITHDRAWN: "Withdrawn",
}
"""What an officer calls each stage."""

OPEN = frozenset({Stage.NEW, Stage.ANSWERING, Stage.CLARIFYING, Stage.LETTER, Stage.ISSUED})
"""Stages of a case that still waits for somebody. A not valid one is closed once its letter has left."""

MAY_FOLLOW: Mapping[Stage, frozenset[Stage]] = {
    Stage.NEW: frozenset(Stage) - {Stage.NEW},
    Stage.ANSWERING: frozenset(Stage) - {Stage.ANSWERING, Stage.NOT_VALID},
    Stage.CLARIFYING: frozenset(Stage) - {Stage.CLARIFYING},
    Stage.LETTER: frozenset(Stage) - {Stage.LETTER, Stage.NOT_VALID},
    Stage.ISSUED: frozenset(Stage) - {Stage.ISSUED, Stage.NOT_VALID},
    Stage.CLOSED: frozenset({Stage.ANSWERING, Stage.LETTER, Stage.NEW}),  # reopened; what was missing came
    Stage.NOT_VALID: frozenset({Stage.NEW, Stage.CLOSED}),  # they sent what was missing; the letter left
    Stage.WITHDRAWN: frozenset({Stage.ANSWERING}),
}
"""What may follow each stage."""


@dataclass(frozen=True)
class Progress:
    """How far a case has come, in numbers of its questions."""

    questions: int = 0
    answered: int = 0  # with an outcome, or the answer of another question
    sent: int = 0  # answered in a letter that was sent
    unwanted: int = 0  # withdrawn, and answered in none
    waiting: int = 0  # waiting for a statutory clarification, or for a fee
    waiting_for_fee: bool = False  # all that waits does so for a fee
    confirmed: bool = False  # an officer has confirmed the questions
    valid: bool = True  # a request under the Act or the Regulations
    withdrawn: bool = False
    issued_unsent: bool = False  # a letter is final and has not left
    not_valid_sent: bool = False  # the letter that says why it is not valid has left
    let_go: bool = False  # a letter closed what waits for the requester; their reply opens it again
    no_notice: bool = False  # closed without another notice, as s.17(6) allows


def stage_of(progress: Progress) -> Stage:
    """The stage of a case that has come so far."""
    if progress.withdrawn:
        return Stage.WITHDRAWN
    if progress.no_notice:
        return Stage.CLOSED
    if progress.issued_unsent:
        return Stage.ISSUED
    if not progress.valid:
        return Stage.CLOSED if progress.not_valid_sent else Stage.NOT_VALID
    if progress.confirmed and progress.questions and progress.sent >= progress.questions:
        return Stage.CLOSED
    if progress.waiting and _nothing_else_to_do(progress):
        return Stage.CLOSED if progress.let_go else Stage.CLARIFYING
    if not progress.confirmed or not progress.questions:
        return Stage.NEW
    return Stage.ANSWERING if progress.answered < progress.questions else Stage.LETTER


def _nothing_else_to_do(progress: Progress) -> bool:
    """Whether all that is not waiting has been answered and sent, or withdrawn. The rest keeps its clock."""
    return progress.sent + progress.unwanted + progress.waiting >= progress.questions


@dataclass(frozen=True)
class NextStep:
    """The one thing to do next."""

    code: str
    words: str  # as a link says it


def next_step(progress: Progress) -> NextStep:
    """The next step of a case that has come so far."""
    stage = stage_of(progress)
    if stage is Stage.ANSWERING:
        return NextStep("answer", words_of("answer", progress.answered, progress.questions))
    return AWAIT_FEE if stage is Stage.CLARIFYING and progress.waiting_for_fee else _NEXT[stage]


def words_of(code: str, answered: int, questions: int) -> str:
    """A next step as a link says it, from its code and the case's count of questions."""
    if code == "answer":
        return f"Answer {answered + 1} of {questions}"
    return next(step.words for step in (AWAIT_FEE, *_NEXT.values()) if step.code == code)


AWAIT_FEE = NextStep("await_fee", "Record that the fee came")
_NEXT: Mapping[Stage, NextStep] = {
    Stage.NEW: NextStep("confirm_questions", "Confirm the questions"),
    Stage.CLARIFYING: NextStep("await_clarification", "Record their clarification"),
    Stage.LETTER: NextStep("issue_letter", "Check and issue the letter"),
    Stage.ISSUED: NextStep("record_sent", "Record that it was sent"),
    Stage.NOT_VALID: NextStep("not_valid_letter", "Tell them why it is not valid"),
    Stage.CLOSED: NextStep("", "Nothing to do"),
    Stage.WITHDRAWN: NextStep("", "Nothing to do"),
}
