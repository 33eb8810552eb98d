"""What the clock tab warns of: a date in days when the office is shut, a contested one, a fee that lapsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from foi_tracker.law.bank_holidays import BankHoliday, BankHolidays
from foi_tracker.law.clock import THEIR_DATES, Track
from foi_tracker.law.working_days import is_working_day
from foi_tracker.models import Closure
from foi_tracker.web.date_words import say_date, say_plain_date, say_short_date

ONE_DAY = timedelta(days=1)


def shut_days(closures: Sequence[Closure]) -> dict[date, str]:
    """Every day on which the office is shut, for the calendar. They count all the same."""
    return {
        closure.first_on + n * ONE_DAY: "Office shut"
        for closure in closures
        if closure.kind == "office"
        for n in range((closure.last_on - closure.first_on).days + 1)
    }


def notices_of(
    named: Sequence[tuple[str, Track]], closures: Sequence[Closure], today: date, holidays: BankHolidays
) -> list[Markup]:
    """Everything to warn of, each once. Each clock comes with the name that it has among several.

    Raises:
        OutsideCalendar: no bank holidays are known for the dates.
    """
    found: list[Markup] = []
    for who, track in named:
        said = [*_contested(track), *_lapsed(track, today)]
        if not track.deadlines[0].met_by:
            said += _shut(track, closures, holidays)
        said += [Markup("{}").format(note) for note in track.notes if "both dates are shown" not in note]
        found += [Markup("{}: {}").format(who, words) if who else words for words in said]
    return list(dict.fromkeys(found))


def _shut(track: Track, closures: Sequence[Closure], holidays: BankHolidays) -> Iterator[Markup]:
    due = track.deadlines[0].date
    shut = shut_days(closures)
    if due is None or due not in shut or track.deadlines[0].kind in THEIR_DATES:
        return
    name = next(
        each.name for each in closures if each.first_on <= due <= each.last_on and each.kind == "office"
    )
    before = due
    while before in shut or not is_working_day(before, holidays):
        before -= ONE_DAY
    yield Markup(
        "The office is shut on <strong>{}</strong> ({}), and that day counts all the same. "
        "Send it by <strong>{}</strong>."
    ).format(say_short_date(due), name, say_date(before))


def _contested(track: Track) -> Iterator[Markup]:
    """A bank holiday proclaimed while the request ran: both dates, and why there are two."""
    live = track.deadlines[0]
    others = [each for each in track.deadlines if each.kind.startswith("if_") and each.date]
    late = [each for each in track.left_out if each.proclaimed and each.proclaimed > track.start]
    for other in others:
        assert live.date is not None
        assert other.date is not None
        yield Markup(
            "Two dates can be argued for: <strong>{}</strong>, which we count to, and <strong>{}</strong>. "
            "{} A bank holiday is not a working day (section 10(6)), but the Act does not say whether one "
            "proclaimed after a request came gives us another day. Answer by the earlier one if you can."
        ).format(say_date(live.date), say_date(other.date), _proclaimed(late))


def _proclaimed(holidays: Sequence[BankHoliday]) -> str:
    return " ".join(
        f"{each.name} on {say_short_date(each.date)} was proclaimed on {say_plain_date(each.proclaimed)}, "
        "while the request was running."
        for each in holidays
        if each.proclaimed
    )


def _lapsed(track: Track, today: date) -> Iterator[Markup]:
    live = track.deadlines[0]
    if live.kind in THEIR_DATES and live.date and today > live.date:
        provision = "regulation 8" if live.kind == "eir_payment_last_day" else "section 9(2)"
        yield Markup(
            "The fee did not come by <strong>{}</strong>, so you need not answer ({}). Tell them so."
        ).format(say_date(live.date), provision)
