"""Attach a file for release; open it; confirm, as a second person, that it may go; take it off again."""

from __future__ import annotations

import io

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from foi_tracker.casework import attachments as casework
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.extensions import db
from foi_tracker.law.notices.facts import AttachmentFacts
from foi_tracker.models import Attachment, Case
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.access import may, scope
from foi_tracker.web.attachments import present
from foi_tracker.web.attachments.forms import AttachForm, LookForm
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.desk import desk
from foi_tracker.web.downloads import watched
from foi_tracker.web.form_errors import form_errors

room = Blueprint("attachments", __name__)

ADDRESS = "/requests/<int:case_id>/files"
ONE = f"{ADDRESS}/<int:attachment_id>"
NOTHING_RUNS = "default-src 'none'; sandbox"


@room.get(ADDRESS)
def files(case_id: int) -> ResponseReturnValue:
    """The files of a request, and a place to attach one."""
    case = case_store.get_case(db.session, scope(), case_id)
    form = AttachForm(formdata=None, data={"question": request.args.get("question", "")})
    return _files_page(case, form)


@room.post(ADDRESS)
def attach_file(case_id: int) -> ResponseReturnValue:
    """Keep a file for release."""
    case = case_store.get_case_for_change(db.session, scope(), case_id)
    form = AttachForm()
    form.offer(question_store.questions_of(db.session, case))
    if form.validate():
        try:
            upload = form.upload()
            attached = casework.attach(desk(), case, upload)
            if warning := casework.warning_of(upload):
                flash(warning)
            return redirect(f"{url_for('attachments.files', case_id=case.id)}#file-{attached.id}", 303)
        except NotAllowed as refusal:
            form.file.errors = [str(refusal)]
    elif form.file.data and not form.file.errors:
        form.file.errors = ["Choose the file again: nothing is kept until the rest is mended"]
    return _files_page(case, form), 422


@room.get(ONE)
def look(case_id: int, attachment_id: int) -> ResponseReturnValue:
    """The second look: a glance inside, the file to open, and the words to put one's name to."""
    case = case_store.get_case(db.session, scope(), case_id)
    return _look_page(case, _attachment(case, attachment_id), LookForm(formdata=None))


@room.post(f"{ONE}/open")
def open_file(case_id: int, attachment_id: int) -> ResponseReturnValue:
    """The bytes that would be sent, as a download. That they were opened is audited."""
    case = case_store.get_case_for_change(db.session, scope(), case_id)
    attachment = _attachment(case, attachment_id)
    content = casework.opened(desk(), case, attachment)
    return as_download(content, attachment)


@room.post(f"{ONE}/look")
def confirm_look(case_id: int, attachment_id: int) -> ResponseReturnValue:
    """Confirm that the file may be released."""
    case = case_store.get_case_for_change(db.session, scope(), case_id)
    attachment = _attachment(case, attachment_id)
    form = LookForm()
    if form.validate():
        try:
            casework.second_look(desk(), case, attachment)
            return redirect(f"{url_for('attachments.files', case_id=case.id)}#file-{attachment.id}", 303)
        except NotAllowed as refusal:
            form.looked.errors = [str(refusal)]
    return _look_page(case, attachment, form), 422


@room.post(f"{ONE}/remove")
def remove_file(case_id: int, attachment_id: int) -> ResponseReturnValue:
    """Take a file off the request."""
    case = case_store.get_case_for_change(db.session, scope(), case_id)
    casework.remove(desk(), case, _attachment(case, attachment_id))
    return redirect(url_for("attachments.files", case_id=case.id), 303)


@room.get("/requests/<int:case_id>/letters/<int:letter_id>/files/<int:number>")
def of_letter(case_id: int, letter_id: int, number: int) -> ResponseReturnValue:
    """A file of an issued letter, as it was on its day. That it was opened is audited."""
    case = case_store.get_case(db.session, scope(), case_id)
    letter = letter_store.get_letter(db.session, case, letter_id)
    file, content = casework.file_of(desk(), case, letter, number)
    watched(case, "file_opened", filename=file.filename, letter=letter.id, sha256=file.sha256)
    return as_download(content, file)


def as_download(content: bytes, attachment: Attachment | AttachmentFacts) -> Response:
    """The bytes, to be saved and never shown as a page of ours, whatever they hold."""
    response = send_file(
        io.BytesIO(content), attachment.media_type, as_attachment=True, download_name=attachment.filename
    )
    response.headers["Content-Security-Policy"] = NOTHING_RUNS
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response


def _attachment(case: Case, attachment_id: int) -> Attachment:
    return letter_store.get_attachment(db.session, case, attachment_id)


def _files_page(case: Case, form: AttachForm) -> str:
    form.offer(question_store.questions_of(db.session, case))
    return render_template(
        "pages/attachments/files.html",
        band=band_of(case),
        case=case,
        form=form,
        files=present.rows_of(case),
        may_attach=may("attachments.attach_file", case.authority_id),
    )


def _look_page(case: Case, attachment: Attachment, form: LookForm) -> str:
    questions = question_store.questions_of(db.session, case)
    may_confirm = not attachment.looked_at_by and attachment.added_by_id != desk().actor.user_id
    return render_template(
        "pages/attachments/look.html",
        errors=[problem if may_confirm else {**problem, "href": ""} for problem in form_errors(form)],
        band=band_of(case),
        case=case,
        form=form,
        file=present.row_of(case, attachment, questions, present.lookers(case)),
        glance=present.glance_at(case, attachment),
        may_confirm=may_confirm,
    )
