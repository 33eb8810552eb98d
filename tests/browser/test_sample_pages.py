"""The sample installation, page by page, on a desktop and on a phone: a request of every stage, the longest
ones and the hostile one. axe finds nothing, no script fails, and no page is wider than the phone.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect
from sqlalchemy.orm import Session

from foi_tracker.cli.samples.make import OFFICER
from foi_tracker.files.folder import Folder
from foi_tracker.law.lifecycle import Stage
from foi_tracker.models import Case, User
from foi_tracker.store.authorities import all_authorities, user_by_email
from foi_tracker.store.letters import letters_of
from foi_tracker.store.questions import questions_of
from foi_tracker.store.queue import Wanted, everything
from foi_tracker.store.scope import Scope
from tests import command
from tests.browser.chromium import DESKTOP, PHONE, accessibility_faults
from tests.conftest import TODAY, Make
from tests.database import SqliteDatabase

HOSTILE = "Markup, templates and long words"
LONG = ("Eight places, five questions each", "Visits to custody, month by month")
RARE = (
    "details",
    "officer",
    "withdrawn",
    "opening",
    "laws",
    "clock/record",
    "clock/record/fee",
    "cost",
    "others",
    "others/consultations/new",
    "others/referrals/new",
)
PLACES = ("", "?show=closed&sort=-received", "?words=no+such+words", "figures", "requests/log", "help")


@dataclass(frozen=True)
class Sample:
    """The sample as it was made, seen by its officer."""

    session: Session
    cases: list[Case]
    page: Page

    def by_subject(self, subject: str) -> Case:
        """The request of this subject."""
        return next(case for case in self.cases if case.subject == subject)

    def at_stage(self, stage: Stage) -> Case:
        """The last request of this stage; not the hostile one, which has a test of its own."""
        return [case for case in self.cases if case.stage == stage and case.subject != HOSTILE][-1]


@pytest.fixture(scope="session")
def made(once: Callable[[str, Make], Path]) -> Path:
    """The instance that `foi-tracker sample` makes."""
    return once("sample", command.sample)


@pytest.fixture
def database(start_database: Callable[[str], SqliteDatabase], made: Path) -> SqliteDatabase:
    """The database of the sample: a copy for this test alone."""
    database = start_database("sqlite")
    database.renew(made / "foi.sqlite")
    return database


@pytest.fixture
def files(instance: Path, made: Path) -> Folder:
    """The letters and the files of the sample."""
    shutil.rmtree(instance / "files", ignore_errors=True)
    shutil.copytree(made / "files", instance / "files")
    return Folder(instance / "files")


@pytest.fixture
def sample(session: Session, files: Folder, page: Page, sign_in_as: Callable[[Page, User], Page]) -> Sample:
    """Everything that `foi-tracker sample` makes; its officer is signed in."""
    officer = user_by_email(session, OFFICER)
    assert officer is not None
    ours = Scope(frozenset(authority.id for authority in all_authorities(session)))
    cases = everything(session, ours, Wanted(closed=True, sort="received"), TODAY)
    return Sample(session, list(cases), sign_in_as(page, officer))


@contextmanager
def _no_dialogs(page: Page) -> Iterator[None]:
    """Fail if anything that somebody typed runs as a script."""
    seen: list[str] = []

    def note(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    yield
    assert not seen, f"something typed ran: {seen}"


def _pages_of(sample: Sample, case: Case, *, rare: bool = False) -> Iterator[str]:
    """The addresses of a request's pages: its tabs, what is under them, each of its letters."""
    at = f"/requests/{case.id}"
    yield from (at, *(f"{at}/{tab}" for tab in ("letters", "correspondence", "clock", "history", "files")))
    if case.triage == "valid":
        yield f"{at}/questions"
    if rare:
        yield from (f"{at}/{name}" for name in RARE)
    for question in questions_of(sample.session, case)[:2]:
        yield f"{at}/questions/{question.id}"
    for letter in letters_of(sample.session, case):
        yield f"{at}/letters/{letter.id}"


def _look(page: Page, path: str) -> None:
    """Open a page on a desktop, then make the window as narrow as a phone. The paper in it counts too."""
    page.set_viewport_size(DESKTOP)
    response = page.goto(path)
    assert response is not None
    assert response.status == 200, f"{path} answered {response.status}"
    faults = accessibility_faults(page)
    page.set_viewport_size(PHONE)
    for frame in page.frames:
        wider = frame.evaluate("() => document.scrollingElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{frame.url} is {wider} pixels wider than its window on a phone"
        faults += accessibility_faults(frame)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("stage", list(Stage))
def test_a_request_of_every_stage(stage: Stage, sample: Sample) -> None:
    for path in _pages_of(sample, sample.at_stage(stage)):
        _look(sample.page, path)


def test_the_pages_of_no_request(sample: Sample) -> None:
    authority, *_ = all_authorities(sample.session)
    for path in (
        *PLACES,
        "authorities",
        f"authorities/{authority.id}/settings",
        f"authorities/{authority.id}/closures",
    ):
        _look(sample.page, f"/{path}")


@pytest.mark.parametrize("subject", LONG)
def test_the_longest_requests(subject: str, sample: Sample) -> None:
    for path in _pages_of(sample, sample.by_subject(subject)):
        _look(sample.page, path)


def test_a_hostile_request(sample: Sample) -> None:
    hostile = sample.by_subject(HOSTILE)
    with _no_dialogs(sample.page):
        for path in _pages_of(sample, hostile, rare=True):
            _look(sample.page, path)
    sample.page.goto(f"/requests/{hostile.id}")
    for words in ("<b>K.</b> Sample {{ 7*7 }}", "How many {{ config.items() }} and {% for x in y %}"):
        expect(sample.page.get_by_text(words).first).to_be_visible()
