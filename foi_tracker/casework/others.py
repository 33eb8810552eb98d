"""Other people and bodies: third parties consulted, national referral, the same request at sister bodies.

Their view binds nobody: the decision is the authority's own, and no time stops while they think
(s.45 Code of Practice).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.models import Case, Consultation, Referral, SisterCase
from foi_tracker.store import others as other_store
from foi_tracker.store import questions as question_store


@dataclass(frozen=True)
class ConsultationDraft:
    """A third party asked for its view, and what came of it."""

    who: str
    shown: str  # what they were shown: never more than they need
    asked_on: date
    reply_by: date
    contact: str = ""  # where they were written to
    replied_on: date | None = None
    view: str = ""
    decision: str = ""
    question_ids: tuple[int, ...] = ()  # none: every question


@dataclass(frozen=True)
class ReferralDraft:
    """A request referred to a national unit for advice, and what became of the advice."""

    body: str
    sent_on: date
    advice_on: date | None = None
    advice: str = ""
    followed: str = ""  # "" | "yes" | "no"
    reason: str = ""  # why it was not followed


@dataclass(frozen=True)
class SisterDraft:
    """The same request at another body."""

    body: str
    reference: str = ""
    note: str = ""


def keep_consultation(
    desk: Desk,
    case: Case,
    draft: ConsultationDraft,
    consultation: Consultation | None = None,
    version: int = 0,
) -> Consultation:
    """Keep a consultation: a new one, or this one changed.

    Raises:
        ChangedMeanwhile: somebody changed it since `version` was read.
        NotAllowed: its days cannot be, or it is about another case's question; `field` says which.
    """
    _refuse_impossible_days(desk, case, draft)
    known = {question.id for question in question_store.questions_of(desk.session, case)}
    if not set(draft.question_ids) <= known:
        raise NotAllowed("That question is not one of this request's.", "question_ids")
    before = asdict(consultation_draft(consultation)) if consultation else {}
    if consultation is None:
        consultation = Consultation(case_id=case.id)
        desk.session.add(consultation)
    elif consultation.version != version:
        raise ChangedMeanwhile("consultation")
    if before == asdict(draft):
        return consultation
    _fill(consultation, {**asdict(draft), "question_ids": list(draft.question_ids)})
    desk.session.flush()
    audit.record(
        desk,
        case.authority_id,
        "consultation_changed" if before else "consultation_recorded",
        case,
        consultation=consultation.id,
        **changes(before, asdict(draft)),
    )
    return consultation


def remove_consultation(desk: Desk, case: Case, consultation: Consultation) -> None:
    """Take off a consultation that was recorded in error. The audit keeps what it said.

    Raises:
        NotAllowed: a letter was made for it.
    """
    if other_store.has_letters(desk.session, consultation):
        raise NotAllowed("A letter was written to them, so it stays on the record.")
    gone = asdict(consultation_draft(consultation))
    desk.session.delete(consultation)
    desk.session.flush()
    audit.record(desk, case.authority_id, "consultation_removed", case, **gone)


def keep_referral(
    desk: Desk, case: Case, draft: ReferralDraft, referral: Referral | None = None, version: int = 0
) -> Referral:
    """Keep a national referral: a new one, or this one changed.

    Raises:
        ChangedMeanwhile: somebody changed it since `version` was read.
        NotAllowed: its days cannot be, or advice was not followed and nothing says why; `field` says which.
    """
    _refuse_impossible_advice(desk, case, draft)
    before = asdict(referral_draft(referral)) if referral else {}
    if referral is None:
        referral = Referral(case_id=case.id)
        desk.session.add(referral)
    elif referral.version != version:
        raise ChangedMeanwhile("referral")
    if before == asdict(draft):
        return referral
    _fill(referral, asdict(draft))
    desk.session.flush()
    audit.record(
        desk,
        case.authority_id,
        "referral_changed" if before else "referral_recorded",
        case,
        referral=referral.id,
        **changes(before, asdict(draft)),
    )
    return referral


def remove_referral(desk: Desk, case: Case, referral: Referral) -> None:
    """Take off a referral that was recorded in error. The audit keeps what it said."""
    gone = asdict(referral_draft(referral))
    desk.session.delete(referral)
    desk.session.flush()
    audit.record(desk, case.authority_id, "referral_removed", case, **gone)


def add_sister_case(desk: Desk, case: Case, draft: SisterDraft) -> SisterCase:
    """Note that another body has the same request.

    Raises:
        NotAllowed: that body's is noted already.
    """
    noted = {
        (each.body.casefold(), each.reference.casefold())
        for each in other_store.sister_cases_of(desk.session, case)
    }
    if (draft.body.casefold(), draft.reference.casefold()) in noted:
        raise NotAllowed("That one is noted already.", "body")
    sister = SisterCase(case_id=case.id, **asdict(draft))
    desk.session.add(sister)
    desk.session.flush()
    audit.record(desk, case.authority_id, "sister_case_added", case, **asdict(draft))
    return sister


def remove_sister_case(desk: Desk, case: Case, sister: SisterCase) -> None:
    """Take off a sister case. The audit keeps what it said."""
    gone = {name: getattr(sister, name) for name in SisterDraft.__dataclass_fields__}
    desk.session.delete(sister)
    desk.session.flush()
    audit.record(desk, case.authority_id, "sister_case_removed", case, **gone)


def consultation_draft(consultation: Consultation) -> ConsultationDraft:
    """What is kept of a consultation."""
    kept = {name: getattr(consultation, name) for name in ConsultationDraft.__dataclass_fields__}
    return ConsultationDraft(**{**kept, "question_ids": tuple(consultation.question_ids)})


def referral_draft(referral: Referral) -> ReferralDraft:
    """What is kept of a referral."""
    return ReferralDraft(**{name: getattr(referral, name) for name in ReferralDraft.__dataclass_fields__})


def _refuse_impossible_days(desk: Desk, case: Case, draft: ConsultationDraft) -> None:
    if draft.asked_on > desk.today:
        raise NotAllowed("The day you asked them cannot be in the future.", "asked_on")
    if draft.asked_on < case.received_on:
        raise NotAllowed("The day you asked them cannot be before the request reached us.", "asked_on")
    if draft.reply_by < draft.asked_on:
        raise NotAllowed("The day to reply by cannot be before the day you asked.", "reply_by")
    if draft.replied_on is not None and not draft.asked_on <= draft.replied_on <= desk.today:
        raise NotAllowed("They replied between the day you asked and today.", "replied_on")
    if draft.view.strip() and draft.replied_on is None:
        raise NotAllowed("Enter the day they replied.", "replied_on")
    if draft.replied_on is not None and not draft.view.strip():
        raise NotAllowed("Write what they said.", "view")


def _refuse_impossible_advice(desk: Desk, case: Case, draft: ReferralDraft) -> None:
    if not case.received_on <= draft.sent_on <= desk.today:
        raise NotAllowed("It was sent between the day the request came and today.", "sent_on")
    if draft.advice_on is not None and not draft.sent_on <= draft.advice_on <= desk.today:
        raise NotAllowed("The advice came between the day you sent it and today.", "advice_on")
    if draft.advice.strip() and draft.advice_on is None:
        raise NotAllowed("Enter the day the advice came.", "advice_on")
    if draft.followed and draft.advice_on is None:
        raise NotAllowed("Record the advice before saying whether you followed it.", "followed")
    if draft.followed == "no" and not draft.reason.strip():
        raise NotAllowed("Say why you did not follow the advice.", "reason")


def changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What an entry of the audit keeps: all that is new, or what was changed and how it stood before."""
    if not before:
        return after
    changed = [name for name in after if after[name] != before[name]]
    return {
        "who": after.get("who") or after.get("body"),
        "before": {name: before[name] for name in changed},
        "after": {name: after[name] for name in changed},
    }


def _fill(row: Consultation | Referral, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
