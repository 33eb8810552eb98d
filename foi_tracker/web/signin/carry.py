"""Carry the fields of a form over a session's end, so that nothing typed is lost.

The fields travel through the sign-in page signed, so that no other site can slip fields of its own
into them, and are posted again from a page of ours with a fresh token.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.datastructures import MultiDict

from foi_tracker.web.signin.forms import SignInForm

KEPT_FOR = 24 * 60 * 60  # seconds
NOT_CARRIED = frozenset({"csrf_token", "carried", "password"})


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="carried fields")


def _fields() -> list[list[str]]:
    return fields_of(request.form)


def fields_of(form: MultiDict[str, str]) -> list[list[str]]:
    """The names and values of a form that may be sent again."""
    return [[name, value] for name, values in form.lists() if name not in NOT_CARRIED for value in values]


def same_site() -> bool:
    """Whether the form was sent from one of our own pages. A form of another site is never carried."""
    fetched = request.headers.get("Sec-Fetch-Site")
    if fetched is not None:
        return fetched in ("same-origin", "none")
    source = request.headers.get("Origin") or request.headers.get("Referer")
    return source is not None and urlsplit(source).netloc == request.host


def page_to_sign_in_and_carry() -> ResponseReturnValue:
    """The sign-in page, holding what was typed."""
    carried = ""
    if same_site():
        carried = str(_serializer().dumps({"path": request.full_path.rstrip("?"), "fields": _fields()}))
    form = SignInForm(formdata=None, carried=carried)
    return render_template("pages/signin/sign_in.html", form=form, carries=bool(carried)), 401


def page_to_carry_on(carried: str) -> ResponseReturnValue | None:
    """The page that posts the carried fields again; None where there are none, or they were tampered with."""
    try:
        found: Any = _serializer().loads(carried, max_age=KEPT_FOR)
    except BadSignature:
        return None
    return render_template("pages/signin/carry_on.html", path=found["path"], fields=found["fields"])


def page_after_stale_token() -> ResponseReturnValue:
    """A form whose token is of an earlier session (a second tab): the same, without signing in."""
    path = request.full_path.rstrip("?")
    return render_template("pages/signin/carry_on.html", path=path, fields=_fields())
