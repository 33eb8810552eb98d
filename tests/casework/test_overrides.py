"""A `must` of the check may be let pass only with a reason, which stays on the record."""

from __future__ import annotations

import pytest

from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.letters import LetterPlan, NotReady
from foi_tracker.casework.overrides import let_pass, stop_again
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.models import Authority, Case, Letter
from foi_tracker.store import audit as audit_store
from foi_tracker.store import letters as letter_store
from tests.factories.cases import confirmed_case

WHY = "The requester asked for question 1 alone by telephone."


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casework, "make_pdf", lambda facts, **_: b"%PDF-1.7 " + facts.kind.encode())


@pytest.fixture
def stopped(desk: Desk, authority: Authority) -> tuple[Case, Letter]:
    """A draft that the check stops: question 2 has no answer."""
    made, (first, _) = confirmed_case(desk, authority)
    answer_question(desk, made, first, AnswerGiven("disclosed", "12."), first.version)
    return made, casework.start_letter(desk, made, LetterPlan("response"))


def _let_pass(desk: Desk, made: Case, letter: Letter, reason: str = WHY, where: str = "2") -> None:
    let_pass(desk, made, letter, "question_unanswered", where, reason, letter.version)


def test_with_a_reason_the_letter_may_go_and_the_audit_says_why(
    desk: Desk, stopped: tuple[Case, Letter]
) -> None:
    made, letter = stopped
    _let_pass(desk, made, letter)
    (entry, told), *_ = audit_store.history(desk.session, made)
    assert entry.action == "finding_let_pass"
    assert told is not None
    assert (told.payload["where"], told.payload["reason"]) == ("2", WHY)
    casework.issue_letter(desk, made, letter, letter.version)
    assert letter.state == "issued"
    (_, issued), *_ = audit_store.history(desk.session, made)
    assert issued is not None
    assert issued.payload["let_pass"] == [{"code": "question_unanswered", "where": "2", "why": WHY}]


def test_one_let_pass_lets_no_other_pass(desk: Desk, stopped: tuple[Case, Letter]) -> None:
    made, letter = stopped
    made.authority.footer = "[NAME]"
    _let_pass(desk, made, letter)
    with pytest.raises(NotReady) as found:
        casework.issue_letter(desk, made, letter, letter.version)
    assert [finding.code for finding in found.value.findings] == ["placeholder_left"]


@pytest.mark.parametrize("reason", ["", " ", "ok"])
def test_without_a_reason_nothing_passes(reason: str, desk: Desk, stopped: tuple[Case, Letter]) -> None:
    with pytest.raises(NotAllowed) as refused:
        _let_pass(desk, *stopped, reason=reason)
    assert refused.value.field == "reason"


def test_only_what_is_found_and_must_be_mended_can_be_let_pass(
    desk: Desk, stopped: tuple[Case, Letter]
) -> None:
    made, letter = stopped
    with pytest.raises(NotAllowed, match="no longer finds"):
        _let_pass(desk, made, letter, where="1")
    _let_pass(desk, made, letter)
    with pytest.raises(NotAllowed, match="already"):
        _let_pass(desk, made, letter)
    with pytest.raises(ChangedMeanwhile):
        let_pass(desk, made, letter, "question_unanswered", "2", WHY, letter.version - 1)


def test_it_can_be_taken_back_while_the_letter_is_a_draft(desk: Desk, stopped: tuple[Case, Letter]) -> None:
    made, letter = stopped
    _let_pass(desk, made, letter)
    stop_again(desk, made, letter, "question_unanswered", "2")
    assert letter_store.overrides_of(desk.session, letter) == []
    with pytest.raises(NotReady):
        casework.issue_letter(desk, made, letter, letter.version)
    with pytest.raises(NotAllowed, match="not let pass"):
        stop_again(desk, made, letter, "question_unanswered", "2")


def test_an_issued_letter_keeps_what_was_let_pass(desk: Desk, stopped: tuple[Case, Letter]) -> None:
    made, letter = stopped
    _let_pass(desk, made, letter)
    casework.issue_letter(desk, made, letter, letter.version)
    for act in (
        lambda: stop_again(desk, made, letter, "question_unanswered", "2"),
        lambda: _let_pass(desk, made, letter),
    ):
        with pytest.raises(NotAllowed, match="issued"):
            act()


def test_a_draft_thrown_away_takes_it_along(desk: Desk, stopped: tuple[Case, Letter]) -> None:
    made, letter = stopped
    _let_pass(desk, made, letter)
    casework.throw_away(desk, made, letter)
    assert letter_store.letters_of(desk.session, made)[-1].kind == "acknowledgement"
