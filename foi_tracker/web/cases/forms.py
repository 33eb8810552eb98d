"""What an officer writes down on a request's own pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from flask_wtf import FlaskForm

from foi_tracker.casework.case_details import CaseDetails
from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letters import SENT_HOW
from foi_tracker.casework.log import CHANNELS, received_problem
from foi_tracker.casework.reopening import Reopening
from foi_tracker.casework.validity import (
    LACKED,
    WHAT_IS_LACKED,
    Validity,
    can_be_completed,
    lacks_description,
)
from foi_tracker.casework.withdrawal import Withdrawal
from foi_tracker.models import Case, Letter
from foi_tracker.web.log_request.forms import LANGUAGES, why_not_received
from foi_tracker.web.version_form import VersionForm
from foi_tracker.web.widgets import (
    Checkbox,
    Checkboxes,
    DateInput,
    Email,
    Radios,
    Select,
    Submit,
    Text,
    TextArea,
    as_choices,
)

HOW = {**CHANNELS, "hand": SENT_HOW["hand"]}
THEY_TOLD, WE_TOLD = "in", "out"
COMPLETED, MISTAKEN = "completed", "mistaken"
NEEDED, NARROWING = "needed", "narrowing"
NEVER_CAME = "never_came"
WHOLE = "Tick none when it is about the whole request."


class SaidForm(FlaskForm):
    """Something said, in or out."""

    what = Radios(
        "What was it?",
        choices=[
            (THEY_TOLD, "They told us something"),
            (
                RECEIVED,
                "They told us what they mean",
                "Their answer to what we asked: it begins the days afresh",
            ),
            (WE_TOLD, "We told them something"),
            (ASKED, "We asked what they mean", "Letters made here record themselves when they are sent"),
        ],
        required="Choose what it was",
    )
    received_about = Checkboxes("Which questions did they explain?", hint=WHOLE)
    need = Radios(
        "Could we have answered without knowing?",
        choices=[
            (NEEDED, "No: we could not tell what to look for", "The days stop until they tell us"),
            (NARROWING, "Yes: it would only have helped", "The days go on"),
        ],
    )
    asked_about = Checkboxes("Which questions did we ask about?", hint=WHOLE)
    on = DateInput("When?", required="Enter the day it was said")
    channel = Radios("How?", choices=list(HOW.items()), required="Choose how it was said")
    with_whom = Text("With whom?", required="Enter who it was with")
    words = TextArea(
        "What was said?",
        hint="Their words or ours. After a call, a note of it.",
        rows=6,
        required="Write what was said",
    )
    submit = Submit("Record it", colour="secondary")

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether the clock stops hangs on whether we had to ask: s.1(3)."""
        sound: bool = super().validate(extra_validators)
        if self.what.data == ASKED and not self.need.data:
            self.need.errors = ["Choose whether we could have answered without knowing"]
            return False
        return sound

    def offer(self, questions: list[tuple[str, str]]) -> None:
        """The request's questions, to tick those it is about."""
        self.received_about.choices = self.asked_about.choices = as_choices(questions)

    def said(self) -> Said:
        """What was filled in, once it is valid."""
        what = self.what.data
        assert self.on.data is not None
        about = what if what in (ASKED, RECEIVED) else ""
        ticked = {ASKED: self.asked_about.data, RECEIVED: self.received_about.data}.get(what) or []
        return Said(
            direction=THEY_TOLD if what in (THEY_TOLD, RECEIVED) else WE_TOLD,
            channel=self.channel.data,
            on=self.on.data,
            with_whom=self.with_whom.data or "",
            words=self.words.data or "",
            about=about,
            question_ids=[int(id_) for id_ in ticked],
            statutory=self.need.data != NARROWING,
        )


class DetailsForm(VersionForm):
    """What we know of them, how they want the answer, and when they asked."""

    subject = Text(
        "Subject", hint="A few words of theirs. It heads the request everywhere.", required="Enter a subject"
    )
    requester_name = Text("Name", hint="As they signed.")
    requester_organisation = Text("Organisation", hint="If they wrote for one.")
    requester_email = Email("Email address")
    requester_address = TextArea("Postal address", rows=4, hint="As it goes on an envelope.")
    their_reference = Text("Their reference", hint="The letter repeats it.")
    form_wanted = Text("Form they asked for", hint="For example: by email, figures as a spreadsheet.")
    language = Select("Language of the letter", choices=LANGUAGES)
    large_print = Checkbox("Large print", hint="The letter is then set in large type.")
    adjustment = Text("Other adjustment", hint="What they need because of a disability.")
    special_time = Radios(
        "Does the Act give it a time of its own?",
        choices=[
            ("", "No"),
            (
                "archive",
                "It asks for a transferred public record",
                "Not yet open to the public: 30 working days",
            ),
            (
                "forces_or_overseas",
                "It is about the armed forces, or held abroad",
                "The regulator may allow up to 60 working days",
            ),
        ],
        default="",
    )
    received_on = DateInput(
        "When did it reach us?",
        hint="The day it reached anyone here, even on a weekend or after hours. "
        "Every due date is counted from it.",
        required="Enter the day it reached us",
    )
    old_is_right = Checkbox("Yes, it reached us on that day")
    submit = Submit("Save")

    def check_received(self, desk: Desk, case: Case) -> bool:
        """Put at the field what is wrong with another day of receipt; whether nothing is."""
        day = self.received_on.data
        if day is None or day == case.received_on:
            return day is not None
        sure = bool(self.old_is_right.data)
        if words := why_not_received(day, desk.today, desk.holidays, sure=sure):
            self.received_on.errors = [*self.received_on.errors, words]
        return not words

    def asks_if_old(self, desk: Desk) -> bool:
        """Whether the page asks if a day of receipt so long ago is right."""
        day = self.received_on.data
        return bool(self.errors and day and received_problem(day, desk.today) == "old")

    def details(self) -> CaseDetails:
        """What was filled in, once it is valid."""
        typed = {each.name: self[each.name].data for each in fields(CaseDetails)}
        values: dict[str, Any] = {
            name: said.strip() if isinstance(said, str) else said
            for name, said in typed.items()
            if said is not None
        }
        return CaseDetails(**values)


class ReopenForm(FlaskForm):
    """Since when and why a closed request is open again, and by when it is promised."""

    why = TextArea(
        "Why is it opened again?",
        hint="For example: the review found that question 2 was not answered.",
        rows=3,
        required="Say why it is opened again",
    )
    answered = Radios(
        "Had it been answered?",
        choices=[
            (
                "no",
                "No, or not in full: something was left out",
                "The time limit binds again, and the day of the new answer counts "
                "(section 10; regulation 5). A notice of more time stands.",
            ),
            (
                NEVER_CAME,
                "No: it never reached them",
                "The time limit binds again, and the day of the new answer counts. A notice of more time "
                "stands only if its letter reached them.",
            ),
            (
                "yes",
                "Yes, and it is to be answered anew",
                "A review or a decision notice wants another answer. The day of the first one stands.",
            ),
        ],
        required="Say whether it had been answered",
    )
    lost = Checkboxes(
        "Which letters never reached them?",
        hint="Tick none if all did. One that you tick answered and asked nothing, and gave no notice.",
    )
    on = DateInput("Since when?", required="Enter the day")
    answer_by = DateInput(
        "By when is it to be answered?",
        hint="The date in the decision notice, or the one that we promised. Leave it empty if there is none.",
    )
    questions = Checkboxes(
        "Which questions?", hint="Tick none when it is all of them, or all that those letters answered."
    )
    submit = Submit("Open it again")

    def validate(self, extra_validators: Any = None) -> bool:
        """Letters are ticked where the answer never reached them, and only there."""
        sound: bool = super().validate(extra_validators)
        if "lost" not in self or not self.answered.data:
            return sound
        if self.answered.data == NEVER_CAME and not self.lost.data:
            self.lost.errors, sound = ["Tick the letters that never reached them"], False
        elif self.lost.data and self.answered.data != NEVER_CAME:
            self.lost.errors, sound = ["Untick these, or choose “No: it never reached them”"], False
        return sound

    def reopening(self, letters: Sequence[Letter]) -> Reopening:
        """What was filled in, once it is valid. Of these letters some, or the only one, never came."""
        assert self.on.data is not None
        ids = [int(id_) for id_ in self.questions.data or ()] if "questions" in self else []
        answered = self.answered.data if "answered" in self else ""
        lost = [each.id for each in letters] if answered == NEVER_CAME else []
        if lost and "lost" in self:
            lost = [int(id_) for id_ in self.lost.data or ()]
        return Reopening(self.on.data, self.why.data or "", ids, self.answer_by.data, answered == "no", lost)


class ValidForm(FlaskForm):
    """Why what was logged as not valid is a valid request."""

    how = Radios(
        "What is it?",
        choices=[
            (COMPLETED, "What was missing has come", "The day of receipt is the day on which that came"),
            (MISTAKEN, "It was valid from the start", "The day of receipt stays: its days have been running"),
        ],
        required="Choose what it is",
    )
    came_on = DateInput(
        "When did it come?", hint="The day it reached anyone here, even on a weekend or after hours."
    )
    channel = Radios("How did it come?", choices=list(CHANNELS.items()))
    requester_name = Text("What is their name?", hint="As they signed. Letters greet them by it.")
    requester_email = Email("What is their email address?", hint="Or give a postal address below.")
    requester_address = TextArea("What is their postal address?", rows=4, hint="As it goes on an envelope.")
    words = TextArea(
        "What did they send, or why was it valid?",
        hint="Their words as they came, or a note for the history.",
        rows=4,
        required="Write what they sent, or why it was valid",
    )
    submit = Submit("Record that it is valid")

    def for_case(self, case: Case) -> ValidForm:
        """The form without what can only come where something was missing, and what was not."""
        if not can_be_completed(case):
            del self.how, self.came_on, self.channel
        self.triage, self.lacked = case.triage, LACKED.get(case.triage, ())
        for name in {name for names in LACKED.values() for name in names}.difference(self.lacked):
            del self[name]
        if lacks_description(case):
            self.words.description = (
                "All that they sent, as it came: their questions are read from it. "
                "Or, for a mistake of ours, a note for the history."
            )
        return self

    def validate(self, extra_validators: Any = None) -> bool:
        """What came has its day and its way."""
        sound: bool = super().validate(extra_validators)
        if "how" not in self or self.how.data != COMPLETED:
            return sound
        for box, words in ((self.came_on, "Enter the day it came"), (self.channel, "Choose how it came")):
            if not box.data and not box.errors:
                box.errors, sound = [words], False
        boxes = [self[name] for name in self.lacked]
        if boxes and not any(box.data or box.errors for box in boxes):
            boxes[0].errors, sound = [WHAT_IS_LACKED[self.triage]], False
        return sound

    def validity(self) -> Validity:
        """What was filled in, once it is valid."""
        words = self.words.data or ""
        who = {name: self[name].data or "" for name in self.lacked}
        if "how" not in self or self.how.data != COMPLETED:
            return Validity(words, who=who)
        return Validity(words, self.came_on.data, self.channel.data, who)


class LawsForm(VersionForm):
    """The law of the request, and those of its questions that are under the other."""

    law = Radios(
        "Which law is most of it under?",
        choices=[
            ("FOIA", "Freedom of Information Act", "Anything recorded"),
            (
                "EIR",
                "Environmental Information Regulations",
                "Land, water, air, noise, waste, planning, energy, and what is done about them",
            ),
        ],
        required="Choose a law",
    )
    others = Checkboxes(
        "Which questions are under the other one?",
        hint="Each law has its own clock and its own reasons to refuse. Tick none when all are under one.",
    )
    submit = Submit("Save")

    def by_question(self) -> dict[int, str]:
        """The law of each question that is ticked."""
        other = "FOIA" if self.law.data == "EIR" else "EIR"
        return {int(id_): other for id_ in self.others.data or ()} if "others" in self else {}


class HandOverForm(FlaskForm):
    """Who has the request from now on."""

    officer = Radios("Who takes it on?", required="Choose an officer")
    submit = Submit("Hand over")


class WithdrawForm(FlaskForm):
    """When and how they said that they no longer want it."""

    on = DateInput("When did they say so?", required="Enter the day they said so")
    channel = Radios("How?", choices=list(CHANNELS.items()), required="Choose how they said so")
    words = TextArea(
        "What did they say?",
        hint="Their words, or a note of the call.",
        rows=4,
        required="Write what they said",
    )
    submit = Submit("Record that they withdrew it", colour="warning")

    def withdrawal(self) -> Withdrawal:
        """What was filled in, once it is valid."""
        assert self.on.data is not None
        return Withdrawal(self.on.data, self.channel.data, self.words.data or "")
