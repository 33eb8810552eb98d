"""Keep ready what the queue shows: called at the end of every change of a case, in its transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from foi_tracker.casework.clock import ANSWERED, due_of, facts_of, reckoning_of, stands
from foi_tracker.casework.desk import Desk
from foi_tracker.law.clock import THEIR_DATES, Reckoning, Track, target_day
from foi_tracker.law.course import Role, role_of
from foi_tracker.law.lifecycle import Progress, Stage, next_step, stage_of
from foi_tracker.law.outcomes import UNCLEAR
from foi_tracker.models import Authority, Case, Deadline, Letter, Question
from foi_tracker.store import cases as case_store
from foi_tracker.store import cost as cost_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store

PENDING = "decision_pending"
WITHDRAWN, WITHDRAWN_ON = "withdrawn", "withdrawn_on"
"""The outcome of a question that they no longer ask, and the detail that says since when."""


@dataclass(frozen=True)
class Moved:
    """A case whose due date moved, because what it rests on changed."""

    authority: str  # its slug
    reference: str
    before: date | None
    after: date | None


@dataclass(frozen=True)
class Ending:
    """How a case ended, as far as it has."""

    stage: str
    closed_on: date | None
    answered_on: date | None
    late: bool  # whether its answer was

    @classmethod
    def of(cls, case: Case) -> Ending:
        """What the case says of it now."""
        return cls(case.stage, case.closed_on, case.answered_on, case.answered_late)


@dataclass(frozen=True)
class Judged:
    """A case of which it changed how it ended: whether it is closed, when it was answered, whether late."""

    authority: str  # its slug
    reference: str
    before: Ending
    after: Ending


@dataclass(frozen=True)
class Recount:
    """What reckoning cases afresh changed."""

    moved: list[Moved] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)


def recount(desk: Desk, cases: Iterable[Case], found: Recount) -> None:
    """Reckon the cases afresh, and add to `found` what that changed.

    Raises:
        OutsideCalendar: no bank holidays are known for the dates of one.
    """
    for case in cases:
        due_on, ending = case.due_on, Ending.of(case)
        refresh(desk, case)
        slug = case.authority.slug
        if case.due_on != due_on:
            found.moved.append(Moved(slug, case.reference, due_on, case.due_on))
        if (now := Ending.of(case)) != ending:
            found.judged.append(Judged(slug, case.reference, ending, now))


def refresh_open(desk: Desk, authority: Authority) -> list[Moved]:
    """Reckon every open case of the authority afresh; those whose due date moved.

    Raises:
        OutsideCalendar: no bank holidays are known for the dates of one.
    """
    recount(desk, case_store.open_cases(desk.session, authority), found := Recount())
    return found.moved


def refresh(desk: Desk, case: Case) -> None:
    """Reckon the case's dates, stage and next step afresh from what is recorded.

    Raises:
        OutsideCalendar: no bank holidays are known for its dates.
    """
    desk.session.flush()
    questions = question_store.questions_of(desk.session, case)
    letters = letter_store.letters_of(desk.session, case)
    never_left = letter_store.never_left_ids(desk.session, case)
    reckoning = reckoning_of(desk, case)
    _refresh_dates(desk, case, reckoning, questions)
    sent = question_store.sent_question_ids(desk.session, case)
    whole = cost_store.whole_of(desk.session, case)
    no_notice_on = whole.no_notice_on if whole else None
    unsent = [question for question in questions if question.id not in sent]
    wanted = [question for question in unsent if question.outcome != WITHDRAWN]
    waiting = _waiting(reckoning, questions, wanted)
    withdrawn_on = _withdrawn_on(unsent)
    progress = Progress(
        questions=len(questions),
        answered=sum(question.is_answered for question in questions)
        - len(_still_to_decide(desk, case, questions, sent))
        - len(_made_clear(desk, case, questions, sent)),
        sent=len(sent),
        unwanted=len(unsent) - len(wanted),
        waiting=sum(len(labels) for _, labels in waiting),
        waiting_for_fee=all(track.deadlines[0].kind in THEIR_DATES for track, _ in waiting),
        confirmed=case.questions_confirmed,
        valid=case.triage == "valid",
        withdrawn=withdrawn_on is not None,
        issued_unsent=any(letter.id not in never_left and _is_waited_for(letter, case) for letter in letters),
        not_valid_sent=any(letter.kind == "not_valid" and letter.state == "sent" for letter in letters),
        let_go=(let_go_on := _let_go_on(desk, reckoning, questions, waiting, letters)) is not None,
        no_notice=no_notice_on is not None,
    )
    case.questions_total, case.questions_answered = progress.questions, progress.answered
    stage = stage_of(progress)
    case.stage, case.next_step = stage.value, next_step(progress).code
    complete = _is_answered(progress)
    case.answered_on = _last_answered(desk, case, questions) if complete else None
    case.answered_late = complete and _was_late(reckoning)
    told_on = None if progress.valid else _first_sent(letters)
    case.closed_on = _latest(case.answered_on, told_on, let_go_on) if stage is Stage.CLOSED else None
    if stage is not Stage.CLOSED:
        case.due_on = min(filter(None, (case.due_on, _promised(desk, case, wanted))), default=None)
    if stage is Stage.WITHDRAWN or no_notice_on:
        case.closed_on = _latest(case.answered_on, withdrawn_on or no_notice_on)
        case.due_on = case.target_on = None
    desk.session.flush()


def _latest(*days: date | None) -> date | None:
    return max(filter(None, days), default=None)


def _refresh_dates(
    desk: Desk, case: Case, reckoning: Reckoning | None, questions: Sequence[Question]
) -> None:
    if reckoning is None:
        case.due_on = case.target_on = None
        case_store.replace_deadlines(desk.session, case, [])
        return
    case.due_on = due_of(reckoning, [each.label for each in questions if each.outcome != WITHDRAWN])
    case.target_on = target_day(
        facts_of(desk, case, questions), case.authority.target_working_day, desk.holidays
    )
    ids = {question.label: question.id for question in questions}
    found = [
        Deadline(
            kind=deadline.kind,
            due_on=deadline.date,
            question_ids=[ids[label] for label in deadline.questions],
            met_by=deadline.met_by,
        )
        for deadline in reckoning.deadlines
    ]
    case_store.replace_deadlines(desk.session, case, found)


def _waiting(
    reckoning: Reckoning | None, questions: Sequence[Question], wanted: Sequence[Question]
) -> list[tuple[Track, set[str]]]:
    """The clocks that stand still until the requester acts (s.1(3), s.9; EIR regs 8 and 9).

    Each with the labels of the questions that wait: of those not answered in a letter that left, and still
    `wanted`. A request whose questions are not known yet waits as one.
    """
    if reckoning is None:
        return []
    labels = {question.label for question in wanted} if questions else {""}
    found = [(track, labels & set(track.questions or labels)) for track in reckoning.tracks]
    return [
        (track, left)
        for track, left in found
        if left and (track.deadlines[0].date is None or track.deadlines[0].kind in THEIR_DATES)
    ]


def _still_to_decide(desk: Desk, case: Case, questions: Sequence[Question], sent: set[int]) -> list[Question]:
    """Those of which they were told that the decision takes longer (s.17(2)), once all else has left."""
    recorded = case_store.clock_events(desk.session, case)
    told = [event for event in recorded if event.type == "pit_extension_notice"]
    open_still = [question for question in questions if question.is_answered and question.id not in sent]
    pending = [
        question
        for question in open_still
        if question.outcome == PENDING
        and any(
            (not event.question_ids or question.id in event.question_ids)
            and stands(recorded, event, question.id)
            for event in told
        )
    ]
    return pending if pending == open_still else []


def _made_clear(desk: Desk, case: Case, questions: Sequence[Question], sent: set[int]) -> list[Question]:
    """Those that were put back to the requester, who has said since what they mean: now to be answered."""
    unclear = [question for question in questions if question.outcome == UNCLEAR and question.id not in sent]
    last: dict[int, str] = {}
    for event in case_store.clock_events(desk.session, case):
        if event.type.startswith(("clarification_", "reg9_particulars_")):
            last.update(dict.fromkeys(event.question_ids or [each.id for each in unclear], event.type))
    return [question for question in unclear if last.get(question.id, "").endswith("received")]


def _promised(desk: Desk, case: Case, wanted: Sequence[Question]) -> date | None:
    """By when what was reopened is to be answered again: the Act has no date of its own for that.

    Of each question what was said when it was last reopened: what was promised before was kept, or is over.
    """
    events = case_store.clock_events(desk.session, case)
    reopened = sorted((each for each in events if each.type == case_store.REOPENED), key=lambda each: each.id)
    last: dict[int, str] = {}
    for event in reopened:
        promised = str(event.values.get("answer_by", ""))
        last.update(dict.fromkeys(event.question_ids or [each.id for each in wanted], promised))
    days = [last[each.id] for each in wanted if last.get(each.id)]
    return date.fromisoformat(min(days)) if days else None


def _is_answered(progress: Progress) -> bool:
    """Whether the request is answered: all of it, or all that they still want and have made clear."""
    over = progress.sent >= progress.questions or stage_of(progress) is Stage.WITHDRAWN
    let_go = progress.let_go and stage_of(progress) is Stage.CLOSED
    return progress.valid and progress.confirmed and progress.sent > 0 and (over or let_go)


def _was_late(reckoning: Reckoning | None) -> bool:
    """Whether any question's answer left after its date (s.10(1))."""
    if reckoning is None:
        return False
    live = [track.deadlines[0] for track in reckoning.tracks]
    return any(d.date and d.met_on and d.met_on > d.date for d in live)


def _last_answered(desk: Desk, case: Case, questions: Sequence[Question]) -> date | None:
    """The day on which the last question was answered.

    A correction sent later, or an answer given anew after a review, is no second answer; one given after the
    first was undone is, and one that was undone is none.
    """
    recorded = case_store.clock_events(desk.session, case)
    everyone = [question.id for question in questions]
    answers = [event for event in recorded if event.type == ANSWERED]
    standing = [
        event.on
        for event in answers
        if any(stands(recorded, event, id_) for id_ in event.question_ids or everyone)
    ]
    return max(standing, default=None)


def _is_waited_for(letter: Letter, case: Case) -> bool:
    """Whether the request stands still until it leaves: not if it says of a valid request that it is none."""
    counts = letter.kind != "acknowledgement" and (letter.kind != "not_valid" or case.triage != "valid")
    return letter.state == "issued" and counts


def _first_sent(letters: Sequence[Letter]) -> date | None:
    """The day the letter left that says why it is not valid."""
    return min((each.sent_on for each in letters if each.kind == "not_valid" and each.sent_on), default=None)


def _let_go_on(
    desk: Desk,
    reckoning: Reckoning | None,
    questions: Sequence[Question],
    waiting: Sequence[tuple[Track, set[str]]],
    letters: Sequence[Letter],
) -> date | None:
    """The day on which the last of what waits was closed, because nothing came of what was asked.

    None while any of it is not. A letter closes the questions that it is about, and nothing that was asked of
    them on its day or later: for that they have their time again.
    """
    events = reckoning.facts.events if reckoning else ()
    ids = {question.label: question.id for question in questions}
    days = []
    for track, labels in waiting:
        stops = [each for each in events if role_of(each, track.regime) in (Role.ASK, Role.CHARGE)]
        for label in labels:
            asked = max((each.date for each in stops if each.concerns(label)), default=date.max)
            days.append(_closed_after(desk, letters, asked, ids.get(label)))
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _closed_after(desk: Desk, letters: Sequence[Letter], asked: date, question_id: int | None) -> date | None:
    """The day the last letter left after `asked` that closed the question; None where none did."""
    closures = [each for each in letters if each.kind == "closure" and each.sent_on and each.sent_on > asked]
    about = [each for each in closures if question_id in letter_store.question_ids(desk.session, each)]
    return max((each.sent_on for each in about if each.sent_on), default=None)


def _withdrawn_on(unsent: Sequence[Question]) -> date | None:
    """The day they withdrew all that had not been answered; None while anything is still asked."""
    days = [q.details.get(WITHDRAWN_ON, "") if q.outcome == WITHDRAWN else "" for q in unsent]
    return date.fromisoformat(max(days)) if days and all(days) else None
