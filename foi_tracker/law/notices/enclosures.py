"""Files that go with the letter: those that its words promise, and that somebody has looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import AnswerFacts, Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule, cite
from foi_tracker.law.outcomes import MAY_HAVE_FILES, OUTCOMES

_FILE = r"(?:file|spreadsheet|document|table|pdf|csv|list|copy|copies|policy|report|data|sheet|statistics)s?"
_PROMISE = re.compile(
    "|".join(
        (
            # "is attached", "please find enclosed"; never "attached to the vehicle"
            r"\b(?:is|are|was|were|find|see|as|also)\s+(?:attached|enclosed)\b(?!\s+to\b)",
            rf"\b(?:attached|enclosed)\s+{_FILE}\b",
            r"\b(?:see|in|at|on)\s+(?:the\s+|our\s+|an\s+)?(?:attachment|enclosure)s?\b",
            r"\battachment\s+(?:\d+|[A-Z])\b",
            r"^\s*(?:please\s+find\s+)?(?:attached|enclosed)\b(?!\s+to\b)",
            r"\bI\s+(?:attach|enclose)\b|\bwe\s+(?:attach|enclose)\b",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)

SECOND_LOOK = "second_look"
"""The box of the finding that nobody else has looked at a file: no reason stands in for that."""


def promises_a_file(text: str) -> bool:
    """Whether the words say that a file comes with them."""
    return _PROMISE.search(text) is not None


def missing_file(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """A file that an answer promises and that is not there; a file that nobody took a second look at."""
    provision = cite(facts, "s.1(1)(b)", "reg 5(1)")

    def found(message: str, label: str, field: str = "") -> Finding:
        return Finding("must", "attachment_missing", provision, message, label, "attachments", field)

    for answer in facts.answers:
        if promises_a_file(answer.answer) and not _has_file(facts, answer):
            yield found(
                f"The answer to question {answer.label} speaks of a file, and none is there. Add it.",
                answer.label,
            )
        titles = {file.title for file in facts.attachments}
        for title in answer.attachments:
            if title not in titles:
                yield found(
                    f"“{title}” goes with question {answer.label} and is not in the letter. Add it.",
                    answer.label,
                )
    for file in facts.attachments:
        if not file.looked_at_by.strip():
            yield found(
                f"Nobody has taken a second look at “{file.title}”. Open it and confirm it.",
                file.question,
                SECOND_LOOK,
            )


def not_given(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """A file still with a question that was answered anew, so that what is withheld would leave with it."""
    answers = {answer.label: answer for answer in facts.answers}
    for file in facts.attachments:
        answer = answers.get(file.question)
        for _ in facts.answers:  # as far as one takes the answer of another
            answer = answers.get(answer.same_as) if answer and answer.same_as else answer
        outcome = OUTCOMES.get(answer.outcome) if answer and not answer.same_as else None
        if outcome and outcome.code not in MAY_HAVE_FILES and outcome.code != "ncnd":  # see hints.py
            message = (
                f"“{file.title}” goes with question {file.question}, whose answer gives nothing "
                f"({outcome.label}). Take the file off, or let it go with the whole letter."
            )
            provision = cite(facts, "s.17(1)", "reg 14(1)")
            yield Finding("must", "attachment_not_given", provision, message, file.question, "attachments")


def _has_file(facts: LetterFacts, answer: AnswerFacts) -> bool:
    return bool(answer.attachments) or any(file.question in ("", answer.label) for file in facts.attachments)


FILES = Rule(
    ("attachment_missing", "attachment_not_given"),
    lambda facts, holidays: (*missing_file(facts, holidays), *not_given(facts, holidays)),
    "Every file is there, and somebody has looked at it.",
    "s.1(1)(b)",
    "reg 5(1)",
    applies=lambda facts: bool(facts.attachments),
)
