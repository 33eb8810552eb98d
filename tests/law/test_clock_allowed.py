"""What an event may not do, worked by hand: too late, too early, under the wrong law, on the wrong ground."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.clock import ClockEvent, ClockFacts
from foi_tracker.law.clock_allowed import Circumstances, refusal, upset_by

HOLIDAYS = BankHolidays.shipped()
FEB_2 = date(2026, 2, 2)  # a Monday; its 20th working day is Monday 2 March
TODAY = date(2026, 9, 1)
FORCES = "FOIA + SI 2004/3364 reg 5/6"


def event(kind, month, day, *questions, statutory="none", **values):
    return ClockEvent(kind, date(2026, month, day), statutory, questions, values)


def longer(month, day, until, *questions):
    return event("pit_extension_notice", month, day, *questions, estimated_decision_date=until)


ASKED = event("clarification_requested", 2, 6, statutory="s1(3)")
FEE = event("fees_notice", 2, 6, amount="£12")
ANSWERED = event("response_issued", 2, 20)


def refused(new, *events, regime="FOIA", qualified=(), questions=("1", "2"), regimes=None):
    facts = ClockFacts(FEB_2, regime, "council", events, questions, regimes=regimes or {})
    found = refusal(facts, new, Circumstances(TODAY, frozenset(qualified)), HOLIDAYS)
    return found and (found.field, found.words)


ALLOWED = [
    (event("fees_notice", 3, 2, amount="£12"), (), {}),
    (event("fee_received", 5, 5), (FEE,), {}),
    (longer(3, 2, "2026-03-30"), (), {"qualified": ("1", "2")}),
    (longer(3, 2, "2026-03-30", "2"), (), {"qualified": ("2",)}),
    (longer(3, 25, "2026-04-27"), (longer(3, 2, "2026-03-30"),), {"qualified": ("1", "2")}),
    (event("eir_reg7_extension_notice", 3, 2, complex_and_voluminous="yes"), (), {"regime": "EIR"}),
    (event("eir_advance_payment_notice", 2, 6, amount="£12"), (), {"regime": "EIR"}),
    (event("ico_application", 3, 2), (), {"regime": FORCES}),
    (event("transferred_to", 2, 6, authority="Another council"), (), {}),
    (event("review_requested", 2, 24), (ANSWERED,), {}),
    (event("review_requested", 3, 3), (), {}),  # the day after an answer that never came
    (event("final_response", 3, 9), (ANSWERED, event("review_requested", 2, 24)), {}),
    (event("decision_notice_sent", 8, 3), (ANSWERED,), {}),
    (event("representations_received", 2, 24), (ANSWERED,), {"regime": "EIR"}),
    (event("fees_notice", 2, 6, "1", amount="£12"), (), {"regimes": {"2": "EIR"}}),
]


@pytest.mark.parametrize(("new", "events", "more"), ALLOWED, ids=lambda each: getattr(each, "type", ""))
def test_what_the_law_allows(new, events, more):
    assert refused(new, *events, **more) is None


REFUSED = [
    (event("fees_notice", 1, 30, amount="£12"), (), {}, "on", "before the request reached us"),
    (event("fees_notice", 9, 2, amount="£12"), (), {}, "on", "still to come"),
    (event("fees_notice", 3, 3, amount="£12"), (), {}, "on", "by Monday 2 March 2026 (section 9(1))"),
    (event("fees_notice", 2, 6), (), {}, "amount", "Enter the fee"),
    (event("fees_notice", 2, 24, amount="£12"), (ANSWERED,), {}, "on", "we had answered"),
    (event("fees_notice", 2, 10, amount="£12"), (FEE,), {}, "on", "waiting for the fee"),
    (event("fees_notice", 2, 10, amount="£12"), (ASKED,), {}, "on", "waiting for them to say"),
    (event("fee_received", 2, 10), (), {}, "on", "No fee had been asked for"),
    (event("fee_received", 5, 6), (FEE,), {}, "on", "Tuesday 5 May 2026 (section 9(2)), so the request"),
    (
        event("eir_payment_received", 5, 11),
        (event("eir_advance_payment_notice", 2, 6, amount="£12"),),
        {"regime": "EIR"},
        "on",
        "Thursday 7 May 2026 (regulation 8)",
    ),
    (longer(3, 2, "2026-03-30"), (), {}, "questions", "None of them rests on a qualified exemption"),
    (longer(3, 2, "2026-03-30"), (), {"qualified": ("1",)}, "questions", "Leave out question 2: it rests"),
    (
        longer(3, 3, "2026-03-30"),
        (),
        {"qualified": ("1", "2")},
        "on",
        "by Monday 2 March 2026 (section 17(1))",
    ),
    (longer(3, 2, "2026-03-02"), (), {"qualified": ("1", "2")}, "estimated_decision_date", "a date after"),
    (longer(3, 2, "2026-03-30"), (), {"regime": "EIR"}, "questions", "do not know this"),
    (
        event("eir_reg7_extension_notice", 3, 2),
        (),
        {"regime": "EIR"},
        "complex_and_voluminous",
        "both complex and large",
    ),
    (
        event("eir_reg7_extension_notice", 3, 3, complex_and_voluminous="yes"),
        (),
        {"regime": "EIR"},
        "on",
        "by Monday 2 March 2026 (regulation 7(3))",
    ),
    (event("eir_reg7_extension_notice", 3, 2), (), {}, "questions", "Only the Environmental"),
    (
        event("fees_notice", 2, 6, amount="£12"),
        (),
        {"regimes": {"2": "EIR"}},
        "questions",
        "under two laws",
    ),
    (event("ico_application", 2, 6), (), {}, "on", "armed forces or about information abroad"),
    (event("ico_application", 3, 3), (), {"regime": FORCES}, "on", "by Monday 2 March 2026"),
    (event("transferred_to", 2, 6), (), {}, "authority", "Enter the authority"),
    (
        event("transferred_to", 2, 6, authority="B", received_by_B="2026-09-02"),
        (),
        {},
        "received_by_B",
        "not later than today",
    ),
    (event("review_requested", 3, 2), (), {}, "on", "we had not answered"),
    (event("representations_received", 2, 24), (ANSWERED,), {}, "questions", "Only the Environmental"),
    (event("final_response", 3, 9), (ANSWERED,), {}, "on", "Nobody had asked for a review"),
    (event("clarification_received", 2, 10), (), {}, "on", "Nothing had been asked of them"),
]


@pytest.mark.parametrize(
    ("new", "events", "more", "field", "words"), REFUSED, ids=lambda each: getattr(each, "type", "")
)
def test_what_the_law_does_not_allow_is_refused_at_its_field(new, events, more, field, words):
    found = refused(new, *events, **more)
    assert found is not None
    assert found[0] == field
    assert words in found[1]


def upset(before, after):
    made = [ClockFacts(FEB_2, "FOIA", "council", events, ("1", "2")) for events in (before, after)]
    found = upset_by(*made, Circumstances(TODAY), HOLIDAYS)
    return found and found.words


def test_a_notice_that_was_paid_cannot_be_taken_off_before_its_payment():
    paid = event("fee_received", 2, 20)
    assert "The fee came” of Friday 20 February 2026 rests on it" in upset((FEE, paid), (paid,))


def test_what_had_been_wrong_before_stands_in_nobody_s_way():
    stray = event("fee_received", 2, 20)
    assert upset((ASKED, stray), (stray,)) is None
