"""Words become the pieces that the network was taught with."""

from __future__ import annotations

from foi_tracker.intake.learned import wordpieces, words


def pieces(text: str) -> list[str]:
    names = {number: piece for piece, number in wordpieces.vocabulary().items()}
    return [names[number] for number in wordpieces.encode(text, words.cut(text))[0]]


def test_a_word_is_the_longest_pieces_the_vocabulary_has():
    assert pieces("How many potholes?") == ["[unused2]", "how", "many", "pot", "##holes", "?"]


def test_capitals_and_accents_do_not_make_another_word():
    assert pieces("CAFÉ") == pieces("cafe")


def test_lines_paragraphs_and_what_stands_in_are_pieces_of_their_own():
    assert pieces("a\nb\n\nc\n    d") == [
        "[unused2]", "a", "[unused1]", "b", "[unused2]", "c", "[unused1]", "[unused3]", "d",
    ]  # fmt: skip


def test_a_long_address_counts_for_no_more_than_eight_pieces():
    assert len(pieces("https://www.example.org/a/very/long/address/of/a/page")) == 9


def test_what_the_vocabulary_lacks_is_one_unknown_piece():
    assert pieces("\U0001f6a7") == ["[unused2]", "[UNK]"]
    assert pieces("x" * 101) == ["[unused2]", "[UNK]"]


def test_what_a_word_looks_like_is_told_apart():
    text = "The cost in GBP of 24 lights •"
    _, looks, begins = wordpieces.encode(text, words.cut(text))
    small, capital, capitals = wordpieces.SMALL, wordpieces.CAPITAL, wordpieces.CAPITALS
    digits, signs = wordpieces.DIGITS, wordpieces.SIGNS
    assert [looks[begin] for begin in begins] == [
        capital,
        small,
        small,
        capitals,
        small,
        digits,
        small,
        signs,
    ]
