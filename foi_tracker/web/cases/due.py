"""The due date of a request as every page shows it, in one of six states.

All of it comes from what is kept on the case and its deadlines: nothing is counted afresh from its events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from foi_tracker.law.bank_holidays import SCOTLAND, BankHolidays
from foi_tracker.law.clock import THEIR_DATES
from foi_tracker.law.lifecycle import Stage
from foi_tracker.law.outcomes import NOT_VALID
from foi_tracker.law.working_days import is_working_day, working_days_between, working_days_left
from foi_tracker.models import Case, Deadline
from foi_tracker.web.date_words import plural, say_date, say_days_left, say_short_date

LAPSED = "Lapsed"
SOON = 3
"""Working days left from which a date is soon."""

ALLOWED = {
    "foia_response": 20,  # s.10(1)
    "eir_response": 20,  # reg 5(2)
    "eir_extended_response": 40,  # reg 7(1)
    "foisa_response": 20,
    "archive_response": 30,  # SI 2004/3364 reg 4
    "outer_limit_60_wd": 60,  # SI 2004/3364 regs 5 and 6
}
"""Working days that the law allows for each kind of date; one that is not here has no count to show."""

NOTES = {"": "It was opened again", "pit_decision": "Our own estimate, to weigh the public interest"}
"""What to say of a date that is no count of days; "" is one that we promised."""


@dataclass(frozen=True)
class Due:
    """What the due card and the due strip draw."""

    state: str  # plenty | soon | today | late | not_running | sent
    heading_label: str
    date_words: str
    count_words: str
    note: str = ""
    ticks_used: int = 0
    ticks_total: int = 0
    why_url: str = ""
    went_late: bool = False  # answered, and after its date


def state_of(due_on: date, today: date, days_left: int) -> str:
    """plenty, soon, today or late. A date of Friday is late on Saturday, though no working day has gone."""
    if today >= due_on:
        return "late" if today > due_on else "today"
    return "plenty" if days_left > SOON else "soon"


def say_count(due_on: date, today: date, days_left: int) -> str:
    """How the date stands, in working days; "Late" alone until the first of them has gone."""
    return "Late" if today > due_on and not days_left else say_days_left(days_left)


def live_deadlines(deadlines: Sequence[Deadline]) -> list[Deadline]:
    """The live date of each of the case's clocks, the earliest unmet first."""
    found: dict[tuple[int, ...], Deadline] = {}
    for deadline in deadlines:
        found.setdefault(tuple(deadline.question_ids), deadline)
    return list(found.values())


def due_of(
    case: Case,
    deadlines: Sequence[Deadline],
    asked_on: date | None,
    today: date,
    holidays: BankHolidays,
    new_days: str = "",
) -> Due:
    """The case's due date. `asked_on` is when clarification was last asked, for a clock that stands still.

    `new_days` are those that begin with the reply: "20 new working days".

    Raises:
        OutsideCalendar: no bank holidays are known for its dates.
    """
    live = live_deadlines(deadlines)
    if case.stage == Stage.WITHDRAWN:
        return Due("not_running", "Not running", "Withdrawn", "No date is running")
    if case.triage != "valid":
        return _not_valid(case)
    if case.closed_on:
        return _sent(case.closed_on, live, holidays)
    if case.due_on is None:
        return _standing(asked_on, live, today, new_days)
    kind = next((each.kind for each in live if each.due_on == case.due_on and not each.met_by), "")
    return _running(case, case.due_on, kind, today, holidays)


def _not_valid(case: Case) -> Due:
    reason = NOT_VALID[case.triage].label if case.triage in NOT_VALID else "Not a valid request"
    if case.closed_on:
        return Due("sent", "No date was running", f"Sent on {say_short_date(case.closed_on)}", reason)
    return Due(
        "not_running", "Not running", "Not a valid request", reason, "Tell them promptly, and how to mend it"
    )


def _standing(asked_on: date | None, live: Sequence[Deadline], today: date, new_days: str) -> Due:
    unmet = [each for each in live if not each.met_by]
    if not unmet:
        return Due("not_running", "Not running", "No date is running", "")
    if unmet[0].kind in THEIR_DATES and unmet[0].due_on:
        last = say_short_date(unmet[0].due_on)
        if today > unmet[0].due_on:
            return Due("not_running", LAPSED, "The fee did not come", f"They had until {last}")
        then = "The days go on once it comes"
        return Due("not_running", "Not running", "Waiting for the fee", f"They have until {last}", then)
    asked = f"Asked on {say_short_date(asked_on)}" if asked_on else ""
    note = f"{new_days} begin when they answer" if asked_on and new_days else ""
    return Due("not_running", "Not running", "Waiting for the requester", asked, note)


def _running(case: Case, due_on: date, kind: str, today: date, holidays: BankHolidays) -> Due:
    allowed = ALLOWED.get(kind, 0)
    left = working_days_left(due_on, today, holidays, SCOTLAND if kind == "foisa_response" else None)
    state = state_of(due_on, today, left)
    used = min(max(allowed - left, 0), allowed)
    due = Due(
        state,
        "Was due" if state == "late" else "Due",
        say_date(due_on),
        say_count(due_on, today, left),
        _note(case, state, used, allowed, today, holidays) or NOTES.get(kind, ""),
    )
    return replace(due, ticks_used=_twentieths(used, allowed), ticks_total=20 if allowed else 0)


def _note(case: Case, state: str, used: int, allowed: int, today: date, holidays: BankHolidays) -> str:
    if state == "late":
        return "The letter must say so, and why"
    if state == "today":
        return "An answer sent by midnight is in time"
    if case.received_on == today:
        return "It came today"
    if not allowed:
        return ""
    if not used:
        return f"The {allowed} working days have not begun"
    if is_working_day(today, holidays):
        return f"Today is working day {used} of {allowed}"
    return f"{used} of {allowed} working days are used"


def _sent(sent_on: date, live: Sequence[Deadline], holidays: BankHolidays) -> Due:
    """How the answer stood to its date: the latest, where questions had dates of their own."""
    last = max((each for each in live if each.due_on), key=lambda each: each.due_on or sent_on, default=None)
    words = f"Sent on {say_short_date(sent_on)}"
    if last is None or last.due_on is None:
        return Due("sent", "Answered", words, "")
    early = working_days_between(sent_on, last.due_on, holidays)
    count = "Late" if sent_on > last.due_on else "On its last day"
    if early:
        count = f"{plural(abs(early), 'working day')} {'early' if early > 0 else 'late'}"
    allowed = ALLOWED.get(last.kind, 0)
    used = max(allowed - early, 0)
    return Due(
        "sent",
        f"Was due {say_date(last.due_on)}",
        words,
        count,
        f"Answered on working day {used} of {allowed}" if allowed else "",
        _twentieths(min(used, allowed), allowed),
        20 if allowed else 0,
        went_late=sent_on > last.due_on,
    )


def _twentieths(used: int, allowed: int) -> int:
    return used * 20 // allowed if allowed else 0
