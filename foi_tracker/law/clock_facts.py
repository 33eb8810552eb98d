"""What a clock is reckoned from: when a request came, under which law, and what has happened to it since."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from foi_tracker.law.regimes import UnknownWord, authority_type_of, regime_of

STATUTORY = ("s1(3)", "none")
"""Whether a clarification is one that section 1(3) speaks of. Only the first resets the clock."""

EVENT_WORDS: Mapping[str, str] = {
    "clarification_requested": "We asked what they meant",
    "clarification_received": "They told us what they meant",
    "fees_notice": "We gave a fees notice",
    "fee_received": "The fee came",
    "pit_extension_notice": "We gave notice that the public interest needs longer",
    "eir_reg7_extension_notice": "We gave notice that a complex and large request needs longer",
    "reg9_particulars_requested": "We asked for particulars",
    "reg9_particulars_received": "The particulars came",
    "eir_advance_payment_notice": "We asked for payment in advance",
    "eir_payment_received": "The payment came",
    "school_closed": "The school is closed",
    "ico_application": "We applied to the regulator for longer",
    "transferred_to": "We passed it to another authority",
    "review_requested": "They asked for a review",
    "representations_received": "Their representations came",
    "response_issued": "We answered",
    "final_response": "We gave our final answer",
    "decision_notice_sent": "The decision notice was sent",
}
"""Every event the clock knows, with what happened in plain words."""

_NEEDS: Mapping[str, tuple[str, ...]] = {
    "pit_extension_notice": ("estimated_decision_date",),  # s.17(2): never left open
    "school_closed": ("from", "to"),
}
_DATED_BY = {"school_closed": "from", "transferred_to": "received_by_B"}
"""What stands for the date of an event that has no other."""

_DATES = frozenset({"estimated_decision_date", "from", "to", "received_by_B"})
_KEYS = frozenset(
    {"id", "note", "received", "received_time", "regime", "authority_type", "events", "questions"}
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class BadFacts(ValueError):
    """Facts that no clock can be reckoned from. The message says which and why."""


@dataclass(frozen=True)
class ClockEvent:
    """One thing that happened. `questions` are the labels it concerns; empty means all of them."""

    type: str  # a key of EVENT_WORDS
    date: dt.date
    statutory: str = "none"  # "s1(3)" | "none", for a clarification
    questions: tuple[str, ...] = ()
    values: Mapping[str, str] = field(
        default_factory=dict
    )  # estimated_decision_date, from, to, received_by_B
    id: int = field(default=0, compare=False)  # what the caller knows it by

    def day(self, name: str) -> dt.date | None:
        """One of the event's other dates, or None. Raises BadFacts where it is no date."""
        value = self.values.get(name, "")
        return _date(value, f"{self.type}: {name}") if value else None

    def needed_day(self, name: str) -> dt.date:
        """One of the event's other dates, which it must have. Raises BadFacts."""
        found = self.day(name)
        if found is None:
            raise BadFacts(f"{self.type} needs a date called {name}.")
        return found

    def concerns(self, label: str) -> bool:
        """Whether the event is about the question of that label."""
        return not self.questions or label in self.questions


@dataclass(frozen=True)
class ClockFacts:
    """One request, as the clock sees it. `received` is the calendar day it arrived, whatever day that is."""

    received: dt.date
    regime: str = "FOIA"
    authority_type: str = "any"
    events: tuple[ClockEvent, ...] = ()
    questions: tuple[str, ...] = ()  # every label; needed once an event names questions
    received_time: str = ""  # "23:45"; a day runs to midnight, so it changes nothing
    regimes: Mapping[str, str] = field(default_factory=dict)  # by label, where not `regime`: a mixture

    @property
    def in_order(self) -> tuple[ClockEvent, ...]:
        """The events by date, those of one day in the order given."""
        return tuple(sorted(self.events, key=lambda event: event.date))

    def regime_of(self, label: str) -> str:
        """What the question of that label runs under."""
        return self.regimes.get(label, self.regime)

    def only(self, labels: tuple[str, ...]) -> ClockFacts:
        """The facts of these questions alone, which share a clock: their regime, their events by date."""
        if not labels:
            return replace(self, events=self.in_order)
        events = tuple(event for event in self.in_order if event.concerns(labels[0]))
        return replace(self, events=events, regime=self.regime_of(labels[0]))


def check(facts: ClockFacts) -> None:
    """Nothing, or UnknownWord or BadFacts where a word or a date cannot be used."""
    for regime in (facts.regime, *facts.regimes.values()):
        regime_of(regime)
    authority_type_of(facts.authority_type)
    if facts.received_time and not _TIME.fullmatch(facts.received_time):
        raise BadFacts(f"The time of receipt is not a time like 23:45: {facts.received_time!r}.")
    for event in facts.events:
        if event.type not in EVENT_WORDS:
            raise UnknownWord("The event", event.type, EVENT_WORDS)
        if event.statutory not in STATUTORY:
            raise UnknownWord(f"{event.type}: statutory", event.statutory, STATUTORY)
        for name in _NEEDS.get(event.type, ()):
            event.needed_day(name)
        unknown = [label for label in event.questions if label not in facts.questions]
        if unknown:
            raise BadFacts(
                f"{event.type} of {event.date.isoformat()} names questions that the request does not have: "
                f"{', '.join(unknown)}."
            )
        if event.type == "school_closed" and event.needed_day("to") < event.needed_day("from"):
            raise BadFacts("school_closed ends before it begins.")


def from_json(data: object) -> ClockFacts:
    """The facts from one JSON object in the words of `foi-tracker due`.

    Keys: received, received_time, regime, authority_type, events, questions. Raises BadFacts for a type or
    a date that cannot be used, UnknownWord for a key or a word outside its list.
    """
    if not isinstance(data, dict):
        raise BadFacts("One JSON object is needed, with received, regime, authority_type and events.")
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        raise UnknownWord("The field", unknown[0], sorted(_KEYS))
    for key in ("received", "regime", "authority_type"):
        if key not in data:
            raise BadFacts(f"{key} is missing.")
    events = data.get("events") or []
    if not isinstance(events, list):
        raise BadFacts("events must be a list.")
    questions = _labels(data.get("questions"), "questions")
    named = [_event(event) for event in events]
    facts = ClockFacts(
        received=_date(data["received"], "received"),
        regime=regime_of(data["regime"]),
        authority_type=authority_type_of(data["authority_type"]),
        events=tuple(named),
        questions=questions,
        received_time=_text(data.get("received_time"), "received_time"),
    )
    check(facts)
    return facts


def _event(data: object) -> ClockEvent:
    if not isinstance(data, dict):
        raise BadFacts("Each event must be an object with a type and a date.")
    kind = data.get("type")
    if not isinstance(kind, str) or kind not in EVENT_WORDS:
        raise UnknownWord("The event", kind, EVENT_WORDS)
    if kind == "clarification_requested" and "statutory" not in data:
        raise BadFacts('clarification_requested needs statutory: "s1(3)" or "none".')
    date = data.get("date", data.get(_DATED_BY.get(kind, "date")))
    values = {
        key: _text(value, key)
        for key, value in data.items()
        if key not in ("type", "date", "statutory", "questions") and isinstance(value, str)
    }
    for key in _DATES & set(data):
        _date(data[key], f"{kind}: {key}")
    return ClockEvent(
        type=kind,
        date=_date(date, f"{kind}: date"),
        statutory=_text(data.get("statutory", "none"), "statutory"),
        questions=_labels(data.get("questions"), f"{kind}: questions"),
        values=values,
    )


def _date(value: object, where: str) -> dt.date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise BadFacts(f"{where} is not a date like 2026-02-03: {value!r}.")


def _text(value: object, where: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadFacts(f"{where} must be text: {value!r}.")
    return value


def _labels(value: object, where: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(label, str) for label in value):
        raise BadFacts(f"{where} must be a list of labels.")
    return tuple(value)
