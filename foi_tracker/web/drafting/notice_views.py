"""Fill in a letter that is not the answer, see how it will read, and pass a request on."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from foi_tracker.casework import letters as casework
from foi_tracker.casework import passing
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.letter_facts import letter_facts
from foi_tracker.casework.letter_offers import choosable, why_not_begun
from foi_tracker.casework.notice_facts import CHOOSING, law_of
from foi_tracker.extensions import db
from foi_tracker.law.notices.asks import ASKS, Ask
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.letters.render import plain_text
from foi_tracker.models import Case, Letter
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.desk import desk, today
from foi_tracker.web.drafting.forms import chosen_ids, question_choices
from foi_tracker.web.drafting.notice_forms import (
    PREVIEW,
    NoticeForm,
    as_typed,
    form_for,
    lacks_what_a_choice_asks,
)
from foi_tracker.web.drafting.pass_on_form import PassOnForm
from foi_tracker.web.drafting.room import room
from foi_tracker.web.drafting.views import case_to_change, case_to_read, letter_page

FILLED = frozenset(ASKS) - {Kind.PASSED_ON.value}
"""The kinds of letter that an officer fills in on a page of their own."""


def notice_plan(case: Case, letter: Letter) -> ResponseReturnValue:
    """The page of one such letter: its form, and how it will read."""
    form = _form(case, letter)
    status = 200
    if request.method == "POST" and PREVIEW not in request.form:
        valid = form.validate_on_submit()
        if not lacks_what_a_choice_asks(form) and valid:
            try:
                casework.plan_letter(desk(), case, letter, _plan(letter, form), form.version_number())
            except NotAllowed as error:
                field = "questions" if "questions" in form else form.asks[0].name
                form[field].errors = [str(error)]
            else:
                return redirect(letter_page(case, letter))
        status = 422
    page = render_template(
        "pages/drafting/notice.html",
        case=case,
        band=band_of(case),
        letter=letter,
        form=form,
        kind=KIND_LABELS[Kind(letter.kind)],
        reads=_reads(case, letter, form),
    )
    return page, status


@room.post("/requests/<int:case_id>/letters/<int:letter_id>/preview")
def preview(case_id: int, letter_id: int) -> ResponseReturnValue:
    """How the letter would read with what is typed: a piece of its page. Nothing is written."""
    case = case_to_read(case_id)
    letter = letter_store.get_letter(db.session, case, letter_id)
    if letter.state != casework.DRAFT or letter.kind not in FILLED:
        raise NotAllowed("This letter is not filled in here.")
    html = render_template("pages/drafting/_reads.html", reads=_reads(case, letter, _form(case, letter)))
    return Response(html, mimetype="text/plain")


def _form(case: Case, letter: Letter) -> NoticeForm:
    asks = _asks(case, letter)
    questions = choosable(desk(), case, letter.kind) if letter.kind in CHOOSING else []
    said = {name: str(value) for name, value in letter.said.items()}
    form = form_for(
        asks, question_choices(questions), today(), version=letter.version, **as_typed(asks, said)
    )
    if "questions" in form and request.method == "GET":
        form["questions"].data = [str(id_) for id_ in letter_store.question_ids(db.session, letter)]
    return form


def _asks(case: Case, letter: Letter) -> list[Ask]:
    """What its kind asks under its law, with what a choice may ask besides."""
    ids = set(letter_store.question_ids(db.session, letter))
    questions = question_store.questions_of(db.session, case)
    law = law_of(case, [each for each in questions if each.id in ids] or questions)
    return [ask for ask in ASKS[letter.kind] if ask.regime in ("", law) and not ask.by_us]


def _plan(letter: Letter, form: NoticeForm) -> casework.LetterPlan:
    ids = chosen_ids(form["questions"]) if "questions" in form else ()
    return casework.LetterPlan(letter.kind, question_ids=ids, said=form.said())


def _reads(case: Case, letter: Letter, form: NoticeForm) -> str:
    facts = letter_facts(desk(), case, letter)
    facts = replace(facts, said={**facts.said, **form.said()})
    if "questions" in form and form["questions"].data:
        ids = {int(value) for value in form["questions"].data if value.isdigit()}
        labels = {q.label for q in question_store.questions_of(db.session, case) if q.id in ids}
        facts = replace(facts, answers=tuple(each for each in facts.answers if each.label in labels))
    return plain_text(facts)


@room.route("/requests/<int:case_id>/pass-on", methods=["GET", "POST"])
def pass_on(case_id: int) -> ResponseReturnValue:
    """Pass the request, or some of its questions, to another authority of this installation."""
    case = case_to_change(case_id) if request.method == "POST" else case_to_read(case_id)
    if why_not := why_not_begun(desk(), case, Kind.PASSED_ON):
        raise NotAllowed(why_not)
    form = PassOnForm()
    others = authority_store.others_here(db.session, case.authority)
    form.offer(
        [(str(each.id), each.name) for each in others],
        question_choices(choosable(desk(), case, Kind.PASSED_ON)),
    )
    if form.validate_on_submit():
        try:
            letter = passing.pass_on(desk(), case, form.passing())
        except NotAllowed as error:
            form.say(error)
        else:
            flash("Passed on: it has its own reference and date there. Send them the letter that says so.")
            return redirect(letter_page(case, letter))
    page = render_template("pages/drafting/pass_on.html", case=case, band=band_of(case), form=form)
    return page, 422 if form.errors else 200
