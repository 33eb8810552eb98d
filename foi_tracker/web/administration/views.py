"""The settings of the authorities that a person administers."""

from __future__ import annotations

import io
import zipfile

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import closures as closing
from foi_tracker.casework import settings as casework
from foi_tracker.casework.corrections import export_corrections
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.references import BadPattern, check_pattern, period
from foi_tracker.extensions import db
from foi_tracker.law.notices.remedies import SLOWEST_REVIEW
from foi_tracker.law.regulator import in_force
from foi_tracker.letters.assets import SCHEME, marks, read
from foi_tracker.models import Authority
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.access import scope
from foi_tracker.web.administration.closure_form import ClosureForm
from foi_tracker.web.administration.forms import KINDS, SettingsForm, form_of
from foi_tracker.web.date_words import plural
from foi_tracker.web.desk import desk, today
from foi_tracker.web.downloads import download

room = Blueprint("administration", __name__)


@room.get("/authorities")
def index() -> ResponseReturnValue:
    """The authorities whose settings this person keeps."""
    found = authority_store.authorities(db.session, scope())
    return render_template("pages/administration/index.html", authorities=found, kinds=KINDS)


@room.route("/authorities/<int:authority_id>/settings", methods=["GET", "POST"])
def settings(authority_id: int) -> ResponseReturnValue:
    """All the settings of one authority on one page."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    form = form_of(casework.AuthoritySettings.of(authority), authority.version)
    if request.method == "POST":
        form.validate()
        if form.holds_together(authority.regulator_address, today()):
            try:
                changed = casework.change_settings(
                    desk(), authority, form.settings(), form.version_number(), form.last()
                )
            except NotAllowed as error:
                form.last_number.errors = [str(error)]
            else:
                flash(_said(changed))
                return redirect(url_for("administration.settings", authority_id=authority.id))
    return _page(authority, form), 422 if request.method == "POST" else 200


def _said(changed: list[str]) -> str:
    if "corrections_kept" in changed:
        return "The settings are saved. The corrections that were kept are deleted."
    return "The settings are saved." if changed else "Nothing was changed."


def _page(authority: Authority, form: SettingsForm) -> str:
    pattern = authority.reference_pattern
    try:
        check_pattern(form.reference_pattern.data or "")
        pattern = form.reference_pattern.data or pattern
    except BadPattern:
        pass  # the example stays that of the pattern in force
    days = form.review_working_days.data or ""
    return render_template(
        "pages/administration/settings.html",
        authority=authority,
        form=form,
        example=casework.example_reference(desk(), authority, pattern),
        last_number=casework.last_number(desk(), authority, pattern),
        period=period(pattern, today()),
        slow_review=days.isdecimal() and int(days[:6]) > SLOWEST_REVIEW,
        slowest=SLOWEST_REVIEW,
        regulator=in_force(today(), authority.regulator_changed_on),
        marks=marks(),
        kept=question_store.count_splits(db.session, authority),
    )


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


@room.get("/authorities/<int:authority_id>/marks/<name>.svg")
def mark(authority_id: int, name: str) -> ResponseReturnValue:
    """One of the bundled marks in the authority's colour."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    if name not in marks():
        abort(404)
    drawn, media_type = read(f"{SCHEME}marks/{name}.svg?{authority.accent.removeprefix('#')}")
    return Response(drawn, mimetype=media_type)


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
            flash(_moved_words("Added.", moved))
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
    flash(_moved_words("Taken off.", closing.remove_closure(desk(), authority, closure)))
    return redirect(url_for("administration.closures", authority_id=authority.id))


def _moved_words(done: str, moved: list[str]) -> str:
    """What was done, and the requests whose date it moved."""
    if not moved:
        return f"{done} No due date has moved."
    return f"{done} {plural(len(moved), 'due date')} moved: {', '.join(moved)}."
