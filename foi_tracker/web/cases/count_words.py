"""How a due date was reached, in plain sentences with the section of the Act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from foi_tracker.law import clock_words
from foi_tracker.law.bank_holidays import ALL_NATIONS, BankHoliday
from foi_tracker.law.clock import NO_RUNNING_DEADLINE, THEIR_DATES, ClockEvent, Reckoning, Track
from foi_tracker.law.clock_rules import RESPONSES
from foi_tracker.law.course import NO_SESSION, WAITING_FOR_FEE
from foi_tracker.law.regimes import Regime
from foi_tracker.law.working_days import SATURDAY
from foi_tracker.letters.dates import count
from foi_tracker.web.date_words import plural, say_date, say_short_date

BOLD = Markup("<strong>{}</strong>")

ASKED = {Regime.EIR: "; regulation 9(4)", Regime.FOISA: "; section 1(3)"}
NOTICES = {
    "pit_decision": "pit_extension_notice",
    "eir_extended_response": "eir_reg7_extension_notice",
    "outer_limit_60_wd": "ico_application",
}
"""The event that made the live date what it is."""


def provision_of(reckoning: Reckoning, track: Track) -> str:
    """Where the law says so."""
    kind = track.deadlines[0].kind
    if kind == NO_RUNNING_DEADLINE:
        kind = RESPONSES[track.regime].kind
    asked = track.start != reckoning.facts.received or track.deadlines[0].kind == NO_RUNNING_DEADLINE
    suffix = ASKED.get(track.regime, "; section 1(3)") if asked and len(track.deadlines) == 1 else ""
    return clock_words.provision_of(kind, track.regime) + suffix


def reasons_for(reckoning: Reckoning, track: Track) -> list[Markup]:
    """Why the live date of this clock is that date."""
    live = track.deadlines[0]
    said = [_came(reckoning)]
    if track.start != reckoning.facts.received:
        said.append(
            Markup("They told us what they meant on {}. The count begins afresh from there.").format(
                _bold(track.start)
            )
        )
    if live.date is None or live.kind in THEIR_DATES:
        return [*said, *_standing(reckoning, track)]
    counted = [step for step in track.steps if step.counts]
    if counted:
        words = Markup("{} is day 1, the first working day after it.")
        said.append(words.format(_bold(counted[0].date)))
        said += _passed_over(track, counted[-1].date)
    said += _disregarded(track)
    if live.kind in NOTICES:
        return [*said, *_extended(reckoning, track)]
    number = f"Day {counted[-1].number}" if counted and counted[-1].date == live.date else "The date"
    said.append(
        Markup("{} is {}. An answer sent by the end of that day is in time.").format(
            number, BOLD.format(say_date(live.date))
        )
    )
    return said


def _standing(reckoning: Reckoning, track: Track) -> list[Markup]:
    """Why nothing of ours is due: clarification is awaited, or a fee."""
    fee = next((each for each in track.deadlines if each.kind in THEIR_DATES), None)
    asked = [step.date for step in track.steps if step.event]
    since = asked[-1] if asked else track.start
    if fee is None or fee.date is None:
        return [
            Markup("We asked what they meant on {}. No date is running until they tell us.").format(
                _bold(since)
            ),
            Markup("{} begin the day after they do.").format(clock_words.days_of(track.regime, "new ")),
        ]
    notice = _last(reckoning, track, "fees_notice", "eir_advance_payment_notice")
    period = "60 working days" if fee.kind == "eir_payment_last_day" else "three months from the notice"
    said = [
        Markup("We asked for a fee on {}. No date of ours runs until it comes.").format(
            _bold(notice.date if notice else since)
        ),
        Markup("They have {} to pay, until {}. If it does not come, we need not answer.").format(
            period, BOLD.format(say_date(fee.date))
        ),
    ]
    if track.deadlines[0].date is None:
        said.append(Markup("It came too late, so the request has lapsed."))
    return said


def _disregarded(track: Track) -> list[Markup]:
    """Days that would have counted: waiting for a fee, no session at the school."""
    said = []
    waiting = [step.date for step in track.steps if step.why == WAITING_FOR_FEE]
    if waiting:
        said.append(
            Markup("Not counted: {} to {}, while we waited for the fee. Both days are left out.").format(
                _bold(waiting[0]), _bold(waiting[-1])
            )
        )
    shut = [step for step in track.steps if step.why == NO_SESSION]
    if shut:
        said.append(
            Markup("Not counted: {} without a school session.").format(plural(len(shut), "working day"))
        )
    return said


def _extended(reckoning: Reckoning, track: Track) -> list[Markup]:
    """What a notice in time made of the date."""
    live, limit = track.deadlines[0], track.deadlines[1]
    notice = _last(reckoning, track, NOTICES[live.kind])
    assert live.date is not None
    assert limit.date is not None
    said = Markup("We gave notice on {}, and {} was the last day for it.").format(
        _bold(notice.date if notice else limit.date), _bold(limit.date)
    )
    if live.kind == "pit_decision":
        ends = Markup(
            "We said that we expect to have weighed the public interest by {}. "
            "What is not under that exemption is still due on {}."
        ).format(BOLD.format(say_date(live.date)), _bold(limit.date))
    elif live.kind == "eir_extended_response":
        ends = Markup("It is complex and large, so the law allows 40 working days. Day 40 is {}.").format(
            BOLD.format(say_date(live.date))
        )
    else:
        ends = Markup("The regulator may allow 60 working days at most. Day 60 is {}.").format(
            BOLD.format(say_date(live.date))
        )
    return [said, ends]


def window_reasons(track: Track) -> list[Markup]:
    """Why a period beside the request's own clock ends when it does."""
    live = track.deadlines[0]
    assert live.date is not None
    if track.regime is Regime.SAR:
        return _month(track, live.date)
    counted = [step for step in track.steps if step.counts]
    said = [Markup("It runs from {}, which is not counted.").format(_bold(track.start))]
    if counted and counted[-1].date == live.date and counted[-1].number and track.left_out:
        said += _passed_over(track, live.date)
    if counted and counted[-1].date == live.date:
        words = Markup("Day {} is {}.")
        said.append(words.format(counted[-1].number, BOLD.format(say_date(live.date))))
    else:
        said.append(Markup("It ends on {}.").format(BOLD.format(say_date(live.date))))
    return said


def _month(track: Track, ends: date) -> list[Markup]:
    """A calendar month, which runs on where it would end on a day that is not a working day."""
    said = [Markup("It came on {}, and the law allows one calendar month.").format(_bold(track.start))]
    over = [step.date for step in track.steps if step.why.startswith("Not a working day")]
    if over:
        words = Markup("The month ends on {}, which is not a working day, so it runs on to the next one.")
        said.append(words.format(_bold(over[0])))
    return [*said, Markup("It is due on {}.").format(BOLD.format(say_date(ends)))]


def _last(reckoning: Reckoning, track: Track, *types: str) -> ClockEvent | None:
    events = reckoning.facts.only(track.questions).events
    return next((each for each in reversed(events) if each.type in types), None)


def _bold(day: date) -> Markup:
    return BOLD.format(say_short_date(day))


def _came(reckoning: Reckoning) -> Markup:
    came = reckoning.facts.received
    what = "The day it comes is not counted"
    if came.weekday() >= SATURDAY:
        what += ", even when it is at the weekend"
    return Markup("The request came on {}. {}.").format(_bold(came), what)


def _passed_over(track: Track, last: date) -> list[Markup]:
    """The weekends and the bank holidays on the way, in one sentence."""
    saturdays = {
        step.date.isocalendar()[:2]
        for step in track.steps
        if step.why == "Weekend" and track.start < step.date
    }
    weekends = f"{count(len(saturdays))} {'weekend' if len(saturdays) == 1 else 'weekends'}"
    left_out = [holiday for holiday in track.left_out if holiday.date <= last]
    if not left_out:
        return [Markup("Not counted on the way: {}.").format(weekends)] if saturdays else []
    if len(left_out) == 1:
        return [_one_holiday(track, weekends if saturdays else "", left_out[0])]
    before = f"{weekends}, and " if saturdays else ""
    return [
        Markup("Not counted on the way: {}the bank holidays on {} and {}.{}").format(
            before,
            Markup(", ").join(_named(each) for each in left_out[:-1]),
            _named(left_out[-1]),
            "" if _is_scottish(track, left_out) else " The law leaves out a bank holiday anywhere in the UK.",
        )
    ]


def _named(holiday: BankHoliday) -> Markup:
    return Markup("{} ({})").format(_bold(holiday.date), holiday.name)


def _is_scottish(track: Track, holidays: Sequence[BankHoliday]) -> bool:
    """Whether Scotland's own calendar was used (FOISA s.73), or all of them were kept everywhere."""
    return track.regime in (Regime.FOISA, Regime.FOISA_REVIEW) or all(
        each.nations == ALL_NATIONS for each in holidays
    )


def _one_holiday(track: Track, weekends: str, holiday: BankHoliday) -> Markup:
    where = "throughout the UK" if holiday.nations == ALL_NATIONS else f"in {holiday.where}"
    rest = "."
    if not _is_scottish(track, [holiday]):
        rest = ", and the law leaves out a bank holiday anywhere in the UK."
    return Markup("Not counted on the way: {}{}, {}. It is a bank holiday {}{}").format(
        f"{weekends}, and " if weekends else "", _bold(holiday.date), holiday.name, where, rest
    )
