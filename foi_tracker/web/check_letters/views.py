"""Check letters, keep what was found, look at results that were kept, take them away as CSV, delete them."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from itsdangerous import BadSignature
from werkzeug.wrappers import Response

from foi_tracker.casework.kept_checks import add_results, files_of, keep_results, remove_results
from foi_tracker.extensions import db
from foi_tracker.intake.checking import CheckedFile, check_file, rows
from foi_tracker.intake.csv_text import to_csv
from foi_tracker.models import KeptCheck
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import kept_checks as kept_store
from foi_tracker.store.scope import Scope
from foi_tracker.web.access import ACCESS, scope, scope_of
from foi_tracker.web.check_letters.forms import CheckForm, KeepForm
from foi_tracker.web.check_letters.found import files_in, not_sent, signed
from foi_tracker.web.check_letters.present import results_of
from foi_tracker.web.date_words import plural
from foi_tracker.web.desk import desk, holidays
from foi_tracker.web.downloads import download
from foi_tracker.web.form_errors import form_errors
from foi_tracker.web.transaction import let_go

room = Blueprint("check_letters", __name__)

ADDRESS = "/letters/check"
ONE = f"{ADDRESS}/<int:kept_id>"
KEPT_BEFORE = "These results had been kept before. They are here once."


@room.route(ADDRESS, methods=["GET", "POST"])
def check() -> ResponseReturnValue:
    """Letters to check, and what was found in them. Nothing of it stays here."""
    form = CheckForm()
    if request.method == "GET":
        return _page(form)
    form.validate()
    if not form.holds_together():
        return _page(form), 422
    return _shown(form, _read(form))


@room.post(f"{ADDRESS}/some")
def some() -> Response:
    """What was found in a few of many letters, which the page's script sends one lot after another."""
    form = CheckForm()
    form.validate()
    if not form.holds_together():
        abort(400)
    return Response(signed(_read(form)), mimetype="text/plain")


@room.post(f"{ADDRESS}/found")
def found() -> ResponseReturnValue:
    """What was found in all of those lots, on one page."""
    files = [*_carried(), *not_sent(request.form.getlist("too_large"))]
    if not files:
        return redirect(url_for("check_letters.check"), 303)
    return _shown(CheckForm(formdata=None), files)


@room.post(f"{ADDRESS}/keep")
def keep() -> ResponseReturnValue:
    """Keep what a page shows: by itself, or with what was kept before."""
    files = _carried()
    form = _keep_form()
    if not files or form is None:
        abort(400)
    if not form.validate():
        return _page(CheckForm(formdata=None), files, form), 422
    what, _, number = form.place.data.partition("-")
    if what == "new":
        authority = authority_store.get_authority(db.session, scope(), int(number))
        kept, is_new = keep_results(desk(), authority, files)
        flash("The results are kept. The letters are not." if is_new else KEPT_BEFORE)
    else:
        kept = kept_store.get_kept_check_for_change(db.session, scope(), int(number))
        flash(_added(len(files), add_results(desk(), kept, files)))
    return redirect(url_for("check_letters.kept", kept_id=kept.id), 303)


def _added(files: int, new: int) -> str:
    """What became of the results that were to be kept with others."""
    if not new:
        return KEPT_BEFORE
    before = f" {plural(files - new, 'letter')} had been kept before." if new < files else ""
    return f"The results are kept with the others.{before} The letters are not."


@room.get(ONE)
def kept(kept_id: int) -> ResponseReturnValue:
    """Results that were kept."""
    found = kept_store.get_kept_check(db.session, scope(), kept_id)
    return render_template(
        "pages/check_letters/kept.html",
        kept=found,
        authority=authority_store.get_authority(db.session, scope(), found.authority_id),
        results=results_of(files_of(found), holidays()),
    )


@room.get(f"{ONE}.csv")
def export(kept_id: int) -> Response:
    """The same, a row a finding."""
    found = kept_store.get_kept_check(db.session, scope(), kept_id)
    return download(to_csv(rows(files_of(found))).encode(), f"letters-checked-{kept_id}.csv", "text/csv")


@room.post(f"{ONE}/delete")
def remove(kept_id: int) -> ResponseReturnValue:
    """Delete results that were kept."""
    remove_results(desk(), kept_store.get_kept_check(db.session, scope(), kept_id))
    flash("The results are deleted.")
    return redirect(url_for("check_letters.check"), 303)


def _keeps() -> Scope:
    """The authorities for which the person signed in may keep results, see those kept and delete them."""
    return scope_of(current_user, ACCESS["check_letters.kept"].roles)


def _read(form: CheckForm) -> list[CheckedFile]:
    """Check each letter, which takes a second or two, while others use the database."""
    known, calendar = form.known(), holidays()
    let_go()
    return [check_file(name, content, known, calendar) for name, content in form.letters()]


def _carried() -> list[CheckedFile]:
    try:
        return files_in(request.form.getlist("found"))
    except BadSignature:
        abort(400)


def _shown(form: CheckForm, files: Sequence[CheckedFile]) -> ResponseReturnValue:
    if len(files) == 1 and files[0].problem:
        form.where.errors = [files[0].problem]
        return _page(form), 422
    return _page(form, files)


def _keep_form() -> KeepForm | None:
    """Nothing where the person may keep nothing."""
    if not (mine := authority_store.authorities(db.session, _keeps())):
        return None
    form = KeepForm()
    form.offer(mine, kept_store.kept_checks(db.session, _keeps()))
    return form


def _page(form: CheckForm, files: Sequence[CheckedFile] = (), keeping: KeepForm | None = None) -> str:
    before = [] if files else kept_store.kept_checks(db.session, _keeps())
    keeping = keeping or (_keep_form() if files else None)
    return render_template(
        "pages/check_letters/check.html",
        form=form,
        errors=[*form_errors(form), *(form_errors(keeping) if keeping else [])],
        results=results_of(files, holidays()) if files else None,
        csv=base64.b64encode(to_csv(rows(files)).encode()).decode() if files else "",
        found=signed(files) if files else "",
        keeping=keeping,
        kept=[_row(each) for each in before],
    )


def _row(kept: KeptCheck) -> dict[str, object]:
    """One line of the list of what was kept."""
    files = files_of(kept)
    return {
        "href": url_for("check_letters.kept", kept_id=kept.id),
        "made_at": kept.made_at,
        "made_by": kept.made_by,
        "files": len(files),
        "must": sum(file.count("must") for file in files),
        "should": sum(file.count("should") for file in files),
    }
