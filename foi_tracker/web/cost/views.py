"""Estimate what a request would cost, and refuse one as a whole under section 14."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import cost as casework
from foi_tracker.casework import whole_refusal
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.related import related_to
from foi_tracker.extensions import db
from foi_tracker.law.cost_limit import limit_of
from foi_tracker.models import Case
from foi_tracker.store import cases as case_store
from foi_tracker.store import cost as cost_store
from foi_tracker.store.scope import Scope
from foi_tracker.web.access import scope
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.cost import present
from foi_tracker.web.cost.forms import (
    EMPTY_ROW,
    MOST_ROWS,
    EstimateForm,
    NoNoticeForm,
    WholeForm,
    kept_values,
    offer_related,
)
from foi_tracker.web.desk import desk

room = Blueprint("cost", __name__)

ADDRESS = "/requests/<int:case_id>/cost"
WHOLE_ADDRESS = "/requests/<int:case_id>/section-14"
ADD, REMOVE, SHOW, PROPOSE = "add", "remove-", "show", "propose"  # what buttons send; anything else saves


@room.get(ADDRESS)
def estimate(case_id: int) -> ResponseReturnValue:
    """The cost estimate of a request."""
    case = case_store.get_case(db.session, scope(), case_id)
    kept = cost_store.estimate_of(db.session, case)
    rows = cost_store.rows_of(db.session, kept) if kept else ()
    return _page(case, EstimateForm(formdata=None, data=kept_values(kept, rows)))


@room.post(ADDRESS)
def save(case_id: int) -> ResponseReturnValue:
    """Keep the estimate; or add or take off a row, or only work it out."""
    case = case_store.get_case_for_change(db.session, scope(), case_id)
    if not casework.has_limit(desk(), case):
        raise NotAllowed(casework.MANIFESTLY_UNREASONABLE)
    form = _offered(case, EstimateForm())
    action = request.form.get("action", "")
    if action in (ADD, SHOW, PROPOSE) or action.startswith(REMOVE):
        return _page(case, _changed(case, form, action), nothing_saved=True)
    if form.validate() and _keep(case, form):
        flash("The cost estimate is saved.")
        return redirect(url_for("cost.estimate", case_id=case.id), 303)
    return _page(case, form), 422


@room.post(f"{ADDRESS}/preview")
def preview(case_id: int) -> ResponseReturnValue:
    """How the estimate stands as typed: a piece of the page."""
    case = case_store.get_case(db.session, scope(), case_id)
    form = _offered(case, EstimateForm())
    limit = limit_of(case.authority.kind)
    shown = present.stands(desk(), case, limit, form.drafted()) if limit else None
    return Response(render_template("pages/cost/_stands.html", stands=shown), mimetype="text/plain")


def _offered(case: Case, form: EstimateForm) -> EstimateForm:
    offer_related(form, present.choices(case, related_to(desk(), case, form.ticked())))
    if not form.rows.entries:
        form.rows.append_entry()
    return form


def _changed(case: Case, form: EstimateForm, action: str) -> EstimateForm:
    """The form as it was sent, with a row more or fewer, or with the advice that its rows bear out."""
    data = {**form.data, "version": form.version_number()}
    rows = [entry.form.data for entry in form.rows if entry.name != f"rows-{action.removeprefix(REMOVE)}"]
    if action == ADD and len(rows) < MOST_ROWS:
        rows.append(EMPTY_ROW)
    limit = limit_of(case.authority.kind)
    if action == PROPOSE and limit:
        proposed = present.stands(desk(), case, limit, form.drafted()).proposed
        data["within_limit"] = proposed or data["within_limit"]
    return _offered(case, EstimateForm(formdata=None, data={**data, "rows": rows or [EMPTY_ROW]}))


def _keep(case: Case, form: EstimateForm) -> bool:
    """Keep the estimate. Where the law or the house refuses, its words stand at the field instead."""
    added: list[int] = []
    if reference := form.other.data or "":
        named = case_store.by_reference(db.session, Scope(frozenset({case.authority_id})), reference)
        if not named or named[0].id == case.id:
            form.other.errors = ["There is no other request of this reference here"]
            return False
        added = [named[0].id]
    try:
        casework.keep_estimate(desk(), case, form.drafted(added), form.version_number())
    except NotAllowed as refusal:
        field = form.other if added else form.with_cases
        (field if refusal.field == "with_cases" else form.rows.entries[0].form.activity).errors = [
            str(refusal)
        ]
        return False
    return True


def _page(case: Case, form: EstimateForm, **more: Any) -> str:
    limit = limit_of(case.authority.kind)
    return render_template(
        "pages/cost/estimate.html",
        band=band_of(case),
        case=case,
        form=_offered(case, form),
        applies=casework.has_limit(desk(), case),
        instead=casework.MANIFESTLY_UNREASONABLE,
        stands=present.stands(desk(), case, limit, form.drafted()) if limit else None,
        worked=present.worked_out(form),
        **more,
    )


@room.route(WHOLE_ADDRESS, methods=["GET", "POST"])
def whole(case_id: int) -> ResponseReturnValue:
    """Record why the whole request is refused under section 14."""
    case = _case(case_id)
    kept = cost_store.whole_of(db.session, case)
    form = WholeForm(obj=kept) if kept else WholeForm(data={"version": 0})
    if form.validate_on_submit():
        try:
            whole_refusal.keep_whole_refusal(desk(), case, form.drafted(), form.version_number())
        except NotAllowed as refusal:
            _at_its_field(form, refusal)
        else:
            flash("Why the whole request is refused is saved.")
            return redirect(url_for("cost.whole", case_id=case.id), 303)
    return _whole_page(case, form, NoNoticeForm(formdata=None))


@room.post(f"{WHOLE_ADDRESS}/close")
def close(case_id: int) -> ResponseReturnValue:
    """Close the request without another notice, as section 17(6) allows."""
    case = _case(case_id)
    kept = cost_store.whole_of(db.session, case)
    form = NoNoticeForm()
    if form.validate_on_submit() or not whole_refusal.may_go_unanswered(case, kept):
        try:
            whole_refusal.close_without_notice(desk(), case, form.given())
        except NotAllowed as refusal:
            _at_its_field(form, refusal)
        else:
            return redirect(url_for("cases.questions", case_id=case.id), 303)
    return _whole_page(case, WholeForm(formdata=None, obj=kept), form)


def _at_its_field(form: WholeForm | NoNoticeForm, refusal: NotAllowed) -> None:
    """Say there why it cannot be; what is of no field is said on a page of its own."""
    if refusal.field not in form:
        raise refusal
    form[refusal.field].errors = [str(refusal)]


def _case(case_id: int) -> Case:
    get = case_store.get_case_for_change if request.method == "POST" else case_store.get_case
    return get(db.session, scope(), case_id)


def _whole_page(case: Case, form: WholeForm, closing: NoNoticeForm) -> ResponseReturnValue:
    kept = cost_store.whole_of(db.session, case)
    page = render_template(
        "pages/cost/whole.html",
        band=band_of(case),
        case=case,
        form=closing if closing.errors else form,
        whole_form=form,
        closing=closing,
        kept=kept,
        may_close=whole_refusal.may_go_unanswered(case, kept),
        applies=not whole_refusal.is_under_regulations(desk(), case),
        instead=whole_refusal.NOT_UNDER_EIR,
    )
    return page, 422 if form.errors or closing.errors else 200
