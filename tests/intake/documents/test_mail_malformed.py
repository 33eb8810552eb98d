"""However malformed its headers are, an email is read, or refused in plain words; it stops nothing."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.intake.checking import check_file
from foi_tracker.intake.documents import Unreadable, read_document

LETTER = b"Dear Ms Example\n\nWe do not hold the information that you asked for.\n"

SENDERS = [
    "FOI: Team; <foi@council.example.org>",
    "a@[",
    '"',
    "=?utf-8?q?=00?= <",
    "=?UTF-8?Q?a=0A?= ‹foi@council.example.org>",
    "=?punycode?q?a-b?=",
    "=?undefined?b?QQ==?=",
    "=?utf-8?b?Q?=",
]
DATES = ["31 Dec 9999 23:59:59 -1200", f"3 Mar 2026 16:05:00 +{'9' * 30}", "3 Mar 2026 99:99", '"', " "]
KINDS = [
    "text/plain; charset=undefined",
    "text/plain; charset=punycode",
    "text/plain; charset=idna",
    "text/plain; charset=a\0b",
    "text/plain; charset*=undefined''%ff",
    "text/plain; charset*0=a; charset*=b",
    "text/plain; name*=idna''a%ff",
]


def mail(**headers: str) -> bytes:
    wanted = {"From": "foi@council.example.org", "MIME-Version": "1.0", **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in wanted.items())
    return head.encode() + b"\n" + LETTER


@pytest.mark.parametrize("sender", SENDERS)
def test_whoever_it_says_it_is_from_it_is_read(sender: str) -> None:
    assert read_document(mail(From=sender), "mail.eml").text == LETTER.decode()


@pytest.mark.parametrize("when", DATES)
def test_a_day_that_no_calendar_holds_is_left_open(when: str) -> None:
    found = read_document(mail(Date=when), "mail.eml")
    assert (found.text, found.issued) == (LETTER.decode(), None)


@pytest.mark.parametrize("kind", KINDS)
def test_words_in_no_encoding_are_read_as_they_look(kind: str) -> None:
    content = mail(Content_Type=kind)
    if "name" in kind:  # a name makes it a file, which is the letter where there are no words besides
        content = content.replace(b"text/plain;", b"text/plain; filename=a;")
    assert read_document(content, "mail.eml").text == LETTER.decode()


@pytest.mark.parametrize("mark", ["boundary*=idna''b%ff", "boundary*=a; boundary*1=b"])
def test_parts_that_nothing_tells_apart_are_refused(mark: str) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read_document(mail(Content_Type=f"multipart/mixed; {mark}"), "mail.eml")


@pytest.mark.parametrize("name", ["filename*=idna''a%ff", "filename*0=a; filename*=b"])
def test_a_file_whose_name_cannot_be_read_has_none(name: str) -> None:
    content = (
        b"From: foi@council.example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\n\nThe answer is attached.\n--b\nContent-Type: application/msword\n"
        b"Content-Disposition: attachment; " + name.encode() + b"\n\nA\n--b--\n"
    )
    assert read_document(content, "mail.eml").unread[0].startswith("A file without a name was not read.")


def test_headers_in_their_encodings_are_read_as_a_person_sees_them() -> None:
    subject = "=?utf-8?q?Caf=C3?= =?utf-8?q?=A9_and?= ducks =?utf-8?b?8J+mhg==?=\n =?utf-8?q?=1b[2J?="
    assert read_document(mail(Subject=subject), "mail.eml").title == "Café and ducks 🦆[2J"
    assert read_document(mail(Subject="Café"), "mail.eml").title == "Café"


SCRAPS = ["attachment", "inline", "\n ", "<", ">", "(", ")", '"', "\\", ";", "=?", "?=", "\x1c", "\x85", "\0"]
FORMS = [
    "multipart/mixed; boundary=b",
    "multipart/alternative; boundary=b",
    "message/rfc822",
    "base64",
    "uuencode",
]
PIECES = st.sampled_from([*SENDERS, *DATES, *KINDS, *FORMS, *SCRAPS])
VALUES = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=4).map("".join)
NAMES = (
    "From",
    "To",
    "Cc",
    "Subject",
    "Date",
    "Content-Type",
    "Content-Disposition",
    "Content-Transfer-Encoding",
)
HEADS = st.dictionaries(st.sampled_from(NAMES), VALUES)


@given(outer=HEADS, inner=st.lists(HEADS, max_size=3), encoding=st.sampled_from(["utf-8", "latin-1"]))
def test_any_headers_are_read_or_refused(
    outer: dict[str, str], inner: list[dict[str, str]], encoding: str
) -> None:
    def head(headers: dict[str, str]) -> str:
        return "".join(f"{name}: {value}\n" for name, value in headers.items()) + "\n"

    whole = {"From": "a@b", "MIME-Version": "1.0", "Content-Type": "multipart/mixed; boundary=b"} | outer
    content = head(whole) + "".join(f"--b\n{head(each)}Dear\n" for each in inner) + "--b--\n"
    with suppress(Unreadable):
        read_document(content.encode(encoding, errors="replace"), "mail.eml")


def test_one_malformed_file_is_that_files_problem() -> None:
    content = mail(Content_Type="multipart/mixed; boundary*=idna''b%ff")
    assert check_file("mail.eml", content).problem.startswith("The file is damaged")
