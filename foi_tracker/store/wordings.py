"""The standard paragraphs that an authority has made its own: what is in force, and every version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from foi_tracker.models import (
    Authority,
    Case,
    Ground,
    Letter,
    LetterQuestion,
    Question,
    QuestionGround,
    WordingVersion,
)
from foi_tracker.store.scope import NotFound


def in_force(session: Session, authority_id: int) -> dict[str, WordingVersion]:
    """The last version of each paragraph that the authority has ever changed, by key."""
    last = (
        select(WordingVersion.key, func.max(WordingVersion.number).label("number"))
        .where(WordingVersion.authority_id == authority_id)
        .group_by(WordingVersion.key)
        .subquery()
    )
    rows = session.scalars(
        select(WordingVersion)
        .join(last, (WordingVersion.key == last.c.key) & (WordingVersion.number == last.c.number))
        .where(WordingVersion.authority_id == authority_id)
    )
    return {version.key: version for version in rows}


def words_of(session: Session, authority_id: int) -> dict[str, str]:
    """The authority's own words by key: without those that are back at the default."""
    return {key: each.text for key, each in in_force(session, authority_id).items() if each.text is not None}


def versions_of(session: Session, authority: Authority, key: str) -> Sequence[WordingVersion]:
    """Every version of one paragraph, oldest first; none where it was never changed."""
    return session.scalars(
        select(WordingVersion)
        .where(WordingVersion.authority_id == authority.id, WordingVersion.key == key)
        .order_by(WordingVersion.number)
    ).all()


def get_version(session: Session, authority: Authority, key: str, number: int) -> WordingVersion:
    """One version of a paragraph.

    Raises:
        NotFound: the authority has none of this number.
    """
    for version in versions_of(session, authority, key):
        if version.number == number:
            return version
    raise NotFound("wording version")


# Where a paragraph may stand


@dataclass(frozen=True)
class Where:
    """What a letter has to be, or to answer, to say a paragraph. Nothing named is anything."""

    kinds: tuple[str, ...] = ()  # of letter
    outcomes: tuple[str, ...] = ()
    ground: str = ""  # its code
    limb: str = ""
    purpose: str = ""  # of a ground: "withhold" | "ncnd"
    same_as: bool = False  # a question that takes the answer of another
    in_answers: bool = True  # whether an answer says it that stands in no letter yet

    @property
    def any_answer(self) -> bool:
        """Whether it does not matter how a question is answered."""
        return not (self.outcomes or self.ground or self.purpose or self.same_as)


def letters_where(session: Session, authority: Authority, where: Where, most: int) -> Sequence[Letter]:
    """The authority's newest letters that may say it, as their questions are answered now."""
    rows = _letters(authority)
    if where.kinds:
        rows = rows.where(Letter.kind.in_(where.kinds))
    if not where.any_answer:
        answering = select(LetterQuestion.letter_id).join(Question, Question.id == LetterQuestion.question_id)
        rows = rows.where(Letter.id.in_(answering.where(*_answered_so(where))))
    return session.scalars(rows.order_by(Letter.id.desc()).limit(most)).all()


def questions_where(session: Session, authority: Authority, where: Where, most: int) -> Sequence[Question]:
    """The authority's newest questions that are answered so."""
    rows = _questions(authority).where(*_answered_so(where))
    return session.scalars(rows.order_by(Question.id.desc()).limit(most)).all()


def letter_of(session: Session, authority: Authority, letter_id: int) -> Letter | None:
    """The authority's letter of this id, or None."""
    return session.scalar(_letters(authority).where(Letter.id == letter_id))


def question_of(session: Session, authority: Authority, question_id: int) -> Question | None:
    """The authority's question of this id, or None."""
    return session.scalar(_questions(authority).where(Question.id == question_id))


def _letters(authority: Authority) -> Select[Letter]:
    return select(Letter).join(Case, Case.id == Letter.case_id).where(Case.authority_id == authority.id)


def _questions(authority: Authority) -> Select[Question]:
    return select(Question).join(Case, Case.id == Question.case_id).where(Case.authority_id == authority.id)


def _answered_so(where: Where) -> Iterator[ColumnElement[bool]]:
    if where.same_as:
        yield Question.same_as_id.is_not(None)
    elif where.outcomes:
        yield Question.outcome.in_(where.outcomes)
    else:
        yield (Question.outcome != "") | Question.same_as_id.is_not(None)
    wanted = {Ground.code: where.ground, Ground.limb: where.limb, Ground.purpose: where.purpose}
    if any(wanted.values()):
        resting = select(QuestionGround.question_id).join(Ground, Ground.id == QuestionGround.ground_id)
        named = (column == value for column, value in wanted.items() if value)
        yield Question.id.in_(resting.where(*named))
