"""Log a request, and see beside it what it makes before it is logged."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.log import Arrival, log_request, logged_before, received_problem
from foi_tracker.extensions import db
from foi_tracker.law.bank_holidays import OutsideCalendar
from foi_tracker.models import Authority, Case
from foi_tracker.store.authorities import authorities
from foi_tracker.web.access import scope
from foi_tracker.web.date_words import say_date
from foi_tracker.web.desk import desk
from foi_tracker.web.links import link_to
from foi_tracker.web.log_request.forms import LogForm
from foi_tracker.web.log_request.present import Makes, makes_of

room = Blueprint("log_request", __name__)


@room.route("/requests/log", methods=["GET", "POST"])
def log() -> ResponseReturnValue:
    """The page; what it would make, when the officer asks; and the request logged."""
    form, mine = _form()
    if request.method == "GET":
        return _page(form, mine)
    if "show" in request.form:
        makes = _makes(form, mine)
        form.regime.data = form.regime.data or makes.suggested or None
        return _page(form, mine, makes)
    form.validate()
    right = form.check_received(desk().today, desk().holidays) and form.check_language()
    arrival, authority = form.arrival(), _chosen(form, mine)
    if not right or form.errors or arrival is None or authority is None:
        return _page(form, mine, _makes(form, mine)), 422
    before = logged_before(desk(), authority, arrival)
    if before and not form.log_again.data:
        return _page(form, mine, _makes(form, mine), before), 422
    try:
        with db.session.begin_nested():
            case = log_request(desk(), authority, arrival)
    except (NotAllowed, OutsideCalendar) as refusal:
        form.received_on.errors = [str(refusal)]
        return _page(form, mine, _makes(form, mine)), 422
    flash(_said(case))
    if case.triage == "valid":
        return redirect(url_for("questions.confirm", case_id=case.id), 303)
    return redirect(url_for("cases.questions", case_id=case.id), 303)


@room.post("/requests/log/preview")
def preview() -> Response:
    """The panel alone, for the page with JavaScript: a piece of the page, which nothing else may show."""
    form, mine = _form()
    html = render_template("pages/log_request/_makes.html", makes=_makes(form, mine))
    return Response(html, mimetype="text/plain")


def _form() -> tuple[LogForm, Sequence[Authority]]:
    mine = authorities(db.session, scope())
    form = LogForm()
    form.prepare(mine)
    return form, mine


def _chosen(form: LogForm, mine: Sequence[Authority]) -> Authority | None:
    return next((authority for authority in mine if authority.id == form.authority_id.data), None)


def _makes(form: LogForm, mine: Sequence[Authority]) -> Makes:
    arrival: Arrival | None = form.arrival()
    return makes_of(desk(), _chosen(form, mine), arrival, form.words.data or "")


def _page(
    form: LogForm, mine: Sequence[Authority], makes: Makes | None = None, before: Sequence[Case] = ()
) -> str:
    received_on = form.received_on.data
    return render_template(
        "pages/log_request/log.html",
        form=form,
        several=len(mine) > 1,
        makes=makes,
        before=before,
        asks_if_old=bool(received_on and received_problem(received_on, desk().today) == "old" and makes),
    )


def _said(case: Case) -> Markup:
    """The reference, the due date, and the way to the letter that is ready."""
    letter = (
        "The acknowledgement is" if case.triage == "valid" else "The letter that says why it is not valid is"
    )
    href = link_to("drafting.letters", case.authority_id, case_id=case.id)
    ready = Markup('<a class="govuk-notification-banner__link" href="{}">{} ready to send</a>').format(
        href, letter
    )
    due = f", due {say_date(case.due_on)}" if case.due_on else ""
    return Markup("Logged as {}{}. {}.").format(
        case.reference, due, ready if href else f"{letter} ready to send"
    )
