"""The errors of a form as the summary at the top of the page lists them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from wtforms.fields import Field, FieldList, FormField
from wtforms.form import BaseForm


class Problem(TypedDict):
    """One line of the error summary: its words, and the box that it speaks of."""

    text: str
    href: str


def form_errors(form: BaseForm) -> list[Problem]:
    """Every error of every field, in the order of the page, each linking to the box to mend.

    A field may say by `error_target` which of its boxes that is; an error of no field (a form
    left open too long) has an empty link.
    """
    whole_form = [Problem(text=str(error), href="") for error in form.form_errors]
    return whole_form + [problem for field in form for problem in _of_field(field)]


def _of_field(field: Field) -> Iterator[Problem]:
    if isinstance(field, FormField):
        yield from form_errors(field.form)
        return
    if isinstance(field, FieldList):
        for entry in field.entries:
            yield from _of_field(entry)
    target = "" if field.type == "CSRFTokenField" else getattr(field, "error_target", field.id)
    for error in field.errors:
        if isinstance(error, str):  # a list of fields repeats its entries' errors as lists
            yield Problem(text=error, href=f"#{target}" if target else "")
