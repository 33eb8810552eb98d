"""Gather the facts of a letter from its case: the only way from the tables to the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from foi_tracker.casework.clock import due_of, reckoning_of
from foi_tracker.casework.cost import cost_facts
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.ground_facts import with_grounds
from foi_tracker.casework.notice_facts import (
    ASKING,
    CHOOSING,
    CLOSES_AFTER,
    as_notice,
    consultation_of,
    law_of,
)
from foi_tracker.casework.whole_refusal import whole_facts
from foi_tracker.law.clock import Reckoning
from foi_tracker.law.notices.facts import (
    AnswerFacts,
    AttachmentFacts,
    AuthorityFacts,
    LetterFacts,
    RecipientFacts,
)
from foi_tracker.law.outcomes import OPENING_STATEMENT
from foi_tracker.law.periods import corresponding_day
from foi_tracker.law.regulator import RegulatorFacts, in_force
from foi_tracker.law.working_days import nth_working_day_after, working_days_between
from foi_tracker.letters.languages import language_of
from foi_tracker.models import Attachment, Authority, Case, Consultation, Letter, Question, Signatory
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.store import wordings as wording_store

REVIEW_WINDOW = 40  # working days in which the Code (FOIA) and reg 11 (EIR) let them ask for a review


def lines(text: str) -> tuple[str, ...]:
    """The lines of an address, without the empty ones."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def authority_facts(authority: Authority, signatory: Signatory | None = None) -> AuthorityFacts:
    """Who writes, from the authority's settings of today; signed by whoever usually does, or by another."""
    usual = (authority.signatory_name, authority.signatory_role)
    name, role = (signatory.name, signatory.role) if signatory else usual
    return AuthorityFacts(
        name=authority.name,
        kind=authority.kind,
        team=authority.team,
        address=lines(authority.address),
        telephone=authority.telephone,
        email=authority.email,
        website=authority.website,
        accent=authority.accent,
        mark=authority.mark,
        logo=authority.logo_sha256,
        logo_type=authority.logo_type,
        logo_width=authority.logo_width,
        logo_height=authority.logo_height,
        logo_alt=authority.logo_alt,
        letterhead_at_foot=authority.letterhead_at_foot,
        reference_as_title=authority.reference_as_title,
        greeting=authority.greeting,
        signatory_name=name,
        signatory_role=role,
        footer=authority.footer,
        review_contact=lines(authority.review_contact),
        review_procedure=authority.review_procedure,
        review_working_days=authority.review_working_days,
        reuse=authority.reuse,
        reuse_text=authority.reuse_text,
        copyright_text=authority.copyright_text,
        disclosure_log=authority.disclosure_log if authority.publishes_answers else "",
        large_print_for_all=authority.large_print_for_all,
        large_print_size=authority.large_print_size,
        is_sample=authority.is_sample,
    )


def logo_of(desk: Desk, authority_id: int, facts: LetterFacts) -> bytes:
    """The picture of the logo that the facts name; b"" where they name none.

    Raises:
        BytesDamaged: what is kept no longer has its SHA-256.
    """
    return desk.files.get(authority_id, facts.authority.logo) if facts.authority.logo else b""


def letter_facts(desk: Desk, case: Case, letter: Letter, dated: date | None = None) -> LetterFacts:
    """Everything the letter says, on the day it is (or would be) dated."""
    dated = dated or desk.today
    questions = question_store.questions_of(desk.session, case)
    reckoning = reckoning_of(desk, case)
    attachments = letter_store.attachments_of(desk.session, case)
    answered = _answered_here(desk, case, letter, questions)
    consulted = consultation_of(desk, case, letter)
    shown = _shown(letter, answered, questions, consulted)
    labels = {question.id: question.label for question in questions}
    due = due_of(reckoning, [question.label for question in shown])
    facts = LetterFacts(
        kind=letter.kind,
        layout=case.authority.layout,
        dated=dated,
        reference=case.reference,
        subject=case.subject,
        regime=law_of(case, shown),
        received=case.received_on,
        due=due,
        authority=authority_facts(case.authority, authority_store.signatory_of(desk.session, letter)),
        recipient=_recipient(case),
        regulator=_regulator(case.authority, dated),
        their_reference=case.their_reference,
        opening_statement=case.opening_statement if letter.kind == "response" else "",
        preamble=case.preamble,
        answers=_answers(desk, case, letter, shown, labels, attachments),
        all_labels=tuple(labels.values()),
        answered_elsewhere=_elsewhere(desk, case, letter, questions, answered),
        to_follow=_to_follow(desk, case, letter, questions, answered),
        attachments=_attachments(letter, attachments, answered, labels),
        large_print=case.large_print or case.authority.large_print_for_all,
        language=case.language,
        form_wanted=case.form_wanted,
        adjustment=case.adjustment,
        working_days_late=_days_late(desk, due, dated),
        late_reason=case.late_reason,
        date_reason=_date_reason(case, reckoning),
        review_by=nth_working_day_after(dated, REVIEW_WINDOW, desk.holidays),
        clarification=letter.clarification,
        close_by=corresponding_day(dated, CLOSES_AFTER) if letter.kind in ASKING else None,
        not_valid_reason="" if case.triage == "valid" else case.triage,
        part_of_several=letter.part_of_several,
        cost=cost_facts(desk, case) if letter.kind == "response" else None,
        whole=whole_facts(desk, case) if letter.kind == "response" else None,
        corrects=_corrects(desk, case, letter),
        correction_reason=letter.correction_reason,
        wordings=wording_store.words_of(desk.session, case.authority_id),
    )
    return as_notice(desk, case, letter, shown, facts, consulted)


def _answered_here(desk: Desk, case: Case, letter: Letter, questions: Sequence[Question]) -> list[Question]:
    if letter.kind not in CHOOSING:
        return []
    ids = set(letter_store.question_ids(desk.session, letter))
    return [question for question in questions if question.id in ids]


def _regulator(authority: Authority, dated: date) -> RegulatorFacts:
    return in_force(dated, authority.regulator_changed_on, lines(authority.regulator_address))


def _days_late(desk: Desk, due: date | None, dated: date) -> int:
    return max(0, working_days_between(due, dated, desk.holidays)) if due and due < dated else 0


def _shown(
    letter: Letter,
    chosen: Sequence[Question],
    questions: Sequence[Question],
    consulted: Consultation | None,
) -> Sequence[Question]:
    """The questions that the letter shows: those chosen for it, or all where none need be."""
    if consulted and consulted.question_ids:
        return [question for question in questions if question.id in consulted.question_ids]
    return chosen if letter.kind == "response" or chosen else questions


def _elsewhere(
    desk: Desk, case: Case, letter: Letter, questions: Sequence[Question], here: Sequence[Question]
) -> tuple[str, ...]:
    """Labels answered in a letter that was issued; and, for a part, those still to follow."""
    if letter.kind not in CHOOSING:
        return tuple(question.label for question in questions)
    inside = {question.id for question in here}
    if letter.part_of_several or letter.corrects_id or letter.kind != "response":
        return tuple(question.label for question in questions if question.id not in inside)
    issued = question_store.issued_question_ids(desk.session, case) - inside
    return tuple(question.label for question in questions if question.id in issued)


def _to_follow(
    desk: Desk, case: Case, letter: Letter, questions: Sequence[Question], here: Sequence[Question]
) -> tuple[str, ...]:
    """Labels that neither this answer nor a letter that was issued answers: nothing can rest on them."""
    if letter.kind != "response":
        return ()
    done = question_store.issued_question_ids(desk.session, case) | {question.id for question in here}
    return tuple(question.label for question in questions if question.id not in done)


def _answers(
    desk: Desk,
    case: Case,
    letter: Letter,
    shown: Sequence[Question],
    labels: Mapping[int, str],
    attachments: Sequence[Attachment],
) -> tuple[AnswerFacts, ...]:
    answers = (_answer(letter, question, labels, attachments) for question in shown)
    return with_grounds(desk, case, letter, shown, answers)


def _answer(
    letter: Letter, question: Question, labels: Mapping[int, str], attachments: Sequence[Attachment]
) -> AnswerFacts:
    because_of = (
        OPENING_STATEMENT if question.because_of_opening else labels.get(question.because_of_id or 0, "")
    )
    # A clarification letter speaks of what is not clear, whatever the question's own outcome is by now.
    unclear = letter.kind == "clarification" and question.id in letter.clarification_question_ids
    return AnswerFacts(
        label=question.label,
        question=question.text,
        outcome="clarification" if unclear else question.outcome,
        answer=question.answer,
        stem=question.stem,
        section=question.section,
        same_as=labels.get(question.same_as_id or 0, ""),
        because_of=because_of,
        details={name: str(value) for name, value in question.details.items()},
        attachments=tuple(file.title for file in attachments if file.question_id == question.id),
        regime=question.regime,
    )


def _attachments(
    letter: Letter,
    attachments: Sequence[Attachment],
    answered: Sequence[Question],
    labels: Mapping[int, str],
) -> tuple[AttachmentFacts, ...]:
    if letter.kind != "response":
        return ()
    here = {question.id for question in answered}
    return tuple(
        AttachmentFacts(
            title=file.title,
            filename=file.filename,
            media_type=file.media_type,
            size=file.size,
            question=labels.get(file.question_id or 0, ""),
            looked_at_by=file.looked_at_by,
            sha256=file.sha256,
        )
        for file in attachments
        if file.question_id is None or file.question_id in here
    )


def _recipient(case: Case) -> RecipientFacts:
    return RecipientFacts(
        name=case.requester_name,
        organisation=case.requester_organisation,
        address=lines(case.requester_address),
        email=case.requester_email,
    )


def _corrects(desk: Desk, case: Case, letter: Letter) -> date | None:
    if letter.corrects_id is None:
        return None
    return letter_store.get_letter(desk.session, case, letter.corrects_id).dated


def _date_reason(case: Case, reckoning: Reckoning | None) -> str:
    if reckoning is None or not reckoning.deadlines[0].date:
        return ""
    return language_of(case.language).date_reason(reckoning)
