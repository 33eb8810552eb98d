"""The fields of every form. Each is a WTForms field, drawn with GOV.UK's own markup.

A form writer gives plain words:

    name = Text("Name", hint="As they signed", required="Enter their name")
    received = DateInput("When did it reach us?", required="Enter the day it reached us")
    law = Radios("Which law is it under?", [("FOIA", "Freedom of Information Act", "Anything recorded")])

All take `hint` (a line of help), `required` (the error when nothing is given; "" allows nothing),
`validators` (run only on something that could be read) and what WTForms takes. Texts also take
`longest` (characters). Drawn by `{{ form.name() }}`, each takes, besides HTML attributes:
heading="s|m|l" (size of its label or legend), classes="...", provision="..." (the section of the
Act, small, under the box); radios and checkboxes also inline=True, small=True, reveal={value: html}.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import fields
from wtforms.fields import Field
from wtforms.form import BaseForm
from wtforms.utils import unset_value
from wtforms.validators import Length, StopValidation, ValidationError

from foi_tracker.web import widget_markup as markup
from foi_tracker.web.typed_dates import NotADate, read_date

Choice = tuple[Any, str] | tuple[Any, str, str]  # value, words, a line of help
Choices = Iterable[Choice] | Mapping[str, Iterable[Choice]]  # the second by the group's heading

# The published type stubs of WTForms do not know this name yet.
SelectChoice = import_module("wtforms.fields.choices").SelectChoice

# Control characters: a paste may carry them, and neither PostgreSQL nor a PDF can hold them.
_NOT_TEXT = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])


class Blank:
    """Every field's first validator: says what is missing, and spares the others an empty value.

    A value that was given and could not be read keeps the words that say so.
    """

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, form: BaseForm, field: Field) -> None:
        """Stop here unless there is something to check."""
        if field.process_errors:
            raise StopValidation
        if _is_blank(field.data):
            field.errors = []
            raise StopValidation(self.message) if self.message else StopValidation


def _is_blank(data: Any) -> bool:
    if hasattr(data, "filename"):  # a file that was not chosen comes as a nameless one
        return not data.filename
    return data in (None, False, []) or not str(data).strip()


def _words(given: dict[str, Any], *checks: Any) -> dict[str, Any]:
    """Our words for a field's options, as WTForms calls them."""
    validators = [Blank(given.pop("required", "")), *checks, *given.pop("validators", ())]
    return {"validators": validators, "description": given.pop("hint", ""), **given}


def _no_longer_than(characters: int) -> Length:
    return Length(max=characters, message=f"Use {characters:,} characters or fewer")


def plain_text(text: str | None) -> str | None:
    """Typed text with one kind of line end and without control characters."""
    if text is None:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOT_TEXT)


def one_line(text: str | None) -> str | None:
    """Typed text as one line, without white space around it."""
    return None if text is None else " ".join((plain_text(text) or "").split())


class Text(fields.StringField):
    """One line of text."""

    widget = markup.TextMarkup()

    def __init__(self, label: str, *checks: Any, longest: int = 500, **words: Any) -> None:
        super().__init__(
            label, **{"filters": (one_line,), **_words(words, _no_longer_than(longest), *checks)}
        )


class Email(Text):
    """An email address."""

    widget = markup.EmailMarkup()

    def __init__(self, label: str, **words: Any) -> None:
        super().__init__(label, _looks_like_an_address, **words)


def _looks_like_an_address(form: BaseForm, field: Field) -> None:
    name, _, domain = field.data.rpartition("@")
    if not name or "." not in domain.strip(".") or " " in field.data:
        raise ValidationError("Enter an email address, for example name@example.org")


class Password(fields.PasswordField):
    """A password, never sent back to the page."""

    widget = markup.PasswordMarkup()

    def __init__(self, label: str, *, longest: int = 200, **words: Any) -> None:
        super().__init__(label, **_words(words, _no_longer_than(longest)))


class TextArea(fields.TextAreaField):
    """Several lines of text, kept as typed: only line ends are made alike."""

    widget = markup.TextAreaMarkup()

    def __init__(self, label: str, *, longest: int = 200_000, rows: int = 5, **words: Any) -> None:
        words["render_kw"] = {"rows": rows, **words.get("render_kw", {})}
        super().__init__(label, **{"filters": (plain_text,), **_words(words, _no_longer_than(longest))})


class DateInput(fields.Field):
    """A calendar day in three boxes, as `name-day`, `name-month` and `name-year`.

    `data` is a date, or None when nothing was typed or it is no date. A whole date as `name` is
    taken too, and so is one pasted into the day's box.
    """

    widget = markup.DateMarkup()
    data: date | None
    wrong_box = ""  # the box an error is about, "" for all three

    def __init__(self, label: str, **words: Any) -> None:
        super().__init__(label, **_words(words))

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Read the three boxes as one value."""
        if formdata is not None:
            boxes = [plain_text(formdata.get(f"{self.name}-{box}", "")) for box in markup.BOXES]
            whole = [plain_text(value) for value in formdata.getlist(self.name)]
            formdata = MultiDict([(self.name, value) for value in (whole if not any(boxes) else boxes)])
        super().process(formdata, data, extra_filters)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """The date that was typed.

        Raises:
            NotADate: in words for the page.
        """
        self.data = None
        try:
            self.data = read_date(*self.typed)
        except NotADate as problem:
            self.wrong_box = problem.box
            raise

    @property
    def typed(self) -> tuple[str, str, str]:
        """What the three boxes hold: what was typed, or else the date."""
        if self.raw_data is not None:
            day, month, year, *_ = [*map(str, self.raw_data), "", "", ""]
            return day, month, year
        if self.data is None:
            return "", "", ""
        return str(self.data.day), str(self.data.month), str(self.data.year)

    @property
    def error_target(self) -> str:
        """The id of the box that the error summary leads to."""
        return f"{self.id}-{self.wrong_box or 'day'}"


class Radios(fields.RadioField):
    """One choice of a few, all in sight; in groups when the choices come by heading."""

    widget = markup.RadiosMarkup()

    def __init__(self, label: str, choices: Choices = (), **words: Any) -> None:
        super().__init__(label, choices=as_choices(choices), **_chosen(words))


class Checkboxes(fields.SelectMultipleField):
    """Any number of a few."""

    widget = markup.CheckboxesMarkup()

    def __init__(self, label: str, choices: Choices = (), **words: Any) -> None:
        super().__init__(label, choices=as_choices(choices), **_chosen(words))


class Select(fields.SelectField):
    """One of many, in a box that opens. Begin with ("", "Choose one") where none is chosen yet."""

    widget = markup.SelectMarkup()

    def __init__(self, label: str, choices: Iterable[Choice] = (), **words: Any) -> None:
        super().__init__(label, choices=as_choices(choices), **_chosen(words))


def as_choices(choices: Choices) -> list[Any]:
    """Choices as WTForms takes them. Use it to set a field's `choices` for one page."""
    by_group = choices if isinstance(choices, Mapping) else {"": choices}
    return [
        SelectChoice(value, text, {"hint": "".join(hint), "group": group})
        for group, members in by_group.items()
        for value, text, *hint in members
    ]


def _chosen(words: dict[str, Any]) -> dict[str, Any]:
    refusal = "Choose one from the list"
    return {"invalid_choice_message": refusal, "invalid_value_message": refusal, **_words(words)}


class Checkbox(fields.BooleanField):
    """One box to tick. `required` is the error when it is not ticked."""

    widget = markup.CheckboxMarkup()

    def __init__(self, label: str, **words: Any) -> None:
        super().__init__(label, **_words(words))


class FileUpload(fields.FileField):
    """One file, chosen or dropped on the box."""

    widget = markup.FileMarkup()

    def __init__(self, label: str, **words: Any) -> None:
        super().__init__(label, **_words(words))


class FilesUpload(fields.MultipleFileField):
    """Any number of files. `data` is a list of those that were chosen."""

    widget = markup.FileMarkup(multiple=True)

    def __init__(self, label: str, **words: Any) -> None:
        super().__init__(label, **_words(words))

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Leave out what is no file: words sent in its place, and the nameless one of an empty box."""
        self.data = [value for value in valuelist if getattr(value, "filename", "")]


class Submit(fields.SubmitField):
    """A button. Green, at most one a page; colour="secondary" is grey, "warning" red."""

    widget = markup.SubmitMarkup()

    def __init__(self, label: str, *, colour: str = "", **words: Any) -> None:
        classes = {"classes": f"govuk-button--{colour}"} if colour else {}
        words["render_kw"] = {**classes, **words.get("render_kw", {})}
        super().__init__(label, **words)
