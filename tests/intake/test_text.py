"""Pasted words are made plain; the same words are known again; a subject is proposed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.intake.text import SUBJECT_LENGTH, fingerprint, normalise, subject_from


def test_words_bullets_quotes_and_line_ends_become_plain():
    assert (
        normalise("\uf0b7\tducks\r\n\x93geese\x94\xa0\xa0swans\x0bhens\x85")
        == "•\tducks\n“geese”  swans\nhens\n"
    )


def test_characters_that_no_text_holds_are_dropped():
    assert normalise("du\u00adck\x00s\ud800") == "ducks"


def test_letters_and_their_accents_are_put_together():
    assert normalise("w\u0302") == "ŵ"


@given(st.text())
def test_plain_words_stay_as_they_are(text: str):
    assert normalise(normalise(text)) == normalise(text)


def test_the_same_words_are_known_whatever_their_case_spacing_and_punctuation():
    first = fingerprint("1. How many ducks?\r\n2. How many geese?")
    assert first == fingerprint("1) how  many DUCKS\n\n2) How many geese.")
    assert first != fingerprint("1. How many ducks?\n2. How many swans?")


def test_the_subject_is_what_the_sender_says_the_request_is_about():
    text = "Dear Sir\n\nI am writing to request information regarding the town clock. When was it made?"
    assert subject_from(text) == "The town clock"


def test_a_question_without_such_words_is_its_own_subject():
    assert subject_from("Hello\n1. How many ducks live on the pond?\nYours") == "Ducks live on the pond"
    assert subject_from("1. Can the lease be released?") == "Can the lease be released"


def test_one_question_of_several_does_not_name_them_all():
    text = "Please send me:\n1. The number of ducks\n2. Every email about the swans"
    assert subject_from(text) == "Ducks"


def test_what_senders_say_of_themselves_is_no_subject_where_they_then_ask():
    text = "Hello\n\nI live by the lock. Could you tell me how many of the lamps were out in May? Thanks"
    assert subject_from(text) == "Lamps were out in May"
    assert subject_from("I want the lease of the boathouse.") == "Lease of the boathouse"


def test_a_subject_ends_at_a_word_and_is_short():
    subject = subject_from("Dear Council\nPlease tell me about " + "the reinforcement of harbour walls " * 9)
    assert len(subject) <= SUBJECT_LENGTH + 1
    assert subject.endswith("…")


def test_no_words_have_no_subject():
    assert subject_from("") == ""


@given(st.text(max_size=400))
def test_any_words_give_one_line(text: str):
    assert "\n" not in subject_from(text)
