"""What heads every page of a request: which one it is, when it is due, what to do next, its tabs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from flask import request, url_for

from foi_tracker.casework.clock import reckoning_of, regime_of, windows_of
from foi_tracker.casework.correspondence import ASKING
from foi_tracker.casework.refresh import PENDING
from foi_tracker.extensions import db
from foi_tracker.law.clock import THEIR_DATES
from foi_tracker.law.clock_words import days_of
from foi_tracker.law.lifecycle import AWAIT_FEE, STAGE_LABELS, Stage
from foi_tracker.law.regimes import REVIEWS
from foi_tracker.models import Case, ClockEvent, Deadline, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.blind import blinded
from foi_tracker.web.cases.due import LAPSED, Due, due_of, live_deadlines
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.date_words import say_short_date
from foi_tracker.web.desk import desk
from foi_tracker.web.links import link_to

STAGE_MOVES: Mapping[Stage, str] = {
    Stage.NEW: "not_begun",
    Stage.ANSWERING: "yours",
    Stage.CLARIFYING: "theirs",
    Stage.LETTER: "ready",
    Stage.ISSUED: "ready",
    Stage.CLOSED: "ready",
    Stage.NOT_VALID: "yours",
    Stage.WITHDRAWN: "not_begun",
}
"""Whose move it is at each stage: the colour of its tag."""


@dataclass(frozen=True)
class Tab:
    """One tab of the request's own page."""

    text: str
    href: str
    here: bool
    count: str = ""


@dataclass(frozen=True)
class Next:
    """The one next step: its button, if there is one to press, and a sentence."""

    text: str
    href: str
    words: str


@dataclass(frozen=True)
class Band:
    """The head of a request's pages, big (`_band.html`) or thin (`_strip.html`)."""

    reference: str
    subject: str
    href: str
    stage: str
    move: str
    due: Due
    more: str
    next: Next
    tabs: tuple[Tab, ...]


def band_of(case: Case) -> Band:
    """The band of a case: four small queries, however long the case is, and some more while a review runs."""
    questions = question_store.questions_of(db.session, case)
    deadlines = case_store.deadlines(db.session, case)
    events = case_store.clock_events(db.session, case)
    now = desk()
    new_days = _new_days(case, questions, deadlines)
    due = due_of(case, deadlines, _last_asked(events), now.today, now.holidays, new_days)
    stage = Stage(case.stage)
    return Band(
        reference=case.reference,
        subject=blinded(case, case.subject),
        href=url_for("cases.questions", case_id=case.id),
        stage=STAGE_LABELS[stage],
        move=STAGE_MOVES[stage],
        due=replace(due, why_url=_why(case)),
        more=own_dates(case, questions, deadlines, events) or _review(case, events),
        next=_close_it(case) if due.heading_label == LAPSED else next_of(case, questions),
        tabs=_tabs(case),
    )


def _new_days(case: Case, questions: Sequence[Question], deadlines: Sequence[Deadline]) -> str:
    """What begins once they say what they mean, by the law of the first question that waits for it."""
    waiting = next((each for each in live_deadlines(deadlines) if not each.met_by), None)
    about = waiting.question_ids if waiting else ()
    question = next((each for each in questions if not about or each.id in about), None)
    return days_of(regime_of(case, question), "new ")


def _review(case: Case, events: Sequence[ClockEvent]) -> str:
    """When the outcome of a review is due that was asked for and not given; "" where none runs."""
    asked = [event.on for event in events if event.type in ("review_requested", "representations_received")]
    given = [event.on for event in events if event.type == "final_response"]
    if not asked or (given and max(given) >= max(asked)):
        return ""
    now = desk()
    runs = [
        track.deadlines[0]
        for track in windows_of(now, case, reckoning_of(now, case))
        if track.regime in REVIEWS and not track.deadlines[0].met_by
    ]
    days = [each.date for each in runs if each.date]
    return f"They asked for a review: its outcome is due {say_short_date(min(days))}." if days else ""


def _close_it(case: Case) -> Next:
    """The fee did not come, so that nothing is left but to say so: s.9(2); EIR reg 8."""
    href = link_to("drafting.letters", case.authority_id, case_id=case.id)
    return Next("Tell them, and close it", href, "The fee did not come in time, so you need not answer.")


def _why(case: Case) -> str:
    """Where the count is shown; "" where nothing was ever to be counted."""
    if case.triage != "valid" or case.stage == Stage.WITHDRAWN:
        return ""
    return link_to("cases.clock", case.authority_id, case_id=case.id)


def _last_asked(events: Sequence[ClockEvent]) -> date | None:
    return max((event.on for event in events if event.type in ASKING), default=None)


def own_dates(
    case: Case, questions: Sequence[Question], deadlines: Sequence[Deadline], events: Sequence[ClockEvent]
) -> str:
    """Which questions have another date than the one shown, and why; "" while all share one."""
    labels = {question.id: question.label for question in questions}
    unmet = [each for each in live_deadlines(deadlines) if each.question_ids and not each.met_by]
    if case.closed_on or not unmet:
        return ""
    clarified = {id_ for event in events if event.type in ASKING for id_ in event.question_ids}
    said = []
    for each in (each for each in unmet[1:] if each.due_on is None or each.due_on != unmet[0].due_on):
        who = say_questions(
            {labels[id_] for id_ in each.question_ids if id_ in labels}, list(labels.values())
        )
        its, what = ("its", "it") if len(each.question_ids) == 1 else ("their", "they")
        if each.kind in THEIR_DATES:
            verb = "waits" if what == "it" else "wait"
            said.append(f"{who} {verb} for the fee: {its} date is not running.")
        elif each.due_on is None:
            verb = "waits" if what == "it" else "wait"
            said.append(f"{who} {verb} for the requester: {its} date is not running.")
        else:
            verb = "has" if what == "it" else "have"
            asked = set(each.question_ids) <= clarified
            why = f", because we had to ask what {what} meant" if asked else _by_law(each, unmet[0])
            said.append(f"{who} {verb} {its} own date, {say_short_date(each.due_on)}{why}.")
    if len(unmet) == 1:
        who = say_questions(
            {labels[id_] for id_ in unmet[0].question_ids if id_ in labels}, [*labels.values()]
        )
        said.append(f"This is the date of {who[:1].lower()}{who[1:]}. The rest is answered.")
    return " ".join(said)


_LONGER = {
    "pit_decision": "to weigh the public interest",
    "eir_extended_response": "because it is complex and large",
}


def _by_law(one: Deadline, other: Deadline) -> str:
    """Why two dates differ where the laws do: the Act's clock and the Regulations'."""
    if one.kind in _LONGER:
        return f", {_LONGER[one.kind]}"
    laws = [each.kind.startswith("eir_") for each in (one, other)]
    if laws[0] == laws[1]:
        return ""
    return (
        f", under the {'Environmental Information Regulations' if laws[0] else 'Freedom of Information Act'}"
    )


def next_of(case: Case, questions: Sequence[Question]) -> Next:
    """The next step of the case, with its link where the person signed in may take it."""
    to_answer = [question for question in questions if not question.is_answered]
    stage = Stage(case.stage)
    if stage is Stage.ANSWERING and to_answer:
        first = to_answer[0]
        href = link_to("questions.answer", case.authority_id, case_id=case.id, question_id=first.id)
        return Next(f"Answer question {first.label}", href, _still_to_answer(len(to_answer), len(questions)))
    pending = [question for question in questions if question.outcome == PENDING]
    if stage is Stage.ANSWERING and pending:  # all that is left is what they were told takes longer
        first = pending[0]
        href = link_to("questions.answer", case.authority_id, case_id=case.id, question_id=first.id)
        return Next(f"Decide on question {first.label}", href, "Next: weigh the public interest and decide.")
    text, endpoint, words = _AWAIT_FEE if case.next_step == AWAIT_FEE.code else _STEPS[stage]
    href = link_to(endpoint, case.authority_id, case_id=case.id) if endpoint else ""
    return Next(text, f"{href}#record" if href and endpoint == "cases.correspondence" else href, words)


def _still_to_answer(left: int, of: int) -> str:
    if left == of:
        return f"Next: none of the {of} questions has an answer yet." if of > 1 else "Next: the one question."
    if left == 1:
        return "Next: the last question that needs an answer."
    return f"Next: {left} of the {of} questions still need an answer."


_STEPS: Mapping[Stage, tuple[str, str, str]] = {
    Stage.NEW: (
        "Confirm the questions",
        "questions.confirm",
        "Next: check that no question is missing and that each says one thing.",
    ),
    Stage.ANSWERING: ("Check the letter", "drafting.letters", "Next: check what the letter still needs."),
    Stage.CLARIFYING: (
        "Record what they say",
        "cases.correspondence",
        "Nothing to do until they tell us what they mean.",
    ),
    Stage.LETTER: (
        "Check the letter",
        "drafting.letters",
        "Next: every question has an answer. Issue the letter.",
    ),
    Stage.ISSUED: (
        "Record that it was sent",
        "drafting.letters",
        "Next: the letter is final and has not left yet.",
    ),
    Stage.NOT_VALID: (
        "Tell them why it is not valid",
        "drafting.letters",
        "Next: the letter that says what is missing, and how they can mend it.",
    ),
    Stage.CLOSED: ("", "", "Nothing more to do. A correction would be a new letter."),
    Stage.WITHDRAWN: ("", "", "Nothing more to do: they no longer want it."),
}


_AWAIT_FEE = ("Record the fee", "clock_events.choose", "Nothing to do until the fee comes.")


def _tabs(case: Case) -> tuple[Tab, ...]:
    said = case_store.correspondence_count(db.session, case) + 1  # the request itself begins it
    answered = f"{case.questions_answered} of {case.questions_total}" if case.questions_total else ""
    listed = (
        ("Questions", "cases.questions", answered),
        ("Letter", "drafting.letters", ""),
        ("Correspondence", "cases.correspondence", str(said)),
        ("Clock", "cases.clock", ""),
        ("History", "cases.history", ""),
    )
    return tuple(
        Tab(text, href, _is_here(endpoint, href), count)
        for text, endpoint, count in listed
        if (href := link_to(endpoint, case.authority_id, case_id=case.id))
    )


def _is_here(endpoint: str, href: str) -> bool:
    room = endpoint.partition(".")[0]
    if request.blueprint == "clock_events":
        return endpoint == "cases.clock"
    return request.path == href or (room != "cases" and request.blueprint == room)
