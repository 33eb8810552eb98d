"""What the pages of the check show: each letter, what was found in it, and the counts of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from foi_tracker.intake.checking import MUST, CheckedFile, CodeCount, counts
from foi_tracker.law.bank_holidays import SCOTLAND, BankHolidays
from foi_tracker.law.exemptions import find
from foi_tracker.law.notices.codes import CODES
from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.law.working_days import working_days_between
from foi_tracker.web.date_words import plural, say_plain_date
from foi_tracker.web.provision_words import in_words

KINDS = {
    "response": "An answer",
    "refusal": "A refusal",
    "extension": "More time is taken",
    "acknowledgement": "An acknowledgement",
    "clarification": "A question back",
    "invalid": "Not a valid request",
    "not_valid": "Not a valid request",
    "review": "An internal review",
    "holding": "The answer is to follow",
    "transfer": "Passed on to another body",
    "fees_notice": "A fee is asked",
    "closure": "The request is closed",
}
NO_LETTER = "other"
OTHER = "Something else"
SCOTTISH = "FOISA"
LAWS = {
    "FOIA": "Freedom of Information Act 2000",
    "EIR": "Environmental Information Regulations 2004",
    SCOTTISH: "Freedom of Information (Scotland) Act 2002 or its regulations",
}
LONGEST_QUOTE = 160
OF_QUESTIONS = frozenset({"question_unanswered", "answers_misnumbered"})
"""Findings that name a question by its label; others name a sentence, however short."""


@dataclass(frozen=True)
class Found:
    """One finding, as templates/pages/_macros/letter.html draws it."""

    code: str
    text: str
    provision: str
    links: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Letter:
    """One file and what was found in it."""

    name: str
    anchor: str
    problem: str = ""
    kind: str = ""
    facts: tuple[tuple[str, str], ...] = ()  # term and value
    due: str = ""  # "11 working days late"
    is_late: bool = False
    issued: str = ""
    grounds: tuple[tuple[str, str], ...] = ()  # as cited, and what it is
    questions: tuple[tuple[str, str], ...] = ()  # label, and what became of it
    must: tuple[Found, ...] = ()
    should: tuple[Found, ...] = ()
    unread: tuple[str, ...] = ()  # what came with it and was not read, in sentences
    first: int = 1  # the number of its first finding on the page
    is_known_law: bool = True  # False where its dates alone could be looked at
    is_letter: bool = True  # False where its words are of no request, and nothing was looked at


@dataclass(frozen=True)
class Count:
    """One row of the counts by code."""

    is_must: bool
    code: str
    means: str
    provision: str
    letters: int
    in_letters: tuple[Letter, ...]


@dataclass(frozen=True)
class Results:
    """Everything that one run of the check shows."""

    letters: tuple[Letter, ...]
    counts: tuple[Count, ...]

    @property
    def read(self) -> tuple[Letter, ...]:
        """The letters that could be read."""
        return tuple(letter for letter in self.letters if not letter.problem)

    @property
    def unread(self) -> tuple[Letter, ...]:
        """The files that could not."""
        return tuple(letter for letter in self.letters if letter.problem)

    @property
    def judged(self) -> tuple[Letter, ...]:
        """The letters that were read and are under a law that the check knows."""
        return tuple(letter for letter in self.read if letter.is_known_law and letter.is_letter)

    @property
    def unjudged(self) -> tuple[Letter, ...]:
        """Those that were read and are under another."""
        return tuple(letter for letter in self.read if not letter.is_known_law)

    @property
    def others(self) -> tuple[Letter, ...]:
        """Those that were read and are no letters about a request."""
        return tuple(letter for letter in self.read if not letter.is_letter)

    @property
    def faulty(self) -> int:
        """How many letters have something that must be mended."""
        return sum(bool(letter.must) for letter in self.letters)


def results_of(files: Sequence[CheckedFile], holidays: BankHolidays) -> Results:
    """What a page shows of these files, in their order."""
    letters: list[Letter] = []
    first = 1
    for number, file in enumerate(files, start=1):
        letters.append(_letter(file, f"letter-{number}", first, holidays))
        first += len(file.findings)
    return Results(tuple(letters), tuple(_count(count, files, letters) for count in counts(files)))


def _letter(file: CheckedFile, anchor: str, first: int, holidays: BankHolidays) -> Letter:
    if file.letter is None:
        return Letter(file.name, anchor, file.problem, first=first)
    letter = file.letter
    days = {name: date.fromisoformat(day) if day else None for name, day in letter["dates"].items()}
    law = letter.get("regime", "")
    due, late = _due(days.get("due"), days.get("issued"), holidays, SCOTLAND if law == SCOTTISH else None)
    return Letter(
        file.name,
        anchor,
        kind=KINDS.get(letter["kind"], OTHER),
        facts=(
            ("Law", LAWS.get(law, "Not said")),
            ("Request came", _day(days.get("received"))),
            ("Letter left", _day(days.get("issued"))),
            ("Last day", _day(days.get("due")) + (f": {due}" if due else "")),
        ),
        due=due,
        is_late=late,
        issued=_day(days.get("issued")),
        grounds=tuple(_ground(each, law) for each in letter["grounds"]),
        questions=tuple((each["label"], _outcome(each["outcome"])) for each in letter["questions"]),
        must=tuple(_found(each) for each in file.findings if each["level"] == MUST),
        should=tuple(_found(each) for each in file.findings if each["level"] != MUST),
        unread=tuple(file.unread),
        first=first,
        is_known_law=law != SCOTTISH or letter["kind"] == NO_LETTER,
        is_letter=letter["kind"] != NO_LETTER,
    )


def _day(day: date | None) -> str:
    return say_plain_date(day) if day else "Not found in the letter"


def _due(
    due: date | None, issued: date | None, holidays: BankHolidays, nations: frozenset[str] | None
) -> tuple[str, bool]:
    """How the letter stands against its last day."""
    if due is None or issued is None:
        return "", False
    if issued <= due:
        return "in time", False
    return f"{plural(working_days_between(due, issued, holidays, nations), 'working day')} late", True


def _ground(ground: dict[str, Any], law: str) -> tuple[str, str]:
    row = find(ground["code"]) if law != SCOTTISH else None  # the same number is another exemption there
    title = row.title if row else ""
    if not ground.get("relied_on", True):
        title = f"{title} (only spoken of)" if title else "Only spoken of"
    return in_words(ground["code"]), title


def _outcome(code: str) -> str:
    if code in OUTCOMES:
        return OUTCOMES[code].label
    return code.replace("_", " ").capitalize() or "Not clear from its words"


def _found(finding: dict[str, str]) -> Found:
    where = finding["where"]
    if len(where) > LONGEST_QUOTE:
        where = where[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    if where:
        is_label = finding["code"] in OF_QUESTIONS and " " not in where
        where = f" · Question {where}" if is_label else f" · “{where}”"
    return Found(finding["code"], finding["message"], in_words(finding["provision"]) + where)


def _count(count: CodeCount, files: Sequence[CheckedFile], letters: Sequence[Letter]) -> Count:
    code = CODES.get(count.code)
    having = tuple(
        letter
        for file, letter in zip(files, letters, strict=True)
        if any((each["level"], each["code"]) == (count.level, count.code) for each in file.findings)
    )
    means = code.means if code else count.code.replace("_", " ").capitalize()
    return Count(count.level == MUST, count.code, means, in_words(count.provision), count.letters, having)
