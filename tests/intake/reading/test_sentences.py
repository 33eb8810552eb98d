"""A letter's lines become its sentences, and the requester's own words are known."""

from __future__ import annotations

from foi_tracker.intake.reading.sentences import MOST, plain, read
from foi_tracker.intake.reading.theirs import marked

WRAPPED = """\
Thank you for your request, which we received on the second day of
May. The information is exempt under Section
40(2) of the Freedom of Information Act 2000.
Yours sincerely
"""


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in read(plain(text))]


def test_wrapped_lines_are_joined_and_short_ones_stand_alone():
    assert texts(WRAPPED) == [
        "Thank you for your request, which we received on the second day of May.",
        "The information is exempt under Section 40(2) of the Freedom of Information Act 2000.",
        "Yours sincerely",
    ]


def test_each_sentence_knows_its_line():
    assert [sentence.line for sentence in read(plain(WRAPPED))] == [1, 2, 4]


def test_a_word_that_a_scanner_broke_is_whole_again():
    assert texts("It is exempt from dis-\n\nclosure under Section\n\n43 of the Act.") == [
        "It is exempt from disclosure under Section 43 of the Act."
    ]


def test_quotation_marks_hyphens_and_link_numbers_are_made_plain():
    assert texts("The trust’s “page” – see\n[1]https://trust.example/a") == [
        'The trust\'s "page" - see https://trust.example/a'
    ]


def test_a_number_belongs_to_the_sentence_after_it():
    assert texts("2. How many were there?") == ["2. How many were there?"]


def test_of_a_very_long_letter_the_ends_are_read():
    read_of_it = texts("".join(f"Line {n}.\n\n" for n in range(MOST * 2)))
    assert len(read_of_it) == MOST
    assert (read_of_it[0], read_of_it[-1]) == ("Line 0.", f"Line {MOST * 2 - 1}.")


def theirs(text: str, request: str = "") -> list[str]:
    return [sentence.text for sentence in marked(read(plain(text)), request) if sentence.theirs]


def test_words_of_the_request_are_theirs_wherever_they_stand():
    asked = "Please tell me how many ducks live in the park."
    assert theirs(f"Dear Sir\n\n{asked}\n\nThere are nine ducks in that park.", asked) == [asked]


def test_without_the_request_what_stands_between_you_asked_and_our_response_is_theirs():
    assert theirs("You asked:\n\nHow many ducks are there?\n\nOur response:\n\nNine.") == [
        "How many ducks are there?"
    ]


def test_nothing_is_theirs_where_no_answer_is_announced():
    assert theirs("You asked:\n\nHow many ducks?\n\nNine.\n\nYou may ask for an internal review.") == []
