"""What an officer types when a request comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from flask_wtf import FlaskForm
from wtforms.fields import Field
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from foi_tracker.casework.log import CHANNELS, Arrival, received_problem
from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.outcomes import NOT_VALID
from foi_tracker.models import Authority
from foi_tracker.web.date_words import say_date
from foi_tracker.web.widgets import (
    Checkbox,
    DateInput,
    Email,
    Radios,
    Select,
    Submit,
    Text,
    TextArea,
    as_choices,
)

FORMS = (
    ("", "They did not say"),
    ("by email", "By email"),
    ("on paper, by post", "On paper, by post"),
    ("figures as a spreadsheet", "Figures as a spreadsheet"),
    ("by looking at the records", "By looking at the records"),  # s.11(1)(b)
    ("as a digest or summary", "As a digest or summary"),  # s.11(1)(c)
)
LANGUAGES = (("en-GB", "English"), ("cy", "Welsh"), ("other", "Another language"))
LAWS = (
    ("FOIA", "Freedom of Information Act", "Anything recorded. It must be in writing: s.8(1)(a)."),
    (
        "EIR",
        "Environmental Information Regulations",
        "Land, air, water, noise, waste, energy, planning. A request by phone is valid.",
    ),
)
REASONS = tuple(
    (reason.code, f"No: {reason.label[:1].lower()}{reason.label[1:]}", reason.hint)
    for reason in NOT_VALID.values()
)
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")


def _a_time(form: BaseForm, field: Field) -> None:
    match = _TIME.fullmatch(field.data)
    if not match:
        raise ValidationError("Enter the time with hours and minutes, for example 16:45")
    field.data = f"{int(match[1]):02d}:{match[2]}"


def why_not_received(day: date, today: date, holidays: BankHolidays, *, sure: bool) -> str:
    """What is wrong with that day of receipt, for the field; "" where nothing is. `sure`: of an old one."""
    problem = received_problem(day, today)
    if problem == "future":
        return f"{say_date(day)} is in the future. Enter the day it reached us"
    if not holidays.first_year <= day.year <= holidays.last_year:
        return (
            f"No bank holidays are known for {day.year}, so no due date can be counted: "
            f"they run from {holidays.first_year} to {holidays.last_year}"
        )
    if problem == "old" and not sure:
        return f"{say_date(day)} is more than a year ago. Are you sure? Tick the box if it is right"
    return ""


class LogForm(FlaskForm):
    """The page, in its order. Checks that need the day or the calendar are in `check_arrival`."""

    words = TextArea(
        "What did they write?",
        hint="Paste all of it as it came, with the greeting and the signature.",
        required="Paste or type what they wrote",
        rows=16,
    )
    authority_id = Radios("Which authority is it for?", required="Choose the authority", coerce=int)
    received_on = DateInput(
        "When did it reach us?",
        hint="The day it reached anyone here, even on a weekend or after hours.",
        required="Enter the day it reached us",
    )
    old_is_right = Checkbox("Yes, it reached us on that day")
    received_time = Text("Time, if it is known", hint="For example 16:45", validators=[_a_time])
    channel = Radios("How did it come?", tuple(CHANNELS.items()), required="Choose how it came")
    requester_name = Text("Name")
    requester_organisation = Text("Organisation, if they write for one")
    requester_email = Email("Email address")
    requester_address = TextArea("Postal address", rows=4, longest=2_000)
    their_reference = Text("Their reference, if they gave one", longest=100)
    form_wanted = Select("In which form?", FORMS, default="")
    language = Radios("Which language do they want it in?", LANGUAGES, default="en-GB")
    other_language = Text("Which other language?", longest=60)
    large_print = Checkbox("They need large print")
    adjustment = Text(
        "Anything else that would help them?",
        hint="Another adjustment they asked for, in words for the letter: “a phone call to explain it”.",
    )
    regime = Radios(
        "Which law is it under?", LAWS, hint="Requesters need not name the law.", required="Choose the law"
    )
    triage = Radios("Is it a valid request?", default="valid", required="Choose whether it is valid")
    subject = Text("Subject", hint="For the queue. Left empty, it is made from their words.", longest=120)
    log_again = Checkbox("Log it again anyway")
    submit = Submit("Log the request")

    def prepare(self, authorities: Sequence[Authority]) -> None:
        """Fill in the choices that depend on the officer."""
        self.authority_id.choices = as_choices([(authority.id, authority.name) for authority in authorities])
        if len(authorities) == 1:  # nothing is asked, so whatever was sent does not matter
            self.authority_id.data, self.authority_id.process_errors = authorities[0].id, []
        self.triage.choices = as_choices([("valid", "Yes, it is one we must answer"), *REASONS])

    def arrival(self) -> Arrival | None:
        """What was typed, as casework takes it; None without a day, which everything hangs on."""
        received_on = self.received_on.data
        if received_on is None:
            return None
        other = self.other_language.data if self.language.data == "other" else ""
        wishes = [f"in {other}" if other else "", self.adjustment.data or ""]
        return Arrival(
            words=self.words.data or "",
            received_on=received_on,
            channel=self.channel.data or "",
            regime=self.regime.data or "",
            received_time=self.received_time.data or "",
            triage=self.triage.data or "valid",
            subject=self.subject.data or "",
            requester_name=self.requester_name.data or "",
            requester_organisation=self.requester_organisation.data or "",
            requester_email=self.requester_email.data or "",
            requester_address=self.requester_address.data or "",
            their_reference=self.their_reference.data or "",
            form_wanted=self.form_wanted.data or "",
            language="en-GB" if self.language.data == "other" else self.language.data or "en-GB",
            large_print=bool(self.large_print.data),
            adjustment="; ".join(wish for wish in wishes if wish),
        )

    def check_received(self, today: date, holidays: BankHolidays) -> bool:
        """Put at the field what is wrong with the day it came; whether nothing is."""
        received_on = self.received_on.data
        if received_on is None:
            return False
        words = why_not_received(received_on, today, holidays, sure=bool(self.old_is_right.data))
        if words:
            self.received_on.errors = [*self.received_on.errors, words]
        return not words

    def check_language(self) -> bool:
        """Another language has a name."""
        if self.language.data == "other" and not self.other_language.data:
            self.other_language.errors = ["Enter the language"]
            return False
        return True
