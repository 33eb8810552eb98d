"""What is not recorded is not held, and under the Regulations that is a ground to be named: reg 12(4)(a)."""

from __future__ import annotations

import pytest

from foi_tracker.intake.reading import check_letter
from foi_tracker.intake.reading.sentences import plain, read
from foi_tracker.intake.reading.statements import neither, set_apart

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


@pytest.mark.parametrize(
    "words",
    [
        "Please see the attached refusal notice for why we cannot answer.",
        "I must weigh the public interest. Please find this public interest test attached.",
        "Annex B of this letter sets out the factors that we considered.",
        "I have included an explanation of this decision in the annex to this letter.",
    ],
)
def test_reasons_may_stand_in_a_file_that_goes_with_the_letter(words: str):
    assert set_apart(read(plain(words)))


@pytest.mark.parametrize(
    "words",
    [
        "For these reasons the names in the attached plan are withheld.",
        "Annex B sets out the factors that we considered.\n\nAnnex B\n\nFor release: openness.",
        "The reasons are given below.",
    ],
)
def test_what_stands_in_the_letter_itself_is_not_apart(words: str):
    assert not set_apart(read(plain(words)))


@pytest.mark.parametrize(
    ("words", "refuses"),
    [
        ("We can neither confirm nor deny that we hold it.", True),
        ("This may include information where we can neither confirm nor deny that we hold it.", False),
    ],
)
def test_a_page_that_says_what_a_refusal_may_be_refuses_nothing_by_that(words: str, refuses: bool):
    assert bool(neither(read(plain(words)))) is refuses
