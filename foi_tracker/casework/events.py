"""What moves the dates of a case: record it, correct it, take it off. Each keeps in the audit what it was.

Letters that move a date record their own event when they are sent, by `keep` with their `letter_id`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.clock import ANSWERED, event_facts, facts_of
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.refresh import refresh
from foi_tracker.law import clock_facts as law
from foi_tracker.law.bank_holidays import OutsideCalendar
from foi_tracker.law.clock import groups_of
from foi_tracker.law.clock_allowed import Circumstances, Refusal, refusal, upset_by
from foi_tracker.law.clock_facts import BadFacts, ClockFacts
from foi_tracker.law.exemptions import find, is_weighed
from foi_tracker.law.periods import say
from foi_tracker.models import Case, ClockEvent, Ground, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import grounds as ground_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store

BY_THEIR_LETTER = frozenset({ANSWERED})
"""Events that only the sending of a letter makes; nothing but their day can be corrected."""
OF_ITS_QUESTIONS = frozenset(
    {"pit_extension_notice", "transferred_to", ANSWERED, "final_response", case_store.REOPENED}
)
"""Events of the questions that there were, even if of all of them: one added later was in no such notice.

s.17(2) speaks of the information that is weighed, and what was passed on, answered or opened again had been
found by then. A fee, a clarification and regulation 7 are of the request, whatever is found in it later.
"""


@dataclass(frozen=True)
class EventDraft:
    """An event as somebody tells it."""

    type: str  # a key of law.clock_facts.EVENT_WORDS
    on: date
    question_ids: Sequence[int] = ()  # none: every question
    values: Mapping[str, str] = field(default_factory=dict)  # dates as 2026-02-03
    statutory: str = "none"  # "s1(3)" | "none", for a clarification
    letter_id: int | None = None
    weighed: bool = False  # its letter says that the public interest of its questions is weighed: s.2(2)

    @classmethod
    def of(cls, event: ClockEvent) -> EventDraft:
        """The event as it stands."""
        values = {name: str(value) for name, value in event.values.items()}
        by_letter = event.letter_id is not None
        return cls(
            event.type, event.on, event.question_ids, values, event.statutory, event.letter_id, by_letter
        )


def qualified_labels(desk: Desk, case: Case, questions: Sequence[Question]) -> frozenset[str]:
    """Labels of the questions that rest on a ground whose public interest is to be weighed: s.2."""
    labels = {question.id: question.label for question in questions}
    return frozenset(
        labels[id_]
        for id_, grounds in ground_store.grounds_by_question(desk.session, case).items()
        if id_ in labels and any(_is_weighed(ground, case) for ground in grounds)
    )


def _is_weighed(ground: Ground, case: Case) -> bool:
    row = find(ground.code)
    return row is not None and is_weighed(row, ground.limb, ground.purpose, case.authority.kind)


def why_refused(desk: Desk, case: Case, draft: EventDraft) -> Refusal | None:
    """Why the law would not let this event stand beside those recorded; None where it would."""
    questions = question_store.questions_of(desk.session, case)
    facts, about = facts_of(desk, case, questions), circumstances(desk, case, questions)
    return _weigh(desk, case, questions, facts, about, draft)


def can_have_happened(desk: Desk, case: Case, type_: str) -> bool:
    """Whether such an event could stand today, about the request or about questions that share a clock."""
    questions = question_store.questions_of(desk.session, case)
    facts, about = facts_of(desk, case, questions), circumstances(desk, case, questions)
    ids = {question.label: question.id for question in questions}
    shared = [[ids[label] for label in labels] for labels in groups_of(facts)]
    drafts = [EventDraft(type_, desk.today, some) for some in ([], *shared)]
    return any(_weigh(desk, case, questions, facts, about, draft) is None for draft in drafts)


def keep(desk: Desk, case: Case, draft: EventDraft) -> ClockEvent:
    """Add an event to a piece of casework under way (it refreshes and audits itself).

    Raises:
        NotAllowed: the law does not let it stand; `field` names what to mend.
    """
    questions = question_store.questions_of(desk.session, case)
    _check(desk, case, questions, facts_of(desk, case, questions), draft)
    event = ClockEvent(
        case_id=case.id,
        type=draft.type,
        on=draft.on,
        statutory=draft.statutory,
        question_ids=_ids(draft, questions),
        values=_values(draft),
        letter_id=draft.letter_id,
    )
    desk.session.add(event)
    desk.session.flush()
    return event


def record_event(desk: Desk, case: Case, draft: EventDraft) -> ClockEvent:
    """Record what happened, and reckon the dates afresh.

    Raises:
        NotAllowed: the law does not let it stand; `field` names what to mend.
    """
    event = keep(desk, case, draft)
    refresh(desk, case)
    audit.record(desk, case.authority_id, "event_recorded", case, **_told(desk, case, event))
    return event


def correct_event(desk: Desk, case: Case, event: ClockEvent, draft: EventDraft) -> None:
    """Say of a recorded event what it was in truth. What was said before stays in the audit.

    Raises:
        NotAllowed: the law does not let it stand so, or a later event rests on what it was.
    """
    if event.type in BY_THEIR_LETTER:
        draft = replace(EventDraft.of(event), on=draft.on)  # what it answered stands in the letter
    questions = question_store.questions_of(desk.session, case)
    before, told = facts_of(desk, case, questions), _told(desk, case, event)
    others = _of_the_same_letter(desk, case, event) if draft.on != event.on else []
    without = _without(before, [event, *others], questions)
    weighed = event.letter_id is not None and _within(draft, event, questions)
    draft = replace(draft, type=event.type, letter_id=event.letter_id, weighed=weighed)
    _check(desk, case, questions, without, draft)
    after = replace(without, events=(*without.events, _as_law(draft, questions)))
    after, undone = _moved(desk, case, questions, after, others, draft.on)
    _refuse_upset(desk, case, questions, before, after)
    event.on, event.statutory = draft.on, draft.statutory
    if event.type not in BY_THEIR_LETTER:
        event.question_ids, event.values = _ids(draft, questions), _values(draft)
    _move_what_it_came_with(desk, case, event)
    without_effect = _keep_or_undo(desk, case, others, undone, draft.on)
    desk.session.flush()
    refresh(desk, case)
    audit.record(
        desk,
        case.authority_id,
        "event_corrected",
        case,
        type=event.type,
        before=told,
        after=_told(desk, case, event),
        without_effect=without_effect,
    )


def _of_the_same_letter(desk: Desk, case: Case, event: ClockEvent) -> list[ClockEvent]:
    """What else its letter made happen, on the day that it left."""
    if event.letter_id is None:
        return []
    recorded = case_store.clock_events(desk.session, case)
    return [each for each in recorded if each.letter_id == event.letter_id and each.id != event.id]


def _moved(
    desk: Desk,
    case: Case,
    questions: Sequence[Question],
    facts: ClockFacts,
    others: Sequence[ClockEvent],
    day: date,
) -> tuple[ClockFacts, dict[int, str]]:
    """The facts with the events moved to that day, and by id why the law gives one no effect then."""
    undone: dict[int, str] = {}
    about = circumstances(desk, case, questions)
    for each in others:
        draft = replace(EventDraft.of(each), on=day)
        if found := _weigh(desk, case, questions, facts, about, draft):
            undone[each.id] = found.words
        else:
            facts = replace(facts, events=(*facts.events, _as_law(draft, questions)))
    return facts, undone


def _keep_or_undo(
    desk: Desk, case: Case, others: Sequence[ClockEvent], undone: Mapping[int, str], day: date
) -> list[dict[str, Any]]:
    """Move them to that day; one that has no effect then goes. What those said, and why, for the audit."""
    gone = []
    for each in others:
        if each.id not in undone:
            each.on = day
            continue
        gone.append({**_told(desk, case, each), "reason": undone[each.id]})
        desk.session.delete(each)
    return gone


def remove_event(desk: Desk, case: Case, event: ClockEvent, reason: str) -> None:
    """Take off an event that never happened. The audit keeps what it said and why it went.

    Raises:
        NotAllowed: no reason is given, a letter that was sent made it, or a later event rests on it.
    """
    if not reason.strip():
        raise NotAllowed("Say why it was not so", "reason")
    if event.letter_id is not None or event.type in BY_THEIR_LETTER:
        raise NotAllowed("A letter that was sent made this happen. Correct its day, if that is wrong.")
    questions = question_store.questions_of(desk.session, case)
    before, told = facts_of(desk, case, questions), _told(desk, case, event)
    _refuse_upset(desk, case, questions, before, _without(before, [event], questions))
    if event.correspondence_id is not None:
        said = case_store.get_correspondence(desk.session, case, event.correspondence_id)
        if said.letter_id is not None:
            raise NotAllowed("A letter that was sent made this happen. Correct its day, if that is wrong.")
        said.about = ""  # it was said all the same
    desk.session.delete(event)
    desk.session.flush()
    refresh(desk, case)
    audit.record(desk, case.authority_id, "event_removed", case, **told, reason=reason.strip())


def _as_law(draft: EventDraft, questions: Sequence[Question]) -> law.ClockEvent:
    labels = {question.id: question.label for question in questions}
    kept = ClockEvent(
        type=draft.type,
        on=draft.on,
        statutory=draft.statutory,
        question_ids=_ids(draft, questions),
        values=_values(draft),
    )
    return event_facts(kept, labels)


def _ids(draft: EventDraft, questions: Sequence[Question]) -> list[int]:
    """The questions it concerns; none where it is the request's, so that one added later is concerned too."""
    chosen = [each.id for each in questions if not draft.question_ids or each.id in draft.question_ids]
    whole = len(chosen) == len(questions) and draft.type not in OF_ITS_QUESTIONS
    return [] if whole else chosen


def _within(draft: EventDraft, event: ClockEvent, questions: Sequence[Question]) -> bool:
    """Whether it is about no question that the event is not about."""
    everyone = {question.id for question in questions}
    return set(draft.question_ids or everyone) <= set(event.question_ids or everyone)


def _values(draft: EventDraft) -> dict[str, Any]:
    return {name: value.strip() for name, value in draft.values.items() if value.strip()}


def _without(facts: ClockFacts, events: Sequence[ClockEvent], questions: Sequence[Question]) -> ClockFacts:
    left = list(facts.events)
    labels = {question.id: question.label for question in questions}
    for event in events:
        if (gone := event_facts(event, labels)) in left:
            left.remove(gone)
    return replace(facts, events=tuple(left))


def _check(
    desk: Desk, case: Case, questions: Sequence[Question], facts: ClockFacts, draft: EventDraft
) -> None:
    if found := _weigh(desk, case, questions, facts, circumstances(desk, case, questions), draft):
        raise NotAllowed(found.words, found.field)


def _weigh(
    desk: Desk,
    case: Case,
    questions: Sequence[Question],
    facts: ClockFacts,
    about: Circumstances,
    draft: EventDraft,
) -> Refusal | None:
    if case.triage != "valid":
        return Refusal("on", "What came is not a valid request, so no date is running.")
    if not set(draft.question_ids) <= {question.id for question in questions}:
        return Refusal("questions", "That question is not one of this request’s.")
    if draft.weighed:  # when it was issued; what was decided since takes nothing from the notice
        weighed = {
            each.label for each in questions if not draft.question_ids or each.id in draft.question_ids
        }
        about = replace(about, qualified=about.qualified | weighed)
    try:
        return refusal(facts, _as_law(draft, questions), about, desk.holidays)
    except (BadFacts, OutsideCalendar) as problem:
        return Refusal("on", str(problem))


def circumstances(desk: Desk, case: Case, questions: Sequence[Question]) -> Circumstances:
    """What the law asks besides the clock: the day it is, and which questions rest on a qualified ground."""
    return Circumstances(desk.today, qualified_labels(desk, case, questions))


def _refuse_upset(
    desk: Desk, case: Case, questions: Sequence[Question], before: ClockFacts, after: ClockFacts
) -> None:
    if found := upset_by(before, after, circumstances(desk, case, questions), desk.holidays):
        raise NotAllowed(found.words, found.field)


def _move_what_it_came_with(desk: Desk, case: Case, event: ClockEvent) -> None:
    """What was said that day was said on the corrected day, and the letter left on it."""
    letter_id = event.letter_id
    if event.correspondence_id is not None:
        said = case_store.get_correspondence(desk.session, case, event.correspondence_id)
        said.on = event.on
        letter_id = letter_id or said.letter_id
    if letter_id is None:
        return
    letter = letter_store.get_letter(desk.session, case, letter_id)
    if letter.dated and event.on < letter.dated:
        raise NotAllowed(f"Its letter was issued on {say(letter.dated)}, so it left then or later.", "on")
    letter.sent_on = event.on
    for said in case_store.correspondence(desk.session, case):
        if said.letter_id == letter.id:
            said.on = event.on


def _told(desk: Desk, case: Case, event: ClockEvent) -> dict[str, Any]:
    """The event for the audit, its questions by their labels of today."""
    labels = {each.id: each.label for each in question_store.questions_of(desk.session, case)}
    return {
        "type": event.type,
        "on": event.on.isoformat(),
        "statutory": event.statutory == "s1(3)",
        "labels": [labels[id_] for id_ in event.question_ids if id_ in labels],
        "values": dict(event.values),
        "letter": event.letter_id,
    }
