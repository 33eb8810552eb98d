"""The parts of an email and what its headers say, read so that no header of a stranger can stop the reading.

The message is parsed without the policy that reads headers into objects: it fails on many that are malformed.
What is needed of them is read here, each with what Python's library raises of it.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from dataclasses import dataclass, field
from datetime import UTC, date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from foi_tracker.intake.documents.document import Unreadable, not_whole, too_much
from foi_tracker.intake.documents.plain import decoded

LONDON = ZoneInfo("Europe/London")

MOST_NESTED = 200
"""Each part is read within the one around it; a message of more is made to exhaust its reader."""

MOST_PARTS = 500
MOST_MARKS = 5_000
"""Lines that may part it. Text has them too, for a signature or a rule."""

MOST_WORK = 30_000_000
"""Lines times the parts that each is looked for the end of: some seconds."""

LONGEST_HEADER = 10_000
"""Characters that are read of one: the library takes the square of its length."""

ENDLESS = re.compile(
    rb"(?:\A|[\r\n])content-(?:type|disposition):(?:[^\r\n]|[\r\n]{1,2}[ \t]){2000}", re.IGNORECASE
)
"""What says the kind or the name of a part in more than any program writes, which the library reads whole."""

NESTED = re.compile(rb"(?:\A|[\r\n])content-type:[\s\x1c-\x1f]*+(?:multipart|message)/", re.IGNORECASE)
MARK = re.compile(rb"(?:\A|[\r\n])--")
MESSAGES = ("message/rfc822", "message/global")
NEW_LINE = re.compile(rb"\r\n?|\n")

ENCODED = re.compile(r"(?:=\?[^?\s]*+\?[bq]\?[^?]*+\?=(?:\s++(?==\?))?)++", re.IGNORECASE)  # RFC 2047
NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
"""Python's own ways to write text, which are no encodings of any message; reading one may take for ever."""

MALFORMED = (TypeError, ValueError)
"""What the library raises for a parameter of a header in no encoding, or whose pieces have no order."""

LONGEST_NAME = 120
"""Characters of a file's name that are told."""


@dataclass
class Parts:
    """What a message shows of itself, and what it carries."""

    words: list[Message] = field(default_factory=list)  # plain or HTML, in order
    carried: list[Message] = field(default_factory=list)  # files, and whole messages


def message_of(content: bytes) -> Message:
    """The message, its headers unread.

    Raises:
        Unreadable: it is damaged, or made of more parts than any that carries a letter.
    """
    if ENDLESS.search(content):
        raise too_much()
    nested = len(NESTED.findall(content))
    lines = sum(1 for _ in NEW_LINE.finditer(content))
    if nested > MOST_NESTED or nested * lines > MOST_WORK or len(MARK.findall(content)) > MOST_MARKS:
        raise _too_many()
    try:
        message = message_from_bytes(content)
    except MALFORMED:  # the mark that parts it
        raise not_whole() from None
    if sum(1 for _ in message.walk()) > MOST_PARTS:
        raise _too_many()
    return message


def parts_of(message: Message) -> Parts:
    """The words of the message, of each that is sent in several forms the plain one, and what it carries."""
    kind = message.get_content_type()
    if kind in MESSAGES or not message.is_multipart():
        own_words = kind in ("text/plain", "text/html") and not _is_file(message)
        return Parts([message], []) if own_words else Parts([], [message])
    found = [parts_of(each) for each in _inside(message)]
    forms = [each.words for each in found]
    if kind == "multipart/alternative":
        shown = [words for words in forms if any(text_of(part).strip() for part in words)]
        shown.sort(key=lambda words: words[0].get_content_type() != "text/plain")
        forms = shown[:1]
    return Parts(
        [part for words in forms for part in words], [part for each in found for part in each.carried]
    )


def carried_message(part: Message) -> Message | None:
    """The message that a part is, passed on whole; None where the part is something else.

    Raises:
        Unreadable: it is damaged.
    """
    if part.get_content_type() not in MESSAGES or not part.is_multipart():
        return None
    (message,) = _inside(part)
    if header(part, "Content-Transfer-Encoding").lower() != "base64":
        return message
    try:  # the standard allows none here, and some programs send it
        return message_of(base64.b64decode(bytes_of(message)))
    except binascii.Error:
        raise not_whole() from None


def bytes_of(part: Message) -> bytes:
    """What the part holds; nothing of one that is made of parts."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def text_of(part: Message) -> str:
    """The words of a part by its own encoding, or by their bytes where it names none that there is.

    Raises:
        Unreadable: they are no words.
    """
    try:
        charset = part.get_content_charset("utf-8")
    except MALFORMED:
        charset = ""
    content = bytes_of(part)
    words = _in_charset(content, charset)
    return decoded(content) if words is None else words


def header(message: Message, name: str) -> str:
    """What a header says, as a person reads it; "" without it."""
    raw = next(
        (str(value)[:LONGEST_HEADER] for key, value in message.raw_items() if key.lower() == name.lower()), ""
    )
    return _as_written(raw)


def file_name(part: Message) -> str:
    """The name that a file has in the message; "" where it has none that can be read."""
    try:
        name = part.get_filename("")
    except MALFORMED:
        return ""
    return _as_written(name)[-LONGEST_NAME:]


def sent_on(message: Message) -> date | None:
    """The day in London on which it was sent; None where the message does not say."""
    try:
        instant = parsedate_to_datetime(header(message, "Date"))
        return (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).astimezone(LONDON).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _too_many() -> Unreadable:
    return Unreadable(
        "The email is made of more parts than one that carries a letter. Save the letter itself."
    )


def _inside(message: Message) -> list[Message]:
    inside = message.get_payload()
    return [each for each in inside if isinstance(each, Message)] if isinstance(inside, list) else []


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(file_name(part))


def _as_written(raw: str) -> str:
    """The words of a header, those in an encoding decoded, in one line and with nothing that is not shown."""
    plain = raw.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace")
    words = " ".join(ENCODED.sub(_spelt_out, plain).split())
    return "".join(each for each in words if each.isprintable())


def _spelt_out(encoded: re.Match[str]) -> str:
    try:
        pieces = decode_header(encoded[0])
    except HeaderParseError:  # no base64
        return encoded[0]
    return "".join(
        piece if isinstance(piece, str) else _in_charset(piece, charset or "") or piece.decode("latin-1")
        for piece, charset in pieces
    )


def _in_charset(content: bytes, charset: str) -> str | None:
    """The words, where they are in this encoding; None where they are not, or there is none of its name."""
    try:
        if codecs.lookup(charset).name in NO_CHARSETS:
            return None
        return content.decode(charset)
    except (LookupError, ValueError):
        return None
