"""What the answer form asks, against the law's own table."""

from __future__ import annotations

import pytest

from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.web.questions.answer_fields import ADDING, NEEDED, OPENS, boxes_of, in_page_order


def test_every_outcome_has_its_heading_and_every_field_its_words() -> None:
    assert OPENS.keys() == OUTCOMES.keys() | {"same_as"}
    assert {asks.name for outcome in OUTCOMES.values() for asks in outcome.fields} <= NEEDED.keys()


@pytest.mark.parametrize("code", OUTCOMES)
def test_an_outcome_opens_what_the_law_asks_in_the_laws_order(code: str) -> None:
    asked = [box.asks for box in in_page_order() if code in box.outcomes]
    assert asked[: len(OUTCOMES[code].fields)] == list(OUTCOMES[code].fields)
    assert len(asked) - len(OUTCOMES[code].fields) == (code in ADDING)


def test_words_to_be_given_out_do_not_slip_into_an_outcome_that_withholds() -> None:
    giving = {box.name for box in boxes_of("disclosed")}
    for code in ADDING:
        assert not giving & {box.name for box in boxes_of(code)}, code


def test_a_provision_is_said_in_words() -> None:
    assert boxes_of("withheld")[0].provision == "Section 17(1)(b)"
    assert boxes_of("cost_limit")[0].provision == "Section 12; SI 2004/3244 regulation 4(3)"
