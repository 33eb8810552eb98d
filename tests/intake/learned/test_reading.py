"""The likeliest questions of a request, by its words alone and beside another reading."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.intake.learned import reading, words

LETTER = """Dear Anytown Council

I read of the works on Mill Lane with interest. Under the Freedom of Information Act please tell me:

1. How many potholes were mended in 2023?
2. What did mending them cost?

I would like the answers by e-mail.

Yours faithfully
A Person
"""


def found(text: str, other: tuple[tuple[int, int], ...] = (), weight: float = 0.0) -> list[str]:
    read = reading.read(text, other)
    assert read is not None
    return [text[start:end] for start, end in read.spans([(each, weight) for each in other], weight)]


def test_a_plain_letter_is_read_without_any_rule():
    assert found(LETTER) == ["How many potholes were mended in 2023?", "What did mending them cost?"]


def test_another_reading_is_kept_where_it_weighs_enough():
    start = LETTER.index("I read of")
    theirs = ((start, LETTER.index("interest.") + len("interest.")),)
    assert found(LETTER, theirs, weight=1000.0) == ["I read of the works on Mill Lane with interest."]
    assert found(LETTER, theirs, weight=0.0) == found(LETTER)


def test_a_request_of_more_than_three_pages_is_left_as_it_was_read():
    assert reading.read("word " * (reading.MOST_WORDS + 1)) is None
    assert reading.read("word " * reading.MOST_WORDS) is not None
    assert reading.read(" \n ") is None


@given(
    st.text(alphabet="aB1.?\n •(", max_size=60),
    st.lists(st.tuples(st.floats(-20, 0), st.floats(-20, 0), st.floats(-20, 0)), min_size=60, max_size=60),
)
def test_questions_come_in_order_apart_and_hold_whole_words(
    text: str, chances: list[tuple[float, float, float]]
):
    cut = tuple(words.cut(text))
    if not cut:
        return
    edges = tuple(words.edges(text, list(cut)))
    spans = reading.Reading(cut, edges, tuple(chances[: len(cut)])).spans()
    assert all(start < end for start, end in spans)
    assert all(one[1] <= below[0] for one, below in pairwise(spans))
    beginnings = {word.start for word, edge in zip(cut, edges, strict=True) if edge}
    assert {start for start, _ in spans} <= beginnings
    assert {end for _, end in spans} <= {word.end for word in cut}
