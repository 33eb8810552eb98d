"""An email (.eml): its words or the letter attached to it, the day it was sent, and the request it quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from foi_tracker.intake.documents.chain import messages_of, request_in
from foi_tracker.intake.documents.document import Document, Unreadable
from foi_tracker.intake.documents.plain import decoded
from foi_tracker.intake.documents.recognise import kind_of
from foi_tracker.intake.documents.webpage import read_webpage

Read = Callable[[bytes, str], Document]

LONDON = ZoneInfo("Europe/London")
MOST_PARTS = 200
"""Each part is read within the one around it; a message of more is made to exhaust its reader."""

PART = re.compile(rb"^content-type:\s*+(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
LETTERS = frozenset({"pdf", "docx", "odt"})
NAMES_OF_LETTERS = (".pdf", ".docx", ".odt", ".doc", ".rtf")

SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"^\s*dear\b",
        r"freedom of information|environmental information",
        r"\b(?:your|the) request\b",
        r"\binternal review\b",
        r"information commission",
        r"\bexempt|\bexception|\brefus|\bsections? \d|\bregulations? \d",
        r"\bnot held\b|\b(?:does|do) not hold\b|\bholds?\b",
        r"^\s*yours (?:sincerely|faithfully)",
    )
)
"""What letters under the Acts say. The part of an email that says most of it is its letter."""

OF_THE_LAW = SIGNS[3:7]
FEWEST_SIGNS = 2


def read_mail(content: bytes, read: Read) -> Document:
    """The letter that an email is or carries. `read` reads an attachment, given its kind.

    Raises:
        Unreadable: it has no words, or only covers an attachment that cannot be read.
    """
    if len(PART.findall(content)) > MOST_PARTS:
        raise Unreadable(
            "The email is made of more parts than one that carries a letter. Save the letter itself."
        )
    message = message_from_bytes(content, policy=default)
    messages = messages_of(_body(message))
    newest = messages[0]  # a message passed on without a word says itself who sent it, and when
    asked = request_in(messages, newest.author or _header(message, "From"))
    letter = _letter(newest.text, _attached(message, read))
    return Document(
        letter.text,
        "eml",
        issued=newest.sent or _sent(message),
        received=asked.sent if asked else None,
        request=asked.text if asked else "",
        title=_header(message, "Subject"),
    )


@dataclass(frozen=True)
class _Attached:
    """An attachment of a kind that letters have: its words, or why there are none."""

    name: str
    text: str
    problem: str = ""


def _letter(own: str, attached: Sequence[_Attached]) -> _Attached:
    """The words that left as the letter: the attachment, the message, or both where each says something."""
    body = _Attached("", own)
    readable = [each for each in attached if not each.problem]
    best = max(readable, key=lambda each: _signs(each.text), default=None)
    only_covers = not any(sign.search(own) for sign in OF_THE_LAW)
    if best and _signs(best.text) >= FEWEST_SIGNS:
        return best if only_covers else replace(body, text=f"{own}\n\n{best.text}")
    if only_covers and attached and re.search(r"\b(?:attach|enclos)", own, re.IGNORECASE):
        if best is None:
            unread = attached[0]
            raise Unreadable(
                f"The letter attached to this email, {unread.name}, was not read. {unread.problem}"
            )
        return best
    return body


def _signs(text: str) -> int:
    return sum(bool(sign.search(text)) for sign in SIGNS)


def _attached(message: EmailMessage, read: Read) -> list[_Attached]:
    found = []
    for part in message.walk():
        if part.is_multipart() or part.get_content_maintype() == "text":
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content:
            continue
        name = part.get_filename("without a name")
        try:
            kind = kind_of(content, name)
            if kind in LETTERS:
                found.append(_Attached(name, read(content, kind).text))
        except Unreadable as problem:
            if name.lower().endswith(NAMES_OF_LETTERS):  # and no figures, no picture of a signature
                found.append(_Attached(name, "", str(problem)))
    return found


def _body(message: EmailMessage) -> str:
    """The plain part, or else the HTML part as text."""
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        if part is not None and (words := _text_of(part)).strip():
            return words if kind == "plain" else read_webpage(words)
    return ""


def _text_of(part: MIMEPart) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        return content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return decoded(content)


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _sent(message: EmailMessage) -> date | None:
    """The day in London on which it was sent; None where the message does not say."""
    try:
        instant = parsedate_to_datetime(_header(message, "Date"))
    except (TypeError, ValueError, IndexError):
        return None
    return (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).astimezone(LONDON).date()
