"""The questions of a request as its first tab lists them: what became of each, in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.laws import LAWS
from foi_tracker.casework.preview import ground_gaps
from foi_tracker.law.clock import THEIR_DATES
from foi_tracker.law.contradictions import NEEDS_GROUNDS
from foi_tracker.law.cost_limit import COST_SECTIONS
from foi_tracker.law.exemptions import NCND, find, provision_of
from foi_tracker.law.outcomes import OUTCOMES, fields_of, missing
from foi_tracker.letters.dates import typed
from foi_tracker.models import Attachment, Case, Deadline, Ground, Question
from foi_tracker.store.grounds import grounds_by_question
from foi_tracker.web.blind import blinded
from foi_tracker.web.cases.due import live_deadlines
from foi_tracker.web.date_words import plural, say_short_date
from foi_tracker.web.links import link_to
from foi_tracker.web.provision_words import said

LONGEST = 110  # characters of an answer's first line

_MARKS = re.compile(r"^[\s>#*+-]+|[*_`|]+|\\(?=\W)")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")


SHOWN = 2  # gaps named in a line
WHICH = "Which exemption or exception?"
RESTING = NEEDS_GROUNDS | {NCND}


@dataclass(frozen=True)
class Reasons:
    """What a question rests on: its provisions, and what its grounds still lack."""

    cited: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


def reasons_of(desk: Desk, case: Case, questions: Sequence[Question]) -> Mapping[int, Reasons]:
    """The grounds of each question that rests on any."""
    by_question = grounds_by_question(desk.session, case)
    return {
        question.id: Reasons(
            tuple(_cited(ground) for ground in grounds),
            tuple(
                asked.label
                for gaps in ground_gaps(desk, case, question, question.outcome, grounds)
                for asked in gaps
            ),
        )
        for question in questions
        if (grounds := by_question.get(question.id, ()))
    }


def _cited(ground: Ground) -> str:
    row = find(ground.code)
    return said(provision_of(row, ground.limb, ground.purpose) if row else ground.code)


@dataclass(frozen=True)
class QuestionRow:
    """One question as templates/pages/_macros/case.html draws it."""

    label: str
    text: str
    href: str
    line: str
    tag: str
    state: str  # to_answer | answered | none_needed | theirs
    section: str
    stem: str  # words that several questions share


def question_rows(
    case: Case,
    questions: Sequence[Question],
    attachments: Sequence[Attachment],
    deadlines: Sequence[Deadline],
    reasons: Mapping[int, Reasons],
) -> list[QuestionRow]:
    """Every question in its place. `reasons` are the grounds of those that rest on any, by their ids."""
    labels = {question.id: question.label for question in questions}
    titles: dict[int, list[str]] = {}
    for attachment in attachments:
        if attachment.question_id is not None:
            titles.setdefault(attachment.question_id, []).append(attachment.title)
    own = _own_dates(deadlines)
    rows = []
    for question in questions:
        tag, state = _tag(question, labels)
        mine = reasons.get(question.id, Reasons())
        line = _line(question, labels, titles.get(question.id, []), own.get(question.id, ""), mine)
        if question.regime not in ("", case.regime):  # a mixture of two laws
            line = f"{LAWS[question.regime]}. {line}"
        href = link_to("questions.answer", case.authority_id, case_id=case.id, question_id=question.id)
        rows.append(
            QuestionRow(
                question.label,
                blinded(case, question.text),
                href,
                blinded(case, line),
                tag,
                state,
                blinded(case, question.section),
                blinded(case, question.stem),
            )
        )
    return rows


def _own_dates(deadlines: Sequence[Deadline]) -> Mapping[int, str]:
    """What to say of a question whose date is not the one that the band shows."""
    unmet = [each for each in live_deadlines(deadlines) if not each.met_by]
    return {
        id_: _own_date(each)
        for each in unmet[1:]
        if each.due_on is None or each.due_on != unmet[0].due_on
        for id_ in each.question_ids
    }


def _own_date(deadline: Deadline) -> str:
    if deadline.kind in THEIR_DATES:
        return "Waiting for the fee."
    return f"Due {say_short_date(deadline.due_on)}." if deadline.due_on else "Waiting for the requester."


def _tag(question: Question, labels: Mapping[int, str]) -> tuple[str, str]:
    if question.same_as_id is not None:
        return f"Same as {labels.get(question.same_as_id, 'another')}", "none_needed"
    outcome = OUTCOMES.get(question.outcome)
    if outcome is None:
        return "To answer", "to_answer"
    states = {"not_applicable": "none_needed", "withdrawn": "none_needed", "clarification": "theirs"}
    return outcome.label, states.get(outcome.code, "answered")


def _line(
    question: Question, labels: Mapping[int, str], titles: Sequence[str], own_date: str, reasons: Reasons
) -> str:
    if question.same_as_id is not None:
        return f"See the answer to question {labels.get(question.same_as_id, '?')}."
    if not question.outcome:
        return own_date or "Nothing written yet."
    because = (
        "opening statement" if question.because_of_opening else labels.get(question.because_of_id or 0, "")
    )
    gaps = [
        asked.label
        for asked in missing(question.outcome, question.answer, question.details, titles, because)
        if asked.level == "must"
    ]
    gaps += list(reasons.lacks) if reasons.cited or question.outcome not in RESTING else [WHICH]
    if gaps:
        more = f" And {len(gaps) - SHOWN} more." if len(gaps) > SHOWN else ""
        return f"Still to say: {' '.join(gaps[:SHOWN])}{more}"
    if question.because_of_opening:
        return "The opening statement says why."
    if because:
        return f"See the answer to question {because}."
    files = f" With {plural(len(titles), 'file')}." if titles else ""
    return (first_line(question.answer) or _first_detail(question) or _under(reasons)) + files


def _under(reasons: Reasons) -> str:
    """Under section 31(1)(a) and section 40(2)."""
    cited = list(dict.fromkeys(reasons.cited))
    if not cited:
        return ""
    return f"Under {', '.join(cited[:-1])} and {cited[-1]}." if len(cited) > 1 else f"Under {cited[0]}."


def _first_detail(question: Question) -> str:
    if OUTCOMES[question.outcome].whole_request:
        return "See the cost estimate." if question.outcome in COST_SECTIONS else "The request as a whole."
    for asked in fields_of(question.outcome):
        said = question.details.get(asked.name, "").strip()
        if said and not asked.internal:
            return first_line(typed(said))
    return ""


def first_line(answer: str) -> str:
    """The first line of an answer in plain words, cut at a word; a pasted table is called one."""
    lines = [line.strip(" ") for line in answer.splitlines() if line.strip()]
    if not lines:
        return ""
    words = [line for line in lines if "\t" not in line and not line.lstrip().startswith("|")]
    if not words:
        return "A table."
    plain = _MARKS.sub("", _LINK.sub(r"\1", words[0])).strip()
    if len(plain) > LONGEST:
        return plain[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    if len(words) < len(lines):
        return f"{plain.rstrip(':.')}. With a table."
    return f"{plain}…" if len(words) > 1 and not plain.endswith((".", "!", "?")) else plain
