"""The queue and a case page with 10,000 and with 100,000 cases, 1,000 of them open.

    python -m benchmarks.pages

For SQLite and PostgreSQL: the number of SQL statements of each page, which must be the same for both
sizes, and the median time, the larger against the smaller. Both sizes are asked in turn in one run.
"""

from __future__ import annotations

import logging
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, create_engine, event, insert

from foi_tracker import create_app
from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.working_days import nth_working_day_after
from foi_tracker.models import Authority, Case, ClockEvent, Deadline, Membership, Question, User, now
from foi_tracker.store.database import normalised, prepare_engine
from foi_tracker.store.migrate import upgrade
from tests.database import postgresql_server

SIZES = (10_000, 100_000)
OPEN = 1_000
ROUNDS = 25
TODAY = date(2026, 11, 20)
QUESTIONS = 6
CHUNK = 5_000


@dataclass
class Installation:
    """One application with its cases."""

    client: FlaskClient
    engine: Engine
    case_id: int
    statements: int = 0

    def ask(self, path: str) -> float:
        """Seconds for one page."""
        self.statements = 0
        began = time.perf_counter()
        response = self.client.get(path)
        took = time.perf_counter() - began
        if response.status_code != 200:
            raise RuntimeError(f"{path} answered {response.status_code}")
        return took


def _case(number: int, authority_id: int, officer_id: int) -> dict[str, Any]:
    is_open = number < OPEN
    back = number % 30 if is_open else 40 + number % 2000
    received = TODAY - timedelta(days=back)
    due = nth_working_day_after(received, 20, BankHolidays.shipped())
    return {
        "id": number + 1,
        "authority_id": authority_id,
        "reference": f"{number:06d}-26",
        "officer_id": officer_id,
        "words": f"1. How many of number {number}?\n2. Why?",
        "fingerprint": f"{number:064x}",
        "subject": f"How many of number {number}",
        "received_on": received,
        "channel": "email",
        "regime": "FOIA",
        "requester_name": f"Sample {number % 5000}",
        "requester_email": f"sample{number % 5000}@example.org",
        "questions_confirmed": True,
        "stage": "answering" if is_open else "closed",
        "next_step": "answer" if is_open else "",
        "questions_total": QUESTIONS,
        "questions_answered": 2 if is_open else QUESTIONS,
        "due_on": due if is_open else None,
        "target_on": due,
        "answered_on": None if is_open else due,
        "closed_on": None if is_open else due,
    }


def _children(number: int) -> Iterator[tuple[type, dict[str, Any]]]:
    case_id = number + 1
    for place in range(QUESTIONS):
        yield (
            Question,
            {
                "case_id": case_id,
                "version": 1,
                "position": place,
                "label": str(place + 1),
                "number": str(place + 1),
                "text": f"Question {place + 1} of request {number}?",
                "outcome": "disclosed" if place < 2 or number >= OPEN else "",
                "answer": "Twelve." if place < 2 or number >= OPEN else "",
            },
        )
    due = nth_working_day_after(TODAY - timedelta(days=number % 30), 20, BankHolidays.shipped())
    yield Deadline, {"case_id": case_id, "position": 0, "kind": "foia_response", "due_on": due}
    if number >= OPEN:
        yield ClockEvent, {"case_id": case_id, "type": "response_issued", "on": due}


def _fill(engine: Engine, size: int) -> tuple[int, str]:
    """The cases of one installation; the id of an open one and of its officer's session."""
    with engine.begin() as connection:
        authority = {"id": 1, "slug": "bench", "name": "Bench Council", "short_name": "Bench"}
        connection.execute(insert(Authority), [{**authority, "kind": "council"}])
        user = {"id": 1, "email": "officer@example.org", "name": "Officer", "fs_uniquifier": "bench"}
        connection.execute(insert(User), [user])
        connection.execute(insert(Membership), [{"user_id": 1, "authority_id": 1, "role": "officer"}])
        logged = {"logged_at": now()}
        for start in range(0, size, CHUNK):
            numbers = range(start, min(start + CHUNK, size))
            connection.execute(insert(Case), [{**_case(n, 1, 1), **logged} for n in numbers])
            rows: dict[type, list[dict[str, Any]]] = {}
            for number in numbers:
                for table, row in _children(number):
                    rows.setdefault(table, []).append(row)
            for table, many in rows.items():
                connection.execute(insert(table), many)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    return 500, "bench"


@contextmanager
def _installation(url: str, folder: Path, size: int) -> Iterator[Installation]:
    upgrade(url)
    engine = prepare_engine(create_engine(normalised(url)))
    case_id, uniquifier = _fill(engine, size)
    engine.dispose()
    settings = {"SECRET_KEY": "bench", "INSTANCE": folder, "DATABASE_URL": url, "TODAY": TODAY}
    app = create_app(settings)
    client = app.test_client()
    with client.session_transaction() as session:
        session.update({"_user_id": uniquifier, "_fresh": True, "opens": None})
    found = Installation(client, _engine_of(app), case_id)

    def count(*_: Any) -> None:
        found.statements += 1

    event.listen(found.engine, "before_cursor_execute", count)
    yield found
    found.engine.dispose()


def _engine_of(app: Flask) -> Engine:
    from foi_tracker.extensions import db

    with app.app_context():
        return db.engine


def _measure(name: str, small: Installation, large: Installation) -> None:
    paths = {"the queue": "/", "a case page": f"/requests/{small.case_id}"}
    for page, path in paths.items():
        times: dict[int, list[float]] = {0: [], 1: []}
        counts = [0, 0]
        for turn in range(ROUNDS + 3):
            for index, each in enumerate((small, large)):
                took = each.ask(path)
                counts[index] = each.statements
                if turn >= 3:  # warm
                    times[index].append(took)
        first, second = (statistics.median(times[index]) * 1000 for index in (0, 1))
        ratios = statistics.median(b / a for a, b in zip(times[0], times[1], strict=True))
        print(f"| {name} | {page} | {counts[0]} | {counts[1]} | {first:.1f} | {second:.1f} | {ratios:.2f} |")


def main() -> None:
    """Print the table."""
    logging.disable(logging.WARNING)
    print("| database | page | statements, 10,000 | 100,000 | ms, 10,000 | 100,000 | ratio (at most 1.5) |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with ExitStack() as stack:
            made = [
                stack.enter_context(_installation(f"sqlite:///{place}/{size}.sqlite", place, size))
                for size in SIZES
            ]
            _measure("SQLite", *made)
        with postgresql_server("benchmark") as server, ExitStack() as stack:
            made = []
            for size in SIZES:
                with create_engine(server, isolation_level="AUTOCOMMIT").connect() as connection:
                    connection.exec_driver_sql(f"CREATE DATABASE bench_{size}")
                url = server.set(database=f"bench_{size}").render_as_string(hide_password=False)
                made.append(stack.enter_context(_installation(url, place, size)))
            _measure("PostgreSQL", *made)


if __name__ == "__main__":
    main()
