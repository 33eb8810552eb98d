"""How pages are drawn: where templates are found, what a missing name does, the filters they use."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader, Undefined

from foi_tracker.web import date_words
from foi_tracker.web.form_errors import form_errors
from foi_tracker.web.shell import Shell

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


class Missing(Undefined):
    """A name that the view did not give: an error when printed, counted or walked through.

    In a truth test or a comparison it is merely false, because GOV.UK's macros ask about every
    option that they could have been given.
    """

    __slots__ = ()
    __str__ = __iter__ = __len__ = Undefined._fail_with_undefined_error


def init_templating(app: Flask) -> None:
    """Give the application its loader, its filters and its globals."""
    app.jinja_loader = ChoiceLoader(
        [
            FileSystemLoader(TEMPLATES),
            PrefixLoader(
                {name: PackageLoader(name) for name in ("govuk_frontend_jinja", "govuk_frontend_wtf")}
            ),
        ]
    )
    app.jinja_env.undefined = Missing
    app.jinja_env.filters.update(
        say_date=date_words.say_date,
        say_short_date=date_words.say_short_date,
        say_plain_date=date_words.say_plain_date,
        say_instant=date_words.say_instant,
        say_days_left=date_words.say_days_left,
        say_number=date_words.say_number,
        plural=date_words.plural,
    )
    app.jinja_env.globals.update(form_errors=form_errors, signed_out=Shell())
