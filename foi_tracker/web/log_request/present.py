"""What a request would become, said beside it while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.log import (
    Arrival,
    clock_before_logging,
    logged_before,
    next_reference,
    received_problem,
    same_words_from_others,
)
from foi_tracker.intake.environment import environmental_words, suggested_regime
from foi_tracker.intake.questions import split
from foi_tracker.intake.text import squeeze
from foi_tracker.law.bank_holidays import ALL_NATIONS, BankHoliday, OutsideCalendar
from foi_tracker.law.clock import Reckoning, Step
from foi_tracker.law.outcomes import NOT_VALID
from foi_tracker.models import Authority, Case
from foi_tracker.web.date_words import plural, say_date, say_short_date

SHOWN_WORDS = 4
LONGEST_QUOTE = 70  # characters of a line that is pointed out


@dataclass
class Makes:
    """The panel beside the form. What cannot be said yet says what is missing instead."""

    due: date | None = None
    why: list[str] = field(default_factory=list)
    steps: Sequence[Step] = ()
    no_date: str = ""  # why there is no due date
    count: str = ""
    maybe: list[str] = field(default_factory=list)
    before: Sequence[Case] = ()
    others: Sequence[Case] = ()
    reference: str = ""
    letter: str = ""
    warnings: list[str] = field(default_factory=list)
    suggested: str = ""  # the regime
    suggested_why: str = ""


def makes_of(desk: Desk, authority: Authority | None, arrival: Arrival | None, words: str) -> Makes:
    """What the words and the rest of the form make so far."""
    makes = Makes()
    _count_questions(makes, words)
    _suggest(makes, words)
    if arrival is None:
        makes.no_date = "Enter the day it reached us."
        return makes
    makes.warnings = warnings_of(arrival, arrival.regime or makes.suggested, bool(makes.count))
    if authority is None:
        makes.no_date = "Choose the authority."
        return makes
    if words.strip():
        makes.before = logged_before(desk, authority, arrival)
        makes.others = same_words_from_others(desk, authority, arrival)
    _find_due(makes, desk, authority, arrival)
    return makes


def _count_questions(makes: Makes, words: str) -> None:
    found = split(words).questions
    sure = [question for question in found if not question.maybe]
    lines = [_quote(question.text) for question in found if question.maybe]
    makes.count = plural(len(sure), "question") if sure else ""
    makes.maybe = lines


def _quote(text: str) -> str:
    line = squeeze(text).rstrip(":")
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _suggest(makes: Makes, words: str) -> None:
    if not words.strip():
        return
    makes.suggested = suggested_regime(words)
    found = environmental_words(words)[:SHOWN_WORDS]
    if makes.suggested == "EIR":
        makes.suggested_why = (
            f"It speaks of the environment: {', '.join(found)}." if found else "It names them."
        )


def _find_due(makes: Makes, desk: Desk, authority: Authority, arrival: Arrival) -> None:
    if received_problem(arrival.received_on, desk.today) == "future":
        makes.no_date = f"{say_date(arrival.received_on)} is in the future."
        return
    try:
        regime = arrival.regime or makes.suggested or "FOIA"
        reckoning = clock_before_logging(desk, authority, arrival.received_on, regime)
    except OutsideCalendar:
        makes.no_date = (
            f"No bank holidays are known for {arrival.received_on.year}, so nothing can be counted."
        )
        return
    makes.reference = next_reference(desk, authority, arrival.received_on)
    if arrival.triage in NOT_VALID:
        makes.no_date = "No clock runs for what is not a valid request."
        makes.letter = "the letter that says so is ready to send"
        return
    makes.letter = "an acknowledgement is ready to send"
    makes.due = reckoning.live.date
    makes.steps = reckoning.steps
    makes.why = why_of(reckoning, "Regulations count" if regime == "EIR" else "Act counts")


def why_of(reckoning: Reckoning, law_counts: str) -> list[str]:
    """Why the date is that date: the count, and each bank holiday it passed over by name."""
    track = reckoning.tracks[0]
    first = next((step for step in track.steps if step.number == 1), None)
    last = max((step.number or 0 for step in track.steps), default=0)
    if first is None:
        return []
    said = [
        f"The {last}th working day, counting from {say_short_date(first.date)}, the first one after it came."
    ]
    return said + [_left_out(holiday, law_counts) for holiday in track.left_out]


def _left_out(holiday: BankHoliday, law_counts: str) -> str:
    day = say_short_date(holiday.date)
    if holiday.nations == ALL_NATIONS:
        return f"{day} is not counted: {holiday.name}."
    return (
        f"{day} is not counted: {holiday.name} is a bank holiday in {holiday.where}, "
        f"and the {law_counts} none that is a bank holiday anywhere in the UK."
    )


def warnings_of(arrival: Arrival, regime: str, asks: bool) -> list[str]:
    """What to look at before it is logged. The officer decides; nothing here stops them."""
    if arrival.triage != "valid":
        return []
    found = []
    if arrival.channel == "phone" and regime == "FOIA":
        found.append(
            "A request by phone is not valid under the Act, which asks for writing (s.8(1)(a)). It is valid "
            "under the Regulations. Under the Act, help them to write it down (s.16)."
        )
    if regime != "EIR" and not arrival.requester_name:
        found.append("The Act asks for a real name (s.8(1)(b)). The Regulations do not.")
    if not (arrival.requester_email or arrival.requester_address):
        found.append("There is no address to answer to. An email address is enough.")
    if arrival.words.strip() and not asks:
        found.append("No question was found in the words. Does it describe what they want (s.8(1)(c))?")
    if _own_data(arrival.words):
        found.append("They may be asking for their own data. That is a subject access request (s.40(1)).")
    return found


def _own_data(words: str) -> bool:
    said = squeeze(words).casefold()
    signs = (
        "subject access",
        "my personal data",
        "held about me",
        "hold about me",
        "hold on me",
        "my own file",
    )
    return any(sign in said for sign in signs)
