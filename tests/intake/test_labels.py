"""How a question is numbered in the letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.intake.labels import Numbered, assign


def labels(*numbers: str | None) -> list[str]:
    return assign([Numbered(number) for number in numbers])


def test_the_senders_numbers_are_kept():
    assert labels("1", "2", "4") == ["1", "2", "4"]
    assert labels("1.i", "2a", "3.1") == ["1.i", "2a", "3.1"]


def test_an_unnumbered_question_between_8_and_9_is_8A_and_the_next_8B():
    assert labels("8", None, None, "9") == ["8", "8A", "8B", "9"]


def test_those_before_the_first_number_are_lettered():
    assert labels(None, None, "1", None, "2") == ["A", "B", "1", "1A", "2"]


def test_where_the_senders_marks_are_letters_those_before_them_follow_nought():
    assert labels(None, "a", "b") == ["0A", "a", "b"]
    assert assign([Numbered(None), *(Numbered("1", section) for section in ("Vans", "Cars"))]) == [
        "A", "B1", "C1",
    ]  # fmt: skip


def test_wholly_unnumbered_questions_count_from_1():
    assert labels(None, None, None) == ["1", "2", "3"]


def test_an_invented_label_is_never_one_that_the_sender_used():
    assert labels("8", None, "8A") == ["8", "8B", "8A"]


def test_after_a_letter_the_invented_part_is_a_number():
    assert labels("1a", None, "1b") == ["1a", "1a2", "1b"]


def test_an_unmarked_part_of_a_numbered_item_takes_the_items_number():
    assert assign([Numbered("6"), Numbered(None, parent="7"), Numbered(None, parent="7"), Numbered("8")]) == [
        "6", "7A", "7B", "8",
    ]  # fmt: skip


def test_a_series_that_restarts_takes_its_sections_letter_throughout():
    found = assign([Numbered(number, section) for section in ("Vans", "Cars") for number in ("1", "2")])
    assert found == ["A1", "A2", "B1", "B2"]


def test_a_section_that_has_its_own_letter_keeps_it():
    sections = ("C: Vans", "D: Cars")
    assert assign([Numbered("1", section) for section in sections]) == ["C1", "D1"]


def test_a_series_that_restarts_without_a_heading_is_told_apart_too():
    assert labels("1", "2", "1", "2") == ["A1", "A2", "B1", "B2"]


def test_sections_without_a_restart_leave_the_numbers_alone():
    assert assign([Numbered("1", "Vans"), Numbered("2", "Cars")]) == ["1", "2"]


def test_a_number_used_twice_is_told_apart_the_second_time():
    assert labels("1", "2", "2", "3") == ["1", "2", "2A", "3"]
    assert labels("a", "b", "c", "c") == ["a", "b", "c", "c2"]


def test_many_unnumbered_questions_after_one_number_are_lettered_one_by_one():
    """Each letter is tried once: a long list takes no longer for its last than for its first."""
    tried = 0

    class Looked(str):
        def __hash__(self) -> int:
            nonlocal tried
            tried += 1
            return str.__hash__(self)

        def __add__(self, other: str) -> Looked:
            return Looked(str(self) + other)

        def __radd__(self, other: str) -> Looked:
            return Looked(other + str(self))

    labels = assign([Numbered(Looked("8")), *[Numbered(None)] * 500])
    assert labels[-1] == "8SF"
    assert len(set(labels)) == 501
    assert tried < 10 * 501


def test_no_questions_have_no_labels():
    assert assign([]) == []


@given(st.lists(st.builds(
    Numbered,
    st.one_of(st.none(), st.sampled_from(["1", "2", "3", "1a", "1b", "a", "b", "1A", "i", "1.1", "0A"])),
    st.sampled_from(["", "A: Vans", "Cars"]),
)))  # fmt: skip
def test_labels_are_unique_and_every_number_is_still_in_its_label(numbers: list[Numbered]):
    found = assign(numbers)
    assert len(set(found)) == len(found) == len(numbers)
    assert all(
        entry.number is None or entry.number in label for entry, label in zip(numbers, found, strict=True)
    )
