"""Whether a letter that somebody else wrote went in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from foi_tracker.law.bank_holidays import SCOTLAND, BankHolidays, OutsideCalendar
from foi_tracker.law.notices.facts import Finding
from foi_tracker.law.notices.strangers_facts import REFUSING, ReadLetter
from foi_tracker.law.periods import say
from foi_tracker.law.working_days import ONE_DAY, SATURDAY, nth_working_day_after, working_days_between

IN_TIME = 20
"""Working days for an answer: s.10(1); reg 5(2); FOISA s.10(1)."""
EXTENDED = 40
"""Working days in all at most: reg 7(1); and what the regulator expects of s.10(3)."""
REVIEW = 40
"""Working days for a review: reg 11(4); at most, by the s.45 Code."""
MOST_HOLIDAYS = 8
"""On weekdays, in any two months."""
_ANSWERS = frozenset({*REFUSING, "transfer"})
EXTENSIONS = frozenset({"pit_extension", "eir_extension"})


def due_day(letter: ReadLetter, holidays: BankHolidays) -> date | None:
    """The last day for an answer, or None where the day of receipt is not known or out of the calendar."""
    start = _start(letter)
    return _after(start, IN_TIME, letter, holidays) if start else None


def _start(letter: ReadLetter) -> date | None:
    """The day of receipt; that of the last clarification where the letter tells one that came later."""
    received, clarified, issued = letter.times.received, letter.times.clarified, letter.times.issued
    if received and clarified and issued and received < clarified <= issued:
        return clarified
    return received


def _after(day: date, days: int, letter: ReadLetter, holidays: BankHolidays) -> date | None:
    try:
        return nth_working_day_after(day, days, holidays, _nations(letter))
    except OutsideCalendar:
        return None


def _nations(letter: ReadLetter) -> frozenset[str] | None:
    """Those whose bank holidays are left out: Scotland's alone under its own law, else all."""
    return SCOTLAND if letter.is_scottish else None


def late(letter: ReadLetter, holidays: BankHolidays) -> Iterator[Finding]:
    """Whether it went after its last day: s.10(1), s.17(1); reg 5(2), 7(3) and 11(4)."""
    if letter.kind == "review":
        yield from _late_review(letter, holidays)
    due, issued = due_day(letter, holidays), letter.times.issued
    if due is None and letter.kind in REFUSING:
        yield from _before_the_calendar(letter)
    if due is None or issued is None:
        yield from _late_by_its_own_words(letter)
    if due is None or issued is None or issued <= due:
        return
    days = working_days_between(due, issued, holidays, _nations(letter))
    if letter.kind in EXTENSIONS:
        if not letter.is_scottish:  # whose Act knows no such notice, and whose regulations do
            yield _extension(letter, due)
    elif letter.kind in _ANSWERS:
        yield from _late_answer(letter, due, days, holidays)
    elif letter.kind == "review" and letter.times.owned_up:
        message = f"If this is the first full answer, it is {_many(days)} late: it was due on {say(due)}."
        yield Finding("should", "late", _provision(letter), message)


def _before_the_calendar(letter: ReadLetter) -> Iterator[Finding]:
    """A letter of years whose bank holidays are not known is late where no holidays could have saved it."""
    start, issued = _start(letter), letter.times.issued
    if start is None or issued is None or letter.times.extended:
        return
    weekdays = sum((start + ONE_DAY * n).weekday() < SATURDAY for n in range(1, (issued - start).days + 1))
    if weekdays > IN_TIME + MOST_HOLIDAYS:
        message = f"The letter went {weekdays} weekdays after the request came: later than 20 working days."
        yield Finding(_sure(letter), "late", _provision(letter), message)


def _late_by_its_own_words(letter: ReadLetter) -> Iterator[Finding]:
    """What a letter says of itself, where its dates do not tell."""
    if letter.times.owned_up and letter.kind in (*_ANSWERS, "review"):
        provision = _review_provision(letter) if letter.kind == "review" else _provision(letter)
        message = "The letter says itself that it is late. Its dates are not known, so check by how much."
        yield Finding("should", "late", provision, message)


def _extension(letter: ReadLetter, due: date) -> Finding:
    provision = "reg 7(3)" if letter.kind == "eir_extension" else "s.10(3); s.17(1) and (2)"
    message = f"This notice had to be given by {say(due)}, the last day for answering. It moves nothing."
    return Finding(_sure(letter), "extension_too_late", provision, message)


def _late_answer(letter: ReadLetter, due: date, days: int, holidays: BankHolidays) -> Iterator[Finding]:
    provision = _provision(letter)
    start = letter.times.received
    outer = _after(start, EXTENDED, letter, holidays) if start else None
    issued = letter.times.issued or due
    # reg 7(1), there and in Scotland; s.10(3): for the public interest alone
    may_extend = letter.is_eir or letter.is_scottish or letter.weighed
    if letter.times.extended and may_extend and outer and issued <= outer:
        message = (
            f"The letter went {_many(days)} after {say(due)}, and speaks of more time. Check that a notice "
            "of the extension was given by that day."
        )
        yield Finding("should", "late", provision, message)
        return
    if letter.times.owned_up:
        message = f"The letter is {_many(days)} late, and says so. It was due on {say(due)}."
        yield Finding(_sure(letter), "late", provision, message)
        return
    message = f"The letter is {_many(days)} late and says nothing of it. It was due on {say(due)}."
    yield Finding(_sure(letter), "late", provision, message)
    yield Finding("should", "late_unexplained", provision, "Say that the letter is late, and why.")


def _late_review(letter: ReadLetter, holidays: BankHolidays) -> Iterator[Finding]:
    """Reg 11(4) gives 40 working days, FOISA s.21(1) 20; under the Act the Code alone speaks, of 20."""
    asked, issued = letter.times.review_asked, letter.times.issued
    if asked is None or issued is None or asked > issued:
        return
    limit = REVIEW if letter.is_eir else IN_TIME
    due = _after(asked, limit, letter, holidays)
    if due is None or issued <= due:
        return
    days = working_days_between(due, issued, holidays, _nations(letter))
    message = f"The review was asked for on {say(asked)} and answered {_many(days)} after {say(due)}."
    by_law = letter.is_eir or letter.is_scottish
    yield Finding("must" if by_law else "should", "late", _review_provision(letter), message)


def _sure(letter: ReadLetter) -> str:
    """A day that only the letter tells may be another than the law's."""
    return "must" if not letter.times.printed_only or not letter.times.clarified else "should"


def _provision(letter: ReadLetter) -> str:
    if letter.is_scottish:
        return "FOISA s.10(1)"
    return "reg 5(2)" if letter.is_eir else "s.10(1)"


def _review_provision(letter: ReadLetter) -> str:
    if letter.is_scottish:
        return "FOISA s.21(1)"
    return "reg 11(4)" if letter.is_eir else "s.45 Code"


def _many(days: int) -> str:
    return "1 working day" if days == 1 else f"{days} working days"
