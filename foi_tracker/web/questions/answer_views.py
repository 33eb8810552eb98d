"""Answer one question: what becomes of it, what the law asks for that, and how it reads in the letter."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework.attachments import attach, checked, warning_of
from foi_tracker.casework.desk import ChangedMeanwhile, NotAllowed
from foi_tracker.casework.grounds import regime_of
from foi_tracker.casework.own_lines import find_line
from foi_tracker.casework.questions import answer_question
from foi_tracker.extensions import db
from foi_tracker.law.outcomes import SAME_AS
from foi_tracker.models import Case, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import own_lines as line_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.access import scope
from foi_tracker.web.addresses import id_of
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.desk import desk
from foi_tracker.web.form_errors import form_errors
from foi_tracker.web.questions import answer_page, ground_cards, ground_moves, whole_request
from foi_tracker.web.questions.answer_fields import OPENS, WITH_FILES, in_page_order
from foi_tracker.web.questions.answer_forms import AnswerForm, values_of
from foi_tracker.web.questions.ground_saving import keep_grounds
from foi_tracker.web.questions.room import room

ADDRESS = "/requests/<int:case_id>/questions/<int:question_id>"
SHOW, LATER, FILES, LINE = (
    "show",
    "later",
    "files",
    "line",
)  # what the buttons send as `action`; anything else is "next"


class Answering:
    """One question as its page has it: the form, and the grounds beside it."""

    def __init__(
        self, case: Case, question: Question, form: AnswerForm, values: ground_cards.Values | None = None
    ) -> None:
        self.case, self.question, self.form = case, question, form
        self.questions = question_store.questions_of(db.session, case)
        form.offer(question, self.questions, regime_of(case, question))
        labels = {each.id: each.label for each in self.questions}
        self.context = ground_cards.Context(desk(), case, question, form.outcome.data or "")
        if values is None:
            values = ground_cards.values_of(self.context.mine)
        action = request.form.get("action", "")
        if ground_moves.is_move(action):
            cards = ground_cards.cards_of(self.context, values, labels)
            values = ground_moves.moved(self.context, values, action, cards)
        self.grounds = answer_page.grounds_of(self.context, values, labels)

    @classmethod
    def typed(cls, case: Case, question: Question) -> Answering:
        """As the form that was sent has it."""
        return cls(case, question, AnswerForm(), ground_moves.typed(request.form))

    def is_sound(self) -> bool:
        """Whether it can be kept. What cannot is told at its field."""
        refused = ground_cards.refuse(self.context, self.grounds.cards)
        return self.form.validate() and not refused

    def keep(self) -> bool:
        """Keep the answer, its grounds and its file. Where the house refuses, its words stand at the field.

        Raises:
            ChangedMeanwhile: somebody answered it since the page was opened.
        """
        form, upload = self.form, self.form.upload(self.question)
        field: Any = form.file
        try:
            if upload:
                checked(upload)
            field = form.same_as if form.outcome.data == SAME_AS else form["because_of"]
            answer_question(desk(), self.case, self.question, form.given(), id_of(form.version.data or ""))
            keep_grounds(self.context, self.grounds.cards)
            field = form.file
            if upload:
                attach(desk(), self.case, upload)
                if warning := warning_of(upload):
                    flash(warning)
        except NotAllowed as refusal:
            form[refusal.field if refusal.field in form else field.name].errors = [str(refusal)]
            return False
        return True

    def put_in_line(self) -> None:
        """Put the line whose letters were typed at the end of the answer. Nothing is kept by that."""
        lines = line_store.own_lines(db.session, self.case.authority_id, desk().actor.user_id)
        self.form.put_in(find_line(lines, self.form.line.data or ""))

    def catch_up(self) -> answer_page.Kept:
        """What is kept now, where somebody saved it meanwhile; what was typed then goes in its place."""
        db.session.expire_all()
        context = ground_cards.Context(desk(), self.case, self.question, "")
        self.form.version.data = str(self.question.version)
        for card in self.grounds.cards:
            ground = context.all.get(card.draft.id or 0)
            card.form.id.data = str(ground.id) if ground else ""
            card.form.version.data = str(ground.version) if ground else ""
        return answer_page.kept(self.question, self.questions, context.mine)

    def errors(self) -> list[Any]:
        """Everything wrong, for the top of the page."""
        grounds = (each for card in self.grounds.cards for each in form_errors(card.form))
        return [*form_errors(self.form), *grounds]


@room.get(ADDRESS)
def answer(case_id: int, question_id: int) -> ResponseReturnValue:
    """The page of a question, with what is kept of its answer."""
    case = case_store.get_case(db.session, scope(), case_id)
    question = question_store.get_question(db.session, case, question_id)
    return _page(Answering(case, question, AnswerForm(formdata=None, data=values_of(question))))


@room.post(ADDRESS)
def save(case_id: int, question_id: int) -> ResponseReturnValue:
    """Keep the answer, whole or not; or only show what the chosen outcome and its grounds need."""
    case = case_store.get_case_for_change(db.session, scope(), case_id)
    question = question_store.get_question(db.session, case, question_id)
    answering = Answering.typed(case, question)
    action = request.form.get("action", "")
    if action == LINE:
        answering.put_in_line()
    if action in (SHOW, LINE) or ground_moves.is_move(action):
        return _page(answering, nothing_saved=True)
    try:
        if answering.is_sound() and answering.keep():
            return redirect(_after(case, question, action), 303)
    except ChangedMeanwhile:
        return _page(answering, kept=answering.catch_up(), nothing_saved=True), 409
    file = answering.form.file
    if getattr(file.data, "filename", "") and not file.errors:
        file.errors = ["Choose the file again: nothing is kept until the rest is mended"]
    return _page(answering), 422


@room.post(f"{ADDRESS}/preview")
def preview(case_id: int, question_id: int) -> ResponseReturnValue:
    """The answer as typed, as the letter would print it: a piece of the page, which nothing else may show."""
    case = case_store.get_case(db.session, scope(), case_id)
    question = question_store.get_question(db.session, case, question_id)
    answering = Answering.typed(case, question)
    given, cards = answering.form.given(), answering.grounds.cards
    shown = answer_page.preview_of(desk(), case, question, given, cards)
    html = render_template("pages/questions/_in_the_letter.html", preview=shown)
    return Response(html, mimetype="text/plain")


@room.post(f"{ADDRESS}/grounds")
def grounds(case_id: int, question_id: int) -> ResponseReturnValue:
    """What the grounds as typed ask for: a piece of the page, drawn afresh when a choice changes it."""
    case = case_store.get_case(db.session, scope(), case_id)
    question = question_store.get_question(db.session, case, question_id)
    answering = Answering.typed(case, question)
    html = render_template("pages/questions/_grounds.html", grounds=answering.grounds, case=case)
    return Response(html, mimetype="text/plain")


def _after(case: Case, question: Question, action: str) -> str:
    """Where to go on: the next question, this one again if it alone lacks something, or the case."""
    if action == FILES:
        return url_for("attachments.files", case_id=case.id)
    to_case = url_for("cases.questions", case_id=case.id)
    if action == LATER:
        return to_case
    following = answer_page.next_to_answer(question, question_store.questions_of(db.session, case))
    if following is None and not answer_page.needed_of(desk(), case, question):
        return to_case
    there = (following or question).id
    return url_for("questions.answer", case_id=case.id, question_id=there, saved=question.id)


def _page(answering: Answering, **more: Any) -> str:
    case, question, form = answering.case, answering.question, answering.form
    saved_id = request.args.get("saved", type=int)
    done = next((q for q in answering.questions if q.id == saved_id and q.is_answered), None)
    return render_template(
        "pages/questions/answer.html",
        band=band_of(case),
        case=case,
        form=form,
        errors=answering.errors(),
        page=answer_page.page_of(desk(), case, question, form.given(), answering.grounds),
        boxes=in_page_order(),
        opens=OPENS,
        whole=whole_request.of(desk(), case, question),
        lines=line_store.own_lines(db.session, case.authority_id, desk().actor.user_id),
        with_files=" ".join(sorted(WITH_FILES)),
        without_files=" ".join(sorted(OPENS.keys() - WITH_FILES)),
        saved=answer_page.saved(desk(), case, done, question) if done and request.method == "GET" else None,
        **more,
    )
