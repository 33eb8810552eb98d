"""The day of receipt corrected: the law counts from the day it reached anyone here, and from no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foi_tracker.casework.case_details import CaseDetails, change_details
from foi_tracker.casework.correspondence import ASKED, Said, record_correspondence
from foi_tracker.casework.cost import EstimateDraft, keep_estimate
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.events import EventDraft, record_event
from foi_tracker.casework.letters import issue_letter
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.casework.receipt import letters_giving
from foi_tracker.casework.whole_refusal import WholeDraft, keep_whole_refusal
from foi_tracker.law.notices.facts import CostRowFacts
from foi_tracker.models import Authority, Case
from foi_tracker.store import cases as case_store
from foi_tracker.store.audit import history
from foi_tracker.store.letters import letters_of
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case
from tests.factories.sent_letters import answer_all, respond

LOGGED = date(2026, 1, 5)  # a Monday; its 20th working day is Monday 2 February
EARLIER = date(2026, 1, 2)  # the Friday before; Friday 30 January


@pytest.fixture
def case(desk: Desk, authority: Authority) -> Case:
    made, _ = confirmed_case(desk, authority, received_on=LOGGED)
    return made


def correct(desk: Desk, case: Case, day: date) -> None:
    change_details(desk, case, replace(CaseDetails.of(case), received_on=day), case.version)


def refused(desk: Desk, case: Case, day: date) -> str:
    with pytest.raises(NotAllowed) as why:
        correct(desk, case, day)
    assert why.value.field == "received_on"
    assert case.received_on == LOGGED
    return str(why.value)


def test_every_due_date_is_counted_from_the_corrected_day(desk: Desk, case: Case) -> None:
    correct(desk, case, EARLIER)
    assert case.due_on == date(2026, 1, 30)
    assert [each.due_on for each in case_store.deadlines(desk.session, case)] == [date(2026, 1, 30)]
    entries = history(desk.session, case)
    entry, payload = entries[0]
    assert [each.action for each, _ in entries].count("details_changed") == 1
    assert payload is not None
    assert (entry.action, payload.payload) == (
        "details_changed",
        {
            "before": {"received_on": "2026-01-05", "due_on": "2026-02-02"},
            "after": {"received_on": "2026-01-02", "due_on": "2026-01-30"},
        },
    )


def test_an_answer_in_time_by_the_wrong_day_is_late_by_the_right_one(
    desk: Desk, authority: Authority
) -> None:
    """s.10(1): it left on the 20th working day after Monday 5 January, one day late for Friday 2 January."""
    desk = replace(desk, today=date(2026, 2, 2))
    case, _ = confirmed_case(desk, authority, received_on=LOGGED)
    answer_all(desk, case)
    respond(desk, case)
    assert not case.answered_late
    correct(desk, case, EARLIER)
    assert case.answered_late
    assert case.closed_on == date(2026, 2, 2)


def test_it_cannot_have_come_in_the_future_or_in_a_year_without_bank_holidays(desk: Desk, case: Case) -> None:
    assert "cannot be in the future" in refused(desk, case, date(2026, 2, 5))
    assert "outside the bank holidays" in refused(desk, case, date(1990, 1, 5))


def test_it_had_come_by_the_day_that_a_letter_about_it_was_issued(desk: Desk, authority: Authority) -> None:
    then = replace(desk, today=date(2026, 1, 7))
    case, _ = confirmed_case(then, authority, received_on=LOGGED)
    issue_letter(then, case, (letter := letters_of(then.session, case)[0]), letter.version)
    why = "The letter “Acknowledgement” was issued on Wednesday 7 January 2026, so it had reached us by then."
    assert refused(desk, case, date(2026, 1, 8)) == why
    correct(desk, case, date(2026, 1, 7))


def test_it_had_come_by_the_day_that_something_was_asked_or_said(desk: Desk, case: Case) -> None:
    said = Said("out", "email", date(2026, 1, 14), "Robin Ash", "Which year?", ASKED)
    record_correspondence(desk, case, said)
    assert "Wednesday 14 January 2026" in refused(desk, case, date(2026, 1, 15))
    record_event(desk, case, EventDraft("fees_notice", date(2026, 1, 13), (), {"amount": "£12"}))
    assert "“We gave a fees notice” is recorded on Tuesday 13 January 2026" in refused(
        desk, case, date(2026, 1, 15)
    )
    correct(desk, case, date(2026, 1, 13))


def test_an_extension_too_late_for_the_right_day_moves_nothing_any_more(
    desk: Desk, authority: Authority
) -> None:
    """EIR reg 7(3): given on the last day by the wrong day of receipt, and after it by the right one."""
    case, _ = confirmed_case(desk, authority, received_on=LOGGED, regime="EIR")
    longer = EventDraft("eir_reg7_extension_notice", date(2026, 2, 2), (), {"complex_and_voluminous": "yes"})
    record_event(desk, case, longer)
    assert case.due_on == date(2026, 3, 2)
    correct(desk, case, EARLIER)
    assert case.due_on == date(2026, 1, 30)
    correct(desk, case, LOGGED)
    assert case.due_on == date(2026, 3, 2), "nothing is lost by a slip of the correction itself"


def test_a_refusal_that_rests_on_the_day_is_mended_first(
    desk: Desk, case: Case, authority: Authority
) -> None:
    keep_whole_refusal(desk, case, WholeDraft("14(2)", "The same words.", "001-25", LOGGED), 0)
    assert "section 14(2)" in refused(desk, case, EARLIER)


def test_requests_added_together_came_within_sixty_working_days(
    desk: Desk, case: Case, authority: Authority
) -> None:
    other = make_case(desk, authority, received_on=date(2026, 1, 6))
    row = CostRowFacts("locate", "reports", 10, 30)
    keep_estimate(desk, case, EstimateDraft([row], with_case_ids=[other.id]), 0)
    assert "60 consecutive working days" in refused(desk, case, date(2025, 9, 1))


def test_the_cost_of_another_request_is_not_left_without_it(
    desk: Desk, case: Case, authority: Authority
) -> None:
    """Regulation 5 of the Fees Regulations: the other's refusal rests on this request's day too."""
    other = make_case(desk, authority, received_on=date(2026, 1, 6))
    row = CostRowFacts("locate", "reports", 10, 30)
    keep_estimate(desk, other, EstimateDraft([row], with_case_ids=[case.id]), 0)
    why = refused(desk, case, date(2025, 9, 1))
    assert "60 consecutive working days" in why
    assert f"Correct the cost estimate of {other.reference} first." in why
    keep_estimate(desk, other, EstimateDraft([row]), 1)
    correct(desk, case, date(2025, 9, 1))


@pytest.mark.parametrize("by_cost", [True, False])
def test_only_a_closed_request_refused_by_its_cost_rests_on_the_day(
    desk: Desk, case: Case, authority: Authority, by_cost: bool
) -> None:
    other, questions = confirmed_case(desk, authority, received_on=date(2026, 1, 8))
    row = CostRowFacts("locate", "reports", 100, 30)
    keep_estimate(desk, other, EstimateDraft([row], "Ten reports.", "One year.", with_case_ids=[case.id]), 0)
    if by_cost:
        for question in questions:
            answer_question(desk, other, question, AnswerGiven("cost_limit"), question.version)
    else:
        answer_all(desk, other)
    respond(desk, other)
    assert other.closed_on
    if by_cost:
        assert other.reference in refused(desk, case, date(2025, 9, 1))
    else:
        correct(desk, case, date(2025, 9, 1))


def test_only_letters_that_give_the_day_are_named(desk: Desk, case: Case) -> None:
    (letter,) = letters_of(desk.session, case)
    assert letters_giving(desk, case, {LOGGED}) == [], "a draft will give the right one"
    issue_letter(desk, case, letter, letter.version)
    assert letters_giving(desk, case, {LOGGED}) == [letter]
    assert letters_giving(desk, case, {date(2026, 2, 2)}) == [letter], "the day by which we answer"
    assert letters_giving(desk, case, {date(2026, 1, 7)}) == []
