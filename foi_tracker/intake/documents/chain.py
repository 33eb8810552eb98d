"""An email chain as text: the writer's own words, and the messages quoted below them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from foi_tracker.intake.documents.document import LONGEST_TEXT, Document, too_much

HEADER = r"[ \t>*]*+"  # quoting marks, and the stars that bold headers become in plain text
ORIGINAL = rf"^{HEADER}-{{2,}}+ ?(?:original|forwarded) message ?-{{2,}}+[ \t*]*+\n++"
RULE = rf"^{HEADER}_{{20,}}+[ \t*]*+\n++"
LABELLED = (
    rf"^{HEADER}from:[ \t*]*+(?P<from>\S[^\n]*+)\n"
    rf"(?:{HEADER}(?:to|cc|reply-to|subject):[^\n]*+\n){{0,3}}"
    rf"{HEADER}(?:sent|date):[ \t*]*+(?P<sent>[^\n]++)\n"
    rf"(?:{HEADER}(?:to|cc|bcc|subject|importance|reply-to|attachments?|sensitivity):[^\n]*+\n"
    rf"(?:(?!{HEADER}[\w-]++:)[ \t]++\S[^\n]*+\n)*+)*+"
)
WROTE = rf"^{HEADER}on (?P<wrote>[^\n]*+(?:\n[^\n]*+)?)(?:(?<= wrote:)|(?<= wrote: ))$"
HEAD = re.compile(rf"(?:{ORIGINAL}|{RULE})?{LABELLED}|{ORIGINAL}|{WROTE}", re.IGNORECASE | re.MULTILINE)
TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[ap]\.?m\.?)?(?: [+-]\d{4})?,? ?", re.IGNORECASE
)

QUOTED_LINE = re.compile(r"^[ \t]*+>", re.MULTILINE)
POINTS_BELOW = re.compile(r"\b(?:below|inline|in[- ]line|in (?:red|blue|bold|green))\b", re.IGNORECASE)
SHORT_NOTE = 60
"""Words: a note as short as this that points below has its answers written into what it quotes."""

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?[ -]++([a-z]{3})[a-z]*+\.?,?[ -]++(\d{4})\b", re.IGNORECASE
)
MONTH_FIRST = re.compile(r"\b([a-z]{3})[a-z]*+\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b", re.IGNORECASE)
FIGURES = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


@dataclass(frozen=True)
class Message:
    """One message of a chain: who wrote it and on which day, where it says so."""

    author: str
    sent: date | None
    text: str


def of_text(text: str) -> Document:
    """Text that may hold a pasted chain: its first message is the letter, its last the request."""
    messages = messages_of(text)
    first = messages[0]
    asked = request_in(messages, first.author)
    return Document(
        first.text,
        "txt",
        issued=first.sent,
        received=asked.sent if asked else None,
        request=asked.text if asked else "",
    )


def messages_of(text: str) -> list[Message]:
    """The messages of a chain, newest first; the whole as one where it is none or answered line by line.

    Raises:
        Unreadable: it is longer than any letter.
    """
    if len(text) > LONGEST_TEXT:
        raise too_much()
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    heads = list(HEAD.finditer(plain))
    if not heads or _answered_inside(plain, heads[0]):
        return [Message("", None, plain)]
    ends = [head.start() for head in heads[1:]] + [len(plain)]
    quoted = [
        Message(_author(head), _day(head), _unquoted(plain[head.end() : end]))
        for head, end in zip(heads, ends, strict=True)
    ]
    own = plain[: heads[0].start()]
    found = [Message("", None, own.strip()), *quoted] if own.strip() else quoted
    return [message for message in found if message.text] or [Message("", None, plain)]


def request_in(messages: list[Message], sender: str) -> Message | None:
    """The oldest message quoted, if somebody outside the sender's office wrote it."""
    oldest = messages[-1]
    if len(messages) < 2 or not oldest.author:
        return None
    domain = domain_of(sender)
    return None if domain and domain_of(oldest.author) == domain else oldest


def day_in(text: str) -> date | None:
    """The first date in the text, day before month where it is in figures."""
    for pattern, order in ((DAY_FIRST, "dmy"), (MONTH_FIRST, "mdy"), (ISO, "ymd"), (FIGURES, "dmy")):
        if found := pattern.search(text):
            parts = dict(zip(order, found.groups(), strict=True))
            month = parts["m"].lower()
            number = MONTHS.index(month) + 1 if month in MONTHS else int(month) if month.isdigit() else 0
            try:
                return date(int(parts["y"]), number, int(parts["d"]))
            except ValueError:
                continue
    return None


def _answered_inside(text: str, head: re.Match[str]) -> bool:
    """Whether the answers stand between the lines that are quoted, or in the quoted message itself."""
    own, rest = text[: head.start()], text[head.end() :]
    if own.strip() and len(own.split()) < SHORT_NOTE and POINTS_BELOW.search(own):
        return True
    lines = [line for line in rest.split("\n") if line.strip()]
    marked = [bool(QUOTED_LINE.match(line)) for line in lines]
    if not marked or not marked[0] or all(marked):
        return False
    quoted_again = any(marked[marked.index(False) :])
    return quoted_again or not own.strip()


def _author(head: re.Match[str]) -> str:
    wrote = " ".join((head["wrote"] or "").removesuffix("wrote:").split())
    named = head["from"] or TIME.split(wrote)[-1]
    return " ".join(named.replace("*", "").split())


def _day(head: re.Match[str]) -> date | None:
    return day_in(head["sent"] or head["wrote"] or "")


def _unquoted(text: str) -> str:
    return "\n".join(re.sub(r"^[ \t]*(?:>[ \t]?)+", "", line) for line in text.split("\n")).strip()


def domain_of(author: str) -> str:
    """The part of an email address after its sign, in small letters; "" where there is none."""
    found = re.search(r"@([\w.-]+)", author)
    return found[1].lower().rstrip(".") if found else ""
