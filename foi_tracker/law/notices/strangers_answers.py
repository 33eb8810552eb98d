"""Whether a letter that somebody else wrote answers every question, by the questions' own numbers."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.notices.facts import Finding
from foi_tracker.law.notices.strangers_facts import REFUSING, ReadLetter


def answers(letter: ReadLetter) -> Iterator[Finding]:
    """Questions without an answer, and answers under another's number: s.1(1); reg 5(1)."""
    if letter.kind not in REFUSING:
        return
    provision = "reg 5(1)" if letter.is_eir else "s.1(1)"
    if letter.sent_elsewhere:
        message = "The letter only sends the reader away: it answers nothing, and does not say if it is held."
        level = "should" if letter.sent_with_doubt else "must"
        message = f"{message} {letter.sent_with_doubt}".strip()
        yield Finding(level, "question_unanswered", provision, message, letter.sent_elsewhere)
        return
    for answer in letter.answers:
        if answer.unanswered:
            level = "should" if answer.doubt else "must"
            message = f"Question {answer.label} has no answer: {answer.unanswered}."
            yield Finding(
                level, "question_unanswered", provision, f"{message} {answer.doubt}".strip(), answer.label
            )
        if answer.misnumbered_as:
            message = f"The answer to question {answer.label} is numbered {answer.misnumbered_as}."
            yield Finding("must", "answers_misnumbered", provision, message, answer.label)
