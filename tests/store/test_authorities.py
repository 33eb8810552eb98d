"""Authorities and people by their scope; numbers that are given once."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from foi_tracker.models import AddedHoliday, Authority, User
from foi_tracker.store import authorities as store
from foi_tracker.store.scope import NotFound, Scope
from tests.factories.authorities import authority as make_authority
from tests.factories.people import give_role, person


@pytest.fixture
def other(session: Session) -> Authority:
    return make_authority(session, "abbey-council")


def _scope(*found: Authority) -> Scope:
    return Scope(frozenset(each.id for each in found))


def test_authorities_are_found_by_scope_and_listed_by_name(
    session: Session, authority: Authority, other: Authority
) -> None:
    assert store.authorities(session, _scope(authority, other)) == [other, authority]
    assert store.authorities(session, _scope(other)) == [other]
    assert store.get_authority(session, _scope(other), other.id) is other
    with pytest.raises(NotFound):
        store.get_authority(session, _scope(other), authority.id)
    assert store.all_authorities(session) == [authority, other]
    assert store.authority_by_slug(session, "abbey-council") is other
    assert store.authority_by_slug(session, "nowhere") is None


def test_people_are_found_by_address_whatever_its_case(session: Session, officer: User) -> None:
    assert store.user_by_email(session, " Sam.Officer@Example.org ") is officer
    assert store.user_by_email(session, "nobody@example.org") is None


def test_people_of_a_scope_are_the_active_ones_with_the_role(
    session: Session, authority: Authority, other: Authority, officer: User
) -> None:
    auditor = person(session, "Alex Auditor", authority, role="auditor")
    gone = person(session, "Gone Officer", authority)
    gone.active = False
    elsewhere = person(session, "Else Where", other)
    give_role(session, elsewhere, authority, "auditor")
    assert store.people_of(session, _scope(authority), ("officer",)) == [officer]
    assert store.people_of(session, _scope(authority)) == [auditor, elsewhere, officer]


def test_numbers_follow_one_another_in_each_period_of_each_authority(
    session: Session, authority: Authority, other: Authority
) -> None:
    given = [
        store.next_number(session, place, period)
        for place, period in [(authority, "2026"), (authority, "2026"), (authority, "2025"), (other, "2026")]
    ]
    assert given == [1, 2, 1, 1]
    assert store.counter(session, authority, "2026") == 2
    assert store.counter(session, authority, "2024") == 0


def test_a_number_that_was_rolled_back_is_given_again(session: Session, authority: Authority) -> None:
    session.commit()
    store.next_number(session, authority, "2026")
    session.rollback()
    assert store.next_number(session, authority, "2026") == 1


def test_a_counter_is_set_forward_and_never_back(session: Session, authority: Authority) -> None:
    store.set_counter(session, authority, "2026", 41)
    session.flush()
    store.set_counter(session, authority, "2026", 41)
    assert store.next_number(session, authority, "2026") == 42
    for last in (0, 41):
        with pytest.raises(ValueError, match="given already"):
            store.set_counter(session, authority, "2026", last)


def test_added_holidays_come_by_day(session: Session) -> None:
    for day in (date(2026, 9, 7), date(2026, 6, 1)):
        session.add(AddedHoliday(day=day, name="A day", nations=["EW"]))
    session.flush()
    assert [added.day.month for added in store.added_holidays(session)] == [6, 9]
