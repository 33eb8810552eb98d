"""A request's letters, and one letter on its desk: the check at the left, the paper at the right."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import letters as casework
from foi_tracker.casework import questions as question_work
from foi_tracker.casework.attachments import files_of
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.letter_facts import logo_of
from foi_tracker.casework.letter_offers import (
    NoLongerRight,
    consultations_to_write,
    offers,
    why_not_begun,
    why_not_issued,
)
from foi_tracker.casework.not_to_leave import valid_since, why_not_kept_back
from foi_tracker.extensions import db
from foi_tracker.law.notices import in_order
from foi_tracker.letters.facts import from_json
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.letters.languages import LANGUAGES
from foi_tracker.letters.pdf import why_unavailable
from foi_tracker.models import Case, Letter
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.access import may, may_see_requester, scope
from foi_tracker.web.addresses import id_of
from foi_tracker.web.blind import blinded
from foi_tracker.web.cases.band import band_of
from foi_tracker.web.desk import desk, today
from foi_tracker.web.downloads import download, watched
from foi_tracker.web.drafting.findings import shown
from foi_tracker.web.drafting.forms import (
    LETTERS,
    PART,
    WITH_WORDS,
    ActForm,
    OpeningForm,
    SentForm,
    StartForm,
)
from foi_tracker.web.drafting.let_pass import passed_of, stopping
from foi_tracker.web.drafting.room import room
from foi_tracker.web.drafting.sign_form import sign_form
from foi_tracker.web.log_request.forms import LANGUAGES as WANTED
from foi_tracker.web.transaction import let_go


def case_to_read(case_id: int) -> Case:
    """The case of the address, within the person's scope."""
    return case_store.get_case(db.session, scope(), case_id)


def case_to_change(case_id: int) -> Case:
    """The same, its row locked."""
    return case_store.get_case_for_change(db.session, scope(), case_id)


def letter_page(case: Case, letter: Letter) -> str:
    """The address of a letter's page."""
    return url_for("drafting.letter", case_id=case.id, letter_id=letter.id)


@room.get("/requests/<int:case_id>/letters")
def letters(case_id: int) -> ResponseReturnValue:
    """What was drafted, issued and sent; and which letter to begin."""
    case = case_to_read(case_id)
    return _letters_page(case, _start_form(case, StartForm(formdata=None)), 200)


def _start_form(case: Case, form: StartForm) -> StartForm:
    """The form with the letters that can be begun on this case as it stands."""
    issued = question_store.issued_question_ids(db.session, case)
    left = [q for q in question_store.questions_of(db.session, case) if q.id not in issued]
    present = letter_store.letters_of(db.session, case)
    never_left = letter_store.never_left_ids(db.session, case)
    kinds = {letter.kind for letter in present if letter.id not in never_left}
    drafts = {letter.kind for letter in present if letter.state == casework.DRAFT}
    asks = (bool(left) or not case.questions_confirmed) and not why_not_begun(
        desk(), case, Kind.CLARIFICATION
    )
    wanted = {
        Kind.RESPONSE: bool(left) and Kind.RESPONSE not in drafts,
        PART: len(left) > 1 and Kind.RESPONSE not in drafts,
        Kind.CLARIFICATION: asks and Kind.CLARIFICATION not in drafts,
        Kind.ACKNOWLEDGEMENT: Kind.ACKNOWLEDGEMENT not in kinds and not case.closed_on,
    }
    if case.triage != "valid":
        form.offer([Kind.NOT_VALID] if Kind.NOT_VALID not in kinds else [])
        return form
    notices = [offer for offer in offers(desk(), case) if offer.kind not in drafts]
    wanted |= {offer.kind: not offer.why_not for offer in notices if offer.kind != Kind.PASSED_ON}
    form.offer([kind for kind, yes in wanted.items() if yes], consultations_to_write(desk(), case))
    return form


def _letters_page(case: Case, form: StartForm, status: int) -> ResponseReturnValue:
    present = letter_store.letters_of(db.session, case)
    page = render_template(
        "pages/drafting/letters.html",
        case=case,
        band=band_of(case),
        letters=present,
        replaced=letter_store.replaced_ids(db.session, case),
        kept_back={
            id_: blinded(case, event.values["why"])
            for id_, event in letter_store.kept_back(db.session, case).items()
        },
        valid_since={each.id: day for each in present if (day := valid_since(desk(), case, each))},
        kinds=KIND_LABELS,
        form=form,
        works=may("drafting.start", case.authority_id),
        not_now=_not_now(case),
        passes=case.triage == "valid" and not why_not_begun(desk(), case, Kind.PASSED_ON),
    )
    return page, status


def _not_now(case: Case) -> list[tuple[str, str]]:
    """The letters that cannot be begun as the request stands, each with the reason."""
    if case.triage != "valid":
        return []
    return [(LETTERS[offer.kind][0], offer.why_not) for offer in offers(desk(), case) if offer.why_not]


@room.post("/requests/<int:case_id>/letters")
def start(case_id: int) -> ResponseReturnValue:
    """Begin a letter, or a correction of one that was issued."""
    case = case_to_change(case_id)
    form = _start_form(case, StartForm())
    corrects = request.form.get("corrects", "")
    if not corrects and not form.kind.choices:
        raise NotAllowed("No letter can be begun on this request now.")
    if not corrects and not form.validate_on_submit():
        return _letters_page(case, form, 422)
    if corrects:
        corrected = letter_store.get_letter(db.session, case, id_of(corrects))
        plan = casework.LetterPlan(
            Kind.RESPONSE,
            question_ids=letter_store.question_ids(db.session, corrected),
            corrects_id=corrected.id,
        )
    else:
        kind, _, consulted = form.kind.data.partition(":")
        plan = casework.LetterPlan(
            Kind.RESPONSE if kind == PART else kind,
            part_of_several=kind == PART,
            consultation_id=id_of(consulted) if consulted else None,
        )
    try:
        letter = casework.start_letter(desk(), case, plan)
    except NotAllowed as error:
        if not form.kind.choices:
            raise
        form.kind.errors = [str(error)]
        return _letters_page(case, form, 422)
    to_plan = plan.part_of_several or plan.corrects_id or plan.kind in WITH_WORDS
    endpoint = "drafting.plan" if to_plan else "drafting.letter"
    return redirect(url_for(endpoint, case_id=case.id, letter_id=letter.id))


@room.route("/requests/<int:case_id>/opening", methods=["GET", "POST"])
def opening(case_id: int) -> ResponseReturnValue:
    """What the letter says once before the answers, and why it is late."""
    case = case_to_change(case_id) if request.method == "POST" else case_to_read(case_id)
    form = OpeningForm(obj=case)
    if form.validate_on_submit():
        question_work.say_opening(
            desk(),
            case,
            form.opening_statement.data or "",
            form.late_reason.data or "",
            form.version_number(),
        )
        return redirect(url_for("drafting.letters", case_id=case.id))
    status = 422 if form.errors else 200
    return render_template("pages/drafting/opening.html", case=case, band=band_of(case), form=form), status


@room.get("/requests/<int:case_id>/letters/<int:letter_id>")
def letter(case_id: int, letter_id: int) -> ResponseReturnValue:
    """One letter: what the check finds, the paper, and the one thing to do next."""
    case = case_to_read(case_id)
    found = letter_store.get_letter(db.session, case, letter_id)
    return _letter_page(case, found, _sent_form(case, found), 200)


def _sent_form(case: Case, found: Letter) -> SentForm:
    form = SentForm(formdata=None)
    by_post = not case.requester_email
    form.on.data = today()
    form.how.data = "post" if by_post else "email"
    form.to.data = ", ".join(case.requester_address.splitlines()) if by_post else case.requester_email
    return form


def _letter_page(case: Case, found: Letter, form: SentForm, status: int) -> ResponseReturnValue:
    questions = question_store.questions_of(db.session, case)
    kept_back = letter_store.kept_back(db.session, case).get(found.id)
    is_draft = found.state == casework.DRAFT
    if is_draft:
        facts, findings = casework.check_letter(desk(), case, found)
    else:
        facts, findings = from_json(found.facts or {}), ()
    page = render_template(
        "pages/drafting/letter.html",
        case=case,
        band=band_of(case),
        letter=found,
        facts=facts,
        kind=KIND_LABELS[Kind(found.kind)],
        no_longer=why_not_issued(desk(), case, found) if is_draft else "",
        must=shown(stopping(found, findings), "must", case, found, questions),
        should=shown(findings, "should", case, found, questions),
        in_order=[{"text": line} for line in in_order(facts, findings)] if is_draft else [],
        sent_form=form,
        act=ActForm(formdata=None, version=found.version, seen=casework.digest_of(facts)),
        sees_requester=may_see_requester(case.authority_id),
        replaced=found.id in letter_store.replaced_ids(db.session, case),
        kept_back=kept_back,
        why_kept_back=blinded(case, kept_back.values["why"]) if kept_back else "",
        may_keep_back=not why_not_kept_back(desk(), case, found),
        valid_since=valid_since(desk(), case, found),
        words=blinded(case, found.plain_text),
        sent_how=casework.SENT_HOW,
        no_pdf=why_unavailable(),
        works=may("drafting.issue", case.authority_id),
        may_plan=is_draft and found.kind in (Kind.RESPONSE, *WITH_WORDS),
        let_pass=passed_of(case, found),
        sign=sign_form(case, found) if is_draft else None,
        files=[(blinded(case, file.title), bool(file.sha256)) for file in files_of(found)],
        no_words="" if case.language in LANGUAGES else dict(WANTED).get(case.language, case.language),
    )
    return page, status


@room.post("/requests/<int:case_id>/letters/<int:letter_id>/issue")
def issue(case_id: int, letter_id: int) -> ResponseReturnValue:
    """Make the letter final, where the check lets it go and what it rests on still stands."""
    form = ActForm()
    seen, printed = _printed_before(case_id, letter_id, form.seen.data or "")
    case = case_to_change(case_id)
    found = letter_store.get_letter(db.session, case, letter_id)
    try:
        casework.issue_letter(desk(), case, found, form.version_number(), seen, printed)
    except (casework.NotReady, NoLongerRight):
        return _letter_page(case, found, _sent_form(case, found), 422)
    flash("The letter is issued. It is kept as it is, for good.")
    return redirect(letter_page(case, found))


def _printed_before(case_id: int, letter_id: int, seen: str) -> tuple[str, bytes]:
    """The digest of what the letter says, and its PDF, made while others write.

    No PDF where the letter is final or says something else than `seen`: then it is refused anyway.
    """
    case = case_to_read(case_id)
    found = letter_store.get_letter(db.session, case, letter_id)
    if found.state != casework.DRAFT:
        return seen, b""
    facts, _ = casework.check_letter(desk(), case, found)
    digest, logo = casework.digest_of(facts), logo_of(desk(), case.authority_id, facts)
    if seen not in ("", digest):
        return seen, b""
    let_go()
    return digest, casework.printed(facts, logo)


@room.post("/requests/<int:case_id>/letters/<int:letter_id>/sent")
def sent(case_id: int, letter_id: int) -> ResponseReturnValue:
    """Record when, how and to whom it left."""
    case = case_to_change(case_id)
    found = letter_store.get_letter(db.session, case, letter_id)
    casework.refuse_unsendable(desk(), case, found)
    form = SentForm()
    if not form.validate_on_submit() or form.on.data is None:
        return _letter_page(case, found, form, 422)
    try:
        moves_nothing = casework.record_sent(
            desk(), case, found, casework.Sent(form.on.data, form.how.data, form.to.data or "")
        )
    except NotAllowed as error:
        form.on.errors = [str(error)]
        return _letter_page(case, found, form, 422)
    flash(f"Recorded that the letter was sent. {moves_nothing}".strip())
    return redirect(url_for("cases.questions", case_id=case.id))


@room.post("/requests/<int:case_id>/letters/<int:letter_id>/throw-away")
def throw_away(case_id: int, letter_id: int) -> ResponseReturnValue:
    """Delete a draft."""
    case = case_to_change(case_id)
    casework.throw_away(desk(), case, letter_store.get_letter(db.session, case, letter_id))
    flash("The draft was thrown away.")
    return redirect(url_for("drafting.letters", case_id=case.id))


@room.get("/requests/<int:case_id>/letters/<int:letter_id>/letter.pdf")
def pdf(case_id: int, letter_id: int) -> ResponseReturnValue:
    """The issued letter's own bytes; or the draft as it would look today, marked as a draft."""
    case = case_to_read(case_id)
    found = letter_store.get_letter(db.session, case, letter_id)
    name = f"{case.reference}-{found.kind}"
    if found.state == casework.DRAFT:
        return download(casework.draft_pdf(desk(), case, found), f"{name}-draft.pdf", "application/pdf")
    content = casework.issued_pdf(desk(), case, found)
    watched(case, "letter_downloaded", letter=found.id, sha256=found.pdf_sha256)
    return download(content, f"{name}.pdf", "application/pdf")
