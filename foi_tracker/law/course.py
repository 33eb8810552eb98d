"""The course of one clock: what each event did to the count."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum, auto

from foi_tracker.law.bank_holidays import SCOTLAND, BankHolidays
from foi_tracker.law.clock_facts import EVENT_WORDS, BadFacts, ClockEvent
from foi_tracker.law.periods import last_day_to_pay, say
from foi_tracker.law.regimes import SCHOOLS, SCOTTISH, Regime
from foi_tracker.law.working_days import nth_counted_after, why_not_counted

LONGEST = 60
"""Working days: the outer limit for schools, the armed forces and overseas (SI 2004/3364 regs 3, 5 and 6)."""


WAITING_FOR_FEE = "Waiting for the fee: not counted"
NO_SESSION = "No school session"
"""Why a day is disregarded."""


ANSWERS = frozenset({"response_issued", "final_response"})
"""Events with which the request is answered: its clock is met."""


class Role(Enum):
    """What an event does to a response's clock."""

    ASK = auto()  # stops it: s.1(3); EIR reg 9
    REPLY = auto()  # starts it afresh: s.10(6)(b)
    CHARGE = auto()  # pauses it: s.9, s.10(2); EIR reg 8
    PAY = auto()  # lets it run on
    PUBLIC_INTEREST = auto()  # extends it: s.10(3), s.17(2)
    COMPLEX = auto()  # extends it: EIR reg 7
    APPLY = auto()  # asks the regulator for a later day: SI 2004/3364 regs 5 and 6
    NONE = auto()


class Effect(Enum):
    """What a clarification, asked or received, did in truth."""

    STOPS = auto()
    STOPPED_ALREADY = auto()  # another was awaited
    TOO_LATE = auto()  # the last day for answering had gone
    BEGINS_AFRESH = auto()
    NOT_AWAITED = auto()  # nothing had been asked that stopped the clock
    ANSWERED = auto()  # the answer had gone out, so no clock ran that could stop


_FOIA_ROLES = {
    "fees_notice": Role.CHARGE,
    "fee_received": Role.PAY,
    "clarification_received": Role.REPLY,
}
_EIR_ROLES = {
    "reg9_particulars_requested": Role.ASK,
    "reg9_particulars_received": Role.REPLY,
    "clarification_received": Role.REPLY,
    "eir_advance_payment_notice": Role.CHARGE,
    "eir_payment_received": Role.PAY,
    "eir_reg7_extension_notice": Role.COMPLEX,
}


def role_of(event: ClockEvent, regime: Regime) -> Role:
    """What the event does under this regime; NONE where that law knows no such thing."""
    if event.type == "clarification_requested":
        return Role.ASK if event.statutory == "s1(3)" else Role.NONE
    if regime is Regime.EIR:
        return _EIR_ROLES.get(event.type, Role.NONE)
    if event.type == "pit_extension_notice":
        # FOISA has no such extension.
        return Role.NONE if regime in SCOTTISH else Role.PUBLIC_INTEREST
    if event.type == "ico_application":
        return Role.APPLY if regime is Regime.ARMED_FORCES_OR_OVERSEAS else Role.NONE
    return _FOIA_ROLES.get(event.type, Role.NONE)


@dataclass(frozen=True)
class Pause:
    """Days that are disregarded, both ends included."""

    first: dt.date
    last: dt.date
    why: str


@dataclass(frozen=True)
class Counting:
    """Which days count: the calendar of the regime, less the days that are disregarded."""

    holidays: BankHolidays
    nations: frozenset[str] | None = None
    pauses: tuple[Pause, ...] = ()

    def why_not(self, day: dt.date) -> str | None:
        """Why the day does not count, or None where it does. Raises OutsideCalendar."""
        reason = why_not_counted(day, self.holidays, self.nations)
        if reason:
            return reason
        return next((pause.why for pause in self.pauses if pause.first <= day <= pause.last), None)

    def nth_after(self, day: dt.date, n: int) -> dt.date:
        """The nth day after `day` that counts. Raises OutsideCalendar."""
        return nth_counted_after(day, n, self.why_not)


@dataclass
class Course:
    """Where the events have brought one clock."""

    regime: Regime
    holidays: BankHolidays
    received: dt.date
    base_days: int
    closures: tuple[Pause, ...] = ()  # days without a school session
    start: dt.date = dt.date.min  # the day of receipt that counts: s.10(6)
    answered: bool = False  # the duty is done: s.1(1), s.10(1); EIR reg 5
    asked: ClockEvent | None = None  # clarification asked and not yet received
    charged: ClockEvent | None = None  # a fee asked and not yet paid
    lapsed: bool = False  # the fee came too late
    pauses: list[Pause] = field(default_factory=list)
    public_interest: list[ClockEvent] = field(default_factory=list)
    extended: ClockEvent | None = None
    applied: ClockEvent | None = None
    notes: list[str] = field(default_factory=list)
    effects: list[tuple[ClockEvent, Effect]] = field(default_factory=list)  # of each ASK and REPLY

    @property
    def plain(self) -> Counting:
        """The count with its fee pauses and without school closures."""
        nations = SCOTLAND if self.regime in SCOTTISH else None
        return Counting(self.holidays, nations, tuple(self.pauses))

    @property
    def counting(self) -> Counting:
        """The count that the live date is taken from."""
        plain = self.plain
        if self.regime not in SCHOOLS or self.limbs()[0] > self.limbs()[1]:
            return plain
        return Counting(plain.holidays, plain.nations, (*plain.pauses, *self.closures))

    def limbs(self) -> tuple[dt.date, dt.date]:
        """For a school: the 20th day with a session, and the 60th working day (SI 2004/3364 reg 3)."""
        plain = self.plain
        sessions = Counting(plain.holidays, plain.nations, (*plain.pauses, *self.closures))
        return sessions.nth_after(self.start, self.base_days), plain.nth_after(self.start, LONGEST)

    def due(self) -> dt.date:
        """The last day of the period, before any extension."""
        if self.regime in SCHOOLS:
            return min(self.limbs())
        return self.plain.nth_after(self.start, self.base_days)

    def is_late(self, event: ClockEvent) -> bool:
        """Whether the event came after the period ended, so that it moves nothing; that is noted."""
        if self.asked or self.charged or event.date <= self.due():
            return False
        self.notes.append(
            f"“{EVENT_WORDS[event.type]}” of {say(event.date)} came after the last day, so it moves nothing."
        )
        return True


def follow(
    regime: Regime,
    received: dt.date,
    base_days: int,
    events: tuple[ClockEvent, ...],
    holidays: BankHolidays,
) -> Course:
    """The course of a response's clock through its events, which stand in order of date.

    Raises BadFacts for an event that moves the clock and is dated before the request came.
    """
    closures = tuple(
        Pause(event.needed_day("from"), event.needed_day("to"), NO_SESSION)
        for event in events
        if event.type == "school_closed"
    )
    course = Course(regime, holidays, received, base_days, closures, start=received)
    for event in events:
        role = role_of(event, regime)
        if role is not Role.NONE and event.date < received:
            raise BadFacts(f"{event.type} of {event.date.isoformat()} is before the day the request came.")
        _APPLY[role](course, event)
        course.answered = course.answered or event.type in ANSWERS
    if regime in SCHOOLS and not closures:
        course.notes.append(
            "No school closures are known, so the date counts every working day as a school day."
        )
    return course


def _nothing(course: Course, event: ClockEvent) -> None:
    """An event that this law gives no effect on the clock."""


def _ask(course: Course, event: ClockEvent) -> None:
    if course.answered:
        course.effects.append((event, Effect.ANSWERED))
    elif course.asked:
        course.effects.append((event, Effect.STOPPED_ALREADY))
    elif course.is_late(event):
        course.effects.append((event, Effect.TOO_LATE))
    else:
        course.asked = event
        course.effects.append((event, Effect.STOPS))


def _reply(course: Course, event: ClockEvent) -> None:
    # s.10(6)(b): the day of receipt becomes the day the information came; the days used are forgotten.
    if course.asked is None:
        course.effects.append((event, Effect.NOT_AWAITED))
        return
    course.effects.append((event, Effect.BEGINS_AFRESH))
    course.start, course.asked = event.date, None
    course.pauses.clear()
    course.public_interest.clear()
    course.extended = course.applied = None


def _charge(course: Course, event: ClockEvent) -> None:
    # s.9(1): the notice must be given within the period for answering.
    if course.charged is None and not course.is_late(event):
        course.charged = event


def _pay(course: Course, event: ClockEvent) -> None:
    # s.10(2): from the day of the notice to the day of payment, both included, is disregarded.
    if course.charged is None:
        return
    if event.date > last_day_to_pay(course.charged.date, course.regime, course.plain.nth_after):
        course.lapsed = True
        course.notes.append(f"The payment of {say(event.date)} came after the last day for paying.")
        return
    course.pauses.append(Pause(course.charged.date, event.date, WAITING_FOR_FEE))
    course.charged = None


def _public_interest(course: Course, event: ClockEvent) -> None:
    # s.17(1) and (2): the first notice must be given in time; a later one only moves the estimate.
    if course.public_interest or not course.is_late(event):
        course.public_interest.append(event)


def _complex(course: Course, event: ClockEvent) -> None:
    # EIR reg 7(3): the notice must be given within the first 20 working days.
    if not course.is_late(event):
        course.extended = event


def _apply(course: Course, event: ClockEvent) -> None:
    # SI 2004/3364 regs 5 and 6: the application must be made within 20 working days.
    if not course.is_late(event):
        course.applied = event


_APPLY = {
    Role.ASK: _ask,
    Role.REPLY: _reply,
    Role.CHARGE: _charge,
    Role.PAY: _pay,
    Role.PUBLIC_INTEREST: _public_interest,
    Role.COMPLEX: _complex,
    Role.APPLY: _apply,
    Role.NONE: _nothing,
}
