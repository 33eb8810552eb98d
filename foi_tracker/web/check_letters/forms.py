"""Letters to check: files or pasted words, and what is known of them besides."""

from __future__ import annotations

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms.fields import Field
from wtforms.validators import ValidationError

from foi_tracker.intake.checking import Known
from foi_tracker.models import Authority
from foi_tracker.web.widgets import (
    Checkbox,
    DateInput,
    FilesUpload,
    Radios,
    Select,
    Submit,
    TextArea,
    as_choices,
)

MOST_FILES = 100
PASTED = "The pasted words"
LAWS = [
    ("", "As the letter says"),
    ("FOIA", "Freedom of Information Act"),
    ("EIR", "Environmental Information Regulations"),
]


class CheckForm(FlaskForm):
    """One letter or many. What is known of a letter can be told of one alone."""

    files = FilesUpload(
        "Which letters?",
        hint=f"Word, OpenDocument, PDF, email (.eml) or text. Up to {MOST_FILES} files, 20 MB together.",
    )
    words = TextArea("Or paste the words of one", rows=8)
    received = DateInput("When did the request come?", hint="Empty: as the letter says.")
    issued = DateInput("When did the letter leave?", hint="Empty: as the letter or the email says.")
    regime = Radios("Which law?", LAWS, default="")
    asked = TextArea(
        "What was asked?",
        hint="Paste the request, and the check looks for an answer to each question.",
        rows=5,
    )
    keep = Checkbox(
        "Keep the results",
        hint="The names of the files, what each letter is, its dates and the findings, which may quote a "
        "sentence. Not the letters. You can delete them here.",
    )
    authority = Select("Which authority keeps them?")
    submit = Submit("Check")

    def offer(self, mine: Sequence[Authority]) -> None:
        """Offer to keep, for the authorities for which the person may."""
        if not mine:
            del self.keep
        if len(mine) < 2:
            del self.authority
        else:
            choices = [("", "Choose one"), *((str(each.id), each.name) for each in mine)]
            self.authority.choices = as_choices(choices)

    def validate_files(self, field: Field) -> None:
        """No more than are read in the time that a browser waits."""
        if len(field.data) > MOST_FILES:
            raise ValidationError(f"Choose {MOST_FILES} files or fewer. The command checks a whole folder")

    def letters(self) -> list[tuple[str, bytes]]:
        """Each letter by its name."""
        found = [(each.filename, each.read()) for each in self.files.data or ()]
        pasted = self.words.data or ""
        return [*found, (PASTED, pasted.encode())] if pasted.strip() else found

    def known(self) -> Known:
        """What is known besides the words of the letter."""
        return Known(
            self.received.data, self.issued.data, (self.asked.data or "").strip(), self.regime.data or ""
        )

    def holds_together(self) -> bool:
        """Whether the answers go with one another, with the errors at their boxes where not."""
        count = len(self.files.data or ()) + bool((self.words.data or "").strip())
        if not count and not self.files.errors and not self.words.errors:
            self.files.errors = ["Choose a file, or paste the words of a letter"]
        if count > 1:
            for field in (self.received, self.issued, self.asked):
                if field.data:
                    field.errors = ["This can be told of one letter alone. Check that one by itself"]
        if self.received.data and self.issued.data and self.issued.data < self.received.data:
            self.issued.errors = ["The letter cannot leave before the request comes"]
        if "authority" in self and self.keep.data and not self.authority.data:
            self.authority.errors = ["Choose the authority that keeps them"]
        if self.errors and self.files.data and not self.files.errors:
            self.files.errors = ["Choose the files again: a browser forgets them until the rest is mended"]
        return not self.errors
