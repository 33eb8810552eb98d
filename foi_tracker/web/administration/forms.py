"""The form of an authority's settings, in the sections of its page."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from wtforms.fields import Field
from wtforms.validators import ValidationError

from foi_tracker.casework.references import BadPattern, check_pattern
from foi_tracker.casework.settings import AuthoritySettings
from foi_tracker.law.notices.remedies import SLOWEST_REVIEW
from foi_tracker.law.regimes import s12_limit
from foi_tracker.law.regulator import dead_details
from foi_tracker.letters.assets import LEAST_CONTRAST, contrast_with_white, marks
from foi_tracker.web.version_form import VersionForm
from foi_tracker.web.widgets import (
    Checkbox,
    DateInput,
    Email,
    Radios,
    Select,
    Submit,
    Text,
    TextArea,
)

KINDS = {
    "police": "Police force",
    "opcc": "Police and crime commissioner",
    "council": "Council",
    "department": "Government department",
    "parliament": "House of Parliament, Senedd or Assembly",
    "armed_forces_or_overseas": "Armed forces, or abroad",
    "health": "Health body",
    "university": "University or college",
    "maintained_school_england": "Maintained school in England",
    "academy_england": "Academy in England",
    "grant_aided_school_ni": "Grant-aided school in Northern Ireland",
    "archive_transferred_public_record": "Archive that holds public records",
    "other": "Another public authority",
}
"""The kinds of authority that the Act of 2000 tells apart, as an administrator calls them."""

LAYOUTS = [
    ("numbered", "Questions first", "All questions, then all answers by their numbers"),
    ("interleaved", "One after another", "Each question in bold, its answer under it"),
]
REVIEWS = [
    ("yes", "Yes", "Most have one. The Code of Practice asks for it"),
    ("no", "No", "Letters then say so, and name the regulator (section 17(7)(a))"),
]
REUSE = [
    ("ogl", "Open Government Licence", "They may use it again free of charge and name us"),
    ("own", "Our own paragraph", "For what is not under that licence"),
    ("none", "Nothing", "Letters say nothing about using it again"),
]


def kind_choices() -> list[tuple[str, str]]:
    """Each kind with the limit of section 12 that it sets (SI 2004/3244 reg 3)."""
    said = []
    for code, words in KINDS.items():
        limit = s12_limit(code)
        said.append((code, f"{words} (£{limit.pounds}, {limit.hours} hours)"))
    return said


def whole_number(low: int, high: int) -> Callable[[object, Field], None]:
    """A check that a whole number of this range was typed."""

    def check(form: object, field: Field) -> None:
        if not re.fullmatch(r"[0-9]{1,6}", field.data) or not low <= int(field.data) <= high:
            raise ValidationError(f"Enter a whole number from {low} to {high:,}")

    return check


class SettingsForm(VersionForm):
    """Everything that an administrator decides of one authority."""

    name = Text(
        "Name", hint="As letters give it in full.", required="Enter the authority’s name", longest=200
    )
    short_name = Text(
        "Short name", hint="For lists, a word or two.", required="Enter a short name", longest=40
    )
    kind = Select(
        "What kind of authority is it?",
        choices=kind_choices(),
        hint="It sets the cost limit of section 12, in brackets.",
        required="Choose the kind of authority",
    )

    team = Text("Team", hint="For example: Information Rights.", longest=200)
    address = TextArea("Postal address", hint="One line each.", rows=4, longest=1000)
    telephone = Text("Telephone", longest=60)
    email = Email("Email address")
    website = Text("Website", longest=300)
    accent = Text(
        "Colour",
        hint="A # and six digits or letters, for example #17495a. Dark enough for small words on white.",
        required="Enter a colour",
        longest=7,
    )
    mark = Radios("Mark", choices=[("", "None"), *((name, name.capitalize()) for name in marks())])
    letterhead_at_foot = Checkbox("Put our address at the foot of the page")

    layout = Radios("How are questions and answers laid out?", choices=LAYOUTS, required="Choose a layout")
    reference_as_title = Checkbox("Head letters with the reference", hint="Otherwise with the subject.")
    greeting = Text(
        "Greeting", hint="Leave it empty to greet by name. Otherwise, for example: Sir or Madam.", longest=80
    )
    signatory_name = Text("Signed by", longest=200)
    signatory_role = Text("Their role", longest=200)
    footer = TextArea("Words at the foot of every letter", rows=2, longest=1000)
    reuse = Radios("What do letters say about using it again?", choices=REUSE, required="Choose one")
    reuse_text = TextArea("Our own paragraph", rows=3, longest=3000)

    review_procedure = Radios(
        "Do you review answers that people complain about?", choices=REVIEWS, required="Choose one"
    )
    review_contact = TextArea(
        "Where do they ask for a review?",
        hint="An email or postal address. Without it the check stops every refusal.",
        rows=3,
        longest=1000,
    )
    review_working_days = Text(
        "How many working days does a review take at most?",
        whole_number(1, 120),
        hint=f"Letters promise it. The Code says 20, and never more than {SLOWEST_REVIEW}.",
        required="Enter a number of working days",
    )

    regulator_address = TextArea(
        "The regulator’s postal address",
        hint="Its name, telephone number and web address come with this service. Its postal address moves, "
        "so look it up. Letters leave it out while this is empty.",
        rows=4,
        longest=600,
    )
    regulator_checked = Checkbox("I have checked this on the regulator’s website")
    regulator_changed_on = DateInput(
        "When did the Information Commission take over?",
        hint="Only if it is not 30 September 2026. Leave it empty otherwise.",
    )

    reference_pattern = Text(
        "Pattern of references",
        hint="{seq:03d} is the number in three digits, {yy} or {yyyy} the calendar year, "
        "{fy} the financial year.",
        required="Enter a pattern",
        longest=60,
    )
    last_number = Text(
        "Last number given before you began here",
        whole_number(0, 999_999),
        hint="For the day you begin. Leave it empty to go on counting.",
    )
    target_working_day = Text(
        "Answer by which working day?",
        whole_number(1, 20),
        hint="Your own target, from 1 to 20. The law allows 20 (section 10(1)).",
        required="Enter a working day from 1 to 20",
    )
    keeps_corrections = Checkbox(
        "Keep how our officers correct the questions",
        hint="Untick it to withdraw: everything kept for this is then deleted. Requests and answers stay.",
    )
    submit = Submit("Save the settings")

    def validate_accent(self, field: Field) -> None:
        """Small words in it must be legible on white (WCAG 2.2, 1.4.6)."""
        try:
            contrast = contrast_with_white(field.data)
        except ValueError:
            raise ValidationError(
                "Enter the colour as # and six digits or letters, for example #17495a"
            ) from None
        if contrast < LEAST_CONTRAST:
            raise ValidationError(
                f"This colour is too pale for small words on white: {contrast:.1f} to 1. "
                f"It has to be {LEAST_CONTRAST:.0f} to 1, so choose a darker one"
            )

    def validate_reference_pattern(self, field: Field) -> None:
        """Every case of every year gets its own reference."""
        try:
            check_pattern(field.data)
        except BadPattern as problem:
            raise ValidationError(str(problem)) from None

    def holds_together(self, present: str, today: date) -> bool:
        """Whether the answers go with one another, with the errors at their boxes where not.

        `present` is the regulator's address as it stands: a new one has to be checked by somebody.
        """
        if self.reuse.data == "own" and not (self.reuse_text.data or "").strip():
            self.reuse_text.errors = ["Write the paragraph, or choose another answer above"]
        typed = (self.regulator_address.data or "").strip()
        if dead := dead_details(typed, today, self.regulator_changed_on.data):
            said = "; ".join(f"{detail.what} (use {detail.instead})" for detail in dead)
            self.regulator_address.errors = [f"This is out of use: {said}"]
        elif typed and typed != present.strip() and not self.regulator_checked.data:
            self.regulator_checked.errors = [
                "Look the address up on the regulator’s website, then tick this box"
            ]
        return not self.errors

    def last(self) -> int | None:
        """The number to go on from; None where none was typed."""
        return int(self.last_number.data) if self.last_number.data else None

    def settings(self) -> AuthoritySettings:
        """What was typed, once it is valid."""
        words = {
            name: (self[name].data or "").strip()
            for name, kind in AuthoritySettings.__annotations__.items()
            if kind == "str"
        }
        return AuthoritySettings(
            **words,
            letterhead_at_foot=bool(self.letterhead_at_foot.data),
            reference_as_title=bool(self.reference_as_title.data),
            review_procedure=self.review_procedure.data == "yes",
            review_working_days=int(self.review_working_days.data or ""),
            regulator_changed_on=self.regulator_changed_on.data,
            target_working_day=int(self.target_working_day.data or ""),
            keeps_corrections=bool(self.keeps_corrections.data),
        )


def form_of(settings: AuthoritySettings, version: int) -> SettingsForm:
    """The form as the settings stand, or as it was posted."""
    values = {name: getattr(settings, name) for name in AuthoritySettings.__annotations__}
    values["review_procedure"] = "yes" if settings.review_procedure else "no"
    for name in ("review_working_days", "target_working_day"):
        values[name] = str(values[name])
    return SettingsForm(data=values, version=version)
