"""Pass a request to the other authority that this installation serves: one act, both receipts, both clocks.

Our own duty stays: the letter that comes with it says that we do not hold it, and who may (s.1(1)(a), s.16;
EIR reg 10). Of us the other authority sees what was passed, and of it we see its receipt; nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from foi_tracker.casework import audit, events, log
from foi_tracker.casework.desk import Actor, Desk, NotAllowed
from foi_tracker.casework.letter_offers import choosable, refuse_two_laws, why_not_begun
from foi_tracker.casework.log import CHANNELS
from foi_tracker.casework.refresh import refresh
from foi_tracker.law.exemptions import NCND
from foi_tracker.law.notices.transfer import why_unclear
from foi_tracker.law.outcomes import UNCLEAR
from foi_tracker.letters.kinds import Kind
from foi_tracker.models import Authority, Case, Letter, Question
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store

TRANSFERRED = "transferred_to"


@dataclass(frozen=True)
class Passing:
    """To whom, which questions, and how we know that the requester agrees."""

    authority_id: int
    consent_on: date
    consent_how: str  # of CHANNELS
    question_ids: Sequence[int] = ()  # none: all that are in no letter that was issued
    searched: str = ""  # how we know that we do not hold it


def pass_on(desk: Desk, case: Case, passing: Passing) -> Letter:
    """Make the request anew at the other authority, received there today, and begin the letter that says so.

    The other authority gets the words of what is passed, and who asked; its acknowledgement is begun there.

    Raises:
        NotAllowed: nothing is left to pass, it was passed before, they had not agreed, or there is no such
            authority here; `field` says which.
        OutsideCalendar: no bank holidays are known for its dates.
    """
    other = _other(desk, case, passing)
    questions = _to_pass(desk, case, passing)
    if not case.received_on <= passing.consent_on <= desk.today:
        raise NotAllowed(
            "They agreed after their request reached us, and not later than today.", "consent_on"
        )
    if passing.consent_how not in CHANNELS:
        raise NotAllowed("Say how they agreed.", "consent_how")
    there = replace(desk, actor=Actor(None, case.authority.name))
    received = log.keep(there, other, _as_arrival(desk, case, questions), None, passed_from_id=case.id)
    letter = _letter(desk, case, passing, questions, received)
    events.keep(
        desk,
        case,
        events.EventDraft(
            TRANSFERRED,
            desk.today,
            [question.id for question in questions],
            {"authority": other.name, "received_by_B": desk.today.isoformat()},
            letter_id=letter.id,
        ),
    )
    refresh(desk, case)
    ours = {
        "to": other.name,
        "their_number": received.reference,
        "labels": [question.label for question in questions],
        "consent_on": passing.consent_on,
        "consent_how": passing.consent_how,
        "letter": letter.id,
    }
    theirs = {"from": case.authority.name, "reference": received.reference, "due_on": received.due_on}
    for who, of, action, told in (
        (desk, case, "passed_on", ours),
        (there, received, "received_from_authority", theirs),
    ):
        audit.record(who, of.authority_id, action, of, **told)
    return letter


def _other(desk: Desk, case: Case, passing: Passing) -> Authority:
    others = authority_store.others_here(desk.session, case.authority)
    found = next((each for each in others if each.id == passing.authority_id), None)
    if found is None:
        raise NotAllowed("Choose one of the authorities here.", "authority")
    return found


def _to_pass(desk: Desk, case: Case, passing: Passing) -> list[Question]:
    if why_not := why_not_begun(desk, case, Kind.PASSED_ON):
        raise NotAllowed(why_not)
    questions = question_store.questions_of(desk.session, case)
    if not set(passing.question_ids) <= {question.id for question in questions}:
        raise NotAllowed("That question is not one of this request's.", "questions")
    issued = question_store.issued_question_ids(desk.session, case)
    chosen = set(passing.question_ids) or {each.id for each in choosable(desk, case, Kind.PASSED_ON)}
    passed = _passed_before(desk, case)
    for question in questions:
        if question.id in chosen and (passed is None or question.id in passed):
            raise NotAllowed(f"Question {question.label} was passed on before.", "questions")
        if question.id in chosen and question.id in issued:
            raise NotAllowed(f"Question {question.label} is answered in a letter.", "questions")
        if question.id in chosen and question.outcome == NCND:
            raise NotAllowed(
                f"Question {question.label} is neither confirmed nor denied: to pass it on would say that we "
                "do not hold it.",
                "questions",
            )
        if question.id in chosen and question.outcome == UNCLEAR:
            raise NotAllowed(why_unclear(question.label), "questions")
    refuse_two_laws(desk, case, chosen)
    return [question for question in questions if question.id in chosen]


def _passed_before(desk: Desk, case: Case) -> set[int] | None:
    """Ids of the questions that were passed on already; None where all were."""
    before = [each for each in case_store.clock_events(desk.session, case) if each.type == TRANSFERRED]
    if any(not event.question_ids for event in before):
        return None
    return {id_ for event in before for id_ in event.question_ids}


def _as_arrival(desk: Desk, case: Case, questions: Sequence[Question]) -> log.Arrival:
    """The request as it reaches the other authority: the words passed, who asked, and how to answer them."""
    everything = len(questions) == len(question_store.questions_of(desk.session, case))
    came_at_once = case_store.first_words(case, case_store.clock_events(desk.session, case)) == case.words
    return log.Arrival(  # two texts in one would be read as one there, and questions lost
        words=case.words if everything and came_at_once else _words_of(questions),
        received_on=desk.today,
        channel=case.channel,
        regime=questions[0].regime or case.regime,
        subject=case.subject,
        requester_name=case.requester_name,
        requester_organisation=case.requester_organisation,
        requester_email=case.requester_email,
        requester_address=case.requester_address,
        their_reference=case.their_reference,
        form_wanted=case.form_wanted,
        language=case.language,
        large_print=case.large_print,
        adjustment=case.adjustment,
    )


def _words_of(questions: Sequence[Question]) -> str:
    """The questions that are passed, in the sender's own words, each on its number."""
    blocks = [
        " ".join(filter(None, (f"{number}.", question.stem, question.text)))
        for number, question in enumerate(questions, start=1)
    ]
    return "\n\n".join(blocks)


def _letter(
    desk: Desk, case: Case, passing: Passing, questions: Sequence[Question], received: Case
) -> Letter:
    """The letter that tells the requester; whatever draft spoke of the other body gives way to it."""
    other = received.authority
    letter = Letter(
        case_id=case.id,
        kind=Kind.PASSED_ON.value,
        said={
            "authority": other.name,
            "contact": other.email or ", ".join(other.address.splitlines()),
            "consent_on": passing.consent_on.isoformat(),
            "received_on": received.received_on.isoformat(),
            "their_number": received.reference,
            "answer_by": received.due_on.isoformat() if received.due_on else "",
            "searched": passing.searched.strip(),
        },
    )
    desk.session.add(letter)
    desk.session.flush()
    letter_store.set_question_ids(desk.session, letter, [question.id for question in questions])
    return letter
