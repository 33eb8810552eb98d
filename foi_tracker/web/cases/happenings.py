"""What has happened on a request, each in a few plain words: for the calendar and the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from foi_tracker.casework.correspondence import ASKING
from foi_tracker.casework.events import BY_THEIR_LETTER
from foi_tracker.law.clock_facts import EVENT_WORDS
from foi_tracker.letters.handling import money
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.models import Case, ClockEvent, Letter, Question
from foi_tracker.store.cases import COMPLETED, NOT_TO_LEAVE, REOPENED, completion, words_came_on
from foi_tracker.web.blind import blinded
from foi_tracker.web.cases.conversation import by
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.date_words import say_short_date
from foi_tracker.web.links import link_to

TOLD = frozenset({"clarification_received", "reg9_particulars_received"})


@dataclass(frozen=True)
class Happening:
    """One thing that happened on a day. `short` has room in a cell of the calendar."""

    on: date
    what: str
    short: str
    how: str = ""
    href: str = ""  # where it can be corrected

    @property
    def when(self) -> str:
        """The day, and how."""
        return f"{say_short_date(self.on)}{', ' if self.how else ''}{self.how}"


def happenings(
    case: Case, questions: Sequence[Question], events: Sequence[ClockEvent], letters: Sequence[Letter]
) -> list[Happening]:
    """Everything with a day of its own, oldest first."""
    came, correct = words_came_on(case, events), "" if completion(events) else to_day_of_receipt(case)
    found = [Happening(came, "Request received", "Request came", by(case.channel), correct)]
    told = {event.letter_id for event in events}
    found += [
        _of_letter(letter)
        for letter in letters
        if letter.sent_on and letter.kind not in _HAVE_EVENTS and letter.id not in told
    ]
    found += [_linked(_of_event(case, event, questions), event, case) for event in events]
    return sorted(found, key=lambda each: each.on)


_HAVE_EVENTS = frozenset({Kind.CLARIFICATION, Kind.RESPONSE})
"""Letters whose sending moves the clock, so that an event tells of them."""

_LETTER_WORDS = {
    "acknowledgement": ("Acknowledged", "Acknow\u00adledged"),  # it must break in a day's cell
    "not_valid": ("We told them it was not valid", "Told not valid"),
}


def _of_letter(letter: Letter) -> Happening:
    what, short = _LETTER_WORDS.get(letter.kind, (_label(letter), "Letter sent"))
    assert letter.sent_on is not None
    return Happening(letter.sent_on, what, short)


def _label(letter: Letter) -> str:
    return f"Letter sent: {KIND_LABELS[Kind(letter.kind)].lower()}"


def to_day_of_receipt(case: Case) -> str:
    """Where the day of receipt can be corrected; "" for whoever may not."""
    page = link_to("cases.details", case.authority_id, case_id=case.id)
    return f"{page}#received_on-day" if page else ""


def _linked(happening: Happening, event: ClockEvent, case: Case) -> Happening:
    if event.type == COMPLETED:
        return replace(happening, href=to_day_of_receipt(case))
    without_letter = event.type in BY_THEIR_LETTER and event.letter_id is None
    if without_letter or event.type not in EVENT_WORDS:
        return happening
    href = link_to("clock_events.correct", case.authority_id, case_id=case.id, event_id=event.id)
    return replace(happening, href=href)


def _of_event(case: Case, event: ClockEvent, questions: Sequence[Question]) -> Happening:
    about = {question.label for question in questions if question.id in event.question_ids}
    labels = [question.label for question in questions]
    some = say_questions(about, labels) if about and len(about) < len(labels) else ""
    named = next(iter(about)) if some and len(about) == 1 else ""
    if event.type in ASKING:
        if event.type == "clarification_requested" and event.statutory == "none":
            return Happening(event.on, "We offered to narrow it", "Offered to narrow", some)
        meaning = f"what {named} means" if named else "what they mean"
        return Happening(event.on, f"We asked {meaning}", f"Asked {meaning}", "" if named else some)
    if event.type in TOLD:
        what = f"They told us what {named} means" if named else "They told us what they mean"
        return Happening(event.on, what, "They told us", "" if named else some)
    if event.type == "response_issued" and some:
        return Happening(event.on, "We answered a part", "Answered a part", some)
    words, short = EVENT_WORDS.get(event.type) or _OUR_OWN[event.type], _SHORT.get(event.type, "")
    return Happening(event.on, words, short or words, blinded(case, _more(event, some)))


def _more(event: ClockEvent, some: str) -> str:
    """What else is worth a line: the questions, how much, to whom, until when."""
    amount = money(str(event.values.get("amount", "")))
    said = [some, amount, *(str(event.values.get(name, "")) for name in ("authority", "why"))]
    if estimate := event.values.get("estimated_decision_date"):
        said.append(f"decision expected by {say_short_date(date.fromisoformat(str(estimate)))}")
    return ", ".join(filter(None, said))


_OUR_OWN = {
    REOPENED: "We opened it again",
    COMPLETED: "They sent what was missing",
    NOT_TO_LEAVE: "We kept a letter back",
}
_SHORT = {
    "fees_notice": "Asked for a fee",
    "eir_advance_payment_notice": "Asked for a fee",
    "eir_payment_received": "The fee came",
    "pit_extension_notice": "Said it takes longer",
    "eir_reg7_extension_notice": "Said it takes longer",
    "transferred_to": "Passed on",
    "ico_application": "Applied for longer",
    "review_requested": "Review asked for",
    "representations_received": "Review asked for",
    "final_response": "Review done",
    "decision_notice_sent": "Decision notice",
    REOPENED: "Opened again",
    COMPLETED: "Complete",
    NOT_TO_LEAVE: "Letter kept back",
}
"""What has room in a day's cell."""
