"""What a second reading by the words finds in a letter that no rule knows, and where it says its doubt."""

from __future__ import annotations

import pytest

from foi_tracker.intake.learned import letters
from foi_tracker.intake.reading import check_letter
from foi_tracker.intake.reading.grounds import uses_in
from foi_tracker.intake.reading.remedies import remedies_in
from foi_tracker.intake.reading.reread import Reread
from foi_tracker.intake.reading.sentences import Sentence, plain, read

HEAD = "Dear Mr Penn\n\nThank you for your request.\n\n"
TAIL = (
    "\n\nIf you are unhappy you may ask for an internal review, and then complain to the Information "
    "Commissioner.\n\nYours sincerely\n\nA Clerk"
)


def findings(words: str, regime: str = "") -> set[tuple[str, str]]:
    checked = check_letter(HEAD + words + TAIL, regime=regime)
    return {(finding.level, finding.code) for finding in checked.findings}


def likely(words: str, **chances: float) -> Reread:
    """A letter of which the network says what is given here, of its first sentence, and else nothing."""
    sentences = read(plain(words))
    found = [[0.0] * (letters.NAMES_REGULATOR + 1) for _ in sentences]
    for name, chance in chances.items():
        found[0][getattr(letters, name)] = chance
    again = Reread(sentences)
    again.__dict__["_chances"] = found
    return again


@pytest.mark.parametrize(
    "words",
    [
        "What the headliner was paid is between us and the agent. Attendance was 9,412.",
        "Lift rescues: 141. The list of depots is for the crews' own use. Animal rescues: 62.",
        "We are not at liberty to tell the rates, as the framework has it. All eleven agencies were paid.",
    ],
)
def test_what_is_kept_back_in_plain_words_needs_a_ground(words: str):
    assert ("must", "ground_missing") in findings(words)
    assert ("must", "eir_exception_missing") in findings(words, "EIR")


@pytest.mark.parametrize(
    "words",
    [
        "Eleven agencies were used. We do not hold a list of their planners.",
        "The minutes are no longer confidential and they are attached in full.",
        "Twelve staff work in the secure unit. Its visitors promise to keep what they see to themselves.",
    ],
)
def test_nothing_is_kept_back_in_words_that_only_sound_like_it(words: str):
    assert not {code for _, code in findings(words) if code == "ground_missing"}


@pytest.mark.parametrize(("chance", "found"), [(0.95, (1, 0)), (0.7, (0, 1)), (0.3, (0, 0))])
def test_what_is_less_than_sure_is_asked_and_not_said(chance: float, found: tuple[int, int]):
    kept, maybe = likely("It stays in the drawer.", KEEPS_BACK=chance).kept_back(())
    assert (bool(kept), bool(maybe)) == found


@pytest.mark.parametrize("cause", ["COSTS_TOO_MUCH", "ELSEWHERE", "NOT_HELD", "NOT_RELIED_ON"])
def test_what_is_not_given_for_another_cause_is_not_kept_back(cause: str):
    assert likely("It is not here.", KEEPS_BACK=0.9, **{cause: 0.95}).kept_back(()) == ("", "")


def test_figures_left_out_because_they_may_be_wrong_are_withheld_as_the_act_covers_whatever_is_recorded():
    words = "A table is attached. Earlier years have been left out of it, as those figures are not reliable."
    assert ("must", "ground_missing") in findings(words)


def test_a_figure_that_cannot_be_told_for_certain_is_asked_for_and_no_breach():
    again = likely("We have not given the count, as we cannot tell it with any accuracy.", KEEPS_BACK=0.99)
    assert again.kept_back(())[0] == ""
    assert again.kept_back(())[1]


def test_a_sentence_that_names_a_ground_keeps_nothing_back_without_one():
    again = likely("Section 43(2) may come into it.", KEEPS_BACK=0.99)
    assert again.kept_back(uses_in(again._sentences)) == ("", "")


def test_a_harm_that_only_may_come_is_known_though_would_stands_near_it():
    words = (
        "We would like to explain. The prices are withheld under section 43(2), as the firm tenders again "
        "in June. Its rivals might undercut it. Residents can see the total, and a good price next time "
        "matters more to the public than this one."
    )
    assert ("must", "likelihood_missing") in findings(words)
    surely = words.replace("might undercut", "would be likely to undercut")
    assert ("must", "likelihood_missing") not in findings(surely)


def test_a_section_that_is_only_told_beside_the_one_that_is_used_needs_no_reason():
    words = (
        "The film is refused under section 14(1), as it would take six weeks to blur the faces in it. "
        "Section 40(2) of the Act requires personal data of others to be withheld where its release would "
        "be unfair."
    )
    assert ("must", "reason_missing") not in findings(words)


def test_a_letter_that_is_too_long_to_be_read_again_is_judged_by_the_rules():
    many = tuple(Sentence("We keep the rates to ourselves.", 1) for _ in range(letters.MOST_WORDS // 5))
    assert Reread(many).kept_back(()) == ("", "")
    assert Reread(many).weighed_at(many) == []


def test_an_answer_in_plain_prose_is_no_acknowledgement_though_it_is_polite_like_one():
    words = (
        "Thank you for your email, which reached us on 6 May and has been passed to our drainage team. "
        "The pumps at Low Ings were last serviced on 9 March at a cost of £4,120. The next service will be "
        "within twelve months. Four pumps stand there in all."
    )
    assert check_letter("Dear Mr Penn\n\n" + words + TAIL).kind == "response"


def test_a_letter_that_only_puts_the_answer_off_is_none():
    again = likely("You will hear from us by June.", PUTS_OFF=0.95)
    assert again.puts_off()
    assert not likely("You will hear from us by June.", PUTS_OFF=0.95, NOT_HELD=0.95).puts_off()


@pytest.mark.parametrize(
    "words",
    [
        "In November the rent was withheld under section 43(2). The lease is now signed, so here it is: "
        "£28,500.",
        "Where figures under five are asked for by street, we do commonly withhold them. These are for the "
        "whole county, so they are given as they are: 3, 2 and 4.",
    ],
)
def test_what_was_withheld_once_or_is_as_a_rule_is_not_withheld_here(words: str):
    assert ("must", "ground_missing") not in findings(words)


def test_a_redacted_copy_is_withheld_in_part_however_much_is_given():
    assert ("must", "ground_missing") in findings("A redacted copy of the plan is attached.")


QUESTIONS = (
    "1. How many bed spaces does the hall have?\n\n"
    "2. How many complaints of vermin were received in 2019?\n\n"
    "3. What is the dearest rent?"
)
EVADED = (
    "1. How many bed spaces does the hall have?\n\n3,188, all in single rooms.\n\n"
    "2. How many complaints of vermin were received in 2019?\n\n{answer}\n\n"
    "3. What is the dearest rent?\n\nThe dearest rent is £187.25 a week."
)


@pytest.mark.parametrize(
    ("answer", "level"),
    [
        (
            "We take the state of our halls most seriously, and students can tell the porter at any hour.",
            "must",
        ),
        ("Forty-one, most of them about mice in the older kitchens of the north wing.", ""),
        ("No count is kept of these, as the porters deal with them as they come.", ""),
        ("N/A", ""),
    ],
)
def test_general_words_under_a_question_do_not_answer_it(answer: str, level: str):
    checked = check_letter(HEAD + EVADED.format(answer=answer) + TAIL, request=QUESTIONS)
    found = [each.level for each in checked.findings if each.code == "question_unanswered"]
    assert found == ([level] if level else [])


def test_an_answer_to_the_next_question_is_none_to_the_one_before_it():
    asked = "1. How often did they meet?\n\n2. How many complaints were received of it?\n\n3. Who attended?"
    said = (
        "1. How often did they meet?\n\nTwice, on 14 September and on 19 October.\n\n"
        "2. How many complaints were received of it?\n\nWe take the views of patients very seriously.\n\n"
        "3. Who attended?\n\nThe Chair, two doctors and the surveyor."
    )
    found = check_letter(HEAD + said + TAIL, request=asked).findings
    assert [each.where for each in found if each.code == "question_unanswered"] == ["2"]


COST = (
    "Each of the 9,400 files would have to be read, at four minutes each: 626 hours. "
    "We refuse the request under section 12(1), as this exceeds the limit of 18 hours. "
)


@pytest.mark.parametrize(
    ("more", "level"),
    [
        ("The counts by ward since 2021 are another matter: those could be run off in an hour.", ""),
        ("One ward's files for a single month would take a morning.", ""),
        ("We publish much on many subjects in our publication scheme.", "must"),
        ("Part of a request that costs too much need not be answered, by the Act.", "must"),
        ("You may wish to refine your request.", "should"),
    ],
)
def test_help_with_a_smaller_request_is_known_by_what_it_says(more: str, level: str):
    found = {each for each in findings(COST + more) if each[1] == "advice_missing"}
    assert found == ({(level, "advice_missing")} if level else set())


@pytest.mark.parametrize(
    ("more", "level"),
    [("", "must"), ("Name a site and one year, and we can read those logs.", "")],
)
def test_the_regulations_ask_for_help_too_where_a_request_is_too_much_work(more: str, level: str):
    words = (
        "The request is manifestly unreasonable, regulation 12(4)(b), as 6,212 folders at 20 minutes each "
        "would take 2,070 hours. The public interest in seeing how trees are cared for is outweighed by that "
        "in the team's other work. "
    )
    found = {each for each in findings(words + more, "EIR") if each[1] == "advice_missing"}
    assert found == ({(level, "advice_missing")} if level else set())


def test_remedies_in_words_of_their_own_are_known():
    words = (
        "Dear Mr Penn\n\nThe rates are withheld under section 43(2), as rivals would be likely to undercut "
        "the supplier at the re-let in March; the public interest in the sum is met by the total.\n\n"
        "If you think we've got this wrong please tell the Chief Engineer, who will think it over afresh. "
        "Should that not help, 0303 123 1113 is the number of the Information Commissioner, who can rule "
        "on it.\n\nA Clerk"
    )
    codes = {each.code for each in check_letter(words).findings}
    assert not codes & {"review_missing", "regulator_missing"}


@pytest.mark.parametrize(
    "words",
    [
        "RECONSIDERATION UNDER REGULATION 11\n\nYour representations are upheld and the report is enclosed.",
        "You were not content with our reply of 24 April. I took no part in it, and have looked again at the "
        "request as you asked. I agree with what was decided: the minutes stay exempt under section 36(2)(b),"
        " as the panel would be likely to argue less freely.",
    ],
)
def test_what_came_of_a_review_is_known_in_other_words(words: str):
    assert check_letter("Dear Mr Penn\n\n" + words + TAIL).kind == "review"


def test_an_offer_of_a_review_is_no_review():
    assert check_letter(HEAD + "There were 41 complaints." + TAIL).kind == "response"


def test_a_ground_that_was_only_thought_of_is_not_used_though_it_is_the_only_one():
    words = (
        "By faculty: Arts 33, Law 9, Medicine 5. We did consider whether section 40(2) should be applied to "
        "the smallest of these. We decided against it: nobody can be known from them."
    )
    checked = check_letter("Dear Mr Penn\n\n" + words + "\n\nYours sincerely\n\nA Clerk")
    assert checked.kind == "response"
    assert [ground.relied_on for ground in checked.grounds] == [False]
    assert not [each for each in checked.findings if each.level == "must"]


@pytest.mark.parametrize(
    "words",
    [
        "Sickness days: 1,204. We thought about whether numbers this small could lead to someone being "
        "identified. Nothing has been held back.",
        "The table is attached. Two owners asked us to withhold their grades as commercially sensitive and "
        "said section 43 applied. We do not agree, and no exemption is engaged.",
    ],
)
def test_a_letter_that_says_that_nothing_is_withheld_withholds_nothing(words: str):
    checked = check_letter("Dear Mr Penn\n\n" + words + "\n\nYours sincerely\n\nA Clerk")
    assert not [each for each in checked.findings if each.level == "must"]


def test_a_letter_that_says_so_of_one_thing_and_withholds_another_needs_its_ground():
    words = "Nothing has been taken out of the policy. The names in the minutes are withheld."
    assert ("must", "ground_missing") in findings(words)


FALLS = (
    "The hire terms are exempt under section 43(2). The promoter is bargaining with four other cities, and "
    "they would be likely to insist on the same. {weighed}"
)


@pytest.mark.parametrize(
    ("weighed", "level"),
    [
        (
            "We have done the test and find that the public interest lies in maintaining the exemption.",
            "must",
        ),
        (
            "Residents should see what the park earns, and the total given shows it. The harm to later "
            "lettings weighs more, so the public interest lies in maintaining the exemption.",
            "",
        ),
    ],
)
def test_how_the_public_interest_falls_is_not_why(weighed: str, level: str):
    found = {each for each in findings(FALLS.format(weighed=weighed)) if each[1] == "public_interest_missing"}
    assert found == ({(level, "public_interest_missing")} if level else set())


def test_a_review_of_something_else_is_no_offer_to_review_this_answer():
    letter = (
        "Dear Mr Penn\n\nThe drivers' names are withheld under section 40(2). Following a review of how such "
        "requests are dealt with, we no longer give registration numbers.\n\n"
        "You may complain to the Information Commissioner.\n\nA Clerk"
    )
    assert ("must", "review_missing") in {(each.level, each.code) for each in check_letter(letter).findings}


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("You are welcome to review our responses yourself, should you wish.", False),
        ("Write to the clerk if you wish us to review our response.", True),
    ],
)
def test_to_read_what_was_answered_to_others_is_no_review(words: str, offered: bool):
    assert remedies_in(read(plain(words))).review is offered


def test_a_registration_number_is_personal_data_on_its_face():
    words = (
        "The list is attached. Vehicle registration numbers are personal data and are exempt under section "
        "40(2)."
    )
    assert "reason_missing" not in {code for _, code in findings(words)}


@pytest.mark.parametrize(
    "words",
    [
        "The counts are published at www.example.org/counts and are exempt under section 21. It should be "
        "noted that section 12(1) means public authorities are not obliged to comply if the limit of £600 "
        "would be exceeded. The limit will be exceeded if it would take more than 24 hours to find it.",
        "What we hold and can give you within the fees limit is below.\n\n£2.89m was invoiced in 2015.",
    ],
)
def test_the_cost_limit_that_is_only_told_of_refuses_nothing(words: str):
    assert "advice_missing" not in {code for _, code in findings(words)}


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (
            "If you are unhappy with our handling of it you may complain to the Information Commissioner.",
            False,
        ),
        ("Unhappy with our handling? Complain to us, and then to the Information Commissioner.", True),
        ("You can appeal to the Information Commissioner once our complaints procedure is exhausted.", True),
    ],
)
def test_a_complaint_to_the_regulator_is_no_review_by_the_authority(words: str, offered: bool):
    told = remedies_in(read(plain(words)))
    assert (told.review, told.regulator) == (offered, True)
