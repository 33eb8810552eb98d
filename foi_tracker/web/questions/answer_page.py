"""What the page of one question shows, made ready for its template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.preview import answer_facts, given_for, ground_gaps, lacks_ground, still_needed
from foi_tracker.casework.questions import AnswerGiven
from foi_tracker.law.contradictions import BESIDE_NCND
from foi_tracker.law.exemptions import NCND, WITHHOLD, find
from foi_tracker.law.outcomes import OUTCOMES, SAME_AS_LABEL
from foi_tracker.letters.dates import typed
from foi_tracker.letters.one_answer import OneAnswer, one_answer
from foi_tracker.models import Attachment, Case, Ground, Question
from foi_tracker.store import grounds as ground_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.questions.answer_fields import WHICH, as_needed, boxes_of
from foi_tracker.web.questions.ground_cards import (
    Card,
    Context,
    Reusable,
    Values,
    cards_of,
    carried,
    fits,
    reusable,
)
from foi_tracker.web.questions.ground_fields import label_of

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True)
class Saved:
    """What was saved just now, and what it still needs before the letter can go."""

    label: str
    needed: tuple[str, ...]
    question_id: int
    is_here: bool


@dataclass(frozen=True)
class Kept:
    """What stands in the tables now, when somebody saved it while it was being written."""

    outcome: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class InTheLetter:
    """The answer as the letter prints it."""

    label: str
    question: str
    answer: OneAnswer | None  # None until an outcome is chosen
    needed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grounds:
    """The grounds of the page, and what may be added to them."""

    cards: Sequence[Card]
    carried: Sequence[tuple[str, str]]
    reusable: Sequence[Reusable]
    may_withhold: bool
    may_deny_rest: bool
    is_ncnd: bool
    regime: str


@dataclass(frozen=True)
class AnswerPage:
    """The page of one question."""

    question: Question
    place: str
    is_issued: bool
    files: tuple[Attachment, ...]
    grounds: Grounds
    preview: InTheLetter


def page_of(desk: Desk, case: Case, question: Question, given: AnswerGiven, grounds: Grounds) -> AnswerPage:
    """The page, with the answer as it stands there: typed or kept."""
    questions = question_store.questions_of(desk.session, case)
    files = letter_store.attachments_of(desk.session, case)
    mine = tuple(file for file in files if file.question_id == question.id)
    return AnswerPage(
        question=question,
        place=place_of(question, questions),
        is_issued=question.id in question_store.issued_question_ids(desk.session, case),
        files=mine,
        grounds=grounds,
        preview=preview_of(desk, case, question, given, grounds.cards),
    )


def grounds_of(context: Context, values: Values, labels: Mapping[int, str]) -> Grounds:
    """The grounds as they stand on the page: typed or kept."""
    cards = cards_of(context, values, labels)
    denied = any(card.draft.purpose == NCND for card in cards)
    return Grounds(
        cards=cards,
        carried=carried(context, values),
        reusable=reusable(context, cards, labels),
        may_withhold=fits(WITHHOLD, context.outcome),
        may_deny_rest=context.outcome in BESIDE_NCND and not denied,
        is_ncnd=context.outcome == "ncnd",
        regime=context.regime,
    )


def place_of(question: Question, questions: Sequence[Question]) -> str:
    """Question 3 of 11; Question 10, the last of 11; Question 8A, the 9th of 11."""
    place, total = [q.id for q in questions].index(question.id) + 1, len(questions)
    name = f"Question {question.label}"
    if total == 1:
        return f"{name}, the only one"
    if place == total:
        return f"{name}, the last of {total}"
    if question.label == str(place):
        return f"{name} of {total}"
    ending = "th" if 10 < place % 100 < 14 else _ENDINGS.get(place % 10, "th")
    return f"{name}, the {place}{ending} of {total}"


def preview_of(
    desk: Desk, case: Case, question: Question, given: AnswerGiven, cards: Sequence[Card]
) -> InTheLetter:
    """The answer as the letter will print it, what it lacks marked where it belongs."""
    if not given.outcome and given.same_as_id is None:
        return InTheLetter(question.label, question.text, None)
    grounds = [card.draft for card in cards if card.draft.code]
    gaps = {asks.name: as_needed(asks) for asks in still_needed(desk, case, question, given)}
    missing = [
        {asks.name: as_needed(asks) for asks in gaps}
        for gaps in ground_gaps(desk, case, question, given.outcome, grounds)
    ]
    answer = one_answer(answer_facts(desk, case, question, given, grounds), gaps, missing)
    needed = [*gaps.values(), *(words for each in missing for words in each.values())]
    if lacks_ground(given.outcome, grounds):
        answer = replace(answer, lacks=(WHICH, *answer.lacks))
        needed.append(WHICH)
    return InTheLetter(question.label, question.text, answer, tuple(needed))


def needed_of(desk: Desk, case: Case, question: Question) -> list[str]:
    """What the answer that is kept still needs before the letter can go, in words."""
    given = given_for(question)
    grounds = ground_store.grounds_by_question(desk.session, case).get(question.id, ())
    words = [as_needed(asks) for asks in still_needed(desk, case, question, given)]
    if lacks_ground(question.outcome, grounds):
        words.append(WHICH)
    for gaps in ground_gaps(desk, case, question, question.outcome, grounds):
        words += [as_needed(asks) for asks in gaps]
    return words


def saved(desk: Desk, case: Case, done: Question, question: Question) -> Saved:
    """What to say, on the page of `question`, of `done`, which was saved just now."""
    needed = needed_of(desk, case, done)
    return Saved(done.label, tuple(needed), done.id, done.id == question.id)


def kept(question: Question, questions: Sequence[Question], grounds: Sequence[Ground]) -> Kept:
    """What is kept of the question now, in the words of its form."""
    labels = {q.id: f"Question {q.label}" for q in questions}
    if question.same_as_id:
        return Kept(SAME_AS_LABEL, (("Whose answer does it take?", labels[question.same_as_id]),))
    because_of = (
        "The opening statement"
        if question.because_of_opening
        else labels.get(question.because_of_id or 0, "")
    )
    held = {**question.details, "answer": question.answer, "because_of": because_of}
    outcome = OUTCOMES.get(question.outcome)
    values = [(box.asks.label, typed(str(held.get(box.asks.name, "")))) for box in boxes_of(question.outcome)]
    values += [(_ground_name(ground), "\n".join(map(str, ground.words.values()))) for ground in grounds]
    return Kept(
        outcome.label if outcome else "Not answered yet", tuple((name, text) for name, text in values if text)
    )


def _ground_name(ground: Ground) -> str:
    row = find(ground.code)
    return label_of(row) if row else ground.code


def next_to_answer(question: Question, questions: Sequence[Question]) -> Question | None:
    """The next question without an answer, after this one or from the first again; None when all have one."""
    place = [q.id for q in questions].index(question.id)
    return next((q for q in [*questions[place + 1 :], *questions[:place]] if not q.is_answered), None)
