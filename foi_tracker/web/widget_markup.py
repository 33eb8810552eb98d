"""How each field is drawn: govuk-frontend-wtf's widgets, with their faults mended in one place.

Mended: only the first error was shown; an empty hint stood behind choices without help; the
browser's own "required" bubble came before our words; a textarea printed its rows twice, and lost
or gained white space on every round; a date's parts shared one name and its error led nowhere.
"""

from __future__ import annotations

from typing import Any

from govuk_frontend_wtf import wtforms_widgets as govuk
from govuk_frontend_wtf.gov_form_base import GovFormBase
from markupsafe import Markup

BOXES = ("day", "month", "year")
OURS = ("heading", "classes", "provision", "inline", "small", "reveal")


class Mended(GovFormBase):
    """What every widget shares. `OURS` are the options a template may give besides HTML attributes."""

    block = ""  # GOV.UK's class, for its variants
    after = "afterInput"  # GOV.UK's name for what follows the box

    def map_gov_params(self, field: Any, **kwargs: Any) -> dict[str, Any]:
        """GOV.UK's options for this field."""
        kwargs.pop("required", None)
        ours = {name: kwargs.pop(name) for name in OURS if name in kwargs}
        params: dict[str, Any] = super().map_gov_params(field, **kwargs)
        if not field.description:
            params.pop("hint", None)
        if field.errors:
            params["errorMessage"] = {"html": Markup("<br>").join(field.errors)}
        self.dress(params, ours)
        return params

    def dress(self, params: dict[str, Any], ours: dict[str, Any]) -> None:
        """Turn our few options into GOV.UK's."""
        classes = [ours["classes"]] if ours.get("classes") else []
        classes += [f"{self.block}--{name}" for name in ("inline", "small") if ours.get(name)]
        if classes:
            params["classes"] = " ".join(classes)
        if ours.get("heading"):
            title = params["fieldset"]["legend"] if "fieldset" in params else params["label"]
            kind = "fieldset__legend" if "fieldset" in params else "label"
            title["classes"] = f"govuk-{kind}--{ours['heading']}"
        if ours.get("provision"):
            small_print = Markup('<p class="app-provision">{}</p>').format(ours["provision"])
            params["formGroup"] = {self.after: {"html": small_print}}
            params["inputWrapper"] = {"classes": "app-input-stack"}


class TextMarkup(Mended, govuk.GovTextInput):
    """One line."""


class EmailMarkup(TextMarkup):
    """One line, with the keyboard for addresses on a phone."""

    input_type = "email"

    def map_gov_params(self, field: Any, **kwargs: Any) -> dict[str, Any]:
        """GOV.UK's options, with no spell check of an address."""
        return {"spellcheck": False, **super().map_gov_params(field, **kwargs)}


class PasswordMarkup(Mended, govuk.GovPasswordInput):
    """A password, with a button that shows it."""


class TextAreaMarkup(Mended, govuk.GovTextArea):
    """Several lines."""

    def map_gov_params(self, field: Any, **kwargs: Any) -> dict[str, Any]:
        """GOV.UK's options. Line ends are written as references, so that no indenting of the markup
        around gets into the text; a browser drops the first, so there is one more.
        """
        rows = kwargs.pop("rows", 5)
        params = super().map_gov_params(field, **kwargs)
        params["rows"] = rows
        params["value"] = Markup("&#10;").join(["", *params["value"].split("\n")])
        return params


class SelectMarkup(Mended, govuk.GovSelect):
    """A box that opens."""


class FileMarkup(Mended, govuk.GovFileInput):
    """A file, in a box that it can be dropped on. GOV.UK's scripted drop zone is not used: its button's
    name does not begin with the words on it (WCAG 2.5.3), and browsers take a drop without it.
    """

    def map_gov_params(self, field: Any, **kwargs: Any) -> dict[str, Any]:
        """GOV.UK's options."""
        return {"formGroup": {"classes": "app-drop"}, **super().map_gov_params(field, **kwargs)}


class SubmitMarkup(Mended, govuk.GovSubmitInput):
    """A button that can be pressed once."""

    def map_gov_params(self, field: Any, **kwargs: Any) -> dict[str, Any]:
        """GOV.UK's options."""
        return {**super().map_gov_params(field, **kwargs), "preventDoubleClick": True}


class Choosing(Mended):
    """Shared by radios and checkboxes: help for each choice, and what a choice opens."""

    template = "pages/_macros/choices.html"
    after = "afterInputs"

    def map_gov_params(self, field: Any, **kwargs: Any) -> dict[str, Any]:
        """GOV.UK's options, with the choices in their groups; one without a heading is all of them."""
        reveal = kwargs.get("reveal", {})
        params = super().map_gov_params(field, **kwargs)
        params["idPrefix"] = field.id
        groups: dict[str, list[dict[str, Any]]] = {}
        for item, option in zip(params["items"], field, strict=True):
            choice = option.choice
            if choice.render_kw.get("hint"):
                item["hint"] = {"text": choice.render_kw["hint"]}
            if choice.value in reveal:
                item["conditional"] = {"html": reveal[choice.value]}
            groups.setdefault(choice.render_kw.get("group", ""), []).append(item)
        params["kind"] = self.input_type
        params["groups"] = [{"heading": name, "items": items} for name, items in groups.items()]
        return params


class RadiosMarkup(Choosing, govuk.GovRadioInput):
    """One of a few."""

    block = "govuk-radios"


class CheckboxesMarkup(Choosing, govuk.GovCheckboxesInput):
    """Any number of a few."""

    block = "govuk-checkboxes"


class CheckboxMarkup(Mended, govuk.GovCheckboxInput):
    """One box to tick, with its help beside it."""

    block = "govuk-checkboxes"
    after = "afterInputs"

    def map_gov_params(self, field: Any, **kwargs: Any) -> dict[str, Any]:
        """GOV.UK's options."""
        params = super().map_gov_params(field, **kwargs)
        (item,) = params["items"]
        item["value"] = "y"
        if params.pop("hint", None):
            item["hint"] = {"text": field.description}
        return {**params, "idPrefix": field.id}


class DateMarkup(Mended):
    """Three boxes under one legend; the red edge is on those that are wrong."""

    template = "govuk_frontend_wtf/date.html"
    after = "afterInputs"

    def __call__(self, field: Any, **kwargs: Any) -> Markup:
        """The field's markup."""
        drawn: Markup = super().__call__(field, **{"id": field.id, **kwargs})
        return drawn

    def map_gov_params(self, field: Any, **kwargs: Any) -> dict[str, Any]:
        """GOV.UK's options, each box with a name and an id of its own."""
        legend = {"fieldset": {"legend": {"text": field.label.text}}}
        params = super().map_gov_params(field, **{"params": legend, **kwargs})
        params["items"] = [
            {
                "name": f"{field.name}-{box}",
                "id": f"{field.id}-{box}",
                "label": box.capitalize(),
                "classes": f"govuk-input--width-{4 if box == 'year' else 2}"
                + (" govuk-input--error" if field.errors and field.wrong_box in ("", box) else ""),
                "value": value,
            }
            for box, value in zip(BOXES, field.typed, strict=True)
        ]
        return params
