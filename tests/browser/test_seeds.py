"""Each seed letter, from the request that came to the letter that left: first without what the original
lacks, when the check stops it and says why; then with it, when it is issued, sent and read back.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from flask import Flask
from playwright.sync_api import BrowserContext
from sqlalchemy.orm import Session

from foi_tracker.models import User
from tests.browser.chromium import Site
from tests.browser.pages import ANSWER_LETTER, Answer, Officer, codes
from tests.browser.paper import Paper, paper, says
from tests.browser.seeds import Seed
from tests.client import CheckedClient
from tests.factories.authorities import authority
from tests.factories.people import give_role, person
from tests.letters.house_style import HouseStyle, house_style
from tests.web.settings_form import save

REVIEW = "Where do they ask for a review?"
REVIEW_DAYS = "How many working days does a review take at most?"
FOOT = "Words at the foot of every letter"
REFERENCES = {"000": "1/17", "001": "042-22", "002": "2023-24-023", "004": "001-23"}
GIVEN_BEFORE = {"001": "41", "002": "22"}  # the last number of the year so far
DUE = {  # by hand, from a calendar
    "000": "Wednesday 1 March 2017",
    "001": "Friday 11 November 2022",
    "002": "Wednesday 23 August 2023",
    "004": "Wednesday 23 August 2023",
}


@dataclass(frozen=True)
class Lacks:
    """What the original lacks, and what the check says of it."""

    codes: frozenset[str]
    unanswered: tuple[str, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)  # as they were, by their fields
    mended: Mapping[str, str] = field(default_factory=dict)  # by what the settings' page calls them
    late: str = ""


SLOW = {"review_working_days": "44"}  # "in any case within two months"
IN_TIME = {FOOT: "", REVIEW_DAYS: "20"}
LACKS = {
    "000": Lacks(
        frozenset(
            {
                "advice_missing",
                "review_missing",
                "cost_estimate_missing",
                "not_held_unexplained",
                "pivot_headings",
                "small_numbers",
            }
        ),
        settings={"review_contact": ""},
        mended={REVIEW: "Freedom of Information Unit, 1 Vale Road, Northvale NV1 1AA"},
    ),
    "001": Lacks(
        frozenset(
            {
                "late",
                "late_unexplained",
                "attachment_missing",
                "regulator_out_of_date",
                "review_too_slow",
                "not_held_unexplained",
            }
        ),
        settings=SLOW,
        mended=IN_TIME,
        late="We were waiting for information from a provider.",
    ),
    "002": Lacks(
        frozenset({"question_unanswered", "not_held_unexplained", "review_missing"}),
        unanswered=("8A",),
        settings={"review_contact": ""},  # nothing is refused: the Code asks for it, s.17(7) does not
    ),
    "004": Lacks(
        frozenset({"question_unanswered", "regulator_out_of_date", "review_too_slow"}),
        unanswered=("7", "8A"),
        settings=SLOW,
        mended=IN_TIME,
    ),
}


@dataclass
class Office:
    """An authority as the seed has it, its officer at a page, and a colleague for second looks."""

    app: Flask
    site: Site
    seed: Seed
    officer: Officer
    colleague: Officer

    @property
    def lacks(self) -> Lacks:
        """What the original lacks."""
        return LACKS[self.seed.number]

    def today_is(self, day: date) -> None:
        """Go on to this day."""
        self.app.config["TODAY"] = day


@pytest.fixture
def office(
    app: Flask,
    site: Site,
    session: Session,
    signed_in: Callable[[User], CheckedClient],
    open_browser: Callable[..., BrowserContext],
) -> Callable[[str, bool], Office]:
    """Open an office for a seed: `office("002", scripted)`."""

    def opened(number: str, scripted: bool) -> Office:
        seed = Seed(number)
        ours = authority(session, f"seed-{number}")
        sam, kim = (person(session, name, ours) for name in ("Sam Officer", "Kim Officer"))
        give_role(session, sam, ours, "administrator")
        app.config["TODAY"] = seed.received
        begun = {"last_number": GIVEN_BEFORE[number]} if number in GIVEN_BEFORE else {}
        settled = save(signed_in(sam), ours, **seed.settings(), **LACKS[number].settings, **begun)
        assert settled.status_code == 302

        def at_a_page(user: User) -> Officer:
            context = open_browser(java_script_enabled=scripted)
            site.sign_in(context, user)
            return Officer(context.new_page(), scripted=scripted)

        made = Office(app, site, seed, at_a_page(sam), at_a_page(kim))
        session.commit()
        return made

    return opened


@pytest.mark.shared
@pytest.mark.parametrize("number", sorted(LACKS))
@pytest.mark.parametrize("scripted", [True, False], ids=["script", "plain"])
def test_a_seed_is_stopped_until_it_is_whole_and_then_sent(
    number: str, scripted: bool, office: Callable[[str, bool], Office], tmp_path: Path
) -> None:
    here = office(number, scripted)
    seed, officer = here.seed, here.officer

    here.today_is(seed.received)
    _log_and_confirm(here)
    assert DUE[number] in officer.due()
    here.today_is(seed.issued)
    _answer_as_the_original_did(here, tmp_path)
    _is_stopped(here)
    _supply(here)
    letter = _issue_and_send(here)

    _reads_as_it_was_written(seed, letter)
    _is_in_its_house_style(seed, letter)
    CHECKS[number](letter, officer)


def _log_and_confirm(here: Office) -> None:
    """The questions are confirmed exactly as the replay has them."""
    seed, officer = here.seed, here.officer
    officer.log(seed.came)
    for question in seed.questions:
        if question.get("maybe"):
            officer.add_unclaimed_line(question["label"])
    assert officer.proposed() == [(question["label"], seed.asked(question)) for question in seed.questions]
    officer.confirm(len(seed.questions))


def _answer_as_the_original_did(here: Office, folder: Path) -> None:
    seed, officer = here.seed, here.officer
    if opening := seed.words(seed.told.get("opening_statement")):
        officer.say_once(opening)
    for question in seed.questions:
        if answer := seed.answer(question, supplied=False, folder=folder):
            if answer.file:
                answer.file.write_bytes(_small_pdf())
            if answer.estimate:  # what refuses for its cost without an estimate is not even kept
                bare = replace(answer, estimate=None)
                assert "There is no estimate yet." in officer.is_refused(question["label"], bare)
            officer.answer(question["label"], answer)


def _small_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


def _is_stopped(here: Office) -> None:
    officer = here.officer
    officer.begin_letter(ANSWER_LETTER)
    assert officer.cannot_issue()
    found = officer.findings()
    assert codes(found) == here.lacks.codes, found
    for label in here.lacks.unanswered:
        assert any(words.startswith(f"Question {label} has no answer.", 2) for _, words in found), found


def _supply(here: Office) -> None:
    seed, officer = here.seed, here.officer
    if here.lacks.mended:
        officer.settle(here.lacks.mended)
    for question in seed.questions:
        if "supply" in question:
            answer = seed.answer(question, supplied=True)
            assert answer is not None
            officer.answer(question["label"], answer)
        if "attachment" in question:
            here.colleague.case = officer.case
            here.colleague.look_at(question["attachment"])
    if here.lacks.late:
        officer.say_once(late=here.lacks.late)


def _issue_and_send(here: Office) -> Paper:
    officer = here.officer
    officer.open_letter("Response")
    assert codes(officer.findings()) == STILL_SAID[here.seed.number]
    officer.issue()
    letter = paper(officer.download())
    officer.record_sent(here.seed.issued)
    return letter


ANSWER = "Our answer to your request"
STYLES = {
    "000": ("interleaved", ANSWER, "head"),
    "001": ("numbered", ANSWER, "foot"),
    "002": ("numbered", "Freedom of Information request 2023-24-023", "head"),
    "004": ("numbered", ANSWER, "foot"),
}
STILL_SAID = {
    "000": {"pivot_headings", "small_numbers"},  # should, of the table as the original pasted it
    "001": {"late"},  # it is late, and says so
    "002": {"review_missing"},  # should, and is not stopped for it
    "004": set(),
}


def _reads_as_it_was_written(seed: Seed, letter: Paper) -> None:
    """Every question in order with its answer, in the words of the seed."""
    labels = [question["label"] for question in seed.questions]
    assert [pair.label for pair in letter.pairs] == labels == letter.answered
    assert REFERENCES[seed.number] in letter.text
    day = f"{seed.issued.day} {seed.issued:%B %Y}"
    assert f"Date {day}" in letter.text
    for question, pair in zip(seed.questions, letter.pairs, strict=True):
        assert says(pair.question, seed.asked(question)), pair
        if "same_as" in question:
            assert pair.answer == f"See the answer to question {question['same_as']}."
        answer = seed.answer(question, supplied=True)
        for words in _told(answer):
            assert says(pair.answer, words), f"{words!r} is not in {pair.answer!r}"
    for once in ("preamble", "opening_statement"):
        assert not seed.told.get(once) or says(letter.text, seed.words(seed.told[once]))


def _is_in_its_house_style(seed: Seed, letter: Paper) -> None:
    """Interleaved; or numbered, with the letterhead at the foot or the reference as the title."""
    address = seed.settings().get("address", "1 Vale Road").splitlines()[0]
    layout, title, sender_at = STYLES[seed.number]
    assert house_style(letter.pdf, address) == HouseStyle(layout, title, sender_at)


def _told(answer: Answer | None) -> list[str]:
    """Everything that an officer wrote for one answer."""
    if answer is None:
        return []
    estimate = (answer.estimate.sampled, answer.estimate.within_limit) if answer.estimate else ()
    return [words for words in (answer.words, *answer.details.values(), *estimate) if words]


def _check_000(letter: Paper, officer: Officer) -> None:
    """Its table is a real one; its refusal has the estimate, the advice and the way to complain."""
    (table,) = letter.pairs[7].tables
    headings = [cell.text for cell in table.all("TH")]
    assert headings[:2] == ["Row Labels", "Count of Int Ref Number"]
    rows = [[cell.text for cell in row.all("TH", "TD")] for row in table.all("TR")][1:]
    assert len(rows) == 10
    assert rows[-1] == ["Grand Total", "5,201"]
    assert [row[0] for row in rows] == headings[2:]
    assert sum(int(row[1].replace(",", "")) for row in rows[:-1]) == 5201
    assert {cell.scope for cell in table.all("TH")} == {"Column", "Row"}
    assert "section 12(1)" in letter.pairs[8].answer
    assert "186.7 hours" in letter.pairs[8].answer
    assert "Freedom of Information Unit" in letter.text
    assert "early" in officer.due()


def _check_001(letter: Paper, officer: Officer) -> None:
    """It is three working days late: the page and the letter say so, with the reason and one apology."""
    assert (
        "We should have answered by 11 November 2022, so this letter is three working days late. "
        "We were waiting for information from a provider. I am sorry."
    ) in letter.text
    assert "3 working days late" in officer.due()
    assert "FOI – 042-22 – Domestic Abuse Statistics Attachment 1" in letter.pairs[1].answer
    assert "Dear FOI Applicant," in letter.text
    assert "Alethea Fuller Deputy Chief Executive" in letter.text
    assert "08456" not in letter.text


def _check_002(letter: Paper, officer: Officer) -> None:
    """What falls away says because of what; the unnumbered line has its answer between 8 and 9."""
    for pair in letter.pairs[2:4]:
        assert pair.answer == "This question falls away, because of the answer to question 2."
    assert "No evaluation of the programme is held." in letter.pairs[8].answer
    assert "9 working days early" in officer.due()


def _check_004(letter: Paper, officer: Officer) -> None:
    """7 August is a bank holiday in Scotland, so it is not counted; the opening statement is said once."""
    for pair in letter.pairs[1:4]:
        assert pair.answer == "This question falls away, for the reason we give under “Before our answers”."
    assert letter.text.count("did not commission a Domestic Abuse Perpetrator Programme") == 1
    assert "2 working days early" in officer.due()
    officer.open("Clock")
    clock = officer.page.locator("main").inner_text()
    assert _one_line_with(clock.splitlines(), "Scotland"), clock


def _one_line_with(lines: Iterable[str], word: str) -> bool:
    return any(word in line for line in lines)


CHECKS = {"000": _check_000, "001": _check_001, "002": _check_002, "004": _check_004}
