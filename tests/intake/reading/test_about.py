"""A text that is of no request is told to be none, and a terse answer stays an answer."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.intake.reading import check_letter

OF_NO_REQUEST = {
    "a shopping list": "Shopping\n\nMilk\n6 eggs\n2 loaves of bread\nCheese (cheddar)\n",
    "a recipe": "Victoria sponge\n\n200g butter\n4 eggs\n\nHeat the oven to 190C. Beat it in a bowl.",
    "a private letter": "Dear Mum,\n\nThe weather is lovely. We built a castle.\n\nLots of love\nSam",
    "news": "Storm closes schools\n\nThe council said that roads would be gritted. For more "
    "information visit the website.",
    "minutes": "Present: Cllr Smith, Cllr Jones\n\n1. The minutes of the last meeting were agreed.\n"
    "2. It was resolved to buy a new bench.",
}
TERSE = {
    "none held": "We hold none of this. Regards",
    "two words": "None held.",
    "an attachment": "Please see attached.",
    "one figure": "There were 14 dog bites in 2024.\n\nRegards\nSue",
    "numbers": "1. 12\n2. 45\n3. None\n",
    "no": "No.\nKind regards",
    "a greeting": "Dear Ms Example\n\nWe employed 45 wardens in 2024-25.\n\nYours sincerely\nJ Bloggs",
    "Welsh": "Annwyl Mr Jones\n\nDiolch am eich cais. Nid yw'r Cyngor yn cadw'r wybodaeth.\n\nYn gywir",
}
DAYS = {"received": date(2026, 1, 5), "issued": date(2026, 3, 30)}


@pytest.mark.parametrize("words", OF_NO_REQUEST.values(), ids=OF_NO_REQUEST)
def test_words_of_no_request_are_told_to_be_none_and_nothing_must_be_mended_in_them(words: str) -> None:
    checked = check_letter(words, issued=DAYS["issued"])
    assert checked.kind == "other"
    assert [(each.level, each.code) for each in checked.findings] == [("should", "letter_not_known")]
    assert "do not read as a letter about a request for information" in checked.findings[0].message


@pytest.mark.parametrize("words", TERSE.values(), ids=TERSE)
def test_a_terse_answer_is_an_answer_and_late_as_any(words: str) -> None:
    checked = check_letter(words, **DAYS)
    assert checked.kind == "response"
    assert ("must", "late") in {(each.level, each.code) for each in checked.findings}


def test_what_is_given_with_its_request_answers_it_however_little_it_says() -> None:
    asked = "Dear Council\n\nPlease tell me which toilets you will close.\n\nYours sincerely\nA Example"
    words = "Beehive Lane and Southfield Park toilets to be closed"
    assert check_letter(words).kind == "other"
    assert check_letter(words, request=asked).kind == "response"


def test_who_tells_when_the_request_came_has_its_letter_before_them() -> None:
    checked = check_letter(OF_NO_REQUEST["news"], **DAYS)
    assert checked.kind == "response"
    assert ("must", "late") in {(each.level, each.code) for each in checked.findings}
