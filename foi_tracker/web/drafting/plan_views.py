"""Change what a draft covers: its questions, its correction, what it asks."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.extensions import db
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.models import Case, Letter
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.desk import desk
from foi_tracker.web.drafting.forms import (
    WITH_WORDS,
    ClarificationForm,
    CoverForm,
    chosen_ids,
    question_choices,
)
from foi_tracker.web.drafting.notice_views import FILLED, notice_plan
from foi_tracker.web.drafting.room import room
from foi_tracker.web.drafting.views import case_to_change, case_to_read, letter_page


def _form(case: Case, letter: Letter) -> CoverForm | ClarificationForm:
    form: CoverForm | ClarificationForm
    if letter.kind == Kind.CLARIFICATION:
        ids = letter.clarification_question_ids
        form = ClarificationForm(version=letter.version, clarification=letter.clarification)
    else:
        ids = letter_store.question_ids(db.session, letter)
        form = CoverForm(version=letter.version, correction_reason=letter.correction_reason)
        if letter.corrects_id is None:
            del form.correction_reason
    form.questions.choices = question_choices(question_store.questions_of(db.session, case))
    if request.method == "GET":
        form.questions.data = [str(id_) for id_ in ids]
    return form


def _plan(letter: Letter, form: CoverForm | ClarificationForm) -> casework.LetterPlan:
    ids = chosen_ids(form.questions)
    if isinstance(form, ClarificationForm):
        return casework.LetterPlan(
            letter.kind, clarification=form.clarification.data or "", clarification_question_ids=ids
        )
    reason = form.correction_reason.data if "correction_reason" in form else ""
    return casework.LetterPlan(
        letter.kind,
        question_ids=ids,
        part_of_several=letter.part_of_several,
        corrects_id=letter.corrects_id,
        correction_reason=reason or "",
    )


@room.route("/requests/<int:case_id>/letters/<int:letter_id>/plan", methods=["GET", "POST"])
def plan(case_id: int, letter_id: int) -> ResponseReturnValue:
    """Say which questions the letter answers, what it corrects, or what it asks."""
    case = case_to_change(case_id) if request.method == "POST" else case_to_read(case_id)
    letter = letter_store.get_letter(db.session, case, letter_id)
    if letter.state != casework.DRAFT or letter.kind not in (Kind.RESPONSE, *WITH_WORDS):
        return redirect(letter_page(case, letter))
    if letter.kind in FILLED:
        return notice_plan(case, letter)
    form = _form(case, letter)
    if form.validate_on_submit():
        try:
            casework.plan_letter(desk(), case, letter, _plan(letter, form), form.version_number())
        except NotAllowed as error:
            form.questions.errors = [str(error)]
        else:
            return redirect(url_for("drafting.letter", case_id=case.id, letter_id=letter.id))
    page = render_template(
        "pages/drafting/plan.html",
        case=case,
        band=band_of(case),
        letter=letter,
        form=form,
        kind=KIND_LABELS[Kind(letter.kind)],
    )
    return page, 422 if form.errors else 200
