"""Passing a request to the other authority here: one act, both receipts and clocks, nothing else shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.passing import Passing, pass_on
from foi_tracker.casework.questions import (
    AnswerGiven,
    QuestionDraft,
    answer_question,
    confirm_questions,
    proposed_questions,
    split_of,
)
from foi_tracker.casework.validity import Validity, make_valid
from foi_tracker.models import Authority, Case, Letter, Question
from foi_tracker.store import audit as audit_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store.cases import get_case
from foi_tracker.store.scope import NotFound, Scope
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case

pytestmark = pytest.mark.usefixtures("quick")

AGREED_ON = date(2026, 2, 3)


@pytest.fixture
def council(session: Session) -> Authority:
    """Another authority of the same installation, of which the officer knows nothing."""
    return make_authority(session, "northvale-council", kind="council")


@pytest.fixture
def made(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    return confirmed_case(desk, authority, their_reference="RA/7", adjustment="By telephone")


def _passing(council: Authority, **changes: object) -> Passing:
    given = Passing(council.id, AGREED_ON, "email", searched="The council does this work.")
    return replace(given, **changes)  # type: ignore[arg-type]


def _there(session: Session, council: Authority) -> Case:
    case_id = session.scalars(select(Case.id).where(Case.authority_id == council.id)).one()
    return get_case(session, Scope(frozenset({council.id})), case_id)


def test_one_question_reaches_the_other_with_its_own_reference_receipt_and_clock(
    session: Session, desk: Desk, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    request, (first, second) = made
    letter = pass_on(desk, request, _passing(council, question_ids=[second.id]))
    there = _there(session, council)
    assert (there.reference, there.received_on, there.due_on) == ("001-26", desk.today, date(2026, 3, 4))
    assert (there.passed_from_id, there.officer_id, there.their_reference) == (request.id, None, "RA/7")
    assert (there.requester_name, there.adjustment) == ("Robin Ash", "By telephone")
    assert second.text in there.words
    assert first.text not in there.words
    (event,) = case_store.clock_events(session, request)
    assert (event.type, event.question_ids, event.letter_id) == ("transferred_to", [second.id], letter.id)
    assert event.values == {"authority": "Northvale Council", "received_by_B": "2026-02-04"}
    assert request.due_on == date(2026, 2, 25)  # ours stays


def test_all_of_it_goes_in_the_words_it_came_in(
    session: Session, desk: Desk, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    pass_on(desk, made[0], _passing(council))
    assert _there(session, council).words == made[0].words


def test_what_came_in_two_texts_goes_by_its_questions(
    session: Session, desk: Desk, authority: Authority, council: Authority
) -> None:
    """s.8(1)(c): read as one text there, what came first would be taken for an opening, and lost."""
    vague = "Dear all, please send what you hold on noise.\n\nKind regards\nRobin Ash"
    request = make_case(desk, authority, words=vague, triage="not_described", received_on=date(2026, 1, 5))
    make_valid(desk, request, Validity("How many complaints were there in 2025?", date(2026, 1, 12), "email"))
    read = proposed_questions(split_of(session, request))
    confirm_questions(desk, request, read, "", request.version)
    pass_on(desk, request, _passing(council))
    there = _there(session, council)
    found = [question.text for question in proposed_questions(split_of(session, there))]
    assert found == [question.text for question in read]
    assert found == ["please send what you hold on noise.", "How many complaints were there in 2025?"]


def test_both_letters_are_there_and_each_says_what_its_reader_needs(
    session: Session, desk: Desk, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    """s.1(1)(a), s.16: ours says that we do not hold it, and who has it now; theirs that it reached them."""
    request, (_, second) = made
    letter = pass_on(desk, request, _passing(council, question_ids=[second.id]))
    facts, found = casework.check_letter(desk, request, letter)
    assert found == ()
    assert facts.said["their_number"] == "001-26"
    assert facts.said["answer_by"] == "2026-03-04"
    casework.issue_letter(desk, request, letter, letter.version)
    assert "We do not hold what you asked for in question 2" in letter.plain_text
    assert "Its reference is 001-26." in letter.plain_text
    casework.record_sent(desk, request, letter, casework.Sent(desk.today, "email", "robin@example.org"))
    assert (second.outcome, second.details["searched"]) == ("not_held", "The council does this work.")

    there = _there(session, council)
    (theirs,) = letter_store.letters_of(session, there)
    facts, _ = casework.check_letter(desk, there, theirs)
    assert (theirs.kind, facts.passed_from) == ("acknowledgement", "Northvale Police")


def test_each_chain_has_one_entry_and_theirs_names_no_person_of_ours(
    session: Session, desk: Desk, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    pass_on(desk, made[0], _passing(council))
    (ours, told), *_ = audit_store.history(session, made[0])
    assert (ours.action, ours.actor_name) == ("passed_on", "Sam Officer")
    assert told is not None
    assert (told.payload["consent_on"], told.payload["consent_how"]) == ("2026-02-03", "email")
    ((theirs, payload),) = audit_store.history(session, _there(session, council))
    assert (theirs.action, theirs.actor_name) == ("received_from_authority", "Northvale Police")
    assert payload is not None
    assert made[0].reference not in str({**payload.payload, "reference": ""})
    assert "Sam Officer" not in str(payload.payload)


def test_what_is_still_to_be_clarified_is_not_passed_on(
    desk: Desk, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    """s.1(3); EIR reg 9: nobody can say that they do not hold what is not identified."""
    request, (first, second) = made
    given = AnswerGiven("clarification", details={"clarification_question": "Which year do you mean?"})
    answer_question(desk, request, second, given, second.version)
    with pytest.raises(NotAllowed, match="Question 2 needs clarifying") as refused:
        pass_on(desk, request, _passing(council))
    assert refused.value.field == "questions"
    pass_on(desk, request, _passing(council, question_ids=[first.id]))


def test_neither_can_open_the_others_request(
    session: Session, desk: Desk, authority: Authority, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    pass_on(desk, made[0], _passing(council))
    with pytest.raises(NotFound):
        get_case(session, desk.scope, _there(session, council).id)
    with pytest.raises(NotFound):
        get_case(session, Scope(frozenset({council.id})), made[0].id)


def test_the_letter_that_tells_them_cannot_be_thrown_away_nor_begun_alone(
    desk: Desk, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    with pytest.raises(NotAllowed, match="comes with passing"):
        casework.start_letter(desk, made[0], casework.LetterPlan("passed_on"))
    letter = pass_on(desk, made[0], _passing(council))
    with pytest.raises(NotAllowed, match="has gone to the other authority"):
        casework.throw_away(desk, made[0], letter)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"authority_id": 0}, "authority"),
        ({"consent_on": date(2026, 2, 5)}, "consent_on"),
        ({"consent_on": date(2026, 1, 1)}, "consent_on"),
        ({"consent_how": "pigeon"}, "consent_how"),
        ({"question_ids": [10_000]}, "questions"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_passed(
    changes: dict[str, object],
    field: str,
    session: Session,
    desk: Desk,
    council: Authority,
    made: tuple[Case, list[Question]],
) -> None:
    with pytest.raises(NotAllowed) as refused:
        pass_on(desk, made[0], _passing(council, **changes))
    assert refused.value.field == field
    assert session.scalars(select(Case).where(Case.authority_id == council.id)).all() == []
    assert session.scalars(select(Letter).where(Letter.kind == "passed_on")).all() == []


def test_nothing_is_passed_on_twice_nor_to_ourselves(
    desk: Desk, authority: Authority, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    request, (first, second) = made
    with pytest.raises(NotAllowed, match="Choose one of the authorities"):
        pass_on(desk, request, _passing(authority))
    pass_on(desk, request, _passing(council, question_ids=[second.id]))
    with pytest.raises(NotAllowed, match="Question 2 was passed on before"):
        pass_on(desk, request, _passing(council, question_ids=[second.id]))
    pass_on(desk, request, _passing(council, question_ids=[first.id]))


def test_what_is_found_after_all_of_it_was_passed_on_can_be_passed_on_too(
    desk: Desk, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    request, questions = made
    pass_on(desk, request, _passing(council))
    kept = [QuestionDraft(each.text, each.number, each.stem, id=each.id) for each in questions]
    drafts = [*kept, QuestionDraft("What did the visits cost?")]
    first, *_, found = confirm_questions(desk, request, drafts, "", request.version)
    with pytest.raises(NotAllowed, match="Question 1 was passed on before"):
        pass_on(desk, request, _passing(council, question_ids=[first.id]))
    pass_on(desk, request, _passing(council, question_ids=[found.id]))


def test_what_a_letter_has_answered_is_not_passed_on(
    desk: Desk, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    request, (first, second) = made
    answer_question(desk, request, first, AnswerGiven("disclosed", "12."), first.version)
    plan = casework.LetterPlan("response", question_ids=[first.id], part_of_several=True)
    part = casework.start_letter(desk, request, plan)
    casework.issue_letter(desk, request, part, part.version)
    with pytest.raises(NotAllowed, match="Question 1 is answered in a letter"):
        pass_on(desk, request, _passing(council, question_ids=[first.id, second.id]))


def test_what_is_neither_confirmed_nor_denied_is_not_passed_on(
    session: Session, desk: Desk, council: Authority, made: tuple[Case, list[Question]]
) -> None:
    """s.17(4): to pass it on says that we do not hold it."""
    request, (first, second) = made
    answer_question(desk, request, first, AnswerGiven("ncnd"), first.version)
    with pytest.raises(NotAllowed, match="Question 1 is neither confirmed nor denied"):
        pass_on(desk, request, _passing(council))
    assert session.scalars(select(Case).where(Case.authority_id == council.id)).all() == []
    pass_on(desk, request, _passing(council, question_ids=[second.id]))
