"""The fields of one ground on the answer page: made for each from what the law asks of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wtforms import Form, HiddenField
from wtforms.validators import ValidationError

from foi_tracker.law.exemptions import NCND, WITHHOLD, Exemption, choosable, find, is_weighed, provision_of
from foi_tracker.law.reasoning import Ask, needs_limb
from foi_tracker.web.provision_words import in_words, said
from foi_tracker.web.questions.answer_forms import pasted, pasted_line
from foi_tracker.web.version_form import as_sent
from foi_tracker.web.widgets import DateInput, Radios, Select, Text, TextArea

OPTIONAL = " (optional)"
_ROWS = {"reason": 4, "harm": 4}


@dataclass(frozen=True)
class Choice:
    """One exemption in the list to choose from."""

    code: str
    words: str


def grouped_choices(regime: str, purpose: str, kept: str = "") -> Mapping[str, list[Choice]]:
    """What can be chosen under this law, by what it protects. A code kept that is in no list stands last.

    To neither confirm nor deny only those with a provision that lets us: s.17(1)(b).
    """
    groups: dict[str, list[Choice]] = {}
    for row in choosable(regime):
        if purpose == WITHHOLD or row.ncnd:
            groups.setdefault(row.group, []).append(Choice(row.code, label_of(row)))
    if kept and kept not in {choice.code for choices in groups.values() for choice in choices}:
        known = find(kept)
        groups["As it was written"] = [Choice(kept, label_of(known) if known else kept)]
    return groups


def label_of(row: Exemption) -> str:
    """Preventing or detecting crime: section 31(1)(a)."""
    return f"{row.title}: {said(row.code)}"


def about(row: Exemption, limb: str, purpose: str, holder: str) -> str:
    """What the law says of it, in small under the list: its provision, and whether anything is weighed."""
    provision = in_words(provision_of(row, limb, purpose))
    what = "exception" if row.regime == "EIR" else "exemption"
    if is_weighed(row, limb, purpose, holder):
        return f"{provision}. A qualified {what}: the public interest must be weighed."
    return f"{provision}. There is no public interest test for it."


class GroundForm(Form):
    """Which exemption, which limb, what for. What it asks besides is added by `form_class`."""

    id = HiddenField(filters=(as_sent,))
    version = HiddenField(filters=(as_sent,))
    purpose = HiddenField(filters=(as_sent,), default=WITHHOLD)
    code = Select("Which exemption?", validate_choice=False, filters=(pasted_line,))
    limb = Radios("Which of these is it?", validate_choice=False)


def form_class(row: Exemption | None, purpose: str, asks: Sequence[Ask]) -> type[GroundForm]:
    """The form of a ground that asks these things."""
    fields: dict[str, Any] = {asked.name: _field(asked) for asked in asks}
    if row is not None and needs_limb(row, purpose):
        limbs = [(limb.code, f"{limb.words}: {limb_words(row, limb.code)}") for limb in row.limbs]
        fields["limb"] = Radios("Which of these is it?", limbs, validate_choice=False)
    return type("AskingGroundForm", (GroundForm,), fields)


def limb_words(row: Exemption, limb: str) -> str:
    """section 38(1)(a); regulation 13(2A)(a)."""
    return said(("reg " if row.regime == "EIR" else "s.") + limb)


def code_label(regime: str, purpose: str) -> str:
    """The question over the list."""
    what = "exception" if regime.startswith("EIR") else "exemption"
    if purpose == NCND:
        return f"Which {what} lets you say neither?"
    return f"Which {what}?"


def _field(asked: Ask) -> Any:
    label = asked.label if asked.required else f"{asked.label}{OPTIONAL}"
    if asked.choices:
        return Radios(label, asked.choices, hint=asked.hint, validate_choice=False)
    if asked.kind == "date":
        return DateInput(label, hint=asked.hint)
    if asked.kind == "number":
        keys = {"inputmode": "numeric"}
        return Text(label, hint=asked.hint, filters=(pasted_line,), validators=[_is_year], render_kw=keys)
    if asked.kind == "text":
        return Text(label, hint=asked.hint, filters=(pasted_line,))
    return TextArea(label, hint=asked.hint, rows=_ROWS.get(asked.name, 3), filters=(pasted,))


def _is_year(form: Form, field: Any) -> None:
    if not (field.data.isascii() and field.data.isdigit() and len(field.data) == 4):
        raise ValidationError("Enter the year in four digits, for example 1998")
