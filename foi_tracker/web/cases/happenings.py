"""What has happened on a request, each in a few plain words: for the calendar and the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from foi_tracker.casework.correspondence import ASKING
from foi_tracker.law.clock_facts import EVENT_WORDS
from foi_tracker.letters.kinds import Kind
from foi_tracker.models import Case, ClockEvent, Letter, Question
from foi_tracker.web.cases.conversation import by
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.date_words import say_short_date

TOLD = frozenset({"clarification_received", "reg9_particulars_received"})


@dataclass(frozen=True)
class Happening:
    """One thing that happened on a day. `short` has room in a cell of the calendar."""

    on: date
    what: str
    short: str
    how: str = ""

    @property
    def when(self) -> str:
        """The day, and how."""
        return f"{say_short_date(self.on)}{', ' if self.how else ''}{self.how}"


def happenings(
    case: Case, questions: Sequence[Question], events: Sequence[ClockEvent], letters: Sequence[Letter]
) -> list[Happening]:
    """Everything with a day of its own, oldest first."""
    found = [Happening(case.received_on, "Request received", "Request came", by(case.channel))]
    found += [_of_letter(letter) for letter in letters if letter.sent_on and letter.kind not in _HAVE_EVENTS]
    found += [_of_event(event, questions) for event in events]
    return sorted(found, key=lambda each: each.on)


_HAVE_EVENTS = frozenset({Kind.CLARIFICATION, Kind.RESPONSE})
"""Letters whose sending moves the clock, so that an event tells of them."""

_LETTER_WORDS = {
    "acknowledgement": ("Acknowledged", "Acknow\u00adledged"),  # it must break in a day's cell
    "not_valid": ("We told them it was not valid", "Told not valid"),
}


def _of_letter(letter: Letter) -> Happening:
    what, short = _LETTER_WORDS.get(letter.kind, ("A letter was sent", "Letter sent"))
    assert letter.sent_on is not None
    return Happening(letter.sent_on, what, short)


def _of_event(event: ClockEvent, questions: Sequence[Question]) -> Happening:
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
    words = EVENT_WORDS.get(event.type, event.type)
    return Happening(event.on, words, words, some)
