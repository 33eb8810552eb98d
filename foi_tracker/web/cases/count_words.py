"""How a due date was reached, in plain sentences with the section of the Act."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from foi_tracker.law.bank_holidays import ALL_NATIONS, BankHoliday
from foi_tracker.law.clock import NO_RUNNING_DEADLINE, Reckoning, Track
from foi_tracker.law.working_days import SATURDAY
from foi_tracker.letters.dates import count
from foi_tracker.web.date_words import say_date, say_short_date

BOLD = Markup("<strong>{}</strong>")

PROVISIONS = {
    "FOIA": "Freedom of Information Act 2000, section 10(1) and (6)",
    "EIR": "Environmental Information Regulations 2004, regulation 5(2)",
}
ASKED = {"FOIA": "; section 1(3)", "EIR": "; regulation 9(4)"}


def provision_of(reckoning: Reckoning, track: Track) -> str:
    """Where the law says so."""
    regime = str(reckoning.facts.regime)
    asked = track.start != reckoning.facts.received or track.deadlines[0].kind == NO_RUNNING_DEADLINE
    return PROVISIONS.get(regime, "") + (ASKED.get(regime, "") if asked else "")


def reasons_for(reckoning: Reckoning, track: Track) -> list[Markup]:
    """Why the live date of this clock is that date."""
    due = track.deadlines[0].date
    said = [_came(reckoning)]
    if track.start != reckoning.facts.received:
        said.append(
            Markup("They told us what they meant on {}. The count begins afresh from there.").format(
                _bold(track.start)
            )
        )
    if due is None:
        asked = [step.date for step in track.steps if step.event]
        since = asked[-1] if asked else track.start
        said.append(
            Markup("We asked what they meant on {}. No date is running until they tell us.").format(
                _bold(since)
            )
        )
        said.append(Markup("20 new working days begin the day after they do."))
        return said
    counted = [step for step in track.steps if step.counts]
    if counted:
        words = Markup("{} is day 1, the first working day after it.")
        said.append(words.format(_bold(counted[0].date)))
        said += _passed_over(track, counted[-1].date)
    number = f"Day {counted[-1].number}" if counted and counted[-1].date == due else "The date"
    said.append(
        Markup("{} is {}. An answer sent by the end of that day is in time.").format(
            number, BOLD.format(say_date(due))
        )
    )
    return said + [Markup("{}").format(note) for note in track.notes]


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
        return [_one_holiday(weekends if saturdays else "", left_out[0])]
    days = Markup(", ").join(Markup("{} ({})").format(_bold(each.date), each.name) for each in left_out[:-1])
    final = Markup("{} ({})").format(_bold(left_out[-1].date), left_out[-1].name)
    before = f"{weekends}, and " if saturdays else ""
    return [
        Markup(
            "Not counted on the way: {}the bank holidays on {} and {}. "
            "The law leaves out a bank holiday anywhere in the UK."
        ).format(before, days, final)
    ]


def _one_holiday(weekends: str, holiday: BankHoliday) -> Markup:
    where = "throughout the UK" if holiday.nations == ALL_NATIONS else f"in {holiday.where}"
    rest = (
        "."
        if holiday.nations == ALL_NATIONS
        else ", and the law leaves out a bank holiday anywhere in the UK."
    )
    return Markup("Not counted on the way: {}{}, {}. It is a bank holiday {}{}").format(
        f"{weekends}, and " if weekends else "", _bold(holiday.date), holiday.name, where, rest
    )
