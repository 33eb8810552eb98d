"""The grounds of a case as facts of a letter, with what third parties said about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from foi_tracker.casework.desk import Desk
from foi_tracker.law.exemptions import NCND, Relied
from foi_tracker.law.notices.facts import AnswerFacts, GroundFacts
from foi_tracker.models import Case, Letter, Question
from foi_tracker.store import grounds as ground_store
from foi_tracker.store import others as other_store

RESTING_ON_GROUNDS = frozenset({"response", "pit_extension"})
"""Kinds of letter that say why something is withheld, or may be."""

HEARD = frozenset({"s.40(2)", "s.41", "s.43(2)", "reg 12(5)(e)", "reg 12(5)(f)", "reg 13"})
"""Grounds about other people's interests: their own view is evidence for them (s.45 Code)."""


def with_grounds(
    desk: Desk, case: Case, letter: Letter, questions: Sequence[Question], answers: Iterable[AnswerFacts]
) -> tuple[AnswerFacts, ...]:
    """The answers with what each rests on, in a letter that says so."""
    if letter.kind not in RESTING_ON_GROUNDS:
        return tuple(answers)
    by_question = ground_store.grounds_by_question(desk.session, case)
    return tuple(
        replace(answer, grounds=ground_facts(desk, case, question, by_question.get(question.id, ())))
        for question, answer in zip(questions, answers, strict=True)
    )


def ground_facts(
    desk: Desk, case: Case, question: Question, grounds: Iterable[Relied]
) -> tuple[GroundFacts, ...]:
    """These grounds, kept or still on the form, as a letter about the question would state them."""
    return tuple(
        GroundFacts(
            code=ground.code,
            limb=ground.limb,
            purpose=ground.purpose,
            words={name: str(value) for name, value in ground.words.items()},
            views=views_for(desk, case, question, ground),
        )
        for ground in grounds
    )


def views_for(desk: Desk, case: Case, question: Question, ground: Relied) -> tuple[str, ...]:
    """What those consulted about the question said, where this ground is about their interests.

    Never to neither confirm nor deny: that somebody was asked would hint at what is held.
    """
    if ground.code not in HEARD or ground.purpose == NCND:
        return ()
    return tuple(
        consultation.view.strip()
        for consultation in other_store.consultations_of(desk.session, case)
        if consultation.view.strip()
        and (not consultation.question_ids or question.id in consultation.question_ids)
    )
