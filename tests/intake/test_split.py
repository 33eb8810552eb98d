"""A request's words become the questions its sender laid out, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.intake.questions import Split, split
from tests import shared_data
from tests.intake import layouts


def counted(found: Split) -> list[str]:
    """The questions that are counted, not only offered, white space made plain."""
    return [" ".join(each.text.split()) for each in found.questions if not each.maybe]


def assert_every_word_once(text: str, found: Split) -> None:
    """Every character that is not white space lies in exactly one part, and each span holds its words."""
    times = [0] * len(text)
    for question in found.questions:
        assert text[question.span[0] : question.span[1]] == question.text
    for start, end in [each.span for each in (*found.questions, *found.other)]:
        assert 0 <= start < end <= len(text)
        for place in range(start, end):
            times[place] += 1
    assert all(count == 1 or (count == 0 and text[place].isspace()) for place, count in enumerate(times))


# The ends vary first: a letter's words are the same with either, and are then read by the network once.
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("name", layouts.names())
def test_each_layout_gives_the_questions_its_sender_laid_out_whatever_ends_a_line(name: str, end: str):
    text, questions = layouts.letter(name)
    text = text.replace("\n", end)
    found = split(text)
    assert counted(found) == [" ".join(each.split()) for each in questions]
    assert_every_word_once(text, found)


_MARKS = [
    "1. ",
    "2) ",
    "(a) ",
    "b. ",
    "ii. ",
    "Q3: ",
    "- ",
    "• ",
    "1.1 ",
    "A: ",
    "> ",
    '"',
    "”",
    "?",
    "|",
    "e.g. ",
]
_WORDS = ["How many ducks? ", "2019", "Dear Sir", "Yours faithfully", "From: a\nTo: b\n", "and also ", "🦆"]
_LEADS = ["Please provide the following:", "Page 1 of 2", "On 2 May 2020 at 10:00, A wrote:", "Ducks"]
_GAPS = [
    "\t",
    "\r\n",
    "\n",
    "\n\n",
    " ",
    "\u202e",
    "\u200f",
    "\u200b",
    "\u2028",
    "\x0b",
    "\x1c",
    "\xa0",
    "\ufeff",
    "\x00",
]
_PIECES = st.sampled_from(_MARKS + _WORDS + _LEADS + _GAPS)


@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=40).map("".join)))
def test_no_text_loses_a_word_or_raises(text: str):
    found = split(text)
    assert_every_word_once(text, found)
    labels = [each.label for each in found.questions]
    assert len(set(labels)) == len(labels)
    assert all(0 <= each.sure <= 1 and each.why for each in found.questions)


_LINES = sorted({line for name in layouts.names() for line in layouts.letter(name)[0].splitlines()})


@given(st.lists(st.sampled_from(_LINES), max_size=30), st.sampled_from(["\n", "\r\n", "\n\n", " "]))
def test_the_lines_of_all_letters_in_any_order_lose_no_word(lines: list[str], end: str):
    text = end.join(lines)
    assert_every_word_once(text, split(text))


def test_the_splitting_of_a_letter_is_the_same_every_time():
    text, _ = layouts.letter("ai_written")
    assert split(text) == split(text)


def test_an_unmarked_line_that_names_a_fact_between_numbers_is_offered_and_not_counted():
    found = split(
        "Please tell me\n1. The number of ducks\n2. The number of geese\n"
        "Link to the latest census:\n3. Cost of feed"
    )
    assert [(each.label, each.maybe) for each in found.questions] == [
        ("1", False), ("2", False), ("2A", True), ("3", False),
    ]  # fmt: skip


def test_sub_items_carry_their_stem_and_the_senders_number():
    found = split("1. For each pool:\na) how deep is it?\nb) how warm is it?\n2. Who cleans them?")
    assert [(each.number, each.stem) for each in found.questions] == [
        ("1a", "For each pool:"), ("1b", "For each pool:"), ("2", ""),
    ]  # fmt: skip


def test_roman_numerals_below_letters_keep_the_whole_number():
    text, _ = layouts.letter("roman_in_letters_in_numbers")
    assert [each.number for each in split(text).questions] == ["1a.i", "1a.ii", "1a.iii", "1b", "2a", "2b"]


def test_a_series_that_restarts_takes_its_sections_letter():
    text, _ = layouts.letter("restart_under_headings")
    found = split(text)
    assert [each.label for each in found.questions] == ["A1", "A2", "A3", "B1", "B2", "C1", "C2"]
    assert [each.section for each in found.questions][2:4] == ["Libraries", "Museums"]


def test_a_number_used_twice_is_kept_and_told_apart():
    text, _ = layouts.letter("numbered_wrong")
    found = split(text)
    assert [each.number for each in found.questions] == ["1", "2", "2", "4"]
    assert [each.label for each in found.questions] == ["1", "2", "2A", "4"]


def test_what_is_no_question_is_named_for_what_it_is():
    text = "Dear Council\nPonds\n1. For each pond:\na) how deep is it?\nb) who owns it?\nYours faithfully"
    kinds = {text[slice(*each.span)]: each.kind for each in split(text).other}
    assert kinds == {
        "Dear Council": "preamble", "Ponds": "heading", "1.": "marker", "For each pond:": "stem",
        "a)": "marker", "b)": "marker", "Yours faithfully": "closing",
    }  # fmt: skip


def test_a_part_names_the_item_it_is_part_of():
    found = split("1. For each pool:\na) how deep is it?\nb) how warm is it?\n2. Who cleans them?")
    assert [each.parent for each in found.questions] == ["1", "1", ""]


def test_a_page_number_is_an_aside_and_in_a_question_only_where_its_sentence_goes_over_the_page():
    text = "1. How many ducks?\nPage 1 of 2\n2. How many geese are\n- 2 -\nkept on the pond?"
    found = split(text)
    assert [each.text for each in found.questions] == [
        "How many ducks?", "How many geese are\n- 2 -\nkept on the pond?",
    ]  # fmt: skip
    assert [text[slice(*each.span)] for each in found.other if each.kind == "aside"] == ["Page 1 of 2"]


def test_a_lead_in_between_numbers_is_the_stem_of_those_after_it():
    found = split(
        "1. Name of supplier\n2. Contract value\nIf it is done in house please state:\n3. Number of staff"
    )
    assert [each.stem for each in found.questions] == ["", "", "If it is done in house please state:"]


def test_a_list_that_asks_is_surer_than_numbers_that_begin_again_for_no_reason():
    sure = split("1. How many ducks?\n2. How many geese?").questions
    unsure = split(
        "1. How many ducks?\n2. How many hens?\n\nI wonder.\n\n1. How many geese?\n2. How many swans?"
    )
    assert all(each.sure >= 0.9 for each in sure)
    assert all(each.sure <= 0.7 and "begin again" in each.why for each in unsure.questions)


def test_words_that_ask_nothing_give_no_question():
    assert split("Dear Council\n\nThe weather has been fine.\n\nYours faithfully").questions == ()
    assert split("").questions == ()
    assert split(" \r\n\t").other == ()


def test_letters_within_a_numbered_sentence_stay_one_question():
    text = "1. Why is there a) no bench and b) no bin?\n2. Who decides?"
    assert counted(split(text)) == ["Why is there a) no bench and b) no bin?", "Who decides?"]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("seed", "first", "last", "labels", "offered"),
    [
        ("001_c6760282a84c5412", 4, 17, ["1", "2", "3", "4", "5", "6", "7"], []),
        ("002_48b807c0225bebba", 9, 23, ["1", "2", "3", "4", "5", "6", "7", "8", "8A", "9", "10"], ["8A"]),
        ("004_27f258596c947b63", 4, 16, ["1", "2", "3", "4", "5", "6", "7", "8", "8A", "9", "10"], ["8A"]),
    ],
)
def test_the_seed_requests_split_as_their_replays_say(
    seed: str, first: int, last: int, labels: list[str], offered: list[str]
):
    lines = shared_data.text(f"seeds/{seed}.txt").splitlines(keepends=True)
    asked = "".join(lines[first - 1 : last])
    found = split(asked)
    assert [each.label for each in found.questions] == labels
    assert [each.label for each in found.questions if each.maybe] == offered
    sent = split(asked.strip().replace("\n", "\r\n"))  # as a form sends it
    assert [each.text.split() for each in sent.questions] == [each.text.split() for each in found.questions]


@pytest.mark.shared
def test_a_question_of_two_lines_keeps_both():
    lines = shared_data.text("seeds/004_27f258596c947b63.txt").splitlines(keepends=True)
    ninth = next(each for each in split("".join(lines[3:16])).questions if each.label == "9")
    assert len(ninth.text.splitlines()) == 2


@pytest.mark.shared
def test_bold_lines_of_a_reply_taken_as_a_request_split_line_by_line():
    lines = shared_data.text("seeds/000_4ff9e1995082e109.txt").splitlines()
    asked = [lines[at - 1].strip("*") for at in (5, 7, 27, 31, 35, 39, 43, 47, 51, 67)]
    assert [each.text for each in split("\n".join(asked)).questions] == asked[1:]
    assert [each.label for each in split("\n\n".join(asked)).questions] == list("123456789")
