"""A bank holiday proclaimed since: every open case is reckoned afresh, and those that moved are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk, NotAllowed, holidays_in_force
from foi_tracker.casework.holidays import add_holiday, remove_holiday
from foi_tracker.casework.refresh import Ending, Judged, Moved, Recount
from foi_tracker.models import Authority
from foi_tracker.store import audit as audit_store
from foi_tracker.store.cases import closed_over
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case, confirmed_case
from tests.factories.sent_letters import answer_all, respond

PROCLAIMED = date(2026, 2, 16)  # a Monday


def test_it_moves_the_open_cases_whose_count_it_falls_in(
    session: Session, desk: Desk, authority: Authority
) -> None:
    other = make_authority(session, "southmere-council")
    moved = case(desk, authority, received_on=date(2026, 2, 2))
    elsewhere = case(desk, other, received_on=date(2026, 2, 3))
    before = case(desk, authority, received_on=date(2026, 1, 5))  # due 2 February
    closed, _ = confirmed_case(desk, authority, received_on=date(2026, 2, 3))
    answer_all(desk, closed)
    respond(desk, closed)

    assert add_holiday(desk, PROCLAIMED, "A royal wedding", ["E&W"]).moved == [
        Moved("northvale-police", moved.reference, date(2026, 3, 2), date(2026, 3, 3)),
        Moved("southmere-council", elsewhere.reference, date(2026, 3, 3), date(2026, 3, 4)),
    ]
    assert (moved.due_on, elsewhere.due_on) == (date(2026, 3, 3), date(2026, 3, 4))
    assert before.due_on == date(2026, 2, 2)
    assert closed.due_on is None


def test_it_is_in_force_for_whatever_is_logged_afterwards(desk: Desk, authority: Authority) -> None:
    add_holiday(desk, PROCLAIMED, "A royal wedding", ["NI", "S"])
    later = replace(desk, holidays=holidays_in_force(desk.session))
    assert case(later, authority, received_on=date(2026, 2, 2)).due_on == date(2026, 3, 3)


def test_each_authoritys_audit_says_what_moved(session: Session, desk: Desk, authority: Authority) -> None:
    other = make_authority(session, "southmere-council")
    moved = case(desk, authority, received_on=date(2026, 2, 2))
    add_holiday(desk, PROCLAIMED, "A royal wedding", ["E&W"])
    for place, references in ((authority, [moved.reference]), (other, [])):
        last = audit_store.entries(session, place, 0, 10)[-1]
        payload = audit_store.payloads(session, [last.id])[last.id].payload
        assert (last.action, payload["moved"]) == ("holiday_added", references)
        assert (payload["day"], payload["name"]) == ("2026-02-16", "A royal wedding")


def test_a_day_that_is_a_bank_holiday_already_is_refused(desk: Desk, authority: Authority) -> None:
    with pytest.raises(NotAllowed, match="Christmas Day"):
        add_holiday(desk, date(2026, 12, 25), "Christmas again", ["E&W"])
    add_holiday(desk, PROCLAIMED, "A royal wedding", ["E&W"])
    later = replace(desk, holidays=holidays_in_force(desk.session))
    with pytest.raises(NotAllowed, match="A royal wedding"):
        add_holiday(later, PROCLAIMED, "A royal wedding", ["E&W"])


def test_a_nation_that_there_is_not_is_refused(desk: Desk, authority: Authority) -> None:
    with pytest.raises(ValueError, match="France"):
        add_holiday(desk, PROCLAIMED, "A royal wedding", ["France"])
    assert holidays_in_force(desk.session).name_on(PROCLAIMED) is None


def test_one_added_by_mistake_is_taken_back_and_the_dates_with_it(
    session: Session, desk: Desk, authority: Authority
) -> None:
    other = make_authority(session, "southmere-council")
    moved = case(desk, authority, received_on=date(2026, 2, 2))
    add_holiday(desk, PROCLAIMED, "A royal wedding", ["E&W"])
    later = replace(desk, holidays=holidays_in_force(desk.session))
    back = Moved("northvale-police", moved.reference, date(2026, 3, 3), date(2026, 3, 2))
    assert remove_holiday(later, PROCLAIMED) == ("A royal wedding", Recount([back], []))
    assert moved.due_on == date(2026, 3, 2)
    assert holidays_in_force(desk.session).name_on(PROCLAIMED) is None
    for place, references in ((authority, [moved.reference]), (other, [])):
        last = audit_store.entries(session, place, 0, 10)[-1]
        payload = audit_store.payloads(session, [last.id])[last.id].payload
        assert (last.action, payload["moved"]) == ("holiday_removed", references)
        assert (payload["day"], payload["name"]) == ("2026-02-16", "A royal wedding")


def test_a_bank_holiday_of_the_law_is_never_taken_back(desk: Desk, authority: Authority) -> None:
    add_holiday(desk, PROCLAIMED, "A royal wedding", ["E&W"])
    with pytest.raises(NotAllowed, match=r"Added here: 2026-02-16 \(A royal wedding\)\."):
        remove_holiday(desk, date(2026, 12, 25))
    assert holidays_in_force(desk.session).name_on(PROCLAIMED) == "A royal wedding"


def test_an_answer_judged_by_a_mistaken_bank_holiday_is_judged_anew(
    session: Session, desk: Desk, authority: Authority
) -> None:
    """s.10(1) and (6): without the day, Tuesday 3 March is the day after the twentieth, and late."""
    desk = replace(desk, today=date(2026, 3, 3))
    answered, _ = confirmed_case(desk, authority, received_on=date(2026, 2, 2))
    in_time, _ = confirmed_case(desk, authority, received_on=date(2026, 2, 3))
    add_holiday(desk, PROCLAIMED, "A royal wedding", ["E&W"])
    later = replace(desk, holidays=holidays_in_force(session))
    for each in (answered, in_time):
        answer_all(later, each)
        respond(later, each)
    assert not answered.answered_late

    in_its_time = Ending.of(answered)
    is_late = replace(in_its_time, late=True)
    late = Judged("northvale-police", answered.reference, in_its_time, is_late)
    assert remove_holiday(later, PROCLAIMED)[1].judged == [late]
    assert (answered.answered_late, in_time.answered_late) == (True, False)
    assert answered.closed_on == date(2026, 3, 3)

    assert add_holiday(desk, PROCLAIMED, "A royal wedding", ["E&W"]).judged == [
        replace(late, before=is_late, after=in_its_time)
    ]
    assert not answered.answered_late
    last = audit_store.entries(session, authority, 0, 100)[-1]
    payload = audit_store.payloads(session, [last.id])[last.id].payload
    assert (payload["now_late"], payload["now_in_time"]) == ([], [answered.reference])


def test_a_closed_request_that_it_opens_again_is_told(
    session: Session, desk: Desk, authority: Authority
) -> None:
    """It was closed by older rules; by those of today its questions are still to be answered."""
    open_still, _ = confirmed_case(desk, authority)
    stage = open_still.stage
    open_still.stage, open_still.closed_on, open_still.due_on = "closed", desk.today, None
    session.flush()
    closed = Ending.of(open_still)
    told = add_holiday(desk, desk.today, "A royal wedding", ["E&W"])
    assert told.judged == [
        Judged("northvale-police", open_still.reference, closed, Ending(stage, None, None, False))
    ]
    assert [(each.before, each.after) for each in told.moved] == [(None, open_still.due_on)]
    assert open_still.due_on == date(2026, 2, 26), (
        "the day after the one it had, which did not count that day"
    )
    last = audit_store.entries(session, authority, 0, 100)[-1]
    payload = audit_store.payloads(session, [last.id])[last.id].payload
    assert payload["now_open"] == [open_still.reference]


def test_what_was_closed_before_the_day_is_left_as_it_is(desk: Desk, authority: Authority) -> None:
    early = replace(desk, today=date(2026, 2, 13))
    closed, _ = confirmed_case(early, authority, received_on=date(2026, 2, 3))
    answer_all(early, closed)
    respond(early, closed)
    assert not add_holiday(
        replace(desk, today=date(2026, 3, 3)), PROCLAIMED, "A royal wedding", ["E&W"]
    ).judged
    assert closed not in closed_over(desk.session, authority, PROCLAIMED)
