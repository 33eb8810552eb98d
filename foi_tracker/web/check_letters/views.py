"""Check letters, look at results that were kept, take them away as CSV, delete them."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from werkzeug.wrappers import Response

from foi_tracker.casework.kept_checks import files_of, keep_results, remove_results
from foi_tracker.extensions import db
from foi_tracker.intake.checking import CheckedFile, check_file, rows
from foi_tracker.intake.csv_text import to_csv
from foi_tracker.models import Authority, KeptCheck
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import kept_checks as kept_store
from foi_tracker.store.scope import Scope
from foi_tracker.web.access import ACCESS, scope, scope_of
from foi_tracker.web.check_letters.forms import CheckForm
from foi_tracker.web.check_letters.present import results_of
from foi_tracker.web.desk import desk, holidays
from foi_tracker.web.downloads import download

room = Blueprint("check_letters", __name__)

ADDRESS = "/letters/check"
ONE = f"{ADDRESS}/<int:kept_id>"


@room.route(ADDRESS, methods=["GET", "POST"])
def check() -> ResponseReturnValue:
    """Letters to check, and what was found in them. Nothing of it stays here unless it is to be kept."""
    mine = authority_store.authorities(db.session, _keeps())
    form = CheckForm()
    form.offer(mine)
    if request.method == "GET":
        return _page(form)
    form.validate()
    if not form.holds_together():
        return _page(form), 422
    known, calendar = form.known(), holidays()
    files = [check_file(name, content, known, calendar) for name, content in form.letters()]
    if len(files) == 1 and files[0].problem:
        (form.files if form.files.data else form.words).errors = [files[0].problem]
        return _page(form), 422
    if "keep" in form and form.keep.data:
        kept = keep_results(desk(), _chosen(form, mine), files)
        flash("The results are kept. The letters are not.")
        return redirect(url_for("check_letters.kept", kept_id=kept.id), 303)
    return _page(form, files)


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


def _chosen(form: CheckForm, mine: Sequence[Authority]) -> Authority:
    if "authority" not in form:
        return mine[0]
    return next(authority for authority in mine if str(authority.id) == form.authority.data)


def _page(form: CheckForm, files: Sequence[CheckedFile] = ()) -> str:
    results = results_of(files, holidays()) if files else None
    return render_template(
        "pages/check_letters/check.html",
        form=form,
        results=results,
        csv=base64.b64encode(to_csv(rows(files)).encode()).decode() if files else "",
        kept=[_row(each) for each in kept_store.kept_checks(db.session, _keeps())],
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
