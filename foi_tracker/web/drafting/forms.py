"""The forms around a letter."""

from __future__ import annotations

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import HiddenField

from foi_tracker.casework.letters import SENT_HOW
from foi_tracker.law.notices.asks import ASKS
from foi_tracker.letters.kinds import Kind
from foi_tracker.models import Consultation, Question
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
    Kind.HOLDING: ("A holding letter", "The answer is late or will be: why, and when it comes"),
    Kind.PIT_EXTENSION: (
        "More time for the public interest",
        "An exemption is named, and the public interest is still being weighed (section 10(3))",
    ),
    Kind.EIR_EXTENSION: (
        "More time for what is complex and large",
        "Up to 40 working days for environmental information (regulation 7)",
    ),
    Kind.FEES_NOTICE: ("A fees notice", "The time stands still until they have paid"),
    Kind.TRANSFER: ("Another body may hold it", "We do not. Ask whether to pass it on, or say that we have"),
    Kind.PASSED_ON: ("Passed to another authority here", "It comes with passing the request on"),
    Kind.CONSULTATION: ("A letter to a third party", "Ask for their view before deciding"),
    Kind.CLOSURE: ("Closing the request", "What we asked of them never came"),
}
"""Every letter that can be begun, as the form calls it."""


WITH_WORDS = frozenset({Kind.CLARIFICATION.value, *ASKS} - {Kind.PASSED_ON.value})
"""The kinds of letter that have words of their own to fill in."""


class StartForm(FlaskForm):
    """Which letter to begin."""

    kind = Radios("Which letter?", required="Choose a letter")
    submit = Submit("Begin the letter")

    def offer(self, kinds: Sequence[str], consultations: Sequence[Consultation] = ()) -> None:
        """These letters alone, and one to each of these third parties."""
        choices = [(str(kind), *LETTERS[kind]) for kind in kinds if kind != Kind.CONSULTATION]
        choices += [
            (f"{Kind.CONSULTATION}:{each.id}", f"A letter to {each.who}", LETTERS[Kind.CONSULTATION][1])
            for each in consultations
        ]
        self.kind.choices = as_choices(choices)


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


class OverrideForm(VersionForm):
    """Why the letter may go with a finding that must be mended."""

    finding = HiddenField(filters=(plain_text,))
    reason = TextArea(
        "Why may the letter go as it is?",
        hint="The reason stays on the record, with your name.",
        rows=3,
        longest=2000,
        required="Say why the letter may go as it is",
    )
    submit = Submit("Let it pass", colour="warning")


class SentForm(FlaskForm):
    """When, how and to whom it left."""

    on = DateInput("When was it sent?", hint="That day counts.", required="Enter the day it was sent")
    how = Radios("How?", choices=list(SENT_HOW.items()), required="Choose how it was sent")
    to = Text("To whom?", hint="The email or postal address it went to", required="Enter where it went")
    submit = Submit("Record that it was sent")


class KeepBackForm(FlaskForm):
    """Why an issued letter is not to leave."""

    why = TextArea(
        "Why is it not to leave?",
        hint="The reason stays on the record, with your name.",
        rows=3,
        longest=2000,
        required="Say why it is not to leave",
    )
    submit = Submit("It is not to leave", colour="warning")


def question_choices(questions: Sequence[Question]) -> list[tuple[str, str]]:
    """Each question by its label and first words."""
    return [(str(q.id), f"{q.label}. {q.text[:120]}{'…' if len(q.text) > 120 else ''}") for q in questions]


def chosen_ids(field: Checkboxes) -> list[int]:
    """The ids ticked."""
    return [int(value) for value in field.data or []]
