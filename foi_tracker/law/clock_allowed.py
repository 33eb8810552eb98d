"""Whether the law lets an event stand, and if not, why not, in plain words.

What is refused here would move nothing, or would claim a time that the law does not give.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.clock import groups_of, reckon
from foi_tracker.law.clock_facts import EVENT_WORDS, ClockEvent, ClockFacts, check
from foi_tracker.law.clock_rules import course_of
from foi_tracker.law.course import Course
from foi_tracker.law.notices.asks import pounds
from foi_tracker.law.periods import last_day_to_pay, say
from foi_tracker.law.regimes import Regime, regime_of

NEVER_BEFORE_RECEIPT = "That is before the request reached us."
STILL_TO_COME = "That day is still to come. Record what has happened."


@dataclass(frozen=True)
class Refusal:
    """Why an event cannot stand, and which of its answers to mend."""

    field: str  # "on" | "questions" | "estimated_decision_date" | "complex_and_voluminous" | ...
    words: str


@dataclass(frozen=True)
class Circumstances:
    """What else the law asks about: the day it is, and which questions rest on a qualified ground."""

    today: dt.date
    qualified: frozenset[str] = frozenset()  # labels


@dataclass(frozen=True)
class _Asked:
    """One event before the law: the facts without it, and the clocks that it concerns as they stood."""

    event: ClockEvent
    facts: ClockFacts
    about: Circumstances
    clocks: tuple[tuple[tuple[str, ...], Course], ...]
    holidays: BankHolidays

    @property
    def on(self) -> dt.date:
        return self.event.date

    def happened(self, *types: str) -> bool:
        """Whether such an event of these questions came before it, or on its day."""
        labels = [label for labels, _ in self.clocks for label in labels]
        return any(
            each.type in types
            and each.date <= self.on
            and (not labels or any(each.concerns(label) for label in labels))
            for each in self.facts.events
        )


def refusal(
    facts: ClockFacts, event: ClockEvent, about: Circumstances, holidays: BankHolidays
) -> Refusal | None:
    """Why the event cannot be added to these facts, which do not hold it; None where it can.

    Raises UnknownWord or BadFacts for what no clock can read, OutsideCalendar.
    """
    if event.date > about.today:
        return Refusal("on", STILL_TO_COME)
    if event.date < facts.received:
        return Refusal("on", NEVER_BEFORE_RECEIPT)
    check(replace(facts, events=(event,)))
    asked = _Asked(event, facts, about, tuple(_clocks(facts, event, holidays)), holidays)
    for rule in _RULES.get(event.type, ()):
        if found := rule(asked):
            return found
    return None


def upset_by(
    before: ClockFacts, after: ClockFacts, about: Circumstances, holidays: BankHolidays
) -> Refusal | None:
    """Why a correction cannot stand: an event in both that it would leave without what it rests on."""
    event = left_without_effect(before, after, about, holidays)
    if event is None:
        return None
    return Refusal("on", f"“{EVENT_WORDS[event.type]}” of {say(event.date)} rests on it. Correct that first.")


def left_without_effect(
    before: ClockFacts, after: ClockFacts, about: Circumstances, holidays: BankHolidays
) -> ClockEvent | None:
    """The first event in both that the law let stand before and would not after; None where there is none."""
    for event in after.events:
        if event in before.events:
            now = refusal(_without(after, event), event, about, holidays)
            if now and not refusal(_without(before, event), event, about, holidays):
                return event
    return None


def _without(facts: ClockFacts, event: ClockEvent) -> ClockFacts:
    left = list(facts.events)
    left.remove(event)
    return replace(facts, events=tuple(left))


def _clocks(
    facts: ClockFacts, event: ClockEvent, holidays: BankHolidays
) -> Iterator[tuple[tuple[str, ...], Course]]:
    """The clocks that the event concerns, each as it stood when it happened."""
    until = replace(facts, events=tuple(each for each in facts.in_order if each.date <= event.date))
    for labels in groups_of(until):
        concerned = tuple(label for label in labels or facts.questions if event.concerns(label))
        if concerned or not facts.questions:
            one = until.only(labels)
            yield concerned, course_of(one, regime_of(one.regime), holidays)


Rule = Callable[[_Asked], Refusal | None]


def _law(*, eir: bool) -> Rule:
    """The event is one of the Regulations, or of the Act."""

    def rule(asked: _Asked) -> Refusal | None:
        laws = {course.regime is Regime.EIR for _, course in asked.clocks}
        if laws == {eir}:
            return None
        words = "The Environmental Information Regulations do not know this."
        if len(laws) > 1:
            words = "These questions are under two laws. Record it for each law by itself."
        elif eir:
            words = "Only the Environmental Information Regulations know this."
        return Refusal("questions", words)

    return rule


def _not_answered(asked: _Asked) -> Refusal | None:
    if asked.happened("response_issued"):
        return Refusal("on", "By then we had answered, so there was nothing left to extend or to stop.")
    return None


def _in_time(provision: str) -> Rule:
    """It must be done while the period for answering runs."""

    def rule(asked: _Asked) -> Refusal | None:
        for _, course in asked.clocks:
            if course.asked:
                return Refusal("on", "No date was running: we were waiting for them to say what they mean.")
            if course.charged:
                return Refusal("on", "No date was running: we were waiting for the fee.")
            if asked.on > course.due():
                return Refusal(
                    "on",
                    f"It had to be done by {say(course.due())} ({provision}). Done on {say(asked.on)}, it "
                    "moves nothing: the answer was late already. Keep it with the correspondence instead.",
                )
        return None

    return rule


def _paid_in_time(asked: _Asked) -> Refusal | None:
    for _, course in asked.clocks:
        if course.charged is None:
            return Refusal("on", "No fee had been asked for by that day. Record the notice first.")
        last = last_day_to_pay(course.charged.date, course.regime, course.plain.nth_after)
        if asked.on > last:
            provision = "regulation 8" if course.regime is Regime.EIR else "section 9(2)"
            return Refusal(
                "on",
                f"The last day to pay was {say(last)} ({provision}), so the request has lapsed. "
                "To answer it all the same, log it as a new request.",
            )
    return None


def _amount(asked: _Asked) -> Refusal | None:
    typed = asked.event.values.get("amount", "").strip()
    if not typed:
        return Refusal("amount", "Enter the fee that the notice asked for")
    if pounds(typed) is None:
        return Refusal("amount", "Enter the fee in pounds, for example £12.50")
    return None


def _qualified(asked: _Asked) -> Refusal | None:
    """s.10(3): only where a qualified exemption's public interest is still to be weighed."""
    labels = [label for labels, _ in asked.clocks for label in labels]
    bare = [label for label in labels if label not in asked.about.qualified]
    if not bare and labels:
        return None
    if len(bare) == len(labels):
        return Refusal(
            "questions",
            "None of them rests on a qualified exemption, so there is no public interest to weigh "
            "(section 10(3)). Choose the exemption on the question first.",
        )
    named = " and ".join(bare) if len(bare) < 3 else f"{', '.join(bare[:-1])} and {bare[-1]}"
    return Refusal(
        "questions",
        f"Leave out question {named}: it rests on no qualified exemption, so it gets no more time."
        if len(bare) == 1
        else f"Leave out questions {named}: they rest on no qualified exemption, so they get no more time.",
    )


def _estimated(asked: _Asked) -> Refusal | None:
    """s.17(2): an estimate of the date, never an open one."""
    estimate = asked.event.day("estimated_decision_date")
    if estimate is None or estimate <= asked.on:
        return Refusal("estimated_decision_date", "Enter a date after the notice (section 17(2))")
    asked.holidays.require(estimate)
    return None


def _first_in_time(asked: _Asked) -> Refusal | None:
    """The first notice must be in time; a later one only moves the estimate (s.17(1) and (2))."""
    late = _in_time("section 17(1)")
    first = tuple(each for each in asked.clocks if not each[1].public_interest)
    return late(replace(asked, clocks=first)) if first else None


def _complex(asked: _Asked) -> Refusal | None:
    if asked.event.values.get("complex_and_voluminous") != "yes":
        return Refusal(
            "complex_and_voluminous",
            "It must be both complex and large. One of them alone gives no more time (regulation 7(1)).",
        )
    return None


def _special(asked: _Asked) -> Refusal | None:
    if any(course.regime is not Regime.ARMED_FORCES_OR_OVERSEAS for _, course in asked.clocks):
        return Refusal(
            "on",
            "Only a request about the armed forces or about information abroad can be given a later day "
            "(SI 2004/3364). Say so among the request’s details first.",
        )
    return None


def _to_whom(asked: _Asked) -> Refusal | None:
    if not asked.event.values.get("authority", "").strip():
        return Refusal("authority", "Enter the authority that you passed it to")
    reached = asked.event.day("received_by_B")
    if reached and not asked.facts.received <= reached <= asked.about.today:
        return Refusal("received_by_B", "It reached them after it reached us, and not later than today.")
    return None


def _answered_or_late(asked: _Asked) -> Refusal | None:
    """A review, a complaint or a decision is about an answer, or about none having come in time."""
    if asked.happened("response_issued", "final_response"):
        return None
    due = [track.deadlines[0].date for track in reckon(asked.facts, asked.holidays).tracks]
    if any(day and asked.on > day for day in due):
        return None
    return Refusal("on", "By then we had not answered, and the time for answering had not run out.")


def _after_asking(asked: _Asked) -> Refusal | None:
    if asked.happened("review_requested", "representations_received"):
        return None
    return Refusal("on", "Nobody had asked for a review by that day. Record that first.")


def _was_asked(asked: _Asked) -> Refusal | None:
    if any(course.asked for _, course in asked.clocks):
        return None
    if asked.happened("clarification_requested", "reg9_particulars_requested"):
        return None
    return Refusal("on", "Nothing had been asked of them by that day.")


_RULES: dict[str, tuple[Rule, ...]] = {
    "clarification_received": (_was_asked,),
    "reg9_particulars_received": (_was_asked,),
    "fees_notice": (_law(eir=False), _not_answered, _in_time("section 9(1)"), _amount),
    "fee_received": (_law(eir=False), _paid_in_time),
    "pit_extension_notice": (_law(eir=False), _not_answered, _qualified, _first_in_time, _estimated),
    "eir_reg7_extension_notice": (
        _law(eir=True), _not_answered, _complex, _in_time("regulation 7(3)"),
    ),
    "eir_advance_payment_notice": (_law(eir=True), _not_answered, _in_time("regulation 8"), _amount),
    "eir_payment_received": (_law(eir=True), _paid_in_time),
    "ico_application": (_special, _not_answered, _in_time("SI 2004/3364, regulations 5 and 6")),
    "transferred_to": (_to_whom,),
    "review_requested": (_answered_or_late,),
    "representations_received": (_law(eir=True), _answered_or_late),
    "final_response": (_after_asking,),
    "decision_notice_sent": (_answered_or_late,),
}  # fmt: skip
"""What the law asks of each kind of event, in the order in which an officer can mend it."""
