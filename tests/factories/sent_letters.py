"""Letters written, issued and sent as an officer does it; each makes a real PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.models import Case, Letter, Question
from foi_tracker.store import questions as question_store
from foi_tracker.store.cases import get_case
from foi_tracker.store.scope import Scope

FEE = {"basis": "disbursements", "amount": "12.50", "pays_for": "100 pages.", "how_to_pay": "By card."}
COMPLEX = {"complexity": "Three formats.", "volume": "9,000 pages."}
AGREED = {
    "authority": "Northvale Council",
    "contact": "foi@council.example.org",
    "searched": "The council does this work.",
    "consent": "agreed",
    "consent_on": "2026-02-03",
}
"""What an officer types for a fees notice, for more time under the Regulations, and for a transfer."""


def _as_stored(desk: Desk, case: Case) -> Case:
    """The case with its authority at hand, which a commit takes away."""
    return get_case(desk.session, Scope(frozenset({case.authority_id})), case.id)


def answer_all(desk: Desk, case: Case, words: str = "There were 12.") -> list[Question]:
    """Give every question of the case the same full answer."""
    case = _as_stored(desk, case)
    questions = list(question_store.questions_of(desk.session, case))
    for question in questions:
        answer_question(desk, case, question, AnswerGiven("disclosed", words), question.version)
    return questions


def issued(desk: Desk, case: Case, kind: str = "response", **plan: object) -> Letter:
    """A letter of this kind, begun and issued on the desk's day."""
    case = _as_stored(desk, case)
    letter = casework.start_letter(desk, case, casework.LetterPlan(kind, **plan))
    casework.issue_letter(desk, case, letter, letter.version)
    return letter


def send(desk: Desk, case: Case, letter: Letter, on: date | None = None) -> Letter:
    """Record that the letter was sent by email."""
    case = _as_stored(desk, case)
    casework.record_sent(
        desk, case, letter, casework.Sent(on or desk.today, "email", "robin.ash@example.org")
    )
    return letter


def respond(
    desk: Desk, case: Case, questions: Sequence[Question] = (), *, on: date | None = None, part: bool = False
) -> Letter:
    """Answer these questions (none named: all that are left) in a letter that is sent."""
    ids = [question.id for question in questions]
    return send(desk, case, issued(desk, case, question_ids=ids, part_of_several=part), on)
