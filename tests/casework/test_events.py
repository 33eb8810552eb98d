"""Events of the clock: recorded, corrected and taken off, each kept in the audit as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.clock import reckoning_of
from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.events import EventDraft, correct_event, record_event, remove_event
from foi_tracker.casework.laws import set_laws
from foi_tracker.casework.questions import QuestionDraft, confirm_questions
from foi_tracker.casework.refresh import refresh
from foi_tracker.models import (
    AuditEntry,
    AuditPayload,
    Authority,
    Case,
    ClockEvent,
    Ground,
    Letter,
    Question,
    QuestionGround,
)
from foi_tracker.store.audit import history
from foi_tracker.store.cases import clock_events, deadlines
from tests.factories.cases import confirmed_case

RECEIVED_ON = date(2026, 1, 5)  # a Monday; its 20th working day is Monday 2 February
FEE_ON = date(2026, 1, 15)


@pytest.fixture
def made(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    return confirmed_case(desk, authority, received_on=RECEIVED_ON)


def fee(on: date = FEE_ON, *ids: int) -> EventDraft:
    return EventDraft("fees_notice", on, ids, {"amount": "£12"})


def with_another(questions: list[Question]) -> list[QuestionDraft]:
    """The questions as they stand, and one that was overlooked."""
    kept = [QuestionDraft(each.text, each.number, each.stem, id=each.id) for each in questions]
    return [*kept, QuestionDraft("What did the visits cost?")]


def last_entry(desk: Desk, case: Case) -> tuple[AuditEntry, dict[str, Any]]:
    entry, payload = history(desk.session, case)[0]
    assert isinstance(payload, AuditPayload)
    return entry, payload.payload


def rest_on(session: Session, question: Question, code: str) -> None:
    ground = Ground(case_id=question.case_id, code=code)
    session.add(ground)
    session.flush()
    session.add(QuestionGround(question_id=question.id, ground_id=ground.id))
    session.flush()


def test_a_fees_notice_leaves_nothing_of_ours_due(desk: Desk, made: tuple[Case, list[Question]]) -> None:
    case, _ = made
    assert case.due_on == date(2026, 2, 2)
    record_event(desk, case, fee())
    assert (case.due_on, case.target_on) == (None, None)
    assert (case.stage, case.next_step) == ("clarifying", "await_fee")


def test_the_fee_lets_the_days_run_on(desk: Desk, made: tuple[Case, list[Question]]) -> None:
    """s.10(2): from 15 to 23 January, both included, is disregarded: seven working days."""
    case, _ = made
    record_event(desk, case, fee())
    record_event(desk, case, EventDraft("fee_received", date(2026, 1, 23)))
    assert case.due_on == date(2026, 2, 11)
    assert last_entry(desk, case)[0].action == "event_recorded"


def test_what_the_law_refuses_is_not_kept(desk: Desk, made: tuple[Case, list[Question]]) -> None:
    case, _ = made
    with pytest.raises(NotAllowed, match="had to be done by Monday 2 February") as refused:
        record_event(desk, case, fee(date(2026, 2, 3)))
    assert refused.value.field == "on"
    assert clock_events(desk.session, case) == []


def test_an_event_of_every_question_names_none(desk: Desk, made: tuple[Case, list[Question]]) -> None:
    case, questions = made
    event = record_event(desk, case, fee(FEE_ON, *(question.id for question in questions)))
    assert event.question_ids == []


def test_more_time_is_for_the_questions_whose_exemption_is_weighed(
    desk: Desk, session: Session, made: tuple[Case, list[Question]]
) -> None:
    case, (first, second) = made
    longer = EventDraft("pit_extension_notice", FEE_ON, (), {"estimated_decision_date": "2026-03-02"})
    rest_on(session, first, "s.21")  # absolute: nothing is weighed
    with pytest.raises(NotAllowed, match="None of them rests on a qualified exemption"):
        record_event(desk, case, longer)
    rest_on(session, second, "s.43(2)")
    with pytest.raises(NotAllowed, match="Leave out question 1"):
        record_event(desk, case, longer)
    record_event(desk, case, EventDraft(longer.type, longer.on, (second.id,), longer.values))
    assert case.due_on == date(2026, 2, 2)  # question 1's own


def test_a_question_found_after_the_notice_of_all_the_others_keeps_the_20_days(
    desk: Desk, session: Session, made: tuple[Case, list[Question]]
) -> None:
    """s.17(2): the estimate is of the information that is weighed, and nobody has told them of this."""
    case, questions = made
    for question in questions:
        rest_on(session, question, "s.43(2)")
    notice = {"estimated_decision_date": "2026-03-02"}
    event = record_event(desk, case, EventDraft("pit_extension_notice", FEE_ON, (), notice))
    assert event.question_ids == [question.id for question in questions]
    assert case.due_on == date(2026, 3, 2)
    *_, found = confirm_questions(desk, case, with_another(questions), "", case.version)
    dates = {tuple(each.question_ids): each.due_on for each in deadlines(session, case) if each.due_on}
    assert case.due_on == date(2026, 2, 2)
    assert dates[found.id,] == date(2026, 2, 2)


def test_what_is_cut_from_a_question_after_its_notice_keeps_its_time(
    desk: Desk, session: Session, made: tuple[Case, list[Question]]
) -> None:
    """The notice was of those words, whatever number they have now."""
    case, (first, second) = made
    rest_on(session, first, "s.43(2)")
    notice = {"estimated_decision_date": "2026-03-02"}
    event = record_event(desk, case, EventDraft("pit_extension_notice", FEE_ON, [first.id], notice))
    assert first.span_start is not None
    assert first.span_end is not None
    at = first.span_start + first.text.index(" about")
    one = QuestionDraft("How many complaints?", "1", span=(first.span_start, at), id=first.id)
    part = QuestionDraft("Which about noise?", span=(at + 1, first.span_end))
    other = QuestionDraft(second.text, "2", span=(second.span_start or 0, second.span_end or 0), id=second.id)
    found = QuestionDraft("What did they cost?")
    kept = confirm_questions(desk, case, [one, part, other, found], "", case.version)
    assert event.question_ids == [kept[0].id, kept[1].id]


def test_a_fee_is_of_the_request_whatever_is_found_in_it_later(
    desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    case, questions = made
    record_event(desk, case, fee(FEE_ON, *(question.id for question in questions)))
    confirm_questions(desk, case, with_another(questions), "", case.version)
    assert case.due_on is None


def test_a_question_found_after_the_review_of_the_others_is_not_answered_by_it(
    desk: Desk, session: Session, made: tuple[Case, list[Question]]
) -> None:
    case, questions = made
    late = replace(desk, today=date(2026, 2, 20))
    record_event(late, case, EventDraft("review_requested", date(2026, 2, 10)))
    record_event(late, case, EventDraft("final_response", date(2026, 2, 20)))
    *_, found = confirm_questions(late, case, with_another(questions), "", case.version)
    assert [each.met_by for each in deadlines(session, case) if each.question_ids == [found.id]] == [""]


def test_a_correction_moves_the_date_and_the_audit_keeps_what_was(
    desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    event = record_event(desk, case, fee())
    record_event(desk, case, EventDraft("fee_received", date(2026, 1, 23)))
    correct_event(desk, case, event, fee(date(2026, 1, 22)))
    assert case.due_on == date(2026, 2, 4)
    entry, payload = last_entry(desk, case)
    assert entry.action == "event_corrected"
    assert (payload["before"]["on"], payload["after"]["on"]) == ("2026-01-15", "2026-01-22")


def test_a_notice_cannot_be_moved_past_its_payment(desk: Desk, made: tuple[Case, list[Question]]) -> None:
    case, _ = made
    event = record_event(desk, case, fee())
    record_event(desk, case, EventDraft("fee_received", date(2026, 1, 23)))
    with pytest.raises(NotAllowed, match="The fee came” of Friday 23 January 2026 rests on it"):
        correct_event(desk, case, event, fee(date(2026, 1, 26)))
    assert event.on == FEE_ON


def test_taking_one_off_brings_the_date_back_and_keeps_it_in_the_audit(
    desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    event = record_event(desk, case, fee())
    with pytest.raises(NotAllowed, match="Say why") as refused:
        remove_event(desk, case, event, " ")
    assert refused.value.field == "reason"
    remove_event(desk, case, event, "It was another request's")
    assert case.due_on == date(2026, 2, 2)
    entry, payload = last_entry(desk, case)
    assert entry.action == "event_removed"
    assert (payload["on"], payload["values"]["amount"]) == ("2026-01-15", "£12")
    assert payload["reason"] == "It was another request's"


def test_what_was_said_stays_when_it_turns_out_to_move_nothing(
    desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    asked = record_correspondence(desk, case, Said("out", "email", FEE_ON, "Robin Ash", "Which year?", ASKED))
    (event,) = clock_events(desk.session, case)
    remove_event(desk, case, event, "We asked about another request")
    assert (asked.about, asked.words) == ("", "Which year?")
    assert case.due_on == date(2026, 2, 2)


def test_a_corrected_day_is_the_day_it_was_said_on(desk: Desk, made: tuple[Case, list[Question]]) -> None:
    case, _ = made
    said = record_correspondence(desk, case, Said("out", "email", FEE_ON, "Robin Ash", "Which year?", ASKED))
    (event,) = clock_events(desk.session, case)
    correct_event(desk, case, event, EventDraft(event.type, date(2026, 1, 16), (), {}, "s1(3)"))
    assert said.on == date(2026, 1, 16)


def test_two_laws_have_two_clocks(desk: Desk, made: tuple[Case, list[Question]]) -> None:
    case, (first, second) = made
    set_laws(desk, case, "FOIA", {second.id: "EIR"}, case.version)
    with pytest.raises(NotAllowed, match="under two laws"):
        record_event(desk, case, fee())
    record_event(desk, case, fee(FEE_ON, first.id))
    values = {"complex_and_voluminous": "yes"}
    record_event(desk, case, EventDraft("eir_reg7_extension_notice", FEE_ON, (second.id,), values))
    assert case.due_on == date(2026, 3, 2)  # 40 working days: reg 7(1)


def test_a_law_does_not_change_under_what_was_recorded_of_its_clock(
    desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    case, (first, second) = made
    set_laws(desk, case, "FOIA", {second.id: "EIR"}, case.version)
    record_event(desk, case, fee(FEE_ON, first.id))
    with pytest.raises(NotAllowed, match="would count for nothing under the other law"):
        set_laws(desk, case, "FOIA", {first.id: "EIR", second.id: "EIR"}, case.version)


def test_clarification_of_both_laws_stops_both_clocks(desk: Desk, made: tuple[Case, list[Question]]) -> None:
    case, (_, second) = made
    set_laws(desk, case, "FOIA", {second.id: "EIR"}, case.version)
    record_correspondence(desk, case, Said("out", "email", FEE_ON, "Robin Ash", "Which year?", ASKED))
    assert case.due_on is None
    record_correspondence(
        desk, case, Said("in", "email", date(2026, 1, 20), "Robin Ash", "This.", RECEIVED, (second.id,))
    )
    assert case.due_on == date(2026, 2, 17)


def test_an_unknown_law_is_refused_and_no_change_writes_nothing(
    desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    with pytest.raises(NotAllowed, match="one of the two laws"):
        set_laws(desk, case, "FOISA", {}, case.version)
    before = case.version
    set_laws(desk, case, "FOIA", {}, case.version)
    assert case.version == before  # nothing changed, so nothing is written


def test_the_day_a_letter_left_is_corrected_with_all_that_says_it(
    desk: Desk, session: Session, made: tuple[Case, list[Question]]
) -> None:
    case, _ = made
    letter = Letter(
        case_id=case.id, kind="response", state="sent", dated=date(2026, 1, 29), sent_on=date(2026, 2, 3)
    )
    session.add(letter)
    session.flush()
    answered = ClockEvent(
        case_id=case.id, type="response_issued", on=date(2026, 2, 3), letter_id=letter.id, question_ids=[]
    )
    session.add(answered)
    refresh(desk, case)
    with pytest.raises(NotAllowed, match="Its letter was issued on Thursday 29 January 2026"):
        correct_event(desk, case, answered, EventDraft(answered.type, date(2026, 1, 28)))
    with pytest.raises(NotAllowed, match="A letter that was sent made this happen"):
        remove_event(desk, case, answered, "A mistake")
    correct_event(desk, case, answered, EventDraft(answered.type, date(2026, 1, 30)))
    assert (answered.on, letter.sent_on) == (date(2026, 1, 30), date(2026, 1, 30))
    reckoning = reckoning_of(desk, case)
    assert reckoning is not None
    assert reckoning.live.met_on == date(2026, 1, 30)


@pytest.mark.parametrize(
    ("left", "stands"),
    [(date(2026, 1, 30), True), (date(2026, 2, 3), False)],
)
def test_all_that_a_letter_did_moves_with_the_day_it_left_and_what_came_too_late_has_no_effect(
    desk: Desk, session: Session, made: tuple[Case, list[Question]], left: date, stands: bool
) -> None:
    case, (first, second) = made
    rest_on(session, second, "s.43(2)")
    letter = Letter(
        case_id=case.id, kind="response", state="sent", dated=date(2026, 1, 28), sent_on=date(2026, 1, 29)
    )
    session.add(letter)
    session.flush()
    sent = {"case_id": case.id, "on": date(2026, 1, 29), "letter_id": letter.id}
    answered = ClockEvent(**sent, type="response_issued", question_ids=[first.id])
    until = {"estimated_decision_date": "2026-03-02"}
    longer = ClockEvent(**sent, type="pit_extension_notice", question_ids=[second.id], values=until)
    session.add_all([answered, longer])
    refresh(desk, case)
    assert case.due_on == date(2026, 3, 2)
    correct_event(desk, case, answered, EventDraft(answered.type, left))
    recorded = {event.type: event.on for event in clock_events(session, case)}
    assert recorded == {"response_issued": left} | ({"pit_extension_notice": left} if stands else {})
    assert case.due_on == (date(2026, 3, 2) if stands else date(2026, 2, 2))
    told = next(said for entry, said in history(session, case) if entry.action == "event_corrected")
    assert told is not None
    gone = [each["type"] for each in told.payload["without_effect"]]
    assert gone == ([] if stands else ["pit_extension_notice"])


def test_a_question_that_waits_for_a_fee_stands_behind_the_one_that_runs(
    desk: Desk, made: tuple[Case, list[Question]]
) -> None:
    case, (first, second) = made
    record_event(desk, case, fee(date(2026, 1, 6), first.id))
    set_laws(desk, case, "FOIA", {second.id: "EIR"}, case.version)
    reckoning = reckoning_of(desk, case)
    assert reckoning is not None
    assert [track.questions for track in reckoning.tracks] == [("2",), ("1",)]
    assert case.due_on == date(2026, 2, 2)


def test_what_they_told_us_goes_before_what_we_asked(desk: Desk, made: tuple[Case, list[Question]]) -> None:
    case, _ = made
    record_correspondence(desk, case, Said("out", "email", FEE_ON, "Robin Ash", "Which year?", ASKED))
    told = Said("in", "email", date(2026, 1, 20), "Robin Ash", "This.", RECEIVED)
    record_correspondence(desk, case, told)
    asked, answered = clock_events(desk.session, case)
    with pytest.raises(NotAllowed, match="They told us what they meant” of Tuesday 20 January 2026 rests on"):
        remove_event(desk, case, asked, "It was another request's")
    remove_event(desk, case, answered, "It was another request's")
    remove_event(desk, case, asked, "It was another request's")
    assert case.due_on == date(2026, 2, 2)
