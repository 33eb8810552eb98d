"""Letters in layouts that copying, forms and haste make: each is split in the places of the tidy one."""

from __future__ import annotations

import pytest

from foi_tracker.intake.questions import split

THINGS = (
    "the number of mooring licences issued in 2022",
    "copies of all letters between the ferry office and the mill",
    "logs of each time the lock was opened at night",
)
LEAD = "I ask for information about the river under the Act. Specifically: "
CLOSING = " I look forward to your reply."
MARKS = {
    "figures": ("1. ", "2. ", "3. "),
    "brackets": ("(1) ", "(2) ", "(3) "),
    "letters": ("a) ", "b) ", "c) "),
    "Roman": ("(i) ", "(ii) ", "(iii) "),
    "asterisks": ("* ", "* ", "* "),
    "tight asterisks": ("*", "*", "*"),
    "dashes": ("- ", "- ", "- "),
    "bullets": ("• ", "• ", "• "),
    "tight bullets": ("•", "•", "•"),
}
ASKED = "Please send me a copy of the lease of the mill."
ALSO = (
    "Finally, re “cameras along the towpath” can you advise how many there are.",
    "Can you finally advise if these rules were reviewed.",
    "The letter was dated 3 May 2014 could you kindly provide a copy to me.",
    "Could a more detailed plan be made available under the Freedom of Information Act?",
    "Please inform me what the jetty cost.",
    "I make this request for the survey of the jetty.",
)
TOLD = (
    "I am also requesting that you send me the information in Excel.",
    "I would like all the recorded information on the jetty to be emailed to me in electronic form.",
    "The request refers to paper and email alike.",
)
FIELDS = ("Name and address of the landing", "Date of the inspection", "Outcome (e.g. closed or mended)")


def asked(text: str) -> list[str]:
    return [each.text.rstrip(".") for each in split(text).questions if not each.maybe]


@pytest.mark.parametrize("marks", MARKS)
def test_marks_within_a_line_after_a_colon_cut_it_though_the_items_begin_small(marks: str):
    line = " ".join(mark + words for mark, words in zip(MARKS[marks], THINGS, strict=True))
    assert asked(f"Dear Council,\n\n{LEAD}{line}.{CLOSING}") == list(THINGS)


@pytest.mark.parametrize("signs", ["a. b. c.", "i. ii. iii."])
def test_small_letters_with_a_stop_mark_items_within_a_line_after_a_colon(signs: str):
    line = " ".join(f"{sign} {words}" for sign, words in zip(signs.split(), THINGS, strict=True))
    assert asked(f"Please provide: {line}.{CLOSING}") == list(THINGS)


def test_figures_with_a_comma_mark_items_that_begin_small():
    lines = "\n".join(f"{at + 1}, {words}" for at, words in enumerate(THINGS))
    assert asked(f"Please provide:\n{lines}\n\nThanks") == list(THINGS)


def test_things_named_before_others_are_asked_are_no_story():
    items = ("All briefings prepared for the Master since 1 May.", "Job adverts for rangers.", "Who left?")
    lines = "\n".join(f"{at + 1}. {words}" for at, words in enumerate(items))
    assert len(asked(f"Please provide the following:\n\n{lines}")) == 3


def test_figures_by_some_division_belong_to_the_question_before():
    words = "What was spent on the jetty? Please give the data by month."
    assert asked(f"{words}\n\nYours faithfully") == [words.rstrip(".")]


@pytest.mark.parametrize("sign", ["-", "•", "*", "–", "o"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_bullet_torn_from_its_words_still_marks_them(sign: str, gap: str):
    torn = gap.join(f"{sign}\n{words.capitalize()}." for words in THINGS)
    found = asked(f"The mill is old.\nPlease send me:\n{torn}\n\nPlease send it in Excel.\n\nRegards")
    assert found == [words.capitalize() for words in THINGS]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_stars_tight_before_the_words_of_lines_are_bullets_and_a_footnote_is_none(gap: str):
    starred = gap.join(f"*{words}" for words in THINGS)
    assert asked(f"I would like to know:\n\n{starred}\n\nThanks") == list(THINGS)
    assert asked("1. What did it cost?*\n2. Who was paid?\n\n*excluding VAT") == [
        "What did it cost?*",
        "Who was paid?",
    ]


def test_letters_with_a_dash_are_parts_of_the_numbers_above_them():
    asked = (
        "1. Buses\na- How many buses do you own?\nb- How many of these are electric?\n"
        "2. Trams\na- How many trams do you own?\nb- What did the last one cost?"
    )
    assert [question.number for question in split(asked).questions] == ["1a", "1b", "2a", "2b"]


def test_a_dash_after_a_word_of_one_letter_marks_nothing():
    asked = "Buses\na - rare - thing here.\nHow many buses do you own?\nHow many of these are electric?"
    assert [question.number for question in split(asked).questions] == [None, None]


def test_a_lone_dash_that_parts_two_paragraphs_is_no_bullet():
    assert asked("How many ducks are there?\n-\nHow many geese are there?") == [
        "How many ducks are there?",
        "How many geese are there?",
    ]


@pytest.mark.parametrize("lead", ["I would also like:", "Please could you also provide:"])
@pytest.mark.parametrize("mark", ["• ", "1. "])
def test_what_is_asked_before_a_list_that_is_asked_for_as_well(lead: str, mark: str):
    text = f"Dear Council,\n\n{ASKED}\n\nI could not find it on your website.\n\n{lead}\n{mark}{THINGS[0]}\n"
    text += f"{mark.replace('1', '2')}{THINGS[2]}\n\nYours faithfully"
    assert asked(text) == [ASKED.rstrip("."), THINGS[0], THINGS[2]]


def test_paragraphs_after_bullets_that_begin_as_they_do_ask_as_they_do():
    bullets = "- Please tell me who mends the towpath\n- Please state what the jetty cost\n"
    more = "\nPlease confirm whether the bridge was surveyed\n\nPlease reply by email."
    assert len(asked(f"What is sought:\n\n{bullets}{more}")) == 3


@pytest.mark.parametrize("words", ALSO)
def test_a_courtesy_asks_wherever_in_its_sentence_it_stands(words: str):
    assert asked(f"Dear Council,\n\n{ASKED}\n\n{words}\n\nYours faithfully") == [
        ASKED.rstrip("."),
        words.rstrip("."),
    ]


@pytest.mark.parametrize("words", TOLD)
def test_how_the_answer_is_to_be_sent_is_never_a_question(words: str):
    numbered = "\n".join(f"{at + 1}. {each}" for at, each in enumerate(THINGS))
    assert asked(f"Dear Council,\n\n{ASKED}\n\n{words}\n\nYours") == [ASKED.rstrip(".")]
    assert asked(f"Please provide:\n\n{numbered}\n\n{words}\n\nYours") == list(THINGS)
    assert asked(f"Dear Council,\n\n{words}\n\nPlease provide:\n\n{numbered}") == list(THINGS)


@pytest.mark.parametrize("note", ["(the final one is dated May).", "(there were two, I think)."])
def test_a_sentence_in_brackets_about_something_else_is_left_out(note: str):
    more = "Also please include the comments of the Angling Club on the early drafts."
    assert asked(f"{ASKED} {note}\n{more}\n\nYours") == [ASKED.rstrip("."), more.rstrip(".")]


@pytest.mark.parametrize("options", ["(Yes/No)", "- Yes / No", "(Y/N)"])
@pytest.mark.parametrize("mark", ["a) {}\nb) {}", "• {}\n• {}"])
def test_names_to_be_ticked_belong_to_their_field(options: str, mark: str):
    ticked = mark.format(f"Night crossings {options}", f"Day crossings {options}")
    field = f"Scope of licence\n{ticked}"
    assert asked(f"Please provide:\n1. Start date\n2. {field}\n3. End date") == [
        "Start date",
        field,
        "End date",
    ]


@pytest.mark.parametrize("lead", ["For each inspection:", "For each of these, please state:"])
def test_bullets_that_name_what_is_told_of_each_thing_are_one_question(lead: str):
    item = lead + "".join(f"\n• {each}" for each in FIELDS)
    assert asked(f"I request:\n\n1. The number of inspections.\n2. {item}\n3. The number of floods.") == [
        "The number of inspections",
        item,
        "The number of floods",
    ]


def test_a_row_of_fields_below_what_is_asked_for_belongs_to_it():
    words = (
        "Details of floods with the following information for the last 5 years:\nDate, time, depth, outcome"
    )
    assert asked(f"{words}\n\nYours faithfully") == [words]


def test_an_item_under_which_the_letters_begin_with_b_is_the_a():
    text = "1) Number of boats moored\n\n1b) How many were punts?\n\n1c) How many were rafts?\n\n2) Rent paid"
    assert len(asked(text)) == 4


def test_a_blank_line_after_every_line_does_not_part_a_line_from_its_end():
    first = (
        "The number of first requests made to the harbour office for a place on the upper\n\nmooring in 2023"
    )
    last = "Finally, the number of these requests (those in the year 2023) where any\n\ndecision is awaited"
    assert asked(f"Please provide:\n\n1. {first}\n\n2. {last}") == [first, last]


@pytest.mark.parametrize(
    "note", ["Note: a crossing is one journey.", "*Note: these are as the Act has them."]
)
def test_a_note_below_an_item_is_no_part_of_it(note: str):
    assert asked(f"1. What did it cost?\n\n2. How many crossed?\n\n{note}\n\n3. Who was asked?") == [
        "What did it cost?",
        "How many crossed?",
        "Who was asked?",
    ]


def test_a_list_in_a_question_that_says_what_a_word_means_is_part_of_it():
    item = (
        "Any records of great floods. By 'great flood' I mean one with:\na) ten boats\nb) a call to a ranger"
    )
    assert asked(f"1. {item}\n2. Who keeps the records?") == [item, "Who keeps the records?"]


def test_bullets_after_the_years_of_the_last_item_that_say_how_to_answer_are_left_out():
    item = "The yearly spend on lanterns, for the following years:\n• 2021\n• 2022"
    told = "I would like you to provide the information in the following format:\n• Please use Excel."
    assert asked(f"I ask for:\n1. {item}\n2. {item}\n{told}\n• I attach a template. Please use it.") == [
        item,
        item,
    ]
