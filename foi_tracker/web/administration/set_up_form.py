"""The form that sets up a new authority: what cannot be guessed of it."""

from __future__ import annotations

from datetime import date

from flask_wtf import FlaskForm

from foi_tracker.casework.set_up import NewAuthority
from foi_tracker.law.regulator import dead_details
from foi_tracker.web.administration.choices import COPYRIGHT, kind_choices
from foi_tracker.web.widgets import Choice, Email, Radios, Select, Submit, Text, TextArea

LOOKED_UP, LATER = "looked_up", "later"
REGULATOR: list[Choice] = [
    (LOOKED_UP, "We have looked at the regulator’s page today, and it is this"),
    (
        LATER,
        "Leave it out until somebody has checked",
        "Letters give the regulator’s telephone number and link",
    ),
]
PATTERNS = {
    "{seq:03d}-{yy}": "001-26",
    "{fy}-{seq:03d}": "2026-27-001",
    "FOI {seq}/{yyyy}": "FOI 1/2026",
}
"""Ways to make references to begin with; any other can be written in the settings."""


class SetUpForm(FlaskForm):
    """One page, from the name to the first letter."""

    name = Text(
        "What is it called?", hint="In full, as letters say it.", required="Enter its name", longest=200
    )
    kind = Select(
        "What kind of authority is it?",
        choices=[("", "Choose one"), *kind_choices()],
        hint="It sets the cost limit of section 12, in brackets, and the clock.",
        required="Choose the kind of authority",
    )
    email = Email(
        "To which email address do people write?",
        hint="Letters give it, and every reply comes there.",
        required="Enter an email address",
    )
    address = TextArea(
        "Postal address", hint="One line each. Letters do without if it is empty.", rows=4, longest=1000
    )
    signatory_role = Text(
        "In what role are letters signed?",
        hint="For example: Freedom of Information Officer. Names can be added later.",
        required="Enter the role of whoever signs",
        longest=200,
    )
    review_contact = TextArea(
        "Where do people ask you to review an answer?",
        hint="Email, web and postal addresses, telephone numbers: a line each. Leave it empty if it is the "
        "email address above.",
        rows=2,
        longest=1000,
    )
    reference_pattern = Radios(
        "What do your references look like?", list(PATTERNS.items()), required="Choose one"
    )
    regulator = Radios(
        "What is the regulator’s postal address?",
        REGULATOR,
        required="Choose whether you have looked it up",
    )
    regulator_address = TextArea("The regulator’s postal address", hint="One line each.", rows=4, longest=600)
    submit = Submit("Set it up and show the first letter")

    def holds_together(self, today: date) -> bool:
        """Whether the address that was looked up is there, and is not one that is out of use.

        One that is left out may be anything: no letter says it.
        """
        typed = self._typed_address()
        looked_up = self.regulator.data == LOOKED_UP
        if self.regulator.data == LATER:
            self.regulator_address.errors = []
        if looked_up and not typed:
            self.regulator_address.errors = ["Enter the address that you found"]
        elif looked_up and (dead := dead_details(typed, today, None)):
            said = "; ".join(f"{detail.what} (use {detail.instead})" for detail in dead)
            self.regulator_address.errors = [f"This is out of use: {said}"]
        return not self.errors

    def drafted(self) -> NewAuthority:
        """What was typed, once it is valid."""
        return NewAuthority(
            name=self.name.data or "",
            kind=self.kind.data,
            email=self.email.data or "",
            signatory_role=self.signatory_role.data or "",
            address=(self.address.data or "").strip(),
            review_contact=(self.review_contact.data or "").strip(),
            regulator_address="" if self.left_out() else self._typed_address(),
            reference_pattern=self.reference_pattern.data,
            copyright_text=COPYRIGHT,
        )

    def left_out(self) -> str:
        """The regulator's address that was typed and yet left out, once it is valid; "" for none."""
        return self._typed_address() if self.regulator.data == LATER else ""

    def _typed_address(self) -> str:
        return (self.regulator_address.data or "").strip()
