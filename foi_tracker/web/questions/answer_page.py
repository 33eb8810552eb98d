"""What the page of one question shows, made ready for its template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.preview import answer_facts, given_for, still_needed
from foi_tracker.casework.questions import AnswerGiven
from foi_tracker.law.outcomes import OUTCOMES, SAME_AS_LABEL
from foi_tracker.letters.dates import typed
from foi_tracker.letters.one_answer import OneAnswer, one_answer
from foi_tracker.models import Attachment, Case, Question
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.questions.answer_fields import NEEDED, boxes_of

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True)
class Saved:
    """What was saved just now, and what it still needs before the letter can go."""

    label: str
    needed: tuple[str, ...]
    question_id: int
    is_here: bool


@dataclass(frozen=True)
class Kept:
    """What stands in the tables now, when somebody saved it while it was being written."""

    outcome: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class InTheLetter:
    """The answer as the letter prints it."""

    label: str
    question: str
    answer: OneAnswer | None  # None until an outcome is chosen


@dataclass(frozen=True)
class AnswerPage:
    """The page of one question."""

    question: Question
    place: str
    is_issued: bool
    files: tuple[Attachment, ...]
    preview: InTheLetter


def page_of(desk: Desk, case: Case, question: Question, given: AnswerGiven) -> AnswerPage:
    """The page, with the answer as it stands there: typed or kept."""
    questions = question_store.questions_of(desk.session, case)
    files = letter_store.attachments_of(desk.session, case)
    mine = tuple(file for file in files if file.question_id == question.id)
    return AnswerPage(
        question=question,
        place=place_of(question, questions),
        is_issued=question.id in question_store.issued_question_ids(desk.session, case),
        files=mine,
        preview=preview_of(desk, case, question, given),
    )


def place_of(question: Question, questions: Sequence[Question]) -> str:
    """Question 3 of 11; Question 10, the last of 11; Question 8A, the 9th of 11."""
    place, total = [q.id for q in questions].index(question.id) + 1, len(questions)
    name = f"Question {question.label}"
    if total == 1:
        return f"{name}, the only one"
    if place == total:
        return f"{name}, the last of {total}"
    if question.label == str(place):
        return f"{name} of {total}"
    ending = "th" if 10 < place % 100 < 14 else _ENDINGS.get(place % 10, "th")
    return f"{name}, the {place}{ending} of {total}"


def preview_of(desk: Desk, case: Case, question: Question, given: AnswerGiven) -> InTheLetter:
    """The answer as the letter will print it, what it lacks marked where it belongs."""
    if not given.outcome and given.same_as_id is None:
        return InTheLetter(question.label, question.text, None)
    gaps = {asks.name: NEEDED[asks.name] for asks in still_needed(desk, case, question, given)}
    answer = one_answer(answer_facts(desk, case, question, given), gaps)
    return InTheLetter(question.label, question.text, answer)


def saved(desk: Desk, case: Case, done: Question, question: Question) -> Saved:
    """What to say, on the page of `question`, of `done`, which was saved just now."""
    needed = still_needed(desk, case, done, given_for(done))
    return Saved(done.label, tuple(NEEDED[asks.name] for asks in needed), done.id, done.id == question.id)


def kept(question: Question, questions: Sequence[Question]) -> Kept:
    """What is kept of the question now, in the words of its form."""
    labels = {q.id: f"Question {q.label}" for q in questions}
    if question.same_as_id:
        return Kept(SAME_AS_LABEL, (("Whose answer does it take?", labels[question.same_as_id]),))
    because_of = (
        "The opening statement"
        if question.because_of_opening
        else labels.get(question.because_of_id or 0, "")
    )
    held = {**question.details, "answer": question.answer, "because_of": because_of}
    outcome = OUTCOMES.get(question.outcome)
    values = [(box.asks.label, typed(str(held.get(box.asks.name, "")))) for box in boxes_of(question.outcome)]
    return Kept(
        outcome.label if outcome else "Not answered yet", tuple((name, text) for name, text in values if text)
    )


def next_to_answer(question: Question, questions: Sequence[Question]) -> Question | None:
    """The next question without an answer, after this one or from the first again; None when all have one."""
    place = [q.id for q in questions].index(question.id)
    return next((q for q in [*questions[place + 1 :], *questions[:place]] if not q.is_answered), None)
