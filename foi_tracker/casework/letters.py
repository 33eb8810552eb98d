"""Draft a letter, check it, issue it, and record that it was sent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from foi_tracker.casework import audit, letter_events
from foi_tracker.casework.correspondence import ASKED, Said, keep
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.letter_facts import letter_facts, logo_of
from foi_tracker.casework.letter_offers import (
    NoLongerRight,
    choosable,
    refuse_two_laws,
    said_at_start,
    why_not_begun,
    why_not_issued,
)
from foi_tracker.casework.not_to_leave import valid_since
from foi_tracker.casework.notice_facts import CHOOSING
from foi_tracker.casework.refresh import refresh
from foi_tracker.law.notices.asks import ASKS
from foi_tracker.law.notices.enclosures import SECOND_LOOK
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.periods import say
from foi_tracker.letters.check import findings
from foi_tracker.letters.facts import to_json
from foi_tracker.letters.kinds import Kind
from foi_tracker.letters.pdf import make_pdf
from foi_tracker.letters.render import plain_text, with_wordings
from foi_tracker.models import Case, Letter, Override, now
from foi_tracker.store import letters as letter_store
from foi_tracker.store import others as other_store
from foi_tracker.store import questions as question_store

DRAFT, ISSUED, SENT = "draft", "issued", "sent"
SENT_HOW = {"email": "Email", "post": "Post", "web": "Through the website", "hand": "By hand"}


class NotReady(NotAllowed):
    """The statutory check stops the letter. `findings` says what must be mended."""

    def __init__(self, stopping: Sequence[Finding]) -> None:
        super().__init__("The letter cannot be issued yet. Mend what the check found.")
        self.findings = tuple(stopping)


@dataclass(frozen=True)
class LetterPlan:
    """What kind of letter, and what it covers."""

    kind: str
    question_ids: Sequence[int] = ()  # those it answers or is about; none: all not yet issued
    part_of_several: bool = False
    corrects_id: int | None = None
    correction_reason: str = ""
    clarification: str = ""
    clarification_question_ids: Sequence[int] = ()
    said: Mapping[str, str] = field(default_factory=dict)  # by law.notices.asks
    consultation_id: int | None = None


def start_letter(desk: Desk, case: Case, plan: LetterPlan) -> Letter:
    """Begin a draft.

    Raises:
        NotAllowed: the kind is not known or not for this case, a draft of it is there already, it would
            correct a draft, it would answer nothing, or the law does not allow it now.
    """
    if plan.kind not in set(Kind):
        raise NotAllowed("That kind of letter is not known.")
    if plan.kind == Kind.PASSED_ON:
        raise NotAllowed("This letter comes with passing the request on. Do that first.")
    if why_not := why_not_begun(desk, case, plan.kind):
        raise NotAllowed(why_not)
    if (plan.kind == Kind.NOT_VALID) == (case.triage == "valid"):
        raise NotAllowed("Only a request that is not valid gets the letter that says so, and no other.")
    present = letter_store.letters_of(desk.session, case)
    if any(
        letter.kind == plan.kind and letter.state == DRAFT and letter.consultation_id == plan.consultation_id
        for letter in present
    ):
        raise NotAllowed("A draft of this letter is there already. Open it, or throw it away first.")
    if plan.corrects_id is not None:
        corrected = letter_store.get_letter(desk.session, case, plan.corrects_id)
        if corrected.state == DRAFT:
            raise NotAllowed("That letter is still a draft: change it instead of correcting it.")
    if plan.kind == Kind.CONSULTATION:
        _refuse_consulting_nobody(desk, case, plan)
    letter = Letter(
        case_id=case.id,
        kind=plan.kind,
        corrects_id=plan.corrects_id,
        consultation_id=plan.consultation_id,
        said=said_at_start(desk, case, plan.kind),
    )
    desk.session.add(letter)
    desk.session.flush()
    _plan(desk, case, letter, plan)
    refresh(desk, case)
    audit.record(desk, case.authority_id, "letter_started", case, letter=letter.id, kind=letter.kind)
    return letter


def plan_letter(desk: Desk, case: Case, letter: Letter, plan: LetterPlan, version: int) -> None:
    """Change what a draft covers.

    Raises:
        ChangedMeanwhile: somebody changed the draft since `version` was read.
        NotAllowed: the letter is issued: its words are final, and a correction is a new letter.
    """
    if letter.version != version:
        raise ChangedMeanwhile("letter")
    refuse_final(letter)
    _plan(desk, case, letter, plan)
    refresh(desk, case)
    audit.record(desk, case.authority_id, "letter_planned", case, letter=letter.id, kind=letter.kind)


def _plan(desk: Desk, case: Case, letter: Letter, plan: LetterPlan) -> None:
    letter.part_of_several = plan.part_of_several
    letter.correction_reason = plan.correction_reason.strip()
    letter.clarification = plan.clarification.strip()
    everyone = [question.id for question in question_store.questions_of(desk.session, case)]
    asked = [*plan.question_ids, *plan.clarification_question_ids]
    if not set(asked) <= set(everyone):
        raise NotAllowed("That question is not one of this request's.")
    letter.clarification_question_ids = list(plan.clarification_question_ids)
    filled = {ask.name for ask in ASKS.get(letter.kind, ()) if ask.by_us}
    kept = {name: value for name, value in letter.said.items() if name in filled}
    typed = {name: value.strip() for name, value in plan.said.items() if name not in filled}
    letter.said = {**typed, **kept} if typed else letter.said
    if letter.kind in CHOOSING:
        _cover(desk, case, letter, plan, everyone)
    desk.session.flush()


def _cover(desk: Desk, case: Case, letter: Letter, plan: LetterPlan, everyone: Sequence[int]) -> None:
    """Say which questions the letter answers or is about."""
    covered = plan.question_ids or [each.id for each in choosable(desk, case, letter.kind)]
    if not everyone:
        raise NotAllowed("Confirm the questions first: the letter is about them.")
    if not covered:
        raise NotAllowed("Every question is in a letter that was issued. Correct that one instead.")
    if letter.kind != Kind.RESPONSE:
        refuse_two_laws(desk, case, covered)
    letter_store.set_question_ids(desk.session, letter, covered)


def _refuse_consulting_nobody(desk: Desk, case: Case, plan: LetterPlan) -> None:
    if plan.consultation_id is None:
        raise NotAllowed("Say whom the letter consults.")
    other_store.get_consultation(desk.session, case, plan.consultation_id)


def throw_away(desk: Desk, case: Case, letter: Letter) -> None:
    """Delete a draft.

    Raises:
        NotAllowed: the letter is issued, and kept for good.
    """
    refuse_final(letter)
    if letter.kind == Kind.PASSED_ON:
        raise NotAllowed(
            "The request has gone to the other authority, and this letter tells them so. Send it."
        )
    letter_store.set_question_ids(desk.session, letter, [])
    letter_store.forget_overrides(desk.session, letter)
    audit.record(desk, case.authority_id, "letter_thrown_away", case, letter=letter.id, kind=letter.kind)
    desk.session.delete(letter)
    desk.session.flush()
    refresh(desk, case)


def refuse_final(letter: Letter) -> None:
    """Only a draft changes.

    Raises:
        NotAllowed: the letter is issued.
    """
    if letter.state != DRAFT:
        raise NotAllowed("This letter is issued, so it stays as it is. A correction is a new letter.")


def check_letter(desk: Desk, case: Case, letter: Letter) -> tuple[LetterFacts, tuple[Finding, ...]]:
    """The facts of a letter as it stands today, and what the statutory check finds in them."""
    facts = letter_facts(desk, case, letter)
    if facts.wordings:
        facts = with_wordings(facts, facts.wordings)
    return facts, findings(facts, desk.holidays)


def digest_of(facts: LetterFacts) -> str:
    """SHA-256 over everything a letter would say: whether what is issued is what was read."""
    told = json.dumps(to_json(facts), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def issue_letter(
    desk: Desk, case: Case, letter: Letter, version: int, seen: str = "", printed: bytes = b""
) -> None:
    """Make the letter final: dated today, its PDF's bytes, SHA-256 and facts kept for good.

    `seen` is the digest of the facts that the officer read; where it is given, nothing else is issued.
    `printed` is the PDF of those facts where it was made before; otherwise it is made here.

    Raises:
        ChangedMeanwhile: somebody changed the draft since `version` was read, or what it says.
        NotAllowed: it is issued already.
        NoLongerRight: what it rests on has gone since it was begun: a reply came, or it was answered.
        NotReady: the check found something that must be mended.
        PdfUnavailable: this machine lacks the libraries that make PDFs.
    """
    if letter.version != version:
        raise ChangedMeanwhile("letter")
    refuse_final(letter)
    if why_not := why_not_issued(desk, case, letter):
        raise NoLongerRight(why_not)
    facts, found = check_letter(desk, case, letter)
    if seen and seen != digest_of(facts):
        raise ChangedMeanwhile("letter")
    let_pass = letter_store.overrides_of(desk.session, letter)
    if stopping := still_stopping(found, let_pass):
        raise NotReady(stopping)
    passed = [each for each in let_pass if any(passes(each, finding) for finding in found)]
    made = printed if seen and printed else make_pdf(facts, logo=logo_of(desk, case.authority_id, facts))
    letter.pdf_sha256 = desk.files.put(case.authority_id, made)
    letter.facts, letter.plain_text = to_json(facts), plain_text(facts)
    letter.state, letter.dated = ISSUED, facts.dated
    letter.issued_at, letter.issued_by = now(), desk.actor.name
    if letter.kind in question_store.ANSWERING:
        _settle(desk, case, letter)
    desk.session.flush()
    refresh(desk, case)
    audit.record(
        desk,
        case.authority_id,
        "letter_issued",
        case,
        letter=letter.id,
        kind=letter.kind,
        dated=letter.dated,
        sha256=letter.pdf_sha256,
        should=[finding.code for finding in found if finding.level == "should"],
        let_pass=[{"code": each.code, "where": each.where, "why": each.reason} for each in passed],
    )


def passes(override: Override, finding: Finding) -> bool:
    """Whether this is the finding that was let pass: the same words, not only the same code.

    Nothing lets a file pass that nobody else has looked at.
    """
    if finding.field == SECOND_LOOK:
        return False
    return (override.code, override.where, override.finding) == (finding.code, finding.where, finding.message)


def still_stopping(found: Sequence[Finding], let_pass: Sequence[Override]) -> list[Finding]:
    """What must be mended, without what was let pass."""
    return [each for each in found if each.level == "must" and not any(passes(one, each) for one in let_pass)]


def _settle(desk: Desk, case: Case, letter: Letter) -> None:
    """What it answers is answered: not held, where it says who may hold it.

    What is pending stays open, and so does what is put back to the requester.
    """
    answered = letter_events.answered_ids(desk, case, letter)
    letter_store.set_question_ids(desk.session, letter, answered)
    if letter.kind == Kind.RESPONSE:
        return
    said = {name: str(value) for name, value in letter.said.items()}
    holder = ": ".join(filter(None, (said.get("authority", ""), said.get("contact", ""))))
    for question in question_store.questions_of(desk.session, case):
        if question.id in answered and not question.is_answered:
            question.outcome = "not_held"
            question.details = {"searched": said.get("searched", ""), "holder": holder}


def printed(facts: LetterFacts, logo: bytes) -> bytes:
    """The letter's own PDF, for `issue_letter`: a second of work that needs no database.

    Raises:
        PdfUnavailable: this machine lacks the libraries that make PDFs.
    """
    return make_pdf(facts, logo=logo)


def issued_pdf(desk: Desk, case: Case, letter: Letter) -> bytes:
    """The bytes of an issued letter, exactly as they were.

    Raises:
        NotAllowed: the letter is a draft.
        BytesDamaged: what is kept no longer has its SHA-256.
    """
    if letter.state == DRAFT:
        raise NotAllowed("This letter is still a draft.")
    return desk.files.get(case.authority_id, letter.pdf_sha256)


def draft_pdf(desk: Desk, case: Case, letter: Letter) -> bytes:
    """A draft as it would look today, marked as a draft.

    Raises:
        PdfUnavailable: this machine lacks the libraries that make PDFs.
    """
    facts = letter_facts(desk, case, letter)
    return make_pdf(facts, draft=True, logo=logo_of(desk, case.authority_id, facts))


@dataclass(frozen=True)
class Sent:
    """When, how and to whom a letter left."""

    on: date
    how: str  # of SENT_HOW
    to: str


def refuse_unsendable(desk: Desk, case: Case, letter: Letter) -> None:
    """Only a letter that is issued, and not sent yet, can be recorded as sent.

    Raises:
        NotAllowed: it is a draft, recorded as sent already, or it is recorded that it never left.
    """
    if letter.state == DRAFT or letter.dated is None:
        raise NotAllowed("Issue the letter first.")
    if letter.state == SENT:
        raise NotAllowed("This letter is recorded as sent already.")
    if letter.id in letter_store.replaced_ids(desk.session, case):
        raise NotAllowed("A correction of this letter was sent in its place. This one never left.")
    if letter.id in letter_store.kept_back(desk.session, case):
        raise NotAllowed("It is recorded that this letter never left, since it was not to.")


def record_sent(desk: Desk, case: Case, letter: Letter, sent: Sent) -> str:
    """Record that an issued letter has left. That day counts; a notice sent moves the clock it may move.

    Returns why a notice moves nothing, where the law gives it no effect; else "".

    Raises:
        NotAllowed: it cannot be sent (`refuse_unsendable`), or the day is before its date, in the future,
            or after the request that it calls not valid was made valid.
    """
    refuse_unsendable(desk, case, letter)
    if letter.dated and sent.on < letter.dated:
        raise NotAllowed("It cannot have been sent before it was issued.")
    if (valid_on := valid_since(desk, case, letter)) and sent.on > valid_on:
        raise NotAllowed(
            f"The request was made valid on {say(valid_on)}, so it was not to leave after that day."
        )
    asks, about = _asks_of(desk, case, letter)
    keep(
        desk,
        case,
        Said(
            direction="out",
            channel=sent.how,
            on=sent.on,
            with_whom=sent.to,
            words=letter.plain_text,
            about=ASKED if asks else "",
            question_ids=about,
            letter_id=letter.id,
        ),
    )
    letter.state = SENT
    letter.sent_on, letter.sent_how, letter.sent_to = sent.on, sent.how, sent.to
    letter.sent_recorded_by = desk.actor.name
    moves_nothing = letter_events.keep(desk, case, letter, sent.on)
    refresh(desk, case)
    audit.record(
        desk,
        case.authority_id,
        "letter_sent",
        case,
        letter=letter.id,
        kind=letter.kind,
        on=sent.on,
        how=sent.how,
        to=sent.to,
        moves_nothing=moves_nothing,
    )
    return moves_nothing


def _asks_of(desk: Desk, case: Case, letter: Letter) -> tuple[bool, list[int]]:
    """Whether sending it stops a clock, and of which questions (none: all): those still on the case."""
    if letter.kind != Kind.CLARIFICATION:
        put_back = letter_events.asked_ids(desk, case, letter)
        return bool(put_back), put_back
    present = {question.id for question in question_store.questions_of(desk.session, case)}
    left = [id_ for id_ in letter.clarification_question_ids if id_ in present]
    return bool(left) or not letter.clarification_question_ids, left
