"""The rarer acts of a request: correct what is known of it, hand it over, record that it was withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from foi_tracker.casework.case_details import WORKS_ON_CASES, change_details
from foi_tracker.casework.case_details import hand_over as hand_case_over
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.laws import set_laws
from foi_tracker.casework.reopening import may_be_lost, may_reopen
from foi_tracker.casework.reopening import reopen as reopen_case
from foi_tracker.casework.validity import LACKED
from foi_tracker.casework.validity import make_valid as make_case_valid
from foi_tracker.casework.withdrawal import withdraw as record_withdrawal
from foi_tracker.extensions import db
from foi_tracker.intake.environment import environmental_words
from foi_tracker.law.bank_holidays import OutsideCalendar
from foi_tracker.law.periods import say
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.models import Case, Letter, Question
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.store.scope import Scope
from foi_tracker.web.access import scope
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.cases.forms import (
    DetailsForm,
    HandOverForm,
    LawsForm,
    ReopenForm,
    ValidForm,
    WithdrawForm,
)
from foi_tracker.web.cases.label_words import say_questions, short
from foi_tracker.web.cases.receipt_words import made_valid_words, moved_words, standing
from foi_tracker.web.cases.room import room
from foi_tracker.web.desk import desk
from foi_tracker.web.widgets import as_choices


def _case(case_id: int) -> Case:
    get = case_store.get_case_for_change if request.method == "POST" else case_store.get_case
    return get(db.session, scope(), case_id)


def _page(template: str, case: Case, form: FlaskForm, **more: Any) -> ResponseReturnValue:
    status = 422 if form.errors else 200
    page = render_template(f"pages/cases/{template}.html", case=case, band=band_of(case), form=form, **more)
    return page, status


@room.route("/requests/<int:case_id>/details", methods=["GET", "POST"])
def details(case_id: int) -> ResponseReturnValue:
    """Correct who asked, how they want the answer, what the request is called, and when it came."""
    case = _case(case_id)
    form = DetailsForm(obj=case)
    if form.validate_on_submit() and form.check_received(desk(), case):
        before = standing(desk(), case)
        try:
            change_details(desk(), case, form.details(), form.version_number())
        except NotAllowed as refusal:
            form[refusal.field].errors = [str(refusal)]
        else:
            if moved := moved_words(desk(), case, before):
                flash(moved)
            return redirect(url_for("cases.questions", case_id=case.id))
    return _page("details", case, form, asks_if_old=form.asks_if_old(desk()))


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


@room.route("/requests/<int:case_id>/reopened", methods=["GET", "POST"])
def reopen(case_id: int) -> ResponseReturnValue:
    """Open a request again that was answered or withdrawn."""
    case = _case(case_id)
    form = ReopenForm()
    questions = question_store.questions_of(db.session, case)
    if len(questions) > 1:
        form.questions.choices = as_choices(
            [(str(each.id), f"{each.label}. {short(each.text)}") for each in questions]
        )
    else:
        del form.questions
    letters = may_be_lost(desk(), case)
    if len(letters) > 1:
        form.lost.choices = as_choices([(str(each.id), *_letter_words(each, questions)) for each in letters])
    else:
        del form.lost
    if not question_store.sent_question_ids(db.session, case):
        del form.answered, form.lost  # withdrawn, or closed in silence: no answer has left
    if request.method == "GET" and not may_reopen(case):
        raise NotAllowed("This request is open, or was never a valid one.")
    if form.validate_on_submit():
        try:
            reopen_case(desk(), case, form.reopening(letters))
        except NotAllowed as refusal:
            form[refusal.field if refusal.field in form else "on"].errors = [str(refusal)]
        else:
            flash("The request is open again.")
            return redirect(url_for("cases.questions", case_id=case.id))
    return _page("reopen", case, form)


def _letter_words(letter: Letter, questions: Sequence[Question]) -> tuple[str, str]:
    """What letter it is, and what it answered: two may have left on one day."""
    sent = f", sent on {say(letter.sent_on)}" if letter.sent_on else ""
    about = letter_store.question_ids(db.session, letter)
    labels = [each.label for each in questions if each.id in about]
    answered = say_questions(labels, [each.label for each in questions])
    return f"{KIND_LABELS[Kind(letter.kind)]}{sent}", answered


@room.route("/requests/<int:case_id>/valid", methods=["GET", "POST"])
def make_valid(case_id: int) -> ResponseReturnValue:
    """Take as a valid request what was logged as none."""
    case = _case(case_id)
    if case.triage == "valid":
        raise NotAllowed("This request is valid already.")
    known = {name: getattr(case, name) for name in LACKED.get(case.triage, ())}
    form = ValidForm(data=known).for_case(case)
    if form.validate_on_submit():
        try:
            with db.session.begin_nested():
                make_case_valid(desk(), case, form.validity())
        except NotAllowed as refusal:
            form[refusal.field or "words"].errors = [str(refusal)]
        except OutsideCalendar as problem:
            form["came_on" if "came_on" in form else "words"].errors = [str(problem)]
        else:
            flash(made_valid_words(desk(), case))
            return redirect(url_for("cases.questions", case_id=case.id))
    return _page("valid", case, form)


@room.route("/requests/<int:case_id>/laws", methods=["GET", "POST"])
def laws(case_id: int) -> ResponseReturnValue:
    """Say which law the request is under, and which of its questions are under the other."""
    case = _case(case_id)
    questions = question_store.questions_of(db.session, case)
    mixed = [str(each.id) for each in questions if each.regime not in ("", case.regime)]
    form = LawsForm(data={"law": case.regime, "others": mixed, "version": case.version})
    if len(questions) > 1:
        form.others.choices = as_choices(
            [
                (
                    str(each.id),
                    f"{each.label}. {short(each.text)}",
                    _speaks_of(environmental_words(each.text)),
                )
                for each in questions
            ]
        )
    else:
        del form.others
    if form.validate_on_submit():
        try:
            set_laws(desk(), case, form.law.data, form.by_question(), form.version_number())
        except NotAllowed as refusal:
            form.law.errors = [str(refusal)]
        else:
            return redirect(url_for("cases.questions", case_id=case.id))
    return _page("laws", case, form)


def _speaks_of(words: Sequence[str]) -> str:
    return f"Speaks of {', '.join(list(dict.fromkeys(words))[:4])}" if words else ""
