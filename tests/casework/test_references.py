"""References: made by the authority's own pattern, restarting each year, and never given twice."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.log import next_reference
from foi_tracker.casework.references import BadPattern, check_pattern, period, reference
from foi_tracker.models import Authority, Case, User
from foi_tracker.store import authorities as authority_store
from tests.database import Database
from tests.factories.cases import case

PROCESSES, REQUESTS = 20, 20

# One process imports what it takes, logs a request that it does not keep, and lets go of its connection.
# Then it splits into all of them: each begins at once, instead of preparing while it holds SQLite's one lock.
LOGGERS = """
import os
import sys
from datetime import date
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Actor, Desk, holidays_in_force
from foi_tracker.casework.log import Arrival, log_request
from foi_tracker.files.folder import Folder
from foi_tracker.store.authorities import get_authority
from foi_tracker.store.database import normalised, prepare_engine
from foi_tracker.store.scope import Scope

url, authority_id, files, processes, requests = sys.argv[1:]
scope = Scope(frozenset({int(authority_id)}))
engine = prepare_engine(create_engine(normalised(url)))
ended, open_end = os.pipe()


def log(session, who, number):
    holidays = holidays_in_force(session)
    desk = Desk(session, Actor(None, who), scope, date(2026, 2, 4), holidays, Folder(Path(files)))
    words = f"How many trees did {who} plant in year {number}?"
    arrival = Arrival(words, date(2026, 2, 3), "email", "FOIA", requester_name=who)
    return log_request(desk, get_authority(session, scope, int(authority_id)), arrival).reference


def log_all(who):
    engine.connect().close()
    os.close(open_end)
    os.read(ended, 1)  # until no process has the other end open: then they begin together
    for number in range(int(requests)):
        with Session(engine) as session, session.begin():
            given = log(session, who, number)
        os.write(sys.stdout.fileno(), f"{who} {given}\\n".encode())


with Session(engine) as session:
    log(session, "nobody", 0)
engine.dispose()
children = []
for number in range(int(processes)):
    child = os.fork()
    if not child:
        log_all(f"process-{number}")
        sys.exit()
    children.append(child)
os.close(open_end)
sys.exit(max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0 for child in children))
"""


@pytest.mark.parametrize(
    ("pattern", "received", "number", "expected"),
    [
        ("{seq:03d}-{yy}", date(2022, 10, 14), 42, "042-22"),
        ("{fy}-{seq:03d}", date(2023, 7, 25), 23, "2023-24-023"),
        ("{fy}-{seq:03d}", date(2024, 3, 31), 99, "2023-24-099"),
        ("{fy}-{seq:03d}", date(2024, 4, 1), 1, "2024-25-001"),
        ("FOI {yyyy}/{seq}", date(2026, 1, 1), 7, "FOI 2026/7"),
        ("{seq:03d}-{yy}", date(2026, 1, 1), 1000, "1000-26"),
        ("{fy}-{seq:02d}", date(2099, 12, 31), 5, "2099-00-05"),
    ],
)
def test_a_reference_follows_the_authoritys_pattern(
    pattern: str, received: date, number: int, expected: str
) -> None:
    check_pattern(pattern)
    assert reference(pattern, received, number) == expected


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{yy}", "needs {seq} once"),
        ("{seq}-{seq}-{yy}", "needs {seq} once"),
        ("FOI-{seq:03d}", "needs the year"),
        ("{fy}-{yy}-{seq}", "not both"),
        ("{seq}-{yy}-{who}", "{who} is not known"),
        ("{seq}-{yy}-{0.__class__}", "stands alone"),
        ("{seq:999d}-{yy}", "needs {seq} once"),
        ("x" * 40 + "{seq}-{yy}", "too long"),
    ],
)
def test_a_pattern_that_could_give_one_twice_is_refused_with_the_reason(pattern: str, said: str) -> None:
    with pytest.raises(BadPattern, match=said.replace("{", r"\{")):
        check_pattern(pattern)


def test_a_financial_year_begins_on_1_april() -> None:
    assert period("{fy}-{seq}", date(2026, 3, 31)) == "2025-26"
    assert period("{fy}-{seq}", date(2026, 4, 1)) == "2026-27"
    assert period("{yy}-{seq}", date(2026, 3, 31)) == "2026"


def test_numbers_restart_each_year_of_receipt(desk: Desk, authority: Authority) -> None:
    days = [date(2025, 12, 30), date(2026, 1, 2), date(2025, 12, 31), date(2026, 1, 5)]
    made = [case(desk, authority, received_on=day).reference for day in days]
    assert made == ["001-25", "001-26", "002-25", "002-26"]


def test_the_last_number_is_set_at_go_live_and_never_back(desk: Desk, authority: Authority) -> None:
    authority_store.set_counter(desk.session, authority, "2026", 117)
    desk.session.flush()
    assert next_reference(desk, authority, date(2026, 1, 28)) == "118-26"
    assert case(desk, authority).reference == "118-26"
    desk.session.expire_all()
    with pytest.raises(ValueError, match="118 has been given already"):
        authority_store.set_counter(desk.session, authority, "2026", 117)


def test_a_request_that_is_not_kept_uses_up_no_number(
    desk: Desk, authority: Authority, session: Session
) -> None:
    session.commit()
    case(desk, authority)
    session.rollback()
    assert case(desk, authority).reference == "001-26"


def test_twenty_processes_that_log_twenty_requests_each_get_400_references(
    database: Database, session: Session, authority: Authority, officer: User, tmp_path: Path, project: Path
) -> None:
    told = (database.url, str(authority.id), str(tmp_path), str(PROCESSES), str(REQUESTS))
    session.commit()  # after this the test itself must not hold SQLite's one lock
    done = subprocess.run(
        [sys.executable, "-c", LOGGERS, *told], capture_output=True, text=True, cwd=project, timeout=300
    )
    assert done.returncode == 0, done.stderr
    given: dict[str, list[str]] = defaultdict(list)
    for line in done.stdout.splitlines():
        who, made = line.split()
        given[who].append(made)

    expected = {f"{number:03d}-26" for number in range(1, PROCESSES * REQUESTS + 1)}
    assert [len(made) for made in given.values()] == [REQUESTS] * PROCESSES
    assert {each for made in given.values() for each in made} == expected
    session.expire_all()
    assert set(session.scalars(select(Case.reference))) == expected
