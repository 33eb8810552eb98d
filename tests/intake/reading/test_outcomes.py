"""What becomes of a question, by the words of its answer. All answers are made up."""

from __future__ import annotations

import pytest

from foi_tracker.intake.reading import check_letter
from foi_tracker.intake.reading.outcomes import ABOVE, outcome_of, told
from foi_tracker.intake.reading.sentences import plain, read
from foi_tracker.law.outcomes import OUTCOMES

GIVEN = (
    "We can confirm that the Council holds this information. There were 212 notices in 2022/23.",
    "nil",
    "0",
    "37",
    "£1,204.50",
    "Yes",
    "No.",
    "Please see attached spreadsheet.",
    "Our supplier is Acme Example Ltd.",
    "Head of Estates",
    "2019: 14\n2020: 17\n2021: 9",
    "The answer to this question is zero.",
    "None. We have no record of any such complaint.",
    "There were four. We neither confirm nor deny that we hold any other information: section 23(5).",
)
NOT_HELD = (
    "No information held.",
    "Not held",
    "Not recorded",
    "Not held. Contact the Home Office.",
    "I can confirm that the Trust does not hold this information.",
    "Northshire Constabulary does not hold this information. You may wish to contact the Road Safety Office.",
    "The University does not record this information.",
    "You ask whether we hold minutes of the meeting. The Trust does not hold minutes of it: none were taken.",
    "Had we held this information it would have been exempt under section 40(2). We do not hold it.",
    "Regulation 12(4)(a) applies as the information was not held when your request came.",
)
WITHHELD = (
    "The names of the officers are withheld under section 40(2) of the Act as they are personal data.",
    "I can confirm that the Department holds this information. It is withheld in full under section 35.",
    "The reports are excepted under regulation 12(5)(e), as releasing them would adversely affect commerce.",
    "This information is exempt under section 31(1)(a), as it would be likely to help offenders.",
)
PART_DISCLOSED = (
    "The total value is £2.4 million. The price of each part is exempt from disclosure under section 43(2).",
    "A redacted copy of the report is attached. Names have been removed under section 40(2).",
    "Please see the attached spreadsheet. Figures below five have been suppressed under section 40(2).",
)
OTHERS = (
    ("part_held", "There were 14 in 2023. We do not hold figures from before 2020, which were destroyed."),
    ("part_held", "2019: 14\n2020: 17\n2021: not held"),
    ("not_applicable", "N/A"),
    ("not_applicable", "n/a - the Council has no such scheme."),
    ("not_applicable", "Not applicable - see answer to question 2."),
    (
        "accessible",
        "This information is exempt under section 21 as it is reasonably accessible at www.example.org.",
    ),
    ("future_publication", "The plan will be out in May 2025 and is therefore exempt under section 22."),
    ("cost_limit", "Please note that to read each case would exceed the appropriate limit (FOIA, s.12 (1))."),
    (
        "cost_limit",
        "The information is not held centrally. To open 4,100 files would exceed the limit of section 12.",
    ),
    (
        "cost_limit_confirm",
        "To find out whether we hold it would exceed the appropriate limit: section 12(2).",
    ),
    ("ncnd", "The force can neither confirm nor deny that it holds this, by virtue of section 31(3)."),
    ("vexatious", "The request is refused under section 14(1) because it is vexatious."),
    ("repeated", "Section 14(2) applies because this is a repeated request that we answered on 3 March."),
    ("own_data", "This asks about your own personal data, which is exempt under section 40(1)."),
    (
        "decision_pending",
        "It falls under section 36. We need further time for the public interest: section 10(3).",
    ),
    ("clarification", "Please clarify which year you mean. We cannot search until we hear from you."),
    ("outside_act", "This is not a request for recorded information under the Act: it asks for an opinion."),
    ("withdrawn", "You withdrew this question by email on 2 May."),
)
DOUBTFUL = (
    "This information is not held centrally.",
    "We do not hold the information in the format that you asked for.",
    "We hold no information other than the policy, a copy of which is attached.",
    "Education is a matter for the county council. Please contact them.",
    "Fewer than five",
    "<5",
    "Unknown",
    "This information can be found on our website at https://www.example.org/spend",
    "We are unable to answer this question.",
    "It is our policy not to comment on such matters.",
    "We do not believe that section 14(1) applies to your request. There were 3 complaints.",
    "Our decision not to rely on section 43 was taken in May. The contract sum is £80,000.",
    "The report is exempt under section 36(2)(c). The public interest favours disclosure. It is attached.",
    "If the information is not held, please let us know the reason. We have 3 vans.",
    "The Council no longer provides this service. It went to Northshire Leisure in 2018.",
    "There are no specific figures to respond to however, in 2021 we commissioned a review.",
    "This would require us to create new information, which the Act does not oblige us to do.",
    "We hold this information.",
    "Yes, we hold this information.",
    "Yes - but exempt under section 31.",
    "The last audit was in 2019 and a copy is exempt from disclosure.",
    "N/A for 2020. In 2021 there were 7.",
    "The Council holds some of the information. 14 complaints in 2022.",
    "No policy. However we follow national guidance.",
    "This information was provided to you in our response FOI 231.",
    "The information is withheld under section 43. However, I can tell you that the total was £2m.",
    "The Trust does not hold information about nationality but 14 are from overseas.",
    "In progress",
    "See below",
    "*",
    "",
)
ANSWERS = [
    *(("disclosed", words) for words in GIVEN),
    *(("not_held", words) for words in NOT_HELD),
    *(("withheld", words) for words in WITHHELD),
    *(("part_disclosed", words) for words in PART_DISCLOSED),
    *OTHERS,
    *(("", words) for words in DOUBTFUL),
]


@pytest.mark.parametrize(("outcome", "words"), ANSWERS, ids=lambda each: each[:50])
def test_an_answer_tells_its_outcome_or_is_left_in_doubt(outcome: str, words: str):
    assert outcome_of(words) == outcome
    assert outcome in {"", *OUTCOMES}


def test_every_outcome_can_be_told():
    assert {outcome for outcome, _ in ANSWERS} == {"", *OUTCOMES}


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("As above", ABOVE),
        ("As per the above.", ABOVE),
        ("Same as above.", ABOVE),
        ("See answer to question 9.", "9"),
        ("Please see response to Q1.", "1"),
        ("Please refer to our response to question 2a, above.", "2A"),
        ("Answered in question 5", "5"),
        ("As Q2", "2"),
        ("as above plus 14 in 2020", ""),
        ("Please see response to Q1 and Q2.", ""),
        ("See 3(a)", ""),
    ],
)
def test_an_answer_may_point_to_one_other(words: str, label: str):
    found = told(read(plain(words)))
    assert (found.same_as, found.outcome) == (label, "")


REQUEST = """
1. How many lollipop patrols does the county have?
2. How much did they cost in the year 2022 to 2023?
3. Which schools have asked for a patrol and not been given one?
"""
CLOSING = "If you are unhappy you may ask for an internal review."


def outcomes(text: str, request: str = REQUEST) -> dict[str, str]:
    return dict(check_letter(text, request=request).questions)


def test_answers_by_number_below_all_the_questions():
    assert outcomes(
        f"You asked:\n{REQUEST}\nOur response is as follows:\n\n1. Eighty-one.\n2. The Council does "
        f"not hold this information.\n3. As Q2.\n\n{CLOSING}",
        request="",
    ) == {"1": "disclosed", "2": "not_held", "3": "not_held"}


def test_each_question_said_back_above_its_answer():
    first, second, third = REQUEST.strip().splitlines()
    assert outcomes(
        f"{first}\n81\n\n{second}\nThe sum is exempt under section 43(2) of the Act.\n\n"
        f"{third}\nSee answer to question 1.\n\n{CLOSING}"
    ) == {"1": "disclosed", "2": "withheld", "3": "disclosed"}


def test_questions_in_bold_each_above_its_answer():
    assert outcomes(
        "We have considered your request.\n\n**How many lollipop patrols are there?**\n\nNot held\n\n"
        "**Who pays for them?**\n\nAs above\n\n**Where do they stand?**\n\n**Patrols by street, 2023**\n\n"
        "High Street 4\n\nYours sincerely\n\nA. Sample",
        request="",
    ) == {"1": "not_held", "2": "not_held", "3": "disclosed"}


def test_answers_that_carry_their_labels():
    assert outcomes(
        "Question 1: How many patrols?\n\nAnswer: 81\n\nQuestion 2: Why?\n\nAnswer: We do not hold this.",
        request="",
    ) == {"1": "disclosed", "2": "not_held"}


@pytest.mark.parametrize(
    ("block", "outcome"),
    [
        ("The Council does not hold the information you have requested.", "not_held"),
        ("Your request is refused under section 14(1) of the Act, as it is vexatious.", "vexatious"),
        (
            "To comply with your request would exceed the appropriate limit, so section 12(1) applies.",
            "cost_limit",
        ),
        ("The Council does not hold some of the information you have requested.", ""),
        ("The information you requested for question 3 is not held.", ""),
        (
            "The Council does not hold the information you requested on costs. A list is attached.",
            "",
        ),
        (
            "The list is on our website. To comply with your request would exceed the cost limit.",
            "",
        ),
        ("The names are withheld under section 40(2).", ""),
        ("There are 81 patrols, which cost £412,000.", ""),
    ],
)
def test_one_block_for_all_tells_only_what_is_said_of_all(block: str, outcome: str):
    letter = f"Thank you for your request.\n\n{block}\n\n{CLOSING}"
    assert outcomes(letter) == {"1": outcome, "2": outcome, "3": outcome}


def test_questions_that_share_one_answer_are_left_in_doubt():
    first, second, third = REQUEST.strip().splitlines()
    found = outcomes(f"{first}\n{second}\nThere are 81 and they cost £412,000.\n\n{third}\nNone.")
    assert found == {"1": "", "2": "", "3": "disclosed"}


@pytest.mark.parametrize(
    "kind", ["We are writing to acknowledge your request, and will reply by 4 June 2024."]
)
def test_a_letter_that_answers_nothing_tells_no_outcome(kind: str):
    assert set(outcomes(f"{kind}\n\nYou asked:\n{REQUEST}").values()) <= {""}
