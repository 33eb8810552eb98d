"""The questions of a request, and where a letter says each back or numbers its answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from foi_tracker.intake.labels import Numbered, assign
from foi_tracker.intake.questions import split
from foi_tracker.intake.reading.passages import Passage, beneath_bold, labelled, one_by_one, resolved
from foi_tracker.intake.reading.said import Stream, numbered, spoken_of
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.theirs import words_of
from foi_tracker.intake.reading.unanswered import MOST, SMALL, Answering, Asked, unanswered
from foi_tracker.law.notices.strangers_facts import ReadAnswer

_LOOKS = 40
"""Numbered lines whose words are compared with every question."""
_SHARED = 3
"""Words that an answer shares with the question whose words it begins with."""

_ANSWERS_QUESTIONS = frozenset({"response", "refusal", "pit_extension"})
"""Kinds of letter that may answer questions; a notice of more time may answer the rest."""


def answers_in(
    sentences: Sequence[Sentence],
    request: str,
    kind: str,
    text: str,
    tells_nothing: Callable[[Sequence[Sentence]], bool],
) -> tuple[ReadAnswer, ...]:
    """Each question and what the letter shows of its answer; nothing where no question can be told.

    `request` is what was asked; where it is not known, what the letter says back before it answers. Outcomes
    are told of a letter of a `kind` that answers; `text` is the letter with the marks of its bold lines.
    `tells_nothing` says of sentences whether none gives an outcome.
    """
    found, passages = _asked_in(sentences, request, tells_nothing)
    if kind not in _ANSWERS_QUESTIONS:
        return found
    if not request.strip() and not any(each.unanswered or each.misnumbered_as for each in found):
        marked = labelled(sentences) or beneath_bold(sentences, text)
        if len(marked) > len(found):
            passages, found = marked, tuple(ReadAnswer(each.label) for each in marked)
    outcomes = resolved(passages, sentences)
    return tuple(replace(each, outcome=outcomes.get(each.label, "")) for each in found)


def _asked_in(
    sentences: Sequence[Sentence], request: str, tells_nothing: Callable[[Sequence[Sentence]], bool]
) -> tuple[tuple[ReadAnswer, ...], list[Passage]]:
    """Each question that was asked, and the words that answer it."""
    asked = request.strip() or "\n".join(each.text for each in sentences if each.theirs)
    proposed = [each for each in split(asked).questions if len(words_of(each.text)) > 2]
    labels = assign([Numbered(each.number, each.section) for each in proposed])
    questions = [
        Asked(label, _plain(each.number), each) for label, each in zip(labels, proposed, strict=True)
    ]
    if not questions:
        return (), []
    letter = Answering(sentences, Stream(sentences), spoken_of(sentences), tells_nothing)
    _find(questions, letter, known=bool(request.strip()))
    found = []
    left = unanswered(questions, letter)
    for each in questions:
        why, doubt = left.get(each.label, ("", ""))
        found.append(ReadAnswer(each.label, unanswered=why, doubt=doubt, misnumbered_as=each.misnumbered_as))
    return tuple(found), list(one_by_one(questions, sentences, letter.stream))


def _plain(number: str | None) -> str:
    return "".join(each for each in (number or "").lower() if each.isalnum()).lstrip("q0")


def _find(questions: list[Asked], letter: Answering, known: bool) -> None:
    """Where each question is said back, and where its number stands before an answer."""
    for question in questions:
        question.said = letter.stream.last_of(words_of(question.proposed.text))
    theirs = [n for n, each in enumerate(letter.sentences) if each.theirs]
    _number(questions, letter, 0 if known or not theirs else theirs[-1] + 1)
    numbered_at = [question.answered_at for question in questions if question.answered_at >= 0]
    if len(numbered_at) >= max(2, MOST * len(questions)):
        first = letter.stream.begins[min(numbered_at)]
        for question in questions:
            # In a list above the answers, which are known by their numbers, unless it goes on to answer.
            if question.said and question.said.start < first and not letter.stream.goes_on(question.said):
                question.said = None


def _number(questions: list[Asked], letter: Answering, after: int) -> None:
    """Which answer stands under each number; one that goes back may be another question's."""
    by_number = {question.number: question for question in reversed(questions) if question.number}
    highest, looks = 0, _LOOKS
    for place, number in numbered(letter.sentences, after):
        question = by_number.get(number) or by_number.get(number.rstrip("abcdefghij"))
        if question is None:
            continue
        value = int("".join(filter(str.isdecimal, number)))
        if value <= highest and looks:
            looks -= 1
            other = _begins_as(letter.sentences[place].text, questions, question)
            if other and other.answered_at < 0 and other.number != number:
                other.answered_at, other.misnumbered_as = place, number
                continue
        highest = max(highest, value)
        if question.answered_at < 0:
            question.answered_at = place


def _begins_as(words: str, questions: Sequence[Asked], named: Asked) -> Asked | None:
    """The question, other than the one it is numbered as, whose words an answer begins with."""
    opening = [word for word in words_of(words)[1:16] if word not in SMALL]
    best, shared = None, _SHARED - 1
    for question in questions:
        asked = [word for word in words_of(question.proposed.text)[:12] if word not in SMALL]
        common = len(set(opening[: len(asked) + 2]) & set(asked))
        if common > shared and common * 5 >= len(set(asked)) * 3:
            best, shared = question, common
    return best if best is not named else None
