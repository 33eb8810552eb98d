"""Cases, logged as an officer logs them: with their reference, their clock and their audit entry."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.log import Arrival, log_request
from foi_tracker.casework.questions import confirm_questions, proposed_questions, split_of
from foi_tracker.models import Authority, Case, Question

WORDS = """Please tell me, for the year 2025:

1. How many complaints about noise were recorded?
2. How many of them led to a visit?

Please send the answer by email."""


def case(desk: Desk, authority: Authority, words: str = WORDS, **values: Any) -> Case:
    """A request of two questions by email, received a week before the desk's today, questions proposed."""
    received_on: date = values.pop("received_on", desk.today - timedelta(days=7))
    arrival = Arrival(
        **{
            "words": words,
            "received_on": received_on,
            "channel": "email",
            "regime": "FOIA",
            "requester_name": "Robin Ash",
            "requester_email": "robin.ash@example.org",
            **values,
        }
    )
    return log_request(desk, authority, arrival)


def confirmed_case(desk: Desk, authority: Authority, **values: Any) -> tuple[Case, list[Question]]:
    """The same with its proposed questions confirmed as they stand."""
    made = case(desk, authority, **values)
    questions = confirm_questions(
        desk, made, proposed_questions(split_of(desk.session, made)), "", made.version
    )
    return made, list(questions)
