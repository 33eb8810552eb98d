"""Files that go with a letter: PDF and CSV only, each opened and confirmed by a second person.

A hidden sheet in a released workbook has put people in danger. Until files can be inspected for
hidden data, spreadsheets and documents are refused, whatever their name says.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import PurePath

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.refresh import refresh
from foi_tracker.models import Attachment, Case, now
from foi_tracker.store import questions as question_store

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


def media_type_of(upload: Upload) -> str:
    """The media type, by name and by content both.

    Raises:
        NotAllowed: it is empty, too large, not a PDF or CSV, or not what its name says.
    """
    kind = MEDIA_TYPES.get(PurePath(upload.filename).suffix.lower())
    if kind is None:
        raise NotAllowed(REFUSED)
    if not upload.content:
        raise NotAllowed("The file is empty. Choose it again.")
    if len(upload.content) > LARGEST:
        raise NotAllowed("The file is larger than 20 MB. Split it, or offer another form (section 11).")
    if kind == "application/pdf":
        if not upload.content.startswith(b"%PDF-"):
            raise NotAllowed("The file is named PDF but is not one. " + REFUSED)
        return kind
    try:
        text = upload.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAllowed("Save the CSV file as UTF-8 (“CSV UTF-8” in a spreadsheet program).") from None
    if "\0" in text or not _reads_as_csv(text):
        raise NotAllowed("The file is named CSV but does not read as one. " + REFUSED)
    return kind


def _reads_as_csv(text: str) -> bool:
    try:
        return any(row for row in csv.reader(io.StringIO(text), strict=True))
    except csv.Error:
        return False


def attach(desk: Desk, case: Case, upload: Upload) -> Attachment:
    """Keep the file for release. It does not go with a letter before a second person has looked at it.

    Raises:
        NotAllowed: see `media_type_of`.
        NotFound: the question is not the case's.
    """
    media_type = media_type_of(upload)
    if desk.actor.user_id is None:
        raise NotAllowed("Only a person can attach a file.")
    if upload.question_id is not None:
        question_store.get_question(desk.session, case, upload.question_id)
    name = PurePath(upload.filename.replace("\\", "/")).name
    attachment = Attachment(
        case_id=case.id,
        question_id=upload.question_id,
        title=upload.title.strip() or PurePath(name).stem,
        filename=name,
        media_type=media_type,
        size=len(upload.content),
        sha256=desk.files.put(case.authority_id, upload.content),
        added_by_id=desk.actor.user_id,
    )
    desk.session.add(attachment)
    desk.session.flush()
    refresh(desk, case)
    audit.record(desk, case.authority_id, "file_attached", case, filename=name, sha256=attachment.sha256)
    return attachment


def opened(desk: Desk, case: Case, attachment: Attachment) -> bytes:
    """The file's bytes; that this person has opened it is audited, and counts for their second look."""
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
    """Take a file off the case. Letters already issued keep what they listed."""
    filename, sha256 = attachment.filename, attachment.sha256
    desk.session.delete(attachment)
    desk.session.flush()
    refresh(desk, case)
    audit.record(desk, case.authority_id, "file_removed", case, filename=filename, sha256=sha256)
