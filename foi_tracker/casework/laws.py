"""Which law the request is under, and which of its questions are under the other: each law has its clock."""

from __future__ import annotations

from collections.abc import Mapping

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.refresh import refresh
from foi_tracker.models import Case
from foi_tracker.store import questions as question_store

LAWS = {"FOIA": "Freedom of Information Act", "EIR": "Environmental Information Regulations"}


def set_laws(desk: Desk, case: Case, law: str, by_question: Mapping[int, str], version: int) -> None:
    """Keep the law of the request and of each question named; the dates are reckoned afresh.

    Raises:
        ChangedMeanwhile: somebody changed the case since `version` was read.
        NotAllowed: a law is not one of LAWS, or a question answered in a letter would change its law.
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
    was, case.regime = case.regime, law
    case.version += 1
    for question in questions:
        question.regime = "" if after[question.label] == law else after[question.label]
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
