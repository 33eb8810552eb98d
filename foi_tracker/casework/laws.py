"""Which law the request is under, and which of its questions are under the other: each law has its clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from foi_tracker.casework import audit
from foi_tracker.casework.clock import facts_of
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.events import circumstances
from foi_tracker.casework.refresh import refresh
from foi_tracker.law.clock_allowed import left_without_effect
from foi_tracker.law.clock_facts import EVENT_WORDS, ClockFacts
from foi_tracker.law.periods import say
from foi_tracker.models import Case, Question
from foi_tracker.store import questions as question_store

LAWS = {"FOIA": "Freedom of Information Act", "EIR": "Environmental Information Regulations"}


def set_laws(desk: Desk, case: Case, law: str, by_question: Mapping[int, str], version: int) -> None:
    """Keep the law of the request and of each question named; the dates are reckoned afresh.

    Raises:
        ChangedMeanwhile: somebody changed the case since `version` was read.
        NotAllowed: a law is not one of LAWS, a question answered in a letter would change its law, or
            something recorded of its clock is unknown to the other law.
    """
    if case.version != version:
        raise ChangedMeanwhile("request")
    if not {law, *by_question.values()} <= LAWS.keys():
        raise NotAllowed("Choose one of the two laws.")
    questions = question_store.questions_of(desk.session, case)
    sent = question_store.sent_question_ids(desk.session, case)
    before = {question.label: question.regime or case.regime for question in questions}
    after = {question.label: by_question.get(question.id, law) for question in questions}
    changed = [label for label in after if after[label] != before[label]]
    if late := [
        question.label for question in questions if question.id in sent and question.label in changed
    ]:
        raise NotAllowed(f"Question {late[0]} is answered under its law in a letter that was sent.")
    if not changed and law == case.regime:
        return
    clock = facts_of(desk, case, questions) if case.triage == "valid" else None
    was, case.regime = case.regime, law
    case.version += 1
    for question in questions:
        question.regime = "" if after[question.label] == law else after[question.label]
    if clock:
        _refuse_to_strand(desk, case, questions, clock)
    desk.session.flush()
    refresh(desk, case)
    audit.record(
        desk,
        case.authority_id,
        "laws_set",
        case,
        before={"regime": was, **{label: before[label] for label in changed}},
        after={"regime": law, **{label: after[label] for label in changed}},
    )


def _refuse_to_strand(desk: Desk, case: Case, questions: Sequence[Question], before: ClockFacts) -> None:
    """A fee asked for under the Act stops no clock of the Regulations: it would count for nothing, unseen."""
    about = circumstances(desk, case, questions)
    after = facts_of(desk, case, questions)
    if event := left_without_effect(before, after, about, desk.holidays):
        raise NotAllowed(
            f"“{EVENT_WORDS[event.type]}” of {say(event.date)} would count for nothing under the other law. "
            "Take it off the clock first, or leave the law as it is."
        )
