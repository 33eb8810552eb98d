"""What the pages of the files show: each file, who must do what next, a glance inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_security import current_user

from foi_tracker.casework.attachments import why_it_stays
from foi_tracker.extensions import db
from foi_tracker.files.contents import CsvContents, PdfContents, Unreadable, read_csv, read_pdf
from foi_tracker.letters.wording import listed
from foi_tracker.models import Attachment, Case, Question, User
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.store.scope import Scope
from foi_tracker.web.access import LOOKS
from foi_tracker.web.blind import blinded
from foi_tracker.web.date_words import plural
from foi_tracker.web.desk import desk
from foi_tracker.web.links import link_to

ROWS_SHOWN = 20
BESIDE_SHOWN = 40
KINDS = {"application/pdf": "PDF", "text/csv": "CSV"}


@dataclass(frozen=True)
class FileRow:
    """One file of a request."""

    id: int
    title: str
    about: str  # "PDF, 120 KB · noise-2025.pdf"
    goes_with: str
    verdict: str
    move: str  # the tag's colour, as templates/pages/_macros/tags.html names it
    next: str  # who must do what
    look_url: str  # "" where the person signed in cannot take the second look
    remove_url: str  # "" where it stays
    stays: str  # why


@dataclass(frozen=True)
class Glance:
    """Inside a file: the first rows of a CSV, or how many pages a PDF has."""

    words: str
    all_of_it: str  # "every page"
    csv: CsvContents | None = None
    beware: str = ""
    beside: Sequence[str] = ()  # words that go with the file and stand on no page
    more: str = ""  # how many such words there are that are not listed


def rows_of(case: Case) -> list[FileRow]:
    """The files of a request, in the order they were attached."""
    files = letter_store.attachments_of(db.session, case)
    if not files:
        return []
    questions = question_store.questions_of(db.session, case)
    people = lookers(case)
    return [row_of(case, file, questions, people) for file in files]


def row_of(case: Case, file: Attachment, questions: Sequence[Question], people: Sequence[User]) -> FileRow:
    """One file, with what the person signed in may do about it."""
    labels = {question.id: question.label for question in questions}
    look = link_to("attachments.look", case.authority_id, case_id=case.id, attachment_id=file.id)
    remove = link_to("attachments.remove_file", case.authority_id, case_id=case.id, attachment_id=file.id)
    stays = why_it_stays(desk(), case, file)
    mine = file.added_by_id == current_user.id
    return FileRow(
        id=file.id,
        title=blinded(case, file.title),
        about=f"{KINDS[file.media_type]}, {size_words(file.size)} · {blinded(case, file.filename)}",
        goes_with=f"Question {labels[file.question_id]}" if file.question_id else "The whole letter",
        verdict="May go" if file.looked_at_by else "Needs a second look",
        move="ready" if file.looked_at_by else ("theirs" if mine else "yours"),
        next=_next(file, mine, people),
        look_url="" if file.looked_at_by or mine else look,
        remove_url="" if stays else remove,
        stays=stays,
    )


def _next(file: Attachment, mine: bool, people: Sequence[User]) -> str:
    if file.looked_at_by:
        return f"{file.looked_at_by} has looked at all of it."
    others = [person.name for person in people if person.id != file.added_by_id]
    names = listed(others[:4]).replace(" and ", " or ")
    if not mine:
        return "It stays here until somebody other than the person who attached it has looked at all of it."
    if not others:
        return (
            "You attached it, so somebody else must look at it. Nobody else may yet: ask your administrator."
        )
    return f"You attached it, so somebody else must look at it: ask {names}."


def lookers(case: Case) -> Sequence[User]:
    """Who may take a second look at the files of this authority."""
    return authority_store.people_of(db.session, Scope(frozenset({case.authority_id})), sorted(LOOKS.roles))


def glance_at(case: Case, file: Attachment) -> Glance:
    """What is inside the file, read from the bytes that would be sent."""
    content = desk().files.get(case.authority_id, file.sha256)
    try:
        if file.media_type == "text/csv":
            return _glance_at_rows(read_csv(content, ROWS_SHOWN))
        return _glance_at_pages(case, read_pdf(content))
    except Unreadable as problem:
        return Glance("We could not read what is inside.", "every page", beware=str(problem))


def _glance_at_rows(csv: CsvContents) -> Glance:
    size = f"{plural(csv.total, 'row')} of {plural(csv.columns, 'column')}"
    shown = "all of them are below" if csv.total <= ROWS_SHOWN else f"the first {ROWS_SHOWN} are below"
    return Glance(f"It has {size}; {shown}.", "every row", csv)


def _glance_at_pages(case: Case, pdf: PdfContents) -> Glance:
    beware = []
    if pdf.comments:
        beware.append(f"It carries {plural(pdf.comments, 'comment')} laid over its pages.")
    if pdf.cropped:
        beware.append(
            f"It has {plural(pdf.cropped, 'page')} with a part cropped away. "
            "What was cropped is still in the file, and a reader can bring it back."
        )
    more = len(pdf.beside) - BESIDE_SHOWN
    return Glance(
        f"It has {plural(pdf.pages, 'page')}.",
        "every page",
        beware=" ".join(beware),
        beside=[blinded(case, words) for words in pdf.beside[:BESIDE_SHOWN]],
        more=f"and {more} more" if more > 0 else "",
    )


def size_words(size: int) -> str:
    """Bytes as people say them: "120 KB", "1.4 MB"."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"
