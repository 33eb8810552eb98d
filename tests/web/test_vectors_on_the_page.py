"""Every vector of the clock, logged through the web: the request's own page shows the expected date."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.correspondence import ASKED, RECEIVED, Said, record_correspondence
from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, Case, User
from foi_tracker.web.date_words import say_date
from tests import shared_data
from tests.client import CheckedClient

REGIMES = {"FOIA", "EIR"}  # what an officer can log
ABOUT = {
    "clarification_requested": ASKED,
    "clarification_received": RECEIVED,
    "reg9_particulars_requested": ASKED,
    "reg9_particulars_received": RECEIVED,
}
"""The events that are correspondence; the others come with later steps."""


def events(row: dict[str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(row["events"])
    return found


def can_be_logged(row: dict[str, str]) -> bool:
    return row["regime"] in REGIMES and all(event["type"] in ABOUT for event in events(row))


VECTORS = [row for row in shared_data.rows("law/deadlines.csv") if can_be_logged(row)]


@pytest.mark.shared
def test_every_vector_of_the_first_step_is_among_them() -> None:
    first = {row["id"] for row in shared_data.rows("law/deadlines.csv") if row["for_step"] == "1"}
    assert first <= {row["id"] for row in VECTORS}
    assert len(first) >= 20


@pytest.mark.shared
@pytest.mark.parametrize("row", VECTORS, ids=[row["id"] for row in VECTORS])
def test_the_page_shows_the_date_of_the_vector(
    row: dict[str, str],
    app: Flask,
    session: Session,
    authority: Authority,
    officer: User,
    desk: Desk,
    signed_in: Callable[[User], CheckedClient],
) -> None:
    received = date.fromisoformat(row["received"])
    last = max([received, *(date.fromisoformat(event["date"]) for event in events(row))])
    authority.kind = row["authority_type"]
    app.config["TODAY"] = last + timedelta(days=1)
    client = signed_in(officer)

    answer = client.post("/requests/log", data=typed(row, received))
    assert answer.status_code == 303, answer.text
    case = session.scalars(select(Case)).one()
    session.refresh(case, ["authority"])
    record(
        Desk(desk.session, desk.actor, desk.scope, app.config["TODAY"], desk.holidays, desk.files), case, row
    )

    words = client.page(f"/requests/{case.id}").words()
    if row["deadline_kind"] == "no_running_deadline":
        assert "Not running" in words
    else:
        assert say_date(date.fromisoformat(row["due_date"])) in words


def typed(row: dict[str, str], received: date) -> dict[str, str]:
    return {
        "words": "1. How many visits were made?\n2. What did they cost?",
        "received_on": received.isoformat(),
        "received_time": row["received_time"],
        "channel": "email",
        "requester_name": "Robin Ash",
        "requester_email": "robin.ash@example.org",
        "regime": row["regime"],
        "triage": "valid",
    }


def record(desk: Desk, case: Case, row: dict[str, str]) -> None:
    for event in events(row):
        about = ABOUT[event["type"]]
        said = Said(
            direction="out" if about == ASKED else "in",
            channel="email",
            on=date.fromisoformat(event["date"]),
            with_whom="Robin Ash",
            words="Which year do you mean?" if about == ASKED else "This year.",
            about=about,
            statutory=event.get("statutory", "s1(3)") != "none",
        )
        record_correspondence(desk, case, said)
