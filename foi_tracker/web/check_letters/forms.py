"""Letters to check: files or pasted words, and what is known of them besides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms.fields import Field

from foi_tracker.intake.checking import Known
from foi_tracker.intake.documents import LARGEST_FILE
from foi_tracker.models import Authority, KeptCheck
from foi_tracker.web.date_words import plural, say_instant
from foi_tracker.web.widgets import (
    DateInput,
    FilesUpload,
    Radios,
    Select,
    Submit,
    TextArea,
    as_choices,
)

MOST_FILES = 100
MOST_TOGETHER = 1000  # letters: what they have found fits the form that carries it
FEW = 5  # letters: what the page's script sends at a time, so that it can say how far it is
HIDDEN = (".", "~$")  # how the names of files begin that programs put into a folder for themselves
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
    folder = FilesUpload(
        "Or a whole folder",
        hint=f"With the folders in it. Where the browser runs scripts, up to {MOST_TOGETHER:,} files, "
        "sent a few at a time.",
        render_kw={"webkitdirectory": True},
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
    submit = Submit("Check")
    few, most_together, largest = FEW, MOST_TOGETHER, LARGEST_FILE

    def letters(self) -> list[tuple[str, bytes]]:
        """Each letter by its name."""
        found = [(each.filename, each.read()) for each in self._uploads()]
        pasted = self.words.data or ""
        return [*found, (PASTED, pasted.encode())] if pasted.strip() else found

    def _uploads(self) -> list[Any]:
        """The files that were chosen, and those of the folder but for what programs hide there."""
        within = [each for each in self.folder.data or () if not _is_hidden(each.filename)]
        return [*(self.files.data or ()), *within]

    def known(self) -> Known:
        """What is known besides the words of the letter."""
        return Known(
            self.received.data, self.issued.data, (self.asked.data or "").strip(), self.regime.data or ""
        )

    def holds_together(self) -> bool:
        """Whether the answers go with one another, with the errors at their boxes where not."""
        uploads = self._uploads()
        count = len(uploads) + bool((self.words.data or "").strip())
        if len(uploads) > MOST_FILES:  # no more than are read in the time that a browser waits
            self.where.errors = [
                f"Choose {MOST_FILES} files or fewer at a time. Results that are kept can be added to"
            ]
        if not count and not self.files.errors and not self.words.errors:
            self.files.errors = ["Choose a file, or paste the words of a letter"]
        if count > 1:
            for field in (self.received, self.issued, self.asked):
                if field.data:
                    field.errors = ["This can be told of one letter alone. Check that one by itself"]
        if self.received.data and self.issued.data and self.issued.data < self.received.data:
            self.issued.errors = ["The letter cannot leave before the request comes"]
        if self.errors and uploads and not self.where.errors:
            self.where.errors = ["Choose the files again: a browser forgets them until the rest is mended"]
        return not self.errors

    @property
    def where(self) -> Field:
        """The box that the letters came from."""
        if self.folder.data and not self.files.data:
            return self.folder
        return self.words if not self.files.data and (self.words.data or "").strip() else self.files


class KeepForm(FlaskForm):
    """Where what was found is kept: by itself, or with what was kept before."""

    place = Select("Where are they kept?", required="Choose where they are kept")
    keep = Submit("Keep these results", colour="secondary")
    only_place = ""  # where there is nothing to choose

    def offer(self, mine: Sequence[Authority], before: Sequence[KeptCheck]) -> None:
        """Offer the authorities for which the person may keep, and the results kept before."""
        several = len(mine) > 1
        names = {each.id: each.name for each in mine}
        of = {id_: f" of {name}" if several else "" for id_, name in names.items()}
        new = [(f"new-{each.id}", f"By themselves{of[each.id]}") for each in mine]
        added = [
            (
                f"kept-{each.id}",
                f"With the {plural(len(each.letters), 'letter')}{of[each.authority_id]} kept on "
                f"{say_instant(each.made_at)}",
            )
            for each in before
        ]
        places = [*([("", "Choose one")] if several else []), *new, *added]
        self.place.choices = as_choices(places)
        self.only_place = places[0][0] if len(places) == 1 else ""


def _is_hidden(name: str) -> bool:
    return any(part.startswith(HIDDEN) for part in name.replace("\\", "/").split("/"))
