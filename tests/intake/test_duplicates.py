"""One thing asked twice in a request is pointed out; two things in like words are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.intake.duplicates import near_duplicates


def test_the_same_question_in_other_courtesies_is_pointed_out():
    assert near_duplicates(
        [
            "Please provide the number of ducks on the pond.",
            "Who feeds them?",
            "the number of ducks on the pond",
        ]
    ) == [(0, 2)]


def test_a_word_more_or_less_does_not_hide_it():
    one = "How many ducks were counted on the town pond in spring 2021 by the wardens?"
    other = "How many ducks were counted on the town pond in spring 2021 by the park wardens?"
    assert near_duplicates([one, other]) == [(0, 1)]


def test_another_year_or_figure_is_another_question():
    assert near_duplicates(["How many ducks were there in 2021?", "How many ducks were there in 2022?"]) == []
    assert near_duplicates(["Ducks seen in quarter 1 2021", "Ducks seen in quarter 2 2021"]) == []


def test_a_word_that_turns_the_question_round_is_another_question():
    one = "How many ducks on the town pond in spring were ringed by wardens?"
    other = "How many ducks on the town pond in spring were not ringed by wardens?"
    assert near_duplicates([one, other]) == []


def test_three_alike_are_three_pairs_in_order():
    assert near_duplicates(["How many swans?"] * 3) == [(0, 1), (0, 2), (1, 2)]


def test_questions_of_courtesies_alone_are_not_alike():
    assert near_duplicates(["Please tell me", "Could you provide this?", ""]) == []


def test_five_thousand_questions_in_like_words_are_compared_with_few_others():
    texts = [f"How many cats were seen in street {number} of the town?" for number in range(5000)]
    assert near_duplicates(texts) == []


@given(st.lists(st.lists(st.sampled_from(["duck", "swan", "pond", "2021", "not"]), max_size=6), max_size=12))
def test_every_pair_is_found_that_a_look_at_all_pairs_finds(questions: list[list[str]]):
    texts = [" ".join(each) for each in questions]
    pairs = [(a, b) for b in range(len(texts)) for a in range(b)]
    by_all = sorted(pair for pair in pairs if near_duplicates([texts[place] for place in pair]))
    assert near_duplicates(texts) == by_all
