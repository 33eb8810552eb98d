"""A finding about a sentence of a letter names that sentence, so that an officer finds it there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from foi_tracker.intake.reading import LONGEST_WHERE, check_letter, to_json

GROUND = "We withhold the contract under section 43(2) of the Freedom of Information Act 2000."
HARM = "It would be likely to harm the council’s hand in the next tender, as rivals would see its prices."
INTEREST = (
    "The public interest in openness about spending is outweighed by that in fair prices for residents, "
    "since rivals would bid up to what we paid."
)
RIGHTS = "You can ask for an internal review. You can then complain to the Information Commissioner."
WRITTEN = date(2026, 3, 2)


def where(words: str, code: str, **known: Any) -> set[str]:
    found = to_json(check_letter(words, issued=WRITTEN, **known))["findings"]
    return {each["where"] for each in found if each["code"] == code}


SAID = {
    "a ground without a reason": ("reason_missing", GROUND, (RIGHTS,)),
    "a section without its limb": (
        "limb_missing", "We refuse it under section 31 of the Act.", (HARM, INTEREST, RIGHTS)
    ),
    "no public interest": ("public_interest_missing", GROUND, (HARM, RIGHTS)),
    "a bare public interest": (
        "public_interest_missing", "On balance the public interest favours withholding it.",
        (GROUND, HARM, RIGHTS),
    ),
    "a harm that only may come": (
        "likelihood_missing", "To give it might harm the council's hand in the next tender.",
        (GROUND, "The public interest in openness is outweighed by that in fair prices.", RIGHTS),
    ),
    "no harm": ("harm_missing", GROUND, (RIGHTS,)),
    "nowhere to have it": ("where_missing", "We refuse it under section 21 of the Act.", (RIGHTS,)),
    "a dead number of the regulator": (
        "regulator_out_of_date", "Telephone them on 01625 545 745.", ("We attach it.", RIGHTS)
    ),
    "a misprinted number of the regulator": (
        "regulator_out_of_date", "Telephone the Information Commissioner on 0303 123 111.",
        ("We attach it.", RIGHTS),
    ),
    "a slow review": (
        "review_too_slow", "We aim to complete an internal review within 60 working days.",
        ("We attach it.", RIGHTS),
    ),
    "a refusal for cost": (
        "advice_missing", "It would exceed the appropriate limit under section 12(1) of the Act.", (RIGHTS,)
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "sentence", "others"), SAID.values(), ids=SAID)
def test_it_names_the_sentence(code: str, sentence: str, others: tuple[str, ...]) -> None:
    words = "\n\n".join(["Dear Ms Example", *others[:-1], sentence, others[-1], "Yours sincerely"])
    assert where(words, code) == {sentence}


def test_what_only_sends_elsewhere_names_the_sentence_that_does() -> None:
    sends = "Please contact the district council about this."
    words = f"Dear Ms Example\n\n{sends}\n\nYours sincerely"
    asked = "How many ducks live in the park?"
    assert where(words, "question_unanswered", request=asked) == {sends}


def test_a_finding_about_the_letter_as_a_whole_names_none() -> None:
    words = f"Dear Ms Example\n\n{GROUND}\n\nYours sincerely"
    assert where(words, "review_missing") == where(words, "regulator_missing") == {""}
    assert where(words, "late", received=date(2026, 1, 5)) == {""}


def test_of_a_long_sentence_its_beginning_is_named() -> None:
    long = f"{GROUND[:-1]}, {'with the schedules, ' * 40}and the plans."
    (found,) = where(f"Dear Ms Example\n\n{long}\n\n{RIGHTS}", "reason_missing")
    assert len(found) <= LONGEST_WHERE + 2
    assert found.endswith(" …")
    assert long.startswith(found.removesuffix(" …"))
