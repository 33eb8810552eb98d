"""One line of the queue, grouped by when it is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from flask import url_for

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.lifecycle import STAGE_LABELS, Stage, words_of
from foi_tracker.law.working_days import working_days_between
from foi_tracker.models import Case
from foi_tracker.store.queue import end_of_week
from foi_tracker.web.blind import blinded
from foi_tracker.web.cases.band import STAGE_MOVES
from foi_tracker.web.cases.due import say_count, state_of
from foi_tracker.web.date_words import say_short_date
from foi_tracker.web.links import link_to

LATE, TODAY, WEEK, LATER, STILL, DONE = "late", "today", "week", "later", "still", "done"
GROUP_LABELS = {
    LATE: "Late",
    TODAY: "Today",
    WEEK: "Later this week",
    LATER: "After that",
    STILL: "Not running",
    DONE: "Closed",
}


@dataclass(frozen=True)
class View:
    """Who looks at the queue, and when."""

    today: date
    holidays: BankHolidays
    me: int
    many_authorities: bool


NEXT_ENDPOINTS = {
    Stage.NEW: "questions.confirm",
    Stage.ANSWERING: "cases.questions",
    Stage.CLARIFYING: "cases.correspondence",
    Stage.LETTER: "drafting.letters",
    Stage.ISSUED: "drafting.letters",
    Stage.NOT_VALID: "drafting.letters",
}
"""Where the next step of each stage is taken."""


@dataclass(frozen=True)
class Row:
    """One request as templates/pages/_macros/queue.html draws it."""

    group: str
    href: str
    subject: str
    reference: str
    note: str  # the authority's short name where there are several
    date_words: str
    count_words: str
    state: str  # of the due date: plenty, soon, today, late, not_running, sent
    stage: str
    move: str
    who: str
    next_text: str
    next_href: str


@dataclass(frozen=True)
class Group:
    """Rows under one heading."""

    state: str
    heading: str
    rows: Sequence[Row]


def group_of(case: Case, today: date) -> str:
    """Under which heading the case stands."""
    if case.closed_on:
        return DONE
    if case.due_on is None:
        return STILL
    if case.due_on < today:
        return LATE
    if case.due_on == today:
        return TODAY
    return WEEK if case.due_on <= end_of_week(today) else LATER


def row_of(case: Case, view: View) -> Row:
    """The case as one line."""
    group = group_of(case, view.today)
    due_words, count_words, state = _due(case, view.today, view.holidays)
    stage = Stage(case.stage)
    return Row(
        group=group,
        href=url_for("cases.questions", case_id=case.id),
        subject=blinded(case, case.subject),
        reference=case.reference,
        note=case.authority.short_name if view.many_authorities else "",
        date_words=due_words,
        count_words=count_words,
        state=state,
        stage=STAGE_LABELS[stage],
        move=STAGE_MOVES[stage],
        who="You" if case.officer_id == view.me else (case.officer.name if case.officer else "Nobody yet"),
        next_text=words_of(case.next_step, case.questions_answered, case.questions_total),
        next_href=_next_href(case, stage),
    )


def _next_href(case: Case, stage: Stage) -> str:
    endpoint = NEXT_ENDPOINTS.get(stage)
    return link_to(endpoint, case.authority_id, case_id=case.id) if endpoint else ""


def _due(case: Case, today: date, holidays: BankHolidays) -> tuple[str, str, str]:
    if case.closed_on:
        return f"Closed {say_short_date(case.closed_on)}", "Late" if case.answered_late else "", "sent"
    if case.due_on is None:
        return "No date is running", "", "not_running"
    left = working_days_between(today, case.due_on, holidays)
    words = say_short_date(case.due_on)
    if case.due_on.year != today.year:
        words = f"{words} {case.due_on.year}"
    return words, say_count(case.due_on, today, left), state_of(case.due_on, today, left)


def groups(rows: Sequence[Row], sort: str) -> Iterator[Group]:
    """The rows under their headings; one heading for all where they are not sorted by when they are due."""
    if sort != "due":
        yield Group("", "Requests", rows)
        return
    for code, members in groupby(rows, key=lambda row: row.group):
        yield Group(code, GROUP_LABELS[code], list(members))
