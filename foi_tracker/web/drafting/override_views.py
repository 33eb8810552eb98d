"""Let a finding pass with a reason, and take that back."""

from __future__ import annotations

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from foi_tracker.casework import letters as casework
from foi_tracker.casework import overrides
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.extensions import db
from foi_tracker.law.notices.facts import Finding
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.models import Case, Letter
from foi_tracker.store import letters as letter_store
from foi_tracker.web.addresses import id_of
from foi_tracker.web.blind import blinded
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.desk import desk
from foi_tracker.web.drafting.forms import OverrideForm
from foi_tracker.web.drafting.room import room
from foi_tracker.web.drafting.views import case_to_change, case_to_read, letter_page
from foi_tracker.web.widgets import plain_text


@room.route("/requests/<int:case_id>/letters/<int:letter_id>/let-pass", methods=["GET", "POST"])
def let_pass(case_id: int, letter_id: int) -> ResponseReturnValue:
    """Let one finding pass, with a reason: the letter may then be issued with it."""
    case = case_to_change(case_id) if request.method == "POST" else case_to_read(case_id)
    letter = letter_store.get_letter(db.session, case, letter_id)
    key = plain_text(request.values.get("finding")) or ""
    finding = _finding(case, letter, key)
    form = OverrideForm(version=letter.version, finding=key)
    if form.validate_on_submit():
        reason, version = form.reason.data or "", form.version_number()
        try:
            overrides.let_pass(desk(), case, letter, key, reason, version)
        except NotAllowed as error:
            if error.field != "reason":
                raise
            form.reason.errors = [str(error)]
        else:
            flash("Let pass. The reason is on the record.")
            return redirect(letter_page(case, letter))
    page = render_template(
        "pages/drafting/let_pass.html",
        case=case,
        band=band_of(case),
        letter=letter,
        form=form,
        kind=KIND_LABELS[Kind(letter.kind)],
        text=blinded(case, finding.message),
        provision=finding.provision,
    )
    return page, 422 if form.errors else 200


def _finding(case: Case, letter: Letter, key: str) -> Finding:
    """The finding that stops the letter.

    Raises:
        NotAllowed: the letter is issued, the check does not find this, or no reason is enough for it.
    """
    if letter.state != casework.DRAFT:
        raise NotAllowed("This letter is issued, so it stays as it is.")
    _, findings = casework.check_letter(desk(), case, letter)
    for finding in findings:
        if finding.level == "must" and overrides.key_of(finding) == key:
            if not overrides.may_pass(finding):
                raise NotAllowed(overrides.NO_SECOND_LOOK)
            return finding
    raise NotAllowed("The check no longer finds this. Open the letter again.")


@room.post("/requests/<int:case_id>/letters/<int:letter_id>/stop-again")
def stop_again(case_id: int, letter_id: int) -> ResponseReturnValue:
    """Take it back: the finding stops the letter again."""
    case = case_to_change(case_id)
    letter = letter_store.get_letter(db.session, case, letter_id)
    overrides.stop_again(desk(), case, letter, id_of(request.form.get("override", "")))
    flash("Taken back: it stops the letter again.")
    return redirect(letter_page(case, letter))
