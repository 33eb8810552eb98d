"""Requests that may be added together with one: by the same person or of one campaign, and near in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from foi_tracker.casework.desk import Desk
from foi_tracker.intake.duplicates import near_duplicates
from foi_tracker.law.aggregation import WINDOW_AT_MOST, days_spanned, fall_in_one_window
from foi_tracker.law.cost_limit import total_hours
from foi_tracker.models import Case
from foi_tracker.store import cost as cost_store
from foi_tracker.store import questions as question_store

SAME_PERSON, SAME_WORDS, ALIKE = "same_person", "same_words", "alike"
"""Why a request is thought to belong with another: who asked, the very words, or most of what is asked."""


@dataclass(frozen=True)
class Related:
    """A request that may be added together with the one at hand: s.12(4); SI 2004/3244 reg 5."""

    case: Case
    why: tuple[str, ...]  # of SAME_PERSON, SAME_WORDS, ALIKE; none where an officer named it
    alike: int  # how many of its questions are asked in the one at hand too
    days: int  # working days from the first of the two to the last, both counted
    hours: Fraction | None  # of its own estimate; None where it has none


def related_to(desk: Desk, case: Case, added: Sequence[int] = ()) -> list[Related]:
    """Requests by the same person or of the same campaign within 60 consecutive working days, newest first.

    `added` are ids that are listed whether or not anything shows why, if they are the authority's.
    """
    reach = timedelta(days=WINDOW_AT_MOST)
    near = cost_store.received_near(desk.session, case, case.received_on - reach, case.received_on + reach)
    near = [each for each in near if fall_in_one_window([case.received_on, each.received_on], desk.holidays)]
    named = cost_store.beside(desk.session, case, added)
    everyone = {each.id: each for each in (*near, *named)}.values()
    texts = cost_store.questions_by_case(desk.session, everyone)
    rows = cost_store.rows_by_case(desk.session, everyone)
    ours = [question.text for question in question_store.questions_of(desk.session, case)]
    found = []
    for other in everyone:
        theirs = texts.get(other.id, ())
        alike = _asked_in_both(ours, theirs)
        why = _why(case, other, mostly=0 < min(len(ours), len(theirs)) <= 2 * alike)
        if why or other.id in added:
            days = days_spanned([case.received_on, other.received_on], desk.holidays)
            hours = total_hours(rows[other.id]) if other.id in rows else None
            found.append(Related(other, why, alike, days, hours))
    return sorted(found, key=lambda each: (each.case.received_on, each.case.id), reverse=True)


def _asked_in_both(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many of our questions are asked in nearly the same words in the other request."""
    pairs = near_duplicates([*ours, *theirs])
    return len({one for one, other in pairs if one < len(ours) <= other})


def _why(case: Case, other: Case, *, mostly: bool) -> tuple[str, ...]:
    why = []
    if _same(case.requester_email, other.requester_email) or _same(case.requester_name, other.requester_name):
        why.append(SAME_PERSON)
    if case.fingerprint == other.fingerprint:
        why.append(SAME_WORDS)
    elif mostly:
        why.append(ALIKE)
    return tuple(why)


def _same(one: str, other: str) -> bool:
    """Whether two names or addresses are the same and there at all."""
    plain = " ".join(one.split()).casefold()
    return bool(plain) and plain == " ".join(other.split()).casefold()
