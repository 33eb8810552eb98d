"""Files that go with a letter: PDF and CSV only, each opened and confirmed by a second person.

A hidden sheet in a released workbook has put people in danger. Until files can be inspected for
hidden data, spreadsheets and documents are refused, whatever their name says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.letters import ISSUED
from foi_tracker.casework.refresh import refresh
from foi_tracker.files.clean_copy import clean_copy, held_more
from foi_tracker.files.contents import PdfContents, Unreadable, read_csv, read_pdf
from foi_tracker.intake.text import normalise
from foi_tracker.law.exemptions import NCND
from foi_tracker.law.notices.facts import AttachmentFacts
from foi_tracker.letters.facts import from_json
from foi_tracker.models import Attachment, Case, Letter, now
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.store.scope import NotFound

LONGEST_NAME = 120  # characters, without its ending
LARGEST = 20 * 1024 * 1024  # bytes
MEDIA_TYPES = {".pdf": "application/pdf", ".csv": "text/csv"}
REFUSED = (
    "Attach a PDF or a CSV file. Spreadsheets and documents can carry hidden data, "
    "so save the part you are releasing as CSV or PDF first."
)


@dataclass(frozen=True)
class Upload:
    """A file as it came from the officer."""

    filename: str
    content: bytes
    title: str = ""
    question_id: int | None = None


@dataclass(frozen=True)
class Checked:
    """What is kept of an upload: a CSV as it is, a PDF as its clean copy."""

    media_type: str
    content: bytes


def checked(upload: Upload) -> Checked:
    """The kind, by name and by content both, and the bytes to keep.

    Raises:
        NotAllowed: it is empty, too large, not a PDF or CSV, not what its name says, a PDF of which no
            clean copy can be made, or one that carries another file or has layers or fields that are hidden.
    """
    kind = MEDIA_TYPES.get(PurePath(kept_name(upload.filename)).suffix)
    if kind is None:
        raise NotAllowed(REFUSED)
    if not upload.content:
        raise NotAllowed("The file is empty. Choose it again.")
    if len(upload.content) > LARGEST:
        raise NotAllowed("The file is larger than 20 MB. Split it, or offer another form (section 11).")
    try:
        if kind == "text/csv":
            read_csv(upload.content, first=1)
            return Checked(kind, upload.content)
        content = clean_copy(upload.content)
        inside = read_pdf(content)
    except Unreadable as problem:
        raise NotAllowed(f"{problem} {REFUSED}") from None
    if unseen := _unseen_in(inside):
        raise NotAllowed(f"{unseen} Print it to a new PDF first.")
    return Checked(kind, content)


def _unseen_in(pdf: PdfContents) -> str:
    if pdf.files:
        return f"The PDF carries another file inside it ({pdf.files[0]})."
    if pdf.layers_off:
        return (
            f"The PDF has a layer that is switched off ({pdf.layers_off[0]}), and what is on it is not seen."
        )
    if pdf.fields:
        return f"The PDF is a form with a field that is filled in and not shown ({pdf.fields[0]})."
    return ""


def warning_of(upload: Upload) -> str:
    """What the officer is told of the file that they have: it holds more than the copy. "" where not."""
    name = kept_name(upload.filename)
    if not name.endswith(".pdf") or not held_more(upload.content):
        return ""
    return (
        f"{name} held more than it shows, such as an earlier version. "
        "We have kept a clean copy. Send nobody the file on your computer: it still holds it."
    )


def kept_name(filename: str) -> str:
    """The name to keep: without folders, and without characters that hide or turn round its ending."""
    name = PurePath(filename.replace("\\", "/")).name
    shown = "".join(c for c in name if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")).strip()
    path = PurePath(shown)
    return path.stem[:LONGEST_NAME].strip() + path.suffix.lower()


def attach(desk: Desk, case: Case, upload: Upload) -> Attachment:
    """Keep the file for release. It does not go with a letter before a second person has looked at it.

    Raises:
        NotAllowed: see `checked`; the question neither confirms nor denies, and a file would tell; or
            a file of this name waits to be sent with an issued letter.
        NotFound: the question is not the case's.
    """
    kept = checked(upload)
    if desk.actor.user_id is None:
        raise NotAllowed("Only a person can attach a file.")
    if upload.question_id is not None:
        question = question_store.get_question(desk.session, case, upload.question_id)
        if question.outcome == NCND:
            raise NotAllowed(
                f"Question {question.label} neither confirms nor denies: a file would say that you hold it."
            )
    name = kept_name(upload.filename)
    never_left = letter_store.never_left_ids(desk.session, case)
    letters = letter_store.letters_of(desk.session, case)
    if _in_unsent([each for each in letters if each.id not in never_left], name):
        raise NotAllowed(
            f"A file named {name} goes with a letter that is issued and not sent yet. "
            "Give this one another name."
        )
    attachment = Attachment(
        case_id=case.id,
        question_id=upload.question_id,
        title=" ".join(normalise(upload.title).split()) or PurePath(name).stem,
        filename=name,
        media_type=kept.media_type,
        size=len(kept.content),
        sha256=desk.files.put(case.authority_id, kept.content),
        added_by_id=desk.actor.user_id,
    )
    desk.session.add(attachment)
    desk.session.flush()
    refresh(desk, case)
    audit.record(desk, case.authority_id, "file_attached", case, filename=name, sha256=attachment.sha256)
    return attachment


def opened(desk: Desk, case: Case, attachment: Attachment) -> bytes:
    """The file's bytes. That this person has opened it is audited.

    It counts for their second look, unless they attached the file themselves.
    """
    if desk.actor.user_id != attachment.added_by_id:
        attachment.opened_by_id = desk.actor.user_id
    audit.record(desk, case.authority_id, "file_opened", case, filename=attachment.filename)
    return desk.files.get(case.authority_id, attachment.sha256)


def second_look(desk: Desk, case: Case, attachment: Attachment) -> None:
    """Confirm that what the file shows may be released.

    Raises:
        NotAllowed: by the person who attached it, or by one who has not opened it.
    """
    if desk.actor.user_id is None or desk.actor.user_id == attachment.added_by_id:
        raise NotAllowed("Somebody else must take the second look: you attached this file.")
    if attachment.opened_by_id != desk.actor.user_id:
        raise NotAllowed("Open the file first, and look at every page or row.")
    attachment.looked_at_by_id = desk.actor.user_id
    attachment.looked_at_by, attachment.looked_at = desk.actor.name, now()
    desk.session.flush()
    refresh(desk, case)
    audit.record(desk, case.authority_id, "file_looked_at", case, filename=attachment.filename)


def remove(desk: Desk, case: Case, attachment: Attachment) -> None:
    """Take a file off the case, so that no letter carries it from now on. Issued letters keep theirs.

    Raises:
        NotAllowed: see `why_it_stays`.
    """
    if why := why_it_stays(desk, case, attachment):
        raise NotAllowed(why)
    filename, sha256 = attachment.filename, attachment.sha256
    desk.session.delete(attachment)
    desk.session.flush()
    refresh(desk, case)
    audit.record(desk, case.authority_id, "file_removed", case, filename=filename, sha256=sha256)


def why_it_stays(desk: Desk, case: Case, attachment: Attachment) -> str:
    """Why the file cannot be taken off: an issued letter waits to leave with it. "" where it can.

    A correction that is begun may leave it out. The letter that it corrects keeps the file all the same.
    """
    letters = letter_store.letters_of(desk.session, case)
    corrected = {letter.corrects_id for letter in letters}
    if not _in_unsent([each for each in letters if each.id not in corrected], attachment.filename):
        return ""
    return (
        "This file goes with a letter that is issued and not sent yet, so it stays. "
        "If it must not go, begin a letter that corrects that one."
    )


def _in_unsent(letters: Sequence[Letter], filename: str) -> bool:
    """Whether one of them is issued and not sent, and lists a file of this name."""
    return any(
        file["filename"].casefold() == filename.casefold()
        for letter in letters
        if letter.state == ISSUED
        for file in (letter.facts or {}).get("attachments", ())
    )


def files_of(letter: Letter) -> tuple[AttachmentFacts, ...]:
    """The files that an issued letter lists, as they were on its day; none for a draft."""
    return from_json(letter.facts).attachments if letter.facts else ()


def file_of(desk: Desk, case: Case, letter: Letter, number: int) -> tuple[AttachmentFacts, bytes]:
    """A file of an issued letter (the first is 1) and its bytes, whatever became of it on the case since.

    Raises:
        NotFound: the letter lists no file of this number, or is from before its digest was kept.
        BytesDamaged: what is kept no longer has its SHA-256.
    """
    files = dict(enumerate(files_of(letter), start=1))
    if number not in files or not files[number].sha256:
        raise NotFound("file")
    return files[number], desk.files.get(case.authority_id, files[number].sha256)
