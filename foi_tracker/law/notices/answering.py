"""Whether every question is answered, in order, with what its outcome needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import AnswerFacts, Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule, cite
from foi_tracker.law.outcomes import OPENING_STATEMENT, OUTCOMES, missing


def _mend(label: str) -> str:
    return f"question:{label}"


def unanswered(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Questions with no answer in this letter nor in another: s.1(1); reg 5(1)."""
    provision = cite(facts, "s.1(1)", "reg 5(1)")
    here = {answer.label for answer in facts.answers if answer.outcome or answer.same_as}
    expected = [*facts.all_labels, *(answer.label for answer in facts.answers)]
    open_labels = [
        label
        for label in dict.fromkeys(expected)
        if label not in here and label not in facts.answered_elsewhere
    ]
    for label in open_labels:
        message = f"Question {label} has no answer. Answer it, or say in which letter it is answered."
        yield Finding("must", "question_unanswered", provision, message, label, _mend(label))
    if not facts.answers and not open_labels:
        message = "The letter answers no question. Choose the questions that it answers."
        yield Finding("must", "question_unanswered", provision, message, "", "letter")


def misnumbered(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Labels that stand twice, that no question has, or that are out of the questions' order."""
    labels = [answer.label for answer in facts.answers]
    known = list(facts.all_labels)

    def found(message: str, where: str) -> Finding:
        return Finding(
            "must", "answers_misnumbered", cite(facts, "s.1(1)", "reg 5(1)"), message, where, "letter"
        )

    for label, times in Counter(labels).items():
        if times > 1:
            yield found(f"Label {label} stands at {times} answers. Give each question its own label.", label)
        if label not in known:
            yield found(
                f"There is no question {label} to answer. Give the answer its question's label.", label
            )
    places = [known.index(label) for label in dict.fromkeys(labels) if label in known]
    wrong = next((at for at, (one, two) in enumerate(pairwise(places)) if two < one), None)
    if wrong is not None:
        first, second = known[places[wrong + 1]], known[places[wrong]]
        yield found(f"The answer to {first} stands after the answer to {second}. Put them in order.", first)


def incomplete(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """What an outcome needs before the letter can go, and does not have."""
    for answer in facts.answers:
        if answer.same_as:
            yield from _same_as(facts, answer)
        elif answer.outcome not in OUTCOMES:
            if answer.outcome:
                yield _incomplete(facts, answer, f"has an outcome that is not known: {answer.outcome}")
        else:
            yield from _fields(answer)
            yield from _because_of(facts, answer)


def _incomplete(facts: LetterFacts, answer: AnswerFacts, what: str) -> Finding:
    message = f"Question {answer.label} {what}. Choose again."
    provision = cite(facts, "s.1(1)", "reg 5(1)")
    return Finding("must", "outcome_incomplete", provision, message, answer.label, _mend(answer.label))


def _fields(answer: AnswerFacts) -> Iterator[Finding]:
    attached: Sequence[str] = answer.attachments
    outcome = OUTCOMES[answer.outcome]
    for field in missing(answer.outcome, answer.answer, answer.details, attached, answer.because_of):
        message = f"Question {answer.label} ({outcome.label}) is not complete. {field.label} {field.hint}"
        mend = _mend(answer.label)
        yield Finding(field.level, field.code, field.provision, message, answer.label, mend, field=field.name)


def _same_as(facts: LetterFacts, answer: AnswerFacts) -> Iterator[Finding]:
    """A link must lead to an answer: one of this letter, or of another that was sent."""
    by_label = {other.label: other for other in facts.answers}
    seen = {answer.label}
    target = answer.same_as
    while target in by_label and by_label[target].same_as and target not in seen:
        seen.add(target)
        target = by_label[target].same_as
    if target in seen:
        yield _incomplete(facts, answer, "takes an answer that leads back to itself")
    elif target not in by_label and (target in facts.to_follow or target not in facts.answered_elsewhere):
        yield _incomplete(facts, answer, f"takes the answer of {target}, which has none")


def _because_of(facts: LetterFacts, answer: AnswerFacts) -> Iterator[Finding]:
    """What makes a question fall away must be there to read."""
    reason = answer.because_of
    if answer.outcome != "not_applicable" or not reason:
        return
    if reason == OPENING_STATEMENT:
        if not facts.opening_statement.strip():
            yield _incomplete(facts, answer, "falls away because of the opening statement, which is empty")
    elif reason == answer.label or reason not in facts.all_labels:
        yield _incomplete(facts, answer, f"falls away because of {reason}, which is not another question")
    elif reason in facts.to_follow:
        yield _incomplete(facts, answer, f"falls away because of {reason}, which has no answer yet")


ALL_ANSWERED = Rule(
    ("question_unanswered",), unanswered, "Every question has an answer.", "s.1(1)", "reg 5(1)"
)
IN_ORDER = Rule(
    ("answers_misnumbered",), misnumbered, "The answers keep the questions' labels.", "s.1(1)", "reg 5(1)"
)
COMPLETE = Rule(
    ("outcome_incomplete", "not_held_unexplained"),
    incomplete,
    "Every outcome has what it needs.",
    "s.1(1); s.16; s.17",
    "regs 5, 9 and 14",
)
