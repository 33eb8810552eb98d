"""The periods that begin beside a request's own clock, or after its answer.

A review, a complaint, an appeal, the requester's own data, and the days in which requests add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace

from foi_tracker.law.bank_holidays import BankHolidays, OutsideCalendar
from foi_tracker.law.clock import Reckoning, Track, reckon
from foi_tracker.law.clock_facts import ClockEvent, ClockFacts
from foi_tracker.law.regimes import Regime

_ASKED = ("review_requested", "representations_received")
_SCOTTISH, _EIR = Regime.FOISA, Regime.EIR


def windows(reckoning: Reckoning, holidays: BankHolidays, own_data: bool = False) -> tuple[Track, ...]:
    """Every such period that has begun, the requester's own data first and the adding up last.

    `own_data`: some of what they asked for is their own personal data, which has a month of its own
    (UK GDPR art 12(3)). Raises OutsideCalendar.
    """
    facts = replace(reckoning.facts, questions=(), regimes={})
    found: list[Track] = []
    if own_data:
        found.append(_window(facts, Regime.SAR, (), holidays))
    for law, labels in _laws(reckoning).items():
        events = [event for event in facts.in_order if not labels or _concerns(event, labels)]
        for track in _after_the_answer(facts, law, events, holidays):
            found.append(replace(track, questions=labels))
    if Regime.FOIA in _laws(reckoning):
        with suppress(OutsideCalendar):  # it only tells of what may come: no reason to refuse the rest
            found.append(_window(facts, Regime.AGGREGATION, (), holidays))
    return tuple(found)


def own_data_window(facts: ClockFacts, holidays: BankHolidays) -> Track:
    """The month for what is no request under the Act but one for their own data (UK GDPR art 12(3))."""
    return _window(replace(facts, questions=(), regimes={}), Regime.SAR, (), holidays)


def _laws(reckoning: Reckoning) -> dict[Regime, tuple[str, ...]]:
    """The laws of the request, each with its questions; () where there is but one law."""
    found: dict[Regime, tuple[str, ...]] = {}
    for track in reckoning.tracks:
        law = track.regime if track.regime in (_EIR, _SCOTTISH) else Regime.FOIA
        found[law] = (*found.get(law, ()), *track.questions)
    return found if len(found) > 1 else dict.fromkeys(found, ())


def _concerns(event: ClockEvent, labels: Iterable[str]) -> bool:
    return any(event.concerns(label) for label in labels)


def _after_the_answer(
    facts: ClockFacts, law: Regime, events: list[ClockEvent], holidays: BankHolidays
) -> list[Track]:
    """The review and the ways on from it, as far as they have come."""

    def of(regime: Regime, keep: Callable[[ClockEvent], bool]) -> Track:
        return _window(facts, regime, tuple(filter(keep, events)), holidays)

    asked = [event for event in events if event.type in _ASKED]
    kinds = {event.type for event in events}
    found = []
    if asked:
        review = {_EIR: Regime.EIR_REVIEW, _SCOTTISH: Regime.FOISA_REVIEW}.get(law, Regime.FOIA_REVIEW)
        since = asked[-1].date
        found.append(of(review, lambda event: event.date >= since and event.type != "response_issued"))
    if "response_issued" in kinds and law is not _SCOTTISH:
        found.append(of(Regime.REVIEW_WINDOW, lambda event: event.type in ("response_issued", *_ASKED)))
    if "final_response" in kinds:
        found.append(of(Regime.ICO_COMPLAINT, lambda event: event.type == "final_response"))
    if "decision_notice_sent" in kinds:
        found.append(of(Regime.TRIBUNAL, lambda event: event.type == "decision_notice_sent"))
    return found


def _window(
    facts: ClockFacts, regime: Regime, events: tuple[ClockEvent, ...], holidays: BankHolidays
) -> Track:
    bare = tuple(replace(event, questions=()) for event in events)
    return reckon(replace(facts, regime=regime, events=bare), holidays).tracks[0]
