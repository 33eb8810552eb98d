"""Section 14: why the whole request is refused, and closing without another notice (section 17(6))."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.letter_facts import letter_facts
from foi_tracker.casework.letters import LetterPlan, check_letter, start_letter
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.casework.reopening import Reopening, reopen
from foi_tracker.casework.whole_refusal import (
    NoNotice,
    WholeDraft,
    close_without_notice,
    keep_whole_refusal,
    whole_facts,
)
from foi_tracker.law.notices.facts import WholeFacts
from foi_tracker.letters.facts import to_json
from foi_tracker.models import AuditEntry, Authority, Case, Question
from tests.factories.cases import confirmed_case

VEXATIOUS = WholeDraft("14(1)", "The 41st letter this month.")
REPEATED = WholeDraft("14(2)", "The same words.", "012-26", date(2025, 12, 1))
AGREED = NoNotice("Three notices in a month, and nothing new.", "Kim Approver")


@pytest.fixture
def rows(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    return confirmed_case(desk, authority)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(VEXATIOUS, evidence=" "), "evidence"),
        (replace(REPEATED, earlier_reference=""), "earlier_reference"),
        (replace(REPEATED, earlier_answered_on=None), "earlier_answered_on"),
        (replace(REPEATED, earlier_answered_on=date(2026, 2, 3)), "earlier_answered_on"),
    ],
)
def test_what_section_14_needs_is_asked_for_at_its_field(
    desk: Desk, rows: tuple[Case, list[Question]], draft: WholeDraft, field: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        keep_whole_refusal(desk, rows[0], draft, 0)
    assert refused.value.field == field


def test_section_14_is_not_of_the_regulations(desk: Desk, authority: Authority) -> None:
    case, _ = confirmed_case(desk, authority, regime="EIR")
    with pytest.raises(NotAllowed, match=r"12\(4\)\(b\)"):
        keep_whole_refusal(desk, case, VEXATIOUS, 0)


def test_nobody_overwrites_another(desk: Desk, rows: tuple[Case, list[Question]]) -> None:
    kept = keep_whole_refusal(desk, rows[0], VEXATIOUS, 0)
    seen = kept.version
    keep_whole_refusal(desk, rows[0], replace(VEXATIOUS, evidence="More."), seen)
    for version in (0, seen):
        with pytest.raises(ChangedMeanwhile):
            keep_whole_refusal(desk, rows[0], VEXATIOUS, version)


def test_the_letter_names_the_earlier_request_and_never_the_evidence(
    desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    case, questions = rows
    for question in questions:
        answer_question(desk, case, question, AnswerGiven("repeated"), question.version)
    letter = start_letter(desk, case, LetterPlan("response"))
    _, before = check_letter(desk, case, letter)
    assert "outcome_incomplete" in {finding.code for finding in before}
    keep_whole_refusal(desk, case, REPEATED, 0)
    facts, after = check_letter(desk, case, letter)
    assert "outcome_incomplete" not in {finding.code for finding in after}
    assert facts.whole == WholeFacts("14(2)", "012-26", date(2025, 12, 1)) == whole_facts(desk, case)
    assert "The same words." not in str(to_json(letter_facts(desk, case, letter)))


def test_a_request_is_closed_without_a_notice_only_after_an_earlier_one_and_with_a_second_person(
    desk: Desk, session: Session, rows: tuple[Case, list[Question]]
) -> None:
    case, questions = rows
    with pytest.raises(NotAllowed, match="earlier notice"):
        close_without_notice(desk, case, AGREED)
    kept = keep_whole_refusal(desk, case, VEXATIOUS, 0)
    with pytest.raises(NotAllowed, match="earlier notice"):
        close_without_notice(desk, case, AGREED)
    keep_whole_refusal(desk, case, replace(VEXATIOUS, earlier_notice="007-26"), kept.version)
    for given, field in (
        (replace(AGREED, reason=" "), "reason"),
        (replace(AGREED, agreed_by=""), "agreed_by"),
        (replace(AGREED, agreed_by=f" {desk.actor.name.upper()} "), "agreed_by"),
    ):
        with pytest.raises(NotAllowed) as refused:
            close_without_notice(desk, case, given)
        assert refused.value.field == field
    assert case.closed_on is None

    close_without_notice(desk, case, AGREED)
    assert (case.stage, case.closed_on, case.due_on, case.answered_on) == ("closed", desk.today, None, None)
    assert {question.outcome for question in questions} == {"vexatious"}
    actions = session.scalars(select(AuditEntry.action).where(AuditEntry.case_id == case.id)).all()
    assert actions[-1] == "closed_without_notice"


def test_a_request_closed_without_a_notice_can_be_opened_again(
    desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    keep_whole_refusal(desk, case, replace(VEXATIOUS, earlier_notice="007-26"), 0)
    close_without_notice(desk, case, AGREED)
    reopen(desk, case, Reopening(desk.today, "The regulator disagrees."))
    assert (case.stage, case.closed_on) == ("letter", None)
    assert case.due_on is not None


def test_what_was_answered_in_a_letter_is_not_closed_in_silence(
    desk: Desk, session: Session, rows: tuple[Case, list[Question]]
) -> None:
    case, questions = rows
    keep_whole_refusal(desk, case, replace(VEXATIOUS, earlier_notice="007-26"), 0)
    answer_question(desk, case, questions[0], AnswerGiven("disclosed", "40."), questions[0].version)
    letter = start_letter(desk, case, LetterPlan("response", [questions[0].id], part_of_several=True))
    letter.state, letter.dated = "issued", desk.today - timedelta(days=1)
    session.flush()
    with pytest.raises(NotAllowed, match="answers some of it"):
        close_without_notice(desk, case, AGREED)


def test_what_is_under_the_regulations_is_never_closed_in_silence(
    desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    """Reg 14: every refusal needs its notice; s.17(6) is the Act's alone."""
    case, (_, second) = rows
    keep_whole_refusal(desk, case, replace(VEXATIOUS, earlier_notice="009-26"), 0)
    second.regime = "EIR"
    with pytest.raises(NotAllowed, match="under the Environmental Information Regulations"):
        close_without_notice(desk, case, AGREED)
    assert case.closed_on is None
