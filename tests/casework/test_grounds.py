"""Rely on exemptions: written once, shared by several questions, refused where the law forbids it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.grounds import (
    GroundDraft,
    GroundRefused,
    grounds_of,
    keep_ground,
    share_ground,
    unshare_ground,
)
from foi_tracker.casework.letter_facts import letter_facts
from foi_tracker.casework.preview import answer_facts, given_for
from foi_tracker.casework.questions import (
    AnswerGiven,
    QuestionDraft,
    answer_question,
    confirm_questions,
)
from foi_tracker.models import AuditEntry, Authority, Case, Consultation, Ground, Letter, Question
from foi_tracker.store import grounds as ground_store
from tests.factories import cases

CRIME = {"harm": "Thieves would know.", "cause": "They would read it.", "likelihood": "likely"}
Asked = tuple[Case, list[Question]]


@pytest.fixture
def asked(desk: Desk, authority: Authority) -> Asked:
    case, questions = cases.confirmed_case(desk, authority)
    for question in questions:
        answer_question(desk, case, question, AnswerGiven("withheld"), question.version)
    return case, questions


def on(desk: Desk, case: Case, question: Question) -> list[str]:
    found = ground_store.grounds_by_question(desk.session, case).get(question.id, ())
    return [ground.code for ground in found]


def test_a_ground_is_kept_with_its_words_even_before_it_is_complete(desk: Desk, asked: Asked) -> None:
    case, (first, second) = asked
    ground = keep_ground(
        desk, case, GroundDraft("s.31(1)(a)", words={"harm": " H ", "cause": " "}), [first.id]
    )
    assert (ground.code, ground.purpose, ground.words) == ("s.31(1)(a)", "withhold", {"harm": "H"})
    assert on(desk, case, first) == ["s.31(1)(a)"]
    assert on(desk, case, second) == []


def test_one_ground_is_shared_and_stays_when_no_question_rests_on_it(desk: Desk, asked: Asked) -> None:
    case, (first, second) = asked
    ground = keep_ground(desk, case, GroundDraft("s.31(1)(a)", words=CRIME), [first.id])
    share_ground(desk, case, ground, second)
    assert on(desk, case, first) == on(desk, case, second) == ["s.31(1)(a)"]
    unshare_ground(desk, case, ground, first)
    unshare_ground(desk, case, ground, second)
    assert on(desk, case, first) == on(desk, case, second) == []
    assert list(grounds_of(desk.session, case)) == [ground]


def test_a_change_reaches_every_question_that_rests_on_it(desk: Desk, asked: Asked) -> None:
    case, questions = asked
    ids = [question.id for question in questions]
    ground = keep_ground(desk, case, GroundDraft("s.31(1)(a)", words=CRIME), ids)
    changed = GroundDraft("s.31(1)(b)", words=CRIME, id=ground.id)
    assert keep_ground(desk, case, changed, ids, ground.version) is ground
    assert [on(desk, case, question) for question in questions] == [["s.31(1)(b)"], ["s.31(1)(b)"]]


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(desk: Desk, asked: Asked) -> None:
    case, (first, _) = asked
    ground = keep_ground(desk, case, GroundDraft("s.31(1)(a)", words={"harm": "One"}), [first.id])
    opened_at = ground.version
    draft = GroundDraft("s.31(1)(a)", words={"harm": "Theirs"}, id=ground.id)
    keep_ground(desk, case, draft, [first.id], opened_at)
    with pytest.raises(ChangedMeanwhile):
        keep_ground(desk, case, GroundDraft("s.31(1)(a)", id=ground.id), [first.id], opened_at)
    assert ground.words == {"harm": "Theirs"}


def test_an_answer_that_somebody_has_open_knows_that_its_grounds_changed(desk: Desk, asked: Asked) -> None:
    case, (first, _) = asked
    opened_at = first.version
    keep_ground(desk, case, GroundDraft("s.31(1)(a)"), [first.id])
    with pytest.raises(ChangedMeanwhile):
        answer_question(desk, case, first, AnswerGiven("disclosed", "4,100"), opened_at)


def test_two_sections_for_the_same_information_are_refused_at_the_field(desk: Desk, asked: Asked) -> None:
    """s.31(1): what s.30 makes exempt, s.31 cannot."""
    case, (first, second) = asked
    keep_ground(desk, case, GroundDraft("s.30(1)", "30(1)(b)"), [first.id])
    with pytest.raises(GroundRefused, match="cannot cover the same") as refused:
        keep_ground(desk, case, GroundDraft("s.31(1)(a)"), [first.id, second.id])
    assert refused.value.field == "code"
    assert on(desk, case, first) == ["s.30(1)"]
    only_second = keep_ground(desk, case, GroundDraft("s.31(1)(a)"), [second.id])
    with pytest.raises(GroundRefused):
        share_ground(desk, case, only_second, first)


def test_an_old_contradiction_does_not_lock_the_other_grounds(desk: Desk, asked: Asked) -> None:
    """What was kept before the law was asked stays for the check to find; it can be mended one by one."""
    case, (first, _) = asked
    old = Ground(case_id=case.id, version=1, code="s.31", words={})
    desk.session.add(old)
    desk.session.flush()
    ground_store.rest_on(desk.session, old, {first.id})
    keep_ground(desk, case, GroundDraft("s.40(2)", "40(3A)(a)"), [first.id])
    assert on(desk, case, first) == ["s.31", "s.40(2)"]


def test_a_police_force_cannot_use_what_is_for_departments(desk: Desk, asked: Asked) -> None:
    case, (first, _) = asked
    with pytest.raises(GroundRefused, match="government department"):
        keep_ground(desk, case, GroundDraft("s.35(1)(a)"), [first.id])


def test_the_question_s_own_law_counts(desk: Desk, asked: Asked) -> None:
    """A request may be of both laws: a question under the Regulations takes their exceptions."""
    case, (first, second) = asked
    first.regime = "EIR"
    keep_ground(desk, case, GroundDraft("reg 12(4)(e)"), [first.id])
    with pytest.raises(GroundRefused, match="of the Regulations"):
        keep_ground(desk, case, GroundDraft("reg 12(4)(e)"), [second.id])


def test_a_ground_is_for_questions_of_its_own_request(desk: Desk, authority: Authority, asked: Asked) -> None:
    case, _ = asked
    _, (other, _) = cases.confirmed_case(desk, authority)
    with pytest.raises(NotAllowed, match="same request"):
        keep_ground(desk, case, GroundDraft("s.31(1)(a)"), [other.id])


def test_a_new_outcome_lets_go_what_it_forbids_and_keeps_its_words(desk: Desk, asked: Asked) -> None:
    case, (first, _) = asked
    keep_ground(desk, case, GroundDraft("s.31(1)(a)", words=CRIME), [first.id])
    keep_ground(desk, case, GroundDraft("s.23(1)", purpose="ncnd"), [first.id])
    answer_question(desk, case, first, AnswerGiven("not_held", "", {"searched": "All"}), first.version)
    assert on(desk, case, first) == ["s.23(1)"]  # we may neither confirm nor deny anything else
    answer_question(desk, case, first, AnswerGiven(same_as_id=asked[1][1].id), first.version)
    assert on(desk, case, first) == []
    assert [ground.words for ground in grounds_of(desk.session, case)] == [CRIME, {}]


def test_a_question_that_is_gone_takes_no_ground_with_it(desk: Desk, asked: Asked) -> None:
    case, (first, second) = asked
    keep_ground(desk, case, GroundDraft("s.31(1)(a)", words=CRIME), [first.id, second.id])
    confirm_questions(desk, case, [QuestionDraft("Only this?", "1", id=second.id)], "", case.version)
    assert on(desk, case, second) == ["s.31(1)(a)"]


def test_each_act_writes_one_entry_that_says_what_and_where(
    desk: Desk, session: Session, asked: Asked
) -> None:
    case, (first, second) = asked
    ground = keep_ground(desk, case, GroundDraft("s.31(1)(a)", words=CRIME), [first.id])
    share_ground(desk, case, ground, second)
    unshare_ground(desk, case, ground, first)
    actions = session.scalars(select(AuditEntry.action).order_by(AuditEntry.number)).all()
    assert actions[-3:] == ["ground_kept", "ground_shared", "ground_unshared"]
    assert on(desk, case, second) == ["s.31(1)(a)"]


def test_the_letter_s_facts_hold_the_grounds_of_each_question(desk: Desk, asked: Asked) -> None:
    case, questions = asked
    ids = [question.id for question in questions]
    keep_ground(desk, case, GroundDraft("s.31(1)(a)", words=CRIME), ids)
    for question in questions:
        (facts,) = answer_facts(desk, case, question, given_for(question)).answers[0].grounds
        assert (facts.code, dict(facts.words)) == ("s.31(1)(a)", CRIME)
    thanks = Letter(case_id=case.id, kind="acknowledgement", clarification="", part_of_several=False, said={})
    assert [each.grounds for each in letter_facts(desk, case, thanks).answers] == [(), ()]


def test_what_third_parties_said_goes_with_the_grounds_about_their_interests(
    desk: Desk, asked: Asked
) -> None:
    """s.43(2), s.41, s.40(2); never to neither confirm nor deny, where it would hint."""
    case, (first, second) = asked
    said = {"who": "Example Ltd", "shown": "The bid", "view": "It would help our rivals.", "decision": ""}
    day = date(2026, 2, 2)
    desk.session.add(
        Consultation(case_id=case.id, asked_on=day, reply_by=day, question_ids=[first.id], **said)
    )
    for code, purpose in (("s.43(2)", "withhold"), ("s.43(2)", "ncnd"), ("s.31(1)(a)", "withhold")):
        ground = keep_ground(desk, case, GroundDraft(code, purpose="withhold"), [first.id, second.id])
        ground.purpose = purpose
    desk.session.flush()
    one, two = (
        [
            ground.views
            for ground in answer_facts(desk, case, question, given_for(question)).answers[0].grounds
        ]
        for question in (first, second)
    )
    assert one == [("It would help our rivals.",), (), ()]
    assert two == [(), (), ()]
