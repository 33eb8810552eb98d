"""Record whom else a request concerns: whom we asked, who advised us, who else was asked the same."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import others as casework
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.extensions import db
from foi_tracker.models import Case, Consultation, Referral
from foi_tracker.store import cases as case_store
from foi_tracker.store import others as store
from foi_tracker.store import questions as question_store
from foi_tracker.web.access import may, scope
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.desk import desk
from foi_tracker.web.others import present
from foi_tracker.web.others.forms import ConsultationForm, ReferralForm, SisterForm, place

room = Blueprint("others", __name__)

ADDRESS = "/requests/<int:case_id>/others"
BOTH = ["GET", "POST"]


@room.get(ADDRESS)
def others(case_id: int) -> ResponseReturnValue:
    """Everybody else whom the request concerns."""
    return _page(case_store.get_case(db.session, scope(), case_id), SisterForm(formdata=None))


@room.route(f"{ADDRESS}/consultations/new", methods=BOTH)
def consult(case_id: int) -> ResponseReturnValue:
    """Record that a third party was asked."""
    case = _case(case_id)
    return _consultation_page(case, None, ConsultationForm(data={"asked_on": desk().today}))


@room.route(f"{ADDRESS}/consultations/<int:consultation_id>", methods=BOTH)
def consultation(case_id: int, consultation_id: int) -> ResponseReturnValue:
    """Record what they say and what we decide, or correct what is kept."""
    case = _case(case_id)
    kept = store.get_consultation(db.session, case, consultation_id)
    return _consultation_page(case, kept, ConsultationForm(obj=kept))


@room.post(f"{ADDRESS}/consultations/<int:consultation_id>/remove")
def remove_consultation(case_id: int, consultation_id: int) -> ResponseReturnValue:
    """Take off a consultation that was recorded in error."""
    case = _case(case_id)
    casework.remove_consultation(desk(), case, store.get_consultation(db.session, case, consultation_id))
    return _back(case)


@room.route(f"{ADDRESS}/referrals/new", methods=BOTH)
def refer(case_id: int) -> ResponseReturnValue:
    """Record a referral to a national unit."""
    return _referral_page(_case(case_id), None, ReferralForm(data={"sent_on": desk().today}))


@room.route(f"{ADDRESS}/referrals/<int:referral_id>", methods=BOTH)
def referral(case_id: int, referral_id: int) -> ResponseReturnValue:
    """Record the advice and what became of it, or correct what is kept."""
    case = _case(case_id)
    kept = store.get_referral(db.session, case, referral_id)
    return _referral_page(case, kept, ReferralForm(obj=kept))


@room.post(f"{ADDRESS}/referrals/<int:referral_id>/remove")
def remove_referral(case_id: int, referral_id: int) -> ResponseReturnValue:
    """Take off a referral that was recorded in error."""
    case = _case(case_id)
    casework.remove_referral(desk(), case, store.get_referral(db.session, case, referral_id))
    return _back(case)


@room.post(f"{ADDRESS}/sister-cases")
def add_sister(case_id: int) -> ResponseReturnValue:
    """Note that another body has the same request."""
    case = _case(case_id)
    form = SisterForm()
    if form.validate():
        try:
            added = casework.add_sister_case(desk(), case, form.draft())
            return _back(case, f"sister-{added.id}")
        except NotAllowed as refusal:
            place(form, refusal.field, str(refusal))
    return _page(case, form), 422


@room.post(f"{ADDRESS}/sister-cases/<int:sister_case_id>/remove")
def remove_sister(case_id: int, sister_case_id: int) -> ResponseReturnValue:
    """Take off a sister case."""
    case = _case(case_id)
    casework.remove_sister_case(desk(), case, store.get_sister_case(db.session, case, sister_case_id))
    return _back(case)


def _case(case_id: int) -> Case:
    get = case_store.get_case_for_change if request.method == "POST" else case_store.get_case
    return get(db.session, scope(), case_id)


def _back(case: Case, anchor: str | None = None) -> ResponseReturnValue:
    return redirect(url_for("others.others", case_id=case.id, _anchor=anchor), 303)


def _page(case: Case, form: SisterForm) -> str:
    questions = question_store.questions_of(db.session, case)
    today = desk().today
    consultations = store.consultations_of(db.session, case)
    referrals = store.referrals_of(db.session, case)
    sisters = store.sister_cases_of(db.session, case)
    works = may("others.consult", case.authority_id)
    elsewhere = store.same_words_elsewhere(db.session, scope(), case) if works else []
    return render_template(
        "pages/others/others.html",
        band=band_of(case),
        case=case,
        consultations=[
            present.consultation_card(case, each, questions, case.due_on, today) for each in consultations
        ],
        referrals=[present.referral_card(case, each) for each in referrals],
        sisters=[present.sister_card(case, each) for each in sisters],
        offers=present.offers(elsewhere, sisters),
        refers=bool(referrals) or case.authority.kind in present.REFERRING,
        works=works,
        form=form,
    )


def _consultation_page(case: Case, kept: Consultation | None, form: ConsultationForm) -> ResponseReturnValue:
    form.offer(question_store.questions_of(db.session, case))
    if form.validate_on_submit():
        try:
            done = casework.keep_consultation(desk(), case, form.draft(), kept, form.version_number())
            return _back(case, f"consultation-{done.id}")
        except NotAllowed as refusal:
            place(form, refusal.field, str(refusal))
    return _form_page("consultation", case, kept, form)


def _referral_page(case: Case, kept: Referral | None, form: ReferralForm) -> ResponseReturnValue:
    if form.validate_on_submit():
        try:
            done = casework.keep_referral(desk(), case, form.draft(), kept, form.version_number())
            return _back(case, f"referral-{done.id}")
        except NotAllowed as refusal:
            place(form, refusal.field, str(refusal))
    return _form_page("referral", case, kept, form)


def _form_page(template: str, case: Case, kept: Any, form: Any) -> ResponseReturnValue:
    page = render_template(
        f"pages/others/{template}.html", band=band_of(case), case=case, kept=kept, form=form
    )
    return page, 422 if form.errors else 200
