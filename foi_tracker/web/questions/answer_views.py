"""Answer one question: what becomes of it, what the law asks for that, and how it reads in the letter."""

from __future__ import annotations

from typing import Any

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework.attachments import attach, media_type_of
from foi_tracker.casework.desk import ChangedMeanwhile, NotAllowed
from foi_tracker.casework.preview import given_for, still_needed
from foi_tracker.casework.questions import answer_question
from foi_tracker.extensions import db
from foi_tracker.law.outcomes import SAME_AS
from foi_tracker.models import Case, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.access import scope
from foi_tracker.web.addresses import id_of
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.desk import desk
from foi_tracker.web.questions import answer_page
from foi_tracker.web.questions.answer_fields import OPENS, WITH_FILES, in_page_order
from foi_tracker.web.questions.answer_forms import AnswerForm, values_of
from foi_tracker.web.questions.room import room

ADDRESS = "/requests/<int:case_id>/questions/<int:question_id>"
SHOW, LATER, FILES = "show", "later", "files"  # what the buttons send as `action`; anything else is "next"


@room.get(ADDRESS)
def answer(case_id: int, question_id: int) -> ResponseReturnValue:
    """The page of a question, with what is kept of its answer."""
    case = case_store.get_case(db.session, scope(), case_id)
    question = question_store.get_question(db.session, case, question_id)
    return _page(case, question, _form(case, question, AnswerForm(formdata=None, data=values_of(question))))


@room.post(ADDRESS)
def save(case_id: int, question_id: int) -> ResponseReturnValue:
    """Keep the answer, whole or not; or only show what the chosen outcome needs."""
    case = case_store.get_case_for_change(db.session, scope(), case_id)
    question = question_store.get_question(db.session, case, question_id)
    form = _form(case, question, AnswerForm())
    if request.form.get("action") == SHOW:
        return _page(case, question, form, nothing_saved=True)
    try:
        if form.validate() and _keep(case, question, form):
            return redirect(_after(case, question, request.form.get("action", "")), 303)
    except ChangedMeanwhile:
        questions = question_store.questions_of(db.session, case)
        form.version.data = str(question.version)
        now = answer_page.kept(question, questions)
        return _page(case, question, form, kept=now, nothing_saved=True), 409
    if getattr(form.file.data, "filename", "") and not form.file.errors:
        form.file.errors = ["Choose the file again: nothing is kept until the rest is mended"]
    return _page(case, question, form), 422


@room.post(f"{ADDRESS}/preview")
def preview(case_id: int, question_id: int) -> ResponseReturnValue:
    """The answer as typed, as the letter would print it: a piece of the page, which nothing else may show."""
    case = case_store.get_case(db.session, scope(), case_id)
    question = question_store.get_question(db.session, case, question_id)
    form = _form(case, question, AnswerForm())
    shown = answer_page.preview_of(desk(), case, question, form.given())
    html = render_template("pages/questions/_in_the_letter.html", preview=shown)
    return Response(html, mimetype="text/plain")


def _form(case: Case, question: Question, form: AnswerForm) -> AnswerForm:
    form.offer(question, question_store.questions_of(db.session, case))
    return form


def _keep(case: Case, question: Question, form: AnswerForm) -> bool:
    """Keep the answer and its file. Where the house refuses, its words stand at the field instead.

    Raises:
        ChangedMeanwhile: somebody answered it since the page was opened.
    """
    upload, version = form.upload(question), form.version.data or ""
    field: Any = form.file
    try:
        if upload:
            media_type_of(upload)
        field = form.same_as if form.outcome.data == SAME_AS else form["because_of"]
        answer_question(desk(), case, question, form.given(), id_of(version))
        if upload:
            attach(desk(), case, upload)
    except NotAllowed as refusal:
        field.errors = [str(refusal)]
        return False
    return True


def _after(case: Case, question: Question, action: str) -> str:
    """Where to go on: the next question, this one again if it alone lacks something, or the case."""
    if action == FILES:
        return url_for("attachments.files", case_id=case.id)
    to_case = url_for("cases.questions", case_id=case.id)
    if action == LATER:
        return to_case
    following = answer_page.next_to_answer(question, question_store.questions_of(db.session, case))
    if following is None and not still_needed(desk(), case, question, given_for(question)):
        return to_case
    there = (following or question).id
    return url_for("questions.answer", case_id=case.id, question_id=there, saved=question.id)


def _page(case: Case, question: Question, form: AnswerForm, **more: Any) -> str:
    saved_id = request.args.get("saved", type=int)
    questions = question_store.questions_of(db.session, case)
    done = next((q for q in questions if q.id == saved_id and q.is_answered), None)
    return render_template(
        "pages/questions/answer.html",
        band=band_of(case),
        case=case,
        form=form,
        page=answer_page.page_of(desk(), case, question, form.given()),
        boxes=in_page_order(),
        opens=OPENS,
        with_files=" ".join(sorted(WITH_FILES)),
        without_files=" ".join(sorted(OPENS.keys() - WITH_FILES)),
        saved=answer_page.saved(desk(), case, done, question) if done and request.method == "GET" else None,
        **more,
    )
