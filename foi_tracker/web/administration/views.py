"""The authorities that a person administers: their list, their closed days, what officers corrected."""

from __future__ import annotations

import io
import zipfile

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import closures as closing
from foi_tracker.casework.corrections import export_corrections
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.extensions import db
from foi_tracker.store import authorities as authority_store
from foi_tracker.web.access import scope
from foi_tracker.web.administration.choices import KINDS
from foi_tracker.web.administration.closure_form import ClosureForm
from foi_tracker.web.administration.moved_words import moved_words
from foi_tracker.web.administration.room import room
from foi_tracker.web.date_words import plural
from foi_tracker.web.desk import desk
from foi_tracker.web.downloads import download


@room.get("/authorities")
def index() -> ResponseReturnValue:
    """The authorities whose settings this person keeps."""
    found = authority_store.authorities(db.session, scope())
    return render_template("pages/administration/index.html", authorities=found, kinds=KINDS)


@room.post("/authorities/<int:authority_id>/corrections.zip")
def corrections(authority_id: int) -> ResponseReturnValue:
    """What the authority's officers corrected, as one file to download."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    made = export_corrections(desk(), authority)
    said = f"{plural(made.questions, 'question')} in {plural(len(made.files), 'request')}.\n"
    if made.left_out:
        said += f"Left out, because they stand in no words of a request: {made.left_out}.\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in {**made.files, "README.txt": said}.items():
            archive.writestr(name, words)
    return download(packed.getvalue(), f"{authority.slug}-corrections.zip", "application/zip")


@room.route("/authorities/<int:authority_id>/closures", methods=["GET", "POST"])
def closures(authority_id: int) -> ResponseReturnValue:
    """The days when the office is shut, which count, and those without school, which do not."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    form = ClosureForm()
    if not closing.is_school(authority):
        del form.kind
    if form.validate_on_submit():
        try:
            moved = closing.add_closure(desk(), authority, form.draft())
        except NotAllowed as refusal:
            form[refusal.field or "first_on"].errors = [str(refusal)]
        else:
            flash(f"Added. {moved_words(moved)}")
            return redirect(url_for("administration.closures", authority_id=authority.id))
    page = render_template(
        "pages/administration/closures.html",
        authority=authority,
        form=form,
        closures=authority_store.closures(db.session, authority.id)[::-1],
        is_school=closing.is_school(authority),
    )
    return page, 422 if request.method == "POST" else 200


@room.post("/authorities/<int:authority_id>/closures/<int:closure_id>/remove")
def remove_closure(authority_id: int, closure_id: int) -> ResponseReturnValue:
    """Take such days off again."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    closure = authority_store.get_closure(db.session, authority, closure_id)
    flash(f"Taken off. {moved_words(closing.remove_closure(desk(), authority, closure))}")
    return redirect(url_for("administration.closures", authority_id=authority.id))
