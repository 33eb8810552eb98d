"""Attach a file, and take the second look at one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms.validators import ValidationError

from foi_tracker.casework.attachments import Upload
from foi_tracker.models import Question
from foi_tracker.web.widgets import Checkbox, FileUpload, Select, Text, as_choices

WHOLE_LETTER = ""
CHOOSE = "Choose the file to attach"


def _is_a_file(form: FlaskForm, field: Any) -> None:
    if not hasattr(field.data, "filename"):  # words sent in the file's place
        raise ValidationError(CHOOSE)


class AttachForm(FlaskForm):
    """One file, and what it answers."""

    file = FileUpload(
        "Which file?",
        hint="A PDF or a CSV, of 20 MB at most. Spreadsheets and documents can carry hidden data. Of a PDF a "
        "clean copy is kept and sent, without earlier versions and without its author’s name.",
        required=CHOOSE,
        validators=[_is_a_file],
    )
    title = Text(
        "What is it called in the letter?", hint="Its name is used when you leave this empty.", longest=200
    )
    question = Select("What does it go with?", invalid_choice_message="Choose a question of this request")

    def offer(self, questions: Sequence[Question]) -> None:
        """Offer the whole letter and each question."""
        self.question.choices = as_choices(
            [(WHOLE_LETTER, "The whole letter"), *((str(q.id), _named(q)) for q in questions)]
        )

    def upload(self) -> Upload:
        """The file that was chosen."""
        chosen = self.question.data
        question_id = int(chosen) if chosen != WHOLE_LETTER else None
        return Upload(self.file.data.filename, self.file.data.read(), self.title.data or "", question_id)


class LookForm(FlaskForm):
    """The words that the second person puts their name to."""

    looked = Checkbox(
        "I have looked at all of it: it may be released", required="Say that you have looked at all of it"
    )


def _named(question: Question) -> str:
    words = " ".join(question.text.split())
    shown = words if len(words) <= 80 else words[:79].rsplit(" ", 1)[0] + "…"
    return f"Question {question.label}: {shown}"
