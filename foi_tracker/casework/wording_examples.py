"""Letters and answers of an authority in which a standard paragraph stands: to show it where it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letter_facts import letter_facts
from foi_tracker.casework.letters import DRAFT
from foi_tracker.casework.preview import answer_facts, given_for
from foi_tracker.casework.wording_places import where
from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.facts import from_json
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.letters.passages import passage
from foi_tracker.letters.standard import WORDINGS
from foi_tracker.models import Authority, Case, Letter, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.store import wordings as wording_store
from foi_tracker.store.wordings import Where

LOOKED_IN = 25
"""How many letters, and how many answers, are looked into at each step; each is drawn once."""


@dataclass(frozen=True)
class Example:
    """A letter, or an answer that stands in none yet, that says the paragraph."""

    name: str  # "letter-12" | "answer-40"
    says: str  # "FOI-2026-0043: holding letter"
    case: Case
    facts: LetterFacts
    letter_id: int | None = None


@dataclass(frozen=True)
class Found:
    """Where a paragraph stands now, newest first."""

    examples: list[Example]
    looked_at_all: bool  # whether nothing else of the authority's can say it


def examples(desk: Desk, authority: Authority, key: str, most: int = 5) -> Found:
    """Where the paragraph stands now, in a case each. Writes nothing.

    First what is answered so, then the newest letters whatever they answer now: an answer may have changed
    since its letter. The desk's scope has to hold the authority.
    """
    wanted = where(key)
    looking = _Looking(desk, key, most)
    newest = desk.session, authority
    letters = looking.at_letters(wording_store.letters_where(*newest, wanted, LOOKED_IN + 1))
    answers = True
    if wanted.in_answers:
        answers = looking.at_answers(wording_store.questions_where(*newest, wanted, LOOKED_IN + 1))
    if not wanted.any_answer:
        others = Where(kinds=wanted.kinds)
        letters = looking.at_letters(wording_store.letters_where(*newest, others, LOOKED_IN + 1))
    return Found(list(looking.found.values()), letters and answers)


def example_in(desk: Desk, case: Case, key: str) -> Example | None:
    """The newest letter of this case that says the paragraph, or else an answer; None where none does."""
    looking = _Looking(desk, key, most=1)
    looking.at_letters(letter_store.letters_of(desk.session, case)[::-1], bounded=False)
    answered = [each for each in question_store.questions_of(desk.session, case) if each.is_answered]
    looking.at_answers(answered, bounded=False)
    return next(iter(looking.found.values()), None)


class _Looking:
    """Looks for a paragraph in letters and answers until enough cases say it."""

    def __init__(self, desk: Desk, key: str, most: int) -> None:
        self.desk, self.key, self.most = desk, key, most
        self.found: dict[int, Example] = {}  # by case
        self.looked_in: set[int] = set()  # letters

    def at_letters(self, letters: Sequence[Letter], *, bounded: bool = True) -> bool:
        """Look into these; whether that was all of them."""
        for letter in letters[:LOOKED_IN] if bounded else letters:
            if letter.id not in self.looked_in and self._goes_on(letter.case_id):
                self.looked_in.add(letter.id)
                self._look(_letter(self.desk, _case(self.desk, letter.case_id), letter))
        return not bounded or len(letters) <= LOOKED_IN

    def at_answers(self, questions: Sequence[Question], *, bounded: bool = True) -> bool:
        """Look into these; whether that was all of them."""
        for question in questions[:LOOKED_IN] if bounded else questions:
            if self._goes_on(question.case_id):
                self._look(_answer(self.desk, _case(self.desk, question.case_id), question))
        return not bounded or len(questions) <= LOOKED_IN

    def _goes_on(self, case_id: int) -> bool:
        return len(self.found) < self.most and case_id not in self.found

    def _look(self, example: Example) -> None:
        if passage(example.facts, self.key, WORDINGS[self.key].text):
            self.found[example.case.id] = example


def example_named(desk: Desk, authority: Authority, name: str) -> Example | None:
    """The letter or the answer of this name; None where the authority has none. Writes nothing."""
    what, _, number = name.partition("-")
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        return None
    if what == "letter":
        letter = wording_store.letter_of(desk.session, authority, int(number))
        return _letter(desk, _case(desk, letter.case_id), letter) if letter else None
    if what == "answer":
        question = wording_store.question_of(desk.session, authority, int(number))
        return _answer(desk, _case(desk, question.case_id), question) if question else None
    return None


def _case(desk: Desk, case_id: int) -> Case:
    return case_store.get_case(desk.session, desk.scope, case_id)


def _letter(desk: Desk, case: Case, letter: Letter) -> Example:
    is_draft = letter.state == DRAFT
    facts = letter_facts(desk, case, letter) if is_draft else from_json(letter.facts or {})
    says = f"{case.reference}: {KIND_LABELS[Kind(letter.kind)].lower()}{', a draft' if is_draft else ''}"
    return Example(f"letter-{letter.id}", says, case, facts, letter.id)


def _answer(desk: Desk, case: Case, question: Question) -> Example:
    facts = answer_facts(desk, case, question, given_for(question))
    return Example(
        f"answer-{question.id}", f"{case.reference}: answer to question {question.label}", case, facts
    )
