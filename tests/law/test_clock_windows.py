"""A clock for each law of a mixture, and the periods that begin beside it or after the answer."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.clock import ANSWERED, ClockEvent, ClockFacts, reckon, target_day
from foi_tracker.law.clock_windows import windows
from foi_tracker.law.clock_words import KIND_WORDS, kind_in_words
from foi_tracker.law.regimes import Regime, UnknownWord, running_under

HOLIDAYS = BankHolidays.shipped()
FEB_2 = date(2026, 2, 2)


def event(kind, month, day, *questions, **values):
    return ClockEvent(kind, date(2026, month, day), "none", questions, values)


MIXTURE = ClockFacts(
    FEB_2,
    "FOIA",
    "council",
    (event("eir_reg7_extension_notice", 2, 20, "2"), event("fees_notice", 2, 20, "1")),
    ("1", "2"),
    regimes={"2": "EIR"},
)


def test_two_laws_have_two_clocks():
    """The Act knows no reg 7, the Regulations no section 9: each event moves its own clock alone."""
    found = {track.questions: track.deadlines[0] for track in reckon(MIXTURE, HOLIDAYS).tracks}
    assert found[("1",)].kind == "fee_lapse_last_day"
    assert (found[("2",)].kind, found[("2",)].date) == ("eir_extended_response", date(2026, 3, 31))


def test_two_laws_have_two_clocks_even_while_they_show_the_same_date():
    facts = ClockFacts(FEB_2, "FOIA", "council", (), ("1", "2", "3"), regimes={"2": "EIR"})
    found = [(track.questions, track.regime) for track in reckon(facts, HOLIDAYS).tracks]
    assert found == [(("1", "3"), Regime.FOIA), (("2",), Regime.EIR)]


def test_a_fee_that_has_not_come_leaves_no_target_of_ours():
    facts = ClockFacts(FEB_2, events=(event("fees_notice", 2, 6),))
    assert target_day(facts, 15, HOLIDAYS) is None


def dated(facts, own_data=False):
    found = windows(reckon(facts, HOLIDAYS), HOLIDAYS, own_data)
    return {each.kind: (each.date, each.met_by) for track in found for each in track.deadlines}


ANSWERED_ON = event("response_issued", 2, 20)
ADDING_UP = {"aggregation_60_wd_window_last_day": (date(2026, 4, 29), "")}


def test_before_the_answer_nothing_runs_but_the_days_in_which_requests_add_up():
    assert dated(ClockFacts(FEB_2)) == ADDING_UP


def test_after_the_answer_they_have_forty_working_days_to_ask_for_a_review():
    facts = ClockFacts(FEB_2, events=(ANSWERED_ON,))
    assert dated(facts)["review_request_last_day"] == (date(2026, 4, 22), "")


def test_a_review_is_not_met_by_the_answer_it_is_about():
    facts = ClockFacts(FEB_2, events=(ANSWERED_ON, event("review_requested", 3, 16)))
    found = dated(facts)
    assert found["foia_internal_review"] == (date(2026, 4, 16), "")
    assert found["foia_internal_review_max"] == (date(2026, 5, 15), "")
    assert found["review_request_last_day"][1] == "review_requested"


def test_the_outcome_of_the_review_meets_it_and_begins_the_six_weeks():
    events = (ANSWERED_ON, event("review_requested", 3, 16), event("final_response", 4, 10))
    found = dated(ClockFacts(FEB_2, events=events))
    assert found["foia_internal_review"][1] == "final_response"
    assert found["ico_complaint_guide_date"] == (date(2026, 5, 22), "")


def test_representations_under_the_regulations_have_forty_working_days_by_law():
    events = (ANSWERED_ON, event("representations_received", 3, 16))
    found = dated(ClockFacts(FEB_2, "EIR", events=events))
    assert found["eir_reconsideration"] == (date(2026, 5, 15), "")
    assert "foia_internal_review" not in found
    assert found["review_request_last_day"][1] == "representations_received"


def test_a_scottish_review_counts_scotland_s_days_alone():
    facts = ClockFacts(
        FEB_2, "FOISA", "scottish_public_authority", (ANSWERED_ON, event("review_requested", 3, 16))
    )
    assert dated(facts) == {"foisa_review": (date(2026, 4, 14), "")}  # Easter Monday counts there


def test_the_tribunal_s_days_run_from_the_decision_notice():
    events = (ANSWERED_ON, event("decision_notice_sent", 9, 1))
    assert dated(ClockFacts(FEB_2, events=events))["ftt_appeal_last_day"] == (date(2026, 9, 29), "")


def test_their_own_data_has_its_own_month():
    assert dated(ClockFacts(date(2026, 1, 31)), own_data=True)["sar_one_month"] == (date(2026, 3, 2), "")


def test_each_law_of_a_mixture_has_its_own_review():
    events = (ANSWERED_ON, event("review_requested", 3, 16))
    facts = ClockFacts(FEB_2, "FOIA", "council", events, ("1", "2"), regimes={"2": "EIR"})
    found = {track.regime: track.questions for track in windows(reckon(facts, HOLIDAYS), HOLIDAYS)}
    assert found[Regime.FOIA_REVIEW] == ("1",)
    assert found[Regime.EIR_REVIEW] == ("2",)


@pytest.mark.parametrize(
    ("law", "kind", "special", "regime"),
    [
        ("FOIA", "council", "", Regime.FOIA),
        ("FOIA", "maintained_school_england", "", Regime.SCHOOL),
        ("FOIA", "academy_england", "", Regime.ACADEMY),
        ("FOIA", "grant_aided_school_ni", "", Regime.NI_SCHOOL),
        ("FOIA", "scottish_public_authority", "", Regime.FOISA),
        ("FOIA", "archive_transferred_public_record", "", Regime.FOIA),  # not all it holds was transferred
        ("FOIA", "archive_transferred_public_record", "archive", Regime.ARCHIVE),
        ("FOIA", "department", "forces_or_overseas", Regime.ARMED_FORCES_OR_OVERSEAS),
        ("EIR", "academy_england", "", Regime.EIR),
        ("EIR", "council", "archive", Regime.EIR),
    ],
)
def test_what_a_request_runs_under(law, kind, special, regime):
    assert running_under(law, kind, special) is regime


def test_a_special_time_that_nobody_knows_is_refused_by_name():
    with pytest.raises(UnknownWord, match="embassy"):
        running_under("FOIA", "council", "embassy")


def test_every_kind_of_date_that_an_answer_meets_has_its_words():
    assert set(KIND_WORDS) >= ANSWERED
    assert kind_in_words("if_funeral_day_counted") == "Answer due, if the late bank holiday counted"
