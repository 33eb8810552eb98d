"""An email is judged by the letter it carries, however it carries it, and says what of it was not read."""

from __future__ import annotations

import base64
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from foi_tracker.intake.documents import Document, Unreadable, read_document
from tests.factories import files
from tests.intake.documents import made

ANSWER = "\n\n".join(made.LETTER)
REQUEST = "Dear Council\n\nUnder the Freedom of Information Act, how many ducks do you keep?\n\nA. Asker"
COVER = "Dear Ms Example\n\nPlease find attached our response to your request.\n\nYours sincerely"
LATER = "Mon, 01 Jun 2026 09:00:00 +0100"
TO_A_COLLEAGUE = {"From": "asker@example.com", "To": "friend@example.com", "Date": LATER}


def passing_on(note: str, *carried: bytes, **headers: str) -> bytes:
    """An email with whole messages attached, as "Forward as attachment" makes it."""
    outer = message_from_bytes(made.mail(note, **{**TO_A_COLLEAGUE, **headers}), policy=default)
    assert isinstance(outer, EmailMessage)
    for content in carried:
        outer.add_attachment(message_from_bytes(content, policy=default))
    return outer.as_bytes()


def with_text(note: str, words: str, subtype: str = "plain", name: str = "") -> bytes:
    message = message_from_bytes(made.mail(note), policy=default)
    assert isinstance(message, EmailMessage)
    message.add_attachment(words, subtype=subtype, filename=name or None)
    return message.as_bytes()


def read(content: bytes) -> Document:
    return read_document(content, "mail.eml")


@pytest.mark.parametrize("note", ["FYI", "", "Dear Friend\n\nTheir answer is attached.\n\nYours sincerely"])
def test_a_reply_passed_on_as_a_whole_is_the_letter_of_its_own_day(note: str) -> None:
    quoted = f"{ANSWER}\n\nFrom: A. Asker <asker@example.com>\nSent: 3 February 2026 10:31\n\n{REQUEST}"
    found = read(passing_on(note, made.mail(quoted)))
    assert (found.text, found.kind, found.issued) == (ANSWER + "\n", "eml", date(2026, 3, 3))
    assert (found.request, found.received) == (REQUEST, date(2026, 2, 3))


def test_a_reply_passed_on_without_a_date_does_not_take_the_day_it_was_passed_on() -> None:
    assert read(passing_on("FYI", made.mail(ANSWER, Date=""))).issued is None


def test_what_is_said_on_passing_it_on_is_no_part_of_the_letter() -> None:
    note = "They refuse it under section 31. I think it is not exempt."
    found = read(passing_on(note, made.mail(ANSWER)))
    assert (found.text, found.issued) == (ANSWER + "\n", date(2026, 3, 3))


def test_a_letter_attached_to_the_message_passed_on_is_read() -> None:
    inner = made.mail(COVER, attached={"response.docx": made.word()})
    found = read(passing_on("FYI", passing_on("FYI", inner)))
    assert (found.text, found.issued) == (ANSWER + "\n", date(2026, 3, 3))


def test_a_message_saved_and_attached_as_a_file_is_read_as_one() -> None:
    found = read(made.mail("FYI", attached={"reply.eml": made.mail(ANSWER)}, Date=LATER))
    assert (found.text, found.issued) == (ANSWER + "\n", date(2026, 3, 3))


def test_a_message_passed_on_in_base64_is_read_all_the_same() -> None:
    head = b"From: a@example.com\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    kind = b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
    content = head + kind + base64.encodebytes(made.mail(ANSWER)) + b"\n--b--\n"
    assert read(content).issued == date(2026, 3, 3)


def test_the_request_that_a_reply_carries_is_the_request_and_no_letter() -> None:
    request = made.mail(REQUEST, From="A. Asker <asker@example.com>", Date="Tue, 03 Feb 2026 10:31:00 +0000")
    council = {"From": "foi@council.example.org", "To": "asker@example.com"}
    thanks = "Dear A. Asker\n\nThank you for your request, which is attached."
    for words in (ANSWER, thanks):
        found = read(passing_on(words, request, **council))
        assert (found.text, found.issued) == (words + "\n", date(2026, 6, 1))
        assert (found.request, found.received) == (REQUEST, date(2026, 2, 3))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(with_text(COVER, ANSWER, name="response.txt"), id="text"),
        pytest.param(with_text(COVER, ANSWER), id="text without a name"),
        pytest.param(made.mail(COVER, attached={"response.txt": ANSWER.encode()}), id="text by its name"),
        pytest.param(
            with_text(COVER, "".join(f"<p>{each}</p>" for each in made.LETTER), "html", "response.html"),
            id="html",
        ),
    ],
)
def test_a_letter_attached_as_text_or_html_is_read(content: bytes) -> None:
    found = read(content)
    assert (found.text, found.issued) == (ANSWER + "\n", date(2026, 3, 3))


def test_a_footer_put_on_as_a_file_does_not_take_the_place_of_the_letter() -> None:
    thanks = "Dear A. Asker\n\nThank you for your request, which has come.\n\nYours sincerely"
    footer = "This may be disclosed under the Freedom of Information Act unless it is exempt."
    assert read(with_text(thanks, footer, name="ATT00001.txt")).text == f"{thanks}\n\n{footer}\n"


def test_an_email_of_no_words_is_its_attachment() -> None:
    assert read(made.mail(" ", attached={"note.docx": made.word()})).text == ANSWER + "\n"
    with pytest.raises(Unreadable, match=r"scan\.pdf, was not read"):
        read(made.mail(" ", attached={"scan.pdf": files.pdf()}))


def test_words_that_go_on_below_an_attachment_are_read() -> None:
    message = EmailMessage()
    message.set_content("Dear Ms Example")
    message.make_mixed()
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    below = EmailMessage()
    below.set_content("We do not hold it.")
    message.attach(below)
    message["From"] = "foi@council.example.org"
    assert read(message.as_bytes()).text == "Dear Ms Example\n\nWe do not hold it.\n"


@pytest.mark.parametrize("name", ["response.msg", "response.rtf", "response.doc", "response.docm"])
def test_a_cover_note_whose_letter_was_not_read_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(Unreadable, match=f"The letter attached to this email, {name}, was not read"):
        read(made.mail(COVER, attached={name: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)}))


@pytest.mark.parametrize("name", ["figures.xlsx", "all.zip", "page.tif", "data.mdb", "data.csv"])
def test_a_file_of_another_kind_that_a_note_points_to_is_told(name: str) -> None:
    content = {
        "figures.xlsx": files.workbook(),
        "all.zip": made.archive({"a.txt": "a"}),
        "page.tif": b"II*\0",
    }
    found = read(made.mail("We attach it.", attached={name: content.get(name, b"a,b\n1,2\n")}))
    assert found.text == "We attach it.\n"
    assert [each.partition(".")[0] for each in found.unread] == [name.partition(".")[0]]
    assert "was not read. " in found.unread[0]


def test_of_a_letter_that_was_read_only_other_letters_that_were_not_are_told() -> None:
    attached = {"a.docx": made.word(), "figures.xlsx": files.workbook(), "annex.pdf": files.pdf()}
    for words in (COVER, ANSWER):
        found = read(made.mail(words, attached=attached))
        assert "section 31(1)(a)" in found.text
        assert [each[:23] for each in found.unread] == ["annex.pdf was not read."]


def test_pictures_in_the_words_and_the_seal_of_a_mail_are_not_told() -> None:
    message = message_from_bytes(made.mail("We attach nothing."), policy=default)
    assert isinstance(message, EmailMessage)
    message.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", filename="a.png", disposition="inline"
    )
    message.add_attachment(b"0", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert read(message.as_bytes()).unread == ()


def test_tables_that_lay_out_a_page_give_their_words_once() -> None:
    html = "<p>We do not hold it.</p>"
    for _ in range(30):
        html = f"<table><tr><td>{html}</td></tr></table>"
    assert read(made.mail("", html=html)).text == "We do not hold it.\n"
