"""What was said in and out on a case, and what of it moves the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.refresh import refresh
from foi_tracker.models import Case, ClockEvent, Correspondence, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import questions as question_store

ASKED, RECEIVED = "clarification_asked", "clarification_received"

EVENT_TYPES = {
    # s.1(3) FOIA; reg 9 EIR
    ("FOIA", ASKED): "clarification_requested",
    ("FOIA", RECEIVED): "clarification_received",
    ("EIR", ASKED): "reg9_particulars_requested",
    ("EIR", RECEIVED): "reg9_particulars_received",
}

ASKING = frozenset({"clarification_requested", "reg9_particulars_requested"})


@dataclass(frozen=True)
class Said:
    """One thing said, in or out."""

    direction: str  # "in" | "out"
    channel: str  # of casework.log.CHANNELS
    on: date
    with_whom: str
    words: str
    about: str = ""  # "", ASKED or RECEIVED
    question_ids: Sequence[int] = ()  # which questions a clarification is about; none: all
    statutory: bool = True  # s.1(3): we could not identify or locate it without; False: optional narrowing
    letter_id: int | None = None


def record_correspondence(desk: Desk, case: Case, said: Said) -> Correspondence:
    """Keep what was said. A clarification asked or received moves the clock of its questions.

    Raises:
        NotAllowed: it lies in the future or before the request came, or answers what nobody had asked.
    """
    if said.about == RECEIVED:
        _refuse_reply_to_nothing(desk, case, said)
    entry = keep(desk, case, said)
    refresh(desk, case)
    audit.record(desk, case.authority_id, "correspondence_recorded", case, **asdict(said))
    return entry


def keep(desk: Desk, case: Case, said: Said) -> Correspondence:
    """Add the correspondence and its clock event to a piece of casework under way (it audits itself).

    Raises:
        NotAllowed: it lies in the future or before the request came, or is about another case's question.
    """
    if said.on > desk.today:
        raise NotAllowed("The day it was said cannot be in the future.")
    if said.on < case.received_on:
        raise NotAllowed("The day it was said cannot be before the request reached us.")
    questions = question_store.questions_of(desk.session, case)
    if not set(said.question_ids) <= {question.id for question in questions}:
        raise NotAllowed("That question is not one of this request's.")
    entry = Correspondence(
        case_id=case.id,
        direction=said.direction,
        channel=said.channel,
        on=said.on,
        with_whom=said.with_whom,
        words=said.words,
        about=said.about,
        letter_id=said.letter_id,
        recorded_by=desk.actor.name,
    )
    desk.session.add(entry)
    desk.session.flush()
    if said.about:
        kind = _event_type(case, questions, said)
        desk.session.add(
            ClockEvent(
                case_id=case.id,
                type=kind,
                on=said.on,
                statutory="s1(3)" if said.statutory and kind.startswith("clarification") else "none",
                question_ids=list(said.question_ids),
                correspondence_id=entry.id,
            )
        )
        desk.session.flush()
    return entry


def _event_type(case: Case, questions: Sequence[Question], said: Said) -> str:
    """What the clock calls it. Under the EIR too, what could have been answered as it was stops nothing.

    Where both laws are concerned it has the Act's name, which moves both clocks.
    """
    if said.about == ASKED and not said.statutory:
        return "clarification_requested"
    concerned = [each for each in questions if not said.question_ids or each.id in said.question_ids]
    laws = {each.regime or case.regime for each in concerned} or {case.regime}
    return EVENT_TYPES["EIR" if laws == {"EIR"} else "FOIA", said.about]


def _refuse_reply_to_nothing(desk: Desk, case: Case, said: Said) -> None:
    """s.10(6)(b) speaks of the day they supply what we asked for: without the asking there is no such day."""
    asked = [
        event
        for event in case_store.clock_events(desk.session, case)
        if event.type in ASKING and event.on <= said.on
    ]
    about = set(said.question_ids)
    if not any(not event.question_ids or not about or about & set(event.question_ids) for event in asked):
        raise NotAllowed(
            "Nothing had been asked of them by that day. Record what we asked first, "
            "or record this as something they told us."
        )
