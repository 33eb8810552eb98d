"""A reason says something of this case; the exemption's own words said again are none: s.17(1)(c)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from foi_tracker.intake.reading import check_letter

TAIL = (
    "\n\nIf you are unhappy you may ask for an internal review, and then complain to the Information "
    "Commissioner.\n\nYours sincerely\n\nInformation Governance Officer"
)


FRAMES = tomllib.loads(Path(__file__).with_name("reasons.toml").read_text("utf-8"))["frame"]
HEADS = (
    "",
    "Dear Ms Reed\n\nThank you for your request of 4 May about the matters below.\n\n",
    "The Council has considered your request under the Freedom of Information Act 2000.\n\n",
)


def level(words: str) -> str:
    """The level at which a reason is missing, or ""."""
    found = [each for each in check_letter(words + TAIL).findings if each.code == "reason_missing"]
    return found[0].level if found else ""


@pytest.mark.parametrize(
    "words",
    [
        "The rest has been withheld under section 40(2) (Personal Information).",
        "It is exempt under section 43(2) of the Act as it is commercially sensitive.",
        "The price is withheld under section 43(2) - commercially sensitive.",
        "Section 31(1)(a) applies, as disclosure would prejudice the prevention or detection of crime.",
        "The documents are exempt under section 41 as they were provided in confidence.",
        "The advice is exempt under section 42(1) - legal professional privilege.",
        "Section 38(1) applies, as disclosure would be likely to endanger the safety of any individual.",
        "It is exempt under section 24(1) as it is required for the purposes of national security.",
        "The paper is exempt under section 35(1)(a), as it relates to the formulation of government policy.",
        "Regulation 12(4)(e) of the EIR applies as the emails are internal communications.",
        "Regulation 12(5)(b) applies, as disclosure would adversely affect the course of justice.",
        "We have applied section 31(1)(a). This exempts information whose disclosure would prejudice the "
        "prevention or detection of crime.",
    ],
)
def test_an_exemptions_own_words_are_no_reason(words: str):
    assert level(words) == "must"


@pytest.mark.parametrize(
    "words",
    [
        "The names of the officers are withheld under section 40(2), as they would not expect to be named.",
        "Section 43(2) is engaged. If bidders knew the reserve price they would offer no more.",
        "Section 31(1)(a) applies to the patrol times. Poachers would know when the river is not watched.",
        "The documents are withheld under section 41(1). The bidder sent them to us marked in confidence.",
        "The advice is exempt under section 42(1). It is an email from our barrister about the claim.",
        "Section 38(1)(b) applies because activists have sent threats to staff at the laboratory.",
        "Section 24(1) is engaged as the list of sites would show a hostile state which lines to cut.",
        "The paper is withheld under section 35(1)(a). Ministers are still choosing between its options.",
        "Regulation 12(4)(d) of the EIR applies as the model is still run and changes weekly.",
        "Regulation 12(5)(g) of the EIR applies as collectors would find and rob the nests.",
    ],
)
def test_what_is_said_of_this_case_is_a_reason(words: str):
    assert level(words) == ""


def test_a_harm_in_the_laws_words_is_no_reason_whomever_it_would_come_to():
    words = "It is exempt under section 43(2), as release would prejudice the commercial interests of the {}."
    assert level(words.format("supplier")) == "must"
    assert level(words.format("authority")) == "must"
    told = " It is bidding for the ferry in June, and the others would know how low it can go."
    assert level(words.format("supplier") + told) == ""


def test_the_answer_to_the_next_question_is_no_reason():
    below = "\n\n4. In that time 176 requests were made which have not been approved."
    assert level("3. The rest is exempt under section 43(2)." + below) == "must"


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame["name"])
def test_a_reason_stands_by_the_ground_that_it_is_for(frame: dict[str, str], head: str):
    found = level(head + frame["text"])
    assert found in (("should", "") if frame["level"] == "-" else (frame["level"],))
