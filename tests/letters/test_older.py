"""A letter issued before estimates stood at the case still shows what it said."""

from __future__ import annotations

from foi_tracker.law.notices.facts import AnswerFacts, CostFacts, CostRowFacts
from foi_tracker.letters.facts import from_json, to_json
from foi_tracker.letters.render import plain_text
from tests.factories import letters

OLD = letters.response(
    answers=(
        AnswerFacts(
            "1",
            "Every email?",
            "cost_limit",
            details={
                "hours": "61",
                "estimate": "3,660 emails at a minute each.",
                "within_limit": "One month.",
            },
        ),
        AnswerFacts("2", "The list again?", "repeated", details={"earlier_reference": "012-26"}),
    )
)


def test_the_estimate_the_advice_and_the_earlier_request_are_still_there():
    text = plain_text(from_json(to_json(OLD)))
    for words in (
        "It would take about 61 hours.",
        "3,660 emails at a minute each.",
        "Instead: One month.",
        "We answered your request 012-26",
    ):
        assert words in text


def test_a_letter_of_today_is_read_as_it_is():
    rows = (CostRowFacts("extract", "emails", 3660, 1.0),)
    today = letters.response(answers=OLD.answers[:1], cost=CostFacts(rows, "We timed 20.", "One month."))
    assert from_json(to_json(today)) == today
