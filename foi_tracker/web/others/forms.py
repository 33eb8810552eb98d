"""What an officer writes down of other people and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm

from foi_tracker.casework.others import ConsultationDraft, ReferralDraft, SisterDraft
from foi_tracker.models import Question
from foi_tracker.web.addresses import id_of
from foi_tracker.web.version_form import VersionForm
from foi_tracker.web.widgets import Checkboxes, DateInput, Radios, Text, TextArea, as_choices


class ConsultationForm(VersionForm):
    """A third party asked for its view, and what came of it."""

    who = Text("Who did you ask?", hint="A person or a body.", required="Enter who you asked", longest=200)
    contact = Text("Where did you write to them?", hint="An email or postal address.")
    question_ids = Checkboxes("Which questions is it about?", hint="Tick none when it is about all of them.")
    shown = TextArea(
        "What did you show them?",
        hint="Only what they need to give a view. Not who asked, unless that person agreed.",
        rows=3,
        required="Write what you showed them",
    )
    asked_on = DateInput("When did you ask?", required="Enter the day you asked")
    reply_by = DateInput(
        "When do you need their reply?",
        hint="The 20 working days run on while they think.",
        required="Enter the day you need their reply",
    )
    replied_on = DateInput("When did they reply?", hint="Leave it empty until they do.")
    view = TextArea(
        "What did they say?",
        hint="What harm they expect, and why. A letter whose ground rests on it prints this.",
        rows=5,
    )
    decision = TextArea(
        "What did you decide?", hint="Their view binds nobody. Say how far you follow it, and why.", rows=3
    )

    def offer(self, questions: Sequence[Question]) -> None:
        """The request's questions, to tick those it is about."""
        self.question_ids.choices = as_choices(
            [(str(q.id), f"{q.label}. {_short(q.text)}") for q in questions]
        )

    def draft(self) -> ConsultationDraft:
        """What was filled in, once it is valid."""
        assert self.asked_on.data is not None
        assert self.reply_by.data is not None
        return ConsultationDraft(
            who=self.who.data or "",
            contact=self.contact.data or "",
            shown=_words(self.shown.data),
            asked_on=self.asked_on.data,
            reply_by=self.reply_by.data,
            replied_on=self.replied_on.data,
            view=_words(self.view.data),
            decision=_words(self.decision.data),
            question_ids=tuple(id_of(id_) for id_ in self.question_ids.data or ()),
        )


class ReferralForm(VersionForm):
    """A request referred to a national unit, and what became of its advice."""

    body = Text(
        "Who did you refer it to?",
        hint="The national unit that advises bodies like yours.",
        required="Enter who you referred it to",
        longest=200,
    )
    sent_on = DateInput("When did you send it?", required="Enter the day you sent it")
    advice_on = DateInput("When did their advice come?", hint="Leave it empty until it does.")
    advice = TextArea("What do they advise?", rows=5)
    followed = Radios(
        "Did you follow it?",
        [("", "Not decided yet"), ("yes", "Yes"), ("no", "No, or not in all of it")],
        default="",
    )
    reason = TextArea(
        "Why did you not follow it?", hint="The decision is yours. Say what led you elsewhere.", rows=3
    )

    def draft(self) -> ReferralDraft:
        """What was filled in, once it is valid."""
        assert self.sent_on.data is not None
        return ReferralDraft(
            body=self.body.data or "",
            sent_on=self.sent_on.data,
            advice_on=self.advice_on.data,
            advice=_words(self.advice.data),
            followed=self.followed.data or "",
            reason=_words(self.reason.data) if self.followed.data == "no" else "",
        )


class SisterForm(FlaskForm):
    """The same request at another body."""

    body = Text("Which body?", required="Enter which body has it", longest=200)
    reference = Text("Their reference", longest=100)
    note = Text("What did they do?", hint="For example: withheld it under section 31(1)(a).")

    def draft(self) -> SisterDraft:
        """What was filled in, once it is valid."""
        return SisterDraft(self.body.data or "", self.reference.data or "", self.note.data or "")


def place(form: Any, field: str, why: str) -> None:
    """Show a refusal at the field it speaks of; at the first where it speaks of none."""
    fields = [each for each in form if each.name not in {"csrf_token", "version"}]
    at = next((each for each in fields if each.name == field), fields[0])
    at.errors = [*at.errors, why]


def _words(text: str | None) -> str:
    return (text or "").strip()


def _short(text: str, longest: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"
