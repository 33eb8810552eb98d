"""Who signs a letter, where more than one person may."""

from __future__ import annotations

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from foi_tracker.casework.signing import choose_signatory
from foi_tracker.extensions import db
from foi_tracker.store import letters as letter_store
from foi_tracker.web.addresses import id_of
from foi_tracker.web.desk import desk
from foi_tracker.web.drafting.room import room
from foi_tracker.web.drafting.sign_form import SignForm
from foi_tracker.web.drafting.views import case_to_change, letter_page


@room.post("/requests/<int:case_id>/letters/<int:letter_id>/signatory")
def sign(case_id: int, letter_id: int) -> ResponseReturnValue:
    """Let another of the authority's signatories sign this letter."""
    case = case_to_change(case_id)
    letter = letter_store.get_letter(db.session, case, letter_id)
    form = SignForm()
    chosen = id_of(form.signatory.data or "") or None
    choose_signatory(desk(), case, letter, chosen, form.version_number())
    flash("Saved who signs it.")
    return redirect(letter_page(case, letter))
