"""What a page says of a corrected day of receipt: which due dates moved, and which letters gave others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from foi_tracker.casework.clock import reckoning_of
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.receipt import letters_giving
from foi_tracker.law.clock import THEIR_DATES
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.models import Case
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.cases.due import live_deadlines
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.date_words import say_date, say_plain_date


@dataclass(frozen=True)
class Standing:
    """When a request came and is due, as it stands."""

    received_on: date
    dates: Mapping[tuple[int, ...], date | None]  # ours, by the ids of the questions that share one clock
    met: frozenset[tuple[int, ...]]  # of which the answer has left
    notes: tuple[str, ...]


def standing(desk: Desk, case: Case) -> Standing:
    """The request's day of receipt and its due dates."""
    reckoning = reckoning_of(desk, case)
    live = live_deadlines(case_store.deadlines(desk.session, case))
    return Standing(
        case.received_on,
        {tuple(each.question_ids): None if each.kind in THEIR_DATES else each.due_on for each in live},
        frozenset(tuple(each.question_ids) for each in live if each.met_by),
        reckoning.notes if reckoning else (),
    )


def moved_words(desk: Desk, case: Case, before: Standing) -> str:
    """Which due dates moved since, what to mind, and which letters gave what was; "" where nothing moved."""
    now = standing(desk, case)
    moved = [ids for ids, day in now.dates.items() if day != before.dates.get(ids)]
    if not moved and now.received_on == before.received_on:
        return ""
    said = []
    if now.received_on != before.received_on:
        was = say_plain_date(before.received_on)
        said.append(f"It reached us on {say_date(now.received_on)}, and not on {was}.")
    said += [_moved(desk, case, before, now, ids) for ids in moved] or ["No due date has moved."]
    said += [note for note in now.notes if note not in before.notes]
    earlier = [before.dates.get(ids) for ids in moved]
    said.append(_letters(desk, case, {before.received_on, *filter(None, earlier)} - {now.received_on}))
    return " ".join(filter(None, said))


def made_valid_words(desk: Desk, case: Case) -> str:
    """When what is valid after all is due, and what to do about a letter that said otherwise."""
    said = ["The request is valid."]
    if case.due_on:
        said.append(f"It {'was' if case.due_on < desk.today else 'is'} due on {say_date(case.due_on)}.")
    completed = case_store.completion(case_store.clock_events(desk.session, case))
    if completed and case_store.FIRST_WORDS in completed.values:
        said.append("Its questions are read from all that they sent: confirm them.")
    said.append("The acknowledgement is ready to send.")
    letters = letter_store.letters_of(desk.session, case)
    if states := {letter.state for letter in letters if letter.kind == Kind.NOT_VALID}:
        said.append(
            "They were told that it is not valid, so tell them that it is."
            if "sent" in states
            else "The letter that says that it is not valid was issued: do not send it."
        )
    return " ".join(said)


def _moved(desk: Desk, case: Case, before: Standing, now: Standing, ids: tuple[int, ...]) -> str:
    questions = question_store.questions_of(desk.session, case)
    about = {question.label for question in questions if question.id in ids} if len(now.dates) > 1 else set()
    who = say_questions(about, [question.label for question in questions]) or "It"
    day, was = now.dates[ids], before.dates.get(ids)
    past = ids in now.met or (day is not None and day < desk.today)
    verb = ("were" if past else "are") if len(about) > 1 else ("was" if past else "is")
    if day is None:
        return (
            f"{who} {verb} no longer due on {say_plain_date(was)}: no date of ours is running." if was else ""
        )
    return f"{who} {verb} due on {say_date(day)}{f', and not on {say_plain_date(was)}' if was else ''}."


def _letters(desk: Desk, case: Case, days: set[date]) -> str:
    """The letters issued stay as they are, with what they said."""
    found = letters_giving(desk, case, days) if days else []
    if not found:
        return ""
    named = [
        f"“{KIND_LABELS[Kind(letter.kind)]}” of {say_plain_date(letter.dated)}"
        for letter in found
        if letter.dated
    ]
    gave = "a letter that was issued" if len(named) == 1 else "letters that were issued"
    return (
        f"The earlier dates stand in {gave}: {', '.join(named)}. What was issued stays as it is. "
        "Write to them, if they should know the right ones."
    )
