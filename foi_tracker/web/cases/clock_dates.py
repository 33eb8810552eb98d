"""The dates at the side of the clock tab: each with what it is, whom it binds and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from foi_tracker.law.bank_holidays import SCOTLAND, BankHolidays
from foi_tracker.law.clock import THEIR_DATES, Deadline, Track
from foi_tracker.law.clock_words import days_of, kind_in_words, provision_of
from foi_tracker.law.regimes import SCOTTISH
from foi_tracker.law.working_days import working_days_between, working_days_left
from foi_tracker.web.cases.due import say_count, state_of
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.date_words import plural, say_short_date


@dataclass(frozen=True)
class Further:
    """A second or later date of the same clock."""

    kind: str
    date_words: str
    met: str = ""


@dataclass(frozen=True)
class Dated:
    """One date at the side of the page."""

    kind: str
    date_words: str
    questions: str
    count_words: str
    state: str
    further: Sequence[Further] = ()
    provision: str = ""


def dated(
    track: Track, labels: Sequence[str], today: date, holidays: BankHolidays, *, law: str = ""
) -> Dated:
    """The live date of one of the request's clocks, with its other dates under it.

    `law` names the law of this clock, where the request is under two.

    Raises:
        OutsideCalendar: no bank holidays are known for its dates.
    """
    live = track.deadlines[0]
    who = ", ".join(filter(None, [say_questions(track.questions, labels), law]))
    words, count, state = _stands(track, live, today, holidays)
    further = [_further(each) for each in track.deadlines[1:] if each.date]
    return Dated(kind_in_words(live.kind), words, who, count, state, further)


def _stands(track: Track, live: Deadline, today: date, holidays: BankHolidays) -> tuple[str, str, str]:
    """The date in words, how it stands, and its colour."""
    nations = SCOTLAND if track.regime in SCOTTISH else None
    if live.date is None:
        lapsed = any(each.kind in THEIR_DATES for each in track.deadlines)
        if lapsed:
            return "Not running", "The fee came too late.", "not_running"
        begin = f"{days_of(track.regime, 'new ')} begin when they tell us what they mean."
        return "Not running", begin, "not_running"
    words = say_short_date(live.date)
    if live.kind in THEIR_DATES:
        if today > live.date:
            return words, "The fee did not come. We need not answer.", "not_running"
        return words, "Nothing of ours is due until it comes.", "not_running"
    if live.met_on:
        early = working_days_between(live.met_on, live.date, holidays, nations)
        kept = "on its last day"
        if early:
            kept = f"{plural(abs(early), 'working day')} {'early' if early > 0 else 'late'}"
        return words, f"Answered on {say_short_date(live.met_on)}, {kept}.", "sent"
    left = working_days_left(live.date, today, holidays, nations)
    again = ""
    if _restarted(track):
        again = f" The {days_of(track.regime)} began again when they told us what they meant."
    return words, f"{say_count(live.date, today, left)}.{again}", state_of(live.date, today, left)


def _further(deadline: Deadline) -> Further:
    assert deadline.date is not None
    met = f"done on {say_short_date(deadline.met_on)}" if deadline.met_on else ""
    return Further(kind_in_words(deadline.kind), say_short_date(deadline.date), met)


def _restarted(track: Track) -> bool:
    return bool(track.steps) and track.steps[0].date < track.start


def other_dates(windows: Sequence[Track], labels: Sequence[str], today: date) -> list[Dated]:
    """The dates beside the request's own clock and after its answer, in the order in which they begin."""
    return [_other(track, labels, today) for track in windows]


def _other(track: Track, labels: Sequence[str], today: date) -> Dated:
    live = track.deadlines[0]
    assert live.date is not None
    if live.met_on:
        how, state = f"Done on {say_short_date(live.met_on)}.", "sent"
    elif today > live.date:
        how, state = "It has passed.", "not_running"
    else:
        how, state = "", "plenty"
    return Dated(
        kind_in_words(live.kind),
        say_short_date(live.date),
        say_questions(track.questions, labels),
        how,
        state,
        [_further(each) for each in track.deadlines[1:] if each.date],
        provision_of(live.kind, track.regime),
    )
