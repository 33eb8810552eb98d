"""An email is read with the day it was sent, the letter it carries and the request that it quotes."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.intake.documents import read_document
from tests.factories import files
from tests.intake.documents import made

ANSWER = "\n\n".join(made.LETTER)
REQUEST = "Dear Council\n\nHow many ducks do you keep?\n\nA. Asker"
ASKER = "A. Asker <asker@example.com>"
MARKED = "\n> " + REQUEST.replace("\n", "\n> ")


def outlook(author: str, when: str, words: str = REQUEST, sent: str = "Sent") -> str:
    return f"From: {author}\n{sent}: {when}\nTo: FOI Team\nSubject: Ducks\n\n{words}"


QUOTES = {
    "Outlook": outlook(ASKER, "3 February 2026 10:31"),
    "an old Outlook": f"-----Original Message-----\n{outlook('A. Asker', '03/02/2026 10:31')}",
    "Outlook under a line": f"{'_' * 32}\n{outlook(ASKER, 'Tuesday, February 3, 2026 10:31 AM')}",
    "Gmail": f"On Tue, 3 Feb 2026 at 10:31, {ASKER} wrote:\n{MARKED}",
    "an American program": f"On Feb 3, 2026, at 10:31 AM, A. Asker\n<asker@example.com> wrote:{MARKED}",
    "bold headers": outlook(f"* {ASKER}", "* 2026-02-03 10:31").replace("From:", "*From:"),
}


def test_the_plain_words_are_the_letter_and_its_date_is_the_day_in_london() -> None:
    found = read_document(made.mail(ANSWER, Date="Tue, 30 Jun 2026 23:30:00 +0000"), "reply.eml")
    assert found.text == ANSWER + "\n"
    assert (found.kind, found.issued, found.title) == ("eml", date(2026, 7, 1), "Your request 001-26")
    assert (found.request, found.received) == ("", None)


@pytest.mark.parametrize("when", ["", "next week", "Tue, 99 Mar 2026 16:05:00 +0000"])
def test_a_date_that_is_none_is_left_open(when: str) -> None:
    assert read_document(made.mail(ANSWER, Date=when)).issued is None


@pytest.mark.parametrize("program", QUOTES)
def test_the_request_quoted_below_is_told_apart_with_its_day(program: str) -> None:
    found = read_document(made.mail(f"{ANSWER}\n\n{QUOTES[program]}\n"))
    assert found.text == ANSWER + "\n"
    assert found.request == REQUEST
    assert found.received == date(2026, 2, 3)


def test_of_a_longer_chain_the_oldest_message_is_the_request() -> None:
    ours = outlook("FOI Team <foi@council.example.org>", "4 February 2026 09:00", "We have it.")
    found = read_document(made.mail(f"{ANSWER}\n\n{ours}\n\n{QUOTES['Outlook']}"))
    assert (found.text, found.request, found.received) == (ANSWER + "\n", REQUEST, date(2026, 2, 3))


def test_a_reply_passed_on_without_a_word_has_its_own_day_and_sender() -> None:
    sent = outlook("FOI Team <foi@council.example.org>", "3 March 2026 16:05", ANSWER)
    passed_on = made.mail(f"{sent}\n\n{QUOTES['Outlook']}", Date="Mon, 01 Jun 2026 09:00:00 +0100")
    found = read_document(passed_on)
    assert (found.text, found.issued) == (ANSWER + "\n", date(2026, 3, 3))
    assert (found.request, found.received) == (REQUEST, date(2026, 2, 3))


def test_what_the_authority_itself_wrote_below_is_no_request() -> None:
    ours = QUOTES["Outlook"].replace("asker@example.com", "foi@council.example.org")
    found = read_document(made.mail(f"{ANSWER}\n\n{ours}"))
    assert (found.text, found.request, found.received) == (ANSWER + "\n", "", None)


def test_answers_written_between_the_lines_stay_with_them() -> None:
    between = f"On Tue, 3 Feb 2026 at 10:31, {ASKER} wrote:\n> How many ducks?\nTwelve.\n> And geese?\nNone."
    for above in ("Dear A. Asker\n\n", ""):
        assert "How many ducks?\nTwelve.\n> And geese?" in read_document(made.mail(above + between)).text
    below = f"Our answers are in red below.\n\n{QUOTES['Outlook']}"
    assert "How many ducks" in read_document(made.mail(below)).text


def test_a_page_of_html_is_read_as_a_person_sees_it() -> None:
    html = (
        "<html><head><style>p {color: red}</style></head><body><p>Dear <b>Ms </b>Example</p>"
        "<ol start='3'><li><p>Twelve&nbsp;ducks</p></li><li>No <i>geese</i></li></ol>"
        "<table><tr><td>Year</td><td>Total</td></tr><tr><td>2025</td><td>176</td></tr></table>"
        "<div>See <a href='https://example.org/data'>the data</a>.<br>Yours</div><script>x()</script></body>"
    )
    assert read_document(made.mail("", html=html)).text == (
        "Dear Ms Example\n\n3. Twelve\u00a0ducks\n\n4. No geese\n\nYear\tTotal\n2025\t176\n\n"
        "See the data (https://example.org/data).\nYours\n"
    )


def test_the_plain_words_go_before_the_html() -> None:
    assert read_document(made.mail("Plain words", html="<p>Others</p>")).text == "Plain words\n"


@pytest.mark.parametrize("name", ["response.docx", "response.odt"])
def test_a_cover_note_gives_way_to_the_letter_attached(name: str) -> None:
    letter = made.word() if name.endswith("docx") else made.opendocument()
    data = made.word(lambda document: document.add_paragraph("Figures and nothing else"))
    note = "Dear Ms Example\n\nPlease find attached our response to your request.\n\nYours sincerely"
    found = read_document(made.mail(note, attached={"annex.docx": data, name: letter}))
    assert found.text == ANSWER + "\n"
    assert (found.kind, found.issued) == ("eml", date(2026, 3, 3))


def test_an_email_that_says_part_of_it_is_read_with_its_attachment() -> None:
    note = "Please see our response. You can ask for an internal review at review@council.example.org."
    found = read_document(made.mail(note, attached={"response.docx": made.word()}))
    assert found.text.startswith(note)
    assert "section 31(1)(a)" in found.text


def test_attached_figures_do_not_take_the_place_of_the_letter() -> None:
    data = made.word(lambda document: document.add_paragraph("Figures and nothing else"))
    assert read_document(made.mail(ANSWER, attached={"annex.docx": data})).text == ANSWER + "\n"


def test_figures_in_a_spreadsheet_do_not_make_their_letter_a_cover_note() -> None:
    note = "Dear Ms Example\n\nWe attach the figures."
    assert read_document(made.mail(note, attached={"figures.xlsx": files.workbook()})).text == note + "\n"


def test_words_in_an_unknown_encoding_are_read_as_they_look() -> None:
    strange = made.mail("Café").replace(b'charset="utf-8"', b'charset="no-such"')
    assert "Caf" in read_document(strange).text


def test_its_name_does_not_make_text_an_email() -> None:
    assert read_document(b"Dear Ms Example\n\nNo.", "letter.eml").kind == "txt"
