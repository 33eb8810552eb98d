"""The form of a person who works for an authority."""

from __future__ import annotations

from flask_wtf import FlaskForm

from foi_tracker.web.access import ROLES
from foi_tracker.web.widgets import Checkboxes, Email, Submit, Text

DOES = {
    "officer": "Logs requests, answers them, writes the letters. Sees who asked",
    "approver": "Takes the second look at files, and reads everything but who asked",
    "contributor": "Finds and supplies information",
    "reviewer": "Looks afresh at answers that people complain about",
    "administrator": "Keeps these settings, and says who works here",
    "auditor": "Reads everything but who asked, and changes nothing",
}
"""What each role does, in a line."""


class PersonForm(FlaskForm):
    """Who, and what they do."""

    email = Email("Email address", required="Enter their email address")
    name = Text(
        "Name",
        hint="As colleagues know them. Somebody who is known here already keeps their name.",
        required="Enter their name",
        longest=100,
    )
    roles = Checkboxes(
        "What do they do?",
        [(code, label, DOES[code]) for code, label in ROLES.items()],
        required="Choose what they do",
    )
    submit = Submit("Save")
