"""The pages as an officer uses them, by the words that stand on them; with JavaScript and without.

Every act ends by looking for what the page should then say, so that a test that goes on has seen it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from foi_tracker.law.cost_limit import ACTIVITIES
from foi_tracker.law.outcomes import OPENING_STATEMENT, OUTCOMES, SAME_AS_LABEL, fields_of
from tests.browser.chromium import follow
from tests.browser.grounds import Relied, rely_on

FOIA, EIR = "Freedom of Information Act", "Environmental Information Regulations"
ANSWER_LETTER, QUESTION_LETTER = "The answer", "A question to them"


@dataclass(frozen=True)
class Came:
    """A request as it came, and what the officer knows of it."""

    words: str
    received: date
    channel: str = "Email"
    law: str = FOIA
    authority: str = ""  # chosen only by an officer for several
    name: str = ""
    email: str = ""
    address: str = ""
    large_print: bool = False


@dataclass(frozen=True)
class Estimate:
    """The cost estimate of a request: rows of (activity, records' name, how many, minutes each)."""

    rows: Sequence[tuple[str, str, str, str]]
    sampled: str = ""
    within_limit: str = ""


@dataclass(frozen=True)
class Answer:
    """What becomes of a question: words and details by the names of law.outcomes."""

    outcome: str = ""
    words: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    same_as: str = ""  # a label
    because_of: str = ""  # a label, or OPENING_STATEMENT
    file: Path | None = None
    file_title: str = ""
    grounds: Sequence[Relied] = ()
    estimate: Estimate | None = None  # made before it is answered


class Officer:
    """Somebody at a page. `scripted` says whether the browser runs JavaScript.

    `look` is called with the name of each page on the way, once everything on it is there.
    """

    def __init__(
        self, page: Page, *, scripted: bool = True, look: Callable[[str], None] = lambda name: None
    ) -> None:
        self.page = page
        self.scripted = scripted
        self.look = look
        self.case = ""  # the address of the request they are at

    # Small things

    def named(self, name: str) -> Locator:
        """The button or the link of this name."""
        button = self.page.get_by_role("button", name=name, exact=True)
        return button.or_(self.page.get_by_role("link", name=name, exact=True)).first

    def press(self, name: str) -> None:
        """Press the button, or follow the link, of this name; the next page follows."""
        follow(self.named(name))

    def choose(self, name: str, within: Locator | None = None) -> None:
        """Choose the radio button of this name."""
        (within or self.page).get_by_role("radio", name=name, exact=True).check()

    def fill(self, label: str, words: str) -> None:
        """Type into the box of this label: of several, the one in sight."""
        self.page.get_by_label(label, exact=True).filter(visible=True).fill(words)

    def fill_date(self, question: str, day: date) -> None:
        """Type a day into the three boxes under this question."""
        boxes = self.page.get_by_role("group", name=question)
        for name, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            boxes.get_by_label(name).fill(str(value))

    def open(self, tab: str = "") -> None:
        """Go to the request, or to one of its tabs."""
        self.page.goto(self.case)
        if tab:
            tabs = self.page.get_by_role("navigation", name="This request")
            link = tabs.get_by_role("link", name=tab)
            follow(link)
            expect(link).to_have_attribute("aria-current", "page")

    # Log

    def log(self, came: Came) -> None:
        """Log a request; the page to confirm its questions follows."""
        self.begin_log(came)
        self.press("Log the request")
        expect(self.page.get_by_role("heading", name="Confirm the questions")).to_be_visible()
        self.case = self.page.url.removesuffix("/questions")
        self.look("confirm")

    def begin_log(self, came: Came) -> None:
        """Fill in the form for a request."""
        page = self.page
        page.goto("/")
        follow(page.get_by_role("button", name="Log a request").first)
        self.fill("What did they write?", came.words)
        if came.authority:
            self.choose(came.authority)
        self.fill_date("When did it reach us?", came.received)
        self.choose(came.channel)
        self.choose(came.law)
        for label, words in (
            ("Name", came.name),
            ("Email address", came.email),
            ("Postal address", came.address),
        ):
            self.fill(label, words)
        if came.large_print:
            page.get_by_label("They need large print").check()

    # Confirm

    def add_unclaimed_line(self, label: str) -> None:
        """Take the line that asks for something as a question of this label."""
        add = self.named(f"Add as question {label}")
        if self.scripted:
            add.click()  # the page changes in its place
        else:
            follow(add)
        expect(self.page.locator(f'[data-label="{label}"]')).to_be_visible()

    def proposed(self) -> list[tuple[str, str]]:
        """The label and the words of each question on the page."""
        rows = self.page.locator("#pairs > [data-label]").all()
        return [(str(row.get_attribute("data-label")), _text(row.locator(".app-pair__text"))) for row in rows]

    def confirm(self, count: int) -> None:
        """Confirm the questions; the request's own page follows."""
        self.press(f"Confirm {count} question{'' if count == 1 else 's'}")
        expect(self.page.get_by_text(f"0 of {count} answered").first).to_be_visible()
        self.look("questions")

    # Answer

    def answer(self, label: str, answer: Answer) -> None:
        """Answer one question and save it. The page may be that of the question already."""
        if answer.estimate:
            self.make_estimate(answer.estimate)
        self._fill_in(label, answer)
        self.press("Save and next question")
        expect(self.page.locator(".govuk-error-summary")).to_have_count(0)

    def is_refused(self, label: str, answer: Answer) -> str:
        """What stands at the top of the page where an answer cannot be saved."""
        self._fill_in(label, answer)
        self.press("Save and next question")
        return _text(self.page.locator(".govuk-error-summary"))

    def make_estimate(self, estimate: Estimate) -> None:
        """Make the cost estimate of the request, or change it."""
        self.page.goto(self.case)
        follow(self.page.get_by_role("link", name="Cost estimate"))
        rows = self.page.locator("[data-cost-row]")
        for place, (activity, *typed) in enumerate(estimate.rows):
            if place >= rows.count():
                self.press("Add a row")
            row = rows.nth(place)
            row.get_by_label("What is done").select_option(label=ACTIVITIES[activity].label)
            for name, words in zip(("To what records", "How many", "Minutes each"), typed, strict=True):
                row.get_by_label(name).fill(words)
        self.fill("What do the minutes rest on?", estimate.sampled)
        self.fill("What could you provide within the limit?", estimate.within_limit)
        self.look("cost estimate")
        self.press("Save the estimate")
        expect(self.page.get_by_text("The cost estimate is saved.")).to_be_visible()

    def _fill_in(self, label: str, answer: Answer) -> None:
        self._go_to_question(label)
        self.choose(_on_screen(answer))
        if not self.scripted:
            self.press("Show what it needs")
        if answer.same_as:
            self._select("Whose answer does it take?", f"{answer.same_as}. ")
        for asks in fields_of(answer.outcome):
            words = answer.words if asks.name == "answer" else answer.details.get(asks.name, "")
            if asks.name == "because_of":
                opening = "The opening statement of the letter"
                wanted = opening if answer.because_of == OPENING_STATEMENT else f"{answer.because_of}. "
                self._select(asks.label, wanted)
            elif words:
                self.fill(asks.label, words)
        for place, ground in enumerate(answer.grounds):
            rely_on(self.page, ground, place, scripted=self.scripted, beside=answer.outcome != "ncnd")
        if answer.words and "answer" not in {asks.name for asks in fields_of(answer.outcome)}:
            self.fill("Anything to add in the letter?", answer.words)
        if answer.file:
            self.page.get_by_label("Attach a file", exact=True).set_input_files(answer.file)
            self.fill("What is it called in the letter?", answer.file_title)
        self.look(f"answer: {answer.outcome}")

    def _go_to_question(self, label: str) -> None:
        caption = self.page.locator(".app-asked .app-title__caption")
        if caption.count() and _is_question(_text(caption), label):
            return
        self.page.goto(self.case)
        rows = self.page.locator(".app-question")
        here = self.page.locator(".app-question__label").get_by_text(label, exact=True)
        follow(rows.filter(has=here).get_by_role("link"))
        expect(caption).to_be_visible()

    def _select(self, label: str, beginning: str) -> None:
        box = self.page.get_by_label(label, exact=True).filter(visible=True)
        words = [words for words in box.locator("option").all_inner_texts() if words.startswith(beginning)]
        box.select_option(label=words[0])

    # Letters

    def say_once(self, opening: str = "", late: str = "") -> None:
        """What the letter says once: its opening statement, and why it is late."""
        self.open("Letter")
        follow(self.page.get_by_role("link", name="opening words"))
        expect(self.page.get_by_role("heading", name="Opening words")).to_be_visible()
        self.look("opening words")
        if opening:
            self.fill("What should the letter say once, before the answers?", opening)
        if late:
            self.fill("Why is the answer late?", late)
        self.press("Save")
        expect(self.page.get_by_text(opening or late).first).to_be_visible()

    def begin_letter(self, which: str) -> None:
        """Begin a letter of this name; its own page follows, or what it is to cover."""
        self.open("Letter")
        self.look(f"letters, before {which}")
        self.choose(which)
        self.press("Begin the letter")
        self.page.wait_for_url(re.compile(r"/letters/\d+"))

    def open_letter(self, name: str) -> None:
        """Go to the page of the letter of this name."""
        self.open("Letter")
        follow(self.page.get_by_role("link", name=name, exact=True).first)
        expect(self.page.frame_locator("iframe.app-paper-frame").locator("body")).to_be_visible()
        self.look(f"letter: {name}")

    def findings(self) -> list[tuple[str, str]]:
        """The code and the words of everything that the check found."""
        items = self.page.locator(".app-finding").all()
        return [(str(item.get_attribute("data-code")), _text(item)) for item in items]

    def cannot_issue(self) -> bool:
        """Whether the page says that the letter cannot be issued yet, and offers no button that would."""
        button = self.page.get_by_role("button", name="Issue the letter")
        return self.page.get_by_text("It cannot be issued yet.").is_visible() and not button.count()

    def issue(self) -> None:
        """Issue the letter of this page."""
        self.press("Issue the letter")
        expect(self.page.get_by_text("The letter is issued.")).to_be_visible()
        self.look("issued")

    def download(self) -> bytes:
        """The letter of this page, as it was issued."""
        with self.page.expect_download() as waiting:
            self.named("Download the letter (PDF)").click()
        return Path(waiting.value.path()).read_bytes()

    def due(self) -> str:
        """What the request says of its due date."""
        self.open()
        return _text(self.page.get_by_role("region", name="Due date"))

    def record_sent(self, on: date, how: str = "Email") -> None:
        """Record that the letter of this page has left; the request's own page follows."""
        self.fill_date("When was it sent?", on)
        self.choose(how)
        self.press("Record that it was sent")
        expect(self.page.get_by_text("Recorded that the letter was sent.")).to_be_visible()
        self.look("sent")

    # Correspondence

    def record(self, what: str, on: date, how: str, words: str) -> None:
        """Record something that was said."""
        self.open("Correspondence")
        self.choose(what)
        self.fill_date("When?", on)
        self.choose(how)
        self.fill("What was said?", words)
        self.look(f"recording: {what}")
        self.press("Record it")
        expect(self.page.locator(".app-turn").get_by_text(words)).to_be_visible()

    # The queue

    def tiles(self) -> dict[str, int]:
        """The numbers at the top."""
        numbers = self.page.locator(".app-tile").all()
        read = [re.fullmatch(r"(\d+) (?:\1 )?(.+)", _text(number)) for number in numbers]
        return {tile[2]: int(tile[1]) for tile in read if tile}

    def queue(self) -> list[tuple[str, str]]:
        """The subject of each request in the list, and how it is due."""
        rows = self.page.locator(".app-queue__row").all()
        return [(_text(row.locator("th a")), _text(row.locator("td").first)) for row in rows]

    def filter(self, *names: str) -> None:
        """Show only the requests of these choices."""
        fold = self.page.locator(".app-fold")
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
        for name in names:
            fold.get_by_label(name, exact=True).check()
        self.press("Show these")
        expect(self.page.locator(".app-chip")).to_have_count(len(names))

    # Settings

    def settle(self, settings: Mapping[str, str]) -> None:
        """Change settings of the authority, from a letter that the check stops for them."""
        follow(self.page.get_by_role("link", name="Go to the authority’s settings").first)
        for label, words in settings.items():
            self.fill(label, words)
        self.press("Save the settings")
        expect(self.page.get_by_text("The settings are saved").first).to_be_visible()

    # Files

    def look_at(self, title: str) -> None:
        """Take the second look at a file: open it, and put one's name to it."""
        self.page.goto(f"{self.case}/files")
        self.press(f"Take the second look at {title}")
        with self.page.expect_download():
            self.named("Open the file").click()
        self.page.get_by_label("I have looked at all of it").check()
        self.press("Confirm: it may go")
        expect(self.page.get_by_text("May go", exact=True)).to_be_visible()


def codes(found: Sequence[tuple[str, str]]) -> set[str]:
    """The codes of what the check found."""
    return {code for code, _ in found}


def _on_screen(answer: Answer) -> str:
    return SAME_AS_LABEL if answer.same_as else OUTCOMES[answer.outcome].label


def _is_question(caption: str, label: str) -> bool:
    return caption.replace(",", " ").split()[:2] == ["Question", label]


def _text(found: Locator) -> str:
    return " ".join(found.inner_text().split())
