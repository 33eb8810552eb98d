"""Section 14: the request as a whole is vexatious or repeated, and why we say so."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.refresh import refresh
from foi_tracker.law.notices.facts import WholeFacts
from foi_tracker.law.whole_request import REPEATED, WHOLE_SECTIONS
from foi_tracker.models import Case, WholeRefusal
from foi_tracker.store import cost as cost_store
from foi_tracker.store import questions as question_store

NOT_UNDER_EIR = (
    "Section 14 is not of the Environmental Information Regulations. Withhold it under regulation 12(4)(b), "
    "manifestly unreasonable, with its public interest test."
)


@dataclass(frozen=True)
class WholeDraft:
    """A refusal of the whole request. The evidence stays inside."""

    section: str  # of law.whole_request
    evidence: str
    earlier_reference: str = ""  # s.14(2): the request that it repeats
    earlier_answered_on: date | None = None  # when that one was complied with
    earlier_notice: str = ""  # s.17(6): the reference of an earlier s.14 notice


def is_under_regulations(desk: Desk, case: Case) -> bool:
    """Whether every question is asked under the EIR, which do not have section 14."""
    questions = question_store.questions_of(desk.session, case)
    return ({question.regime or case.regime for question in questions} or {case.regime}) == {"EIR"}


def keep_whole_refusal(desk: Desk, case: Case, draft: WholeDraft, version: int) -> WholeRefusal:
    """Keep why the whole request is refused.

    Raises:
        ChangedMeanwhile: somebody changed it since `version` was read (0: there was none).
        NotAllowed: the Regulations apply, there is no evidence, or s.14(2) without the earlier request.
    """
    whole = cost_store.whole_of(desk.session, case)
    if (whole.version if whole else 0) != version:
        raise ChangedMeanwhile("refusal")
    _refuse_unsound(desk, case, draft)
    if whole is None:
        whole = WholeRefusal(case_id=case.id)
        desk.session.add(whole)
    for name, value in asdict(draft).items():
        setattr(whole, name, value.strip() if isinstance(value, str) else value)
    desk.session.flush()
    audit.record(desk, case.authority_id, "whole_refused", case, **asdict(draft))
    return whole


def _refuse_unsound(desk: Desk, case: Case, draft: WholeDraft) -> None:
    if is_under_regulations(desk, case):
        raise NotAllowed(NOT_UNDER_EIR)
    if not draft.evidence.strip():
        raise NotAllowed("Say what shows it. It stays on the case and is never printed.", "evidence")
    if draft.section == REPEATED and not draft.earlier_reference.strip():
        raise NotAllowed("Give the reference of the request that it repeats.", "earlier_reference")
    if draft.section == REPEATED and draft.earlier_answered_on is None:
        raise NotAllowed(
            "Say when that request was answered: section 14(2) needs one we complied with.",
            "earlier_answered_on",
        )
    if draft.earlier_answered_on and draft.earlier_answered_on > case.received_on:
        raise NotAllowed(
            "That is after this request came. It repeats only a request that was answered before it.",
            "earlier_answered_on",
        )


def whole_facts(desk: Desk, case: Case) -> WholeFacts | None:
    """The refusal as a letter says it: never the evidence."""
    whole = cost_store.whole_of(desk.session, case)
    if whole is None:
        return None
    return WholeFacts(
        section=whole.section,
        earlier_reference=whole.earlier_reference,
        earlier_answered_on=whole.earlier_answered_on,
        earlier_notice=whole.earlier_notice,
    )


@dataclass(frozen=True)
class NoNotice:
    """Why no further notice is given, and who agreed to that: s.17(6)."""

    reason: str
    agreed_by: str


def may_go_unanswered(case: Case, whole: WholeRefusal | None) -> bool:
    """Whether closing without another notice can be thought of: there was one before, and it is open."""
    return whole is not None and bool(whole.earlier_notice) and case.closed_on is None


def close_without_notice(desk: Desk, case: Case, given: NoNotice) -> None:
    """Close the request without another notice, as s.17(6) allows, signed off by a second person.

    Raises:
        NotAllowed: no refusal under s.14, no earlier s.14 notice, no reason, no sign-off by somebody else,
            the questions are not confirmed, one of them is answered in an issued letter, or one is under the
            Regulations, which have nothing like s.17(6).
    """
    whole = cost_store.whole_of(desk.session, case)
    questions = question_store.questions_of(desk.session, case)
    if whole is None or not may_go_unanswered(case, whole):
        raise NotAllowed("Section 17(6) needs an open request and an earlier notice under section 14.")
    if not given.reason.strip():
        raise NotAllowed("Say why it would be unreasonable to expect us to give another notice.", "reason")
    agreed_by = " ".join(given.agreed_by.split())
    if not agreed_by or agreed_by.casefold() == desk.actor.name.casefold():
        raise NotAllowed("Name the other person who signed this off.", "agreed_by")
    if not case.questions_confirmed or not questions:
        raise NotAllowed("Confirm the questions first, so that it is clear what is closed.", "reason")
    if any((question.regime or case.regime) == "EIR" for question in questions):
        raise NotAllowed(
            "Some of it is under the Environmental Information Regulations, under which every refusal needs "
            "its notice (regulation 14). Write a letter.",
            "reason",
        )
    if question_store.ever_issued_question_ids(desk.session, case):
        raise NotAllowed("A letter answers some of it already, so it is not closed in silence.", "reason")
    outcome = next(code for code, section in WHOLE_SECTIONS.items() if section == whole.section)
    for question in questions:
        question.outcome, question.answer, question.details = outcome, "", {}
        question.same_as_id = question.because_of_id = None
        question.because_of_opening = False
    whole.no_notice_on, whole.no_notice_reason = desk.today, given.reason.strip()
    whole.no_notice_agreed_by = agreed_by
    desk.session.flush()
    refresh(desk, case)
    audit.record(
        desk,
        case.authority_id,
        "closed_without_notice",
        case,
        section=whole.section,
        earlier_notice=whole.earlier_notice,
        reason=given.reason,
        agreed_by=agreed_by,
    )
