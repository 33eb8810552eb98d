"""Rely on exemptions and exceptions: write a ground's reasons once, and let several questions share them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.refresh import refresh
from foi_tracker.law.contradictions import Contradiction, contradictions
from foi_tracker.law.exemptions import WITHHOLD, Relied
from foi_tracker.models import Case, Ground, Question
from foi_tracker.store import grounds as ground_store
from foi_tracker.store import questions as question_store
from foi_tracker.store.grounds import grounds_of as grounds_of


@dataclass(frozen=True)
class GroundDraft:
    """A ground as the officer writes it. `id` is None for one not yet kept."""

    code: str  # of law.exemptions
    limb: str = ""
    purpose: str = WITHHOLD  # or NCND
    words: Mapping[str, str] = field(default_factory=dict)  # by the names of law.reasoning
    id: int | None = None


class GroundRefused(NotAllowed):
    """The law forbids this ground here. `field` is "code", "limb", "purpose" or the name of a word."""

    def __init__(self, contradiction: Contradiction) -> None:
        super().__init__(contradiction.message)
        self.field = contradiction.field
        self.contradiction = contradiction


def regime_of(case: Case, question: Question) -> str:
    """The law a question is answered under: its own, or the case's."""
    return question.regime or case.regime


def refusals(
    desk: Desk, case: Case, question: Question, grounds: Sequence[Relied], outcome: str | None = None
) -> list[Contradiction]:
    """What forbids resting this question on these grounds together. Nothing is written.

    `outcome` is the one on the form; None is the question's own.
    """
    return contradictions(
        grounds,
        outcome=question.outcome if outcome is None else outcome,
        regime=regime_of(case, question),
        holder=case.authority.kind,
        year=desk.today.year,
    )


def keep_ground(
    desk: Desk, case: Case, draft: GroundDraft, question_ids: Collection[int], version: int | None = None
) -> Ground:
    """Keep a ground with its reasoning, and let exactly these questions of the case rest on it.

    Reasoning that is not complete is kept: the check stops the letter. Answer the question first, so that
    its outcome is known. A ground with `id` is changed for every question that rests on it.

    Raises:
        ChangedMeanwhile: somebody changed the ground since `version` was read.
        GroundRefused: the law forbids it for one of the questions, with the reason and the field.
        NotAllowed: it would rest on a question of another case.
    """
    ground = ground_store.get_ground(desk.session, case, draft.id) if draft.id else None
    if ground is not None and version is not None and ground.version != version:
        raise ChangedMeanwhile("ground")
    questions = _questions(desk, case, question_ids)
    _refuse(desk, case, draft, questions)
    if ground is None:
        ground = Ground(case_id=case.id, version=1)
        desk.session.add(ground)
    ground.code, ground.limb, ground.purpose = draft.code.strip(), draft.limb.strip(), draft.purpose
    ground.words = {name: words.strip() for name, words in draft.words.items() if words.strip()}
    desk.session.flush()
    ground_store.rest_on(desk.session, ground, {question.id for question in questions})
    _touch(questions)
    desk.session.flush()
    refresh(desk, case)
    audit.record(desk, case.authority_id, "ground_kept", case, **_payload(ground, questions))
    return ground


def share_ground(desk: Desk, case: Case, ground: Ground, question: Question) -> None:
    """Let one more question rest on a ground: its reasons are used again, not written again.

    Raises:
        GroundRefused: the law forbids it for this question.
    """
    resting = list(ground_store.questions_on(desk.session, ground))
    _refuse(desk, case, _draft_of(ground), [question])
    everyone = {each.id for each in resting} | {question.id}
    ground_store.rest_on(desk.session, ground, everyone)
    _touch([question])
    desk.session.flush()
    refresh(desk, case)
    audit.record(desk, case.authority_id, "ground_shared", case, **_payload(ground, [*resting, question]))


def unshare_ground(desk: Desk, case: Case, ground: Ground, question: Question) -> None:
    """Take a ground off one question. It stays on the case, to be used again."""
    ground_store.let_go(desk.session, {question.id}, {ground.id})
    _touch([question])
    desk.session.flush()
    refresh(desk, case)
    left = ground_store.questions_on(desk.session, ground)
    audit.record(desk, case.authority_id, "ground_unshared", case, **_payload(ground, left))


def let_go_of_what_does_not_fit(desk: Desk, case: Case, question: Question) -> None:
    """Take off a question the grounds that its outcome forbids. They stay on the case, with their words."""
    grounds = ground_store.grounds_by_question(desk.session, case).get(question.id, ())
    outcome = question.outcome or "none"
    unfit = {each.id for each in grounds if refusals(desk, case, question, [each], outcome)}
    if unfit:
        ground_store.let_go(desk.session, {question.id}, unfit)


def _draft_of(ground: Ground) -> GroundDraft:
    words = {name: str(value) for name, value in ground.words.items()}
    return GroundDraft(ground.code, ground.limb, ground.purpose, words, ground.id)


def _questions(desk: Desk, case: Case, question_ids: Collection[int]) -> list[Question]:
    everyone = {question.id: question for question in question_store.questions_of(desk.session, case)}
    if not set(question_ids) <= set(everyone):
        raise NotAllowed("A ground is for questions of the same request.")
    return [question for id_, question in everyone.items() if id_ in question_ids]


def _refuse(desk: Desk, case: Case, draft: GroundDraft, questions: Sequence[Question]) -> None:
    """Refuse what the law forbids of this ground, alone or beside the others of each question."""
    by_question = ground_store.grounds_by_question(desk.session, case)
    for question in questions:
        others: list[Relied] = [each for each in by_question.get(question.id, ()) if each.id != draft.id]
        known = set(refusals(desk, case, question, others))
        new = [each for each in refusals(desk, case, question, [*others, draft]) if each not in known]
        if new:
            raise GroundRefused(new[0])


def _touch(questions: Iterable[Question]) -> None:
    """A question's answer changed with its grounds: whoever has it open is told."""
    for question in questions:
        question.version += 1


def _payload(ground: Ground, questions: Iterable[Question]) -> dict[str, Any]:
    return {
        "code": ground.code,
        "limb": ground.limb,
        "purpose": ground.purpose,
        "words": dict(ground.words),
        "questions": sorted(question.label for question in questions),
    }
