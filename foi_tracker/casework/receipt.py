"""The day on which a request reached us: which days it can have been, and what was said of another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from foi_tracker.casework.clock import facts_of
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.law.aggregation import WINDOW, fall_in_one_window
from foi_tracker.law.bank_holidays import OutsideCalendar
from foi_tracker.law.clock import reckon
from foi_tracker.law.clock_facts import EVENT_WORDS
from foi_tracker.law.cost_limit import COST_SECTIONS
from foi_tracker.law.periods import say
from foi_tracker.letters import dates
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.models import Case, ClockEvent, Letter
from foi_tracker.store import cases as case_store
from foi_tracker.store import cost as cost_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import others as other_store
from foi_tracker.store import questions as question_store

RECEIVED_ON = "received_on"


def refuse_impossible_day(desk: Desk, case: Case, day: date) -> None:
    """Nothing, where the request can have reached us on that day beside all that is recorded of it.

    An extension that was given too late for that day is no reason to refuse it: the clock passes over it.

    Raises:
        NotAllowed: the day is in the future, after something recorded, outside the known bank holidays,
            or not one that a refusal of this request can rest on; `field` is RECEIVED_ON.
    """
    if day > desk.today:
        raise NotAllowed("The day it reached us cannot be in the future.", RECEIVED_ON)
    events = case_store.clock_events(desk.session, case)
    if case_store.completion(events) and day < (words := case_store.words_came_on(case, events)):
        raise NotAllowed(f"Their words came on {say(words)}, and what was missing not before.", RECEIVED_ON)
    if before := [each for each in _recorded(desk, case, events) if each[0] < day]:
        first, what = min(before)
        raise NotAllowed(f"{what} on {say(first)}, so it had reached us by then.", RECEIVED_ON)
    questions = question_store.questions_of(desk.session, case)
    try:
        desk.holidays.require(day)
        refuse_unfounding(desk, case, day)
        if case.triage == "valid":
            reckon(replace(facts_of(desk, case, questions), received=day), desk.holidays)
    except OutsideCalendar as problem:
        raise NotAllowed(str(problem), RECEIVED_ON) from None


def _recorded(desk: Desk, case: Case, events: Sequence[ClockEvent]) -> Iterator[tuple[date, str]]:
    """What happened to the request once it was here, each with its day.

    Of one that had something missing, what was said and told before it came does not count.
    """
    completed = case_store.completion(events)
    for letter in letter_store.letters_of(desk.session, case):
        if letter.dated and not (completed and letter.kind == Kind.NOT_VALID):
            yield letter.dated, f"The letter “{KIND_LABELS[Kind(letter.kind)]}” was issued"
    for event in events:
        if event is completed or event.type == case_store.NOT_TO_LEAVE:  # its letter is named above
            continue
        words = EVENT_WORDS.get(event.type, "We opened it again")
        yield event.on, f"“{words}” is recorded"
        if reached := event.values.get("received_by_B"):
            yield date.fromisoformat(str(reached)), "It reached the other authority"
    for said in case_store.correspondence(desk.session, case) if completed is None else ():
        yield said.on, "Something was said about it"
    for consultation in other_store.consultations_of(desk.session, case):
        yield consultation.asked_on, f"{consultation.who} was asked about it"
    for referral in other_store.referrals_of(desk.session, case):
        yield referral.sent_on, f"It was referred to {referral.body}"


def move_completion(desk: Desk, case: Case) -> None:
    """What was missing came on the day of receipt, in a correction of that day under way."""
    if completed := case_store.completion(case_store.clock_events(desk.session, case)):
        completed.on = case.received_on
        if completed.correspondence_id is not None:
            said = case_store.get_correspondence(desk.session, case, completed.correspondence_id)
            said.on = case.received_on


def refuse_unfounding(desk: Desk, case: Case, day: date, field: str = RECEIVED_ON) -> None:
    """Nothing, where no refusal that rests on the day loses what it rests on: s.14(2); s.12(4).

    Raises:
        NotAllowed: this request's own would, or that of another to whose cost this one's is added; with
            this `field`.
        OutsideCalendar: no bank holidays are known for these dates.
    """
    whole = cost_store.whole_of(desk.session, case)
    if whole and whole.earlier_answered_on and whole.earlier_answered_on > day:
        raise NotAllowed(
            f"The request that it repeats was answered on {say(whole.earlier_answered_on)}, after that day "
            "(section 14(2)). Correct that first.",
            field,
        )
    apart = f"with this day they did not all come within {WINDOW} consecutive working days (regulation 5)"
    estimate = cost_store.estimate_of(desk.session, case)
    others = cost_store.beside(desk.session, case, estimate.with_case_ids) if estimate else ()
    if others and not fall_in_one_window([day, *(each.received_on for each in others)], desk.holidays):
        raise NotAllowed(
            f"Its cost is added to that of other requests, and {apart}. Correct the cost estimate first.",
            field,
        )
    for other, theirs in cost_store.added_to(desk.session, case):
        beside = cost_store.beside(desk.session, other, theirs.with_case_ids)
        days = [other.received_on, *(day if each.id == case.id else each.received_on for each in beside)]
        if _rests_on_its_estimate(desk, other) and not fall_in_one_window(days, desk.holidays):
            raise NotAllowed(
                f"Its cost is added to that of request {other.reference}, and {apart}. "
                f"Correct the cost estimate of {other.reference} first.",
                field,
            )


def _rests_on_its_estimate(desk: Desk, case: Case) -> bool:
    """Whether it may still be refused for its cost, or was: one that was closed without that does not."""
    questions = question_store.questions_of(desk.session, case)
    return case.closed_on is None or any(question.outcome in COST_SECTIONS for question in questions)


def letters_giving(desk: Desk, case: Case, days: Collection[date]) -> list[Letter]:
    """The letters issued, oldest first, whose words give one of these days."""
    given = re.compile(r"\b(?:" + "|".join(dates.day(day).replace(" ", r"\s+") for day in days) + r")\b")
    issued = [each for each in letter_store.letters_of(desk.session, case) if each.dated]
    return [letter for letter in issued if given.search(letter.plain_text)]
