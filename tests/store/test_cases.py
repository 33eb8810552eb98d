"""Whatever is fetched is fetched through its authority and its case, and is otherwise not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.intake.text import fingerprint
from foi_tracker.models import Authority, Case, Deadline
from foi_tracker.store import cases, letters, questions
from foi_tracker.store.scope import NotFound, Scope
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import WORDS, case, confirmed_case
from tests.web.walk import World, world


@pytest.fixture
def theirs(session: Session, desk: Desk) -> World:
    """Another authority's request with something of everything."""
    other = make_authority(session, "southmere-council")
    return world(session, replace(desk, scope=Scope(frozenset({other.id}))), other)


def test_a_case_is_found_within_the_scope_alone(
    session: Session, desk: Desk, authority: Authority, theirs: World
) -> None:
    made = case(desk, authority)
    assert cases.get_case(session, desk.scope, made.id) is made
    for fetch in (cases.get_case, cases.get_case_for_change):
        for id_ in (theirs.case.id, 0):
            with pytest.raises(NotFound):
                fetch(session, desk.scope, id_)
        with pytest.raises(NotFound):
            fetch(session, Scope(frozenset()), made.id)


def test_a_shared_reference_is_found_once_an_authority(
    session: Session, desk: Desk, authority: Authority, theirs: World
) -> None:
    made = case(desk, authority)
    both = Scope(frozenset({authority.id, theirs.authority.id}))
    assert cases.by_reference(session, both, "001-26") == [made, theirs.case]
    assert cases.by_reference(session, desk.scope, "001-26") == [made]


@pytest.mark.parametrize(
    "fetch",
    [
        lambda session, made, rows: questions.get_question(session, made, rows.question.id),
        lambda session, made, rows: letters.get_letter(session, made, rows.letter.id),
        lambda session, made, rows: letters.get_attachment(session, made, rows.attachment.id),
    ],
    ids=["question", "letter", "attachment"],
)
def test_a_child_is_found_through_its_own_case_alone(
    fetch: Callable[[Session, Case, World], object],
    session: Session,
    desk: Desk,
    authority: Authority,
    theirs: World,
) -> None:
    made = case(desk, authority)
    assert fetch(session, theirs.case, theirs)
    with pytest.raises(NotFound):
        fetch(session, made, theirs)


def test_the_same_words_are_found_newest_first_and_five_at_most(
    session: Session, desk: Desk, authority: Authority, theirs: World
) -> None:
    made = [case(desk, authority) for _ in range(6)]
    case(desk, authority, words="Something else?")
    assert cases.with_same_words(session, authority, fingerprint(WORDS)) == made[:0:-1]


def test_open_cases_are_those_that_are_not_closed(
    session: Session, desk: Desk, authority: Authority, theirs: World
) -> None:
    made, closed = case(desk, authority), case(desk, authority)
    closed.closed_on = desk.today
    assert cases.open_cases(session, authority) == [made]


def test_due_dates_are_replaced_as_a_whole(session: Session, desk: Desk, authority: Authority) -> None:
    made, _ = confirmed_case(desk, authority)
    new = [Deadline(kind="foia_response", due_on=desk.today), Deadline(kind="s17_1_notice", due_on=None)]
    cases.replace_deadlines(session, made, new)
    session.flush()
    assert [(d.position, d.kind) for d in cases.deadlines(session, made)] == [
        (0, "foia_response"),
        (1, "s17_1_notice"),
    ]


def test_nothing_is_loaded_by_accident(session: Session, desk: Desk, authority: Authority) -> None:
    made = case(desk, authority)
    session.commit()
    with pytest.raises(InvalidRequestError, match="lazy='raise'"):
        _ = made.authority
    assert cases.get_case(session, desk.scope, made.id).authority is authority
