"""The forms of a standard paragraph."""

from __future__ import annotations

from foi_tracker.intake.text import normalise
from foi_tracker.web.version_form import VersionForm
from foi_tracker.web.widgets import Select, Submit, Text, TextArea

PREVIEW = "preview"
"""The button that shows how it would read and saves nothing."""


def _pasted(text: str | None) -> str | None:
    return None if text is None else normalise(text)


class WordingForm(VersionForm):
    """Its words, and the letter they are shown in. `version` is the number of the version that was read."""

    text = TextArea(
        "What letters say",
        hint="Paragraphs, lists, links and emphasis. What stands in braces is filled in by each letter.",
        longest=20_000,
        filters=(_pasted,),
    )
    example = Select("Show it in", validate_choice=False)
    reference = Text(
        "Or show it in a request", hint="Enter its reference, to see these words there.", longest=100
    )
    submit = Submit("Save")


class ActForm(VersionForm):
    """A button that acts on the version that was read."""
