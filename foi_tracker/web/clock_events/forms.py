"""What each kind of event asks for: one form, of which a page keeps the fields that its kind needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flask_wtf import FlaskForm

from foi_tracker.casework.events import EventDraft
from foi_tracker.models import Case, ClockEvent, Question
from foi_tracker.web.addresses import id_of
from foi_tracker.web.cases.label_words import short
from foi_tracker.web.clock_events.kinds import (
    AMOUNT,
    AUTHORITY,
    COMPLEX,
    ESTIMATE,
    NEED,
    RECEIVED_BY,
    EventKind,
)
from foi_tracker.web.widgets import Checkboxes, DateInput, Radios, Text, TextArea, as_choices

OPTIONAL = (AMOUNT, ESTIMATE, COMPLEX, AUTHORITY, RECEIVED_BY, NEED)
NEEDED, NARROWING = "s1(3)", "none"
BOTH = frozenset({"complex", "large"})


class EventForm(FlaskForm):
    """A thing that happened."""

    on = DateInput("When was it?", required="Enter the day")
    amount = Text("How much?", hint="For example: £12.50.", required="Enter the fee", longest=40)
    estimated_decision_date = DateInput(
        "By when do we expect to decide?",
        hint="The date in the notice. The law does not allow an open one.",
        required="Enter the date that the notice gives",
    )
    complex_and_voluminous = Checkboxes(
        "Why does it need longer?",
        [
            ("complex", "It is complex", "Hard to put together, to weigh or to redact"),
            ("large", "It is large", "There is a great deal of it"),
        ],
        hint="Both have to be so.",
        required="Tick both, or it gets no longer",
    )
    authority = Text("Which authority?", required="Enter the authority", longest=200)
    received_by_B = DateInput(  # the word of the vectors
        "When did it reach them?", hint="Leave it empty if you do not know."
    )
    statutory = Radios(
        "Could we have answered without knowing?",
        [
            (NEEDED, "No: we could not tell what to look for", "The days stop until they tell us"),
            (NARROWING, "Yes: it would only have helped", "The days go on"),
        ],
        required="Choose whether we could have answered",
    )
    questions = Checkboxes("Which questions is it about?")

    def for_kind(self, kind: EventKind, questions: Sequence[Question], notes: Mapping[int, str]) -> EventForm:
        """The form with the fields of this kind alone; `notes` stand under questions, by their id."""
        for name in OPTIONAL:
            if name not in kind.asks:
                del self[name]
        self.on.label.text = kind.day
        if len(questions) < 2:
            del self.questions
        else:
            self.questions.label.text = kind.about
            self.questions.description = "Tick none when it is about all of them."
            self.questions.choices = as_choices(
                [(str(q.id), f"{q.label}. {short(q.text)}", notes.get(q.id, "")) for q in questions]
            )
        return self

    def draft(self, kind: EventKind, case: Case, questions: Sequence[Question]) -> EventDraft:
        """What was filled in, once it is valid, in the clock's own words for the law of those questions.

        `questions` are those that it may be about: all of them, where none is ticked.
        """
        assert self.on.data is not None
        ticked = [id_of(id_) for id_ in (self.questions.data or ())] if "questions" in self else []
        about = [q for q in questions if q.id in ticked] or list(questions)
        laws = {q.regime or case.regime for q in about} or {case.regime}
        law = "EIR" if laws == {"EIR"} else "FOIA"
        return EventDraft(
            type=kind.types.get(law) or next(iter(kind.types.values())),
            on=self.on.data,
            question_ids=[question.id for question in about],
            values=self._values(kind),
            statutory=self[NEED].data if NEED in kind.asks else "none",
        )

    def _values(self, kind: EventKind) -> dict[str, str]:
        values = {name: _as_text(self[name].data) for name in kind.asks if name not in (COMPLEX, NEED)}
        if COMPLEX in kind.asks:
            values[COMPLEX] = "yes" if set(self[COMPLEX].data or ()) == BOTH else "no"
        return values


class RemoveForm(FlaskForm):
    """Why an event never happened."""

    reason = TextArea("Why was it not so?", rows=2, required="Say why it was not so")


def kept_values(event: ClockEvent) -> dict[str, Any]:
    """A recorded event as its form shows it."""
    found: dict[str, Any] = {"on": event.on, "questions": [str(id_) for id_ in event.question_ids]}
    found |= {name: event.values.get(name) or None for name in (AMOUNT, AUTHORITY)}
    for name in (ESTIMATE, RECEIVED_BY):
        found[name] = _as_date(event.values.get(name))
    if event.values.get(COMPLEX) == "yes":
        found[COMPLEX] = sorted(BOTH)
    found[NEED] = NEEDED if event.statutory == NEEDED or event.type.startswith("reg9") else NARROWING
    return found


def place(form: EventForm | RemoveForm, field: str, why: str) -> None:
    """Show a refusal at the field it speaks of; at the day where it speaks of none."""
    found: Any = form[field] if field in form else next(iter(form))
    found.errors = [*found.errors, why]


def _as_text(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value or "")


def _as_date(value: Any) -> date | None:
    return date.fromisoformat(str(value)) if value else None
