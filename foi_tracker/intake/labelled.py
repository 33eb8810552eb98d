"""Requests with their questions marked, in JSON: written from what officers confirmed, read to measure by."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from foi_tracker.intake.questions import ProposedQuestion, Span


class NotLabelled(ValueError):
    """The words are no labelled request; says what is wrong, and in which question."""


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """One question as it should be: the sender's mark, the words and where they lie in the request.

    `parent`, `stem` and `section` are the mark above it, the lead-in it needs and its heading, or empty.
    """

    number: str | None
    text: str
    span: Span
    parent: str = ""
    stem: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class LabelledRequest:
    """A request's words and its questions, in order.

    `counts` are the numbers of questions that a careful reader could defend. `ambiguous` says that there is
    more than one of them or that readers part; `style` is how the request is laid out, in one word.
    """

    id: str
    text: str
    questions: tuple[LabelledQuestion, ...]
    counts: tuple[int, ...] = ()
    ambiguous: bool = False
    style: str = ""
    received: str = ""


def from_split(
    id: str, text: str, questions: Iterable[ProposedQuestion], received: str = ""
) -> LabelledRequest:
    """A request as an officer confirmed it, from questions whose places lie in `text`."""
    found = tuple(
        LabelledQuestion(each.number, each.text, each.span, each.parent, each.stem, each.section)
        for each in questions
    )
    return LabelledRequest(id, text, found, (len(found),), received=received)


def dumps(request: LabelledRequest) -> str:
    """The request as JSON, in the fields of a corpus of labelled requests.

    Raises:
        NotLabelled: a question's words do not stand at its place.
    """
    for place, question in enumerate(request.questions, start=1):
        _check(request.text, question, place)
    return json.dumps(
        {
            "id": request.id,
            "style": request.style,
            "received_date": request.received or None,
            "request_text": request.text,
            "questions": [_fields(question) for question in request.questions],
            "question_count": len(request.questions),
            "alt_counts": list(request.counts) or [len(request.questions)],
            "ambiguous": request.ambiguous,
        },
        ensure_ascii=False,
        indent=1,
    )


def loads(words: str) -> LabelledRequest:
    """A labelled request read from JSON; fields of no use to a measure are passed over.

    Raises:
        NotLabelled: it is no JSON object, a field is missing, or a question does not stand where it says.
    """
    try:
        data = json.loads(words)
        text = _text(data["request_text"])
        questions = tuple(
            _question(each, text, place) for place, each in enumerate(data["questions"], start=1)
        )
        counts = tuple(int(count) for count in data.get("alt_counts") or [len(questions)])
        return LabelledRequest(
            str(data["id"]), text, questions, counts, bool(data.get("ambiguous")), data.get("style") or "",
            data.get("received_date") or "",
        )  # fmt: skip
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
        raise NotLabelled(f"This is no labelled request: {error}.") from error


def _question(data: dict[str, Any], text: str, place: int) -> LabelledQuestion:
    words = _text(data["text"])
    start = text.find(words)
    span = data.get("span") or [start, start + len(words)]
    question = LabelledQuestion(
        data.get("number"), words, (int(span[0]), int(span[1])), data.get("parent") or "",
        data.get("stem") or "", data.get("section") or "",
    )  # fmt: skip
    _check(text, question, place)
    return question


def _text(words: object) -> str:
    if not isinstance(words, str):
        raise NotLabelled("This is no labelled request: its words are not text.")
    return words


def _check(text: str, question: LabelledQuestion, place: int) -> None:
    start, end = question.span
    if start < 0 or not question.text.strip() or text[start:end] != question.text:
        raise NotLabelled(f"Question {place} does not stand at its place in the request.")


def _fields(question: LabelledQuestion) -> dict[str, Any]:
    fields: dict[str, Any] = {"number": question.number, "text": question.text, "span": list(question.span)}
    above = {"parent": question.parent, "stem": question.stem, "section": question.section}
    return fields | {name: words for name, words in above.items() if words}
