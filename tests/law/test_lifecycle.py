"""The stages of a case, and its one next step."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from foi_tracker.law.lifecycle import MAY_FOLLOW, OPEN, STAGE_LABELS, Progress, Stage, next_step, stage_of

STORY = [
    (Progress(), Stage.NEW, "confirm_questions"),
    (Progress(questions=3), Stage.NEW, "confirm_questions"),
    (Progress(questions=3, confirmed=True), Stage.ANSWERING, "answer"),
    (Progress(questions=3, answered=2, confirmed=True), Stage.ANSWERING, "answer"),
    (Progress(questions=3, answered=3, confirmed=True), Stage.LETTER, "issue_letter"),
    (Progress(questions=3, answered=3, confirmed=True, issued_unsent=True), Stage.ISSUED, "record_sent"),
    (Progress(questions=3, answered=3, sent=3, confirmed=True), Stage.CLOSED, ""),
]


@pytest.mark.parametrize(("progress", "stage", "step"), STORY)
def test_a_case_from_arrival_to_the_end(progress, stage, step):
    assert stage_of(progress) is stage
    assert next_step(progress).code == step


def test_each_stage_of_the_story_may_follow_the_one_before():
    stages = [stage for _, stage, _ in STORY]
    for one, after in pairwise(stages):
        assert one is after or after in MAY_FOLLOW[one]


def test_the_next_step_counts_the_answers():
    assert next_step(Progress(questions=9, answered=2, confirmed=True)).words == "Answer 3 of 9"


def test_a_request_that_waits_as_a_whole_waits_for_clarification():
    waiting = Progress(questions=2, waiting=2, confirmed=True)
    assert stage_of(waiting) is Stage.CLARIFYING
    assert next_step(waiting).code == "await_clarification"


def test_the_clear_part_of_a_request_is_still_to_be_answered():
    """s.1(3): only the unclear part waits."""
    assert stage_of(Progress(questions=3, answered=1, waiting=1, confirmed=True)) is Stage.ANSWERING
    assert stage_of(Progress(questions=3, answered=2, sent=2, waiting=1, confirmed=True)) is Stage.CLARIFYING


def test_a_part_that_was_sent_does_not_close_the_case():
    assert stage_of(Progress(questions=3, answered=2, sent=2, confirmed=True)) is Stage.ANSWERING
    assert stage_of(Progress(questions=3, answered=3, sent=2, confirmed=True)) is Stage.LETTER


def test_a_request_that_is_not_valid_is_closed_once_they_have_been_told():
    assert stage_of(Progress(valid=False)) is Stage.NOT_VALID
    assert stage_of(Progress(valid=False, issued_unsent=True)) is Stage.ISSUED
    assert stage_of(Progress(valid=False, not_valid_sent=True)) is Stage.CLOSED


def test_what_was_not_valid_begins_anew_once_it_is_whether_or_not_they_were_told():
    assert stage_of(Progress(valid=True, not_valid_sent=True)) is Stage.NEW
    assert Stage.NEW in MAY_FOLLOW[Stage.NOT_VALID] & MAY_FOLLOW[Stage.CLOSED]


def test_a_withdrawn_request_is_withdrawn_whatever_else():
    assert stage_of(Progress(questions=3, answered=3, confirmed=True, withdrawn=True)) is Stage.WITHDRAWN


def test_every_stage_has_words_and_something_that_may_follow():
    assert set(STAGE_LABELS) == set(MAY_FOLLOW) == set(Stage)
    assert {Stage.CLOSED, Stage.WITHDRAWN, Stage.NOT_VALID} == set(Stage) - OPEN


def test_a_letter_closes_what_waits_for_them_and_their_reply_opens_it() -> None:
    waiting = Progress(questions=2, answered=1, sent=1, waiting=1, confirmed=True, let_go=True)
    assert stage_of(waiting) is Stage.CLOSED
    assert stage_of(replace(waiting, let_go=False)) is Stage.CLARIFYING
    assert stage_of(replace(waiting, waiting=0)) is Stage.ANSWERING
