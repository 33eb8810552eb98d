"""The letters that are not the answer: when each may be begun, and what its sending does to the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from foi_tracker.casework import letter_offers as offers
from foi_tracker.casework import letters as casework
from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.events import EventDraft, record_event
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.laws import set_laws
from foi_tracker.casework.letters import LetterPlan
from foi_tracker.casework.others import ConsultationDraft, keep_consultation
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.casework.refresh import refresh
from foi_tracker.models import Authority, Case, Letter, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import questions as question_store
from tests.factories.cases import case, confirmed_case
from tests.factories.sent_letters import AGREED, COMPLEX, FEE, respond

pytestmark = pytest.mark.usefixtures("quick")

Made = tuple[Case, list[Question]]


@pytest.fixture
def green(desk: Desk, authority: Authority) -> Made:
    """A request for environmental information."""
    return confirmed_case(desk, authority, regime="EIR")


def begin(desk: Desk, of: Case, kind: str, said: Mapping[str, str] | None = None, **plan: object) -> Letter:
    return casework.start_letter(desk, of, LetterPlan(kind, said=said or {}, **plan))  # type: ignore[arg-type]


def leave(desk: Desk, of: Case, letter: Letter) -> str:
    """Issue it and record that it was sent today."""
    casework.issue_letter(desk, of, letter, letter.version)
    return casework.record_sent(desk, of, letter, casework.Sent(desk.today, "email", "robin@example.org"))


def why_not(desk: Desk, of: Case) -> dict[str, str]:
    return {offer.kind: offer.why_not for offer in offers.offers(desk, of)}


def pend(desk: Desk, of: Case, question: Question, ground: bool = True) -> None:
    """Leave the decision on a question to come, on a qualified exemption."""
    given = AnswerGiven("decision_pending", details={"estimated_date": "2026-03-20"})
    answer_question(desk, of, question, given, question.version)
    if ground:
        words = {
            "whose": "ours",
            "harm": "Others would bid.",
            "cause": "It is a price.",
            "likelihood": "likely",
        }
        keep_ground(desk, of, GroundDraft("s.43(2)", words=words), [question.id])


def due(desk: Desk, of: Case) -> tuple[str, date | None]:
    first = case_store.deadlines(desk.session, of)[0]
    return first.kind, first.due_on


def test_before_the_questions_are_confirmed_there_is_no_notice(desk: Desk, authority: Authority) -> None:
    assert set(why_not(desk, case(desk, authority)).values()) == {"Confirm the questions first."}


def test_each_says_why_it_may_not_be_begun(desk: Desk, made: Made) -> None:
    said = why_not(desk, made[0])
    assert said["fees_notice"] == said["transfer"] == said["holding"] == ""
    assert "Decision to follow" in said["pit_extension"]
    assert "Only environmental information" in said["eir_extension"]
    assert "serves no other authority" in said["passed_on"]
    assert "Other people" in said["consultation"]
    assert "Nothing has been asked of them" in said["closure"]
    with pytest.raises(NotAllowed, match="Only environmental"):
        begin(desk, made[0], "eir_extension", COMPLEX)


def test_when_all_is_answered_nothing_is_left_to_write_about(desk: Desk, made: Made) -> None:
    for question in made[1]:
        answer_question(desk, made[0], question, AnswerGiven("disclosed", "12."), question.version)
    respond(desk, made[0])
    said = why_not(desk, made[0])
    assert {said[kind] for kind in ("fees_notice", "transfer", "holding")} == {
        "Every question has been answered."
    }


def test_a_fees_notice_sent_stops_the_clock_and_says_the_last_day_to_pay(desk: Desk, made: Made) -> None:
    """s.9(2): three months beginning with the day of the notice; s.10(2)."""
    letter = begin(desk, made[0], "fees_notice", FEE)
    facts, found = casework.check_letter(desk, made[0], letter)
    assert found == ()
    assert facts.until == date(2026, 5, 3)
    assert leave(desk, made[0], letter) == ""
    (event,) = case_store.clock_events(desk.session, made[0])
    assert (event.type, event.letter_id, event.values) == ("fees_notice", letter.id, {"amount": "12.50"})
    assert due(desk, made[0]) == ("fee_lapse_last_day", date(2026, 5, 3))


def test_a_charge_under_the_regulations_is_another_event(desk: Desk, green: Made) -> None:
    """EIR reg 8: 60 working days."""
    said = {name: FEE[name] for name in ("amount", "pays_for", "how_to_pay")} | {"schedule": "Online."}
    letter = begin(desk, green[0], "fees_notice", said)
    facts, _ = casework.check_letter(desk, green[0], letter)
    leave(desk, green[0], letter)
    (event,) = case_store.clock_events(desk.session, green[0])
    assert (event.type, event.letter_id) == ("eir_advance_payment_notice", letter.id)
    assert due(desk, green[0]) == ("eir_payment_last_day", facts.until)


def test_after_the_last_day_there_is_no_fees_notice(desk: Desk, made: Made) -> None:
    late = replace(desk, today=desk.today + timedelta(days=40))
    assert "section 9(1)" in why_not(late, made[0])["fees_notice"]


def test_a_notice_of_public_interest_moves_the_date_of_its_question_alone(desk: Desk, made: Made) -> None:
    """s.10(3), s.17(2)."""
    request, (first, second) = made
    pend(desk, request, second)
    letter = begin(desk, request, "pit_extension")
    facts, found = casework.check_letter(desk, request, letter)
    assert found == ()
    assert [answer.label for answer in facts.answers] == ["2"]
    leave(desk, request, letter)
    (event,) = case_store.clock_events(desk.session, request)
    assert (event.type, event.question_ids, event.values) == (
        "pit_extension_notice",
        [second.id],
        {"estimated_decision_date": "2026-03-20"},
    )
    by_question = {
        tuple(each.question_ids): (each.kind, each.due_on)
        for each in reversed(case_store.deadlines(desk.session, request))
    }
    assert by_question[second.id,] == ("pit_decision", date(2026, 3, 20))
    assert by_question[first.id,][0] == "foia_response"


def test_without_a_qualified_exemption_there_is_none(desk: Desk, made: Made) -> None:
    pend(desk, made[0], made[1][0], ground=False)
    assert "qualified exemption" in why_not(desk, made[0])["pit_extension"]


def test_what_a_response_leaves_to_be_decided_is_not_answered_by_it(desk: Desk, made: Made) -> None:
    """A response that says "decision to follow" is a notice under s.17(2) for that question."""
    request, (first, second) = made
    answer_question(desk, request, first, AnswerGiven("disclosed", "12."), first.version)
    pend(desk, request, second)
    leave(desk, request, begin(desk, request, "response"))
    assert question_store.sent_question_ids(desk.session, request) == {first.id}
    events = {each.type: each.question_ids for each in case_store.clock_events(desk.session, request)}
    assert events == {"response_issued": [first.id], "pit_extension_notice": [second.id]}
    assert request.closed_on is None

    answer_question(desk, request, second, AnswerGiven("disclosed", "£400."), second.version)
    leave(desk, request, begin(desk, request, "response"))
    assert (request.stage, request.closed_on) == ("closed", desk.today)


def test_an_environmental_extension_gives_forty_working_days(desk: Desk, green: Made) -> None:
    """EIR reg 7(1) and (3)."""
    letter = begin(desk, green[0], "eir_extension", COMPLEX)
    facts, found = casework.check_letter(desk, green[0], letter)
    assert found == ()
    leave(desk, green[0], letter)
    assert due(desk, green[0]) == ("eir_extended_response", facts.until)
    assert case_store.clock_events(desk.session, green[0])[0].letter_id == letter.id


def test_a_letter_that_is_no_answer_speaks_of_one_law(desk: Desk, made: Made) -> None:
    request, (first, second) = made
    set_laws(desk, request, "FOIA", {second.id: "EIR"}, request.version)
    with pytest.raises(NotAllowed, match="two laws"):
        begin(desk, request, "fees_notice", FEE, question_ids=[first.id, second.id])
    letter = begin(desk, request, "eir_extension", COMPLEX)
    facts, _ = casework.check_letter(desk, request, letter)
    assert (facts.regime, [answer.label for answer in facts.answers]) == ("EIR", ["2"])


def test_a_transfer_they_agreed_to_answers_and_is_an_event(desk: Desk, made: Made) -> None:
    """Our own duty stays: the letter itself says that it is not held (s.1(1)(a), s.16)."""
    request, (first, second) = made
    leave(desk, request, begin(desk, request, "transfer", AGREED, question_ids=[second.id]))
    events = {each.type: each for each in case_store.clock_events(desk.session, request)}
    assert events["transferred_to"].values == {"authority": "Northvale Council"}
    assert events["transferred_to"].question_ids == events["response_issued"].question_ids == [second.id]
    assert (second.outcome, second.details["holder"]) == (
        "not_held",
        "Northvale Council: foi@council.example.org",
    )
    assert first.outcome == ""
    assert request.closed_on is None


def test_asking_their_leave_passes_nothing_on(desk: Desk, made: Made) -> None:
    leave(desk, made[0], begin(desk, made[0], "transfer", {**AGREED, "consent": "ask"}))
    assert [each.type for each in case_store.clock_events(desk.session, made[0])] == ["response_issued"]
    assert made[0].stage == "closed"


def test_a_holding_letter_moves_no_date(desk: Desk, made: Made) -> None:
    before = due(desk, made[0])
    said = {"why": "A provider is late.", "progress": "One of two.", "expected": "2026-02-20"}
    leave(desk, made[0], begin(desk, made[0], "holding", said))
    assert due(desk, made[0]) == before
    assert case_store.clock_events(desk.session, made[0]) == []


def _asked(desk: Desk, request: Case, on: date, *about: Question) -> None:
    ids = [question.id for question in about]
    record_correspondence(desk, request, Said("out", "email", on, "Robin Ash", "Which year?", ASKED, ids))


def test_two_months_of_silence_close_a_request_and_an_answer_opens_it_again(
    desk: Desk, authority: Authority
) -> None:
    request, _ = confirmed_case(desk, authority, received_on=desk.today - timedelta(days=70))
    _asked(desk, request, desk.today - timedelta(days=65))
    assert why_not(desk, request)["closure"] == ""
    said = {"because": "clarification", "asked_on": (desk.today - timedelta(days=65)).isoformat()}
    leave(desk, request, begin(desk, request, "closure", said))
    assert (request.stage, request.closed_on) == ("closed", desk.today)

    record_correspondence(desk, request, Said("in", "email", desk.today, "Robin Ash", "2025.", RECEIVED))
    assert (request.stage, request.closed_on) == ("answering", None)


@pytest.mark.parametrize("how", ["clarification", "fee"])
def test_what_is_asked_after_a_request_was_closed_waits_for_their_answer_again(
    how: str, desk: Desk, authority: Authority
) -> None:
    """s.1(3), s.9: a letter that closed it for an earlier silence closes nothing that is asked since."""
    request, questions = confirmed_case(desk, authority, received_on=desk.today - timedelta(days=70))
    _asked(desk, request, desk.today - timedelta(days=65))
    leave(desk, request, begin(desk, request, "closure"))
    record_correspondence(desk, request, Said("in", "email", desk.today, "Robin Ash", "2025.", RECEIVED))
    if how == "clarification":
        _asked(desk, request, desk.today)
    else:
        ids = [question.id for question in questions]
        record_event(desk, request, EventDraft("fees_notice", desk.today, ids, {"amount": "£12"}))
    assert (request.stage, request.closed_on, request.due_on) == ("clarifying", None, None)
    later = replace(desk, today=desk.today + timedelta(days=100))
    leave(later, request, begin(later, request, "closure"))
    assert (request.stage, request.closed_on) == ("closed", later.today)


def test_a_letter_closes_only_the_questions_that_it_is_about(desk: Desk, authority: Authority) -> None:
    came = desk.today - timedelta(days=70)
    request, (first, second) = confirmed_case(desk, authority, received_on=came)
    _asked(desk, request, came + timedelta(days=1), first)
    leave(desk, request, begin(desk, request, "closure", question_ids=[first.id]))
    assert request.stage == "answering", "question 2 was clear, and its clock runs"
    _asked(desk, request, came + timedelta(days=2), second)
    assert (request.stage, request.closed_on) == ("clarifying", None)
    leave(desk, request, begin(desk, request, "closure", question_ids=[second.id]))
    assert (request.stage, request.closed_on) == ("closed", desk.today)


def test_before_two_months_it_is_not_closed(desk: Desk, made: Made) -> None:
    _asked(desk, made[0], desk.today)
    assert why_not(desk, made[0])["closure"] == "They have until Saturday 4 April 2026."


def test_a_consultation_letter_never_says_who_asked(desk: Desk, authority: Authority) -> None:
    """s.45 Code: they are asked what they think of release, not told to whom."""
    request, questions = confirmed_case(
        desk,
        authority,
        words="1. What has Robin Ash’s street cost?\n2. Who did the work?",
        their_reference="RA/7",
        large_print=True,
    )
    draft = ConsultationDraft(
        who="Example Surveys Limited",
        contact="7 Example Yard\nAmbleford",
        shown="Your invoices of 2025.",
        asked_on=desk.today,
        reply_by=desk.today + timedelta(days=10),
        question_ids=(questions[0].id,),
    )
    consulted = keep_consultation(desk, request, draft)
    assert why_not(desk, request)["consultation"] == ""
    with pytest.raises(NotAllowed, match="whom"):
        begin(desk, request, "consultation")
    letter = begin(desk, request, "consultation", {"question": "Harm?"}, consultation_id=consulted.id)
    facts, found = casework.check_letter(desk, request, letter)
    assert found == ()
    assert facts.recipient.name == "Example Surveys Limited"
    assert [answer.label for answer in facts.answers] == ["1"]
    leave(desk, request, letter)
    assert not any(word in letter.plain_text for word in ("Robin", "Ash", "RA/7", "robin.ash"))
    assert "[not said]" in letter.plain_text
    assert "Your invoices of 2025." in letter.plain_text
    assert why_not(desk, request)["consultation"].startswith("Record first")


def test_a_notice_that_left_too_late_is_sent_and_moves_nothing(desk: Desk, made: Made) -> None:
    """s.9(1): after the last day it has no effect; but it has left, and is kept as it is."""
    letter = begin(desk, made[0], "fees_notice", FEE)
    casework.issue_letter(desk, made[0], letter, letter.version)
    late = replace(desk, today=desk.today + timedelta(days=40))
    said = casework.record_sent(
        late, made[0], letter, casework.Sent(late.today, "email", "robin@example.org")
    )
    assert "moves nothing" in said
    assert letter.state == "sent"
    assert case_store.clock_events(desk.session, made[0]) == []


def test_throwing_a_notice_away_leaves_no_trace_on_the_clock(desk: Desk, made: Made) -> None:
    letter = begin(desk, made[0], "fees_notice", FEE)
    before = due(desk, made[0])
    casework.throw_away(desk, made[0], letter)
    refresh(desk, made[0])
    assert due(desk, made[0]) == before


def test_a_second_draft_of_a_kind_is_refused(desk: Desk, made: Made) -> None:
    begin(desk, made[0], "holding")
    with pytest.raises(NotAllowed, match="there already"):
        begin(desk, made[0], "holding")


def test_what_was_typed_is_kept_and_changed(desk: Desk, made: Made) -> None:
    letter = begin(desk, made[0], "fees_notice", {**FEE, "amount": " 12.50 "})
    assert letter.said["amount"] == "12.50"
    plan = LetterPlan("fees_notice", said={**FEE, "amount": "15"}, question_ids=[made[1][0].id])
    casework.plan_letter(desk, made[0], letter, plan, letter.version)
    facts, _ = casework.check_letter(desk, made[0], letter)
    assert (facts.said["amount"], [each.label for each in facts.answers]) == ("15", ["1"])
