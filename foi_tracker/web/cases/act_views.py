"""The rarer acts of a request: correct what is known of it, hand it over, record that it was withdrawn."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework.case_details import WORKS_ON_CASES, CaseDetails, change_details
from foi_tracker.casework.case_details import hand_over as hand_case_over
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.withdrawal import withdraw as record_withdrawal
from foi_tracker.extensions import db
from foi_tracker.models import Case
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import cases as case_store
from foi_tracker.store.scope import Scope
from foi_tracker.web.access import scope
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.cases.forms import DetailsForm, HandOverForm, WithdrawForm
from foi_tracker.web.cases.room import room
from foi_tracker.web.desk import desk
from foi_tracker.web.widgets import as_choices


def _case(case_id: int) -> Case:
    get = case_store.get_case_for_change if request.method == "POST" else case_store.get_case
    return get(db.session, scope(), case_id)


def _page(template: str, case: Case, form: DetailsForm | HandOverForm | WithdrawForm) -> ResponseReturnValue:
    status = 422 if form.errors else 200
    page = render_template(f"pages/cases/{template}.html", case=case, band=band_of(case), form=form)
    return page, status


@room.route("/requests/<int:case_id>/details", methods=["GET", "POST"])
def details(case_id: int) -> ResponseReturnValue:
    """Correct who asked, how they want the answer, and what the request is called."""
    case = _case(case_id)
    form = DetailsForm(obj=case)
    if form.validate_on_submit():
        change_details(desk(), case, CaseDetails(**form.values()), form.version_number())
        return redirect(url_for("cases.questions", case_id=case.id))
    return _page("details", case, form)


@room.route("/requests/<int:case_id>/officer", methods=["GET", "POST"])
def hand_over(case_id: int) -> ResponseReturnValue:
    """Give the request to another officer of the authority."""
    case = _case(case_id)
    officers = authority_store.people_of(db.session, Scope(frozenset({case.authority_id})), WORKS_ON_CASES)
    form = HandOverForm()
    form.officer.choices = as_choices(
        [(str(person.id), person.name) for person in officers if person.id != case.officer_id]
    )
    if request.method == "POST" and not form.officer.choices:
        raise NotAllowed("This authority has no other officer here.")
    if form.validate_on_submit():
        hand_case_over(desk(), case, int(form.officer.data))
        return redirect(url_for("cases.questions", case_id=case.id))
    return _page("hand_over", case, form)


@room.route("/requests/<int:case_id>/withdrawn", methods=["GET", "POST"])
def withdraw(case_id: int) -> ResponseReturnValue:
    """Record that they no longer want the answer."""
    case = _case(case_id)
    form = WithdrawForm()
    if form.validate_on_submit():
        try:
            record_withdrawal(desk(), case, form.withdrawal())
        except NotAllowed as refusal:
            form.on.errors = [str(refusal)]
        else:
            return redirect(url_for("cases.questions", case_id=case.id))
    return _page("withdraw", case, form)
