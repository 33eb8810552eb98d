"""Letters set out under headings: the public interest weighed in parts, a fee asked, a request closed."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.intake.reading import check_letter
from foi_tracker.intake.reading.sentences import plain, read
from foi_tracker.intake.reading.weighing import weighed_at

ABOUT = "This exemption is subject to the public interest test.\n\n"
RUN_IN = (
    "For release: People want to know.\n\nAgainst: Thieves would too.\n\nConclusion: The second is stronger."
)
ALONE = "Factors for\n\n- openness\n\nFactors against\n\n- theft\n\nConclusion\n\nThe second is stronger."
COLUMN = "For release\tPeople want to know.\n\nAgainst\tThieves would too.\n\nConclusion\tThe second."


@pytest.mark.parametrize("parts", [RUN_IN, ALONE, COLUMN])
def test_what_speaks_for_and_against_under_headings_with_a_conclusion_is_weighed(parts: str):
    assert weighed_at(read(plain(ABOUT + parts)))


@pytest.mark.parametrize(
    "parts",
    [
        RUN_IN.partition("Conclusion")[0],
        RUN_IN.partition("Against")[0] + "Conclusion: We withhold it.",
        "Against: Thieves would too.\n\nConclusion: We withhold it.",
        "Conclusion: We withhold it.\n\nFor release: Openness.\n\nAgainst: Thieves.",
    ],
)
def test_a_side_without_the_other_or_without_a_conclusion_is_not(parts: str):
    assert not weighed_at(read(plain(ABOUT + parts)))


def test_headings_about_anything_else_are_not_the_public_interest():
    vote = RUN_IN.replace("For release", "For the bypass").replace("The second is stronger", "Carried")
    assert not weighed_at(read(plain("We voted on it.\n\n" + vote)))
    apart = "The desk is open on weekdays.\n\n" * 30
    assert not weighed_at(read(plain(ABOUT + apart + vote)))


LATER = "We must extend the time to weigh the public interest under section 10(3), by 3 March 2026.\n\n"


@pytest.mark.parametrize("named", [True, False])
def test_a_notice_that_more_time_is_needed_may_name_what_may_apply(named: bool):
    which = "Section 43(2) of the Act may apply to it.\n\n" if named else "An exemption may apply to it.\n\n"
    checked = check_letter("Date: 2 February 2026\n\n" + which + LATER)
    assert checked.kind == "extension"
    assert ("ground_missing" in {each.code for each in checked.findings}) is not named


PUT_OFF = "Answer {}: Section 43(2) of the Act may apply to it.\n\n"


def test_a_letter_that_answers_several_questions_and_puts_one_off_is_an_answer():
    answered = "Answer 1: There were 12.\n\nAnswer 2: There were 14.\n\n"
    assert check_letter(answered + PUT_OFF.format(3) + LATER).kind == "response"
    assert check_letter(PUT_OFF.format(2) + PUT_OFF.format(3) + LATER).kind == "extension"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The fee is £18.50. Section 9 of the Act allows it. Please pay by 3 March 2026.", "fees_notice"),
        ("Section 12 applies, but section 13 allows a fee of £600. Please pay it first.", "fees_notice"),
        ("The licence is under section 9. A fee of £20 is charged for each. We attach the list.", "response"),
        ("We have not heard from you, so we have closed your request.", "closure"),
        ("We have closed the road. Please find attached the reports.", "response"),
        ("We need to ask you which papers you mean. If we have not heard from you by 3 March 2026, "
         "we will close your request.", "clarification"),
        ("Section 8 of the Act asks for your real name.", "invalid"),
        ("There is a policy in section 8 of our handbook. It asks for two forms.", "response"),
        ("Our answer is taking longer. I am sorry. You will have it by 3 March 2026.", "holding"),
        ("The exemption under consideration is section 36(2)(c). We are entitled to an additional 20 working "
         "days to weigh the public interest and will answer as soon as we are able.", "extension"),
        ("My email was not a refusal notice. Section 30 may apply. We will write to you again by the end of "
         "next week, either giving the full answer or with a refusal.", "holding"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_what_the_letter_asks_or_does(words: str, kind: str):
    assert check_letter(words).kind == kind


@pytest.mark.parametrize(
    "said", ["Your request of 3 January 2026", "Thank you for your request dated 3/1/2026."]
)
def test_the_requests_own_day_is_taken_where_no_day_of_receipt_is_told(said: str):
    checked = check_letter(f"Date: 20 January 2026\n\n{said}\n\nWe do not hold it.\n")
    assert checked.received is not None
    assert checked.received.isoformat() == "2026-01-03"


def test_a_letter_of_years_without_known_holidays_is_late_though_it_says_sorry():
    words = "I am sorry for the delay in answering. The request is vexatious under section 14(1) of the Act."
    late = check_letter(words, received=date(2013, 11, 4), issued=date(2013, 12, 23)).findings
    assert "late" in {each.code for each in late if each.level == "must"}
