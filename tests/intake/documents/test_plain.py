"""Plain text in the encodings that programs of an office write; a pasted email is told from its request."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.intake.documents import read_document

WORDS = "Dear Zoë\r\n\r\nIt cost £5 – “no more”.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_each_encoding_gives_the_same_words(encoding: str) -> None:
    found = read_document(WORDS.encode(encoding), "letter.txt")
    assert found.text.replace("\r\n", "\n") == WORDS.replace("\r\n", "\n")
    assert (found.kind, found.issued, found.received, found.request, found.title) == (
        "txt",
        None,
        None,
        "",
        "",
    )


def test_a_form_feed_between_pages_is_no_sign_of_something_else() -> None:
    assert read_document(b"Page one\x0cPage two").kind == "txt"


def test_a_pasted_reply_is_dated_and_told_from_the_request_below() -> None:
    pasted = (
        b"From: FOI Team <foi@council.example.org>\nSent: 3 March 2026 16:05\nTo: A. Asker\n\nTwelve.\n\n"
        b"From: A. Asker <asker@example.com>\nSent: 3 February 2026 10:31\nTo: FOI\nSubject: Ducks\n\n"
        b"How many ducks?\n"
    )
    found = read_document(pasted, "pasted.txt")
    assert (found.text, found.request) == ("Twelve.\n", "How many ducks?")
    assert (found.issued, found.received) == (date(2026, 3, 3), date(2026, 2, 3))


def test_a_line_under_a_heading_begins_no_quotation() -> None:
    words = "Our answer\n____________________________\n\nTwelve ducks.\n"
    assert read_document(words.encode()).text == words


def test_its_name_does_not_make_it_a_letter_of_another_kind() -> None:
    assert read_document(b"Dear Ms Example", "letter.pdf").kind == "txt"


def test_a_letter_saved_as_a_web_page_is_read_without_its_marks() -> None:
    found = read_document(b"<!DOCTYPE html><html><body><p>Dear Ms Example</p></body></html>", "letter.txt")
    assert (found.kind, found.text) == ("html", "Dear Ms Example\n")
