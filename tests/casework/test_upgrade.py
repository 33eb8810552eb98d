"""After an upgrade every request is reckoned by its rules: open and closed, and none for another's fault."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from foi_tracker.casework import upgrade
from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.casework.refresh import Ending, Moved, Recount
from foi_tracker.casework.upgrade import Unreckoned, is_reckoned, refresh_after_upgrade
from foi_tracker.casework.withdrawal import Withdrawal, withdraw
from foi_tracker.models import Authority, Case, ClockEvent
from foi_tracker.store import audit as audit_store
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case, confirmed_case
from tests.factories.sent_letters import issued, respond, send

LATE = date(2026, 2, 4)
"""The desk's day: what came on 2 January was due on Friday 30 January."""


def _reckon(desk: Desk, authority: Authority) -> tuple[Recount, list[Unreckoned]]:
    return refresh_after_upgrade(desk, authority, lambda done, of: None)


def _told(desk: Desk, authority: Authority) -> dict[str, Any]:
    payload = audit_store.last_payload(desk.session, authority, upgrade.RECKONED)
    assert payload is not None
    return payload.payload


def _as_older_rules_left_it(desk: Desk, made: Case, **columns: Any) -> Ending:
    for name, value in columns.items():
        setattr(made, name, value)
    desk.session.flush()
    return Ending.of(made)


def _answered_late_in_part(desk: Desk, authority: Authority) -> Case:
    """Question 1 was answered late; the rest was withdrawn."""
    made, questions = confirmed_case(desk, authority, received_on=date(2026, 1, 2))
    answer_question(desk, made, questions[0], AnswerGiven("disclosed", "12."), questions[0].version)
    made.late_reason = "Somebody was ill."
    respond(desk, made, questions[:1], part=True)
    withdraw(desk, made, Withdrawal(date(2026, 2, 3), "email", "Never mind the rest."))
    return made


def test_what_was_withdrawn_in_part_owns_up_to_the_late_answer(desk: Desk, authority: Authority) -> None:
    made = _answered_late_in_part(desk, authority)
    now = Ending.of(made)
    old = _as_older_rules_left_it(desk, made, answered_on=None, answered_late=False)
    (told,) = _reckon(desk, authority)[0].judged
    assert (told.reference, told.before, told.after) == (made.reference, old, now)
    assert (made.stage, made.answered_on, made.answered_late) == ("withdrawn", LATE, True)
    assert [each["reference"] for each in _told(desk, authority)["judged"]] == [made.reference]


def test_what_was_closed_for_silence_and_asked_again_is_open(desk: Desk, authority: Authority) -> None:
    """s.1(3): they replied after it was closed, and were asked once more."""
    day = desk.today
    made, _ = confirmed_case(desk, authority, received_on=day - timedelta(days=70))

    def say(on: date, direction: str, about: str) -> None:
        record_correspondence(desk, made, Said(direction, "email", on, "Robin Ash", "Which year?", about))

    say(day - timedelta(days=65), "out", ASKED)
    send(desk, made, issued(desk, made, "closure"))
    assert made.closed_on == day
    say(day, "in", RECEIVED)
    say(day, "out", ASKED)
    assert (made.stage, made.closed_on) == ("clarifying", None)
    _as_older_rules_left_it(desk, made, stage="closed", closed_on=day)
    (told,) = _reckon(desk, authority)[0].judged
    assert (told.before.closed_on, told.after.closed_on) == (day, None)
    assert (made.stage, made.closed_on) == ("clarifying", None)


def test_what_was_not_valid_is_reckoned_too(desk: Desk, authority: Authority) -> None:
    made = case(desk, authority, triage="not_described")
    _as_older_rules_left_it(desk, made, stage="closed", closed_on=desk.today)
    _reckon(desk, authority)
    assert made.stage == "not_valid"
    assert made.closed_on is None, "nobody has told them yet"


def test_a_request_that_cannot_be_reckoned_stops_no_other(desk: Desk, authority: Authority) -> None:
    bad, good = case(desk, authority), case(desk, authority)
    due_on = good.due_on
    for made in (bad, good):
        _as_older_rules_left_it(desk, made, due_on=date(2026, 3, 20))
    received_on = bad.received_on
    _as_older_rules_left_it(desk, bad, received_on=date(1950, 1, 1))

    found, (unreckoned,) = _reckon(desk, authority)
    assert found.moved == [Moved("northvale-police", good.reference, date(2026, 3, 20), due_on)]
    assert (good.due_on, bad.due_on) == (due_on, date(2026, 3, 20))
    assert unreckoned.reference == bad.reference
    assert "1950-01-01 is outside the bank holidays" in unreckoned.why
    assert not is_reckoned(desk, authority), "it is tried again"
    assert _reckon(desk, authority)[0] == Recount()

    _as_older_rules_left_it(desk, bad, received_on=received_on)
    assert [each.reference for each in _reckon(desk, authority)[0].moved] == [bad.reference]
    assert bad.due_on == due_on
    assert is_reckoned(desk, authority)


def test_a_row_that_cannot_even_be_read_stops_no_other(desk: Desk, authority: Authority) -> None:
    bad, good = case(desk, authority), case(desk, authority)
    due_on = good.due_on
    _as_older_rules_left_it(desk, good, due_on=date(2026, 3, 20))
    notice = ClockEvent(
        case_id=bad.id,
        type="pit_extension_notice",
        on=bad.received_on,
        values={"estimated_decision_date": "soon"},
    )
    desk.session.add(notice)
    desk.session.flush()
    assert [each.reference for each in _reckon(desk, authority)[1]] == [bad.reference]
    assert good.due_on == due_on


def test_it_is_done_once_for_each_version_of_the_rules(
    desk: Desk, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    case(desk, authority)
    assert not is_reckoned(desk, authority)
    assert _reckon(desk, authority) == (Recount(), [])
    assert is_reckoned(desk, authority)
    assert _told(desk, authority) == {"rules": upgrade.rules(), "moved": [], "judged": [], "unreckoned": []}
    monkeypatch.setattr(upgrade, "rules", lambda: "another")
    assert not is_reckoned(desk, authority), "another release may reckon otherwise"


def test_an_authority_without_requests_has_nothing_to_tell(desk: Desk, authority: Authority) -> None:
    case(desk, authority)
    empty = make_authority(desk.session, "southmere-council")
    assert _reckon(desk, empty) == (Recount(), [])
    assert audit_store.last_payload(desk.session, empty, upgrade.RECKONED) is None


def test_it_says_how_far_it_has_come(desk: Desk, authority: Authority) -> None:
    case(desk, authority)
    case(desk, authority)
    said: list[tuple[int, int]] = []
    refresh_after_upgrade(desk, authority, lambda done, of: said.append((done, of)))
    assert said == [(1, 2), (2, 2)]
