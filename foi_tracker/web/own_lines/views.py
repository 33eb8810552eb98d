"""An officer's own lines: write one, change it, throw it away. They are put in on the page of a question."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import own_lines as keeping
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.extensions import db
from foi_tracker.models import Authority, OwnLine
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import own_lines as line_store
from foi_tracker.web.access import scope
from foi_tracker.web.desk import desk
from foi_tracker.web.own_lines.forms import LineForm

room = Blueprint("own_lines", __name__)
ADDRESS = "/authorities/<int:authority_id>/lines"


@room.route(ADDRESS, methods=["GET", "POST"])
def lines(authority_id: int) -> ResponseReturnValue:
    """Those there are, and a form for one more."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    form = LineForm()
    if _kept(authority, form):
        return _to_list(authority)
    mine = line_store.own_lines(db.session, authority.id, desk().actor.user_id)
    page = render_template("pages/own_lines/lines.html", authority=authority, form=form, lines=mine)
    return page, 422 if request.method == "POST" else 200


@room.route(f"{ADDRESS}/<int:line_id>", methods=["GET", "POST"])
def line(authority_id: int, line_id: int) -> ResponseReturnValue:
    """Change one of them."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    found = line_store.get_own_line(db.session, authority, desk().actor.user_id, line_id)
    form = LineForm(obj=found)
    if _kept(authority, form, found):
        return _to_list(authority)
    page = render_template("pages/own_lines/line.html", authority=authority, form=form, line=found)
    return page, 422 if request.method == "POST" else 200


@room.post(f"{ADDRESS}/<int:line_id>/remove")
def remove(authority_id: int, line_id: int) -> ResponseReturnValue:
    """Throw one away."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    found = line_store.get_own_line(db.session, authority, desk().actor.user_id, line_id)
    flash(f"“{found.name}” is gone. Answers that have its words keep them.")
    keeping.remove_line(desk(), authority, found)
    return _to_list(authority)


def _kept(authority: Authority, form: LineForm, found: OwnLine | None = None) -> bool:
    """Keep what was sent, if it can be. Where the house refuses, its words stand at the field."""
    if not form.validate_on_submit():
        return False
    try:
        line = keeping.keep_line(desk(), authority, form.draft(), found, form.version_number())
    except NotAllowed as refusal:
        form[refusal.field or "name"].errors = [str(refusal)]
        return False
    flash(f"“{line.name}” is kept.")
    return True


def _to_list(authority: Authority) -> ResponseReturnValue:
    return redirect(url_for("own_lines.lines", authority_id=authority.id), 303)
