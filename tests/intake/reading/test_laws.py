"""Which law a letter was handled under decides what is asked of it; a passing mention of another does not."""

from __future__ import annotations

import pytest

from foi_tracker.intake.reading import CheckedLetter, check_letter

ACT = "under the Freedom of Information Act 2000"
SCOTTISH_ACT = "under the Freedom of Information (Scotland) Act 2002"
ELSEWHERE = f"You may also wish to ask Police Scotland for its own figures {SCOTTISH_ACT}."
REFUSAL = """Dear Ms Example

3 March 2026

Thank you for your request of 3 February 2026 {how}.

We are withholding the names that you asked for. {more}

Yours sincerely
"""
MISSED = {"ground_missing", "review_missing", "regulator_missing"}


def checked(how: str, more: str = "", regime: str = "") -> CheckedLetter:
    return check_letter(REFUSAL.format(how=how, more=more), regime=regime)


@pytest.mark.parametrize(
    ("how", "more"),
    [
        (ACT, ELSEWHERE),
        ("", ELSEWHERE),
        ("under the Freedom of Information Act", ELSEWHERE),
        ("about how Police Scotland answers requests under FOISA", ""),
        ("", "Scottish authorities publish theirs under FOISA."),
        ("", f"This request would be best sent to Police Scotland, which answers {SCOTTISH_ACT}."),
        ("", f"Any question about Scotland is for others {SCOTTISH_ACT}."),
        ("", f"We dealt with it {ACT}. FOISA requests go to Edinburgh: FOISA is the Act there."),
        (ACT, "We are not subject to the Freedom of Information (Scotland) Act 2002."),
        (ACT, "The Scottish Information Commissioner held so of FOISA, of FOISA and of FOISA."),
        ("", f"Your request was not handled {SCOTTISH_ACT} but {ACT}."),
        ("under the Environmental Information Regulations 2004", ELSEWHERE),
    ],
)
def test_a_passing_mention_of_scottish_law_changes_nothing(how: str, more: str):
    found = checked(how, more)
    assert found.regime in ("FOIA", "EIR")
    codes = {each.code for each in found.findings}
    assert "law_not_known" not in codes
    assert {"review_missing", "regulator_missing"} <= codes


def test_a_refusal_that_sends_the_reader_on_to_scotland_still_owes_all_of_its_own_law():
    assert {each.code for each in checked(ACT, ELSEWHERE).findings} >= MISSED


@pytest.mark.parametrize(
    ("how", "more"),
    [
        (SCOTTISH_ACT, ""),
        ("under the Freedom of Information Act", f"Your request was handled {SCOTTISH_ACT}."),
        ("", "We refuse in terms of section 38(1)(b) of FOISA."),
        ("", "Thank you for your FOI(S)A request."),
        ("", f"This is the answer to your request to Police Scotland {SCOTTISH_ACT}."),
        (
            "in line with the Environmental Information (Scotland) Regulations 2004 (the EIRs)",
            "The EIRs say so.",
        ),
        (
            "under the Freedom of Information Act",
            "We refuse by section 38(1)(b) of FOISA. You may then appeal to the Scottish Information "
            "Commissioner.",
        ),
        (SCOTTISH_ACT, "The Freedom of Information Act 2000 is another Act. The Act of 2000 is not ours."),
    ],
)
def test_a_letter_handled_under_scottish_law_says_so_and_is_not_called_in_order(how: str, more: str):
    found = checked(how, more)
    assert found.regime == "FOISA"
    assert [(each.level, each.code) for each in found.findings] == [("should", "law_not_known")]
    assert "Freedom of Information (Scotland) Act 2002" in found.findings[0].message


@pytest.mark.parametrize(("given", "law"), [("FOIA", "FOIA"), ("EIR", "EIR"), ("FOISA", "FOISA")])
def test_the_law_that_is_given_goes_before_all_that_the_letter_says(given: str, law: str):
    found = checked(SCOTTISH_ACT, regime=given)
    assert found.regime == law
    assert ("law_not_known" in {each.code for each in found.findings}) == (law == "FOISA")
