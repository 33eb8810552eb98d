"""Say of a letter that was issued that it is not to leave."""

from __future__ import annotations

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from foi_tracker.casework import not_to_leave
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.extensions import db
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.store import letters as letter_store
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.desk import desk
from foi_tracker.web.drafting.forms import KeepBackForm
from foi_tracker.web.drafting.room import room
from foi_tracker.web.drafting.views import case_to_change, case_to_read, letter_page


@room.route("/requests/<int:case_id>/letters/<int:letter_id>/not-to-leave", methods=["GET", "POST"])
def keep_back(case_id: int, letter_id: int) -> ResponseReturnValue:
    """Ask why the letter is not to leave, and record it."""
    case = case_to_change(case_id) if request.method == "POST" else case_to_read(case_id)
    letter = letter_store.get_letter(db.session, case, letter_id)
    if why_not := not_to_leave.why_not_kept_back(desk(), case, letter):
        raise NotAllowed(why_not)
    form = KeepBackForm()
    if form.validate_on_submit():
        not_to_leave.keep_back(desk(), case, letter, form.why.data or "")
        flash("Recorded that the letter is not to leave. It is kept as it is.")
        return redirect(letter_page(case, letter))
    page = render_template(
        "pages/drafting/not_to_leave.html",
        case=case,
        band=band_of(case),
        letter=letter,
        form=form,
        kind=KIND_LABELS[Kind(letter.kind)],
    )
    return page, 422 if form.errors else 200
