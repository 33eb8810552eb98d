"""Letters and answers of an authority in which a standard paragraph stands: to show it where it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letter_facts import letter_facts
from foi_tracker.casework.letters import DRAFT
from foi_tracker.casework.preview import answer_facts, given_for
from foi_tracker.law.exemptions import catalogue
from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.letters.facts import from_json
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.letters.passages import passage
from foi_tracker.letters.standard import WORDINGS
from foi_tracker.models import Authority, Case, Letter, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import wordings as wording_store
from foi_tracker.store.wordings import Where

LOOKED_IN = 10
"""How many letters, and how many answers, are looked into; each is drawn once."""


@dataclass(frozen=True)
class Example:
    """A letter, or an answer that stands in none yet, that says the paragraph."""

    name: str  # "letter-12" | "answer-40"
    says: str  # "FOI-2026-0043: holding letter"
    case: Case
    facts: LetterFacts
    letter_id: int | None = None


def examples(desk: Desk, authority: Authority, key: str, most: int = 5) -> list[Example]:
    """Where the paragraph stands now, newest first; [] where the authority has never said it. Writes nothing.

    The desk's scope has to hold the authority.
    """
    text = WORDINGS[key].text
    found: dict[int, Example] = {}  # by case
    for example in _candidates(desk, authority, where(key), found):
        if passage(example.facts, key, text):
            found[example.case.id] = example
        if len(found) == most:
            break
    return list(found.values())


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


def _candidates(
    desk: Desk, authority: Authority, wanted: Where, found: Mapping[int, Example]
) -> Iterator[Example]:
    for letter in wording_store.letters_where(desk.session, authority, wanted, LOOKED_IN):
        if letter.case_id not in found:
            yield _letter(desk, _case(desk, letter.case_id), letter)
    if wanted.kind:
        return
    for question in wording_store.questions_where(desk.session, authority, wanted, LOOKED_IN):
        if question.case_id not in found:
            yield _answer(desk, _case(desk, question.case_id), question)


def _case(desk: Desk, case_id: int) -> Case:
    return case_store.get_case(desk.session, desk.scope, case_id)


def where(key: str) -> Where:
    """What a letter has to be, or to answer, to say the wording of this key."""
    group, _, rest = key.partition(".")
    first = rest.partition(".")[0]
    if group == "letter" and first in set(Kind):
        return Where(kind=first)
    if group in ("outcome", "result") and first in OUTCOMES:
        return Where(outcome=first)
    if group == "ground":
        codes = [code for code in catalogue() if rest == code or rest.startswith(f"{code}.")]
        return Where(ground=max(codes, key=len, default=""))
    return Where()


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
