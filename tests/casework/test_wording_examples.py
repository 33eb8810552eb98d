"""The letters and answers that a standard paragraph is shown in, and no claim beyond those looked into."""

from __future__ import annotations

import pytest

from foi_tracker.casework import wording_examples
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.wording_examples import examples
from foi_tracker.casework.wording_places import where
from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.render import wordings_used
from foi_tracker.models import Authority, Ground, Question, QuestionGround
from tests.factories.cases import confirmed_case
from tests.factories.sent_letters import answer_all, issued
from tests.letters.rare import RARE
from tests.letters.texts import TEXTS


def _fits(key: str, facts: LetterFacts) -> bool:
    """Whether a letter of these facts is among those where the paragraph is looked for."""
    wanted = where(key)
    if wanted.kinds and facts.kind not in wanted.kinds:
        return False
    return wanted.any_answer or any(
        (not wanted.outcomes or answer.outcome in wanted.outcomes)
        and (not wanted.same_as or bool(answer.same_as))
        and (
            not (wanted.ground or wanted.purpose)
            or any(
                wanted.ground in ("", ground.code)
                and wanted.limb in ("", ground.limb)
                and wanted.purpose in ("", ground.purpose)
                for ground in answer.grounds
            )
        )
        for answer in facts.answers
    )


@pytest.mark.parametrize("name", sorted({*TEXTS, *RARE}))
def test_every_paragraph_is_looked_for_in_a_letter_that_prints_it(name: str) -> None:
    facts = TEXTS[name] if name in TEXTS else RARE[name]
    assert [key for key in wordings_used(facts) if not _fits(key, facts)] == []


def _answered(desk: Desk, authority: Authority, outcome: str, purpose: str = "") -> Question:
    """A question answered so in a case of its own, with a ground of this purpose where one is named."""
    made, questions = confirmed_case(desk, authority)
    questions[0].outcome = outcome
    if purpose:
        ground = Ground(case_id=made.id, code="s.31(1)(a)", purpose=purpose)
        desk.session.add(ground)
        desk.session.flush()
        desk.session.add(QuestionGround(question_id=questions[0].id, ground_id=ground.id))
    desk.session.flush()
    return questions[0]


@pytest.mark.parametrize(
    ("key", "outcome", "purpose"),
    [
        ("outcome.withheld.rest", "part_disclosed", "withhold"),
        ("outcome.cost_limit.confirm", "cost_limit_confirm", ""),
        ("outcome.cost_limit.limit", "cost_limit_confirm", ""),
        ("outcome.ncnd.rest", "disclosed", "ncnd"),
        ("result.ncnd.rest", "disclosed", "ncnd"),
        ("ground.s.31(1)(a)", "withheld", "withhold"),
        ("reason.weighing", "withheld", "withhold"),
    ],
)
def test_a_paragraph_is_found_in_the_answer_that_prints_it(
    key: str, outcome: str, purpose: str, desk: Desk, authority: Authority
) -> None:
    """However many others have been answered since."""
    wanted = _answered(desk, authority, outcome, purpose)
    for _ in range(2):
        _answered(desk, authority, "disclosed")
    found = examples(desk, authority, key)
    assert [each.name for each in found.examples] == [f"answer-{wanted.id}"]


def test_a_letter_is_found_whose_question_is_answered_otherwise_by_now(
    desk: Desk, authority: Authority
) -> None:
    made, questions = confirmed_case(desk, authority)
    answer_all(desk, made)
    letter = issued(desk, made)
    for question in questions:
        question.outcome = "not_held"
    desk.session.flush()
    assert [each.name for each in examples(desk, authority, "result.disclosed").examples] == [
        f"letter-{letter.id}"
    ]


def test_what_was_not_looked_into_is_not_said_to_be_without_it(
    desk: Desk, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        _answered(desk, authority, "disclosed")
    assert examples(desk, authority, "always.disclosure_log").looked_at_all
    monkeypatch.setattr(wording_examples, "LOOKED_IN", 1)
    assert not examples(desk, authority, "always.disclosure_log").looked_at_all
