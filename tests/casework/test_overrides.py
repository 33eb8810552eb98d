"""A `must` of the check may be let pass only with a reason, which stays on the record."""

from __future__ import annotations

import pytest

from foi_tracker.casework import letters as casework
from foi_tracker.casework.attachments import Upload, attach
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.letters import LetterPlan, NotReady
from foi_tracker.casework.overrides import key_of, let_pass, stop_again
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.models import Authority, Case, Letter
from foi_tracker.store import audit as audit_store
from foi_tracker.store import letters as letter_store
from tests.factories import files
from tests.factories.cases import confirmed_case

pytestmark = pytest.mark.usefixtures("quick")

WHY = "The requester asked for question 1 alone by telephone."


@pytest.fixture
def stopped(desk: Desk, authority: Authority) -> tuple[Case, Letter]:
    """A draft that the check stops: question 2 has no answer."""
    made, (first, _) = confirmed_case(desk, authority)
    answer_question(desk, made, first, AnswerGiven("disclosed", "12."), first.version)
    return made, casework.start_letter(desk, made, LetterPlan("response"))


def _key(desk: Desk, made: Case, letter: Letter, code: str = "question_unanswered") -> str:
    _, found = casework.check_letter(desk, made, letter)
    return key_of(next(finding for finding in found if finding.code == code))


def _let_pass(desk: Desk, made: Case, letter: Letter, reason: str = WHY) -> None:
    let_pass(desk, made, letter, _key(desk, made, letter), reason, letter.version)


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
        let_pass(desk, made, letter, "0" * 16, WHY, letter.version)
    _let_pass(desk, made, letter)
    with pytest.raises(NotAllowed, match="already"):
        _let_pass(desk, made, letter)
    with pytest.raises(ChangedMeanwhile):
        let_pass(desk, made, letter, _key(desk, made, letter), WHY, letter.version - 1)


def test_no_reason_stands_in_for_a_second_look_at_a_file(desk: Desk, stopped: tuple[Case, Letter]) -> None:
    made, letter = stopped
    _let_pass(desk, made, letter)
    attach(desk, made, Upload("noise.csv", files.CSV))
    key = _key(desk, made, letter, "attachment_missing")
    with pytest.raises(NotAllowed, match="second person"):
        let_pass(desk, made, letter, key, WHY, letter.version)
    with pytest.raises(NotReady) as found:
        casework.issue_letter(desk, made, letter, letter.version)
    assert [finding.code for finding in found.value.findings] == ["attachment_missing"]


def test_it_can_be_taken_back_while_the_letter_is_a_draft(desk: Desk, stopped: tuple[Case, Letter]) -> None:
    made, letter = stopped
    _let_pass(desk, made, letter)
    (passed,) = letter_store.overrides_of(desk.session, letter)
    stop_again(desk, made, letter, passed.id)
    assert letter_store.overrides_of(desk.session, letter) == []
    with pytest.raises(NotReady):
        casework.issue_letter(desk, made, letter, letter.version)
    with pytest.raises(NotAllowed, match="not let pass"):
        stop_again(desk, made, letter, passed.id)


def test_an_issued_letter_keeps_what_was_let_pass(desk: Desk, stopped: tuple[Case, Letter]) -> None:
    made, letter = stopped
    _let_pass(desk, made, letter)
    (passed,) = letter_store.overrides_of(desk.session, letter)
    casework.issue_letter(desk, made, letter, letter.version)
    for act in (
        lambda: stop_again(desk, made, letter, passed.id),
        lambda: let_pass(desk, made, letter, "0" * 16, WHY, letter.version),
    ):
        with pytest.raises(NotAllowed, match="issued"):
            act()


def test_a_draft_thrown_away_takes_it_along(desk: Desk, stopped: tuple[Case, Letter]) -> None:
    made, letter = stopped
    _let_pass(desk, made, letter)
    casework.throw_away(desk, made, letter)
    assert letter_store.letters_of(desk.session, made)[-1].kind == "acknowledgement"


def test_of_two_things_that_a_notice_does_not_say_each_needs_its_own_reason(
    desk: Desk, authority: Authority
) -> None:
    made, _ = confirmed_case(desk, authority)
    said = {"basis": "disbursements", "pays_for": "100 pages."}
    letter = casework.start_letter(desk, made, LetterPlan("fees_notice", said=said))
    let_pass(desk, made, letter, _key(desk, made, letter, "outcome_incomplete"), WHY, letter.version)
    with pytest.raises(NotReady) as found:
        casework.issue_letter(desk, made, letter, letter.version)
    assert ["how to pay" in finding.message for finding in found.value.findings] == [True]
