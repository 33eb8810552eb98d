"""Which of a letter's words answer which question, and what becomes of each by them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.outcomes import ABOVE, Told, of_all, told
from foi_tracker.intake.reading.said import Stream
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.theirs import words_of
from foi_tracker.intake.reading.unanswered import SMALL, Asked

_WORD = re.compile(r"[a-z0-9£%]++", re.IGNORECASE)
_ENDS = pattern(
    r"""\A\W{0,3}(?:(?:kind |best |warm )?regards\b|yours (?:sincerely|faithfully|truly)
    |what you can do next
    |(?:your )?(?:rights?|freedom of information right) (?:of|to) (?:appeal|complain|review|an internal)
    |(?:freedom of information )?(?:appeals?|complaints?|internal reviews?|review)(?: procedure| process
    | rights?)?\W{0,2}\Z
    |complaint rights|(?:if|should) you (?:are|feel|be|remain|have any|wish to (?:complain|appeal)
    |disagree|require)
    |(?:are )?you (?:are |un)(?:entitled|happy|dissatisfied)|you have the right to
    |any person who has requested
    |i (?:hope|trust) (?:this|that|the)|the information (?:supplied|provided) (?:to you|in this|is)
    |copyright
    |most of the information|re-?use\b|please quote|thank you for your (?:interest|request))"""
)
"""Where a letter leaves its answers."""
_MARKED = pattern(
    r"""\W{0,4}(?:q|question|qu|a|answer|ans|r|response|resp|request|part|point|item|query|no)?[\s.:]{0,2}
    (?:to )?(?:question |q)?[(\[]?\d{1,2}\s?(?:[a-z](?=[)\].:\s]))?[)\].:-]{0,2}\s{0,2}"""
)
"""The number that an answer stands under, which is no word of it."""
_ANSWERS = pattern(r"""\W{0,4}(?:answers?|ans|response|reply|a|r)\s?[:.-]{1,2}\s?""")
_LABELLED = pattern(
    r"""\W{0,4}(?P<what>question|q|answer|a|ans|response to (?:question|q)|response|reply)\s?
    (?P<label>\d{1,2}[a-z]?)(?P<stop>\s?[:.)-]{1,2}\s{0,2}|\s{0,2}\Z)"""
)
_BOLD = re.compile(r"\*\*(?P<words>[^*\n]{4,600})\*\*\s{0,4}")
_BULLET = pattern(r"""\A(?:[-•*·●▪]|o(?= ))\s{0,4}""")
_BOLD_NUMBER = pattern(r"""\W{0,6}(?:question |q)?(?P<number>\d{1,2}[a-z]?)[.):]""")
_LEAST_BOLD = 2
"""Lines in bold with a question mark, that make it a letter of questions and answers."""
_MARK_WORDS = 2
"""Words that a question's mark may have: "Question 2"."""
_QUESTION_WORDS = 0.6
"""Of the words that follow where a question is said back: with so many of its own it still goes on."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A question's label and the sentences that answer it; none where it shares an answer with others."""

    label: str
    answer: tuple[Sentence, ...]


def resolved(passages: Sequence[Passage], sentences: Sequence[Sentence]) -> dict[str, str]:
    """The outcome of each question by its label: an answer that points to another takes that one's.

    Where no question has an answer of its own, what the letter says of the request as a whole is of each.
    """
    found: dict[str, Told] = {each.label: told(each.answer) for each in passages}
    if not any(each.answer for each in passages) and (whole := of_all(sentences)):
        return dict.fromkeys(found, whole)
    order = list(found)
    return {label: _follow(label, found, order) for label in order}


def _follow(label: str, found: Mapping[str, Told], order: Sequence[str]) -> str:
    seen: set[str] = set()
    while label in found and label not in seen:
        seen.add(label)
        here = found[label]
        if not here.same_as:
            return here.outcome
        place = order.index(label)
        label = (order[place - 1] if place else "") if here.same_as == ABOVE else here.same_as
    return ""


def one_by_one(
    questions: Sequence[Asked], sentences: Sequence[Sentence], stream: Stream
) -> Iterator[Passage]:
    """The answer of each question that is said back or numbered: what stands from there to the next."""
    begins = stream.begins
    stops = sorted(
        {each.said.start for each in questions if each.said}
        | {begins[each.answered_at] for each in questions if each.answered_at >= 0}
    )
    shared = _shared(questions, sentences, stream)
    for each in questions:
        if each.label in shared or not each.is_seen:
            yield Passage(each.label, ())
            continue
        start = _start(each, begins)
        end = next(
            (stop for stop in stops if stop >= start and stop != _own(each, begins)), len(stream.words)
        )
        broken = _breaks(each, sentences, stream, start, end)
        yield Passage(each.label, () if broken else tuple(_cut(each, sentences, begins, start, end)))


def _breaks(question: Asked, sentences: Sequence[Sentence], stream: Stream, start: int, end: int) -> bool:
    """Whether the words between begin or end amid a sentence that only speaks of a question."""
    if 0 < end < len(stream.words) and end - stream.begins[stream.sentence_at(end)] > _MARK_WORDS:
        return True
    if not question.said or question.said.end != start or start >= len(stream.words):
        return False
    place = stream.sentence_at(start)
    into, before = start - stream.begins[place], question.said.start - stream.begins[place]
    if into <= 0 or before <= _MARK_WORDS:
        return False
    return _rest(sentences[place].text, into, set(words_of(question.proposed.text)))[:1].islower()


def _own(each: Asked, begins: Sequence[int]) -> int:
    return begins[each.answered_at] if each.answered_at >= 0 else -1


def _start(each: Asked, begins: Sequence[int]) -> int:
    """The word from which a question is answered."""
    return max(each.said.end if each.said else 0, _own(each, begins))


def _shared(questions: Sequence[Asked], sentences: Sequence[Sentence], stream: Stream) -> set[str]:
    """The labels of questions that are said back in a row, with one answer below them all or none."""
    places = sorted(
        (each.said.start, each.said.end, number)
        for number, each in enumerate(questions)
        if each.said and each.answered_at < 0
    )
    found: set[str] = set()
    for (_, end, here), (start, _, below) in pairwise(places):
        first, second = questions[here], questions[below]
        if not any(words_of(each.text) for each in _cut(first, sentences, stream.begins, end, start)):
            found |= {first.label, second.label}
    return found


def _cut(
    question: Asked, sentences: Sequence[Sentence], begins: Sequence[int], start: int, end: int
) -> Iterator[Sentence]:
    """The letter's own sentences between two words, without the question's and without the closing."""
    asked = set(words_of(question.proposed.text))
    for place in range(max(0, bisect.bisect_right(begins, start) - 1), len(sentences)):
        each, here = sentences[place], begins[place]
        if here >= end or (here >= start and _ENDS.match(each.text)):
            return
        last = here + len(words_of(each.text))
        if last < start or (last == start and here < start):
            continue
        text = _part(question, each, here, start, asked, place)
        if last > end:
            text = _until(text, end - max(here, start)) if end - here > _MARK_WORDS else ""
        text = _BULLET.sub("", _ANSWERS.sub("", text, count=1) if _ANSWERS.match(text) else text).strip()
        if text:
            yield replace(each, text=text, theirs=False)


def _part(question: Asked, each: Sentence, here: int, start: int, asked: set[str], place: int) -> str:
    """What of a sentence answers, that begins before, with or after the first word of an answer."""
    if here < start:
        return _rest(each.text, start - here, asked)
    if question.answered_at == place:
        return _after_mark(each.text)
    return "" if each.theirs else each.text


def _after_mark(text: str) -> str:
    mark = _MARKED.match(text)
    return text[mark.end() :] if mark else text


def _rest(text: str, words: int, asked: set[str]) -> str:
    """What follows so many words of a sentence, unless the question still goes on in it."""
    found = list(_WORD.finditer(text))
    rest = text[found[words - 1].end() :] if 0 < words <= len(found) else text
    asks, mark, after = rest.rpartition("?")
    rest = after if mark else asks or after
    own = [word for word in words_of(rest) if word not in SMALL]
    if own and sum(word in asked for word in own) >= _QUESTION_WORDS * len(own):
        return ""
    return _BULLET.sub("", rest.lstrip(" .:;,)")) if words_of(rest) else ""


def _until(text: str, words: int) -> str:
    found = list(_WORD.finditer(text))
    return text[: found[words].start()] if 0 <= words < len(found) else text


def labelled(sentences: Sequence[Sentence]) -> list[Passage]:
    """The answers that carry their labels: "Answer 3: ...", or "Question 3: ..." and then "Answer: ...".

    A list of questions may stand above the answers: of one label the last stretch is its answer.
    """
    found: dict[str, list[Sentence]] = {}
    label, answering = "", False
    for each in sentences:
        mark = _LABELLED.match(each.text)
        if _ENDS.match(each.text):
            label = ""
        elif mark:
            label, answering = mark["label"].upper(), mark["what"].lower()[0] in "ar"
            found[label] = []
            rest = each.text[mark.end() :]
            if answering and rest:
                found[label].append(replace(each, text=rest, theirs=False))
        elif label and _ANSWERS.match(each.text):
            answering = True
            rest = _ANSWERS.sub("", each.text, count=1)
            found[label] += [replace(each, text=rest, theirs=False)] if rest else []
        elif label and answering:
            found[label].append(replace(each, theirs=False))
    answered = [Passage(name, tuple(answer)) for name, answer in found.items()]
    return answered if any(each.answer for each in answered) else []


def beneath_bold(sentences: Sequence[Sentence], text: str) -> list[Passage]:
    """The answers that stand each below its question in bold, where the letter's text keeps that mark."""
    asked = _asking_in_bold(text.split("\n"))
    found: list[tuple[str, list[Sentence]]] = []
    for each in sentences:
        if each.line in asked:
            label = asked.pop(each.line)
            found.append((label or str(len(found) + 1), []))
        elif found and _ENDS.match(each.text):
            break
        elif found:
            found[-1][1].append(replace(each, theirs=False))
    labels = [label for label, _ in found]
    if len(set(labels)) < len(labels):
        return []
    return [Passage(label, tuple(answer)) for label, answer in found]


def _asking_in_bold(rows: Sequence[str]) -> dict[int, str]:
    """The lines in bold that ask, from 1, with their numbers or "", in a letter with two such lines or more.

    Of bold lines in a row those with a question mark ask, where one has one, or else the last.
    """
    groups: list[list[int]] = [[]]
    for number, row in enumerate(rows, start=1):
        if _BOLD.fullmatch(row.strip()):
            groups[-1].append(number)
        elif row.strip() and groups[-1]:
            groups.append([])
    marked = {number for group in groups for number in group if "?" in rows[number - 1]}
    if len(marked) < _LEAST_BOLD:
        return {}
    asking = [n for group in groups for n in ([n for n in group if n in marked] or group[-1:])]
    return {number: _number_of(rows[number - 1]) for number in asking}


def _number_of(row: str) -> str:
    mark = _BOLD_NUMBER.match(row)
    return mark["number"].lstrip("0").upper() if mark else ""
