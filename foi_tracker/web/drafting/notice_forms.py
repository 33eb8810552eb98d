"""The form of a letter that is not the answer, made from what its kind asks (law.notices.asks)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from wtforms.fields import Field
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from foi_tracker.law.notices.asks import Ask, day_of, pounds
from foi_tracker.web.version_form import VersionForm
from foi_tracker.web.widgets import Checkboxes, DateInput, Radios, Submit, Text, TextArea

PREVIEW = "preview"


class NoticeForm(VersionForm):
    """What every such letter asks; `form_for` adds what its kind asks, and its questions."""

    asks: tuple[Ask, ...] = ()
    today: date

    def said(self) -> dict[str, str]:
        """What was typed, as the letter keeps it."""
        return {ask.name: _as_said(self[ask.name].data) for ask in self.asks if self._is_wanted(ask)}

    def _is_wanted(self, ask: Ask) -> bool:
        name, value = ask.only_if
        return not name or self[name].data == value


def form_for(asks: Sequence[Ask], choices: Sequence[tuple[str, str]], today: date, **data: Any) -> NoticeForm:
    """The form for these asks; `choices` are the questions it may be about, none where there is no choice."""
    fields: dict[str, Any] = {ask.name: _field(ask) for ask in asks}
    if len(choices) > 1:
        fields["questions"] = Checkboxes(
            "Which questions is it about?",
            hint="The others keep their date.",
            choices=choices,
            required="Choose the questions that it is about",
        )
    fields["submit"] = Submit("Save")
    made: type[NoticeForm] = type("NoticeForm", (NoticeForm,), {**fields, "asks": tuple(asks)})
    form = made(**data)
    form.today = today
    return form


def _field(ask: Ask) -> Any:
    words: dict[str, Any] = {"hint": ask.hint}
    checks: list[Callable[[BaseForm, Field], None]] = []
    if ask.required and not ask.only_if[0]:
        words["required"] = f"Say {ask.lacking}"
    if ask.kind == "choice":
        return Radios(ask.label, choices=ask.choices, **words)
    if ask.kind == "date":
        if ask.only_if[0]:
            words["required"] = ""
        checks.append(_on_its_side(ask))
        return DateInput(ask.label, validators=checks, **words)
    if ask.kind == "money":
        return Text(ask.label, _is_money, longest=20, **words)
    if ask.kind == "text":
        return Text(ask.label, **words)
    return TextArea(ask.label, rows=4, **words)


def _is_money(form: BaseForm, field: Field) -> None:
    if pounds(field.data) is None:
        raise ValidationError("Enter an amount in pounds, for example 12.50")


def _on_its_side(ask: Ask) -> Callable[[BaseForm, Field], None]:
    """A date that lies on the side of today that it must."""

    def check(form: BaseForm, field: Field) -> None:
        today = getattr(form, "today", None)
        if field.data is None or today is None:
            return
        if ask.falls == "past" and field.data > today:
            raise ValidationError("That day is still to come. Enter the day it happened")
        if ask.falls == "coming" and field.data <= today:
            raise ValidationError("Enter a day that is still to come")

    return check


def lacks_what_a_choice_asks(form: NoticeForm) -> bool:
    """Say at its field what a choice asks and is empty; whether there was any."""
    found = False
    for ask in form.asks:
        name, value = ask.only_if
        field = form[ask.name]
        if name and form[name].data == value and ask.required and not field.data and not field.errors:
            field.errors = [f"Say {ask.lacking}"]
            found = True
    return found


def as_typed(asks: Sequence[Ask], said: Mapping[str, str]) -> dict[str, Any]:
    """What a letter keeps, as the form's fields want it."""
    return {
        ask.name: day_of(said.get(ask.name, "")) if ask.kind == "date" else said.get(ask.name, "")
        for ask in asks
    }


def _as_said(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "").strip()
