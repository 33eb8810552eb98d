"""Set up an authority on one page, and see its first letter."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user

from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.set_up import set_up_authority
from foi_tracker.casework.settings import settings_of
from foi_tracker.casework.settings_preview import sample_in
from foi_tracker.extensions import db
from foi_tracker.law.regulator import in_force
from foi_tracker.store import authorities as authority_store
from foi_tracker.web.access import may, open_also, scope
from foi_tracker.web.administration.choices import KINDS, kind_words
from foi_tracker.web.administration.preview import drawn, picture_of
from foi_tracker.web.administration.room import room
from foi_tracker.web.administration.set_up_form import PATTERNS, SetUpForm
from foi_tracker.web.desk import desk, today


@room.route("/authorities/new", methods=["GET", "POST"])
def set_up() -> ResponseReturnValue:
    """What cannot be guessed of a new authority. Whoever sets it up administers it."""
    form = SetUpForm(reference_pattern=next(iter(PATTERNS)))
    if request.method == "POST":
        form.validate()
        if form.holds_together(today()):
            try:
                made = set_up_authority(desk(), form.drafted(), current_user)
            except NotAllowed as refusal:
                form.name.errors = [str(refusal)]
            else:
                open_also([made.id])
                if left_out := form.left_out():
                    flash(f"This one, which you typed, is not kept: {', '.join(left_out.splitlines())}.")
                return redirect(url_for("administration.first_letter", authority_id=made.id))
    page = render_template(
        "pages/administration/set_up.html",
        form=form,
        words={kind: kind_words(kind) for kind in KINDS},
        regulator=in_force(today()),
        administers=bool(scope().authority_ids),
    )
    return page, 422 if request.method == "POST" else 200


@room.get("/authorities/<int:authority_id>/first-letter")
def first_letter(authority_id: int) -> ResponseReturnValue:
    """What its letters look like, on a request that nobody made; and the way to its first one."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    settings = settings_of(desk(), authority)
    facts = sample_in(desk(), authority, settings, "response")
    return render_template(
        "pages/administration/first_letter.html",
        authority=authority,
        letter=drawn(facts, picture_of(authority, settings, None), made_up=True),
        may_log=may("log_request.log", authority.id),
    )
