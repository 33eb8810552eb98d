"""Sign in with a password or a one-time link; sign out."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from flask_security.utils import login_user, logout_user, verify_and_update_password

from foi_tracker.extensions import db
from foi_tracker.models import User, now
from foi_tracker.store.authorities import authorities
from foi_tracker.store.scope import Scope
from foi_tracker.web.access import OPENS, open_also
from foi_tracker.web.signin.carry import page_to_carry_on
from foi_tracker.web.signin.forms import SignInForm
from foi_tracker.web.signin.store import find_by_email, find_link, person_of

room = Blueprint("signin", __name__)


@room.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    """Ask for the password; afterwards go on where the person was, with what they had typed."""
    form = SignInForm(next=request.args.get("next", ""))
    if request.method == "GET" and current_user.is_authenticated:
        return redirect(_inside(form.next.data))
    if form.validate_on_submit():
        user = find_by_email(form.email.data or "")
        if user and user.password and verify_and_update_password(form.password.data or "", user):
            _start(user, None)
            carried = page_to_carry_on(form.carried.data) if form.carried.data else None
            return carried or redirect(_inside(form.next.data))
        form.password.errors = ["The email address or the password is not right"]
    status = 422 if form.errors else 200
    return render_template("pages/signin/sign_in.html", form=form, carries=bool(form.carried.data)), status


@room.route("/sign-in/link/<token>", methods=["GET", "POST"])
def link(token: str) -> ResponseReturnValue:
    """A one-time link. Opening it shows a button, because mail programs open links by themselves."""
    found = find_link(token)
    user = person_of(found) if found else None
    if found is None or user is None:
        return render_template("pages/signin/link_used.html"), 410
    if request.method == "POST":
        found.used_at = now()
        _start(user, found.opens)
        return redirect(url_for("queue.index"))
    opened = None if found.opens is None else Scope(frozenset(found.opens))
    names = [each.name for each in authorities(db.session, opened)] if opened else []
    return render_template("pages/signin/link.html", name=user.name, opens=names)


@room.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """End the session."""
    logout_user()
    return redirect(url_for("signin.sign_in"))


def _start(user: User, opened: Collection[int] | None) -> None:
    """Sign in. What a link for the same person has opened in this browser stays open."""
    if not (current_user.is_authenticated and current_user.id == user.id):
        session.pop(OPENS, None)
    login_user(user)
    open_also(opened)
    db.session.flush()


def _inside(target: str | None) -> str:
    """The address within this site to go to: never another site's."""
    parts = urlsplit(target or "")
    inside = target and not parts.scheme and not parts.netloc and target.startswith("/")
    # A backslash or a second slash is another site's address to some browsers.
    if inside and target and not target.startswith(("//", "/\\")) and "\\" not in target:
        return target
    return url_for("queue.index")
