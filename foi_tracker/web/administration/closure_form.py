"""The form of some days on which an office is shut or a school has no session."""

from __future__ import annotations

from flask_wtf import FlaskForm

from foi_tracker.casework.closures import OFFICE, SCHOOL, ClosureDraft
from foi_tracker.web.widgets import DateInput, Radios, Submit, Text

KINDS = [
    (SCHOOL, "No school", "Holidays and training days. They do not count for requests under the Act"),
    (OFFICE, "The office is shut", "They count all the same"),
]


class ClosureForm(FlaskForm):
    """From when to when, and why."""

    kind = Radios("What are they?", KINDS, required="Choose what they are")
    name = Text("What are they called?", hint="For example: Christmas.", required="Enter a name", longest=80)
    first_on = DateInput("First day", required="Enter the first day")
    last_on = DateInput("Last day", hint="The same day where it is only one.", required="Enter the last day")
    submit = Submit("Add these days")

    def draft(self) -> ClosureDraft:
        """What was filled in, once it is valid. An authority that is no school only shuts its office."""
        assert self.first_on.data is not None
        assert self.last_on.data is not None
        kind = self.kind.data if "kind" in self else OFFICE
        return ClosureDraft(kind, self.first_on.data, self.last_on.data, self.name.data or "")
