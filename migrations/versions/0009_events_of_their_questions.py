"""What a letter said of all the questions of its day is of those alone, not of one that was added later"""

from __future__ import annotations

import re

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

EVENT = sa.table(
    "clock_event",
    sa.column("id", sa.Integer),
    sa.column("type", sa.String),
    sa.column("letter_id", sa.Integer),
    sa.column("question_ids", sa.JSON),
)
NAMED = sa.table("letter_question", sa.column("letter_id", sa.Integer), sa.column("question_id", sa.Integer))
LETTER = sa.table(
    "letter", sa.column("id", sa.Integer), sa.column("case_id", sa.Integer), sa.column("facts", sa.JSON)
)
QUESTION = sa.table(
    "question", sa.column("id", sa.Integer), sa.column("case_id", sa.Integer), sa.column("text", sa.String)
)
TYPES = ("pit_extension_notice", "transferred_to")


def _squeezed(words: object) -> str:
    return " ".join(str(words or "").split()).casefold()


def _told(facts: object) -> set[str]:
    """The words of the questions that a letter spoke of, as they were on its day."""
    answers = facts.get("answers") if isinstance(facts, dict) else None
    if not isinstance(answers, list):
        return set()
    return {_squeezed(answer.get("question")) for answer in answers if isinstance(answer, dict)}


def _is_part(words: str, whole: str) -> bool:
    words = words.strip(" .,;:?!")  # a cut leaves the mark at its end out
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", whole) is not None


def _questions_of(letter_id: int) -> list[int]:
    """Those that the letter names, and those that have been cut since from the words that it spoke of.

    A cut keeps no trace but the words. Where a question still has all of its words, nothing was cut from it:
    another one that says the same was asked besides.
    """
    bind = op.get_bind()
    named = set(bind.execute(sa.select(NAMED.c.question_id).where(NAMED.c.letter_id == letter_id)).scalars())
    letter = bind.execute(sa.select(LETTER).where(LETTER.c.id == letter_id)).one()
    asked = bind.execute(sa.select(QUESTION).where(QUESTION.c.case_id == letter.case_id)).all()
    words = {question.id: _squeezed(question.text) for question in asked}
    changed = _told(letter.facts) - {words.get(id_) for id_ in named}
    cut = {id_ for id_, part in words.items() if any(_is_part(part, whole) for whole in changed)}
    return sorted(named | cut)


def upgrade() -> None:
    """Name the questions of its letter. Of a notice without one nobody knows: its officer can say it."""
    bind = op.get_bind()
    by_letter = sa.select(EVENT).where(EVENT.c.type.in_(TYPES), EVENT.c.letter_id.is_not(None))
    for event in bind.execute(by_letter).all():
        if event.question_ids == []:  # of all: its letter is about no more than there were that day
            ids = _questions_of(event.letter_id)
            bind.execute(sa.update(EVENT).where(EVENT.c.id == event.id).values(question_ids=ids))


def downgrade() -> None:
    """Nothing: the version before reads events that name their questions too."""
