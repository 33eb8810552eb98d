"""The confirm page once a notice was given of a question: what confirming refuses, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.events import EventDraft, record_event
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.models import Authority, User
from foi_tracker.store import questions as question_store
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.web.test_confirm import Confirming

SignIn = Callable[[User], CheckedClient]


def test_two_questions_of_which_one_has_more_time_are_not_joined_and_the_page_keeps_what_was_typed(
    desk: Desk, authority: Authority, signed_in: SignIn, officer: User
) -> None:
    """s.17(2)"""
    case, (first, second) = confirmed_case(desk, authority)
    keep_ground(desk, case, GroundDraft("s.43(2)"), [first.id])
    values = {"estimated_decision_date": (desk.today + timedelta(days=46)).isoformat()}
    record_event(desk, case, EventDraft("pit_extension_notice", desk.today, [first.id], values))
    desk.session.commit()
    page = Confirming(signed_in(officer), case).press("Change", "q1").send("join 1")
    (joined,) = page.fields()["text"]
    assert second.text in joined
    page.press("Change", "q0").send("confirm", text=f"{joined} In words, please.")

    assert page.status == 422
    why = "Question 1 has more time by a notice that does not speak of question 2."
    assert why in page.page.words()
    assert page.fields()["text"] == [f"{joined} In words, please."]
    assert len(question_store.questions_of(desk.session, case)) == 2
