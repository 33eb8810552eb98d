"""The outcomes that whole letters tell: the shared examples, and our own read back from their plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from foi_tracker.intake.reading import check_letter
from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.render import plain_text
from tests import shared_data
from tests.intake.reading.test_seeds import seeds
from tests.letters.texts import TEXTS

SHARE = 0.85
"""Of the outcomes of the example letters: the rest are left in doubt."""
OURS = 0.95
ANSWERING = sorted(name for name in TEXTS if name.startswith("response"))


def compared(wanted: Mapping[str, str], text: str) -> Counter[str]:
    """How many of the outcomes a letter tells rightly, wrongly and not at all."""
    found = dict(check_letter(text).questions)
    return Counter(
        "none" if not found.get(label) else "right" if found[label] == outcome else f"wrong: {label}"
        for label, outcome in wanted.items()
    )


def of_seed(seed: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """The outcome of each question that the original answers; "" for one that it does not."""
    found: dict[str, str] = {}
    for question in seed["questions"]:
        same_as = question.get("same_as")
        found[question["label"]] = found[same_as] if same_as else question.get("outcome", "")
    return found


def of_facts(facts: LetterFacts) -> dict[str, str]:
    """The outcome of each answer of a letter of ours."""
    found: dict[str, str] = {}
    for answer in facts.answers:
        found[answer.label] = answer.outcome or found.get(answer.same_as, "")
    return found


@pytest.mark.shared
def test_the_example_letters_tell_most_outcomes_and_none_wrongly():
    total: Counter[str] = Counter()
    unanswered = 0
    for each in seeds():
        (seed,) = each.values
        wanted = of_seed(seed)
        unanswered += list(wanted.values()).count("")
        total += compared(wanted, shared_data.text(f"seeds/{seed['seed']}"))
    assert set(total) <= {"right", "none"}
    assert total["right"] >= SHARE * (total.total() - unanswered)


@pytest.mark.parametrize("name", ANSWERING)
def test_none_of_our_own_is_told_wrongly(name: str):
    assert set(compared(of_facts(TEXTS[name]), plain_text(TEXTS[name]))) <= {"right", "none"}


def test_nearly_all_of_our_own_are_told():
    total = sum(
        (compared(of_facts(TEXTS[name]), plain_text(TEXTS[name])) for name in ANSWERING), Counter[str]()
    )
    assert total["right"] >= OURS * total.total()


@pytest.mark.parametrize("name", sorted(set(TEXTS) - set(ANSWERING)))
def test_a_letter_of_ours_that_answers_nothing_tells_at_most_what_is_undecided(name: str):
    told = {outcome for _, outcome in check_letter(plain_text(TEXTS[name])).questions}
    assert told <= {"", "decision_pending"}
