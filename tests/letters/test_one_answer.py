"""One answer as the letter prints it, with what is missing marked where it belongs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foi_tracker.law.notices.facts import AnswerFacts, LetterFacts
from foi_tracker.law.outcomes import OUTCOMES, missing
from foi_tracker.letters.one_answer import one_answer
from tests.factories.letters import response


def of(answer: AnswerFacts) -> LetterFacts:
    return replace(response(), answers=(answer,))


def test_the_words_are_the_letters_own() -> None:
    found = one_answer(of(AnswerFacts("3", "How many?", "disclosed", "About *12*.")), {})
    assert "<p>About <em>12</em>.</p>" in found.html
    assert found.lacks == ()


def test_a_gap_stands_in_its_sentence() -> None:
    found = one_answer(of(AnswerFacts("3", "When?", "decision_pending")), {"estimated_date": "the day"})
    gap = '<span class="app-gap">Still needed: the day</span>'
    assert f"with our decision by {gap}." in found.html
    assert found.lacks == ()


def test_what_is_never_printed_is_told_apart() -> None:
    found = one_answer(of(AnswerFacts("3", "How many?", "vexatious")), {"evidence": "the evidence"})
    assert found.lacks == ("the evidence",)
    assert "evidence" not in found.html


@pytest.mark.parametrize("code", OUTCOMES)
def test_every_outcome_can_be_shown_before_anything_is_written(code: str) -> None:
    gaps = {asks.name: asks.name for asks in missing(code, "", {})}
    found = one_answer(of(AnswerFacts("3", "How many?", code)), gaps)
    shown = found.html.count("Still needed: ") + len(found.lacks)
    assert shown == len(gaps)
    assert "\ue000" not in found.html


def test_typed_markup_stays_text_also_in_a_gaps_own_characters() -> None:
    found = one_answer(of(AnswerFacts("3", "How many?", "disclosed", "<script>\ue0007\ue001</script>")), {})
    assert "<script" not in found.html
    assert "\ue000" not in found.html
