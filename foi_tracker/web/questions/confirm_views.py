"""Confirm the questions: their words and ours side by side, put right with one press each."""

from __future__ import annotations

from dataclasses import replace

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework.desk import ChangedMeanwhile, NotAllowed
from foi_tracker.casework.questions import answers_that_go, confirm_questions, split_of, standing
from foi_tracker.extensions import db
from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.models import Case
from foi_tracker.store import cases as case_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.access import scope
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.date_words import plural
from foi_tracker.web.desk import desk
from foi_tracker.web.questions.confirm_moves import Source, act
from foi_tracker.web.questions.confirm_rows import marked, rows_of, split_view, undecided
from foi_tracker.web.questions.confirm_state import (
    BadState,
    State,
    as_draft,
    fields_of_card,
    first_state,
    opening_words,
    read_state,
    written,
)
from foi_tracker.web.questions.room import room

LONG_LABEL = 2  # characters that the margin has room for


@room.route("/requests/<int:case_id>/questions", methods=["GET", "POST"])
def confirm(case_id: int) -> ResponseReturnValue:
    """The page as it opens, after each act on it, and what is kept at its end."""
    if request.method == "GET":
        case = case_store.get_case(db.session, scope(), case_id)
        source = _source(case)
        kept = question_store.questions_of(db.session, case)
        state = first_state(case, source.split, kept)
        return _page(case, source, replace(state, stood=standing(desk(), case)))
    case = case_store.get_case_for_change(db.session, scope(), case_id)
    source = _source(case)
    try:
        state = read_state(request.form, case.words)
        command = request.form.get("act", "done")
        if command != "confirm":
            return _page(case, source, act(state, source, command, request.form.get("cursor", "")))
    except BadState:
        abort(400)
    return _keep(case, source, state)


def _source(case: Case) -> Source:
    kept = question_store.questions_of(db.session, case)
    answered = frozenset(question_store.ever_issued_question_ids(db.session, case))
    return Source(case.words, split_of(db.session, case), tuple(map(as_draft, kept)), answered)


def _keep(case: Case, source: Source, state: State) -> ResponseReturnValue:
    try:
        kept = confirm_questions(desk(), case, state.counted, state.preamble, state.version, state.stood)
    except NotAllowed as refusal:
        return _page(case, source, state, problem=str(refusal)), 422
    except ChangedMeanwhile:
        changed = "answered" if case.version == state.version else "changed"
        state = replace(state, version=case.version, stood=standing(desk(), case))
        return _page(case, source, state, changed=changed), 409
    flash(f"{plural(len(kept), 'question')} confirmed.", "done")
    return redirect(url_for("cases.questions", case_id=case.id), 303)


def _page(case: Case, source: Source, state: State, problem: str = "", changed: str = "") -> str:
    """The page of a state. `changed`: what somebody did meanwhile, "changed" or "answered" a question."""
    rows = rows_of(source, state)
    present = question_store.questions_of(db.session, case)
    return render_template(
        "pages/questions/confirm.html",
        case=case,
        band=band_of(case),
        rows=rows,
        state=state,
        count=len(state.counted),
        long_labels=any(len(row.label) > LONG_LABEL for row in rows),
        undecided=undecided(rows),
        marked=marked(rows),
        errors=[{"text": problem, "href": ""}] if problem else [],
        changed=changed,
        present=present,
        going=answers_that_go(present, state.counted),
        outcomes=OUTCOMES,
        opening=opening_words(case.words, source.split),
        fields_of_card=fields_of_card,
        written=written,
        split_view=split_view,
    )
