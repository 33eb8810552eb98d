"""How an answer would read in the letter, before anything of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.ground_facts import ground_facts, views_for
from foi_tracker.casework.letter_facts import letter_facts
from foi_tracker.casework.questions import AnswerGiven
from foi_tracker.law.contradictions import NEEDS_GROUNDS
from foi_tracker.law.exemptions import Relied, find
from foi_tracker.law.notices.facts import AnswerFacts, LetterFacts
from foi_tracker.law.outcomes import OPENING_STATEMENT, Field, missing
from foi_tracker.law.reasoning import missing_asks, needs_limb
from foi_tracker.models import Case, Letter, Question
from foi_tracker.store import grounds as ground_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store

LIMB = Field("limb", "Which of these is it?", "", "s.17(1)(b)", code="limb_missing")
"""What is asked before anything else of an exemption with limbs."""


def answer_facts(
    desk: Desk,
    case: Case,
    question: Question,
    given: AnswerGiven,
    grounds: Sequence[Relied] | None = None,
) -> LetterFacts:
    """The facts of a response that answers this one question, and answers it so. Nothing is written.

    `grounds` are those on the form; None is those that are kept.
    """
    if grounds is None:
        grounds = ground_store.grounds_by_question(desk.session, case).get(question.id, ())
    labels = {q.id: q.label for q in question_store.questions_of(desk.session, case)}
    answer = AnswerFacts(
        label=question.label,
        question=question.text,
        outcome=given.outcome,
        answer=given.answer,
        stem=question.stem,
        section=question.section,
        same_as=labels.get(given.same_as_id or 0, ""),
        because_of=_because_of(given, labels),
        details=given.details,
        attachments=tuple(titles_of(desk, case, question)),
        regime=question.regime,
        grounds=ground_facts(desk, case, question, grounds),
    )
    # A letter that is never added to the session: it lends its kind to the facts.
    letter = Letter(case_id=case.id, kind="response", part_of_several=True, clarification="", said={})
    return replace(letter_facts(desk, case, letter), answers=(answer,))


def still_needed(desk: Desk, case: Case, question: Question, given: AnswerGiven) -> list[Field]:
    """What the law asks for this outcome before the letter can go, and is not there yet."""
    because_of = OPENING_STATEMENT if given.because_of_opening else str(given.because_of_id or "")
    titles = titles_of(desk, case, question)
    return missing(given.outcome, given.answer, given.details, titles, because_of)


def ground_gaps(
    desk: Desk, case: Case, question: Question, outcome: str, grounds: Sequence[Relied]
) -> list[list[Field]]:
    """What each of these grounds still lacks, by law.reasoning and in its order. Nothing is written."""
    return [_gaps(desk, case, question, outcome, ground) for ground in grounds]


def lacks_ground(outcome: str, grounds: Sequence[Relied]) -> bool:
    """Whether the outcome must rest on a ground and has none: s.17(1)(b); reg 14(3)(a)."""
    return outcome in NEEDS_GROUNDS | {"ncnd"} and not grounds


def _gaps(desk: Desk, case: Case, question: Question, outcome: str, ground: Relied) -> list[Field]:
    row = find(ground.code)
    if row is None:
        return []
    limb = [LIMB] if needs_limb(row, ground.purpose) and not ground.limb else []
    pending = outcome == "decision_pending"
    views = views_for(desk, case, question, ground)
    asks = missing_asks(ground, holder=case.authority.kind, pending=pending, views=views)
    return [*limb, *(asked for asked in asks if asked.level == "must")]


def given_for(question: Question) -> AnswerGiven:
    """What is kept of the question's answer."""
    return AnswerGiven(
        outcome=question.outcome,
        answer=question.answer,
        details={name: str(value) for name, value in question.details.items()},
        same_as_id=question.same_as_id,
        because_of_id=question.because_of_id,
        because_of_opening=question.because_of_opening,
    )


def titles_of(desk: Desk, case: Case, question: Question) -> list[str]:
    """The titles of the files attached to the question."""
    files = letter_store.attachments_of(desk.session, case)
    return [file.title for file in files if file.question_id == question.id]


def _because_of(given: AnswerGiven, labels: dict[int, str]) -> str:
    if given.because_of_opening:
        return OPENING_STATEMENT
    return labels.get(given.because_of_id or 0, "")
