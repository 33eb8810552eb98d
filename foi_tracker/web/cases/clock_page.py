"""The clock tab: a calendar and reasons for each clock, what the page warns of, and every date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from markupsafe import Markup

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.laws import LAWS
from foi_tracker.law import clock_words
from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.clock import THEIR_DATES, Reckoning, Track
from foi_tracker.law.regimes import REVIEWS, Regime
from foi_tracker.models import Case, Closure, Question
from foi_tracker.web.cases.calendar import Day, Marks, due_word, weeks_of
from foi_tracker.web.cases.clock_dates import Dated, dated, other_dates
from foi_tracker.web.cases.clock_notices import notices_of, shut_days
from foi_tracker.web.cases.count_words import provision_of, reasons_for, window_reasons
from foi_tracker.web.cases.happenings import Happening
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.date_words import say_short_date

COUNTED_OUT = REVIEWS | {Regime.SAR}
"""Periods of our own beside the request's clock: their days are shown one by one."""

SHORT_LIMITS = {
    "s17_1_notice": "Last day to say so",
    "reg7_notice_last_day": "Last day to say so",
    "application_last_day": "Last day to apply",
    "ico_pit_limit_wd40": "Regulator’s limit",
}
"""Later and earlier dates of a clock that its calendar marks, with room in a day's cell."""


@dataclass(frozen=True)
class Clock:
    """One clock: its days, and how its date was reached."""

    heading: str
    weeks: list[list[Day]]
    reached: str  # the heading of the reasons
    sentences: Sequence[Markup]
    provision: str


@dataclass(frozen=True)
class ClockPage:
    """Everything that the tab shows of clocks that run, stand still or have been met."""

    clocks: list[Clock]
    dates: list[Dated]
    later: list[Dated] = field(default_factory=list)  # a review, an appeal, their own data
    notices: Sequence[Markup] = ()
    target: str = ""


def clock_page(
    desk: Desk,
    case: Case,
    reckoning: Reckoning,
    windows: Sequence[Track],
    closures: Sequence[Closure],
    questions: Sequence[Question],
    happened: Sequence[Happening],
) -> ClockPage:
    """The clock tab of a valid request.

    Raises:
        OutsideCalendar: no bank holidays are known for its dates.
    """
    labels = [question.label for question in questions]
    tracks = _shown(reckoning)
    reckoning = replace(reckoning, tracks=tracks)
    marks = Marks(
        today=desk.today,
        answered_on=case.closed_on,
        events=_by_day(happened),
        other_dues=_other_dues(tracks, labels),
        shut=shut_days(closures),
    )
    clocks = [_clock(reckoning, tracks[0], marks, "Every day, counted or not", labels, desk.holidays)]
    for track in tracks[1:]:
        heading = f"Every day of {_lowered(say_questions(track.questions, labels))}"
        clocks.append(_clock(reckoning, track, replace(marks, other_dues={}), heading, labels, desk.holidays))
    clocks += [_window(each, marks, desk.holidays) for each in windows if each.regime in COUNTED_OUT]
    return ClockPage(
        clocks=clocks,
        dates=[
            dated(track, labels, desk.today, desk.holidays, law=law)
            for track, law in zip(tracks, _laws_of(tracks), strict=True)
        ],
        later=other_dates(windows, labels, desk.today),
        notices=notices_of(_named(tracks, windows, labels), closures, desk.today, desk.holidays),
        target=_target(case, desk.today),
    )


def _named(
    tracks: Sequence[Track], windows: Sequence[Track], labels: Sequence[str]
) -> list[tuple[str, Track]]:
    """Our own clocks, each with what it is called where there are several."""
    named = [(say_questions(track.questions, labels), track) for track in tracks]
    return named + [("The review", each) for each in windows if each.regime in REVIEWS]


def own_data_page(desk: Desk, case: Case, windows: Sequence[Track]) -> ClockPage:
    """The month of what is a request for their own data alone: UK GDPR art 12(3)."""
    marks = Marks(desk.today, None, {case.received_on: "Request came"}, {})
    clocks = [_window(each, marks, desk.holidays) for each in windows]
    return ClockPage(clocks, [], later=other_dates(windows, [], desk.today))


def _clock(
    reckoning: Reckoning,
    track: Track,
    marks: Marks,
    heading: str,
    labels: Sequence[str],
    holidays: BankHolidays,
) -> Clock:
    live = track.deadlines[0]
    ours = live.date is not None and live.kind not in THEIR_DATES
    reached = "How the date was reached" if ours else "Why no date of ours is running"
    if "of question" in heading:
        reached = say_questions(track.questions, labels)
    limits = {
        each.date: SHORT_LIMITS[each.kind]
        for each in track.deadlines[1:]
        if each.date and each.kind in SHORT_LIMITS
    }
    return Clock(
        heading,
        weeks_of(
            track,
            replace(
                marks, events=_joined(marks.events, limits), answered_on=live.met_on or marks.answered_on
            ),
            holidays,
        ),
        reached,
        reasons_for(reckoning, track),
        provision_of(reckoning, track),
    )


def _window(track: Track, marks: Marks, holidays: BankHolidays) -> Clock:
    name = "the month for their own data" if track.regime is Regime.SAR else "the review"
    alone = replace(marks, other_dues={}, answered_on=track.deadlines[0].met_on)
    return Clock(
        f"Every day of {name}",
        weeks_of(track, alone, holidays),
        f"{name[0].upper()}{name[1:]}",
        window_reasons(track),
        clock_words.provision_of(track.deadlines[0].kind, track.regime),
    )


def _shown(reckoning: Reckoning) -> tuple[Track, ...]:
    """The clocks, without those that say the same of other questions (answered in parts)."""
    shown: list[Track] = []
    for track in reckoning.tracks:
        alike = next((n for n, each in enumerate(shown) if _same(each, track)), None)
        if alike is None:
            shown.append(track)
        else:
            shown[alike] = replace(shown[alike], questions=(*shown[alike].questions, *track.questions))
    return (replace(shown[0], questions=()),) if len(shown) == 1 else tuple(shown)


def _laws_of(tracks: Sequence[Track]) -> list[str]:
    """The law of each clock, where they are of two laws; else nothing."""
    eir = [track.regime is Regime.EIR for track in tracks]
    if len(set(eir)) < 2:
        return [""] * len(tracks)
    return [LAWS["EIR" if each else "FOIA"] for each in eir]


def _same(one: Track, other: Track) -> bool:
    def told(track: Track) -> tuple[object, ...]:
        live = track.deadlines[0]
        return track.regime, live.kind, live.date, live.met_on, track.start

    return told(one) == told(other)


def _by_day(happened: Sequence[Happening]) -> dict[date, str]:
    said: dict[date, list[str]] = {}
    for each in happened:
        said.setdefault(each.on, []).append(each.short)
    return {day: ". ".join(dict.fromkeys(shorts)) for day, shorts in said.items()}


def _joined(events: Mapping[date, str], limits: Mapping[date, str]) -> dict[date, str]:
    more = {day: ". ".join(filter(None, [events.get(day, ""), words])) for day, words in limits.items()}
    return {**events, **more}


def _other_dues(tracks: Sequence[Track], labels: Sequence[str]) -> dict[date, tuple[str, str]]:
    main = tracks[0].deadlines[0].date
    found: dict[date, tuple[str, str]] = {}
    for track in tracks[1:]:
        day = track.deadlines[0].date
        if day and day != main:
            before = found.get(day, ("", ""))
            both = zip(before, (say_questions(track.questions, labels), due_word(track)), strict=True)
            words, word = (". ".join(dict.fromkeys(filter(None, each))) for each in both)
            found[day] = (words, word)
    return found


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _target(case: Case, today: date) -> str:
    if case.target_on is None or case.closed_on or case.due_on is None:
        return ""
    verb = "was" if case.target_on < today else "is"
    day = f"working day {case.authority.target_working_day}"
    return f"Our own target {verb} {say_short_date(case.target_on)}, {day}."
