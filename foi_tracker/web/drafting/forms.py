"""The forms around a letter."""

from __future__ import annotations

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import HiddenField

from foi_tracker.casework.letters import SENT_HOW
from foi_tracker.letters.kinds import Kind
from foi_tracker.models import Question
from foi_tracker.web.version_form import VersionForm
from foi_tracker.web.widgets import (
    Checkboxes,
    DateInput,
    Radios,
    Submit,
    Text,
    TextArea,
    as_choices,
    plain_text,
)


class ActForm(VersionForm):
    """A button that acts on a draft as it was read: `seen` is the digest of what it said."""

    seen = HiddenField(filters=(plain_text,))


PART = "part"
LETTERS = {
    Kind.RESPONSE: ("The answer", "All questions that have not left in a letter yet"),
    PART: ("A part of the answer now", "The rest follows in another letter"),
    Kind.CLARIFICATION: ("A question to them", "We need to know more to find what they ask for"),
    Kind.ACKNOWLEDGEMENT: ("An acknowledgement", "It says that we have it, and until when we answer"),
    Kind.NOT_VALID: ("Why it is not valid", "What is missing, and how they can mend it"),
}
"""Every letter that can be begun, as the form calls it."""


class StartForm(FlaskForm):
    """Which letter to begin."""

    kind = Radios("Which letter?", required="Choose a letter")
    submit = Submit("Begin the letter")

    def offer(self, kinds: Sequence[str]) -> None:
        """These letters alone."""
        self.kind.choices = as_choices([(str(kind), *LETTERS[kind]) for kind in kinds])


class CoverForm(VersionForm):
    """Which questions a response answers, and what it corrects."""

    questions = Checkboxes(
        "Which questions does it answer?", choices=[], required="Choose the questions that it answers"
    )
    correction_reason = TextArea(
        "What was wrong, and what is right?", rows=4, hint="It stands at the head of the correction."
    )
    submit = Submit("Save")


class ClarificationForm(VersionForm):
    """What to ask, and about which questions."""

    clarification = TextArea(
        "What do you need to know?",
        hint="Ask one exact question, and offer choices where you can (section 16).",
        rows=5,
        required="Write what you need to know",
    )
    questions = Checkboxes(
        "Which questions is it about?",
        hint="The others keep their date. Choose none when it is about the whole request.",
        choices=[],
    )
    submit = Submit("Save")


class OpeningForm(VersionForm):
    """What the letter says once, before the answers."""

    opening_statement = TextArea(
        "What should the letter say once, before the answers?",
        hint="Leave it empty when each answer stands alone.",
        rows=6,
    )
    late_reason = TextArea(
        "Why is the answer late?",
        hint="Only when it is. The letter says so and says sorry, first.",
        rows=3,
    )
    submit = Submit("Save")


class SentForm(FlaskForm):
    """When, how and to whom it left."""

    on = DateInput("When was it sent?", hint="That day counts.", required="Enter the day it was sent")
    how = Radios("How?", choices=list(SENT_HOW.items()), required="Choose how it was sent")
    to = Text("To whom?", hint="The email or postal address it went to", required="Enter where it went")
    submit = Submit("Record that it was sent")


def question_choices(questions: Sequence[Question]) -> list[tuple[str, str]]:
    """Each question by its label and first words."""
    return [(str(q.id), f"{q.label}. {q.text[:120]}{'…' if len(q.text) > 120 else ''}") for q in questions]


def chosen_ids(field: Checkboxes) -> list[int]:
    """The ids ticked."""
    return [int(value) for value in field.data or []]
