"""What the sending of a letter does to the clock: each notice is an event, and names its letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from foi_tracker.casework import events
from foi_tracker.casework.clock import ANSWERED, stands
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.notice_facts import law_of
from foi_tracker.law.exemptions import find, is_weighed
from foi_tracker.law.notices.asks import AGREED
from foi_tracker.law.notices.pit_extension import PENDING
from foi_tracker.law.outcomes import UNCLEAR
from foi_tracker.letters.kinds import Kind
from foi_tracker.models import Case, ClockEvent, Letter, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store


def keep(desk: Desk, case: Case, letter: Letter, on: date) -> str:
    """Record what a letter sent that day does to the clock, in a piece of casework under way.

    Returns why the law gives it no effect ("it came after the last day"), or "" where it has its effect
    or claims none. The letter has left all the same.
    """
    chosen = _questions(desk, case, letter)
    if letter.kind in question_store.ANSWERING:
        _meet_deadlines(desk, case, letter, on, [question.id for question in chosen])
    refused = [_try(desk, case, draft) for draft in _drafts(desk, case, letter, on, chosen)]
    return " ".join(filter(None, refused))


def _questions(desk: Desk, case: Case, letter: Letter) -> list[Question]:
    ids = set(letter_store.question_ids(desk.session, letter))
    return [q for q in question_store.questions_of(desk.session, case) if q.id in ids]


def _try(desk: Desk, case: Case, draft: events.EventDraft) -> str:
    if refusal := events.why_refused(desk, case, draft):
        return refusal.words
    events.keep(desk, case, draft)
    return ""


def _drafts(
    desk: Desk, case: Case, letter: Letter, on: date, chosen: Sequence[Question]
) -> list[events.EventDraft]:
    """The events that the letter is, if the law lets them stand."""
    ids = [question.id for question in chosen]

    def draft(type_: str, values: Mapping[str, str], about: Sequence[int] = ids) -> events.EventDraft:
        return events.EventDraft(type_, on, list(about), values, letter_id=letter.id)

    said = {name: str(value) for name, value in letter.said.items()}
    law = law_of(case, chosen or question_store.questions_of(desk.session, case))
    if letter.kind == Kind.FEES_NOTICE:
        notice = "eir_advance_payment_notice" if law == "EIR" else "fees_notice"
        return [draft(notice, {"amount": said.get("amount", "")})]
    if letter.kind == Kind.EIR_EXTENSION:
        return [draft("eir_reg7_extension_notice", {"complex_and_voluminous": "yes"})]
    if letter.kind == Kind.TRANSFER and said.get("consent") == AGREED:
        return [draft("transferred_to", {"authority": said.get("authority", "")})]
    if letter.kind in (Kind.PIT_EXTENSION, Kind.RESPONSE):
        return [
            replace(
                draft("pit_extension_notice", {"estimated_decision_date": estimate}, about), weighed=weighed
            )
            for (estimate, weighed), about in _pending(desk, case, letter).items()
        ]
    return []


def _pending(desk: Desk, case: Case, letter: Letter) -> dict[tuple[str, bool], list[int]]:
    """The questions that the letter leaves to be decided (s.17(2)).

    By the estimated date, and whether the letter names a ground whose public interest is weighed.
    """
    found: dict[tuple[str, bool], list[int]] = {}
    for id_, answer in _ends(desk, case, letter).items():
        if answer.get("outcome") == PENDING:
            estimate = str(answer.get("details", {}).get("estimated_date", ""))
            found.setdefault((estimate, _weighs(case, answer)), []).append(id_)
    return found


def _weighs(case: Case, answer: Mapping[str, Any]) -> bool:
    """Whether an answer, as it was issued, rests on a ground whose public interest is weighed: s.2(2)."""
    return any(
        row is not None and is_weighed(row, ground["limb"], ground["purpose"], case.authority.kind)
        for ground in answer.get("grounds", ())
        for row in (find(ground["code"]),)
    )


def _ends(desk: Desk, case: Case, letter: Letter) -> dict[int, Mapping[str, Any]]:
    """By id, the answer that a letter issued gives each question: that of another one where it says so."""
    answers = {answer["label"]: answer for answer in (letter.facts or {}).get("answers", ())}
    found = {}
    for question in question_store.questions_of(desk.session, case):
        answer = answers.get(question.label, {})
        while answer.get("same_as") in answers:  # the check lets no circle pass
            answer = answers[answer["same_as"]]
        if answer:
            found[question.id] = answer
    return found


def asked_ids(desk: Desk, case: Case, letter: Letter) -> list[int]:
    """The questions that an answer, once issued, puts back to them: s.1(3); reg 9."""
    if letter.kind != Kind.RESPONSE:
        return []
    return [id_ for id_, answer in _ends(desk, case, letter).items() if answer.get("outcome") == UNCLEAR]


def answered_ids(desk: Desk, case: Case, letter: Letter) -> list[int]:
    """The questions that a letter, once issued, answers: not those that it leaves to be decided or asks."""
    asked = asked_ids(desk, case, letter)
    ends = _ends(desk, case, letter)
    return [
        question.id
        for question in _questions(desk, case, letter)
        if question.id not in asked and ends.get(question.id, {}).get("outcome") != PENDING
    ]


def _meet_deadlines(desk: Desk, case: Case, letter: Letter, on: date, answered: Sequence[int]) -> None:
    """The answer has gone out: what binds its questions is met, the first time each is answered.

    A correction, or what is decided anew after a review or a decision notice, is no second answer: the first
    one told them what they have a right to be told, and its day stands. An answer that a reopening undid is
    none (`clock.stands`).
    """
    recorded = case_store.clock_events(desk.session, case)
    before = [event for event in recorded if event.type == ANSWERED]
    first = [
        id_
        for id_ in answered
        if not any(
            (not event.question_ids or id_ in event.question_ids) and stands(recorded, event, id_)
            for event in before
        )
    ]
    if first:
        desk.session.add(
            ClockEvent(case_id=case.id, type=ANSWERED, on=on, question_ids=first, letter_id=letter.id)
        )
        desk.session.flush()
