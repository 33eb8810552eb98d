"""What is not recorded is not held, and under the Regulations that is a ground to be named: reg 12(4)(a)."""

from __future__ import annotations

import pytest

from foi_tracker.intake.reading import check_letter

TAIL = (
    "\n\nIf you are unhappy you may ask for an internal review, and then complain to the Information "
    "Commissioner.\n\nYours sincerely\n\nA Clerk"
)


def musts(words: str, regime: str) -> set[str]:
    return {each.code for each in check_letter(words + TAIL, regime=regime).findings if each.level == "must"}


@pytest.mark.parametrize(
    "words",
    [
        "1. 412 trees.\n2. We do not record this.",
        "We are unable to give the number of nests as we do not record this specific detail separately.",
        "The council does not monitor this.",
        "This information is not collected.",
        "3. The authority does not keep such records, so there is nothing to send.",
        "This is not recorded by the trust.",
    ],
)
def test_under_the_regulations_the_exception_for_it_is_named(words: str):
    assert musts(words, "EIR") == {"eir_exception_missing"}
    assert musts(words, "FOIA") == set()


@pytest.mark.parametrize(
    "words",
    [
        "We do not record this, and regulation 12(4)(a) of the EIR applies.",
        "We do not record this centrally; each depot has a diary of it.",
        "The data is not held in that format.",
        "We do not keep any more detailed map, but the one attached shows each tree.",
        "No floods were recorded in 2021.",
        "Air was not monitored before 2012; figures from then on are below.",
    ],
)
def test_what_may_yet_be_held_or_is_an_answer_is_not_said_to_lack_it(words: str):
    assert musts(words, "EIR") == set()
