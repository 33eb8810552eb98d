"""Choose what happened, record it, correct it or take it off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import events as casework
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.extensions import db
from foi_tracker.models import Case, ClockEvent, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.access import scope
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.clock_events import present
from foi_tracker.web.clock_events.forms import EventForm, RemoveForm, kept_values, place
from foi_tracker.web.clock_events.kinds import BY_TYPE, KINDS, EventKind
from foi_tracker.web.desk import desk

room = Blueprint("clock_events", __name__)

ADDRESS = "/requests/<int:case_id>/clock"
BOTH = ["GET", "POST"]


@room.get(f"{ADDRESS}/record")
def choose(case_id: int) -> ResponseReturnValue:
    """Everything that can happen, in plain words; what cannot be now says why."""
    case = _case(case_id)
    groups = present.choices(desk(), case, question_store.questions_of(db.session, case))
    return render_template("pages/clock_events/choose.html", case=case, band=band_of(case), groups=groups)


@room.route(f"{ADDRESS}/record/<what>", methods=BOTH)
def record(case_id: int, what: str) -> ResponseReturnValue:
    """One thing that happened: only what it asks for."""
    case, kind = _case(case_id), KINDS.get(what)
    if kind is None or kind.correctable_only:
        abort(404)
    questions = question_store.questions_of(db.session, case)
    asked = present.asked_about(desk(), case, kind, questions)
    form = EventForm(data={"questions": [str(id_) for id_ in asked.ticked]})
    form.for_kind(kind, asked.questions, asked.notes)
    if form.validate_on_submit():
        before = case.due_on
        try:
            casework.record_event(desk(), case, form.draft(kind, case, asked.questions))
        except NotAllowed as refusal:
            place(form, refusal.field, str(refusal))
        else:
            flash(present.effect(desk(), case, before))
            return _to_clock(case)
    return _page(case, kind, form)


@room.route(f"{ADDRESS}/events/<int:event_id>", methods=BOTH)
def correct(case_id: int, event_id: int) -> ResponseReturnValue:
    """Say what it was in truth; what was said before stays in the history."""
    case = _case(case_id)
    event, kind = _event(case, event_id)
    questions = _questions(case, event)
    form = EventForm(data=kept_values(event))
    form.for_kind(kind, questions, {})
    if form.validate_on_submit():
        before = case.due_on
        try:
            casework.correct_event(desk(), case, event, form.draft(kind, case, questions))
        except NotAllowed as refusal:
            place(form, refusal.field, str(refusal))
        else:
            flash(present.effect(desk(), case, before))
            return _to_clock(case)
    return _page(case, kind, form, event, RemoveForm(formdata=None))


@room.post(f"{ADDRESS}/events/<int:event_id>/remove")
def remove(case_id: int, event_id: int) -> ResponseReturnValue:
    """Take off what never happened, and say why."""
    case = _case(case_id)
    event, kind = _event(case, event_id)
    removing = RemoveForm()
    if removing.validate():
        before = case.due_on
        try:
            casework.remove_event(desk(), case, event, removing.reason.data or "")
        except NotAllowed as refusal:
            if event.letter_id is not None:  # its page has no box for a reason
                raise
            place(removing, "reason", str(refusal))
        else:
            flash(present.effect(desk(), case, before))
            return _to_clock(case)
    form = EventForm(formdata=None, data=kept_values(event))
    form.for_kind(kind, _questions(case, event), {})
    return _page(case, kind, form, event, removing)


def _case(case_id: int) -> Case:
    get = case_store.get_case_for_change if request.method == "POST" else case_store.get_case
    return get(db.session, scope(), case_id)


def _event(case: Case, event_id: int) -> tuple[ClockEvent, EventKind]:
    event = case_store.get_clock_event(db.session, case, event_id)
    kind = BY_TYPE.get(event.type)
    if kind is None or (event.type in casework.BY_THEIR_LETTER and event.letter_id is None):
        abort(404)
    if event.type.startswith("reg9"):  # under the Regulations only what was needed is such an event
        kind = replace(kind, asks=())
    return event, kind


def _questions(case: Case, event: ClockEvent) -> Sequence[Question]:
    """The questions that it may be about; what a letter answered stands in the letter."""
    return () if event.type in casework.BY_THEIR_LETTER else question_store.questions_of(db.session, case)


def _to_clock(case: Case) -> ResponseReturnValue:
    return redirect(url_for("cases.clock", case_id=case.id), 303)


def _page(
    case: Case,
    kind: EventKind,
    form: EventForm,
    event: ClockEvent | None = None,
    removing: RemoveForm | None = None,
) -> ResponseReturnValue:
    page = render_template(
        "pages/clock_events/event.html",
        case=case,
        band=band_of(case),
        kind=kind,
        provision=present.provision_of(case, kind, question_store.questions_of(db.session, case)),
        form=form,
        errors=present.errors_of(form, removing),
        event=event,
        removing=removing,
        removable=event is not None and event.letter_id is None,
    )
    return page, 422 if request.method == "POST" else 200
