"""What the answer form asks, against the law's own table."""

from __future__ import annotations

import pytest

from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.web.provision_words import in_words
from foi_tracker.web.questions.answer_fields import ADDING, NEEDED, OPENS, as_needed, boxes_of, in_page_order


def test_every_outcome_has_its_heading_and_every_field_its_words() -> None:
    assert OPENS.keys() == OUTCOMES.keys() | {"same_as"}
    asked = [asks for outcome in OUTCOMES.values() for asks in outcome.fields]
    assert NEEDED.keys() <= {asks.name for asks in asked}
    for asks in asked:
        assert as_needed(asks)[0].islower(), asks.name


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
    assert boxes_of("not_held")[0].provision == "Section 1(1)(a)"
    assert boxes_of("clarification")[0].provision == "Section 1(3); section 16"
    assert in_words("reg 12(5); ss.62 and 63; s.45 Code") == (
        "Regulation 12(5); sections 62 and 63; section 45 Code of Practice"
    )
