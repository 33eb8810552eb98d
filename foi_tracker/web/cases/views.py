"""The tabs of a request."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from foi_tracker.extensions import db
from foi_tracker.store import cases as case_store
from foi_tracker.web.access import scope
from foi_tracker.web.cases.band import band_of

room = Blueprint("cases", __name__)


@room.get("/requests/<int:case_id>")
def questions(case_id: int) -> ResponseReturnValue:
    """The questions, each with what became of it."""
    case = case_store.get_case(db.session, scope(), case_id)
    return render_template("pages/cases/questions.html", case=case, band=band_of(case))
