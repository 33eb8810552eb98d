"""Confirm the questions of a request, and answer them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy.orm import Session

from foi_tracker.casework import audit
from foi_tracker.casework.cost import refuse_unless_over
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.grounds import let_go_of_what_does_not_fit
from foi_tracker.casework.question_notices import refuse_joining, tell_of_parts
from foi_tracker.casework.refresh import refresh
from foi_tracker.intake.labels import Numbered, assign
from foi_tracker.intake.questions import Split, split
from foi_tracker.law.exemptions import NCND
from foi_tracker.models import Case, ConfirmedSplit, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import grounds as ground_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store

_ACTS_WHEN_SENT = frozenset({*question_store.ANSWERING, "fees_notice", "pit_extension", "eir_extension"})
"""Kinds of letter that answer, stop or extend when they leave."""


@dataclass(frozen=True)
class QuestionDraft:
    """One question as the officer confirms it. `id` is None for one not yet kept."""

    text: str
    number: str | None = None
    stem: str = ""
    section: str = ""
    span: tuple[int, int] | None = None
    id: int | None = None
    parent: str = ""  # the mark of the item that an unmarked question is part of
    again: tuple[QuestionDraft, ...] = ()  # their other questions that this one answers too


def split_of(session: Session, case: Case) -> Split:
    """The case's words as the splitter reads them: what came first and what completed it, each by itself."""
    first = case_store.first_words(case, case_store.clock_events(session, case))
    found, rest = split(first), case.words[len(first) :]
    return found.then(split(rest), len(first)) if rest else found


def proposed_questions(found: Split) -> list[QuestionDraft]:
    """What the splitter read as questions, without what is only offered (`maybe`)."""
    return [
        QuestionDraft(q.text, q.number, q.stem, q.section, q.span, parent=q.parent)
        for q in found.questions
        if not q.maybe
    ]


def labels_for(drafts: Sequence[QuestionDraft]) -> list[str]:
    """The label of each question in its place (DESIGN section 3)."""
    return assign([Numbered(draft.number, draft.section, draft.parent) for draft in drafts])


def standing(desk: Desk, case: Case) -> dict[int, str]:
    """By id, a mark of what has become of each question, which changes with its answer and its grounds."""
    resting = ground_store.grounds_by_question(desk.session, case)
    return {
        question.id: "-".join(
            (str(question.version), *(f"{each.id}.{each.version}" for each in resting.get(question.id, ())))
        )
        for question in question_store.questions_of(desk.session, case)
    }


def answers_that_go(questions: Sequence[Question], drafts: Sequence[QuestionDraft]) -> list[Question]:
    """Those whose answer is lost once only the drafts are kept: it is theirs, or of one that they rest on."""
    staying = {draft.id for draft in drafts}
    return [each for each in questions if (each.is_answered or each.answer) and _goes(each, staying)]


def _goes(question: Question, staying: Collection[int | None]) -> bool:
    needed = {question.id, question.same_as_id, question.because_of_id} - {None}
    return not needed <= set(staying)


def confirm_questions(
    desk: Desk,
    case: Case,
    drafts: Sequence[QuestionDraft],
    preamble: str,
    version: int,
    stood: Mapping[int, str] | None = None,
) -> list[Question]:
    """Keep these questions, in this order, in the place of the case's present ones.

    A question that stays keeps its answer. What was proposed and what was confirmed is kept as truth where
    the authority has consented to that. `stood`: their `standing` when they were read; None: just now.

    Raises:
        ChangedMeanwhile: somebody changed the questions since `version` was read, or answered one since then
            that goes or gets other words.
        NotAllowed: nothing is asked, a question is gone that an issued letter answers or a file goes with,
            one that an issued letter answers has other words, one is changed of which a letter speaks that
            was issued and has not left, or one is joined into another that was told of without it.
    """
    drafts = [draft for draft in drafts if draft.text.strip()]
    present = {question.id: question for question in question_store.questions_of(desk.session, case)}
    if case.version != version or _answered_since(desk, case, present, drafts, stood):
        raise ChangedMeanwhile("questions")
    if not drafts:
        raise NotAllowed("Keep at least one question. If nothing is asked, record the request as not valid.")
    _refuse_rewording(desk, case, present, drafts)
    _refuse_moving_what_leaves(desk, case, present, drafts)
    refuse_joining(desk, case, present, drafts)
    were = {id_: (each.span_start, each.span_end) for id_, each in present.items()}
    _remove(desk, case, present, {draft.id for draft in drafts})
    kept = _arrange(desk, case, present, drafts)
    tell_of_parts(desk, case, were, kept)
    case.preamble = preamble.strip()
    case.questions_confirmed = True
    case.version += 1
    confirmed = [_as_truth(draft, label) for draft, label in zip(drafts, labels_for(drafts), strict=True)]
    _keep_truth(desk, case, confirmed)
    desk.session.flush()
    refresh(desk, case)
    audit.record(desk, case.authority_id, "questions_confirmed", case, questions=confirmed)
    return kept


def _answered_since(
    desk: Desk,
    case: Case,
    present: Mapping[int, Question],
    drafts: Sequence[QuestionDraft],
    stood: Mapping[int, str] | None,
) -> bool:
    """Whether an answer is lost, or comes under other words, that was not there when it stood so."""
    if stood is None:
        return False
    coming = {draft.id: draft.text.split() for draft in drafts}
    now = standing(desk, case)
    return any(
        now[id_] != stood.get(id_) and (_goes(question, coming) or coming[id_] != question.text.split())
        for id_, question in present.items()
    )


def _keep_truth(desk: Desk, case: Case, confirmed: Sequence[dict[str, object]]) -> None:
    if not case.authority.keeps_corrections:
        return
    proposed = [
        {"label": q.label, "number": q.number, "text": q.text, "span": list(q.span), "maybe": q.maybe}
        for q in split_of(desk.session, case).questions
    ]
    desk.session.add(
        ConfirmedSplit(
            case_id=case.id, proposed=proposed, confirmed=list(confirmed), confirmed_by=desk.actor.name
        )
    )


def forget_questions(desk: Desk, case: Case) -> None:
    """Let go of the questions and of all that was made of them, in casework under way: they are read anew.

    Raises:
        NotAllowed: one is answered in a letter that was issued, or a file goes with it.
    """
    present = {question.id: question for question in question_store.questions_of(desk.session, case)}
    _remove(desk, case, present, set())
    question_store.forget_splits_of(desk.session, case)
    case.preamble, case.questions_confirmed = "", False


def _as_kept(draft: QuestionDraft) -> dict[str, object]:
    names = ("text", "number", "stem", "section", "span", "parent")
    return {name: getattr(draft, name) for name in names}


def _as_truth(draft: QuestionDraft, label: str) -> dict[str, object]:
    return {
        "label": label,
        "number": draft.number,
        "text": draft.text,
        "span": list(draft.span) if draft.span else None,
        "stem": draft.stem,
        "section": draft.section,
        "parent": draft.parent,
        "again": [_as_truth(each, "") for each in draft.again],
    }


def _refuse_rewording(
    desk: Desk, case: Case, present: dict[int, Question], drafts: Sequence[QuestionDraft]
) -> None:
    """What a letter answered stays as it was asked: words joined into it would never be answered."""
    issued = question_store.ever_issued_question_ids(desk.session, case)
    for draft in drafts:
        question = present.get(draft.id or 0)
        if question and question.id in issued and draft.text.split() != question.text.split():
            raise NotAllowed(
                f"Question {question.label} is answered in a letter that was issued, so its words stay. "
                "Put back what it said, and keep anything else as a question of its own."
            )


def _refuse_moving_what_leaves(
    desk: Desk, case: Case, present: dict[int, Question], drafts: Sequence[QuestionDraft]
) -> None:
    """A letter that stops or extends a time does so when it leaves, for the questions that it names.

    Until then their numbers and words stay: its notice would reach another question, or all of them.
    """
    never_left = letter_store.never_left_ids(desk.session, case)
    named = {
        answer["label"]
        for letter in letter_store.letters_of(desk.session, case)
        if letter.state == "issued" and letter.id not in never_left and letter.kind in _ACTS_WHEN_SENT
        for answer in (letter.facts or {}).get("answers", ())
    }
    coming = {draft.id: (label, draft) for draft, label in zip(drafts, labels_for(drafts), strict=True)}
    for question in present.values():
        label, draft = coming.get(question.id, ("", None))
        same = draft is not None and label == question.label and draft.text.split() == question.text.split()
        if question.label in named and not same:
            raise NotAllowed(
                f"Question {question.label} is in a letter that was issued and has not left, so its number "
                "and its words stay. Record first that it was sent. If it is not to leave, say so on its "
                "page; an answer is corrected instead."
            )


def _remove(desk: Desk, case: Case, present: dict[int, Question], staying: set[int | None]) -> None:
    gone = [question for id_, question in present.items() if id_ not in staying]
    issued = question_store.ever_issued_question_ids(desk.session, case)
    with_files = {file.question_id for file in letter_store.attachments_of(desk.session, case)}
    for question in gone:
        if question.id in issued:
            raise NotAllowed(
                f"Question {question.label} is answered in a letter that was issued, so it stays."
            )
        if question.id in with_files:  # it may not go out with the whole letter unseen
            raise NotAllowed(f"A file belongs to question {question.label}. Remove the file first.")
    ids = {question.id for question in gone}
    letter_store.take_off_drafts(desk.session, ids)
    ground_store.let_go(desk.session, ids)
    for question in present.values():
        if question.same_as_id in ids:
            question.same_as_id = None
        if question.because_of_id in ids:
            question.because_of_id = None
    desk.session.flush()
    for question in gone:
        desk.session.delete(question)
        del present[question.id]
    desk.session.flush()


def _arrange(
    desk: Desk, case: Case, present: dict[int, Question], drafts: Sequence[QuestionDraft]
) -> list[Question]:
    for question in present.values():
        question.label = f"~{question.id}"  # out of the way: labels are unique within a case
    desk.session.flush()
    kept = []
    for position, (draft, label) in enumerate(zip(drafts, labels_for(drafts), strict=True)):
        question = present.get(draft.id or 0) or Question(case_id=case.id)
        question.position, question.label = position, label
        question.number, question.text = draft.number, draft.text.strip()
        question.stem, question.section, question.parent = draft.stem, draft.section, draft.parent
        question.span_start, question.span_end = draft.span or (None, None)
        question.again = [_as_kept(each) for each in draft.again]
        desk.session.add(question)
        kept.append(question)
    desk.session.flush()
    return kept


@dataclass(frozen=True)
class AnswerGiven:
    """What an officer makes of a question. Incomplete answers are kept; the check stops the letter."""

    outcome: str = ""  # a code of law.outcomes, or "" with `same_as_id`
    answer: str = ""
    details: dict[str, str] = field(default_factory=dict)
    same_as_id: int | None = None
    because_of_id: int | None = None
    because_of_opening: bool = False


def answer_question(desk: Desk, case: Case, question: Question, given: AnswerGiven, version: int) -> None:
    """Keep what becomes of a question. Grounds that its outcome forbids leave it, and stay on the case.

    Raises:
        ChangedMeanwhile: somebody answered it since `version` was read.
        NotAllowed: it would rest on itself, or round in a circle, or on a question of another case; it would
            be refused for its cost, and the estimate is not over the limit (s.12); or it would neither
            confirm nor deny, and a file or an answer beside it would tell (s.17(4)).
    """
    if question.version != version:
        raise ChangedMeanwhile(question.label)
    everyone = {q.id: q for q in question_store.questions_of(desk.session, case)}
    for other in (given.same_as_id, given.because_of_id):
        if other is not None and other not in everyone:
            raise NotAllowed("That question is not one of this request's.")
    _refuse_circles(everyone, question, given.same_as_id or given.because_of_id)
    refuse_unless_over(desk, case, question, given.outcome)
    if given.outcome == NCND:
        _refuse_hints(desk, case, question, given)
    question.outcome, question.answer = given.outcome, given.answer
    question.details = dict(given.details)
    question.same_as_id, question.because_of_id = given.same_as_id, given.because_of_id
    question.because_of_opening = given.because_of_opening
    let_go_of_what_does_not_fit(desk, case, question)
    desk.session.flush()
    refresh(desk, case)
    audit.record(desk, case.authority_id, "question_answered", case, label=question.label, **asdict(given))


def _refuse_hints(desk: Desk, case: Case, question: Question, given: AnswerGiven) -> None:
    """Whoever neither confirms nor denies says the same whether or not it is held: s.17(4)."""
    if any(file.question_id == question.id for file in letter_store.attachments_of(desk.session, case)):
        raise NotAllowed(
            "A file goes with this question: sending it would say that you hold it. Take the file off first.",
            "outcome",
        )
    if given.answer.strip():
        raise NotAllowed(
            "An answer beside it would hint at what you hold. Say neither for the whole question, or "
            "answer it and say neither of any other information.",
            "outcome",
        )


def _refuse_circles(everyone: dict[int, Question], question: Question, other: int | None) -> None:
    """Follow what the answer rests on: it must end at an answer of its own."""
    seen = {question.id}
    while other is not None:
        if other in seen:
            if len(seen) == 1:
                raise NotAllowed("A question cannot rest on itself. Choose another one.")
            raise NotAllowed("Those questions would rest on each other. Answer one of them on its own.")
        seen.add(other)
        other = everyone[other].same_as_id or everyone[other].because_of_id


def say_opening(desk: Desk, case: Case, statement: str, late_reason: str, version: int | None = None) -> None:
    """Keep what the letter says once before the answers, and why it is late where it is.

    Raises:
        ChangedMeanwhile: somebody changed the case since `version` was read.
    """
    if version is not None and case.version != version:
        raise ChangedMeanwhile("request")
    case.version += 1
    case.opening_statement, case.late_reason = statement.strip(), late_reason.strip()
    desk.session.flush()
    refresh(desk, case)
    audit.record(
        desk, case.authority_id, "opening_said", case, opening_statement=statement, late_reason=late_reason
    )
