"""The form of a line that an officer keeps."""

from __future__ import annotations

from foi_tracker.casework.own_lines import LineDraft
from foi_tracker.intake.text import normalise
from foi_tracker.web.version_form import VersionForm
from foi_tracker.web.widgets import Submit, Text, TextArea


def _pasted(text: str | None) -> str | None:
    return None if text is None else normalise(text)


class LineForm(VersionForm):
    """What it is called, and its words."""

    name = Text(
        "What do you call it?",
        hint="A few letters of this find it. For example: Welsh speakers.",
        required="Enter a name",
        longest=80,
    )
    text = TextArea(
        "Its words",
        hint="Put into an answer as they stand. Paragraphs, lists, links and emphasis, as in an answer.",
        required="Enter the words",
        rows=6,
        longest=3000,
        filters=(_pasted,),
    )
    submit = Submit("Keep this line")

    def draft(self) -> LineDraft:
        """What was filled in, once it is valid."""
        return LineDraft(self.name.data or "", self.text.data or "")
