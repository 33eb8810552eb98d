"""The tabs of a request: its questions, what was said, its clock, its history."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework.clock import reckoning_of, windows_of
from foi_tracker.casework.correspondence import record_correspondence
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.questions import proposed_questions, split_of
from foi_tracker.extensions import db
from foi_tracker.models import Case
from foi_tracker.store import audit as audit_store
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.access import may, may_see_requester, scope
from foi_tracker.web.blind import blinded
from foi_tracker.web.cases.aside import aside_of
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.cases.clock_page import clock_page, own_data_page
from foi_tracker.web.cases.conversation import conversation
from foi_tracker.web.cases.forms import SaidForm
from foi_tracker.web.cases.happenings import happenings
from foi_tracker.web.cases.history_words import entries_of
from foi_tracker.web.cases.label_words import short
from foi_tracker.web.cases.question_rows import question_rows, reasons_of
from foi_tracker.web.cases.room import room
from foi_tracker.web.desk import desk
from foi_tracker.web.links import link_to


def tab(template: str, case: Case, **values: Any) -> str:
    """One tab of the request's page, between its band and its aside."""
    return render_template(
        f"pages/cases/{template}.html", case=case, band=band_of(case), aside=aside_of(case), **values
    )


@room.get("/requests/<int:case_id>")
def questions(case_id: int) -> ResponseReturnValue:
    """The questions, each with what became of it; the words as they came."""
    case = case_store.get_case(db.session, scope(), case_id)
    found = question_store.questions_of(db.session, case)
    rows = question_rows(
        case,
        found,
        letter_store.attachments_of(db.session, case),
        case_store.deadlines(db.session, case),
        reasons_of(desk(), case, found),
    )
    proposed = [] if rows or case.triage != "valid" else proposed_questions(split_of(db.session, case))
    groups = [(*heads, list(group)) for heads, group in groupby(rows, lambda row: (row.section, row.stem))]
    valid_href = link_to("cases.make_valid", case.authority_id, case_id=case.id)
    words = blinded(case, case.words)
    return tab("questions", case, groups=groups, proposed=len(proposed), words=words, valid_href=valid_href)


@room.get("/requests/<int:case_id>/correspondence")
def correspondence(case_id: int) -> ResponseReturnValue:
    """What was said in and out, and a form to record more."""
    case = case_store.get_case(db.session, scope(), case_id)
    form = SaidForm(formdata=None)
    if may_see_requester(case.authority_id):
        form.with_whom.data = case.requester_name
    form.on.data = desk().today
    form.what.data = request.args.get("what")
    return _correspondence(case, form, 200)


@room.post("/requests/<int:case_id>/correspondence")
def record(case_id: int) -> ResponseReturnValue:
    """Record something that was said; a clarification moves the clock."""
    case = case_store.get_case_for_change(db.session, scope(), case_id)
    form = SaidForm()
    form.offer(_offered(case))
    if form.validate_on_submit():
        try:
            entry = record_correspondence(desk(), case, form.said())
        except NotAllowed as refusal:
            form.on.errors = [str(refusal)]
        else:
            return redirect(url_for("cases.correspondence", case_id=case.id, _anchor=f"said-{entry.id}"))
    return _correspondence(case, form, 422)


def _offered(case: Case) -> list[tuple[str, str]]:
    return [
        (str(question.id), f"{question.label}. {short(question.text)}")
        for question in question_store.questions_of(db.session, case)
    ]


def _correspondence(case: Case, form: SaidForm, status: int) -> ResponseReturnValue:
    form.offer(_offered(case))
    turns = conversation(
        case,
        case_store.correspondence(db.session, case),
        letter_store.letters_of(db.session, case),
        case_store.clock_events(db.session, case),
        question_store.questions_of(db.session, case),
        reckoning_of(desk(), case),
    )
    records = may("cases.record", case.authority_id)
    page = tab("correspondence", case, turns=turns, records=records, **({"form": form} if records else {}))
    return page, status


@room.get("/requests/<int:case_id>/clock")
def clock(case_id: int) -> ResponseReturnValue:
    """Every day from arrival to the due date, counted or not, and why."""
    case = case_store.get_case(db.session, scope(), case_id)
    found = question_store.questions_of(db.session, case)
    happened = happenings(
        case,
        found,
        case_store.clock_events(db.session, case),
        letter_store.letters_of(db.session, case),
    )
    reckoning = reckoning_of(desk(), case)
    beside = windows_of(desk(), case, reckoning)
    shown = own_data_page(desk(), case, beside) if beside else None
    if reckoning:
        closures = authority_store.closures(db.session, case.authority_id)
        shown = clock_page(desk(), case, reckoning, beside, closures, found, happened)
    return tab(
        "clock",
        case,
        shown=shown,
        running=reckoning is not None,
        happened=happened[::-1],
        record=link_to("clock_events.choose", case.authority_id, case_id=case.id) if reckoning else "",
    )


@room.get("/requests/<int:case_id>/history")
def history(case_id: int) -> ResponseReturnValue:
    """Who did what and when, newest first."""
    case = case_store.get_case(db.session, scope(), case_id)
    return tab("history", case, entries=entries_of(case, audit_store.history(db.session, case)))
