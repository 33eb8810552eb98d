"""What each event does to the clock, worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.law.bank_holidays import BankHolidays, OutsideCalendar
from foi_tracker.law.clock import ClockEvent, ClockFacts, deadlines, reckon, target_day
from foi_tracker.law.clock_facts import BadFacts
from foi_tracker.law.regimes import UnknownWord

HOLIDAYS = BankHolidays.shipped()
FEB_2 = date(2026, 2, 2)  # a Monday; its 20th working day is Monday 2 March


def event(kind, month, day, *questions, statutory="none", **values):
    return ClockEvent(kind, date(2026, month, day), statutory, questions, values)


def asked(month, day, *questions):
    return event("clarification_requested", month, day, *questions, statutory="s1(3)")


def told(month, day, *questions):
    return event("clarification_received", month, day, *questions)


def dates(*events, received=FEB_2, regime="FOIA", questions=(), kind="council"):
    facts = ClockFacts(received, regime, kind, events, questions)
    return [(each.kind, each.date) for each in deadlines(facts, HOLIDAYS)]


def test_twenty_working_days_from_the_day_after_receipt():
    """s.10(1): Tuesday 3 February 2026; day 1 is Wednesday."""
    assert dates(received=date(2026, 2, 3)) == [("foia_response", date(2026, 3, 3))]


def test_a_bank_holiday_in_scotland_alone_does_not_count_for_an_english_council():
    """s.10(6): Monday 30 November 2026."""
    assert dates(received=date(2026, 11, 16)) == [("foia_response", date(2026, 12, 15))]


@pytest.mark.parametrize("regime", ["FOIA", "EIR", "FOISA"])
def test_a_statutory_clarification_begins_afresh_from_the_day_it_came(regime):
    (_, due), *rest = dates(asked(2, 6), told(2, 20), regime=regime)
    assert due == (date(2026, 3, 20) if regime == "FOISA" else date(2026, 3, 23))
    assert rest == []


def test_no_date_runs_while_a_statutory_clarification_is_awaited():
    assert dates(asked(2, 6)) == [("no_running_deadline", None)]


def test_what_is_asked_once_the_answer_has_gone_out_stops_nothing():
    """s.1(3) suspends the duty to answer; that is done (s.10(1)), so its date stays, and stays met."""
    answered = event("response_issued", 2, 6)
    (first,) = deadlines(ClockFacts(FEB_2, events=(answered, asked(2, 9), told(2, 20))), HOLIDAYS)
    assert (first.kind, first.date, first.met_on) == ("foia_response", date(2026, 3, 2), date(2026, 2, 6))


def test_a_question_still_to_be_answered_stops_when_another_has_been():
    found = deadlines(
        ClockFacts(FEB_2, events=(event("response_issued", 2, 6, "1"), asked(2, 9)), questions=("1", "2")),
        HOLIDAYS,
    )
    assert [(each.questions, each.date) for each in found] == [(("2",), None), (("1",), date(2026, 3, 2))]


def test_a_question_that_was_not_needed_changes_nothing():
    assert dates(event("clarification_requested", 2, 6), told(2, 20)) == dates()


def test_a_reply_that_nobody_asked_for_changes_nothing():
    assert dates(told(2, 20)) == dates()


def test_a_second_clarification_begins_afresh_again():
    assert dates(asked(2, 6), told(2, 9), asked(2, 10), told(2, 20)) == dates(asked(2, 6), told(2, 20))


def test_a_clarification_asked_after_the_last_day_moves_nothing_and_is_noted():
    facts = ClockFacts(FEB_2, "FOIA", "council", (asked(3, 3), told(3, 5)))
    found = reckon(facts, HOLIDAYS)
    assert found.live.date == date(2026, 3, 2)
    assert "moves nothing" in found.notes[0]


def test_the_clear_part_of_a_request_keeps_its_clock():
    facts = ClockFacts(FEB_2, "FOIA", "council", (asked(2, 6, "2"), told(2, 20, "2")), ("1", "2", "3"))
    clear, unclear = reckon(facts, HOLIDAYS).tracks
    assert (clear.questions, clear.deadlines[0].date) == (("1", "3"), date(2026, 3, 2))
    assert (unclear.questions, unclear.deadlines[0].date) == (("2",), date(2026, 3, 23))
    assert unclear.deadlines[0].questions == ("2",)


def test_while_a_part_waits_the_live_date_is_the_clear_parts():
    found = deadlines(ClockFacts(FEB_2, "FOIA", "council", (asked(2, 6, "2"),), ("1", "2")), HOLIDAYS)
    assert [each.date for each in found] == [date(2026, 3, 2), None]


def test_what_is_answered_makes_way_for_what_is_not():
    """The case shows the earliest date that is not met."""
    events = (asked(2, 6, "2"), told(2, 20, "2"), event("response_issued", 2, 25, "1"))
    found = reckon(ClockFacts(FEB_2, "FOIA", "council", events, ("1", "2")), HOLIDAYS)
    assert found.live.questions == ("2",)
    answered = found.tracks[1].deadlines[0]
    assert (answered.met_by, answered.met_on) == ("response_issued", date(2026, 2, 25))


def test_an_event_may_name_only_questions_that_the_request_has():
    with pytest.raises(BadFacts, match="names questions that the request does not have: 9"):
        dates(asked(2, 6, "9"), questions=("1", "2"))


def test_a_fee_disregards_both_end_days():
    """s.10(2): notice 9 March, paid 23 March; four days before, sixteen after."""
    paid = dates(event("fees_notice", 3, 9), event("fee_received", 3, 23), received=date(2026, 3, 2))
    assert paid == [("foia_response", date(2026, 4, 16))]


def test_an_unpaid_fee_leaves_the_last_day_for_paying():
    """s.9(2): three months beginning with 15 February end on 14 May."""
    assert dates(event("fees_notice", 2, 15)) == [("fee_lapse_last_day", date(2026, 5, 14))]


def test_a_fee_that_came_too_late_revives_nothing():
    found = dates(event("fees_notice", 2, 15), event("fee_received", 5, 15))
    assert found == [("no_running_deadline", None), ("fee_lapse_last_day", date(2026, 5, 14))]


def test_a_fees_notice_after_the_last_day_moves_nothing():
    """s.9(1): within the period for answering."""
    assert dates(event("fees_notice", 3, 3)) == dates()


def test_an_eir_charge_must_be_paid_within_sixty_working_days():
    assert dates(event("eir_advance_payment_notice", 2, 9), regime="EIR") == [
        ("eir_payment_last_day", date(2026, 5, 8))
    ]


def test_a_public_interest_notice_in_time_makes_its_estimate_the_live_date():
    """s.17(2)."""
    notice = event("pit_extension_notice", 2, 27, estimated_decision_date="2026-03-20")
    assert dates(notice) == [
        ("pit_decision", date(2026, 3, 20)),
        ("s17_1_notice", date(2026, 3, 2)),
        ("ico_pit_limit_wd40", date(2026, 3, 31)),
    ]


@pytest.mark.parametrize("estimate", ["2026-02-13", "2026-03-02"])
def test_a_promise_within_the_time_for_answering_shortens_nothing(estimate):
    """s.10(3): weighing the public interest gives more time, and never takes any away."""
    notice = event("pit_extension_notice", 2, 6, estimated_decision_date=estimate)
    found = reckon(ClockFacts(FEB_2, events=(notice,)), HOLIDAYS)
    assert found.deadlines == reckon(ClockFacts(FEB_2), HOLIDAYS).deadlines
    (note,) = found.notes
    assert "is not after the last day for answering, so it moves nothing" in note


def test_a_pause_for_a_fee_may_outlast_what_was_promised():
    """s.10(2): 2 March moves to 13 March, after the day that the notice gave."""
    notice = event("pit_extension_notice", 2, 6, estimated_decision_date="2026-03-10")
    charged, paid = event("fees_notice", 2, 9, amount="£12"), event("fee_received", 2, 19)
    assert dates(notice)[0] == ("pit_decision", date(2026, 3, 10))
    assert dates(notice, charged, paid) == dates(charged, paid) == [("foia_response", date(2026, 3, 13))]


def test_an_estimate_past_day_forty_is_a_warning():
    notice = event("pit_extension_notice", 2, 27, estimated_decision_date="2026-04-30")
    found = reckon(ClockFacts(FEB_2, "FOIA", "council", (notice,)), HOLIDAYS)
    assert found.live.date == date(2026, 4, 30)
    assert "past the 40th working day" in found.notes[0]


@pytest.mark.parametrize("regime", ["EIR", "FOISA"])
def test_only_the_2000_act_knows_a_public_interest_extension(regime):
    notice = event("pit_extension_notice", 2, 27, estimated_decision_date="2026-03-20")
    assert dates(notice, regime=regime) == dates(regime=regime)


def test_a_public_interest_notice_must_give_its_date():
    with pytest.raises(BadFacts, match="estimated_decision_date"):
        dates(event("pit_extension_notice", 2, 27))


def test_an_eir_extension_after_day_twenty_moves_nothing():
    """Reg 7(3)."""
    assert dates(event("eir_reg7_extension_notice", 3, 3), regime="EIR") == dates(regime="EIR")
    assert dates(event("eir_reg7_extension_notice", 3, 2), regime="EIR")[0][1] == date(2026, 3, 31)


def test_a_school_without_a_calendar_gets_both_dates_and_is_told():
    facts = ClockFacts(FEB_2, "FOIA + SI 2004/3364 reg 3", "maintained_school_england")
    found = reckon(facts, HOLIDAYS)
    assert [each.date for each in found.deadlines] == [date(2026, 3, 2), date(2026, 4, 30)]
    assert "No school closures are known" in found.notes[0]


def test_a_school_closed_for_months_still_answers_by_the_sixtieth_working_day():
    closed = event("school_closed", 2, 3, **{"from": "2026-02-03", "to": "2026-06-30"})
    found = dates(closed, regime="FOIA + SI 2010/2768", kind="academy_england")
    assert found[0] == ("school_response", date(2026, 4, 30))


def test_armed_forces_that_did_not_apply_have_twenty_days():
    found = dates(regime="FOIA + SI 2004/3364 reg 5/6", kind="armed_forces_or_overseas")
    assert found == [("foia_response", date(2026, 3, 2)), ("application_last_day", date(2026, 3, 2))]


def test_a_holiday_proclaimed_while_a_request_runs_gives_both_dates():
    """The State Funeral of 19 September 2022 was proclaimed on 10 September."""
    assert dates(received=date(2022, 8, 26)) == [
        ("foia_response", date(2022, 9, 27)),
        ("if_funeral_day_counted", date(2022, 9, 26)),
    ]


def test_an_extended_period_has_both_dates_too():
    """EIR reg 7: 40 working days, of which one was proclaimed a bank holiday on the way."""
    longer = ClockEvent("eir_reg7_extension_notice", date(2022, 8, 25))
    assert dates(longer, received=date(2022, 8, 1), regime="EIR") == [
        ("eir_extended_response", date(2022, 9, 28)),
        ("reg7_notice_last_day", date(2022, 8, 30)),
        ("if_funeral_day_counted", date(2022, 9, 27)),
    ]


def test_an_estimated_date_is_the_same_whatever_is_a_bank_holiday():
    """s.17(2): the date that the notice gave."""
    weighing = ClockEvent(
        "pit_extension_notice", date(2022, 9, 20), values={"estimated_decision_date": "2022-10-14"}
    )
    found = dates(weighing, received=date(2022, 8, 26))
    assert found[0] == ("pit_decision", date(2022, 10, 14))
    assert not [kind for kind, _ in found if kind.startswith("if_")]


def test_a_request_that_came_after_the_proclamation_has_one_date():
    assert dates(received=date(2022, 9, 12)) == [("foia_response", date(2022, 10, 11))]


def test_a_holiday_added_with_its_proclamation_gives_both_dates_too():
    added = HOLIDAYS.with_added(date(2026, 2, 20), "A day of thanks", ["NI"], proclaimed=date(2026, 2, 10))
    found = deadlines(ClockFacts(FEB_2), added)
    assert [(each.kind, each.date) for each in found] == [
        ("foia_response", date(2026, 3, 3)),
        ("if_2026-02-20_counted", date(2026, 3, 2)),
    ]


@pytest.mark.parametrize(
    ("regime", "kind", "due"),
    [
        ("EIR reconsideration", "eir_reconsideration", date(2026, 3, 31)),  # reg 11(4): 40
        ("FOIA/EIR review window", "review_request_last_day", date(2026, 3, 31)),
        ("FOIA internal review", "foia_internal_review", date(2026, 3, 2)),
        ("UK GDPR SAR", "sar_one_month", date(2026, 3, 2)),
        ("FOIA ICO complaint", "ico_complaint_guide_date", date(2026, 3, 16)),
        ("FOIA tribunal", "ftt_appeal_last_day", date(2026, 3, 2)),
    ],
)
def test_windows_after_an_event(regime, kind, due):
    assert dates(regime=regime)[0] == (kind, due)


def test_a_subject_access_month_that_ends_on_a_weekend_runs_on():
    assert dates(received=date(2026, 1, 31), regime="UK GDPR SAR") == [("sar_one_month", date(2026, 3, 2))]


@pytest.mark.parametrize(
    ("n", "day"), [(1, date(2026, 2, 3)), (15, date(2026, 2, 23)), (25, date(2026, 3, 2))]
)
def test_the_internal_target_is_never_after_the_due_date(n, day):
    assert target_day(ClockFacts(FEB_2), n, HOLIDAYS) == day


def test_there_is_no_target_while_no_date_runs():
    assert target_day(ClockFacts(FEB_2, events=(asked(2, 6),)), 15, HOLIDAYS) is None


def test_an_event_that_moves_the_clock_cannot_come_before_the_request():
    with pytest.raises(BadFacts, match="before the day the request came"):
        dates(asked(1, 30))


@pytest.mark.parametrize("received", [date(2004, 12, 31), date(2028, 1, 3), date(2027, 12, 20)])
def test_outside_the_bank_holidays_we_have_nothing_is_counted(received):
    with pytest.raises(OutsideCalendar):
        dates(received=received)


@pytest.mark.parametrize(
    "facts",
    [
        ClockFacts(FEB_2, "FOI"),
        ClockFacts(FEB_2, "FOIA", "parish"),
        ClockFacts(FEB_2, events=(event("chased", 2, 6),)),
        ClockFacts(FEB_2, events=(event("clarification_requested", 2, 6, statutory="yes"),)),
    ],
)
def test_unknown_words_are_refused(facts):
    with pytest.raises(UnknownWord, match="Use one of"):
        reckon(facts, HOLIDAYS)
