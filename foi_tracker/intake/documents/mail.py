"""An email (.eml): its words or the letter it carries, the day that was sent, and the request it quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from email.message import Message

from foi_tracker.intake.documents.budget import Budget
from foi_tracker.intake.documents.chain import domain_of, messages_of, request_in
from foi_tracker.intake.documents.document import Document, Unreadable
from foi_tracker.intake.documents.mail_parts import (
    MESSAGES,
    bytes_of,
    carried_message,
    file_name,
    header,
    message_of,
    parts_of,
    sent_on,
    text_of,
)
from foi_tracker.intake.documents.recognise import kind_of
from foi_tracker.intake.documents.webpage import read_webpage

Read = Callable[[bytes, str, Budget], Document]

LETTERS = frozenset({"pdf", "docx", "odt", "eml"})
TEXTS = ("text/plain", "text/html")
NAMES_OF_PAGES = (".htm", ".html")
NAMES_OF_TEXTS = (".txt", *NAMES_OF_PAGES)
NAMES_OF_LETTERS = (
    *(".pdf", ".docx", ".docm", ".odt", ".doc", ".rtf", ".pages", ".wpd", ".msg", ".eml"),
    *NAMES_OF_TEXTS,
)

SEALS = tuple(f"application/{each}-signature" for each in ("pkcs7", "x-pkcs7", "pgp"))
NAMES_OF_DATA = (".csv", ".tsv", ".ics", ".vcf")

ADDRESS = re.compile(r"[\w.+'-]++@[\w.-]++")
POINTS_TO_A_FILE = re.compile(r"\b(?:attach|enclos)", re.IGNORECASE)

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


def read_mail(content: bytes, budget: Budget, read: Read) -> Document:
    """The letter that an email is or carries. `read` reads what is attached, given its kind.

    Raises:
        Unreadable: it has no words, or only covers an attachment that cannot be read.
    """
    return _read(message_of(content), budget, read)


@dataclass(frozen=True)
class _Letter:
    """A file or a message in an email that was read. Of a message, who sent it."""

    document: Document
    writer: str = ""

    @property
    def signs(self) -> int:
        """How much it says of what letters say."""
        return _signs(self.document.text)


@dataclass(frozen=True)
class _Unread:
    """A file or a message in an email that was not read, and why."""

    name: str
    problem: str
    may_be_the_letter: bool  # and no figures, no picture

    @property
    def told(self) -> str:
        """What a person is told of it."""
        return f"{self.name} was not read. {self.problem}"


def _read(message: Message, budget: Budget, read: Read) -> Document:
    parts = parts_of(message)
    words = "\n\n".join(filter(None, (_words(part, budget).strip() for part in parts.words)))
    carried = [each for part in parts.carried if (each := _carried(part, budget, read))]
    letters = [each for each in carried if isinstance(each, _Letter)]
    answered = next((each for each in letters if _answers(message, each)), None)
    own = _own(message, words, answered.document if answered else None)
    return _letter(
        own,
        [each for each in letters if each is not answered],
        [each for each in carried if isinstance(each, _Unread)],
    )


def _own(message: Message, words: str, answered: Document | None) -> Document:
    """The message by itself, with the request it quotes, or else the one it answers and carries."""
    messages = messages_of(words)
    newest = messages[0]  # a message passed on without a word says itself who sent it, and when
    asked = request_in(messages, newest.author or header(message, "From"))
    own = Document(
        newest.text, "eml", issued=newest.sent or sent_on(message), title=header(message, "Subject")
    )
    if asked is not None:
        return replace(own, received=asked.sent, request=asked.text)
    return replace(own, received=answered.issued, request=answered.text.strip()) if answered else own


def _words(part: Message, budget: Budget) -> str:
    words = text_of(part)
    return read_webpage(words, budget) if part.get_content_type() == "text/html" else budget.take(words)


def _carried(part: Message, budget: Budget, read: Read) -> _Letter | _Unread | None:
    """What a part carries; None for what belongs to the mail itself, as its pictures and its seal do."""
    name = file_name(part)
    try:
        return _opened(part, name, budget, read)
    except Unreadable as problem:
        kind = part.get_content_type()
        may_be = name.lower().endswith(NAMES_OF_LETTERS) or kind in (*MESSAGES, *TEXTS)
        if kind in SEALS or (not may_be and part.get_content_disposition() != "attachment"):
            return None
        return _Unread(name or "A file without a name", str(problem), may_be)


def _opened(part: Message, name: str, budget: Budget, read: Read) -> _Letter:
    message = carried_message(part)
    if message is None:
        content, kind = _content(part, name, budget)
        if kind != "eml":
            budget.attach()
            return _with_words(_Letter(read(content, kind, budget)))
        message = message_of(content)
    budget.attach()
    return _with_words(_Letter(_read(message, budget, read), header(message, "From") or "Somebody"))


def _content(part: Message, name: str, budget: Budget) -> tuple[bytes, str]:
    """The bytes of a file and its kind.

    Raises:
        Unreadable: it is damaged, or of no kind that a letter has.
    """
    is_text = part.get_content_type() in TEXTS
    content = text_of(part).encode(errors="replace") if is_text else bytes_of(part)
    if not content.strip():
        raise Unreadable("The file is empty.")
    kind = kind_of(content, name, budget)
    text_by_name = name.lower().endswith(NAMES_OF_TEXTS)
    if kind == "txt" and (part.get_content_type() == "text/html" or name.lower().endswith(NAMES_OF_PAGES)):
        kind = "html"  # a piece of a page, which does not say so itself
    if kind in LETTERS or text_by_name or (is_text and not name.lower().endswith(NAMES_OF_DATA)):
        return content, kind
    raise Unreadable("It is of a kind that is not read.")


def _with_words(letter: _Letter) -> _Letter:
    if not letter.document.text.strip():
        raise Unreadable("The file holds no words.")
    return letter


def _answers(message: Message, letter: _Letter) -> bool:
    """Whether the message goes to the person, from outside its office, who wrote one that it carries."""
    to = f"{header(message, 'To')} {header(message, 'Cc')}".lower()
    writer = ADDRESS.search(letter.writer.lower())
    outside = domain_of(letter.writer) != domain_of(header(message, "From"))
    return bool(writer and outside and writer[0] in ADDRESS.findall(to))


def _letter(own: Document, letters: Sequence[_Letter], unread: Sequence[_Unread]) -> Document:
    """What left as the letter: what is attached, the message, or both where each says something.

    What may be the letter and was not read is always told; a file of another kind, where the message only
    points to it.

    Raises:
        Unreadable: the message only covers a letter, which was not read.
    """
    best = max(letters, key=lambda each: each.signs, default=None)
    own_signs = _signs(own.text)
    only_covers = not any(sign.search(own.text) for sign in OF_THE_LAW)
    told = tuple(each.told for each in unread if each.may_be_the_letter)
    if best and best.signs >= FEWEST_SIGNS:
        if _takes_its_place(best, own_signs, only_covers):
            return _in_cover(best, own, told)
        return replace(own if best.writer else _together(own, best.document), unread=told)
    says_nothing = not own.text.strip() or (best is not None and best.writer and not own_signs)
    if only_covers and (says_nothing or POINTS_TO_A_FILE.search(own.text)):
        for each in unread:
            if each.may_be_the_letter or not own.text.strip():
                raise Unreadable(
                    f"The letter attached to this email, {each.name}, was not read. {each.problem}"
                )
        told = tuple(each.told for each in unread)
        return _in_cover(best, own, told) if best else replace(own, unread=told)
    return replace(own, unread=told)


def _takes_its_place(best: _Letter, own_signs: int, only_covers: bool) -> bool:
    """Whether what is carried is the letter by itself. A text may be no more than a footer put on the way."""
    if best.writer:
        return best.signs >= own_signs if only_covers else best.signs > own_signs
    return only_covers and (best.document.kind not in ("txt", "html") or best.signs >= own_signs)


def _in_cover(letter: _Letter, own: Document, told: tuple[str, ...]) -> Document:
    """The letter that came in this email. A message passed on has its own day, and a file the email's."""
    found = replace(letter.document, kind="eml", unread=(*told, *letter.document.unread))
    if letter.writer:
        return found
    return replace(
        found,
        issued=found.issued or own.issued,
        received=found.received or own.received,
        request=found.request or own.request,
        title=own.title,
    )


def _together(own: Document, attached: Document) -> Document:
    return replace(own, text=f"{own.text}\n\n{attached.text}")


def _signs(text: str) -> int:
    return sum(bool(sign.search(text)) for sign in SIGNS)
