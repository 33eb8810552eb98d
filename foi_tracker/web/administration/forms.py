"""The form of an authority's settings, in the sections of its page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from wtforms import FieldList, Form, FormField, HiddenField
from wtforms.fields import Field
from wtforms.validators import ValidationError

from foi_tracker.casework.references import BadPattern, check_pattern
from foi_tracker.casework.settings import AuthoritySettings, Signer
from foi_tracker.files.logos import LARGEST, Logo
from foi_tracker.law.notices.remedies import SLOWEST_REVIEW
from foi_tracker.law.regulator import dead_details
from foi_tracker.letters.assets import LEAST_CONTRAST, contrast_with_white, marks, nearest_legible
from foi_tracker.web.addresses import id_of
from foi_tracker.web.administration import choices
from foi_tracker.web.administration.logo_field import logo_settings
from foi_tracker.web.version_form import VersionForm
from foi_tracker.web.widgets import (
    Checkbox,
    DateInput,
    Email,
    FileUpload,
    Radios,
    Select,
    Submit,
    Text,
    TextArea,
    as_choices,
    plain_text,
)

MOST_SIGNERS = 20
_WEB = re.compile(r"https?://[^\s/$.?#][^\s]*\.[^\s]{2,}")


def whole_number(low: int, high: int) -> Callable[[object, Field], None]:
    """A check that a whole number of this range was typed."""

    def check(form: object, field: Field) -> None:
        if not re.fullmatch(r"[0-9]{1,6}", field.data) or not low <= int(field.data) <= high:
            raise ValidationError(f"Enter a whole number from {low} to {high:,}")

    return check


def web_address(form: object, field: Field) -> None:
    """A check that a whole web address was typed."""
    if not _WEB.fullmatch(field.data):
        raise ValidationError("Enter a whole web address, for example https://www.example.org/foi")


class SignerForm(Form):
    """Somebody else who may sign. One without name and role is none."""

    id = HiddenField(filters=(plain_text,))
    name = Text("Name", longest=200)
    role = Text("Role", longest=200)

    def signer(self) -> Signer:
        """Who it is."""
        return Signer(id_of(self.id.data or ""), self.name.data or "", self.role.data or "")


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
        choices=choices.kind_choices(),
        hint="It sets the cost limit of section 12, in brackets.",
        required="Choose the kind of authority",
    )

    team = Text("Team", hint="For example: Information Rights.", longest=200)
    address = TextArea("Postal address", hint="One line each.", rows=4, longest=1000)
    telephone = Text("Telephone", longest=60)
    email = Email("Email address")
    website = Text(
        "Website",
        web_address,
        hint="Its web address. Letters give it below your email address.",
        longest=300,
        render_kw={"inputmode": "url", "spellcheck": "false"},
    )
    accent = Text(
        "Colour",
        hint="A # and six digits or letters, for example #17495a. Dark enough for small words on white.",
        required="Enter a colour",
        longest=7,
    )
    mark = Radios("Mark", choices=[("", "None"), *((name, name.capitalize()) for name in marks())])
    logo = FileUpload(
        "Logo",
        hint=f"PNG or SVG, up to {LARGEST // 1000} KB. It takes the mark’s place, at most 60 mm wide and "
        "18 mm high.",
    )
    logo_kept = HiddenField(filters=(plain_text,))
    logo_off = Checkbox("Take the logo off")
    logo_alt = Text(
        "What does the logo say or show?",
        hint="For people who have letters read to them. Leave it empty where it shows nothing but your name.",
        longest=200,
    )
    letterhead_at_foot = Checkbox("Put our address at the foot of the page")

    layout = Radios(
        "How are questions and answers laid out?", choices=choices.LAYOUTS, required="Choose a layout"
    )
    reference_as_title = Checkbox("Head letters with the reference", hint="Otherwise with the subject.")
    greeting = Text(
        "Greeting", hint="Leave it empty to greet by name. Otherwise, for example: Sir or Madam.", longest=80
    )
    signatory_name = Text("Signed by", longest=200, hint="A name, or nothing: a role can sign too.")
    signatory_role = Text("Their role", longest=200)
    signatories = FieldList(FormField(SignerForm), max_entries=MOST_SIGNERS)
    usual = Select("Who signs, unless another is chosen for a letter?", choices=[("", "")])
    footer = TextArea("Words at the foot of every letter", rows=2, longest=1000)
    reuse = Radios("What do letters say about using it again?", choices=choices.REUSE, required="Choose one")
    reuse_text = TextArea("Our own paragraph", rows=3, longest=3000)
    copyright_text = TextArea(
        "What do letters say of other people’s copyright?",
        hint=f"Nothing while this is empty. For example: {choices.COPYRIGHT}",
        rows=3,
        longest=1000,
    )
    publishes_answers = Checkbox("We publish our answers in a disclosure log")
    disclosure_log = Text(
        "Where can it be read?",
        web_address,
        hint="Its web address. Every answer names it.",
        longest=300,
        render_kw={"inputmode": "url", "spellcheck": "false"},
    )
    large_print = Radios("Who gets large print?", choices=choices.LARGE_PRINT, required="Choose one")
    large_print_size = Select("In what size?", choices=choices.SIZES, required="Choose a size")

    review_procedure = Radios(
        "Do you review answers that people complain about?", choices=choices.REVIEWS, required="Choose one"
    )
    review_contact = TextArea(
        "Where do they ask for a review?",
        hint="Email, web and postal addresses, telephone numbers: a line each. Without any of them the check "
        "stops every refusal.",
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
                f"It has to be {LEAST_CONTRAST:.0f} to 1. "
                f"The nearest that passes is {nearest_legible(field.data)}"
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
        if self.publishes_answers.data and not self.disclosure_log.data and not self.disclosure_log.errors:
            self.disclosure_log.errors = ["Enter where the disclosure log can be read"]
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

    def settings(self, present: AuthoritySettings, logo: Logo | None = None) -> AuthoritySettings:
        """What was typed, once it is valid; a new logo where one was chosen."""
        words = {name: (self[name].data or "").strip() for name in _WORDS}
        typed: dict[str, Any] = {
            **words,
            **self._who_signs(),
            **logo_settings(self, logo, present),
            "large_print_for_all": self.large_print.data == "all",
            "review_procedure": self.review_procedure.data == "yes",
            "regulator_changed_on": self.regulator_changed_on.data,
            **{name: bool(self[name].data) for name in _SWITCHES},
            **{name: _whole(self[name].data) for name in _NUMBERS},
        }
        return AuthoritySettings(**typed)

    def as_far_as_sound(self, present: AuthoritySettings, logo: Logo | None) -> AuthoritySettings:
        """What was typed; for what cannot be as typed, what is there already."""
        wrong = {_KEPT_AS.get(name, name) for name in self.errors}
        typed = self.settings(present, logo)
        kept = {name: getattr(present, name) for name in AuthoritySettings.__annotations__.keys() & wrong}
        return replace(typed, **kept)

    def _who_signs(self) -> dict[str, Any]:
        """Who usually signs and who else may; where another takes the place, the two change places."""
        first = Signer(0, self.signatory_name.data or "", self.signatory_role.data or "")
        others = [entry.form.signer() for entry in self.signatories]
        others = [each for each in others if each.name or each.role]
        for place, each in enumerate(others):
            if each.id and str(each.id) == self.usual.data:
                others[place], first = first, each
        others = [each for each in others if each.name or each.role]
        return {"signatory_name": first.name, "signatory_role": first.role, "signatories": tuple(others)}

    def offer_signatories(self) -> None:
        """One more row to fill in, and everybody who is kept as the one who usually signs."""
        rows = self.signatories
        last = rows.entries[-1].form if rows.entries else None
        is_full = last is None or last.name.data or last.role.data
        if is_full and len(rows.entries) < MOST_SIGNERS:
            rows.append_entry()
        kept = [entry.form.signer() for entry in rows]
        first = self.signatory_name.data or self.signatory_role.data or "The first"
        others = [(str(each.id), each.name or each.role) for each in kept if each.id]
        self.usual.choices = as_choices([("", first), *others])
        if not others:
            self.usual.data = ""  # not asked


def _whole(typed: str | None) -> int:
    return int(typed) if typed and re.fullmatch(r"[0-9]{1,6}", typed) else 0


_KEPT_AS = {"large_print": "large_print_for_all"}
_NUMBERS = ("review_working_days", "target_working_day", "large_print_size")
_SWITCHES = ("letterhead_at_foot", "reference_as_title", "publishes_answers", "keeps_corrections")
_WORDS = tuple(
    name
    for name, kind in AuthoritySettings.__annotations__.items()
    if kind == "str" and not name.startswith(("logo", "signatory"))
)


def form_of(settings: AuthoritySettings, version: int) -> SettingsForm:
    """The form as the settings stand, or as it was posted."""
    values: dict[str, Any] = {name: getattr(settings, name) for name in AuthoritySettings.__annotations__}
    values["review_procedure"] = "yes" if settings.review_procedure else "no"
    values["large_print"] = "all" if settings.large_print_for_all else "asked"
    values["signatories"] = [
        {"id": str(each.id), "name": each.name, "role": each.role} for each in settings.signatories
    ]
    for name in _NUMBERS:
        values[name] = str(values[name])
    form = SettingsForm(data=values, version=version)
    form.offer_signatories()
    return form
