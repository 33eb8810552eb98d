"""The due dates of a request, and the day-by-day count behind each.

The command, the case page, the letter and the queue all call `reckon`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from foi_tracker.law import clock_days, clock_rules
from foi_tracker.law.bank_holidays import BankHoliday, BankHolidays
from foi_tracker.law.clock_days import Step
from foi_tracker.law.clock_facts import BadFacts, ClockEvent, ClockFacts, check, from_json
from foi_tracker.law.clock_rules import NO_RUNNING_DEADLINE, THEIR_DATES, Deadline, Outlook
from foi_tracker.law.course import ANSWERS, Effect
from foi_tracker.law.regimes import Regime, regime_of
from foi_tracker.law.working_days import SATURDAY

__all__ = [
    "NO_RUNNING_DEADLINE",
    "THEIR_DATES",
    "BadFacts",
    "ClockEvent",
    "ClockFacts",
    "Deadline",
    "Reckoning",
    "Step",
    "Track",
    "deadlines",
    "from_json",
    "groups_of",
    "reckon",
    "target_day",
    "to_json",
]

MEETS = {
    "pit_extension_notice": ("s17_1_notice",),
    "eir_reg7_extension_notice": ("reg7_notice_last_day",),
    "ico_application": ("application_last_day",),
    "review_requested": ("review_request_last_day",),
    "representations_received": ("review_request_last_day",),
}
"""The deadlines that an event meets, besides an answer, which meets every one that asks for an answer."""

ANSWERED = {
    "foia_response", "eir_response", "foisa_response", "archive_response", "school_response", "other_limb",
    "pit_decision", "ico_pit_limit_wd40", "s17_1_notice", "eir_extended_response", "outer_limit_60_wd",
    "foia_internal_review", "foia_internal_review_max", "eir_reconsideration", "foisa_review",
    "sar_one_month",
}  # fmt: skip
"""The kinds of deadline that an answer meets."""


@dataclass(frozen=True)
class Track:
    """One clock: the questions that share it (empty: all of them), its deadlines and its days."""

    regime: Regime
    questions: tuple[str, ...]
    deadlines: tuple[Deadline, ...]  # the live one first
    steps: tuple[Step, ...]
    start: dt.date  # the day of receipt that counts; day 1 is the first working day after it
    left_out: tuple[BankHoliday, ...] = ()  # the bank holidays on weekdays that the count passed over
    notes: tuple[str, ...] = ()  # what an officer should know: an extension that came too late, missing data
    effects: tuple[tuple[ClockEvent, Effect], ...] = ()  # of each clarification, in order of date


@dataclass(frozen=True)
class Reckoning:
    """All the clocks of a request, the earliest unmet first."""

    facts: ClockFacts
    tracks: tuple[Track, ...]

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Every deadline; the first is the live one, what the queue sorts by."""
        return tuple(deadline for track in self.tracks for deadline in track.deadlines)

    @property
    def live(self) -> Deadline:
        """The live deadline. Its date is None while none is running."""
        return self.tracks[0].deadlines[0]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The days of the live clock."""
        return self.tracks[0].steps

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes of every clock, each once."""
        return tuple(dict.fromkeys(note for track in self.tracks for note in track.notes))


def reckon(facts: ClockFacts, holidays: BankHolidays) -> Reckoning:
    """Every deadline of a request with the count behind it.

    Questions that the same events concern share a clock. Raises UnknownWord or BadFacts where the facts
    cannot be used, OutsideCalendar where a count would leave the years of the bank holidays.
    """
    check(facts)
    for day in (facts.received, *(event.date for event in facts.events)):
        holidays.require(day)
    tracks = [_track(facts, labels, holidays) for labels in groups_of(facts)]
    return Reckoning(facts, tuple(sorted(tracks, key=_order)))


def deadlines(facts: ClockFacts, holidays: BankHolidays) -> tuple[Deadline, ...]:
    """The deadlines alone, the live one first. Raises as `reckon` does."""
    return reckon(facts, holidays).deadlines


def target_day(facts: ClockFacts, n: int, holidays: BankHolidays) -> dt.date | None:
    """The authority's own target: the nth counted day of the live clock, or None while none is running.

    It is never after the live deadline. Raises as `reckon` does.
    """
    live = reckon(facts, holidays)
    due = live.live.date
    if due is None or live.live.kind in THEIR_DATES:
        return None
    counted = [step.date for step in live.steps if step.number == n]
    return min(counted[0], due) if counted else due


def to_json(reckoning: Reckoning) -> dict[str, Any]:
    """The answer of `foi-tracker due`: deadlines (kind, date) and steps (date, counts, why)."""
    return {
        "deadlines": [
            {"kind": deadline.kind, "date": deadline.date.isoformat() if deadline.date else None}
            for deadline in reckoning.deadlines
        ],
        "steps": [
            {"date": step.date.isoformat(), "counts": step.counts, "why": step.in_words}
            for step in reckoning.steps
        ],
    }


def groups_of(facts: ClockFacts) -> list[tuple[str, ...]]:
    """The questions that share a clock: one law and the same events; one group of () where all do."""
    grouped: dict[tuple[str, *tuple[int, ...]], list[str]] = {}
    for label in facts.questions:
        concerned = (n for n, event in enumerate(facts.events) if event.concerns(label))
        grouped.setdefault((facts.regime_of(label), *concerned), []).append(label)
    whole = len(grouped) < 2 and set(facts.questions[:1]).isdisjoint(facts.regimes)
    return [()] if whole else [tuple(labels) for labels in grouped.values()]


def _track(facts: ClockFacts, labels: tuple[str, ...], holidays: BankHolidays) -> Track:
    one = facts.only(labels)
    outlook = clock_rules.outlook(one, regime_of(one.regime), holidays)
    return Track(
        regime=regime_of(one.regime),
        questions=labels,
        deadlines=tuple(_met(deadline, labels, one.events) for deadline in outlook.deadlines),
        steps=clock_days.steps(one, outlook),
        start=outlook.start,
        left_out=_left_out(outlook),
        notes=outlook.notes,
        effects=outlook.effects,
    )


def _left_out(outlook: Outlook) -> tuple[BankHoliday, ...]:
    counting = outlook.counting
    if counting is None:
        return ()
    return tuple(
        holiday
        for holiday in counting.holidays
        if outlook.start < holiday.date <= outlook.until
        and holiday.date.weekday() < SATURDAY
        and (counting.nations is None or holiday.nations & counting.nations)
    )


def _met(deadline: Deadline, labels: tuple[str, ...], events: tuple[ClockEvent, ...]) -> Deadline:
    for event in events:
        answered = event.type in ANSWERS and deadline.kind in ANSWERED
        if answered or deadline.kind in MEETS.get(event.type, ()):
            return replace(deadline, questions=labels, met_by=event.type, met_on=event.date)
    return replace(deadline, questions=labels)


def _order(track: Track) -> tuple[bool, bool, dt.date]:
    """What runs first, by its date; then what waits for the requester; then what is met."""
    live = track.deadlines[0]
    waits = live.date is None or live.kind in THEIR_DATES
    return bool(live.met_by), waits, live.date or dt.date.max
