"""Pages for what goes wrong: what, why and what to do. Nothing typed is lost."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import Flask, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from foi_tracker.casework.desk import ChangedMeanwhile, NotAllowed
from foi_tracker.law.bank_holidays import OutsideCalendar
from foi_tracker.letters.pdf import PdfUnavailable
from foi_tracker.store.scope import NotFound
from foi_tracker.web import too_large
from foi_tracker.web.signin.carry import (
    fields_of,
    page_after_stale_token,
    page_to_sign_in_and_carry,
    same_site,
)
from foi_tracker.web.widgets import plain_text

HAS_A_PAGE = frozenset({400, 403, 404, 409})
UNSEEN = frozenset({"csrf_token", "version", "password", "carried", "logo_kept", "found"})


def init_errors(app: Flask) -> None:
    """Give each kind of error its page."""
    app.register_error_handler(CSRFError, _stale_token)
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(ChangedMeanwhile, _changed)
    app.register_error_handler(NotAllowed, _not_allowed)
    app.register_error_handler(OutsideCalendar, _not_allowed)
    app.register_error_handler(PdfUnavailable, _no_pdf)
    app.register_error_handler(RequestEntityTooLarge, _too_large)
    app.register_error_handler(HTTPException, _http)


def typed(form: MultiDict[str, str] | None = None) -> list[tuple[str, str]]:
    """What the person had typed, to show it again: names in plain words, empty fields left out.

    `form` is what was sent, where the request itself could not be read as it came.
    """
    return [
        (name.replace("_", " ").replace("-", " ").capitalize(), plain_text(value) or "")
        for name, values in (request.form if form is None else form).lists()
        if name not in UNSEEN
        for value in values
        if value.strip()
    ]


def _stale_token(error: Any) -> ResponseReturnValue:
    if not current_user.is_authenticated:
        return page_to_sign_in_and_carry()
    return page_after_stale_token() if same_site() else _page(400)


def _not_found(error: Any) -> ResponseReturnValue:
    return _page(404)


def _changed(error: Any) -> ResponseReturnValue:
    return render_template("pages/errors/changed.html", fields=typed(), back=_opened_from()), 409


def _opened_from() -> str:
    """The page that a form was sent from, if it is one of ours; else the address it was sent to."""
    source = urlsplit(request.referrer or "")
    if source.netloc == request.host and source.path.startswith("/"):
        return source.path
    return request.path if request.method == "GET" or _can_be_opened() else url_for("queue.index")


def _can_be_opened() -> bool:
    here = request.url_rule
    return any(
        here is not None and rule.rule == here.rule and "GET" in (rule.methods or ())
        for rule in current_app.url_map.iter_rules()
    )


def _not_allowed(error: Any) -> ResponseReturnValue:
    return _refusal(error), 409


def _no_pdf(error: Any) -> ResponseReturnValue:
    return _refusal(error), 503


def _refusal(error: Any) -> str:
    back = _opened_from()
    return render_template("pages/errors/not_allowed.html", why=str(error), fields=typed(), back=back)


def _too_large(error: Any) -> ResponseReturnValue:
    sent = too_large.read_over()
    again = fields_of(sent.form) if same_site() else []
    shown = {"sent": sent, "fields": typed(sent.form), "again": again, "path": request.full_path.rstrip("?")}
    return render_template("pages/errors/413.html", **shown), 413


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is not None and error.code < 400:
        return error
    return _page(error.code or 500)


def _page(code: int) -> ResponseReturnValue:
    name = code if code in HAS_A_PAGE else (500 if code >= 500 else 400)
    if code >= 500:
        current_app.logger.error("Answered %s to %s %s", code, request.method, request.path)
    return render_template(f"pages/errors/{name}.html", fields=typed()), code
