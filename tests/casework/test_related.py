"""Which requests are found beside one: by the same person or of a campaign, within 60 working days."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from foi_tracker.casework.cost import EstimateDraft, keep_estimate
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.related import ALIKE, SAME_PERSON, SAME_WORDS, related_to
from foi_tracker.law.notices.facts import CostRowFacts
from foi_tracker.models import Authority
from tests.factories import authorities
from tests.factories.cases import WORDS, confirmed_case

SOMEBODY = {"requester_name": "Ash Elm", "requester_email": "ash.elm@example.org"}
OTHER_THINGS = "Please tell me:\n\n1. What did the new boats cost?\n2. Who sails them?"


def test_nothing_is_found_where_nothing_is_near(desk: Desk, authority: Authority) -> None:
    case, _ = confirmed_case(desk, authority)
    assert related_to(desk, case) == []


def test_another_request_by_the_same_person_is_found_whatever_it_asks(
    desk: Desk, authority: Authority
) -> None:
    case, _ = confirmed_case(desk, authority)
    other, _ = confirmed_case(desk, authority, words=OTHER_THINGS, requester_email="ROBIN.ASH@example.org ")
    (found,) = related_to(desk, case)
    assert (found.case.id, found.why, found.alike, found.days) == (other.id, (SAME_PERSON,), 0, 1)
    assert found.hours is None


def test_the_same_words_by_somebody_else_are_a_campaign(desk: Desk, authority: Authority) -> None:
    case, _ = confirmed_case(desk, authority)
    other, _ = confirmed_case(desk, authority, **SOMEBODY)
    (found,) = related_to(desk, case)
    assert (found.case.id, found.why, found.alike) == (other.id, (SAME_WORDS,), 2)


def test_most_of_the_questions_in_nearly_the_same_words_are_a_campaign(
    desk: Desk, authority: Authority
) -> None:
    case, _ = confirmed_case(desk, authority)
    more = "led to a visit?\n3. How many meters does the force have for it?"
    words = f"Dear all,\n{WORDS.replace('led to a visit?', more)}"
    confirmed_case(desk, authority, words=words, **SOMEBODY)
    (found,) = related_to(desk, case)
    assert (found.why, found.alike) == ((ALIKE,), 2)


def test_other_things_by_somebody_else_are_not_found(desk: Desk, authority: Authority) -> None:
    case, _ = confirmed_case(desk, authority)
    confirmed_case(desk, authority, words=OTHER_THINGS, **SOMEBODY)
    assert related_to(desk, case) == []


def test_two_requests_without_a_name_are_not_by_the_same_person(desk: Desk, authority: Authority) -> None:
    nobody = {"requester_name": "", "requester_email": ""}
    case, _ = confirmed_case(desk, authority, **nobody)
    confirmed_case(desk, authority, words=OTHER_THINGS, **nobody)
    assert related_to(desk, case) == []


def test_what_came_more_than_60_working_days_apart_is_not_found(desk: Desk, authority: Authority) -> None:
    case, _ = confirmed_case(desk, authority)
    confirmed_case(desk, authority, received_on=desk.today - timedelta(days=110))
    near, _ = confirmed_case(desk, authority, received_on=desk.today - timedelta(days=80))
    assert [found.case.id for found in related_to(desk, case)] == [near.id]


def test_another_authoritys_requests_are_never_found(
    desk: Desk, session: Session, authority: Authority
) -> None:
    case, _ = confirmed_case(desk, authority)
    theirs, _ = confirmed_case(desk, authorities.authority(session, "southvale-council"))
    assert related_to(desk, case) == []
    assert related_to(desk, case, [theirs.id]) == []


def test_what_an_officer_named_is_listed_with_the_hours_of_its_estimate(
    desk: Desk, authority: Authority
) -> None:
    case, _ = confirmed_case(desk, authority)
    named, _ = confirmed_case(desk, authority, words=OTHER_THINGS, **SOMEBODY)
    keep_estimate(desk, named, EstimateDraft((CostRowFacts("locate", "boats", 10, 30),)), 0)
    (found,) = related_to(desk, case, [named.id])
    assert (found.case.id, found.why, found.hours) == (named.id, (), 5)
